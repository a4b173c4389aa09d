//! Lists in parts that fit into frames and answers.

use crate::view;
use domain::audience::Reader;
use domain::{Entry, Thread};
use protocol::view as v;

/// The most bytes of a part: API Gateway takes messages of 128 KB, in frames of 32 KB.
const FRAME_BYTES: usize = 28 * 1024;
/// The most bytes of an answer by HTTP: a function's answer may have 6 MB, in which quotes are
/// escaped once more.
const ANSWER_BYTES: usize = 1024 * 1024;

/// Returns the first items that take at most `limit` bytes together, and whether items are left.
pub(super) fn those_that_fit<T: serde::Serialize>(items: Vec<T>, limit: usize) -> (Vec<T>, bool) {
    let whole = items.len();
    let mut size = 0;
    let fits = |item: &T| {
        size += crate::engine::encode::encode(item).len() + 1;
        size <= limit
    };
    let kept: Vec<T> = items.into_iter().take_while(fits).collect();
    let cut = kept.len() < whole;
    (kept, cut)
}

/// Splits items into parts of up to `limit` bytes, in their order. An item larger than that gets a
/// part of its own, never the first part.
pub(super) fn parts<T: serde::Serialize>(items: Vec<T>, limit: usize) -> Vec<Vec<T>> {
    let mut parts = vec![Vec::new()];
    let mut size = 0;
    for item in items {
        let bytes = crate::engine::encode::encode(&item).len();
        if size + bytes > limit {
            parts.push(Vec::new());
            size = 0;
        }
        size += bytes;
        if let Some(part) = parts.last_mut() {
            part.push(item);
        }
    }
    parts
}

/// Returns as many whole entries as fit into an answer by HTTP, and whether it left any out.
/// `newest` keeps the newer entries, otherwise the older ones stay. The answer holds at least one
/// entry.
#[must_use]
pub fn page(mut entries: Vec<v::Entry>, newest: bool) -> (Vec<v::Entry>, bool) {
    let whole = entries.len();
    if newest {
        entries.reverse();
    }
    let mut size = 0;
    let mut kept = 0;
    for entry in &entries {
        size += crate::engine::encode::encode(entry).len();
        if kept > 0 && size > ANSWER_BYTES {
            break;
        }
        kept += 1;
    }
    entries.truncate(kept);
    if newest {
        entries.reverse();
    }
    (entries, kept < whole)
}

/// Groups entries so that each group fits into a frame; a group holds at least one entry.
pub(super) fn frames(thread: &Thread, entries: &[Entry], reader: Reader<'_>) -> Vec<Vec<v::Entry>> {
    let mut groups: Vec<Vec<v::Entry>> = Vec::new();
    let mut size = 0;
    // The grouping starts from the newest entry, so that a snapshot's last group is as full as it
    // can be.
    for entry in entries.iter().rev() {
        let entry = view::shorten::entry(view::entry(thread, entry, reader));
        let bytes = crate::engine::encode::encode(&entry).len();
        match groups.last_mut().filter(|_| size + bytes <= FRAME_BYTES) {
            Some(group) => group.push(entry),
            None => {
                groups.push(vec![entry]);
                size = 0;
            }
        }
        size += bytes;
    }
    groups.reverse();
    groups.iter_mut().for_each(|g| g.reverse());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lengths: &[usize]) -> Vec<String> {
        lengths.iter().map(|length| "x".repeat(length - 2)).collect()
    }

    #[test]
    fn parts_hold_what_fits_and_lose_nothing() {
        for (lengths, wanted) in [
            (&[][..], vec![vec![]]),
            (&[4, 6], vec![vec![4, 6]]),
            (&[4, 6, 2], vec![vec![4, 6], vec![2]]),
            (&[4, 8, 2, 3], vec![vec![4], vec![8, 2], vec![3]]),
            (&[12, 3], vec![vec![], vec![12], vec![3]]),
            (&[3, 12], vec![vec![3], vec![12]]),
        ] {
            let found: Vec<Vec<usize>> = parts(words(lengths), 10)
                .iter()
                .map(|part| part.iter().map(|word| word.len() + 2).collect())
                .collect();
            assert_eq!(found, wanted, "{lengths:?}");
        }
    }
}

//! A short memory of keys that the log has already taken in.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Millis;

/// The last keys (command ids, provider message ids) that the log took in, each with its entry and
/// the second of the entry.
///
/// The memory keeps only hashes, so a hit means "look at that entry", never "it is the same". It is
/// written as one short string, because it stands in every log entry and write units count
/// kilobytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent<const CAPACITY: usize = 6>(Vec<Known>);

impl<const CAPACITY: usize> Default for Recent<CAPACITY> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Known {
    hash: u32,
    seq: u64,
    second: i64,
}

impl<const CAPACITY: usize> Recent<CAPACITY> {
    /// How many keys the memory holds.
    pub const CAPACITY: usize = CAPACITY;

    /// The entries that may have taken `key` in, newest first.
    pub fn candidates(&self, key: &str) -> impl Iterator<Item = u64> + '_ {
        let wanted = hash(key);
        self.0.iter().rev().filter(move |k| k.hash == wanted).map(|k| k.seq)
    }

    /// The oldest entry in the memory and its moment, if the memory may have forgotten older ones.
    ///
    /// `None` means that the memory is complete: the log never took in a key that the memory does
    /// not know.
    #[must_use]
    pub fn oldest(&self) -> Option<(u64, Millis)> {
        let oldest = self.0.first().filter(|_| self.0.len() >= CAPACITY)?;
        Some((oldest.seq, Millis::seconds(oldest.second)))
    }

    /// Remembers that entry `seq` took `key` in.
    pub fn remember(&mut self, key: &str, seq: u64, at: Millis) {
        if self.0.len() >= CAPACITY {
            self.0.remove(0);
        }
        self.0.push(Known { hash: hash(key), seq, second: at.0.div_euclid(1_000) });
    }

    /// Whether the memory is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// FNV-1a, 32 bits: small, stable across builds, and never proof of equality.
fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

impl<const CAPACITY: usize> Serialize for Recent<CAPACITY> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        // Entry and second are written as differences to the ones before, because both only grow.
        let (mut seq, mut second) = (0, 0);
        let keys: Vec<String> = self
            .0
            .iter()
            .map(|k| {
                let key =
                    format!("{:x}.{:x}.{:x}", k.hash, k.seq - seq, (k.second - second).max(0));
                (seq, second) = (k.seq, k.second.max(second));
                key
            })
            .collect();
        s.serialize_str(&keys.join(" "))
    }
}

impl<'de, const CAPACITY: usize> Deserialize<'de> for Recent<CAPACITY> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        let (mut seq, mut second) = (0_u64, 0_i64);
        let known = |part: &str| {
            let mut numbers = part.split('.').map(|n| u64::from_str_radix(n, 16).ok());
            let mut next = || numbers.next().flatten();
            let hash = u32::try_from(next()?).ok()?;
            seq = seq.checked_add(next()?)?;
            second = second.checked_add(i64::try_from(next()?).ok()?)?;
            Some(Known { hash, seq, second })
        };
        text.split_whitespace()
            .map(known)
            .collect::<Option<_>>()
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom("recent keys are damaged"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_remembered_until_six_more_have_come() {
        let mut recent = <Recent>::default();
        recent.remember("first", 1, Millis(1_000));
        for seq in 2..=6 {
            recent.remember(&format!("k{seq}"), seq, Millis(2_000));
        }
        assert_eq!(recent.candidates("first").next(), Some(1));
        recent.remember("k7", 7, Millis(3_000));
        assert_eq!(recent.candidates("first").next(), None);
        assert_eq!(recent.oldest(), Some((2, Millis(2_000))));
    }

    #[test]
    fn it_reads_back_as_written() {
        let mut recent = <Recent>::default();
        recent.remember("a", 1, Millis(1_763_711_674_123));
        recent.remember("b", 77, Millis(1_763_711_675_000));
        let text = serde_json::to_string(&recent).unwrap();
        assert_eq!(serde_json::from_str::<Recent>(&text).unwrap(), recent);
    }

    #[test]
    fn a_memory_is_empty_until_it_remembers_a_key() {
        let mut recent = <Recent>::default();
        assert!(recent.is_empty());
        recent.remember("a", 1, Millis(1_000));
        assert!(!recent.is_empty());
    }

    /// Stored memories hold these hashes, so another function would forget every key.
    #[test]
    fn a_hash_is_that_of_fnv_1a() {
        for (key, known) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(hash(key), known, "{key}");
        }
    }
}

//! Customers' files that the engine fetched, as agents see them.

use domain::{Thread, ThreadId, file};
use protocol::file::{FetchedFile, FileEnd, FileRefusal, Thumbnail};
use protocol::view as v;

/// The end of the id of a small picture.
const SMALL: &str = "small";

/// A customer's file, as its id names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The thread of the message.
    pub(crate) thread: ThreadId,
    /// The entry that says how the fetch ended.
    pub(crate) seq: u64,
    /// Whether the id names the small picture.
    pub(crate) small: bool,
}

/// Reads the id of a customer's file; `None`: another id.
pub(crate) fn named(id: &str) -> Option<Named> {
    let mut parts = id.split('.');
    let (thread, seq) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let small = match (parts.next(), parts.next()) {
        (None, _) => false,
        (Some(SMALL), None) => true,
        _ => return None,
    };
    Some(Named { thread, seq, small })
}

/// The end of a fetch.
pub(super) fn fetched(thread: &Thread, seq: u64, fetched: file::Fetched) -> v::Event {
    let (file, refused) = match fetched.outcome {
        file::Outcome::Kept(kept) => (Some(kept_file(&thread.id, seq, kept)), None),
        file::Outcome::Refused(reason) => (None, Some(refusal(reason))),
    };
    v::Event::FileFetched(FileEnd { message: fetched.message, file, refused })
}

fn kept_file(thread: &ThreadId, seq: u64, kept: file::Kept) -> FetchedFile {
    let file::Kept { medium, mime, name, size, width, height, seconds, thumbnail } = kept;
    let thumbnail = thumbnail.map(|small| Thumbnail {
        id: format!("{thread}.{seq}.{SMALL}"),
        width: small.width,
        height: small.height,
    });
    let (id, medium) = (format!("{thread}.{seq}"), medium.into());
    FetchedFile { id, medium, mime, name, size, width, height, seconds, thumbnail }
}

const fn refusal(reason: file::Reason) -> FileRefusal {
    match reason {
        file::Reason::TooLarge => FileRefusal::TooLarge,
        file::Reason::Program => FileRefusal::Program,
        file::Reason::Gone => FileRefusal::Gone,
        file::Reason::Unreachable => FileRefusal::Unreachable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_id_of_our_own_form_names_a_customers_file() {
        let thread: ThreadId = "4t9m0c2xkq7w1h5z".parse().unwrap();
        let whole = Named { thread, seq: 12, small: false };
        assert_eq!(named("4t9m0c2xkq7w1h5z.12"), Some(whole.clone()));
        assert_eq!(named("4t9m0c2xkq7w1h5z.12.small"), Some(Named { small: true, ..whole }));
        for other in
            ["", "4t9m0c2xkq7w1h5z", "4t9m0c2xkq7w1h5z.x", "4t9m0c2xkq7w1h5z.12.large", "..", "x.1"]
        {
            assert_eq!(named(other), None, "{other}");
        }
        assert_eq!(named("4t9m0c2xkq7w1h5z.12.small.small"), None);
    }
}

//! Repeated announcements: under the same `Idempotency-Key` a client finds the upload that it
//! began.

use crate::session::read;
use crate::{Failure, Ground};
use domain::ThreadId;
use protocol::Refused;
use store::file::upload::{By, Upload};

/// Returns the id of the upload that a caller begins under a key: 128 bits that no other caller
/// comes to.
pub(super) fn id_of(by: &By, thread: &ThreadId, key: &str) -> Result<String, Failure> {
    read::command_id(key).map_err(|refused| refused.at("Idempotency-Key"))?;
    let who = match by {
        By::Agent(agent) => agent.as_str(),
        By::Customer => thread.as_str(),
    };
    let part = |number: &str| store::key::digest(&["upload", number, who, key]);
    let digits = [part("1"), part("2")].concat();
    Ok(digits
        .bytes()
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit % 16)]))
        .collect())
}

/// Returns the upload that the caller began under this id before, if there is one.
pub(super) async fn begun_before(
    ground: Ground<'_>,
    wanted: &Upload,
) -> Result<Option<Upload>, Failure> {
    let Some(first) = ground.store.upload(&wanted.id, ground.now()).await? else { return Ok(None) };
    let same = first.by == wanted.by
        && first.thread == wanted.thread
        && first.internal == wanted.internal
        && first.size == wanted.size
        && first.name == wanted.name;
    if same { Ok(Some(first)) } else { Err(reused().into()) }
}

/// The refusal of a key under which the caller announced another file.
fn reused() -> Refused {
    let why = "You announced another file under this key.";
    Refused::new("id_reused", why, "Give each file a key of its own.").at("Idempotency-Key")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stands_for_one_upload_of_its_caller() {
        let thread: ThreadId = "4t9m0c2xkq7w1h5z".parse().unwrap();
        let by = |agent: &str| By::Agent(agent.parse().unwrap());
        let id = id_of(&by("mark"), &thread, "key-0001").unwrap();
        assert!(store::file::upload::is_id(&id), "{id}");
        assert_eq!(id, id_of(&by("mark"), &thread, "key-0001").unwrap());
        assert_ne!(id, id_of(&by("mark"), &thread, "key-0002").unwrap());
        assert_ne!(id, id_of(&by("martha"), &thread, "key-0001").unwrap());
        assert!(id_of(&by("mark"), &thread, "short").is_err());
    }
}

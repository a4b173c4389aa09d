//! Conversations that an agent may read.

use crate::{Failure, Ground};
use domain::{Profile, Thread, ThreadId};
use store::Stored;
use store::settings::directory::Directory;

/// Returns the newest state of a thread that an agent may read.
///
/// # Errors
/// A refusal if there is no such thread, or the agent may not read it; a failure if the table
/// fails.
pub async fn readable(
    ground: Ground<'_>,
    me: &Profile,
    thread: &ThreadId,
    directory: &Directory,
) -> Result<Stored, Failure> {
    let missing = || domain::Refusal::NotFound { what: "conversation" };
    let newest = ground.thread(thread).await?.ok_or_else(missing)?;
    // The refusal hides from other agents whether the conversation exists.
    if reads(me, &newest.thread, directory) { Ok(newest) } else { Err(missing().into()) }
}

/// Whether an agent may read a thread, by the same policy that decides on commands.
pub(crate) fn reads(me: &Profile, thread: &Thread, directory: &Directory) -> bool {
    let team = directory.team_of(&thread.conversation.queue);
    domain::reads(me, team, thread.parties().contains(&me.id))
}

pub(crate) fn no_record() -> Failure {
    Failure::rejected(
        "forbidden",
        "There is no agent record for this sign-in.",
        "Ask an admin to add you.",
    )
}

//! Earlier conversations of a customer, as far as those may read them who have the customer now.

use domain::decide::reads;
use domain::{Actor, Profile, Thread};
use store::card::Card;
use store::directory::Directory;
use store::{Page, Stood};

use crate::{App, Failure};

/// Empties the entries of earlier conversations that stay with the team which had them
/// (`history_stays_with_team`), for those who were not part of it. The entries themselves stay:
/// positions have no gaps.
///
/// An entry belongs to the queue in which its conversation stood after it. What was handed to
/// another queue within the *same* conversation was handed over, and is read there.
pub fn keep_to_team(me: &Profile, newest: &Thread, page: &mut Page, directory: &Directory) {
    let now = newest.conversation.number;
    for (entry, stood) in page.entries.iter_mut().zip(&page.stood) {
        if stood.conversation < now && stays_with_others(me, stood, directory) {
            entry.events.clear();
            entry.by = Actor::System;
            entry.key = None;
        }
    }
}

/// Whether what was written where a conversation `stood` stays with a team that is not the agent's.
fn stays_with_others(me: &Profile, stood: &Stood, directory: &Directory) -> bool {
    directory.policy(&stood.queue).history_stays_with_team
        && !reads(me, directory.team_of(&stood.queue), stood.parties.contains(&me.id))
}

/// Whether the agent may see in a list what a conversation was about; `newest` is the number of the
/// thread's newest one.
#[must_use]
pub fn lists(me: &Profile, card: &Card, newest: u32, directory: &Directory) -> bool {
    card.id.number >= newest
        || !directory.policy(&card.queue).history_stays_with_team
        || reads(me, directory.team_of(&card.queue), card.owner.as_ref() == Some(&me.id))
}

impl App {
    /// Whether an agent who may read the newest conversation of a thread may read the one of this
    /// number, in which the entry `seq` was written.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn reads_earlier(
        &self,
        me: &Profile,
        newest: &Thread,
        (number, seq): (u32, u64),
        directory: &Directory,
    ) -> Result<bool, Failure> {
        let earlier = number < newest.conversation.number;
        if !earlier || !directory.any_policy(|policy| policy.history_stays_with_team) {
            return Ok(true);
        }
        let page = self.store.entries_after(&newest.id, seq.saturating_sub(1), 1).await?;
        let stood = page.stood.first();
        Ok(stood.is_some_and(|stood| !stays_with_others(me, stood, directory)))
    }
}

//! Earlier conversations of a customer, as far as those may read them who have the customer now.

use domain::decide::reads;
use domain::{Actor, Profile, Thread};
use store::Page;
use store::directory::Directory;

/// Empties the entries of earlier conversations that stay with the team which had them
/// (`history_stays_with_team`), for those who were not part of it. The entries themselves stay:
/// positions have no gaps.
///
/// An entry belongs to the queue in which its conversation stood after it. What was handed to
/// another queue within the *same* conversation was handed over, and is read there.
pub fn keep_to_team(me: &Profile, newest: &Thread, page: &mut Page, directory: &Directory) {
    let now = newest.conversation.number;
    for (entry, stood) in page.entries.iter_mut().zip(&page.stood) {
        let stays = directory.policy(&stood.queue).history_stays_with_team;
        let team = directory.team_of(&stood.queue);
        if stood.conversation < now && stays && !reads(me, team, stood.parties.contains(&me.id)) {
            entry.events.clear();
            entry.by = Actor::System;
            entry.key = None;
        }
    }
}

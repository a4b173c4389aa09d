//! Comments in which an agent is mentioned (F80), and the agent's own position in them.

use crate::{Failure, Ground, Voice, view};
use domain::{Millis, Profile};
use protocol::Push;
use protocol::mention::Mentions;
use protocol::mention::MentionsSeen;
use store::mention::Place;

/// The most unseen mentions that the server counts.
const UNSEEN: u32 = 99;

/// Returns a page of the agent's mentions, newest first, after the one at `last`.
///
/// # Errors
/// If the table fails.
pub async fn mentions(
    ground: Ground<'_>,
    me: &Profile,
    last: Option<&Place>,
    limit: usize,
) -> Result<Mentions, Failure> {
    let page = ground.store.mentions(&me.id, last, ground.now(), limit);
    let ((found, more), seen) =
        futures_util::future::try_join(page, seen_of_mentions(ground, me)).await?;
    let last = found.last().filter(|_| more).map(|mention| mention.place());
    Ok(Mentions {
        mentions: found.iter().map(view::mention).collect(),
        cursor: last.map(|(at, thread, seq)| format!("{at}.{thread}.{seq}")),
        seen_at: seen.at,
        unseen: seen.unseen,
    })
}

/// Returns the moment up to which the agent has seen their mentions, and the number of later ones.
///
/// # Errors
/// If the table fails.
pub(crate) async fn seen_of_mentions(
    ground: Ground<'_>,
    me: &Profile,
) -> store::Result<MentionsSeen> {
    let seen = ground.store.mentions_seen(&me.id).await?;
    let unseen = ground.store.unseen_mentions(&me.id, seen, ground.now(), UNSEEN).await?;
    Ok(MentionsSeen { at: seen.0, unseen })
}

/// Notes that the agent has seen their mentions up to `at`, and tells the agent's own sockets. The
/// moment only moves forward, and one in the future counts as now: nobody has seen a mention that
/// is still to come.
///
/// # Errors
/// If the table fails.
pub async fn see_mentions(
    voice: Voice<'_>,
    me: &Profile,
    at: Millis,
) -> Result<MentionsSeen, Failure> {
    let now = voice.now();
    let seen = voice.store.see_mentions(&me.id, at.min(now)).await?;
    let unseen = voice.store.unseen_mentions(&me.id, seen, now, UNSEEN).await?;
    let seen = MentionsSeen { at: seen.0, unseen };
    voice.tell_own(&me.id, None, &Push::MentionsSeen(seen)).await;
    Ok(seen)
}

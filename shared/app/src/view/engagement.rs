//! Engagement records in the protocol's form.

use domain::DiscussionId;
use protocol::engagement::Engagement;
use protocol::engagement::Tried;
use protocol::view as v;

use super::names;

/// Shows an engagement record.
#[must_use]
pub fn engagement(e: &store::engagement::Engagement) -> Engagement {
    let accepted = e.decided_at.filter(|_| e.status == domain::OfferStatus::Accepted);
    let discussion = |number| DiscussionId { thread: e.offer.thread.clone(), number }.to_string();
    Engagement {
        id: e.offer.to_string(),
        conversation: e.made.conversation.to_string(),
        name: e.made.about.as_ref().map(|about| about.name.clone()),
        queue: e.made.about.as_ref().map(|about| about.queue.to_string()),
        kind: e.made.kind.into(),
        from: e.made.from.to_string(),
        target: (&e.made.target).into(),
        all: e.made.all,
        to: names(&e.to),
        tried: e
            .tried
            .iter()
            .map(|t| Tried {
                agent: t.agent.to_string(),
                at: t.at.0,
                status: t.status.into(),
                reason: t.reason.clone(),
                reason_code: t.code.clone(),
                load: t.load.map(load),
            })
            .collect(),
        discussion: e.made.discussion.map(discussion),
        note: e.made.note.clone(),
        status: e.status.into(),
        version: e.version,
        created_at: e.made.at.0,
        offered_at: e.offered_at.0,
        expires: e.expires.0,
        deadline: e.made.deadline.0,
        decided_at: e.decided_at.map(|t| t.0),
        decided_by: e.decided_by.as_ref().map(ToString::to_string),
        load: e.load.map(load),
        wait_ms: e.decided_at.map(|at| (at - e.made.at).0),
        reason: e.reason.clone(),
        reason_code: e.code.clone(),
        ended_at: e.ended_at.map(|t| t.0),
        ended_by: e.ended_by.as_ref().map(ToString::to_string),
        end_cause: e.cause.map(Into::into),
        talk_ms: accepted.and_then(|from| e.ended_at.map(|to| (to - from).0)),
        messages: e.lines,
        promoted_to: e.promoted.map(Into::into),
        resolved: e.resolved,
        outcome_note: e.outcome_note.clone(),
        undone: names(&e.undone),
    }
}

const fn load(load: domain::Load) -> v::Load {
    v::Load { open: load.open, capacity: load.capacity }
}

//! The steps that an entry takes in the records of offers (F4): one change for each record.

use crate::{
    AgentId, ConversationId, EndCause, Entry, Event, Load, Millis, OfferId, OfferKind, OfferStatus,
    Outcome, Promotion, Target, Thread, discussion, offer,
};

/// What happens to the record of one offer.
#[derive(Debug, Clone, PartialEq)]
pub struct EngagementChange {
    /// Which offer.
    pub offer: OfferId,
    /// When.
    pub at: Millis,
    /// What, in order.
    pub steps: Vec<Step>,
}

/// A step in the record of an offer.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The offer was made: the record begins.
    Opened(Box<Opened>),
    /// One of those asked is asked no longer.
    Passed(Try),
    /// The next is asked.
    Moved {
        /// Who.
        to: AgentId,
        /// Until when.
        expires: Millis,
    },
    /// The offer found its end.
    Closed {
        /// How.
        status: OfferStatus,
        /// Who answered or withdrew it.
        by: Option<AgentId>,
        /// Why.
        reason: Option<String>,
        /// The reason's code.
        code: Option<String>,
        /// What who answered had on their desk.
        load: Option<Load>,
        /// Those who were asked beside them, or were not heard.
        others: Vec<Try>,
    },
    /// What it led to, a discussion or a part in a conference, is over.
    Ended {
        /// The agent who ended it; nobody if it lost its object.
        by: Option<AgentId>,
        /// How it came to end.
        cause: EndCause,
        /// What the initiator said of it.
        outcome: Option<Outcome>,
        /// What it became.
        promoted: Option<Promotion>,
        /// How many lines were said in the discussion.
        lines: Option<u32>,
    },
    /// These have still to mark the discussion done (F27).
    Undone(Vec<AgentId>),
    /// One of them has.
    Done(AgentId),
}

/// What is fixed when an offer is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// In which conversation.
    pub conversation: ConversationId,
    /// What is asked.
    pub kind: OfferKind,
    /// Who asks.
    pub from: AgentId,
    /// Whom, as it was put.
    pub target: Target,
    /// Whether a group is asked all at once.
    pub all: bool,
    /// The discussion they are to join.
    pub discussion: Option<u64>,
    /// Who can answer first.
    pub to: Vec<AgentId>,
    /// In words.
    pub note: Option<String>,
    /// Until when those asked first can accept.
    pub expires: Millis,
    /// Until when somebody can.
    pub deadline: Millis,
}

/// What became of one of those asked.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Try {
    /// Who.
    pub agent: AgentId,
    /// When it was over for them.
    pub at: Millis,
    /// How.
    pub status: OfferStatus,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What they had on their desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<Load>,
}

/// The changes that `entry`, which led from `before` to `after`, makes to records.
pub(crate) fn changes(
    before: Option<&Thread>,
    entry: &Entry,
    after: &Thread,
) -> Vec<EngagementChange> {
    let mut all: Vec<EngagementChange> = Vec::new();
    let mut add = |number: u64, step: Step| {
        let offer = OfferId { thread: after.id.clone(), number };
        match all.iter_mut().find(|c| c.offer == offer) {
            Some(change) => change.steps.push(step),
            None => all.push(EngagementChange { offer, at: entry.at, steps: vec![step] }),
        }
    };
    for event in &entry.events {
        match event {
            Event::OfferMade(offer::Made {
                kind,
                from,
                to,
                target,
                all,
                discussion,
                note,
                expires,
                deadline,
            }) => {
                add(
                    entry.seq,
                    Step::Opened(Box::new(Opened {
                        conversation: after.conversation_id(),
                        kind: *kind,
                        from: from.clone(),
                        target: target.clone(),
                        all: *all,
                        discussion: *discussion,
                        to: to.clone(),
                        note: note.clone(),
                        expires: *expires,
                        deadline: *deadline,
                    })),
                );
            }
            Event::OfferPassed(offer::Passed { offer, agent, status, reason, code, load }) => {
                add(
                    *offer,
                    Step::Passed(Try {
                        agent: agent.clone(),
                        at: entry.at,
                        status: *status,
                        reason: reason.clone(),
                        code: code.clone(),
                        load: *load,
                    }),
                );
            }
            Event::OfferMoved(offer::Moved { offer, to, expires }) => {
                add(*offer, Step::Moved { to: to.clone(), expires: *expires });
            }
            Event::OfferClosed(offer::Closed { offer, status, by, reason, code, load }) => {
                add(
                    *offer,
                    Step::Closed {
                        status: *status,
                        by: by.clone(),
                        reason: reason.clone(),
                        code: code.clone(),
                        load: *load,
                        others: others(before, entry, *offer, *status, by.as_ref()),
                    },
                );
            }
            Event::DiscussionDone(discussion::Done { agent, offer, .. }) => {
                add(*offer, Step::Done(agent.clone()))
            }
            _ => {}
        }
    }
    for (offer, step) in talks_ended(before, entry) {
        add(offer, step);
    }
    for (offer, agents) in talks_undone(before, entry) {
        add(offer, Step::Undone(agents));
    }
    for (offer, step) in conferences_ended(before, entry, after) {
        add(offer, step);
    }
    all
}

/// What the end of an offer means for those who could have answered it and did not.
fn others(
    before: Option<&Thread>,
    entry: &Entry,
    number: u64,
    status: OfferStatus,
    by: Option<&AgentId>,
) -> Vec<Try> {
    let offer = before.and_then(|t| t.conversation.offer(number));
    // Who accepts takes it from the others; what else ends it, ends it for all alike.
    let status = match status {
        OfferStatus::Accepted | OfferStatus::Rejected => OfferStatus::Rescinded,
        other => other,
    };
    let asked = offer.into_iter().flat_map(|o| &o.to).filter(|agent| Some(*agent) != by);
    asked
        .map(|agent| Try {
            agent: agent.clone(),
            at: entry.at,
            status,
            reason: None,
            code: None,
            load: None,
        })
        .collect()
}

/// Experts whose part in a discussion is over, each with the offer that they accepted.
fn talks_ended(before: Option<&Thread>, entry: &Entry) -> Vec<(u64, Step)> {
    let mut ended: Vec<(u64, Step)> = Vec::new();
    let Some(before) = before else { return ended };
    for event in &entry.events {
        match event {
            Event::DiscussionLeft(discussion::Left { discussion, agent, outcome, promoted }) => {
                let talk = before.conversation.discussion(*discussion);
                let part = talk.and_then(|d| d.experts.iter().find(|(e, _)| e == agent));
                let (Some(talk), Some((_, offer))) = (talk, part) else { continue };
                let cause = match (outcome, promoted) {
                    (_, Some(_)) => EndCause::Promoted,
                    (Some(_), None) => EndCause::Ended,
                    (None, None) => EndCause::Left,
                };
                ended.push((
                    *offer,
                    Step::Ended {
                        by: entry.by.agent().cloned(),
                        cause,
                        outcome: outcome.clone(),
                        promoted: *promoted,
                        lines: Some(talk.lines),
                    },
                ));
            }
            Event::DiscussionEnded(discussion::Ended {
                discussion,
                resolved,
                note,
                cause,
                outcomes,
                ..
            }) => {
                // A talk that was never open has no record to end.
                let Some(talk) = before.conversation.discussion(*discussion) else { continue };
                // Who resolves or hands on a conversation does not end a talk: it loses its object.
                let by = entry.by.agent().filter(|_| *cause == EndCause::Ended);
                for (expert, offer) in &talk.experts {
                    if ended.iter().any(|(other, _)| other == offer) {
                        continue;
                    }
                    let own = outcomes.iter().find(|o| o.agent == *expert).cloned();
                    let all = resolved.map(|resolved| Outcome {
                        agent: expert.clone(),
                        resolved,
                        note: note.clone(),
                    });
                    ended.push((
                        *offer,
                        Step::Ended {
                            by: by.cloned(),
                            cause: *cause,
                            outcome: own.or(all),
                            promoted: None,
                            lines: Some(talk.lines),
                        },
                    ));
                }
            }
            _ => {}
        }
    }
    ended
}

/// Those who have still to mark a discussion done that this entry ended, by the offer whose record
/// says so: each expert by their own, the initiator by the first of them. Nobody where it became
/// something else, and nobody who left before: they are through with it.
fn talks_undone(before: Option<&Thread>, entry: &Entry) -> Vec<(u64, Vec<AgentId>)> {
    let mut undone: Vec<(u64, Vec<AgentId>)> = Vec::new();
    let Some(before) = before else { return undone };
    let left = |number: u64, expert: &AgentId| {
        entry.events.iter().any(|event| {
            matches!(event, Event::DiscussionLeft(discussion::Left { discussion, agent, .. })
                if *discussion == number && agent == expert)
        })
    };
    for event in &entry.events {
        let Event::DiscussionEnded(discussion::Ended { discussion, cause, .. }) = event else {
            continue;
        };
        let talk = before.conversation.discussion(*discussion);
        let Some(talk) = talk.filter(|_| *cause != EndCause::Promoted) else { continue };
        for (at, (expert, offer)) in talk.experts.iter().enumerate() {
            let asker = (at == 0).then(|| talk.initiator.clone());
            let stayed = (!left(*discussion, expert)).then(|| expert.clone());
            let agents: Vec<AgentId> = asker.into_iter().chain(stayed).collect();
            if !agents.is_empty() && undone.iter().all(|(known, _)| known != offer) {
                undone.push((*offer, agents));
            }
        }
    }
    undone
}

/// Guests whose part in the conference is over.
fn conferences_ended(before: Option<&Thread>, entry: &Entry, after: &Thread) -> Vec<(u64, Step)> {
    let was = before.map(|t| t.conversation.guests.as_slice()).unwrap_or_default();
    let still = |agent: &AgentId| after.conversation.is_guest(agent);
    was.iter()
        .filter(|(guest, _)| !still(guest))
        .map(|(guest, offer)| {
            let by = entry.by.agent();
            let cause = if after.conversation.is_owner(guest) {
                EndCause::Promoted
            } else if by == Some(guest) {
                EndCause::Left
            } else if after.conversation.status.is_open() && after.conversation.owner.is_some() {
                EndCause::Ended
            } else if after.conversation.status.is_open() {
                EndCause::Transferred
            } else {
                EndCause::ConversationEnded
            };
            let by = by.filter(|_| matches!(cause, EndCause::Left | EndCause::Ended)).cloned();
            let promoted = (cause == EndCause::Promoted).then_some(Promotion::Transfer);
            (*offer, Step::Ended { by, cause, outcome: None, promoted, lines: None })
        })
        .collect()
}

//! The steps that an entry takes in the records of offers (F4): one change for each record.

use crate::{
    AgentId, ConversationId, EndCause, Entry, Event, Load, Millis, OfferId, OfferKind, OfferStatus,
    Outcome, Promotion, Target, Thread, discussion, offer,
};

/// The changes to the record of one offer.
#[derive(Debug, Clone, PartialEq)]
pub struct EngagementChange {
    /// The id of the offer.
    pub offer: OfferId,
    /// The moment of the entry.
    pub at: Millis,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// A step in the record of an offer.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// The offer begins, and its record with it.
    Opened(Box<Opened>),
    /// One of the asked colleagues drops out.
    Passed(Try),
    /// The offer passes to the next colleague.
    Moved {
        /// The next colleague.
        to: AgentId,
        /// The moment until which the next colleague can accept.
        expires: Millis,
    },
    /// The offer ended.
    Closed {
        /// The status at the end.
        status: OfferStatus,
        /// The agent who answered or withdrew the offer.
        by: Option<AgentId>,
        /// The reason, in that agent's words.
        reason: Option<String>,
        /// The reason's code.
        code: Option<String>,
        /// The load on the answering agent's workload.
        load: Option<Load>,
        /// The other colleagues who were asked and did not answer.
        others: Vec<Try>,
    },
    /// The discussion or the part in a conference that came of the offer ended.
    Ended {
        /// The agent who ended it; `None` if it ended with the conversation or its owner.
        by: Option<AgentId>,
        /// The cause of the end.
        cause: EndCause,
        /// The outcome that the initiator gave.
        outcome: Option<Outcome>,
        /// The result, if it became a transfer or a conference.
        promoted: Option<Promotion>,
        /// How many messages the members of the discussion wrote.
        lines: Option<u32>,
    },
    /// These agents must still mark the discussion done (F27).
    Undone(Vec<AgentId>),
    /// One of those agents marked the discussion done.
    Done(AgentId),
}

/// The facts that an offer fixes when it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The conversation of the offer.
    pub conversation: ConversationId,
    /// The kind of the offer.
    pub kind: OfferKind,
    /// The agent who asks.
    pub from: AgentId,
    /// The target, as the asking agent named it.
    pub target: Target,
    /// Whether the offer asks all members of a group at once.
    pub all: bool,
    /// The discussion that the colleagues are to join.
    pub discussion: Option<u64>,
    /// The colleagues who can answer first.
    pub to: Vec<AgentId>,
    /// The asking agent's note.
    pub note: Option<String>,
    /// The moment until which the first colleagues can accept.
    pub expires: Millis,
    /// The deadline: the moment until which any colleague can accept.
    pub deadline: Millis,
}

/// The end of an offer for one of the asked colleagues.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Try {
    /// The colleague.
    pub agent: AgentId,
    /// The moment when the offer ended for the colleague.
    pub at: Millis,
    /// The status at the end.
    pub status: OfferStatus,
    /// The reason, in the colleague's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The reason's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The load on the colleague's workload.
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

/// The steps at the end of an offer for the colleagues who could have answered and did not.
fn others(
    before: Option<&Thread>,
    entry: &Entry,
    number: u64,
    status: OfferStatus,
    by: Option<&AgentId>,
) -> Vec<Try> {
    let offer = before.and_then(|t| t.conversation.offer(number));
    // An acceptance or a rejection rescinds the offer for the others; any other end holds for all
    // alike.
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

/// The consultants whose part in a discussion ended, each with the number of the offer that the
/// consultant accepted.
fn talks_ended(before: Option<&Thread>, entry: &Entry) -> Vec<(u64, Step)> {
    let mut ended: Vec<(u64, Step)> = Vec::new();
    let Some(before) = before else { return ended };
    for event in &entry.events {
        match event {
            Event::DiscussionLeft(discussion::Left { discussion, agent, outcome, promoted }) => {
                let talk = before.conversation.discussion(*discussion);
                let part = talk.and_then(|d| d.consultants.iter().find(|(e, _)| e == agent));
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
                // A discussion that was never open has no record to end.
                let Some(talk) = before.conversation.discussion(*discussion) else { continue };
                // An agent who resolves a conversation or hands it on does not end its discussions:
                // the handover does.
                let by = entry.by.agent().filter(|_| *cause == EndCause::Ended);
                for (expert, offer) in &talk.consultants {
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

/// The agents who must still mark a discussion done that this entry ended, by the offer whose
/// record lists them: each consultant by the consultant's own offer, the initiator by the first.
/// The list leaves out discussions that became a transfer or a conference, and consultants who left
/// before the end.
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
        for (at, (expert, offer)) in talk.consultants.iter().enumerate() {
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

/// The guests whose part in the conference ended.
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

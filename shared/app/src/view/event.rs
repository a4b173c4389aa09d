//! The events of a thread, as a reader may see them.

use domain::audience::{Reader, agent_sees};
use domain::{
    Actor, AgentId, Entry, Event, MonitorMode, Thread, assignment, conference, contact,
    conversation, discussion, file, intake, label, message, monitoring, offer, queue, sla, survey,
    wrap_up,
};
use protocol::view as v;

use super::{discussion_id, names, numbered, offer_id};

/// Shows an entry with the events that `reader` may see. The entry shows the key of the reader's
/// own command only; those of customers' messages are the provider's business. An entry without
/// visible events does not name its author either: the name would tell of a manager who looks on in
/// silence.
#[must_use]
pub fn entry(thread: &Thread, entry: &Entry, reader: Reader<'_>) -> v::Entry {
    let own = entry.by.agent() == Some(reader.agent);
    let events: Vec<_> = entry
        .events
        .iter()
        .filter(|e| agent_sees(e, reader))
        .filter_map(|e| event(thread, entry, e, reader))
        .collect();
    let lost = |e: &Event| match e {
        Event::CustomerMessage(intake::Received { shortened, .. })
        | Event::Echoed(message::Echoed { shortened, .. }) => *shortened,
        _ => false,
    };
    let shortened = entry.events.iter().any(lost).then_some(v::Shortened::RestNotKept);
    let hidden = events.is_empty() && !own;
    v::Entry {
        seq: entry.seq,
        at: entry.at.0,
        by: if hidden { Actor::System.to_string() } else { entry.by.to_string() },
        command: entry.key.clone().filter(|_| own),
        shortened,
        events,
    }
}

fn event(thread: &Thread, entry: &Entry, event: &Event, reader: Reader<'_>) -> Option<v::Event> {
    let name = |agent: &AgentId| agent.to_string();
    let maybe = |agent: &Option<AgentId>| agent.as_ref().map(ToString::to_string);
    Some(match event.clone() {
        Event::Opened(intake::Opened { number, queue, .. }) => v::Event::Opened {
            conversation: numbered(thread, number),
            previous: (number > 1).then(|| numbered(thread, number - 1)),
            queue: queue.to_string(),
        },
        Event::ResolveUndone(conversation::ResolveUndone { owner }) => {
            v::Event::ResolveUndone { owner: owner.to_string() }
        }
        Event::Reopened => v::Event::Reopened,
        Event::OffHours => v::Event::OffHours,
        Event::AutoReply(message::AutoReplied { content }) => {
            v::Event::AutoReply { content: (&content).into() }
        }
        Event::SurveySent(survey::Sent { survey, question, answers }) => {
            v::Event::SurveySent { survey, question, choices: super::choices(&answers) }
        }
        Event::SurveyAnswered(survey::Answered { survey, answer, .. }) => {
            v::Event::SurveyAnswered { survey, answer }
        }
        Event::Triggered(message::Triggered { trigger, note }) => {
            v::Event::Triggered { trigger, note }
        }
        Event::Routed(routing) => v::Event::Routed(self::routing(&routing)),
        Event::Prioritised(queue::Prioritised { priority }) => v::Event::Prioritised { priority },
        Event::Required(assignment::Required { skills }) => {
            v::Event::Required { skills: names(&skills) }
        }
        Event::FirstAnswerDue(sla::FirstResponseDue { late }) => v::Event::FirstAnswerDue { late },
        Event::RequeueAhead(sla::RequeueAhead { at }) => v::Event::RequeueAhead { at: at.0 },
        Event::WrappedUp(wrap_up::Done { conversation, agent, disposition, note }) => {
            v::Event::WrappedUp {
                conversation: numbered(thread, conversation),
                agent: name(&agent),
                disposition,
                note,
            }
        }
        Event::CustomerMessage(intake::Received {
            content, sent_at, quiet, about, beside, ..
        }) => {
            v::Event::CustomerMessage {
                content: (&content).into(),
                // A provider's clock may be ahead of ours: no message was sent after it came.
                sent_at: sent_at.min(entry.at).0,
                quiet,
                about: about.map(Into::into),
                beside: beside.into(),
            }
        }
        Event::CustomerLeft => v::Event::CustomerLeft,
        Event::AgentMessage(message::Sent { content, about, .. }) => {
            v::Event::AgentMessage { content: (&content).into(), about: about.map(Into::into) }
        }
        Event::Echoed(message::Echoed { content, sent_at, about, .. }) => v::Event::Echoed {
            content: (&content).into(),
            sent_at: sent_at.min(entry.at).0,
            about: about.map(Into::into),
        },
        Event::Consented(intake::Consented { stopped }) => v::Event::Consented { stopped },
        Event::MessageRetried(message::Retried { message }) => v::Event::MessageRetried { message },
        Event::Delivery(d) => {
            v::Event::Delivery { message: d.message, status: d.status.into(), reason: d.reason }
        }
        Event::FileAsked(file::Asked { message }) => v::Event::FileAsked { message },
        Event::FileFetched(fetched) => super::file::fetched(thread, entry.seq, fetched),
        Event::Comment(message::Commented { text, mentions, files }) => v::Event::Comment {
            text,
            mentions: names(&mentions),
            files: files.into_iter().map(Into::into).collect(),
        },
        Event::Tagged(label::Tagged { added, removed }) => v::Event::Tagged { added, removed },
        Event::Labelled(label::Labelled { added, removed }) => {
            v::Event::Labelled { added, removed }
        }
        Event::Named(label::Named { alias }) => v::Event::Named { alias },
        Event::Assigned(assignment::Assigned { to, from, origin, note }) => {
            v::Event::Assigned { to: name(&to), from: maybe(&from), origin: origin.into(), note }
        }
        Event::Requeued(queue::Requeued { queue, from, note, cause, .. }) => v::Event::Requeued {
            queue: queue.to_string(),
            from: maybe(&from),
            note,
            cause: cause.into(),
        },
        Event::Renamed(contact::Renamed { name, by }) => {
            v::Event::Renamed { name, by: by.to_string() }
        }
        Event::IdentityChanged(contact::AddressChanged { identity, .. }) => {
            v::Event::IdentityChanged { address: identity }
        }
        Event::Joined(contact::Joined { conversation, there, .. }) => {
            v::Event::Joined { conversation: conversation.to_string(), there }
        }
        Event::Resolved(conversation::Resolved { by, note, .. }) => {
            v::Event::Resolved { by: by.into(), note }
        }
        Event::Abandoned => v::Event::Abandoned,
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
        }) => v::Event::OfferMade {
            offer: offer_id(thread, entry.seq),
            kind: kind.into(),
            from: name(&from),
            to: names(&to),
            target: (&target).into(),
            all,
            discussion: discussion.map(|number| discussion_id(thread, number)),
            note,
            expires: expires.0,
            deadline: deadline.0,
        },
        Event::OfferPassed(offer::Passed { offer, agent, status, reason, .. }) => {
            v::Event::OfferPassed {
                offer: offer_id(thread, offer),
                agent: name(&agent),
                status: status.into(),
                reason,
            }
        }
        Event::OfferMoved(offer::Moved { offer, to, expires }) => v::Event::OfferMoved {
            offer: offer_id(thread, offer),
            to: name(&to),
            expires: expires.0,
        },
        Event::OfferClosed(offer::Closed { offer, status, by, reason, .. }) => {
            v::Event::OfferClosed {
                offer: offer_id(thread, offer),
                status: status.into(),
                by: maybe(&by),
                reason,
            }
        }
        Event::DiscussionMessage(discussion::Said { discussion, text, .. }) => {
            v::Event::DiscussionMessage { discussion: discussion_id(thread, discussion), text }
        }
        Event::DiscussionLeft(discussion::Left { discussion, agent, outcome, promoted }) => {
            v::Event::DiscussionLeft {
                discussion: discussion_id(thread, discussion),
                agent: name(&agent),
                outcome: outcome.as_ref().map(self::outcome),
                promoted: promoted.map(Into::into),
            }
        }
        Event::DiscussionEnded(discussion::Ended {
            discussion,
            resolved,
            note,
            cause,
            outcomes,
            ..
        }) => v::Event::DiscussionEnded {
            discussion: discussion_id(thread, discussion),
            resolved,
            note,
            cause: cause.into(),
            outcomes: outcomes.iter().map(self::outcome).collect(),
        },
        Event::DiscussionDone(discussion::Done { discussion, agent, .. }) => {
            v::Event::DiscussionDone {
                discussion: discussion_id(thread, discussion),
                agent: name(&agent),
            }
        }
        Event::ConferenceJoined(conference::Joined { agent, .. }) => {
            v::Event::ConferenceJoined { agent: name(&agent) }
        }
        Event::ConferenceLeft(conference::Left { agent }) => {
            v::Event::ConferenceLeft { agent: name(&agent) }
        }
        Event::Monitoring(monitoring::Changed { agent, mode, .. }) => {
            // For readers who must not know of silent monitoring, a manager who falls silent
            // leaves.
            let knows = reader.manages || agent == *reader.agent;
            let mode = mode.filter(|mode| knows || *mode != MonitorMode::Silent);
            v::Event::Monitoring { agent: name(&agent), mode: mode.map(Into::into) }
        }
        Event::CoachLine(monitoring::Coached { text, .. }) => v::Event::CoachLine { text },
        Event::TimerArmed(_) | Event::Introduced(_) => return None,
    })
}

fn outcome(outcome: &domain::Outcome) -> v::Outcome {
    v::Outcome {
        agent: outcome.agent.to_string(),
        resolved: outcome.resolved,
        note: outcome.note.clone(),
    }
}

/// Shows how the engine chose.
#[must_use]
pub fn routing(routing: &domain::Routing) -> v::Routing {
    let all = routing.decided_by == domain::Decider::Everyone;
    let best = routing.weighed.first().filter(|w| w.excluded.is_none() && !all);
    v::Routing {
        strategy: routing.strategy.into(),
        chosen: best.map(|w| w.agent.to_string()),
        weighed: routing
            .weighed
            .iter()
            .map(|w| v::Weighed {
                agent: w.agent.to_string(),
                open: w.open,
                capacity: w.capacity,
                idle_since: w.idle_since.map(|at| at.0),
                excluded: w.excluded.map(Into::into),
            })
            .collect(),
        more: routing.more,
        decided_by: routing.decided_by.into(),
    }
}

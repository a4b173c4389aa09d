//! Domain events for the bus (F108): a name with a version, and a detail that holds ids and
//! circumstances, never what people wrote.

use domain::{Event, OfferId};
use serde_json::{Value, json};
use store::Stored;

/// The domain events of an entry, each as (detail type, detail).
pub(crate) fn of(stored: &Stored) -> Vec<(String, String)> {
    let thread = &stored.thread;
    let base = json!({
        "version": 1,
        "conversation": thread.conversation_id().to_string(),
        "thread": thread.id.to_string(),
        "seq": stored.entry.seq,
        "at": stored.entry.at.0,
        "by": stored.entry.by.to_string(),
        "asset": thread.asset.to_string(),
        "queue": thread.conversation.queue.to_string(),
        "contact": thread.contact.to_string(),
        "owner": thread.conversation.owner.as_ref().map(ToString::to_string),
    });
    stored
        .entry
        .events
        .iter()
        .filter_map(|event| name_and_extra(stored, event))
        .map(|(name, extra)| {
            let mut detail = base.clone();
            if let (Value::Object(detail), Value::Object(extra)) = (&mut detail, extra) {
                detail.extend(extra);
            }
            (name.to_owned(), detail.to_string())
        })
        .collect()
}

fn name_and_extra(stored: &Stored, event: &Event) -> Option<(&'static str, Value)> {
    let offer = |number: u64| OfferId { thread: stored.thread.id.clone(), number }.to_string();
    let text = |id: &domain::AgentId| id.to_string();
    Some(match event {
        Event::Opened { number, .. } => ("conversation.opened", json!({"number": number})),
        Event::CustomerMessage { content, .. } => {
            ("message.received", json!({"kind": content.kind()}))
        }
        Event::AgentMessage { content } => ("message.written", json!({"kind": content.kind()})),
        Event::Delivery(d) => {
            ("message.delivery", json!({"message": d.message, "status": d.status}))
        }
        Event::Assigned { to, from, origin, .. } => (
            "conversation.assigned",
            json!({"to": text(to), "from": from.as_ref().map(text), "origin": origin}),
        ),
        Event::Requeued { queue, from, cause, .. } => (
            "conversation.requeued",
            json!({"queue": queue.to_string(), "from": from.as_ref().map(text), "cause": cause}),
        ),
        Event::Resolved { by, .. } => ("conversation.resolved", json!({"resolved_by": by})),
        Event::Abandoned => ("conversation.abandoned", json!({})),
        Event::Reopened => ("conversation.reopened", json!({})),
        Event::ResolveUndone { owner } => {
            ("conversation.resolve_undone", json!({"owner": text(owner)}))
        }
        Event::WrappedUp { conversation, agent, disposition, .. } => (
            "conversation.wrapped_up",
            json!({"number": conversation, "agent": text(agent), "disposition": disposition}),
        ),
        Event::Prioritised { priority } => {
            ("conversation.prioritised", json!({"priority": priority}))
        }
        Event::Tagged { added, removed } => {
            ("conversation.tagged", json!({"added": added, "removed": removed}))
        }
        Event::Labelled { added, removed } => {
            ("conversation.labelled", json!({"added": added, "removed": removed}))
        }
        Event::FirstAnswerDue { late } => ("conversation.first_answer_due", json!({"late": late})),
        Event::RequeueAhead { at } => ("conversation.requeue_ahead", json!({"requeue_at": at.0})),
        Event::Triggered { trigger, note } => {
            ("trigger", json!({"trigger": trigger, "note": note}))
        }
        Event::SurveySent { survey, .. } => ("survey.sent", json!({"survey": survey})),
        Event::SurveyAnswered { survey, answer, .. } => {
            ("survey.answered", json!({"survey": survey, "answer": answer}))
        }
        Event::ConferenceJoined { agent, offer: number } => {
            ("conference.joined", json!({"agent": text(agent), "offer": offer(*number)}))
        }
        Event::ConferenceLeft { agent } => ("conference.left", json!({"agent": text(agent)})),
        Event::Monitoring { agent, mode, .. } => {
            ("conversation.monitoring", json!({"agent": text(agent), "mode": mode}))
        }
        Event::OfferMade { kind, from, to, target, all, expires, deadline, .. } => (
            "offer.made",
            json!({"offer": offer(stored.entry.seq), "kind": kind, "from": text(from),
                   "to": to.iter().map(text).collect::<Vec<_>>(), "target": target, "all": all,
                   "expires": expires.0, "deadline": deadline.0}),
        ),
        Event::OfferPassed { offer: number, agent, status, .. } => (
            "offer.passed",
            json!({"offer": offer(*number), "agent": text(agent), "status": status}),
        ),
        Event::OfferMoved { offer: number, to, expires } => {
            ("offer.moved", json!({"offer": offer(*number), "to": text(to), "expires": expires.0}))
        }
        Event::OfferClosed { offer: number, status, by, .. } => (
            "offer.closed",
            json!({"offer": offer(*number), "status": status, "by": by.as_ref().map(text)}),
        ),
        Event::DiscussionEnded { discussion, resolved, cause, .. } => (
            "discussion.ended",
            json!({"offer": offer(*discussion), "resolved": resolved, "cause": cause}),
        ),
        Event::DiscussionDone { discussion, agent, .. } => {
            ("discussion.done", json!({"offer": offer(*discussion), "agent": text(agent)}))
        }
        Event::CustomerLeft
        | Event::Renamed { .. }
        | Event::OffHours
        | Event::AutoReply { .. }
        | Event::Routed(_)
        | Event::Required { .. }
        | Event::CoachLine { .. }
        | Event::MessageRetried { .. }
        | Event::Comment { .. }
        | Event::Named { .. }
        | Event::IdentityChanged { .. }
        | Event::Introduced { .. }
        | Event::Joined { .. }
        | Event::DiscussionMessage { .. }
        | Event::DiscussionLeft { .. }
        | Event::TimerArmed { .. } => return None,
    })
}

//! Domain events for the bus (F108): a name with a version, and a detail that holds ids and
//! circumstances, never what people wrote.

use domain::{
    Event, OfferId, assignment, conference, conversation, discussion, intake, label, message,
    monitoring, offer, queue, sla, survey, wrap_up,
};
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
        Event::Opened(intake::Opened { number, .. }) => {
            ("conversation.opened", json!({"number": number}))
        }
        Event::CustomerMessage(intake::Received { content, .. }) => {
            ("message.received", json!({"kind": content.kind()}))
        }
        Event::AgentMessage(message::Sent { content, .. }) => {
            ("message.written", json!({"kind": content.kind()}))
        }
        Event::Echoed(message::Echoed { content, .. }) => {
            ("message.echoed", json!({"kind": content.kind()}))
        }
        Event::Consented(intake::Consented { stopped }) => {
            ("customer.consented", json!({"stopped": stopped}))
        }
        Event::Delivery(d) => {
            ("message.delivery", json!({"message": d.message, "status": d.status}))
        }
        Event::Assigned(assignment::Assigned { to, from, origin, .. }) => (
            "conversation.assigned",
            json!({"to": text(to), "from": from.as_ref().map(text), "origin": origin}),
        ),
        Event::Requeued(queue::Requeued { queue, from, cause, .. }) => (
            "conversation.requeued",
            json!({"queue": queue.to_string(), "from": from.as_ref().map(text), "cause": cause}),
        ),
        Event::Resolved(conversation::Resolved { by, .. }) => {
            ("conversation.resolved", json!({"resolved_by": by}))
        }
        Event::Abandoned => ("conversation.abandoned", json!({})),
        Event::Reopened => ("conversation.reopened", json!({})),
        Event::ResolveUndone(conversation::ResolveUndone { owner }) => {
            ("conversation.resolve_undone", json!({"owner": text(owner)}))
        }
        Event::WrappedUp(wrap_up::Done { conversation, agent, disposition, .. }) => (
            "conversation.wrapped_up",
            json!({"number": conversation, "agent": text(agent), "disposition": disposition}),
        ),
        Event::Prioritised(queue::Prioritised { priority }) => {
            ("conversation.prioritised", json!({"priority": priority}))
        }
        Event::Tagged(label::Tagged { added, removed }) => {
            ("conversation.tagged", json!({"added": added, "removed": removed}))
        }
        Event::Labelled(label::Labelled { added, removed }) => {
            ("conversation.labelled", json!({"added": added, "removed": removed}))
        }
        Event::FirstAnswerDue(sla::FirstResponseDue { late }) => {
            ("conversation.first_answer_due", json!({"late": late}))
        }
        Event::RequeueAhead(sla::RequeueAhead { at }) => {
            ("conversation.requeue_ahead", json!({"requeue_at": at.0}))
        }
        Event::Triggered(message::Triggered { trigger, note }) => {
            ("trigger", json!({"trigger": trigger, "note": note}))
        }
        Event::SurveySent(survey::Sent { survey, .. }) => {
            ("survey.sent", json!({"survey": survey}))
        }
        Event::SurveyAnswered(survey::Answered { survey, answer, .. }) => {
            ("survey.answered", json!({"survey": survey, "answer": answer}))
        }
        Event::ConferenceJoined(conference::Joined { agent, offer: number }) => {
            ("conference.joined", json!({"agent": text(agent), "offer": offer(*number)}))
        }
        Event::ConferenceLeft(conference::Left { agent }) => {
            ("conference.left", json!({"agent": text(agent)}))
        }
        Event::Monitoring(monitoring::Changed { agent, mode, .. }) => {
            ("conversation.monitoring", json!({"agent": text(agent), "mode": mode}))
        }
        Event::OfferMade(offer::Made {
            kind, from, to, target, all, expires, deadline, ..
        }) => (
            "offer.made",
            json!({"offer": offer(stored.entry.seq), "kind": kind, "from": text(from),
                   "to": to.iter().map(text).collect::<Vec<_>>(), "target": target, "all": all,
                   "expires": expires.0, "deadline": deadline.0}),
        ),
        Event::OfferPassed(offer::Passed { offer: number, agent, status, .. }) => (
            "offer.passed",
            json!({"offer": offer(*number), "agent": text(agent), "status": status}),
        ),
        Event::OfferMoved(offer::Moved { offer: number, to, expires }) => {
            ("offer.moved", json!({"offer": offer(*number), "to": text(to), "expires": expires.0}))
        }
        Event::OfferClosed(offer::Closed { offer: number, status, by, .. }) => (
            "offer.closed",
            json!({"offer": offer(*number), "status": status, "by": by.as_ref().map(text)}),
        ),
        Event::DiscussionEnded(discussion::Ended { discussion, resolved, cause, .. }) => (
            "discussion.ended",
            json!({"offer": offer(*discussion), "resolved": resolved, "cause": cause}),
        ),
        Event::DiscussionDone(discussion::Done { discussion, agent, .. }) => {
            ("discussion.done", json!({"offer": offer(*discussion), "agent": text(agent)}))
        }
        Event::CustomerLeft
        | Event::Renamed(_)
        | Event::OffHours
        | Event::AutoReply(_)
        | Event::Routed(_)
        | Event::Required(_)
        | Event::CoachLine(_)
        | Event::MessageRetried(_)
        | Event::FileAsked(_)
        | Event::FileFetched(_)
        | Event::Comment(_)
        | Event::Named(_)
        | Event::IdentityChanged(_)
        | Event::Introduced(_)
        | Event::Joined(_)
        | Event::DiscussionMessage(_)
        | Event::DiscussionLeft(_)
        | Event::TimerArmed(_) => return None,
    })
}

//! From the domain to the protocol.

use domain::{AgentId, ConversationId, DiscussionId, Entry, Event, OfferId, Thread, audience};
use protocol::http::{ConversationCard, Engagement, Settings};
use protocol::view as v;
use store::directory::{Agent, Directory, Queue};
use store::{Desk, Waiting};

/// A conversation as agents see it.
#[must_use]
pub fn conversation(thread: &Thread, directory: &Directory) -> v::Conversation {
    let c = &thread.conversation;
    let channel = directory.channel_of(&thread.asset);
    let capabilities = channels::channel(channel).map(channels::Channel::capabilities);
    v::Conversation {
        id: thread.conversation_id().to_string(),
        thread: thread.id.to_string(),
        seq: thread.seq,
        status: c.status.into(),
        channel: channel.to_owned(),
        asset: thread.asset.to_string(),
        contact: v::Contact {
            id: thread.contact.to_string(),
            name: thread.name.clone(),
            address: thread.identity.clone(),
        },
        queue: c.queue.to_string(),
        owner: c.owner.as_ref().map(ToString::to_string),
        origin: c.origin.map(Into::into),
        priority: c.priority,
        opened_at: c.opened_at.0,
        assigned_at: c.assigned_at.map(|at| at.0),
        waiting_on: c.waiting_on.into(),
        waiting_since: c.waiting_since.0,
        window_until: capabilities
            .as_ref()
            .and_then(|k| k.window)
            .map(|window| (c.customer_at + window).0),
        text_limit: capabilities.map_or(channels::web::TEXT_LIMIT, |k| k.text_limit),
        offers: c
            .offers
            .iter()
            .map(|o| v::Offer {
                id: offer_id(thread, o.number),
                kind: o.kind.into(),
                from: o.from.to_string(),
                to: o.to.to_string(),
                expires: o.expires.0,
            })
            .collect(),
        discussions: c
            .discussions
            .iter()
            .map(|d| v::Discussion {
                id: discussion_id(thread, d.number),
                initiator: d.initiator.to_string(),
                members: d.members().map(ToString::to_string).collect(),
            })
            .collect(),
    }
}

fn offer_id(thread: &Thread, number: u64) -> String {
    OfferId { thread: thread.id.clone(), number }.to_string()
}

fn discussion_id(thread: &Thread, number: u64) -> String {
    DiscussionId { thread: thread.id.clone(), number }.to_string()
}

/// An entry with what `reader` may see of it. The keys of customers' messages are the provider's
/// business; only those of commands are shown.
#[must_use]
pub fn entry(thread: &Thread, entry: &Entry, reader: &AgentId) -> v::Entry {
    v::Entry {
        seq: entry.seq,
        at: entry.at.0,
        by: entry.by.to_string(),
        command: entry.key.clone().filter(|_| entry.by.agent() == Some(reader)),
        events: entry
            .events
            .iter()
            .filter(|e| audience::agent_sees(e, reader))
            .filter_map(|e| event(thread, entry, e))
            .collect(),
    }
}

fn event(thread: &Thread, entry: &Entry, event: &Event) -> Option<v::Event> {
    let name = |agent: &AgentId| agent.to_string();
    let names = |agent: &Option<AgentId>| agent.as_ref().map(ToString::to_string);
    let conversation = |number| ConversationId { thread: thread.id.clone(), number }.to_string();
    Some(match event.clone() {
        Event::Opened { number, queue, .. } => v::Event::Opened {
            conversation: conversation(number),
            previous: (number > 1).then(|| conversation(number - 1)),
            queue: queue.to_string(),
        },
        Event::CustomerMessage { content, sent_at, .. } => {
            v::Event::CustomerMessage { content: (&content).into(), sent_at: sent_at.0 }
        }
        Event::CustomerLeft => v::Event::CustomerLeft,
        Event::AgentMessage { content } => v::Event::AgentMessage { content: (&content).into() },
        Event::MessageRetried { message } => v::Event::MessageRetried { message },
        Event::Delivery(d) => {
            v::Event::Delivery { message: d.message, status: d.status.into(), reason: d.reason }
        }
        Event::Comment { text } => v::Event::Comment { text },
        Event::Assigned { to, from, origin, note } => {
            v::Event::Assigned { to: name(&to), from: names(&from), origin: origin.into(), note }
        }
        Event::Requeued { queue, from, note } => {
            v::Event::Requeued { queue: queue.to_string(), from: names(&from), note }
        }
        Event::IdentityChanged { identity } => v::Event::IdentityChanged { address: identity },
        Event::Resolved { by, note } => v::Event::Resolved { by: by.into(), note },
        Event::Abandoned => v::Event::Abandoned,
        Event::OfferMade { kind, from, to, note, expires } => v::Event::OfferMade {
            offer: offer_id(thread, entry.seq),
            kind: kind.into(),
            from: name(&from),
            to: name(&to),
            note,
            expires: expires.0,
        },
        Event::OfferClosed { offer, status, reason } => {
            v::Event::OfferClosed { offer: offer_id(thread, offer), status: status.into(), reason }
        }
        Event::DiscussionMessage { discussion, text, .. } => {
            v::Event::DiscussionMessage { discussion: discussion_id(thread, discussion), text }
        }
        Event::DiscussionLeft { discussion, agent } => v::Event::DiscussionLeft {
            discussion: discussion_id(thread, discussion),
            agent: name(&agent),
        },
        Event::DiscussionEnded { discussion, resolved, note, cause } => v::Event::DiscussionEnded {
            discussion: discussion_id(thread, discussion),
            resolved,
            note,
            cause: cause.into(),
        },
        Event::TimerArmed { .. } => return None,
    })
}

/// A colleague, with presence and load.
#[must_use]
pub fn agent(agent: &Agent, desk: Option<&Desk>) -> v::Agent {
    let profile = &agent.profile;
    let presence = desk.map_or(v::Presence::Offline, |d| d.presence(profile.capacity).into());
    let reason = desk.and_then(|d| d.away.clone()).filter(|r| !r.is_empty());
    v::Agent {
        id: profile.id.to_string(),
        name: profile.name.clone(),
        role: profile.role.into(),
        teams: profile.teams.iter().map(ToString::to_string).collect(),
        presence,
        // Who is offline is not asked why.
        away_reason: reason.filter(|_| presence == v::Presence::Away),
        since: desk.and_then(|d| d.since).map(|at| at.0),
        open: desk.map_or(0, |d| u32::try_from(d.open.len()).unwrap_or(u32::MAX)),
        capacity: profile.capacity,
    }
}

/// A queue with what waits in it.
#[must_use]
pub fn queue(queue: &Queue, waiting: &[Waiting], more: bool, directory: &Directory) -> v::Queue {
    v::Queue {
        id: queue.id.to_string(),
        name: queue.name.clone(),
        team: queue.team.to_string(),
        waiting: waiting
            .iter()
            .map(|w| v::QueuePlace {
                conversation: w.conversation.to_string(),
                name: w.name.clone(),
                channel: directory.channel_of(&w.asset).to_owned(),
                priority: w.priority,
                since: w.since.0,
                summary: w.summary.clone(),
            })
            .collect(),
        more,
    }
}

/// An engagement record.
#[must_use]
pub fn engagement(e: &store::engagement::Engagement) -> Engagement {
    Engagement {
        id: e.offer.to_string(),
        conversation: e.made.conversation.to_string(),
        kind: e.made.kind.into(),
        from: e.made.from.to_string(),
        to: e.made.to.to_string(),
        note: e.made.note.clone(),
        status: e.status.into(),
        created_at: e.made.at.0,
        expires: e.made.expires.0,
        decided_at: e.decided_at.map(|t| t.0),
        reason: e.reason.clone(),
        ended_at: e.ended_at.map(|t| t.0),
        ended_by: e.ended_by.as_ref().map(ToString::to_string),
        end_cause: e.cause.map(Into::into),
        resolved: e.resolved,
        outcome_note: e.outcome_note.clone(),
    }
}

/// A conversation in a list.
#[must_use]
pub fn card(card: &store::card::Card, directory: &Directory) -> ConversationCard {
    ConversationCard {
        id: card.id.to_string(),
        status: card.status.into(),
        channel: directory.channel_of(&card.asset).to_owned(),
        name: card.name.clone(),
        queue: card.queue.to_string(),
        owner: card.owner.as_ref().map(ToString::to_string),
        opened_at: card.opened_at.0,
        updated_at: card.updated_at.0,
        summary: card.summary.clone(),
    }
}

/// The settings.
#[must_use]
pub fn settings(settings: &store::directory::Settings) -> Settings {
    let seconds = |span: domain::Millis| u32::try_from(span.0 / 1_000).unwrap_or(u32::MAX);
    Settings {
        discuss_timeout_seconds: seconds(settings.policy.discuss_timeout),
        assign_timeout_seconds: seconds(settings.policy.assign_timeout),
        auto_resolve_seconds: seconds(settings.policy.auto_resolve_after),
        reject_reasons: settings.reject_reasons.clone(),
        withdraw_reasons: settings.withdraw_reasons.clone(),
        version: settings.version,
    }
}

//! From the domain to the protocol.

use domain::audience::{Reader, agent_sees};
use domain::decide::directs;
use domain::{
    Actor, AgentId, Conversation, ConversationId, DiscussionId, Entry, Event, MonitorMode, Offer,
    OfferId, Policy, Thread,
};
use protocol::contact::{ContactProfile, Identity};
use protocol::http::{ConversationCard, Engagement, Mention, Tried};
use protocol::presence::PresenceChange;
use protocol::view as v;
use store::directory::{Agent, Directory, Queue, Team};
use store::{Desk, Waiting};

/// An agent who reads a thread, with what their role lets them see of it.
#[must_use]
pub fn reader<'a>(agent: &'a AgentId, thread: &Thread, directory: &Directory) -> Reader<'a> {
    let team = directory.team_of(&thread.conversation.queue);
    let record = directory.agents.get(agent);
    Reader { agent, manages: record.is_some_and(|a| directs(&a.profile, team)) }
}

/// A conversation as an agent sees it.
#[must_use]
pub fn conversation(thread: &Thread, directory: &Directory, reader: Reader<'_>) -> v::Conversation {
    let c = &thread.conversation;
    let channel = directory.channel_of(&thread.asset);
    let capabilities = channels::channel(channel).map(channels::Channel::capabilities);
    let policy = directory.policy(&c.queue);
    v::Conversation {
        id: thread.conversation_id().to_string(),
        reference: thread.conversation_id().reference(),
        alias: c.marks.alias.clone(),
        tags: c.marks.tags.clone(),
        labels: c.marks.labels.clone(),
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
        skills: c.skills.iter().map(ToString::to_string).collect(),
        front: c.front,
        opened_at: c.opened_at.0,
        answered_at: c.answered_at.map(|at| at.0),
        first_answer_due: (c.opened_at + policy.first_answer_target).0,
        requeue_at: requeue_at(c, &policy),
        assigned_at: c.assigned_at.map(|at| at.0),
        waiting_on: c.waiting_on.into(),
        waiting_since: c.waiting_since.0,
        window_until: capabilities
            .as_ref()
            .and_then(|k| k.window)
            .map(|window| (c.customer_at + window).0),
        files: capabilities.as_ref().map_or_else(Vec::new, |k| files(k.files)),
        text_limit: capabilities.map_or(channels::web::TEXT_LIMIT, |k| k.text_limit),
        offers: c.offers.iter().map(|o| offer(thread, o)).collect(),
        discussions: c
            .discussions
            .iter()
            .map(|d| v::Discussion {
                id: discussion_id(thread, d.number),
                initiator: d.initiator.to_string(),
                members: d.members().map(ToString::to_string).collect(),
            })
            .collect(),
        guests: c.guests.iter().map(|(agent, _)| agent.to_string()).collect(),
        monitors: c
            .monitors
            .iter()
            .filter(|m| m.mode != MonitorMode::Silent || reader.manages || m.agent == *reader.agent)
            .map(|m| v::Monitor { agent: m.agent.to_string(), mode: m.mode.into() })
            .collect(),
        wrap_ups: thread
            .wraps
            .iter()
            .map(|w| v::OpenWrapUp {
                conversation: numbered(thread, w.number),
                agent: w.agent.to_string(),
                mandatory: w.mandatory,
            })
            .collect(),
    }
}

/// When the owner loses the conversation if the customer gets no answer.
fn requeue_at(c: &Conversation, policy: &Policy) -> Option<i64> {
    Some((c.unanswered_since()? + policy.requeue_after?).0)
}

fn offer(thread: &Thread, o: &Offer) -> v::Offer {
    let alone = || o.to.first().map(|agent| v::Target::Agent(agent.to_string()));
    let group = o.search.as_ref().map(|s| (&s.group).into());
    v::Offer {
        id: offer_id(thread, o.number),
        kind: o.kind.into(),
        from: o.from.to_string(),
        to: names(&o.to),
        target: group.or_else(alone).unwrap_or_else(|| v::Target::Agent(String::new())),
        all: o.search.as_ref().is_some_and(|s| s.all),
        tried: o.search.iter().flat_map(|s| &s.tried).map(|(agent, _)| agent.to_string()).collect(),
        discussion: o.discussion.map(|number| discussion_id(thread, number)),
        expires: o.expires.0,
        deadline: o.search.as_ref().map_or(o.expires, |s| s.deadline).0,
    }
}

fn names<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

fn numbered(thread: &Thread, number: u32) -> String {
    ConversationId { thread: thread.id.clone(), number }.to_string()
}

fn offer_id(thread: &Thread, number: u64) -> String {
    OfferId { thread: thread.id.clone(), number }.to_string()
}

fn discussion_id(thread: &Thread, number: u64) -> String {
    DiscussionId { thread: thread.id.clone(), number }.to_string()
}

/// An entry with what `reader` may see of it. The keys of customers' messages are the provider's
/// business; only those of commands are shown. Of an entry in which a reader sees nothing they are
/// not told whose it is, either: that somebody did something tells of who looks on in silence.
#[must_use]
pub fn entry(thread: &Thread, entry: &Entry, reader: Reader<'_>) -> v::Entry {
    let own = entry.by.agent() == Some(reader.agent);
    let events: Vec<_> = entry
        .events
        .iter()
        .filter(|e| agent_sees(e, reader))
        .filter_map(|e| event(thread, entry, e, reader))
        .collect();
    let hidden = events.is_empty() && !own;
    v::Entry {
        seq: entry.seq,
        at: entry.at.0,
        by: if hidden { Actor::System.to_string() } else { entry.by.to_string() },
        command: entry.key.clone().filter(|_| own),
        events,
    }
}

fn event(thread: &Thread, entry: &Entry, event: &Event, reader: Reader<'_>) -> Option<v::Event> {
    let name = |agent: &AgentId| agent.to_string();
    let maybe = |agent: &Option<AgentId>| agent.as_ref().map(ToString::to_string);
    Some(match event.clone() {
        Event::Opened { number, queue, .. } => v::Event::Opened {
            conversation: numbered(thread, number),
            previous: (number > 1).then(|| numbered(thread, number - 1)),
            queue: queue.to_string(),
        },
        Event::Reopened => v::Event::Reopened,
        Event::OffHours => v::Event::OffHours,
        Event::AutoReply { content } => v::Event::AutoReply { content: (&content).into() },
        Event::SurveySent { survey } => v::Event::SurveySent { survey },
        Event::SurveyAnswered { survey, answer } => v::Event::SurveyAnswered { survey, answer },
        Event::Triggered { trigger, note } => v::Event::Triggered { trigger, note },
        Event::Routed(routing) => v::Event::Routed(self::routing(&routing)),
        Event::Prioritised { priority } => v::Event::Prioritised { priority },
        Event::Required { skills } => v::Event::Required { skills: names(&skills) },
        Event::FirstAnswerDue { late } => v::Event::FirstAnswerDue { late },
        Event::RequeueAhead { at } => v::Event::RequeueAhead { at: at.0 },
        Event::WrappedUp { conversation, agent, disposition, note } => v::Event::WrappedUp {
            conversation: numbered(thread, conversation),
            agent: name(&agent),
            disposition,
            note,
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
        Event::Comment { text, mentions, files } => v::Event::Comment {
            text,
            mentions: names(&mentions),
            files: files.into_iter().map(Into::into).collect(),
        },
        Event::Tagged { added, removed } => v::Event::Tagged { added, removed },
        Event::Labelled { added, removed } => v::Event::Labelled { added, removed },
        Event::Named { alias } => v::Event::Named { alias },
        Event::Assigned { to, from, origin, note } => {
            v::Event::Assigned { to: name(&to), from: maybe(&from), origin: origin.into(), note }
        }
        Event::Requeued { queue, from, note, cause, .. } => v::Event::Requeued {
            queue: queue.to_string(),
            from: maybe(&from),
            note,
            cause: cause.into(),
        },
        Event::Renamed { name, by } => v::Event::Renamed { name, by: by.to_string() },
        Event::IdentityChanged { identity } => v::Event::IdentityChanged { address: identity },
        Event::Resolved { by, note, .. } => v::Event::Resolved { by: by.into(), note },
        Event::Abandoned => v::Event::Abandoned,
        Event::OfferMade { kind, from, to, target, all, discussion, note, expires, deadline } => {
            v::Event::OfferMade {
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
            }
        }
        Event::OfferPassed { offer, agent, status, reason, .. } => v::Event::OfferPassed {
            offer: offer_id(thread, offer),
            agent: name(&agent),
            status: status.into(),
            reason,
        },
        Event::OfferMoved { offer, to, expires } => v::Event::OfferMoved {
            offer: offer_id(thread, offer),
            to: name(&to),
            expires: expires.0,
        },
        Event::OfferClosed { offer, status, by, reason, .. } => v::Event::OfferClosed {
            offer: offer_id(thread, offer),
            status: status.into(),
            by: maybe(&by),
            reason,
        },
        Event::DiscussionMessage { discussion, text, .. } => {
            v::Event::DiscussionMessage { discussion: discussion_id(thread, discussion), text }
        }
        Event::DiscussionLeft { discussion, agent, outcome, promoted } => {
            v::Event::DiscussionLeft {
                discussion: discussion_id(thread, discussion),
                agent: name(&agent),
                outcome: outcome.as_ref().map(self::outcome),
                promoted: promoted.map(Into::into),
            }
        }
        Event::DiscussionEnded { discussion, resolved, note, cause, outcomes, .. } => {
            v::Event::DiscussionEnded {
                discussion: discussion_id(thread, discussion),
                resolved,
                note,
                cause: cause.into(),
                outcomes: outcomes.iter().map(self::outcome).collect(),
            }
        }
        Event::ConferenceJoined { agent, .. } => v::Event::ConferenceJoined { agent: name(&agent) },
        Event::ConferenceLeft { agent } => v::Event::ConferenceLeft { agent: name(&agent) },
        Event::Monitoring { agent, mode, .. } => {
            // To those who must not know of silence, falling silent is leaving.
            let knows = reader.manages || agent == *reader.agent;
            let mode = mode.filter(|mode| knows || *mode != MonitorMode::Silent);
            v::Event::Monitoring { agent: name(&agent), mode: mode.map(Into::into) }
        }
        Event::CoachLine { text, .. } => v::Event::CoachLine { text },
        Event::TimerArmed { .. } => return None,
    })
}

fn outcome(outcome: &domain::Outcome) -> v::Outcome {
    v::Outcome {
        agent: outcome.agent.to_string(),
        resolved: outcome.resolved,
        note: outcome.note.clone(),
    }
}

const fn load(load: domain::Load) -> v::Load {
    v::Load { open: load.open, capacity: load.capacity }
}

/// How the engine chose.
#[must_use]
pub fn routing(routing: &domain::Routing) -> v::Routing {
    let best = routing.weighed.first().filter(|w| w.excluded.is_none());
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
        set_by: desk.and_then(|d| d.set_by.as_ref()).map(ToString::to_string),
        open: desk.map_or(0, |d| u32::try_from(d.open.len()).unwrap_or(u32::MAX)),
        capacity: profile.capacity,
        skills: profile.skills.iter().map(ToString::to_string).collect(),
        call: agent.call.clone(),
    }
}

/// A presence that somebody else set.
#[must_use]
pub fn presence(change: &store::PresenceChange) -> PresenceChange {
    let takes_work = change.away.is_none();
    PresenceChange {
        at: change.at.0,
        by: change.by.to_string(),
        presence: if takes_work { v::PresenceChoice::Available } else { v::PresenceChoice::Away },
        reason: change.away.clone().filter(|reason| !reason.is_empty()),
    }
}

/// A team.
#[must_use]
pub fn team(team: &Team) -> v::Team {
    v::Team { id: team.id.to_string(), name: team.name.clone() }
}

/// A queue with what waits in it.
#[must_use]
pub fn queue(queue: &Queue, waiting: &[Waiting], more: bool, directory: &Directory) -> v::Queue {
    let target = directory.policy(&queue.id).first_answer_target;
    v::Queue {
        id: queue.id.to_string(),
        name: queue.name.clone(),
        team: queue.team.to_string(),
        mode: directory.policy(&queue.id).mode.into(),
        waiting: waiting
            .iter()
            .map(|w| v::QueuePlace {
                conversation: w.conversation.to_string(),
                reference: w.conversation.reference(),
                alias: w.marks.alias.clone(),
                tags: w.marks.tags.clone(),
                labels: w.marks.labels.clone(),
                contact: w.contact.as_ref().map(ToString::to_string),
                name: w.name.clone(),
                channel: directory.channel_of(&w.asset).to_owned(),
                priority: w.priority,
                since: w.since.0,
                front: w.front,
                first_answer_due: w.unanswered_since.map(|at| (at + target).0),
                summary: w.summary.clone(),
            })
            .collect(),
        more,
    }
}

/// An engagement record.
#[must_use]
pub fn engagement(e: &store::engagement::Engagement) -> Engagement {
    let accepted = e.decided_at.filter(|_| e.status == domain::OfferStatus::Accepted);
    let discussion = |number| DiscussionId { thread: e.offer.thread.clone(), number }.to_string();
    Engagement {
        id: e.offer.to_string(),
        conversation: e.made.conversation.to_string(),
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
    }
}

/// A conversation in a list.
#[must_use]
pub fn card(card: &store::card::Card, directory: &Directory) -> ConversationCard {
    ConversationCard {
        id: card.id.to_string(),
        reference: card.id.reference(),
        alias: card.marks.alias.clone(),
        tags: card.marks.tags.clone(),
        labels: card.marks.labels.clone(),
        status: card.status.into(),
        channel: directory.channel_of(&card.asset).to_owned(),
        contact: card.contact.to_string(),
        name: card.name.clone(),
        queue: card.queue.to_string(),
        owner: card.owner.as_ref().map(ToString::to_string),
        priority: card.priority,
        waiting_on: card.waiting_on.into(),
        waiting_since: card.waiting_since.0,
        opened_at: card.opened_at.0,
        updated_at: card.updated_at.0,
        summary: card.summary.clone(),
    }
}

/// A customer, over all channels.
#[must_use]
pub fn contact(contact: &store::contact::Contact) -> ContactProfile {
    let identity = |identity: &String| {
        let (channel, address) = identity.split_once(':').unwrap_or(("", identity));
        Identity { channel: channel.to_owned(), address: address.to_owned() }
    };
    ContactProfile {
        id: contact.id.to_string(),
        name: contact.name.clone(),
        identities: contact.identities.iter().map(identity).collect(),
        since: contact.since.0,
        attributes: contact.attributes.clone(),
        version: contact.version,
    }
}

/// A remark in which an agent is mentioned.
#[must_use]
pub fn mention(mention: &store::mention::Mention) -> Mention {
    Mention {
        conversation: mention.conversation.to_string(),
        seq: mention.seq,
        at: mention.at.0,
        by: mention.by.to_string(),
        text: mention.text.clone(),
    }
}

/// The kinds of files that a channel carries.
#[must_use]
pub fn files(rules: &[domain::file::FileRule]) -> Vec<protocol::upload::FileRule> {
    let shown = |rule: &domain::file::FileRule| protocol::upload::FileRule {
        medium: rule.medium.into(),
        types: rule.types.iter().map(|mime| (*mime).to_owned()).collect(),
        limit: rule.limit,
    };
    rules.iter().map(shown).collect()
}

//! Views: the domain's values in the protocol's form.

mod engagement;
mod event;
pub(crate) mod file;
pub mod shorten;

use domain::audience::Reader;
use domain::{
    AgentId, Conversation, ConversationId, DiscussionId, MonitorMode, Offer, OfferId, Policy,
    Thread, directs, may,
};
use protocol::contact::{ContactProfile, Identity};
use protocol::conversation::ConversationCard;
use protocol::mention::Mention;
use protocol::presence::PresenceChange;
use protocol::view as v;
use store::settings::directory::{Agent, Directory, Queue, Team};
use store::{Waiting, Workload};

pub use engagement::engagement;
pub use event::{entry, routing};

/// The reader of a thread: an agent, with the rights of their role.
#[must_use]
pub fn reader<'a>(agent: &'a AgentId, thread: &Thread, directory: &Directory) -> Reader<'a> {
    let team = directory.team_of(&thread.conversation.queue);
    let record = directory.agents.get(agent);
    Reader { agent, manages: record.is_some_and(|a| directs(&a.profile, team)) }
}

/// Shows a conversation as an agent sees it.
#[must_use]
pub fn conversation(thread: &Thread, directory: &Directory, reader: Reader<'_>) -> v::Conversation {
    let c = &thread.conversation;
    let channel = directory.channel_of(&thread.asset);
    let capabilities = channels::channel(channel).map(channels::Channel::capabilities);
    let policy = directory.policy(&c.queue);
    let team = directory.team_of(&c.queue);
    let record = directory.agents.get(reader.agent);
    let may = record.map_or_else(Vec::new, |a| may(&a.profile, thread, team));
    v::Conversation {
        id: thread.conversation_id().to_string(),
        reference: thread.conversation_id().reference(),
        alias: c.labels.alias.clone(),
        tags: c.labels.tags.clone(),
        labels: c.labels.labels.clone(),
        thread: thread.id.to_string(),
        seq: thread.seq,
        first: c.first,
        status: c.status.into(),
        channel: channel.to_owned(),
        asset: thread.asset.to_string(),
        contact: v::Contact {
            id: thread.contact.to_string(),
            name: thread.name.clone(),
            address: thread.identity.clone(),
            others: thread.addresses().skip(1).map(str::to_owned).collect(),
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
            .and_then(|k| k.late_window.or(k.window))
            .map(|window| (c.customer_at + window).0),
        files: capabilities.as_ref().map_or_else(Vec::new, |k| files(k.files)),
        quotes: capabilities.as_ref().is_some_and(|k| k.quotes),
        reacts: capabilities.as_ref().is_some_and(|k| k.sends.contains(&"reaction")),
        opted_out: thread.known.stopped && capabilities.as_ref().is_some_and(|k| k.opt_out),
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
        may: may.into_iter().map(Into::into).collect(),
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

/// The moment at which the owner loses the conversation if the customer gets no answer.
fn requeue_at(c: &Conversation, policy: &Policy) -> Option<i64> {
    Some((c.unanswered_since()? + policy.requeue_after?).0)
}

fn offer(thread: &Thread, o: &Offer) -> v::Offer {
    let alone = || o.to.first().map(|agent| v::Target::Agent(agent.to_string()));
    let group = o.group_offer.as_ref().map(|s| (&s.group).into());
    v::Offer {
        id: offer_id(thread, o.number),
        kind: o.kind.into(),
        from: o.from.to_string(),
        to: names(&o.to),
        target: group.or_else(alone).unwrap_or_else(|| v::Target::Agent(String::new())),
        all: o.group_offer.as_ref().is_some_and(|s| s.all),
        tried: o
            .group_offer
            .iter()
            .flat_map(|s| &s.tried)
            .map(|(agent, _)| agent.to_string())
            .collect(),
        discussion: o.discussion.map(|number| discussion_id(thread, number)),
        note: None,
        expires: o.expires.0,
        deadline: o.group_offer.as_ref().map_or(o.expires, |s| s.deadline).0,
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

pub(crate) fn discussion_id(thread: &Thread, number: u64) -> String {
    DiscussionId { thread: thread.id.clone(), number }.to_string()
}

/// Shows a colleague, with presence and load.
#[must_use]
pub fn agent(agent: &Agent, workload: Option<&Workload>) -> v::Agent {
    let profile = &agent.profile;
    let presence = workload.map_or(v::Presence::Offline, |d| d.presence(profile.capacity).into());
    let reason = workload.and_then(|d| d.away.clone()).filter(|r| !r.is_empty());
    v::Agent {
        id: profile.id.to_string(),
        name: profile.name.clone(),
        role: profile.role.into(),
        teams: profile.teams.iter().map(ToString::to_string).collect(),
        presence,
        // The reason belongs to agents who are away; an agent who is offline shows none.
        away_reason: reason.filter(|_| presence == v::Presence::Away),
        since: workload.and_then(|d| d.since).map(|at| at.0),
        set_by: workload.and_then(|d| d.set_by.as_ref()).map(ToString::to_string),
        open: workload.map_or(0, |d| u32::try_from(d.open.len()).unwrap_or(u32::MAX)),
        capacity: profile.capacity,
        skills: profile.skills.iter().map(ToString::to_string).collect(),
        call: agent.call.clone(),
        active: agent.active,
        bound: agent.signs_in.is_some(),
    }
}

/// Shows a presence that a colleague set.
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

/// Shows a team.
#[must_use]
pub fn team(team: &Team) -> v::Team {
    v::Team { id: team.id.to_string(), name: team.name.clone(), retired: team.retired }
}

/// Shows a queue with its waiting conversations.
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
                alias: w.labels.alias.clone(),
                tags: w.labels.tags.clone(),
                labels: w.labels.labels.clone(),
                contact: w.contact.as_ref().map(ToString::to_string),
                name: w.name.clone(),
                addresses: w.addresses.clone(),
                channel: directory.channel_of(&w.asset).to_owned(),
                priority: w.priority,
                since: w.since.0,
                front: w.front,
                first_answer_due: w.unanswered_since.map(|at| (at + target).0),
                summary: w.summary.clone(),
            })
            .collect(),
        more,
        retired: queue.retired,
    }
}

/// Shows the summary of a conversation.
#[must_use]
pub fn card(card: &store::conversation::summary::Card, directory: &Directory) -> ConversationCard {
    ConversationCard {
        id: card.id.to_string(),
        reference: card.id.reference(),
        alias: card.labels.alias.clone(),
        tags: card.labels.tags.clone(),
        labels: card.labels.labels.clone(),
        status: card.status.into(),
        channel: directory.channel_of(&card.asset).to_owned(),
        contact: card.contact.to_string(),
        name: card.name.clone(),
        addresses: card.addresses.clone(),
        queue: card.queue.to_string(),
        owner: card.owner.as_ref().map(ToString::to_string),
        priority: card.priority,
        waiting_on: card.waiting_on.into(),
        waiting_since: card.waiting_since.0,
        opened_at: card.opened_at.0,
        updated_at: card.updated_at.0,
        summary: card.summary.clone(),
        summary_by: card.said_by.as_ref().map(ToString::to_string),
    }
}

/// Shows a contact, with the addresses of all channels.
#[must_use]
pub fn contact(contact: &store::contact::record::Contact) -> ContactProfile {
    let identity = |identity: &String| {
        let (channel, address) = identity.split_once(':').unwrap_or(("", identity));
        Identity { channel: channel.to_owned(), address: address.to_owned() }
    };
    ContactProfile {
        id: contact.id.to_string(),
        name: contact.name.clone(),
        identities: contact.identities.iter().map(identity).collect(),
        since: contact.since.0,
        email: contact.email.clone(),
        phones: contact.phones.clone(),
        attributes: contact.attributes.clone(),
        version: contact.version,
    }
}

/// Shows a comment in which an agent is mentioned.
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

/// Numbers the answers of a survey.
#[must_use]
pub fn choices(answers: &[String]) -> Vec<protocol::visitor::Choice> {
    let shown = |(number, label): (usize, &String)| protocol::visitor::Choice {
        value: number.to_string(),
        label: label.clone(),
    };
    (1..).zip(answers).map(shown).collect()
}

/// Shows the kinds of files that a channel carries.
#[must_use]
pub fn files(rules: &[domain::file::FileRule]) -> Vec<protocol::file::FileRule> {
    let shown = |rule: &domain::file::FileRule| protocol::file::FileRule {
        medium: rule.medium.into(),
        types: rule.types.iter().map(|mime| (*mime).to_owned()).collect(),
        limit: rule.limit,
    };
    rules.iter().map(shown).collect()
}

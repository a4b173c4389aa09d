//! Bodies of the HTTP API.

use super::Example;
use super::story::{
    CONVERSATION, DIRECT, LAST, OFFER, THREAD, amelia, at, command, conversation, entry,
};
use crate::direct::{
    DirectMessage, DirectMessages, DirectRead, DirectSent, NewDirect, Talk, Talks,
};
use crate::http::{
    AgentChange, Agents, ConversationCard, ConversationWithEntries, Conversations, Done,
    Engagement, Engagements, Entries, NewVisitor, PresenceBody, Problem, Queues, Ticket, Visitor,
    VisitorTicket,
};
use crate::view::{
    Agent, EndCause, Load, OfferKind, OfferStatus, Presence, PresenceChoice, Queue, QueuePlace,
    Role, Status, Target,
};
use crate::{Command, CommandFrame, Content};

/// One example of each body.
#[must_use]
pub fn bodies() -> Vec<Example> {
    let entries = |from: u64| (from..=LAST).map(|n| entry(n, "mark")).collect();
    let refused = domain::Refusal::AlreadyTaken { by: super::refusal::agent("mark") };
    let error = (&refused).into();
    let (transfer, result) = super::together::bulk();
    vec![
        Example::new("problem", "Problem", &Problem { error }),
        Example::new("ticket", "Ticket", &ticket()),
        Example::new("command", "CommandFrame", &send()),
        Example::new("done", "Done", &done()),
        Example::new("me", "Agent", &agents().agents[0]),
        Example::new("agents", "Agents", &agents()),
        Example::new("queue", "Queue", &queue()),
        Example::new("queues", "Queues", &Queues { queues: vec![queue()] }),
        Example::new(
            "conversation",
            "ConversationWithEntries",
            &ConversationWithEntries {
                conversation: conversation(LAST),
                entries: entries(1),
                more: false,
            },
        ),
        Example::new("entries", "Entries", &Entries { entries: entries(11), more: true }),
        Example::new("conversations", "Conversations", &conversations()),
        Example::new(
            "engagements",
            "Engagements",
            &Engagements { engagements: vec![engagement()], cursor: None },
        ),
        Example::new(
            "engagements.page",
            "Engagements",
            &Engagements {
                engagements: vec![super::together::engagement()],
                cursor: Some(format!("{}.{THREAD}-o21", at(3_800))),
            },
        ),
        Example::new("bulk_transfer", "BulkTransfer", &transfer),
        Example::new("bulk_result", "BulkResult", &result),
        Example::new("routings", "Routings", &super::together::routings()),
        Example::new("agent_change", "AgentChange", &agent_change()),
        Example::new(
            "presence",
            "PresenceBody",
            &PresenceBody {
                presence: PresenceChoice::Away,
                reason: Some("Lunch, back at one".to_owned()),
            },
        ),
        Example::new("talk", "Talk", &talk()),
        Example::new("talks", "Talks", &Talks { talks: vec![talk()] }),
        Example::new(
            "direct_messages",
            "DirectMessages",
            &DirectMessages { messages: vec![message()], more: true },
        ),
        Example::new("new_direct", "NewDirect", &new_direct()),
        Example::new("direct_sent", "DirectSent", &sent()),
        Example::new("direct_read", "DirectRead", &DirectRead { seq: 4 }),
        Example::new("new_visitor", "NewVisitor", &new_visitor()),
        Example::new("visitor", "Visitor", &visitor()),
        Example::new(
            "visitor_ticket",
            "VisitorTicket",
            &VisitorTicket { ticket: ticket(), visitor: visitor() },
        ),
    ]
    .into_iter()
    .chain(super::settings::bodies())
    .chain(super::personal::bodies())
    .collect()
}

fn ticket() -> Ticket {
    Ticket {
        ticket: "bd21b33fec13341b973fb6f3c587dfd0".to_owned(),
        expires: at(-10),
        url: "wss://abc123.execute-api.eu-central-1.amazonaws.com/live".to_owned(),
    }
}

fn send() -> CommandFrame {
    CommandFrame {
        id: command(3),
        conversation: CONVERSATION.to_owned(),
        seen: Some(2),
        command: Command::Send {
            content: Content::Text {
                text: "Hello Amelia! Let me look into this for you.".to_owned(),
            },
        },
    }
}

fn done() -> Done {
    Done { id: command(3), conversation: CONVERSATION.to_owned(), seq: 3 }
}

/// Mark and two colleagues.
pub(super) fn agents() -> Agents {
    let agent = |id: &str, name: &str, role, open| Agent {
        id: id.to_owned(),
        name: name.to_owned(),
        role,
        teams: vec!["support".to_owned()],
        presence: Presence::Available,
        away_reason: None,
        since: None,
        open,
        capacity: 5,
        skills: Vec::new(),
        call: None,
    };
    let mut agents = vec![
        agent("mark", "Mark Adler", Role::Agent, 0),
        agent("martha", "Martha Osei", Role::Agent, 2),
        agent("olga", "Olga Brandt", Role::Manager, 0),
    ];
    agents[1].skills = vec!["refunds".to_owned()];
    agents[1].call = Some("sip:martha@voice.example.com".to_owned());
    agents[2].presence = Presence::Offline;
    Agents { agents }
}

fn agent_change() -> AgentChange {
    AgentChange {
        capacity: 4.into(),
        skills: vec!["refunds".to_owned(), "german".to_owned()].into(),
        call: Some("tel:+4930123456".to_owned()).into(),
        ..AgentChange::default()
    }
}

/// What Mark wrote to Martha.
pub(super) fn message() -> DirectMessage {
    DirectMessage { seq: 5, at: at(55), by: "mark".to_owned(), text: new_direct().text }
}

/// Mark's talk with Martha; he has not read her last message.
pub(super) fn talk() -> Talk {
    Talk {
        with: "martha".to_owned(),
        seq: 5,
        at: at(55),
        by: "mark".to_owned(),
        line: message().text,
        unread: 1,
    }
}

fn new_direct() -> NewDirect {
    NewDirect { id: DIRECT.to_owned(), text: "Can you take the early shift?".to_owned() }
}

fn sent() -> DirectSent {
    DirectSent { id: DIRECT.to_owned(), with: "martha".to_owned(), seq: 5 }
}

/// The queue in which Amelia waits.
pub(super) fn queue() -> Queue {
    Queue {
        id: "support".to_owned(),
        name: "Support".to_owned(),
        team: "support".to_owned(),
        mode: crate::settings::Mode::Manual,
        waiting: vec![QueuePlace {
            conversation: CONVERSATION.to_owned(),
            name: amelia().name,
            channel: "whatsapp".to_owned(),
            priority: 0,
            since: at(0),
            front: false,
            first_answer_due: Some(at(30)),
            summary: "The kettle leaks at the handle.".to_owned(),
        }],
        more: false,
    }
}

fn conversations() -> Conversations {
    Conversations {
        conversations: vec![ConversationCard {
            id: CONVERSATION.to_owned(),
            status: Status::Resolved,
            channel: "whatsapp".to_owned(),
            name: amelia().name,
            queue: "support".to_owned(),
            owner: None,
            opened_at: at(0),
            updated_at: at(290),
            summary: "Great, thank you!".to_owned(),
        }],
        cursor: Some(at(0).to_string()),
    }
}

fn engagement() -> Engagement {
    Engagement {
        id: OFFER.to_owned(),
        conversation: CONVERSATION.to_owned(),
        kind: OfferKind::Discuss,
        from: "mark".to_owned(),
        target: Target::Agent("martha".to_owned()),
        all: false,
        to: vec!["martha".to_owned()],
        tried: Vec::new(),
        discussion: None,
        note: Some("Is there a recall of this kettle?".to_owned()),
        status: OfferStatus::Accepted,
        version: 3,
        created_at: at(80),
        offered_at: at(80),
        expires: at(200),
        deadline: at(200),
        decided_at: Some(at(95)),
        decided_by: Some("martha".to_owned()),
        load: Some(Load { open: 2, capacity: 5 }),
        wait_ms: Some(15_000),
        reason: None,
        reason_code: None,
        ended_at: Some(at(150)),
        talk_ms: Some(55_000),
        messages: Some(1),
        promoted_to: None,
        ended_by: Some("mark".to_owned()),
        end_cause: Some(EndCause::Ended),
        resolved: Some(true),
        outcome_note: Some("Batch 7, replace it".to_owned()),
    }
}

fn new_visitor() -> NewVisitor {
    NewVisitor { asset: "web-demo".to_owned(), name: Some("Ben".to_owned()) }
}

fn visitor() -> Visitor {
    // Not a real token: its signature is missing.
    Visitor {
        token: "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJzd2l0Y2hib2FyZC12aXNpdG9yIn0.signature".to_owned(),
        expires: at(30 * 86_400),
    }
}

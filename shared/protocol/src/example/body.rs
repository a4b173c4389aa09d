//! Bodies of the HTTP API.

use super::Example;
use super::board::{board, queue};
use super::story::{
    CONVERSATION, DIRECT, LAST, OFFER, THREAD, amelia, at, command, conversation, entry,
};
use crate::agent::{AgentChange, Agents};
use crate::contact::{ContactChange, ContactProfile, Identity};
use crate::conversation::{ConversationCard, ConversationWithEntries, Conversations, Entries};
use crate::direct::{
    DirectMessage, DirectMessages, DirectRead, DirectSent, NewDirect, Talk, Talks,
};
use crate::engagement::{Engagement, Engagements};
use crate::mention::{Mention, Mentions, MentionsSeen, SeeMentions};
use crate::presence::{PresenceBody, PresenceChange, PresenceChanges};
use crate::queue::Queues;
use crate::session::{Done, Problem, Ticket};
use crate::view::{
    Agent, EndCause, Load, OfferKind, OfferStatus, Party, Presence, PresenceChoice, Role, Status,
    Target,
};
use crate::visitor::{Away, NewVisitor, Visitor, VisitorTicket};
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
                newest: None,
            },
        ),
        Example::new("entries", "Entries", &Entries { entries: entries(11), more: true }),
        Example::new("conversations", "Conversations", &conversations()),
        Example::new("mentions", "Mentions", &mentions()),
        Example::new("mentions.see", "SeeMentions", &SeeMentions { at: at(3_700) }),
        Example::new("mentions.seen", "MentionsSeen", &seen()),
        Example::new("board", "Board", &board()),
        Example::new("contact", "ContactProfile", &contact(1)),
        Example::new("contact_change", "ContactChange", &contact_change()),
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
        Example::new("presence_changes", "PresenceChanges", &presence_changes()),
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
        Example::new("visitor_ticket", "VisitorTicket", &visitor_ticket(None)),
        Example::new(
            "visitor_ticket.away",
            "VisitorTicket",
            &visitor_ticket(Some(Away { until: Some(1_795_420_800_000) })),
        ),
    ]
    .into_iter()
    .chain(super::settings::bodies())
    .chain(super::workspace::bodies())
    .chain(super::set_up::bodies())
    .chain(super::personal::bodies())
    .chain(super::upload::bodies())
    .collect()
}

fn visitor_ticket(away: Option<Away>) -> VisitorTicket {
    VisitorTicket { ticket: ticket(), visitor: visitor(), files: super::upload::rules(), away }
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
            reply_to: None,
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
        set_by: None,
        open,
        capacity: 5,
        skills: Vec::new(),
        call: None,
        active: true,
        bound: true,
    };
    let mut agents = vec![
        agent("mark", "Mark Adler", Role::Agent, 0),
        agent("martha", "Martha Osei", Role::Agent, 2),
        agent("olga", "Olga Brandt", Role::Manager, 0),
    ];
    agents[1].skills = vec!["refunds".to_owned()];
    agents[1].call = Some("sip:martha@voice.example.com".to_owned());
    agents[2].presence = Presence::Offline;
    Agents { agents, targets: Vec::new() }
}

fn agent_change() -> AgentChange {
    AgentChange {
        capacity: 4.into(),
        skills: vec!["refunds".to_owned(), "german".to_owned()].into(),
        call: Some("tel:+4930123456".to_owned()).into(),
        ..AgentChange::default()
    }
}

/// Mark's direct message to Martha.
pub(super) fn message() -> DirectMessage {
    DirectMessage {
        seq: 5,
        at: at(55),
        by: "mark".to_owned(),
        text: new_direct().text,
        conversation: None,
    }
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
    NewDirect {
        id: DIRECT.to_owned(),
        text: "Can you take the early shift?".to_owned(),
        conversation: None,
    }
}

fn sent() -> DirectSent {
    DirectSent { id: DIRECT.to_owned(), with: "martha".to_owned(), seq: 5 }
}

/// Olga sent Martha to lunch.
pub(super) fn presence_set() -> PresenceChange {
    PresenceChange {
        at: at(600),
        by: "olga".to_owned(),
        presence: PresenceChoice::Away,
        reason: Some("Lunch".to_owned()),
    }
}

fn presence_changes() -> PresenceChanges {
    PresenceChanges { changes: vec![presence_set()] }
}

fn mentions() -> Mentions {
    Mentions { mentions: vec![mention()], cursor: None, seen_at: at(3_600), unseen: 1 }
}

/// Nina has looked at Mark's mention of her.
pub(super) fn seen() -> MentionsSeen {
    MentionsSeen { at: at(3_700), unseen: 0 }
}

/// Mark mentions Nina in a comment.
pub(super) fn mention() -> Mention {
    Mention {
        conversation: format!("{THREAD}-2"),
        seq: 20,
        at: at(3_700),
        by: "mark".to_owned(),
        text: "Nina, is batch 9 recalled, too?".to_owned(),
    }
}

/// Amelia's record after this many changes.
pub(super) fn contact(version: u64) -> ContactProfile {
    let known = [("Customer number", "20817"), ("Tier", "gold")];
    ContactProfile {
        id: amelia().id,
        name: amelia().name,
        identities: vec![Identity { channel: "whatsapp".to_owned(), address: amelia().address }],
        since: at(0),
        email: Some("amelia@example.com".to_owned()),
        phones: vec!["+44 20 7946 0018".to_owned()],
        attributes: known.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
        version,
    }
}

fn contact_change() -> ContactChange {
    ContactChange {
        version: 1,
        name: Some("Amelia Fox-Jones".to_owned()),
        email: Some("amelia.fox@example.com".to_owned()).into(),
        phones: Some(vec!["+44 20 7946 0018".to_owned()]),
        attributes: [
            ("Tier".to_owned(), None),
            ("Speaks".to_owned(), Some("English, French".to_owned())),
        ]
        .into(),
    }
}

pub(super) fn conversations() -> Conversations {
    Conversations {
        conversations: vec![ConversationCard {
            id: CONVERSATION.to_owned(),
            reference: "4T9M-0C2X-1".to_owned(),
            alias: Some("Leaking kettle".to_owned()),
            tags: vec!["Kettle".to_owned(), "Recall".to_owned()],
            labels: vec!["Follow-up required".to_owned()],
            status: Status::Resolved,
            channel: "whatsapp".to_owned(),
            contact: amelia().id,
            name: amelia().name,
            addresses: vec!["16505551234".to_owned()],
            queue: "support".to_owned(),
            owner: None,
            priority: 0,
            waiting_on: Party::Agent,
            waiting_since: at(260),
            opened_at: at(0),
            updated_at: at(290),
            summary: "Great, thank you!".to_owned(),
            summary_by: None,
        }],
        cursor: Some(format!("{}.{CONVERSATION}", at(0))),
    }
}

pub(super) fn engagement() -> Engagement {
    Engagement {
        id: OFFER.to_owned(),
        conversation: CONVERSATION.to_owned(),
        name: Some(amelia().name),
        queue: Some("support".to_owned()),
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
        undone: vec!["martha".to_owned()],
    }
}

fn new_visitor() -> NewVisitor {
    NewVisitor {
        asset: "web-demo".to_owned(),
        name: Some("Ben".to_owned()),
        email: Some("ben@example.com".to_owned()),
        identity: None,
    }
}

fn visitor() -> Visitor {
    // Not a real token: its signature is missing.
    Visitor {
        token: "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJzd2l0Y2hib2FyZC12aXNpdG9yIn0.signature".to_owned(),
        expires: at(30 * 86_400),
    }
}

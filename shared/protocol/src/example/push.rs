//! Examples of the frames that the server sends to agents' clients.

use super::board::queue;
use super::body::{agents, message, talk};
use super::settings::settings;
use super::story::{CONVERSATION, DIRECT, LAST, THREAD, at, command, conversation, entry};
use crate::view::Team;
use crate::{Push, Refused, VERSION};

/// At least one example of each push, and every entry of the story as Mark gets it.
#[must_use]
pub fn pushes() -> Vec<(&'static str, Push)> {
    let mut pushes = vec![
        ("welcome", welcome()),
        (
            "pong",
            Push::Pong { now: at(60), following: vec![THREAD.to_owned()], direct: vec![talk()] },
        ),
        ("agents", Push::Agents { agents: vec![away()] }),
        ("settings_changed", Push::SettingsChanged {}),
        ("mentioned", Push::Mentioned(super::body::mention())),
        ("mentions_seen", Push::MentionsSeen(super::body::seen())),
        ("presence_set", Push::PresenceSet(super::body::presence_set())),
        (
            "discussion_done",
            Push::DiscussionDone { discussion: super::story::DISCUSSION.to_owned() },
        ),
        ("contact", Push::Contact { contact: super::body::contact(1) }),
        ("direct", direct(true)),
        ("direct.read", direct(false)),
        ("reads", super::personal::reads()),
        ("draft", Push::Draft(super::personal::draft())),
        ("preferences", Push::Preferences(Box::new(super::personal::preferences()))),
        ("queue", Push::Queue { queue: queue() }),
        ("queue.empty", Push::Queue { queue: crate::view::Queue { waiting: vec![], ..queue() } }),
        ("snapshot", snapshot(2, "mark")),
        ("snapshot.martha", snapshot(7, "martha")),
    ];
    pushes.extend(ENTRIES.into_iter().zip(2..).map(|(name, seq)| (name, entries(seq, "mark"))));
    pushes.extend([
        ("entries.backlog", backlog(7, 10)),
        ("entries.offer_made.martha", entries(7, "martha")),
        ("entries.offer_accepted.martha", entries(8, "martha")),
        ("entries.discussion_message.martha", entries(9, "martha")),
        ("entries.off_the_desk", entries(10, "martha")),
        ("entries.hidden", hidden()),
        (
            "typing",
            Push::Typing { conversation: CONVERSATION.to_owned(), by: "customer".to_owned() },
        ),
    ]);
    pushes.extend(ACKS.map(|(name, seq)| (name, ack(seq))));
    pushes.push(("ack.direct", written()));
    pushes.extend(super::together::pushes());
    pushes.push(("refused", Push::Refused(too_late())));
    pushes
}

/// The frames that bring the story's entries to Mark, from entry 2 on.
const ENTRIES: [&str; 13] = [
    "entries.assigned",
    "entries.agent_message",
    "entries.sent",
    "entries.delivered",
    "entries.read",
    "entries.offer_made",
    "entries.offer_accepted",
    "entries.discussion_message",
    "entries.discussion_ended",
    "entries.answer",
    "entries.answer_sent",
    "entries.customer_message",
    "entries.resolved",
];

/// The answers to the story's commands.
const ACKS: [(&str, u64); 8] = [
    ("ack", 2),
    ("ack.send", 3),
    ("ack.discuss", 7),
    ("ack.accept_offer", 8),
    ("ack.say", 9),
    ("ack.end_discussion", 10),
    ("ack.answer", 11),
    ("ack.resolve", 14),
];

fn welcome() -> Push {
    let agents = agents().agents;
    Push::Welcome {
        version: VERSION,
        now: at(-30),
        me: agents[0].clone(),
        agents,
        teams: vec![Team { id: "support".to_owned(), name: "Support".to_owned(), retired: false }],
        queues: vec![crate::view::Queue { waiting: Vec::new(), ..queue() }],
        settings: Box::new(settings()),
        following: Vec::new(),
        direct: vec![talk()],
        mentions: 1,
    }
}

/// Martha has gone to lunch.
fn away() -> crate::view::Agent {
    crate::view::Agent {
        presence: crate::view::Presence::Away,
        away_reason: Some("Lunch, back at one".to_owned()),
        since: Some(at(30)),
        ..agents().agents[1].clone()
    }
}

/// Mark's message to Martha, as his own sockets get it; or the push that his sockets get once he
/// has read.
fn direct(new: bool) -> Push {
    let messages = if new { vec![message()] } else { Vec::new() };
    Push::Direct { with: "martha".to_owned(), messages, unread: u64::from(new) }
}

fn written() -> Push {
    Push::Ack { id: DIRECT.to_owned(), conversation: None, with: Some("martha".to_owned()), seq: 5 }
}

fn snapshot(seq: u64, reader: &str) -> Push {
    Push::Snapshot {
        conversation: conversation(seq),
        entries: (1..=seq).map(|n| entry(n, reader)).collect(),
        more: false,
    }
}

fn entries(seq: u64, reader: &str) -> Push {
    // The thread concerns Martha from the request to the end of the discussion, and Mark until he
    // resolves.
    let following = if reader == "martha" { (7..10).contains(&seq) } else { seq < LAST };
    Push::Entries { conversation: conversation(seq), entries: vec![entry(seq, reader)], following }
}

fn backlog(from: u64, to: u64) -> Push {
    Push::Entries {
        conversation: conversation(to),
        entries: (from..=to).map(|n| entry(n, "mark")).collect(),
        following: true,
    }
}

/// The entry of a discussion as an agent without a part in it gets it: the position, and nothing
/// else.
fn hidden() -> Push {
    let mut entry = entry(9, "nina");
    entry.events.clear();
    entry.by = "system".to_owned();
    Push::Entries { conversation: conversation(9), entries: vec![entry], following: true }
}

fn ack(seq: u64) -> Push {
    Push::Ack { id: command(seq), conversation: Some(CONVERSATION.to_owned()), with: None, seq }
}

fn too_late() -> Refused {
    let taken = domain::Refusal::AlreadyTaken { by: super::refusal::agent("mark") };
    Refused::from(&taken).for_command("019aa4b2-7002-7c31-9f2e-5b0d8f1e2a78")
}

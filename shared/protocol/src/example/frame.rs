//! Examples of the frames that agents' clients send.

use std::collections::BTreeMap;

use super::story::{
    CONVERSATION, DIRECT, DISCUSSION, LAST, LATER_OFFER, OFFER, THREAD, command as id, text,
};
use crate::Content;
use crate::frame::{Action, Command, CommandFrame, Frame};
use crate::settings::TransferMode;
use crate::view::{PresenceChoice, Target};

/// At least one example of each frame and of each command.
#[must_use]
pub fn frames() -> Vec<(&'static str, Frame)> {
    let positions = BTreeMap::from([(THREAD.to_owned(), 6)]);
    let mut frames = vec![
        ("hello", Frame::Hello { positions: BTreeMap::new() }),
        ("hello.resume", Frame::Hello { positions: positions.clone() }),
        ("ping", Frame::Ping { positions }),
        ("catch_up", Frame::CatchUp { thread: THREAD.to_owned(), after: 0 }),
        ("catch_up.gap", Frame::CatchUp { thread: THREAD.to_owned(), after: 6 }),
        ("typing", Frame::Typing { conversation: CONVERSATION.to_owned() }),
        ("presence", Frame::Presence { presence: PresenceChoice::Available, reason: None }),
        (
            "presence.away",
            Frame::Presence {
                presence: PresenceChoice::Away,
                reason: Some("Lunch, back at one".to_owned()),
            },
        ),
        (
            "direct",
            Frame::Direct {
                id: DIRECT.to_owned(),
                to: "martha".to_owned(),
                text: "Can you take the early shift?".to_owned(),
                conversation: None,
            },
        ),
        ("direct_read", Frame::DirectRead { with: "martha".to_owned(), seq: 4 }),
        ("read", Frame::Read { conversation: CONVERSATION.to_owned(), discussion: None, seq: 6 }),
        (
            "read.discussion",
            Frame::Read {
                conversation: CONVERSATION.to_owned(),
                discussion: Some(DISCUSSION.to_owned()),
                seq: 6,
            },
        ),
        ("draft", super::personal::draft_frame("That batch was")),
        ("draft.removed", super::personal::draft_frame("")),
    ];
    frames.extend(story().map(|(name, seen, seq, command)| {
        (name, frame(CONVERSATION.to_owned(), seen, seq, command))
    }));
    frames.extend(
        others()
            .into_iter()
            .zip(LAST + 1..)
            .map(|((name, command), seq)| (name, frame(format!("{THREAD}-2"), None, seq, command))),
    );
    let later = format!("{THREAD}-2");
    frames.extend(
        super::together::commands()
            .into_iter()
            .zip(LAST + 21..)
            .map(|((name, command), seq)| (name, frame(later.clone(), Some(20), seq, command))),
    );
    let (name, done) = super::together::done();
    frames.push((name, frame(CONVERSATION.to_owned(), None, 90, done)));
    frames
}

fn frame(conversation: String, seen: Option<u64>, seq: u64, command: Command) -> Frame {
    let frame = |command: Command| CommandFrame { id: id(seq), conversation, seen, command };
    match command.action() {
        Action::Messaging => Frame::Messaging(frame(command)),
        Action::Assignment => Frame::Assignment(frame(command)),
        Action::Transfer => Frame::Transfer(frame(command)),
        Action::Discuss => Frame::Discuss(frame(command)),
    }
}

/// The commands of the story, each with the entry that the client has seen and the entry that the
/// command writes.
fn story() -> [(&'static str, Option<u64>, u64, Command); 8] {
    let some = |text: &str| Some(text.to_owned());
    let send = |words: &str| Command::Send { content: text(words), reply_to: None };
    [
        ("assignment.accept", None, 2, Command::Accept),
        ("messaging.send", Some(2), 3, send("Hello Amelia! Let me look into this for you.")),
        (
            "discuss.discuss",
            Some(6),
            7,
            Command::Discuss {
                to: Target::Agent("martha".to_owned()),
                all: false,
                discussion: None,
                note: some("Is there a recall of this kettle?"),
            },
        ),
        ("assignment.accept_offer", Some(7), 8, Command::AcceptOffer { offer: OFFER.to_owned() }),
        (
            "discuss.say",
            Some(8),
            9,
            Command::Say {
                discussion: DISCUSSION.to_owned(),
                text: "Yes, batch 7 was recalled. Send her a new one.".to_owned(),
            },
        ),
        (
            "discuss.end_discussion",
            Some(9),
            10,
            Command::EndDiscussion {
                discussion: DISCUSSION.to_owned(),
                resolved: true,
                note: some("Batch 7, replace it"),
                outcomes: Vec::new(),
            },
        ),
        (
            "messaging.send.answer",
            Some(10),
            11,
            send("That batch was recalled. A new kettle is on its way to you."),
        ),
        (
            "assignment.resolve",
            Some(13),
            14,
            Command::Resolve { note: some("Kettle of batch 7 replaced"), for_all: false },
        ),
    ]
}

/// Commands for which the story has no place.
fn others() -> Vec<(&'static str, Command)> {
    let some = |text: &str| Some(text.to_owned());
    let offer = || LATER_OFFER.to_owned();
    let to_martha = || Target::Agent("martha".to_owned());
    vec![
        (
            "messaging.send.template",
            Command::Send {
                content: Content::Template {
                    name: "delivery_update".to_owned(),
                    language: "en_US".to_owned(),
                    parameters: vec!["Amelia".to_owned(), "Tuesday".to_owned()],
                    text: None,
                    buttons: Vec::new(),
                },
                reply_to: None,
            },
        ),
        (
            "messaging.send.media",
            Command::Send { content: super::upload::content(), reply_to: None },
        ),
        ("messaging.comment", remark("Known fault of batch 7.", &[])),
        ("messaging.comment.mention", remark("Nina, is batch 9 recalled, too?", &["nina"])),
        (
            "messaging.send.quote",
            Command::Send { content: text("The one with the red lid?"), reply_to: Some(1) },
        ),
        ("messaging.react", Command::React { message: 1, emoji: some("👍") }),
        ("messaging.react.none", Command::React { message: 1, emoji: None }),
        ("messaging.retry", Command::Retry { message: 11 }),
        ("messaging.fetch_file", Command::FetchFile { message: 11 }),
        (
            "assignment.tag",
            Command::Tag {
                add: vec!["Kettle".to_owned(), "Recall".to_owned()],
                remove: vec!["Delivery".to_owned()],
            },
        ),
        (
            "assignment.label",
            Command::Label { add: vec!["Follow-up required".to_owned()], remove: Vec::new() },
        ),
        ("assignment.name", Command::Name { alias: some("Leaking kettle") }),
        ("assignment.name.none", Command::Name { alias: None }),
        (
            "assignment.assign",
            Command::Assign {
                to: Target::Agent("nina".to_owned()),
                all: false,
                note: some("I am off at five"),
            },
        ),
        (
            "assignment.reject_offer",
            Command::RejectOffer { offer: offer(), reason: "Busy with another case".to_owned() },
        ),
        (
            "assignment.withdraw_offer",
            Command::WithdrawOffer { offer: offer(), reason: "Asked somebody else".to_owned() },
        ),
        (
            "transfer.agent",
            Command::Transfer {
                to: to_martha(),
                mode: Some(TransferMode::Immediate),
                note: some("She asks for you"),
            },
        ),
        (
            "transfer.offer",
            Command::Transfer { to: to_martha(), mode: Some(TransferMode::Offer), note: None },
        ),
        (
            "transfer.queue",
            Command::Transfer {
                to: Target::Queue("billing".to_owned()),
                mode: Some(TransferMode::Immediate),
                note: some("She was charged twice"),
            },
        ),
        (
            "discuss.leave_discussion",
            Command::LeaveDiscussion { discussion: DISCUSSION.to_owned() },
        ),
    ]
}

fn remark(text: &str, mentions: &[&str]) -> Command {
    let mentions = mentions.iter().map(|agent| (*agent).to_owned()).collect();
    Command::Comment { text: text.to_owned(), mentions, files: Vec::new() }
}

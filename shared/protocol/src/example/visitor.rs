//! Web chat: what visitors' clients send and get.

use super::story::{at, text};
use crate::Refused;
use crate::visitor::{
    ChatState, VisitorCommand, VisitorFrame, VisitorMessage, VisitorPush, VisitorSide,
};

const WROTE: &str = "019aa4b2-8001-7c31-9f2e-5b0d8f1e2a79";
const ATTACHED: &str = "019aa4b2-8003-7c31-9f2e-5b0d8f1e2a79";
const LEFT: &str = "019aa4b2-8002-7c31-9f2e-5b0d8f1e2a79";

/// At least one example of each frame of a visitor's client.
#[must_use]
pub fn visitor_frames() -> Vec<(&'static str, VisitorFrame)> {
    let write = || VisitorCommand::Write { text: "Do you ship to Norway?".to_owned() };
    let attach = || VisitorCommand::Attach {
        reference: super::upload::UPLOAD.to_owned(),
        caption: Some("It came like this".to_owned()),
    };
    let messaging = |id: &str, command| VisitorFrame::Messaging { id: id.to_owned(), command };
    vec![
        ("hello", VisitorFrame::Hello { after: 0 }),
        ("hello.resume", VisitorFrame::Hello { after: 2 }),
        ("ping", VisitorFrame::Ping { after: 2 }),
        ("typing", VisitorFrame::Typing {}),
        ("seen", VisitorFrame::Seen { number: 2 }),
        ("messaging.write", messaging(WROTE, write())),
        ("messaging.attach", messaging(ATTACHED, attach())),
        ("messaging.leave", messaging(LEFT, VisitorCommand::Leave {})),
    ]
}

/// At least one example of each push to a visitor's client.
#[must_use]
pub fn visitor_pushes() -> Vec<(&'static str, VisitorPush)> {
    let chat = |seconds, state, position, messages| VisitorPush::Chat {
        now: at(seconds),
        state,
        position,
        place: (state == ChatState::Waiting).then_some(3),
        messages,
    };
    let empty = domain::Refusal::TextMissing { field: "text" };
    vec![
        ("chat.new", chat(0, ChatState::New, 0, vec![])),
        ("chat.waiting", chat(5, ChatState::Waiting, 1, vec![question()])),
        ("chat.open", chat(30, ChatState::Open, 1, vec![])),
        ("chat.answer", chat(40, ChatState::Open, 2, vec![answer()])),
        ("chat.ended", chat(90, ChatState::Ended, 3, vec![end()])),
        ("chat.backlog", chat(95, ChatState::Ended, 3, vec![question(), answer(), end()])),
        ("place", VisitorPush::Place { place: 2 }),
        ("typing", VisitorPush::Typing {}),
        ("ack", VisitorPush::Ack { id: WROTE.to_owned() }),
        ("refused", VisitorPush::Refused(Refused::from(&empty).for_command(WROTE))),
    ]
}

fn question() -> VisitorMessage {
    VisitorMessage {
        number: 1,
        at: at(5),
        from: VisitorSide::You,
        content: Some(text("Do you ship to Norway?")),
        command: Some(WROTE.to_owned()),
    }
}

fn answer() -> VisitorMessage {
    VisitorMessage {
        number: 2,
        at: at(40),
        from: VisitorSide::Us,
        content: Some(text("We do, within five days.")),
        command: None,
    }
}

fn end() -> VisitorMessage {
    VisitorMessage { number: 3, at: at(90), from: VisitorSide::Note, content: None, command: None }
}

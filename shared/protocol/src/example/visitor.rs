//! Web chat: examples of the frames that visitors' clients send and get.

use super::story::{at, text};
use crate::visitor::{
    ChatState, Choice, VisitorCommand, VisitorFrame, VisitorMessage, VisitorPush, VisitorQuote,
    VisitorSide,
};
use crate::{Content, Refused};

const WROTE: &str = "019aa4b2-8001-7c31-9f2e-5b0d8f1e2a79";
const ATTACHED: &str = "019aa4b2-8003-7c31-9f2e-5b0d8f1e2a79";
const QUOTED: &str = "019aa4b2-8005-7c31-9f2e-5b0d8f1e2a79";
const REACTED: &str = "019aa4b2-8006-7c31-9f2e-5b0d8f1e2a79";
const CHOSE: &str = "019aa4b2-8004-7c31-9f2e-5b0d8f1e2a79";
const LEFT: &str = "019aa4b2-8002-7c31-9f2e-5b0d8f1e2a79";

/// At least one example of each frame of a visitor's client.
#[must_use]
pub fn visitor_frames() -> Vec<(&'static str, VisitorFrame)> {
    let write = |reach: Option<&str>| VisitorCommand::Write {
        text: "Do you ship to Norway?".to_owned(),
        reach: reach.map(str::to_owned),
        reply_to: None,
    };
    let quote = VisitorCommand::Write {
        text: "Also to Bergen?".to_owned(),
        reach: None,
        reply_to: Some(2),
    };
    let react = VisitorCommand::React { message: 2, emoji: Some("🎉".to_owned()) };
    let attach = || VisitorCommand::Attach {
        reference: super::upload::UPLOAD.to_owned(),
        caption: Some("It came like this".to_owned()),
    };
    let choose = || VisitorCommand::Choose { message: 3, value: "1".to_owned() };
    let messaging = |id: &str, command| VisitorFrame::Messaging {
        id: id.to_owned(),
        after: (id == ATTACHED).then_some(2),
        command,
    };
    vec![
        ("hello", VisitorFrame::Hello { after: 0 }),
        ("hello.resume", VisitorFrame::Hello { after: 2 }),
        ("ping", VisitorFrame::Ping { after: 2 }),
        ("typing", VisitorFrame::Typing {}),
        ("seen", VisitorFrame::Seen { number: 2 }),
        ("messaging.write", messaging(WROTE, write(None))),
        ("messaging.write.away", messaging(WROTE, write(Some("vera@example.com")))),
        ("messaging.attach", messaging(ATTACHED, attach())),
        ("messaging.write.quote", messaging(QUOTED, quote)),
        ("messaging.react", messaging(REACTED, react)),
        ("messaging.choose", messaging(CHOSE, choose())),
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
        asks: None,
        messages,
        more: false,
    };
    let asks = VisitorPush::Chat {
        now: at(60),
        state: ChatState::Open,
        position: 3,
        place: None,
        asks: Some(3),
        messages: vec![survey()],
        more: false,
    };
    let part = VisitorPush::Chat {
        now: at(95),
        state: ChatState::Ended,
        position: 5,
        place: None,
        asks: None,
        messages: vec![question(), answer()],
        more: true,
    };
    let empty = domain::Refusal::TextMissing { field: "text" };
    vec![
        ("chat.new", chat(0, ChatState::New, 0, vec![])),
        ("chat.waiting", chat(5, ChatState::Waiting, 1, vec![question()])),
        ("chat.open", chat(30, ChatState::Open, 1, vec![])),
        ("chat.answer", chat(40, ChatState::Open, 2, vec![answer()])),
        ("chat.asks", asks),
        ("chat.chose", chat(70, ChatState::Open, 4, vec![chose()])),
        ("chat.ended", chat(90, ChatState::Ended, 5, vec![end()])),
        (
            "chat.backlog",
            chat(95, ChatState::Ended, 5, vec![question(), answer(), survey(), chose(), end()]),
        ),
        ("chat.part", part),
        ("chat.quote", chat(100, ChatState::Open, 6, vec![quote()])),
        ("place", VisitorPush::Place { place: 2 }),
        ("typing", VisitorPush::Typing { by: Some("Martha".to_owned()) }),
        ("ack", VisitorPush::Ack { id: WROTE.to_owned() }),
        ("refused", VisitorPush::Refused(Refused::from(&empty).for_command(WROTE))),
    ]
}

fn message(number: u64, seconds: i64, from: VisitorSide) -> VisitorMessage {
    VisitorMessage {
        number,
        at: at(seconds),
        from,
        by: None,
        content: None,
        about: None,
        command: None,
        choices: Vec::new(),
        chosen: None,
        shortened: false,
    }
}

fn question() -> VisitorMessage {
    VisitorMessage {
        content: Some(text("Do you ship to Norway?")),
        command: Some(WROTE.to_owned()),
        ..message(1, 5, VisitorSide::You)
    }
}

fn answer() -> VisitorMessage {
    VisitorMessage {
        by: Some("Martha".to_owned()),
        content: Some(text("We do, within five days.")),
        ..message(2, 40, VisitorSide::Us)
    }
}

fn quote() -> VisitorMessage {
    VisitorMessage {
        content: Some(text("Also to Bergen?")),
        about: Some(VisitorQuote {
            number: Some(2),
            from: Some(VisitorSide::Us),
            text: "We do, within five days.".to_owned(),
        }),
        command: Some(QUOTED.to_owned()),
        ..message(6, 95, VisitorSide::You)
    }
}

fn survey() -> VisitorMessage {
    let choice =
        |(value, label): (&str, &str)| Choice { value: value.to_owned(), label: label.to_owned() };
    VisitorMessage {
        content: Some(text("How did we do today?")),
        choices: [("1", "Very well"), ("2", "Badly")].into_iter().map(choice).collect(),
        ..message(3, 60, VisitorSide::Us)
    }
}

fn chose() -> VisitorMessage {
    VisitorMessage {
        content: Some(Content::Reply {
            id: "1".to_owned(),
            title: "Very well".to_owned(),
            description: None,
        }),
        command: Some(CHOSE.to_owned()),
        chosen: Some("1".to_owned()),
        ..message(4, 70, VisitorSide::You)
    }
}

fn end() -> VisitorMessage {
    message(5, 90, VisitorSide::Note)
}

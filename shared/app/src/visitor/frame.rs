//! The frames of a visitor's chat.

use crate::view;
use domain::audience::{CustomerEvent, CustomerSees};
use domain::{Actor, Content, Entry, Millis, Status, Thread};
use protocol::visitor::{ChatState, VisitorMessage, VisitorPush, VisitorSide};
use store::Stored;

/// Whether an entry changes anything that the visitor sees.
pub(crate) fn concerns(before: Option<&Thread>, next: &Stored, seen: &[CustomerEvent]) -> bool {
    !seen.is_empty() || before.map(state) != Some(state(&next.thread))
}

/// The frame that tells a visitor of one new entry.
pub(crate) fn increment(
    next: &Stored,
    seen: &[CustomerEvent],
    place: Option<u32>,
    now: Millis,
) -> VisitorPush {
    let position = next.thread.public_seq;
    VisitorPush::Chat {
        now: now.0,
        state: state(&next.thread),
        position,
        place,
        asks: asks(&next.thread),
        messages: seen.iter().take(1).map(|s| message(&next.entry, s, position)).collect(),
        more: false,
    }
}

pub(crate) fn message(entry: &Entry, seen: &CustomerEvent, number: u64) -> VisitorMessage {
    let (from, content) = match seen.what() {
        CustomerSees::Own(content) | CustomerSees::Chose(content, _) => {
            (VisitorSide::You, Some(content.into()))
        }
        CustomerSees::Ours(content) => (VisitorSide::Us, Some(content.into())),
        CustomerSees::Asks { question, .. } => {
            (VisitorSide::Us, Some((&Content::text(question)).into()))
        }
        CustomerSees::Ended => (VisitorSide::Note, None),
    };
    let (choices, chosen) = match seen.what() {
        CustomerSees::Asks { answers, .. } => (view::choices(answers), None),
        CustomerSees::Chose(_, choice) => (Vec::new(), Some(choice.to_string())),
        _ => (Vec::new(), None),
    };
    view::shorten::message(VisitorMessage {
        number,
        at: seen.at().0,
        from,
        content,
        command: entry.key.clone().filter(|_| entry.by == Actor::Customer),
        choices,
        chosen,
        shortened: false,
    })
}

/// The visitor's number of the message whose survey is open.
pub(crate) fn asks(thread: &Thread) -> Option<u64> {
    thread.conversation.survey.as_ref().map(|asked| asked.message)
}

pub(crate) fn state(thread: &Thread) -> ChatState {
    match thread.conversation.status {
        Status::Queued => ChatState::Waiting,
        Status::Active | Status::Pending => ChatState::Open,
        Status::Resolved | Status::Abandoned => ChatState::Ended,
    }
}

//! The frames of a visitor's chat.

use crate::view;
use domain::audience::{CustomerEvent, CustomerSees};
use domain::{Actor, Content, Entry, Millis, Side, Status, Thread};
use protocol::visitor::{ChatState, VisitorMessage, VisitorPush, VisitorQuote, VisitorSide};
use store::Stored;
use store::settings::directory::Directory;

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
    directory: &Directory,
) -> VisitorPush {
    let position = next.thread.public_seq;
    VisitorPush::Chat {
        now: now.0,
        state: state(&next.thread),
        position,
        place,
        asks: asks(&next.thread),
        messages: seen
            .iter()
            .take(1)
            .map(|s| message(&next.entry, s, position, directory))
            .collect(),
        more: false,
    }
}

/// The name by which visitors know an agent: the first word of the agent's name.
#[must_use]
pub fn first_name(name: &str) -> Option<String> {
    name.split_whitespace().next().map(str::to_owned)
}

pub(crate) fn message(
    entry: &Entry,
    seen: &CustomerEvent,
    number: u64,
    directory: &Directory,
) -> VisitorMessage {
    let (from, content) = match seen.what() {
        CustomerSees::Own(content) | CustomerSees::Chose(content, _) => {
            (VisitorSide::You, Some(content.into()))
        }
        CustomerSees::Ours(content) | CustomerSees::Elsewhere(content) => {
            (VisitorSide::Us, Some(content.into()))
        }
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
    let agent = entry.by.agent().and_then(|agent| directory.agents.get(agent));
    let by = agent.and_then(|agent| first_name(&agent.profile.name));
    let about = seen.about().map(|(key, relation)| VisitorQuote {
        number: relation.entry.and(key).and_then(|key| key.parse().ok()),
        from: relation.by.map(|side| match side {
            Side::Customer => VisitorSide::You,
            Side::Business => VisitorSide::Us,
        }),
        text: relation.text.clone(),
    });
    view::shorten::message(VisitorMessage {
        number,
        at: seen.at().0,
        from,
        by: by.filter(|_| from == VisitorSide::Us),
        content,
        about,
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

//! Shortening entries and messages to fit into a frame.
//!
//! The server bounds what it takes in, but older tables hold longer texts, and it may keep a
//! customer's message that is longer than a frame. A client must get past each of them: this module
//! shortens them, and marks them as shortened.

use protocol::view::{Entry, Event, Shortened};
use protocol::visitor::VisitorMessage;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::encode::encode;

/// The most bytes of one entry in a frame. The conversation around it takes some 20 KB at its
/// worst, and API Gateway takes 128 KB.
pub const ENTRY_BYTES: usize = 24 * 1024;

/// The most characters of a text and entries of a list, from one attempt to the next. Ids and words
/// are shorter than the last bound.
const ATTEMPTS: [(usize, usize); 6] =
    [(20_480, usize::MAX), (8_192, 100), (2_048, 50), (512, 20), (150, 10), (150, 4)];

/// Shortens an entry until it fits into a frame.
#[must_use]
pub fn entry(entry: Entry) -> Entry {
    if encode(&entry).len() <= ENTRY_BYTES {
        return entry;
    }
    let shortened = Some(Shortened::RestByHttp);
    let with = |events| Entry { events, shortened, ..entry.clone() };
    let fits = |events: &Vec<Event>| encode(&with(events.clone())).len() <= ENTRY_BYTES;
    with(shorter(&entry.events, fits).unwrap_or_default())
}

/// Shortens a message until it fits into a visitor's frame.
#[must_use]
pub fn message(message: VisitorMessage) -> VisitorMessage {
    if encode(&message).len() <= ENTRY_BYTES {
        return message;
    }
    let VisitorMessage { content, choices, .. } = &message;
    let with = |(content, choices)| VisitorMessage {
        content,
        choices,
        shortened: true,
        ..message.clone()
    };
    let parts = (content.clone(), choices.clone());
    let fits = |parts: &(_, _)| encode(&with(parts.clone())).len() <= ENTRY_BYTES;
    with(shorter(&parts, fits).unwrap_or_default())
}

/// Returns a value that takes at most `limit` bytes, with shorter texts and lists if necessary.
/// `None` if that is not enough.
#[must_use]
pub fn within<T: Serialize + DeserializeOwned>(value: &T, limit: usize) -> Option<T> {
    shorter(value, |value| encode(value).len() <= limit)
}

/// Cuts a value's texts and lists until it fits; `None` if it never does.
fn shorter<T: Serialize + DeserializeOwned>(value: &T, fits: impl Fn(&T) -> bool) -> Option<T> {
    let whole = serde_json::to_value(value).ok()?;
    ATTEMPTS.into_iter().find_map(|(text, list)| {
        let mut value = whole.clone();
        cut(&mut value, text, list);
        serde_json::from_value(value).ok().filter(&fits)
    })
}

fn cut(value: &mut Value, text: usize, list: usize) {
    match value {
        Value::String(words) => {
            domain::wire::shorten(words, text);
        }
        Value::Array(values) => {
            values.truncate(list);
            values.iter_mut().for_each(|value| cut(value, text, list));
        }
        Value::Object(fields) => fields.values_mut().for_each(|value| cut(value, text, list)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::Content;
    use protocol::message::content::ContactCard;
    use protocol::view::EndCause;
    use protocol::visitor::VisitorSide;

    fn stored(events: Vec<Event>) -> Entry {
        let by = "customer".to_owned();
        Entry { seq: 7, at: 1, by, command: None, shortened: None, events }
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        let text = "x".repeat(20_000);
        let whole = stored(vec![Event::CoachLine { text }]);
        assert_eq!(entry(whole.clone()), whole);
    }

    #[test]
    fn a_long_text_keeps_as_much_as_fits_and_is_marked() {
        for text in ["\"", "\\", "\n", "\u{1}", "\u{2028}", "\u{1f60a}"] {
            let text = text.repeat(65_536);
            let shown = entry(stored(vec![Event::CoachLine { text }]));
            assert_eq!(shown.shortened, Some(Shortened::RestByHttp));
            let bytes = encode(&shown).len();
            assert!((20_000..=ENTRY_BYTES).contains(&bytes), "{bytes}");
        }
    }

    #[test]
    fn many_cards_and_long_notes_fit_as_well() {
        let text = || "\u{1}".repeat(1_000);
        let card =
            || ContactCard { name: text(), phones: vec![text(); 20], ..ContactCard::default() };
        let content = Content::Contacts { contacts: (0..50).map(|_| card()).collect() };
        let cards = vec![Event::AgentMessage { content, about: None }];
        let notes = vec![Event::DiscussionEnded {
            discussion: "4t9m0c2xkq7w1h5z-d12".to_owned(),
            resolved: Some(true),
            note: Some(text().repeat(20)),
            cause: EndCause::Ended,
            outcomes: Vec::new(),
        }];
        for events in [cards, notes] {
            let shown = entry(stored(events));
            assert!(encode(&shown).len() <= ENTRY_BYTES);
            assert_eq!(shown.events.len(), 1, "what happened is still told");
        }
    }

    #[test]
    fn an_entry_that_never_fits_still_counts_as_a_position() {
        let events = vec![Event::Reopened; 5_000];
        let shown = entry(stored(events));
        assert!(encode(&shown).len() <= ENTRY_BYTES);
        assert_eq!((shown.seq, shown.shortened), (7, Some(Shortened::RestByHttp)));
    }

    #[test]
    fn a_visitor_gets_past_a_message_of_any_length() {
        let long = VisitorMessage {
            number: 3,
            at: 1,
            from: VisitorSide::Us,
            by: None,
            content: Some(Content::Text { text: "\"".repeat(300_000) }),
            about: None,
            command: None,
            choices: Vec::new(),
            chosen: None,
            shortened: false,
        };
        let shown = message(long);
        assert!(encode(&shown).len() <= ENTRY_BYTES);
        assert!(shown.shortened && shown.content.is_some());
    }
}

//! One example of every message, as values of the types themselves, so that they cannot drift.
//!
//! Most examples tell one story: Amelia Fox writes by WhatsApp, Mark accepts, answers, asks Martha
//! in private, answers again and resolves. The documents show these values, and tests replay them.

mod board;
mod body;
mod content;
mod event;
mod file;
mod frame;
mod personal;
mod push;
mod refusal;
mod set_up;
mod settings;
mod story;
mod together;
mod upload;
mod visitor;
mod webhook;
mod workspace;

#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::Value;

pub use body::bodies;
pub use content::contents;
pub use event::events;
pub use frame::frames;
pub use push::pushes;
pub use refusal::{refusals, refused};
pub use visitor::{visitor_frames, visitor_pushes};
pub use webhook::webhooks;

/// An example of one type of the protocol.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The example's name, unique among those of the same type.
    pub name: &'static str,
    /// The definition in `schema.json` that the example fits.
    pub schema: &'static str,
    /// The example as a value.
    pub value: Value,
    /// The example as text, with its fields in the order in which the type names them.
    pub text: String,
}

impl Example {
    fn new<T: Serialize>(name: &'static str, schema: &'static str, value: &T) -> Self {
        #[expect(clippy::expect_used, reason = "the protocol's types hold only what JSON can")]
        let text = serde_json::to_string(value).expect("an example is JSON");
        #[expect(clippy::expect_used, reason = "it was JSON a line ago")]
        let value = serde_json::from_str(&text).expect("an example is JSON");
        Self { name, schema, value, text }
    }
}

/// Every example.
#[must_use]
pub fn all() -> Vec<Example> {
    fn of<T: Serialize>(schema: &'static str, examples: Vec<(&'static str, T)>) -> Vec<Example> {
        examples.into_iter().map(|(name, value)| Example::new(name, schema, &value)).collect()
    }
    [
        of("Frame", frames()),
        of("Push", pushes()),
        of("VisitorFrame", visitor_frames()),
        of("VisitorPush", visitor_pushes()),
        of("Event", events()),
        of("Content", contents()),
        of("Refused", refused()),
        bodies(),
    ]
    .concat()
}

/// The examples of one type.
#[must_use]
pub fn of(schema: &str) -> Vec<Example> {
    all().into_iter().filter(|e| e.schema == schema).collect()
}

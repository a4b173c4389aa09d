//! The customer's name (F71).

use crate::kernel::text;
use crate::kernel::words;
use crate::{AgentId, Event, Refusal, Thread, contact};

/// An agent names the customer, here and in the customer's other threads (F71).
pub(crate) fn rename(thread: &Thread, name: &str, by: &AgentId) -> Result<Vec<Event>, Refusal> {
    let name = text::line("name", name, Thread::NAME_LENGTH)?;
    let same = thread.named && thread.name == name;
    Ok(if same {
        Vec::new()
    } else {
        vec![Event::Renamed(contact::Renamed { name, by: by.clone() })]
    })
}

/// The customer's name: an agent's if there is one, else the channel's.
pub(crate) fn called(thread: Option<&Thread>, name: &str) -> String {
    let name = words::channel_name(name);
    match thread.filter(|t| t.named || name.is_empty()) {
        Some(thread) => thread.name.clone(),
        None => words::first(&name, Thread::NAME_LENGTH).to_owned(),
    }
}

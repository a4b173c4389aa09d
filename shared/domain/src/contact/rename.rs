//! What the customer is called (F71).

use crate::kernel::text;
use crate::message::content;
use crate::{AgentId, Event, Refusal, Thread, contact};

/// An agent says what the customer is called, here and in their other threads (F71).
pub(crate) fn rename(thread: &Thread, name: &str, by: &AgentId) -> Result<Vec<Event>, Refusal> {
    let name = text::line("name", name, Thread::NAME_LENGTH)?;
    let same = thread.named && thread.name == name;
    Ok(if same {
        Vec::new()
    } else {
        vec![Event::Renamed(contact::Renamed { name, by: by.clone() })]
    })
}

/// What the customer is called: as an agent said, else as the channel says now.
pub(crate) fn called(thread: Option<&Thread>, name: &str) -> String {
    let name = content::channel_name(name);
    match thread.filter(|t| t.named || name.is_empty()) {
        Some(thread) => thread.name.clone(),
        None => content::first(&name, Thread::NAME_LENGTH).to_owned(),
    }
}

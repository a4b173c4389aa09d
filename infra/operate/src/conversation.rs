//! One conversation: its state and log, and the fold of the log against the stored states.

use domain::{ConversationId, Entry, Event, Thread, evolve};
use serde_json::{Value, json};
use store::Stored;

use crate::home::Home;
use crate::options::One;
use crate::out::{Out, moment};
use crate::{Exit, Failed};

/// The entries that are read at once.
const PAGE: usize = 200;
/// The differences that are printed for each entry.
const SHOWN: usize = 20;

/// Reads a conversation's id.
pub(crate) fn id(text: &str) -> Result<ConversationId, Failed> {
    text.parse().map_err(|why| {
        Failed::Option(format!("{text}: {why}; it stands in the console's address, after /c/"))
    })
}

/// The name of an event.
pub(crate) fn name(event: &Event) -> String {
    match serde_json::to_value(event).unwrap_or_default() {
        Value::String(name) => name,
        Value::Object(fields) => fields.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

/// The words of an event in one line; empty if it has none.
pub(crate) fn said(event: &Event) -> String {
    match event {
        Event::CustomerMessage(received) => received.content.summary(),
        Event::AgentMessage(sent) => sent.content.summary(),
        Event::Comment(comment) => domain::words::cut(&comment.text, 200),
        Event::DiscussionMessage(talk) => domain::words::cut(&talk.text, 200),
        _ => String::new(),
    }
}

/// An entry in one line. Without `text` no word of anybody is in it.
pub(crate) fn entry_line(entry: &Entry, text: bool) -> String {
    let events = entry.events.iter().map(|event| {
        let said = if text { said(event) } else { String::new() };
        if said.is_empty() { name(event) } else { format!("{}: {said}", name(event)) }
    });
    let events: Vec<String> = events.collect();
    format!("{}  {:>5}  {:<20} {}", moment(entry.at), entry.seq, entry.by, events.join(", "))
}

/// An entry for a program.
pub(crate) fn entry_value(thread: &Thread, entry: &Entry, text: bool) -> Value {
    let events: Vec<Value> = entry
        .events
        .iter()
        .map(|event| {
            if text {
                serde_json::to_value(event).unwrap_or_default()
            } else {
                Value::String(name(event))
            }
        })
        .collect();
    json!({"conversation": thread.conversation_id(), "queue": thread.conversation.queue,
        "owner": thread.conversation.owner, "seq": entry.seq, "at": entry.at.0,
        "by": entry.by.to_string(), "events": events})
}

async fn newest(home: &Home, id: &ConversationId) -> Result<Stored, Failed> {
    let found = home.app.store.newest(&id.thread, true).await?;
    found.ok_or_else(|| Failed::Option(format!("there is no conversation {id} in {}", home.name)))
}

/// Prints a conversation's thread: where it stands, and its log.
///
/// # Errors
/// If there is no such conversation, the table fails, or the reader is gone.
pub async fn show(home: &Home, one: &One, out: &mut Out<'_>) -> Result<(), Failed> {
    let id = id(&one.conversation)?;
    let newest = newest(home, &id).await?;
    let (thread, c) = (&newest.thread, &newest.thread.conversation);
    let state = serde_json::to_value(c).unwrap_or_default();
    let status = serde_json::to_value(c.status).unwrap_or_default();
    let value = json!({"thread": thread.id, "newest": thread.conversation_id(), "seq": thread.seq,
        "asset": thread.asset, "contact": thread.contact, "status": status, "queue": c.queue,
        "owner": c.owner, "state": if one.text { state } else { Value::Null }});
    out.either(&value, || {
        let owner = c.owner.as_ref().map_or("nobody", |owner| owner.as_str());
        let status = status.as_str().unwrap_or_default();
        format!(
            "{}  {status}  queue {}  owner {owner}  asset {}  contact {}  {} entries",
            thread.conversation_id(),
            c.queue,
            thread.asset,
            thread.contact,
            thread.seq
        )
    })?;
    let mut after = 0;
    loop {
        let page = home.app.store.entries_after(&id.thread, after, PAGE).await?;
        for (entry, stood) in page.entries.iter().zip(&page.stood) {
            after = entry.seq;
            if stood.conversation == id.number {
                let value = entry_value(thread, entry, one.text);
                out.either(&value, || entry_line(entry, one.text))?;
            }
        }
        if !page.more || page.entries.is_empty() {
            return Ok(());
        }
    }
}

/// Folds the log of a conversation's thread, and compares each state with the stored one.
///
/// # Errors
/// If there is no such conversation, the table fails, or the reader is gone.
pub async fn replay(home: &Home, one: &One, out: &mut Out<'_>) -> Result<Exit, Failed> {
    let id = id(&one.conversation)?;
    let newest = newest(home, &id).await?;
    let (mut state, mut wrong): (Option<Thread>, u64) = (None, 0);
    for seq in 1..=newest.thread.seq {
        let Some(stored) = home.app.store.entry(&id.thread, seq).await? else {
            wrong += 1;
            let value = json!({"seq": seq, "difference": "missing"});
            out.either(&value, || format!("{seq:>5}  the entry is missing"))?;
            continue;
        };
        let folded = evolve(&id.thread, state.take(), &stored.entry);
        for (path, (folded, kept)) in compared(folded.as_ref(), &stored.thread) {
            wrong += 1;
            let (folded, kept) =
                if one.text { (folded, kept) } else { (hidden(&folded), hidden(&kept)) };
            let value = json!({"seq": seq, "difference": path, "folded": folded, "stored": kept});
            out.either(&value, || {
                format!("{seq:>5}  {path}: the log says {folded}, the table holds {kept}")
            })?;
        }
        // The stored state goes on, so that one difference is told once.
        state = Some(stored.thread);
    }
    let value = json!({"entries": newest.thread.seq, "differences": wrong});
    out.either(&value, || {
        let entries = newest.thread.seq;
        if wrong == 0 {
            format!("{entries} entries: every state is the fold of the log.")
        } else {
            format!("{entries} entries, {wrong} differences.")
        }
    })?;
    Ok(if wrong == 0 { Exit::Good } else { Exit::Bad })
}

/// Text may be a customer's: only its length shows. Ids and numbers stay.
fn hidden(value: &Value) -> Value {
    match value {
        Value::String(text) if text.chars().any(char::is_whitespace) => {
            Value::String(format!("({} characters)", text.chars().count()))
        }
        other => other.clone(),
    }
}

type Difference = (String, (Value, Value));

fn compared(folded: Option<&Thread>, stored: &Thread) -> Vec<Difference> {
    let value = |thread: &Thread| serde_json::to_value(thread).unwrap_or_default();
    let mut found = Vec::new();
    differ("", &folded.map(value).unwrap_or_default(), &value(stored), &mut found);
    found.truncate(SHOWN);
    found
}

fn differ(path: &str, a: &Value, b: &Value, found: &mut Vec<Difference>) {
    let (Value::Object(left), Value::Object(right)) = (a, b) else {
        if a != b {
            let path = if path.is_empty() { "state" } else { path };
            found.push((path.to_owned(), (a.clone(), b.clone())));
        }
        return;
    };
    let mut names: Vec<&String> = left.keys().chain(right.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let of =
            |object: &serde_json::Map<String, Value>| object.get(name).cloned().unwrap_or_default();
        differ(&path, &of(left), &of(right), found);
    }
}

//! The log of a thread: the only truth, and the lock.

use crate::item::{self, Item, PK, SK, s};
use crate::{Error, Result, Store, key};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AgentId, Entry, QueueId, Thread, ThreadId};

/// Attribute: the entry's JSON.
pub(crate) const ENTRY: &str = "e";
/// Attribute: the JSON of the thread's state after the entry.
pub(crate) const STATE: &str = "s";

/// An entry with the state after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The entry.
    pub entry: Entry,
    /// The thread after the entry.
    pub thread: Thread,
}

/// A stretch of the log.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Entries, oldest first.
    pub entries: Vec<Entry>,
    /// The conversation's queue and parties after each entry.
    pub stood: Vec<Stood>,
    /// Whether there are more entries in the direction of the search.
    pub more: bool,
}

/// The queue and parties of a conversation after an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// The number of the conversation in the thread.
    pub conversation: u32,
    /// The queue of the conversation.
    pub queue: QueueId,
    /// The agents who were parties.
    pub parties: Vec<AgentId>,
}

impl Stood {
    fn of(thread: &Thread) -> Self {
        let conversation = &thread.conversation;
        Self {
            conversation: conversation.number,
            queue: conversation.queue.clone(),
            parties: thread.parties(),
        }
    }
}

/// Reads an entry and the state after it from a stored item.
pub(crate) fn read_entry(item: &Item) -> Result<Stored> {
    let attribute = |name| item::text(item, name).unwrap_or_default();
    Stored::read(attribute(PK), attribute(SK), attribute(ENTRY), attribute(STATE))
}

impl Stored {
    /// Reads an entry and the state after it from the four attributes of its item.
    ///
    /// # Errors
    /// If the attributes do not have the form that we write.
    pub fn read(pk: &str, sk: &str, entry: &str, state: &str) -> Result<Self> {
        let damaged = |why: &dyn ToString| Error::damaged(format!("{pk}/{sk}"), why.to_string());
        let id = key::thread_of(pk);
        let seq = sk.strip_prefix(key::ENTRY_PREFIX).and_then(|n| n.parse::<u64>().ok());
        let (Some(id), Some(seq)) = (id, seq) else {
            return Err(damaged(&"its key is not that of an entry"));
        };
        let mut entry: Entry = serde_json::from_str(entry).map_err(|e| damaged(&e))?;
        entry.seq = seq;
        let mut thread: Thread = serde_json::from_str(state).map_err(|e| damaged(&e))?;
        if thread.seq != seq {
            return Err(damaged(&"state and entry disagree on their position"));
        }
        thread.id = id;
        Ok(Self { entry, thread })
    }
}

/// Returns the stored form of an entry.
pub(crate) fn write_entry(thread: &Thread, entry: &Entry) -> Result<Item> {
    let mut item = item::key(key::thread_pk(&thread.id), key::entry_sk(entry.seq));
    item.insert(ENTRY.to_owned(), s(item::json(entry)?));
    item.insert(STATE.to_owned(), s(item::json(thread)?));
    Ok(item)
}

impl Store {
    /// Returns the newest entry and the state after it, in one request.
    ///
    /// A `consistent` read costs twice as much and never returns an old state. An old state is
    /// harmless if the caller refuses nothing because of it: the log is the lock.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn newest(&self, thread: &ThreadId, consistent: bool) -> Result<Option<Stored>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND begins_with(sk, :e)")
            .expression_attribute_values(":pk", s(key::thread_pk(thread)))
            .expression_attribute_values(":e", s(key::ENTRY_PREFIX))
            .scan_index_forward(false)
            .limit(1)
            .consistent_read(consistent)
            .send()
            .await?;
        found.items().first().map(read_entry).transpose()
    }

    /// Returns one entry.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn entry(&self, thread: &ThreadId, seq: u64) -> Result<Option<Stored>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::thread_pk(thread), key::entry_sk(seq))))
            .send()
            .await?;
        found.item().map(read_entry).transpose()
    }

    /// Returns the entries after a position, oldest first.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn entries_after(&self, thread: &ThreadId, after: u64, limit: usize) -> Result<Page> {
        let from = s(key::entry_sk(after.saturating_add(1)));
        let to = s(key::entry_sk(9_999_999_999));
        self.stretch(thread, from, to, true, limit).await
    }

    /// Returns the entries before a position, oldest first: the `limit` that come right before it.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn entries_before(
        &self,
        thread: &ThreadId,
        before: u64,
        limit: usize,
    ) -> Result<Page> {
        let from = s(key::entry_sk(0));
        let to = s(key::entry_sk(before.saturating_sub(1)));
        self.stretch(thread, from, to, false, limit).await
    }

    /// Searches the `limit` entries before a position for those that name a key. Returns them
    /// newest first, with the position where the search ended; `None`: the beginning. The table
    /// searches, and sends only what it found.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn entries_naming(
        &self,
        thread: &ThreadId,
        word: &str,
        before: u64,
        limit: usize,
    ) -> Result<(Vec<Entry>, Option<u64>)> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
            .filter_expression("contains(#e, :word)")
            .expression_attribute_names("#e", ENTRY)
            .expression_attribute_values(":pk", s(key::thread_pk(thread)))
            .expression_attribute_values(":from", s(key::entry_sk(0)))
            .expression_attribute_values(":to", s(key::entry_sk(before.saturating_sub(1))))
            .expression_attribute_values(":word", s(item::json(&word)?))
            .scan_index_forward(false)
            .limit(i32::try_from(limit).unwrap_or(i32::MAX))
            .consistent_read(true)
            .send()
            .await?;
        let entries = found.items().iter().map(|item| Ok(read_entry(item)?.entry));
        let entries = entries.collect::<Result<Vec<_>>>()?;
        let reached = found
            .last_evaluated_key
            .as_ref()
            .and_then(|last| item::text(last, SK)?.strip_prefix(key::ENTRY_PREFIX)?.parse().ok());
        Ok((entries, reached))
    }

    async fn stretch(
        &self,
        thread: &ThreadId,
        from: AttributeValue,
        to: AttributeValue,
        forward: bool,
        limit: usize,
    ) -> Result<Page> {
        let (mut entries, mut stood) = (Vec::new(), Vec::new());
        let mut start = None;
        loop {
            let found = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
                .expression_attribute_values(":pk", s(key::thread_pk(thread)))
                .expression_attribute_values(":from", from.clone())
                .expression_attribute_values(":to", to.clone())
                .scan_index_forward(forward)
                // One more than the limit tells whether there are more.
                .limit(i32::try_from(limit + 1 - entries.len().min(limit)).unwrap_or(i32::MAX))
                .set_exclusive_start_key(start)
                .consistent_read(true)
                .send()
                .await?;
            for item in found.items() {
                let stored = read_entry(item)?;
                stood.push(Stood::of(&stored.thread));
                entries.push(stored.entry);
            }
            start = found.last_evaluated_key;
            if start.is_none() || entries.len() > limit {
                break;
            }
        }
        let more = entries.len() > limit;
        entries.truncate(limit);
        stood.truncate(limit);
        if !forward {
            entries.reverse();
            stood.reverse();
        }
        Ok(Page { entries, stood, more })
    }
}

//! The earlier message that a command speaks of: found once, before the decision.
//!
//! A customer's message names the earlier one by the provider's id: one query searches the newest
//! entries for it. An agent names it by its entry: one read brings it, and a second one the id by
//! which the provider knows it. Other commands cost nothing.

use domain::{Command, Entry, Event, Related, Relation, ThreadId, audience, intake, message};
use store::Stored;

use crate::{Engine, Failure, Request};

/// The number of entries among which the engine looks for an earlier message.
const SEARCHED: usize = 1_000;

impl Engine<'_> {
    /// Finds the earlier message that the command speaks of; `None`: the command speaks of none, or
    /// the log does not know it.
    pub(super) async fn related(
        &self,
        request: &Request,
        newest: Option<&Stored>,
        has_provider: bool,
    ) -> Result<Option<Related>, Failure> {
        let Some(newest) = newest else { return Ok(None) };
        match &request.command {
            Command::Receive(intake::Receive { content, reply_to, .. }) => {
                match content.speaks_of().or(reply_to.as_deref()) {
                    Some(key) => self.related_by_key(newest, key, has_provider).await,
                    None => Ok(None),
                }
            }
            Command::Echo(message::Echo { content, .. }) => match content.speaks_of() {
                Some(key) => self.related_by_key(newest, key, has_provider).await,
                None => Ok(None),
            },
            Command::Send(message::Send { reply_to: Some(entry), .. })
            | Command::React(message::React { message: entry, .. }) => {
                self.related_entry(newest, *entry, has_provider).await
            }
            _ => Ok(None),
        }
    }

    async fn related_by_key(
        &self,
        newest: &Stored,
        key: &str,
        has_provider: bool,
    ) -> Result<Option<Related>, Failure> {
        let thread = &newest.thread.id;
        if !has_provider {
            let found = self.numbered(newest, key).await?;
            return Ok(found.and_then(|entry| related(&entry, Some(key.to_owned()))));
        }
        let (found, _) =
            self.store.entries_naming(thread, key, newest.entry.seq + 1, SEARCHED).await?;
        let written = found.iter().find(|entry| entry.key.as_deref() == Some(key));
        if let Some(entry) = written.filter(|entry| Relation::to(entry).is_some()) {
            return Ok(related(entry, Some(key.to_owned())));
        }
        let Some(seq) = found.iter().find_map(|entry| sent_as(entry, key)) else { return Ok(None) };
        let entry = self.store.entry(thread, seq).await?;
        Ok(entry.and_then(|stored| related(&stored.entry, Some(key.to_owned()))))
    }

    async fn related_entry(
        &self,
        newest: &Stored,
        seq: u64,
        has_provider: bool,
    ) -> Result<Option<Related>, Failure> {
        // Earlier conversations may be another team's: a quote would show a line of them.
        if seq < newest.thread.conversation.first || seq > newest.entry.seq {
            return Ok(None);
        }
        let thread = &newest.thread.id;
        let Some(stored) = self.store.entry(thread, seq).await? else { return Ok(None) };
        let key = if !has_provider {
            Some(stored.thread.public_seq.to_string())
        } else if audience::outbound(&stored.entry).is_some() {
            self.provider_id(thread, seq).await?
        } else {
            stored.entry.key.clone()
        };
        Ok(related(&stored.entry, key))
    }

    /// The provider's id of a message to the customer, from the reports on it.
    async fn provider_id(
        &self,
        thread: &ThreadId,
        message: u64,
    ) -> Result<Option<String>, Failure> {
        let page = self.store.entries_after(thread, message, SEARCHED).await?;
        Ok(page.entries.iter().flat_map(|entry| &entry.events).find_map(|event| match event {
            Event::Delivery(d) if d.message == message => d.provider_id.clone(),
            _ => None,
        }))
    }

    /// The entry that a visitor sees under a number. A visitor's numbers grow with the entries, so
    /// that each look halves the entries that are left.
    async fn numbered(&self, newest: &Stored, number: &str) -> Result<Option<Entry>, Failure> {
        let Ok(number) = number.parse::<u64>() else { return Ok(None) };
        if number == 0 || number > newest.thread.public_seq {
            return Ok(None);
        }
        let (mut low, mut high) = (1, newest.entry.seq);
        while low < high {
            let middle = low.midpoint(high);
            let Some(stored) = self.store.entry(&newest.thread.id, middle).await? else {
                return Ok(None);
            };
            if stored.thread.public_seq >= number {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(self.store.entry(&newest.thread.id, low).await?.map(|stored| stored.entry))
    }
}

fn related(entry: &Entry, key: Option<String>) -> Option<Related> {
    Some(Related { relation: Relation::to(entry)?, key })
}

/// The message that the provider knows by this id, if the entry reports on it.
fn sent_as(entry: &Entry, key: &str) -> Option<u64> {
    entry.events.iter().find_map(|event| match event {
        Event::Delivery(d) if d.provider_id.as_deref() == Some(key) => Some(d.message),
        _ => None,
    })
}

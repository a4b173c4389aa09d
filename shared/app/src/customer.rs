//! Customers: taking in what they write, and finding their thread when their address changes.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::decide::{Caller, Opening};
use domain::{Command, ThreadId};
use store::directory::Asset;
use store::key;

use crate::{App, Executed, Failure, Once, Request};

/// Threads that second addresses lead to. They never change once noted, so they are remembered.
#[derive(Debug, Default)]
pub(crate) struct Aliases(Mutex<HashMap<ThreadId, ThreadId>>);

impl Aliases {
    const LIMIT: usize = 50_000;

    fn get(&self, thread: &ThreadId) -> Option<ThreadId> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(thread).cloned()
    }

    fn set(&self, thread: ThreadId, to: ThreadId) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= Self::LIMIT {
            all.clear();
        }
        all.insert(thread, to);
    }
}

impl App {
    /// Takes a customer's message in.
    ///
    /// # Errors
    /// If the table fails. The provider sends it again then.
    pub async fn receive(
        &self,
        asset: &Asset,
        message: &channels::Inbound,
    ) -> Result<Executed, Failure> {
        self.take_in(asset, message, Once::sent(message.key.clone(), message.sent_at)).await
    }

    /// The same, where a repetition is recognised otherwise than by the provider's clock.
    pub(crate) async fn take_in(
        &self,
        asset: &Asset,
        message: &channels::Inbound,
        once: Once,
    ) -> Result<Executed, Failure> {
        let thread = self.thread_of(asset, message).await?;
        let opening = Opening {
            asset: asset.id.clone(),
            identity: message.address.clone(),
            contact: key::contact(&asset.channel, &message.address),
            name: message.name.clone(),
            queue: asset.queue.clone(),
        };
        self.execute(&Request {
            thread,
            conversation: None,
            once: Some(once),
            seen: None,
            caller: Caller::Customer,
            by_api: false,
            command: Command::Receive {
                content: message.content.clone(),
                sent_at: message.sent_at,
                reply_to: message.reply_to.clone(),
            },
            opening: Some(opening),
            known: None,
            likely: Vec::new(),
        })
        .await
    }

    /// The customer's thread: that of the address that lasts longest, unless they were known by
    /// another address before.
    async fn thread_of(
        &self,
        asset: &Asset,
        message: &channels::Inbound,
    ) -> Result<ThreadId, Failure> {
        let own = key::thread(&asset.id, &message.address);
        if let Some(known) = self.aliases.get(&own) {
            return Ok(known);
        }
        // Whether a lone address leads elsewhere is looked up only where it has no thread yet.
        let Some(other) = &message.other_address else { return Ok(own) };
        let other = key::thread(&asset.id, other);
        if self.store.newest(&own, true).await?.is_some() {
            return Ok(own);
        }
        if let Some(to) = self.store.alias(&own).await? {
            self.aliases.set(own, to.clone());
            return Ok(to);
        }
        if self.store.newest(&other, true).await?.is_some() {
            self.store.put_alias(&own, &other).await?;
            self.aliases.set(own, other.clone());
            return Ok(other);
        }
        self.store.put_alias(&other, &own).await?;
        Ok(own)
    }

    /// The thread to which an address without a thread of its own leads, if it leads anywhere.
    pub(crate) async fn leads_to(&self, thread: &ThreadId) -> Result<Option<ThreadId>, Failure> {
        let to = self.store.alias(thread).await?;
        if let Some(to) = &to {
            self.aliases.set(thread.clone(), to.clone());
        }
        Ok(to)
    }

    /// The customer is reached at another address from now on; what came before stays theirs.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn customer_moved(&self, asset: &Asset, from: &str, to: &str) -> Result<(), Failure> {
        let (old, new) = (key::thread(&asset.id, from), key::thread(&asset.id, to));
        let old = self.store.alias(&old).await?.unwrap_or(old);
        if self.thread(&old).await?.is_none() || self.thread(&new).await?.is_some() {
            return Ok(());
        }
        self.store.put_alias(&new, &old).await?;
        self.execute(&Request {
            thread: old,
            conversation: None,
            once: None,
            seen: None,
            caller: Caller::Engine,
            by_api: false,
            command: Command::ChangeIdentity { identity: to.to_owned() },
            opening: None,
            known: None,
            likely: Vec::new(),
        })
        .await?;
        Ok(())
    }
}

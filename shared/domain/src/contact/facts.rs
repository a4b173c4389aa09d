//! What becomes known of the customer.

use crate::contact::person;
use crate::{AgentId, ConversationId, Millis, Thread};
use serde::{Deserialize, Serialize};

/// The customer is called something else from now on (F71).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Renamed {
    /// What.
    pub name: String,
    /// Who says so.
    pub by: AgentId,
}

/// The customer is reached at another address from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddressChanged {
    /// Which.
    pub identity: String,
    /// The number that is theirs beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Since when, by the provider's time, where the message in this entry does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Millis>,
}

/// The channel says what the customer is called now, or where else they are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Introduced {
    /// What they are called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Numbers and user names of theirs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// Up to when their address is known by now, by the provider's time: a change that is
    /// older counts no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Millis>,
}

/// The same customer has a conversation in another thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// Which.
    pub conversation: ConversationId,
    /// Whether they go on there: their next message is not written here.
    pub there: bool,
    /// The addresses by which they are known there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
}

impl AddressChanged {
    /// The customer is answered at the new address.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        thread.identity.clone_from(&self.identity);
        thread.known.number.clone_from(&self.number);
        thread.known.changed = self.at.or(thread.known.changed);
    }
}

impl Introduced {
    /// The thread remembers the newest number, user name and name.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        thread.known.changed = self.at.or(thread.known.changed);
        for address in &self.addresses {
            if person::is_username(address) {
                thread.known.username = Some(address.clone());
            } else {
                thread.known.number = Some(address.clone());
            }
        }
        if let Some(name) = &self.name {
            thread.name.clone_from(name);
        }
    }
}

impl Joined {
    /// The thread remembers where the customer goes on, or which thread came to it.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        let other = self.conversation.thread.clone();
        if self.there {
            thread.known.elsewhere = Some(other);
        } else {
            thread.known.join(other);
        }
    }
}

impl Renamed {
    /// An agent's name for the customer outlasts the channel's.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        thread.name.clone_from(&self.name);
        thread.named = true;
    }
}

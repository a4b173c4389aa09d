//! Facts about the customer: names, addresses, other threads.

use crate::contact::person;
use crate::{AgentId, ConversationId, Millis, Thread};
use serde::{Deserialize, Serialize};

/// The customer has another name from now on (F71).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Renamed {
    /// The customer's new name.
    pub name: String,
    /// The agent who gave the name.
    pub by: AgentId,
}

/// The customer has another address from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddressChanged {
    /// The new address.
    pub identity: String,
    /// The customer's phone number beside the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The moment of the change, by the provider's clock, where the message in this entry does not
    /// say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Millis>,
}

/// The channel reports the customer's name, or other addresses of the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Introduced {
    /// The customer's name at the channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The customer's phone numbers and user names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// The moment at which the provider last confirmed the address, by its clock: an older change
    /// no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Millis>,
}

/// The same customer has a conversation in another thread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// The conversation in the other thread.
    pub conversation: ConversationId,
    /// Whether the customer goes on there: the engine writes the next message there.
    pub there: bool,
    /// The customer's addresses in the other thread.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
}

impl AddressChanged {
    /// From now on, the thread answers the customer at the new address.
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
    /// The thread remembers where the customer goes on, or the thread from which the customer came.
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
    /// An agent's name for the customer takes precedence over the channel's.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        thread.name.clone_from(&self.name);
        thread.named = true;
    }
}

//! The rules of identity: one person, under all the numbers and ids by which the provider names
//! that person.
//!
//! An address has one stored form, whatever the webhook wrote: a phone number as its digits, a user
//! id as it is, a user name with `@` before it. The engine derives a thread from each address;
//! addresses that a webhook named together share one.
//!
//! The thread of a person's next message ([`settle`]):
//!
//! | the addresses lead to | result |
//! |---|---|
//! | nothing | the thread of the strongest address: user id, number, user name |
//! | one thread | that thread; the other addresses lead there from now on |
//! | several | the open one, else the one where the person wrote last; the others record it |
//! | a user name, beside a number or id that leads elsewhere | the name follows the number or id |
//! | a user name of a person known by number or id | not that person: user names change hands |
//!
//! The address for answers to a person ([`Reach`]):
//!
//! | arrival | known before | result |
//! |---|---|---|
//! | a message from the address, or from the number beside it | | nothing changes |
//! | a message from another address | nothing newer, by the provider's time | that address |
//! | a message from another address | something newer | nothing: the message came late |
//! | a change to another address | nothing newer | that address |
//! | a change of the same second | the address that was given up | the new address |
//! | anything but a user name | a user name | the new address, whatever its time |
//! | a change that is older than the known address, or a repetition | | nothing |

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Millis, ThreadId};

/// A person's address, by its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// The provider's own id of the person. Answers go to it; the engine reads nothing from its
    /// form.
    User(String),
    /// A phone number, as its digits.
    Number(String),
    /// A user name, without its `@`. Nobody can send a message to it.
    Username(String),
}

/// The prefix of a user id that reads like another kind of address.
const USER: &str = "user:";

impl Address {
    /// Reads the text of a number field. `+49 176 …`, `0049176…` and `49176…` are one number; a
    /// text that is no number is a user id.
    #[must_use]
    pub fn number(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let written = |c: char| c.is_ascii_digit() || " +-()./\u{a0}".contains(c);
        if digits.is_empty() || !text.chars().all(written) {
            return Self::user(text);
        }
        let digits = digits.strip_prefix("00").unwrap_or(&digits);
        (!digits.is_empty()).then(|| Self::Number(digits.to_owned()))
    }

    /// Reads the text of a user id field.
    #[must_use]
    pub fn user(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self::User(text.to_owned()))
    }

    /// Reads the text of a user name field, ignoring case.
    #[must_use]
    pub fn username(text: &str) -> Option<Self> {
        let name = text.trim().trim_start_matches('@').to_lowercase();
        (!name.is_empty()).then_some(Self::Username(name))
    }

    /// Reads an address from its stored form.
    #[must_use]
    pub fn read(text: &str) -> Self {
        if let Some(id) = text.strip_prefix(USER) {
            return Self::User(id.to_owned());
        }
        if let Some(name) = text.strip_prefix('@') {
            return Self::Username(name.to_owned());
        }
        let digits = text.strip_prefix('+').unwrap_or(text);
        if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
            return Self::Number(digits.to_owned());
        }
        Self::User(text.to_owned())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(digits) => f.write_str(digits),
            Self::Username(name) => write!(f, "@{name}"),
            // An id that reads like another kind of address gets the prefix.
            Self::User(id) if Self::read(id) == *self => f.write_str(id),
            Self::User(id) => write!(f, "{USER}{id}"),
        }
    }
}

/// Whether `address`, in its stored form, is a user name. A user name proves no identity, because
/// people give it up and others take it.
#[must_use]
pub fn is_username(address: &str) -> bool {
    matches!(Address::read(address), Address::Username(_))
}

/// Whether `address`, in its stored form, is a phone number.
#[must_use]
pub fn is_number(address: &str) -> bool {
    matches!(Address::read(address), Address::Number(_))
}

/// Where the engine answers a person now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The address that answers go to.
    pub address: String,
    /// The person's phone number beside the address: the person may write from either.
    pub number: Option<String>,
    /// The moment at which the provider last confirmed the address, by its clock.
    pub at: Millis,
}

impl Reach {
    /// Whether `address` is the address or the number.
    #[must_use]
    pub fn is(&self, address: &str) -> bool {
        self.address == address || self.number.as_deref() == Some(address)
    }

    /// Whether only a user name is known, to which nobody can send a message.
    #[must_use]
    pub fn is_nameless(&self) -> bool {
        is_username(&self.address) && self.number.is_none()
    }

    /// The newer of two reaches of one person: `self` from one thread, `other` from another.
    #[must_use]
    pub fn or_newer(&self, other: &Self) -> Self {
        let better = (!other.is_nameless(), other.at) > (!self.is_nameless(), self.at);
        let newest = if better { other } else { self };
        Self { at: self.at.max(other.at), ..newest.clone() }
    }

    /// The reach after a message from `address`, with which the provider named `also`.
    #[must_use]
    pub fn heard(&self, address: &str, also: &[String], at: Millis) -> Self {
        let number = also.iter().find(|a| is_number(a)).cloned();
        if self.is_nameless() && !is_username(address) {
            return Self { address: address.to_owned(), number, at: at.max(self.at) };
        }
        if at < self.at {
            return self.clone();
        }
        if is_username(address) {
            return Self { at, ..self.clone() };
        }
        let known = self.is(address);
        if known && number.is_none() {
            return Self { at, ..self.clone() };
        }
        let named_with = also.iter().any(|a| self.is(a) && !is_username(a));
        // At an equal second, a message from an unrelated address may be the older of the two.
        if !known && !named_with && at == self.at {
            return self.clone();
        }
        Self { address: address.to_owned(), number, at }
    }

    /// The reach after a change from the addresses `from` to the addresses `to`, the best first.
    #[must_use]
    pub fn moved(&self, from: &[String], to: &[String], at: Millis) -> Self {
        let Some(address) = to.first() else { return self.clone() };
        let follows = from.iter().any(|a| self.is(a)) && !to.iter().any(|a| self.is(a));
        if !self.is_nameless() && (at < self.at || (at == self.at && !follows)) {
            return self.clone();
        }
        let at = at.max(self.at);
        let number = to.iter().skip(1).find(|a| is_number(a)).cloned();
        // A change of the id alone keeps the number, and a change of the number keeps the id.
        let kept = |a: &String| !from.contains(a);
        let number = number.or_else(|| {
            self.number.clone().filter(|n| kept(n) && !is_number(address) && n != address)
        });
        Self { address: address.clone(), number, at }
    }
}

/// A person's addresses that a thread's state keeps beside the one for answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The person's phone number beside the address.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The newest user name.
    #[serde(rename = "u", default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// The moment of the last change of address, by the provider's clock, where a message did not
    /// say it.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Millis>,
    /// How far the provider's clock has been ahead of ours.
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    pub ahead: Option<Millis>,
    /// The thread in which the person goes on.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<ThreadId>,
    /// Threads whose person goes on here: this thread never takes in a message that those threads
    /// took in.
    #[serde(rename = "j", default, skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<ThreadId>,
    /// Whether the customer asked for no further messages.
    #[serde(rename = "s", default, skip_serializing_if = "std::ops::Not::not")]
    pub stopped: bool,
}

impl Known {
    /// How many other threads of one person the state remembers.
    const JOINED: usize = 2;

    /// Remembers another thread of the person.
    pub fn join(&mut self, thread: ThreadId) {
        self.joined.retain(|known| *known != thread);
        self.joined.push(thread);
        if self.joined.len() > Self::JOINED {
            self.joined.remove(0);
        }
    }

    /// Whether the state knows no other address.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The way from an address to the thread that it leads to. The way always ends, even if the table
/// has a ring.
#[derive(Debug, Clone)]
pub struct Way(Vec<ThreadId>);

impl Way {
    /// The longest way, in steps. The engine records ways of one step; longer ways come of
    /// addresses that change while the engine records others.
    const STEPS: usize = 16;

    /// The way that begins at the thread derived from an address.
    #[must_use]
    pub fn from(start: ThreadId) -> Self {
        Self(vec![start])
    }

    /// The last thread of the way so far.
    #[must_use]
    pub fn here(&self) -> &ThreadId {
        &self.0[self.0.len() - 1]
    }

    /// Goes on to `next`, which the current thread names. Answers whether to look further. At the
    /// end of a ring the answer is no: every way into the ring settles for the same member.
    pub fn go(&mut self, next: ThreadId) -> bool {
        if let Some(at) = self.0.iter().position(|passed| *passed == next) {
            let end = self.0[at..].iter().min().cloned().unwrap_or(next);
            self.0.push(end);
            return false;
        }
        self.0.push(next);
        self.0.len() <= Self::STEPS
    }
}

/// The lead from one of a person's addresses to a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The thread that is derived from the address.
    pub own: ThreadId,
    /// Whether that thread has a log.
    pub own_log: bool,
    /// The thread that the address leads to.
    pub end: ThreadId,
    /// The state of the thread at the end, if that thread has a log.
    pub stands: Option<Standing>,
    /// Whether the address is a user name.
    pub weak: bool,
}

/// A thread's state, as far as the choice between several threads depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Whether the thread's conversation is open: an agent may be at work in it.
    pub open: bool,
    /// The moment of the person's last message in the thread.
    pub heard: Millis,
    /// Whether the thread knows its person only by a user name.
    pub nameless: bool,
}

/// The thread that a person's next message goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The thread that takes the message.
    pub head: ThreadId,
    /// Threads without a log, whose addresses must lead to the head from now on.
    pub note: Vec<ThreadId>,
    /// The same person's threads with a log: each must record that the person goes on in the head.
    pub join: Vec<ThreadId>,
}

/// Decides in which thread a person goes on, from the leads of the person's addresses, the
/// strongest first.
///
/// Answers `None` where the person has no address.
#[must_use]
pub fn settle(leads: &[Lead]) -> Option<Settled> {
    let first = leads.iter().find(|lead| !lead.weak).or(leads.first())?;
    let alone = first.weak;
    let counts = |lead: &&Lead| alone || !lead.weak || lead.stands.is_some_and(|s| s.nameless);
    let mut found: Vec<(Standing, &ThreadId)> = leads
        .iter()
        .filter(counts)
        .filter_map(|lead| lead.stands.map(|stands| (stands, &lead.end)))
        .collect();
    found.sort_by(|(a, x), (b, y)| (b.open, b.heard).cmp(&(a.open, a.heard)).then(x.cmp(y)));
    found.dedup_by(|(_, x), (_, y)| x == y);
    let noted = leads.iter().filter(counts).find(|lead| lead.end != lead.own);
    let head = match found.first() {
        Some((_, thread)) => (*thread).clone(),
        None => noted.map_or(&first.own, |lead| &lead.end).clone(),
    };
    let mut join: Vec<ThreadId> = Vec::new();
    for (_, thread) in found {
        if *thread != head && !join.contains(thread) {
            join.push(thread.clone());
        }
    }
    let mut note: Vec<ThreadId> = Vec::new();
    for lead in leads.iter().filter(|lead| lead.end != head) {
        let empty = lead.stands.is_none() && counts(&lead);
        let ends = empty.then_some(&lead.end);
        let own = (!lead.own_log).then_some(&lead.own);
        for thread in own.into_iter().chain(ends) {
            if *thread != head && !note.contains(thread) {
                note.push(thread.clone());
            }
        }
    }
    Some(Settled { head, note, join })
}

#[cfg(test)]
mod tests;

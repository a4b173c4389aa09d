//! A type for each id. Each type checks its text on entry, so that a key built from an id can never
//! reach into another partition.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An id that does not have the form of its kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not a {kind} id: {rule}")]
pub struct InvalidId {
    /// The expected kind of id, in words.
    pub kind: &'static str,
    /// The given text, cut to 80 characters.
    pub given: String,
    /// The form of that kind.
    pub rule: &'static str,
}

fn invalid(kind: &'static str, given: &str, rule: &'static str) -> InvalidId {
    InvalidId { kind, given: given.chars().take(80).collect(), rule }
}

/// Whether the text is an id that an admin chose: lower-case words joined by hyphens, which read
/// well in URLs.
fn is_slug(s: &str) -> bool {
    (1..=40).contains(&s.len())
        && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

/// Whether the text is a derived id: 16 characters of Crockford's base 32, which is 80 bits.
fn is_digest(s: &str) -> bool {
    s.len() == 16
        && s.bytes().all(|b| {
            b.is_ascii_digit()
                || (b.is_ascii_lowercase() && !matches!(b, b'i' | b'l' | b'o' | b'u'))
        })
}

const SLUG: &str = "1 to 40 of a-z, 0-9, '-' and '_'";
const DIGEST: &str = "16 characters of Crockford's base 32, in lower case";

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $check:ident, $rule:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(s: &str) -> Result<Self, InvalidId> {
                if $check(s) { Ok(Self(s.to_owned())) } else { Err(invalid($kind, s, $rule)) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

text_id!(
    /// The id of a person who answers customers: agent, manager or admin.
    AgentId, "agent", is_slug, SLUG
);
text_id!(
    /// The id of a person who answers customers: agent, manager or admin.
    TeamId, "team", is_slug, SLUG
);
text_id!(
    /// The id of a group of agents that owns queues and assets.
    QueueId, "queue", is_slug, SLUG
);
text_id!(
    /// The id of a queue, where conversations wait for an agent.
    Skill, "skill", is_slug, SLUG
);
text_id!(
    /// The id of a skill that an agent can have and a conversation can need.
    AssetId, "asset", is_slug, SLUG
);
text_id!(
    /// The id of a customer's contact.
    ContactId, "contact", is_digest, DIGEST
);
text_id!(
    /// The id of a thread: one contact on one asset, for ever. It is derived from both, so that the
    /// engine needs no look-up.
    ThreadId, "thread", is_digest, DIGEST
);

macro_rules! numbered_id {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $prefix:literal, $int:ty, $rule:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// The thread.
            pub thread: ThreadId,
            /// The number within that thread.
            pub number: $int,
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(s: &str) -> Result<Self, InvalidId> {
                let wrong = || invalid($kind, s, $rule);
                let (thread, rest) = s.split_once('-').ok_or_else(wrong)?;
                let digits = rest.strip_prefix($prefix).ok_or_else(wrong)?;
                // "+3" and "03" would be second names for one number.
                if digits.is_empty()
                    || digits.starts_with('0')
                    || !digits.bytes().all(|b| b.is_ascii_digit())
                {
                    return Err(wrong());
                }
                Ok(Self {
                    thread: thread.parse().map_err(|_| wrong())?,
                    number: digits.parse().map_err(|_| wrong())?,
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("{}-", $prefix, "{}"), self.thread, self.number)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

numbered_id!(
    /// The id of a conversation: one piece of work in a thread, from the first message to its
    /// resolution.
    ConversationId, "conversation", "", u32,
    "<thread>-<number>, for example 4t9m0c2xkq7w1h5z-1"
);
numbered_id!(
    /// The id of an offer: a request to a colleague that awaits an answer. The log entry that made
    /// the offer gives its number.
    OfferId, "offer", "o", u64,
    "<thread>-o<number>, for example 4t9m0c2xkq7w1h5z-o12"
);
numbered_id!(
    /// The id of the private talk that an accepted discuss offer opens; it keeps the number of that
    /// offer.
    DiscussionId, "discussion", "d", u64,
    "<thread>-d<number>, for example 4t9m0c2xkq7w1h5z-d12"
);

impl ConversationId {
    /// The id in a form that people can read out (F67): half of the thread's letters in two groups,
    /// then the number. The form is short and so not unique for ever; the id is.
    #[must_use]
    pub fn reference(&self) -> String {
        let thread = self.thread.as_str().to_ascii_uppercase();
        format!("{}-{}-{}", &thread[..4], &thread[4..8], self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_can_be_read_out() {
        let id: ConversationId = "k7qm4xd2zzzzzzzz-3".parse().unwrap();
        assert_eq!(id.reference(), "K7QM-4XD2-3");
    }

    #[test]
    fn a_conversation_id_reads_back_as_written() {
        let id: ConversationId = "4t9m0c2xkq7w1h5z-12".parse().unwrap();
        assert_eq!(id.number, 12);
        assert_eq!(id.to_string(), "4t9m0c2xkq7w1h5z-12");
    }

    #[test]
    fn a_second_name_for_the_same_thing_is_not_an_id() {
        for bad in
            ["4t9m0c2xkq7w1h5z-01", "4t9m0c2xkq7w1h5z-+1", "4t9m0c2xkq7w1h5z-", "x-1", "-1", ""]
        {
            assert!(bad.parse::<ConversationId>().is_err(), "{bad}");
        }
        assert!("4T9M0C2XKQ7W1H5Z-1".parse::<ConversationId>().is_err());
        assert!("4t9m0c2xkq7w1h5z-1".parse::<OfferId>().is_err());
    }

    #[test]
    fn an_agent_id_cannot_smuggle_a_key_separator() {
        for bad in ["a#b", "A", "", "mark smith", &"x".repeat(41)] {
            assert!(bad.parse::<AgentId>().is_err(), "{bad}");
        }
    }
}

//! The messages of a direct talk, and the recognition of a repeated one.

use crate::item::{self, BODY, Item, SK, s};
use crate::{Error, Result, Store, key};
use domain::{AgentId, ConversationId, Millis, Recent};
use serde::{Deserialize, Deserializer, Serialize};

use super::Pair;

/// The number of newest messages whose commands' ids the newest message remembers.
const REMEMBERED: usize = 64;
/// The time for which a search finds the id of a command, however many messages followed.
const PROMISED: Millis = Millis::hours(7 * 24);
/// The number of messages that one request searches.
const SEARCHED: i32 = 1_000;
/// One message of a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Direct {
    /// The number in the talk, from 1, without gaps. It stands in the key.
    #[serde(skip)]
    pub seq: u64,
    /// The moment of writing.
    #[serde(rename = "a")]
    pub at: Millis,
    /// The author.
    #[serde(rename = "b")]
    pub by: AgentId,
    /// The text.
    #[serde(rename = "t")]
    pub text: String,
    /// The conversation that the message is about, if there is one.
    #[serde(rename = "v", default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ConversationId>,
    /// The number of messages that each side has written, this one included.
    #[serde(rename = "n")]
    pub(crate) written: [u64; 2],
    /// The digest of the command that wrote the message. Older messages have none.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    command: Option<String>,
    /// The digests of the newest messages' commands.
    #[serde(rename = "k", deserialize_with = "remembered")]
    recent: Recent<REMEMBERED>,
}

impl Direct {
    /// Builds the message that comes after `newest`.
    #[must_use]
    pub fn after(
        newest: Option<&Self>,
        pair: &Pair,
        by: &AgentId,
        id: &str,
        text: &str,
        now: Millis,
    ) -> Self {
        let seq = newest.map_or(1, |m| m.seq + 1);
        let mut written = newest.map_or([0; 2], |m| m.written);
        written[pair.index(by)] += 1;
        // Two functions' clocks may differ; the times in a log must not run backwards.
        let at = newest.map_or(now, |m| m.at.max(now));
        let command = digest(by, id);
        let mut recent = newest.map(|m| m.recent.clone()).unwrap_or_default();
        recent.remember(&command, seq, at);
        let command = Some(command);
        let text = text.to_owned();
        Self { seq, at, by: by.clone(), text, about: None, written, command, recent }
    }

    /// Returns the message with the conversation that it is about.
    #[must_use]
    pub fn about(self, about: Option<ConversationId>) -> Self {
        Self { about, ..self }
    }

    /// Whether this agent's command wrote the message. An older message without a digest counts for
    /// every command of its author.
    fn is_of(&self, by: &AgentId, command: &str) -> bool {
        self.by == *by && self.command.as_ref().is_none_or(|known| known == command)
    }

    pub(crate) fn read(item: &Item) -> Result<Self> {
        let seq = item::text(item, SK)
            .and_then(|sk| sk.strip_prefix(key::ENTRY_PREFIX)?.parse().ok())
            .ok_or_else(|| Error::damaged(item::name(item), "its key is not that of an entry"))?;
        Ok(Self { seq, ..item::body(item, BODY)? })
    }
}

fn digest(by: &AgentId, id: &str) -> String {
    key::digest(&["direct", by.as_str(), id])
}

/// Reads remembered digests, in today's form or as the list of older messages.
fn remembered<'de, D: Deserializer<'de>>(
    d: D,
) -> std::result::Result<Recent<REMEMBERED>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        Today(Recent<REMEMBERED>),
        List(Vec<(String, u64)>),
    }
    Ok(match Form::deserialize(d)? {
        Form::Today(recent) => recent,
        Form::List(list) => {
            let mut recent = Recent::default();
            list.iter().for_each(|(command, seq)| recent.remember(command, *seq, Millis(0)));
            recent
        }
    })
}

impl Store {
    /// Returns the message that this agent's command wrote within the last seven days, if it wrote
    /// one.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn direct_of(
        &self,
        pair: &Pair,
        newest: &Direct,
        by: &AgentId,
        id: &str,
        now: Millis,
    ) -> Result<Option<Direct>> {
        let command = digest(by, id);
        for seq in newest.recent.candidates(&command) {
            let (found, _) = self.directs_before(pair, seq + 1, 1).await?;
            if let Some(found) = found.into_iter().find(|m| m.is_of(by, &command)) {
                return Ok(Some(found));
            }
        }
        let Some((mut before, written)) = newest.recent.oldest() else { return Ok(None) };
        if written + PROMISED < now {
            return Ok(None);
        }
        loop {
            let found = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk < :before")
                .filter_expression("contains(#b, :command)")
                .expression_attribute_names("#b", BODY)
                .expression_attribute_values(":pk", s(pair.pk()))
                .expression_attribute_values(":before", s(key::entry_sk(before)))
                .expression_attribute_values(":command", s(item::json(&command)?))
                .scan_index_forward(false)
                .limit(SEARCHED)
                .consistent_read(true)
                .send()
                .await?;
            for item in found.items() {
                let message = Direct::read(item)?;
                if message.command.as_ref() == Some(&command) {
                    return Ok(Some(message));
                }
            }
            let last = found.last_evaluated_key.as_ref().and_then(|key| item::text(key, SK));
            let reached = last.and_then(|sk| sk.strip_prefix(key::ENTRY_PREFIX)?.parse().ok());
            let Some(reached) = reached else { return Ok(None) };
            let (at, _) = self.directs_before(pair, reached + 1, 1).await?;
            if at.first().is_none_or(|m| m.at + PROMISED < now) {
                return Ok(None);
            }
            before = reached;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(id: &str) -> AgentId {
        id.parse().unwrap()
    }

    #[test]
    fn what_an_older_version_remembered_is_still_read() {
        let stored = r#"{"a":1,"b":"mark","t":"x","n":[1,0],"k":[["0123456789abcdef",1]]}"#;
        let message: Direct = serde_json::from_str(stored).unwrap();
        assert_eq!(message.recent.candidates("0123456789abcdef").next(), Some(1));
        let pair = Pair::of(&agent("mark"), &agent("martha")).unwrap();
        let next = Direct::after(Some(&message), &pair, &agent("mark"), "next-id", "y", Millis(2));
        let text = serde_json::to_string(&next).unwrap();
        let read: Direct = serde_json::from_str(&text).unwrap();
        assert_eq!(read.recent, next.recent);
        assert_eq!(read.recent.candidates("0123456789abcdef").next(), Some(1));
    }
}

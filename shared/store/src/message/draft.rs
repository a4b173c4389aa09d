//! Drafts: texts that agents have begun to write and not sent, kept so that they find them on
//! another screen.

use std::fmt;

use crate::item::{self, BODY, TTL, n, s};
use crate::{Result, Store, key};
use domain::{AgentId, ConversationId, DiscussionId, Millis};
use serde::{Deserialize, Serialize};

/// The time for which a draft is kept after its last change.
pub const KEPT: Millis = Millis::hours(30 * 24);

/// The composer of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Composer {
    /// A reply to the customer.
    Reply,
    /// A comment for colleagues.
    Comment,
    /// A line of a discussion.
    Discussion,
    /// A line between the owner and a manager who coaches.
    Coach,
}

impl fmt::Display for Composer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Reply => "reply",
            Self::Comment => "comment",
            Self::Discussion => "discussion",
            Self::Coach => "coach",
        })
    }
}

/// The place of one of an agent's drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The conversation.
    pub conversation: ConversationId,
    /// The composer.
    pub composer: Composer,
    /// The discussion, for a draft in one.
    pub discussion: Option<DiscussionId>,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The conversation's id.
    #[serde(rename = "c")]
    pub conversation: String,
    /// The composer.
    #[serde(rename = "m")]
    pub composer: Composer,
    /// The discussion's id, for a draft in one.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<String>,
    /// The text.
    #[serde(rename = "t")]
    pub text: String,
    /// The moment of the last change.
    #[serde(rename = "a")]
    pub at: Millis,
}

impl Store {
    /// Keeps a draft, in place of the one before.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_draft(
        &self,
        agent: &AgentId,
        place: &Place,
        text: &str,
        now: Millis,
    ) -> Result<()> {
        let draft = Draft {
            conversation: place.conversation.to_string(),
            composer: place.composer,
            discussion: place.discussion.as_ref().map(ToString::to_string),
            text: text.to_owned(),
            at: now,
        };
        let mut item = item::key(key::drafts_pk(agent), draft_sk(place));
        item.insert(BODY.to_owned(), s(item::json(&draft)?));
        item.insert(TTL.to_owned(), n((now + KEPT).0 / 1_000));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Forgets a draft.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn remove_draft(&self, agent: &AgentId, place: &Place) -> Result<()> {
        let key = item::key(key::drafts_pk(agent), draft_sk(place));
        self.client.delete_item().table_name(&self.table).set_key(Some(key)).send().await?;
        Ok(())
    }

    /// Returns the draft at a place.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn draft(
        &self,
        agent: &AgentId,
        place: &Place,
        now: Millis,
    ) -> Result<Option<Draft>> {
        let key = item::key(key::drafts_pk(agent), draft_sk(place));
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key))
            .consistent_read(true)
            .send()
            .await?;
        let alive = found.item().filter(|item| item::is_alive(item, now));
        alive.map(|item| item::body(item, BODY)).transpose()
    }

    /// Returns an agent's drafts, newest first.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn drafts(&self, agent: &AgentId, now: Millis) -> Result<Vec<Draft>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::drafts_pk(agent)))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        let mut drafts: Vec<Draft> = Vec::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            if item::is_alive(&item, now) {
                drafts.extend(item::readable(item::body(&item, BODY)));
            }
        }
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        Ok(drafts)
    }
}

fn draft_sk(place: &Place) -> String {
    let discussion = place.discussion.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{}#{}#{discussion}", place.conversation, place.composer)
}

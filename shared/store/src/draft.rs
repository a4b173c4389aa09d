//! What agents have begun to write and not sent, so that they find it on another screen.

use std::fmt;

use crate::item::{self, BODY, TTL, n, s};
use crate::{Result, Store, key};
use domain::{AgentId, ConversationId, DiscussionId, Millis};
use serde::{Deserialize, Serialize};

/// How long a draft is kept after it was last changed.
pub const KEPT: Millis = Millis::hours(30 * 24);

/// Where a draft is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Composer {
    /// To the customer.
    Reply,
    /// To colleagues.
    Comment,
    /// Into a discussion.
    Discussion,
    /// Between the owner and those who coach.
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

/// Which of an agent's drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Of which conversation.
    pub conversation: ConversationId,
    /// In which composer.
    pub composer: Composer,
    /// In which discussion.
    pub discussion: Option<DiscussionId>,
}

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Of which conversation.
    #[serde(rename = "c")]
    pub conversation: String,
    /// In which composer.
    #[serde(rename = "m")]
    pub composer: Composer,
    /// In which discussion.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<String>,
    /// What.
    #[serde(rename = "t")]
    pub text: String,
    /// When it was last changed.
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
        let mut item = item::key(key::drafts_pk(agent), key::draft_sk(place));
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
        let key = item::key(key::drafts_pk(agent), key::draft_sk(place));
        self.client.delete_item().table_name(&self.table).set_key(Some(key)).send().await?;
        Ok(())
    }

    /// The draft that stands at a place.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn draft(
        &self,
        agent: &AgentId,
        place: &Place,
        now: Millis,
    ) -> Result<Option<Draft>> {
        let key = item::key(key::drafts_pk(agent), key::draft_sk(place));
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

    /// An agent's drafts, newest first.
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

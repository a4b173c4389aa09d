//! Items set aside: a webhook's items that no account takes, kept for the admins who set the
//! accounts up.

use std::collections::HashMap;

use crate::item::{self, BODY, TTL, n, s};
use crate::{Result, Store, key};
use domain::Millis;
use serde::{Deserialize, Serialize};

/// An item that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// The moment at which it first came.
    pub at: Millis,
    /// The kind of channel that it came by.
    pub channel: String,
    /// The account that it named; empty: none.
    pub account: String,
    /// The reason for which no account takes it.
    pub why: String,
    /// The item's content, as far as the table keeps it.
    pub payload: String,
}

/// The time for which the table keeps an item.
const KEPT: Millis = Millis::hours(30 * 24);

impl Store {
    /// Sets an item aside, unless the same one is set aside already. Returns whether it is new.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn set_aside(&self, aside: &Aside) -> Result<bool> {
        let digest = key::digest(&[&aside.channel, &aside.account, &aside.why, &aside.payload]);
        let mut item: HashMap<_, _> = item::key(key::ASIDE_PK, digest);
        item.insert(BODY.to_owned(), s(item::json(aside)?));
        item.insert(TTL.to_owned(), n((aside.at + KEPT).0 / 1_000));
        self.put_version(item, 0).await
    }

    /// Returns the items that were set aside, newest first, up to `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn aside(&self, now: Millis, limit: usize) -> Result<Vec<Aside>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::ASIDE_PK))
            .into_paginator()
            .items()
            .send();
        let mut all: Vec<Aside> = Vec::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            if item::is_alive(&item, now) {
                all.extend(item::body::<Aside>(&item, BODY).ok());
            }
        }
        all.sort_by_key(|aside| std::cmp::Reverse(aside.at));
        all.truncate(limit);
        Ok(all)
    }
}

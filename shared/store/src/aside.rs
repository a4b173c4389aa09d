//! What came from outside and could not be placed: kept for those who set the accounts up.

use std::collections::HashMap;

use crate::item::{self, BODY, TTL, n, s};
use crate::{Result, Store, key};
use domain::Millis;
use serde::{Deserialize, Serialize};

/// Something that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// When it came first.
    pub at: Millis,
    /// The kind of channel that it came by.
    pub channel: String,
    /// The account that it named; empty: none.
    pub account: String,
    /// Why it could not be placed.
    pub why: String,
    /// What came, as far as it is kept.
    pub payload: String,
}

/// How long it is kept.
const KEPT: Millis = Millis::hours(30 * 24);

impl Store {
    /// Sets something aside. The same again changes nothing. Tells whether it is new.
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

    /// What was set aside, the newest first, up to `limit`.
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

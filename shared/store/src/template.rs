//! Templates of the business's accounts (F93): one item for each name and language.

use crate::item::{self, BODY, n, s};
use crate::settings::overrides::Changed;
use crate::{Result, Store, key};
use domain::{AgentId, AssetId, Millis, Template};
use serde::{Deserialize, Serialize};

/// A template of an account, as it stands in the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The template.
    #[serde(flatten)]
    pub template: Template,
    /// The version, which goes up with every change.
    pub version: u64,
    /// The moment of the last change.
    pub at: Millis,
    /// The person who made it.
    pub by: AgentId,
}

impl Store {
    /// Returns an account's templates, by name and language.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn templates(&self, asset: &AssetId) -> Result<Vec<Kept>> {
        self.templates_at(key::templates_sk(asset)).await
    }

    /// Returns an account's templates of one name, in every language. The name must have the form
    /// that [`domain::template::is_name`] checks, because it becomes part of a key.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn templates_named(&self, asset: &AssetId, name: &str) -> Result<Vec<Kept>> {
        self.templates_at(key::template_sk(asset, name, "")).await
    }

    async fn templates_at(&self, beginning: String) -> Result<Vec<Kept>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND begins_with(sk, :sk)")
            .expression_attribute_values(":pk", s(key::TEMPLATES_PK))
            .expression_attribute_values(":sk", s(beginning))
            .consistent_read(true)
            .into_paginator()
            .items()
            .send();
        let mut all = Vec::new();
        while let Some(item) = pages.next().await {
            all.push(item::body(&item?, BODY)?);
        }
        Ok(all)
    }

    /// Puts a template in place of version `read`. Returns whether that version stood there.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn put_template(
        &self,
        asset: &AssetId,
        kept: &Kept,
        read: u64,
        changed: &Changed,
    ) -> Result<bool> {
        let Template { name, language, .. } = &kept.template;
        let sk = key::template_sk(asset, name, language);
        let mut item = item::key(key::TEMPLATES_PK, sk);
        item.insert(BODY.to_owned(), s(item::json(kept)?));
        item.insert(item::VERSION.to_owned(), n(kept.version));
        self.put_logged(item, read, kept.version, changed).await
    }
}

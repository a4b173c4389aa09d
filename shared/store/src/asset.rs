//! The health of assets: what the engine saw last of each provider.

use std::collections::BTreeMap;

use crate::item::{self, Item, SK, n, s};
use crate::{Result, Store, key};
use domain::{AssetId, Millis};

/// The last moments of an asset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// The last webhook that the engine took.
    pub webhook: Option<Millis>,
    /// The last message that the provider took.
    pub sent: Option<Millis>,
    /// The last webhook that the engine refused, and the reason.
    pub refused: Option<Trouble>,
    /// The last message that the provider refused, and the reason.
    pub failed: Option<Trouble>,
    /// The last check, and what it found that is not good; the caller's own form.
    pub checked: Option<Trouble>,
}

/// A moment at which something did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The moment.
    pub at: Millis,
    /// The reason, in words.
    pub why: String,
}

/// A sign of life, or of trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// The engine took a webhook.
    Webhook,
    /// The provider took a message.
    Sent,
    /// The engine refused a webhook.
    Refused,
    /// The provider refused a message.
    Failed,
    /// The engine asked the provider how the asset stands.
    Checked,
}

impl Sign {
    const fn name(self) -> &'static str {
        match self {
            Self::Webhook => "webhook",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Checked => "checked",
        }
    }
}

impl Store {
    /// Notes a sign of an asset. `why` stays beside it.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_sign(
        &self,
        asset: &AssetId,
        sign: Sign,
        at: Millis,
        why: &str,
    ) -> Result<()> {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::HEALTH_PK, asset.as_str())))
            .update_expression("SET #at = :at, #why = :why")
            .expression_attribute_names("#at", format!("{}_at", sign.name()))
            .expression_attribute_names("#why", format!("{}_why", sign.name()))
            .expression_attribute_values(":at", n(at.0))
            .expression_attribute_values(":why", s(why))
            .send()
            .await?;
        Ok(())
    }

    /// Returns the health of every asset that ever gave a sign.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn health(&self) -> Result<BTreeMap<AssetId, Health>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::HEALTH_PK))
            .into_paginator()
            .items()
            .send();
        let mut all = BTreeMap::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            if let Some(asset) = item::text(&item, SK).and_then(|sk| sk.parse().ok()) {
                all.insert(asset, Health::read(&item));
            }
        }
        Ok(all)
    }
}

impl Health {
    fn read(item: &Item) -> Self {
        let at = |sign: Sign| item::number(item, &format!("{}_at", sign.name())).map(Millis);
        let trouble = |sign: Sign| {
            let why = item::text(item, &format!("{}_why", sign.name())).unwrap_or_default();
            at(sign).map(|at| Trouble { at, why: why.to_owned() })
        };
        Self {
            webhook: at(Sign::Webhook),
            sent: at(Sign::Sent),
            refused: trouble(Sign::Refused),
            failed: trouble(Sign::Failed),
            checked: trouble(Sign::Checked),
        }
    }
}

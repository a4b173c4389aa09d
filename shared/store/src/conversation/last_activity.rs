//! Agents' last activity: a projection of the log, for managers.

use std::collections::HashMap;

use crate::agent::workload;
use crate::item::{self, n, s};
use crate::{Result, Store, key};
use domain::{AgentId, Millis};

impl Store {
    /// Notes that an agent was active at a moment, unless the table holds a later one.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_active(&self, agent: &AgentId, at: Millis) -> Result<()> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::ACTIVE_PK, agent.as_str())))
            .update_expression("SET #at = :at")
            .condition_expression("attribute_not_exists(#at) OR #at < :at")
            .expression_attribute_names("#at", "at")
            .expression_attribute_values(":at", n(at.0))
            .send()
            .await;
        match sent {
            Err(error)
                if !error
                    .as_service_error()
                    .is_some_and(|e| e.is_conditional_check_failed_exception()) =>
            {
                Err(error.into())
            }
            _ => Ok(()),
        }
    }

    /// Returns the last activity of each agent who has ever been active.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn active(&self) -> Result<HashMap<AgentId, Millis>> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk")
            .expression_attribute_values(":pk", s(key::ACTIVE_PK))
            .into_paginator()
            .items()
            .send();
        let mut all = HashMap::new();
        while let Some(item) = pages.next().await {
            let item = item?;
            if let Some(at) = item::number(&item, "at") {
                all.insert(workload::agent_of(&item)?, Millis(at));
            }
        }
        Ok(all)
    }
}

//! The change of a workload, under the conditions that hold its capacity: an agent never gets more
//! conversations than they may have (F48), and none while they are absent.

use crate::agent::workload::{AWAY, FREED, GIVEN, INBOX, OPEN};
use crate::error::build;
use crate::item::{self, n, set};
use crate::key::SOCKETS;
use crate::{Result, Store, key};
use aws_sdk_dynamodb::types::{ReturnValuesOnConditionCheckFailure as Returned, Update};
use domain::effect::WorkloadChange;
use domain::{AgentId, Millis};

impl Store {
    /// One update for everything that changes in a workload, under one condition.
    pub(crate) fn workload_update(
        &self,
        agent: &AgentId,
        change: &WorkloadChange,
        capacity: u32,
        at: Millis,
    ) -> Result<Update> {
        let mut stamps = Vec::new();
        let (mut add, mut delete, mut conditions) = (Vec::new(), Vec::new(), Vec::new());
        let mut update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(item::key(key::DESKS_PK, agent.as_str())))
            .return_values_on_condition_check_failure(Returned::AllOld);
        let mut uses = Vec::new();
        if let Some(take) = &change.take {
            add.push("#open :take");
            conditions.push("(attribute_not_exists(#open) OR size(#open) < :capacity)");
            uses.push(("#open", OPEN));
            update = update
                .expression_attribute_values(":take", set([&take.conversation]))
                .expression_attribute_values(":capacity", n(capacity));
            stamps.push("#given = :at");
            uses.push(("#given", GIVEN));
        } else if let Some(release) = &change.release {
            delete.push("#open :release");
            uses.push(("#open", OPEN));
            update = update.expression_attribute_values(":release", set([release]));
            stamps.push("#freed = :at");
            uses.push(("#freed", FREED));
        }
        if !stamps.is_empty() {
            update = update.expression_attribute_values(":at", n(at.0));
        }
        if !change.invite.is_empty() {
            add.push("#inbox :invite");
            uses.push(("#inbox", INBOX));
            update = update.expression_attribute_values(":invite", set(&change.invite));
        } else if !change.dismiss.is_empty() {
            delete.push("#inbox :dismiss");
            uses.push(("#inbox", INBOX));
            update = update.expression_attribute_values(":dismiss", set(&change.dismiss));
        }
        if change.must_be_available {
            conditions.push("attribute_exists(#sockets) AND attribute_not_exists(#away)");
            uses.push(("#sockets", SOCKETS));
            uses.push(("#away", AWAY));
        }
        for (name, attribute) in uses {
            update = update.expression_attribute_names(name, attribute);
        }
        let clause = |word: &str, parts: Vec<&str>| {
            if parts.is_empty() { String::new() } else { format!("{word} {} ", parts.join(", ")) }
        };
        let expression = clause("SET", stamps) + &clause("ADD", add) + &clause("DELETE", delete);
        if !conditions.is_empty() {
            update = update.condition_expression(conditions.join(" AND "));
        }
        update.update_expression(expression.trim_end()).build().map_err(build)
    }
}

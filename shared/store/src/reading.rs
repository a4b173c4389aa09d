//! How far each agent has read each thread (F64). A position only moves forward.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::ReturnValuesOnConditionCheckFailure as Returned;
use domain::{AgentId, Millis, ThreadId};

use crate::item::{self, SK, TTL, n};
use crate::{Result, Store, key};

/// Attribute: the newest entry that was read.
const READ: &str = "read";
/// A thread in which nobody has read for so long counts as unread.
const KEPT: Millis = Millis::hours(180 * 24);

impl Store {
    /// Moves an agent's position in a thread forward; where it is further already, it stays.
    /// Answers with the position as it then stands.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn read_up_to(
        &self,
        agent: &AgentId,
        thread: &ThreadId,
        seq: u64,
        now: Millis,
    ) -> Result<u64> {
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::reading_pk(agent), thread.as_str())))
            .update_expression("SET #r = :r, #t = :t")
            .condition_expression("attribute_not_exists(#r) OR #r < :r")
            .expression_attribute_names("#r", READ)
            .expression_attribute_names("#t", TTL)
            .expression_attribute_values(":r", n(seq))
            .expression_attribute_values(":t", n((now + KEPT).0 / 1_000))
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        match sent {
            Ok(_) => Ok(seq),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    let before = failed.item.as_ref().and_then(|item| item::number(item, READ));
                    Ok(before.and_then(|seq| u64::try_from(seq).ok()).unwrap_or(seq))
                }
                _ => Err(error.into()),
            },
        }
    }

    /// How far an agent has read some threads; of those never read there is nothing.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn reading<'a>(
        &self,
        agent: &AgentId,
        threads: impl IntoIterator<Item = &'a ThreadId>,
        now: Millis,
    ) -> Result<BTreeMap<ThreadId, u64>> {
        let pk = key::reading_pk(agent);
        let keys: Vec<_> =
            threads.into_iter().map(|t| item::key(pk.as_str(), t.as_str())).collect();
        let mut read = BTreeMap::new();
        for chunk in keys.chunks(100) {
            for item in self.get_all(chunk.to_vec()).await? {
                let thread = item::text(&item, SK).and_then(|sk| sk.parse().ok());
                let seq = item::number(&item, READ).and_then(|seq| u64::try_from(seq).ok());
                if let (Some(thread), Some(seq), true) = (thread, seq, item::is_alive(&item, now)) {
                    read.insert(thread, seq);
                }
            }
        }
        Ok(read)
    }
}

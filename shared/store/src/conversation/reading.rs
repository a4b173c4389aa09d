//! Agents' read positions in each thread, and in each discussion in it (F64). A position only moves
//! forward.

use std::collections::BTreeMap;

use crate::item::{self, Item, SK, TTL, n};
use crate::{Result, Store, key};
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{ReturnValue, ReturnValuesOnConditionCheckFailure as Returned};
use domain::{AgentId, DiscussionId, Millis, ThreadId};

/// Attribute: the newest entry that the agent has read.
const READ: &str = "read";
/// A thread that an agent has not read for this time counts as unread.
const KEPT: Millis = Millis::hours(180 * 24);
/// The prefix of the attributes with the positions in discussions; the discussion's number follows.
const TALK: &str = "talk";
/// The number of newest discussions of a thread whose positions the table keeps: no agent is in
/// more at once, and the item stays within one write unit.
const TALKS: usize = 32;

/// An agent's read position in a thread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The newest entry that the agent has read; `None` if they have read only discussions.
    pub seq: Option<u64>,
    /// The newest entry that the agent has read of each discussion.
    pub discussions: BTreeMap<DiscussionId, u64>,
}

impl Store {
    /// Moves an agent's position in a thread, or in one of its discussions, forward, and never
    /// back. Returns the position as it then stands.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn read_up_to(
        &self,
        agent: &AgentId,
        thread: &ThreadId,
        discussion: Option<&DiscussionId>,
        seq: u64,
        now: Millis,
    ) -> Result<u64> {
        let name = discussion.map_or_else(|| READ.to_owned(), attribute);
        let sent = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::reading_pk(agent), thread.as_str())))
            .update_expression("SET #r = :r, #t = :t")
            .condition_expression("attribute_not_exists(#r) OR #r < :r")
            .expression_attribute_names("#r", &name)
            .expression_attribute_names("#t", TTL)
            .expression_attribute_values(":r", n(seq))
            .expression_attribute_values(":t", n((now + KEPT).0 / 1_000))
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(Returned::AllOld)
            .send()
            .await;
        match sent {
            Ok(done) => {
                if let Some(item) = done.attributes {
                    self.forget_oldest(agent, thread, &item).await?;
                }
                Ok(seq)
            }
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(failed)) => {
                    let before = failed.item.as_ref().and_then(|item| item::number(item, &name));
                    Ok(before.and_then(|seq| u64::try_from(seq).ok()).unwrap_or(seq))
                }
                _ => Err(error.into()),
            },
        }
    }

    /// Removes the positions of a thread's oldest discussions, where there are too many.
    async fn forget_oldest(&self, agent: &AgentId, thread: &ThreadId, item: &Item) -> Result<()> {
        let all = discussions(item, thread);
        let Some(surplus) = all.len().checked_sub(TALKS).filter(|&more| more > 0) else {
            return Ok(());
        };
        let mut update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::reading_pk(agent), thread.as_str())));
        let mut names = Vec::new();
        for (index, discussion) in all.keys().take(surplus).enumerate() {
            let name = format!("#d{index}");
            update = update.expression_attribute_names(&name, attribute(discussion));
            names.push(name);
        }
        update.update_expression(format!("REMOVE {}", names.join(", "))).send().await?;
        Ok(())
    }

    /// Returns an agent's positions in some threads, without the threads that they never read.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn reading<'a>(
        &self,
        agent: &AgentId,
        threads: impl IntoIterator<Item = &'a ThreadId>,
        now: Millis,
    ) -> Result<BTreeMap<ThreadId, Reading>> {
        let pk = key::reading_pk(agent);
        let keys: Vec<_> =
            threads.into_iter().map(|t| item::key(pk.as_str(), t.as_str())).collect();
        let mut read = BTreeMap::new();
        for chunk in keys.chunks(100) {
            for item in self.get_all(chunk.to_vec()).await? {
                let thread: Option<ThreadId> = item::text(&item, SK).and_then(|sk| sk.parse().ok());
                if let (Some(thread), true) = (thread, item::is_alive(&item, now)) {
                    let seq = item::number(&item, READ).and_then(|seq| u64::try_from(seq).ok());
                    let discussions = discussions(&item, &thread);
                    read.insert(thread, Reading { seq, discussions });
                }
            }
        }
        Ok(read)
    }
}

fn attribute(discussion: &DiscussionId) -> String {
    format!("{TALK}{}", discussion.number)
}

/// The positions in a thread's discussions, the oldest discussion first.
fn discussions(item: &Item, thread: &ThreadId) -> BTreeMap<DiscussionId, u64> {
    item.keys()
        .filter_map(|name| {
            let number = name.strip_prefix(TALK)?.parse().ok()?;
            let seq = u64::try_from(item::number(item, name)?).ok()?;
            Some((DiscussionId { thread: thread.clone(), number }, seq))
        })
        .collect()
}

//! The changes in a batch of the stream.

use std::collections::{BTreeSet, HashMap};

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use domain::{AgentId, QueueId};
use store::{Workload, key};

/// The changes in a batch; each queue and agent appears once.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// Queues whose places changed.
    pub(crate) queues: BTreeSet<QueueId>,
    /// Workloads, as they stand after their last change.
    pub(crate) workloads: HashMap<AgentId, Workload>,
    /// Agents whose records were written.
    pub(crate) records: BTreeSet<AgentId>,
    /// Whether a record of the configuration was written.
    pub(crate) configured: bool,
}

impl Changes {
    pub(crate) fn read(event: &Event) -> Self {
        let mut changes = Self::default();
        for record in &event.records {
            changes.add(record);
        }
        changes
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.queues.is_empty() && self.workloads.is_empty() && !self.configured
    }

    fn add(&mut self, record: &EventRecord) {
        let Ok(keys) = serde_json::to_value(&record.change.keys) else { return };
        let text = |name: &str| keys[name]["S"].as_str().unwrap_or_default();
        let (pk, sk) = (text("pk"), text("sk"));
        if let Some(queue) = key::queue_of(pk) {
            self.queues.insert(queue);
        } else if key::is_workloads(pk) {
            match serde_json::to_value(&record.change.new_image).as_ref().map(Workload::of_image) {
                Ok(Ok((agent, workload))) => {
                    self.workloads.insert(agent, workload);
                }
                // A damaged workload must not hold up all the others.
                Ok(Err(error)) => tracing::warn!(sk, %error, "a desk was passed over"),
                Err(error) => tracing::warn!(sk, %error, "a desk was passed over"),
            }
        } else if key::is_config(pk) && !key::is_turn(sk) {
            self.configured = true;
            self.records.extend(key::record_of_agent(sk));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_last_of_several_changes_to_a_workload_counts() {
        let record = |open: Value| {
            serde_json::json!({
                "eventID": "1", "eventName": "MODIFY", "eventSource": "aws:dynamodb",
                "eventVersion": "1.1", "awsRegion": "local", "dynamodb": {
                    "ApproximateCreationDateTime": 1.0, "SizeBytes": 1, "SequenceNumber": "1",
                    "StreamViewType": "NEW_IMAGE",
                    "Keys": {"pk": {"S": "DESKS"}, "sk": {"S": "mark"}},
                    "NewImage": {"pk": {"S": "DESKS"}, "sk": {"S": "mark"},
                        "open": {"SS": open}, "given": {"N": "17"}, "away": {"S": "lunch"}}}})
        };
        let records = [record(serde_json::json!(["a"])), record(serde_json::json!(["a", "b"]))];
        let event = serde_json::from_value(serde_json::json!({"Records": records})).unwrap();
        let changes = Changes::read(&event);
        let workload = &changes.workloads[&"mark".parse::<AgentId>().unwrap()];
        assert_eq!(workload.open.len(), 2);
        assert_eq!(workload.given, Some(domain::Millis(17)));
        assert_eq!(workload.away.as_deref(), Some("lunch"));
    }
}

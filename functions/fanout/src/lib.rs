//! Queue lists, for the agents of the team that serves them and are there to see.
//!
//! The stream's window gathers a second's changes, and however many there were, each queue is
//! told once: a client gets at most one frame a second for each queue.

use std::collections::BTreeSet;

use app::App;
use aws_lambda_events::event::dynamodb::Event;
use domain::QueueId;
use lambda_runtime::Error;
use protocol::Push;
use serde_json::{Value, json};
use store::key;

/// Serves a batch of changes to queues.
///
/// # Errors
/// If the table fails; the stream brings the batch again.
pub async fn handle(app: &App, event: Event) -> Result<Value, Error> {
    let changed: BTreeSet<QueueId> = event
        .records
        .iter()
        .filter_map(|record| match record.change.keys.get("pk") {
            Some(value) => string(value).and_then(|pk| key::queue_of(&pk)),
            None => None,
        })
        .collect();
    if !changed.is_empty() {
        let directory = app.directory().await?;
        let desks = app.store.desks().await?;
        for queue in changed.iter().filter_map(|id| directory.queues.get(id)) {
            let push = Push::Queue { queue: app.queue(&directory, queue).await? };
            let looking: Vec<_> = desks
                .iter()
                .filter(|(agent, desk)| {
                    let record = directory.agents.get(*agent);
                    !desk.sockets.is_empty()
                        && record.is_some_and(|a| a.profile.in_team(&queue.team))
                })
                .map(|(agent, desk)| (agent.clone(), desk.clone()))
                .collect();
            app.tell(&looking, &push).await;
        }
    }
    // Telling twice does no harm, so a batch succeeds or fails as a whole.
    Ok(json!({"batchItemFailures": []}))
}

fn string<T: serde::Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.get("S")?.as_str().map(str::to_owned)
}

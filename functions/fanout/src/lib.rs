//! Fan-out of the state that many agents see: queue lists, colleagues' presence and load, visitors'
//! places, and changed settings, for every connected client that may see them.
//!
//! The stream's window gathers a second's changes. However many there were, the function pushes
//! each queue once, and colleagues in one frame: a client gets at most one frame a second of each.
//! A second push does no harm, so that a batch succeeds or fails as a whole.

mod changes;
mod colleagues;
mod queues;
mod sessions;

use app::{App, Failure};
use aws_lambda_events::event::dynamodb::Event;
use changes::Changes;
use lambda_runtime::Error;
use protocol::Push;
use serde_json::{Value, json};

/// Serves a batch of changes to queues, workloads and the configuration.
///
/// # Errors
/// If the table fails; the stream then brings the batch again.
pub async fn handle(app: &App, event: Event) -> Result<Value, Error> {
    Ok(app::runtime::panics::caught(&app.metrics, app.now(), "fanout", tell(app, &event))
        .await
        .flatten()?)
}

async fn tell(app: &App, event: &Event) -> Result<Value, Failure> {
    let changes = Changes::read(event);
    let before = if changes.configured { Some(app.directory().await?) } else { None };
    if changes.configured {
        app.refresh_directory();
    }
    if !changes.is_empty() {
        let directory = app.directory().await?;
        if let Some(before) = before {
            sessions::end(app, &changes, &before, &directory).await?;
        }
        let mut workloads = app.store.workloads().await?;
        // The workloads of the stream are at least as new as those that the function read.
        workloads.extend(changes.workloads.clone());
        if changes.configured {
            let online: Vec<_> = workloads
                .iter()
                .filter(|(_, workload)| !workload.sockets.is_empty())
                .map(|(agent, workload)| (agent.clone(), workload.clone()))
                .collect();
            app.voice().tell_state(&online, &Push::SettingsChanged {}).await;
        }
        colleagues::tell(app, &changes, &directory, &workloads).await;
        for queue in changes.queues.iter().filter_map(|id| directory.queues.get(id)) {
            queues::tell(app, queue, &directory, &workloads).await?;
        }
    }
    Ok(json!({"batchItemFailures": []}))
}

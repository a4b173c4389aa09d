//! The clock: EventBridge calls it once a minute. It queues the timers that fall due before the
//! next round with their exact delay, and the queue calls it again when their time has come.

use app::{App, DueMessage};
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent};
use lambda_runtime::Error;
use serde_json::{Value, json};

/// Serves a scheduled event or a batch of timers.
///
/// # Errors
/// If the sweep fails; EventBridge then sends the event again, and the next sweep starts from the
/// same minute.
pub async fn handle(app: &App, event: Value) -> Result<Value, Error> {
    if event.get("Records").is_none() {
        let queued = app::runtime::panics::caught(
            &app.metrics,
            app.now(),
            "timers",
            app::timer::sweep(app.engine()),
        )
        .await
        .flatten()?;
        return Ok(json!({"queued": queued}));
    }
    let batch: SqsEvent = serde_json::from_value(event)?;
    let mut response = SqsBatchResponse::default();
    for record in batch.records {
        if let Err(error) = fire(app, record.body.as_deref().unwrap_or_default()).await {
            tracing::error!(%error, "a timer did not fire");
            let mut failure = BatchItemFailure::default();
            failure.item_identifier = record.message_id.unwrap_or_default();
            response.batch_item_failures.push(failure);
        }
    }
    Ok(serde_json::to_value(response)?)
}

async fn fire(app: &App, body: &str) -> Result<(), Error> {
    let due: DueMessage = serde_json::from_str(body)?;
    app::runtime::panics::caught(
        &app.metrics,
        app.now(),
        "timers",
        app::timer::fire(app.engine(), &due),
    )
    .await
    .flatten()?;
    Ok(())
}

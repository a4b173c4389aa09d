//! The way to providers: one queue calls the function to hand messages over, in order within a
//! thread, another one to get customers' files, and the clock to ask how the accounts stand.

mod thumbnail;

use std::collections::BTreeSet;

use app::{App, FileMessage, OutboxMessage};
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent};
use lambda_runtime::Error;
use serde_json::Value;

/// Serves a batch of a queue or a scheduled event.
///
/// # Errors
/// If the event has no known form, or the table does not tell the accounts.
pub async fn handle(app: &App, event: Value) -> Result<Value, Error> {
    if event.get("Records").is_none() {
        let checks = app::asset::check::check_all(app.line());
        let need = app::runtime::panics::caught(&app.metrics, app.now(), "deliver", checks);
        return Ok(serde_json::json!({"need": need.await.flatten()?}));
    }
    let response = hand_over(app, serde_json::from_value(event)?).await;
    Ok(serde_json::to_value(response)?)
}

/// Drains the outboxes that a batch names. The queue brings a failed message again; after the first
/// failure of a group the function leaves its later messages, too, so that a FIFO queue keeps their
/// order. The response names each failed message.
async fn hand_over(app: &App, event: SqsEvent) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    let (mut drained, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for record in event.records {
        let body = record.body.unwrap_or_default();
        if let Ok(file) = serde_json::from_str::<FileMessage>(&body) {
            if let Err(failure) = fetch(app, &file).await {
                tracing::error!(%failure, thread = %file.thread, "a file was not fetched");
                response.batch_item_failures.push(failure_of(record.message_id));
            }
            continue;
        }
        let outcome = match serde_json::from_str::<OutboxMessage>(&body) {
            Ok(message) if failed.contains(&message.thread) => Err("its group failed".to_owned()),
            // One drain empties the thread's outbox, however many wake-ups there are.
            Ok(message) if drained.contains(&message.thread) => Ok(()),
            Ok(message) => match drain(app, &message).await {
                Ok(()) => {
                    drained.insert(message.thread);
                    Ok(())
                }
                Err(failure) => {
                    failed.insert(message.thread);
                    Err(failure.to_string())
                }
            },
            Err(error) => Err(error.to_string()),
        };
        if let Err(why) = outcome {
            tracing::error!(why, "an outbox was not drained");
            response.batch_item_failures.push(failure_of(record.message_id));
        }
    }
    response
}

fn failure_of(message: Option<String>) -> BatchItemFailure {
    let mut failure = BatchItemFailure::default();
    failure.item_identifier = message.unwrap_or_default();
    failure
}

/// Gets a customer's file. The queue has no order: a failed file holds up no other.
async fn fetch(app: &App, file: &FileMessage) -> Result<(), app::Failure> {
    app::runtime::panics::caught(
        &app.metrics,
        app.now(),
        "deliver",
        app::file::fetch::fetch_file(app.carrier(), file, thumbnail::shrink),
    )
    .await
    .flatten()
}

async fn drain(app: &App, message: &OutboxMessage) -> Result<(), app::Failure> {
    app::runtime::panics::caught(
        &app.metrics,
        app.now(),
        "deliver",
        app::message::delivery::drain_outbox(app.carrier(), &message.thread),
    )
    .await
    .flatten()
}

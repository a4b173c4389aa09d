//! The outbox: the function hands messages to providers, in order within a thread.

use std::collections::BTreeSet;

use app::{App, OutboxMessage};
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent};
use lambda_runtime::Error;

/// Drains the outboxes that a batch names. The queue brings a failed message again; after the first
/// failure of a group the function leaves its later messages, too, so that a FIFO queue keeps their
/// order.
///
/// # Errors
/// Never: the response names each failed message.
pub async fn handle(app: &App, event: SqsEvent) -> Result<SqsBatchResponse, Error> {
    let mut response = SqsBatchResponse::default();
    let (mut drained, mut failed) = (BTreeSet::new(), BTreeSet::new());
    for record in event.records {
        let body = record.body.unwrap_or_default();
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
            let mut failure = BatchItemFailure::default();
            failure.item_identifier = record.message_id.unwrap_or_default();
            response.batch_item_failures.push(failure);
        }
    }
    Ok(response)
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

//! Projections of the log, a moment after an entry: summaries for lists, pointers to engagement
//! records, domain events on the bus, the safety net under the outbox, and the messages that have
//! customers' files fetched.
//!
//! Streams deliver at least once, so that every step here can run twice without harm.

mod detail;
pub mod lists;

use app::{App, Failure, metric};
use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use domain::{DeliveryStatus, Event as Fact};
use lambda_runtime::Error;
use lists::Lists;
use serde_json::{Value, json};
use store::Stored;

/// Serves a batch of new log entries.
///
/// # Errors
/// Never: a failure reports the batch's first record, and the stream begins there again.
pub async fn handle(app: &App, event: Event) -> Result<Value, Error> {
    let mut lists = Lists::default();
    let first = event.records.first().and_then(|r| r.change.sequence_number.clone());
    let failed = |number: Option<String>| json!({"batchItemFailures": [{"itemIdentifier": number.unwrap_or_default()}]});
    for record in &event.records {
        let projected = app::runtime::panics::caught(
            &app.metrics,
            app.now(),
            "projection",
            project(app, record, &mut lists),
        )
        .await
        .flatten();
        if let Err(failure) = projected {
            tracing::error!(%failure, "an entry was not projected");
            // The summaries of the earlier records are not written yet: the stream begins again
            // with the first.
            return Ok(failed(first));
        }
    }
    if let Err(error) = lists.write(app).await {
        tracing::error!(%error, "a card or an agent's activity was not written");
        return Ok(failed(first));
    }
    Ok(json!({"batchItemFailures": []}))
}

async fn project(app: &App, record: &EventRecord, lists: &mut Lists) -> Result<(), Failure> {
    let image = &record.change.new_image;
    let text = |name: &str| {
        image
            .get(name)
            .and_then(|v| serde_json::to_value(v).ok())
            .and_then(|v| v.get("S").and_then(Value::as_str).map(str::to_owned))
            .unwrap_or_default()
    };
    let stored = match Stored::read(&text("pk"), &text("sk"), &text("e"), &text("s")) {
        Ok(stored) => stored,
        Err(error) => {
            // A damaged entry stays damaged; holding up the stream would lose the rest.
            tracing::error!(%error, "an entry cannot be read");
            return Ok(());
        }
    };
    app.engine().want_file(&stored).await?;
    app.engine().watch_outbox(&stored).await?;
    lists.add(app, &stored).await?;
    // The safety net under the automatic reply, which the writer of the entry sends at once.
    app.engine().pay_auto_reply(&stored).await?;
    app.bus.put(&detail::of(&stored)).await?;
    stored.entry.events.iter().for_each(count);
    Ok(())
}

/// Counts the provider's word on a message. A list that is made anew counts nothing again.
fn count(fact: &Fact) {
    let Fact::Delivery(delivery) = fact else { return };
    match delivery.status {
        DeliveryStatus::Delivered => metric::count(metric::MESSAGES_DELIVERED),
        DeliveryStatus::Failed => metric::count(metric::MESSAGES_FAILED),
        _ => {}
    }
}

//! What follows from the log, a moment after the fact: cards for lists, pointers to engagement
//! records, domain events on the bus, and the safety net under the outbox.
//!
//! Everything here can be done twice without harm, since streams deliver at least once.

mod detail;

use std::collections::BTreeMap;

use app::{App, Failure};
use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use domain::{ConversationId, Event as Fact, OfferId};
use lambda_runtime::Error;
use serde_json::{Value, json};
use store::Stored;
use store::card::Card;

/// Serves a batch of new log entries.
///
/// # Errors
/// Never: the first record that fails is reported, and the stream begins there again.
pub async fn handle(app: &App, event: Event) -> Result<Value, Error> {
    // Of a conversation that changed several times only the last card counts.
    let mut cards = BTreeMap::new();
    let first = event.records.first().and_then(|r| r.change.sequence_number.clone());
    let failed = |number: Option<String>| json!({"batchItemFailures": [{"itemIdentifier": number.unwrap_or_default()}]});
    for record in &event.records {
        if let Err(failure) = project(app, record, &mut cards).await {
            tracing::error!(%failure, "an entry was not projected");
            // The cards of those before it are not written yet: begin again with the first.
            return Ok(failed(first));
        }
    }
    for (card, seq) in cards.into_values() {
        if let Err(error) = app.store.put_card(&card, seq).await {
            tracing::error!(%error, "a card was not written");
            return Ok(failed(first));
        }
    }
    Ok(json!({"batchItemFailures": []}))
}

type Cards = BTreeMap<ConversationId, (Card, u64)>;

async fn project(app: &App, record: &EventRecord, cards: &mut Cards) -> Result<(), Failure> {
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
            // It will never become readable; holding up the stream would lose the rest.
            tracing::error!(%error, "an entry cannot be read");
            return Ok(());
        }
    };
    app.watch_outbox(&stored).await?;
    let mut card = card(&stored);
    if let Some((before, _)) = cards.get(&card.id).filter(|_| card.summary.is_empty()) {
        card.summary.clone_from(&before.summary);
    }
    cards.insert(card.id.clone(), (card, stored.entry.seq));
    for fact in &stored.entry.events {
        if let Fact::OfferMade { from, to, .. } = fact {
            let offer = OfferId { thread: stored.thread.id.clone(), number: stored.entry.seq };
            app.store.point_to_engagement(from, &offer, stored.entry.at).await?;
            app.store.point_to_engagement(to, &offer, stored.entry.at).await?;
        }
    }
    app.bus.put(&detail::of(&stored)).await
}

fn card(stored: &Stored) -> Card {
    let line = stored.entry.events.iter().find_map(|fact| match fact {
        Fact::CustomerMessage { content, .. } => Some(content.summary()),
        Fact::AgentMessage { content } => Some(format!("You: {}", content.summary())),
        _ => None,
    });
    Card::of(&stored.thread, stored.entry.at, line.unwrap_or_default())
}

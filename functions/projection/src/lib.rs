//! Projections of the log, a moment after an entry: summaries for lists, pointers to engagement
//! records, domain events on the bus, and the safety net under the outbox.
//!
//! Streams deliver at least once, so that every step here can run twice without harm.

mod detail;

use std::collections::BTreeMap;

use app::{App, Failure, metric};
use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use domain::{
    AgentId, ConversationId, DeliveryStatus, Event as Fact, Millis, OfferId, ThreadId, intake,
    message, offer,
};
use lambda_runtime::Error;
use serde_json::{Value, json};
use store::Stored;
use store::conversation::open::Live;
use store::conversation::summary::Card;

/// Serves a batch of new log entries.
///
/// # Errors
/// Never: a failure reports the batch's first record, and the stream begins there again.
pub async fn handle(app: &App, event: Event) -> Result<Value, Error> {
    // A conversation may change several times in a batch: only its last summary counts.
    let mut shown = Shown::default();
    let first = event.records.first().and_then(|r| r.change.sequence_number.clone());
    let failed = |number: Option<String>| json!({"batchItemFailures": [{"itemIdentifier": number.unwrap_or_default()}]});
    for record in &event.records {
        let projected = app::runtime::panics::caught(
            &app.metrics,
            app.now(),
            "projection",
            project(app, record, &mut shown),
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
    if let Err(error) = write(app, shown).await {
        tracing::error!(%error, "a card or an agent's activity was not written");
        return Ok(failed(first));
    }
    Ok(json!({"batchItemFailures": []}))
}

/// The state of lists after a batch.
#[derive(Default)]
struct Shown {
    cards: BTreeMap<ConversationId, (Card, u64)>,
    live: BTreeMap<ThreadId, (Option<Live>, u64)>,
    active: BTreeMap<AgentId, Millis>,
}

async fn write(app: &App, shown: Shown) -> store::Result<()> {
    for (card, seq) in shown.cards.into_values() {
        app.store.put_card(&card, seq).await?;
    }
    for (thread, (live, seq)) in shown.live {
        app.store.put_live(&thread, live.as_ref(), seq).await?;
    }
    for (agent, at) in shown.active {
        app::presence::note_active(app.engine(), &agent, at).await?;
    }
    Ok(())
}

async fn project(app: &App, record: &EventRecord, shown: &mut Shown) -> Result<(), Failure> {
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
    app.engine().watch_outbox(&stored).await?;
    let mut card = card(&stored);
    if let Some((before, _)) = shown.cards.get(&card.id).filter(|_| card.summary.is_empty()) {
        card.summary.clone_from(&before.summary);
        card.said_by.clone_from(&before.said_by);
    }
    let (thread, seq) = (&stored.thread, stored.entry.seq);
    shown.live.insert(thread.id.clone(), (Live::of(thread, &card), seq));
    shown.cards.insert(card.id.clone(), (card, seq));
    if let Some(agent) = stored.entry.by.agent() {
        let at = shown.active.entry(agent.clone()).or_insert(stored.entry.at);
        *at = stored.entry.at.max(*at);
    }
    for fact in &stored.entry.events {
        point(app, &stored, fact).await?;
    }
    app::board::today::count(app.ground(), &stored, &*app.directory().await?).await?;
    // The safety net under the automatic reply, which the writer of the entry sends at once.
    app.engine().pay_auto_reply(&stored).await?;
    app.bus.put(&detail::of(&stored)).await
}

/// Adds a conversation to its customer's list, and an offer to the lists of all its agents and of
/// the day on which it was made.
async fn point(app: &App, stored: &Stored, fact: &Fact) -> Result<(), Failure> {
    let id = |number| OfferId { thread: stored.thread.id.clone(), number };
    match fact {
        Fact::Opened(_) => {
            let (thread, opened) = (&stored.thread, stored.thread.conversation.opened_at);
            let conversation = thread.conversation_id();
            app.store.point_to_conversation(&thread.contact, opened, &conversation).await?;
        }
        Fact::OfferMade(offer::Made { from, to, .. }) => {
            let (offer, at) = (id(stored.entry.seq), stored.entry.at);
            for agent in std::iter::once(from).chain(to) {
                app.store.point_to_engagement(agent, &offer, at).await?;
            }
            let queue = &stored.thread.conversation.queue;
            app.store.note_engagement_day(&offer, queue, at).await?;
        }
        Fact::OfferMoved(offer::Moved { offer, to, .. }) => {
            // Every agent's list has the offer at the moment at which it was made.
            let offer = id(*offer);
            let made = app.store.engagement(&offer).await?.map_or(stored.entry.at, |e| e.made.at);
            app.store.point_to_engagement(to, &offer, made).await?;
        }
        Fact::Delivery(delivery) => match delivery.status {
            DeliveryStatus::Delivered => metric::count(metric::MESSAGES_DELIVERED),
            DeliveryStatus::Failed => metric::count(metric::MESSAGES_FAILED),
            _ => {}
        },
        _ => {}
    }
    Ok(())
}

fn card(stored: &Stored) -> Card {
    let line = stored.entry.events.iter().find_map(|fact| match fact {
        Fact::CustomerMessage(intake::Received { content, quiet: false, .. }) => {
            Some((content.summary(), None))
        }
        Fact::AgentMessage(message::Sent { content }) => {
            Some((content.summary(), stored.entry.by.agent().cloned()))
        }
        _ => None,
    });
    let (line, said_by) = line.unwrap_or_default();
    Card { said_by, ..Card::of(&stored.thread, stored.entry.at, line) }
}

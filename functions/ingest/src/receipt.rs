//! Receipts: finding the messages that a provider reports on.

use std::collections::BTreeMap;

use app::message::delivery;
use app::{App, Failure};
use channels::{Receipt, Watermark};
use domain::{Delivery, DeliveryStatus, Event, Millis, ThreadId, audience};
use store::key;
use store::settings::directory::Asset;

/// How much later than the provider took a message the engine may have written that down.
const LATER: Millis = Millis::seconds(5);
/// The number of entries in which the search for a message without a mark looks.
const SEARCHED: usize = 200;

/// Writes down the state that a message reached.
pub(crate) async fn store(app: &App, asset: &Asset, receipt: &Receipt) -> Result<(), Failure> {
    let named = receipt.mark.as_deref().and_then(delivery::read_mark);
    let found = match named {
        Some(found) => Some(found),
        None => search(app, asset, &receipt.addresses, &receipt.provider_id).await?,
    };
    let Some((thread, message)) = found else {
        tracing::info!(id = receipt.provider_id, "a receipt for a message we do not know");
        return Ok(());
    };
    let delivery = Delivery {
        message,
        status: receipt.status,
        provider_id: Some(receipt.provider_id.clone()),
        reason: receipt.reason.clone(),
    };
    app::message::delivery::report(app.engine(), &thread, delivery).await
}

/// Finds a message by the provider's id in the customer's log, because providers echo the mark on
/// most receipts only.
pub(crate) async fn search(
    app: &App,
    asset: &Asset,
    addresses: &[String],
    provider_id: &str,
) -> Result<Option<(ThreadId, u64)>, Failure> {
    let Some(address) = addresses.first() else { return Ok(None) };
    let own = key::thread(&asset.id, address);
    let Some((thread, newest)) = app::contact::person::newest_of(app.ground(), own).await? else {
        return Ok(None);
    };
    let page = app.store.entries_before(&thread, newest.entry.seq + 1, SEARCHED).await?;
    let message = page.entries.iter().rev().flat_map(|entry| &entry.events).find_map(|e| match e {
        Event::Delivery(d) if d.provider_id.as_deref() == Some(provider_id) => Some(d.message),
        _ => None,
    });
    Ok(message.map(|message| (thread, message)))
}

/// Writes down the state of every message that the provider took up to a moment.
pub(crate) async fn store_up_to(app: &App, asset: &Asset, mark: &Watermark) -> Result<(), Failure> {
    let Some(address) = mark.addresses.first() else { return Ok(()) };
    let own = key::thread(&asset.id, address);
    let Some((thread, newest)) = app::contact::person::newest_of(app.ground(), own).await? else {
        return Ok(());
    };
    let page = app.store.entries_before(&thread, newest.entry.seq + 1, SEARCHED).await?;
    // The state that each message reached so far.
    let mut meant: BTreeMap<u64, DeliveryStatus> = BTreeMap::new();
    for entry in &page.entries {
        if entry.at <= mark.until && audience::outbound(entry).is_some() {
            meant.insert(entry.seq, DeliveryStatus::Pending);
        }
        for event in &entry.events {
            let Event::Delivery(delivery) = event else { continue };
            // A message that waited, and went out after the moment, is not meant.
            if delivery.status == DeliveryStatus::Sent && entry.at > mark.until + LATER {
                meant.remove(&delivery.message);
            } else if let Some(reached) = meant.get_mut(&delivery.message) {
                *reached = delivery.status;
            }
        }
    }
    for (message, reached) in meant {
        // A message that the provider has not taken cannot have arrived.
        if reached == DeliveryStatus::Pending || !reached.may_become(mark.status) {
            continue;
        }
        let delivery = Delivery { message, status: mark.status, provider_id: None, reason: None };
        app::message::delivery::report(app.engine(), &thread, delivery).await?;
    }
    Ok(())
}

//! Receipts: finding the message that a provider reports on.

use app::message::delivery;
use app::{App, Failure};
use channels::Receipt;
use domain::{Delivery, Event, ThreadId};
use store::key;
use store::settings::directory::Asset;

/// The number of entries in which the search for a message without a mark looks.
const SEARCHED: usize = 200;

/// Writes down the state that a message reached.
pub(crate) async fn store(app: &App, asset: &Asset, receipt: &Receipt) -> Result<(), Failure> {
    let named = receipt.mark.as_deref().and_then(delivery::read_mark);
    let found = match named {
        Some(found) => Some(found),
        None => search(app, asset, receipt).await?,
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
async fn search(
    app: &App,
    asset: &Asset,
    receipt: &Receipt,
) -> Result<Option<(ThreadId, u64)>, Failure> {
    let Some(address) = receipt.addresses.first() else { return Ok(None) };
    let own = key::thread(&asset.id, address);
    let Some((thread, newest)) = app::contact::person::newest_of(app.ground(), own).await? else {
        return Ok(None);
    };
    let page = app.store.entries_before(&thread, newest.entry.seq + 1, SEARCHED).await?;
    let message = page.entries.iter().rev().flat_map(|entry| &entry.events).find_map(|e| match e {
        Event::Delivery(d) if d.provider_id.as_ref() == Some(&receipt.provider_id) => {
            Some(d.message)
        }
        _ => None,
    });
    Ok(message.map(|message| (thread, message)))
}

//! Storing the items of a webhook: the items of one person in their order, people side by side.

use std::collections::BTreeMap;

use app::asset::health::{self, Sign};
use app::{App, Executed, Failure, Found};
use channels::{Arrival, Echo};
use futures_util::future::join_all;
use store::Aside;
use store::settings::directory::{Asset, Directory};

use crate::receipt;

/// The number of people whose items are stored at once: a batch holds up to 1,000 items, and a few
/// dozen at a time keep memory flat.
const AT_ONCE: usize = 32;

/// Stores all items of a webhook. A failed item does not hold up the rest. The function then
/// answers the whole webhook with 5xx, so that the provider sends it again, and the log recognises
/// the stored items.
pub(crate) async fn store_all(
    app: &App,
    directory: &Directory,
    named: &Asset,
    arrivals: Vec<Arrival>,
) -> Result<(), Failure> {
    let mut failed = None;
    let mut placed = Vec::new();
    for arrival in arrivals {
        match place(directory, named, &arrival) {
            Ok(asset)
                if !app::asset::secrets::vouches(app.line(), directory, named, asset).await? =>
            {
                let why = "the app of another account signed its webhook";
                failed =
                    set_aside(app, &named.channel, unplaced(&arrival, why)).await.err().or(failed);
            }
            Ok(asset) => placed.push((asset, arrival)),
            Err(aside) => failed = set_aside(app, &named.channel, aside).await.err().or(failed),
        }
    }
    let mut people = by_person(placed).into_iter().peekable();
    while people.peek().is_some() {
        let some: Vec<_> = people.by_ref().take(AT_ONCE).collect();
        let stored = some.into_iter().map(|items| store_person(app, items));
        failed = join_all(stored).await.into_iter().filter_map(Result::err).next().or(failed);
    }
    failed.map_or(Ok(()), Err)
}

/// An item that no account takes, and the reason.
struct Unplaced {
    account: String,
    why: String,
    payload: Option<String>,
}

/// Returns the account that an item is for: the one that it names, or else the one in the webhook's
/// address. No other account takes an item whose account is unknown.
fn place<'a>(
    directory: &'a Directory,
    named: &'a Asset,
    arrival: &Arrival,
) -> Result<&'a Asset, Unplaced> {
    let account = match arrival {
        Arrival::Message(message) => &message.account,
        Arrival::Receipt(receipt) => &receipt.account,
        Arrival::Watermark(mark) => &mark.account,
        Arrival::Echo(echo) => &echo.account,
        Arrival::Consent(consent) => &consent.account,
        Arrival::Moved(moved) => &moved.account,
        // The webhook's address names the account.
        Arrival::News(_) => return Ok(named),
        Arrival::Unusable { why, payload } => {
            let (why, payload) = (why.clone(), payload.clone());
            return Err(Unplaced { account: String::new(), why, payload });
        }
    };
    let is_it = |asset: &&Asset| asset.channel == named.channel && asset.account == *account;
    let same = || directory.assets.values().filter(is_it);
    let known = same().find(|asset| !asset.retired).or_else(|| same().next());
    let is_message = matches!(arrival, Arrival::Message(_));
    let why = match if account.is_empty() { Some(named) } else { known } {
        // Receipts still concern the conversations of a retired account.
        Some(asset) if !asset.retired || !is_message => return Ok(asset),
        Some(_) => "its account is retired",
        None => "it names an account that is not set up here",
    };
    Err(unplaced(arrival, why))
}

/// An item of a known person that no account takes.
fn unplaced(arrival: &Arrival, why: &str) -> Unplaced {
    let (account, payload) = match arrival {
        Arrival::Message(message) => {
            let payload = serde_json::json!({
                "from": message.addresses(), "id": message.key, "content": message.content,
            });
            (&*message.account, serde_json::to_string(&payload).ok())
        }
        Arrival::Receipt(receipt) => (&*receipt.account, None),
        Arrival::Watermark(mark) => (&*mark.account, None),
        Arrival::Echo(echo) => (&*echo.account, Some(shown(echo))),
        // The message with the word is set aside beside it.
        Arrival::Consent(consent) => (&*consent.account, None),
        Arrival::Moved(moved) => (&*moved.account, None),
        Arrival::News(news) => ("", Some(news.payload.clone())),
        Arrival::Unusable { payload, .. } => ("", payload.clone()),
    };
    Unplaced { account: domain::words::cut(account, 100), why: why.to_owned(), payload }
}

/// An answer from elsewhere, for admins.
fn shown(echo: &Echo) -> String {
    let payload = serde_json::json!({
        "to": echo.addresses, "id": echo.key, "app": echo.by, "content": echo.content,
    });
    payload.to_string()
}

/// Keeps an item for admins if it has a payload, and otherwise only logs it.
async fn set_aside(app: &App, channel: &str, unplaced: Unplaced) -> Result<(), Failure> {
    let Unplaced { account, why, payload } = unplaced;
    tracing::warn!(metric = "intake_set_aside", channel, account, why, "an item is set aside");
    let Some(payload) = payload else { return Ok(()) };
    let channel = channel.to_owned();
    app.store.set_aside(&Aside { at: app.now(), channel, account, why, payload }).await?;
    Ok(())
}

/// Items of one person on one account, with every address by which the webhook names them.
struct Items<'a> {
    asset: &'a Asset,
    addresses: Vec<String>,
    /// The items, with their places in the webhook.
    arrivals: Vec<(usize, Arrival)>,
}

/// Groups items by person: two items that share an address are of one person.
fn by_person(placed: Vec<(&Asset, Arrival)>) -> Vec<Items<'_>> {
    let mut people: Vec<Option<Items<'_>>> = Vec::new();
    let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (at, (asset, arrival)) in placed.into_iter().enumerate() {
        let addresses = addresses(&arrival);
        let of = |address: &String| (asset.id.to_string(), address.clone());
        let mut met: Vec<usize> =
            addresses.iter().filter_map(|a| known.get(&of(a)).copied()).collect();
        met.sort_unstable();
        met.dedup();
        let mut items = Items { asset, addresses: Vec::new(), arrivals: Vec::new() };
        for other in met {
            if let Some(others) = people[other].take() {
                items.addresses.extend(others.addresses);
                items.arrivals.extend(others.arrivals);
            }
        }
        items.addresses.extend(addresses);
        items.arrivals.push((at, arrival));
        for address in &items.addresses {
            known.insert(of(address), people.len());
        }
        people.push(Some(items));
    }
    people.into_iter().flatten().collect()
}

/// The addresses by which an item names its person.
fn addresses(arrival: &Arrival) -> Vec<String> {
    match arrival {
        Arrival::Message(message) => message.addresses(),
        Arrival::Receipt(receipt) => receipt.addresses.clone(),
        Arrival::Watermark(mark) => mark.addresses.clone(),
        Arrival::Echo(echo) => echo.addresses.clone(),
        Arrival::Consent(consent) => consent.addresses.clone(),
        Arrival::Moved(moved) => moved.from.iter().chain(&moved.to).cloned().collect(),
        Arrival::News(_) | Arrival::Unusable { .. } => Vec::new(),
    }
}

async fn store_person(app: &App, mut items: Items<'_>) -> Result<(), Failure> {
    items.arrivals.sort_by_key(|(at, _)| *at);
    // Only messages and changes of address need the person.
    let is_receipt =
        |(_, a): &(usize, Arrival)| !matches!(a, Arrival::Message(_) | Arrival::Moved(_));
    let receipts = items.arrivals.iter().all(is_receipt);
    if receipts && items.addresses.len() > 1 {
        app::contact::person::acquaint(app.engine(), &items.asset.id, &items.addresses).await?;
    }
    let mut found = if receipts || items.addresses.is_empty() {
        None
    } else {
        let moves: Vec<_> =
            items.arrivals.iter().filter_map(|(_, arrival)| moved(arrival)).collect();
        Some(
            app::contact::person::person(app.engine(), &items.asset.id, &items.addresses, &moves)
                .await?,
        )
    };
    let mut failed = Ok(());
    for (_, arrival) in &items.arrivals {
        let stored = app::runtime::panics::caught(
            &app.metrics,
            app.now(),
            "ingest",
            store_one(app, items.asset, &mut found, arrival),
        );
        if let Err(failure) = stored.await.flatten() {
            tracing::error!(%failure, "an item of a webhook was not stored");
            failed = Err(failure);
        }
    }
    failed
}

fn moved(arrival: &Arrival) -> Option<&channels::Moved> {
    match arrival {
        Arrival::Moved(moved) => Some(moved),
        _ => None,
    }
}

async fn store_one(
    app: &App,
    asset: &Asset,
    found: &mut Option<Found>,
    arrival: &Arrival,
) -> Result<(), Failure> {
    match (arrival, found) {
        (Arrival::Receipt(receipt), _) => receipt::store(app, asset, receipt).await,
        (Arrival::Watermark(mark), _) => receipt::store_up_to(app, asset, mark).await,
        (Arrival::Echo(echo), _) => {
            // On a channel that returns no mark, the engine's own messages come back, too.
            if receipt::search(app, asset, &echo.addresses, &echo.key).await?.is_some() {
                return Ok(());
            }
            if app::intake::echo(app.engine(), asset, echo).await?.is_some() {
                return Ok(());
            }
            let (account, payload) = (echo.account.clone(), Some(shown(echo)));
            let why = "the business wrote to somebody who has no conversation here".to_owned();
            set_aside(app, &asset.channel, Unplaced { account, why, payload }).await
        }
        (Arrival::Consent(consent), _) => app::intake::consent(app.engine(), asset, consent).await,
        (Arrival::News(news), _) => {
            if news.bad {
                health::note(app.line(), &asset.id, Sign::Failed, &news.text).await;
            }
            let (account, payload) = (asset.account.clone(), Some(news.payload.clone()));
            let why = format!("news of the account: {}", news.text);
            set_aside(app, &asset.channel, Unplaced { account, why, payload }).await
        }
        (Arrival::Moved(moved), Some(found)) => {
            app::contact::person::customer_moved(app.engine(), &found.thread, moved).await
        }
        (Arrival::Message(message), Some(found)) => {
            let there = Found { thread: found.thread.clone(), known: found.known.take() };
            let executed = app::intake::receive_from(app.engine(), asset, there, message).await?;
            if executed != Executed::Nothing {
                return Ok(());
            }
            let (account, why) =
                (message.account.clone(), "it is about a message that is not known here");
            let payload = serde_json::to_string(&message.content).ok();
            set_aside(app, &asset.channel, Unplaced { account, why: why.to_owned(), payload }).await
        }
        _ => Ok(()),
    }
}

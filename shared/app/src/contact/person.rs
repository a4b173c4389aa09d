//! Finding the thread of a person whom the provider names by one or several addresses. The rules in
//! [`domain::person`] decide what follows from the known addresses; this module reads and writes
//! them.

use crate::engine::way::{End, way};
use crate::{Engine, Failure, Ground, Once, Request};
use domain::person::{Lead, Reach, Standing, is_username, settle};
use domain::{Address, AssetId, Command, Millis, Thread, ThreadId, contact};
use std::collections::BTreeMap;

use futures_util::future::try_join_all;
use store::{Alias, Stored, key};

/// The thread in which a person goes on.
#[derive(Debug, Clone)]
pub struct Found {
    /// The thread.
    pub thread: ThreadId,
    /// The thread's newest entry, if the search has just read it.
    pub known: Option<Box<Stored>>,
}

/// Finds the thread in which a person goes on whom the provider names by these addresses, and links
/// all of these addresses to it. `moves`: the changes of address in the webhook; a thread that the
/// person leaves records the address that holds after them.
///
/// # Errors
/// If the table fails.
pub async fn person(
    engine: Engine<'_>,
    asset: &AssetId,
    addresses: &[String],
    moves: &[&channels::Moved],
) -> Result<Found, Failure> {
    find(engine, asset, addresses, moves, true).await
}

/// Notes that these addresses belong to one person, if the table knows any of them. A receipt for
/// another system's message creates no person here.
///
/// # Errors
/// If the table fails.
pub async fn acquaint(
    engine: Engine<'_>,
    asset: &AssetId,
    addresses: &[String],
) -> Result<(), Failure> {
    find(engine, asset, addresses, &[], false).await.map(|_| ())
}

async fn find(
    engine: Engine<'_>,
    asset: &AssetId,
    addresses: &[String],
    moves: &[&channels::Moved],
    strangers: bool,
) -> Result<Found, Failure> {
    let mut addresses: Vec<String> = addresses.to_vec();
    addresses.sort_by_key(|address| Address::read(address));
    addresses.dedup();
    let own = |address: &String| key::thread(asset, address);
    let Some(first) = addresses.first().map(own) else {
        return Err(domain::Refusal::NotFound { what: "address" }.into());
    };
    if let Some(thread) = engine.aliases.get(asset, &addresses) {
        return Ok(Found { thread, known: None });
    }
    if addresses.len() == 1 {
        // The read of the address's own thread shows whether a lone address leads elsewhere.
        return Ok(Found { thread: first, known: None });
    }
    let strongest = way(engine.ground, first.clone(), None).await?;
    if let Some(stored) = strongest.newest.as_ref().filter(|s| knows_all(&s.thread, &addresses)) {
        engine.aliases.set(asset, &addresses, strongest.thread.clone());
        return Ok(Found { thread: strongest.thread, known: Some(Box::new(stored.clone())) });
    }
    let others = addresses[1..].iter().map(|a| way(engine.ground, own(a), None));
    let others = try_join_all(others).await?;
    let ends: Vec<End> = std::iter::once(strongest).chain(others).collect();
    if !strangers && ends.iter().all(|end| end.newest.is_none()) {
        return Ok(Found { thread: first, known: None });
    }
    let leads: Vec<Lead> =
        addresses.iter().zip(&ends).map(|(a, end)| lead(own(a), a, end)).collect();
    let Some(settled) = settle(&leads) else {
        return Ok(Found { thread: first, known: None });
    };
    let mut found: BTreeMap<ThreadId, &End> = BTreeMap::new();
    for end in &ends {
        found.insert(end.thread.clone(), end);
    }
    let mut head = settled.head;
    for thread in &settled.note {
        let alias = Alias { to: Some(head.clone()), moved: None };
        engine.store.put_alias(thread, &alias).await?;
    }
    // A customer who wrote by one of these addresses during the write above did not see it. This
    // read sees that customer's thread.
    let mut joined = settled.join;
    let mut begun = found.get(&head).is_some_and(|end| end.newest.is_some());
    for thread in settled.note {
        if engine.thread(&thread).await?.is_none_or(|s| s.thread.known.elsewhere.is_some()) {
            continue;
        }
        if begun {
            joined.push(thread);
        } else {
            let alias = Alias { to: Some(thread.clone()), moved: None };
            engine.store.put_alias(&head, &alias).await?;
            (head, begun) = (thread, true);
        }
    }
    for other in joined {
        join(engine, &head, &other, moves).await?;
    }
    // A change of address that was noted before the person's first message goes with the person.
    let moved = ends.iter().filter_map(|end| end.moved.clone()).max_by_key(|(_, at)| *at);
    if let Some((address, at)) = moved {
        reached_at(engine, &head, &[], &[address], Some(at)).await?;
    }
    engine.aliases.set(asset, &addresses, head.clone());
    Ok(Found { thread: head, known: None })
}

/// Returns the thread to which a customer's address leads from `own`, and its newest entry.
///
/// # Errors
/// If the table fails.
pub async fn newest_of(
    ground: Ground<'_>,
    own: ThreadId,
) -> Result<Option<(ThreadId, Stored)>, Failure> {
    let end = way(ground, own, None).await?;
    Ok(end.newest.map(|newest| (end.thread, newest)))
}

/// Joins a thread that has just begun, if another process noted meanwhile that its address leads
/// elsewhere. That process did not see the thread begin.
pub(crate) async fn begun(engine: Engine<'_>, thread: &ThreadId) -> Result<(), Failure> {
    let Some(to) = engine.store.alias(thread).await?.to else { return Ok(()) };
    let end = way(engine.ground, to, None).await?;
    if end.thread == *thread {
        return Ok(());
    }
    if end.newest.is_some() {
        return join(engine, &end.thread, thread, &[]).await;
    }
    let alias = Alias { to: Some(thread.clone()), moved: None };
    Ok(engine.store.put_alias(&end.thread, &alias).await?)
}

/// Joins two threads that turn out to be of one person, who goes on in `head`: each thread records
/// where the other one is.
async fn join(
    engine: Engine<'_>,
    head: &ThreadId,
    other: &ThreadId,
    moves: &[&channels::Moved],
) -> Result<(), Failure> {
    let (ours, theirs) =
        futures_util::future::try_join(engine.thread(head), engine.thread(other)).await?;
    let (Some(ours), Some(theirs)) = (ours, theirs) else { return Ok(()) };
    tracing::info!(%head, %other, "two threads are of one customer");
    for (at, with, there) in
        [(&ours.thread, &theirs.thread, false), (&theirs.thread, &ours.thread, true)]
    {
        let command = Command::Join(contact::Join {
            conversation: with.conversation_id(),
            there,
            reach: after(engine.ground, with.reach(), moves),
            addresses: with.addresses().map(str::to_owned).collect(),
        });
        let once = Some(Once::sent(format!("join:{}", with.id), Millis(0)));
        engine.execute(&Request { once, ..Request::engine(at.id.clone(), command) }).await?;
    }
    Ok(())
}

/// Returns the address of a person after some changes of address.
fn after(ground: Ground<'_>, reach: Reach, moves: &[&channels::Moved]) -> Reach {
    let mut moves: Vec<_> = moves.to_vec();
    moves.sort_by_key(|moved| moved.at);
    moves.into_iter().fold(reach, |reach, moved| {
        let at = credible(ground, moved.at).unwrap_or_else(|| ground.now()).min(ground.now());
        reach.moved(&moved.from, &moved.to, at)
    })
}

/// Writes down the new address of a person who gave up some addresses for others.
async fn reached_at(
    engine: Engine<'_>,
    thread: &ThreadId,
    from: &[String],
    to: &[String],
    at: Option<Millis>,
) -> Result<(), Failure> {
    let command = Command::ChangeIdentity(contact::ChangeAddress {
        from: from.to_vec(),
        to: to.to_vec(),
        at,
    });
    if engine.thread(thread).await?.is_some() {
        engine.execute(&Request::engine(thread.clone(), command)).await?;
        return Ok(());
    }
    // The person has not written yet: the address waits for their first message.
    let (Some(address), at) = (to.first(), at.unwrap_or_else(|| engine.now())) else {
        return Ok(());
    };
    let known = engine.store.alias(thread).await?;
    let follows = known.moved.as_ref().is_some_and(|(before, _)| from.contains(before));
    if known.moved.as_ref().is_some_and(|(_, then)| *then > at || (*then == at && !follows)) {
        return Ok(());
    }
    let alias = Alias { moved: Some((address.clone(), at)), ..known };
    Ok(engine.store.put_alias(thread, &alias).await?)
}

/// Takes in a provider's notice that a person gave up some addresses for others. The person keeps
/// the earlier messages. `key`: the provider's id of the notice, which counts once.
///
/// # Errors
/// If the table fails.
pub async fn customer_moved(
    engine: Engine<'_>,
    thread: &ThreadId,
    moved: &channels::Moved,
) -> Result<(), Failure> {
    let at = credible(engine.ground, moved.at);
    let end = way(engine.ground, thread.clone(), None).await?;
    if end.newest.is_none() {
        return reached_at(engine, &end.thread, &moved.from, &moved.to, at).await;
    }
    let command = Command::ChangeIdentity(contact::ChangeAddress {
        from: moved.from.clone(),
        to: moved.to.clone(),
        at,
    });
    let once = moved.key.clone().map(|key| Once::sent(key, at.unwrap_or_default()));
    let request = Request { once, ..Request::engine(end.thread, command) };
    engine.execute(&request).await.map(|_| ())
}

/// Returns the moment that the provider's clock claims, unless it is more than [`AHEAD`] ahead of
/// our clock.
pub(crate) fn credible(ground: Ground<'_>, claimed: Option<Millis>) -> Option<Millis> {
    claimed.filter(|at| *at <= ground.now() + AHEAD)
}

/// The most that a provider's time may be ahead of our clock. Providers repeat a webhook for seven
/// days: a time further ahead stays ahead for as long.
const AHEAD: Millis = Millis::hours(8 * 24);

/// Whether the thread's state names all of these addresses, and the person goes on in this thread.
fn knows_all(thread: &Thread, addresses: &[String]) -> bool {
    thread.known.elsewhere.is_none()
        && addresses.iter().all(|address| thread.addresses().any(|known| known == address))
}

fn lead(own: ThreadId, address: &str, end: &End) -> Lead {
    let stands = end.newest.as_ref().map(|Stored { thread, .. }| Standing {
        open: thread.conversation.status.is_open(),
        heard: thread.conversation.customer_at,
        nameless: thread.reach().is_nameless(),
    });
    Lead {
        own,
        own_log: end.began_in_log,
        end: end.thread.clone(),
        stands,
        weak: is_username(address),
    }
}

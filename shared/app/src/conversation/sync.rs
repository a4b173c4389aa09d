//! Keeping a client in step: the state that it should have, and the entries that it missed.
//!
//! A client names the newest entry that it holds of each thread. One request by key tells for all
//! threads whether a next entry exists; the server reads more only for the threads that have one.

use crate::conversation::readable::{no_record, readable};
mod parts;

use crate::conversation::earlier::keep_to_team;
use crate::conversation::reading;
use crate::{Failure, Ground, direct, mention, view};
use domain::audience::Reader;
use domain::{Profile, Thread, ThreadId, offer};
use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::try_join_all;
use protocol::{Push, VERSION, view as v};
use store::settings::directory::Directory;
use store::{Stored, Workload};

use parts::{frames, parts, those_that_fit};

pub use parts::page;

/// The number of entries in a snapshot.
pub const SNAPSHOT: usize = 50;
/// A client that missed more entries than this gets a snapshot instead.
const CATCH_UP: usize = 200;
/// The most bytes that colleagues may fill in a welcome, and queues likewise: one frame holds both
/// and the rest.
const WELCOME_BYTES: usize = 24 * 1024;
/// The most bytes of a queue in one frame.
const QUEUE_BYTES: usize = 96 * 1024;
/// The most bytes that direct talks may fill in a welcome or a pong.
const TALKS_BYTES: usize = 20 * 1024;
/// The most places of a queue that a list shows.
const PLACES: usize = 50;
/// The most threads that a client may hold.
const POSITIONS: usize = 90;

/// Returns the frames that answer `hello`. Colleagues and queues that do not fit into the first
/// frame follow in frames of their own.
///
/// # Errors
/// If the table fails.
pub async fn welcome(
    ground: Ground<'_>,
    me: &Profile,
    socket: &str,
    positions: &BTreeMap<String, u64>,
) -> Result<Vec<Push>, Failure> {
    let directory = ground.directory().await?;
    let (mut workloads, queues, direct, mentions) = futures_util::future::try_join4(
        async { Ok(ground.store.workloads().await?) },
        queues_of(ground, me),
        direct::newest_talks(ground, me),
        async { Ok(mention::seen_of_mentions(ground, me).await?) },
    )
    .await?;
    let workload = workloads.entry(me.id.clone()).or_default();
    keep_socket(ground, me, workload, socket).await?;
    let workload = workload.clone();
    let agents: Vec<v::Agent> =
        directory.agents.iter().map(|(id, agent)| view::agent(agent, workloads.get(id))).collect();
    let mine = agents.iter().find(|a| a.id == me.id.as_str()).cloned();
    let mut agents = parts(agents, WELCOME_BYTES).into_iter();
    let mut queues = parts(queues, WELCOME_BYTES).into_iter();
    let mut pushes = vec![Push::Welcome {
        version: VERSION,
        now: ground.now().0,
        me: mine.ok_or_else(no_record)?,
        agents: agents.next().unwrap_or_default(),
        teams: directory.teams.values().map(view::team).collect(),
        queues: queues.next().unwrap_or_default(),
        settings: Box::new(sendable(crate::settings::workspace(&directory))),
        following: workload.threads().iter().map(ToString::to_string).collect(),
        direct: those_that_fit(direct, TALKS_BYTES).0,
        mentions: mentions.unseen,
    }];
    pushes.extend(agents.map(|agents| Push::Agents { agents }));
    pushes.extend(queues.flatten().map(|queue| Push::Queue { queue }));
    let (read, missed) = futures_util::future::try_join(
        reading::reads(ground, me, &workload),
        missed(ground, me, &workload, positions, None, &directory),
    )
    .await?;
    pushes.extend(read);
    pushes.extend(missed);
    Ok(pushes)
}

/// Returns the frames that answer `ping`.
///
/// # Errors
/// If the table fails.
pub async fn pong(
    ground: Ground<'_>,
    me: &Profile,
    socket: &str,
    positions: &BTreeMap<String, u64>,
) -> Result<Vec<Push>, Failure> {
    let directory = ground.directory().await?;
    // One request reads workload and positions, another one the talks; a third one follows only if
    // the client has a gap.
    let known = known(positions);
    let next: Vec<(ThreadId, u64)> = known.iter().map(|(t, seq)| (t.clone(), seq + 1)).collect();
    let (batch, direct) = futures_util::future::try_join(
        async { Ok(ground.store.batch([&me.id], &next, None).await?) },
        direct::lively_talks(ground, me),
    )
    .await?;
    let mut workload = batch.workloads.get(&me.id).cloned().unwrap_or_default();
    keep_socket(ground, me, &mut workload, socket).await?;
    let behind = batch.entries.iter().map(|s| s.thread.id.clone()).collect();
    let mut pushes = vec![Push::Pong {
        now: ground.now().0,
        following: workload.threads().iter().map(ToString::to_string).collect(),
        direct: those_that_fit(direct, TALKS_BYTES).0,
    }];
    pushes.extend(missed(ground, me, &workload, positions, Some(behind), &directory).await?);
    Ok(pushes)
}

/// Notes the socket of a client that speaks. A frame that reaches a socket before `$connect` is
/// over gets a 410, and the server then forgets the socket.
async fn keep_socket(
    ground: Ground<'_>,
    me: &Profile,
    workload: &mut Workload,
    socket: &str,
) -> Result<(), Failure> {
    if workload.sockets.insert(socket.to_owned()) {
        ground.store.add_socket(&me.id, socket).await?;
    }
    Ok(())
}

/// The entries that a client has missed in the threads that concern it.
async fn missed(
    ground: Ground<'_>,
    me: &Profile,
    workload: &Workload,
    positions: &BTreeMap<String, u64>,
    behind: Option<BTreeSet<ThreadId>>,
    directory: &Directory,
) -> Result<Vec<Push>, Failure> {
    let known = known(positions);
    let behind = match behind {
        Some(behind) => behind,
        None if known.is_empty() => BTreeSet::new(),
        None => {
            let next: Vec<_> = known.iter().map(|(t, seq)| (t.clone(), seq + 1)).collect();
            let batch = ground.store.batch([], &next, None).await?;
            batch.entries.into_iter().map(|s| s.thread.id).collect()
        }
    };
    let followed = workload.threads();
    let wanted = followed
        .iter()
        .filter_map(|thread| match known.get(thread) {
            None => Some((thread, 0)),
            Some(seq) => behind.contains(thread).then_some((thread, *seq)),
        })
        .map(|(thread, after)| rest_of(ground, me, thread, after, directory));
    let parts: Vec<Vec<Push>> = try_join_all(wanted).await?;
    Ok(parts.into_iter().flatten().collect())
}

/// Returns the frames that answer `catch_up`.
///
/// # Errors
/// If the agent may not read the thread, or the table fails.
pub async fn catch_up(
    ground: Ground<'_>,
    me: &Profile,
    thread: &ThreadId,
    after: u64,
) -> Result<Vec<Push>, Failure> {
    let directory = ground.directory().await?;
    rest_of(ground, me, thread, after, &directory).await
}

/// Returns the entries after a position, or a snapshot if there are too many.
async fn rest_of(
    ground: Ground<'_>,
    me: &Profile,
    thread: &ThreadId,
    after: u64,
    directory: &Directory,
) -> Result<Vec<Push>, Failure> {
    let newest = readable(ground, me, thread, directory).await?;
    if after == 0 || after > newest.entry.seq || newest.entry.seq - after > CATCH_UP as u64 {
        return Ok(vec![snapshot(ground, me, &newest, directory).await?]);
    }
    let missing = usize::try_from(newest.entry.seq - after).unwrap_or(CATCH_UP);
    let entries = match missing {
        0 => Vec::new(),
        1 => vec![newest.entry.clone()],
        _ => {
            let mut page = ground.store.entries_after(thread, after, missing).await?;
            keep_to_team(me, &newest.thread, &mut page, directory);
            page.entries
        }
    };
    let reader = view::reader(&me.id, &newest.thread, directory);
    let conversation = view::conversation(&newest.thread, directory, reader);
    let following = newest.thread.parties().contains(&me.id);
    let mut groups = frames(&newest.thread, &entries, reader);
    if groups.is_empty() {
        // The server always answers, even with no entries.
        groups.push(Vec::new());
    }
    Ok(groups
        .into_iter()
        .map(|entries| Push::Entries { conversation: conversation.clone(), entries, following })
        .collect())
}

async fn snapshot(
    ground: Ground<'_>,
    me: &Profile,
    newest: &Stored,
    directory: &Directory,
) -> Result<Push, Failure> {
    let reader = view::reader(&me.id, &newest.thread, directory);
    let (entries, more) =
        newest_entries(ground, me, &newest.thread, newest, directory, SNAPSHOT).await?;
    let conversation = whole(ground, newest, directory, reader).await?;
    Ok(Push::Snapshot { conversation, entries, more })
}

/// Returns a conversation with the notes of its pending offers, which stand in the log and not in
/// the state.
///
/// # Errors
/// If the table fails.
pub async fn whole(
    ground: Ground<'_>,
    newest: &Stored,
    directory: &Directory,
    reader: Reader<'_>,
) -> Result<v::Conversation, Failure> {
    let mut conversation = view::conversation(&newest.thread, directory, reader);
    let offers = &newest.thread.conversation.offers;
    for (shown, offer) in conversation.offers.iter_mut().zip(offers) {
        let made = ground.store.entry(&newest.thread.id, offer.number).await?;
        shown.note = made.iter().flat_map(|made| &made.entry.events).find_map(|e| match e {
            domain::Event::OfferMade(offer::Made { note, .. }) => note.clone(),
            _ => None,
        });
    }
    Ok(conversation)
}

/// Returns the newest entries of a thread up to one of them, as many as fit into one frame, and
/// whether there are older ones.
///
/// # Errors
/// If the table fails.
pub async fn newest_entries(
    ground: Ground<'_>,
    me: &Profile,
    thread: &Thread,
    until: &Stored,
    directory: &Directory,
    limit: usize,
) -> Result<(Vec<v::Entry>, bool), Failure> {
    let reader = view::reader(&me.id, thread, directory);
    let mut page = ground.store.entries_before(&thread.id, until.entry.seq + 1, limit).await?;
    keep_to_team(me, thread, &mut page, directory);
    let mut entries = frames(thread, &page.entries, reader);
    let cut = entries.len() > 1;
    Ok((entries.pop().unwrap_or_default(), page.more || cut))
}

/// Returns the queues of an agent's teams, with their waiting conversations.
///
/// # Errors
/// If the table fails.
pub async fn queues_of(ground: Ground<'_>, me: &Profile) -> Result<Vec<v::Queue>, Failure> {
    let directory = ground.directory().await?;
    let mine = directory.queues.values().filter(|q| me.in_team(&q.team));
    try_join_all(mine.map(|q| queue(ground, &directory, q))).await
}

/// Returns a queue with its waiting conversations.
///
/// # Errors
/// If the table fails.
pub async fn queue(
    ground: Ground<'_>,
    directory: &Directory,
    queue: &store::settings::directory::Queue,
) -> Result<v::Queue, Failure> {
    let (waiting, more) = ground.store.waiting(&queue.id, PLACES).await?;
    let mut queue = view::queue(queue, &waiting, more, directory);
    let (waiting, cut) = those_that_fit(queue.waiting, QUEUE_BYTES);
    (queue.waiting, queue.more) = (waiting, more || cut);
    Ok(queue)
}

/// The positions that name a thread; the function skips all others.
fn known(positions: &BTreeMap<String, u64>) -> BTreeMap<ThreadId, u64> {
    positions
        .iter()
        .filter_map(|(thread, seq)| Some((thread.parse().ok()?, (*seq).min(9_999_999_998))))
        .take(POSITIONS)
        .collect()
}

/// Shortens settings to fit into a welcome. The server refuses larger settings today, but older
/// tables may hold some.
fn sendable(settings: protocol::settings::Settings) -> protocol::settings::Settings {
    view::shorten::within(&settings, crate::settings::size::SETTINGS_BYTES + 2_048)
        .unwrap_or(settings)
}

//! A live log: what happens in conversations, as it happens.
//!
//! It looks at the list of open conversations every few seconds and reads the new entries of those
//! that moved. The table's stream has two readers, as many as a shard serves without throttling; a
//! third one would slow the workplace down (docs/decisions/0047).

use std::collections::BTreeMap;
use std::time::Duration;

use domain::{AgentId, QueueId, ThreadId};
use store::key::LIVE_SHARDS;

use crate::Failed;
use crate::conversation::{self, entry_line, entry_value};
use crate::home::Home;
use crate::options::Tail;
use crate::out::Out;

/// The most entries of one thread that one look prints.
const PAGE: usize = 200;

/// The conversations of interest.
struct Filter {
    queue: Option<QueueId>,
    agent: Option<AgentId>,
}

/// Refuses a queue or an agent that nobody has: silence would look like peace.
async fn known(home: &Home, filter: &Filter) -> Result<(), Failed> {
    let directory = home.app.store.directory().await?;
    if let Some(queue) =
        filter.queue.as_ref().filter(|queue| !directory.queues.contains_key(*queue))
    {
        return Err(Failed::Option(format!("--queue {queue}: there is no such queue")));
    }
    if let Some(agent) =
        filter.agent.as_ref().filter(|agent| !directory.agents.contains_key(*agent))
    {
        return Err(Failed::Option(format!("--agent {agent}: there is no such agent")));
    }
    Ok(())
}

/// Follows the conversations until Ctrl+C, or for as many looks as asked.
///
/// # Errors
/// If an option is wrong, the table fails, or the reader is gone.
pub async fn run(home: &Home, options: &Tail, out: &mut Out<'_>) -> Result<(), Failed> {
    let wrong = |option: &str, text: &str, why: &dyn std::fmt::Display| {
        Failed::Option(format!("{option} {text}: {why}"))
    };
    let queue = options.queue.as_deref().map(|text| {
        text.parse().map_err(|why: domain::id::InvalidId| wrong("--queue", text, &why))
    });
    let agent = options.agent.as_deref().map(|text| {
        text.parse().map_err(|why: domain::id::InvalidId| wrong("--agent", text, &why))
    });
    let filter = Filter { queue: queue.transpose()?, agent: agent.transpose()? };
    known(home, &filter).await?;
    let one = options.conversation.as_deref().map(conversation::id).transpose()?;
    // Entries from before the first look are no news.
    let mut seen: BTreeMap<ThreadId, u64> = BTreeMap::new();
    let mut first = true;
    let mut looks = 0;
    loop {
        let threads = match &one {
            Some(id) => vec![id.thread.clone()],
            None => open(home).await?,
        };
        // A thread that left the list has its last entries still to be told.
        let known: Vec<ThreadId> = seen.keys().cloned().collect();
        let mut all: Vec<ThreadId> = threads.iter().cloned().chain(known).collect();
        all.sort();
        all.dedup();
        for thread in all {
            follow(home, &thread, (&mut seen, first), (&filter, options.text), out).await?;
            if !threads.contains(&thread) {
                seen.remove(&thread);
            }
        }
        if first && !out.json() {
            out.note(&format!("Following {} open conversations; Ctrl+C ends it.", seen.len()));
        }
        first = false;
        out.flush()?;
        looks += 1;
        if options.looks.is_some_and(|most| looks >= most) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_secs(options.every)).await;
    }
}

/// The threads with open work.
async fn open(home: &Home) -> Result<Vec<ThreadId>, Failed> {
    let mut threads = Vec::new();
    for shard in 0..LIVE_SHARDS {
        let live = home.app.store.live(shard).await?;
        threads.extend(live.into_iter().map(|live| live.card.id.thread));
    }
    Ok(threads)
}

/// Tells the new entries of a thread.
async fn follow(
    home: &Home,
    thread: &ThreadId,
    (seen, first): (&mut BTreeMap<ThreadId, u64>, bool),
    (filter, text): (&Filter, bool),
    out: &mut Out<'_>,
) -> Result<(), Failed> {
    let store = &home.app.store;
    let Some(newest) = store.newest(thread, false).await? else { return Ok(()) };
    let after = match seen.get(thread) {
        Some(after) => *after,
        None if first => newest.thread.seq,
        // A thread that is new to the list: its newest conversation is news.
        None => newest.thread.conversation.first.saturating_sub(1),
    };
    seen.insert(thread.clone(), newest.thread.seq.max(after));
    if newest.thread.seq <= after {
        return Ok(());
    }
    let c = &newest.thread.conversation;
    let page = store.entries_after(thread, after, PAGE).await?;
    seen.insert(thread.clone(), page.entries.last().map_or(after, |entry| entry.seq));
    for (entry, stood) in page.entries.iter().zip(&page.stood) {
        let queue = filter.queue.as_ref().is_none_or(|queue| stood.queue == *queue);
        let agent = filter
            .agent
            .as_ref()
            .is_none_or(|agent| entry.by.agent() == Some(agent) || c.owner.as_ref() == Some(agent));
        if queue && agent {
            out.either(&entry_value(&newest.thread, entry, text), || {
                let number = stood.conversation;
                format!("{thread}-{number}  {}  {}", stood.queue, entry_line(entry, text))
            })?;
        }
    }
    Ok(())
}

//! Agents' read positions (F64), which hold on all screens of an agent.

use crate::conversation::readable;
use crate::session::read;
use crate::{Failure, Ground, Voice};
use domain::{ConversationId, DiscussionId, Profile};
use std::collections::BTreeMap;

use protocol::{Push, Refused};
use store::Workload;

/// Moves the agent's read position in a thread, or in one of its discussions, forward, and tells
/// the agent's other sockets. A position ahead of the log counts as its newest entry.
///
/// # Errors
/// A refusal if the agent may not read the conversation, or the discussion belongs to another
/// thread; a failure if the table fails.
pub async fn read_thread(
    voice: Voice<'_>,
    me: &Profile,
    socket: &str,
    conversation: &str,
    discussion: Option<&str>,
    seq: u64,
) -> Result<(), Failure> {
    let id: ConversationId = read::id(conversation, "conversation")?;
    let discussion = discussion.map(|text| discussion_of(&id, text)).transpose()?;
    let directory = voice.directory().await?;
    let newest = readable::readable(voice.ground, me, &id.thread, &directory).await?;
    let seq = seq.min(newest.entry.seq);
    let seq =
        voice.store.read_up_to(&me.id, &id.thread, discussion.as_ref(), seq, voice.now()).await?;
    let (mut positions, mut discussions) = (BTreeMap::new(), BTreeMap::new());
    match discussion {
        Some(discussion) => discussions.insert(discussion.to_string(), seq),
        None => positions.insert(id.thread.to_string(), seq),
    };
    voice.tell_own(&me.id, Some(socket), &Push::Reads { positions, discussions }).await;
    Ok(())
}

/// The agent's read positions in the threads in their workload, without the threads that they never
/// read.
pub(crate) async fn reads(
    ground: Ground<'_>,
    me: &Profile,
    workload: &Workload,
) -> Result<Option<Push>, Failure> {
    let threads = workload.threads();
    if threads.is_empty() {
        return Ok(None);
    }
    let read = ground.store.reading(&me.id, &threads, ground.now()).await?;
    let (mut positions, mut discussions) = (BTreeMap::new(), BTreeMap::new());
    for (thread, reading) in read {
        positions.extend(reading.seq.map(|seq| (thread.to_string(), seq)));
        discussions.extend(reading.discussions.into_iter().map(|(id, seq)| (id.to_string(), seq)));
    }
    let nothing = positions.is_empty() && discussions.is_empty();
    Ok((!nothing).then_some(Push::Reads { positions, discussions }))
}

/// Reads a discussion's id, which must name a discussion of the conversation's thread.
fn discussion_of(conversation: &ConversationId, text: &str) -> Result<DiscussionId, Failure> {
    let id: DiscussionId = read::id(text, "discussion")?;
    if id.thread == conversation.thread {
        return Ok(id);
    }
    Err(Refused::new(
        "frame_invalid",
        "This discussion belongs to another conversation.",
        "Name a discussion of this conversation.",
    )
    .at("discussion")
    .into())
}

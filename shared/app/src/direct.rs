//! Direct talks between two agents, outside any conversation (F22).
//!
//! The caller is always one of the two sides: a request names only the colleague, so that no role
//! can ask for the talk of two others.

use crate::conversation::earlier;
use crate::engine::pause;
use crate::session::read;
use crate::{Engine, Failure, Ground, Voice};
use domain::{AgentId, ConversationId, Millis, Profile, Refusal, limit, wire};
use protocol::direct::{DirectMessage, DirectMessages, Talk};
use protocol::{Push, Refused};
use store::direct::{Direct, Pair, Pointer};

/// The most attempts to write a message: each loss means that another message of the two agents got
/// through.
const ATTEMPTS: u32 = 12;
/// The most talks in one frame.
const TALKS: usize = 50;
/// A ping makes up for pushes that were lost within this time.
const RECENT: Millis = Millis::minutes(10);

/// Writes to a colleague, and tells both sides. Returns the message's number; a repeated command
/// returns the first one's.
///
/// # Errors
/// A refusal if the colleague or the text is invalid; a failure otherwise.
pub async fn write_direct(
    engine: Engine<'_>,
    me: &Profile,
    to: &str,
    id: &str,
    text: &str,
    about: Option<&str>,
) -> Result<u64, Failure> {
    read::command_id(id)?;
    let pair = pair(me, &read::id(to, "to")?)?;
    if !engine.directory().await?.agents.contains_key(pair.other(&me.id)) {
        return Err(Refusal::UnknownTarget { what: "agent" }.into());
    }
    if text.trim().is_empty() {
        return Err(Refusal::TextMissing { field: "text" }.into());
    }
    wire::bounded("text", text, limit::COMMENT)?;
    let about = talked_about(engine.ground, me, about).await?;
    for attempt in 0..ATTEMPTS {
        let newest = engine.store.newest_direct(&pair).await?;
        if let Some(newest) = &newest
            && let Some(first) =
                engine.store.direct_of(&pair, newest, &me.id, id, engine.now()).await?
        {
            return if first.text == text { Ok(first.seq) } else { Err(id_reused(first.seq)) };
        }
        let message = Direct::after(newest.as_ref(), &pair, &me.id, id, text, engine.now())
            .about(about.clone());
        if engine.store.put_direct(&pair, &message).await? {
            tell_both(engine.voice, &pair, &message).await;
            return Ok(message.seq);
        }
        pause::pause(attempt).await;
    }
    Err(Failure::Busy)
}

/// Returns the conversation that a message is about, if the sender may read it. The colleague sees
/// its name and may be unable to open it: the conversation's own rules decide that.
async fn talked_about(
    ground: Ground<'_>,
    me: &Profile,
    about: Option<&str>,
) -> Result<Option<ConversationId>, Failure> {
    let Some(about) = about else { return Ok(None) };
    let id: ConversationId = read::id(about, "conversation")?;
    let directory = ground.directory().await?;
    earlier::readable_conversation(ground, me, &id, &directory).await?;
    Ok(Some(id))
}

/// Moves the agent's read position in a talk forward, and tells the agent's other sockets.
///
/// # Errors
/// A refusal if there is no such message; a failure if the table fails.
pub async fn read_direct(
    voice: Voice<'_>,
    me: &Profile,
    with: &str,
    seq: u64,
) -> Result<Talk, Failure> {
    let pair = pair(me, &read::id(with, "with")?)?;
    let talk = voice.store.read_direct(&pair, &me.id, seq).await?;
    let talk = talk.ok_or(Refusal::NotFound { what: "message" })?;
    let workloads: Vec<_> =
        voice.store.batch([&me.id], &[], None).await?.workloads.into_iter().collect();
    let push = Push::Direct { with: talk.with.to_string(), messages: vec![], unread: talk.unread };
    voice.tell(&workloads, &push).await;
    Ok(shown(&talk))
}

/// Returns the agent's talks, newest first.
///
/// # Errors
/// If the table fails.
pub async fn talks(ground: Ground<'_>, me: &Profile) -> Result<Vec<Talk>, Failure> {
    Ok(ground.store.talks(&me.id).await?.iter().map(shown).collect())
}

/// The talks that a welcome carries.
pub(crate) async fn newest_talks(ground: Ground<'_>, me: &Profile) -> Result<Vec<Talk>, Failure> {
    Ok(ground.store.talks(&me.id).await?.iter().take(TALKS).map(shown).collect())
}

/// The talks of which a client may have missed a message since its last ping.
pub(crate) async fn lively_talks(ground: Ground<'_>, me: &Profile) -> Result<Vec<Talk>, Failure> {
    let talks = ground.store.talks(&me.id).await?;
    let since = ground.now() - RECENT;
    let lively = talks.iter().filter(|t| t.unread > 0 || t.newest.at > since);
    Ok(lively.take(TALKS).map(shown).collect())
}

/// Returns the messages of the agent's talk with a colleague right before a position.
///
/// # Errors
/// A refusal if the agent names themselves; a failure if the table fails.
pub async fn directs(
    ground: Ground<'_>,
    me: &Profile,
    with: &str,
    before: Option<u64>,
    limit: usize,
) -> Result<DirectMessages, Failure> {
    let pair = pair(me, &read::id(with, "agent")?)?;
    let before = before.unwrap_or(u64::MAX);
    let (messages, more) = ground.store.directs_before(&pair, before, limit).await?;
    Ok(DirectMessages { messages: messages.iter().map(message).collect(), more })
}

/// Tells both sides of a message. Best effort, like every push: a client that misses it finds the
/// talk with its next ping or hello.
async fn tell_both(voice: Voice<'_>, pair: &Pair, new: &Direct) {
    let (mut workloads, pointers) = match voice.store.direct_sides(pair).await {
        Ok(sides) => sides,
        Err(error) => {
            tracing::warn!(%error, "nobody was told of a direct message");
            return;
        }
    };
    for side in pair.sides() {
        let Some(workload) = workloads.remove(side) else { continue };
        let push = Push::Direct {
            with: pair.other(side).to_string(),
            messages: vec![message(new)],
            unread: pointers.get(side).map_or(0, |p| p.unread),
        };
        voice.tell(&[(side.clone(), workload)], &push).await;
    }
}

/// The refusal of an id under which the agent wrote another message.
fn id_reused(first: u64) -> Failure {
    let why = format!("You wrote another message under this id; it is number {first}.");
    Refused::new("id_reused", why, "Give each message an id of its own.").at("id").into()
}

fn pair(me: &Profile, other: &AgentId) -> Result<Pair, Refusal> {
    Pair::of(&me.id, other).ok_or(Refusal::TargetIsSelf)
}

fn message(m: &Direct) -> DirectMessage {
    DirectMessage {
        seq: m.seq,
        at: m.at.0,
        by: m.by.to_string(),
        text: m.text.clone(),
        conversation: m.about.as_ref().map(ToString::to_string),
    }
}

fn shown(talk: &Pointer) -> Talk {
    Talk {
        with: talk.with.to_string(),
        seq: talk.newest.seq,
        at: talk.newest.at.0,
        by: talk.newest.by.to_string(),
        line: talk.newest.line.clone(),
        unread: talk.unread,
    }
}

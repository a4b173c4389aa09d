//! Drafts: texts that an agent has begun to write, on any screen.

use crate::conversation::readable;
use crate::session::read;
use crate::{Failure, Ground, Voice};
use domain::{ConversationId, DiscussionId, Profile, limit, wire};
use protocol::message::draft::Draft;
use protocol::message::draft::DraftMode;
use protocol::message::draft::Drafts;
use protocol::{Push, Refused};
use store::message::draft::{Composer, Place};

/// The most drafts that a list holds.
const LISTED: usize = 100;

/// Keeps a draft, or removes one without text, and tells the agent's other sockets.
///
/// # Errors
/// A refusal if the agent may not read the conversation, the text is too long, or the place does
/// not exist; a failure if the table fails.
pub async fn keep_draft(
    voice: Voice<'_>,
    me: &Profile,
    socket: &str,
    conversation: &str,
    mode: DraftMode,
    discussion: Option<&str>,
    text: &str,
) -> Result<(), Failure> {
    let id: ConversationId = read::id(conversation, "conversation")?;
    let discussion = discussion_of(&id, mode, discussion)?;
    wire::bounded("text", text, limit::DRAFT)?;
    let directory = voice.directory().await?;
    readable::readable(voice.ground, me, &id.thread, &directory).await?;
    let place = Place { conversation: id, composer: composer(mode), discussion };
    let now = voice.now();
    if text.is_empty() {
        voice.store.remove_draft(&me.id, &place).await?;
    } else {
        voice.store.put_draft(&me.id, &place, text, now).await?;
    }
    let draft = Draft {
        conversation: place.conversation.to_string(),
        mode,
        discussion: place.discussion.as_ref().map(ToString::to_string),
        text: text.to_owned(),
        at: now.0,
    };
    voice.tell_own(&me.id, Some(socket), &Push::Draft(draft)).await;
    Ok(())
}

/// Returns the agent's drafts, newest first.
///
/// # Errors
/// If the table fails.
pub async fn drafts(ground: Ground<'_>, me: &Profile) -> Result<Drafts, Failure> {
    let drafts = ground.store.drafts(&me.id, ground.now()).await?;
    let shown = |draft: store::message::draft::Draft| Draft {
        conversation: draft.conversation,
        mode: mode(draft.composer),
        discussion: draft.discussion,
        text: draft.text,
        at: draft.at.0,
    };
    Ok(Drafts { drafts: drafts.into_iter().take(LISTED).map(shown).collect() })
}

/// Checks that a draft for a discussion names one of its own thread, and that any other draft names
/// none.
fn discussion_of(
    conversation: &ConversationId,
    mode: DraftMode,
    discussion: Option<&str>,
) -> Result<Option<DiscussionId>, Refused> {
    let refused =
        |why: &str, remedy: &str| Refused::new("frame_invalid", why, remedy).at("discussion");
    match (mode, discussion) {
        (DraftMode::Discussion, None) => {
            Err(refused("A draft for a discussion must say for which.", "Name the discussion."))
        }
        (DraftMode::Discussion, Some(text)) => {
            let id: DiscussionId = read::id(text, "discussion")?;
            if id.thread != conversation.thread {
                return Err(refused(
                    "This discussion belongs to another conversation.",
                    "Name the conversation that it belongs to.",
                ));
            }
            Ok(Some(id))
        }
        (_, Some(_)) => Err(refused(
            "Only a draft for a discussion names one.",
            "Leave the discussion out, or use the mode discussion.",
        )),
        (_, None) => Ok(None),
    }
}

const fn composer(mode: DraftMode) -> Composer {
    match mode {
        DraftMode::Reply => Composer::Reply,
        DraftMode::Comment => Composer::Comment,
        DraftMode::Discussion => Composer::Discussion,
        DraftMode::Coach => Composer::Coach,
    }
}

const fn mode(composer: Composer) -> DraftMode {
    match composer {
        Composer::Reply => DraftMode::Reply,
        Composer::Comment => DraftMode::Comment,
        Composer::Discussion => DraftMode::Discussion,
        Composer::Coach => DraftMode::Coach,
    }
}

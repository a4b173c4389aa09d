//! Preconditions that many rules share. Each refuses in one way.

use crate::{Caller, Context, Profile, Refusal, Status, Thread};

/// A command for an earlier conversation of the thread comes too late; one for a later, too soon.
pub(crate) fn names_newest(thread: &Thread, ctx: &Context) -> Result<(), Refusal> {
    match ctx.conversation {
        Some(0) => Err(Refusal::NotFound { what: "conversation" }),
        Some(named) if named < thread.conversation.number => {
            Err(Refusal::ConversationClosed { status: Status::Resolved })
        }
        Some(named) if named > thread.conversation.number => {
            Err(Refusal::NotFound { what: "conversation" })
        }
        _ => Ok(()),
    }
}

/// Refuses if the conversation is over.
pub(crate) fn still_open(thread: &Thread) -> Result<(), Refusal> {
    let status = thread.conversation.status;
    if status.is_open() { Ok(()) } else { Err(Refusal::ConversationClosed { status }) }
}

/// Refuses unless the conversation is open and somebody owns it.
pub(crate) fn owned(thread: &Thread) -> Result<(), Refusal> {
    still_open(thread)?;
    if thread.conversation.owner.is_none() {
        return Err(Refusal::StillQueued);
    }
    Ok(())
}

/// The agent who asks. [`policy::check`] has made sure that it is one.
pub(crate) fn agent(ctx: &Context) -> Result<&Profile, Refusal> {
    match &ctx.caller {
        Caller::Agent(profile) => Ok(profile),
        Caller::Customer | Caller::Engine => Err(Refusal::Forbidden { why: "only agents can" }),
    }
}

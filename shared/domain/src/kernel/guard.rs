//! Preconditions that many rules share. Each refuses in one way.

use crate::{Caller, Context, Profile, Refusal, Status, Thread};

/// Refuses a command for an earlier conversation of the thread as closed, and one for a later
/// conversation as not found.
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

/// Refuses if the conversation has ended.
pub(crate) fn still_open(thread: &Thread) -> Result<(), Refusal> {
    let status = thread.conversation.status;
    if status.is_open() { Ok(()) } else { Err(Refusal::ConversationClosed { status }) }
}

/// Refuses unless the conversation is open and has an owner.
pub(crate) fn owned(thread: &Thread) -> Result<(), Refusal> {
    still_open(thread)?;
    if thread.conversation.owner.is_none() {
        return Err(Refusal::StillQueued);
    }
    Ok(())
}

/// The calling agent. [`crate::kernel::policy::check`] has made sure that the caller is one.
pub(crate) fn agent(ctx: &Context) -> Result<&Profile, Refusal> {
    match &ctx.caller {
        Caller::Agent(profile) => Ok(profile),
        Caller::Customer | Caller::Engine => Err(Refusal::Forbidden { why: "only agents can" }),
    }
}

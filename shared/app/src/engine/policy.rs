//! The settings and the channel that hold for a request.

use crate::Request;
use domain::{AssetId, Capabilities, Command, Millis, Policy, QueueId, Thread};
use std::sync::Arc;
use store::settings::directory::Directory;

/// The queue whose settings are in force.
pub(crate) fn queue_of<'a>(
    request: &'a Request,
    thread: Option<&'a Thread>,
) -> Option<&'a QueueId> {
    let open = thread.filter(|t| t.conversation.status.is_open() || request.opening.is_none());
    open.map(|t| &t.conversation.queue)
        .or(request.opening.as_ref().map(|o| &o.queue))
        .or(thread.map(|t| &t.conversation.queue))
}

/// The settings in force.
pub(crate) fn policy(
    request: &Request,
    thread: Option<&Thread>,
    directory: &Directory,
) -> Arc<Policy> {
    let policy = queue_of(request, thread)
        .map_or_else(|| directory.workspace(), |queue| directory.policy(queue));
    if matches!(request.command, Command::CheckAbsent(_)) && owner_let_go(thread, directory) {
        // An agent who no longer works here will not come back: the requeue has no reason to wait.
        let let_go = Policy { offline_requeue_after: Some(Millis(0)), ..(*policy).clone() };
        return Arc::new(let_go);
    }
    policy
}

/// Whether the owner of the conversation no longer works here.
pub(crate) fn owner_let_go(thread: Option<&Thread>, directory: &Directory) -> bool {
    let owner = thread.and_then(|t| t.conversation.owner.as_ref());
    owner.and_then(|owner| directory.agents.get(owner)).is_some_and(|agent| !agent.active)
}

/// The capabilities of an account's channel.
pub(crate) fn capabilities(asset: &AssetId, directory: &Directory) -> Capabilities {
    channels::channel(directory.channel_of(asset)).map_or_else(
        || channels::Channel::capabilities(&channels::web::Web),
        |channel| channel.capabilities(),
    )
}

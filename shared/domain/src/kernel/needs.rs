//! The workloads and groups that the engine must read, besides the thread, before it can decide a
//! command.

use crate::{AgentId, Command, Policy, Target, Thread, discussion, message, offer, transfer};

/// The workloads that a decision looks at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// The colleagues whose workloads the decision needs.
    pub agents: Vec<AgentId>,
    /// The group whose members' workloads the decision needs, or the queue behind it.
    pub group: Option<Target>,
}

/// The needs of `command`. It names no workload that the decision can do without, because every
/// read costs money.
#[must_use]
pub fn needs(thread: Option<&Thread>, command: &Command, policy: &Policy) -> Needs {
    let conversation = thread.map(|t| &t.conversation);
    let mut needs = Needs::default();
    match command {
        Command::MakeOffer(offer::Make { to, .. })
        | Command::Transfer(transfer::Transfer { to, .. }) => match to.agent() {
            Some(agent) => needs.agents.push(agent.clone()),
            None => needs.group = Some(to.clone()),
        },
        Command::Comment(message::Comment { mentions, .. }) => needs.agents.clone_from(mentions),
        Command::RejectOffer(offer::Reject { offer, .. })
        | Command::ExpireOffer(offer::Expire { offer }) => {
            let offer = conversation.and_then(|c| c.offer(*offer));
            needs.group = offer.and_then(|o| o.group_offer.as_ref()).map(|s| s.group.clone());
            // The agent who asked bounds the agents to whom work may go.
            let bounded = matches!(needs.group, Some(Target::Skill(_)));
            needs.agents.extend(offer.filter(|_| bounded).map(|o| o.from.clone()));
        }
        Command::AutoAssign => {
            needs.group = conversation.map(|c| Target::Queue(c.queue.clone()));
        }
        Command::Promote(discussion::Promote { expert, discussion, .. }) => {
            let talk = conversation.and_then(|c| c.discussion(*discussion));
            let only = talk.and_then(|d| d.consultants.first()).map(|(agent, _)| agent);
            needs.agents.extend(expert.as_ref().or(only).cloned());
        }
        Command::LeaveConference | Command::Resolve(_) => {
            let guests = conversation.into_iter().flat_map(|c| &c.guests);
            needs.agents.extend(guests.map(|(guest, _)| guest.clone()));
        }
        Command::CheckAbsent(_) => {
            needs.agents.extend(conversation.and_then(|c| c.owner.clone()));
        }
        Command::Receive(_) if policy.reopen_within.is_some() => {
            let closed = conversation.and_then(|c| c.closed.as_ref());
            needs.agents.extend(closed.and_then(|c| c.owner.clone()));
        }
        _ => {}
    }
    needs
}

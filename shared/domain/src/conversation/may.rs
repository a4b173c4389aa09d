//! Pre-flight: the acts that an agent may do with a conversation now, as the rules that decide them
//! say. `app::transfer::targets` says to whom an act may go.

use crate::kernel::policy::{Asks, at_stage, permits};
use crate::{
    Command, Content, MonitorMode, OfferKind, Profile, Target, TeamId, Thread, TransferMode,
    assignment, conference, conversation, message, monitoring, offer, queue, survey, transfer,
};

/// An act of an agent on a conversation, whatever its target or content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Take the conversation from its queue.
    Accept,
    /// Write to the customer.
    Reply,
    /// Leave a comment for colleagues; put tags, labels or a name on the conversation.
    Comment,
    /// Ask a colleague in private.
    Discuss,
    /// Ask a colleague to take over.
    Assign,
    /// Ask a colleague to join those who speak with the customer.
    Confer,
    /// Hand the conversation on.
    Transfer,
    /// End the conversation.
    Resolve,
    /// Leave the conference.
    Leave,
    /// Take a guest out of the conference.
    RemoveGuest,
    /// Look on, coach or barge in.
    Monitor,
    /// Set the conversation's priority.
    Prioritise,
    /// Set the skills that the conversation needs.
    Require,
    /// Send a survey.
    Survey,
    /// Send an event to the event bus.
    Trigger,
}

impl Act {
    /// All acts, in the order in which the protocol lists them.
    pub const ALL: [Self; 15] = [
        Self::Accept,
        Self::Reply,
        Self::Comment,
        Self::Discuss,
        Self::Assign,
        Self::Confer,
        Self::Transfer,
        Self::Resolve,
        Self::Leave,
        Self::RemoveGuest,
        Self::Monitor,
        Self::Prioritise,
        Self::Require,
        Self::Survey,
        Self::Trigger,
    ];

    /// A command that does the act; the policy checks only the command's kind.
    fn command(self, thread: &Thread, profile: &Profile) -> Command {
        let to = || Target::Queue(thread.conversation.queue.clone());
        let ask = |kind| {
            Command::MakeOffer(offer::Make {
                kind,
                to: to(),
                all: false,
                discussion: None,
                note: None,
            })
        };
        match self {
            Self::Accept => Command::Accept,
            Self::Reply => {
                Command::Send(message::Send { content: Content::text(""), reply_to: None })
            }
            Self::Comment => Command::Comment(message::Comment {
                text: String::new(),
                mentions: Vec::new(),
                files: Vec::new(),
            }),
            Self::Discuss => ask(OfferKind::Discuss),
            Self::Assign => ask(OfferKind::Assign),
            Self::Confer => ask(OfferKind::Conference),
            Self::Transfer => Command::Transfer(transfer::Transfer {
                to: to(),
                mode: Some(TransferMode::Immediate),
                note: None,
            }),
            Self::Resolve => Command::ResolveForAll(conversation::ResolveForAll { note: None }),
            Self::Leave => Command::LeaveConference,
            Self::RemoveGuest => {
                Command::RemoveGuest(crate::conference::Remove { agent: profile.id.clone() })
            }
            Self::Monitor => Command::Monitor(monitoring::Start { mode: MonitorMode::Silent }),
            Self::Prioritise => Command::Prioritise(queue::Prioritise { priority: 0 }),
            Self::Require => Command::Require(assignment::Require { skills: Vec::new() }),
            Self::Survey => Command::SendSurvey(survey::Send { survey: String::new() }),
            Self::Trigger => {
                Command::Trigger(message::Trigger { trigger: String::new(), note: None })
            }
        }
    }

    /// Whether the act passes the checks of its own rules, beside the policy's.
    fn fits(self, thread: &Thread, profile: &Profile) -> bool {
        let conversation = &thread.conversation;
        match self {
            Self::Accept => conversation.owner.is_none(),
            Self::Leave => conference::rules::takes_part(conversation, &profile.id).is_ok(),
            Self::RemoveGuest => !conversation.guests.is_empty(),
            Self::Monitor => monitoring::rules::not_involved(conversation, &profile.id).is_ok(),
            _ => true,
        }
    }
}

/// The acts that `profile` may do with the newest conversation of `thread`, which `queue_team`
/// serves.
#[must_use]
pub fn may(profile: &Profile, thread: &Thread, queue_team: Option<&TeamId>) -> Vec<Act> {
    let asks = Asks { profile, queue_team, newest: true };
    let allowed = |act: &Act| {
        let command = act.command(thread, profile);
        permits(&command, thread, &asks).is_ok()
            && at_stage(&command, thread).is_ok()
            && act.fits(thread, profile)
    };
    Act::ALL.into_iter().filter(allowed).collect()
}

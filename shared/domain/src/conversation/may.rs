//! What an agent may do with a conversation as it stands: asked of the rules that decide it.

use crate::kernel::policy::{Asks, at_stage, permits};
use crate::{
    Command, Content, MonitorMode, OfferKind, Profile, Target, TeamId, Thread, TransferMode,
    assignment, conference, conversation, message, monitoring, offer, queue, survey, transfer,
};

/// Something that an agent does with a conversation. Whom or what with is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Take it from its queue.
    Accept,
    /// Write to the customer.
    Reply,
    /// Leave a comment for colleagues, tags, labels, a name.
    Comment,
    /// Ask somebody in private.
    Discuss,
    /// Ask somebody to take over.
    Assign,
    /// Ask somebody to speak with the customer, too.
    Confer,
    /// Hand it on.
    Transfer,
    /// End it.
    Resolve,
    /// Leave the conference.
    Leave,
    /// Take a guest out of the conference.
    RemoveGuest,
    /// Look on, coach or barge in.
    Monitor,
    /// Say how urgent it is.
    Prioritise,
    /// Say which skills it needs.
    Require,
    /// Send a survey.
    Survey,
    /// Trigger an event.
    Trigger,
}

impl Act {
    /// All of them, in the order in which clients are told.
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

    /// A command that does it; the policy looks at its kind only.
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
            Self::Reply => Command::Send(message::Send { content: Content::text("") }),
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

    /// What the command's own file asks besides.
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

/// What `profile` may do with the newest conversation of `thread`, which `queue_team` serves.
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

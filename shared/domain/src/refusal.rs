//! An expected "no". Not a failure: nothing is broken, and nothing was changed.

use crate::{AgentId, OfferStatus, Status};

/// Why a command was refused. Each has a stable code, a sentence for people and a remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such thing, or the caller may not know that there is.
    #[error("There is no {what} with that id.")]
    NotFound {
        /// Conversation, offer, discussion or message.
        what: &'static str,
    },
    /// The caller's role or teams do not allow it.
    #[error("You may not do this: {why}.")]
    Forbidden {
        /// The rule, in words.
        why: &'static str,
    },
    /// Only the conversation's owner may do this.
    #[error("Only the owner of this conversation can do this.")]
    NotOwner {
        /// Who owns it, if anybody.
        owner: Option<AgentId>,
    },
    /// A consulted colleague tried to reach the customer (F8).
    #[error("You are consulting: the customer cannot hear you.")]
    Consulting,
    /// Somebody else was faster (F49).
    #[error("This conversation is already taken.")]
    AlreadyTaken {
        /// By whom.
        by: AgentId,
    },
    /// The caller's own desk is full (F48).
    #[error("You have {open} of {capacity} conversations in progress.")]
    AtCapacity {
        /// How many are open.
        open: u32,
        /// How many may be.
        capacity: u32,
    },
    /// The conversation is over.
    #[error("This conversation is {}.", .status.name())]
    ConversationClosed {
        /// How it ended.
        status: Status,
    },
    /// The conversation has no owner yet.
    #[error("This conversation still waits in its queue.")]
    StillQueued,
    /// The offer already found its end (F18), or the caller's part in it did.
    #[error("This request is no longer pending: it is {}.", .status.name())]
    OfferClosed {
        /// The end it found.
        status: OfferStatus,
        /// Who accepted it, where somebody else did.
        by: Option<AgentId>,
    },
    /// The offer is for somebody else.
    #[error("This request was made to somebody else.")]
    NotOfferTarget,
    /// Only who made the offer can take it back.
    #[error("Only the colleague who made this request can withdraw it.")]
    NotOfferInitiator,
    /// The same has been asked already.
    #[error("The same has been asked already and awaits an answer.")]
    OfferPending {
        /// Whom.
        to: Option<AgentId>,
    },
    /// Too many requests are pending at once.
    #[error("At most {limit} requests can be pending in one conversation.")]
    TooManyOffers {
        /// How many may be.
        limit: usize,
    },
    /// Too many discussions run side by side.
    #[error("At most {limit} discussions can run in one conversation.")]
    TooManyDiscussions {
        /// How many may.
        limit: usize,
    },
    /// The target is the caller.
    #[error("You cannot choose yourself.")]
    TargetIsSelf,
    /// There is no such colleague or queue.
    #[error("There is no {what} with that id.")]
    UnknownTarget {
        /// Agent or queue.
        what: &'static str,
    },
    /// The group has no members.
    #[error("This {what} has no members who take work.")]
    TargetEmpty {
        /// Team, queue or skill.
        what: &'static str,
    },
    /// The group has members, and none of them can take it now.
    #[error("Nobody of this {what} is available with room at the moment.")]
    NobodyAvailable {
        /// Team, queue or skill.
        what: &'static str,
    },
    /// The colleague or team has nothing to do with the conversation (F37, F38).
    #[error("Conversations of this account are not handed to that {what}.")]
    TransferNotAllowed {
        /// Agent, team or queue.
        what: &'static str,
    },
    /// Only a group can be asked all at once.
    #[error("Only a team, queue or skill can be asked all at once.")]
    NotAGroup,
    /// The colleague speaks with the customer already.
    #[error("This colleague already takes part in the conference.")]
    TargetInConference,
    /// As many take part in the conference, or are asked to, as may.
    #[error("A conference has at most {limit} parties, the customer counted.")]
    ConferenceFull {
        /// How many may take part.
        limit: u8,
    },
    /// The caller or the colleague named is not in the conference.
    #[error("There is no such party in a conference of this conversation.")]
    NotInConference,
    /// There is nobody who could take the owner's place.
    #[error("Nobody else in the conference is available with room to take the conversation over.")]
    NoSuccessor,
    /// As many colleagues are in the discussion as may be.
    #[error("At most {limit} colleagues can be consulted in one discussion.")]
    TooManyExperts {
        /// How many may.
        limit: usize,
    },
    /// The discussion has several experts, and the command must name one.
    #[error("Several colleagues are in this discussion: say which.")]
    WhichExpert,
    /// The colleague named is not an expert of the discussion.
    #[error("This colleague is not consulted in this discussion.")]
    NotExpert,
    /// The caller takes part in the conversation already.
    #[error("You take part in this conversation already.")]
    AlreadyInvolved,
    /// As many managers look on as may.
    #[error("At most {limit} managers can look on at once.")]
    TooManyMonitors {
        /// How many may.
        limit: usize,
    },
    /// The caller does not look on.
    #[error("You are not monitoring this conversation.")]
    NotMonitoring,
    /// There is nobody to hear or to give advice.
    #[error("Nobody is coaching in this conversation.")]
    NobodyCoaches,
    /// The conversation is not waiting for the caller to mark it done.
    #[error("This conversation does not wait for you to mark it done.")]
    NothingToWrapUp,
    /// The disposition is not one of those configured.
    #[error("\"{given}\" is not one of the dispositions.")]
    UnknownDisposition {
        /// What was given, cut.
        given: String,
    },
    /// The step cannot be taken back any more, or not by the caller.
    #[error("This cannot be taken back: {why}.")]
    CannotUndo {
        /// What stands in the way.
        why: &'static str,
    },
    /// There is no such survey or trigger in the settings.
    #[error("There is no {what} of this name.")]
    UnknownChoice {
        /// Survey or trigger.
        what: &'static str,
    },
    /// The survey has been answered, or another one is out, or none is.
    #[error("This question takes no answer any more.")]
    SurveyOver,
    /// There is no such label in the settings.
    #[error("\"{given}\" is not one of the labels.")]
    UnknownLabel {
        /// What was given, cut.
        given: String,
    },
    /// The conversation would have more tags than it may.
    #[error("A conversation has at most {limit} tags.")]
    TooManyTags {
        /// How many it may have.
        limit: usize,
    },
    /// The conversation would have more labels than it may.
    #[error("A conversation has at most {limit} labels.")]
    TooManyLabels {
        /// How many it may have.
        limit: usize,
    },
    /// Who is mentioned is not there, or may not read the conversation.
    #[error("{agent} cannot be mentioned: there is no such colleague who may read this.")]
    CannotMention {
        /// Who.
        agent: AgentId,
    },
    /// A text is no e-mail address.
    #[error("This is no e-mail address.")]
    EmailInvalid,
    /// A text is no phone number.
    #[error("This is no phone number.")]
    PhoneInvalid,
    /// A number lies outside its bounds.
    #[error("{field} must be between {least} and {most}.")]
    OutOfRange {
        /// Which field.
        field: &'static str,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// The target is not there.
    #[error("This colleague is {presence} and cannot be given work.")]
    TargetUnavailable {
        /// Away or offline.
        presence: &'static str,
    },
    /// The target's desk is full.
    #[error("This colleague has {open} of {capacity} conversations in progress.")]
    TargetFull {
        /// How many are open.
        open: u32,
        /// How many may be.
        capacity: u32,
    },
    /// The target already owns the conversation.
    #[error("This colleague already has the conversation.")]
    TargetIsOwner,
    /// The target is already part of a running discussion of this conversation.
    #[error("This colleague is already in a discussion of this conversation.")]
    TargetConsults,
    /// The discussion is over, or never was.
    #[error("This discussion has ended.")]
    DiscussionEnded,
    /// The discussion has not ended yet.
    #[error("This discussion has not ended yet.")]
    DiscussionRunning,
    /// The caller is not part of the discussion.
    #[error("You are not part of this discussion.")]
    NotMember,
    /// Only the initiator decides what becomes of a discussion.
    #[error("Only {initiator} can do this in this discussion.")]
    NotInitiator {
        /// Who asked for it.
        initiator: AgentId,
    },
    /// The initiator ends a discussion; they do not leave it.
    #[error("You asked for this discussion: end it, and say whether it helped.")]
    InitiatorCannotLeave,
    /// A required text is missing.
    #[error("{field} must not be empty.")]
    TextMissing {
        /// Which field.
        field: &'static str,
    },
    /// A text is too long.
    #[error("{field} has {length} characters; at most {limit} are allowed.")]
    TextTooLong {
        /// Which field.
        field: &'static str,
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A text takes more bytes than can be sent on, though it may have few characters.
    #[error("{field} takes {bytes} bytes as it is sent; at most {limit} are allowed.")]
    TextTooLarge {
        /// Which field.
        field: &'static str,
        /// How many bytes it takes, escaped.
        bytes: usize,
        /// How many it may take.
        limit: usize,
    },
    /// The channel does not carry this kind of content.
    #[error("{channel} does not carry {kind} messages from agents.")]
    ContentNotSupported {
        /// The channel.
        channel: &'static str,
        /// The kind of content.
        kind: &'static str,
    },
    /// Files of this kind do not go this way (F78).
    #[error("{place} does not carry files of the type {mime}.")]
    FileKindRefused {
        /// The channel, or what else would have carried it.
        place: &'static str,
        /// The type that it has.
        mime: String,
    },
    /// The file is too large for its kind (F78).
    #[error("The file has {size} bytes; at most {limit} are taken of its kind.")]
    FileTooLarge {
        /// How large it is.
        size: u64,
        /// How large it may be.
        limit: u64,
    },
    /// The account has no template of this name (F93).
    #[error("This account has no template \"{name}\".")]
    UnknownTemplate {
        /// What was given, cut.
        name: String,
    },
    /// The account does not have the template in this language (F93).
    #[error("The template \"{name}\" does not exist in the language \"{language}\".")]
    UnknownLanguage {
        /// The template's name.
        name: String,
        /// What was given, cut.
        language: String,
    },
    /// The provider does not carry the template (F93).
    #[error("This template is {}; only an approved one can be sent.", .status.name())]
    TemplateNotApproved {
        /// How it stands.
        status: crate::template::Status,
    },
    /// A value of the template is missing or blank (F93).
    #[error("The value for {{{{{placeholder}}}}} is missing.")]
    ParameterMissing {
        /// The placeholder's number or name.
        placeholder: String,
    },
    /// More values are given than the template takes (F93).
    #[error("{given} values are given; the template takes {wanted}.")]
    TooManyParameters {
        /// How many are given.
        given: usize,
        /// How many it takes.
        wanted: usize,
    },
    /// The provider does not carry such a value (F93).
    #[error(
        "The value for {{{{{placeholder}}}}} must be one line, without tabs and without more than four spaces in a row."
    )]
    ParameterInvalid {
        /// The placeholder's number or name.
        placeholder: String,
    },
    /// The provider no longer takes free text (F86, F93).
    #[error("{channel} takes free text only within {hours} hours of the customer's last message.")]
    WindowClosed {
        /// The channel.
        channel: &'static str,
        /// How long the window is.
        hours: i64,
    },
    /// The provider takes nothing at the moment, and enough is waiting.
    #[error("{limit} messages are still waiting to be sent to this customer.")]
    OutboxFull {
        /// How many may wait.
        limit: usize,
    },
    /// The message did not fail, so there is nothing to retry.
    #[error("This message has not failed, or failed too long ago to be retried.")]
    NotFailed,
}

impl Refusal {
    /// The stable code, part of the protocol.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "not_found",
            Self::Forbidden { .. } => "forbidden",
            Self::NotOwner { .. } => "not_owner",
            Self::Consulting => "consulting",
            Self::AlreadyTaken { .. } => "already_taken",
            Self::AtCapacity { .. } => "at_capacity",
            Self::ConversationClosed { .. } => "conversation_closed",
            Self::StillQueued => "still_queued",
            Self::OfferClosed { .. } => "offer_closed",
            Self::NotOfferTarget => "not_offer_target",
            Self::NotOfferInitiator => "not_offer_initiator",
            Self::OfferPending { .. } => "offer_pending",
            Self::TooManyOffers { .. } => "too_many_offers",
            Self::TooManyDiscussions { .. } => "too_many_discussions",
            Self::TargetIsSelf => "target_is_self",
            Self::UnknownTarget { .. } => "unknown_target",
            Self::TargetEmpty { .. } => "target_empty",
            Self::NobodyAvailable { .. } => "nobody_available",
            Self::TransferNotAllowed { .. } => "transfer_not_allowed",
            Self::NotAGroup => "not_a_group",
            Self::TargetInConference => "target_in_conference",
            Self::ConferenceFull { .. } => "conference_full",
            Self::NotInConference => "not_in_conference",
            Self::NoSuccessor => "no_successor",
            Self::TooManyExperts { .. } => "too_many_experts",
            Self::WhichExpert => "which_expert",
            Self::NotExpert => "not_expert",
            Self::AlreadyInvolved => "already_involved",
            Self::TooManyMonitors { .. } => "too_many_monitors",
            Self::NotMonitoring => "not_monitoring",
            Self::NobodyCoaches => "nobody_coaches",
            Self::NothingToWrapUp => "nothing_to_wrap_up",
            Self::UnknownDisposition { .. } => "unknown_disposition",
            Self::CannotUndo { .. } => "cannot_undo",
            Self::UnknownChoice { .. } => "unknown_choice",
            Self::SurveyOver => "survey_over",
            Self::UnknownLabel { .. } => "unknown_label",
            Self::TooManyTags { .. } => "too_many_tags",
            Self::TooManyLabels { .. } => "too_many_labels",
            Self::CannotMention { .. } => "cannot_mention",
            Self::EmailInvalid => "email_invalid",
            Self::PhoneInvalid => "phone_invalid",
            Self::OutOfRange { .. } => "out_of_range",
            Self::TargetUnavailable { .. } => "target_unavailable",
            Self::TargetFull { .. } => "target_full",
            Self::TargetIsOwner => "target_is_owner",
            Self::TargetConsults => "target_consults",
            Self::DiscussionEnded => "discussion_ended",
            Self::DiscussionRunning => "discussion_running",
            Self::NotMember => "not_member",
            Self::NotInitiator { .. } => "not_initiator",
            Self::InitiatorCannotLeave => "initiator_cannot_leave",
            Self::TextMissing { .. } => "text_missing",
            Self::TextTooLong { .. } | Self::TextTooLarge { .. } => "text_too_long",
            Self::ContentNotSupported { .. } => "content_not_supported",
            Self::FileKindRefused { .. } => "file_kind_refused",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::UnknownTemplate { .. } => "unknown_template",
            Self::UnknownLanguage { .. } => "unknown_language",
            Self::TemplateNotApproved { .. } => "template_not_approved",
            Self::ParameterMissing { .. } => "parameter_missing",
            Self::TooManyParameters { .. } => "too_many_parameters",
            Self::ParameterInvalid { .. } => "parameter_invalid",
            Self::WindowClosed { .. } => "window_closed",
            Self::OutboxFull { .. } => "outbox_full",
            Self::NotFailed => "not_failed",
        }
    }

    /// What the caller can do about it.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Check the id, or reload the list.",
            Self::Forbidden { .. } => "Ask a manager of the team it belongs to, or an admin.",
            Self::NotOwner { .. } => "Ask the owner, or add a comment for colleagues.",
            Self::Consulting => "Use the discussion; ask the owner to transfer the conversation.",
            Self::AlreadyTaken { .. } => "Take another one from the queue.",
            Self::AtCapacity { .. } => "Resolve or transfer a conversation first.",
            Self::ConversationClosed { .. } => "The customer's next message opens a new one.",
            Self::StillQueued => "Accept the conversation first.",
            Self::OfferClosed { .. } => "Make a new request if it is still needed.",
            Self::NotOfferTarget => "Only the colleague who was asked can answer.",
            Self::NotOfferInitiator => "Ask them to withdraw it, or wait until it lapses.",
            Self::OfferPending { .. } => "Wait for the answer, or withdraw the request.",
            Self::TooManyOffers { .. } => "Withdraw one, or wait for an answer.",
            Self::TooManyDiscussions { .. } => "End one first.",
            Self::TargetIsSelf => "Choose a colleague.",
            Self::UnknownTarget { .. } => "Choose one from the list.",
            Self::TargetEmpty { .. } => "Choose another, or ask an admin to add members.",
            Self::NobodyAvailable { .. } => "Try again later, or hand it to a queue.",
            Self::TransferNotAllowed { .. } => {
                "Choose a colleague or queue of your team, or of a team that shares the account."
            }
            Self::NotAGroup => "Ask one colleague, or choose a team, queue or skill.",
            Self::TargetInConference => "Choose somebody else.",
            Self::ConferenceFull { .. } => "Remove a party, or withdraw a request, first.",
            Self::NotInConference => "Look again at who takes part.",
            Self::NoSuccessor => {
                "Wait until a party has room, transfer the conversation, or remove the others first."
            }
            Self::TooManyExperts { .. } => "Let one go, or open another discussion.",
            Self::WhichExpert => "Name the colleague.",
            Self::NotExpert => "Choose one of the discussion's experts.",
            Self::AlreadyInvolved => "Leave the conversation first, or go on in it.",
            Self::TooManyMonitors { .. } => "Wait until one of them stops.",
            Self::NotMonitoring => "Start monitoring first.",
            Self::NobodyCoaches => "Add a comment for colleagues instead.",
            Self::NothingToWrapUp => "Look again at what is on your desk.",
            Self::UnknownDisposition { .. } => "Choose one from the list in the settings.",
            Self::CannotUndo { .. } => {
                "Look at where the conversation stands, and go on from there."
            }
            Self::UnknownChoice { .. } => "Choose one from the list in the settings.",
            Self::SurveyOver => "Write a message instead.",
            Self::UnknownLabel { .. } => "Choose one from the list in the settings.",
            Self::TooManyTags { .. } | Self::TooManyLabels { .. } => "Take one off first.",
            Self::CannotMention { .. } => "Mention somebody of the team that serves its queue.",
            Self::EmailInvalid => "Write it like name@example.com, or leave it out.",
            Self::PhoneInvalid => {
                "Write five digits or more, with + ( ) - . / and spaces if needed."
            }
            Self::OutOfRange { .. } => "Choose a value within these bounds.",
            Self::TargetUnavailable { .. } => "Choose somebody who is available, or a queue.",
            Self::TargetFull { .. } => "Choose somebody with room, or a queue.",
            Self::TargetIsOwner => "Choose somebody else.",
            Self::TargetConsults => "Go on in the discussion that is open.",
            Self::DiscussionEnded => "Ask for a new discussion.",
            Self::DiscussionRunning => "End it, or leave it, first.",
            Self::NotMember => "Ask its initiator to invite you.",
            Self::NotInitiator { .. } => "Leave the discussion instead.",
            Self::InitiatorCannotLeave => "Use end, with resolved yes or no.",
            Self::TextMissing { .. } => "Write something.",
            Self::TextTooLong { .. } | Self::TextTooLarge { .. } => {
                "Shorten it, or send it in parts."
            }
            Self::ContentNotSupported { .. } => "Send text instead.",
            Self::FileKindRefused { .. } => "Send a kind that the conversation lists under files.",
            Self::FileTooLarge { .. } => "Make it smaller, or send it in parts.",
            Self::UnknownTemplate { .. } => "Choose one of the account's templates.",
            Self::UnknownLanguage { .. } => "Choose a language that the template has.",
            Self::TemplateNotApproved { .. } => "Choose an approved template.",
            Self::ParameterMissing { .. } => "Give a value for it.",
            Self::TooManyParameters { .. } => "Give one value for each placeholder.",
            Self::ParameterInvalid { .. } => "Write it as one line.",
            Self::WindowClosed { .. } => "Send an approved template, or wait for the customer.",
            Self::OutboxFull { .. } => "Wait until they are sent.",
            Self::NotFailed => "Send it as a new message.",
        }
    }

    /// The agent whom the refusal names, if it names one; clients show the name.
    #[must_use]
    pub const fn agent(&self) -> Option<&AgentId> {
        match self {
            Self::AlreadyTaken { by: agent }
            | Self::OfferPending { to: Some(agent) }
            | Self::OfferClosed { by: Some(agent), .. }
            | Self::NotInitiator { initiator: agent }
            | Self::CannotMention { agent }
            | Self::NotOwner { owner: Some(agent) } => Some(agent),
            _ => None,
        }
    }

    /// The input field at fault, where there is one.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::TextMissing { field }
            | Self::TextTooLong { field, .. }
            | Self::TextTooLarge { field, .. } => Some(field),
            Self::TargetIsSelf
            | Self::UnknownTarget { .. }
            | Self::TargetUnavailable { .. }
            | Self::TargetFull { .. }
            | Self::TargetEmpty { .. }
            | Self::NobodyAvailable { .. }
            | Self::TransferNotAllowed { .. }
            | Self::NotAGroup
            | Self::TargetInConference
            | Self::TargetIsOwner
            | Self::TargetConsults => Some("to"),
            Self::ContentNotSupported { .. } => Some("content"),
            Self::UnknownTemplate { .. } | Self::TemplateNotApproved { .. } => Some("content.name"),
            Self::UnknownLanguage { .. } => Some("content.language"),
            Self::ParameterMissing { .. }
            | Self::TooManyParameters { .. }
            | Self::ParameterInvalid { .. } => Some("content.parameters"),
            Self::FileKindRefused { .. } => Some("mime"),
            Self::FileTooLarge { .. } => Some("size"),
            Self::EmailInvalid => Some("email"),
            Self::PhoneInvalid => Some("phones"),
            Self::OutOfRange { field, .. } => Some(field),
            Self::WhichExpert | Self::NotExpert => Some("agent"),
            Self::UnknownDisposition { .. } => Some("disposition"),
            Self::UnknownLabel { .. } | Self::TooManyTags { .. } | Self::TooManyLabels { .. } => {
                Some("add")
            }
            Self::CannotMention { .. } => Some("mentions"),
            Self::UnknownChoice { what } => Some(what),
            Self::SurveyOver => Some("message"),
            _ => None,
        }
    }

    /// The end state that the command lost to, where there is one.
    #[must_use]
    pub const fn status(&self) -> Option<&'static str> {
        match self {
            Self::OfferClosed { status, .. } => Some(status.name()),
            Self::ConversationClosed { status } => Some(status.name()),
            Self::TemplateNotApproved { status } => Some(status.name()),
            _ => None,
        }
    }
}

//! An expected "no". Not a failure: nothing is broken, and nothing was changed.

mod told;

use crate::{AgentId, OfferStatus, Status, template};

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
        status: template::Status,
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

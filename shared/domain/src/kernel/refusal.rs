//! An expected "no". A refusal is no failure: nothing is broken, and the thread stays unchanged.

mod told;

use crate::{AgentId, OfferStatus, Status, template};

/// The reason why a rule refused a command. Each reason has a stable code, a sentence for people
/// and a remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The thing does not exist, or the caller may not know that it does.
    #[error("There is no {what} with that id.")]
    NotFound {
        /// The kind of thing, for example conversation or offer.
        what: &'static str,
    },
    /// The caller's role or teams do not allow the command.
    #[error("You may not do this: {why}.")]
    Forbidden {
        /// The rule, in words.
        why: &'static str,
    },
    /// Only the conversation's owner may give the command.
    #[error("Only the owner of this conversation can do this.")]
    NotOwner {
        /// The owner, if there is one.
        owner: Option<AgentId>,
    },
    /// A consultant tried to reach the customer (F8).
    #[error("You are consulting: the customer cannot hear you.")]
    Consulting,
    /// Another agent took the conversation first (F49).
    #[error("This conversation is already taken.")]
    AlreadyTaken {
        /// The agent who took it.
        by: AgentId,
    },
    /// The caller's own workload is full (F48).
    #[error("You have {open} of {capacity} conversations in progress.")]
    AtCapacity {
        /// How many conversations are open in the workload.
        open: u32,
        /// How many conversations the workload may hold.
        capacity: u32,
    },
    /// The conversation has ended.
    #[error("This conversation is {}.", .status.name())]
    ConversationClosed {
        /// The status at the end.
        status: Status,
    },
    /// The conversation has no owner yet.
    #[error("This conversation still waits in its queue.")]
    StillQueued,
    /// The offer has ended already (F18), or the caller's part in it has.
    #[error("This request is no longer pending: it is {}.", .status.name())]
    OfferClosed {
        /// The status at the end.
        status: OfferStatus,
        /// The agent who accepted the offer, if another agent did.
        by: Option<AgentId>,
    },
    /// The offer does not ask the caller.
    #[error("This request was made to somebody else.")]
    NotOfferTarget,
    /// Only the agent who made an offer can withdraw it.
    #[error("Only the colleague who made this request can withdraw it.")]
    NotOfferInitiator,
    /// The same offer is pending already.
    #[error("The same has been asked already and awaits an answer.")]
    OfferPending {
        /// The colleague whom the pending offer asks.
        to: Option<AgentId>,
    },
    /// Too many offers are pending at once.
    #[error("At most {limit} requests can be pending in one conversation.")]
    TooManyOffers {
        /// How many offers may be pending.
        limit: usize,
    },
    /// Too many discussions run side by side.
    #[error("At most {limit} discussions can run in one conversation.")]
    TooManyDiscussions {
        /// How many discussions may run.
        limit: usize,
    },
    /// The target is the caller.
    #[error("You cannot choose yourself.")]
    TargetIsSelf,
    /// No colleague or queue has this name.
    #[error("There is no {what} with that id.")]
    UnknownTarget {
        /// The kind of target, for example agent or queue.
        what: &'static str,
    },
    /// The group has no members.
    #[error("This {what} has no members who take work.")]
    TargetEmpty {
        /// The kind of group: team, queue or skill.
        what: &'static str,
    },
    /// The group has members, but none of them can take the work now.
    #[error("Nobody of this {what} is available with room at the moment.")]
    NobodyAvailable {
        /// The kind of group: team, queue or skill.
        what: &'static str,
    },
    /// The colleague or team may not get the conversation (F37, F38).
    #[error("Conversations of this account are not handed to that {what}.")]
    TransferNotAllowed {
        /// The kind of target: agent, team or queue.
        what: &'static str,
    },
    /// Only an offer to a group can ask all at once.
    #[error("Only a team, queue or skill can be asked all at once.")]
    NotAGroup,
    /// The colleague speaks with the customer already.
    #[error("This colleague already takes part in the conference.")]
    TargetInConference,
    /// The conference is full, counting the colleagues who are asked to it.
    #[error("A conference has at most {limit} parties, the customer counted.")]
    ConferenceFull {
        /// How many parties may take part, the customer and the owner among them.
        limit: u8,
    },
    /// The caller, or the named colleague, is not in the conference.
    #[error("There is no such party in a conference of this conversation.")]
    NotInConference,
    /// No guest can take the owner's place.
    #[error("Nobody else in the conference is available with room to take the conversation over.")]
    NoSuccessor,
    /// The discussion has as many consultants as it may.
    #[error("At most {limit} colleagues can be consulted in one discussion.")]
    TooManyExperts {
        /// How many consultants it may have.
        limit: usize,
    },
    /// The discussion has several consultants, and the command must name one.
    #[error("Several colleagues are in this discussion: say which.")]
    WhichExpert,
    /// The named colleague is not a consultant of the discussion.
    #[error("This colleague is not consulted in this discussion.")]
    NotExpert,
    /// The caller takes part in the conversation already.
    #[error("You take part in this conversation already.")]
    AlreadyInvolved,
    /// As many managers look on as may.
    #[error("At most {limit} managers can look on at once.")]
    TooManyMonitors {
        /// How many managers may look on.
        limit: usize,
    },
    /// The caller does not look on.
    #[error("You are not monitoring this conversation.")]
    NotMonitoring,
    /// No coach is there to hear or to give advice.
    #[error("Nobody is coaching in this conversation.")]
    NobodyCoaches,
    /// The conversation does not wait for the caller to mark it done.
    #[error("This conversation does not wait for you to mark it done.")]
    NothingToWrapUp,
    /// The settings do not list the disposition.
    #[error("\"{given}\" is not one of the dispositions.")]
    UnknownDisposition {
        /// The given text, cut.
        given: String,
    },
    /// Nobody can take the step back any more, or the caller cannot.
    #[error("This cannot be taken back: {why}.")]
    CannotUndo {
        /// The obstacle, in words.
        why: &'static str,
    },
    /// The settings list no such survey or trigger.
    #[error("There is no {what} of this name.")]
    UnknownChoice {
        /// The kind of choice: survey or trigger.
        what: &'static str,
    },
    /// The customer has answered the survey, or another one is open, or none is.
    #[error("This question takes no answer any more.")]
    SurveyOver,
    /// The settings list no such label.
    #[error("\"{given}\" is not one of the labels.")]
    UnknownLabel {
        /// The given text, cut.
        given: String,
    },
    /// The conversation would have too many tags.
    #[error("A conversation has at most {limit} tags.")]
    TooManyTags {
        /// How many tags it may have.
        limit: usize,
    },
    /// The conversation would have too many labels.
    #[error("A conversation has at most {limit} labels.")]
    TooManyLabels {
        /// How many labels it may have.
        limit: usize,
    },
    /// The mentioned agent does not exist, or may not read the conversation.
    #[error("{agent} cannot be mentioned: there is no such colleague who may read this.")]
    CannotMention {
        /// The mentioned agent.
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
        /// The field's name.
        field: &'static str,
        /// The least value.
        least: i64,
        /// The greatest value.
        most: i64,
    },
    /// The target is not available.
    #[error("This colleague is {presence} and cannot be given work.")]
    TargetUnavailable {
        /// The target's presence: away or offline.
        presence: &'static str,
    },
    /// The target's workload is full.
    #[error("This colleague has {open} of {capacity} conversations in progress.")]
    TargetFull {
        /// How many conversations are open in the workload.
        open: u32,
        /// How many conversations the workload may hold.
        capacity: u32,
    },
    /// The target already owns the conversation.
    #[error("This colleague already has the conversation.")]
    TargetIsOwner,
    /// The target is already a member of a running discussion of this conversation.
    #[error("This colleague is already in a discussion of this conversation.")]
    TargetConsults,
    /// The discussion has ended, or never existed.
    #[error("This discussion has ended.")]
    DiscussionEnded,
    /// The discussion has not ended yet.
    #[error("This discussion has not ended yet.")]
    DiscussionRunning,
    /// The caller is not a member of the discussion.
    #[error("You are not part of this discussion.")]
    NotMember,
    /// Only the initiator decides the end of a discussion.
    #[error("Only {initiator} can do this in this discussion.")]
    NotInitiator {
        /// The initiator.
        initiator: AgentId,
    },
    /// An initiator ends a discussion and cannot leave it.
    #[error("You asked for this discussion: end it, and say whether it helped.")]
    InitiatorCannotLeave,
    /// A required text is missing.
    #[error("{field} must not be empty.")]
    TextMissing {
        /// The field's name.
        field: &'static str,
    },
    /// A text is too long.
    #[error("{field} has {length} characters; at most {limit} are allowed.")]
    TextTooLong {
        /// The field's name.
        field: &'static str,
        /// The length of the text, in characters.
        length: usize,
        /// The limit, in characters.
        limit: usize,
    },
    /// A text takes more bytes than the engine can send on, though it may have few characters.
    #[error("{field} takes {bytes} bytes as it is sent; at most {limit} are allowed.")]
    TextTooLarge {
        /// The field's name.
        field: &'static str,
        /// The size of the text, in bytes when escaped.
        bytes: usize,
        /// The limit, in bytes.
        limit: usize,
    },
    /// The channel does not carry this kind of content.
    #[error("{channel} does not carry {kind} messages from agents.")]
    ContentNotSupported {
        /// The channel's name.
        channel: &'static str,
        /// The kind of content.
        kind: &'static str,
    },
    /// The channel or the comment takes no files of this kind (F78).
    #[error("{place} does not carry files of the type {mime}.")]
    FileKindRefused {
        /// The name of the channel, or of the other place that was to carry the file.
        place: &'static str,
        /// The file's type.
        mime: String,
    },
    /// The file is too large for its kind (F78).
    #[error("The file has {size} bytes; at most {limit} are taken of its kind.")]
    FileTooLarge {
        /// The file's size, in bytes.
        size: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// The account has no template of this name (F93).
    #[error("This account has no template \"{name}\".")]
    UnknownTemplate {
        /// The given name, cut.
        name: String,
    },
    /// The account does not have the template in this language (F93).
    #[error("The template \"{name}\" does not exist in the language \"{language}\".")]
    UnknownLanguage {
        /// The template's name.
        name: String,
        /// The given language, cut.
        language: String,
    },
    /// The provider does not accept the template (F93).
    #[error("This template is {}; only an approved one can be sent.", .status.name())]
    TemplateNotApproved {
        /// The template's status.
        status: template::Status,
    },
    /// A value of the template is missing or blank (F93).
    #[error("The value for {{{{{placeholder}}}}} is missing.")]
    ParameterMissing {
        /// The placeholder's number or name.
        placeholder: String,
    },
    /// The command gives more values than the template takes (F93).
    #[error("{given} values are given; the template takes {wanted}.")]
    TooManyParameters {
        /// How many values the command gives.
        given: usize,
        /// How many values the template takes.
        wanted: usize,
    },
    /// The provider does not accept such a value (F93).
    #[error(
        "The value for {{{{{placeholder}}}}} must be one line, without tabs and without more than four spaces in a row."
    )]
    ParameterInvalid {
        /// The placeholder's number or name.
        placeholder: String,
    },
    /// The provider no longer accepts free text (F86, F93).
    #[error("{channel} takes free text only within {hours} hours of the customer's last message.")]
    WindowClosed {
        /// The channel's name.
        channel: &'static str,
        /// The length of the window, in hours.
        hours: i64,
    },
    /// The channel carries no quotes of earlier messages (F86).
    #[error("{channel} shows no quotes of earlier messages.")]
    NoQuotes {
        /// The channel's name.
        channel: &'static str,
    },
    /// The provider has not told its id of the message yet, or never tells one.
    #[error("{channel} has not told the id of this message.")]
    MessageUnknown {
        /// The channel's name.
        channel: &'static str,
    },
    /// The customer asked for no further messages, and the provider sends none (F86).
    #[error("The customer asked for no further messages, and {channel} sends none.")]
    OptedOut {
        /// The channel's name.
        channel: &'static str,
    },
    /// The provider takes no messages at the moment, and enough of them wait.
    #[error("{limit} messages are still waiting to be sent to this customer.")]
    OutboxFull {
        /// How many messages may wait.
        limit: usize,
    },
    /// The message did not fail, so there is no need to retry it.
    #[error("This message has not failed, or failed too long ago to be retried.")]
    NotFailed,
}

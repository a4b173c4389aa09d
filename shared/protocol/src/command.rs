//! The commands that agents give.

use crate::settings::TransferMode;
use crate::view::{MonitorMode, Outcome, Promotion, Target};
use crate::{Content, Media};
use domain::{Labels, limit};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::frame::Action;

/// A change that an agent asks for. Each variant names the action that carries it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// `messaging`: the owner, a guest or a manager who barged in writes to the customer.
    Send {
        /// The message's content.
        content: Content,
        /// The `seq` of the entry whose message this one answers. Only where `channel` quotes:
        /// `quotes` of the conversation says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_to: Option<u64>,
    },
    /// `messaging`: the owner, a guest or a manager who barged in puts an emoji on an earlier
    /// message of the customer or of the business. Only where the channel carries reactions:
    /// `reacts` of the conversation says so.
    React {
        /// The `seq` of the entry that holds the earlier message.
        message: u64,
        /// The emoji; absent: the earlier one is taken away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        emoji: Option<String>,
    },
    /// `messaging`: an agent who may read the conversation leaves a comment for colleagues.
    Comment {
        /// The comment's text, at most 4,000 characters.
        #[schemars(length(min = 1, max = limit::COMMENT))]
        text: String,
        /// The ids of colleagues whom the comment mentions: at most 10, each of whom may read the
        /// conversation. The server tells them.
        #[schemars(length(max = limit::MENTIONS))]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mentions: Vec<String>,
        /// The files that go with the comment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Media>,
    },
    /// `messaging`: the owner, a guest or a manager who barged in tries a failed message again.
    Retry {
        /// The `seq` of the entry that holds the message.
        message: u64,
    },
    /// `messaging`: an agent who may read the conversation asks the server to fetch a customer's file
    /// again.
    FetchFile {
        /// The `seq` of the entry that holds the message.
        message: u64,
    },
    /// `assignment`: an agent who may read the conversation takes it from its queue.
    Accept,
    /// `assignment`: the owner, or a manager of the team, ends the conversation.
    Resolve {
        /// A note for the record, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Whether the conversation ends for the guests of its conference, too. Without it, an
        /// owner who resolves leaves the conversation to the guests.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        for_all: bool,
    },
    /// `assignment`: an agent takes back their own step of the last 30 seconds: a `resolve`, or a
    /// `remove_guest`. Requests, discussions and other guests' parts that the step ended stay
    /// ended.
    Undo {
        /// The `seq` of the entry that the step wrote.
        entry: u64,
    },
    /// `messaging`: the owner asks the customer one of the surveys in the settings.
    SendSurvey {
        /// The name of the survey.
        survey: String,
    },
    /// `messaging`: the owner sets off one of the triggers in the settings on the event bus.
    Trigger {
        /// The name of the trigger.
        trigger: String,
        /// A note for the receiver, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `assignment`: the agent who had a conversation marks it done after its end, where its
    /// wrap-up is on.
    Done {
        /// The conversation's disposition: one of those in the settings, where the settings list
        /// any; at most 100 characters.
        #[schemars(length(max = limit::CHOICE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposition: Option<String>,
        /// A note for the record, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `assignment`: a manager of the team says how urgent the conversation is.
    Prioritise {
        /// The priority: 0 to 9. The engine serves higher ones first.
        #[schemars(range(max = 9))]
        priority: i64,
    },
    /// `assignment`: the owner, or a manager of the team, says which skills the next agent needs.
    Require {
        /// The skills, at most 5. They replace the earlier ones.
        #[schemars(length(max = limit::SKILLS))]
        skills: Vec<String>,
    },
    /// `assignment`: an agent who may read the conversation puts tags on it and takes tags off it,
    /// after its end, too.
    Tag {
        /// The tags to put on, each of 1 to 40 characters. Tags that differ in case only are the
        /// same tag. A conversation has at most 12.
        #[schemars(length(max = Labels::TAG_LIMIT), inner(length(min = 1, max = Labels::TAG_LENGTH)))]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<String>,
        /// The tags to take off. The server removes these before it adds the others.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remove: Vec<String>,
    },
    /// `assignment`: an agent who may read the conversation puts labels on it and takes labels off
    /// it, after its end, too.
    Label {
        /// The labels to put on: names of labels in the settings. A conversation has at most 5.
        #[schemars(length(max = Labels::LABEL_LIMIT))]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<String>,
        /// The labels to take off. The server removes these before it adds the others.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remove: Vec<String>,
    },
    /// `assignment`: an agent who may read the conversation gives it a name of its own, after its
    /// end, too.
    Name {
        /// The name, 1 to 60 characters; `null` or blank: none.
        #[schemars(length(max = Labels::ALIAS_LENGTH))]
        #[serde(default)]
        alias: Option<String>,
    },
    /// `assignment`: the owner asks a colleague, or one of a group, to take over.
    Assign {
        /// The colleague or group to ask.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// Whether the server asks all of a group at once: the first to accept gets the
        /// conversation.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// The request in words, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `assignment`: a colleague accepts an offer of any kind.
    AcceptOffer {
        /// The offer's id.
        offer: String,
    },
    /// `assignment`: a colleague rejects an offer.
    RejectOffer {
        /// The offer's id.
        offer: String,
        /// The reason, 1 to 500 characters.
        #[schemars(length(min = 1, max = limit::REASON))]
        reason: String,
    },
    /// `assignment`: the agent who made an offer takes it back while it is pending.
    WithdrawOffer {
        /// The offer's id.
        offer: String,
        /// The reason, 1 to 500 characters.
        #[schemars(length(min = 1, max = limit::REASON))]
        reason: String,
    },
    /// `transfer`: the owner, or a manager of the team, hands the conversation on.
    Transfer {
        /// The new place of the conversation. A team: its first queue. A skill: the best agent who
        /// is available with room.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// At once, or by an offer that the colleague, or one of the group, accepts. Absent: to a
        /// colleague as `transfer_mode` in the settings says, to everything else at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<TransferMode>,
        /// A note for the agent who takes the conversation, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `discuss`: the owner asks a colleague, or one of a group, for a discussion.
    Discuss {
        /// The colleague or group to ask.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// Whether the server asks all of a group at once: the first to accept joins.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// The running discussion that the colleague is to join; absent: a new one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// The question in words, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `discuss`: a member of a discussion says something that only its members read.
    Say {
        /// The discussion's id.
        discussion: String,
        /// The text, at most 4,000 characters.
        #[schemars(length(min = 1, max = limit::COMMENT))]
        text: String,
    },
    /// `discuss`: the initiator ends a discussion.
    EndDiscussion {
        /// The discussion's id.
        discussion: String,
        /// Whether the discussion answered the question.
        resolved: bool,
        /// A note for the record, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The outcomes of single consultants, where they differ from `resolved` and `note`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outcomes: Vec<Outcome>,
    },
    /// `discuss`: a consultant leaves a discussion.
    LeaveDiscussion {
        /// The discussion's id.
        discussion: String,
    },
    /// `discuss`: an agent who was in a discussion at its end marks it done, each member for
    /// themselves. The discussion leaves the agent's list on all screens; the agent's own sockets
    /// get `discussion_done`.
    FinishDiscussion {
        /// The discussion's id.
        discussion: String,
    },
    /// `discuss`: the initiator lets one of several consultants go, with an outcome.
    ReleaseExpert {
        /// The discussion's id.
        discussion: String,
        /// The consultant, and whether they answered the question.
        outcome: Outcome,
    },
    /// `discuss`: the initiator makes a transfer or a conference of a discussion, without another
    /// request.
    Promote {
        /// The discussion's id.
        discussion: String,
        /// The consultant's id; may be left out where there is only one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agent: Option<String>,
        /// The discussion's new form.
        into: Promotion,
    },
    /// `discuss`: the owner asks a colleague, or one of a group, to speak with the customer, too.
    Confer {
        /// The colleague or group to ask.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// Whether the server asks all of a group at once: the first to accept joins.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// The request in words, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `discuss`: the owner or a guest leaves the conference. Where the owner leaves, the guest who
    /// has been in it longest and is available with room becomes the owner.
    LeaveConference,
    /// `discuss`: the owner, or a manager of the team, takes a guest out of the conference.
    RemoveGuest {
        /// The guest's id.
        agent: String,
    },
    /// `discuss`: a manager of the team looks on, coaches the owner, or barges in. The same command
    /// with another mode switches.
    Monitor {
        /// The manager's way of taking part.
        mode: MonitorMode,
    },
    /// `discuss`: a manager stops looking on.
    StopMonitoring,
    /// `discuss`: the owner and the managers who coach speak with each other. The customer and all
    /// other agents never see it.
    Coach {
        /// The text, at most 4,000 characters.
        #[schemars(length(min = 1, max = limit::COMMENT))]
        text: String,
    },
}

impl Command {
    /// The command's `type`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Send { .. } => "send",
            Self::Comment { .. } => "comment",
            Self::React { .. } => "react",
            Self::Retry { .. } => "retry",
            Self::FetchFile { .. } => "fetch_file",
            Self::Accept => "accept",
            Self::Resolve { .. } => "resolve",
            Self::Undo { .. } => "undo",
            Self::Assign { .. } => "assign",
            Self::AcceptOffer { .. } => "accept_offer",
            Self::RejectOffer { .. } => "reject_offer",
            Self::WithdrawOffer { .. } => "withdraw_offer",
            Self::Transfer { .. } => "transfer",
            Self::Discuss { .. } => "discuss",
            Self::Say { .. } => "say",
            Self::SendSurvey { .. } => "send_survey",
            Self::Trigger { .. } => "trigger",
            Self::Done { .. } => "done",
            Self::Prioritise { .. } => "prioritise",
            Self::Require { .. } => "require",
            Self::Tag { .. } => "tag",
            Self::Label { .. } => "label",
            Self::Name { .. } => "name",
            Self::ReleaseExpert { .. } => "release_expert",
            Self::Promote { .. } => "promote",
            Self::Confer { .. } => "confer",
            Self::LeaveConference => "leave_conference",
            Self::RemoveGuest { .. } => "remove_guest",
            Self::Monitor { .. } => "monitor",
            Self::StopMonitoring => "stop_monitoring",
            Self::Coach { .. } => "coach",
            Self::EndDiscussion { .. } => "end_discussion",
            Self::LeaveDiscussion { .. } => "leave_discussion",
            Self::FinishDiscussion { .. } => "finish_discussion",
        }
    }

    /// The action that carries the command on a socket.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            Self::Send { .. }
            | Self::SendSurvey { .. }
            | Self::Trigger { .. }
            | Self::Comment { .. }
            | Self::React { .. }
            | Self::Retry { .. }
            | Self::FetchFile { .. } => Action::Messaging,
            Self::Accept
            | Self::Resolve { .. }
            | Self::Undo { .. }
            | Self::Done { .. }
            | Self::Prioritise { .. }
            | Self::Require { .. }
            | Self::Tag { .. }
            | Self::Label { .. }
            | Self::Name { .. }
            | Self::Assign { .. }
            | Self::AcceptOffer { .. }
            | Self::RejectOffer { .. }
            | Self::WithdrawOffer { .. } => Action::Assignment,
            Self::Transfer { .. } => Action::Transfer,
            Self::Discuss { .. }
            | Self::Say { .. }
            | Self::EndDiscussion { .. }
            | Self::ReleaseExpert { .. }
            | Self::Promote { .. }
            | Self::Confer { .. }
            | Self::LeaveConference
            | Self::RemoveGuest { .. }
            | Self::Monitor { .. }
            | Self::StopMonitoring
            | Self::Coach { .. }
            | Self::LeaveDiscussion { .. }
            | Self::FinishDiscussion { .. } => Action::Discuss,
        }
    }
}

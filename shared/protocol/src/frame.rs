//! What clients send.
//!
//! Every frame is one JSON object with an `action`. Four actions carry commands and differ only in
//! the function that serves them; the rest keep the connection in step. A frame may hold at most
//! 32 KB: the gateway closes the socket (1009) on a larger one.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::personal::DraftMode;
use crate::settings::TransferMode;
use crate::view::{MonitorMode, Outcome, PresenceChoice, Promotion, Target};
use crate::{Content, Media};
use domain::{Marks, limit};

/// A frame from an agent's client.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Frame {
    /// The first frame on a socket. Answered by `welcome`, then by what the client has missed.
    Hello {
        /// The newest entry that the client has of each thread it holds.
        #[serde(default)]
        positions: BTreeMap<String, u64>,
    },
    /// Every 60 seconds. Answered by `pong`, then by what the client has missed.
    Ping {
        /// As in `hello`.
        #[serde(default)]
        positions: BTreeMap<String, u64>,
    },
    /// A gap was seen: send what comes after a position. Answered by `entries` or `snapshot`.
    CatchUp {
        /// Which thread.
        thread: String,
        /// The newest entry the client has; 0 for a fresh snapshot.
        after: u64,
    },
    /// The agent is typing to the customer. Shown for 5 seconds, kept nowhere.
    Typing {
        /// Where.
        conversation: String,
    },
    /// The agent takes work, or does not.
    Presence {
        /// Which.
        presence: PresenceChoice,
        /// Why not, for colleagues to see: at most 100 characters. Only with `away`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Write to a colleague, outside any conversation. Answered by `ack` or `refused`; the message
    /// comes as `direct` to every socket of both.
    Direct {
        /// Made by the client, 8 to 64 printable characters, best a UUIDv7. For 7 days a repeated one gets the first answer and has no second effect.
        #[schemars(length(min = 8, max = 64))]
        id: String,
        /// The colleague's id. They need not be there.
        to: String,
        /// What to say, 1 to 4,000 characters.
        #[schemars(length(min = 1, max = limit::REMARK))]
        text: String,
        /// A conversation that it is about and that the agent may read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        conversation: Option<String>,
    },
    /// The agent has read a direct talk up to a message. Told to their own sockets as `direct`
    /// without messages.
    DirectRead {
        /// The colleague.
        with: String,
        /// The newest message that was read. A lower one than before changes nothing.
        seq: u64,
    },
    /// The agent has read a thread, or a discussion in it, up to an entry. Told to their own other
    /// sockets as `reads`.
    Read {
        /// Where.
        conversation: String,
        /// Which discussion was read; then the position in the thread stays as it was. Left out:
        /// what the customer and colleagues said to each other beside the discussions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// The newest entry that was read. A lower one than before changes nothing; one ahead of
        /// the log counts as its newest entry.
        seq: u64,
    },
    /// What stands in one of the agent's composers. Told to their own other sockets as `draft`,
    /// and kept for 30 days.
    Draft {
        /// Where.
        conversation: String,
        /// In which composer.
        mode: DraftMode,
        /// In which discussion; with that mode only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// The whole text, at most 8,000 characters. Empty removes the draft.
        #[schemars(length(max = limit::DRAFT))]
        text: String,
    },
    /// Commands on messages: `send`, `comment`, `retry`, `send_survey`, `trigger`.
    Messaging(CommandFrame),
    /// Commands on who works on what: `accept`, `resolve`, `undo`, `done`, `prioritise`, `require`, `tag`,
    /// `label`, `name`, `assign`, `accept_offer`, `reject_offer`, `withdraw_offer`.
    Assignment(CommandFrame),
    /// The command `transfer`.
    Transfer(CommandFrame),
    /// Commands on working together: `discuss`, `say`, `end_discussion`, `leave_discussion`,
    /// `finish_discussion`, `release_expert`, `promote`, `confer`, `leave_conference`, `remove_guest`, `monitor`,
    /// `stop_monitoring`, `coach`.
    Discuss(CommandFrame),
}

/// A command, as it stands in a frame and in the body of `POST /v1/commands`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CommandFrame {
    /// Made by the client, 8 to 64 printable characters, best a UUIDv7. A repeated command gets
    /// the first answer and has no second effect; another command under an id of yours is refused
    /// with `id_reused`.
    #[schemars(length(min = 8, max = 64))]
    pub id: String,
    /// The conversation it is for.
    #[schemars(regex(pattern = r"^[0-9a-hjkmnp-tv-z]{16}-[1-9][0-9]*$"))]
    pub conversation: String,
    /// The newest entry of the thread that the client knew when it first gave the command.
    /// Optional: lets the server answer with one read less, and find a repetition however late it
    /// comes. Without it, a repetition is found for 7 days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<u64>,
    /// What to do.
    pub command: Command,
}

/// What to do. The action that carries it is named with each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// `messaging`: write to the customer. Owner only.
    Send {
        /// What.
        content: Content,
    },
    /// `messaging`: leave a remark for colleagues. Everybody who may read the conversation.
    Comment {
        /// The text, at most 4,000 characters.
        #[schemars(length(min = 1, max = limit::REMARK))]
        text: String,
        /// Whom it is meant for in particular, at most 10 colleagues who may read the conversation:
        /// they are told.
        #[schemars(length(max = limit::MENTIONS))]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mentions: Vec<String>,
        /// What goes with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Media>,
    },
    /// `messaging`: try a failed message again. Owner only.
    Retry {
        /// The `seq` of the entry that holds it.
        message: u64,
    },
    /// `assignment`: take a waiting conversation.
    Accept,
    /// `assignment`: end the conversation. Owner, or a manager of its team.
    Resolve {
        /// For the record, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Also where others are in the conference. Without it, an owner who resolves then leaves
        /// the conversation to them.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        for_all: bool,
    },
    /// `assignment`: take back one's own step of the last 30 seconds: a `resolve`, or a
    /// `remove_guest`. What the step ended for good stays ended: requests, discussions, and other
    /// guests' parts.
    Undo {
        /// The `seq` of the entry that the step wrote.
        entry: u64,
    },
    /// `messaging`: ask the customer one of the surveys in the settings. Owner only.
    SendSurvey {
        /// Its name.
        survey: String,
    },
    /// `messaging`: set off one of the triggers in the settings on the event bus. Owner only.
    Trigger {
        /// Its name.
        trigger: String,
        /// For who receives it, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `assignment`: mark a conversation that is over as done. Who had it, where its wrap-up is on.
    Done {
        /// What it turned out to have been: one of the settings' dispositions where there are any.
        #[schemars(length(max = limit::CHOICE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposition: Option<String>,
        /// For the record, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `assignment`: say how urgent it is. Managers of its team.
    Prioritise {
        /// 0 to 9; higher is served first.
        #[schemars(range(max = 9))]
        priority: i64,
    },
    /// `assignment`: say what an agent must be able to do to be given it. Owner, or a manager of
    /// its team.
    Require {
        /// At most 5 skills.
        #[schemars(length(max = limit::SKILLS))]
        skills: Vec<String>,
    },
    /// `assignment`: put tags on it and take tags off it. Everybody who may read the conversation,
    /// after its end, too.
    Tag {
        /// Which come, each of 1 to 40 characters. What differs in case only is the same tag. A
        /// conversation has at most 12.
        #[schemars(length(max = Marks::TAG_LIMIT), inner(length(min = 1, max = Marks::TAG_LENGTH)))]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<String>,
        /// Which go, before the others come.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remove: Vec<String>,
    },
    /// `assignment`: put labels on it and take labels off it. Everybody who may read the
    /// conversation, after its end, too.
    Label {
        /// Which come: names of labels in the settings. A conversation has at most 5.
        #[schemars(length(max = Marks::LABEL_LIMIT))]
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<String>,
        /// Which go, before the others come.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        remove: Vec<String>,
    },
    /// `assignment`: give the conversation a name of its own. Everybody who may read it, after its
    /// end, too.
    Name {
        /// Which, 1 to 60 characters; `null` or blank: none.
        #[schemars(length(max = Marks::ALIAS_LENGTH))]
        #[serde(default)]
        alias: Option<String>,
    },
    /// `assignment`: ask a colleague, or one of a group, to take over. Owner only.
    Assign {
        /// Whom.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// Ask all of a group at once: the first to accept has it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// In words, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `assignment`: say yes to an offer of any kind.
    AcceptOffer {
        /// Which.
        offer: String,
    },
    /// `assignment`: say no.
    RejectOffer {
        /// To which.
        offer: String,
        /// Why, 1 to 500 characters.
        #[schemars(length(min = 1, max = limit::REASON))]
        reason: String,
    },
    /// `assignment`: take an offer back while it is pending.
    WithdrawOffer {
        /// Which.
        offer: String,
        /// Why, 1 to 500 characters.
        #[schemars(length(min = 1, max = limit::REASON))]
        reason: String,
    },
    /// `transfer`: hand the conversation on. Owner, or a manager of its team.
    Transfer {
        /// To whom. A team: into its first queue. A skill: to the best who is there with room.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// At once, or by an offer that the colleague, or one of the group, accepts. Absent: a
        /// colleague as `transfer_mode` in the settings says, everything else at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mode: Option<TransferMode>,
        /// For who takes it, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `discuss`: ask a colleague, or one of a group, for a private talk. Owner only.
    Discuss {
        /// Whom.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// Ask all of a group at once: the first to accept has it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// A running discussion that they are to join; absent: a new one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        discussion: Option<String>,
        /// In words, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `discuss`: say something that only the members of the discussion read.
    Say {
        /// In which discussion.
        discussion: String,
        /// What, at most 4,000 characters.
        #[schemars(length(min = 1, max = limit::REMARK))]
        text: String,
    },
    /// `discuss`: end it. Its initiator only.
    EndDiscussion {
        /// Which.
        discussion: String,
        /// Whether the question was answered.
        resolved: bool,
        /// For the record, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Where the outcome differs from expert to expert.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outcomes: Vec<Outcome>,
    },
    /// `discuss`: leave it. Those who were consulted.
    LeaveDiscussion {
        /// Which.
        discussion: String,
    },
    /// `discuss`: mark a discussion that is over as done. Everybody who was in it at its end, each
    /// for themselves: it leaves their list, on all their screens. Told to their own sockets as
    /// `discussion_done`.
    FinishDiscussion {
        /// Which.
        discussion: String,
    },
    /// `discuss`: let one of several experts go, with an outcome. The discussion's initiator only.
    ReleaseExpert {
        /// From which.
        discussion: String,
        /// Whom, and whether they answered the question.
        outcome: Outcome,
    },
    /// `discuss`: make a transfer or a conference of a discussion, without asking again. Its
    /// initiator only.
    Promote {
        /// Which.
        discussion: String,
        /// With which expert; may be left out where there is only one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agent: Option<String>,
        /// Into what.
        into: Promotion,
    },
    /// `discuss`: ask a colleague, or one of a group, to speak with the customer, too. Owner only.
    Confer {
        /// Whom.
        #[schemars(with = "crate::view::ToWhom")]
        to: Target,
        /// Ask all of a group at once: the first to accept has it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        all: bool,
        /// In words, at most 1,000 characters.
        #[schemars(length(max = limit::NOTE))]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// `discuss`: leave the conference. Where the owner leaves, the guest who has been in it
    /// longest and is available with room becomes the owner.
    LeaveConference,
    /// `discuss`: take a guest out of the conference. Owner, or a manager of its team.
    RemoveGuest {
        /// Whom.
        agent: String,
    },
    /// `discuss`: look on, coach the owner, or barge in. Managers of its team; again with another
    /// mode to switch.
    Monitor {
        /// How.
        mode: MonitorMode,
    },
    /// `discuss`: look on no longer.
    StopMonitoring,
    /// `discuss`: say something between the owner and those who coach. The customer and everybody
    /// else never see it.
    Coach {
        /// What, at most 4,000 characters.
        #[schemars(length(min = 1, max = limit::REMARK))]
        text: String,
    },
}

impl Command {
    /// Its `type`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Send { .. } => "send",
            Self::Comment { .. } => "comment",
            Self::Retry { .. } => "retry",
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

    /// The action under which it travels on a socket.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            Self::Send { .. }
            | Self::SendSurvey { .. }
            | Self::Trigger { .. }
            | Self::Comment { .. }
            | Self::Retry { .. } => Action::Messaging,
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

/// The actions that carry commands; each is a route of the WebSocket API and a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Messages and comments.
    Messaging,
    /// Who works on what.
    Assignment,
    /// Handing on.
    Transfer,
    /// Private talks.
    Discuss,
}

impl Action {
    /// The word in `action`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Messaging => "messaging",
            Self::Assignment => "assignment",
            Self::Transfer => "transfer",
            Self::Discuss => "discuss",
        }
    }
}

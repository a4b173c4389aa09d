//! Who acts, under which settings, through what kind of channel: all handed in.

use serde::{Deserialize, Serialize};

use crate::file::FileRule;
use crate::{AgentId, Colour, Label, Millis, Skill, TeamId};

/// What an agent's record says of them. Never taken from the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Who.
    pub id: AgentId,
    /// Name as colleagues see it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Teams they belong to; for a manager, the teams they manage.
    pub teams: Vec<TeamId>,
    /// How many conversations they may have in progress (F48).
    pub capacity: u32,
    /// What they can do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<Skill>,
}

impl Profile {
    /// Whether they belong to (or manage) `team`. Admins stand in every team.
    #[must_use]
    pub fn in_team(&self, team: &TeamId) -> bool {
        self.role == Role::Admin || self.teams.contains(team)
    }

    /// Whether they manage `team`.
    #[must_use]
    pub fn manages(&self, team: &TeamId) -> bool {
        self.role != Role::Agent && self.in_team(team)
    }
}

/// What somebody may do (F105).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers customers.
    Agent,
    /// Answers customers, and directs the work of their teams.
    Manager,
    /// Everything, and the settings.
    Admin,
}

/// Whether an agent takes work (F58).
///
/// Busy is nobody's choice: the engine sees it where a desk is full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// Takes work.
    #[default]
    Available,
    /// Takes work, and has as much as they may.
    Busy,
    /// Signed in, takes no new work.
    Away,
    /// No socket is open.
    Offline,
}

/// How an agent who answers customers is found without anybody picking (F47).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Agents take conversations from the queue by hand.
    #[default]
    Manual,
    /// The engine gives them out.
    Auto,
}

/// Who of several gets the next conversation (F47). Ties go to who has been idle longest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Who has the fewest conversations for their capacity.
    #[default]
    LeastLoaded,
    /// Who has had nothing new and finished nothing for the longest time.
    LongestIdle,
    /// Who was given something the longest time ago.
    RoundRobin,
}

/// How a conversation is handed on (F42).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferMode {
    /// At once.
    #[default]
    Immediate,
    /// When the colleague accepts.
    Offer,
}

/// What follows the end of a conversation for those who worked on it (F27).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrapUp {
    /// Nothing: it leaves the desk at once.
    #[default]
    Off,
    /// It stays on the desk until marked done, with or without a disposition.
    Optional,
    /// It stays on the desk until marked done with a disposition.
    Mandatory,
}

/// A question that customers are asked with a message of its own (F41).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// What agents choose it by.
    pub name: String,
    /// What the customer reads.
    pub question: String,
    /// What the customer can answer: the words themselves or their number. Empty: the question
    /// holds a link, and nothing comes back here.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// The settings that rules depend on, as they hold for one conversation: the workspace's, with
/// what its team and then its queue say otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// How long a discuss offer waits for an answer (F16).
    pub discuss_timeout: Millis,
    /// How long an assign offer waits for an answer (F17).
    pub assign_timeout: Millis,
    /// How long a conference offer waits for an answer (F34).
    pub conference_timeout: Millis,
    /// How long one member of a team, queue or skill is asked before the next is (F21).
    pub step_timeout: Millis,
    /// After how long an unanswered customer is taken from the owner (F52); `None`: never.
    pub requeue_after: Option<Millis>,
    /// How long before that the owner is warned.
    pub requeue_warning: Millis,
    /// How long the customer may be silent before a pending conversation is resolved (F54).
    pub auto_resolve_after: Millis,
    /// Whole messages by which a customer ends a conversation (F55); none: they do not.
    pub closing_phrases: Vec<String>,
    /// After how much silence a customer who still waits in web chat counts as gone (F56).
    pub abandon_after: Option<Millis>,
    /// How long after the end the next message reopens the same conversation (F57); `None`: it
    /// begins a new, linked one.
    pub reopen_within: Option<Millis>,
    /// Within what time a new conversation should have its first answer (F60).
    pub first_answer_target: Millis,
    /// How long before that a warning goes out.
    pub first_answer_warning: Millis,
    /// How long an owner may be offline before they lose what they own (F58); `None`: they keep it.
    pub offline_requeue_after: Option<Millis>,
    /// Whether conversations are wrapped up after their end (F27).
    pub wrap_up: WrapUp,
    /// After how long a wrap-up ends by itself; `None`: never.
    pub wrap_up_limit: Option<Millis>,
    /// What a conversation can turn out to have been; empty: any words will do.
    pub dispositions: Vec<String>,
    /// How an owner hands a conversation to a colleague where they do not say.
    pub transfer_mode: TransferMode,
    /// Whether agents may hand conversations to teams that have nothing to do with them (F37).
    pub transfer_outside_own_teams: bool,
    /// Whether who is handed to another queue keeps the time they have waited (F39).
    pub transfer_keeps_wait: bool,
    /// Whether who is handed to another queue keeps their priority (F39).
    pub transfer_keeps_priority: bool,
    /// How many may take part in a conference, the customer counted (F32).
    pub conference_limit: u8,
    /// Whether conversations are picked or given out (F46, F47).
    pub mode: Mode,
    /// Who is given the next one.
    pub strategy: Strategy,
    /// What an agent must be able to do to be given one.
    pub skills: Vec<Skill>,
    /// The priority with which conversations begin, 0 to 9 (F61).
    pub priority: u8,
    /// What can be chosen from when rejecting (F10).
    pub reject_reasons: Vec<String>,
    /// What can be chosen from when withdrawing (F11).
    pub withdraw_reasons: Vec<String>,
    /// What can be chosen from when going away (F58).
    pub away_reasons: Vec<String>,
    /// What customers can be asked (F41).
    pub surveys: Vec<Survey>,
    /// What agents can set off on the event bus (F41).
    pub triggers: Vec<String>,
    /// What agents can label conversations with (F84).
    pub labels: Vec<Label>,
    /// Tags that are suggested; any other word will do, too (F83).
    pub tags: Vec<String>,
    /// Origins of the pages on which the web chat may be opened, as `https://shop.example`; none:
    /// those that may ask at all.
    pub web_origins: Vec<String>,
    /// Whether conversations stay with the team that had them: who gets the customer's next one
    /// does not read them (F45).
    pub history_stays_with_team: bool,
}

impl Default for Policy {
    fn default() -> Self {
        let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        Self {
            discuss_timeout: Millis::minutes(2),
            assign_timeout: Millis::minutes(2),
            conference_timeout: Millis::minutes(2),
            step_timeout: Millis::seconds(30),
            requeue_after: Some(Millis::minutes(10)),
            requeue_warning: Millis::minutes(1),
            auto_resolve_after: Millis::hours(24),
            closing_phrases: Vec::new(),
            abandon_after: Some(Millis::minutes(15)),
            reopen_within: None,
            first_answer_target: Millis::seconds(30),
            first_answer_warning: Millis::seconds(10),
            offline_requeue_after: None,
            wrap_up: WrapUp::Off,
            wrap_up_limit: None,
            dispositions: Vec::new(),
            transfer_mode: TransferMode::Immediate,
            transfer_outside_own_teams: false,
            transfer_keeps_wait: true,
            transfer_keeps_priority: true,
            conference_limit: 6,
            mode: Mode::Manual,
            strategy: Strategy::LeastLoaded,
            skills: Vec::new(),
            priority: 0,
            reject_reasons: list(&[
                "Busy with another case",
                "Not my field",
                "About to go off duty",
            ]),
            withdraw_reasons: list(&["Issue resolved", "Asked somebody else", "Asked by mistake"]),
            away_reasons: list(&["Break", "Lunch", "Meeting", "Training"]),
            surveys: vec![Survey {
                name: "Satisfaction".to_owned(),
                question: "How did we do today?".to_owned(),
                answers: list(&["Very well", "Well", "Not so well", "Badly"]),
            }],
            triggers: list(&["Call back", "Refund requested"]),
            labels: [
                ("Follow-up required", Colour::Orange),
                ("Escalated", Colour::Red),
                ("Bug report", Colour::Purple),
                ("Feature request", Colour::Blue),
            ]
            .map(|(name, colour)| Label { name: name.to_owned(), colour })
            .to_vec(),
            tags: list(&["Complaint", "Delivery", "Refund", "VIP"]),
            web_origins: Vec::new(),
            history_stays_with_team: false,
        }
    }
}

/// What a channel can carry, as data (F104).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// The channel's name, for messages to agents.
    pub name: &'static str,
    /// The longest text it takes, in characters.
    pub text_limit: usize,
    /// Kinds of content an agent may send through it.
    pub sends: &'static [&'static str],
    /// The kinds of files it takes, from agents and from customers (F78).
    pub files: &'static [FileRule],
    /// The longest text beneath a file, in characters.
    pub caption_limit: usize,
    /// How long after the customer's last message free text is allowed; `None`: always.
    pub window: Option<Millis>,
    /// Whether messages need handing to a provider. If not, they are there at once.
    pub provider: bool,
    /// Whether customers sit and wait: who falls silent there has left (F56).
    pub live: bool,
}

//! The settings in force: the workspace's, with what a team and then a queue say otherwise.

use crate::{Colour, Label, Millis, Skill, Survey, TransferMode, WrapUp};
use serde::{Deserialize, Serialize};

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

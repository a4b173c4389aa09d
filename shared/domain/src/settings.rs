//! The settings in force: the workspace's, with the overrides of a team and then of a queue.

pub mod hours;

use crate::{Colour, Label, Millis, Skill, Survey, TransferMode, WrapUp};
use serde::{Deserialize, Serialize};

/// The way in which waiting conversations come to agents (F47).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Agents take conversations from the queue by hand.
    #[default]
    Manual,
    /// The engine gives conversations to agents.
    Auto,
}

/// The rule that decides which of several agents gets the next conversation (F47). Ties go to the
/// agent who has been idle longest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// The agent with the smallest share of the capacity taken comes first.
    #[default]
    LeastLoaded,
    /// The agent to whom no work came, and whose work did not end, for the longest time comes
    /// first.
    LongestIdle,
    /// The agent who got the last conversation the longest time ago comes first.
    RoundRobin,
}

/// The settings that rules depend on, in force for one conversation: the workspace's, with the
/// overrides of its team and then of its queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// How long a discuss offer waits for an answer (F16).
    pub discuss_timeout: Millis,
    /// How long an assign offer waits for an answer (F17).
    pub assign_timeout: Millis,
    /// How long a conference offer waits for an answer (F34).
    pub conference_timeout: Millis,
    /// How long an offer to a group waits for one member before it asks the next (F21).
    pub step_timeout: Millis,
    /// How long a customer may wait for the owner's answer before the engine requeues the
    /// conversation (F52); `None`: without limit.
    pub requeue_after: Option<Millis>,
    /// How long before that the engine warns the owner.
    pub requeue_warning: Millis,
    /// How long the customer may be silent before the engine resolves a pending conversation (F54).
    pub auto_resolve_after: Millis,
    /// Whole messages by which a customer ends a conversation (F55); an empty list means that no
    /// message does.
    pub closing_phrases: Vec<String>,
    /// How long a customer in web chat may be silent in a queue before the conversation counts as
    /// abandoned (F56); `None`: without limit.
    pub abandon_after: Option<Millis>,
    /// How long after the end the customer's next message reopens the same conversation (F57);
    /// `None`: it begins a new, linked one.
    pub reopen_within: Option<Millis>,
    /// The time within which a new conversation should get its first response (F60).
    pub first_answer_target: Millis,
    /// How long before that the engine warns.
    pub first_answer_warning: Millis,
    /// How long an owner may be offline before the engine requeues the owner's conversations (F58);
    /// `None`: without limit.
    pub offline_requeue_after: Option<Millis>,
    /// Whether agents wrap up conversations after their end (F27).
    pub wrap_up: WrapUp,
    /// How long a wrap-up may take before the engine ends it; `None`: without limit.
    pub wrap_up_limit: Option<Millis>,
    /// The dispositions that agents choose from; an empty list allows any words.
    pub dispositions: Vec<String>,
    /// The way in which an owner hands a conversation to a colleague, if the command does not say.
    pub transfer_mode: TransferMode,
    /// Whether agents may hand conversations to other teams than their own (F37).
    pub transfer_outside_own_teams: bool,
    /// Whether a conversation keeps its waiting time in another queue (F39).
    pub transfer_keeps_wait: bool,
    /// Whether a conversation keeps its priority in another queue (F39).
    pub transfer_keeps_priority: bool,
    /// How many parties a conference may have, the customer among them (F32).
    pub conference_limit: u8,
    /// Whether agents pick conversations, or the engine gives them out (F46, F47).
    pub mode: Mode,
    /// The rule by which the engine chooses the agent.
    pub strategy: Strategy,
    /// The skills that an agent needs to be given a conversation.
    pub skills: Vec<Skill>,
    /// The priority with which conversations begin, 0 to 9 (F61).
    pub priority: u8,
    /// The reasons for rejecting that agents choose from (F10).
    pub reject_reasons: Vec<String>,
    /// The reasons for withdrawing that agents choose from (F11).
    pub withdraw_reasons: Vec<String>,
    /// The reasons for being away that agents choose from (F58).
    pub away_reasons: Vec<String>,
    /// The surveys that agents can send to customers (F41).
    pub surveys: Vec<Survey>,
    /// The triggers by which agents send events to the event bus (F41).
    pub triggers: Vec<String>,
    /// The labels that agents can put on conversations (F84).
    pub labels: Vec<Label>,
    /// Suggested tags; agents may use any other word, too (F83).
    pub tags: Vec<String>,
    /// Origins of the pages that may open the web chat, as `https://shop.example`; an empty list
    /// allows every origin in the engine's configuration.
    pub web_origins: Vec<String>,
    /// Whether earlier conversations stay with their team: the agent who gets the customer's next
    /// conversation cannot read them (F45).
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

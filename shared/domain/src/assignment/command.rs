//! Commands that say what a conversation needs, and the timer of an absent owner.

use crate::Skill;

/// Say what an agent must be able to do to be given it (F47).
#[derive(Debug, Clone, PartialEq)]
pub struct Require {
    /// What.
    pub skills: Vec<Skill>,
}

/// The clock looks whether the owner is still away from their desk (F58).
#[derive(Debug, Clone, PartialEq)]
pub struct CheckAbsent {
    /// The conversation for which the timer was armed.
    pub conversation: u32,
    /// Who owned it then, by the count of owners.
    pub epoch: u32,
}

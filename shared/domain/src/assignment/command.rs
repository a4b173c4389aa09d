//! Commands that set a conversation's skills, and the timer of an absent owner.

use crate::Skill;

/// Set the skills that an agent needs to be given the conversation (F47).
#[derive(Debug, Clone, PartialEq)]
pub struct Require {
    /// The skills that an agent needs.
    pub skills: Vec<Skill>,
}

/// A timer checks whether the owner is still offline (F58).
#[derive(Debug, Clone, PartialEq)]
pub struct CheckAbsent {
    /// The conversation for which the timer was armed.
    pub conversation: u32,
    /// The owner at the time of arming, as the count of changes of owner.
    pub epoch: u32,
}

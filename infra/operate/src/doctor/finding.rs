//! Findings: the doctor's words on each part.

use std::fmt;

use serde::Serialize;

use crate::Exit;

/// How a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The part is as it should be.
    Good,
    /// The part works, and somebody should look at it.
    Warning,
    /// The part does not work.
    Bad,
}

/// The doctor's words on one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The part, as `table` or `queue outbox`.
    pub part: String,
    /// The code of the fault, which stays the same from version to version; `ok` if there is none.
    pub code: &'static str,
    /// How the part stands.
    pub state: State,
    /// The finding, in words.
    pub message: String,
    /// The step that helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match self.state {
            State::Good => "good   ",
            State::Warning => "warning",
            State::Bad => "bad    ",
        };
        write!(f, "{state}  {:<18} {}", self.part, self.message)?;
        match &self.remedy {
            Some(remedy) => {
                write!(f, "\n                            What helps: {remedy} [{}]", self.code)
            }
            None => Ok(()),
        }
    }
}

/// All findings, in the order in which the doctor looked.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// The findings.
    #[must_use]
    pub fn all(&self) -> &[Finding] {
        &self.0
    }

    /// The finding of a fault, if the doctor found it.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&Finding> {
        self.0.iter().find(|finding| finding.code == code)
    }

    /// The worst state, as an exit code.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self.0.iter().map(|finding| finding.state).max() {
            Some(State::Bad) => Exit::Bad,
            Some(State::Warning) => Exit::Warnings,
            _ => Exit::Good,
        }
    }

    pub(super) fn good(&mut self, part: impl Into<String>, message: impl Into<String>) {
        let (part, message) = (part.into(), message.into());
        self.0.push(Finding { part, code: "ok", state: State::Good, message, remedy: None });
    }

    pub(super) fn warn(
        &mut self,
        part: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(State::Warning, part.into(), code, message.into(), remedy.into());
    }

    pub(super) fn bad(
        &mut self,
        part: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(State::Bad, part.into(), code, message.into(), remedy.into());
    }

    fn push(
        &mut self,
        state: State,
        part: String,
        code: &'static str,
        message: String,
        remedy: String,
    ) {
        self.0.push(Finding { part, code, state, message, remedy: Some(remedy) });
    }

    /// Whether a part has no fault so far.
    pub(super) fn clean(&self, part: &str) -> bool {
        self.0.iter().all(|finding| finding.part != part || finding.state == State::Good)
    }
}

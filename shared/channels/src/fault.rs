//! Providers' errors as data: a reason and a remedy for each, in words for agents.

use domain::words::cut;

/// One error of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The provider's code.
    pub code: i64,
    /// The provider's second code, if the first alone does not say enough.
    pub subcode: Option<i64>,
    /// The fault, as a phrase for agents.
    pub reason: &'static str,
    /// The remedy, as sentences for agents.
    pub remedy: &'static str,
    /// Whether the same request may succeed a little later.
    pub passing: bool,
}

impl Fault {
    /// An error after which the same request fails again.
    pub(crate) const fn lasting(code: i64, reason: &'static str, remedy: &'static str) -> Self {
        Self { code, subcode: None, reason, remedy, passing: false }
    }

    /// An error after which the same request may succeed.
    pub(crate) const fn passing(code: i64, reason: &'static str, remedy: &'static str) -> Self {
        Self { code, subcode: None, reason, remedy, passing: true }
    }

    /// The same error with a second code.
    pub(crate) const fn with(mut self, subcode: i64) -> Self {
        self.subcode = Some(subcode);
        self
    }

    /// Reason, code and remedy in one line.
    #[must_use]
    pub fn told(&self) -> String {
        format!("{} ({}). {}", self.reason, self.code, self.remedy)
    }
}

/// The entry of a table for two codes: the one that names both, or else the one that names the
/// first alone.
pub(crate) fn find(
    table: &'static [Fault],
    code: i64,
    subcode: Option<i64>,
) -> Option<&'static Fault> {
    let both = |fault: &&Fault| fault.code == code && fault.subcode == subcode;
    let first = |fault: &&Fault| fault.code == code && fault.subcode.is_none();
    table.iter().find(both).or_else(|| table.iter().find(first))
}

/// An error that no table knows, in the provider's own words.
pub(crate) fn unknown(provider: &str, code: Option<i64>, said: Option<&str>) -> String {
    let said = cut(said.unwrap_or("no reason given"), 400);
    match code {
        Some(code) => format!("{provider}: {said} ({code})"),
        None => format!("{provider}: {said}"),
    }
}

/// The table as the channel's page of the documentation shows it.
#[cfg(test)]
pub(crate) fn page(table: &[Fault]) -> String {
    let mut text = String::from("| code | reason | remedy | tried again |\n|---|---|---|---|\n");
    for fault in table {
        let sub = fault.subcode.map_or(String::new(), |sub| format!(" / {sub}"));
        let again = if fault.passing { "yes" } else { "no" };
        text +=
            &format!("| {}{sub} | {} | {} | {again} |\n", fault.code, fault.reason, fault.remedy);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &[Fault] = &[
        Fault::lasting(10, "No permission", "Ask an admin.").with(7),
        Fault::passing(10, "Busy", "The engine tries again."),
    ];

    #[test]
    fn the_closer_entry_wins_and_the_first_code_alone_is_enough() {
        let reason = |sub| find(TABLE, 10, sub).map(|fault| fault.reason);
        assert_eq!(reason(Some(7)), Some("No permission"));
        assert_eq!(reason(Some(8)), Some("Busy"));
        assert_eq!(reason(None), Some("Busy"));
        assert_eq!(find(TABLE, 11, None), None);
    }

    /// The part of a page that a table of the code fills.
    #[track_caller]
    fn shows(page: &str, name: &str, table: &[Fault]) {
        let wanted = super::page(table);
        assert!(page.contains(&wanted), "docs/channels/{name}.md lacks the table:\n{wanted}");
    }

    #[test]
    fn the_documentation_lists_the_errors_that_the_code_knows() {
        let page = include_str!("../../../docs/channels/sms.md");
        shows(page, "sms", crate::sms::errors::TABLE);
        let page = include_str!("../../../docs/channels/messenger.md");
        shows(page, "messenger", crate::messenger::errors::TABLE);
        let page = include_str!("../../../docs/channels/x.md");
        shows(page, "x", crate::x::errors::TABLE);
        shows(page, "x", crate::x::errors::STATUSES);
    }

    #[test]
    fn a_code_stands_once_and_every_reason_is_a_phrase() {
        let tables =
            [crate::sms::errors::TABLE, crate::messenger::errors::TABLE, crate::x::errors::TABLE];
        for table in tables {
            for (at, fault) in table.iter().enumerate() {
                let same =
                    |other: &Fault| (other.code, other.subcode) == (fault.code, fault.subcode);
                assert!(!table[..at].iter().any(same), "{fault:?}");
                assert!(!fault.reason.ends_with('.') && fault.remedy.ends_with('.'), "{fault:?}");
            }
        }
    }
}

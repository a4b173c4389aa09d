//! The doctor: it looks at every part of a workplace, and says of each whether it is good, in words,
//! with what helps. It changes nothing.

mod asset;
mod clock;
mod finding;
mod function;
mod hosting;
mod machine;
mod queue;
mod secret;
mod sign_in;
mod stack;
mod table;
mod workplace;

use serde_json::json;

use crate::aws::trouble::Trouble;
use crate::home::{Home, Kind};
use crate::out::Out;
use crate::{Exit, Failed};

pub use finding::{Finding, Findings, State};
pub use secret::judge as judge_secret;

/// Looks at everything.
pub async fn examine(home: &Home, offline: bool) -> Findings {
    let mut found = Findings::default();
    match &home.kind {
        Kind::Local(machine) => machine::examine(home, machine, &mut found),
        Kind::Aws(stack) => stack::examine(home, stack, &mut found),
    }
    clock::examine(home, &mut found).await;
    let table = table::examine(home, &mut found).await;
    queue::examine(home, &mut found).await;
    let given = match &home.kind {
        Kind::Local(_) => secret::Given::default(),
        Kind::Aws(stack) => {
            function::examine(home, stack, &mut found).await;
            secret::examine(home, stack, &mut found).await
        }
    };
    if table {
        clock::timers(home, &mut found).await;
        if let Some(directory) = workplace::examine(home, &mut found).await {
            asset::examine(home, (&directory, &given), offline, &mut found).await;
        }
    }
    sign_in::examine(home, offline, &mut found).await;
    hosting::examine(home, offline, &mut found).await;
    found
}

/// Looks at everything, and tells it.
///
/// # Errors
/// If the reader is gone.
pub async fn run(home: &Home, offline: bool, out: &mut Out<'_>) -> Result<Exit, Failed> {
    let found = examine(home, offline).await;
    tell(&home.name, &found, out)
}

/// Tells that no workplace was reached at all.
///
/// # Errors
/// If the reader is gone.
pub fn unreached(
    what: &str,
    trouble: &dyn std::fmt::Display,
    out: &mut Out<'_>,
) -> Result<Exit, Failed> {
    let mut found = Findings::default();
    let (message, remedy) = split(&trouble.to_string());
    found.bad("home", "unreached", message, remedy);
    tell(what, &found, out)
}

fn tell(what: &str, found: &Findings, out: &mut Out<'_>) -> Result<Exit, Failed> {
    let exit = found.exit();
    if out.json() {
        out.value(&json!({"home": what, "exit": exit.code(), "findings": found.all()}))?;
        return Ok(exit);
    }
    out.line(&format!("{what}:"))?;
    for finding in found.all() {
        out.line(&finding.to_string())?;
    }
    let count = |state: State| found.all().iter().filter(|f| f.state == state).count();
    out.line(&format!(
        "{} good, {} warnings, {} bad.",
        count(State::Good),
        count(State::Warning),
        count(State::Bad)
    ))?;
    Ok(exit)
}

/// A trouble's sentence, in the part that says what is wrong and the part that helps.
fn split(text: &str) -> (String, String) {
    match text.split_once(": ") {
        Some((wrong, remedy)) => (format!("{wrong}."), remedy.to_owned()),
        None => (format!("{text}."), "Run `switchboard doctor --help`.".to_owned()),
    }
}

impl Findings {
    /// Notes that a part could not be looked at.
    fn unseen(&mut self, part: &'static str, trouble: &Trouble) {
        let (message, remedy) = split(&trouble.to_string());
        let code = match trouble {
            Trouble::Denied { .. } => "not_allowed",
            Trouble::NoAnswer { .. } => "no_answer",
            Trouble::Expired | Trouble::Unknown(_) | Trouble::NoCredentials(_) => "credentials",
            Trouble::Clock { .. } => "clock_wrong",
            _ => "not_seen",
        };
        self.bad(part, code, message, remedy);
    }
}

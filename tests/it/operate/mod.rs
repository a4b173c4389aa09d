//! Operations: each command against the local platform, and against a cloud behind the SDK's seam.

mod cloud;
mod commands;
mod doctor;
mod letters;
mod machine;
mod ways;

use operate::home::Home;
use operate::options::Operation;
use operate::out::Out;
use operate::{Exit, Failed};
use platform::options::{Cli, Command};

/// The words of a command: its result, its lines, its notes.
pub struct Said {
    pub exit: Result<Exit, Failed>,
    pub lines: String,
    pub notes: String,
}

impl Said {
    /// The lines, of a command that did its work.
    pub fn well(&self) -> &str {
        assert!(matches!(self.exit, Ok(Exit::Good)), "{:?}\n{}", self.exit, self.lines);
        &self.lines
    }

    /// The lines of a command that did its work, and warns.
    pub fn warned(&self) -> &str {
        assert!(matches!(self.exit, Ok(Exit::Warnings)), "{:?}\n{}", self.exit, self.lines);
        &self.lines
    }

    /// The sentence of a command that did not do its work.
    pub fn refused(&self) -> String {
        self.exit.as_ref().unwrap_err().to_string()
    }

    /// The lines as JSON.
    pub fn values(&self) -> Vec<serde_json::Value> {
        self.lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Reads a command line as the program does.
pub fn operation(words: &[&str]) -> Operation {
    use clap::Parser as _;
    let all = std::iter::once("switchboard").chain(words.iter().copied());
    match Cli::try_parse_from(all).unwrap().command {
        Some(Command::Operate(operation)) => operation,
        other => panic!("{other:?}"),
    }
}

/// Carries a command out on a home.
pub async fn run(home: &Home, words: &[&str]) -> Said {
    let operation = operation(words);
    let json = operation.place().is_some_and(|place| place.json);
    let (mut lines, mut notes) = (Vec::new(), Vec::new());
    let exit = operate::run(&operation, home, &mut Out::new(json, &mut lines, &mut notes)).await;
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { exit, lines: text(lines), notes: text(notes) }
}

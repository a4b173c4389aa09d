//! The options of the commands for operations.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::place::Place;

/// A command for operations.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Operation {
    /// Check the workplace, and say what to do about each fault
    #[command(after_help = "Examples:
  switchboard doctor
  switchboard doctor --home aws --stack switchboard --region eu-central-1
  switchboard doctor --json | jq '.findings[] | select(.state != \"good\")'

Exit code: 0 all is good, 1 there are warnings, 2 something is bad.")]
    Doctor(Doctor),
    /// Make the first admin, a team and a queue in an empty workplace
    #[command(after_help = "Examples:
  switchboard seed --admin-email ada@example.com
  switchboard seed --admin-email ada@example.com --team Support --queue Support \\
    --home aws --stack switchboard --region eu-central-1

A workplace that has an admin stays as it is.")]
    Seed(Seed),
    /// Follow what happens in conversations, as it happens
    #[command(after_help = "Examples:
  switchboard tail
  switchboard tail --queue support --agent mark
  switchboard tail --conversation 4t9m0c2xkq7w1h5z-1 --json

Without --text no word of a customer is printed.")]
    Tail(Tail),
    /// Look at one conversation
    #[command(subcommand)]
    Conversation(Conversation),
    /// Write conversations, contacts and records as lines of JSON
    #[command(after_help = "Examples:
  switchboard export > everything.ndjson
  switchboard export --file everything.ndjson
  switchboard export --file everything.ndjson --resume
  switchboard export --only contacts | jq -r .contact.name

With --file the position stands beside the file, in FILE.position, until the export is complete.
To standard output, the last line of a broken-off export holds it: go on with --after.")]
    Export(Export),
    /// Look at messages that were given up, and hand them in again
    #[command(subcommand)]
    Dlq(Dlq),
    /// Look at armed timers
    #[command(subcommand)]
    Timers(Timers),
    /// Make derived data anew from the log
    #[command(subcommand)]
    Rebuild(Rebuild),
    /// Bring people in
    #[command(subcommand)]
    Agents(Agents),
    /// Print the completions of a shell
    #[command(after_help = "Examples:
  switchboard completion bash > ~/.local/share/bash-completion/completions/switchboard
  switchboard completion zsh > ~/.zfunc/_switchboard
  switchboard completion fish > ~/.config/fish/completions/switchboard.fish")]
    Completion(Completion),
    /// Print this reference as a page
    #[command(hide = true)]
    Reference,
}

/// The options of `doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Doctor {
    /// Ask no provider and no issuer outside
    #[arg(long)]
    pub offline: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// The options of `seed`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Seed {
    /// The e-mail address by which the first admin signs in
    #[arg(long, value_name = "EMAIL")]
    pub admin_email: String,
    /// The admin's name; otherwise the beginning of the address
    #[arg(long, value_name = "NAME")]
    pub admin_name: Option<String>,
    /// The first team
    #[arg(long, value_name = "NAME", default_value = "Support")]
    pub team: String,
    /// The first queue, which the team serves
    #[arg(long, value_name = "NAME", default_value = "Support")]
    pub queue: String,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// The options of `tail`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Tail {
    /// Only this conversation
    #[arg(long, value_name = "ID")]
    pub conversation: Option<String>,
    /// Only conversations in this queue
    #[arg(long, value_name = "ID")]
    pub queue: Option<String>,
    /// Only conversations that this agent owns or wrote in
    #[arg(long, value_name = "ID")]
    pub agent: Option<String>,
    /// Print what was said, too
    #[arg(long)]
    pub text: bool,
    /// The pause between two looks, in seconds
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..=60))]
    pub every: u64,
    /// End after so many looks; otherwise Ctrl+C ends it
    #[arg(long, value_name = "N")]
    pub looks: Option<u64>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// A command about one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Conversation {
    /// Print a conversation's state and log
    #[command(after_help = "Examples:
  switchboard conversation show 4t9m0c2xkq7w1h5z-1
  switchboard conversation show 4t9m0c2xkq7w1h5z-1 --text --json")]
    Show(One),
    /// Fold the log from its first entry, and compare each state with the stored one
    #[command(after_help = "Examples:
  switchboard conversation replay 4t9m0c2xkq7w1h5z-1

Exit code: 0 the states agree, 2 they differ. A difference means that the rules changed in a way
that old entries do not survive, or that somebody wrote into the table by hand.")]
    Replay(One),
}

/// The options of a command about one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct One {
    /// The conversation's id, as in the console's address: 4t9m0c2xkq7w1h5z-1
    #[arg(value_name = "ID")]
    pub conversation: String,
    /// Print what was said, too
    #[arg(long)]
    pub text: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// The options of `export`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Export {
    /// The file to write; otherwise standard output
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Go on where an export into the same file broke off
    #[arg(long, requires = "file")]
    pub resume: bool,
    /// Go on after this position, which a broken-off export printed
    #[arg(long, value_name = "POSITION", conflicts_with = "file")]
    pub after: Option<String>,
    /// Only these parts
    #[arg(long, value_enum, value_delimiter = ',')]
    pub only: Vec<Part>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// A part of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The entries of all conversations
    Conversations,
    /// The contacts
    Contacts,
    /// Agents, teams, queues, assets, settings; no secrets, no keys
    Records,
}

/// A command about dead letters.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Dlq {
    /// Count the dead letters of each queue
    #[command(after_help = "Examples:
  switchboard dlq list
  switchboard dlq list --json --home aws --stack switchboard")]
    List(Listed),
    /// Print some dead letters, which stay where they are
    #[command(after_help = "Examples:
  switchboard dlq show outbox
  switchboard dlq show timer --limit 50 --json")]
    Show(DlqShow),
    /// Hand dead letters in again
    #[command(after_help = "Examples:
  switchboard dlq redrive outbox --dry-run
  switchboard dlq redrive outbox --rate 50
  switchboard dlq redrive timer --limit 100 --home aws --stack switchboard

A letter leaves the dead-letter queue only after its queue has taken it: whenever the command is
interrupted, nothing is lost. Start it again to go on.")]
    Redrive(Redrive),
}

/// The options of a list.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Listed {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// The options of `dlq show`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct DlqShow {
    /// outbox, timer, file, stream or sweep
    #[arg(value_name = "QUEUE")]
    pub queue: String,
    /// The most letters to print
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=100))]
    pub limit: u64,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// The options of `dlq redrive`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Redrive {
    /// outbox, timer or file
    #[arg(value_name = "QUEUE")]
    pub queue: String,
    /// Say what would be done, and do nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The most letters a second
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub rate: u64,
    /// The most letters in all
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// A command about timers.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Timers {
    /// List the armed timers, late ones first
    #[command(after_help = "Examples:
  switchboard timers list
  switchboard timers list --within 24h --json")]
    List(TimersList),
}

/// The options of `timers list`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct TimersList {
    /// How far to look ahead: 30m, 6h; at most 48h
    #[arg(long, value_name = "SPAN", default_value = "1h", value_parser = minutes)]
    pub within: i64,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

fn minutes(text: &str) -> Result<i64, String> {
    let refused = || format!("{text} is no span; write 30m or 6h, at most 48h");
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(1)).ok_or_else(refused)?;
    let number: i64 = number.parse().map_err(|_| refused())?;
    let minutes = match unit {
        "m" => number,
        "h" => number.saturating_mul(60),
        _ => return Err(refused()),
    };
    if (1..=48 * 60).contains(&minutes) { Ok(minutes) } else { Err(refused()) }
}

/// A command about derived data.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Rebuild {
    /// Make lists, pointers and counts anew from the log
    #[command(after_help = "Examples:
  switchboard rebuild projections
  switchboard rebuild projections --after T#4t9m0c2xkq7w1h5z/E#0000000007

Nothing is deleted and nothing is sent: the lists are right at every moment, and more complete with
each page. An interrupted run prints the position with which the next one goes on.")]
    Projections(Projections),
}

/// The options of `rebuild projections`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Projections {
    /// Go on after this position, which an interrupted run printed
    #[arg(long, value_name = "POSITION")]
    pub after: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// A command about people.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Agents {
    /// Import agents from a table; without --apply nothing changes
    #[command(after_help = "Examples:
  switchboard agents import people.csv
  switchboard agents import people.csv --apply --as ada@example.com

The first line of the table holds the headings: email is required; name, role, teams, skills,
capacity and call are known. An empty cell keeps what stands.")]
    Import(Import),
}

/// The options of `agents import`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Import {
    /// The table: values separated by commas, semicolons or tabs
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Change the workplace; otherwise the command only says what would become of each row
    #[arg(long)]
    pub apply: bool,
    /// The admin in whose name the changes stand in the log; otherwise the first admin
    #[arg(long = "as", value_name = "EMAIL")]
    pub admin: Option<String>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the type says it")]
    pub place: Place,
}

/// The options of `completion`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Completion {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// A shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "names of shells")]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
}

impl Operation {
    /// The workplace that the command works on; `None`: it needs none.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        Some(match self {
            Self::Doctor(options) => &options.place,
            Self::Seed(options) => &options.place,
            Self::Tail(options) => &options.place,
            Self::Conversation(Conversation::Show(one) | Conversation::Replay(one)) => &one.place,
            Self::Export(options) => &options.place,
            Self::Dlq(Dlq::List(options)) => &options.place,
            Self::Dlq(Dlq::Show(options)) => &options.place,
            Self::Dlq(Dlq::Redrive(options)) => &options.place,
            Self::Timers(Timers::List(options)) => &options.place,
            Self::Rebuild(Rebuild::Projections(options)) => &options.place,
            Self::Agents(Agents::Import(options)) => &options.place,
            Self::Completion(_) | Self::Reference => return None,
        })
    }
}

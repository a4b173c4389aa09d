//! The options that name a workplace.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// The workplace that a command works on.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
#[command(next_help_heading = "Which workplace")]
pub struct Place {
    /// One machine, or a stack on AWS
    #[arg(long, value_enum, default_value = "local", env = "SWITCHBOARD_HOME")]
    pub home: HomeKind,
    /// local: the folder for data; Switchboard may run on it, or not
    #[arg(long, value_name = "FOLDER", default_value = "data", env = "SWITCHBOARD_DATA")]
    pub data: PathBuf,
    /// aws: the stack's name
    #[arg(long, value_name = "NAME", env = "SWITCHBOARD_STACK", required_if_eq("home", "aws"))]
    pub stack: Option<String>,
    /// aws: the stack's region; otherwise `AWS_REGION`, or the profile's
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// aws: the profile with the credentials
    #[arg(long, value_name = "NAME", env = "AWS_PROFILE")]
    pub profile: Option<String>,
    /// Print JSON for programs instead of text for people
    #[arg(long)]
    pub json: bool,
}

/// A kind of home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum HomeKind {
    /// A data folder on this machine
    Local,
    /// A stack on AWS
    Aws,
}

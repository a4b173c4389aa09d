//! The options of the command line.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::Parser;

/// Switchboard's local platform: everything in one process.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "switchboard", version, args_override_self = true)]
pub struct Options {
    /// The port; if another program has it, the platform takes the next free one
    #[arg(long, value_name = "N", default_value_t = 8787)]
    pub port: u16,
    /// The address; any other than loopback turns demo sign-in off
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub bind: IpAddr,
    /// The folder for data
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    pub data: PathBuf,
    /// Keep nothing
    #[arg(long, conflicts_with = "data")]
    pub memory: bool,
    /// The folder of the built console
    #[arg(long, value_name = "FOLDER", default_value = "console/dist")]
    pub console: PathBuf,
    /// Call the functions through `cargo lambda watch` at this address
    #[arg(long, value_name = "URL")]
    pub watch: Option<String>,
    /// People and queues, but no past, in a new data folder
    #[arg(long)]
    pub no_demo: bool,
}

impl Options {
    /// The folder for data; `None` for memory only.
    #[must_use]
    pub fn folder(&self) -> Option<&PathBuf> {
        (!self.memory).then_some(&self.data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options, String> {
        let all = std::iter::once("switchboard").chain(arguments.iter().copied());
        Options::try_parse_from(all).map_err(|refused| refused.to_string())
    }

    #[test]
    fn a_wrong_argument_is_named_with_the_nearest_right_one() {
        assert!(read(&["--prot"]).unwrap_err().contains("--prot"));
        let refused = read(&["--port", "x"]).unwrap_err();
        assert!(refused.contains("--port") && refused.contains("'x'"), "{refused}");
        assert!(read(&["--memory", "--data", "here"]).unwrap_err().contains("cannot be used with"));
    }

    #[test]
    fn memory_has_no_folder() {
        assert_eq!(read(&["--memory"]).unwrap().folder(), None);
        assert_eq!(read(&[]).unwrap().folder(), Some(&PathBuf::from("data")));
    }
}

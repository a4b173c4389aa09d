//! The options of the command line.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// The options of a measurement.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// A platform that runs already, as host and port.
    pub(crate) url: Option<String>,
    /// The platform's program.
    pub(crate) switchboard: Option<PathBuf>,
    /// The folder for the data of a platform that the run starts.
    pub(crate) data: Option<PathBuf>,
    /// The agents who take the conversations.
    pub(crate) agents: Vec<String>,
    /// The number of conversations.
    pub(crate) conversations: usize,
    /// The rate, in messages a second.
    pub(crate) rate: f64,
    /// The length of the measurement, in seconds.
    pub(crate) seconds: f64,
    /// Whether to look for the highest rate.
    pub(crate) search: bool,
    /// The time after which no further step of the search begins.
    pub(crate) limit: Duration,
}

/// The text of `--help`.
pub(crate) const HELP: &str = "\
How long a customer's message takes to the agent's socket, and how many a second fit.

Usage: load [options]
  --rate <n>            300 messages a second, by a fixed schedule
  --seconds <n>         20
  --no-search           do not look for the highest rate afterwards
  --limit <seconds>     100: no further step of the search begins after this
  --conversations <n>   20, over which the messages are spread
  --agents <ids>        mark,martha,nina,olga: five conversations each at most
  --url <address>       a platform that runs already, with the demo's people
                        (default: starts one with empty data, and stops it)
  --switchboard <file>  the program to start (default: the one next to this one)
  --data <folder>       for the platform that is started (default: a new folder next to
                        this program, removed afterwards)
  --help";

impl Default for Options {
    fn default() -> Self {
        Self {
            url: None,
            switchboard: None,
            data: None,
            agents: ["mark", "martha", "nina", "olga"].map(str::to_owned).to_vec(),
            conversations: 20,
            rate: 300.0,
            seconds: 20.0,
            search: true,
            limit: Duration::from_secs(100),
        }
    }
}

impl Options {
    /// Reads arguments, without the program's name. `None`: the user asked for help.
    pub(crate) fn read(
        arguments: impl IntoIterator<Item = String>,
    ) -> Result<Option<Self>, String> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--url" => options.url = Some(authority(&value()?)?),
                "--switchboard" => options.switchboard = Some(value()?.into()),
                "--data" => options.data = Some(value()?.into()),
                "--agents" => options.agents = value()?.split(',').map(str::to_owned).collect(),
                "--conversations" => options.conversations = number(&argument, &value()?)?,
                "--rate" => options.rate = positive(&argument, &value()?)?,
                "--seconds" => options.seconds = positive(&argument, &value()?)?,
                "--limit" => {
                    options.limit = Duration::from_secs(number(&argument, &value()?)?);
                }
                "--no-search" => options.search = false,
                "--help" | "-h" => return Ok(None),
                other => return Err(format!("there is no option {other}; try --help")),
            }
        }
        if options.conversations == 0 || options.agents.is_empty() {
            return Err("at least one conversation and one agent are needed".to_owned());
        }
        Ok(Some(options))
    }
}

fn number<T: FromStr>(argument: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("{argument} needs a whole number"))
}

fn positive(argument: &str, text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().unwrap_or(0.0);
    if (0.1..=100_000.0).contains(&number) {
        Ok(number)
    } else {
        Err(format!("{argument} needs a number between 0.1 and 100000"))
    }
}

/// `http://localhost:8787/` as `127.0.0.1:8787`: the platform listens on IPv4 only.
fn authority(url: &str) -> Result<String, String> {
    let plain = url.strip_prefix("http://").unwrap_or(url).trim_end_matches('/');
    match plain.split_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => {
            let host = if host == "localhost" { "127.0.0.1" } else { host };
            Ok(format!("{host}:{port}"))
        }
        _ => Err("--url needs an address such as http://localhost:8787".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        assert_eq!(authority("http://localhost:8787/").as_deref(), Ok("127.0.0.1:8787"));
        assert!(authority("localhost").is_err());
    }

    #[test]
    fn a_wrong_argument_is_named() {
        let read = |a: &[&str]| Options::read(a.iter().map(|s| (*s).to_owned()));
        assert!(read(&["--rat"]).unwrap_err().contains("--rat"));
        assert!(read(&["--rate", "0"]).unwrap_err().contains("--rate"));
        assert!(read(&["--help"]).unwrap().is_none());
    }
}

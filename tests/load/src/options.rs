//! The options of the command line.

use std::path::PathBuf;

use clap::Parser;

/// How long a customer's message takes to the agent's socket, and how many a second fit.
#[derive(Debug, Clone, Parser)]
#[command(name = "load")]
pub(crate) struct Options {
    /// A platform that runs already, with the demo's people; without it the run starts one with
    /// empty data, and stops it
    #[arg(long, value_name = "ADDRESS", value_parser = authority)]
    pub(crate) url: Option<String>,
    /// The program to start; without it the one next to this one
    #[arg(long, value_name = "FILE")]
    pub(crate) switchboard: Option<PathBuf>,
    /// The folder for the data of the platform that is started; without it a new one next to this
    /// program, removed afterwards
    #[arg(long, value_name = "FOLDER")]
    pub(crate) data: Option<PathBuf>,
    /// The agents who take the conversations, five each at most
    #[arg(
        long,
        value_name = "IDS",
        value_delimiter = ',',
        default_value = "mark,martha,nina,olga"
    )]
    pub(crate) agents: Vec<String>,
    /// The number of conversations over which the messages are spread
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = at_least_one)]
    pub(crate) conversations: usize,
    /// The rate, in messages a second, by a fixed schedule
    #[arg(long, value_name = "N", default_value_t = 300.0, value_parser = positive)]
    pub(crate) rate: f64,
    /// The length of the measurement
    #[arg(long, value_name = "SECONDS", default_value_t = 20.0, value_parser = positive)]
    pub(crate) seconds: f64,
    /// Do not look for the highest rate afterwards
    #[arg(long)]
    pub(crate) no_search: bool,
    /// The time after which no further step of the search begins
    #[arg(long, value_name = "SECONDS", default_value_t = 100)]
    pub(crate) limit: u64,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|n| *n > 0).ok_or("a whole number from 1 is needed".to_owned())
}

fn positive(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().unwrap_or(0.0);
    if (0.1..=100_000.0).contains(&number) {
        Ok(number)
    } else {
        Err("a number between 0.1 and 100000 is needed".to_owned())
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
        _ => Err("an address such as http://localhost:8787 is needed".to_owned()),
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
        let read = |a: &str| Options::try_parse_from(["load"].into_iter().chain(a.split(' ')));
        assert!(read("--rat 5").unwrap_err().to_string().contains("--rat"));
        assert!(read("--rate 0").unwrap_err().to_string().contains("--rate"));
        assert!(read("--conversations 0").unwrap_err().to_string().contains("--conversations"));
    }
}

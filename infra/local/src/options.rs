//! The options of the command line.

use std::net::IpAddr;
use std::path::PathBuf;

/// The options of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port. If another program has it, the platform takes the next free one.
    pub port: u16,
    /// The address. An address other than loopback turns demo sign-in off.
    pub bind: IpAddr,
    /// The folder for data; `None` for memory only.
    pub data: Option<PathBuf>,
    /// The folder of the built console.
    pub console: PathBuf,
    /// The address of `cargo lambda watch`, if the functions run there.
    pub watch: Option<String>,
    /// Whether a new data folder gets demo data.
    pub demo: bool,
}

/// The text that `--help` prints.
pub const HELP: &str = "\
Switchboard's local platform: everything in one process.

Usage: switchboard [options]
  --port <n>         8787, or the next free one
  --bind <address>   127.0.0.1; any other turns demo sign-in off
  --data <folder>    ./data
  --memory           keep nothing
  --console <folder> ./console/dist
  --watch <url>      call functions through `cargo lambda watch` at this address
  --no-demo          people and queues, but no past, in a new data folder
  --help
";

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8787,
            bind: IpAddr::from([127, 0, 0, 1]),
            data: Some(PathBuf::from("data")),
            console: PathBuf::from("console/dist"),
            watch: None,
            demo: true,
        }
    }
}

impl Options {
    /// Reads arguments, without the program's name. `None`: the user asked for help.
    ///
    /// # Errors
    /// A sentence that names the argument at fault.
    pub fn read(arguments: impl IntoIterator<Item = String>) -> Result<Option<Self>, String> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--port" => {
                    options.port = value()?.parse().map_err(|_| "--port needs a port number")?;
                }
                "--bind" => {
                    options.bind = value()?.parse().map_err(|_| "--bind needs an IP address")?;
                }
                "--data" => options.data = Some(value()?.into()),
                "--memory" => options.data = None,
                "--console" => options.console = value()?.into(),
                "--watch" => options.watch = Some(value()?),
                "--no-demo" => options.demo = false,
                "--help" | "-h" => return Ok(None),
                other => return Err(format!("there is no option {other}; try --help")),
            }
        }
        Ok(Some(options))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_argument_is_named() {
        let read = |a: &[&str]| Options::read(a.iter().map(|s| (*s).to_owned()));
        assert!(read(&["--prot"]).unwrap_err().contains("--prot"));
        assert!(read(&["--port", "x"]).unwrap_err().contains("--port"));
        assert_eq!(read(&["--memory"]).unwrap().unwrap().data, None);
        assert_eq!(read(&["--help"]).unwrap(), None);
    }
}

//! The options of the command line.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Switchboard on one machine: everything in one process.
///
/// Without a command it runs the demo: one-click sign-in, a sandbox of customers, a month of past.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "switchboard", version, args_override_self = true)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// The options of the demo.
    #[command(flatten)]
    pub demo: Demo,
    /// The work instead of the demo.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A command.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Run a workplace in earnest: sign-in by password or by your own OpenID issuer, no demo
    Serve(Serve),
    /// Copy a data folder into one file while Switchboard runs
    Backup(Backup),
    /// Make a data folder from a file that `backup` wrote
    Restore(Restore),
    /// Make a link by which an admin who cannot sign in chooses a new password
    AdminLink(AdminLink),
    /// Operations
    #[command(flatten)]
    Operate(operate::options::Operation),
}

/// The options of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Demo {
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
    /// Nobody and nothing, in a new data folder: set the workplace up in the console
    #[arg(long, conflicts_with = "no_demo")]
    pub empty: bool,
}

/// The options of a workplace in earnest.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Serve {
    /// The port; a taken one ends the start
    #[arg(long, value_name = "N", default_value_t = 8787, env = "SWITCHBOARD_PORT")]
    pub port: u16,
    /// The address; put a proxy with TLS in front of it
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", env = "SWITCHBOARD_BIND")]
    pub bind: IpAddr,
    /// The folder for data
    #[arg(long, value_name = "FOLDER", default_value = "data", env = "SWITCHBOARD_DATA")]
    pub data: PathBuf,
    /// The folder of the built console
    #[arg(long, value_name = "FOLDER", default_value = "console/dist")]
    pub console: PathBuf,
    /// The address that browsers use, such as `https://desk.example.com`
    #[arg(long, value_name = "URL", env = "SWITCHBOARD_URL")]
    pub url: Option<String>,
    /// Your own OpenID issuer, instead of passwords
    #[arg(long, value_name = "URL", env = "SWITCHBOARD_ISSUER", requires = "oidc_client_id")]
    pub oidc_issuer: Option<String>,
    /// The console's client id at that issuer
    #[arg(long, value_name = "ID", env = "SWITCHBOARD_CLIENT_ID")]
    pub oidc_client_id: Option<String>,
    /// The e-mail address of the first admin, in a new data folder
    #[arg(long, value_name = "EMAIL", env = "SWITCHBOARD_ADMIN_EMAIL")]
    pub admin_email: Option<String>,
    /// The mail server for invitations and forgotten passwords, such as
    /// `smtps://user:password@mail.example.com:465`, or `smtp://…` for STARTTLS. Other people on
    /// this machine see options: keep a password in the environment
    #[arg(long, value_name = "URL", env = "SWITCHBOARD_SMTP", hide_env_values = true)]
    #[arg(requires = "mail_from")]
    pub smtp: Option<String>,
    /// The sender of e-mail, such as `Acme <desk@example.com>`
    #[arg(long, value_name = "EMAIL", env = "SWITCHBOARD_MAIL_FROM")]
    pub mail_from: Option<String>,
}

/// The options of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Backup {
    /// The folder for data
    #[arg(long, value_name = "FOLDER", default_value = "data", env = "SWITCHBOARD_DATA")]
    pub data: PathBuf,
    /// The file to write; a file that is there already is not overwritten
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// The options of a restore.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Restore {
    /// The folder to make; it must not exist, or be empty
    #[arg(long, value_name = "FOLDER", default_value = "data", env = "SWITCHBOARD_DATA")]
    pub data: PathBuf,
    /// The file that `backup` wrote
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// The options of a link for an admin.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct AdminLink {
    /// The folder for data; Switchboard may run on it
    #[arg(long, value_name = "FOLDER", default_value = "data", env = "SWITCHBOARD_DATA")]
    pub data: PathBuf,
    /// The admin's e-mail address
    #[arg(value_name = "EMAIL")]
    pub email: String,
}

impl Demo {
    /// The folder for data; `None` for memory only.
    #[must_use]
    pub fn folder(&self) -> Option<&PathBuf> {
        (!self.memory).then_some(&self.data)
    }
}

impl Serve {
    /// The issuer of one's own with the console's client id there; `None`: people sign in here.
    ///
    /// # Errors
    /// If the address is none, or leads over the network without TLS: whoever listens there could
    /// let anybody in.
    pub fn issuer(&self) -> Result<Option<(&str, &str)>, String> {
        let (Some(url), Some(client)) = (&self.oidc_issuer, &self.oidc_client_id) else {
            return Ok(None);
        };
        let parsed = url.parse::<http::Uri>().ok();
        let host = parsed.as_ref().and_then(|uri| uri.host()).unwrap_or_default();
        let name = host.trim_start_matches('[').trim_end_matches(']');
        let here = name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        match parsed.as_ref().and_then(|uri| uri.scheme_str()) {
            Some("https") if !host.is_empty() && !url.contains(['?', '#']) => {}
            Some("http") if here => {}
            Some("http") => {
                return Err(format!(
                    "--oidc-issuer {url}: an issuer on another machine needs https, or whoever \
                     listens on the way lets anybody in"
                ));
            }
            _ => {
                return Err(format!(
                    "--oidc-issuer {url}: give the address of the issuer, such as \
                     https://id.example.com"
                ));
            }
        }
        Ok(Some((url, client)))
    }

    /// The address that browsers use, without a slash at its end.
    ///
    /// # Errors
    /// If it is no address of a web site's root.
    pub fn base_url(&self) -> Result<String, String> {
        let Some(url) = &self.url else { return Ok(format!("http://localhost:{}", self.port)) };
        let url = url.trim_end_matches('/');
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        match host {
            Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
                Ok(url.to_owned())
            }
            _ => Err(format!(
                "--url {url}: give the address of the root, such as https://desk.example.com"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Cli, String> {
        let all = std::iter::once("switchboard").chain(arguments.iter().copied());
        Cli::try_parse_from(all).map_err(|refused| refused.to_string())
    }

    fn serve(arguments: &[&str]) -> Serve {
        match read(&[&["serve"], arguments].concat()).unwrap().command {
            Some(Command::Serve(serve)) => serve,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_wrong_argument_is_named_with_the_nearest_right_one() {
        assert!(read(&["--prot"]).unwrap_err().contains("--prot"));
        let refused = read(&["--port", "x"]).unwrap_err();
        assert!(refused.contains("--port") && refused.contains("'x'"), "{refused}");
        assert!(read(&["--memory", "--data", "here"]).unwrap_err().contains("cannot be used with"));
        assert!(read(&["serve", "--no-demo"]).unwrap_err().contains("--no-demo"));
    }

    #[test]
    fn memory_has_no_folder() {
        assert_eq!(read(&["--memory"]).unwrap().demo.folder(), None);
        assert_eq!(read(&[]).unwrap().demo.folder(), Some(&PathBuf::from("data")));
    }

    #[test]
    fn the_address_for_browsers_is_a_root() {
        assert_eq!(serve(&["--port", "90"]).base_url().unwrap(), "http://localhost:90");
        let at = |url: &str| serve(&["--url", url]).base_url();
        assert_eq!(at("https://desk.example.com/").unwrap(), "https://desk.example.com");
        for bad in ["desk.example.com", "https://", "https://x/desk", "ftp://x", "https://a@b"] {
            assert!(at(bad).unwrap_err().contains("--url"), "{bad}");
        }
    }

    #[test]
    fn a_mail_server_needs_a_sender() {
        let refused = read(&["serve", "--smtp", "smtp://localhost"]).unwrap_err();
        assert!(refused.contains("--mail-from"), "{refused}");
    }

    #[test]
    fn an_issuer_of_ones_own_needs_its_client() {
        let refused = read(&["serve", "--oidc-issuer", "https://id.example.com"]).unwrap_err();
        assert!(refused.contains("--oidc-client-id"), "{refused}");
    }

    #[test]
    fn an_issuer_of_ones_own_is_an_address_with_tls() {
        let at = |url: &str| {
            let serve = serve(&["--oidc-issuer", url, "--oidc-client-id", "desk"]);
            serve.issuer().map(|found| found.map(|(url, _)| url.to_owned()))
        };
        for good in [
            "https://id.example.com",
            "https://id.example.com/realms/desk/",
            "http://localhost:9000",
            "http://127.0.0.1:9000/x",
            "http://[::1]:9000",
        ] {
            assert_eq!(at(good).unwrap().as_deref(), Some(good));
        }
        for (bad, part) in [
            ("notaurl", "https://id.example.com"),
            ("id.example.com", "https://id.example.com"),
            ("https://", "https://id.example.com"),
            ("ftp://id.example.com", "https://id.example.com"),
            ("http://id.example.com", "needs https"),
            ("http://127.0.0.1.example.com", "needs https"),
        ] {
            let refused = at(bad).unwrap_err();
            assert!(refused.contains("--oidc-issuer") && refused.contains(part), "{refused}");
        }
    }
}

//! E-mail that this machine sends by itself: invitations, and links for forgotten passwords. It
//! goes by SMTP through the mail server that the options name.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

/// How long a mail server may take for each step.
const PATIENCE: Duration = Duration::from_secs(10);

/// A mail server, and the address in whose name it sends.
#[derive(Debug, Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// The mail server's host and port, for the log.
    pub host: String,
}

/// A letter in plain text.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The name of the person who gets it.
    pub name: String,
    /// The address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// The reason for which a letter was not sent: a sentence without secrets.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotSent(String);

impl Mailer {
    /// Reads the address of a mail server: `smtps://user:password@host:465` speaks TLS from the
    /// first byte, `smtp://user:password@host:587` turns to TLS before it says anything
    /// (STARTTLS). A server on this machine may speak in clear.
    ///
    /// # Errors
    /// A sentence that names the option and an example, if the address or the sender is malformed.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let from: Mailbox = from.parse().map_err(|_| {
            format!("--mail-from {from}: give an e-mail address, such as desk@example.com")
        })?;
        // The text of the option is not repeated: it may hold a password.
        let bad = |why: &str| {
            format!(
                "--smtp: {why}; write smtps://user:password@mail.example.com:465, or smtp://… \
                     for STARTTLS, and %40 for an @ in the user's name or the password"
            )
        };
        let (scheme, rest) = url.split_once("://").ok_or_else(|| bad("there is no smtps://"))?;
        if !["smtp", "smtps"].contains(&scheme) {
            return Err(bad(&format!("{scheme}:// is no mail server's")));
        }
        let (user, host) = rest.rsplit_once('@').unwrap_or(("", rest));
        let host = host.trim_end_matches('/').to_owned();
        if user.contains(['@', '/']) {
            return Err(bad("the user's name or the password holds an @ or a /"));
        }
        if !user.is_empty() && !user.contains(':') {
            return Err(bad("there is a user, but no password"));
        }
        if host.is_empty() || host.contains(['/', '?', '#', ' ']) {
            return Err(bad("there is no host"));
        }
        let here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
            host.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        });
        let tls = if scheme == "smtp" && !here { "?tls=required" } else { "" };
        let address = format!("{}{tls}", url.trim_end_matches('/'));
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address)
            .map_err(|error| bad(&cause(&error)))?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { transport, from, host })
    }

    /// Hands a letter to the mail server.
    ///
    /// # Errors
    /// A sentence: the address is none, the mail server is out of reach, or it refused the letter.
    pub async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        let address: Address = letter
            .to
            .parse()
            .map_err(|_| NotSent(format!("{} is no address that takes e-mail", letter.to)))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name.clone()), address))
            .subject(letter.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .map_err(|error| NotSent(error.to_string()))?;
        self.transport.send(message).await.map(drop).map_err(|error| self.not_sent(&error))
    }

    /// Asks the mail server whether it would take a letter.
    ///
    /// # Errors
    /// A sentence: the mail server is out of reach, or it does not know the user.
    pub async fn test(&self) -> Result<(), NotSent> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(NotSent(format!("the mail server {} is not ready", self.host))),
            Err(error) => Err(self.not_sent(&error)),
        }
    }

    fn not_sent(&self, error: &smtp::Error) -> NotSent {
        let host = &self.host;
        NotSent(match error.status() {
            Some(code) => {
                format!("the mail server {host} refused with {code}: {}", cause(error))
            }
            None if error.is_timeout() => format!("the mail server {host} did not answer in time"),
            None => format!("the mail server {host} is out of reach: {}", cause(error)),
        })
    }
}

/// The innermost reason of an error.
fn cause(error: &smtp::Error) -> String {
    let mut inner: &dyn std::error::Error = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    inner.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malformed_mail_server_is_refused_without_its_password() {
        let new = |url: &str| Mailer::new(url, "desk@example.com").map(|mailer| mailer.host);
        for bad in [
            "mail.example.com:465",
            "https://mail.example.com",
            "smtps://",
            "smtps://ada:s3cret@",
            "smtps://ada:s3cret@host/inbox",
            "smtps://ada@example.com:s3cret@mail.example.com",
            "smtps://ada:s3cret/2@mail.example.com",
            "smtps://ada@mail.example.com",
            "smtps://ada:s3cret@mail.example.com:port",
        ] {
            let refused = new(bad).unwrap_err();
            assert!(refused.contains("--smtp") && refused.contains("smtps://user"), "{refused}");
            assert!(!refused.contains("s3cret"), "{refused}");
        }
        assert_eq!(
            new("smtps://ada%40example.com:p%2Fw@mail.example.com:465"),
            Ok("mail.example.com:465".to_owned())
        );
        assert_eq!(new("smtp://mail.example.com/"), Ok("mail.example.com".to_owned()));
        let from = Mailer::new("smtp://localhost:25", "nobody").unwrap_err();
        assert!(from.contains("--mail-from nobody"), "{from}");
        assert!(Mailer::new("smtp://localhost:25", "Acme <desk@example.com>").is_ok());
    }

    #[tokio::test]
    async fn a_server_that_is_down_is_named() {
        // Nothing listens on the port after its listener has gone.
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mailer = Mailer::new(&format!("smtp://127.0.0.1:{port}"), "desk@example.com").unwrap();
        let letter = Letter {
            name: "Mark".to_owned(),
            to: "mark@example.com".to_owned(),
            subject: "Hello".to_owned(),
            text: "Hello".to_owned(),
        };
        let why = mailer.send(&letter).await.unwrap_err().to_string();
        assert!(why.contains(&port.to_string()) && why.contains("out of reach"), "{why}");
        assert!(mailer.test().await.is_err());
        let nobody = Letter { to: "nobody".to_owned(), ..letter };
        assert!(mailer.send(&nobody).await.unwrap_err().to_string().contains("nobody"));
    }
}

//! Mails on their way out by an account's own mail server. `deliver` asks as it would ask Amazon
//! SES; the mail keeps the id that the engine gave it.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use channels::Secrets;
use channels::email::channel::{IMAP_PASSWORD, IMAP_USER, SMTP_PASSWORD, SMTP_SERVER, SMTP_USER};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, address::Envelope};
use serde_json::{Value, json};

use super::imap;
use crate::Platform;

/// How long a mail server may take.
const PATIENCE: Duration = Duration::from_secs(7);

/// The address at which the platform takes mails for mail servers; only functions of this process
/// reach it.
pub(crate) fn url(base_url: &str) -> String {
    format!("{base_url}/outgoing")
}

/// The answer to a request of `deliver`: a status, a kind of error, and a body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) error: Option<&'static str>,
    pub(crate) body: Value,
}

impl Answer {
    fn refused(status: u16, error: &'static str, why: &str) -> Self {
        Self { status, error: Some(error), body: json!({"message": why}) }
    }
}

/// Hands a mail to the mail server of its account.
pub(crate) async fn send(platform: &Arc<Platform>, body: &[u8]) -> Answer {
    let asked: Value = serde_json::from_slice(body).unwrap_or_default();
    let from = asked["FromEmailAddress"].as_str().unwrap_or_default();
    let to = asked["Destination"]["ToAddresses"][0].as_str().unwrap_or_default();
    let data = asked["Content"]["Raw"]["Data"].as_str().unwrap_or_default();
    let raw = STANDARD.decode(data).unwrap_or_default();
    let (Ok(sender), Ok(recipient)) = (from.parse::<Address>(), to.parse::<Address>()) else {
        return Answer::refused(400, "BadRequestException", "an address is none");
    };
    let transport = match transport(platform, from).await {
        Ok(transport) => transport,
        Err(why) => return Answer::refused(503, "MailServerAway", &why),
    };
    let Ok(envelope) = Envelope::new(Some(sender), vec![recipient]) else {
        return Answer::refused(400, "BadRequestException", "an address is none");
    };
    let id = channels::email::read(&raw).ok().and_then(|letter| letter.message_id);
    match transport.send_raw(&envelope, &raw).await {
        Ok(_) => {
            let body = json!({"MessageId": id.unwrap_or_default()});
            Answer { status: 200, error: None, body }
        }
        Err(error) if error.is_permanent() => {
            Answer::refused(400, "MailServerRefused", &error.to_string())
        }
        Err(error) => Answer::refused(503, "MailServerAway", &error.to_string()),
    }
}

async fn transport(
    platform: &Arc<Platform>,
    from: &str,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let own = platform.own();
    let directory = own.directory().await.map_err(|e| e.to_string())?;
    let asset = directory
        .assets
        .values()
        .find(|asset| asset.channel == "email" && asset.account.eq_ignore_ascii_case(from));
    let asset = asset.ok_or("no account has this address")?;
    let secrets = app::asset::secrets::of(own.line(), &directory, asset).await;
    let secrets: Secrets = secrets.map_err(|e| e.to_string())?.into_owned();
    let or = |name: &str, instead: &str| match secrets.get(name) {
        "" => secrets.get(instead).to_owned(),
        value => value.to_owned(),
    };
    let (host, port) = imap::address(secrets.get(SMTP_SERVER), 465);
    let builder = match port {
        _ if imap::is_here(host) && port != 465 => {
            Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host))
        }
        465 => AsyncSmtpTransport::<Tokio1Executor>::relay(host),
        _ => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
    };
    let mut builder = builder.map_err(|e| e.to_string())?.port(port).timeout(Some(PATIENCE));
    let user = or(SMTP_USER, IMAP_USER);
    if !user.is_empty() && !imap::is_here(host) || !secrets.get(SMTP_USER).is_empty() {
        builder = builder.credentials(Credentials::new(user, or(SMTP_PASSWORD, IMAP_PASSWORD)));
    }
    Ok(builder.build())
}

//! Mailboxes of this machine: where an account for e-mail names an IMAP server, the platform looks
//! into its mailbox, as Amazon SES would bring its mails, and sends by its mail server.
//!
//! A mail counts as taken once `ingest` has stored it; only then the mailbox shows it as read. A
//! stop in between brings the mail again, and the log recognises it.

mod imap;
pub(crate) mod outgoing;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use app::asset::health::{self, Sign};
use channels::Secrets;
use channels::email::channel::{
    IMAP_PASSWORD, IMAP_SERVER, IMAP_USER, MAILBOX_HEADER, MAILBOX_KEY, mailbox_signature,
};
use domain::AssetId;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::settings::directory::Asset;
use tokio::task::JoinHandle;

use crate::sandbox::mailbox::sns::{Arrived, received};
use crate::{Platform, files};

/// How often the platform looks which mailboxes there are.
const LOOK: Duration = Duration::from_secs(5);
/// The waits after a failure, from the first one on.
const WAITS: [u64; 5] = [2, 10, 30, 60, 300];

/// A mailbox at an IMAP server.
#[derive(Clone, PartialEq, Eq)]
struct Mailbox {
    asset: AssetId,
    server: String,
    user: String,
    password: String,
}

/// The values of this machine for e-mail: its own signature, and its own way out.
#[must_use]
pub fn secrets(base: &Secrets, base_url: &str, key: &str) -> Secrets {
    base.clone()
        .with(MAILBOX_KEY, mailbox_signature(key, b"mailboxes of this machine"))
        .with(channels::email::channel::OUTGOING_URL, outgoing::url(base_url))
}

/// Watches the mailboxes of all accounts until the process ends.
pub fn watch(platform: &Arc<Platform>) {
    let platform = Arc::clone(platform);
    tokio::spawn(async move {
        let mut watched: BTreeMap<AssetId, (Mailbox, JoinHandle<()>)> = BTreeMap::new();
        while !platform.is_stopping() {
            match wanted(&platform).await {
                Ok(wanted) => {
                    watched.retain(|asset, (mailbox, task)| {
                        let stays = wanted.get(asset) == Some(mailbox) && !task.is_finished();
                        if !stays {
                            task.abort();
                        }
                        stays
                    });
                    for (asset, mailbox) in wanted {
                        watched.entry(asset).or_insert_with(|| {
                            let task = tokio::spawn(keep(Arc::clone(&platform), mailbox.clone()));
                            (mailbox, task)
                        });
                    }
                }
                Err(why) => tracing::warn!(why, "nobody knows which mailboxes there are"),
            }
            tokio::time::sleep(LOOK).await;
        }
        for (_, task) in watched.into_values() {
            task.abort();
        }
    });
}

/// The mailboxes of the accounts in use.
async fn wanted(platform: &Arc<Platform>) -> Result<BTreeMap<AssetId, Mailbox>, String> {
    let own = platform.own();
    let directory = own.directory().await.map_err(|e| e.to_string())?;
    let mut all = BTreeMap::new();
    let is_mail = |asset: &&Asset| !asset.retired && asset.channel == "email";
    for asset in directory.assets.values().filter(is_mail) {
        let secrets = app::asset::secrets::of(own.line(), &directory, asset).await;
        let secrets = secrets.map_err(|e| e.to_string())?;
        let field = |name: &str| secrets.get(name).trim().to_owned();
        let (server, user) = (field(IMAP_SERVER), field(IMAP_USER));
        if server.is_empty() || user.is_empty() {
            continue;
        }
        let (asset, password) = (asset.id.clone(), secrets.get(IMAP_PASSWORD).to_owned());
        all.insert(asset.clone(), Mailbox { asset, server, user, password });
    }
    Ok(all)
}

/// Looks into one mailbox, again and again.
async fn keep(platform: Arc<Platform>, mailbox: Mailbox) {
    let mut failures = 0;
    loop {
        let looked = imap::look(&platform, &mailbox).await;
        let (taken, why) = match looked {
            Ok(taken) => (taken, "the server ended the connection".to_owned()),
            Err((taken, why)) => (taken, why),
        };
        failures = if taken > 0 { 0 } else { failures + 1 };
        let wait = WAITS[failures.min(WAITS.len() - 1)];
        tracing::warn!(asset = %mailbox.asset, server = mailbox.server, why, wait, "a mailbox");
        let own = platform.own();
        let told = format!("The mailbox at {} did not answer: {why}", mailbox.server);
        health::note(own.line(), &mailbox.asset, Sign::Refused, &told).await;
        tokio::time::sleep(Duration::from_secs(wait)).await;
    }
}

/// Hands a mail to `ingest`, as a notification of SES would. Returns whether the mail is stored.
async fn hand_in(platform: &Platform, asset: &AssetId, raw: &[u8], at: i64) -> Result<(), String> {
    let digest = Sha256::digest(raw);
    let id: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let key = format!("inbound/{id}");
    platform.files.keep(&key, raw).map_err(|e| e.to_string())?;
    let place = (files::BUCKET, key.as_str());
    let message = received(&Arrived { id: &id, source: "", recipients: &[], place, at });
    let body = message.to_string();
    let key = platform.config().secrets_of("email").get(MAILBOX_KEY).to_owned();
    let route = "POST /webhooks/{channel}/{asset}";
    let path = format!("/webhooks/email/{asset}");
    let event = json!({
        "version": "2.0", "routeKey": route, "rawPath": path,
        "headers": {MAILBOX_HEADER: mailbox_signature(&key, body.as_bytes())},
        "pathParameters": {"channel": "email", "asset": asset},
        "requestContext": {"http": {"method": "POST", "path": path}, "timeEpoch": 0},
        "body": body, "isBase64Encoded": false,
    });
    let answer = platform.invoke("ingest", event).await.map_err(|e| e.to_string())?;
    match answer["statusCode"].as_u64() {
        Some(200..=299) => Ok(()),
        status => Err(format!("the engine did not store a mail: {status:?}")),
    }
}

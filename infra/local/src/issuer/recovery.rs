//! The way back in where no admin can sign in: a link that somebody makes on the machine itself.
//!
//! `switchboard admin-link` leaves the hash of a link in the data folder. The running process takes
//! it from there within a second, or the next one when it starts: it alone writes the accounts and
//! the table, and the history of the admin's record has the act.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use domain::Role;
use serde::{Deserialize, Serialize};
use store::settings::directory::Agent;

use super::invitations::note;
use super::secret::{self, hashed};
use super::{BadKey, agents, seconds};
use crate::{Platform, folder};

/// The file in the data folder.
pub(crate) const FILE: &str = "admin-link.json";
/// The time for which the link is good, in seconds.
const GOOD: i64 = 60 * 60;
/// How often the running process looks for the file.
const LOOK: Duration = Duration::from_secs(1);

/// A link that was made on the machine.
#[derive(Debug, Serialize, Deserialize)]
struct Left {
    agent: String,
    email: String,
    hash: String,
    until: i64,
}

/// Leaves the hash of a link for an admin in a data folder. Returns the link's secret.
///
/// # Errors
/// If there is no randomness, or the folder cannot be written.
pub(crate) fn leave(data: &Path, admin: &Agent) -> Result<String, BadKey> {
    let bad = |e: &dyn std::fmt::Display| BadKey(format!("{FILE}: {e}"));
    let secret = secret::fresh()?;
    let left = Left {
        agent: admin.profile.id.to_string(),
        email: admin.email.clone(),
        hash: hashed(&secret),
        until: seconds() + GOOD,
    };
    let text = serde_json::to_vec(&left).map_err(|e| bad(&e))?;
    let file = data.join(FILE);
    folder::replace(&file, &text).map_err(|e| bad(&e))?;
    // The superuser may make the link, and another user runs the process that reads it.
    folder::as_its_folder(&file).map_err(|e| bad(&e))?;
    Ok(secret)
}

/// Whether an agent may be let in by a link of this machine.
pub(crate) fn is_admin(agent: &Agent) -> bool {
    agent.active && agent.profile.role == Role::Admin
}

/// Looks for a link that was made on the machine, as long as the process runs.
pub(crate) fn watch(platform: &Arc<Platform>) {
    let platform = Arc::clone(platform);
    tokio::spawn(async move {
        loop {
            take(&platform).await;
            tokio::time::sleep(LOOK).await;
        }
    });
}

/// Takes a link over that was made on the machine, if there is one.
pub(super) async fn take(platform: &Arc<Platform>) {
    let Some(file) = platform.issuer.folder.as_ref().map(|folder| folder.join(FILE)) else {
        return;
    };
    if !file.exists() {
        return;
    }
    let _turn = platform.issuer.recovering.lock().await;
    let Ok(text) = std::fs::read(&file) else { return };
    if let Err(why) = accept(platform, &text).await {
        tracing::error!(%why, "the link that `switchboard admin-link` made is not good");
    }
    if let Err(error) = std::fs::remove_file(&file) {
        tracing::error!(%error, "{FILE} stays in the data folder; remove it");
    }
}

async fn accept(platform: &Arc<Platform>, text: &[u8]) -> Result<(), String> {
    let left: Left = serde_json::from_slice(text).map_err(|e| e.to_string())?;
    let all = agents(platform).await.map_err(|e| e.to_string())?;
    let is_it = |agent: &Agent| {
        is_admin(agent) && agent.profile.id.as_str() == left.agent && agent.email == left.email
    };
    let admin = all.into_iter().find(is_it).ok_or("there is no such admin any more")?;
    let machine = "system".parse().map_err(|e: domain::id::InvalidId| e.to_string())?;
    note(platform, &admin, machine, "made on the machine").await.map_err(|e| e.to_string())?;
    let until = left.until.min(seconds() + GOOD);
    let accounts = &platform.issuer.accounts;
    accounts.admit_link(&left.agent, &admin.email, left.hash, until).map_err(|e| e.to_string())?;
    tracing::warn!(admin = %admin.profile.id, "a sign-in link was made on the machine");
    Ok(())
}

//! The letters of the sign-in service: invitations, and links for forgotten passwords.

use std::sync::Arc;

use store::settings::directory::Agent;

use crate::Platform;
use crate::mail::{Letter, NotSent};

/// Sends an agent an admin's link.
///
/// # Errors
/// If the letter was not sent.
pub(super) async fn invitation(
    platform: &Arc<Platform>,
    agent: &Agent,
    link: &str,
) -> Result<(), NotSent> {
    let workspace = workspace(platform).await;
    let text = format!(
        "Hello {name},\n\nan admin of {workspace} invites you to answer customers with Switchboard. \
         Open this address and choose a password:\n\n{link}\n\nThe link is good once, and for three \
         days. If it has lapsed, ask an admin for another one.\n",
        name = agent.profile.name,
    );
    send(platform, agent, format!("Your sign-in link for {workspace}"), text).await
}

/// Sends an agent who forgot the password a link that sets a new one.
///
/// # Errors
/// If the letter was not sent.
pub(super) async fn reset(
    platform: &Arc<Platform>,
    agent: &Agent,
    link: &str,
) -> Result<(), NotSent> {
    let workspace = workspace(platform).await;
    let text = format!(
        "Hello {name},\n\nsomebody asked for a new password for your account at {workspace}. Open \
         this address to choose one:\n\n{link}\n\nThe link is good once, and for an hour. If you \
         did not ask, ignore this letter: your password stays as it is.\n",
        name = agent.profile.name,
    );
    send(platform, agent, format!("A new password for {workspace}"), text).await
}

async fn send(
    platform: &Arc<Platform>,
    agent: &Agent,
    subject: String,
    text: String,
) -> Result<(), NotSent> {
    let Some(mailer) = &platform.issuer.mail else { return Ok(()) };
    let (name, to) = (agent.profile.name.clone(), agent.email.clone());
    mailer.send(&Letter { name, to, subject, text }).await
}

/// The name of the business, or the program's where there is none.
async fn workspace(platform: &Arc<Platform>) -> String {
    let directory = platform.own().directory().await.ok();
    directory
        .map(|directory| directory.workspace_record.name.clone())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "Switchboard".to_owned())
}

//! The first admin of an empty workplace.

use std::sync::Arc;

use store::settings::directory::Record;

use crate::Platform;

/// Makes the first admin of a workplace whose people sign in at another issuer, unless somebody is
/// here already.
///
/// # Errors
/// If the text is no e-mail address, or the table fails.
pub async fn admin(
    platform: &Arc<Platform>,
    email: &str,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let own = platform.own();
    if !own.store.directory().await?.agents.is_empty() {
        return Ok(());
    }
    let email = app::agent::address(email)
        .map_err(|refused| format!("--admin-email {email}: {}", refused.message))?;
    own.store.put_records(&[Record::Agent(app::agent::first::of_address(&email)?)]).await?;
    own.refresh_directory();
    Ok(())
}

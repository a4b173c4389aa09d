//! `switchboard admin-link`: a link by which an admin chooses a new password, made by whoever has
//! the data folder.

use std::fs;
use std::path::Path;

use store::settings::directory::Agent;

use crate::engine::Engine;
use crate::files::Files;
use crate::issuer::{Issuer, recovery};
use crate::options::AdminLink;
use crate::start::Failed;
use crate::{Platform, REGION, backup, folder, template};

/// Makes the link, on a folder that stands still or beside the running process. Returns the sentences
/// for whoever asked.
///
/// # Errors
/// If the folder has no data, nobody with this address is an active admin, or the disk fails.
pub async fn make(options: &AdminLink) -> Result<String, Failed> {
    let (data, email) = (&options.data, options.email.trim());
    let agents = agents(data).await?;
    let admins = || agents.iter().filter(|agent| recovery::is_admin(agent));
    let Some(admin) = admins().find(|admin| admin.email.eq_ignore_ascii_case(email)) else {
        let known: Vec<&str> = admins().map(|admin| admin.email.as_str()).collect();
        let known = if known.is_empty() { "there are none".to_owned() } else { known.join(", ") };
        return Err(format!("no active admin has the address {email}; the admins: {known}").into());
    };
    let secret = recovery::leave(data, admin)?;
    let url = fs::read_to_string(data.join(folder::URL)).unwrap_or_default();
    let url = if url.trim().is_empty() { "http://localhost:8787" } else { url.trim() };
    Ok(format!(
        "{url}/invite/{secret}\n\nWith this link {name} ({email}) chooses a new password, once and \
         within an hour. Switchboard must\nrun by then; the history of the admin's record shows that \
         the link was made.",
        name = admin.profile.name,
        email = admin.email,
    ))
}

/// The agents of a data folder, read from a copy of its table: another process may write the table.
async fn agents(data: &Path) -> Result<Vec<Agent>, Failed> {
    let copy = data.join("admin-link.sqlite");
    let agents = read(data, &copy).await;
    for ending in ["sqlite", "sqlite-wal", "sqlite-shm"] {
        // Most of them were never there.
        let _ = fs::remove_file(copy.with_extension(ending));
    }
    agents
}

async fn read(data: &Path, copy: &Path) -> Result<Vec<Agent>, Failed> {
    backup::snapshot(data, copy)?;
    let url = "http://localhost".to_owned();
    let issuer = Issuer::open(&url, None, false)?;
    let bucket = format!("{url}/files");
    let files = Files::open(None, &bucket, &crate::keys(&issuer, false), REGION)?;
    let engine = Engine::open(copy)?;
    let platform =
        Platform::new(engine, template::read(template::TEMPLATE)?, issuer, files, false, url);
    let directory = platform.own().store.directory().await?;
    Ok(directory.agents.values().cloned().collect())
}

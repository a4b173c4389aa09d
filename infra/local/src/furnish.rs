//! The demo's workplace, made as an admin makes one: through the public API, after the first admin.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::Method;
use domain::AgentId;
use serde_json::{Value, json};
use store::canned::Canned;
use store::settings::directory::{Agent, Directory, Record};
use store::template::Kept;

use crate::function::Crashed;
use crate::ids::id;
use crate::issuer::BadKey;
use crate::{Platform, demo, http_api, sandbox};

/// The demo's first admin.
const ADMIN: &str = "ada";
/// The addresses of the demo's people end in this; nobody else's do (RFC 2606).
const DOMAIN: &str = "@demo.test";

/// The reason for which the demo's workplace was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The table failed.
    #[error("the demo cannot be made: {0}")]
    Store(#[from] store::Error),
    /// No token could be signed.
    #[error("the demo cannot be made: {0}")]
    Key(#[from] BadKey),
    /// The API failed.
    #[error("the demo cannot be made: {0}")]
    Crashed(#[from] Crashed),
    /// The API refused a record of the demo, or the demo's own lists do not fit each other.
    #[error("the demo cannot be made: {0}")]
    Refused(String),
}

/// Makes the demo's people, queues, accounts, canned messages and templates where nobody is yet.
/// Returns whether it made them. A workplace that an earlier start left unfinished is finished.
///
/// # Errors
/// If the table fails, or the API refuses a record.
pub async fn furnish(platform: &Arc<Platform>) -> Result<bool, NotMade> {
    let own = platform.own();
    let directory = own.store.directory().await?;
    let people: Vec<Agent> = agents(demo::records()).collect();
    if directory != Directory::default() && !is_unfinished(&directory, people.len()) {
        return Ok(false);
    }
    let find = |who: &str| people.iter().find(|agent| agent.profile.id.as_str() == who);
    let admin = find(ADMIN).ok_or_else(|| missing(ADMIN))?;
    if !directory.agents.contains_key(&admin.profile.id) {
        // As in `serve`, the first admin comes first, and belongs to no team yet.
        let mut first = admin.clone();
        first.profile.teams.clear();
        own.store.put_records(&[Record::Agent(first)]).await?;
        own.refresh_directory();
    }
    let as_admin = token(platform, admin)?;
    let is_admin = |record: &Record| matches!(record, Record::Agent(a) if a == admin);
    for record in demo::records().iter().filter(|record| !is_admin(record)) {
        let (path, body) = request(record);
        put(platform, &as_admin, &path, &body).await?;
    }
    for line in sandbox::lines::LINES {
        let asset = json!({"version": 0, "name": line.name, "channel": line.channel,
            "account": line.account, "queue": "support", "teams": ["support", "billing"]});
        put(platform, &as_admin, &format!("/v1/assets/{}", line.asset), &asset).await?;
        let values = sandbox::lines::values(&platform.sandbox.base_url, line);
        let path = format!("/v1/assets/{}/secrets", line.asset);
        put(platform, &as_admin, &path, &json!({"version": 0, "values": values})).await?;
    }
    let now = (crate::wall_clock())();
    for kept in crate::templates::templates(now) {
        let path = format!("/v1/templates/{}", sandbox::ASSET);
        put(platform, &as_admin, &path, &template(&kept)).await?;
    }
    for canned in crate::canned::messages(now) {
        let author = find(canned.by.as_str()).ok_or_else(|| missing(canned.by.as_str()))?;
        let path = format!("/v1/canned/{}", canned.id);
        put(platform, &token(platform, author)?, &path, &words(&canned)).await?;
    }
    // The admin joins the team last: the workplace is finished then.
    put(platform, &as_admin, &format!("/v1/agents/{ADMIN}"), &member(admin, None)).await?;
    Ok(true)
}

/// Whether the demo's people alone are here, and its first admin does not belong to a team yet.
fn is_unfinished(directory: &Directory, most: usize) -> bool {
    let admin: AgentId = id(ADMIN);
    directory.agents.len() <= most
        && directory.agents.values().all(|agent| agent.email.ends_with(DOMAIN))
        && directory.agents.get(&admin).is_some_and(|admin| admin.profile.teams.is_empty())
}

fn missing(who: &str) -> NotMade {
    NotMade::Refused(format!("{who} is none of its people"))
}

fn agents(records: Vec<Record>) -> impl Iterator<Item = Agent> {
    records.into_iter().filter_map(|record| match record {
        Record::Agent(agent) => Some(agent),
        _ => None,
    })
}

fn token(platform: &Platform, agent: &Agent) -> Result<String, NotMade> {
    Ok(platform.issuer.token(agent, None, (crate::wall_clock())().0 / 1_000)?)
}

async fn put(
    platform: &Arc<Platform>,
    token: &str,
    path: &str,
    body: &Value,
) -> Result<(), NotMade> {
    let (status, answer) = http_api::ask(platform, (Method::PUT, path), token, body).await?;
    match status {
        200 => Ok(()),
        _ => Err(NotMade::Refused(format!("PUT {path} answered {status}: {answer}"))),
    }
}

/// The request that makes a record: its path, and its body.
fn request(record: &Record) -> (String, Value) {
    match record {
        Record::Team(team) => {
            (format!("/v1/teams/{}", team.id), json!({"version": 0, "name": team.name}))
        }
        Record::Queue(queue) => (
            format!("/v1/queues/{}", queue.id),
            json!({"version": 0, "name": queue.name, "team": queue.team}),
        ),
        Record::Asset(asset) => (
            format!("/v1/assets/{}", asset.id),
            json!({"version": 0, "name": asset.name, "channel": asset.channel,
                   "account": asset.account, "queue": asset.queue, "teams": asset.teams}),
        ),
        Record::Agent(agent) => {
            (format!("/v1/agents/{}", agent.profile.id), member(agent, Some(0)))
        }
        Record::Workspace(workspace) => {
            ("/v1/workspace".to_owned(), json!({"version": 0, "name": workspace.name}))
        }
        Record::Secrets(secrets) => {
            let values: BTreeMap<&String, &String> =
                secrets.fields.iter().map(|(name, entered)| (name, &entered.shown)).collect();
            let body = json!({"version": 0, "values": values});
            (format!("/v1/assets/{}/secrets", secrets.asset), body)
        }
        Record::Key(key) => {
            (format!("/v1/keys/{}", key.id), json!({"version": 0, "name": key.name}))
        }
    }
}

fn member(agent: &Agent, version: Option<u64>) -> Value {
    let profile = &agent.profile;
    let mut body = json!({
        "name": profile.name, "email": agent.email, "role": profile.role, "teams": profile.teams,
        "capacity": profile.capacity, "skills": profile.skills, "call": agent.call,
    });
    if let Some(version) = version {
        body["version"] = json!(version);
    }
    body
}

fn words(canned: &Canned) -> Value {
    json!({"version": 0, "title": canned.title, "category": canned.category, "text": canned.text,
           "shortcut": canned.shortcut})
}

fn template(kept: &Kept) -> Value {
    let mut body = json!(kept.template);
    body["version"] = json!(0);
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::issuer::Issuer;

    async fn empty() -> Arc<Platform> {
        let url = "http://localhost:8787";
        let wiring = crate::template::read(crate::template::TEMPLATE).unwrap();
        let issuer = Issuer::open(url, None, true).unwrap();
        let keys = crate::keys(&issuer, false);
        let files = Files::open(None, "http://localhost:8788/files", &keys, "local").unwrap();
        let engine = crate::engine::Engine::memory().unwrap();
        let platform = Platform::new(engine, wiring, issuer, files, false, url.to_owned());
        store::table::create(&platform.own().table_client(), crate::TABLE).await.unwrap();
        platform
    }

    #[tokio::test]
    async fn the_api_makes_every_record_of_the_demo_as_it_is_written_down() {
        let platform = empty().await;
        assert!(furnish(&platform).await.unwrap());
        let store = &platform.own().store;
        let made = store.directory().await.unwrap();
        for record in demo::records() {
            match record {
                Record::Team(team) => assert_eq!(made.teams[&team.id], team),
                Record::Queue(queue) => assert_eq!(made.queues[&queue.id], queue),
                Record::Asset(asset) => assert_eq!(made.assets[&asset.id], asset),
                Record::Agent(agent) => {
                    // Authors have signed in; the others have not.
                    let signs_in = made.agents[&agent.profile.id].signs_in.clone();
                    assert_eq!(made.agents[&agent.profile.id], Agent { signs_in, ..agent });
                }
                Record::Workspace(_) | Record::Secrets(_) | Record::Key(_) => {}
            }
        }
        let canned = store.canned().await.unwrap();
        assert_eq!(canned.len(), crate::canned::messages(domain::Millis(0)).len());
        assert!(canned.iter().all(|canned| canned.by.as_str() == "olga"));
        let templates = store.templates(&id(sandbox::ASSET)).await.unwrap();
        assert_eq!(templates.len(), crate::templates::templates(domain::Millis(0)).len());
        assert!(!furnish(&platform).await.unwrap(), "a second start makes nothing");
    }

    #[tokio::test]
    async fn a_start_that_was_cut_off_is_finished_by_the_next_one() {
        let platform = empty().await;
        let admin = agents(demo::records()).find(|a| a.profile.id.as_str() == ADMIN).unwrap();
        let mut first = admin.clone();
        first.profile.teams.clear();
        platform.own().store.put_records(&[Record::Agent(first)]).await.unwrap();
        let as_admin = token(&platform, &admin).unwrap();
        for record in demo::records().iter().take(8) {
            let (path, body) = request(record);
            put(&platform, &as_admin, &path, &body).await.unwrap();
        }
        assert!(furnish(&platform).await.unwrap());
        assert_eq!(platform.own().store.directory().await.unwrap().agents.len(), 9);
    }
}

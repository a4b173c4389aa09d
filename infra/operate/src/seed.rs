//! The beginning of a workplace: its first admin, team and queue.

use app::agent::first::slug;
use domain::Role;
use domain::workspace::{Queue, Team};
use serde_json::json;
use store::settings::directory::Record;

use crate::Failed;
use crate::home::{Home, Kind};
use crate::options::Seed;
use crate::out::Out;

fn refused(option: &str, value: &str, why: impl std::fmt::Display) -> Failed {
    Failed::Option(format!("{option} {value}: {why}"))
}

/// Makes the first admin, team and queue, unless there is an admin already.
///
/// # Errors
/// If an option is wrong, or the table fails.
pub async fn run(home: &Home, options: &Seed, out: &mut Out<'_>) -> Result<(), Failed> {
    let email = app::agent::address(&options.admin_email)
        .map_err(|no| refused("--admin-email", &options.admin_email, no.message))?;
    let directory = home.app.store.directory().await?;
    let admin = directory.people().find(|a| a.active && a.profile.role == Role::Admin);
    if let Some(admin) = admin {
        let value = json!({"made": false, "admin": admin.email});
        out.either(&value, || format!("{} is the admin already; nothing changed.", admin.email))?;
        return Ok(());
    }
    if home.has_passwords() {
        return Err(Failed::Option(
            "people sign in here with passwords: open the console and become the first admin with \
             the set-up code that `switchboard serve` prints"
                .to_owned(),
        ));
    }
    let own = email.split('@').next().unwrap_or("Admin").to_owned();
    let name = options.admin_name.clone().unwrap_or(own);
    let team = slug(&options.team, "team");
    let queue = slug(&options.queue, "queue");
    let team: domain::TeamId =
        team.parse().map_err(|why: domain::id::InvalidId| refused("--team", &options.team, why))?;
    let queue: domain::QueueId = queue
        .parse()
        .map_err(|why: domain::id::InvalidId| refused("--queue", &options.queue, why))?;
    let mut record = app::agent::first::record(&name, email.clone())
        .map_err(|why| refused("--admin-name", &name, why))?;
    record.profile.teams = vec![team.clone()];
    let mut records = vec![Record::Agent(record)];
    if !directory.teams.contains_key(&team) {
        let name = options.team.clone();
        records.push(Record::Team(Team { id: team.clone(), name, retired: false }));
    }
    if !directory.queues.contains_key(&queue) {
        let name = options.queue.clone();
        records.push(Record::Queue(Queue { id: queue, name, team, retired: false }));
    }
    home.app.store.put_records(&records).await?;
    home.app.refresh_directory();
    let next = match &home.kind {
        Kind::Aws(stack) if !stack.output("ConsoleUrl").is_empty() => {
            format!("Sign in at {} with {email}.", stack.output("ConsoleUrl"))
        }
        _ => format!("Sign in to the console with {email}."),
    };
    let value = json!({"made": true, "admin": email, "records": records.len()});
    out.either(&value, || format!("{name} is the first admin, with a team and a queue. {next}"))?;
    Ok(())
}

//! The records of the workplace: somebody can sign in, and each queue has people who serve it.

use domain::Role;
use store::settings::directory::Directory;

use super::Findings;
use crate::home::Home;

/// Looks at the records, and returns them.
pub(super) async fn examine(home: &Home, found: &mut Findings) -> Option<Directory> {
    let directory = match home.app.store.directory().await {
        Ok(directory) => directory,
        Err(error) => {
            found.bad("records", "not_seen", format!("{error}."), "Mend the table first.");
            return None;
        }
    };
    let options = home.options();
    for record in &directory.unreadable {
        found.bad(
            "records",
            "record_unreadable",
            format!("The record {} cannot be read: {}.", record.record, record.why),
            "Enter it again in the console; who changed the table by hand knows what stood there.",
        );
    }
    let people: Vec<_> = directory.people().filter(|agent| agent.active).collect();
    if !people.iter().any(|agent| agent.profile.role == Role::Admin) {
        found.bad(
            "people",
            "no_admin",
            "Nobody is an admin: nobody can change the workplace.",
            if home.has_passwords() {
                "Open the console, and become the first admin with the set-up code that `switchboard \
                 serve` prints at its start."
                    .to_owned()
            } else {
                format!("Run `switchboard seed --admin-email you@example.com {options}`.")
            },
        );
    } else {
        found.good("people", format!("{} people work here, an admin among them.", people.len()));
    }
    for team in directory.teams.values().filter(|team| !team.retired) {
        let serves = directory.queues.values().any(|q| !q.retired && q.team == team.id);
        let members = people.iter().any(|agent| agent.profile.teams.contains(&team.id));
        if serves && !members {
            found.warn(
                "teams",
                "team_empty",
                format!("The team {} serves a queue and has no members.", team.name),
                "Add people to the team in the console, under People.",
            );
        }
    }
    for queue in directory.queues.values().filter(|queue| !queue.retired) {
        if directory.teams.get(&queue.team).is_none_or(|team| team.retired) {
            found.bad(
                "queues of people",
                "queue_without_team",
                format!(
                    "The queue {} belongs to no team that works: nobody gets its customers.",
                    queue.name
                ),
                "Give the queue a team in the console, under Settings.",
            );
        }
    }
    if directory.queues.values().all(|queue| queue.retired) {
        found.warn(
            "queues of people",
            "no_queue",
            "There is no queue for customers to wait in.",
            "Make one in the console, under Settings.",
        );
    }
    Some(directory)
}

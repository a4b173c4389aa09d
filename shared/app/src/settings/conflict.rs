//! Settings that contradict each other in the place where they hold.

use domain::{Millis, Mode, QueueId, WrapUp};
use protocol::Refused;
use store::settings::directory::Directory;
use store::settings::overrides::{Rules, Scope};

/// Checks the rules of every place in which the scope's document holds.
///
/// # Errors
/// The first contradiction, with the place where it holds and the field to change.
pub(super) fn check(directory: &Directory, scope: &Scope) -> Result<(), Refused> {
    match scope {
        Scope::Workspace => rules("In the workspace", &directory.settings.workspace())?,
        Scope::Team(team) => rules(&format!("In team {team}"), &directory.settings.team(team))?,
        _ => {}
    }
    let concerned = directory.queues.values().filter(|queue| match scope {
        Scope::Workspace => true,
        Scope::Team(team) => queue.team == *team,
        Scope::Queue(id) => queue.id == *id,
        _ => false,
    });
    for queue in concerned {
        let place = format!("In queue {}", queue.id);
        rules(&place, directory.rules(&queue.id))?;
        somebody_can(&place, directory, &queue.id)?;
    }
    Ok(())
}

fn rules(place: &str, rules: &Rules) -> Result<(), Refused> {
    let policy = &rules.policy;
    if let Some(after) = policy.requeue_after.filter(|after| policy.requeue_warning >= *after) {
        return Err(conflict(
            "requeue_warning_seconds",
            format!(
                "{place} the owner is warned {} before a customer is taken from them, which \
                 happens after {}.",
                seconds(policy.requeue_warning),
                seconds(after)
            ),
            "Warn for less time than a customer may wait.",
        ));
    }
    if policy.first_answer_warning >= policy.first_answer_target {
        return Err(conflict(
            "first_answer_warning_seconds",
            format!(
                "{place} the warning comes {} before the first answer is due, which is after {}.",
                seconds(policy.first_answer_warning),
                seconds(policy.first_answer_target)
            ),
            "Warn for less time than the target gives.",
        ));
    }
    let shortest = policy.discuss_timeout.min(policy.assign_timeout);
    if policy.step_timeout > shortest {
        return Err(conflict(
            "step_timeout_seconds",
            format!(
                "{place} each member is asked for {}, longer than the whole offer waits: {}.",
                seconds(policy.step_timeout),
                seconds(shortest)
            ),
            "Ask each for less time, or let offers wait longer.",
        ));
    }
    if policy.wrap_up == WrapUp::Mandatory && policy.dispositions.is_empty() {
        return Err(conflict(
            "dispositions",
            format!("{place} a disposition is mandatory, but there is none to choose."),
            "Add dispositions, or make wrap-up optional.",
        ));
    }
    if rules.hours.is_some() && rules.off_hours_message.is_none() {
        return Err(conflict(
            "off_hours_message",
            format!("{place} there are business hours, but nothing is said outside of them."),
            "Write the message, or remove the hours.",
        ));
    }
    Ok(())
}

/// Checks that an agent of the team has the skills that the queue's automatically assigned
/// conversations need.
fn somebody_can(place: &str, directory: &Directory, queue: &QueueId) -> Result<(), Refused> {
    let policy = &directory.rules(queue).policy;
    if policy.mode != Mode::Auto || policy.skills.is_empty() {
        return Ok(());
    }
    let able = directory.agents.values().map(|agent| &agent.profile).any(|profile| {
        let serves = directory.team_of(queue).is_some_and(|team| profile.teams.contains(team));
        serves && policy.skills.iter().all(|skill| profile.skills.contains(skill))
    });
    if able {
        return Ok(());
    }
    Err(conflict(
        "skills",
        format!("{place} conversations are given out, but nobody of its team has these skills."),
        "Give the skills to somebody first, or ask for fewer.",
    ))
}

fn seconds(span: Millis) -> String {
    format!("{} s", span.0 / 1_000)
}

fn conflict(field: &str, message: String, remedy: &str) -> Refused {
    Refused::new("settings_conflict", message, remedy).at(field)
}

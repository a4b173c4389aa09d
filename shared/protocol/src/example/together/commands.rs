//! Examples of commands on working together.

use super::super::story::DISCUSSION;
use super::{id, outcome, recalls, some};
use crate::frame::Command;
use crate::settings::TransferMode;
use crate::view::{MonitorMode, Promotion, Target};
/// Commands on working together, in the second conversation.
pub(in crate::example) fn commands() -> Vec<(&'static str, Command)> {
    [asking(), ending(), conferring(), looking_on(), of_the_conversation()].concat()
}

fn asking() -> Vec<(&'static str, Command)> {
    let discuss = |to, all, discussion, note: &str| Command::Discuss {
        to,
        all,
        discussion,
        note: some(note),
    };
    let assign = |to, all| Command::Assign { to, all, note: some("I am off at five") };
    vec![
        ("assignment.assign.manager", assign(Target::Manager(id("olga")), false)),
        ("assignment.assign.team", assign(Target::Team(id("support")), false)),
        ("assignment.assign.all", assign(Target::Queue(id("returns")), true)),
        ("discuss.discuss.skill", discuss(recalls(), false, None, "Is batch 9 recalled, too?")),
        (
            "discuss.discuss.all",
            discuss(Target::Team(id("billing")), true, None, "Was she charged twice?"),
        ),
        (
            "discuss.discuss.join",
            discuss(Target::Agent(id("omar")), false, some(DISCUSSION), "You know the invoice"),
        ),
        (
            "transfer.skill",
            Command::Transfer {
                to: Target::Skill(id("french")),
                mode: Some(TransferMode::Immediate),
                note: some("She would rather write French"),
            },
        ),
        (
            "transfer.team",
            Command::Transfer {
                to: Target::Team(id("billing")),
                mode: Some(TransferMode::Immediate),
                note: None,
            },
        ),
        (
            "transfer.offer.team",
            Command::Transfer {
                to: Target::Team(id("support")),
                mode: Some(TransferMode::Offer),
                note: some("I am off at five"),
            },
        ),
    ]
}

fn ending() -> Vec<(&'static str, Command)> {
    let promote = |agent: Option<&str>, into| Command::Promote {
        discussion: id(DISCUSSION),
        agent: agent.map(str::to_owned),
        into,
    };
    vec![
        (
            "discuss.end_discussion.outcomes",
            Command::EndDiscussion {
                discussion: id(DISCUSSION),
                resolved: true,
                note: some("Charged once"),
                outcomes: vec![outcome("omar", false, Some("Looked at another invoice"))],
            },
        ),
        (
            "discuss.release_expert",
            Command::ReleaseExpert {
                discussion: id(DISCUSSION),
                outcome: outcome("martha", true, Some("Batch 9 is fine")),
            },
        ),
        ("discuss.finish_discussion", Command::FinishDiscussion { discussion: id(DISCUSSION) }),
        ("discuss.promote.conference", promote(None, Promotion::Conference)),
        ("discuss.promote.transfer", promote(Some("martha"), Promotion::Transfer)),
    ]
}

fn conferring() -> Vec<(&'static str, Command)> {
    let confer = |to, all| Command::Confer { to, all, note: some("She asks about the invoice") };
    vec![
        ("discuss.confer", confer(Target::Agent(id("omar")), false)),
        ("discuss.confer.all", confer(Target::Team(id("billing")), true)),
        ("discuss.leave_conference", Command::LeaveConference),
        ("discuss.remove_guest", Command::RemoveGuest { agent: id("nina") }),
        (
            "assignment.resolve.for_all",
            Command::Resolve { note: some("Settled together"), for_all: true },
        ),
        ("assignment.undo", Command::Undo { entry: 24 }),
    ]
}

fn looking_on() -> Vec<(&'static str, Command)> {
    vec![
        ("discuss.monitor", Command::Monitor { mode: MonitorMode::Silent }),
        ("discuss.monitor.coach", Command::Monitor { mode: MonitorMode::Coach }),
        ("discuss.monitor.barge", Command::Monitor { mode: MonitorMode::Barge }),
        ("discuss.stop_monitoring", Command::StopMonitoring),
        ("discuss.coach", Command::Coach { text: "Offer her the larger kettle.".to_owned() }),
    ]
}

fn of_the_conversation() -> Vec<(&'static str, Command)> {
    vec![
        ("messaging.send_survey", Command::SendSurvey { survey: "Satisfaction".to_owned() }),
        (
            "messaging.trigger",
            Command::Trigger { trigger: "Call back".to_owned(), note: some("After 5 pm") },
        ),
        ("assignment.prioritise", Command::Prioritise { priority: 5 }),
        ("assignment.require", Command::Require { skills: vec![id("recalls")] }),
    ]
}

/// A command on the first conversation, which is over.
pub(in crate::example) fn done() -> (&'static str, Command) {
    let (disposition, note) = (some("Warranty"), some("Filed under batch 7"));
    ("assignment.done", Command::Done { disposition, note })
}

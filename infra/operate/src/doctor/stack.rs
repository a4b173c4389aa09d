//! The stack as a whole: its status, its version, its alarms.

use super::Findings;
use crate::aws::stack::Stack;
use crate::home::Home;

/// This program's version.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A version's numbers; nothing for a text of another form.
fn numbers(version: &str) -> Option<Vec<u64>> {
    version.split('.').map(|part| part.split('-').next()?.parse().ok()).collect()
}

/// Looks at the stack.
pub(super) fn examine(home: &Home, stack: &Stack, found: &mut Findings) {
    let status = &stack.status;
    if status.contains("FAILED") || status.contains("ROLLBACK_COMPLETE") {
        found.bad(
            "stack",
            "stack_failed",
            format!("The last deployment ended as {status}."),
            "Read the first failed event in the CloudFormation console, mend its cause, and deploy \
             again.",
        );
    } else if status.contains("IN_PROGRESS") {
        found.warn(
            "stack",
            "stack_busy",
            format!("A deployment is under way ({status})."),
            "Wait until it is done, then run the doctor again.",
        );
    } else {
        found.good("stack", format!("{} is {status}.", home.name));
    }
    let deployed = stack.output("Version");
    match (numbers(deployed), numbers(VERSION)) {
        (Some(theirs), Some(ours)) if theirs < ours => found.warn(
            "version",
            "stack_older",
            format!("The stack is of version {deployed}, this program of version {VERSION}."),
            "Deploy the newer version: `make deploy`, or the release's packaged template.",
        ),
        (Some(theirs), Some(ours)) if theirs > ours => found.warn(
            "version",
            "program_older",
            format!("The stack is of version {deployed}, this program of version {VERSION}."),
            "Install the program of the stack's version: an older one may misread newer data.",
        ),
        (Some(_), _) => found.good("version", format!("The stack is of version {deployed}.")),
        _ => found.warn(
            "version",
            "version_unknown",
            "The stack does not say its version.",
            "Deploy the present template, whose output Version names it.",
        ),
    }
    if ["AlarmEmail", "AlarmTopicArn"].iter().all(|name| stack.parameter(name).is_empty()) {
        found.warn(
            "alarms",
            "alarm_topic_unset",
            "Nobody hears of alarms: the parameter AlarmTopicArn is empty.",
            "Make an SNS topic with your address in it, and deploy with AlarmTopicArn=<its ARN>.",
        );
    } else {
        found.good("alarms", format!("Alarms go to {}.", stack.parameter("AlarmTopicArn")));
    }
    if matches!(stack.parameter("LogLevel"), "debug" | "trace") {
        found.warn(
            "logs",
            "log_level_debug",
            format!(
                "The parameter LogLevel is {}: customers' words go into the logs.",
                stack.parameter("LogLevel")
            ),
            "Deploy with LogLevel=info as soon as you have seen enough.",
        );
    }
}

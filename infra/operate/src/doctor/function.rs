//! The functions on AWS: whether they run, are called, and have the variables of the template.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use serde_norway::Value as Yaml;

use super::Findings;
use crate::aws::caller::escaped;
use crate::aws::stack::Stack;
use crate::aws::trouble::Trouble;
use crate::home::Home;

/// The template of this program's version.
const TEMPLATE: &str = include_str!("../../../template.yaml");

/// The variables of each function, by its logical id.
fn variables() -> BTreeMap<String, Vec<String>> {
    let root: Yaml = serde_norway::from_str(TEMPLATE).unwrap_or_default();
    let names = |resource: &Yaml| -> Option<Vec<String>> {
        if resource.get("Type")?.as_str()? != "AWS::Serverless::Function" {
            return None;
        }
        let variables = resource.get("Properties")?.get("Environment")?.get("Variables")?;
        let names = variables.as_mapping()?.keys().filter_map(|name| name.as_str());
        Some(names.map(str::to_owned).collect())
    };
    let resources = root.get("Resources").and_then(Yaml::as_mapping).into_iter().flatten();
    resources
        .filter_map(|(id, resource)| Some((id.as_str()?.to_owned(), names(resource)?)))
        .collect()
}

/// Looks at all functions of the stack.
pub(super) async fn examine(home: &Home, stack: &Stack, found: &mut Findings) {
    for (id, wanted) in variables() {
        let part = format!("function {}", id.trim_end_matches("Function").to_lowercase());
        one(home, stack.resource(&id), &part, &wanted, found).await;
        if found.clean(&part) {
            found.good(part, "It is active, with all its variables.");
        }
    }
    rule(home, stack, found).await;
}

async fn one(home: &Home, name: &str, part: &str, wanted: &[String], found: &mut Findings) {
    let missing = |found: &mut Findings| {
        found.bad(
            part,
            "function_missing",
            "The function is not there.",
            "Deploy the stack again.",
        );
    };
    if name.is_empty() {
        return missing(found);
    }
    let lambda = async |call: &str, path: String| home.caller.get("lambda", call, &path).await;
    let path = format!("/2015-03-31/functions/{}/configuration", escaped(name));
    let about = match lambda("GetFunctionConfiguration", path).await {
        Ok(about) => about,
        Err(Trouble::Missing { .. }) => return missing(found),
        Err(trouble) => return found.unseen("functions", &trouble),
    };
    let failed = |field: &str| about[field].as_str().is_some_and(|state| state == "Failed");
    if failed("State") || failed("LastUpdateStatus") {
        let why = about["LastUpdateStatusReason"].as_str().or(about["StateReason"].as_str());
        let message =
            format!("The function does not start: {}.", why.unwrap_or("AWS names no reason"));
        found.bad(part, "function_failed", message, "Deploy the stack again.");
    }
    let set = &about["Environment"]["Variables"];
    let lacks: Vec<&str> =
        wanted.iter().map(String::as_str).filter(|name| !set[*name].is_string()).collect();
    if !lacks.is_empty() {
        found.bad(
            part,
            "variable_missing",
            format!("The function lacks {}.", lacks.join(", ")),
            "Somebody changed the function by hand, or an older template is deployed: deploy the \
             stack again.",
        );
    }
    if let Some(level @ ("debug" | "trace")) = set["RUST_LOG"].as_str() {
        found.warn(
            part,
            "log_level_debug",
            format!("The function logs at {level}: customers' words go into the logs."),
            "Deploy with LogLevel=info as soon as you have seen enough.",
        );
    }
    let path = format!("/2019-09-30/functions/{}/concurrency", escaped(name));
    match lambda("GetFunctionConcurrency", path).await {
        Ok(answer) if answer["ReservedConcurrentExecutions"] == json!(0) => found.bad(
            part,
            "function_stopped",
            "Its reserved concurrency is 0: AWS throttles every call.",
            format!("Run `aws lambda delete-function-concurrency --function-name {name}`."),
        ),
        Ok(_) | Err(Trouble::Missing { .. }) => {}
        Err(trouble) => found.unseen("functions", &trouble),
    }
    let path = format!("/2015-03-31/event-source-mappings/?FunctionName={}", escaped(name));
    match lambda("ListEventSourceMappings", path).await {
        Ok(answer) => {
            let off = |mapping: &&Value| {
                matches!(mapping["State"].as_str(), Some("Disabled" | "Disabling"))
            };
            let mappings = answer["EventSourceMappings"].as_array().into_iter().flatten();
            for mapping in mappings.filter(off) {
                let source = mapping["EventSourceArn"].as_str().unwrap_or("?");
                let id = mapping["UUID"].as_str().unwrap_or("?");
                found.bad(
                    part,
                    "mapping_off",
                    format!("{source} does not call the function any more."),
                    format!("Run `aws lambda update-event-source-mapping --uuid {id} --enabled`."),
                );
            }
        }
        Err(trouble) => found.unseen("functions", &trouble),
    }
}

/// Looks at the rule that calls the clock.
async fn rule(home: &Home, stack: &Stack, found: &mut Findings) {
    let physical = stack.resource("SweepRule");
    let name = physical.rsplit('|').next().unwrap_or(physical);
    let missing = "Deploy the stack again.";
    if name.is_empty() {
        return found.bad(
            "schedule",
            "schedule_missing",
            "The rule SweepRule is not there.",
            missing,
        );
    }
    match home.caller.json("events", "AWSEvents.DescribeRule", &json!({"Name": name})).await {
        Ok(rule) if rule["State"] == "ENABLED" => {
            let rate = rule["ScheduleExpression"].as_str().unwrap_or("?");
            found.good("schedule", format!("The clock of the timers goes at {rate}."));
        }
        Ok(_) => found.bad(
            "schedule",
            "schedule_off",
            "The rule SweepRule is disabled: no timer fires.",
            format!("Run `aws events enable-rule --name {name}`."),
        ),
        Err(Trouble::Missing { .. }) => {
            found.bad("schedule", "schedule_missing", "The rule SweepRule is not there.", missing);
        }
        Err(trouble) => found.unseen("schedule", &trouble),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_names_the_variables_of_every_function() {
        let all = variables();
        assert!(all.len() >= 10, "{all:?}");
        assert!(all.values().all(|names| names.iter().any(|name| name == "SWITCHBOARD_TABLE")));
    }
}

//! The walls of a function: the environment that the template gives it, and the calls that its
//! policies allow. The platform and the tests hold each function to them, so that a missing
//! variable or permission shows here and not on AWS.

use std::collections::BTreeMap;

use serde_norway::Value;

use super::{Unreadable, expression, number, text, unreadable};

/// The walls of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    /// The variables that the template sets; a value that refers to one resource names its logical
    /// id.
    pub environment: BTreeMap<String, Option<String>>,
    /// The calls that the policies allow.
    pub grants: Vec<Grant>,
    /// The time after which AWS ends an invocation, in seconds.
    pub timeout: u64,
}

/// A call that a policy allows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// The action, as `dynamodb:PutItem`.
    pub action: String,
    /// The resource as the template writes it, as `Table.Arn`, or a pattern with `*`.
    pub resource: String,
}

/// A call that a function makes: a [`Grant`] without patterns.
pub type Need = Grant;

impl Grant {
    /// Whether this grant allows a call.
    #[must_use]
    pub fn allows(&self, need: &Need) -> bool {
        self.action == need.action && fits(&self.resource, &need.resource)
    }
}

impl Wall {
    /// Returns the grant that allows a call.
    #[must_use]
    pub fn grant(&self, need: &Need) -> Option<&Grant> {
        self.grants.iter().find(|grant| grant.allows(need))
    }
}

/// Whether a pattern, in which `*` stands for anything, fits a text.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut left) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    // A split has at least one part.
    let end = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(at) = left.find(part) else { return false };
        left = left.get(at + part.len()..).unwrap_or_default();
    }
    left.ends_with(end)
}

/// Reads the walls of a function. `usual` is the time-out of functions that name none.
pub(super) fn read(id: &str, function: &Value, usual: Option<usize>) -> Result<Wall, Unreadable> {
    let variables = function.get("Environment").and_then(|e| e.get("Variables"));
    let environment = variables.and_then(Value::as_mapping).into_iter().flatten();
    let environment = environment
        .map(|(name, value)| (name.as_str().unwrap_or_default().to_owned(), referred(value)))
        .collect();
    let mut grants = Vec::new();
    // A role of one's own, a managed policy or a template of SAM's would allow what nobody compares.
    if function.get("Role").is_some() {
        return unreadable(format!("{id} has a role of its own; write its Policies"));
    }
    for policy in list(function.get("Policies")) {
        only(id, policy, &["Version", "Statement"])?;
        for statement in list(policy.get("Statement")) {
            grants.extend(statement_of(id, statement)?);
        }
    }
    let Some(timeout) = number(function, "Timeout").or(usual) else {
        return unreadable(format!("{id} has no Timeout"));
    };
    Ok(Wall { environment, grants, timeout: timeout as u64 })
}

/// Refuses what is no mapping of these keys.
fn only(id: &str, value: &Value, keys: &[&str]) -> Result<(), Unreadable> {
    let Some(mapping) = value.as_mapping() else {
        return unreadable(format!("{id}: a policy is no list of statements"));
    };
    let other = mapping.keys().filter_map(Value::as_str).find(|key| !keys.contains(key));
    match other {
        Some(key) => unreadable(format!("{id}: the platform knows no {key} in a policy")),
        None => Ok(()),
    }
}

fn statement_of(id: &str, statement: &Value) -> Result<Vec<Grant>, Unreadable> {
    only(id, statement, &["Sid", "Effect", "Action", "Resource"])?;
    if text(statement, "Effect") != Some("Allow") {
        return unreadable(format!(
            "{id}: a statement does not allow; the platform knows no other"
        ));
    }
    let mut grants = Vec::new();
    for action in list(statement.get("Action")) {
        let Value::String(action) = action else {
            return unreadable(format!("{id}: an action is no text"));
        };
        for resource in list(statement.get("Resource")) {
            let Some(resource) = expression(resource) else {
                return unreadable(format!("{id}: a resource is no text, !Ref, !Sub or !GetAtt"));
            };
            grants.push(Grant { action: action.clone(), resource: resource.to_owned() });
        }
    }
    Ok(grants)
}

/// The members of a list, or the one value that stands in its place.
fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (many, one) = match value {
        Some(Value::Sequence(many)) => (many.as_slice(), None),
        one => (&[][..], one),
    };
    many.iter().chain(one)
}

/// The logical id to which a value refers with `!Ref`.
fn referred(value: &Value) -> Option<String> {
    match value {
        Value::Tagged(tagged) if tagged.tag == "Ref" => tagged.value.as_str().map(str::to_owned),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, text, expected) in [
            ("Table.Arn", "Table.Arn", true),
            ("Table.Arn", "Table.Arn/index/x", false),
            ("${Files.Arn}/files/*", "${Files.Arn}/files/a/b", true),
            ("${Files.Arn}/files/*", "${Files.Arn}/incoming/a", false),
            ("a/*/c/*", "a/b/c/d", true),
            ("a/*/c/*", "a/b/d", false),
            ("a/*c", "a/b", false),
            ("*", "", true),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn every_function_has_its_walls() {
        let wiring = crate::template::read(crate::template::TEMPLATE).unwrap();
        assert_eq!(wiring.walls.len(), wiring.functions.len());
        let table = |action: &str| Need { action: action.into(), resource: "Table.Arn".into() };
        let wall = &wiring.walls["fanout"];
        assert!(wall.grant(&table("dynamodb:Query")).is_some());
        assert!(wall.grant(&table("dynamodb:DeleteTable")).is_none());
        assert_eq!(wall.environment["SWITCHBOARD_TABLE"].as_deref(), Some("Table"));
    }

    #[test]
    fn a_policy_that_the_platform_cannot_hold_a_function_to_is_refused() {
        let function = |statement: &str| -> Value {
            let yaml = format!("Timeout: 3\nPolicies: [{{Statement: [{statement}]}}]");
            serde_norway::from_str(&yaml).unwrap()
        };
        for statement in [
            "{Effect: Deny, Action: [a], Resource: [b]}",
            "{Effect: Allow, Action: [a], Resource: [b], Condition: {}}",
            "{Effect: Allow, Action: [a], Resource: [{x: y}]}",
            "{Effect: Allow, NotAction: [a], Resource: [b]}",
            "{Effect: Allow, Action: [a], NotResource: [b]}",
            "{Effect: Allow, Action: [!Sub a], Resource: [b]}",
        ] {
            assert!(read("F", &function(statement), None).is_err(), "{statement}");
        }
        for yaml in [
            "{Timeout: 3, Policies: [AmazonDynamoDBFullAccess]}",
            "{Timeout: 3, Policies: AmazonDynamoDBFullAccess}",
            "{Timeout: 3, Policies: [{DynamoDBCrudPolicy: {TableName: x}}]}",
            "{Timeout: 3, Role: !GetAtt Other.Arn}",
        ] {
            let function = serde_norway::from_str(yaml).unwrap();
            assert!(read("F", &function, None).is_err(), "{yaml}");
        }
    }
}

//! The template says what the code expects, and the local platform reads it right.

use std::collections::BTreeSet;

use platform::template::{self, TEMPLATE};
use serde_json::json;
use serde_norway::Value;

fn resources() -> Value {
    let root: Value = serde_norway::from_str(TEMPLATE).unwrap();
    root["Resources"].clone()
}

#[test]
fn every_function_of_the_workspace_is_deployed() {
    let wiring = template::read(TEMPLATE).unwrap();
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../functions"));
    let names = |folder: &std::path::Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    // A crate is a function, or the crate of several: one for each of its binaries.
    let mut binaries: Vec<String> = Vec::new();
    for name in names(folder) {
        let several = folder.join(&name).join("src/bin");
        if several.is_dir() {
            binaries.extend(names(&several).iter().map(|file| file.replace(".rs", "")));
        } else {
            binaries.push(name);
        }
    }
    binaries.sort();
    let mut functions = wiring.functions;
    functions.sort();
    assert_eq!(functions, binaries);
}

#[test]
fn frames_are_routed_by_their_action() {
    let wiring = template::read(TEMPLATE).unwrap();
    for action in ["messaging", "assignment", "transfer", "discuss"] {
        assert_eq!(wiring.socket_routes[action], action);
    }
    for route in ["$connect", "$disconnect", "$default"] {
        assert_eq!(wiring.socket_routes[route], "connection");
    }
    assert_eq!(wiring.authorizer, "connection");
}

/// The function `api` answers every operation of the table: it would not compile otherwise.
#[test]
fn the_template_deploys_the_routes_of_the_table_and_no_others() {
    let wiring = template::read(TEMPLATE).unwrap();
    let deployed: BTreeSet<String> =
        wiring.http_routes.iter().map(|r| format!("{} {}", r.method, r.path)).collect();
    let table: BTreeSet<String> = protocol::openapi::routes().collect();
    assert_eq!(deployed, table);
    for route in &wiring.http_routes {
        let webhook = route.path.starts_with("/webhooks");
        assert_eq!(route.function, if webhook { "ingest" } else { "api" }, "{}", route.path);
    }
}

#[test]
fn the_stream_filters_pass_what_the_functions_read_and_nothing_else() {
    let wiring = template::read(TEMPLATE).unwrap();
    let passes = |function: &str, name: &str, pk: &str, sk: &str| {
        let mapping = wiring.streams.iter().find(|m| m.function == function).unwrap();
        let record = json!({"eventName": name,
            "dynamodb": {"Keys": {"pk": {"S": pk}, "sk": {"S": sk}}}});
        mapping.filters.iter().any(|f| template::matches(f, &record))
    };
    assert!(passes("projection", "INSERT", "T#4t9m0c2xkq7w1h5z", "E#0000000001"));
    assert!(!passes("projection", "MODIFY", "T#4t9m0c2xkq7w1h5z", "LEASE"));
    assert!(!passes("projection", "INSERT", "TICKET#1", "TICKET"));
    assert!(passes("fanout", "INSERT", "QUEUE#support", "x"));
    assert!(passes("fanout", "REMOVE", "QUEUE#support", "x"));
    assert!(passes("fanout", "MODIFY", "DESKS", "mark"));
    assert!(passes("fanout", "MODIFY", "CFG", "settings#workspace"));
    assert!(!passes("fanout", "INSERT", "DM#mark#martha", "E#0000000001"));
    assert!(!passes("projection", "INSERT", "DM#mark#martha", "E#0000000001"));
    assert!(!passes("fanout", "INSERT", "T#4t9m0c2xkq7w1h5z", "E#0000000001"));
}

#[test]
fn the_table_is_deployed_as_the_code_creates_it() {
    let resources = resources();
    let table = resources
        .as_mapping()
        .unwrap()
        .values()
        .find(|r| r["Type"] == "AWS::DynamoDB::Table")
        .unwrap();
    let keys: Vec<(&str, &str)> = table["Properties"]["KeySchema"]
        .as_sequence()
        .unwrap()
        .iter()
        .map(|k| (k["AttributeName"].as_str().unwrap(), k["KeyType"].as_str().unwrap()))
        .collect();
    let expected: Vec<(&str, String)> =
        store::table::KEYS.iter().map(|(name, kind)| (*name, kind.to_string())).collect();
    let expected: Vec<(&str, &str)> = expected.iter().map(|(n, k)| (*n, k.as_str())).collect();
    assert_eq!(keys, expected);
    let ttl = &table["Properties"]["TimeToLiveSpecification"]["AttributeName"];
    assert_eq!(ttl, store::table::TTL_ATTRIBUTE);
}

#[test]
fn every_variable_that_the_template_sets_is_read() {
    let read = include_str!("../../shared/app/src/runtime/config.rs");
    let fields: Vec<String> = channels::CHANNELS
        .into_iter()
        .flat_map(|c| c.fields().iter().map(move |f| format!("{}_{}", c.name(), f.name)))
        .map(|name| format!("SWITCHBOARD_{}", name.to_uppercase()))
        .collect();
    let set = TEMPLATE
        .split_whitespace()
        .filter_map(|word| word.strip_suffix(':').filter(|w| w.starts_with("SWITCHBOARD_")));
    for name in set {
        let known = read.contains(&format!("\"{name}\"")) || fields.iter().any(|f| f == name);
        assert!(known, "{name} is set and never read");
    }
}

#[test]
fn a_wiring_mistake_is_an_error_at_start() {
    for (from, to, expected) in [
        ("RouteKey: discuss", "RouteKey: discuss\n      Wrong: [", "infra/template.yaml"),
        ("RouteKey: $default", "RouteKey: elsewhere", "$default"),
        ("rate(1 minute)", "cron(0 * * * ? *)", "rate(n minutes)"),
    ] {
        let broken = TEMPLATE.replacen(from, to, 1);
        assert_ne!(broken, TEMPLATE, "{from} is no longer in the template");
        let error = template::read(&broken).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

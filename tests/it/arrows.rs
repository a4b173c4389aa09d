//! The house's arrows point one way.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

const FUNCTIONS: [&str; 11] = [
    "connection",
    "ingest",
    "messaging",
    "assignment",
    "transfer",
    "discuss",
    "fanout",
    "timers",
    "deliver",
    "projection",
    "api",
];

fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let normal = |d: &&Value| d["kind"].is_null();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            let needs = p["dependencies"].as_array().unwrap().iter().filter(normal);
            let names = needs.map(|d| d["name"].as_str().unwrap().to_owned()).collect();
            (p["name"].as_str().unwrap().to_owned(), names)
        })
        .collect()
}

#[test]
fn the_domain_needs_nothing_but_serde_and_thiserror() {
    let needs = &dependencies()["domain"];
    assert_eq!(needs.iter().collect::<Vec<_>>(), ["serde", "thiserror"]);
}

#[test]
fn dependencies_point_one_way() {
    let all = dependencies();
    let house: BTreeSet<&str> = all.keys().map(String::as_str).collect();
    let allowed = |name: &str| -> BTreeSet<&str> {
        match name {
            "domain" => [].into(),
            "protocol" | "store" | "channels" => ["domain"].into(),
            "app" => ["domain", "protocol", "store", "channels"].into(),
            name if FUNCTIONS.contains(&name) => {
                ["app", "domain", "protocol", "store", "channels"].into()
            }
            _ => house.clone(),
        }
    };
    for (name, needs) in &all {
        let inside: BTreeSet<&str> =
            needs.iter().map(String::as_str).filter(|n| house.contains(n)).collect();
        let allowed = allowed(name);
        let wrong: Vec<_> = inside.difference(&allowed).collect();
        assert!(wrong.is_empty(), "{name} must not need {wrong:?}");
    }
}

#[test]
fn the_aws_sdk_appears_in_the_store_and_the_app_only() {
    for (name, needs) in dependencies() {
        let sdk = needs.iter().any(|n| n.starts_with("aws-sdk-"));
        assert!(!sdk || name == "store" || name == "app", "{name} needs the AWS SDK");
    }
}

#[test]
fn every_function_has_a_crate() {
    let all = dependencies();
    for function in FUNCTIONS {
        assert!(all.contains_key(function), "{function}");
    }
}

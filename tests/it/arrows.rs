//! The crates of the house depend on each other in one direction.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

const FUNCTIONS: [&str; 8] =
    ["connection", "ingest", "doors", "fanout", "timers", "deliver", "projection", "api"];

/// The crates that only tests need.
const TESTS: [&str; 4] = ["tests", "rules", "load", "referee"];

/// The length that no file may exceed, in lines.
const LONGEST: usize = 400;
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
fn the_domain_needs_nothing_but_serde_thiserror_and_the_calendar() {
    // jiff brings the time zones along and reads no clock: business hours stay a pure rule.
    let needs = &dependencies()["domain"];
    assert_eq!(needs.iter().collect::<Vec<_>>(), ["jiff", "serde", "thiserror"]);
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
            // Projections made anew go through the function's own code.
            "operate" => ["app", "channels", "domain", "projection", "protocol", "store"].into(),
            // The local platform runs the functions; tests look at everything.
            "platform" => house.iter().filter(|name| !TESTS.contains(name)).copied().collect(),
            name if TESTS.contains(&name) => house.clone(),
            _ => panic!("{name} has no place in the house yet: say here what it may need"),
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

/// Every file of Rust in the house.
fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() && name != "target" && name != "node_modules" && !name.starts_with('.') {
            files(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_file_of_rust_is_longer_than_400_lines() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut all = Vec::new();
    files(root, &mut all);
    assert!(all.len() > 300, "only {} files were found", all.len());
    for path in all {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        assert!(
            lines <= LONGEST,
            "{name} has {lines} lines, at most {LONGEST}: split it by its nouns"
        );
    }
}

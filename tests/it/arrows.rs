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

/// Crates that only tests need.
const TESTS: [&str; 3] = ["tests", "rules", "load"];

/// How long a file may be, in lines.
const LONGEST: usize = 400;
/// Files that are longer, and how long they are: none of them grows, and no other comes.
const LONG: [(&str, usize); 20] = [
    ("infra/local/src/files.rs", 433),
    ("infra/local/src/sandbox.rs", 427),
    ("shared/protocol/src/example/body.rs", 482),
    ("shared/protocol/src/frame.rs", 521),
    ("shared/protocol/src/http.rs", 489),
    ("shared/protocol/src/settings.rs", 477),
    ("tests/it/crash.rs", 527),
    ("tests/it/identity.rs", 508),
    ("tests/it/search.rs", 490),
    ("tests/it/story.rs", 420),
    ("tests/it/transfers.rs", 474),
    ("tests/it/uploads.rs", 476),
    ("tests/it/world/wires.rs", 519),
    ("tests/load/src/run.rs", 452),
    ("tests/rules/laws.rs", 526),
    ("tests/rules/model/office.rs", 454),
    ("tests/rules/pure/orders.rs", 461),
    ("tests/rules/pure/states.rs", 425),
    ("tests/rules/pure/story.rs", 705),
    ("tests/rules/pure/world.rs", 461),
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
fn no_file_is_longer_than_400_lines_but_those_that_were() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut all = Vec::new();
    files(root, &mut all);
    assert!(all.len() > 300, "only {} files were found", all.len());
    for path in all {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        let known = LONG.iter().find(|(file, _)| *file == name).map_or(LONGEST, |(_, most)| *most);
        assert!(lines <= known, "{name} has {lines} lines, at most {known}: split it by its nouns");
    }
}

//! The template allows nothing that the functions never call. This test comes after all others, since
//! the whole suite is the proof: each of its stories notes what it used of the template's policies
//! (`it/world/wires/walls.rs`).

#![allow(unused_crate_dependencies, reason = "they are the suite's")]

use std::collections::BTreeSet;

use platform::template::{self, TEMPLATE};

#[test]
fn the_template_allows_nothing_that_the_functions_never_call() {
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/grants-used.jsonl");
    let Ok(lines) = std::fs::read_to_string(file) else {
        panic!("nothing was noted yet: run `make test-rust`, whose stories come before this test");
    };
    let used: BTreeSet<(String, String, String)> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let wiring = template::read(TEMPLATE).unwrap();
    let allowed = wiring.walls.into_iter().flat_map(|(function, wall)| {
        wall.grants.into_iter().map(move |g| (function.clone(), g.action, g.resource))
    });
    let unused: Vec<_> = allowed.filter(|grant| !used.contains(grant)).collect();
    assert!(unused.is_empty(), "allowed, and never called: {unused:#?}");
}

//! Data folders of other versions: an older one is upgraded at the start, a newer one is refused.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::place::{Folder, PASSWORD, Workplace, run};

/// Unpacks the folder that the program of November 2026 wrote (`tests/fixtures/make-data-folder.py`).
fn unpack(folder: &Folder) -> String {
    let archive = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/data-folder-2026-11.tar.gz");
    let unpacked =
        Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(&folder.0).status().unwrap();
    assert!(unpacked.success());
    folder.at("data")
}

/// The entries of the thread that the folder holds.
fn entries(place: &Workplace, token: &str) -> String {
    let route = "GET /v1/conversations/dxrqc2524pgqtdq8-1/entries";
    let (status, entries) = place.api(token, route, &Value::Null);
    assert_eq!(status, 200, "{entries}");
    entries.to_string()
}

#[test]
fn a_folder_of_november_2026_is_upgraded_and_goes_on() {
    let folder = Folder::new("older");
    let data = unpack(&folder);
    let version = Path::new(&data).join("version");
    assert!(!version.exists(), "that program wrote no number");
    let place = Workplace::start(&data, 18_851);
    assert_eq!(place.code, None, "somebody is here");
    assert_eq!(std::fs::read_to_string(&version).unwrap(), "1\n");
    let mark = place.token(place.signs_in("mark@acme.test", PASSWORD));
    let before = entries(&place, &mark);
    for part in ["Where is my parcel?", "It comes on Tuesday.", "Parcel found"] {
        assert!(before.contains(part), "{part}: {before}");
    }
    let waiting = |place: &Workplace, token: &str| {
        let (_, queues) = place.api(token, "GET /v1/queues", &Value::Null);
        queues["queues"][0]["waiting"].as_array().unwrap().len()
    };
    let count = waiting(&place, &mark);
    assert_eq!(place.customer_writes(7), 200, "its account takes messages");
    assert_eq!(waiting(&place, &mark), count + 1);
    let ada = place.token(place.signs_in("ada@acme.test", PASSWORD));
    let team = serde_json::json!({"version": 1, "name": "Help"});
    let (status, team) = place.api(&ada, "PUT /v1/teams/support", &team);
    assert_eq!((status, &team["version"]), (200, &serde_json::json!(2)), "{team}");
    drop(place);
    let place = Workplace::start(&data, 18_851);
    assert_eq!(entries(&place, &mark), before);
    assert_eq!(waiting(&place, &mark), count + 1);
}

#[test]
fn a_folder_of_a_newer_program_is_refused_and_left_alone() {
    let folder = Folder::new("newer");
    let data = unpack(&folder);
    std::fs::write(Path::new(&data).join("version"), "2\n").unwrap();
    let table = std::fs::read(Path::new(&data).join("switchboard.sqlite")).unwrap();
    let output = run(&["serve", "--data", &data, "--port", "18852"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("a newer Switchboard has used") && said.contains("restore"), "{said}");
    assert_eq!(std::fs::read(Path::new(&data).join("switchboard.sqlite")).unwrap(), table);
}

//! The program itself, on a data folder on which Switchboard runs, or not.

use std::process::Output;

use serde_json::Value;

use crate::serve::place::{Folder, Workplace, run};

fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn findings(output: &Output) -> Vec<Value> {
    let answer: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {output:?}"));
    answer["findings"].as_array().unwrap().clone()
}

fn code<'a>(found: &'a [Value], code: &str) -> Option<&'a Value> {
    found.iter().find(|finding| finding["code"] == code)
}

#[test]
fn a_folder_is_operated_while_switchboard_runs_and_while_it_rests() {
    let folder = Folder::new("operate");
    let data = folder.at("data");
    let none = run(&["doctor", "--data", &data]);
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none).contains("holds no data of Switchboard"), "{none:?}");
    let place = Workplace::start(&data, 18_871);
    let found = run(&["doctor", "--offline", "--json", "--data", &data]);
    assert_eq!(found.status.code(), Some(2), "{found:?}");
    let all = findings(&found);
    let no_admin = code(&all, "no_admin").unwrap();
    assert!(no_admin["remedy"].as_str().unwrap().contains("set-up code"), "{no_admin}");
    assert!(code(&all, "not_running").is_none());
    let ada = place.set_up();
    place.furnish(&ada);
    for n in 0..3 {
        assert_eq!(place.customer_writes(n), 200);
    }
    let all = findings(&run(&["doctor", "--offline", "--json", "--data", &data]));
    assert!(code(&all, "no_admin").is_none(), "{all:?}");
    let exported = run(&["export", "--only", "contacts", "--data", &data]);
    let running = String::from_utf8(exported.stdout).unwrap();
    assert_eq!(running.lines().count(), 3, "{running}");
    let listed = run(&["dlq", "list", "--json", "--data", &data]);
    assert!(text(&listed).contains(r#""queue":"outbox""#), "{listed:?}");
    let rebuilt = run(&["rebuild", "projections", "--data", &data]);
    assert!(rebuilt.status.success(), "{rebuilt:?}");
    drop(place);
    let all = findings(&run(&["doctor", "--offline", "--json", "--data", &data]));
    let remedy = code(&all, "not_running").unwrap()["remedy"].as_str().unwrap();
    assert!(remedy.contains("switchboard serve --data"), "{remedy}");
    let exported = run(&["export", "--only", "contacts", "--data", &data]);
    assert_eq!(String::from_utf8(exported.stdout).unwrap(), running, "the same at rest");
}

#[cfg(unix)]
#[test]
fn the_door_for_operators_opens_to_nobody_without_the_folders_key() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("door");
    let data = folder.at("data");
    let place = Workplace::start(&data, 18_872);
    let file = std::path::Path::new(&data).join("operations.json");
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let door: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let port = door["address"].as_str().unwrap().rsplit(':').next().unwrap().parse().unwrap();
    let behind = |headers: &str| {
        let target = "X-Amz-Target: DynamoDB_20120810.DescribeTable\r\n";
        let asked = Workplace::ask(
            port,
            "POST /aws/",
            &format!("{target}{headers}"),
            r#"{"TableName":"switchboard"}"#,
        );
        asked.0
    };
    assert_eq!(behind(""), 403);
    assert_eq!(behind("x-switchboard-operator: 00\r\n"), 403);
    let key = door["key"].as_str().unwrap();
    assert_eq!(behind(&format!("x-switchboard-operator: {key}\r\n")), 200);
    assert_ne!(place.asks("POST /aws/", &format!("x-switchboard-operator: {key}\r\n"), "").0, 200);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let all = findings(&run(&["doctor", "--offline", "--json", "--data", &data]));
    let readable = code(&all, "key_readable").unwrap();
    assert!(readable["remedy"].as_str().unwrap().contains("chmod 600"), "{readable}");
}

#[test]
fn every_help_teaches_with_examples_and_errors_name_the_option() {
    for command in [
        vec!["doctor"],
        vec!["seed"],
        vec!["tail"],
        vec!["conversation", "show"],
        vec!["conversation", "replay"],
        vec!["export"],
        vec!["dlq", "list"],
        vec!["dlq", "show"],
        vec!["dlq", "redrive"],
        vec!["timers", "list"],
        vec!["rebuild", "projections"],
        vec!["agents", "import"],
        vec!["completion"],
    ] {
        let words: Vec<&str> = command.iter().copied().chain(["--help"]).collect();
        let said = text(&run(&words));
        assert!(said.contains("Examples:"), "{command:?}: {said}");
    }
    let said = text(&run(&["doctor", "--home", "aws"]));
    assert!(said.contains("--stack"), "{said}");
    let said = text(&run(&["dlq", "redrive", "outbox", "--rate", "0"]));
    assert!(said.contains("--rate"), "{said}");
    let said = text(&run(&["timers", "list", "--within", "tomorrow"]));
    assert!(said.contains("--within") && said.contains("30m"), "{said}");
}

#[test]
fn completions_know_every_command_and_option() {
    for (shell, parts) in [
        ("bash", ["complete -o filenames -F _switchboard switchboard", "--dry-run", "projections"]),
        ("zsh", ["#compdef switchboard", "--dry-run", "projections"]),
        ("fish", ["complete -c switchboard", "-l dry-run", "projections"]),
    ] {
        let said = text(&run(&["completion", shell]));
        for part in parts {
            assert!(said.contains(part), "{shell} lacks {part}");
        }
    }
    let script = text(&run(&["completion", "bash"]));
    let asked = format!(
        "{script}\nCOMP_WORDS=(switchboard dlq redrive --d); COMP_CWORD=3; _switchboard; echo \"${{COMPREPLY[@]}}\""
    );
    if let Ok(output) = std::process::Command::new("bash").args(["-c", &asked]).output() {
        assert_eq!(
            String::from_utf8_lossy(&output.stdout).trim(),
            "--dry-run --data",
            "{output:?}"
        );
    }
}

#[test]
fn the_reference_is_what_the_program_says() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/operations/reference.md");
    let written = std::fs::read_to_string(file).unwrap();
    let said = String::from_utf8(run(&["reference"]).stdout).unwrap();
    assert!(written == said, "run `make generate`: docs/operations/reference.md differs");
}

#[cfg(unix)]
#[test]
fn a_look_at_a_resting_folder_changes_no_mode_and_makes_no_key() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("rest");
    let data = folder.at("data");
    drop(Workplace::start(&data, 18_873));
    let key = std::path::Path::new(&data).join("visitor.key");
    let open = |mode: u32| {
        std::fs::set_permissions(&key, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    open(0o644);
    for _ in 0..2 {
        let all = findings(&run(&["doctor", "--offline", "--json", "--data", &data]));
        assert!(code(&all, "key_readable").is_some(), "{all:?}");
    }
    open(0o600);
    std::fs::remove_file(&key).unwrap();
    let said = text(&run(&["timers", "list", "--data", &data]));
    assert!(said.contains("has no visitor.key"), "{said}");
    assert!(!key.exists(), "a look made a key");
    std::fs::write(std::path::Path::new(&data).join("switchboard.sqlite"), "words").unwrap();
    std::fs::write(&key, "0".repeat(64)).unwrap();
    let said = text(&run(&["timers", "list", "--data", &data]));
    assert!(said.contains("is no database"), "{said}");
}

//! Faults of a data folder: each is said in words, with what helps, and changes nothing.

use std::path::Path;
use std::process::Command;

use super::place::{Folder, PASSWORD, Workplace, binary, run};

/// The words of a command that must fail.
fn fails(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_folder_belongs_to_one_process_and_faults_are_said_in_words() {
    let folder = Folder::new("faults");
    let data = folder.at("data");
    let place = Workplace::start(&data, 18_816);
    let second = fails(&["serve", "--data", &data, "--port", "18817"]);
    assert!(second.contains("another switchboard is using"), "{second}");
    let port = fails(&["serve", "--data", &folder.at("other"), "--port", "18816"]);
    assert!(port.contains("--port"), "{port}");
    let url = fails(&["serve", "--url", "desk.example.com"]);
    assert!(url.contains("https://desk.example.com"), "{url}");
    let none = fails(&["backup", "--data", &folder.at("nothing"), &folder.at("copy.tar")]);
    assert!(none.contains("holds no data"), "{none}");
    let full = fails(&["restore", "--data", &data, &folder.at("copy.tar")]);
    assert!(full.contains("is not empty"), "{full}");
    assert_eq!(place.asks("GET /readyz", "", "").0, 200);
    assert!(place.asks("GET /metrics", "", "").2.contains("switchboard_agents"));
    assert_eq!(place.asks("GET /metrics", "x-forwarded-for: 10.0.0.1\r\n", "").0, 403);
}

#[test]
fn a_folder_that_takes_no_writes_is_refused_with_what_helps() {
    let folder = Folder::new("readonly");
    let data = folder.at("data");
    std::fs::create_dir(&data).unwrap();
    let mut mode = std::fs::metadata(&data).unwrap().permissions();
    mode.set_readonly(true);
    std::fs::set_permissions(&data, mode).unwrap();
    let program = folder.at("switchboard");
    std::fs::copy(binary(), &program).unwrap();
    let mut command = Command::new(&program);
    command.args(["serve", "--data", &data, "--port", "18841"]);
    if std::fs::write(Path::new(&data).join("probe"), "").is_ok() {
        // The superuser writes everywhere; nobody does not.
        std::fs::remove_file(Path::new(&data).join("probe")).unwrap();
        std::os::unix::process::CommandExt::uid(&mut command, 65_534);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&data) && said.contains("chown"), "{said}");
    let file = folder.at("file");
    std::fs::write(&file, "").unwrap();
    let said = fails(&["serve", "--data", &file, "--port", "18841"]);
    assert!(said.contains("cannot write in the data folder") && said.contains("--data"), "{said}");
}

#[test]
fn a_table_or_a_key_that_is_broken_is_named_and_left_alone() {
    for (name, text) in [
        ("switchboard.sqlite", "no table"),
        ("issuer.pem", "no key"),
        ("accounts.json", "{"),
        ("sessions.json", "["),
    ] {
        let folder = Folder::new("broken");
        let data = folder.at("data");
        drop(Workplace::start(&data, 18_842));
        let file = Path::new(&data).join(name);
        std::fs::write(&file, text.repeat(1_000)).unwrap();
        // The log beside the table would bring the table back.
        let _ = std::fs::remove_file(Path::new(&data).join("switchboard.sqlite-wal"));
        let said = fails(&["serve", "--data", &data, "--port", "18842"]);
        assert!(said.contains(name) && said.contains("switchboard restore"), "{name}: {said}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text.repeat(1_000), "{name}");
    }
}

#[test]
fn copies_that_are_cut_or_in_the_way_leave_everything_as_it_was() {
    let folder = Folder::new("copies");
    let (data, copy, again) = (folder.at("data"), folder.at("copy.tar"), folder.at("again"));
    let place = Workplace::start(&data, 18_843);
    place.set_up();
    assert!(run(&["backup", "--data", &data, &copy]).status.success());
    let whole = std::fs::read(&copy).unwrap();
    let said = fails(&["backup", "--data", &data, &copy]);
    assert!(said.contains("is there already") && said.contains("another name"), "{said}");
    assert_eq!(std::fs::read(&copy).unwrap(), whole, "the older copy is whole");
    let half = folder.at("half.tar");
    std::fs::write(&half, &whole[..whole.len() / 2]).unwrap();
    let said = fails(&["restore", "--data", &again, &half]);
    assert!(said.contains("not a whole copy") && said.contains("Nothing was restored"), "{said}");
    assert!(!Path::new(&again).exists());
    let said = fails(&["restore", "--data", &data, &half]);
    assert!(said.contains("is not empty") && said.contains("--data"), "{said}");
    let said = fails(&["restore", "--data", &again, &folder.at("nothing.tar")]);
    assert!(said.contains("nothing.tar"), "{said}");
    let said = fails(&["backup", "--data", &data, &folder.at("no/such/copy.tar")]);
    assert!(said.contains("copy.tar"), "{said}");
    // The running workplace never noticed.
    place.token(place.signs_in("ada@acme.test", PASSWORD));
}

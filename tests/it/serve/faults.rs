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
    for mark in ["x-forwarded-for: 10.0.0.1", "via: 1.1 proxy", "forwarded: for=10.0.0.1"] {
        assert_eq!(place.asks("GET /metrics", &format!("{mark}\r\n"), "").0, 403, "{mark}");
    }
}

#[test]
fn an_issuer_that_cannot_be_used_is_told_at_the_start() {
    let folder = Folder::new("issuer");
    let data = folder.at("data");
    let serve = |url: &str, more: &[&str]| {
        let options = [
            "serve",
            "--data",
            &data,
            "--port",
            "18844",
            "--oidc-client-id",
            "desk",
            "--oidc-issuer",
        ];
        fails(&[&options[..], &[url], more].concat())
    };
    let said = serve("notaurl", &[]);
    assert!(said.contains("--oidc-issuer notaurl") && said.contains("https://"), "{said}");
    let said = serve("http://id.example.com", &[]);
    assert!(said.contains("needs https"), "{said}");
    assert!(!Path::new(&data).exists(), "nothing is made");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let said = serve(&url, &[]);
    assert!(said.contains("--admin-email"), "{said}");
    // An issuer that calls itself otherwise.
    std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        for mut stream in listener.incoming().map(Result::unwrap) {
            let _ = stream.read(&mut [0; 4_096]);
            let body = r#"{"issuer": "https://evil.test", "jwks_uri": "https://evil.test/keys"}"#;
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close";
            let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        }
    });
    let mut command = Command::new(binary());
    command.args(["serve", "--data", &data, "--port", "18844", "--oidc-client-id", "desk"]);
    command.args(["--oidc-issuer", &url, "--admin-email", "ada@acme.test"]);
    let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let lines = std::io::BufRead::lines(std::io::BufReader::new(child.stderr.take().unwrap()));
    let warned = lines.map(Result::unwrap).find(|line| line.contains("calls itself"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(warned.unwrap().contains("https://evil.test"));
}

#[test]
fn a_table_that_is_gone_is_missed() {
    let folder = Folder::new("gone");
    let data = folder.at("data");
    drop(Workplace::start(&data, 18_845));
    for file in ["switchboard.sqlite", "switchboard.sqlite-wal", "switchboard.sqlite-shm"] {
        let _ = std::fs::remove_file(Path::new(&data).join(file));
    }
    let said = fails(&["serve", "--data", &data, "--port", "18845"]);
    assert!(said.contains("no switchboard.sqlite") && said.contains("restore"), "{said}");
    assert!(!Path::new(&data).join("switchboard.sqlite").exists());
}

#[test]
fn the_demos_pages_are_not_those_of_a_workplace_in_earnest() {
    let folder = Folder::new("pages");
    let console = folder.at("console");
    std::fs::create_dir(&console).unwrap();
    for page in ["index", "chat", "demo", "shop"] {
        std::fs::write(Path::new(&console).join(format!("{page}.html")), page).unwrap();
    }
    let place = Workplace::start_with(&folder.at("data"), 18_846, &["--console", &console]);
    for (page, status) in [("/", 200), ("/chat", 200), ("/demo", 404), ("/shop", 404)] {
        assert_eq!(place.asks(&format!("GET {page}"), "", "").0, status, "{page}");
    }
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
        ("visitor.key", "0123456789abcdef"),
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

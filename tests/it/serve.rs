//! A workplace in earnest, as a process of its own: set-up, invitations, passwords, backup.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde_json::{Value, json};

const SECRET: &str = "an app secret";
const PASSWORD: &str = "correct horse battery";
/// Fifty times `v`, and its SHA-256 in base 64 (RFC 7636).
const VERIFIER: &str = "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv";
const CHALLENGE: &str = "CrlVwe1WSHWuTQYh3iczmx3aS-faRx6C92k9_hNxl4A";

fn binary() -> PathBuf {
    std::env::var_os("SWITCHBOARD_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/switchboard"),
        PathBuf::from,
    )
}

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("serve-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running workplace; the process ends with the test.
struct Workplace {
    child: Child,
    port: u16,
    /// The code for the first admin, if nobody is there yet.
    code: Option<String>,
}

impl Drop for Workplace {
    fn drop(&mut self) {
        // The process may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Workplace {
    fn start(data: &str, port: u16) -> Self {
        let mut child = Command::new(binary())
            .args(["serve", "--data", data, "--port", &port.to_string()])
            .env("SWITCHBOARD_WHATSAPP_APP_SECRET", SECRET)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("build it with `make build`: {e}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut code = None;
        for line in lines.by_ref() {
            if let Some((_, found)) = line.split_once("set-up code ") {
                code = Some(found.to_owned());
            }
            if line.contains("Stop with") {
                break;
            }
        }
        // Keeps the pipe open, so that the process never writes into nothing.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port, code }
    }

    /// Sends a request, and returns the status, the head and the body.
    fn asks(&self, line: &str, headers: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let length = body.len();
        let request = format!(
            "{line} HTTP/1.1\r\nHost: localhost\r\n{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_owned(), body.to_owned())
    }

    fn form(&self, path: &str, fields: &[(&str, &str)]) -> (u16, String, String) {
        let back = format!("http://localhost:{}/", self.port);
        let client = [
            ("client_id", "console"),
            ("redirect_uri", back.as_str()),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        let pairs = client.iter().chain(fields).map(|(n, v)| format!("{n}={}", escaped(v)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
        self.asks(&format!("POST {path}"), kind, &body)
    }

    /// The token to which a form leads.
    fn token(&self, (status, head, body): (u16, String, String)) -> String {
        assert_eq!(status, 303, "{body}");
        let code = head.split("code=").nth(1).unwrap().split(['&', '\r']).next().unwrap();
        let fields =
            [("grant_type", "authorization_code"), ("code", code), ("code_verifier", VERIFIER)];
        let (status, _, body) = self.form("/oidc/token", &fields);
        assert_eq!(status, 200, "{body}");
        let token: Value = serde_json::from_str(&body).unwrap();
        token["id_token"].as_str().unwrap().to_owned()
    }

    fn api(&self, token: &str, line: &str, body: &Value) -> (u16, Value) {
        let headers =
            format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, _, answer) = self.asks(line, &headers, &body);
        (status, serde_json::from_str(&answer).unwrap_or_default())
    }

    fn signs_in(&self, email: &str, password: &str) -> (u16, String, String) {
        self.form("/oidc/authorize", &[("email", email), ("password", password)])
    }

    /// Sets the workplace up as Ada, and returns her token.
    fn set_up(&self) -> String {
        let code = self.code.clone().unwrap();
        let fields = [
            ("code", code.as_str()),
            ("workspace", "Acme"),
            ("name", "Ada Winter"),
            ("email", "ada@acme.test"),
            ("password", PASSWORD),
        ];
        self.token(self.form("/oidc/setup", &fields))
    }

    /// Makes what a customer on WhatsApp needs: a team, a queue and an account.
    fn furnish(&self, ada: &str) {
        for (record, body) in [
            ("teams/support", json!({"version": 0, "name": "Support"})),
            ("queues/support", json!({"version": 0, "name": "Support", "team": "support"})),
            (
                "assets/line",
                json!({"version": 0, "name": "Line", "channel": "whatsapp", "account": "555",
                       "queue": "support"}),
            ),
        ] {
            let (status, answer) = self.api(ada, &format!("PUT /v1/{record}"), &body);
            assert_eq!(status, 200, "{answer}");
        }
    }

    /// A customer writes on WhatsApp. Returns the status of the webhook.
    fn customer_writes(&self, address: usize) -> u16 {
        let from = format!("4917{address:08}");
        let body = json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [
            {"field": "messages", "value": {
                "messaging_product": "whatsapp",
                "metadata": {"phone_number_id": "555"},
                "contacts": [{"profile": {"name": "Smith"}, "wa_id": from}],
                "messages": [{"from": from, "id": format!("wamid.{address}"), "type": "text",
                              "timestamp": "1796000000", "text": {"body": "hello"}}],
            }}
        ]}]})
        .to_string();
        let signature = channels::whatsapp::signature(SECRET, body.as_bytes());
        let headers =
            format!("x-hub-signature-256: {signature}\r\nContent-Type: application/json\r\n");
        self.asks("POST /webhooks/whatsapp/line", &headers, &body).0
    }
}

fn escaped(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    text.bytes()
        .map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(binary()).args(arguments).output().unwrap()
}

#[test]
fn the_first_admin_needs_the_code_that_the_program_printed() {
    let folder = Folder::new("code");
    let place = Workplace::start(&folder.at("data"), 18_811);
    let fields = |code: &'static str, password: &'static str| {
        [
            ("code", code),
            ("workspace", "Acme"),
            ("name", "Ada"),
            ("email", "ada@acme.test"),
            ("password", password),
        ]
    };
    let (status, _, page) = place.form("/oidc/setup", &fields("0000-0000-0000", PASSWORD));
    assert_eq!(status, 403);
    assert!(page.contains("set-up code"), "{page}");
    let ada = place.set_up();
    let (_, me) = place.api(&ada, "GET /v1/me", &Value::Null);
    assert_eq!((me["name"].as_str(), me["role"].as_str()), (Some("Ada Winter"), Some("admin")));
    let again = place.form("/oidc/setup", &fields("0000-0000-0000", PASSWORD));
    assert!(again.2.contains("Sign in"), "whoever comes later signs in: {}", again.2);
    assert_eq!(place.asks("GET /sandbox", "", "").0, 404, "there is no sandbox in earnest");
    assert_eq!(place.asks("GET /oidc/demo-token?agent=ada-winter", "", "").0, 403);
}

#[test]
fn an_invited_agent_chooses_a_password_once_and_signs_in() {
    let folder = Folder::new("invite");
    let place = Workplace::start(&folder.at("data"), 18_812);
    let ada = place.set_up();
    place.furnish(&ada);
    let mark = json!({"version": 0, "name": "Mark", "email": "mark@acme.test",
                      "teams": ["support"]});
    assert_eq!(place.api(&ada, "PUT /v1/agents/mark", &mark).0, 200);
    let invite = json!({"agent": "mark"});
    let (status, invited) = place.api(&ada, "POST /oidc/invitations", &invite);
    assert_eq!(status, 201);
    let link = invited["link"].as_str().unwrap();
    let path = link.strip_prefix(&format!("http://localhost:{}", place.port)).unwrap();
    assert_eq!(place.signs_in("mark@acme.test", "").0, 401);
    let (status, _, page) = place.form(path, &[("password", "short")]);
    assert_eq!(status, 400);
    assert!(page.contains("at least 12 characters"), "{page}");
    assert_eq!(place.form(path, &[("password", PASSWORD)]).0, 303);
    assert_eq!(place.form(path, &[("password", PASSWORD)]).0, 410, "the link was used");
    let mark = place.token(place.signs_in("Mark@ACME.test", PASSWORD));
    assert_eq!(place.api(&mark, "GET /v1/me", &Value::Null).1["id"], "mark");
    assert_eq!(place.api(&mark, "POST /oidc/invitations", &invite).0, 403);
    let left = place.api(&ada, "PUT /v1/agents/mark", &json!({"active": false}));
    assert_eq!(left.0, 200);
    assert_eq!(place.signs_in("mark@acme.test", PASSWORD).0, 401, "Mark has left");
    assert_eq!(place.api(&mark, "GET /v1/me", &Value::Null).0, 403);
}

#[test]
fn a_thousand_guesses_learn_nothing_and_lock_one_account_only() {
    let folder = Folder::new("guess");
    let place = Workplace::start(&folder.at("data"), 18_813);
    place.set_up();
    let statuses: Vec<u16> =
        (0..20).map(|n| place.signs_in("ada@acme.test", &format!("guess {n}")).0).collect();
    assert_eq!(statuses[..5], [401; 5]);
    assert_eq!(statuses[5..], [429; 15], "the lock holds without a look at the password");
    assert_eq!(place.signs_in("ada@acme.test", PASSWORD).0, 429, "also for the right one");
    assert_eq!(place.signs_in("nobody@acme.test", PASSWORD).0, 401);
}

#[test]
fn a_copy_made_under_load_restores_every_acknowledged_message() {
    let folder = Folder::new("backup");
    let place = Workplace::start(&folder.at("data"), 18_814);
    let ada = place.set_up();
    place.furnish(&ada);
    let (written, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (before, copied) = std::thread::scope(|threads| {
        threads.spawn(|| {
            while !stop.load(Ordering::SeqCst) && written.load(Ordering::SeqCst) < 45 {
                let next = written.load(Ordering::SeqCst);
                assert_eq!(place.customer_writes(next), 200);
                written.fetch_add(1, Ordering::SeqCst);
            }
        });
        while written.load(Ordering::SeqCst) < 10 {
            std::thread::yield_now();
        }
        let before = written.load(Ordering::SeqCst);
        let copied = run(&["backup", "--data", &folder.at("data"), &folder.at("copy.tar")]);
        stop.store(true, Ordering::SeqCst);
        (before, copied)
    });
    assert!(copied.status.success(), "{copied:?}");
    drop(place);
    let restored = run(&["restore", "--data", &folder.at("again"), &folder.at("copy.tar")]);
    assert!(restored.status.success(), "{restored:?}");
    // Another address: the issuer has another name, and everybody can sign in all the same.
    let place = Workplace::start(&folder.at("again"), 18_815);
    assert_eq!(place.code, None, "somebody is here");
    let ada = place.token(place.signs_in("ada@acme.test", PASSWORD));
    let (_, queues) = place.api(&ada, "GET /v1/queues", &Value::Null);
    let waiting = queues["queues"][0]["waiting"].as_array().unwrap().len();
    assert!(waiting >= before, "{waiting} of {before} customers are in the copy");
}

#[test]
fn a_folder_belongs_to_one_process_and_faults_are_said_in_words() {
    let folder = Folder::new("faults");
    let data = folder.at("data");
    let place = Workplace::start(&data, 18_816);
    let fails = |arguments: &[&str]| {
        let output = run(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
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

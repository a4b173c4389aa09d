//! A workplace in earnest as a process of its own, with its data folder.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

pub const SECRET: &str = "an app secret";
pub const PASSWORD: &str = "correct horse battery";
/// Fifty times `v`, and its SHA-256 in base 64 (RFC 7636).
const VERIFIER: &str = "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv";
const CHALLENGE: &str = "CrlVwe1WSHWuTQYh3iczmx3aS-faRx6C92k9_hNxl4A";

pub fn binary() -> PathBuf {
    std::env::var_os("SWITCHBOARD_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/switchboard"),
        PathBuf::from,
    )
}

/// A folder that is gone after the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("serve-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn at(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running workplace; the process ends with the test.
pub struct Workplace {
    pub child: Child,
    pub port: u16,
    /// The code for the first admin, if nobody is there yet.
    pub code: Option<String>,
}

impl Drop for Workplace {
    fn drop(&mut self) {
        // The process may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Workplace {
    pub fn start(data: &str, port: u16) -> Self {
        Self::start_with(data, port, &[])
    }

    /// Starts with further options.
    pub fn start_with(data: &str, port: u16, options: &[&str]) -> Self {
        let mut command = Command::new(binary());
        command.args(["serve", "--data", data, "--port", &port.to_string()]).args(options);
        Self::of(command, port)
    }

    /// Starts a command that ends in `serve` on this port.
    pub fn of(mut command: Command, port: u16) -> Self {
        let mut child = command
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
    pub fn asks(&self, line: &str, headers: &str, body: &str) -> (u16, String, String) {
        Self::ask(self.port, line, headers, body)
    }

    /// Sends a request to a port of this machine.
    pub fn ask(port: u16, line: &str, headers: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
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

    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> (u16, String, String) {
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
    pub fn token(&self, answer: (u16, String, String)) -> String {
        self.tokens(answer)["id_token"].as_str().unwrap().to_owned()
    }

    /// The tokens to which a form leads.
    pub fn tokens(&self, (status, head, body): (u16, String, String)) -> Value {
        assert_eq!(status, 303, "{body}");
        let code = head.split("code=").nth(1).unwrap().split(['&', '\r']).next().unwrap();
        let fields =
            [("grant_type", "authorization_code"), ("code", code), ("code_verifier", VERIFIER)];
        let (status, _, body) = self.form("/oidc/token", &fields);
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Renews a session. `None`: the refresh token is refused.
    pub fn renew(&self, refresh: &Value) -> Option<Value> {
        let fields =
            [("grant_type", "refresh_token"), ("refresh_token", refresh.as_str().unwrap())];
        let (status, _, body) = self.form("/oidc/token", &fields);
        (status == 200).then(|| serde_json::from_str(&body).unwrap())
    }

    pub fn api(&self, token: &str, line: &str, body: &Value) -> (u16, Value) {
        let headers =
            format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, _, answer) = self.asks(line, &headers, &body);
        (status, serde_json::from_str(&answer).unwrap_or_default())
    }

    pub fn signs_in(&self, email: &str, password: &str) -> (u16, String, String) {
        self.form("/oidc/authorize", &[("email", email), ("password", password)])
    }

    /// Sets the workplace up as Ada, and returns her token.
    pub fn set_up(&self) -> String {
        self.token(self.set_up_form())
    }

    /// Sets the workplace up as Ada, and returns the answer of the form.
    pub fn set_up_form(&self) -> (u16, String, String) {
        let code = self.code.clone().unwrap();
        let fields = [
            ("code", code.as_str()),
            ("workspace", "Acme"),
            ("name", "Ada Winter"),
            ("email", "ada@acme.test"),
            ("password", PASSWORD),
        ];
        self.form("/oidc/setup", &fields)
    }

    /// Makes what a customer on WhatsApp needs: a team, a queue and an account.
    pub fn furnish(&self, ada: &str) {
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

    /// Invites Mark to support, and returns the answer with the link.
    pub fn invite_mark(&self, ada: &str) -> Value {
        let mark = json!({"version": 0, "name": "Mark", "email": "mark@acme.test",
                          "teams": ["support"]});
        assert_eq!(self.api(ada, "PUT /v1/agents/mark", &mark).0, 200);
        let (status, invited) = self.api(ada, "POST /oidc/invitations", &json!({"agent": "mark"}));
        assert_eq!(status, 201, "{invited}");
        invited
    }

    /// The path of a link of this workplace.
    pub fn path(&self, link: &str) -> String {
        link.strip_prefix(&format!("http://localhost:{}", self.port)).unwrap().to_owned()
    }

    /// A customer writes on WhatsApp. Returns the status of the webhook.
    pub fn customer_writes(&self, address: usize) -> u16 {
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

pub fn run(arguments: &[&str]) -> Output {
    // A program that starts although it must not would run for ever.
    Command::new("timeout").arg("60").arg(binary()).args(arguments).output().unwrap()
}

//! The real process: killed in the middle of work, and started again on the same data.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

struct Process {
    child: Child,
    port: u16,
}

fn binary() -> PathBuf {
    std::env::var_os("SWITCHBOARD_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/switchboard"),
        PathBuf::from,
    )
}

impl Process {
    fn start(data: &Path) -> Self {
        let mut child = Command::new(binary())
            .args(["--data", data.to_str().unwrap(), "--port", "18787"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("build it with `make build`: {e}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let console = lines.by_ref().map(Result::unwrap).find(|l| l.contains("Console")).unwrap();
        let port = console.rsplit(':').next().unwrap().trim_end_matches('/').parse().unwrap();
        // Keeps the pipe open, so that the process never writes into nothing.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port }
    }

    fn request(&self, head: &str, body: &str) -> Option<(u16, String)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        let length = body.len();
        let request = format!(
            "{head}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let status = answer.split(' ').nth(1)?.parse().ok()?;
        let body = answer.split_once("\r\n\r\n")?.1.to_owned();
        Some((status, body))
    }

    fn customer_writes(&self, address: &str, id: &str, text: &str) -> bool {
        let body = json!({"object": "whatsapp_business_account", "entry": [{"changes": [{
            "field": "messages", "value": {
                "metadata": {"phone_number_id": "106540352242922"},
                "messages": [{"from": address, "id": id, "timestamp": "1767688200",
                              "type": "text", "text": {"body": text}}]}}]}]})
        .to_string();
        let signature = channels::whatsapp::signature("demo-app-secret", body.as_bytes());
        let head = format!(
            "POST /webhooks/whatsapp/wa-demo HTTP/1.1\r\nContent-Type: application/json\r\nX-Hub-Signature-256: {signature}"
        );
        self.request(&head, &body).is_some_and(|(status, _)| status == 200)
    }

    fn get(&self, path: &str) -> Value {
        let (_, body) = self.request("GET /oidc/demo-token?agent=mark HTTP/1.1", "").unwrap();
        let token: Value = serde_json::from_str(&body).unwrap();
        let token = token["id_token"].as_str().unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nAuthorization: Bearer {token}");
        let (status, body) = self.request(&head, "").unwrap();
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The process has ended after `kill`; a failed test must not leave it behind, either.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn nothing_acknowledged_is_lost_by_kill_minus_nine() {
    let data = std::env::temp_dir().join(format!("switchboard-{}", uuid::Uuid::now_v7()));
    let address = "16505550001";
    let mut acknowledged = Vec::new();
    for round in 0..3 {
        let process = Process::start(&data);
        let until = Instant::now() + Duration::from_millis(400);
        let mut n = 0;
        std::thread::scope(|scope| {
            let process = &process;
            let writer = scope.spawn(move || {
                let mut taken = Vec::new();
                while Instant::now() < until {
                    let text = format!("{round}.{n}");
                    if process.customer_writes(address, &format!("wamid.{text}"), &text) {
                        taken.push(text);
                    }
                    n += 1;
                }
                taken
            });
            acknowledged.extend(writer.join().unwrap());
        });
        process.kill();
    }
    assert!(acknowledged.len() > 10, "only {} messages in three rounds", acknowledged.len());
    let process = Process::start(&data);
    let asset = "wa-demo".parse().unwrap();
    let thread = store::key::thread(&asset, address);
    let mut found = Vec::new();
    let mut after = 0;
    loop {
        let page =
            process.get(&format!("/v1/conversations/{thread}-1/entries?after={after}&limit=100"));
        for entry in page["entries"].as_array().unwrap() {
            after = entry["seq"].as_u64().unwrap();
            for event in entry["events"].as_array().unwrap() {
                found.extend(event["content"]["text"].as_str().map(str::to_owned));
            }
        }
        if page["more"] == false {
            break;
        }
    }
    let missing: Vec<_> = acknowledged.iter().filter(|text| !found.contains(text)).collect();
    assert!(missing.is_empty(), "lost: {missing:?}");
    process.kill();
    std::fs::remove_dir_all(data).unwrap();
}

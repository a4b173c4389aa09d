//! The program of the quick start, against the real process.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const PAGE: &str = include_str!("../../docs/protocol/quick-start.md");
const CUSTOMER: &str = "4917600000001";

/// Ends the process that it holds, whatever becomes of the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // The process may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The local platform with nothing in it, and its port.
fn platform() -> (Running, u16) {
    let binary = std::env::var_os("SWITCHBOARD_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/switchboard"),
        PathBuf::from,
    );
    let mut child = Command::new(binary)
        .args(["--memory", "--no-demo", "--port", "18791"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("build it with `make build`: {e}"));
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let console = lines.by_ref().map(Result::unwrap).find(|l| l.contains("Console")).unwrap();
    let port = console.rsplit(':').next().unwrap().trim_end_matches('/').parse().unwrap();
    // Keeps the pipe open, so that the process never writes into nothing.
    std::thread::spawn(move || lines.for_each(drop));
    (Running(child), port)
}

fn asks(port: u16, head: &str, body: &str) -> Value {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let length = body.len();
    let kind = "Content-Type: application/json";
    let request = format!(
        "{head} HTTP/1.1\r\nHost: localhost\r\n{kind}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let body = answer.split_once("\r\n\r\n").unwrap().1;
    serde_json::from_str(body).unwrap_or_default()
}

#[test]
fn the_quick_start_answers_a_customer() {
    if Command::new("python3").arg("--version").output().is_err() {
        println!("SKIPPED: the quick start needs python3");
        return;
    }
    let program = PAGE.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(program.lines().filter(|line| !line.trim().is_empty()).count() <= 35);
    let (_platform, port) = platform();
    let child = Command::new("python3")
        .args(["-c", program])
        .env("SWITCHBOARD", format!("http://localhost:{port}"))
        .spawn()
        .unwrap();
    let _program = Running(child);
    let words = json!({"name": "Amelia Fox", "text": "Is \"the kettle\" back? \u{1f60a}"});
    let route = format!("POST /sandbox/api/customers/{CUSTOMER}/messages");
    asks(port, &route, &words.to_string());
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let got = asks(port, "GET /sandbox/api/customers", "").to_string();
        if got.contains("You said: Is") {
            return;
        }
        assert!(Instant::now() < until, "no answer, only {got}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

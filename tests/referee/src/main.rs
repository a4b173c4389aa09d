//! `table`: random calls to the embedded engine and to another DynamoDB, answer by answer.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Parser;
use platform::engine::Engine;
use referee::explained::EXPLAINED;
use referee::judge::Judge;
use referee::random::Random;
use referee::shapes;
use serde_json::json;

/// Compares the embedded table with another DynamoDB by random calls of the store's shapes.
#[derive(Debug, Parser)]
struct Options {
    /// The address of the other DynamoDB, such as `http://127.0.0.1:8000`
    #[arg(long, env = "REFEREE_TABLE")]
    at: String,
    /// The number of calls
    #[arg(long, default_value_t = 100_000)]
    calls: u64,
    /// The seed; the same seed makes the same calls
    #[arg(long)]
    seed: Option<u64>,
    /// The number of findings after which it ends
    #[arg(long, default_value_t = 1)]
    findings: usize,
}

#[expect(clippy::print_stdout, reason = "a command line")]
fn main() -> ExitCode {
    let options = Options::parse();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seed = options.seed.unwrap_or_else(|| now.map_or(1, |now| now.as_secs()));
    println!("referee table: {} calls, seed {seed}", options.calls);
    let engine = match Engine::memory() {
        Ok(engine) => engine,
        Err(error) => {
            println!("referee table: the embedded engine does not open: {error}");
            return ExitCode::FAILURE;
        }
    };
    let judge = Judge::new(&options.at, format!("referee-{seed}-{}", std::process::id()));
    let table = json!({"TableName": "switchboard", "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"},
                                 {"AttributeName": "sk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"},
                      {"AttributeName": "sk", "KeyType": "RANGE"}]});
    let mut findings = Vec::new();
    if let Err(finding) = judge.answer(&engine, "CreateTable", &table.to_string()) {
        findings.push(finding);
    }
    let (mut random, mut answered) = (Random::new(seed), BTreeMap::new());
    for _ in 0..options.calls {
        if findings.len() >= options.findings {
            break;
        }
        let (operation, body) = shapes::request(&mut random);
        match judge.answer(&engine, operation, &body.to_string()) {
            Ok(answer) => *answered.entry((operation, answer.status)).or_insert(0_u64) += 1,
            Err(finding) => findings.push(finding),
        }
    }
    for ((operation, status), count) in &answered {
        println!("referee table: {operation} answered {status}: {count}");
    }
    for (name, count) in judge.explained() {
        let reason = EXPLAINED.iter().find(|rule| rule.name == name).map_or("", |rule| rule.reason);
        println!("referee table: explained {count} times: {name}: {reason}");
    }
    for finding in &findings {
        println!("referee table: FOUND {}", finding.chars().take(3_000).collect::<String>());
    }
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

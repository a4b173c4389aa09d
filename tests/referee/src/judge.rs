//! Each request goes to both implementations; a difference that no rule explains is a finding.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use platform::engine::Engine;
use serde_json::{Value, json};

use crate::compare::differences;
use crate::explained::EXPLAINED;
use crate::remote::{Answer, Remote};

/// Both implementations of one table.
#[expect(missing_debug_implementations, reason = "holds a database")]
pub struct Judge {
    remote: Remote,
    /// The table's name at the other implementation, which many judges share.
    table: String,
    explained: Mutex<BTreeMap<&'static str, u64>>,
}

/// The table's name at the embedded engine.
const TABLE: &str = "switchboard";

impl Judge {
    /// A judge who asks the implementation at `url`, about a table that it knows as `table`.
    #[must_use]
    pub fn new(url: &str, table: String) -> Self {
        Self { remote: Remote::new(url), table, explained: Mutex::default() }
    }

    /// Answers a request by the embedded engine.
    ///
    /// # Errors
    /// A sentence, if the other implementation gives another answer that no rule explains, or none.
    pub fn answer(
        &self,
        engine: &Engine,
        operation: &str,
        body: &str,
    ) -> Result<platform::engine::Answer, String> {
        let answer = engine.answer(operation, body.as_bytes());
        let quoted = |name: &str| format!("\"{name}\"");
        let asked = body.replace(&quoted(TABLE), &quoted(&self.table));
        let mut theirs = self.remote.call(operation, &asked).map_err(|e| e.to_string())?;
        let body_there = theirs.body.to_string().replace(&quoted(&self.table), &quoted(TABLE));
        theirs.body = serde_json::from_str(&body_there).map_err(|e| e.to_string())?;
        let ours = Answer {
            status: answer.status,
            body: serde_json::from_str(&answer.body).map_err(|e| e.to_string())?,
        };
        let request: Value = serde_json::from_str(body).unwrap_or_default();
        let found = differences(&ours, &theirs);
        if found.is_empty() || !is_compared(operation) {
            return Ok(answer);
        }
        let rule = EXPLAINED.iter().find(|rule| (rule.fits)(operation, &request, &ours, &theirs));
        match rule {
            Some(rule) => {
                let mut counts = self.explained.lock().unwrap_or_else(PoisonError::into_inner);
                *counts.entry(rule.name).or_default() += 1;
                drop(counts);
                if ours.status != theirs.status {
                    self.align(engine, &request)?;
                }
                Ok(answer)
            }
            None => Err(format!("{operation} {body}\n  {}", found.join("\n  "))),
        }
    }

    /// Gives the other implementation our items of a request that only one of the two carried out,
    /// so that the difference shows once.
    fn align(&self, engine: &Engine, request: &Value) -> Result<(), String> {
        let ask = |operation: &str, key: &str, value: &Value| {
            let mut body = json!({"TableName": self.table});
            body[key] = value.clone();
            self.remote.call(operation, &body.to_string()).map_err(|e| e.to_string())
        };
        for key in keys(request) {
            let read = json!({"TableName": TABLE, "Key": key, "ConsistentRead": true});
            let ours = engine.answer("GetItem", read.to_string().as_bytes());
            let ours: Value = serde_json::from_str(&ours.body).map_err(|e| e.to_string())?;
            match &ours["Item"] {
                Value::Null => ask("DeleteItem", "Key", &key)?,
                item => ask("PutItem", "Item", item)?,
            };
        }
        Ok(())
    }

    /// How often each rule explained a difference.
    #[must_use]
    pub fn explained(&self) -> BTreeMap<&'static str, u64> {
        self.explained.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Whether the answer says anything about data: that of a table's making is full of times and names.
fn is_compared(operation: &str) -> bool {
    !matches!(operation, "CreateTable" | "DescribeTable" | "UpdateTimeToLive")
}

/// The key of every item that a request names.
fn keys(request: &Value) -> Vec<Value> {
    match request {
        Value::Object(fields) if fields.contains_key("pk") && fields.contains_key("sk") => {
            vec![json!({"pk": fields.get("pk"), "sk": fields.get("sk")})]
        }
        Value::Object(fields) => fields.values().flat_map(keys).collect(),
        Value::Array(values) => values.iter().flat_map(keys).collect(),
        _ => Vec::new(),
    }
}

//! Embedded DynamoDB: the JSON protocol, answered by dynoxide on an SQLite file.

use std::path::Path;

use dynoxide::{Database, DynoxideError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The embedded database.
#[derive(Clone)]
#[expect(missing_debug_implementations, reason = "holds a database")]
pub struct Engine(Database);

/// An answer in DynamoDB's JSON protocol.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The JSON body.
    pub body: String,
}

impl Engine {
    /// Opens the database at `path`, or creates it. A write is synced to disk before its answer.
    ///
    /// # Errors
    /// If the file cannot be opened.
    pub fn open(path: &Path) -> Result<Self, DynoxideError> {
        let database = Database::new(&path.to_string_lossy())?;
        tend_stream(path).map_err(|e| DynoxideError::InternalServerError(e.to_string()))?;
        Ok(Self(database))
    }

    /// Opens a database that lives in memory only, for tests.
    ///
    /// # Errors
    /// If SQLite fails.
    pub fn memory() -> Result<Self, DynoxideError> {
        Ok(Self(Database::memory()?))
    }

    /// Removes items whose time has passed. DynamoDB does so by itself; dynoxide waits for this
    /// call.
    ///
    /// # Errors
    /// If SQLite fails.
    pub fn sweep_ttl(&self) -> Result<usize, DynoxideError> {
        self.0.sweep_ttl()
    }

    /// Answers one request.
    #[must_use]
    pub fn answer(&self, operation: &str, body: &[u8]) -> Answer {
        let db = &self.0;
        let outcome = match operation {
            "PutItem" => call(body, |r| db.put_item(r)),
            "GetItem" => call(body, |r| db.get_item(r)),
            "DeleteItem" => call(body, |r| db.delete_item(r)),
            "UpdateItem" => call(body, |r| db.update_item(r)),
            "Query" => call(body, |r| db.query(r)),
            "Scan" => call(body, |r| db.scan(r)),
            "BatchGetItem" => call(body, |r| db.batch_get_item(r)),
            "BatchWriteItem" => call(body, |r| db.batch_write_item(r)),
            "TransactWriteItems" => call(&without_token(body), |r| db.transact_write_items(r)),
            "TransactGetItems" => call(body, |r| db.transact_get_items(r)),
            "CreateTable" => call(body, |r| db.create_table(r)),
            "DescribeTable" => call(body, |r| db.describe_table(r)),
            "UpdateTimeToLive" => call(body, |r| db.update_time_to_live(r)),
            "DescribeTimeToLive" => call(body, |r| db.describe_time_to_live(r)),
            "ListStreams" => call(body, |r| db.list_streams(r)),
            "DescribeStream" => call(body, |r| db.describe_stream(r)),
            "GetShardIterator" => call(body, |r| db.get_shard_iterator(r)),
            "GetRecords" => call(body, |r| db.get_records(r)),
            other => Err(DynoxideError::ValidationException(format!(
                "the local platform does not offer {other}"
            ))),
        };
        match outcome {
            Ok(body) => Answer { status: 200, body },
            Err(error) => Answer { status: error.status_code(), body: error.to_json() },
        }
    }
}

/// Mends two traits of dynoxide's stream, once, before anything else uses the file: dynoxide keeps
/// every record, and without an index each write would look through all of them for the next
/// number. DynamoDB forgets records after 24 hours; the newest stay, because numbers go on from
/// there.
fn tend_stream(path: &Path) -> rusqlite::Result<()> {
    let connection = rusqlite::Connection::open(path)?;
    connection.execute_batch(
        "CREATE INDEX IF NOT EXISTS stream_by_number
           ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
         CREATE INDEX IF NOT EXISTS stream_by_shard
           ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
         DELETE FROM _stream_records
           WHERE created_at < unixepoch() - 86400
             AND id < (SELECT MAX(id) FROM _stream_records) - 1000;",
    )
}

fn call<Q: DeserializeOwned, A: Serialize>(
    body: &[u8],
    run: impl FnOnce(Q) -> Result<A, DynoxideError>,
) -> Result<String, DynoxideError> {
    let request = serde_json::from_slice(body).map_err(|e| unreadable(&e.to_string()))?;
    let answer = run(request)?;
    serde_json::to_string(&answer).map_err(|e| DynoxideError::InternalServerError(e.to_string()))
}

/// The marks that dynoxide's types put before a message, for its own server to read.
const INVALID: [&str; 3] = ["VALIDATION:", "VALIDATION_REQUEST:", "VALIDATION_AS_READ:"];
const UNREADABLE: [&str; 2] = ["SERIALIZATION:", "SERIALIZATION_AS_READ:"];
/// Signs of further messages that DynamoDB calls invalid, though dynoxide's types do not mark them.
const INCOMPLETE: [&str; 5] = [
    "missing field",
    "unknown variant",
    "invalid type: null",
    "empty AttributeValue",
    "Supplied AttributeValue",
];

/// The refusal of a body that is no request: invalid if its values are, else unreadable. The store
/// tells them apart nowhere, but a retry of the SDK may.
fn unreadable(message: &str) -> DynoxideError {
    let after = |marks: &[&str]| marks.iter().find_map(|mark| message.strip_prefix(mark));
    match after(&INVALID) {
        Some(rest) => DynoxideError::ValidationException(rest.trim().to_owned()),
        None if INCOMPLETE.iter().any(|sign| message.contains(sign)) => {
            DynoxideError::ValidationException(message.to_owned())
        }
        None => {
            let rest = after(&UNREADABLE).unwrap_or(message);
            DynoxideError::SerializationException(rest.trim().to_owned())
        }
    }
}

/// Leaves the idempotency token out: dynoxide keeps every token for ten minutes, in memory, and the
/// log's own condition makes a repeated transaction harmless.
fn without_token(body: &[u8]) -> Vec<u8> {
    let Ok(Value::Object(mut request)) = serde_json::from_slice(body) else {
        return body.to_vec();
    };
    request.remove("ClientRequestToken");
    Value::Object(request).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(operation: &str, body: &str) -> String {
        let answer = Engine::memory().unwrap().answer(operation, body.as_bytes());
        assert_eq!(answer.status, 400, "{}", answer.body);
        let body: Value = serde_json::from_str(&answer.body).unwrap();
        body["__type"].as_str().unwrap().rsplit('#').next().unwrap().to_owned()
    }

    #[test]
    fn a_wrong_value_is_invalid_and_no_json_is_unreadable() {
        let query = r#"{"TableName": "switchboard", "Limit": 0, "KeyConditionExpression": "pk = :p",
                        "ExpressionAttributeValues": {":p": {"S": "x"}}}"#;
        assert_eq!(kind("Query", query), "ValidationException");
        let number = "1".repeat(39);
        let put = format!(
            r#"{{"TableName": "switchboard", "Item": {{"pk": {{"S": "a"}}, "n": {{"N": "{number}"}}}}}}"#
        );
        assert_eq!(kind("PutItem", &put), "ValidationException");
        assert_eq!(kind("PutItem", "{"), "SerializationException");
        assert_eq!(kind("PutItem", r#"{"TableName": 1}"#), "SerializationException");
    }
}

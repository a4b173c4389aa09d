//! The table's stream: the platform reads it in order, filters it as the template says, and hands
//! it to functions in batches. A failed batch comes again.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use crate::template::{StreamMapping, matches};
use crate::{Platform, TABLE};

/// The wake-up of the stream's readers.
#[derive(Debug, Default)]
pub struct Stream(Notify);

impl Stream {
    /// Wakes the readers after a write.
    pub fn wake(&self) {
        self.0.notify_waiters();
    }
}

/// The time after which a reader looks without a wake-up.
const IDLE: Duration = Duration::from_millis(500);
/// The time for which writes gather before a read: AWS polls a shard four times a second.
const GATHER: Duration = Duration::from_millis(20);
/// The most attempts of a batch, as the template's mappings say.
const ATTEMPTS: u32 = 5;
/// The time by which the kept position stays behind the newest record. A restart repeats the
/// records in between: they bring back what was only in memory (a wake-up, a delayed look at the
/// outbox).
const OVERLAP: i64 = 60_000;

/// Starts a reader for every mapping. `kept` is the folder where positions survive a restart.
pub fn start(platform: &Arc<Platform>, kept: Option<&Path>) {
    for mapping in platform.wiring.streams.clone() {
        let file = kept.map(|folder| folder.join(format!("stream-{}.position", mapping.function)));
        tokio::spawn(read(Arc::clone(platform), mapping, file));
    }
}

async fn read(platform: Arc<Platform>, mapping: StreamMapping, file: Option<PathBuf>) {
    let position = file.as_deref().and_then(|f| std::fs::read_to_string(f).ok());
    let mut reader = Reader { platform, mapping, file, iterator: None, position };
    loop {
        let woken = Arc::clone(&reader.platform);
        let notified = woken.stream.0.notified();
        match reader.turn().await {
            Ok(true) => {}
            Ok(false) => {
                if tokio::time::timeout(IDLE, notified).await.is_ok() {
                    tokio::time::sleep(GATHER).await;
                }
            }
            Err(error) => {
                tracing::error!(error, "the stream could not be read");
                tokio::time::sleep(IDLE).await;
                reader.iterator = None;
            }
        }
    }
}

struct Reader {
    platform: Arc<Platform>,
    mapping: StreamMapping,
    file: Option<PathBuf>,
    iterator: Option<String>,
    /// The last record that a restart need not repeat.
    position: Option<String>,
}

impl Reader {
    async fn call(&self, operation: &'static str, request: Value) -> Result<Value, String> {
        let engine = self.platform.engine.clone();
        let body = request.to_string().into_bytes();
        let answer = tokio::task::spawn_blocking(move || engine.answer(operation, &body))
            .await
            .map_err(|e| e.to_string())?;
        match answer.status {
            200 => serde_json::from_str(&answer.body).map_err(|e| e.to_string()),
            _ => Err(answer.body),
        }
    }

    async fn open(&self) -> Result<String, String> {
        let streams = self.call("ListStreams", json!({"TableName": TABLE})).await?;
        let arn = &streams["Streams"][0]["StreamArn"];
        let stream = self.call("DescribeStream", json!({"StreamArn": arn})).await?;
        let shard = &stream["StreamDescription"]["Shards"][0]["ShardId"];
        let mut request = json!({"StreamArn": arn, "ShardId": shard});
        match self.position.as_deref().map(str::trim).filter(|p| !p.is_empty()) {
            Some(position) => {
                request["ShardIteratorType"] = json!("AFTER_SEQUENCE_NUMBER");
                request["SequenceNumber"] = json!(position);
            }
            None => request["ShardIteratorType"] = json!("TRIM_HORIZON"),
        }
        let answer = self.call("GetShardIterator", request.clone()).await;
        let answer = match answer {
            Ok(answer) => answer,
            // The stream no longer holds the kept position.
            Err(_) => {
                request["ShardIteratorType"] = json!("TRIM_HORIZON");
                if let Some(map) = request.as_object_mut() {
                    map.remove("SequenceNumber");
                }
                self.call("GetShardIterator", request).await?
            }
        };
        answer["ShardIterator"].as_str().map(str::to_owned).ok_or_else(|| "no iterator".to_owned())
    }

    /// Reads one batch. Returns whether there was anything.
    async fn turn(&mut self) -> Result<bool, String> {
        let iterator = match self.iterator.take() {
            Some(iterator) => iterator,
            None => self.open().await?,
        };
        let answer = self
            .call("GetRecords", json!({"ShardIterator": iterator, "Limit": self.mapping.batch}))
            .await?;
        let mut records = answer["Records"].as_array().cloned().unwrap_or_default();
        let mut next = answer["NextShardIterator"].as_str().map(str::to_owned);
        if records.is_empty() {
            self.iterator = next;
            return Ok(false);
        }
        // The batch gathers for as long as the window says, as on AWS.
        let until = Instant::now() + Duration::from_secs(self.mapping.window);
        while self.mapping.window > 0
            && records.len() < self.mapping.batch
            && Instant::now() < until
        {
            sleep_until((Instant::now() + Duration::from_millis(100)).min(until)).await;
            let Some(iterator) = next.take() else { break };
            let answer = self
                .call("GetRecords", json!({"ShardIterator": iterator, "Limit": self.mapping.batch}))
                .await?;
            records.extend(answer["Records"].as_array().cloned().unwrap_or_default());
            next = answer["NextShardIterator"].as_str().map(str::to_owned);
        }
        self.hand_over(&records).await;
        self.keep(&records);
        self.iterator = next;
        Ok(true)
    }

    async fn hand_over(&self, records: &[Value]) {
        let wanted: Vec<&Value> = records.iter().filter(|r| self.wants(r)).collect();
        if wanted.is_empty() {
            return;
        }
        let met = &self.platform.gateway.lab.met;
        tokio::time::sleep(met.stream_late()).await;
        if met.brings_batch_again() {
            let (first, rest) = wanted.split_at(wanted.len() / 2);
            for part in [first, rest].into_iter().filter(|part| !part.is_empty()) {
                self.until_handled(json!({"Records": part})).await;
            }
        }
        self.until_handled(json!({"Records": wanted})).await;
    }

    /// Hands a batch over until the function has handled it.
    async fn until_handled(&self, event: Value) {
        let mut attempt = 0;
        while attempt < ATTEMPTS {
            // A full disk uses no attempt up: the batch waits for space.
            attempt += u32::from(attempt == 0 || self.platform.files.takes_writes());
            match self.platform.invoke(&self.mapping.function, event.clone()).await {
                Ok(answer) => {
                    let failures = answer["batchItemFailures"].as_array();
                    if failures.is_none_or(Vec::is_empty) {
                        return;
                    }
                }
                Err(crashed) => {
                    tracing::error!(function = self.mapping.function, %crashed, attempt,
                        "a batch of the stream was not handled");
                }
            }
            tokio::time::sleep(Duration::from_millis(200 * u64::from(attempt.max(1)))).await;
        }
        tracing::error!(function = self.mapping.function, "a batch of the stream was given up");
    }

    fn wants(&self, record: &Value) -> bool {
        self.mapping.filters.is_empty()
            || self.mapping.filters.iter().any(|filter| matches(filter, record))
    }

    /// Keeps the position of the newest record that is old enough.
    fn keep(&mut self, records: &[Value]) {
        let now = (crate::wall_clock())().0;
        let old = records.iter().rev().find(|r| {
            let seconds = r["dynamodb"]["ApproximateCreationDateTime"].as_f64().unwrap_or(0.0);
            #[expect(clippy::cast_possible_truncation, reason = "seconds fit")]
            let written = seconds as i64 * 1_000;
            now - written > OVERLAP
        });
        let newest = old.and_then(|r| r["dynamodb"]["SequenceNumber"].as_str());
        if let (Some(newest), Some(file)) = (newest, &self.file)
            && let Err(error) = crate::folder::replace(file, newest.as_bytes())
        {
            tracing::warn!(%error, "the stream's position was not kept");
        }
    }
}

//! Metrics for the operators, in CloudWatch's embedded format: CloudWatch makes a metric of each
//! line in the log. A metric costs no request, no permission and no wait. The namespace is
//! `Switchboard/<stack>`, so that stacks of one account do not mix; `infra/template.yaml` has the
//! alarms and the dashboard.

use std::io::Write as _;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::Millis;
use serde_json::json;

use crate::runtime::config::METRICS;

/// The namespace of the metrics. Only a deployed function has one and writes lines: no one would
/// read the lines elsewhere.
static NAMESPACE: OnceLock<String> = OnceLock::new();

/// The counters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// The number of pieces of work that ended in a panic and got an answer all the same.
    Panics,
    /// The number of decisions that a law forbade: a mistake in the rules, which wrote nothing.
    LawsBroken,
}

impl Metric {
    const fn name(self) -> &'static str {
        match self {
            Self::Panics => "Panics",
            Self::LawsBroken => "LawsBroken",
        }
    }

    /// The line from which CloudWatch makes the metric: in total, and by piece of work.
    fn line(self, namespace: &str, work: &str, at: Millis) -> serde_json::Value {
        let name = self.name();
        json!({
            "_aws": {"Timestamp": at.0, "CloudWatchMetrics": [{
                "Namespace": namespace, "Dimensions": [[], ["Work"]],
                "Metrics": [{"Name": name, "Unit": "Count"}],
            }]},
            "Work": work,
            (name): 1,
        })
    }
}

/// The counts of this app since it began.
#[derive(Debug, Default)]
pub struct Metrics {
    panics: AtomicU64,
    laws_broken: AtomicU64,
}

impl Metrics {
    const fn total(&self, metric: Metric) -> &AtomicU64 {
        match metric {
            Metric::Panics => &self.panics,
            Metric::LawsBroken => &self.laws_broken,
        }
    }

    /// The count of a metric so far.
    #[must_use]
    pub fn counted(&self, metric: Metric) -> u64 {
        self.total(metric).load(Ordering::Relaxed)
    }

    /// Counts one occurrence of a metric, in a piece of work.
    pub(crate) fn count(&self, metric: Metric, work: &str, at: Millis) {
        self.total(metric).fetch_add(1, Ordering::Relaxed);
        if let Some(namespace) = NAMESPACE.get() {
            write(&metric.line(namespace, work, at));
        }
    }
}

/// The number of frames and entries that could not be sent on as they are.
pub const FRAMES_REFUSED: &str = "FramesRefused";
/// The number of frames that the gateway did not take this time; clients find the gap.
pub const PUSHES_FAILED: &str = "PushesFailed";
/// The number of webhooks and messages that met a channel without its secrets.
pub const SECRETS_MISSING: &str = "SecretsMissing";
/// The number of records of the workplace that cannot be read.
pub const RECORDS_UNREADABLE: &str = "RecordsUnreadable";
/// The number of messages that reached a customer's device.
pub const MESSAGES_DELIVERED: &str = "MessagesDelivered";
/// The number of messages that did not get through to a customer.
pub const MESSAGES_FAILED: &str = "MessagesFailed";
/// The time from a conversation's beginning to the first response, in seconds.
pub const FIRST_RESPONSE: &str = "FirstResponse";
/// The number of customers who wait in a queue.
pub const WAITING: &str = "Waiting";
/// The time for which the first of them has waited, in seconds.
pub const LONGEST_WAIT: &str = "LongestWait";

/// The line that reports values, each (metric, unit of CloudWatch, value).
fn line(namespace: &str, values: &[(&str, &str, i64)], at: i64) -> serde_json::Value {
    let metrics: Vec<_> =
        values.iter().map(|(name, unit, _)| json!({"Name": name, "Unit": unit})).collect();
    let mut line = json!({
        "_aws": {
            "Timestamp": at,
            "CloudWatchMetrics": [{
                "Namespace": namespace, "Dimensions": [[]], "Metrics": metrics,
            }],
        },
    });
    for (name, _, value) in values {
        line[*name] = json!(value);
    }
    line
}

fn write(line: &serde_json::Value) {
    // A failed write to the log has no other place to report to.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Reports values, each (metric, unit of CloudWatch, value).
pub fn report(values: &[(&str, &str, i64)]) {
    let Some(namespace) = NAMESPACE.get() else { return };
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = since.ok().and_then(|d| i64::try_from(d.as_millis()).ok()).unwrap_or(0);
    write(&line(namespace, values, now));
}

/// Counts one occurrence of `metric`.
pub fn count(metric: &str) {
    report(&[(metric, "Count", 1)]);
}

/// Whether somebody reads the metrics. Values that cost requests are not gathered otherwise.
#[must_use]
pub(crate) fn is_written() -> bool {
    NAMESPACE.get().is_some()
}

/// Begins to write metrics into the log. The functions' mains call it.
pub(crate) fn write_to_log() {
    let named = std::env::var(METRICS).ok().filter(|name| !name.is_empty());
    // A second call would only name the same namespace again.
    let _ = NAMESPACE.set(named.unwrap_or_else(|| "Switchboard".to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_is_named_twice_as_cloudwatch_asks() {
        let values = [(WAITING, "Count", 3), (LONGEST_WAIT, "Seconds", 40)];
        let line = line("Switchboard/desk", &values, 7);
        let told = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(told["Namespace"], "Switchboard/desk");
        assert_eq!(told["Metrics"][0], json!({"Name": "Waiting", "Unit": "Count"}));
        assert_eq!(told["Metrics"][1], json!({"Name": "LongestWait", "Unit": "Seconds"}));
        assert_eq!((&line["Waiting"], &line["LongestWait"]), (&json!(3), &json!(40)));
        assert_eq!(line["_aws"]["Timestamp"], 7);
    }

    #[test]
    fn a_line_is_a_metric_in_cloudwatchs_embedded_format() {
        let line = Metric::Panics.line("Switchboard", "api", Millis(1_767_688_200_000));
        let told = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(line["_aws"]["Timestamp"], 1_767_688_200_000_i64);
        assert_eq!(told["Namespace"], "Switchboard");
        for dimension in told["Dimensions"].as_array().unwrap().iter().flat_map(|d| d.as_array()) {
            for name in dimension {
                assert!(line[name.as_str().unwrap()].is_string(), "{name} has a value");
            }
        }
        assert_eq!(line[told["Metrics"][0]["Name"].as_str().unwrap()], 1);
    }
}

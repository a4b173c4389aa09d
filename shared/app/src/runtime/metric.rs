//! Metrics for the operators, in CloudWatch's embedded format: CloudWatch makes a metric of each
//! line in the log. A metric costs no request, no permission and no wait. The namespace is
//! `Switchboard`; `infra/template.yaml` has the alarms.

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use domain::Millis;
use serde_json::json;

/// Whether a metric writes its line, which only a deployed function does. No one would read the
/// lines elsewhere.
static WRITTEN: AtomicBool = AtomicBool::new(false);

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
    fn line(self, work: &str, at: Millis) -> serde_json::Value {
        let name = self.name();
        json!({
            "_aws": {"Timestamp": at.0, "CloudWatchMetrics": [{
                "Namespace": "Switchboard", "Dimensions": [[], ["Work"]],
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
        if WRITTEN.load(Ordering::Relaxed) {
            // A failed write to the log has no other place to report to.
            let _ = writeln!(std::io::stdout().lock(), "{}", metric.line(work, at));
        }
    }
}

/// The number of frames and entries that could not be sent on as they are.
pub(crate) const FRAMES_REFUSED: &str = "FramesRefused";

/// The line that counts one occurrence of `metric`.
fn line(metric: &str, now: i64) -> String {
    json!({
        "_aws": {
            "Timestamp": now,
            "CloudWatchMetrics": [{
                "Namespace": "Switchboard",
                "Dimensions": [[]],
                "Metrics": [{"Name": metric, "Unit": "Count"}],
            }],
        },
        (metric): 1,
    })
    .to_string()
}

/// Counts one occurrence of `metric`.
pub(crate) fn count(metric: &str) {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = since.ok().and_then(|d| i64::try_from(d.as_millis()).ok()).unwrap_or(0);
    // A failed write to the log has no other place to report to.
    let _ = writeln!(std::io::stdout().lock(), "{}", line(metric, now));
}

/// Begins to write metrics into the log. The functions' mains call it.
pub(crate) fn write_to_log() {
    WRITTEN.store(true, Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_is_named_twice_as_cloudwatch_asks() {
        let line: serde_json::Value = serde_json::from_str(&line(FRAMES_REFUSED, 7)).unwrap();
        let told = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(told["Metrics"][0]["Name"], "FramesRefused");
        assert_eq!((&line["FramesRefused"], &line["_aws"]["Timestamp"]), (&json!(1), &json!(7)));
    }

    #[test]
    fn a_line_is_a_metric_in_cloudwatchs_embedded_format() {
        let line = Metric::Panics.line("api", Millis(1_767_688_200_000));
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

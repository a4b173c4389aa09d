//! Figures for alarms, as lines of the log in CloudWatch's embedded metric format: they cost no
//! request, and appear under the namespace `Switchboard`.

use std::io::Write;

use serde_json::json;

/// A frame or an entry that could not be sent on as it is.
pub(crate) const FRAMES_REFUSED: &str = "FramesRefused";

/// The line that counts one of `metric`.
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

/// Counts one of `metric`.
pub(crate) fn count(metric: &str) {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = since.ok().and_then(|d| i64::try_from(d.as_millis()).ok()).unwrap_or(0);
    // A log that cannot be written to has nobody to tell.
    let _ = writeln!(std::io::stdout().lock(), "{}", line(metric, now));
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
}

//! The measured values of a run.

use hdrhistogram::Histogram;
use serde::Deserialize;
use std::borrow::Cow;
use std::time::Duration;

use super::*;

/// Latencies from 1 µs to 10 minutes, to three digits.
#[derive(Debug, Clone)]
pub(crate) struct Latency(Histogram<u64>);

impl Default for Latency {
    fn default() -> Self {
        #[expect(clippy::expect_used, reason = "constants that the histogram takes")]
        let empty = Histogram::new_with_bounds(1, 600_000_000, 3).expect("bounds");
        Self(empty)
    }
}

impl Latency {
    pub(crate) fn note(&mut self, latency: Duration) {
        let micros = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX);
        self.0.saturating_record(micros);
    }

    /// The latency that `part` of all do not exceed.
    pub(crate) fn at(&self, part: f64) -> Duration {
        Duration::from_micros(self.0.value_at_quantile(part))
    }

    /// The largest.
    pub(crate) fn max(&self) -> Duration {
        Duration::from_micros(self.0.max())
    }
}

/// The part of a frame that the run looks at.
#[derive(Deserialize)]
pub(super) struct Frame<'a> {
    #[serde(borrow, default)]
    pub(super) entries: Vec<Entry<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Entry<'a> {
    #[serde(borrow)]
    pub(super) events: Vec<Event<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Event<'a> {
    #[serde(borrow, default)]
    pub(super) content: Option<Content<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Content<'a> {
    #[serde(borrow, default)]
    pub(super) text: Cow<'a, str>,
}

/// `#<run>.<step>.<n> …`
pub(super) fn labels(text: &str) -> Option<(u64, u64, u64)> {
    let mut parts = text.strip_prefix('#')?.split(' ').next()?.split('.');
    let mut part = || parts.next()?.parse().ok();
    Some((part()?, part()?, part()?))
}

pub(super) fn marked(run: u64, step: u64, n: u64) -> String {
    format!("{:.<LENGTH$}", format!("#{run}.{step}.{n} "))
}

//! Panics: one ends its piece of work and nothing else. The caller gets an answer, a metric counts
//! the panic, and the function serves the next piece of work. `docs/decisions` says why functions
//! unwind.

use crate::Failure;
use crate::runtime::metric::{Metric, Metrics};
use domain::Millis;

use std::any::Any;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;

/// Does a piece of work; a panic in it becomes a failure.
///
/// The state that pieces of work share stays whole: the table changes by one request at a time, and
/// the process replaces what it remembers as a whole, under locks that outlive a panic.
///
/// # Errors
/// [`Failure::Crashed`] if the work panicked.
pub async fn caught<T>(
    metrics: &Metrics,
    now: Millis,
    work: &'static str,
    running: impl Future<Output = T>,
) -> Result<T, Failure> {
    AssertUnwindSafe(running).catch_unwind().await.map_err(|payload| {
        metrics.count(Metric::Panics, work, now);
        let why = said(&*payload);
        tracing::error!(work, why, "a piece of work panicked");
        Failure::Crashed { work, why }
    })
}

/// The message of a panic; only the log shows it.
fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

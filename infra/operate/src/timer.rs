//! Armed timers, from the first minute that the clock has not gone round.

use domain::{Millis, TimerKind};
use serde_json::json;

use crate::Failed;
use crate::home::Home;
use crate::out::{Out, moment, span};

/// The word for a timer's purpose.
const fn word(kind: TimerKind) -> &'static str {
    match kind {
        TimerKind::Offer => "offer",
        TimerKind::Idle => "idle",
        TimerKind::Outbox => "outbox",
        TimerKind::Watch => "watch",
        TimerKind::Absent => "absent",
        TimerKind::WrapUp => "wrap_up",
    }
}

/// Lists the timers that fall due within so many minutes, late ones first.
///
/// # Errors
/// If the table fails, or the reader is gone.
pub async fn list(home: &Home, within: i64, out: &mut Out<'_>) -> Result<(), Failed> {
    let (store, now) = (&home.app.store, home.now());
    let this = now.minute();
    // Older timers have expired.
    let from = store.swept_until().await?.unwrap_or(this).clamp(this - 48 * 60, this);
    let mut count = 0;
    for minute in from..=this + within {
        let mut due = store.due(minute).await?;
        due.sort_by_key(|timer| timer.at);
        for timer in due {
            count += 1;
            let late = now - timer.at;
            let value = json!({"due": timer.at.0, "late_ms": late.0.max(0), "kind": word(timer.kind),
                "thread": timer.thread, "number": timer.number});
            out.either(&value, || {
                let when = if late > Millis(0) { "late by" } else { "in" };
                let (at, span) = (moment(timer.at), span(late));
                format!("{at}  {when} {span:<8} {:<8} {}", word(timer.kind), timer.thread)
            })?;
        }
    }
    if count == 0 && !out.json() {
        out.line("No timer is armed for this time.")?;
    }
    Ok(())
}

//! Limits on the requests of anonymous visitors. A web chat's visitors cost nothing to invent;
//! without a limit one of them could fill every queue and ring every agent.
//!
//! Each process counts in its own memory, which costs no request. The gateway's throttles for each
//! route (`infra/template.yaml`) bound all processes together, and a counter in the table bounds
//! the chats that one address begins within an hour.

use crate::runtime::limits::Limited;
use crate::{Failure, Gate};
use domain::Millis;

use protocol::Refused;

/// The most chats that one address may begin within an hour, across all processes.
const CHATS_AN_HOUR: i64 = 600;

/// Refuses a request of an anonymous caller who asks too often.
///
/// # Errors
/// `too_many_requests`, with the time to wait.
pub fn limit(gate: Gate<'_>, what: Limited, who: &str) -> Result<(), Failure> {
    if !gate.throttle {
        return Ok(());
    }
    gate.limits.take(what, who, gate.now()).map_err(|wait| too_often(wait).into())
}

/// Notes that a visitor got an answer up to message `number` and heard of more: the visitor's next
/// request for them counts for nothing.
pub fn has_more(gate: Gate<'_>, who: &str, number: u64) {
    gate.limits.has_more(who, number);
}

/// Whether a visitor's request continues from the last answer that announced more.
#[must_use]
pub fn reads_on(gate: Gate<'_>, who: &str, after: u64) -> bool {
    gate.limits.reads_on(who, after)
}

/// Whether it is time to tell again that somebody is typing. The server drops earlier frames:
/// clients still show the last one.
#[must_use]
pub fn typing_is_news(gate: Gate<'_>, who: &str) -> bool {
    !gate.throttle || gate.limits.take(Limited::Typing, who, gate.now()).is_ok()
}

/// Refuses an address that begins too many chats.
///
/// # Errors
/// `too_many_requests`; or if the table fails.
pub async fn limit_new_visitors(gate: Gate<'_>, address: &str) -> Result<(), Failure> {
    // A request without an address came by no gateway.
    if !gate.throttle || address.is_empty() {
        return Ok(());
    }
    limit(gate, Limited::NewVisitor, address)?;
    let hour = Millis::hours(1);
    let now = gate.now();
    if gate.store.count_new_visitor(address, now, hour).await? > CHATS_AN_HOUR {
        return Err(too_often(hour - Millis(now.0 % hour.0)).into());
    }
    Ok(())
}

/// The refusal of a caller who has to wait.
pub(crate) fn too_often(wait: Millis) -> Refused {
    let seconds = ((wait.0 + 999) / 1_000).max(1);
    let mut refused = Refused::new(
        "too_many_requests",
        "This comes too often.",
        format!("Wait {seconds} seconds, then send it again."),
    );
    refused.retry_after = u32::try_from(seconds).ok();
    refused
}

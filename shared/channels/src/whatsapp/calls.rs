//! Calls of customers. Nobody takes them here, so that each becomes a line by which an agent calls
//! back.

use domain::Content;
use serde_json::Value;

use super::fields::{KEY, key, moment, word};
use super::sender;
use crate::trim::Trim;
use crate::{Arrival, Inbound};

/// The call that an item reports as over. The beginning of a call says nothing yet.
pub(super) fn over(account: &str, contacts: &[Value], item: &Value) -> Option<Arrival> {
    if item["event"].as_str() != Some("terminate") || item["direction"] == "BUSINESS_INITIATED" {
        return None;
    }
    let unusable = |why: &str| {
        let payload = Some(Trim::new().raw(item, Content::RAW_LIMIT));
        Some(Arrival::Unusable { why: why.to_owned(), payload })
    };
    let (addresses, name) = sender::of_message(item, contacts);
    let mut addresses = addresses.into_iter();
    let Some(address) = addresses.next() else { return unusable("a call names no caller") };
    let Some(id) = word(&item["id"]).filter(|id| id.len() <= KEY) else {
        return unusable("a call has no id");
    };
    let seconds = word(&item["duration"]).and_then(|n| n.parse().ok()).filter(|n| *n > 0);
    let failed = item["status"].as_str().is_some_and(|s| s.eq_ignore_ascii_case("failed"));
    let missed = seconds.is_none() || failed;
    Some(Arrival::Message(Inbound {
        account: account.to_owned(),
        address,
        others: addresses.collect(),
        name,
        key: key(&id),
        sent_at: moment(&item["timestamp"]),
        content: Content::Call { missed, seconds },
        reply_to: None,
        beside: domain::intake::Beside::default(),
        quiet: !missed,
        shortened: false,
    }))
}

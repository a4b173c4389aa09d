//! Messages that the business sent from its own phone.

use domain::Address;
use serde_json::Value;

use super::content;
use super::fields::{key, moment, word};
use crate::trim::Trim;
use crate::{Arrival, Echo};

/// The longest number or id of a customer.
const ID: usize = 150;

/// A message that the business sent from its own phone.
pub(super) fn read(account: &str, item: &Value) -> Arrival {
    let kind = item["type"].as_str().unwrap_or("unknown");
    let to = word(&item["to"]).filter(|to| to.len() <= ID).and_then(|to| Address::number(&to));
    let user = word(&item["to_user_id"]).filter(|to| to.len() <= ID);
    let addresses: Vec<String> = user
        .and_then(|id| Address::user(&id))
        .into_iter()
        .chain(to)
        .map(|a| a.to_string())
        .collect();
    let Some(id) = word(&item["id"]).filter(|_| !addresses.is_empty()) else {
        let payload = Some(Trim::new().raw(item, domain::Content::RAW_LIMIT));
        let why = "a message from the business's phone names no customer or has no id".to_owned();
        return Arrival::Unusable { why, payload };
    };
    let (content, shortened) = content::read(kind, item);
    Arrival::Echo(Echo {
        account: account.to_owned(),
        addresses,
        key: key(&id),
        at: moment(&item["timestamp"]),
        by: None,
        reply_to: word(&item["context"]["id"]).filter(|id| id.len() <= super::fields::KEY),
        content,
        shortened,
    })
}

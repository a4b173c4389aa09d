//! The facts beside a WhatsApp message: forwarded, came from an advertisement or a product, said in
//! a group.

use domain::intake::{Beside, Forwarded, Referral};
use serde_json::Value;

use super::fields::word;
use crate::trim::Trim;

/// The prefix of a group's address. Answers go to the whole group.
pub(super) const GROUP: &str = "group:";
/// The longest id of a group.
const ID: usize = 150;

/// The address of the group in which a message was said, if it was said in one.
pub(super) fn group(item: &Value) -> Option<String> {
    let id = word(&item["group_id"]).filter(|id| id.len() <= ID)?;
    Some(format!("{GROUP}{id}"))
}

/// The facts that stand beside a message's content.
pub(super) fn read(item: &Value) -> Beside {
    let context = &item["context"];
    let forwarded = if context["frequently_forwarded"] == true {
        Some(Forwarded::Often)
    } else {
        (context["forwarded"] == true).then_some(Forwarded::Once)
    };
    Beside { forwarded, referral: referral(item), member: None }
}

fn referral(item: &Value) -> Option<Referral> {
    let mut trim = Trim::new();
    let told = &item["referral"];
    if told.is_object() {
        return Some(Referral {
            kind: trim.field(&told["source_type"], 40).unwrap_or_else(|| "ad".to_owned()),
            id: word(&told["source_id"]).map(|id| trim.text(&id, 200)),
            headline: trim.field(&told["headline"], 400),
            body: trim.field(&told["body"], 1_000),
            url: trim.field(&told["source_url"], 2_000),
        });
    }
    let product = &item["context"]["referred_product"];
    let id = word(&product["product_retailer_id"])?;
    let kind = "product".to_owned();
    Some(Referral { kind, id: Some(trim.text(&id, 200)), ..Referral::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_advertisement_or_product_that_a_customer_came_from_is_kept() {
        let ad = json!({"referral": {"source_type": "ad", "source_id": 4711, "headline": "Kettles",
            "body": "Half price", "source_url": "https://fb.me/x"}});
        let ad = read(&ad).referral.unwrap();
        assert_eq!((ad.kind.as_str(), ad.id.as_deref()), ("ad", Some("4711")));
        assert_eq!(ad.headline.as_deref(), Some("Kettles"));
        let product = json!({"context": {"referred_product": {"product_retailer_id": "K1"}}});
        assert_eq!(read(&product).referral.unwrap().kind, "product");
        assert!(read(&json!({"context": {"id": "wamid.X"}})).is_empty());
    }

    #[test]
    fn a_forwarded_message_is_marked() {
        let of = |context| read(&json!({"context": context})).forwarded;
        assert_eq!(of(json!({"forwarded": true})), Some(Forwarded::Once));
        assert_eq!(of(json!({"frequently_forwarded": true})), Some(Forwarded::Often));
        assert_eq!(of(json!({"forwarded": "yes"})), None);
    }
}

//! The place from which a customer came: an advertisement, a link, a product, a story.

use domain::intake::{Beside, Referral};
use serde_json::Value;

use crate::trim::Trim;
use crate::whatsapp::fields::word;

/// The facts that stand beside a message's content.
pub(super) fn of_message(message: &Value) -> Beside {
    let story = &message["reply_to"]["story"];
    let referral = if message["referral"].is_object() {
        Some(read(&message["referral"]))
    } else {
        story.is_object().then(|| self::story(story))
    };
    Beside { referral, ..Beside::default() }
}

/// The facts of an item that tells of nothing but the customer's way here.
pub(super) fn of_referral(referral: &Value) -> Beside {
    let referral = referral.is_object().then(|| read(referral));
    Beside { referral, ..Beside::default() }
}

fn read(told: &Value) -> Referral {
    let mut trim = Trim::new();
    let ad = &told["ads_context_data"];
    let product = word(&told["product"]["id"]).or_else(|| word(&ad["product_id"]));
    let kind = match told["source"].as_str().unwrap_or_default() {
        "ADS" => "ad",
        _ if product.is_some() => "product",
        _ => "link",
    };
    let id = word(&told["ad_id"]).or(product).or_else(|| word(&told["ref"]));
    Referral {
        kind: kind.to_owned(),
        id: id.map(|id| trim.text(&id, 200)),
        headline: trim.field(&ad["ad_title"], 400),
        body: None,
        url: trim.field(&told["referer_uri"], 2_000),
    }
}

fn story(story: &Value) -> Referral {
    let mut trim = Trim::new();
    Referral {
        kind: "story".to_owned(),
        id: word(&story["id"]).map(|id| trim.text(&id, 200)),
        url: trim.field(&story["url"], 2_000),
        ..Referral::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_way_by_which_a_customer_came_stands_beside_the_message() {
        let ad = json!({"referral": {"source": "ADS", "ad_id": 6045, "ref": "x",
            "ads_context_data": {"ad_title": "Kettles", "photo_url": "https://p"}}});
        let ad = of_message(&ad).referral.unwrap();
        assert_eq!((ad.kind.as_str(), ad.id.as_deref()), ("ad", Some("6045")));
        assert_eq!(ad.headline.as_deref(), Some("Kettles"));
        let product = json!({"referral": {"product": {"id": "K1"}}});
        assert_eq!(of_message(&product).referral.unwrap().kind, "product");
        let story = json!({"reply_to": {"story": {"id": "1", "url": "https://s"}}});
        assert_eq!(of_message(&story).referral.unwrap().kind, "story");
        assert!(of_message(&json!({"text": "Hi"})).is_empty());
    }
}

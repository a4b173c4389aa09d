//! News of the account itself: templates, quality, limits, bans. They reach admins.

use serde_json::Value;

use super::fields::word;
use crate::trim::Trim;
use crate::{Arrival, News};

/// The fields of a webhook that report on the account.
const FIELDS: &[&str] = &[
    "account_alerts",
    "account_review_update",
    "account_settings_update",
    "account_update",
    "business_capability_update",
    "business_status_update",
    "message_template_components_update",
    "message_template_quality_update",
    "message_template_status_update",
    "partner_solutions",
    "payment_configuration_update",
    "phone_number_name_update",
    "phone_number_quality_update",
    "security",
    "template_category_update",
    "template_correct_category_detection",
];

/// The words of news that ask an admin to act.
const BAD: &[&str] = &[
    "banned",
    "ban",
    "disable",
    "disabled",
    "downgrade",
    "flagged",
    "onboarding",
    "paused",
    "red",
    "rejected",
    "restriction",
    "yellow",
    "critical",
    "violation",
    "low",
    "medium",
    "deferred",
];

/// The news that a webhook's field brought; `None`: the field reports on something else.
pub(super) fn read(field: &str, value: &Value) -> Option<Arrival> {
    if !FIELDS.contains(&field) {
        return None;
    }
    let mut trim = Trim::new();
    let mut told = |name: &str| word(&value[name]).map(|text| trim.text(&text, 200));
    let subject = told("message_template_name")
        .or_else(|| told("display_phone_number"))
        .or_else(|| told("entity_type"));
    let event = ["event", "decision", "alert_type", "current_limit", "new_quality_score"];
    let event = event.into_iter().find_map(&mut told);
    let reason = told("reason").filter(|reason| reason != "NONE").or_else(|| {
        told("alert_description").or_else(|| word(&value["violation_info"]["violation_type"]))
    });
    let bad = [&event, &reason, &told("new_quality_score"), &told("alert_severity")];
    let words = bad.into_iter().flatten().map(|text| text.to_lowercase());
    let bad = words
        .flat_map(|text| {
            text.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect::<Vec<_>>()
        })
        .any(|word| BAD.contains(&word.as_str()));
    let lines = [Some(field.replace('_', " ")), subject, event, reason];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join(": ");
    let templates = field.contains("template");
    let payload = Trim::new().raw(value, domain::Content::RAW_LIMIT);
    Some(Arrival::News(News { text, bad, templates, payload }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn news(field: &str, value: &Value) -> News {
        match read(field, value) {
            Some(Arrival::News(news)) => news,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_paused_template_is_bad_news_and_an_approved_one_is_good() {
        let template = |event: &str| {
            news(
                "message_template_status_update",
                &json!({"event": event, "message_template_name": "hello", "reason": "NONE"}),
            )
        };
        let paused = template("PAUSED");
        assert_eq!(paused.text, "message template status update: hello: PAUSED");
        assert!(paused.bad && paused.templates);
        assert!(!template("APPROVED").bad);
    }

    #[test]
    fn a_ban_is_bad_news_and_another_field_is_none() {
        let ban = json!({"event": "ACCOUNT_RESTRICTION", "restriction_info": []});
        assert!(news("account_update", &ban).bad);
        assert_eq!(read("messages", &json!({})), None);
    }
}

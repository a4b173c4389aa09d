//! Examples of the payloads that WhatsApp sends.

use serde_json::{Value, json};

/// A customer's message, and a report on a message of the business.
#[must_use]
pub fn webhooks() -> [(&'static str, Value); 2] {
    let metadata =
        json!({"display_phone_number": "15550783881", "phone_number_id": "106540352242922"});
    let message = json!({
        "messaging_product": "whatsapp", "metadata": metadata,
        "contacts": [{"profile": {"name": "Amelia Fox"}, "wa_id": "15550100042"}],
        "messages": [{"from": "15550100042", "id": "wamid.HBgLMTU1NTAxMDAwNDI",
            "timestamp": "1795251600", "type": "text",
            "text": {"body": "The kettle leaks at the handle."}}],
    });
    let status = json!({
        "messaging_product": "whatsapp", "metadata": metadata,
        "statuses": [{"id": "wamid.HBgLMTU1NTAxMDAwNDIVAgAR", "status": "delivered",
            "timestamp": "1795251620", "recipient_id": "15550100042",
            "biz_opaque_callback_data": "4t9m0c2xkq7w1h5z.3"}],
    });
    [("message", whole(&message)), ("status", whole(&status))]
}

fn whole(value: &Value) -> Value {
    json!({"object": "whatsapp_business_account", "entry": [
        {"id": "102290129340398", "changes": [{"field": "messages", "value": value}]}
    ]})
}

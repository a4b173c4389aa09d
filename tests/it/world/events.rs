//! Events in the forms of API Gateway and SQS.

use platform::sandbox;
use serde_json::{Value, json};

/// An HTTP request in API Gateway's form. Concrete ids are turned into the parameter.
pub fn http_event(method: &str, route: &str, body: &str) -> Value {
    let (path, query) = route.split_once('?').unwrap_or((route, ""));
    let mut parameters = json!({});
    let mut before = "";
    let mut template: Vec<String> = path
        .split('/')
        .map(|part| {
            let within = std::mem::replace(&mut before, part);
            if (within, part) == ("agents", "import") {
                return part.to_owned();
            }
            for (list, name) in [
                ("agents", "agent"),
                ("canned", "canned"),
                ("contacts", "contact"),
                ("teams", "team"),
                ("queues", "queue"),
                ("uploads", "upload"),
                ("media", "media"),
                ("templates", "asset"),
                ("assets", "asset"),
                ("keys", "key"),
            ] {
                if within == list {
                    parameters[name] = json!(part);
                    return format!("{{{name}}}");
                }
            }
            if part.parse::<domain::ConversationId>().is_ok() {
                parameters["conversation"] = json!(part);
                return "{conversation}".to_owned();
            }
            part.to_owned()
        })
        .collect();
    // The part after `direct` is the colleague.
    if let Some(at) = template.iter().position(|part| part == "direct")
        && let Some(agent) = template.get_mut(at + 1)
    {
        parameters["agent"] = json!(agent);
        "{agent}".clone_into(agent);
    }
    let query: serde_json::Map<String, Value> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let key = format!("{method} {}", template.join("/"));
    json!({
        "version": "2.0", "routeKey": key, "rawPath": path, "headers": {},
        "queryStringParameters": query, "pathParameters": parameters,
        "requestContext": {"http": {"method": method, "path": path}, "timeEpoch": 0},
        "body": body, "isBase64Encoded": false,
    })
}

pub fn webhook_event(body: &str, signature: Option<&str>) -> Value {
    let mut event = http_event("POST", "/webhooks/{channel}/{asset}", body);
    event["pathParameters"] = json!({"channel": "whatsapp", "asset": sandbox::ASSET});
    if let Some(signature) = signature {
        event["headers"]["x-hub-signature-256"] = json!(signature);
    }
    event
}

pub fn sqs(body: &str) -> Value {
    json!({"Records": [{"messageId": "m", "body": body, "attributes": {},
                        "messageAttributes": {}}]})
}

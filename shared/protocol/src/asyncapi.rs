//! The sockets as an AsyncAPI 3.0 document: the messages of both sides, and the rules.

use crate::sections;
use serde_json::{Map, Value, json};

use crate::{example, schema};

/// The messages of one side on one of the two kinds of socket.
struct Vocabulary {
    /// The type of these messages in the schema document.
    schema: &'static str,
    /// The word before the name of each message.
    prefix: &'static str,
    /// The field that names the message.
    tag: &'static str,
}

const FRAME: Vocabulary = Vocabulary { schema: "Frame", prefix: "frame", tag: "action" };
const PUSH: Vocabulary = Vocabulary { schema: "Push", prefix: "push", tag: "type" };
const VISITOR_FRAME: Vocabulary =
    Vocabulary { schema: "VisitorFrame", prefix: "visitor_frame", tag: "action" };
const VISITOR_PUSH: Vocabulary =
    Vocabulary { schema: "VisitorPush", prefix: "visitor_push", tag: "type" };

/// A frame, and the pushes that answer it on the same socket.
type Answers = (&'static str, &'static [&'static str]);

const AGENTS: &[Answers] = &[
    ("hello", &["welcome", "reads", "entries", "snapshot", "refused"]),
    ("ping", &["pong", "entries", "snapshot", "refused"]),
    ("catch_up", &["entries", "snapshot", "refused"]),
    ("typing", &["refused"]),
    ("presence", &["refused"]),
    ("direct", &["ack", "refused"]),
    ("direct_read", &["refused"]),
    ("read", &["refused"]),
    ("draft", &["refused"]),
    ("messaging", &["ack", "refused"]),
    ("assignment", &["ack", "refused"]),
    ("transfer", &["ack", "refused"]),
    ("discuss", &["ack", "refused"]),
];
const VISITORS: &[Answers] = &[
    ("hello", &["chat", "refused"]),
    ("ping", &["chat", "refused"]),
    ("typing", &["refused"]),
    ("seen", &["refused"]),
    ("messaging", &["ack", "refused"]),
];

/// The AsyncAPI document.
#[must_use]
pub fn document() -> Value {
    let mut schemas = schema::document()["$defs"].take();
    let mut messages = Map::new();
    for vocabulary in [FRAME, PUSH, VISITOR_FRAME, VISITOR_PUSH] {
        messages.extend(vocabulary.messages(&schemas));
    }
    portable(&mut schemas);
    json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": "Switchboard: sockets",
            "version": format!("{}.0.0", crate::VERSION),
            "description": format!(
                "Seen from the server: it *receives* frames and *sends* pushes.\n\n{}",
                sections::section("connection"),
            ),
            "license": {"name": "MIT OR Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": servers(),
        "channels": {
            "agents": channel("agents", FRAME, PUSH, &messages),
            "visitors": channel("visitors", VISITOR_FRAME, VISITOR_PUSH, &messages),
        },
        "operations": operations(),
        "components": {
            "schemas": schemas,
            "messages": messages,
            "securitySchemes": {"ticket": {
                "type": "httpApiKey", "in": "query", "name": "ticket",
                "description": "A ticket of POST /v1/ws-ticket (agents) or POST \
                    /v1/visitors/ticket (visitors): opens one socket, once, within 30 seconds.",
            }},
        },
    })
}

fn servers() -> Value {
    let security = json!([{"$ref": "#/components/securitySchemes/ticket"}]);
    json!({
        "aws": {
            "host": "{api}.execute-api.{region}.amazonaws.com",
            "protocol": "wss",
            "description": "API Gateway. Take the address from the field `url` of the ticket; \
                the stack's output WebSocketUrl names it too.",
            "variables": {
                "api": {"description": "Id of the WebSocket API."},
                "region": {"description": "AWS region.", "default": "eu-central-1"},
            },
            "security": security,
        },
        "local": {
            "host": "localhost:8787",
            "protocol": "ws",
            "description": "The local platform (`make run`).",
            "security": security,
        },
    })
}

fn channel(name: &str, frames: Vocabulary, pushes: Vocabulary, all: &Map<String, Value>) -> Value {
    let own: Map<String, Value> = all
        .keys()
        .filter(|key| {
            key.split_once('.').is_some_and(|(p, _)| p == frames.prefix || p == pushes.prefix)
        })
        .map(|key| (key.clone(), json!({"$ref": format!("#/components/messages/{key}")})))
        .collect();
    json!({
        "address": "/live",
        "title": format!("The {name}' socket"),
        "description": sections::section(name),
        "messages": own,
        "bindings": {"ws": {"method": "GET", "bindingVersion": "0.1.0", "query": {
            "type": "object",
            "properties": {"ticket": {"type": "string", "minLength": 1, "maxLength": 64}},
            "required": ["ticket"],
        }}},
    })
}

impl Vocabulary {
    /// A message for every variant of the type, with all its examples.
    fn messages(&self, schemas: &Value) -> Map<String, Value> {
        let variants = schemas[self.schema]["oneOf"].as_array().map_or(&[][..], Vec::as_slice);
        let examples = example::of(self.schema);
        variants
            .iter()
            .filter_map(|variant| {
                let word = variant["properties"][self.tag]["const"].as_str()?;
                let mut payload = variant.clone();
                portable(&mut payload);
                let shown: Vec<Value> = examples
                    .iter()
                    .filter(|e| e.value[self.tag] == word)
                    .map(|e| json!({"name": e.name, "payload": e.value}))
                    .collect();
                let message = json!({
                    "name": word,
                    "title": format!("{} {word}", self.schema),
                    "summary": variant["description"],
                    "payload": payload,
                    "examples": shown,
                });
                Some((format!("{}.{word}", self.prefix), message))
            })
            .collect()
    }
}

fn operations() -> Map<String, Value> {
    let mut all = Map::new();
    for (channel, answers, frames, pushes, told) in [
        (
            "agents",
            AGENTS,
            FRAME,
            PUSH,
            &[
                "entries",
                "queue",
                "agents",
                "settings_changed",
                "direct",
                "mentioned",
                "mentions_seen",
                "presence_set",
                "discussion_done",
                "contact",
                "reads",
                "draft",
                "preferences",
                "typing",
            ][..],
        ),
        ("visitors", VISITORS, VISITOR_FRAME, VISITOR_PUSH, &["chat", "place", "typing"][..]),
    ] {
        let at = format!("#/channels/{channel}");
        let refer = |vocabulary: &Vocabulary, words: &[&str]| -> Vec<Value> {
            let message =
                |word| json!({"$ref": format!("{at}/messages/{}.{word}", vocabulary.prefix)});
            words.iter().map(message).collect()
        };
        for (frame, answers) in answers {
            let operation = json!({
                "action": "receive",
                "channel": {"$ref": at},
                "summary": format!("A client sends `{frame}`."),
                "messages": refer(&frames, &[frame]),
                "reply": {"channel": {"$ref": at}, "messages": refer(&pushes, answers)},
            });
            all.insert(format!("{channel}.{frame}"), operation);
        }
        let operation = json!({
            "action": "send",
            "channel": {"$ref": at},
            "summary": "What happens is pushed to the sockets of those it concerns, unasked.",
            "messages": refer(&pushes, told),
        });
        all.insert(format!("{channel}.push"), operation);
    }
    all
}

/// Points references at the components. AsyncAPI's schemas allow no words beside a `$ref`, so the
/// `$ref` moves into an `allOf`.
fn portable(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(portable);
            let Some(target) = map.get("$ref").and_then(Value::as_str).map(sections::component)
            else {
                return;
            };
            if map.len() == 1 {
                map.insert("$ref".to_owned(), json!(target));
            } else {
                map.remove("$ref");
                map.insert("allOf".to_owned(), json!([{"$ref": target}]));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(portable),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_an_example_and_an_operation() {
        let document = document();
        let operations = document["operations"].to_string();
        let messages = document["components"]["messages"].as_object().unwrap();
        assert_eq!(messages.len(), 13 + 19 + 5 + 5);
        for (key, message) in messages {
            assert_ne!(message["examples"], json!([]), "{key}");
            assert!(operations.contains(&format!("/{key}\"")), "no operation for {key}");
        }
    }

    #[test]
    fn nothing_points_at_the_schema_document() {
        assert!(!document().to_string().contains("$defs"));
    }
}

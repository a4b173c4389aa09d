//! What stands in paths and queries.

use serde_json::{Value, json};

/// A parameter as the document describes it. Some have one name and several meanings: here each
/// meaning has its own.
pub(super) fn parameter(name: &str) -> Value {
    let slug = json!({"type": "string", "pattern": "^[a-z0-9_-]{1,40}$"});
    let number = || json!({"type": "integer", "minimum": 0, "maximum": 9_999_999_999_998_u64});
    let moment = || json!({"anyOf": [{"type": "string", "format": "date-time"}, number()]});
    let (place, schema, description, example) = match name {
        "conversation" => {
            let pattern = "^[0-9a-hjkmnp-tv-z]{16}-[1-9][0-9]*$";
            let schema = json!({"type": "string", "pattern": pattern});
            ("path", schema, "`<thread>-<number>`.", json!("4t9m0c2xkq7w1h5z-1"))
        }
        "contact" => {
            let schema = json!({"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{16}$"});
            ("path", schema, "The contact's id.", json!("9k3v6r1nd8pxa0tw"))
        }
        "queue" => ("path", slug, "The queue's id.", json!("support")),
        "of_team" => ("query", slug, "Only this team's.", json!("support")),
        "team" => ("path", slug, "The team's id.", json!("support")),
        // In the path it is `agent`, too; a query's `agent` has another meaning.
        "agent_id" => ("path", slug, "The agent's id.", json!("martha")),
        "upload" | "media" => {
            let schema = json!({"type": "string", "pattern": "^[0-9a-f]{32}$"});
            ("path", schema, "The file's id.", json!("5b0d8f1e2a7f4c319f2e019aa4b27003"))
        }
        "canned" => ("path", slug, "The canned message's id.", json!("greeting")),
        "version" => ("query", number(), "The version that you have read.", json!(3)),
        "channel" => (
            "path",
            json!({"type": "string", "enum": ["whatsapp"]}),
            "The channel.",
            json!("whatsapp"),
        ),
        "asset" => ("path", slug, "The business's account.", json!("wa-demo")),
        "status" => (
            "query",
            json!({"$ref": "#/components/schemas/Status"}),
            "Only those that stand there.",
            json!("queued"),
        ),
        "in_queue" => ("query", slug, "Only those of this queue.", json!("support")),
        "owner" => ("query", slug, "Only those of this agent.", json!("mark")),
        "agent" => ("query", slug, "Whose. Without it: one's own.", json!("martha")),
        "on_channel" => ("query", slug, "Only those of this kind of channel.", json!("whatsapp")),
        "tag" => {
            let schema = json!({"type": "string"});
            ("query", schema, "Only those with this tag. Case does not count.", json!("VIP"))
        }
        "label" => {
            let schema = json!({"type": "string"});
            (
                "query",
                schema,
                "Only those with this label. Case does not count.",
                json!("Escalated"),
            )
        }
        "began_from" => {
            let words = "Only those that began then or later; at most 92 days before `to`.";
            ("query", moment(), words, json!("2026-11-01T00:00:00Z"))
        }
        "began_to" => {
            let words = "Only those that began before then. Without it: now.";
            ("query", moment(), words, json!(1_795_251_600_000_u64))
        }
        "q" => {
            let schema = json!({"type": "string", "maxLength": 100});
            let words = "Only those in which each of these words, or a part of one, stands in the \
                         customer's name, the alias, the id, the reference, a tag or the last line.";
            ("query", schema, words, json!("kettle amelia"))
        }
        "mention_page" => {
            let example = json!("1795255300000.4t9m0c2xkq7w1h5z.20");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "card_page" => {
            let example = json!("1795251600000.4t9m0c2xkq7w1h5z-1");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "from" => ("query", moment(), "Made then or later.", json!("2026-11-01T00:00:00Z")),
        "to" => {
            let words = "Made before then. Without it: now. At most 92 days after `from`.";
            ("query", moment(), words, json!(1_795_251_600_000_u64))
        }
        "page" => {
            let example = json!("1795255400000.4t9m0c2xkq7w1h5z-o21");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "after" => ("query", number(), "Entries after this position. Excludes `before`.", json!(6)),
        "before" => {
            ("query", number(), "What comes before this position. Excludes `after`.", json!(7))
        }
        "limit" => {
            let schema = json!({"type": "integer", "minimum": 0, "default": 50});
            ("query", schema, "How many: brought between 1 and 100.", json!(50))
        }
        "x-hub-signature-256" => (
            "header",
            json!({"type": "string", "pattern": "^sha256=[0-9a-fA-F]{64}$"}),
            "`sha256=` and the HMAC-SHA-256 of the raw body under the app secret, in hexadecimal.",
            json!("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756"),
        ),
        "hub.mode" => ("query", json!({"type": "string"}), "`subscribe`.", json!("subscribe")),
        "hub.challenge" => ("query", json!({"type": "string"}), "Comes back.", json!("1158201444")),
        _ => ("query", json!({"type": "string"}), "The verify token.", json!("demo-verify-token")),
    };
    let name = match name {
        "in_queue" => "queue",
        "on_channel" => "channel",
        "of_team" => "team",
        "began_from" => "from",
        "began_to" => "to",
        "card_page" | "mention_page" => "cursor",
        "agent_id" => "agent",
        "page" => "cursor",
        name => name,
    };
    json!({"name": name, "in": place, "required": place == "path" || place == "header",
           "description": description, "schema": schema, "example": example})
}

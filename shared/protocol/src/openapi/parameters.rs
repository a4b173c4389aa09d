//! The parameters of paths and queries.

use serde_json::{Value, json};

/// The name under which a parameter travels. In `routes`, each meaning of such a parameter has a
/// name of its own.
pub(super) fn real_name(name: &str) -> &str {
    match name {
        "for_conversations" => "conversation",
        "for_act" => "act",
        "for_discussion" => "discussion",
        "in_queue" => "queue",
        "on_channel" => "channel",
        "of_team" => "team",
        "began_from" => "from",
        "began_to" => "to",
        "offer_status" => "status",
        "of_asset" | "asset_id" => "asset",
        "of_place" => "of",
        "card_page" | "mention_page" | "page" => "cursor",
        "agent_id" => "agent",
        name => name,
    }
}

/// Whether the parameter stands in the query.
pub(super) fn is_in_query(name: &str) -> bool {
    parameter(name)["in"] == "query"
}

/// A parameter as the document describes it. Some parameters share one name: here each meaning has
/// a name of its own.
pub(super) fn parameter(name: &str) -> Value {
    let slug = json!({"type": "string", "pattern": "^[a-z0-9_-]{1,40}$"});
    let number = || json!({"type": "integer", "minimum": 0, "maximum": 9_999_999_999_998_u64});
    let several = |schema: Value| json!({"type": "array", "items": schema});
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
        // In a path this parameter is `agent`, too; a query's `agent` has another meaning.
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
        "key" => ("path", slug, "The key's id, which begins with `key-`.", json!("key-shop")),
        "asset_id" => ("path", slug, "The asset's id.", json!("web")),
        "of_place" => (
            "query",
            json!({"type": "string", "pattern": "^(workspace|(team|queue|agent|asset|key):[a-z0-9_-]{1,40})$"}),
            "Only of this place.",
            json!("queue:returns"),
        ),
        "asset" => ("path", slug, "The business's account.", json!("wa-demo")),
        "of_asset" => ("query", slug, "Only this account's.", json!("wa-demo")),
        "status" => (
            "query",
            several(json!({"$ref": "#/components/schemas/Status"})),
            "Only those that stand there; of several values, at one of them.",
            json!(["queued", "active"]),
        ),
        "in_queue" => {
            ("query", several(slug), "Only those of one of these queues.", json!(["support"]))
        }
        "owner" => ("query", several(slug), "Only those of one of these agents.", json!(["mark"])),
        "agent" => ("query", slug, "Whose. Without it: one's own.", json!("martha")),
        "on_channel" => {
            let words = "Only those of one of these kinds of channels.";
            ("query", several(slug), words, json!(["whatsapp"]))
        }
        "tag" => {
            let words = "Only those with one of these tags. Case does not count.";
            ("query", several(json!({"type": "string"})), words, json!(["VIP"]))
        }
        "label" => {
            let words = "Only those with one of these labels. Case does not count.";
            ("query", several(json!({"type": "string"})), words, json!(["Escalated"]))
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
                         customer's name, the alias, the id, the reference, a tag or the last line. Also those whose customer has this e-mail address or phone number, in any usual notation.";
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
        "for_conversations" => {
            let words =
                "The conversation that the act would be for, or up to 50 with commas between them.";
            ("query", json!({"type": "string"}), words, json!("4t9m0c2xkq7w1h5z-1"))
        }
        "for_act" => {
            let schema = json!({"$ref": "#/components/schemas/TargetAct"});
            ("query", schema, "What would be asked or done.", json!("discuss"))
        }
        "for_discussion" => {
            let words = "The running discussion that the colleague would join.";
            ("query", json!({"type": "string"}), words, json!("4t9m0c2xkq7w1h5z-d7"))
        }
        "page" => {
            let example = json!("1795255400000.4t9m0c2xkq7w1h5z-o21");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "discussion" => {
            let schema =
                json!({"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{16}-d[1-9][0-9]*$"});
            let words = "Only what happened in this discussion. Excludes `before`.";
            ("query", schema, words, json!("4t9m0c2xkq7w1h5z-d7"))
        }
        "kind" => {
            let kinds = json!({"type": "string", "enum": ["assign", "discuss", "conference"]});
            ("query", several(kinds), "Only of one of these kinds.", json!(["discuss"]))
        }
        "offer_status" => {
            let all = ["pending", "accepted", "rejected", "withdrawn", "timed_out", "rescinded"];
            let schema = several(json!({"type": "string", "enum": all}));
            ("query", schema, "Only those that stand so.", json!(["rejected", "timed_out"]))
        }
        "outcome" => {
            let schema = json!({"type": "string", "enum": ["resolved", "unresolved"]});
            let words = "Only discussions whose initiator said so at the end.";
            ("query", schema, words, json!("resolved"))
        }
        "undone" => {
            let schema = json!({"type": "boolean", "default": false});
            ("query", schema, "Only those that wait for you to mark them done.", json!(true))
        }
        "after" => ("query", number(), "Entries after this position. Excludes `before`.", json!(6)),
        "before" => {
            ("query", number(), "What comes before this position. Excludes `after`.", json!(7))
        }
        "limit" => {
            let schema = json!({"type": "integer", "minimum": 1, "maximum": 100});
            ("query", schema, "How many to a page.", json!(50))
        }
        "x-hub-signature-256" => (
            "header",
            json!({"type": "string", "pattern": "^sha256=[0-9a-fA-F]{64}$"}),
            "`sha256=` and the HMAC-SHA-256 of the raw body under the app secret, in hexadecimal.",
            json!("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756"),
        ),
        "idempotency-key" => {
            let words = "Made by the client, 8 to 64 printable characters, best a UUIDv7. After a \
                         lost answer, the same request under the same key gets the same upload.";
            let schema = json!({"type": "string", "minLength": 8, "maxLength": 64});
            ("header", schema, words, json!("019aa4b2-7003-7c31-9f2e-5b0d8f1e2a77"))
        }
        "hub.mode" => ("query", json!({"type": "string"}), "`subscribe`.", json!("subscribe")),
        "hub.challenge" => ("query", json!({"type": "string"}), "Comes back.", json!("1158201444")),
        _ => ("query", json!({"type": "string"}), "The verify token.", json!("demo-verify-token")),
    };
    let required = place == "path" || ["version", "x-hub-signature-256"].contains(&name);
    let name = real_name(name);
    let mut parameter = json!({"name": name, "in": place, "required": required,
           "description": description, "schema": schema, "example": example});
    if parameter["schema"]["type"] == "array" {
        // Callers repeat the parameter or separate its values by commas: this style tells the first
        // form, the description the second.
        parameter["style"] = json!("form");
        parameter["explode"] = json!(true);
    }
    parameter
}

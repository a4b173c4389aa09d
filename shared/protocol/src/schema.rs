//! The JSON Schema of every message, as one document.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::{
    board, canned, contact, direct, file, frame, presence, push, settings, template, visitor,
};

/// One JSON Schema 2020-12 document: a definition for every type, named as in this crate.
///
/// Clients generate their types from the document, so its key order and names are part of the
/// contract.
#[must_use]
pub fn document() -> Value {
    // `for_serialize` would mark fields with defaults as required; clients may leave such fields
    // out, and the server always writes them.
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<frame::Frame>();
    generator.subschema_for::<push::Push>();
    generator.subschema_for::<visitor::VisitorFrame>();
    generator.subschema_for::<visitor::VisitorPush>();
    generator.subschema_for::<crate::session::Problem>();
    generator.subschema_for::<crate::session::Ticket>();
    generator.subschema_for::<crate::session::Done>();
    generator.subschema_for::<crate::agent::Agents>();
    generator.subschema_for::<crate::transfer::TargetAct>();
    generator.subschema_for::<crate::queue::Queues>();
    generator.subschema_for::<crate::conversation::ConversationWithEntries>();
    generator.subschema_for::<crate::conversation::Entries>();
    generator.subschema_for::<crate::conversation::Conversations>();
    generator.subschema_for::<crate::engagement::Engagements>();
    generator.subschema_for::<crate::mention::Mentions>();
    generator.subschema_for::<crate::transfer::BulkTransfer>();
    generator.subschema_for::<crate::transfer::BulkResult>();
    generator.subschema_for::<crate::assignment::Routings>();
    generator.subschema_for::<crate::agent::AgentChange>();
    generator.subschema_for::<crate::workspace::Workspace>();
    generator.subschema_for::<crate::workspace::WorkspaceChange>();
    generator.subschema_for::<crate::workspace::TeamChange>();
    generator.subschema_for::<crate::workspace::QueueChange>();
    generator.subschema_for::<crate::workspace::AssetChange>();
    generator.subschema_for::<crate::asset::AssetConnection>();
    generator.subschema_for::<crate::asset::AssetSecretsChange>();
    generator.subschema_for::<crate::asset::AssetCheck>();
    generator.subschema_for::<crate::asset::TestMessage>();
    generator.subschema_for::<crate::asset::TestResult>();
    generator.subschema_for::<crate::agent::AgentsImport>();
    generator.subschema_for::<crate::agent::ImportReport>();
    generator.subschema_for::<crate::api_key::ApiKeys>();
    generator.subschema_for::<crate::api_key::ApiKeyChange>();
    generator.subschema_for::<crate::api_key::ApiKeyRotation>();
    generator.subschema_for::<crate::api_key::IssuedKey>();
    generator.subschema_for::<settings::Settings>();
    generator.subschema_for::<settings::SettingsChange>();
    generator.subschema_for::<settings::ScopedSettings>();
    generator.subschema_for::<settings::ScopedChange>();
    generator.subschema_for::<settings::SettingsLog>();
    generator.subschema_for::<crate::presence::PresenceBody>();
    generator.subschema_for::<presence::PresenceChanges>();
    generator.subschema_for::<crate::mention::SeeMentions>();
    generator.subschema_for::<crate::visitor::NewVisitor>();
    generator.subschema_for::<crate::visitor::Visitor>();
    generator.subschema_for::<crate::visitor::VisitorTicket>();
    generator.subschema_for::<board::Board>();
    generator.subschema_for::<contact::ContactProfile>();
    generator.subschema_for::<contact::ContactChange>();
    generator.subschema_for::<direct::Talks>();
    generator.subschema_for::<direct::DirectMessages>();
    generator.subschema_for::<direct::NewDirect>();
    generator.subschema_for::<direct::DirectSent>();
    generator.subschema_for::<direct::DirectRead>();
    generator.subschema_for::<crate::message::draft::Drafts>();
    generator.subschema_for::<crate::preferences::Preferences>();
    generator.subschema_for::<file::NewUpload>();
    generator.subschema_for::<file::NewVisitorUpload>();
    generator.subschema_for::<file::Upload>();
    generator.subschema_for::<file::Uploaded>();
    generator.subschema_for::<file::Discarded>();
    generator.subschema_for::<file::MediaLink>();
    generator.subschema_for::<canned::CannedMessages>();
    generator.subschema_for::<canned::CannedChange>();
    generator.subschema_for::<template::Templates>();
    generator.subschema_for::<template::TemplateChange>();
    let mut definitions = Value::Object(generator.take_definitions(true));
    cap_integers(&mut definitions);
    settings::bounds::write(&mut definitions);
    actions(&mut definitions);
    open_answers(&mut definitions);
    titled(&mut definitions);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Switchboard",
        "description": format!("Every message of Switchboard's protocol, version {}.", crate::VERSION),
        "$defs": definitions,
    })
}

/// Adds to each command the action that carries it over a socket.
fn actions(definitions: &mut Value) {
    let commands = crate::example::frames().into_iter().filter_map(|(_, frame)| {
        let frame = serde_json::to_value(frame).ok()?;
        let name = frame["command"]["type"].as_str()?.to_owned();
        Some((name, frame["action"].clone()))
    });
    let by_name: std::collections::BTreeMap<String, Value> = commands.collect();
    let variants = definitions["Command"].get_mut("oneOf").and_then(Value::as_array_mut);
    for variant in variants.into_iter().flatten() {
        let action = word(variant).and_then(|(_, name)| by_name.get(&name));
        if let Some(action) = action {
            variant["x-action"] = action.clone();
        }
    }
}

/// Bodies in which the server refuses an unknown field, and which no answer holds.
const REQUESTS: [&str; 5] =
    ["AgentChange", "BulkTransfer", "CannedChange", "ContactChange", "ScopedChange"];

/// Answers grow by addition, so the types of answers leave room for fields of later versions.
fn open_answers(definitions: &mut Value) {
    for (name, definition) in definitions.as_object_mut().into_iter().flatten() {
        if !REQUESTS.contains(&name.as_str()) {
            open(definition);
        }
    }
}

fn open(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if map.get("additionalProperties") == Some(&json!(false)) {
                map.remove("additionalProperties");
            }
            map.values_mut().for_each(open);
        }
        Value::Array(items) => items.iter_mut().for_each(open),
        _ => {}
    }
}

/// Gives each variant of a union a name of its own, so that generators need not number them.
fn titled(definitions: &mut Value) {
    for (name, definition) in definitions.as_object_mut().into_iter().flatten() {
        let variants = definition.get_mut("oneOf").and_then(Value::as_array_mut);
        for variant in variants.into_iter().flatten() {
            if let Some((_, word)) = word(variant) {
                variant["title"] = json!(format!("{name}{}", camel(&word)));
            }
        }
    }
}

/// The constant that tells a variant from the others, and the field that holds it; or the variant's
/// only field.
pub(crate) fn word(variant: &Value) -> Option<(Option<String>, String)> {
    if let Some(word) = variant["const"].as_str() {
        return Some((None, word.to_owned()));
    }
    let fields = variant["properties"].as_object()?;
    let tag = fields.iter().find_map(|(name, field)| Some((name, field["const"].as_str()?)));
    match tag {
        Some((tag, word)) => Some((Some(tag.clone()), word.to_owned())),
        None if fields.len() == 1 => Some((None, fields.keys().next()?.clone())),
        None => None,
    }
}

/// `end_discussion` as `EndDiscussion`.
fn camel(word: &str) -> String {
    let parts = word.split('_').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    parts.collect()
}

/// JavaScript reads whole numbers exactly up to 2^53-1; the server sends no larger one.
fn cap_integers(value: &mut Value) {
    match value {
        Value::Object(map) => {
            let wide = matches!(
                map.get("format").and_then(Value::as_str),
                Some("int64" | "uint64" | "uint" | "int")
            );
            if wide {
                map.remove("format");
                map.entry("maximum").or_insert_with(|| json!(9_007_199_254_740_991_u64));
            }
            map.values_mut().for_each(cap_integers);
        }
        Value::Array(items) => items.iter_mut().for_each(cap_integers),
        _ => {}
    }
}

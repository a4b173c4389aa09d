//! Unions in a form that generators of clients can read: each variant is a schema of its own, its
//! tag finds it, and words are enumerations.

use serde_json::{Map, Value, json};

use crate::schema::word;

/// Rewrites every union among the definitions.
pub(super) fn variants(definitions: &mut Value) {
    let Some(all) = definitions.as_object_mut() else { return };
    let mut more = Map::new();
    for definition in all.values_mut() {
        let Some(variants) = definition["oneOf"].as_array().cloned() else { continue };
        if variants.iter().all(|variant| variant["const"].is_string()) {
            enumerate(definition, &variants);
        } else {
            refer(definition, variants, &mut more);
        }
    }
    for (name, variant) in more {
        debug_assert!(!all.contains_key(&name), "{name} is taken");
        all.insert(name, variant);
    }
}

/// Makes words an enumeration, with their meanings beside it.
fn enumerate(definition: &mut Value, variants: &[Value]) {
    let words: Vec<&Value> = variants.iter().map(|variant| &variant["const"]).collect();
    let meanings: Vec<&Value> = variants.iter().map(|variant| &variant["description"]).collect();
    let mut after = json!({"type": "string", "enum": words, "x-enum-descriptions": meanings});
    if definition["description"].is_string() {
        after["description"] = definition["description"].take();
    }
    *definition = after;
}

/// Makes each variant a schema of its own, under its title.
fn refer(definition: &mut Value, variants: Vec<Value>, more: &mut Map<String, Value>) {
    let mut mapping = Map::new();
    let mut property = None;
    let mut options = Vec::new();
    for variant in variants {
        let Some(name) = variant["title"].as_str().map(str::to_owned) else {
            options.push(variant);
            continue;
        };
        let target = format!("#/components/schemas/{name}");
        if let Some((Some(tag), word)) = word(&variant) {
            mapping.insert(word, json!(target));
            property = Some(tag);
        }
        options.push(json!({"$ref": target}));
        more.insert(name, variant);
    }
    definition["oneOf"] = json!(options);
    if let Some(property) = property {
        definition["discriminator"] = json!({"propertyName": property, "mapping": mapping});
    }
}

#[cfg(test)]
mod tests {
    use crate::openapi::document;

    #[test]
    fn every_variant_has_a_name_and_is_found_by_its_tag() {
        let document = document();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        for (name, schema) in schemas {
            for option in schema["oneOf"].as_array().into_iter().flatten() {
                let named = option["$ref"].is_string() || option["title"].is_string();
                assert!(named, "{name} has a variant without a name: {option}");
            }
        }
        let command = &schemas["Command"]["discriminator"];
        assert_eq!(command["propertyName"], "type");
        assert_eq!(command["mapping"]["send"], "#/components/schemas/CommandSend");
        assert_eq!(schemas["Status"]["enum"][0], "queued");
    }
}

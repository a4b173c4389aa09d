//! The bounds and the default of each setting, in one place. The schema carries them to every
//! client, and the server checks its input against them.

use domain::{Labels, limit};
use serde_json::{Map, Value, json};

const DAY: i64 = 86_400;
const MONTH: i64 = 30 * DAY;

/// The values that a setting may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A whole number, both ends included. A setting that can be off takes `null`, too.
    Number {
        /// The smallest number.
        least: i64,
        /// The largest number.
        most: i64,
    },
    /// A list of texts, each of 1 to `length` characters.
    Words {
        /// The fewest texts.
        least: usize,
        /// The most texts.
        most: usize,
        /// The longest text, in characters.
        length: usize,
    },
    /// A list of objects that have bounds of their own.
    Things {
        /// The most objects.
        most: usize,
    },
    /// A text of 1 to `most` characters.
    Text {
        /// The most characters.
        most: usize,
    },
    /// Every value that the setting's type allows.
    Any,
}

/// The value of a setting that nobody has set. The schema leaves out defaults that are long lists;
/// the server's answers hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// A number.
    Number(i64),
    /// A word of an enumeration.
    Word(&'static str),
    /// A switch: on or off.
    Switch(bool),
    /// No value: the setting is off.
    Off,
    /// A default that only the server's answers hold.
    Untold,
}

/// A setting's bound and default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The setting's name in the protocol.
    pub name: &'static str,
    /// The values that the setting may have.
    pub bound: Bound,
    /// The value that the setting has where nobody has set it.
    pub usual: Usual,
}

const fn span(name: &'static str, least: i64, most: i64, usual: i64) -> Setting {
    Setting { name, bound: Bound::Number { least, most }, usual: Usual::Number(usual) }
}

const fn off(name: &'static str, least: i64, most: i64) -> Setting {
    Setting { name, bound: Bound::Number { least, most }, usual: Usual::Off }
}

const fn words(name: &'static str, least: usize, most: usize) -> Setting {
    let bound = Bound::Words { least, most, length: limit::CHOICE };
    Setting { name, bound, usual: Usual::Untold }
}

const fn any(name: &'static str, usual: Usual) -> Setting {
    Setting { name, bound: Bound::Any, usual }
}

/// Every setting.
pub const SETTINGS: &[Setting] = &[
    span("discuss_timeout_seconds", 5, DAY, 120),
    span("assign_timeout_seconds", 5, DAY, 120),
    span("conference_timeout_seconds", 5, DAY, 120),
    span("step_timeout_seconds", 5, 3_600, 30),
    span("requeue_after_seconds", 30, DAY, 600),
    span("requeue_warning_seconds", 1, DAY, 60),
    span("auto_resolve_seconds", 60, MONTH, DAY),
    words("closing_phrases", 0, 50),
    span("abandon_after_seconds", 30, DAY, 900),
    off("reopen_within_seconds", 60, MONTH),
    span("first_answer_target_seconds", 5, DAY, 30),
    span("first_answer_warning_seconds", 1, DAY, 10),
    off("offline_requeue_after_seconds", 10, DAY),
    any("wrap_up", Usual::Word("off")),
    off("wrap_up_limit_seconds", 30, DAY),
    words("dispositions", 0, 20),
    any("transfer_mode", Usual::Word("immediate")),
    any("transfer_outside_own_teams", Usual::Switch(false)),
    any("transfer_keeps_wait", Usual::Switch(true)),
    any("transfer_keeps_priority", Usual::Switch(true)),
    span("conference_limit", 3, 6, 6),
    any("mode", Usual::Word("manual")),
    any("strategy", Usual::Word("least_loaded")),
    Setting {
        name: "skills",
        bound: Bound::Words { least: 0, most: 20, length: 40 },
        usual: Usual::Untold,
    },
    span("priority", 0, 9, 0),
    words("reject_reasons", 1, 20),
    words("withdraw_reasons", 1, 20),
    words("away_reasons", 0, 20),
    Setting { name: "surveys", bound: Bound::Things { most: 10 }, usual: Usual::Untold },
    words("triggers", 0, 20),
    Setting { name: "labels", bound: Bound::Things { most: 20 }, usual: Usual::Untold },
    Setting {
        name: "tags",
        bound: Bound::Words { least: 0, most: 100, length: Labels::TAG_LENGTH },
        usual: Usual::Untold,
    },
    Setting {
        name: "web_origins",
        bound: Bound::Words { least: 0, most: 50, length: 300 },
        usual: Usual::Untold,
    },
    any("history_stays_with_team", Usual::Switch(false)),
    any("hours", Usual::Off),
    Setting {
        name: "off_hours_message",
        bound: Bound::Text { most: limit::NOTE },
        usual: Usual::Off,
    },
];

/// The bound of a setting; [`Bound::Any`] where there is no such setting.
#[must_use]
pub fn of(name: &str) -> Bound {
    SETTINGS.iter().find(|setting| setting.name == name).map_or(Bound::Any, |s| s.bound)
}

/// The keywords in the schema of a setting beside its type.
fn keywords(setting: &Setting) -> Map<String, Value> {
    let mut found = match setting.bound {
        Bound::Number { least, most } => json!({"minimum": least, "maximum": most}),
        Bound::Words { least, most, length } => json!({
            "minItems": least, "maxItems": most,
            "items": {"type": "string", "minLength": 1, "maxLength": length},
        }),
        Bound::Things { most } => json!({"maxItems": most}),
        Bound::Text { most } => json!({"minLength": 1, "maxLength": most}),
        Bound::Any => json!({}),
    };
    match setting.usual {
        Usual::Number(usual) => found["default"] = json!(usual),
        Usual::Word(usual) => found["default"] = json!(usual),
        Usual::Switch(usual) => found["default"] = json!(usual),
        Usual::Off => found["default"] = Value::Null,
        Usual::Untold => {}
    }
    match found {
        Value::Object(found) => found,
        _ => Map::new(),
    }
}

/// Writes bounds and defaults into the definitions of the schema document.
pub(crate) fn write(definitions: &mut Value) {
    for holder in ["Rules", "Overrides", "SettingsChange", "Settings"] {
        let properties = definitions[holder].get_mut("properties").and_then(Value::as_object_mut);
        let Some(properties) = properties else { continue };
        for setting in SETTINGS {
            let Some(Value::Object(field)) = properties.get_mut(setting.name) else { continue };
            let mut more = keywords(setting);
            // A field left out of a change does not get its default: the setting keeps its value.
            if matches!(holder, "Overrides" | "SettingsChange") {
                more.remove("default");
            }
            field.extend(more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::FIELDS;

    #[test]
    fn every_setting_stands_in_the_table_once() {
        let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
        assert_eq!(names, FIELDS);
    }

    #[test]
    fn the_schema_tells_bounds_and_defaults() {
        let schema = crate::schema::document();
        let rules = &schema["$defs"]["Rules"]["properties"];
        let limit = &rules["conference_limit"];
        assert_eq!((&limit["minimum"], &limit["maximum"]), (&json!(3), &json!(6)));
        assert_eq!(limit["default"], json!(6));
        assert_eq!(rules["tags"]["items"]["maxLength"], json!(40));
        assert_eq!(rules["reopen_within_seconds"]["default"], Value::Null);
        let change = &schema["$defs"]["SettingsChange"]["properties"]["conference_limit"];
        assert_eq!((&change["maximum"], change.get("default")), (&json!(6), None));
    }
}

//! Examples of bodies about settings.

use serde_json::json;

use super::Example;
use super::story::at;
use crate::settings::{
    Attention, Colour, FieldChange, Given, Hours, Label, Mode, Overrides, Rules, Scope,
    ScopedChange, ScopedSettings, SetAside, Settings, SettingsChange, SettingsChanged, SettingsLog,
    Shift, Strategy, Survey, TransferMode, Unreadable, Week, WrapUp,
};

pub(super) fn bodies() -> Vec<Example> {
    let scope = || Scope::Queue("returns".to_owned());
    let change = ScopedChange { own: own(), version: 0 };
    let said = |field: &str, to| FieldChange {
        field: field.to_owned(),
        from: Given(None),
        to: Given(Some(to)),
    };
    let changed = SettingsChanged {
        at: at(-60),
        by: "ada".to_owned(),
        scope: scope(),
        changes: vec![
            said("requeue_after_seconds", json!(null)),
            said("discuss_timeout_seconds", json!(60)),
        ],
    };
    let scoped = ScopedSettings {
        scope: scope(),
        own: own(),
        effective: Rules {
            discuss_timeout_seconds: 60,
            requeue_after_seconds: None,
            hours: own().hours.0.flatten(),
            off_hours_message: own().off_hours_message.0.flatten(),
            ..rules()
        },
        version: 1,
        changed_by: Some("ada".to_owned()),
        changed_at: Some(at(-60)),
    };
    let whole = SettingsChange {
        version: 0,
        discuss_timeout_seconds: 180.into(),
        requeue_after_seconds: None.into(),
        closing_phrases: vec!["thanks".to_owned(), "resolved".to_owned()].into(),
        ..SettingsChange::default()
    };
    vec![
        Example::new("settings", "Settings", &settings()),
        Example::new("settings_change", "SettingsChange", &whole),
        Example::new("scoped_settings", "ScopedSettings", &scoped),
        Example::new("scoped_change", "ScopedChange", &change),
        Example::new("settings_log", "SettingsLog", &SettingsLog { changes: vec![changed] }),
    ]
}

/// The settings as they stand in a new stack.
pub(super) fn settings() -> Settings {
    let unreadable = Unreadable {
        record: "agent#mark".to_owned(),
        why: "item CFG/agent#mark is damaged: missing field `email`".to_owned(),
    };
    let set_aside = SetAside {
        at: at(0),
        channel: "whatsapp".to_owned(),
        account: "106540352242999".to_owned(),
        why: "it names an account that is not set up here".to_owned(),
        payload:
            r#"{"from":["15550100042"],"id":"wamid.1","content":{"kind":"text","text":"Hello"}}"#
                .to_owned(),
    };
    let attention = Attention { unreadable: vec![unreadable], set_aside: vec![set_aside] };
    Settings {
        rules: rules(),
        version: 0,
        changed_by: None,
        changed_at: None,
        attention: Some(attention),
    }
}

fn own() -> Overrides {
    let shift = |from: &str, to: &str| Shift { from: from.to_owned(), to: to.to_owned() };
    let day = || vec![shift("09:00", "12:30"), shift("13:30", "17:00")];
    let week = Week {
        monday: day(),
        tuesday: day(),
        wednesday: day(),
        thursday: day(),
        friday: vec![shift("09:00", "15:00")],
        ..Week::default()
    };
    let time_zone = "Europe/Berlin".to_owned();
    let closed = vec!["2026-12-25".to_owned()];
    Overrides {
        discuss_timeout_seconds: 60.into(),
        requeue_after_seconds: None.into(),
        hours: Some(Hours { time_zone, week, closed }).into(),
        off_hours_message: Some("We are back on weekdays from 9 to 5.".to_owned()).into(),
        ..Overrides::default()
    }
}

fn rules() -> Rules {
    let list = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    Rules {
        discuss_timeout_seconds: 120,
        assign_timeout_seconds: 120,
        conference_timeout_seconds: 120,
        step_timeout_seconds: 30,
        requeue_after_seconds: Some(600),
        requeue_warning_seconds: 60,
        auto_resolve_seconds: 86_400,
        closing_phrases: Vec::new(),
        abandon_after_seconds: Some(900),
        reopen_within_seconds: None,
        first_answer_target_seconds: 30,
        first_answer_warning_seconds: 10,
        offline_requeue_after_seconds: None,
        wrap_up: WrapUp::Off,
        wrap_up_limit_seconds: None,
        dispositions: Vec::new(),
        transfer_mode: TransferMode::Immediate,
        transfer_outside_own_teams: false,
        transfer_keeps_wait: true,
        transfer_keeps_priority: true,
        conference_limit: 6,
        mode: Mode::Manual,
        strategy: Strategy::LeastLoaded,
        skills: Vec::new(),
        priority: 0,
        reject_reasons: list(&["Busy with another case", "Not my field", "About to go off duty"]),
        withdraw_reasons: list(&["Issue resolved", "Asked somebody else", "Asked by mistake"]),
        away_reasons: list(&["Break", "Lunch", "Meeting", "Training"]),
        surveys: vec![Survey {
            name: "Satisfaction".to_owned(),
            question: "How did we do today?".to_owned(),
            answers: list(&["Very well", "Well", "Not so well", "Badly"]),
        }],
        triggers: list(&["Call back", "Refund requested"]),
        labels: [
            ("Follow-up required", Colour::Orange),
            ("Escalated", Colour::Red),
            ("Bug report", Colour::Purple),
            ("Feature request", Colour::Blue),
        ]
        .map(|(name, colour)| Label { name: name.to_owned(), colour })
        .to_vec(),
        tags: list(&["Complaint", "Delivery", "Refund", "VIP"]),
        web_origins: Vec::new(),
        history_stays_with_team: false,
        hours: None,
        off_hours_message: None,
    }
}

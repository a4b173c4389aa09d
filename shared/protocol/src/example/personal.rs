//! Examples of Mark's own data, and the canned messages.

use std::collections::BTreeMap;

use super::Example;
use super::story::{CONVERSATION, THREAD, at};
use crate::canned::{Canned, CannedChange, CannedMessages};
use crate::message::draft::{Draft, DraftMode, Drafts};
use crate::preferences::{Preferences, Theme};
use crate::template::{
    Account, Placeholder, Template, TemplateCategory, TemplateChange, TemplatePart, TemplateStatus,
    Templates,
};
use crate::{Frame, Push};

pub(super) fn bodies() -> Vec<Example> {
    let change = CannedChange {
        version: 2,
        title: canned().title,
        category: canned().category,
        text: canned().text,
        shortcut: canned().shortcut,
    };
    vec![
        Example::new("drafts", "Drafts", &Drafts { drafts: vec![draft()] }),
        Example::new("preferences", "Preferences", &preferences()),
        Example::new("canned", "Canned", &canned()),
        Example::new(
            "canned_messages",
            "CannedMessages",
            &CannedMessages { canned: vec![canned()] },
        ),
        Example::new("canned_change", "CannedChange", &change),
        Example::new("template", "Template", &template()),
        Example::new("templates", "Templates", &templates()),
        Example::new("template_change", "TemplateChange", &template_change()),
    ]
}

/// The frame that Mark's client sends while Mark writes.
pub(super) fn draft_frame(text: &str) -> Frame {
    Frame::Draft {
        conversation: CONVERSATION.to_owned(),
        mode: DraftMode::Reply,
        discussion: None,
        text: text.to_owned(),
    }
}

/// Mark's draft to Amelia.
pub(super) fn draft() -> Draft {
    Draft {
        conversation: CONVERSATION.to_owned(),
        mode: DraftMode::Reply,
        discussion: None,
        text: "That batch was".to_owned(),
        at: at(150),
    }
}

/// Mark's read positions.
pub(super) fn reads() -> Push {
    Push::Reads {
        positions: BTreeMap::from([(THREAD.to_owned(), 6)]),
        discussions: BTreeMap::from([(super::story::DISCUSSION.to_owned(), 6)]),
    }
}

/// Mark's preferences.
pub(super) fn preferences() -> Preferences {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    Preferences {
        version: 3,
        theme: Theme::Dark,
        sounds: BTreeMap::from([pair("message", "chime"), pair("queue", "off")]),
        notifications: true,
        shortcuts: BTreeMap::from([pair("canned", "Ctrl+/")]),
        panels: BTreeMap::from([("list".to_owned(), 320)]),
        sections: vec!["profile".to_owned(), "history".to_owned()],
        ..Preferences::default()
    }
}

fn canned() -> Canned {
    Canned {
        id: "greeting".to_owned(),
        title: "Greeting".to_owned(),
        category: "General".to_owned(),
        text: "Hello {{first_name}}, this is {{agent_first_name}}. How can I help?".to_owned(),
        shortcut: Some("hello".to_owned()),
        version: 3,
        updated_at: at(-600),
        updated_by: "olga".to_owned(),
    }
}

fn template() -> Template {
    let placeholder = |name: &str| Placeholder { part: TemplatePart::Body, name: name.to_owned() };
    Template {
        name: "delivery_update".to_owned(),
        language: "en_US".to_owned(),
        category: TemplateCategory::Utility,
        status: TemplateStatus::Approved,
        header: None,
        body: "Hello {{1}}, your order comes on {{2}}.".to_owned(),
        footer: None,
        buttons: vec!["Change the day".to_owned()],
        placeholders: vec![placeholder("1"), placeholder("2")],
        fills: vec!["first_name".to_owned()],
        version: 2,
        updated_at: at(-600),
        updated_by: "ada".to_owned(),
    }
}

fn templates() -> Templates {
    let account = Account {
        asset: "wa-demo".to_owned(),
        name: "WhatsApp +1 555 078 3881".to_owned(),
        channel: "whatsapp".to_owned(),
        templates: vec![template()],
    };
    Templates { accounts: vec![account] }
}

fn template_change() -> TemplateChange {
    let Template { name, language, category, header, body, footer, buttons, fills, .. } =
        template();
    let status = TemplateStatus::Paused;
    TemplateChange {
        version: 2,
        name,
        language,
        category,
        status,
        header,
        body,
        footer,
        buttons,
        fills,
    }
}

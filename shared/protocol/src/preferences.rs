//! An agent's preferences for the console. No other agent can read them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The answer to `GET /v1/preferences`, and the body of `PUT /v1/preferences`: an agent's
/// preferences for the console. `PUT` replaces the whole document; a field left out gets its
/// default. The server refuses fields that it does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// The version: every change raises it; 0 before the first change. Give the one that you have
    /// read.
    pub version: u64,
    /// Light or dark colours.
    pub theme: Theme,
    /// The strength of the contrast.
    pub contrast: Contrast,
    /// The density of the screens.
    pub density: Density,
    /// The order of the conversation list.
    pub sort: Sort,
    /// The key that sends a message.
    pub send_key: SendKey,
    /// Whether the composer returns to Reply by itself after a comment.
    pub reply_after_comment: bool,
    /// By trigger, the name of the trigger's sound, or `off`. At most 40, with names of 1 to 40 of
    /// `a-z 0-9 - _ .`.
    pub sounds: BTreeMap<String, String>,
    /// The volume of the sounds, in per cent.
    #[schemars(range(max = 100))]
    pub volume: u32,
    /// Whether a sound repeats until the agent has read its conversation.
    pub repeat_until_read: bool,
    /// Whether the desktop shows notifications.
    pub notifications: bool,
    /// The number of minutes without a key or a pointer after which the console proposes to be
    /// away; at most 120, and 0 for never.
    #[schemars(range(max = 120))]
    pub idle_minutes: u32,
    /// Whether shortcuts of a single key are on.
    pub single_keys: bool,
    /// By act, the keys of the act, at most 40 characters. At most 200.
    pub shortcuts: BTreeMap<String, String>,
    /// By panel, the panel's width or height in pixels, 0 to 10,000. At most 40.
    pub panels: BTreeMap<String, u32>,
    /// The open sections of the details panel, in order. At most 40.
    pub sections: Vec<String>,
    /// The language of the console: a tag of BCP 47, at most 35 characters.
    pub language: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            version: 0,
            theme: Theme::default(),
            contrast: Contrast::default(),
            density: Density::default(),
            sort: Sort::default(),
            send_key: SendKey::default(),
            reply_after_comment: false,
            sounds: BTreeMap::new(),
            volume: 70,
            repeat_until_read: false,
            notifications: false,
            idle_minutes: 10,
            single_keys: true,
            shortcuts: BTreeMap::new(),
            panels: BTreeMap::new(),
            sections: Vec::new(),
            language: "en".to_owned(),
        }
    }
}

/// Light or dark colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// The colours of the operating system.
    #[default]
    System,
    /// Light colours.
    Light,
    /// Dark colours.
    Dark,
}

/// The strength of the contrast.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// The contrast as designed.
    #[default]
    Normal,
    /// The strongest contrast.
    High,
}

/// The density of the screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Wide spacing.
    #[default]
    Comfortable,
    /// As many lines as fit.
    Compact,
}

/// The order of a conversation list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Last assigned first.
    #[default]
    LastAssigned,
    /// Longest waiting first.
    LongestWaiting,
    /// Latest message of the customer first.
    LatestMessage,
    /// Highest priority first, then longest waiting.
    HighestPriority,
}

/// The key that sends a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SendKey {
    /// Enter sends; Shift+Enter begins a line.
    #[default]
    Enter,
    /// Ctrl+Enter sends; Enter begins a line.
    CtrlEnter,
}

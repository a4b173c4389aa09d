//! What belongs to one agent alone: drafts and preferences. Nobody else can read them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Time;

/// Where a draft is being written.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DraftMode {
    /// To the customer.
    Reply,
    /// To colleagues, as a comment.
    Comment,
    /// Into a discussion.
    Discussion,
    /// Between the owner and those who coach.
    Coach,
}

/// Something begun and not sent. Kept for 30 days after it was last changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Draft {
    /// Where.
    pub conversation: String,
    /// In which composer.
    pub mode: DraftMode,
    /// In which discussion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discussion: Option<String>,
    /// What, at most 8,000 characters. Empty: there is no draft any more.
    pub text: String,
    /// When it was last changed.
    pub at: Time,
}

/// `GET /v1/drafts`: one's own drafts, newest first, at most 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drafts {
    /// One for each conversation, mode and discussion.
    pub drafts: Vec<Draft>,
}

/// `GET` and `PUT /v1/preferences`: how an agent likes the console. `PUT` replaces the whole
/// document; a field left out gets its default. Fields that the server does not know are refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// Goes up with every change; 0 before the first. Give the one that you have read.
    pub version: u64,
    /// Light or dark.
    pub theme: Theme,
    /// How strongly things stand out.
    pub contrast: Contrast,
    /// How much stands on a screen.
    pub density: Density,
    /// The order of the conversation list.
    pub sort: Sort,
    /// What sends a message.
    pub send_key: SendKey,
    /// Whether the composer returns to Reply by itself once a comment was added.
    pub reply_after_comment: bool,
    /// By trigger: the name of its sound, or `off`. At most 40, names of 1 to 40 of `a-z 0-9 - _ .`.
    pub sounds: BTreeMap<String, String>,
    /// How loud, in per cent.
    #[schemars(range(max = 100))]
    pub volume: u32,
    /// Whether a sound comes again until its conversation was read.
    pub repeat_until_read: bool,
    /// Whether the desktop shows notifications.
    pub notifications: bool,
    /// After how many minutes without a key or a pointer the console proposes to be away; at most
    /// 120, and 0 for never.
    #[schemars(range(max = 120))]
    pub idle_minutes: u32,
    /// Whether shortcuts of a single key are on.
    pub single_keys: bool,
    /// By act: the keys that do it, at most 40 characters. At most 200.
    pub shortcuts: BTreeMap<String, String>,
    /// By panel: its width or height in pixels, 0 to 10,000. At most 40.
    pub panels: BTreeMap<String, u32>,
    /// The sections of the details panel that are open, in order. At most 40.
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

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How strongly things stand out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As designed.
    #[default]
    Normal,
    /// As strongly as can be.
    High,
}

/// How much stands on a screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// With air.
    #[default]
    Comfortable,
    /// As much as can be.
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

/// What sends a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SendKey {
    /// Enter; Shift+Enter begins a line.
    #[default]
    Enter,
    /// Ctrl+Enter; Enter begins a line.
    CtrlEnter,
}

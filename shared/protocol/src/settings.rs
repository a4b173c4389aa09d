//! What can be set for the workspace, a team or a queue.
//!
//! Numbers are signed and wide, so that one out of bounds is refused by its field's own rule.

pub mod bounds;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::Time;
use crate::content::same_names;

/// A field that may be left out. Its `null` is a value, and stands only where the type has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Given<T>(pub Option<T>);

impl<T> Given<T> {
    /// Whether it was left out.
    pub const fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

impl<T> Default for Given<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> From<T> for Given<T> {
    fn from(value: T) -> Self {
        Self(Some(value))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

impl<T: JsonSchema> JsonSchema for Given<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

macro_rules! settings {
    ($($(#[$doc:meta])+ $field:ident: $type:ty,)+) => {
        /// Everything that is set, as it holds in one place.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub struct Rules {
            $($(#[$doc])+ pub $field: $type,)+
        }

        /// What one place says otherwise. A field left out is inherited: from the team, then from
        /// the workspace, then from the engine.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct Overrides {
            $(
                $(#[$doc])+
                #[serde(skip_serializing_if = "Given::is_absent")]
                pub $field: Given<$type>,
            )+
        }

        /// `PUT /v1/settings`. A field left out keeps its value, `null` switches off. `changed_by`
        /// and `changed_at` are passed over, so that what `GET` gave can be sent back; any other
        /// field that the server does not know is refused.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub struct SettingsChange {
            /// The version that was read.
            pub version: u64,
            $(
                $(#[$doc])+
                #[serde(default, skip_serializing_if = "Given::is_absent")]
                pub $field: Given<$type>,
            )+
        }

        /// The names of all fields.
        pub const FIELDS: &[&str] = &[$(stringify!($field)),+];

        impl SettingsChange {
            /// What is to be said otherwise.
            #[must_use]
            pub fn own(self) -> Overrides {
                Overrides { $($field: self.$field),+ }
            }
        }
    };
}

settings! {
    /// How long a discuss offer waits for an answer, in seconds: 5 to 86,400.
    discuss_timeout_seconds: i64,
    /// How long an assign offer waits for an answer, in seconds: 5 to 86,400.
    assign_timeout_seconds: i64,
    /// How long a conference offer waits for an answer, in seconds: 5 to 86,400.
    conference_timeout_seconds: i64,
    /// How long one member of a team, queue or skill is asked before the next is, in seconds: 5 to
    /// 3,600, and no longer than a discuss or assign offer waits.
    step_timeout_seconds: i64,
    /// After how long an unanswered customer is taken from the owner, in seconds: 30 to 86,400;
    /// `null`: never.
    requeue_after_seconds: Option<i64>,
    /// How long before that the owner is warned, in seconds: 1 to 86,400, and less than it.
    requeue_warning_seconds: i64,
    /// How long the customer may be silent before a conversation is resolved, in seconds: 60 to
    /// 2,592,000.
    auto_resolve_seconds: i64,
    /// Whole messages by which a customer ends a conversation: up to 50.
    closing_phrases: Vec<String>,
    /// After how much silence a customer who still waits in web chat counts as gone, in seconds:
    /// 30 to 86,400; `null`: never.
    abandon_after_seconds: Option<i64>,
    /// How long after the end the next message reopens the same conversation, in seconds: 60 to
    /// 2,592,000; `null`: it begins a new, linked one.
    reopen_within_seconds: Option<i64>,
    /// Within what time a new conversation should have its first answer, in seconds: 5 to 86,400.
    first_answer_target_seconds: i64,
    /// How long before that a warning goes out, in seconds: 1 to 86,400, and less than it.
    first_answer_warning_seconds: i64,
    /// How long an owner may be offline before they lose what they own, in seconds: 10 to 86,400;
    /// `null`: they keep it.
    offline_requeue_after_seconds: Option<i64>,
    /// Whether conversations are wrapped up after their end.
    wrap_up: WrapUp,
    /// After how long a wrap-up ends by itself, in seconds: 30 to 86,400; `null`: never.
    wrap_up_limit_seconds: Option<i64>,
    /// What a conversation can turn out to have been: up to 20; none: any words will do.
    dispositions: Vec<String>,
    /// How an owner hands a conversation to a colleague where they do not say.
    transfer_mode: TransferMode,
    /// Whether agents may hand conversations to teams that have nothing to do with them.
    transfer_outside_own_teams: bool,
    /// Whether who is handed to another queue keeps the time they have waited.
    transfer_keeps_wait: bool,
    /// Whether who is handed to another queue keeps their priority.
    transfer_keeps_priority: bool,
    /// How many may take part in a conference, the customer counted: 3 to 6.
    conference_limit: i64,
    /// Whether conversations are picked or given out.
    mode: Mode,
    /// Who is given the next one.
    strategy: Strategy,
    /// What an agent must be able to do to be given one: up to 20.
    skills: Vec<String>,
    /// The priority with which conversations begin: 0 to 9.
    priority: i64,
    /// What a colleague can choose from when rejecting: 1 to 20.
    reject_reasons: Vec<String>,
    /// What can be chosen from when withdrawing: 1 to 20.
    withdraw_reasons: Vec<String>,
    /// What can be chosen from when going away: up to 20.
    away_reasons: Vec<String>,
    /// What customers can be asked: up to 10.
    surveys: Vec<Survey>,
    /// What agents can set off on the event bus: up to 20.
    triggers: Vec<String>,
    /// What agents can label conversations with: up to 20.
    labels: Vec<Label>,
    /// Tags that are suggested, each of up to 40 characters: up to 100. Any other word will do, too.
    tags: Vec<String>,
    /// Origins of the pages on which the web chat of the accounts of a queue may be opened, as
    /// `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
    web_origins: Vec<String>,
    /// Whether conversations stay with the team that had them. Where it is off, who gets the
    /// customer's next conversation reads all earlier ones, also those of other teams; where it is
    /// on, only the team of the queue, those who took part, and admins do. Usual: off.
    history_stays_with_team: bool,
    /// When somebody is there; `null`: always.
    hours: Option<Hours>,
    /// What customers are told, once for each conversation, who write when nobody is there: 1 to
    /// 1,000 characters. Hours need one.
    off_hours_message: Option<String>,
}

/// `GET /v1/settings`, and the answer to `PUT`: the workspace's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Settings {
    /// Every field, as it holds.
    #[serde(flatten)]
    pub rules: Rules,
    /// Goes up with every change; `PUT` must give the one it has read.
    pub version: u64,
    /// Who changed them last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Time>,
    /// What is to be looked after; told to admins only, and only in the answer to `GET`. It can be
    /// sent back with `PUT`, and changes nothing there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<Attention>,
}

/// What an admin is to look after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attention {
    /// Records of agents, teams, queues, accounts and settings that cannot be read. Everything goes
    /// on as if they were not there.
    pub unreadable: Vec<Unreadable>,
    /// The newest 50 of what came from channels in the last 30 days and could not be placed.
    pub set_aside: Vec<SetAside>,
}

/// A record that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unreadable {
    /// Which: `<kind>#<id>`.
    pub record: String,
    /// Why.
    pub why: String,
}

/// Something that came from a channel and could not be placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetAside {
    /// When it came first.
    pub at: Time,
    /// `whatsapp` …
    pub channel: String,
    /// The account that it names, by the provider's id; empty: none.
    pub account: String,
    /// Why it could not be placed.
    pub why: String,
    /// What came, as far as it is kept.
    pub payload: String,
}

/// `GET /v1/settings/teams/{team}` and `GET /v1/settings/queues/{queue}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScopedSettings {
    /// For whom.
    pub scope: Scope,
    /// What is said here.
    pub own: Overrides,
    /// What holds here, inherited or not.
    pub effective: Rules,
    /// Goes up with every change; 0 before the first.
    pub version: u64,
    /// Who changed them last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Time>,
}

/// `PUT /v1/settings/teams/{team}` and `PUT /v1/settings/queues/{queue}`: replaces what is said
/// there. A field left out is inherited again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScopedChange {
    /// What is to be said there.
    pub own: Overrides,
    /// The version that was read.
    pub version: u64,
}

/// Whom settings are for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Everybody.
    Workspace,
    /// The queues of this team.
    Team(String),
    /// This queue.
    Queue(String),
}

/// `GET /v1/settings/changes?limit=`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SettingsLog {
    /// Who changed what, newest first.
    pub changes: Vec<SettingsChanged>,
}

/// One change of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SettingsChanged {
    /// When.
    pub at: Time,
    /// Who.
    pub by: String,
    /// Whose settings.
    pub scope: Scope,
    /// What.
    pub changes: Vec<FieldChange>,
}

/// One field that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldChange {
    /// Which.
    pub field: String,
    /// What stood there; absent: it was inherited.
    #[serde(default, skip_serializing_if = "Given::is_absent")]
    pub from: Given<Value>,
    /// What stands there now; absent: it is inherited.
    #[serde(default, skip_serializing_if = "Given::is_absent")]
    pub to: Given<Value>,
}

/// A question that customers are asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// What agents choose it by: 1 to 100 characters.
    pub name: String,
    /// What the customer reads: 1 to 1,000 characters.
    pub question: String,
    /// What the customer can answer, up to 9; none: the question holds a link.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A label that agents can put on conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// What it says: 1 to 40 characters.
    pub name: String,
    /// How it stands out in a list.
    pub colour: Colour,
}

/// When somebody is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The name of a time zone, as `Europe/Berlin`.
    pub time_zone: String,
    /// From when to when, day by day.
    pub week: Week,
    /// Days on which nobody is there, as `2026-12-25`: up to 100.
    #[serde(default)]
    pub closed: Vec<String>,
}

/// The days of a week. A day left out is one on which nobody is there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    /// Mondays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub monday: Vec<Shift>,
    /// Tuesdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tuesday: Vec<Shift>,
    /// Wednesdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wednesday: Vec<Shift>,
    /// Thursdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thursday: Vec<Shift>,
    /// Fridays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub friday: Vec<Shift>,
    /// Saturdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub saturday: Vec<Shift>,
    /// Sundays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sunday: Vec<Shift>,
}

/// From when to when somebody is there, by the clock on the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// The first minute, as `09:00`.
    pub from: String,
    /// The minute after the last, as `17:00`; `24:00` is the end of the day.
    pub to: String,
}

macro_rules! word {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        same_names!(domain::$name, $name, $($variant),+);
        same_names!($name, domain::$name, $($variant),+);
    };
}

word!(
    /// Whether conversations are picked or given out.
    Mode {
        /// Agents take them from the queue by hand.
        Manual,
        /// The engine gives them out.
        Auto,
    }
);
word!(
    /// Who of several gets the next conversation. Ties go to who has been idle longest.
    Strategy {
        /// Who has the fewest conversations for their capacity.
        LeastLoaded,
        /// Who has had nothing new and finished nothing for the longest time.
        LongestIdle,
        /// Who was given something the longest time ago.
        RoundRobin,
    }
);
word!(
    /// How a conversation is handed on.
    TransferMode {
        /// At once.
        Immediate,
        /// When the colleague accepts.
        Offer,
    }
);
word!(
    /// What follows the end of a conversation for those who worked on it.
    WrapUp {
        /// Nothing: it leaves the desk at once.
        Off,
        /// It stays until marked done, with or without a disposition.
        Optional,
        /// It stays until marked done with a disposition.
        Mandatory,
    }
);
word!(
    /// The colour of a label.
    Colour {
        /// Red.
        Red,
        /// Orange.
        Orange,
        /// Yellow.
        Yellow,
        /// Green.
        Green,
        /// Teal.
        Teal,
        /// Blue.
        Blue,
        /// Purple.
        Purple,
        /// Grey.
        Grey,
    }
);

//! The settings of the workspace, of a team or of a queue.
//!
//! Numbers are signed and wide, so that the rule of a field refuses a number out of its bounds.

pub mod bounds;

mod attention;

pub use attention::{Attention, SetAside, Unreadable};

mod history;

pub use history::{FieldChange, Scope, SettingsChanged, SettingsLog};

mod hours;

pub use hours::{Hours, Shift, Week};

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize};

use crate::Time;
use crate::message::content::same_names;

/// A field that may be left out. Its `null` is a value, and only a type with a `null` allows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Given<T>(pub Option<T>);

impl<T> Given<T> {
    /// Whether the field was left out.
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
        /// All settings, as they hold in one place.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub struct Rules {
            $($(#[$doc])+ pub $field: $type,)+
        }

        /// The settings that one place changes. A place inherits a field left out: from the team,
        /// then from the workspace, then from the engine.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct Overrides {
            $(
                $(#[$doc])+
                #[serde(skip_serializing_if = "Given::is_absent")]
                pub $field: Given<$type>,
            )+
        }

        /// The body of `PUT /v1/settings`. A field left out keeps its value, `null` switches off.
        /// The server passes over `changed_by` and `changed_at`, so that you can send back the
        /// answer to `GET`; it refuses any other field that it does not know.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        pub struct SettingsChange {
            /// The version that you have read.
            pub version: u64,
            $(
                $(#[$doc])+
                #[serde(default, skip_serializing_if = "Given::is_absent")]
                pub $field: Given<$type>,
            )+
        }

        /// The names of all settings.
        pub const FIELDS: &[&str] = &[$(stringify!($field)),+];

        impl SettingsChange {
            /// The settings that the change sets.
            #[must_use]
            pub fn own(self) -> Overrides {
                Overrides { $($field: self.$field),+ }
            }
        }
    };
}

settings! {
    /// How long an offer to discuss waits for an answer, in seconds: 5 to 86,400.
    discuss_timeout_seconds: i64,
    /// How long an offer to take over waits for an answer, in seconds: 5 to 86,400.
    assign_timeout_seconds: i64,
    /// How long a conference offer waits for an answer, in seconds: 5 to 86,400.
    conference_timeout_seconds: i64,
    /// How long the engine waits for one member of a team, queue or skill before it asks the next,
    /// in seconds: 5 to 3,600, and no longer than an offer to discuss or to take over waits.
    step_timeout_seconds: i64,
    /// How long an owner may leave a customer without an answer before the conversation goes back
    /// to its queue, in seconds: 30 to 86,400; `null`: for ever.
    requeue_after_seconds: Option<i64>,
    /// How long before the end of `requeue_after_seconds` the engine warns the owner, in seconds: 1
    /// to 86,400, and less than `requeue_after_seconds`.
    requeue_warning_seconds: i64,
    /// How long the customer may be silent before the engine resolves the conversation, in seconds:
    /// 60 to 2,592,000.
    auto_resolve_seconds: i64,
    /// Whole messages by which a customer ends a conversation: up to 50.
    closing_phrases: Vec<String>,
    /// How long a customer who waits in web chat may be silent before the engine ends the
    /// conversation as abandoned, in seconds: 30 to 86,400; `null`: for ever.
    abandon_after_seconds: Option<i64>,
    /// For how long after the end the customer's next message reopens the same conversation, in
    /// seconds: 60 to 2,592,000; `null`: the message begins a new, linked one.
    reopen_within_seconds: Option<i64>,
    /// The time within which a new conversation should get its first response, in seconds: 5 to
    /// 86,400.
    first_answer_target_seconds: i64,
    /// How long before the end of `first_answer_target_seconds` the engine warns, in seconds: 1 to
    /// 86,400, and less than `first_answer_target_seconds`.
    first_answer_warning_seconds: i64,
    /// How long an owner may be offline before the owner's conversations go back to their queues,
    /// in seconds: 10 to 86,400; `null`: the owner keeps them.
    offline_requeue_after_seconds: Option<i64>,
    /// Whether agents wrap conversations up after their end.
    wrap_up: WrapUp,
    /// How long a wrap-up lasts before the engine ends it, in seconds: 30 to 86,400; `null`: until
    /// the agent marks it done.
    wrap_up_limit_seconds: Option<i64>,
    /// The dispositions that an agent can give a conversation after its end: up to 20; none: agents
    /// may write any words.
    dispositions: Vec<String>,
    /// How an owner hands a conversation to a colleague where the command does not say.
    transfer_mode: TransferMode,
    /// Whether agents may hand conversations to teams that have nothing to do with them.
    transfer_outside_own_teams: bool,
    /// Whether a transfer to another queue keeps the time that the customer has waited.
    transfer_keeps_wait: bool,
    /// Whether a transfer to another queue keeps the conversation's priority.
    transfer_keeps_priority: bool,
    /// How many people may take part in a conference, the customer included: 3 to 6.
    conference_limit: i64,
    /// Whether agents pick conversations, or the engine gives them out.
    mode: Mode,
    /// The rule by which the engine chooses the next agent.
    strategy: Strategy,
    /// The skills that an agent needs for a conversation: up to 20.
    skills: Vec<String>,
    /// The priority with which conversations begin: 0 to 9.
    priority: i64,
    /// The reasons that the console offers for a rejection: 1 to 20.
    reject_reasons: Vec<String>,
    /// The reasons that the console offers for a withdrawal: 1 to 20.
    withdraw_reasons: Vec<String>,
    /// The reasons that the console offers for going away: up to 20.
    away_reasons: Vec<String>,
    /// The surveys that an owner can send to a customer: up to 10.
    surveys: Vec<Survey>,
    /// The triggers that an owner can set off on the event bus: up to 20.
    triggers: Vec<String>,
    /// The labels that agents can put on conversations: up to 20.
    labels: Vec<Label>,
    /// The suggested tags, each of up to 40 characters: up to 100. Agents may use any other word,
    /// too.
    tags: Vec<String>,
    /// Origins of the pages that may open the web chat of a queue's accounts, such as
    /// `https://shop.example`: up to 50; none: those that the stack's `AllowedOrigins` lists.
    web_origins: Vec<String>,
    /// Whether conversations stay with the team that had them. Off: an agent who reads the
    /// customer's newest conversation reads all earlier ones, also those of other teams. On: only
    /// the team of the queue, the agents who took part, and admins read an earlier one. Usual: off.
    history_stays_with_team: bool,
    /// The business hours; `null`: the business is always open.
    hours: Option<Hours>,
    /// The message to customers who write outside business hours, once for each conversation: 1 to
    /// 1,000 characters. Business hours need one.
    off_hours_message: Option<String>,
}

/// The settings of the workspace: the answer to `GET` and `PUT /v1/settings`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Settings {
    /// Every setting, as it holds.
    #[serde(flatten)]
    pub rules: Rules,
    /// The version: every change raises it, and `PUT` must give the one that it has read.
    pub version: u64,
    /// The person who made the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<String>,
    /// The moment of the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Time>,
    /// The faults that an admin should look after. The server tells them to admins only, and only
    /// in the answer to `GET`. A `PUT` may send them back, and changes nothing by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<Attention>,
}

/// The answer to `GET /v1/settings/teams/{team}` and to `GET /v1/settings/queues/{queue}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ScopedSettings {
    /// The team or queue.
    pub scope: Scope,
    /// The settings that this place changes.
    pub own: Overrides,
    /// The settings that hold in this place, inherited or not.
    pub effective: Rules,
    /// The version: every change raises it; 0 before the first change.
    pub version: u64,
    /// The person who made the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<String>,
    /// The moment of the last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Time>,
}

/// The body of `PUT /v1/settings/teams/{team}` and of `PUT /v1/settings/queues/{queue}`: replaces
/// the settings that this place changes. The place inherits a field left out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScopedChange {
    /// The settings that this place is to change.
    pub own: Overrides,
    /// The version that you have read.
    pub version: u64,
}

/// A question that an owner can send to a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The name by which agents choose the survey: 1 to 100 characters.
    pub name: String,
    /// The question that the customer reads: 1 to 1,000 characters.
    pub question: String,
    /// The answers that the customer can choose from, up to 9; none: the question holds a link.
    #[serde(default)]
    pub answers: Vec<String>,
}

/// A label that agents can put on conversations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The label's text: 1 to 40 characters.
    pub name: String,
    /// The label's colour in lists.
    pub colour: Colour,
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
    /// Whether agents pick conversations, or the engine gives them out.
    Mode {
        /// Agents take conversations from the queue by hand.
        Manual,
        /// The engine gives conversations to agents.
        Auto,
    }
);
word!(
    /// The rule by which the engine chooses the next agent. Among equals, the agent who has been
    /// idle longest is first.
    Strategy {
        /// The agent who has the fewest conversations for their capacity.
        LeastLoaded,
        /// The agent who has got nothing new and finished nothing for the longest time.
        LongestIdle,
        /// The agent who got something new the longest time ago.
        RoundRobin,
    }
);
word!(
    /// The way in which an agent hands a conversation on.
    TransferMode {
        /// The conversation moves at once.
        Immediate,
        /// The conversation moves when the colleague accepts.
        Offer,
    }
);
word!(
    /// The work that follows the end of a conversation for the agents who had it.
    WrapUp {
        /// Nothing follows: the conversation leaves the workload at once.
        Off,
        /// The conversation stays until the agent marks it done, with or without a disposition.
        Optional,
        /// The conversation stays until the agent marks it done with a disposition.
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

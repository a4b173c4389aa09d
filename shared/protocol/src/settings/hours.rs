//! Business hours.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The hours at which the business is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// The name of a time zone, such as `Europe/Berlin`.
    pub time_zone: String,
    /// The opening hours of each day of the week.
    pub week: Week,
    /// Days on which the business is closed, such as `2026-12-25`: up to 100.
    #[serde(default)]
    pub closed: Vec<String>,
}

/// The days of a week. The business is closed on a day left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    /// The shifts of Mondays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub monday: Vec<Shift>,
    /// The shifts of Tuesdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tuesday: Vec<Shift>,
    /// The shifts of Wednesdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wednesday: Vec<Shift>,
    /// The shifts of Thursdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thursday: Vec<Shift>,
    /// The shifts of Fridays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub friday: Vec<Shift>,
    /// The shifts of Saturdays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub saturday: Vec<Shift>,
    /// The shifts of Sundays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sunday: Vec<Shift>,
}

/// A time in which the business is open, by the clock on the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// The first minute, such as `09:00`.
    pub from: String,
    /// The minute after the last, such as `17:00`; `24:00` is the end of the day.
    pub to: String,
}

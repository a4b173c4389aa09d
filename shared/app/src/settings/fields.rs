//! The fields of the settings. One list names each setting once: its name in the protocol, its
//! place in the store, and its bounds.

use crate::settings::refused::out_of_range;
use domain::hours::Schedule;
use domain::{Label, Labels, Millis, Skill, limit};
use protocol::Refused;
use protocol::settings as wire;
use protocol::settings::Given;
use protocol::settings::bounds::{self, Bound};
use store::settings::overrides::{Hours, Overrides, Rules, Shift};

use super::origins::origins;

macro_rules! fields {
    ($($wire:ident = $field:ident, $check:expr;)+) => {
        /// Reads overrides from the protocol's form.
        ///
        /// # Errors
        /// If a value is out of bounds; the refusal names its field.
        pub(super) fn read(own: &wire::Overrides) -> Result<Overrides, Refused> {
            Ok(Overrides {
                $(
                    $field: match &own.$wire.0 {
                        Some(value) => Some($check(stringify!($wire), value)?),
                        None => None,
                    },
                )+
                hours: own.hours.0.as_ref().map(hours).transpose()?,
                off_hours_message: own.off_hours_message.0.as_ref().map(message).transpose()?,
            })
        }

        /// Shows overrides in the protocol's form.
        pub(super) fn shown(own: &Overrides) -> wire::Overrides {
            wire::Overrides {
                $($wire: Given(own.$field.as_ref().map(Show::show)),)+
                hours: Given(own.hours.as_ref().map(Show::show)),
                off_hours_message: Given(own.off_hours_message.clone()),
            }
        }

        /// Shows the rules that hold in the protocol's form.
        pub(super) fn rules(rules: &Rules) -> wire::Rules {
            wire::Rules {
                $($wire: rules.policy.$field.show(),)+
                hours: rules.hours.show(),
                off_hours_message: rules.off_hours_message.clone(),
            }
        }
    };
}

fields! {
    discuss_timeout_seconds = discuss_timeout, span;
    assign_timeout_seconds = assign_timeout, span;
    conference_timeout_seconds = conference_timeout, span;
    step_timeout_seconds = step_timeout, span;
    requeue_after_seconds = requeue_after, span_or_off;
    requeue_warning_seconds = requeue_warning, span;
    auto_resolve_seconds = auto_resolve_after, span;
    closing_phrases = closing_phrases, words;
    abandon_after_seconds = abandon_after, span_or_off;
    reopen_within_seconds = reopen_within, span_or_off;
    first_answer_target_seconds = first_answer_target, span;
    first_answer_warning_seconds = first_answer_warning, span;
    offline_requeue_after_seconds = offline_requeue_after, span_or_off;
    wrap_up = wrap_up, choice;
    wrap_up_limit_seconds = wrap_up_limit, span_or_off;
    dispositions = dispositions, words;
    transfer_mode = transfer_mode, choice;
    transfer_outside_own_teams = transfer_outside_own_teams, choice;
    transfer_keeps_wait = transfer_keeps_wait, choice;
    transfer_keeps_priority = transfer_keeps_priority, choice;
    conference_limit = conference_limit, number;
    mode = mode, choice;
    strategy = strategy, choice;
    skills = skills, skills;
    priority = priority, number;
    reject_reasons = reject_reasons, words;
    withdraw_reasons = withdraw_reasons, words;
    away_reasons = away_reasons, words;
    surveys = surveys, surveys;
    triggers = triggers, words;
    labels = labels, labels;
    tags = tags, words;
    web_origins = web_origins, origins;
    history_stays_with_team = history_stays_with_team, choice;
}

/// Checks a whole number against its bounds.
pub(crate) fn within(field: &str, value: i64, least: i64, most: i64) -> Result<i64, Refused> {
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    let unit = if field.ends_with("_seconds") { " seconds" } else { "" };
    let message = format!("{field} is {value}; it must lie between {least} and {most}{unit}.");
    Err(out_of_range(field, message, "Choose a value within these bounds."))
}

/// Trims a text of 1 to `most` characters.
pub(crate) fn text(field: &str, value: &str, most: usize) -> Result<String, Refused> {
    let value = value.trim();
    let length = value.chars().count();
    if (1..=most).contains(&length) {
        domain::wire::bounded("text", value, most).map_err(|large| {
            out_of_range(field, large.to_string(), "Leave characters out that cannot be seen.")
        })?;
        return Ok(value.to_owned());
    }
    let message = format!("A text in {field} has {length} characters; 1 to {most} are taken.");
    Err(out_of_range(field, message, "Fill it in, or shorten it."))
}

/// Reads a list of skills.
pub(crate) fn skills(field: &'static str, value: &[String]) -> Result<Vec<Skill>, Refused> {
    let words = list(field, value, (0, 20), 40)?;
    words.iter().map(|word| crate::session::read::id(word, field)).collect()
}

fn span(field: &'static str, value: &i64) -> Result<Millis, Refused> {
    in_bounds(field, *value).map(Millis::seconds)
}

fn span_or_off(field: &'static str, value: &Option<i64>) -> Result<Option<Millis>, Refused> {
    value.map(|seconds| span(field, &seconds)).transpose()
}

fn number(field: &'static str, value: &i64) -> Result<u8, Refused> {
    Ok(u8::try_from(in_bounds(field, *value)?).unwrap_or(u8::MAX))
}

fn in_bounds(field: &str, value: i64) -> Result<i64, Refused> {
    match bounds::of(field) {
        Bound::Number { least, most } => within(field, value, least, most),
        _ => Ok(value),
    }
}

fn words(field: &'static str, value: &[String]) -> Result<Vec<String>, Refused> {
    match bounds::of(field) {
        Bound::Words { least, most, length } => list(field, value, (least, most), length),
        _ => Ok(value.to_owned()),
    }
}

/// Reads a list of texts of 1 to `length` characters without duplicates, and checks their number.
fn list(
    field: &str,
    value: &[String],
    (least, most): (usize, usize),
    length: usize,
) -> Result<Vec<String>, Refused> {
    let count = value.len();
    if !(least..=most).contains(&count) {
        let message = format!("{field} has {count} entries; {least} to {most} are taken.");
        return Err(out_of_range(field, message, "Add or remove entries."));
    }
    let words: Vec<String> =
        value.iter().map(|word| text(field, word, length)).collect::<Result<_, _>>()?;
    once_each(field, words.iter())?;
    Ok(words)
}

/// Checks that a list has no more entries than its bound.
fn few_enough(field: &str, count: usize) -> Result<(), Refused> {
    match bounds::of(field) {
        Bound::Things { most } if count > most => {
            let message = format!("{field} has {count} entries; 0 to {most} are taken.");
            Err(out_of_range(field, message, "Remove entries."))
        }
        _ => Ok(()),
    }
}

/// Refuses a list with the same text twice: a reader could not tell the two apart.
fn once_each<'a>(field: &str, words: impl Iterator<Item = &'a String>) -> Result<(), Refused> {
    let mut seen = std::collections::BTreeSet::new();
    for word in words {
        if !seen.insert(word.to_lowercase()) {
            return Err(Refused::new(
                "settings_conflict",
                format!("\"{word}\" stands in {field} twice."),
                "Remove one of them.",
            )
            .at(field));
        }
    }
    Ok(())
}

fn surveys(field: &'static str, value: &[wire::Survey]) -> Result<Vec<domain::Survey>, Refused> {
    few_enough(field, value.len())?;
    let read = |survey: &wire::Survey| {
        Ok(domain::Survey {
            name: text(field, &survey.name, limit::CHOICE)?,
            question: text(field, &survey.question, limit::NOTE)?,
            answers: list(field, &survey.answers, (0, 9), limit::CHOICE)?,
        })
    };
    let surveys = value.iter().map(read).collect::<Result<Vec<_>, Refused>>()?;
    once_each(field, surveys.iter().map(|s| &s.name))?;
    Ok(surveys)
}

fn labels(field: &'static str, value: &[wire::Label]) -> Result<Vec<Label>, Refused> {
    few_enough(field, value.len())?;
    let read = |label: &wire::Label| {
        let name = text(field, &label.name, Labels::LABEL_LENGTH)?;
        Ok(Label { name, colour: label.colour.into() })
    };
    let labels = value.iter().map(read).collect::<Result<Vec<_>, Refused>>()?;
    once_each(field, labels.iter().map(|l| &l.name))?;
    Ok(labels)
}

fn hours(value: &Option<wire::Hours>) -> Result<Option<Hours>, Refused> {
    let Some(value) = value else { return Ok(None) };
    let w = &value.week;
    let day = |shifts: &Vec<wire::Shift>| {
        let shift = |s: &wire::Shift| Shift { from: s.from.clone(), to: s.to.clone() };
        shifts.iter().map(shift).collect::<Vec<_>>()
    };
    let days =
        [&w.monday, &w.tuesday, &w.wednesday, &w.thursday, &w.friday, &w.saturday, &w.sunday];
    let hours = Hours {
        time_zone: value.time_zone.clone(),
        week: days.map(day),
        closed: value.closed.clone(),
    };
    Schedule::read(&hours)?;
    Ok(Some(hours))
}

fn message(value: &Option<String>) -> Result<Option<String>, Refused> {
    value.as_ref().map(|value| text("off_hours_message", value, limit::NOTE)).transpose()
}

/// Takes any value, because the type holds only valid ones.
fn choice<T: Copy, U: From<T>>(_: &'static str, value: &T) -> Result<U, Refused> {
    Ok((*value).into())
}

/// A value as the protocol shows it.
trait Show {
    type Wire;
    fn show(&self) -> Self::Wire;
}

macro_rules! show {
    ($($type:ty => $wire:ty: |$value:ident| $shown:expr;)+) => {
        $(impl Show for $type {
            type Wire = $wire;
            fn show(&self) -> $wire {
                let $value = self;
                $shown
            }
        })+
    };
}

show! {
    Millis => i64: |span| span.0 / 1_000;
    Option<Millis> => Option<i64>: |span| span.map(|span| span.show());
    bool => bool: |value| *value;
    u8 => i64: |number| i64::from(*number);
    domain::Mode => wire::Mode: |word| (*word).into();
    domain::Strategy => wire::Strategy: |word| (*word).into();
    domain::TransferMode => wire::TransferMode: |word| (*word).into();
    domain::WrapUp => wire::WrapUp: |word| (*word).into();
    Vec<String> => Vec<String>: |words| words.clone();
    Vec<Skill> => Vec<String>: |skills| skills.iter().map(ToString::to_string).collect();
    Vec<domain::Survey> => Vec<wire::Survey>: |surveys| surveys.iter().map(Show::show).collect();
    domain::Survey => wire::Survey: |survey| wire::Survey {
        name: survey.name.clone(),
        question: survey.question.clone(),
        answers: survey.answers.clone(),
    };
    Vec<Label> => Vec<wire::Label>: |labels| labels.iter().map(Show::show).collect();
    Label => wire::Label: |label| wire::Label {
        name: label.name.clone(),
        colour: label.colour.into(),
    };
    Option<Hours> => Option<wire::Hours>: |hours| hours.as_ref().map(Show::show);
    Hours => wire::Hours: |hours| {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] =
            hours.week.each_ref().map(|day| day.iter().map(Show::show).collect());
        wire::Hours {
            time_zone: hours.time_zone.clone(),
            week: wire::Week { monday, tuesday, wednesday, thursday, friday, saturday, sunday },
            closed: hours.closed.clone(),
        }
    };
    Shift => wire::Shift: |shift| wire::Shift { from: shift.from.clone(), to: shift.to.clone() };
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::settings::bounds::{SETTINGS, Usual};
    use serde_json::{Value, json};

    #[test]
    fn what_the_schema_calls_usual_is_what_holds_where_nobody_has_said_anything() {
        let holds = serde_json::to_value(rules(&Rules::default())).unwrap();
        for setting in SETTINGS {
            let usual = match setting.usual {
                Usual::Number(usual) => json!(usual),
                Usual::Word(usual) => json!(usual),
                Usual::Switch(usual) => json!(usual),
                Usual::Off => Value::Null,
                Usual::Untold => continue,
            };
            assert_eq!(holds[setting.name], usual, "{}", setting.name);
        }
    }
}

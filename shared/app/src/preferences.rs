//! Agents' preferences for the console: their bounds, and the push to an agent's other screens.

use crate::settings::fields::{text, within};
use crate::settings::refused::out_of_range;
use crate::{Failure, Ground, Voice};
use domain::Profile;
use std::collections::BTreeMap;

use protocol::preferences::Preferences;
use protocol::{Push, Refused};

/// The most entries in a document's lists.
const SOUNDS: usize = 40;
const SHORTCUTS: usize = 200;
const PANELS: usize = 40;
/// The most characters in a name and in a word of these lists.
const NAME: usize = 60;
const WORD: usize = 40;

/// Returns the agent's preferences; the defaults if the agent has set none.
///
/// # Errors
/// If the table fails.
pub async fn preferences(ground: Ground<'_>, me: &Profile) -> Result<Preferences, Failure> {
    Ok(ground.store.preferences(&me.id).await?.unwrap_or_default())
}

/// Changes the agent's preferences, and tells the agent's own sockets.
///
/// # Errors
/// A refusal if a value is out of bounds or another screen was faster; a failure if the table
/// fails.
pub async fn change_preferences(
    voice: Voice<'_>,
    me: &Profile,
    wanted: &Preferences,
) -> Result<Preferences, Failure> {
    check(wanted)?;
    let read = wanted.version;
    let next = Preferences { version: read.saturating_add(1), ..wanted.clone() };
    if !voice.store.put_preferences(&me.id, &next, read).await? {
        // A client that lost the answer repeats the same change.
        if voice.store.preferences(&me.id).await?.as_ref() == Some(&next) {
            return Ok(next);
        }
        return Err(Failure::rejected(
            "version_conflict",
            "Another screen of yours changed the preferences since you read them.",
            "Read them again and repeat your change.",
        ));
    }
    voice.tell_own(&me.id, None, &Push::Preferences(Box::new(next.clone()))).await;
    Ok(next)
}

fn check(wanted: &Preferences) -> Result<(), Refused> {
    within("volume", i64::from(wanted.volume), 0, 100)?;
    within("idle_minutes", i64::from(wanted.idle_minutes), 0, 120)?;
    number_of("sounds", wanted.sounds.len(), SOUNDS)?;
    for name in wanted.sounds.iter().flat_map(|(trigger, sound)| [trigger, sound]) {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b);
        if !(1..=WORD).contains(&name.len()) || !name.bytes().all(plain) {
            let message =
                format!("A name in sounds has 1 to {WORD} of a-z, 0-9, '-', '_' and '.'.");
            return Err(out_of_range(
                "sounds",
                message,
                "Use a trigger's and a sound's name, or off.",
            ));
        }
    }
    words("shortcuts", &wanted.shortcuts, SHORTCUTS)?;
    number_of("panels", wanted.panels.len(), PANELS)?;
    for (panel, size) in &wanted.panels {
        text("panels", panel, NAME)?;
        within("panels", i64::from(*size), 0, 10_000)?;
    }
    number_of("sections", wanted.sections.len(), PANELS)?;
    for section in &wanted.sections {
        text("sections", section, NAME)?;
    }
    let tag = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    if !(2..=35).contains(&wanted.language.len()) || !wanted.language.bytes().all(tag) {
        return Err(out_of_range(
            "language",
            "language must be a tag of BCP 47.".to_owned(),
            "Use a tag like en or pt-BR.",
        ));
    }
    Ok(())
}

fn words(field: &str, given: &BTreeMap<String, String>, most: usize) -> Result<(), Refused> {
    number_of(field, given.len(), most)?;
    for (name, word) in given {
        text(field, name, NAME)?;
        text(field, word, WORD)?;
    }
    Ok(())
}

fn number_of(field: &str, given: usize, most: usize) -> Result<(), Refused> {
    if given <= most {
        return Ok(());
    }
    let message = format!("{field} has {given} entries; at most {most} are taken.");
    Err(out_of_range(field, message, "Leave some out."))
}

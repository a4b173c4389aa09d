//! Canned messages (F79): the rights to change them, and the bounds of their fields.

use crate::{Failure, Ground, settings};
use domain::workspace::Right;
use domain::{Profile, Refusal, limit};
use protocol::Refused;
use protocol::canned::{Canned, CannedChange, CannedMessages};
use serde_json::Map;
use store::canned::{self, Canned as Kept};
use store::settings::overrides::Changed;
use store::settings::scope::Scope;

/// The most canned messages of a workspace.
const MOST: usize = 500;
/// The most bytes that all canned messages together may take in the protocol's form: one answer
/// carries them all.
const ALL_BYTES: usize = 2 * 1024 * 1024;

/// All canned messages, by category and title.
///
/// # Errors
/// If the table fails.
pub async fn canned(ground: Ground<'_>) -> Result<CannedMessages, Failure> {
    let mut all = ground.store.canned().await?;
    all.sort_by(|a, b| (&a.category, &a.title, &a.id).cmp(&(&b.category, &b.title, &b.id)));
    Ok(CannedMessages { canned: all.into_iter().map(shown).collect() })
}

/// Creates a canned message, or changes it.
///
/// # Errors
/// A refusal if the caller may not, a field is out of bounds, another canned message has the
/// shortcut, or somebody else was faster; a failure if the table fails.
pub async fn change_canned(
    ground: Ground<'_>,
    me: &Profile,
    id: &str,
    change: &CannedChange,
) -> Result<Canned, Failure> {
    me.may(Right::ChangeCanned, &[])?;
    let id = canned_id(id)?;
    let wanted = Kept {
        id: id.to_owned(),
        title: text("title", &change.title, limit::CANNED_TITLE)?,
        category: text("category", &change.category, limit::CANNED_CATEGORY)?,
        text: words(&change.text)?,
        shortcut: change.shortcut.as_deref().map(shortcut).transpose()?,
        version: change.version.saturating_add(1),
        at: ground.now(),
        by: me.id.clone(),
    };
    let all = ground.store.canned().await?;
    if change.version == 0 && all.len() >= MOST {
        let message = format!("There are {MOST} canned messages, and no more are kept.");
        return Err(Refused::new("canned_full", message, "Remove one first.").into());
    }
    let others = all.iter().filter(|other| other.id != id).map(bytes);
    if others.sum::<usize>() + bytes(&wanted) > ALL_BYTES {
        let message = format!("All canned messages together may take {ALL_BYTES} bytes.");
        let refused = Refused::new("canned_full", message, "Shorten it, or remove others.");
        return Err(refused.at("text").into());
    }
    let same = |other: &&Kept| other.id != id && other.shortcut == wanted.shortcut;
    if wanted.shortcut.is_some()
        && let Some(other) = all.iter().find(same)
    {
        let message = format!("\"{}\" has this shortcut already.", other.title);
        let refused = Refused::new("settings_conflict", message, "Choose another shortcut.");
        return Err(refused.at("shortcut").into());
    }
    let before = all.iter().find(|kept| kept.id == id);
    let changed = changed(ground, me, id, before, Some(&wanted));
    if !ground.store.put_canned(&wanted, change.version, &changed).await? {
        // A client that lost the answer repeats the same change.
        let is_it = |kept: &Kept| Kept { at: wanted.at, ..kept.clone() } == wanted;
        let kept = ground.store.canned().await?.into_iter().find(is_it);
        return kept.map(shown).ok_or_else(outrun);
    }
    Ok(shown(wanted))
}

/// Removes a canned message, and returns it.
///
/// # Errors
/// A refusal if the caller may not, there is no such message, or it has another version than the
/// one named; a failure if the table fails.
pub async fn remove_canned(
    ground: Ground<'_>,
    me: &Profile,
    id: &str,
    version: u64,
) -> Result<Canned, Failure> {
    me.may(Right::ChangeCanned, &[])?;
    let id = canned_id(id)?;
    let there = ground.store.canned().await?.into_iter().find(|canned| canned.id == id);
    let there = there.ok_or(Refusal::NotFound { what: "canned message" })?;
    let changed = changed(ground, me, id, Some(&there), None);
    if there.version == version && ground.store.remove_canned(id, version, &changed).await? {
        return Ok(shown(there));
    }
    Err(outrun())
}

/// The entry of a change in the log: the fields that a person enters.
fn changed(
    ground: Ground<'_>,
    me: &Profile,
    id: &str,
    before: Option<&Kept>,
    after: Option<&Kept>,
) -> Changed {
    let fields = |kept: Option<&Kept>| {
        kept.map_or_else(Map::new, |kept| {
            let mut fields = settings::object(&shown(kept.clone()));
            fields.retain(|name, _| ["title", "category", "text", "shortcut"].contains(&&**name));
            fields
        })
    };
    let changes = settings::difference(&fields(before), &fields(after));
    Changed { at: ground.now(), by: me.id.clone(), scope: Scope::Canned(id.to_owned()), changes }
}

fn bytes(canned: &Kept) -> usize {
    [&canned.title, &canned.category, &canned.text]
        .map(|text| domain::wire::bytes(text))
        .iter()
        .sum()
}

fn canned_id(id: &str) -> Result<&str, Refused> {
    if canned::is_id(id) {
        return Ok(id);
    }
    let message = "A canned message's id has 1 to 40 of a-z, 0-9, '-' and '_'.";
    Err(Refused::new("query_invalid", message, "Choose another id.").at("canned"))
}

/// Checks the text of a canned message, which stays as written. Every variable in it must be one
/// that the console can fill.
fn words(given: &str) -> Result<String, Refused> {
    text("text", given, limit::CANNED_TEXT)?;
    match domain::canned::variables(given) {
        Ok(_) => Ok(given.to_owned()),
        Err(broken) => {
            let remedy = "Close every variable, and use those that there are.";
            let refused = Refused::new("unknown_variable", format!("In text, {broken}."), remedy);
            Err(refused.at("text"))
        }
    }
}

/// Trims a text of 1 to `limit` characters.
fn text(field: &'static str, given: &str, limit: usize) -> Result<String, Refused> {
    let text = given.trim();
    let missing = text.is_empty().then_some(Refusal::TextMissing { field });
    let checked = missing.map_or_else(|| domain::wire::bounded(field, text, limit), Err);
    checked.map_err(|refusal| Refused::from(&refusal))?;
    Ok(text.to_owned())
}

fn shortcut(given: &str) -> Result<String, Refused> {
    if canned::is_id(given) && given.len() <= limit::CANNED_SHORTCUT {
        return Ok(given.to_owned());
    }
    let message = "A shortcut has 1 to 30 of a-z, 0-9, '-' and '_'.";
    Err(Refused::new("frame_invalid", message, "Choose another, or leave it out.").at("shortcut"))
}

fn outrun() -> Failure {
    Failure::rejected(
        "version_conflict",
        "Somebody else changed this canned message since you read it.",
        "Read it again and repeat your change.",
    )
}

fn shown(canned: Kept) -> Canned {
    Canned {
        id: canned.id,
        title: canned.title,
        category: canned.category,
        text: canned.text,
        shortcut: canned.shortcut,
        version: canned.version,
        updated_at: canned.at.0,
        updated_by: canned.by.to_string(),
    }
}

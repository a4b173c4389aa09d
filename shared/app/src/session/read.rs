//! Reading ids and objects that a client sent.

mod misfit;

use domain::Millis;
use jiff::Timestamp;
use protocol::Refused;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a JSON object.
///
/// # Errors
/// `frame_not_json`, with the place of the fault.
pub fn object(text: &str) -> Result<Value, Refused> {
    let remedy = "Send one JSON object.";
    match serde_json::from_str::<Value>(text) {
        Ok(value) if value.is_object() => Ok(value),
        Ok(_) => Err(Refused::new("frame_not_json", "This is JSON, but not an object.", remedy)),
        Err(e) => Err(Refused::new("frame_not_json", format!("This is not JSON: {e}."), remedy)),
    }
}

/// Reads a value of the protocol.
///
/// # Errors
/// `frame_invalid`, naming the field, with the id of the command if there is one.
pub fn typed<T: DeserializeOwned>(value: Value) -> Result<T, Refused> {
    T::deserialize(&value).map_err(|error| {
        let mut refused = misfit::refused::<T>(&value, &error);
        let id = value.get("id").and_then(Value::as_str);
        refused.id = id.filter(|id| id.len() <= 64).map(str::to_owned);
        refused
    })
}

/// Reads an id.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn id<T: std::str::FromStr<Err = domain::id::InvalidId>>(
    text: &str,
    field: &'static str,
) -> Result<T, Refused> {
    text.parse().map_err(|e: domain::id::InvalidId| {
        Refused::new("frame_invalid", format!("{e}."), "Use an id as the server gave it.").at(field)
    })
}

/// Reads a moment as people and programs write it: RFC 3339, or milliseconds since the epoch.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn moment(text: &str, field: &'static str) -> Result<Millis, Refused> {
    let written = || text.parse::<Timestamp>().ok().map(|t| t.as_millisecond());
    let known = text.parse().ok().or_else(written).filter(|ms| (0..9_999_999_999_999).contains(ms));
    known.map(Millis).ok_or_else(|| {
        let why = format!("{field} is not a moment.");
        let remedy = "Write it like 2026-11-21T09:30:00Z, or as milliseconds since the epoch.";
        Refused::new("frame_invalid", why, remedy).at(field)
    })
}

/// Checks a command's id: 8 to 64 printable characters of ASCII.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn command_id(id: &str) -> Result<(), Refused> {
    let printable = id.bytes().all(|b| b.is_ascii_graphic());
    if (8..=64).contains(&id.len()) && printable {
        return Ok(());
    }
    Err(Refused::new(
        "frame_invalid",
        "id must have 8 to 64 printable ASCII characters.",
        "Use a UUIDv7.",
    )
    .at("id"))
}

/// Whether a text can be an e-mail address: something, an @, and a domain with a dot in it. Only
/// the address's owner could tell more.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain =
        |c: char| !c.is_whitespace() && !domain::words::is_unseen(c) && !"<>(),;:\"@".contains(c);
    text.chars().count() <= 200
        && !local.is_empty()
        && text.replacen('@', "", 1).chars().all(plain)
        && domain.split('.').count() > 1
        && domain.split('.').all(|part| !part.is_empty())
}

//! The fields of a Twilio webhook: a form, or JSON with the same names.

use serde_json::Value;

use crate::json;

/// The most fields that a webhook may have; the reader leaves out later ones. Twilio sends about
/// forty.
const FIELDS: usize = 2_000;

/// The fields of a form as their raw bytes, in the order in which they came. The signature covers
/// the bytes, so that nothing may be replaced.
pub(super) fn pairs(body: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let given = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    let pair = |pair: &[u8]| {
        let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        (decoded(&pair[..at]), decoded(pair.get(at + 1..).unwrap_or_default()))
    };
    given.map(pair).collect()
}

/// A percent sign without two digits stands for itself.
fn decoded(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, after @ ..] = rest {
        rest = after;
        let escaped = match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                digit(*high).zip(digit(*low)).map(|(h, l)| (16 * h + l, after))
            }
            _ => None,
        };
        match (first, escaped) {
            (_, Some((byte, after))) => {
                out.push(byte);
                rest = after;
            }
            (b'+', None) => out.push(b' '),
            (byte, None) => out.push(*byte),
        }
    }
    out
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// The named texts of one message or status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The value of the first field of this name that is not empty, whatever the case of its
    /// letters: forms write `MessageSid`, events `messageSid`.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let named = |(field, value): &&(String, String)| {
            field.eq_ignore_ascii_case(name) && !value.is_empty()
        };
        self.0.iter().find(named).map(|(_, value)| value.as_str())
    }

    /// The fields as JSON, for those who want to see what came.
    pub(super) fn raw(&self) -> Value {
        self.0.iter().map(|(name, value)| (name.clone(), Value::String(value.clone()))).collect()
    }

    fn of_json(value: &Value) -> Self {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let named = value.as_object().into_iter().flatten();
        Self(named.take(FIELDS).map(|(name, value)| (name.clone(), text(value))).collect())
    }
}

/// One message or status, with the type of its event if an event stream brought it.
pub(super) struct Item {
    pub(super) event: Option<String>,
    pub(super) fields: Fields,
}

/// The items of a body; `None` if the body is neither a form with names nor JSON.
pub(super) fn items(body: &[u8]) -> Option<Vec<Item>> {
    match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => {
            let read = json::read(body).ok()?;
            Some(match &read {
                Value::Array(all) => all.iter().map(of_event).collect(),
                one => vec![of_event(one)],
            })
        }
        Some(_) => {
            let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            let named = pairs(body).into_iter().take(FIELDS);
            let fields = Fields(named.map(|(name, value)| (text(name), text(value))).collect());
            Some(vec![Item { event: None, fields }])
        }
        None => None,
    }
}

/// An event of Twilio's event streams holds its fields in `data`.
fn of_event(value: &Value) -> Item {
    let data = if value["data"].is_object() { &value["data"] } else { value };
    Item { event: value["type"].as_str().map(str::to_owned), fields: Fields::of_json(data) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(body: &[u8]) -> Fields {
        items(body).unwrap().remove(0).fields
    }

    #[test]
    fn a_form_is_read_to_the_byte() {
        let fields = only(b"Body=caf%C3%A9+%26+tea%3D1&From=%2B15551234567&Empty=&Flag");
        assert_eq!(fields.get("Body"), Some("caf\u{e9} & tea=1"));
        assert_eq!(fields.get("from"), Some("+15551234567"));
        assert_eq!(fields.get("Empty"), None);
        assert_eq!(fields.get("Flag"), None);
        assert_eq!(
            pairs(b"a=%ff%zz%4&&=b"),
            [(b"a".to_vec(), b"\xff%zz%4".to_vec()), (Vec::new(), b"b".to_vec()),]
        );
    }

    #[test]
    fn bytes_that_are_no_utf_8_spoil_only_their_own_field() {
        let fields = only(b"Body=a%FFb&From=%2B1555");
        assert_eq!(fields.get("Body"), Some("a\u{fffd}b"));
        assert_eq!(fields.get("From"), Some("+1555"));
    }

    #[test]
    fn of_a_doubled_name_the_first_counts() {
        assert_eq!(only(b"Body=&Body=one&Body=two").get("Body"), Some("one"));
    }

    #[test]
    fn an_events_data_is_read_like_a_form() {
        let read = items(br#"[{"type":"com.twilio.x","data":{"messageSid":"SM1","numMedia":0}}]"#);
        let item = read.unwrap().remove(0);
        assert_eq!(item.event.as_deref(), Some("com.twilio.x"));
        assert_eq!(item.fields.get("MessageSid"), Some("SM1"));
        assert_eq!(item.fields.get("NumMedia"), Some("0"));
        assert!(items(b"  ").is_none() && items(b"{").is_none());
    }
}

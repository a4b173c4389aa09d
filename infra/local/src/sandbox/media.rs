//! The files of the sandbox's customers: what they send from their phones, Meta's look-up of a
//! file's address, and Meta's store. The faults lose, delay and fail them.

use super::provider::webhook;
use super::*;
use axum::http::{HeaderMap, header};
use std::f64::consts::TAU;
use std::time::Duration;

/// The size of a file that no engine takes, in bytes.
const TOO_LARGE: usize = 26 * 1024 * 1024;
/// The time that a slow store takes.
const SLOW: Duration = Duration::from_secs(6);

/// The fault of Meta's store.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum MediaFault {
    /// None: the store hands files out.
    #[default]
    None,
    /// The store no longer has any file.
    Gone,
    /// The store takes six seconds for a file.
    Slow,
    /// The store answers that it is out of order.
    Failing,
    /// Every file is larger than the engine takes.
    Large,
}

/// The files that a customer can send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    /// A photo of a kettle that leaks.
    Photo,
    /// Three seconds of a tone.
    Voice,
    /// An invoice.
    Document,
}

/// A file in Meta's store.
#[derive(Debug)]
pub(super) struct Kept {
    bytes: Vec<u8>,
    mime: &'static str,
}

impl Kind {
    /// WhatsApp's name of the kind, the type, the name if files of the kind have one, and the bytes.
    fn file(self) -> (&'static str, &'static str, Option<&'static str>, Vec<u8>) {
        match self {
            Self::Photo => {
                ("image", "image/png", None, include_bytes!("../../files/kettle.png").into())
            }
            Self::Voice => ("audio", "audio/wav", None, tone()),
            Self::Document => (
                "document",
                "application/pdf",
                Some("invoice-20817.pdf"),
                include_bytes!("../../files/invoice.pdf").into(),
            ),
        }
    }
}

/// Three seconds of a soft tone: 8,000 samples a second, a byte each.
fn tone() -> Vec<u8> {
    const RATE: u32 = 8_000;
    const SAMPLES: u32 = 3 * RATE;
    let sample = |at: u32| {
        let (time, end) = (f64::from(at) / f64::from(RATE), f64::from(SAMPLES - at) / 2_000.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "100 to 156")]
        let level = (128.0 + 28.0 * end.min(1.0) * (TAU * 330.0 * time).sin()) as u8;
        level
    };
    let mut wave = Vec::with_capacity(44 + SAMPLES as usize);
    wave.extend_from_slice(b"RIFF");
    wave.extend_from_slice(&(36 + SAMPLES).to_le_bytes());
    wave.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wave.extend_from_slice(&RATE.to_le_bytes());
    wave.extend_from_slice(&RATE.to_le_bytes());
    wave.extend_from_slice(b"\x01\0\x08\0data");
    wave.extend_from_slice(&SAMPLES.to_le_bytes());
    wave.extend((0..SAMPLES).map(sample));
    wave
}

#[derive(Deserialize)]
pub(super) struct Sends {
    #[serde(default)]
    name: String,
    kind: Kind,
    #[serde(default)]
    caption: String,
}

/// Sends a customer's file: Meta's payload names it by an id.
pub(super) async fn send(
    State(platform): State<Arc<Platform>>,
    Path(address): Path<String>,
    Json(sends): Json<Sends>,
) -> Response {
    Sandbox::look(&platform).await;
    let (kind, mime, name, bytes) = sends.kind.file();
    let (id, at) = (platform.sandbox.next_id(), now());
    let media = format!("{}{:04x}", now(), platform.sandbox.sent.load(Ordering::Relaxed));
    platform.sandbox.store().insert(media.clone(), Kept { bytes, mime });
    let caller = platform.sandbox.with(&address, |customer| {
        if !sends.name.is_empty() {
            customer.name.clone_from(&sends.name);
        }
        let said = [Some(kind), name, Some(sends.caption.as_str()).filter(|c| !c.is_empty())];
        let text = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let (id, from, status) = (id.clone(), "customer", "sent");
        customer.messages.push(Message { id, from, text, status, at, mark: None });
        customer.name.clone()
    });
    let mut file = json!({"id": media, "mime_type": mime});
    if let Some(name) = name {
        file["filename"] = json!(name);
    }
    if !sends.caption.is_empty() {
        file["caption"] = json!(sends.caption);
    }
    let mut message = json!({"from": address, "id": id, "timestamp": (at / 1_000).to_string(),
        "type": kind});
    message[kind] = file;
    let status = webhook(
        &platform.sandbox,
        json!({"contacts": [{"profile": {"name": caller}, "wa_id": address}],
            "messages": [message]}),
    )
    .await;
    (StatusCode::CREATED, Json(json!({"id": id, "webhook_status": status}))).into_response()
}

/// Meta's answer about a file's id, if the store has the file.
pub(super) fn look_up(platform: &Platform, id: &str) -> Option<Value> {
    if platform.sandbox.faults().media == MediaFault::Gone {
        return None;
    }
    let store = platform.sandbox.store();
    let kept = store.get(id)?;
    let url = format!("{}/sandbox/media/{id}", platform.sandbox.base_url);
    Some(json!({"messaging_product": "whatsapp", "url": url, "mime_type": kept.mime,
        "file_size": kept.bytes.len(), "id": id}))
}

/// `GET /sandbox/media/{id}`: Meta's store, which wants the token, too.
pub(super) async fn hand_out(
    State(platform): State<Arc<Platform>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    if !provider::knows_token(&headers) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match platform.sandbox.faults().media {
        MediaFault::Gone => return StatusCode::NOT_FOUND.into_response(),
        MediaFault::Failing => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        MediaFault::Slow => tokio::time::sleep(SLOW).await,
        MediaFault::Large => return vec![0_u8; TOO_LARGE].into_response(),
        MediaFault::None => {}
    }
    let store = platform.sandbox.store();
    match store.get(&id) {
        Some(kept) => ([(header::CONTENT_TYPE, kept.mime)], kept.bytes.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_note_is_a_sound_of_three_seconds() {
        let sound = tone();
        assert!(sound.starts_with(b"RIFF") && sound[8..].starts_with(b"WAVEfmt "));
        assert_eq!(sound.len(), 44 + 3 * 8_000);
    }
}

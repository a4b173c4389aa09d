//! The requests that hand messages to the Send API, and the reader of its answers.

use domain::content::{Media, Medium};
use domain::{Address, Content};
use serde_json::{Value, json};

use super::{ACCESS_TOKEN, GRAPH_URL, MARK, Platform, errors};
use crate::{Answer, Outbound, Request, Secrets, Signal, Unsendable};

/// The longest text that Instagram takes, in bytes.
const INSTAGRAM_TEXT: usize = 1_000;

/// The request for `POST /me/messages`: the token names the account.
pub(super) fn render(
    platform: Platform,
    secrets: &Secrets,
    message: &Outbound<'_>,
) -> Result<Request, Unsendable> {
    let recipient = recipient(message.address)?;
    let mut body = match message.content {
        Content::Text { text }
            if platform == Platform::Instagram && text.len() > INSTAGRAM_TEXT =>
        {
            return Err(Unsendable { kind: "overlong text" });
        }
        Content::Text { text } => json!({"message": {"text": text}}),
        Content::Media(file) => {
            json!({"message": {"attachment": attachment(platform, file, message.link)?}})
        }
        // The API of Messenger takes no reactions.
        Content::Reaction { to, emoji } if platform == Platform::Instagram => {
            return Ok(request(secrets, &reaction(&recipient, to, emoji.as_deref())));
        }
        other => return Err(Unsendable { kind: other.kind() }),
    };
    body["recipient"] = recipient;
    marked(platform, &mut body, message.mark, message.late);
    Ok(request(secrets, &body))
}

/// Adds why the message may be sent, and our mark where the platform returns it.
pub(super) fn marked(platform: Platform, body: &mut Value, mark: &str, late: bool) {
    if late {
        body["messaging_type"] = json!("MESSAGE_TAG");
        body["tag"] = json!("HUMAN_AGENT");
    } else {
        body["messaging_type"] = json!("RESPONSE");
    }
    if platform == Platform::Messenger {
        body["message"]["metadata"] = json!(format!("{MARK}{mark}"));
    }
}

pub(super) fn recipient(address: &str) -> Result<Value, Unsendable> {
    match Address::read(address) {
        Address::User(id) | Address::Number(id) => Ok(json!({"id": id})),
        Address::Username(_) => Err(Unsendable { kind: "user name" }),
    }
}

pub(super) fn request(secrets: &Secrets, body: &Value) -> Request {
    Request {
        method: "POST",
        url: format!("{}/me/messages", secrets.get(GRAPH_URL)),
        headers: vec![
            ("authorization", format!("Bearer {}", secrets.get(ACCESS_TOKEN))),
            ("content-type", "application/json".to_owned()),
        ],
        body: body.to_string().into_bytes(),
    }
}

/// A file by its link. Neither platform has captions, so that a file with words has no form: the
/// words would be lost.
fn attachment(platform: Platform, file: &Media, link: Option<&str>) -> Result<Value, Unsendable> {
    let link = link.ok_or(Unsendable { kind: "media" })?;
    if file.caption.as_ref().is_some_and(|caption| !caption.is_empty()) {
        return Err(Unsendable { kind: "captioned media" });
    }
    let kind = match (file.medium, platform) {
        (Medium::Image | Medium::Sticker, _) => "image",
        (Medium::Video, _) => "video",
        (Medium::Audio | Medium::Voice, _) => "audio",
        (Medium::Document, Platform::Messenger) => "file",
        (Medium::Document, Platform::Instagram) => return Err(Unsendable { kind: "document" }),
    };
    Ok(json!({"type": kind, "payload": {"url": link}}))
}

fn reaction(recipient: &Value, to: &str, emoji: Option<&str>) -> Value {
    let action = if emoji.is_some() { "react" } else { "unreact" };
    let mut payload = json!({"message_id": to});
    if let Some(emoji) = emoji {
        payload["reaction"] = json!(emoji);
    }
    json!({"recipient": recipient, "sender_action": action, "payload": payload})
}

/// The request for a sender action.
pub(super) fn signal(secrets: &Secrets, address: &str, signal: Signal) -> Option<Request> {
    let action = match signal {
        Signal::Seen => "mark_seen",
        Signal::Typing => "typing_on",
    };
    let recipient = recipient(address).ok()?;
    Some(request(secrets, &json!({"recipient": recipient, "sender_action": action})))
}

/// Reads the Graph API's answer.
pub(super) fn read(status: u16, body: &[u8]) -> Answer {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    if status == 200 {
        // Meta has taken a message; sending it again could only double it.
        let provider_id = answer["message_id"].as_str().unwrap_or_default().to_owned();
        return Answer::Sent { provider_id };
    }
    let error = &answer["error"];
    let (code, subcode) = (error["code"].as_i64(), error["error_subcode"].as_i64());
    let reason = errors::told(code, subcode, error["message"].as_str());
    if errors::passes(code, subcode, status) {
        Answer::Later { reason }
    } else {
        Answer::Refused { reason }
    }
}

#[cfg(test)]
mod tests {
    use domain::Millis;

    use super::*;

    fn secrets() -> Secrets {
        Secrets::default().with(GRAPH_URL, "https://graph.test/v26.0").with(ACCESS_TOKEN, "t")
    }

    fn body(request: &Request) -> Value {
        serde_json::from_slice(&request.body).unwrap()
    }

    fn sent(platform: Platform, content: &Content, late: bool) -> Result<Value, Unsendable> {
        let (account, address, mark, link) =
            ("106", "user:2345", "t.7", Some("https://files.test/1"));
        let (upload, now) = (None, Millis(0));
        let message = Outbound {
            account,
            address,
            content,
            reply_to: None,
            mark,
            link,
            upload,
            now,
            late,
            mail: None,
        };
        render(platform, &secrets(), &message).map(|request| {
            assert_eq!(request.url, "https://graph.test/v26.0/me/messages");
            assert_eq!(request.headers[0].1, "Bearer t");
            body(&request)
        })
    }

    #[test]
    fn a_text_has_the_documented_shape_and_a_late_one_the_tag() {
        let text = Content::text("Hello");
        assert_eq!(
            sent(Platform::Messenger, &text, false).unwrap(),
            json!({"recipient": {"id": "2345"}, "messaging_type": "RESPONSE",
                   "message": {"text": "Hello", "metadata": "switchboard:t.7"}})
        );
        assert_eq!(
            sent(Platform::Instagram, &text, true).unwrap(),
            json!({"recipient": {"id": "2345"}, "messaging_type": "MESSAGE_TAG",
                   "tag": "HUMAN_AGENT", "message": {"text": "Hello"}})
        );
    }

    fn file(medium: Medium, caption: Option<&str>) -> Content {
        Content::Media(Media {
            medium,
            reference: "1".to_owned(),
            mime: "x/y".to_owned(),
            name: None,
            caption: caption.map(str::to_owned),
            size: Some(1),
            width: None,
            height: None,
        })
    }

    #[test]
    fn a_file_goes_by_its_link_and_never_loses_its_words() {
        let image = sent(Platform::Messenger, &file(Medium::Image, None), false).unwrap();
        let expected = json!({"type": "image", "payload": {"url": "https://files.test/1"}});
        assert_eq!(image["message"]["attachment"], expected);
        let document = sent(Platform::Messenger, &file(Medium::Document, None), false).unwrap();
        assert_eq!(document["message"]["attachment"]["type"], "file");
        for (platform, content, kind) in [
            (Platform::Messenger, file(Medium::Image, Some("Look")), "captioned media"),
            (Platform::Instagram, file(Medium::Document, None), "document"),
        ] {
            assert_eq!(sent(platform, &content, false), Err(Unsendable { kind }));
        }
    }

    #[test]
    fn instagram_counts_bytes_and_takes_reactions() {
        let long = Content::text("é".repeat(501));
        let overlong = Unsendable { kind: "overlong text" };
        assert_eq!(sent(Platform::Instagram, &long, false), Err(overlong));
        assert!(sent(Platform::Messenger, &long, false).is_ok());
        let react = Content::Reaction { to: "m_1".to_owned(), emoji: Some("❤️".to_owned()) };
        assert_eq!(
            sent(Platform::Instagram, &react, false).unwrap(),
            json!({"recipient": {"id": "2345"}, "sender_action": "react",
                   "payload": {"message_id": "m_1", "reaction": "❤️"}})
        );
        let taken = Content::Reaction { to: "m_1".to_owned(), emoji: None };
        assert_eq!(sent(Platform::Instagram, &taken, false).unwrap()["sender_action"], "unreact");
        let kind = "reaction";
        assert_eq!(sent(Platform::Messenger, &react, false), Err(Unsendable { kind }));
    }

    #[test]
    fn seen_and_typing_are_sender_actions() {
        for (given, action) in [(Signal::Seen, "mark_seen"), (Signal::Typing, "typing_on")] {
            let request = signal(&secrets(), "user:2345", given).unwrap();
            let expected = json!({"recipient": {"id": "2345"}, "sender_action": action});
            assert_eq!(body(&request), expected);
        }
        assert_eq!(signal(&secrets(), "@smith", Signal::Seen), None);
    }

    #[test]
    fn answers_are_taken_put_off_or_final() {
        let error = |code: i64, subcode: i64| {
            json!({"error": {"code": code, "error_subcode": subcode, "message": "m"}}).to_string()
        };
        let of = |status, code, subcode| read(status, error(code, subcode).as_bytes());
        let sent = read(200, br#"{"recipient_id": "1", "message_id": "m_1"}"#);
        assert_eq!(sent, Answer::Sent { provider_id: "m_1".to_owned() });
        for (status, code) in [(400, 613), (400, 4), (500, 2), (503, 1200)] {
            assert!(matches!(of(status, code, 0), Answer::Later { .. }), "{code}");
        }
        for (code, subcode, part) in [
            (10, 2018278, "window for answers is over"),
            (10, 0, "may not write to this customer"),
            (190, 463, "access token"),
            (551, 1545041, "not available"),
            (100, 2018001, "knows no such customer"),
            (77, 0, "Meta: m (77)"),
        ] {
            match of(500, code, subcode) {
                Answer::Refused { reason } => assert!(reason.contains(part), "{reason}"),
                other => panic!("{other:?}"),
            }
        }
        assert!(matches!(read(502, b"<html>"), Answer::Later { .. }));
    }
}

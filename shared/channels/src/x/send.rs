//! The requests that hand messages to X, and the reader of its answers.

use domain::{Address, Content, Millis};
use serde_json::{Value, json};

use super::{base, errors, oauth};
use crate::encode::percent;
use crate::{Answer, Fetch, Outbound, Request, Secrets, Unsendable};

/// The hosts whose files only the account's own requests get.
const PRIVATE: &[&str] = &["ton.twitter.com", "ton.x.com", "api.x.com"];

/// The request for `POST /2/dm_conversations/with/{id}/messages`.
pub(super) fn render(secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
    let body = match message.content {
        Content::Text { text } => json!({"text": text}),
        Content::Media(file) => {
            let id = message.upload.ok_or(Unsendable { kind: "media" })?;
            let mut body = json!({"attachments": [{"media_id": id}]});
            if let Some(caption) = file.caption.as_ref().filter(|text| !text.is_empty()) {
                body["text"] = json!(caption);
            }
            body
        }
        other => return Err(Unsendable { kind: other.kind() }),
    };
    let to = match Address::read(message.address) {
        Address::User(id) | Address::Number(id) => id,
        Address::Username(_) => return Err(Unsendable { kind: "user name" }),
    };
    let url = format!("{}/2/dm_conversations/with/{}/messages", base(secrets), percent(&to));
    let sign = oauth::header(secrets, "POST", &url, &[], message.mark, message.now);
    let headers = vec![("authorization", sign), ("content-type", "application/json".to_owned())];
    Ok(Request { method: "POST", url, headers, body: body.to_string().into_bytes() })
}

/// Reads X's answer.
pub(super) fn read(status: u16, body: &[u8]) -> Answer {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    if matches!(status, 200 | 201) {
        // X has taken a message; sending it again could only double it.
        let provider_id = answer["data"]["dm_event_id"].as_str().unwrap_or_default().to_owned();
        return Answer::Sent { provider_id };
    }
    match errors::read(status, &answer) {
        (reason, true) => Answer::Later { reason },
        (reason, false) => Answer::Refused { reason },
    }
}

/// The request that gets a customer's file: signed for X's own hosts of private files.
pub(super) fn file(secrets: &Secrets, reference: &str, now: Millis) -> Option<Fetch> {
    let rest = reference.strip_prefix("https://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let headers = if PRIVATE.contains(&host) {
        let (url, query) = reference.split_once('?').unwrap_or((reference, ""));
        // A query that needs decoding is not signed right; X's own addresses have none.
        let query: Vec<_> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        vec![("authorization", oauth::header(secrets, "GET", url, &query, reference, now))]
    } else {
        Vec::new()
    };
    Some(Fetch::direct(reference, headers))
}

#[cfg(test)]
mod tests {
    use domain::content::{Media, Medium};

    use super::*;

    fn sent(content: &Content, upload: Option<&str>) -> Result<Request, Unsendable> {
        let (account, address, mark) = ("1", "user:2345", "t.7");
        let (link, now) = (None, Millis(1_800_000_000_000));
        let message = Outbound {
            account,
            address,
            content,
            reply_to: None,
            mark,
            link,
            upload,
            now,
            late: false,
            mail: None,
        };
        render(&Secrets::default(), &message)
    }

    fn body(request: &Request) -> Value {
        serde_json::from_slice(&request.body).unwrap()
    }

    fn file_message(caption: Option<&str>) -> Content {
        Content::Media(Media {
            medium: Medium::Image,
            reference: "1".to_owned(),
            mime: "image/png".to_owned(),
            name: None,
            caption: caption.map(str::to_owned),
            size: Some(1),
            width: None,
            height: None,
        })
    }

    #[test]
    fn a_text_has_the_documented_shape_and_is_signed() {
        let request = sent(&Content::text("Hello"), None).unwrap();
        assert_eq!(request.url, "https://api.x.com/2/dm_conversations/with/2345/messages");
        assert_eq!(body(&request), json!({"text": "Hello"}));
        let sign = &request.headers[0].1;
        assert!(sign.starts_with("OAuth ") && sign.contains("oauth_timestamp=\"1800000000\""));
    }

    #[test]
    fn a_file_goes_by_its_id_at_x() {
        let request = sent(&file_message(Some("Look")), Some("77")).unwrap();
        assert_eq!(body(&request), json!({"text": "Look", "attachments": [{"media_id": "77"}]}));
        let bare = sent(&file_message(None), Some("77")).unwrap();
        assert_eq!(body(&bare), json!({"attachments": [{"media_id": "77"}]}));
        assert_eq!(sent(&file_message(None), None), Err(Unsendable { kind: "media" }));
    }

    #[test]
    fn a_user_name_gets_no_message() {
        let content = Content::text("Hello");
        let (account, address, mark, now) = ("1", "@smith", "m", Millis(0));
        let (link, upload, content) = (None, None, &content);
        let message = Outbound {
            account,
            address,
            content,
            reply_to: None,
            mark,
            link,
            upload,
            now,
            late: false,
            mail: None,
        };
        assert!(render(&Secrets::default(), &message).is_err());
    }

    #[test]
    fn only_xs_own_hosts_get_a_signature() {
        let signed = |url: &str| {
            file(&Secrets::default(), url, Millis(0)).map(|f| f.request().headers.len())
        };
        assert_eq!(signed("https://ton.twitter.com/1.1/ton/data/dm/1/2/x.jpg"), Some(1));
        for other in [
            "https://video.twimg.com/dm_video/1/x.mp4?tag=1",
            "https://ton.twitter.com.evil.test/x",
            "https://ton.twitter.com@evil.test/x",
            "https://evil.test/ton.twitter.com/",
        ] {
            assert_eq!(signed(other), Some(0), "{other}");
        }
        assert_eq!(signed("http://ton.twitter.com/x"), None);
    }

    #[test]
    fn answers_are_taken_put_off_or_final() {
        let sent = read(201, br#"{"data": {"dm_conversation_id": "1-2", "dm_event_id": "9"}}"#);
        assert_eq!(sent, Answer::Sent { provider_id: "9".to_owned() });
        let refused = |status, body: &str| match read(status, body.as_bytes()) {
            Answer::Refused { reason } => reason,
            other => panic!("{other:?}"),
        };
        let problem = r#"{"title": "Forbidden", "detail": "You do not have permission to DM", "status": 403}"#;
        assert!(refused(403, problem).contains("does not let the account write"));
        let old =
            r#"{"errors": [{"code": 349, "message": "You cannot send messages to this user."}]}"#;
        assert!(refused(403, old).contains("The customer cannot be written to (349)"));
        assert_eq!(refused(418, r#"{"detail": "tea"}"#), "X: tea (418)");
        for status in [429, 500, 503, 599] {
            assert!(matches!(read(status, b"<html>"), Answer::Later { .. }), "{status}");
        }
    }
}

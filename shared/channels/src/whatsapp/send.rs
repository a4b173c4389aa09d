//! The requests that hand messages to the Graph API, and the reader of its answers.

use super::beside::GROUP;
use super::{ACCESS_TOKEN, GRAPH_URL};
use crate::{Answer, Outbound, Request, Secrets, Unsendable};
use domain::content::{Media, Medium};
use domain::template::{Part, Slot};
use domain::words::cut;
use domain::{Address, Content};
use serde_json::{Value, json};

/// The request for `POST /{phone-number-id}/messages`.
pub(super) fn render(secrets: &Secrets, message: &Outbound<'_>) -> Result<Request, Unsendable> {
    let (kind, body) = match message.content {
        Content::Text { text } => ("text", json!({"preview_url": false, "body": text})),
        Content::Template { name, language, parameters, slots, .. } => {
            ("template", template(name, language, parameters, slots))
        }
        Content::Media(file) => media(file, message.link)?,
        Content::Reaction { to, emoji } => {
            let emoji = emoji.as_deref().unwrap_or_default();
            ("reaction", json!({"message_id": to, "emoji": emoji}))
        }
        other => return Err(Unsendable { kind: other.kind() }),
    };
    let mut request = json!({
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "type": kind,
        "biz_opaque_callback_data": message.mark,
    });
    request[kind] = body;
    if let Some(earlier) = message.reply_to {
        request["context"] = json!({"message_id": earlier});
    }
    match Address::read(message.address) {
        // A phone number needs its plus sign, or Meta puts the business's own country code before
        // it.
        Address::Number(digits) => request["to"] = json!(format!("+{digits}")),
        Address::User(id) if id.starts_with(GROUP) => {
            request["recipient_type"] = json!("group");
            request["to"] = json!(id.trim_start_matches(GROUP));
        }
        // A business-scoped user id goes into a field of its own, whatever its form.
        Address::User(id) => request["recipient"] = json!(id),
        // Meta sends to numbers and ids only, because people give user names up and others take
        // them.
        Address::Username(_) => return Err(Unsendable { kind: "user name" }),
    }
    Ok(Request {
        method: "POST",
        url: format!("{}/{}/messages", secrets.get(GRAPH_URL), message.account),
        headers: vec![
            ("authorization", format!("Bearer {}", secrets.get(ACCESS_TOKEN))),
            ("content-type", "application/json".to_owned()),
        ],
        body: request.to_string().into_bytes(),
    })
}

/// The body of a file message, with a link from which Meta fetches the file. Only documents have
/// names there, and sounds and stickers no captions.
fn media(file: &Media, link: Option<&str>) -> Result<(&'static str, Value), Unsendable> {
    let link = link.ok_or(Unsendable { kind: "media" })?;
    let kind = match file.medium {
        Medium::Image => "image",
        Medium::Video => "video",
        Medium::Document => "document",
        Medium::Audio | Medium::Voice | Medium::Sticker => {
            return Err(Unsendable { kind: "media" });
        }
    };
    let mut body = json!({"link": link});
    if let Some(caption) = &file.caption {
        body["caption"] = json!(caption);
    }
    if let Some(name) = file.name.as_ref().filter(|_| file.medium == Medium::Document) {
        body["filename"] = json!(name);
    }
    Ok((kind, body))
}

/// The body of a template message: each part that takes values lists its own, named ones by their
/// names.
fn template(name: &str, language: &str, parameters: &[String], slots: &[Slot]) -> Value {
    let mut template = json!({"name": name, "language": {"code": language}});
    let value = |slot: &Slot| {
        let text = parameters.get(slot.parameter)?;
        let mut value = json!({"type": "text", "text": text});
        if let Some(name) = &slot.name {
            value["parameter_name"] = json!(name);
        }
        Some(value)
    };
    let in_order = (0..parameters.len())
        .map(|parameter| Slot { part: Part::Body, parameter, name: None })
        .collect();
    let slots: Vec<Slot> = if slots.is_empty() { in_order } else { slots.to_vec() };
    let components: Vec<Value> = [Part::Header, Part::Body]
        .into_iter()
        .filter_map(|part| {
            let values: Vec<Value> =
                slots.iter().filter(|slot| slot.part == part).filter_map(value).collect();
            (!values.is_empty()).then(|| json!({"type": part.name(), "parameters": values}))
        })
        .collect();
    if !components.is_empty() {
        template["components"] = json!(components);
    }
    template
}

/// Codes after which the same request may succeed: throttles and passing faults. Meta answers
/// throttles with 400 and a missing permission with 500, so the code decides, not the status.
const PASSING: [i64; 9] = [2, 4, 80_007, 130_429, 131_000, 131_016, 131_056, 131_057, 133_004];

/// Reads the Graph API's answer.
pub(super) fn read(status: u16, body: &[u8]) -> Answer {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    if status == 200 {
        return match answer["messages"][0]["id"].as_str() {
            Some(id) => Answer::Sent { provider_id: id.to_owned() },
            // Meta has taken a message; sending it again could only double it.
            None => Answer::Sent { provider_id: String::new() },
        };
    }
    let error = &answer["error"];
    let said = error["error_data"]["details"].as_str().or_else(|| error["message"].as_str());
    let reason = cut(said.unwrap_or("WhatsApp gave no reason"), 500);
    match error["code"].as_i64() {
        Some(code) if PASSING.contains(&code) => Answer::Later { reason },
        Some(_) => Answer::Refused { reason },
        None if status >= 500 || status == 429 => Answer::Later { reason },
        None => Answer::Refused { reason },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outbound<'a>(
        account: &'a str,
        address: &'a str,
        content: &'a Content,
        link: Option<&'a str>,
    ) -> Outbound<'a> {
        let now = domain::Millis(1_800_000_000_000);
        let mark = "t.7";
        Outbound {
            account,
            address,
            content,
            reply_to: None,
            mark,
            link,
            upload: None,
            now,
            late: false,
            mail: None,
        }
    }

    fn request(address: &str, content: &Content) -> Value {
        let secrets = Secrets::default().with(GRAPH_URL, "https://graph.test/v26.0");
        let outbound = outbound("106", address, content, Some(LINK));
        let request = render(&secrets, &outbound).unwrap();
        assert_eq!(request.url, "https://graph.test/v26.0/106/messages");
        serde_json::from_slice(&request.body).unwrap()
    }

    #[test]
    fn a_text_to_a_phone_number_has_the_documented_shape() {
        assert_eq!(
            request("16505551234", &Content::text("Hello")),
            json!({"messaging_product": "whatsapp", "recipient_type": "individual",
                   "to": "+16505551234", "type": "text",
                   "text": {"preview_url": false, "body": "Hello"},
                   "biz_opaque_callback_data": "t.7"})
        );
    }

    const LINK: &str = "https://files.test/files/1?X-Amz-Signature=2";

    fn file(medium: Medium, name: &str) -> Content {
        Content::Media(Media {
            medium,
            reference: "1".to_owned(),
            mime: "x/y".to_owned(),
            name: Some(name.to_owned()),
            caption: Some("As promised".to_owned()),
            size: Some(1),
            width: None,
            height: None,
        })
    }

    #[test]
    fn a_file_goes_by_its_link_and_only_documents_have_names() {
        let image = request("1", &file(Medium::Image, "kettle.png"));
        assert_eq!(image["type"], "image");
        assert_eq!(image["image"], json!({"link": LINK, "caption": "As promised"}));
        let document = request("1", &file(Medium::Document, "invoice.pdf"));
        assert_eq!(
            document["document"],
            json!({"link": LINK, "caption": "As promised", "filename": "invoice.pdf"})
        );
        assert_eq!(request("1", &file(Medium::Video, "film.mp4"))["video"]["link"], LINK);
    }

    #[test]
    fn a_file_without_a_link_is_not_sent() {
        let secrets = Secrets::default();
        let content = file(Medium::Image, "kettle.png");
        let message = outbound("1", "2", &content, None);
        assert_eq!(render(&secrets, &message), Err(Unsendable { kind: "media" }));
    }

    #[test]
    fn a_templates_values_stand_in_their_part_and_under_their_name() {
        let filled = |slots: Vec<Slot>| Content::Template {
            name: "order_update".to_owned(),
            language: "en_US".to_owned(),
            parameters: vec!["Amelia".to_owned(), "Tuesday".to_owned()],
            text: None,
            buttons: Vec::new(),
            slots,
        };
        let text = |text: &str| json!({"type": "text", "text": text});
        assert_eq!(
            request("1", &filled(Vec::new()))["template"],
            json!({"name": "order_update", "language": {"code": "en_US"}, "components": [
                {"type": "body", "parameters": [text("Amelia"), text("Tuesday")]}]}),
        );
        let named = |name: &str, value: &str| json!({"type": "text", "text": value, "parameter_name": name});
        let slot =
            |part, parameter, name: &str| Slot { part, parameter, name: Some(name.to_owned()) };
        let slots = vec![
            slot(Part::Header, 0, "name"),
            slot(Part::Body, 0, "name"),
            slot(Part::Body, 1, "day"),
        ];
        assert_eq!(
            request("1", &filled(slots))["template"]["components"],
            json!([
                {"type": "header", "parameters": [named("name", "Amelia")]},
                {"type": "body", "parameters": [named("name", "Amelia"), named("day", "Tuesday")]},
            ]),
        );
    }

    #[test]
    fn a_user_id_goes_into_its_own_field() {
        let request = request("US.1", &Content::text("Hello"));
        assert_eq!(request["recipient"], "US.1");
        assert!(request.get("to").is_none());
    }

    #[test]
    fn a_user_id_without_a_dot_never_becomes_a_number() {
        for id in ["foo_bar", "4711"] {
            let address = Address::user(id).unwrap().to_string();
            let request = request(&address, &Content::text("Hello"));
            assert_eq!(request["recipient"], id);
            assert!(request.get("to").is_none());
        }
        let content = Content::text("Hello");
        let message = outbound("1", "@foo", &content, None);
        assert!(render(&Secrets::default(), &message).is_err(), "a user name is no address");
    }

    #[test]
    fn throttles_pass_and_a_closed_window_does_not() {
        let error = |code: i64| json!({"error": {"code": code, "message": "m"}}).to_string();
        assert!(matches!(read(400, error(130_429).as_bytes()), Answer::Later { .. }));
        assert!(matches!(read(400, error(131_047).as_bytes()), Answer::Refused { .. }));
        assert!(matches!(read(500, error(3).as_bytes()), Answer::Refused { .. }));
        assert!(matches!(read(502, b"<html>"), Answer::Later { .. }));
    }
}

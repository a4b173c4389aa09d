//! Messages from which the customer chooses: quick replies, buttons, and cards side by side.

use serde_json::{Value, json};

use super::send::{marked, recipient, request};
use super::{Platform, WORDS};
use crate::{Request, Secrets, Unsendable};

/// A choice that the customer makes by a tap. The tap arrives as a reply with its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The id that comes back.
    pub id: &'a str,
    /// The text to tap on, at most 20 characters.
    pub title: &'a str,
}

/// One of several cards side by side (the generic template).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card<'a> {
    /// The heading, at most 80 characters.
    pub title: &'a str,
    /// The line beneath it, at most 80 characters.
    pub subtitle: Option<&'a str>,
    /// The address of the picture.
    pub image: Option<&'a str>,
    /// At most three buttons.
    pub buttons: &'a [Choice<'a>],
}

/// A message from which the customer chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu<'a> {
    /// A text with up to 13 choices above the keyboard; they go away with the next message.
    QuickReplies(&'a str, &'a [Choice<'a>]),
    /// A text of at most 640 characters with up to three buttons that stay.
    Buttons(&'a str, &'a [Choice<'a>]),
    /// Up to ten cards.
    Cards(&'a [Card<'a>]),
}

/// The request that sends a menu.
///
/// # Errors
/// [`Unsendable`] if a limit is exceeded: Meta would refuse the whole message.
pub(super) fn render(
    platform: Platform,
    secrets: &Secrets,
    address: &str,
    menu: &Menu<'_>,
    mark: &str,
) -> Result<Request, Unsendable> {
    let message = match menu {
        Menu::QuickReplies(text, choices) => {
            fits(text, platform.text_limit(), choices, 13)?;
            let reply = |one: &Choice<'_>| json!({"content_type": "text", "title": one.title, "payload": one.id});
            json!({"text": text, "quick_replies": choices.iter().map(reply).collect::<Value>()})
        }
        Menu::Buttons(text, choices) => {
            fits(text, 640, choices, 3)?;
            template(json!({"template_type": "button", "text": text, "buttons": buttons(choices)}))
        }
        Menu::Cards(cards) => {
            if cards.is_empty() || cards.len() > 10 {
                return Err(Unsendable { kind: "card" });
            }
            let elements = cards.iter().map(element).collect::<Result<Vec<_>, _>>()?;
            template(json!({"template_type": "generic", "elements": elements}))
        }
    };
    let mut body = json!({"recipient": recipient(address)?, "message": message});
    marked(platform, &mut body, mark, false);
    Ok(request(secrets, &body))
}

fn template(payload: Value) -> Value {
    json!({"attachment": {"type": "template", "payload": payload}})
}

fn buttons(choices: &[Choice<'_>]) -> Value {
    let button =
        |one: &Choice<'_>| json!({"type": "postback", "title": one.title, "payload": one.id});
    choices.iter().map(button).collect()
}

fn element(card: &Card<'_>) -> Result<Value, Unsendable> {
    let short = |text: &str| text.chars().count() <= 80;
    if !card.subtitle.is_none_or(short) {
        return Err(Unsendable { kind: "overlong card" });
    }
    if !card.buttons.is_empty() {
        fits(card.title, 80, card.buttons, 3)?;
    } else if card.title.is_empty() || !short(card.title) {
        return Err(Unsendable { kind: "overlong card" });
    }
    let mut element = json!({"title": card.title});
    if let Some(subtitle) = card.subtitle {
        element["subtitle"] = json!(subtitle);
    }
    if let Some(image) = card.image {
        element["image_url"] = json!(image);
    }
    if !card.buttons.is_empty() {
        element["buttons"] = buttons(card.buttons);
    }
    Ok(element)
}

/// Checks a text and its choices: ids of at most 1,000 characters, titles of at most 20.
fn fits(text: &str, limit: usize, choices: &[Choice<'_>], most: usize) -> Result<(), Unsendable> {
    let within = |text: &str, limit| (1..=limit).contains(&text.chars().count());
    let good = |one: &Choice<'_>| within(one.id, WORDS) && within(one.title, 20);
    let all = !choices.is_empty() && choices.len() <= most && choices.iter().all(good);
    if within(text, limit) && all { Ok(()) } else { Err(Unsendable { kind: "overlong choice" }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(menu: &Menu<'_>) -> Result<Value, Unsendable> {
        render(Platform::Messenger, &Secrets::default(), "user:1", menu, "t.7").map(|request| {
            serde_json::from_slice::<Value>(&request.body).unwrap()["message"].clone()
        })
    }

    const RED: Choice<'static> = Choice { id: "red", title: "Red" };

    #[test]
    fn quick_replies_and_buttons_have_the_documented_shapes() {
        let message = sent(&Menu::QuickReplies("Which colour?", &[RED])).unwrap();
        assert_eq!(
            message["quick_replies"],
            json!([{"content_type": "text", "title": "Red", "payload": "red"}])
        );
        assert_eq!(message["metadata"], "switchboard:t.7");
        let message = sent(&Menu::Buttons("Which colour?", &[RED])).unwrap();
        assert_eq!(
            message["attachment"],
            json!({"type": "template", "payload": {"template_type": "button",
                "text": "Which colour?",
                "buttons": [{"type": "postback", "title": "Red", "payload": "red"}]}})
        );
    }

    #[test]
    fn cards_stand_side_by_side() {
        let buttons = [RED];
        let card = Card {
            title: "Kettle",
            subtitle: Some("1.7 l"),
            image: Some("https://files.test/1"),
            buttons: &buttons,
        };
        let bare = Card { title: "Pot", subtitle: None, image: None, buttons: &[] };
        let message = sent(&Menu::Cards(&[card, bare])).unwrap();
        let elements = &message["attachment"]["payload"]["elements"];
        assert_eq!(elements[0]["image_url"], "https://files.test/1");
        assert_eq!(elements[0]["buttons"][0]["payload"], "red");
        assert_eq!(elements[1], json!({"title": "Pot"}));
    }

    #[test]
    fn more_than_meta_takes_is_not_sent() {
        let long = "x".repeat(21);
        let wide = Choice { id: "x", title: &long };
        for menu in [
            Menu::QuickReplies("?", &[RED; 14]),
            Menu::QuickReplies("", &[RED]),
            Menu::QuickReplies("?", &[]),
            Menu::QuickReplies("?", &[wide]),
            Menu::Buttons("?", &[RED; 4]),
            Menu::Buttons(&"x".repeat(641), &[RED]),
            Menu::Cards(&[]),
            Menu::Cards(&[Card { title: "x", subtitle: None, image: None, buttons: &[] }; 11]),
            Menu::Cards(&[Card { title: "", subtitle: None, image: None, buttons: &[] }]),
            Menu::Cards(&[Card {
                title: "x",
                subtitle: Some(&"x".repeat(81)),
                image: None,
                buttons: &[],
            }]),
        ] {
            assert!(sent(&menu).is_err(), "{menu:?}");
        }
        assert!(sent(&Menu::QuickReplies("?", &[RED; 13])).is_ok());
    }
}

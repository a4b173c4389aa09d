//! One example of each kind of content.

use super::story::text;
use crate::Content;
use crate::message::content::{ContactCard, FormAnswer, MailFile, Medium, OrderItem};

/// One example of each kind of content.
#[must_use]
pub fn contents() -> Vec<(&'static str, Content)> {
    let some = |text: &str| Some(text.to_owned());
    vec![
        ("text", text("The kettle leaks at the handle.")),
        (
            "media",
            Content::Media {
                medium: Medium::Image,
                reference: "1479537139650973".to_owned(),
                mime: "image/jpeg".to_owned(),
                name: None,
                caption: some("Look, here"),
                size: None,
                width: None,
                height: None,
            },
        ),
        ("media.kept", super::upload::content()),
        (
            "location",
            Content::Location {
                latitude: 52.520_008,
                longitude: 13.404_954,
                name: some("Parcel shop"),
                address: some("Alexanderplatz 1, Berlin"),
                url: some("https://example.com/shops/1"),
            },
        ),
        (
            "contacts",
            Content::Contacts {
                contacts: vec![ContactCard {
                    name: "Ben Ortiz".to_owned(),
                    phones: vec!["+15550100077".to_owned()],
                    emails: vec!["ben@example.com".to_owned()],
                    work: vec!["Kettles Ltd".to_owned(), "Buyer".to_owned()],
                    ..ContactCard::default()
                }],
            },
        ),
        (
            "reply",
            Content::Reply {
                id: "refund".to_owned(),
                title: "Refund, please".to_owned(),
                description: some("Within 14 days"),
            },
        ),
        (
            "form",
            Content::Form {
                name: some("Booking"),
                answers: vec![FormAnswer {
                    field: "date".to_owned(),
                    value: "2026-08-01".to_owned(),
                }],
            },
        ),
        (
            "order",
            Content::Order {
                catalog: some("194836987003835"),
                note: some("By Friday, please"),
                items: vec![OrderItem {
                    id: "KETTLE-RED".to_owned(),
                    name: None,
                    quantity: 2,
                    price: some("24.50"),
                    currency: some("EUR"),
                }],
                sum: some("49.00"),
            },
        ),
        ("call", Content::Call { missed: true, seconds: None }),
        (
            "edit",
            Content::Edit {
                to: "wamid.HBgLMTU1NTAxMDAwNDI".to_owned(),
                text: "The kettle leaks at the lid.".to_owned(),
            },
        ),
        ("removal", Content::Removal { to: "wamid.HBgLMTU1NTAxMDAwNDI".to_owned() }),
        (
            "reaction",
            Content::Reaction { to: "wamid.HBgLMTU1NTAxMDAwNDI".to_owned(), emoji: some("👍") },
        ),
        (
            "template",
            Content::Template {
                name: "delivery_update".to_owned(),
                language: "en_US".to_owned(),
                parameters: vec!["Amelia".to_owned(), "Tuesday".to_owned()],
                text: some("Hello Amelia, your order comes on Tuesday."),
                buttons: vec!["Change the day".to_owned()],
            },
        ),
        (
            "email",
            Content::Email {
                subject: "Order 20817".to_owned(),
                text: "It arrived damaged.".to_owned(),
                html: some("5d41402abc4b2a76b9719d911017c592"),
                remote_images: true,
                quoted: some("On Tuesday, Acme wrote:\n> Your order is on its way."),
                from: some("amelia@work.example"),
                also_to: vec!["sam@example.com".to_owned()],
                files: vec![MailFile {
                    name: "damage.jpg".to_owned(),
                    mime: "image/jpeg".to_owned(),
                    size: 48_213,
                    inline: true,
                    sort: None,
                }],
            },
        ),
        (
            "unsupported",
            Content::Unsupported { what: "poll".to_owned(), raw: r#"{"type":"poll"}"#.to_owned() },
        ),
    ]
}

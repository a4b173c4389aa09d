//! The content of a message, on any channel.
//!
//! A message of an unknown kind becomes [`Content::Unsupported`] with the text that arrived, and
//! clients show it as such: the engine never drops a message because its kind is new.

use crate::kernel::words::{cut, first};
mod email;
mod fit;

mod shared;

pub use email::{Email, MailFile};
use serde::{Deserialize, Serialize};

use crate::template::Slot;

pub use shared::{Answer, Card, Item, Order};

/// The content of one message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Plain text, kept to the letter.
    Text {
        /// The text.
        text: String,
    },
    /// A picture, sound, film or other file, by reference.
    Media(Media),
    /// A place.
    Location {
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
        /// The name of the place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The address of the place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<String>,
        /// The page of the place, if the customer shared one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// Address-book contacts that the customer shared.
    Contacts {
        /// The contacts.
        contacts: Vec<Card>,
    },
    /// A tap on a button or list entry that the business had offered.
    Reply {
        /// The engine's id of the choice.
        id: String,
        /// The choice as the customer saw it.
        title: String,
        /// The line beneath the choice, where a list had one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
    },
    /// The answers of a form that the customer filled in.
    Form {
        /// The form's name, if the provider tells it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The answers, in the form's order.
        answers: Vec<Answer>,
    },
    /// A customer's order from the catalogue.
    Order(Order),
    /// A call of the customer. Nobody can take it here: agents call back.
    Call {
        /// Whether nobody took the call.
        missed: bool,
        /// The length of the talk, in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// An emoji on an earlier message; `None` takes the earlier emoji away.
    Reaction {
        /// The provider's id of the earlier message.
        to: String,
        /// The emoji.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        emoji: Option<String>,
    },
    /// Another text in place of an earlier message's.
    Edit {
        /// The provider's id of the earlier message.
        to: String,
        /// The text from now on, or the caption of the earlier message's file.
        text: String,
    },
    /// An earlier message that its author deleted.
    Removal {
        /// The provider's id of the earlier message.
        to: String,
    },
    /// A pre-approved message of the business.
    Template {
        /// The template's name at the provider.
        name: String,
        /// The template's language, for example `en_US`.
        language: String,
        /// Values for the template's placeholders, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parameters: Vec<String>,
        /// The text that the customer reads: header, body and footer with their values. Older
        /// entries have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// The texts of the template's buttons.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        buttons: Vec<String>,
        /// The places of the values; an empty list puts them into the body, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        slots: Vec<Slot>,
    },
    /// An e-mail.
    Email(Email),
    /// A kind that this version does not know.
    Unsupported {
        /// The provider's name of the kind.
        what: String,
        /// The payload that arrived, as text, cut to [`Content::RAW_LIMIT`] bytes.
        raw: String,
    },
}

/// A media file, by reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// The medium as which clients show the file.
    pub medium: Medium,
    /// The provider's media id, by which the engine gets the file.
    pub reference: String,
    /// The declared MIME type; the engine never trusts it.
    pub mime: String,
    /// The file's name, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The text beneath the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The size in bytes, if the engine keeps the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// The width in pixels, if the file is a picture that the engine keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The height in pixels, if the file is a picture that the engine keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// The way in which clients show a media file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A sound.
    Audio,
    /// A sound that the customer spoke into the app.
    Voice,
    /// Any other file.
    Document,
    /// A sticker.
    Sticker,
}

impl Content {
    /// The longest piece of an unknown payload that the engine keeps, in bytes.
    pub const RAW_LIMIT: usize = 8 * 1024;

    /// A content of plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// A content of an unknown kind, with the payload that arrived.
    #[must_use]
    pub fn unsupported(what: impl Into<String>, raw: &str) -> Self {
        Self::Unsupported { what: what.into(), raw: cut(raw, Self::RAW_LIMIT) }
    }

    /// The kind's name, as the field `kind` carries it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Media(_) => "media",
            Self::Location { .. } => "location",
            Self::Contacts { .. } => "contacts",
            Self::Reply { .. } => "reply",
            Self::Form { .. } => "form",
            Self::Order(_) => "order",
            Self::Call { .. } => "call",
            Self::Reaction { .. } => "reaction",
            Self::Edit { .. } => "edit",
            Self::Removal { .. } => "removal",
            Self::Template { .. } => "template",
            Self::Email(_) => "email",
            Self::Unsupported { .. } => "unsupported",
        }
    }

    /// The provider's id of the earlier message of which this one only speaks: such a message is no
    /// new work.
    #[must_use]
    pub fn speaks_of(&self) -> Option<&str> {
        match self {
            Self::Reaction { to, .. } | Self::Edit { to, .. } | Self::Removal { to } => Some(to),
            _ => None,
        }
    }

    /// One line that stands for the message in a list; at most 120 characters.
    #[must_use]
    pub fn summary(&self) -> String {
        let line = match self {
            Self::Text { text } => text.clone(),
            Self::Media(m) => m
                .caption
                .clone()
                .or_else(|| m.name.clone())
                .unwrap_or_else(|| m.medium.name().to_owned()),
            Self::Location { name, .. } => name.clone().unwrap_or_else(|| "Location".to_owned()),
            Self::Contacts { contacts } => {
                contacts.first().map_or_else(|| "Contact".to_owned(), |c| c.name.clone())
            }
            Self::Reply { title, .. } => title.clone(),
            Self::Reaction { emoji, .. } => {
                emoji.clone().unwrap_or_else(|| "Reaction removed".to_owned())
            }
            Self::Form { name, answers } => {
                let first = answers.first().map(|answer| answer.value.clone());
                name.clone().or(first).unwrap_or_else(|| "Form".to_owned())
            }
            Self::Order(order) => order.summary(),
            Self::Call { missed: true, .. } => "Missed call".to_owned(),
            Self::Call { missed: false, .. } => "Call".to_owned(),
            Self::Edit { text, .. } => text.clone(),
            Self::Removal { .. } => "Message deleted".to_owned(),
            Self::Template { name, text, .. } => {
                text.clone().unwrap_or_else(|| format!("Template {name}"))
            }
            Self::Email(email) => email.subject.clone(),
            Self::Unsupported { what, .. } => format!("Unsupported message ({what})"),
        };
        let one_line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        first(&one_line, 120).to_owned()
    }
}

impl Medium {
    const fn name(self) -> &'static str {
        match self {
            Self::Image => "Photo",
            Self::Video => "Video",
            Self::Audio => "Audio",
            Self::Voice => "Voice message",
            Self::Document => "Document",
            Self::Sticker => "Sticker",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_never_splits_a_character() {
        assert_eq!(cut("añb", 2), "a");
        assert_eq!(cut("añb", 3), "añ");
        assert_eq!(cut("ab", 9), "ab");
    }

    #[test]
    fn a_cut_never_splits_what_people_see_as_one_character() {
        let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
        for (text, kept) in [
            (format!("a{family}"), "a"),
            ("a👍🏽".to_owned(), "a"),
            ("ae\u{301}".to_owned(), "a"),
            ("a🇩🇪🇫🇷".to_owned(), "a🇩🇪"),
            ("a❤\u{fe0f}".to_owned(), "a"),
        ] {
            let last = text.chars().next_back().unwrap().len_utf8();
            assert_eq!(cut(&text, text.len() - last), kept, "{text:?} by bytes");
            assert_eq!(first(&text, text.chars().count() - 1), kept, "{text:?} by characters");
        }
        assert_eq!(first("🇩🇪🇫🇷", 2), "🇩🇪");
        // A run of marks that is longer than any character is cut at the limit itself.
        assert_eq!(first(&"\u{301}".repeat(100), 40).chars().count(), 40);
        assert_eq!(first(family, 3), "👨\u{200d}👩");
    }

    #[test]
    fn a_summary_is_one_short_line() {
        let long = Content::text(format!("a\n\tb {}", "x".repeat(500)));
        assert!(long.summary().starts_with("a b x"));
        assert_eq!(long.summary().chars().count(), 120);
    }

    #[test]
    fn a_file_without_words_is_summed_up_by_its_medium() {
        let file = |medium, name: Option<&str>, caption: Option<&str>| {
            Content::Media(Media {
                medium,
                reference: "m1".to_owned(),
                mime: "a/b".to_owned(),
                name: name.map(str::to_owned),
                caption: caption.map(str::to_owned),
                size: None,
                width: None,
                height: None,
            })
        };
        for (medium, name) in [
            (Medium::Image, "Photo"),
            (Medium::Video, "Video"),
            (Medium::Audio, "Audio"),
            (Medium::Voice, "Voice message"),
            (Medium::Document, "Document"),
            (Medium::Sticker, "Sticker"),
        ] {
            assert_eq!(file(medium, None, None).summary(), name);
        }
        assert_eq!(file(Medium::Image, Some("a.png"), None).summary(), "a.png");
        assert_eq!(file(Medium::Image, Some("a.png"), Some("Look!")).summary(), "Look!");
    }
}

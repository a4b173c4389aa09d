//! What a message can hold, on any channel.
//!
//! A kind that we do not know yet is kept as [`Content::Unsupported`] with what arrived, and shown
//! as such: a message is never dropped because it is new.

use serde::{Deserialize, Serialize};

/// The content of one message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Plain text, kept to the letter.
    Text {
        /// The text.
        text: String,
    },
    /// A picture, sound, film or file, by reference.
    Media(Media),
    /// A place.
    Location {
        /// Degrees north.
        latitude: f64,
        /// Degrees east.
        longitude: f64,
        /// The place's name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The place's address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<String>,
    },
    /// Address-book cards that the customer shared.
    Contacts {
        /// The cards.
        contacts: Vec<Card>,
    },
    /// A tap on a button or list entry that we had offered.
    Reply {
        /// Our id of the choice.
        id: String,
        /// The choice as the customer saw it.
        title: String,
    },
    /// An emoji on an earlier message; `None` takes it away again.
    Reaction {
        /// The provider's id of the message reacted to.
        to: String,
        /// The emoji.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        emoji: Option<String>,
    },
    /// A pre-approved message of the business.
    Template {
        /// The template's name at the provider.
        name: String,
        /// Its language, for example `en_US`.
        language: String,
        /// Values for its placeholders, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parameters: Vec<String>,
    },
    /// An e-mail's subject and readable body.
    Email {
        /// The subject line.
        subject: String,
        /// The body as plain text.
        text: String,
        /// Where the sanitised HTML body is kept, if there was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        html: Option<String>,
    },
    /// A kind that this version does not know.
    Unsupported {
        /// The provider's name of the kind.
        what: String,
        /// What arrived, as text, cut to [`Content::RAW_LIMIT`] bytes.
        raw: String,
    },
}

/// A media file, by reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// What it is shown as.
    pub medium: Medium,
    /// Where it can be had: the provider's media id.
    pub reference: String,
    /// The declared type; never trusted.
    pub mime: String,
    /// The file's name, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Text beneath it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Its size in bytes, where it is kept here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Of a picture that is kept here: its width in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Of a picture that is kept here: its height in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

/// How a media file is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A sound or voice note.
    Audio,
    /// Any other file.
    Document,
    /// A sticker.
    Sticker,
}

/// One shared address-book card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The person's name.
    pub name: String,
    /// Their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// Their addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
}

impl Content {
    /// The longest piece of an unknown payload that is kept, in bytes.
    pub const RAW_LIMIT: usize = 8 * 1024;

    /// Plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// Keeps what arrived of an unknown kind.
    #[must_use]
    pub fn unsupported(what: impl Into<String>, raw: &str) -> Self {
        Self::Unsupported { what: what.into(), raw: cut(raw, Self::RAW_LIMIT) }
    }

    /// The name of this kind, as it stands in `kind`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Media(_) => "media",
            Self::Location { .. } => "location",
            Self::Contacts { .. } => "contacts",
            Self::Reply { .. } => "reply",
            Self::Reaction { .. } => "reaction",
            Self::Template { .. } => "template",
            Self::Email { .. } => "email",
            Self::Unsupported { .. } => "unsupported",
        }
    }

    /// One line that stands for the message in a list, at most 120 characters.
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
            Self::Template { name, .. } => format!("Template {name}"),
            Self::Email { subject, .. } => subject.clone(),
            Self::Unsupported { what, .. } => format!("Unsupported message ({what})"),
        };
        let one_line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        one_line.chars().take(120).collect()
    }
}

impl Medium {
    const fn name(self) -> &'static str {
        match self {
            Self::Image => "Photo",
            Self::Video => "Video",
            Self::Audio => "Audio",
            Self::Document => "Document",
            Self::Sticker => "Sticker",
        }
    }
}

/// A text as one line, without what can be neither seen nor spoken.
#[must_use]
pub fn one_line(text: &str) -> String {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest prefix of `s` that fits into `limit` bytes and ends at a character.
#[must_use]
pub fn cut(s: &str, limit: usize) -> String {
    if s.len() <= limit {
        return s.to_owned();
    }
    let end = (0..=limit).rev().find(|&i| s.is_char_boundary(i)).unwrap_or(0);
    s[..end].to_owned()
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
    fn a_summary_is_one_short_line() {
        let long = Content::text(format!("a\n\tb {}", "x".repeat(500)));
        assert!(long.summary().starts_with("a b x"));
        assert_eq!(long.summary().chars().count(), 120);
    }
}

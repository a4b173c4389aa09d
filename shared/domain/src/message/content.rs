//! What a message can hold, on any channel.
//!
//! A kind that we do not know yet is kept as [`Content::Unsupported`] with what arrived, and shown
//! as such: a message is never dropped because it is new.

mod fit;

use serde::{Deserialize, Serialize};

use crate::template::Slot;

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
        /// What the customer reads: header, body and footer with their values. Entries from before
        /// it was kept have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// The texts of its buttons.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        buttons: Vec<String>,
        /// Where the values go; empty: into the body, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        slots: Vec<Slot>,
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
            Self::Template { name, text, .. } => {
                text.clone().unwrap_or_else(|| format!("Template {name}"))
            }
            Self::Email { subject, .. } => subject.clone(),
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

/// A name that a channel gives, as it is shown: one line, without characters that turn its
/// direction or take no room. Empty where nothing of it can be seen.
#[must_use]
pub fn channel_name(text: &str) -> String {
    let unseen = |c: char| {
        matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let seen = one_line(&text.replace(unseen, ""));
    // Joiners hold parts of a letter or an emoji together; alone they are nothing.
    let nothing = seen.chars().all(|c| matches!(c, '\u{200c}' | '\u{200d}' | ' '));
    if nothing { String::new() } else { seen }
}

/// The longest prefix of `s` that fits into `limit` bytes and ends with a whole character, as people
/// see characters: an emoji of several parts stays one.
#[must_use]
pub fn cut(s: &str, limit: usize) -> String {
    if s.len() <= limit {
        return s.to_owned();
    }
    let end = (0..=limit).rev().find(|&i| s.is_char_boundary(i)).unwrap_or(0);
    s[..whole(s, end)].to_owned()
}

/// The longest prefix of `s` of at most `limit` characters that ends with a whole one, as people
/// see characters.
#[must_use]
pub fn first(s: &str, limit: usize) -> &str {
    match s.char_indices().nth(limit) {
        Some((end, _)) => &s[..whole(s, end)],
        None => s,
    }
}

/// How many parts of one character are looked at: beyond that it is no character of any script.
const PARTS: usize = 32;

/// The last place up to `end` at which a whole character ends. Where the first one already is too
/// long, that is `end`.
#[must_use]
pub fn whole(s: &str, end: usize) -> usize {
    let mut place = end;
    for _ in 0..PARTS {
        let (before, after) = s.split_at(place);
        let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
            break;
        };
        if !joined(before, last, next) {
            return place;
        }
        place -= last.len_utf8();
    }
    if place == s.len() { place } else { end }
}

/// Whether `next` belongs to the character that `last` belongs to: the rules of extended grapheme
/// clusters (UAX #29), as far as what people write needs them.
fn joined(before: &str, last: char, next: char) -> bool {
    const JOINER: char = '\u{200d}';
    let extends = |c: char| {
        matches!(u32::from(c),
            0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf | 0x5c1..=0x5c2 | 0x5c4..=0x5c5
            | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4
            | 0x900..=0x903 | 0x93a..=0x93c | 0x93e..=0x94f | 0x981..=0x983 | 0x9bc
            | 0x9be..=0x9cd | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x1ab0..=0x1aff
            | 0x1dc0..=0x1dff | 0x200c..=0x200d | 0x20d0..=0x20ff | 0x302a..=0x302f
            | 0x3099..=0x309a | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0x1f3fb..=0x1f3ff
            | 0xe0020..=0xe007f | 0xe0100..=0xe01ef)
    };
    let flag = |c: char| matches!(u32::from(c), 0x1f1e6..=0x1f1ff);
    let jamo = |c: char| matches!(u32::from(c), 0x1160..=0x11ff);
    let virama = |c: char| matches!(u32::from(c), 0x94d | 0x9cd);
    let flags = || before.chars().rev().take_while(|c| flag(*c)).count();
    extends(next)
        || last == JOINER
        || (virama(last) && next.is_alphabetic())
        || (jamo(next) && matches!(u32::from(last), 0x1100..=0x11ff | 0xac00..=0xd7a3))
        || (last == '\r' && next == '\n')
        || (flag(last) && flag(next) && flags() % 2 == 1)
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
        // What is longer than any character is cut where it must be.
        assert_eq!(first(&"\u{301}".repeat(100), 40).chars().count(), 40);
        assert_eq!(first(family, 3), "👨\u{200d}👩");
    }

    #[test]
    fn a_summary_is_one_short_line() {
        let long = Content::text(format!("a\n\tb {}", "x".repeat(500)));
        assert!(long.summary().starts_with("a b x"));
        assert_eq!(long.summary().chars().count(), 120);
    }
}

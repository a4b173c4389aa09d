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

/// The longest prefix of `s` that fits into `limit` bytes and ends at a whole character, as people
/// see it.
#[must_use]
pub fn cut(s: &str, limit: usize) -> String {
    if s.len() <= limit {
        return s.to_owned();
    }
    let end = (0..=limit).rev().find(|&i| s.is_char_boundary(i)).unwrap_or(0);
    s[..whole(s, end)].to_owned()
}

/// The first `limit` characters of `s`, fewer where that would split what people see as one.
#[must_use]
pub fn first(s: &str, limit: usize) -> &str {
    match s.char_indices().nth(limit) {
        Some((end, _)) => &s[..whole(s, end)],
        None => s,
    }
}

/// The last place at or before `end` where a text can be cut: not within an emoji of several
/// parts, a flag, or a letter and its marks.
pub(crate) fn whole(s: &str, end: usize) -> usize {
    let mut at = end;
    // What goes on for longer than anything that people write is cut anywhere.
    for _ in 0..LONGEST {
        let Some(next) = s[at..].chars().next() else { return at };
        let Some(last) = s[..at].chars().next_back() else { return at };
        let flags = s[..at].chars().rev().take_while(|c| is_flag_letter(*c)).count();
        let splits_flag = is_flag_letter(next) && flags % 2 == 1;
        if !continues(next) && last != JOINER && !splits_flag {
            return at;
        }
        at -= last.len_utf8();
    }
    end
}

/// Joins emoji to one.
const JOINER: char = '\u{200d}';
/// How many code points what people see as one character has at most, generously.
const LONGEST: usize = 24;

const fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a code point belongs to the one before it: marks on letters, variants, shades of skin,
/// tags, and what joins emoji.
const fn continues(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{900}'..='\u{903}'
            | '\u{93a}'..='\u{93c}'
            | '\u{93e}'..='\u{94f}'
            | '\u{e31}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | JOINER
            | '\u{20d0}'..='\u{20ff}'
            | '\u{3099}'..='\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0020}'..='\u{e007f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
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

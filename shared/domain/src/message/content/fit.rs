//! The part of a message that the engine keeps: each text has a limit in bytes as sent, and so have
//! all texts together.

use super::{Card, Content, Media};
use crate::wire::{self, KEPT};

/// The limit of names of files, places and people, and of titles.
const NAME: usize = 1_000;
/// The limit of a provider's ids: of a message, a file, a choice.
const ID: usize = 1_000;
/// The limit of a provider's reference to a file: some providers name files by signed addresses,
/// of which a part is of no use.
const REFERENCE: usize = 4_000;
/// The limit of types of files, languages, emoji.
const WORD: usize = 200;
/// The limit of a number or an address in a shared contact.
const LINE: usize = 400;
/// How many values a template may have.
const PARAMETERS: usize = 100;
/// The limit of a placeholder's name.
const PLACEHOLDER: usize = 80;
/// The size of a slot besides its name.
const SLOT: usize = 40;

impl Content {
    /// Shortens a content that is longer than the engine keeps. Answers whether the content lost
    /// anything.
    ///
    /// Every channel's messages pass through here before the store takes them, so that an entry
    /// always fits into its item.
    pub fn fit(&mut self) -> bool {
        match self {
            Self::Text { text } => wire::shorten(text, KEPT),
            Self::Media(media) => media.fit(),
            Self::Location { name, address, .. } => {
                let cut = [name, address].map(|part| maybe(part, KEPT / 8));
                cut.contains(&true)
            }
            Self::Contacts { contacts } => fit_cards(contacts),
            Self::Reply { id, title } => wire::shorten(id, ID) | wire::shorten(title, KEPT / 8),
            Self::Reaction { to, emoji } => wire::shorten(to, ID) | maybe(emoji, WORD),
            Self::Template { name, language, parameters, text, buttons, slots } => {
                let mut cut = wire::shorten(name, NAME) | wire::shorten(language, WORD);
                let mut left = KEPT;
                for texts in [parameters, buttons] {
                    cut |= texts.len() > PARAMETERS;
                    texts.truncate(PARAMETERS);
                    for text in texts {
                        cut |= wire::shorten(text, left);
                        left -= wire::bytes(text);
                    }
                }
                cut |= slots.len() > PARAMETERS;
                slots.truncate(PARAMETERS);
                let names = slots.iter_mut().map(|slot| maybe(&mut slot.name, PLACEHOLDER));
                names.fold(cut, |cut, name| name | cut) | maybe(text, left)
            }
            Self::Email(email) => email.fit(),
            Self::Unsupported { what, raw } => wire::shorten(what, WORD) | wire::shorten(raw, KEPT),
        }
    }

    /// The size of all texts of this content, in bytes as sent.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let of = |text: &String| wire::bytes(text);
        let all = |texts: &[String]| texts.iter().map(of).sum::<usize>();
        let part = |text: &Option<String>| text.as_ref().map_or(0, of);
        match self {
            Self::Text { text } => of(text),
            Self::Media(media) => media.bytes(),
            Self::Location { name, address, .. } => part(name) + part(address),
            Self::Contacts { contacts } => contacts.iter().map(Card::bytes).sum(),
            Self::Reply { id, title } => of(id) + of(title),
            Self::Reaction { to, emoji } => of(to) + part(emoji),
            Self::Template { name, language, parameters, text, buttons, slots } => {
                // Each text stands between quotes and before a comma.
                let listed =
                    all(parameters) + all(buttons) + 3 * (parameters.len() + buttons.len());
                let places: usize = slots.iter().map(|slot| SLOT + part(&slot.name)).sum();
                of(name) + of(language) + part(text) + listed + places
            }
            Self::Email(email) => email.bytes(),
            Self::Unsupported { what, raw } => of(what) + of(raw),
        }
    }
}

impl Media {
    fn fit(&mut self) -> bool {
        wire::shorten(&mut self.reference, REFERENCE)
            | wire::shorten(&mut self.mime, WORD)
            | maybe(&mut self.name, 4 * NAME)
            | maybe(&mut self.caption, KEPT)
    }

    /// The size of all texts of the file's description, in bytes as sent.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let named = self.name.iter().chain(&self.caption).map(|text| wire::bytes(text));
        wire::bytes(&self.reference) + wire::bytes(&self.mime) + named.sum::<usize>()
    }
}

impl Card {
    fn bytes(&self) -> usize {
        let lines = self.phones.iter().chain(&self.emails);
        wire::bytes(&self.name) + lines.map(|line| wire::bytes(line) + 3).sum::<usize>()
    }

    fn fit(&mut self) -> bool {
        let lines = self.phones.iter_mut().chain(&mut self.emails);
        let cut = lines.fold(false, |cut, line| wire::shorten(line, LINE) | cut);
        wire::shorten(&mut self.name, NAME) | cut
    }
}

/// Keeps as many whole contacts as there is room for.
fn fit_cards(cards: &mut Vec<Card>) -> bool {
    /// The size of a contact besides its texts.
    const FRAME: usize = 40;
    let mut cut = false;
    let mut left = KEPT;
    let before = cards.len();
    let mut fits = true;
    cards.retain_mut(|card| {
        cut |= card.fit();
        let size = card.bytes() + FRAME;
        fits &= size <= left;
        left = left.saturating_sub(size);
        fits
    });
    cut || cards.len() < before
}

pub(super) fn maybe(text: &mut Option<String>, limit: usize) -> bool {
    text.as_mut().is_some_and(|text| wire::shorten(text, limit))
}

#[cfg(test)]
mod tests;

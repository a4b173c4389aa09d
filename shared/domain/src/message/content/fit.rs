//! The part of a message that the engine keeps: each text has a limit in bytes as sent, and so have
//! all texts together.

use super::{Answer, Card, Content, Item, Media, Order};
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
            Self::Location { name, address, url, .. } => {
                let cut = [name, address, url].map(|part| maybe(part, KEPT / 8));
                cut.contains(&true)
            }
            Self::Contacts { contacts } => keep_whole(contacts, KEPT, Card::fit, Card::bytes),
            Self::Reply { id, title, description } => {
                wire::shorten(id, ID)
                    | wire::shorten(title, KEPT / 8)
                    | maybe(description, KEPT / 8)
            }
            Self::Form { name, answers } => {
                maybe(name, NAME) | keep_whole(answers, KEPT, Answer::fit, Answer::bytes)
            }
            Self::Order(order) => order.fit(),
            Self::Call { .. } => false,
            Self::Edit { to, text } => wire::shorten(to, ID) | wire::shorten(text, KEPT),
            Self::Removal { to } => wire::shorten(to, ID),
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
            Self::Location { name, address, url, .. } => part(name) + part(address) + part(url),
            Self::Contacts { contacts } => contacts.iter().map(Card::bytes).sum(),
            Self::Reply { id, title, description } => of(id) + of(title) + part(description),
            Self::Form { name, answers } => {
                part(name) + answers.iter().map(Answer::bytes).sum::<usize>()
            }
            Self::Order(order) => order.bytes(),
            Self::Call { .. } => 0,
            Self::Edit { to, text } => of(to) + of(text),
            Self::Removal { to } => of(to),
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
        let lines = self.lists().into_iter().flatten().map(|line| wire::bytes(line) + 3);
        let birthday = self.birthday.as_ref().map_or(0, |day| wire::bytes(day));
        wire::bytes(&self.name) + birthday + lines.sum::<usize>()
    }

    fn fit(&mut self) -> bool {
        let lines = self.lists_mut().into_iter().flatten();
        let cut = lines.fold(false, |cut, line| wire::shorten(line, LINE) | cut);
        wire::shorten(&mut self.name, NAME) | maybe(&mut self.birthday, WORD) | cut
    }
}

impl Answer {
    fn bytes(&self) -> usize {
        wire::bytes(&self.field) + wire::bytes(&self.value)
    }

    fn fit(&mut self) -> bool {
        wire::shorten(&mut self.field, NAME) | wire::shorten(&mut self.value, KEPT / 8)
    }
}

impl Order {
    fn bytes(&self) -> usize {
        let told = self.catalog.iter().chain(&self.note).map(|text| wire::bytes(text));
        told.sum::<usize>() + self.items.iter().map(Item::bytes).sum::<usize>()
    }

    fn fit(&mut self) -> bool {
        let cut = maybe(&mut self.catalog, ID) | maybe(&mut self.note, KEPT / 2);
        let left = KEPT - self.note.as_ref().map_or(0, |note| wire::bytes(note));
        keep_whole(&mut self.items, left, Item::fit, Item::bytes) | cut
    }
}

impl Item {
    fn bytes(&self) -> usize {
        let told = self.name.iter().chain(&self.price).chain(&self.currency);
        wire::bytes(&self.id) + told.map(|text| wire::bytes(text)).sum::<usize>()
    }

    fn fit(&mut self) -> bool {
        wire::shorten(&mut self.id, ID)
            | maybe(&mut self.name, NAME)
            | maybe(&mut self.price, WORD)
            | maybe(&mut self.currency, WORD)
    }
}

/// Shortens each thing of a list, and keeps as many whole ones as there is room for. Answers
/// whether the list lost anything.
fn keep_whole<T>(
    all: &mut Vec<T>,
    mut left: usize,
    fit: fn(&mut T) -> bool,
    bytes: fn(&T) -> usize,
) -> bool {
    /// The size of a thing besides its texts.
    const FRAME: usize = 80;
    let mut cut = false;
    let before = all.len();
    let mut fits = true;
    all.retain_mut(|one| {
        cut |= fit(one);
        let size = bytes(one) + FRAME;
        fits &= size <= left;
        left = left.saturating_sub(size);
        fits
    });
    cut || all.len() < before
}

pub(super) fn maybe(text: &mut Option<String>, limit: usize) -> bool {
    text.as_mut().is_some_and(|text| wire::shorten(text, limit))
}

#[cfg(test)]
mod tests;

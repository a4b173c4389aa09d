//! The longest texts, in characters, and the largest counts of things. The schemas carry these
//! numbers to every client, and the rules enforce them.

/// Characters of a comment, a line in a discussion, a coach's line, or a message between
/// colleagues.
pub const COMMENT: usize = 4_000;
/// Characters of a note on a transfer, an offer, a resolution or an outcome.
pub const NOTE: usize = 1_000;
/// Characters of a reason for rejecting or withdrawing.
pub const REASON: usize = 500;
/// Characters of a reason for being away.
pub const AWAY_REASON: usize = 100;
/// Characters of a disposition or another word from a list.
pub const CHOICE: usize = 100;
/// Characters of a draft in a composer.
pub const DRAFT: usize = 8_000;
/// Colleagues whom one comment mentions.
pub const MENTIONS: usize = 10;
/// Files that one comment carries.
pub const FILES: usize = 10;
/// Skills that one conversation requires.
pub const SKILLS: usize = 5;
/// Conversations that one request hands on together.
pub const BULK: usize = 50;
/// Characters of a search.
pub const SEARCH: usize = 100;

/// Characters of a customer's name.
pub const NAME: usize = 40;
/// Characters of an e-mail address.
pub const EMAIL: usize = 200;
/// Characters of a phone number, as people write it.
pub const PHONE: usize = 30;
/// Phone numbers of a contact beside those of its channels.
pub const PHONES: usize = 10;
/// Attributes of one contact.
pub const ATTRIBUTES: usize = 30;
/// Characters of an attribute's name.
pub const ATTRIBUTE_NAME: usize = 40;
/// Characters of an attribute's value.
pub const ATTRIBUTE_VALUE: usize = 200;

/// Characters of a canned message's text.
pub const CANNED_TEXT: usize = 4_000;
/// Characters of a canned message's title.
pub const CANNED_TITLE: usize = 80;
/// Characters of a canned message's category.
pub const CANNED_CATEGORY: usize = 40;
/// Characters of a canned message's shortcut.
pub const CANNED_SHORTCUT: usize = 30;

/// Characters of a message in web chat, from either side.
pub const WEB_TEXT: usize = 4_096;
/// Characters of a text beneath a file.
pub const CAPTION: usize = 1_024;
/// Characters of a file's name.
pub const FILE_NAME: usize = 255;
/// Characters of an emoji: some are made of many.
pub const EMOJI: usize = 20;

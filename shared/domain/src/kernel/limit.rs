//! How long what people write may be, in characters, and how many of a thing there may be. The
//! schemas carry these numbers to every client, and the rules hold to them.

/// Comments, lines in a discussion, coaches' lines, and messages between colleagues.
pub const REMARK: usize = 4_000;
/// Notes that go with a transfer, an offer, a resolution or an outcome.
pub const NOTE: usize = 1_000;
/// Reasons for rejecting or withdrawing.
pub const REASON: usize = 500;
/// Reasons for being away.
pub const AWAY_REASON: usize = 100;
/// Dispositions and other words from a list.
pub const CHOICE: usize = 100;
/// What stands in a composer.
pub const DRAFT: usize = 8_000;
/// Colleagues whom a comment mentions.
pub const MENTIONS: usize = 10;
/// Files that go with a comment.
pub const FILES: usize = 10;
/// Skills that a conversation requires.
pub const SKILLS: usize = 5;
/// Conversations that are handed on together.
pub const BULK: usize = 50;
/// What is searched for.
pub const SEARCH: usize = 100;

/// A customer's name.
pub const NAME: usize = 40;
/// An e-mail address.
pub const EMAIL: usize = 200;
/// A phone number, as it is written.
pub const PHONE: usize = 30;
/// Numbers of a contact beside those of its channels.
pub const PHONES: usize = 10;
/// Attributes of a contact.
pub const ATTRIBUTES: usize = 30;
/// An attribute's name.
pub const ATTRIBUTE_NAME: usize = 40;
/// An attribute's value.
pub const ATTRIBUTE_VALUE: usize = 200;

/// A canned message's text.
pub const CANNED_TEXT: usize = 4_000;
/// Its title.
pub const CANNED_TITLE: usize = 80;
/// Its category.
pub const CANNED_CATEGORY: usize = 40;
/// Its shortcut.
pub const CANNED_SHORTCUT: usize = 30;

/// A message in web chat, of either side.
pub const WEB_TEXT: usize = 4_096;
/// A text beneath a file.
pub const CAPTION: usize = 1_024;
/// A file's name.
pub const FILE_NAME: usize = 255;

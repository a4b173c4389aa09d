//! E-mail (F99): pure, from the raw bytes of a mail to its parts, and from a message to a mail.
//!
//! * [`read`](mod@read): a mail's parts, typed.
//! * [`kind`]: what a mail is. Only a person's mail opens a conversation.
//! * [`thread`]: the conversation to which a mail belongs.
//! * [`quote`]: the reply, apart from what it quotes and from the signature.
//! * [`write`](mod@write): our own mails.
//! * [`sns`], [`ses`]: how Amazon brings mails and reports, and takes ours.
//! * [`intake`]: what becomes of a mail that came in. [`page`]: its HTML as a page for a frame.
//! * [`channel`]: the contract of channels.
//!
//! `docs/channels/email.md` says what the channel carries; `docs/decisions/0055-mail.md` says why.

mod account;
mod bounce;
pub mod channel;
mod charset;
mod files;
mod flow;
mod fold;
mod guard;
pub mod html;
pub mod intake;
pub mod kind;
pub mod letter;
pub mod page;
mod phrases;
mod plain;
pub mod quote;
pub mod read;
pub mod ses;
pub mod sns;
mod status;
pub mod thread;
mod tokens;
pub mod write;

pub use channel::Email;
pub use guard::MAIL as LONGEST;
pub use kind::{Nature, Ours, Outcome, Status};
pub use letter::{Attachment, Kind, Letter, Mailbox, Report};
pub use read::{Unreadable, read};

#[cfg(test)]
mod tests;

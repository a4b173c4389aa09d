//! The content of an e-mail, as the log keeps it. The bucket keeps the whole mail beside it.

use serde::{Deserialize, Serialize};

use super::fit::maybe;
use crate::wire::{self, KEPT};

/// The limit of the subject, in bytes as sent.
const SUBJECT: usize = KEPT / 8;
/// The limit of an id, a type or an address.
const WORD: usize = 1_000;
/// The limit of a file's name.
const NAME: usize = 400;
/// The most other recipients that the log keeps.
const RECIPIENTS: usize = 20;
/// The most files that the log keeps; the whole mail has the rest.
const FILES: usize = 50;
/// The size of a file's description besides its texts.
const FRAME: usize = 60;

/// An e-mail: its subject, the text that its author wrote, and what stands around the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    /// The subject line.
    pub subject: String,
    /// The text that the author wrote, without the folded parts.
    pub text: String,
    /// The folder of the sanitised HTML body in the bucket, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Whether the HTML shows pictures of other servers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remote_images: bool,
    /// The folded parts: the author's signature and the quoted mails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quoted: Option<String>,
    /// The author's address, where the mail came from another address than the customer's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The recipients besides the account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_to: Vec<String>,
    /// The files of the mail, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<MailFile>,
    /// The id that the author's program gave to the mail; an answer names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The folder of the bucket in which the whole mail and its files lie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
}

/// A file of a mail. Its bytes lie in the mail's folder, under the file's place in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailFile {
    /// The file's name.
    pub name: String,
    /// The type that the mail claims; nobody trusts it.
    pub mime: String,
    /// The size in bytes.
    pub size: u64,
    /// Whether the HTML body shows the file.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inline: bool,
    /// A word for a file that needs one: `calendar`, `winmail`, `encrypted`, `signature`, `mail`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
}

impl Email {
    /// A mail of a subject and a text.
    #[must_use]
    pub fn new(subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self { subject: subject.into(), text: text.into(), ..Self::default() }
    }

    /// Shortens a mail that is longer than the engine keeps: the author's text comes first, and the
    /// folded parts get the room that is left. Answers whether the mail lost anything.
    pub(super) fn fit(&mut self) -> bool {
        let mut cut = wire::shorten(&mut self.subject, SUBJECT);
        for word in [&mut self.html, &mut self.from, &mut self.message_id, &mut self.folder] {
            cut |= maybe(word, WORD);
        }
        cut |= self.also_to.len() > RECIPIENTS || self.files.len() > FILES;
        self.also_to.truncate(RECIPIENTS);
        self.files.truncate(FILES);
        for address in &mut self.also_to {
            cut |= wire::shorten(address, NAME);
        }
        for file in &mut self.files {
            cut |= wire::shorten(&mut file.name, NAME) | wire::shorten(&mut file.mime, NAME / 4);
            cut |= maybe(&mut file.sort, NAME / 4);
        }
        // A mail of the longest text alone is as long as it was before there were other parts.
        cut |= wire::shorten(&mut self.text, KEPT);
        let around = self.bytes() - wire::bytes(&self.text) - part(self.quoted.as_ref());
        let left = (KEPT + SUBJECT).saturating_sub(around + wire::bytes(&self.text));
        cut |= maybe(&mut self.quoted, left);
        if self.quoted.as_ref().is_some_and(String::is_empty) {
            self.quoted = None;
        }
        cut
    }

    /// The size of all texts, in bytes as sent.
    pub(super) fn bytes(&self) -> usize {
        let of = |text: &String| wire::bytes(text);
        let words = [&self.html, &self.quoted, &self.from, &self.message_id, &self.folder];
        let files = self
            .files
            .iter()
            .map(|file| of(&file.name) + of(&file.mime) + part(file.sort.as_ref()) + FRAME);
        of(&self.subject)
            + of(&self.text)
            + words.into_iter().map(|word| part(word.as_ref())).sum::<usize>()
            + self.also_to.iter().map(|address| of(address) + 3).sum::<usize>()
            + files.sum::<usize>()
    }
}

fn part(text: Option<&String>) -> usize {
    text.map_or(0, |text| wire::bytes(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Content;

    #[test]
    fn a_mail_of_an_older_entry_is_readable() {
        let old = r#"{"kind":"email","subject":"Order 7","text":"Where is it?","html":"h1"}"#;
        let content: Content = serde_json::from_str(old).unwrap();
        let Content::Email(email) = &content else { panic!("a mail") };
        assert_eq!((email.subject.as_str(), email.html.as_deref()), ("Order 7", Some("h1")));
        assert!(email.quoted.is_none() && email.files.is_empty());
        assert_eq!(serde_json::to_string(&content).unwrap(), old, "and is written as it was");
    }

    #[test]
    fn the_authors_text_comes_before_what_it_quotes() {
        let mut email =
            Email { quoted: Some("q".repeat(KEPT)), ..Email::new("Order", "t".repeat(KEPT - 10)) };
        assert!(email.fit());
        assert_eq!(email.text.len(), KEPT - 10);
        assert!(email.bytes() <= KEPT + SUBJECT);
        assert!(email.quoted.is_some_and(|quoted| quoted.len() > 1_000));
    }

    #[test]
    fn a_mail_of_a_thousand_files_keeps_the_first_ones() {
        let file =
            MailFile { name: "n".repeat(NAME), mime: "image/png".into(), ..MailFile::default() };
        let mut email = Email {
            files: vec![file; 1_000],
            also_to: vec!["ada@example.com".to_owned(); 1_000],
            quoted: Some("q".repeat(KEPT)),
            ..Email::new("s".repeat(KEPT), "t".repeat(2 * KEPT))
        };
        assert!(email.fit());
        assert_eq!((email.files.len(), email.also_to.len()), (FILES, RECIPIENTS));
        assert!(email.bytes() <= 2 * KEPT, "{}", email.bytes());
        assert!(!email.fit(), "what fits stays as it is");
    }
}

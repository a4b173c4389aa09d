//! The parts of a mail, typed.

use domain::Millis;

/// A mail, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// The author. `None`: no field of the header holds an address.
    pub from: Option<Mailbox>,
    /// The further authors of a mail that names several.
    pub coauthors: Vec<Mailbox>,
    /// The addresses to which the author wants answers; empty: to the author.
    pub reply_to: Vec<Mailbox>,
    /// The recipients of the field `To`.
    pub to: Vec<Mailbox>,
    /// The recipients of the field `Cc`.
    pub cc: Vec<Mailbox>,
    /// The subject, decoded, in one line.
    pub subject: String,
    /// The moment of sending, by the author's clock.
    pub date: Option<Millis>,
    /// The mail's id, without angle brackets.
    pub message_id: Option<String>,
    /// The ids of the mails that this one answers, the first first.
    pub in_reply_to: Vec<String>,
    /// The ids of the mails before this one, the oldest first.
    pub references: Vec<String>,
    /// The text: the plain part, else the HTML part as text. Lines end with `\n`.
    pub text: String,
    /// The HTML part, sanitised, with the marks by which quotes are found. It still names pictures
    /// on other servers: only [`super::quote::fold_html`] makes what a screen may show.
    pub html: Option<String>,
    /// The files, in the mail's order.
    pub attachments: Vec<Attachment>,
    /// The parts that machines read: reports on deliveries, readings and complaints.
    pub reports: Vec<Report>,
    /// Whether the text is encrypted, so that nobody here can read it.
    pub encrypted: bool,
    /// Whether the mail carries a signature of its author (S/MIME or PGP); nobody here checks it.
    pub signed: bool,
    /// Whether a bound cut something off; the raw mail still has it.
    pub shortened: bool,
    /// Fields of the header: names in lower case, values decoded and in one line.
    pub fields: Vec<(String, String)>,
}

impl Letter {
    /// The first value of a field. `name`: in lower case.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// How often the header has a field. `name`: in lower case.
    #[must_use]
    pub fn count(&self, name: &str) -> usize {
        self.fields.iter().filter(|(field, _)| field == name).count()
    }

    /// The recipients other than ourselves, each once: the screen shows them as "also to".
    pub fn also_to(&self, is_ours: impl Fn(&str) -> bool) -> Vec<Mailbox> {
        let mut others: Vec<Mailbox> = Vec::new();
        for one in self.to.iter().chain(&self.cc) {
            let known = others.iter().any(|other| other.address == one.address);
            if !known && !is_ours(&one.address) {
                others.push(one.clone());
            }
        }
        others
    }

    /// Every id of an earlier mail that this one names, the nearest first, each once.
    #[must_use]
    pub fn ancestors(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for id in self.in_reply_to.iter().chain(self.references.iter().rev()) {
            if !all.contains(&id.as_str()) {
                all.push(id);
            }
        }
        all
    }
}

/// A name with an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mailbox {
    /// The name; may be empty.
    pub name: String,
    /// The address, with its domain in lower case.
    pub address: String,
}

impl Mailbox {
    /// A mailbox; `None` if the address is none.
    #[must_use]
    pub fn new(name: &str, address: &str) -> Option<Self> {
        let address = address.trim().trim_matches(['<', '>']);
        let (local, domain) = address.rsplit_once('@')?;
        let strange = |c: char| c.is_whitespace() || c.is_control() || "<>(),;:\"[]\\".contains(c);
        // RFC 5321, 4.5.3.1: 64 and 255 octets; forwarders write longer local parts.
        let fits = !local.is_empty() && address.len() <= 320 && domain.len() <= 255;
        if !fits || domain.is_empty() || address.contains(strange) || local.contains('@') {
            return None;
        }
        let name = super::plain::one_line(name, 200).trim_matches(['"', '\'', ' ']).to_owned();
        let name = if name.eq_ignore_ascii_case(address) { String::new() } else { name };
        Some(Self { name, address: format!("{local}@{}", domain.to_lowercase()) })
    }
}

/// A file of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The name, without folders; never empty.
    pub name: String,
    /// The type that the mail claims, in lower case, for example `image/png`.
    pub mime: String,
    /// The id by which the HTML part shows the file.
    pub cid: Option<String>,
    /// Whether the HTML part shows the file.
    pub inline: bool,
    /// The kind of the file.
    pub kind: Kind,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A kind of file that a screen calls by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any other file.
    File,
    /// A date for the calendar (`text/calendar`).
    Calendar,
    /// Outlook's own envelope of attachments (`winmail.dat`, TNEF).
    Winmail,
    /// An encrypted part (S/MIME or PGP).
    Encrypted,
    /// A signature of the author (S/MIME or PGP), or an envelope that is only signed.
    Signature,
    /// Another mail.
    Mail,
}

/// A part that machines read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The part's type, in lower case.
    pub mime: String,
    /// The part's text.
    pub text: String,
}

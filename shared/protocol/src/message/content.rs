//! The content of messages.

use domain::content as d;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::shared::{ContactCard, FormAnswer, OrderItem};

/// The content of one message. Clients show a `kind` that they do not know as "unsupported".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Plain text, kept to the letter; never markup.
    Text {
        /// The text.
        text: String,
    },
    /// A picture, sound, film or file, by reference. To send one, upload the file first
    /// (`POST /v1/uploads`) and name it by `reference`; the server takes type, name and size from
    /// the upload.
    Media {
        /// The form in which clients show the file.
        medium: Medium,
        /// The id of an upload, or the provider's id of the file.
        reference: String,
        /// The declared MIME type; do not trust it.
        mime: String,
        /// The file's name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The text beneath the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
        /// The file's size in bytes, where the server keeps the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        size: Option<u64>,
        /// The picture's width in pixels, where the server keeps the picture.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        width: Option<u32>,
        /// The picture's height in pixels, where the server keeps the picture.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        height: Option<u32>,
    },
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
        /// The page of the place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
    /// Address-book cards.
    Contacts {
        /// The cards.
        contacts: Vec<ContactCard>,
    },
    /// A tap on a button or list entry that the business had offered.
    Reply {
        /// The business's id of the choice.
        id: String,
        /// The choice as the customer saw it.
        title: String,
        /// The line beneath the choice, where a list had one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        description: Option<String>,
    },
    /// The answers of a form that the customer filled in.
    Form {
        /// The form's name, where the provider tells it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The answers, in the form's order.
        answers: Vec<FormAnswer>,
    },
    /// A customer's order from the catalogue.
    Order {
        /// The provider's id of the catalogue.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        catalog: Option<String>,
        /// The customer's words beside the order.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// The items.
        items: Vec<OrderItem>,
        /// The sum, as a decimal number in the items' currency; absent where an item has no price
        /// or the currencies differ.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sum: Option<String>,
    },
    /// A call of the customer: nobody takes it here, call back.
    Call {
        /// Whether nobody took the call.
        missed: bool,
        /// The length of the talk, in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// An emoji on an earlier message; without `emoji` the customer takes the reaction away again.
    Reaction {
        /// The provider's id of the earlier message.
        to: String,
        /// The emoji.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        emoji: Option<String>,
    },
    /// Another text in place of an earlier message's; `about` of the event names that message.
    Edit {
        /// The provider's id of the earlier message.
        to: String,
        /// The text from now on.
        text: String,
    },
    /// An earlier message that its author deleted; `about` of the event names that message.
    Removal {
        /// The provider's id of the earlier message.
        to: String,
    },
    /// A pre-approved message of the business.
    Template {
        /// The template's name.
        name: String,
        /// The template's language, for example `en_US`.
        language: String,
        /// Values for the template's placeholders, in the order in which `GET /v1/templates` lists
        /// them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parameters: Vec<String>,
        /// The text that the customer reads. The server fills it in; entries from before that have
        /// none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// The texts of the template's buttons. The server fills them in.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        buttons: Vec<String>,
    },
    /// An e-mail. `GET /v1/media/{thread}.{seq}.{part}` has its parts: the whole mail as `original`,
    /// the sanitised HTML as `html`, the same with the pictures of other servers as `images`, and
    /// each file by its place in `files`, from 0.
    Email {
        /// The subject line.
        subject: String,
        /// The text that the author wrote, without the folded parts.
        text: String,
        /// The mark of the sanitised HTML body; without it, there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        html: Option<String>,
        /// Whether the HTML shows pictures of other servers, once somebody asks for them.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        remote_images: bool,
        /// The folded parts: the author's signature and the quoted mails.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quoted: Option<String>,
        /// The author's address, where the mail came from another address than the customer's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// The recipients besides the account.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also_to: Vec<String>,
        /// The files of the mail, in its order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<MailFile>,
    },
    /// A kind that this version does not know, kept as it arrived.
    Unsupported {
        /// The provider's name of the kind.
        what: String,
        /// The message as it arrived, as text.
        raw: String,
    },
}

/// The form in which clients show a media file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A sound.
    Audio,
    /// A sound that the customer spoke into the app.
    Voice,
    /// Any other file.
    Document,
    /// A sticker.
    Sticker,
}

/// A file, by reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Media {
    /// The form in which clients show the file.
    pub medium: Medium,
    /// The id of an upload, or the provider's id of the file.
    pub reference: String,
    /// The declared MIME type; do not trust it.
    pub mime: String,
    /// The file's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The text beneath the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The file's size in bytes, where the server keeps the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// The picture's width in pixels, where the server keeps the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The picture's height in pixels, where the server keeps the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
}

impl From<d::Media> for Media {
    fn from(media: d::Media) -> Self {
        let d::Media { medium, reference, mime, name, caption, size, width, height } = media;
        let medium = medium.into();
        Self { medium, reference, mime, name, caption, size, width, height }
    }
}

impl From<Media> for d::Media {
    fn from(media: Media) -> Self {
        let Media { medium, reference, mime, name, caption, size, width, height } = media;
        let medium = medium.into();
        Self { medium, reference, mime, name, caption, size, width, height }
    }
}

/// A file of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MailFile {
    /// The file's name.
    pub name: String,
    /// The type that the mail claims; do not trust it.
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

impl From<d::MailFile> for MailFile {
    fn from(file: d::MailFile) -> Self {
        let d::MailFile { name, mime, size, inline, sort } = file;
        Self { name, mime, size, inline, sort }
    }
}

impl From<&d::Content> for Content {
    fn from(content: &d::Content) -> Self {
        match content.clone() {
            d::Content::Text { text } => Self::Text { text },
            d::Content::Media(m) => Self::Media {
                medium: m.medium.into(),
                reference: m.reference,
                mime: m.mime,
                name: m.name,
                caption: m.caption,
                size: m.size,
                width: m.width,
                height: m.height,
            },
            d::Content::Location { latitude, longitude, name, address, url } => {
                Self::Location { latitude, longitude, name, address, url }
            }
            d::Content::Contacts { contacts } => {
                Self::Contacts { contacts: contacts.into_iter().map(Into::into).collect() }
            }
            d::Content::Reply { id, title, description } => Self::Reply { id, title, description },
            d::Content::Form { name, answers } => {
                Self::Form { name, answers: answers.into_iter().map(Into::into).collect() }
            }
            d::Content::Order(order) => {
                let sum = order.sum().map(|(sum, _)| sum);
                let d::Order { catalog, note, items } = order;
                let items = items.into_iter().map(Into::into).collect();
                Self::Order { catalog, note, items, sum }
            }
            d::Content::Call { missed, seconds } => Self::Call { missed, seconds },
            d::Content::Edit { to, text } => Self::Edit { to, text },
            d::Content::Removal { to } => Self::Removal { to },
            d::Content::Reaction { to, emoji } => Self::Reaction { to, emoji },
            d::Content::Template { name, language, parameters, text, buttons, slots: _ } => {
                Self::Template { name, language, parameters, text, buttons }
            }
            d::Content::Email(email) => Self::Email {
                subject: email.subject,
                text: email.text,
                html: email.html,
                remote_images: email.remote_images,
                quoted: email.quoted,
                from: email.from,
                also_to: email.also_to,
                files: email.files.into_iter().map(MailFile::from).collect(),
            },
            d::Content::Unsupported { what, raw } => Self::Unsupported { what, raw },
        }
    }
}

impl From<Content> for d::Content {
    fn from(content: Content) -> Self {
        match content {
            Content::Text { text } => Self::Text { text },
            Content::Media { medium, reference, mime, name, caption, size, width, height } => {
                let medium = medium.into();
                Self::Media(d::Media {
                    medium,
                    reference,
                    mime,
                    name,
                    caption,
                    size,
                    width,
                    height,
                })
            }
            Content::Location { latitude, longitude, name, address, url } => {
                Self::Location { latitude, longitude, name, address, url }
            }
            Content::Contacts { contacts } => {
                Self::Contacts { contacts: contacts.into_iter().map(Into::into).collect() }
            }
            Content::Reply { id, title, description } => Self::Reply { id, title, description },
            Content::Form { name, answers } => {
                Self::Form { name, answers: answers.into_iter().map(Into::into).collect() }
            }
            Content::Order { catalog, note, items, sum: _ } => {
                let items = items.into_iter().map(Into::into).collect();
                Self::Order(d::Order { catalog, note, items })
            }
            Content::Call { missed, seconds } => Self::Call { missed, seconds },
            Content::Edit { to, text } => Self::Edit { to, text },
            Content::Removal { to } => Self::Removal { to },
            Content::Reaction { to, emoji } => Self::Reaction { to, emoji },
            Content::Template { name, language, parameters, text, buttons } => {
                Self::Template { name, language, parameters, text, buttons, slots: Vec::new() }
            }
            // The parts around the text come from mails only.
            Content::Email { subject, text, .. } => Self::Email(d::Email::new(subject, text)),
            Content::Unsupported { what, raw } => Self::Unsupported { what, raw },
        }
    }
}

macro_rules! same_names {
    ($a:ty, $b:ty, $($name:ident),+) => {
        impl From<$a> for $b {
            fn from(value: $a) -> Self {
                match value { $(<$a>::$name => Self::$name,)+ }
            }
        }
    };
}
pub(crate) use same_names;

same_names!(d::Medium, Medium, Image, Video, Audio, Voice, Document, Sticker);
same_names!(Medium, d::Medium, Image, Video, Audio, Voice, Document, Sticker);

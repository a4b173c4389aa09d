//! Files: handed in beside the API, checked by their content, and fetched by short-lived links.

use crate::content::Medium;
use crate::{Media, Time};
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of file that a conversation's channel carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FileRule {
    /// What such a file is shown as.
    pub medium: Medium,
    /// Its MIME types.
    pub types: Vec<String>,
    /// The largest, in bytes.
    pub limit: u64,
}

/// What a file is handed in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UploadPurpose {
    /// For the customer.
    Message,
    /// For colleagues, with a comment.
    Comment,
}

/// `POST /v1/uploads`: announces a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewUpload {
    /// For which conversation.
    pub conversation: String,
    /// The file's name, at most 255 characters.
    #[schemars(length(max = limit::FILE_NAME))]
    pub name: String,
    /// Its MIME type: one of those in the conversation's `files`, or of a comment.
    pub mime: String,
    /// Its size in bytes, exactly.
    pub size: u64,
    /// What for.
    pub purpose: UploadPurpose,
}

/// `POST /v1/visitors/uploads`: a visitor announces a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewVisitorUpload {
    /// The file's name, at most 255 characters.
    #[schemars(length(max = limit::FILE_NAME))]
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// Its size in bytes, exactly.
    pub size: u64,
}

/// Where to put the bytes of an announced file, until when. An upload that is not used is gone
/// after 24 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Upload {
    /// Its id: the `reference` of the message or comment that will hold it.
    pub id: String,
    /// Send the bytes there, and nothing else with them.
    pub url: String,
    /// With this method.
    pub method: String,
    /// With these headers, to the letter.
    pub headers: Vec<HeaderLine>,
    /// Until then.
    pub expires: Time,
}

/// A header of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HeaderLine {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// `POST /v1/uploads/{upload}/complete`, where the bytes are what was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Uploaded {
    /// What to send.
    pub media: Media,
}

/// `DELETE /v1/uploads/{upload}`: what is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Discarded {
    /// Its id.
    pub id: String,
}

/// `GET /v1/media/{media}`: where a file can be fetched, until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MediaLink {
    /// Fetch it there. Good for whoever holds it: keep it to yourself.
    pub url: String,
    /// Until then.
    pub expires: Time,
    /// Its MIME type, as its content says.
    pub mime: String,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

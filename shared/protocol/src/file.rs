//! Files: clients upload them past the API, the server checks their content, and short-lived links
//! fetch them.

use crate::message::content::Medium;
use crate::{Media, Time};
use domain::limit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of file that a conversation's channel carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FileRule {
    /// The form in which clients show such a file.
    pub medium: Medium,
    /// The MIME types of such files.
    pub types: Vec<String>,
    /// The largest size of such a file, in bytes.
    pub limit: u64,
}

/// The purpose of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UploadPurpose {
    /// The file goes to the customer.
    Message,
    /// The file goes to colleagues, with a comment.
    Comment,
}

/// The body of `POST /v1/uploads`: announces a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewUpload {
    /// The conversation that the file is for.
    pub conversation: String,
    /// The file's name, at most 255 characters.
    #[schemars(length(max = limit::FILE_NAME))]
    pub name: String,
    /// The file's MIME type: one of those in the conversation's `files`, or one that a comment may
    /// hold.
    pub mime: String,
    /// The file's exact size in bytes.
    pub size: u64,
    /// The purpose of the upload.
    pub purpose: UploadPurpose,
}

/// The body of `POST /v1/visitors/uploads`: a visitor announces a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NewVisitorUpload {
    /// The file's name, at most 255 characters.
    #[schemars(length(max = limit::FILE_NAME))]
    pub name: String,
    /// The file's MIME type.
    pub mime: String,
    /// The file's exact size in bytes.
    pub size: u64,
}

/// The address for the bytes of an announced file. The server deletes an unused upload after 24
/// hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Upload {
    /// The upload's id: the `reference` of the message or comment that will hold the file.
    pub id: String,
    /// The address to which the client sends the bytes, and nothing else with them.
    pub url: String,
    /// The HTTP method of the request that sends the bytes.
    pub method: String,
    /// The headers of the request that sends the bytes, to the letter.
    pub headers: Vec<HeaderLine>,
    /// The moment until which the address accepts the bytes.
    pub expires: Time,
}

/// A header of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HeaderLine {
    /// The header's name.
    pub name: String,
    /// The header's value.
    pub value: String,
}

/// The answer to `POST /v1/uploads/{upload}/complete`, where the bytes match the announcement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Uploaded {
    /// The content to send, or to add to a comment.
    pub media: Media,
}

/// The answer to `DELETE /v1/uploads/{upload}`: the upload is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Discarded {
    /// The upload's id.
    pub id: String,
}

/// The answer to `GET /v1/media/{media}`: a link to a file, for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MediaLink {
    /// The file's address. Anybody who holds the link can fetch the file: keep it to yourself.
    pub url: String,
    /// The file's address under which browsers save it instead of showing it. It works as long.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub download: String,
    /// The moment until which the link works.
    pub expires: Time,
    /// The file's MIME type, as its content says.
    pub mime: String,
    /// The file's name.
    pub name: String,
    /// The file's size in bytes.
    pub size: u64,
}

/// The end of the fetch of a customer's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FileEnd {
    /// The `seq` of the entry that holds the message.
    pub message: u64,
    /// The file, if the server keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FetchedFile>,
    /// The reason why the server keeps no file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<FileRefusal>,
}

/// A customer's file that the server fetched from the provider, as its content says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FetchedFile {
    /// The file's id, for `GET /v1/media/{media}`.
    pub id: String,
    /// The form in which clients show the file; the message may have announced another.
    pub medium: Medium,
    /// The file's MIME type, by its content.
    pub mime: String,
    /// The file's name.
    pub name: String,
    /// The file's size in bytes.
    pub size: u64,
    /// The picture's width in pixels, as people see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The picture's height in pixels, as people see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The length of a sound or film in seconds, if the file says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The small picture that stands for the large one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Thumbnail>,
}

/// A small picture, at most 320 pixels wide and high.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Thumbnail {
    /// The picture's id, for `GET /v1/media/{media}`.
    pub id: String,
    /// The picture's width in pixels.
    pub width: u32,
    /// The picture's height in pixels.
    pub height: u32,
}

/// The reason why the server keeps no file of a customer's message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileRefusal {
    /// The file is larger than the server takes.
    TooLarge,
    /// The file is a program, or holds one.
    Program,
    /// The provider no longer has the file.
    Gone,
    /// The server did not get the file, however often it tried.
    Unreachable,
}

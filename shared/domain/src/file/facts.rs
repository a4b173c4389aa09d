//! A customer's file at the provider: the engine gets it, or says why there is none.

use crate::message::content::{Media, Medium};
use crate::{Content, Entry, Event, Thread, intake};
use serde::{Deserialize, Serialize};

/// An agent asked for a customer's file again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The entry that holds the message.
    pub message: u64,
}

/// The engine got a customer's file, or gave up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// The entry that holds the message.
    pub message: u64,
    /// The file in our bucket, or the reason why there is none.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The end of a fetch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The bucket keeps the file.
    Kept(Kept),
    /// The engine keeps nothing.
    Refused(Reason),
}

/// A file in the bucket, as its content says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The medium as which clients show the file.
    pub medium: Medium,
    /// The MIME type, by the content.
    pub mime: String,
    /// The name under which people save the file.
    pub name: String,
    /// The size in bytes.
    pub size: u64,
    /// The width of a picture, in pixels, as people see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The height of a picture, in pixels, as people see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The length of a sound or film, in seconds, if the file says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// The small picture, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Thumbnail>,
}

/// A small picture that stands for a large one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thumbnail {
    /// The MIME type.
    pub mime: String,
    /// The size in bytes.
    pub size: u64,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
}

/// The reason why the engine keeps no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The file is larger than the engine takes.
    TooLarge,
    /// The file is a program, or holds one.
    Program,
    /// The provider no longer has the file.
    Gone,
    /// The engine did not get the file, however often it tried.
    Unreachable,
}

/// Whether a file of a customer's message still lies with the provider.
#[must_use]
pub const fn is_elsewhere(media: &Media) -> bool {
    // The engine knows the size of each file that it keeps.
    media.size.is_none()
}

/// The customer's file in an entry that still lies with the provider.
#[must_use]
pub fn elsewhere(entry: &Entry) -> Option<&Media> {
    entry.events.iter().find_map(|event| match event {
        Event::CustomerMessage(intake::Received { content: Content::Media(media), .. }) => {
            Some(media).filter(|media| is_elsewhere(media))
        }
        _ => None,
    })
}

/// The thread waits for the file of entry `message`. Beyond [`Thread::FILES_LIMIT`], it no longer
/// waits for the oldest one.
pub(crate) fn wait_for(thread: &mut Thread, message: u64) {
    thread.files.retain(|waiting| *waiting != message);
    thread.files.push(message);
    if thread.files.len() > Thread::FILES_LIMIT {
        thread.files.remove(0);
    }
}

impl Asked {
    /// The thread waits for the file again.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        wait_for(thread, self.message);
    }
}

impl Fetched {
    /// The thread no longer waits for the file.
    pub(crate) fn fold(&self, thread: &mut Thread) {
        thread.files.retain(|waiting| *waiting != self.message);
    }
}

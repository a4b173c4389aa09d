//! Customers' files that the server fetched.

use super::story::THREAD;
use crate::file::{FetchedFile, FileEnd, FileRefusal, Thumbnail};
use crate::message::content::Medium;
use crate::view::Event;

/// The photo of a customer's message.
pub(super) fn fetched(message: u64) -> Event {
    let file = FetchedFile {
        id: format!("{THREAD}.{}", message + 1),
        medium: Medium::Image,
        mime: "image/jpeg".to_owned(),
        name: "image.jpg".to_owned(),
        size: 182_340,
        width: Some(1_600),
        height: Some(1_200),
        seconds: None,
        thumbnail: Some(Thumbnail {
            id: format!("{THREAD}.{}.small", message + 1),
            width: 320,
            height: 240,
        }),
    };
    Event::FileFetched(FileEnd { message, file: Some(file), refused: None })
}

/// A film that is too large.
pub(super) fn refused(message: u64) -> Event {
    Event::FileFetched(FileEnd { message, file: None, refused: Some(FileRefusal::TooLarge) })
}

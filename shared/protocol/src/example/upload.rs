//! Mark sends Amelia a picture of the new kettle; a visitor sends a picture of a parcel.

use super::Example;
use super::story::{CONVERSATION, at};
use crate::file::{
    Discarded, FileRule, HeaderLine, MediaLink, NewUpload, NewVisitorUpload, Upload, UploadPurpose,
    Uploaded,
};
use crate::message::content::{Content, Media, Medium};

/// The upload's id.
pub(super) const UPLOAD: &str = "5b0d8f1e2a7f4c319f2e019aa4b27003";

const WHERE: &str = "https://files-abc123.s3.eu-central-1.amazonaws.com";

pub(super) fn bodies() -> Vec<Example> {
    let announced = NewUpload {
        conversation: CONVERSATION.to_owned(),
        name: "kettle.png".to_owned(),
        mime: "image/png".to_owned(),
        size: 48_213,
        purpose: UploadPurpose::Message,
    };
    let visitors = NewVisitorUpload {
        name: "parcel.jpg".to_owned(),
        mime: "image/jpeg".to_owned(),
        size: 812_004,
    };
    let upload = Upload {
        id: UPLOAD.to_owned(),
        url: format!(
            "{WHERE}/incoming/{UPLOAD}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=f3b1"
        ),
        method: "PUT".to_owned(),
        headers: vec![HeaderLine {
            name: "content-type".to_owned(),
            value: "image/png".to_owned(),
        }],
        expires: at(900),
    };
    let link = MediaLink {
        url: format!(
            "{WHERE}/files/{UPLOAD}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=09ac"
        ),
        download: String::new(),
        expires: at(600),
        mime: "image/png".to_owned(),
        name: "kettle.png".to_owned(),
        size: 48_213,
    };
    vec![
        Example::new("new_upload", "NewUpload", &announced),
        Example::new("new_visitor_upload", "NewVisitorUpload", &visitors),
        Example::new("upload", "Upload", &upload),
        Example::new("uploaded", "Uploaded", &Uploaded { media: media(None) }),
        Example::new("discarded", "Discarded", &Discarded { id: UPLOAD.to_owned() }),
        Example::new("media_link", "MediaLink", &link),
    ]
}

fn media(caption: Option<&str>) -> Media {
    Media {
        medium: Medium::Image,
        reference: UPLOAD.to_owned(),
        mime: "image/png".to_owned(),
        name: Some("kettle.png".to_owned()),
        caption: caption.map(str::to_owned),
        size: Some(48_213),
        width: Some(640),
        height: Some(480),
    }
}

/// The picture as a message holds it.
pub(super) fn content() -> Content {
    let Media { medium, reference, mime, name, caption, size, width, height } =
        media(Some("This is the new one"));
    Content::Media { medium, reference, mime, name, caption, size, width, height }
}

/// The files that WhatsApp carries.
pub(super) fn rules() -> Vec<FileRule> {
    domain::file::WHATSAPP
        .iter()
        .map(|rule| FileRule {
            medium: rule.medium.into(),
            types: rule.types.iter().map(|mime| (*mime).to_owned()).collect(),
            limit: rule.limit,
        })
        .collect()
}

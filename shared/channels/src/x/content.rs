//! The content of a direct message on X.

use domain::Content;
use domain::content::{Media, Medium};
use serde_json::Value;

use crate::trim::{MESSAGE, Trim};
use crate::whatsapp::fields::{list, word};

/// The limit of a file's address; a part of one is of no use.
const REFERENCE: usize = 4_000;
/// How many of a text's links the reader writes out.
const LINKS: usize = 100;

/// The content of a message, and whether it lost a part.
pub(super) fn read(data: &Value) -> (Content, bool) {
    let mut trim = Trim::new();
    let content = known(data, &mut trim).unwrap_or_else(|| {
        trim = Trim::new();
        let what = data["attachment"]["type"].as_str().unwrap_or("message");
        let what = trim.text(what, 40);
        Content::Unsupported { what, raw: trim.raw(data, Content::RAW_LIMIT) }
    });
    (content, trim.shortened)
}

fn known(data: &Value, trim: &mut Trim) -> Option<Content> {
    let attachment = &data["attachment"];
    let media = &attachment["media"];
    let text = text(data, word(&media["url"]).as_deref());
    if let Some(id) = word(&data["quick_reply_response"]["metadata"]) {
        let id = trim.text(&id, 1_000);
        return Some(Content::Reply {
            title: trim.text(text.as_deref().unwrap_or(&id), 1_000),
            id,
            description: None,
        });
    }
    match attachment["type"].as_str() {
        None => Some(Content::text(trim.text(&text?, MESSAGE))),
        Some("media") => {
            let (medium, mime, url) = file(media)?;
            let reference = trim.text(&url, REFERENCE);
            let mime = trim.text(&mime, 200);
            let caption = text.map(|text| trim.text(&text, MESSAGE));
            let (name, size, width, height) = (None, None, None, None);
            Some(Content::Media(Media {
                medium,
                reference,
                mime,
                name,
                caption,
                size,
                width,
                height,
            }))
        }
        Some("location") => {
            let place = &attachment["location"]["shared_coordinate"]["coordinates"]["coordinates"];
            let degrees = |at: usize| place[at].as_f64().filter(|n| n.is_finite());
            // GeoJSON names the longitude first. The text says what the customer wrote beside it.
            let (longitude, latitude) = (degrees(0)?, degrees(1)?);
            let name = text.map(|text| trim.text(&text, 1_000));
            Some(Content::Location { latitude, longitude, name, address: None, url: None })
        }
        Some(_) => None,
    }
}

/// The text with its links written out; `shown`: the link that stands for the file itself.
fn text(data: &Value, shown: Option<&str>) -> Option<String> {
    let mut text = word(&data["text"])?;
    if let Some(shown) = shown {
        text = text.replace(shown, "");
    }
    let links = list(&data["entities"]["urls"]).iter().take(LINKS);
    for link in links {
        let (Some(short), Some(long)) = (word(&link["url"]), word(&link["expanded_url"])) else {
            continue;
        };
        // Only X's own short links: nothing else may be rewritten, and none makes the text grow
        // without bound.
        if short.starts_with("https://t.co/")
            && long.len() <= REFERENCE
            && text.len() <= 4 * MESSAGE
        {
            text = text.replacen(&short, &long, 1);
        }
    }
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The medium, declared type and address of a file: of a film's versions the one with most bits.
fn file(media: &Value) -> Option<(Medium, String, String)> {
    let variants = list(&media["video_info"]["variants"]).iter();
    let films = variants.filter(|one| one["content_type"] == "video/mp4" && one["url"].is_string());
    let film = films.max_by_key(|one| one["bitrate"].as_u64().unwrap_or(0));
    let (medium, mime, url) = match media["type"].as_str()? {
        "photo" => (Medium::Image, String::new(), word(&media["media_url_https"])?),
        "animated_gif" | "video" => {
            let film = film.map(|film| word(&film["url"]));
            (Medium::Video, "video/mp4".to_owned(), film??)
        }
        "audio" => (Medium::Audio, String::new(), word(&media["media_url_https"])?),
        _ => return None,
    };
    (url.starts_with("https://") && url.len() <= REFERENCE).then_some((medium, mime, url))
}

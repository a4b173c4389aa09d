//! The names and types of customers' files.

use domain::content::Medium;
use domain::file;

use crate::file::upload;

pub(super) const WEBP: &str = "image/webp";
pub(super) const M4A: &str = "audio/mp4";
pub(super) const WEBM: &str = "video/webm";
pub(super) const WEBM_SOUND: &str = "audio/webm";
pub(super) const OGG: &str = "audio/ogg";
pub(super) const MP3: &str = "audio/mpeg";
pub(super) const AAC: &str = "audio/aac";
pub(super) const WAV: &str = "audio/wav";
pub(super) const FLAC: &str = "audio/flac";

/// The longest name, in characters; an ending may come to it.
const LONGEST: usize = 200;

/// The name under which people save a file: the customer's, without a path and without characters
/// that nobody sees, and with an ending that goes with the content.
pub(super) fn name(given: Option<&str>, medium: Medium, mime: &str, markup: bool) -> String {
    let given = given.map(|given| upload::plain_name(domain::words::first(given, LONGEST)));
    let given = given.filter(|name| !name.is_empty());
    let endings = endings(mime, markup);
    let Some(given) = given else {
        let word = match medium {
            Medium::Image => "image",
            Medium::Video => "video",
            Medium::Audio => "audio",
            Medium::Voice => "voice",
            Medium::Document => "document",
            Medium::Sticker => "sticker",
        };
        return format!("{word}.{}", endings.first().unwrap_or(&"bin"));
    };
    let lower = given.to_lowercase();
    let has = |ending: &str| lower.ends_with(&format!(".{ending}"));
    match endings.first() {
        // Nothing is known of the content, and the name may say which program opens it.
        None if is_harmless(&lower) => given,
        None => format!("{given}.bin"),
        Some(_) if endings.iter().any(|ending| has(ending)) => given,
        Some(first) => format!("{given}.{first}"),
    }
}

/// The endings that go with a type; the first is given to a name without any of them.
fn endings(mime: &str, markup: bool) -> &'static [&'static str] {
    match mime {
        WEBP => &["webp"],
        M4A => &["m4a", "mp4", "aac"],
        WEBM | WEBM_SOUND => &["webm"],
        OGG => &["ogg", "oga", "opus"],
        MP3 => &["mp3"],
        AAC => &["aac"],
        WAV => &["wav"],
        FLAC => &["flac"],
        // A page or a drawing opens as its text.
        super::content::OCTETS if markup => &["txt"],
        super::content::OCTETS => &[],
        file::TXT => &["txt", "csv", "log", "md", "ics", "vcf", "json"],
        _ => upload::endings(mime),
    }
}

/// Whether a name's ending starts no program: systems decide by it what a double click does.
fn is_harmless(name: &str) -> bool {
    const HARMLESS: [&str; 30] = [
        "7z", "amr", "avif", "avi", "bmp", "csv", "doc", "dwg", "eml", "epub", "gz", "heic",
        "heif", "ics", "jp2", "key", "mkv", "mov", "msg", "numbers", "odp", "ods", "odt", "pages",
        "ppt", "pptx", "psd", "rtf", "tiff", "zip",
    ];
    name.rsplit_once('.').is_some_and(|(_, ending)| HARMLESS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::super::content::OCTETS;
    use super::*;

    #[test]
    fn a_name_has_the_ending_of_its_content_and_starts_no_program() {
        for (given, mime, markup, wanted) in [
            ("Photo 1.JPG", file::JPEG, false, "Photo 1.JPG"),
            ("photo.exe", file::JPEG, false, "photo.exe.jpg"),
            ("../../etc/passwd", file::TXT, false, "passwd.txt"),
            ("invoice\u{202e}gpj.exe", OCTETS, false, "invoicegpj.exe.bin"),
            ("archive.zip", OCTETS, false, "archive.zip"),
            ("page.html", OCTETS, true, "page.html.txt"),
            ("setup.hta", OCTETS, false, "setup.hta.bin"),
            ("list.csv", file::TXT, false, "list.csv"),
            ("", WEBP, false, "document.webp"),
        ] {
            assert_eq!(name(Some(given), Medium::Document, mime, markup), wanted, "{given}");
        }
        let long = name(Some(&"x".repeat(400)), Medium::Document, file::PDF, false);
        assert!(long.ends_with(".pdf") && long.len() < 210);
    }
}

//! The form in which clients show a customer's file, by its content. The provider's word decides only
//! between forms that the content leaves open: a film without pictures is a sound.

use domain::content::Medium;
use domain::file::{self, Reason};

use super::form;
use crate::file::sniff;

/// The largest file of any form, in bytes.
pub(super) const LARGEST: u64 = 25 * 1024 * 1024;
/// The largest picture, sound or film, in bytes.
const LARGEST_SHOWN: u64 = 16 * 1024 * 1024;
/// The most pixels of a picture that a browser is given to show.
const PIXELS: u64 = 50_000_000;
/// The type of a file that is only saved.
pub(super) const OCTETS: &str = "application/octet-stream";

/// The form of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) medium: Medium,
    pub(super) mime: &'static str,
    pub(super) name: String,
    /// The width and height of a picture, if its head says them.
    pub(super) pixels: Option<(u32, u32)>,
}

/// Looks at a file. Programs are refused; everything that browsers do not show safely becomes a
/// document that people can only save.
pub(super) fn form(bytes: &[u8], announced: Medium, name: Option<&str>) -> Result<Form, Reason> {
    if is_program(bytes) {
        return Err(Reason::Program);
    }
    let (medium, mime) = kind(bytes, announced);
    let shown = medium != Medium::Document;
    if shown && bytes.len() as u64 > LARGEST_SHOWN {
        return Err(Reason::TooLarge);
    }
    let pixels = sniff::pixels(bytes).filter(|_| shown);
    let many = pixels.is_some_and(|(w, h)| u64::from(w) * u64::from(h) > PIXELS);
    // A picture of so many pixels would take a browser's memory.
    let (medium, pixels) = if many { (Medium::Document, None) } else { (medium, pixels) };
    let markup = medium == Medium::Document && mime == OCTETS && is_markup(bytes);
    Ok(Form { medium, mime, name: form::name(name, medium, mime, markup), pixels })
}

fn kind(bytes: &[u8], announced: Medium) -> (Medium, &'static str) {
    let picture = if announced == Medium::Sticker { Medium::Sticker } else { Medium::Image };
    // A voice message stays one, and nothing but a sound is one.
    let spoken = announced == Medium::Voice;
    let audio = if spoken { Medium::Voice } else { Medium::Audio };
    let sound = spoken || announced == Medium::Audio;
    let found = infer::get(bytes).map(|kind| kind.mime_type());
    match found {
        Some("image/jpeg") => (picture, file::JPEG),
        Some("image/png") => (picture, file::PNG),
        Some("image/gif") => (picture, file::GIF),
        Some("image/webp") => (picture, form::WEBP),
        Some("video/mp4" | "video/x-m4v") if sound => (audio, form::M4A),
        Some("video/mp4" | "video/x-m4v") => (Medium::Video, file::MP4),
        Some("video/webm") if sound => (audio, form::WEBM_SOUND),
        Some("video/webm") => (Medium::Video, form::WEBM),
        Some("audio/m4a") => (audio, form::M4A),
        Some("audio/ogg" | "audio/opus") => (audio, form::OGG),
        Some("audio/mpeg") => (audio, form::MP3),
        Some("audio/aac") => (audio, form::AAC),
        Some("audio/x-wav") => (audio, form::WAV),
        Some("audio/x-flac") => (audio, form::FLAC),
        _ => (Medium::Document, document(bytes)),
    }
}

/// The type of a document: one that people open with their own programs, or none in particular.
fn document(bytes: &[u8]) -> &'static str {
    let length = bytes.len();
    let edge = usize::try_from(sniff::SAMPLE).unwrap_or(length).min(length);
    let head = &bytes[..edge];
    let directory = sniff::directory(head).and_then(|at| usize::try_from(at).ok());
    let directory = directory.and_then(|at| bytes.get(at..length.min(at + 4_096)));
    let sample = sniff::Sample {
        head,
        tail: &bytes[length - edge..],
        directory: directory.unwrap_or_default(),
    };
    sniff::mime(&sample).unwrap_or(OCTETS)
}

/// Whether a file is a program, or a container with a program in it.
fn is_program(bytes: &[u8]) -> bool {
    const PROGRAMS: [&str; 14] = [
        "application/wasm",
        "application/x-executable",
        "application/vnd.microsoft.portable-executable",
        "application/java",
        "application/x-llvm",
        "application/x-mach-binary",
        "application/vnd.android.dex",
        "application/vnd.android.dey",
        "application/x-shockwave-flash",
        "application/x-google-chrome-extension",
        "application/vnd.debian.binary-package",
        "application/x-rpm",
        "application/x-msi",
        "text/x-shellscript",
    ];
    if infer::get(bytes).is_some_and(|kind| PROGRAMS.contains(&kind.mime_type())) {
        return true;
    }
    let tail = &bytes[bytes.len().saturating_sub(64 * 1024)..];
    let names = |part: &[u8]| tail.windows(part.len()).any(|window| window == part);
    // The list at a container's end names its parts.
    let parts: [&[u8]; 4] = [b"vbaProject.bin", b"classes.dex", b".class", b".exe"];
    sniff::is_package(bytes) && parts.iter().any(|part| names(part))
}

/// Whether a browser could take the file for a page or a drawing with programs in it.
fn is_markup(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1_024)];
    let text = String::from_utf8_lossy(head);
    let first = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    first.starts_with('<')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
    const MP4: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom";
    const OGG: &[u8] = b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead";

    fn seen(bytes: &[u8], announced: Medium, name: Option<&str>) -> (Medium, &'static str, String) {
        let form = form(bytes, announced, name).unwrap();
        (form.medium, form.mime, form.name)
    }

    #[test]
    fn the_content_counts_and_not_the_announcement() {
        for (bytes, announced, medium, mime, name) in [
            (PNG, Medium::Image, Medium::Image, file::PNG, "image.png"),
            (PNG, Medium::Sticker, Medium::Sticker, file::PNG, "sticker.png"),
            (PNG, Medium::Document, Medium::Image, file::PNG, "image.png"),
            (MP4, Medium::Video, Medium::Video, file::MP4, "video.mp4"),
            (MP4, Medium::Audio, Medium::Audio, "audio/mp4", "audio.m4a"),
            (OGG, Medium::Audio, Medium::Audio, "audio/ogg", "audio.ogg"),
            (b"%PDF-1.7\n", Medium::Image, Medium::Document, file::PDF, "document.pdf"),
            (b"Hello", Medium::Image, Medium::Document, file::TXT, "document.txt"),
            (b"\x01\x02", Medium::Image, Medium::Document, OCTETS, "document.bin"),
        ] {
            assert_eq!(seen(bytes, announced, None), (medium, mime, name.to_owned()));
        }
    }

    #[test]
    fn markup_is_a_document_that_is_only_saved_as_text() {
        for page in [
            "<html><script>alert(1)</script></html>",
            " \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "\u{feff}<?xml version='1.0'?><svg/>",
            "<!DOCTYPE html>",
        ] {
            let (medium, mime, name) = seen(page.as_bytes(), Medium::Image, Some("cat.svg"));
            assert_eq!((medium, mime, name.as_str()), (Medium::Document, OCTETS, "cat.svg.txt"));
        }
    }

    #[test]
    fn programs_are_refused_whatever_they_are_called() {
        let package = |part: &str| [b"PK\x03\x04", part.as_bytes()].concat();
        for program in [
            [b"\x7fELF\x02\x01\x01".as_slice(), &[0; 200]].concat(),
            [b"MZ".as_slice(), &[0; 200]].concat(),
            b"#!/bin/sh\nrm -rf /".to_vec(),
            package("[Content_Types].xml word/document.xml word/vbaProject.bin"),
            package("AndroidManifest.xml classes.dex"),
        ] {
            let refused = form(&program, Medium::Image, Some("photo.jpg"));
            assert_eq!(refused, Err(Reason::Program), "{:?}", &program[..4]);
        }
        assert!(form(&package("a.txt"), Medium::Document, None).is_ok());
    }

    #[test]
    fn a_shown_file_has_a_smaller_limit_than_a_saved_one() {
        let long = |head: &[u8]| [head, &vec![7; 17 * 1024 * 1024]].concat();
        assert_eq!(form(&long(PNG), Medium::Image, None), Err(Reason::TooLarge));
        assert!(form(&long(b"%PDF-1.7\n"), Medium::Document, None).is_ok());
    }

    #[test]
    fn a_picture_of_too_many_pixels_is_only_saved() {
        let mut huge = PNG.to_vec();
        huge[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        let form = form(&huge, Medium::Image, None).unwrap();
        assert_eq!((form.medium, form.pixels), (Medium::Document, None));
    }
}

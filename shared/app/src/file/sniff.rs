//! The type of a file, from its content (F78). Names and declarations count for nothing.
//!
//! Pictures, films and PDF show their type in their first bytes. Office files are containers: the
//! list of parts at the end tells the type of a newer one, and the directory, whose place the first
//! bytes tell, the type of an older one. A file of no other type may be plain text.

use domain::file;

/// The number of bytes that the check reads at a file's beginning, and at its end.
pub(crate) const SAMPLE: u64 = 64 * 1024;

/// The parts of a file that the check reads.
#[derive(Debug, Default)]
pub(crate) struct Sample<'a> {
    /// The file's first bytes, at most [`SAMPLE`].
    pub head: &'a [u8],
    /// The file's last bytes, if [`is_package`] asks for them.
    pub tail: &'a [u8],
    /// The sector at [`directory`], where there is one.
    pub directory: &'a [u8],
}

/// Whether the check must read the end of the file, too.
pub(crate) fn is_package(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// The position at which an old office file's directory begins.
pub(crate) fn directory(head: &[u8]) -> Option<u64> {
    if !head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return None;
    }
    let shift = u16::from_le_bytes(head.get(30..32)?.try_into().ok()?);
    let sector = u32::from_le_bytes(head.get(48..52)?.try_into().ok()?);
    // Sectors have 512 or 4,096 bytes, and no file that we take has more than 16 MB of them.
    let fits = matches!(shift, 9 | 12) && sector < 0x0001_0000;
    fits.then(|| (u64::from(sector) + 1) << shift)
}

/// Returns the type of the content, if it is one that a channel or a comment carries.
pub(crate) fn mime(sample: &Sample<'_>) -> Option<&'static str> {
    let head = sample.head;
    if is_package(head) {
        return package(sample.tail);
    }
    if directory(head).is_some() {
        return compound(sample.directory);
    }
    match infer::get(head).map(|kind| kind.mime_type()) {
        Some(file::JPEG) => Some(file::JPEG),
        Some(file::PNG) => Some(file::PNG),
        Some(file::GIF) => Some(file::GIF),
        Some(file::PDF) => Some(file::PDF),
        Some(file::MP4) => Some(file::MP4),
        Some(_) => None,
        None => is_text(head).then_some(file::TXT),
    }
}

/// Whether content of type `found` may go as `declared`: a table of values is plain text.
pub(crate) fn fits(declared: &str, found: &str) -> bool {
    declared == found || (declared == file::CSV && found == file::TXT)
}

/// Returns the type of a newer office file, by the parts that the package names at its end. The
/// function refuses a package with programs in it.
fn package(tail: &[u8]) -> Option<&'static str> {
    let names = |part: &[u8]| tail.windows(part.len()).any(|w| w == part);
    if !names(b"[Content_Types].xml") || names(b"vbaProject.bin") {
        return None;
    }
    match (names(b"word/document.xml"), names(b"xl/workbook.xml")) {
        (true, false) => Some(file::DOCX),
        (false, true) => Some(file::XLSX),
        _ => None,
    }
}

/// Returns the type of an older office file, by the streams that the directory names.
fn compound(directory: &[u8]) -> Option<&'static str> {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory.chunks_exact(128).any(|entry| {
            entry.strip_prefix(wide.as_slice()).is_some_and(|rest| rest.starts_with(&[0, 0]))
        })
    };
    if names("WordDocument") {
        return Some(file::DOC);
    }
    (names("Workbook") || names("Book")).then_some(file::XLS)
}

/// Whether this is text that no browser could take for markup: UTF-8 without control characters.
fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The sample may end within a character.
        Err(e) if e.error_len().is_none() && head.len() as u64 == SAMPLE => {
            std::str::from_utf8(&head[..e.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    let plain = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let first = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars().next();
    first.is_some_and(|c| c != '<' && c != '%') && text.chars().all(plain)
}

/// The width and height of a picture, in pixels.
pub(crate) fn pixels(head: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(head).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(bytes: &[u8]) -> Option<&'static str> {
        mime(&Sample { head: bytes, tail: bytes, ..Sample::default() })
    }

    #[test]
    fn pictures_films_and_pdf_show_themselves() {
        assert_eq!(head(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Some(file::PNG));
        assert_eq!(head(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some(file::JPEG));
        assert_eq!(head(b"GIF89a\x01\0\x01\0"), Some(file::GIF));
        assert_eq!(head(b"%PDF-1.7\n%"), Some(file::PDF));
        assert_eq!(head(b"\0\0\0\x18ftypmp42\0\0\0\0isom"), Some(file::MP4));
    }

    #[test]
    fn what_is_dangerous_or_unknown_is_nothing() {
        for bytes in [
            &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
            b"  <!doctype html><script>",
            b"<?xml version='1.0'?>",
            b"MZ\x90\0\x03\0\0\0",
            b"\x7fELF\x02\x01\x01\0",
            b"PK\x03\x04 a plain archive",
            b"%!PS-Adobe",
            b"a\0b",
            b"\xff\xfe\xfd",
            b"",
        ] {
            assert_eq!(head(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn text_is_what_nothing_else_is() {
        assert_eq!(head("Grüße\tan alle\r\n".as_bytes()), Some(file::TXT));
        assert!(fits(file::CSV, file::TXT));
        assert!(!fits(file::TXT, file::PDF));
        let mut cut = vec![b'a'; usize::try_from(SAMPLE).unwrap() - 1];
        cut.push("é".as_bytes()[0]);
        assert_eq!(head(&cut), Some(file::TXT), "a sample may end within a character");
        cut.pop();
        cut.push(0xff);
        assert_eq!(head(&cut), None);
    }

    #[test]
    fn newer_office_files_are_told_by_their_parts() {
        let package = |parts: &str| {
            let bytes = [b"PK\x03\x04", parts.as_bytes()].concat();
            mime(&Sample { head: &bytes, tail: &bytes, ..Sample::default() })
        };
        assert_eq!(package("[Content_Types].xml word/document.xml"), Some(file::DOCX));
        assert_eq!(package("[Content_Types].xml xl/workbook.xml"), Some(file::XLSX));
        assert_eq!(package("[Content_Types].xml word/document.xml word/vbaProject.bin"), None);
        assert_eq!(package("META-INF/MANIFEST.MF"), None);
    }

    #[test]
    fn older_office_files_are_told_by_their_directory() {
        let mut head = vec![0_u8; 512];
        head[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        head[30] = 9;
        head[48] = 7;
        assert_eq!(directory(&head), Some(8 * 512));
        let listed = |name: &str| {
            let mut entry = vec![0_u8; 256];
            for (at, unit) in name.encode_utf16().enumerate() {
                entry[128 + at * 2..130 + at * 2].copy_from_slice(&unit.to_le_bytes());
            }
            mime(&Sample { head: &head, tail: &[], directory: &entry })
        };
        assert_eq!(listed("WordDocument"), Some(file::DOC));
        assert_eq!(listed("Workbook"), Some(file::XLS));
        assert_eq!(listed("WordDocuments"), None);
        head[30] = 60;
        assert_eq!(directory(&head), None);
    }

    #[test]
    fn a_picture_has_a_size() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";
        assert_eq!(pixels(png), Some((640, 480)));
        assert_eq!(pixels(b"%PDF-1.7"), None);
    }
}

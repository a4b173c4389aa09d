//! What kinds of files travel (F78): by what they are, never by what they are called.

use crate::Refusal;
use crate::content::{Media, Medium};

/// One kind of file that a channel carries, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRule {
    /// What such a file is shown as.
    pub medium: Medium,
    /// Its types, as MIME names them.
    pub types: &'static [&'static str],
    /// The largest, in bytes.
    pub limit: u64,
}

const MEGABYTE: u64 = 1024 * 1024;

/// Joint Photographic Experts Group.
pub const JPEG: &str = "image/jpeg";
/// Portable Network Graphics.
pub const PNG: &str = "image/png";
/// Graphics Interchange Format.
pub const GIF: &str = "image/gif";
/// MPEG-4.
pub const MP4: &str = "video/mp4";
/// Portable Document Format.
pub const PDF: &str = "application/pdf";
/// Word, before 2007.
pub const DOC: &str = "application/msword";
/// Word.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Excel, before 2007.
pub const XLS: &str = "application/vnd.ms-excel";
/// Excel.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Plain text.
pub const TXT: &str = "text/plain";
/// Comma-separated values.
pub const CSV: &str = "text/csv";

const fn images(types: &'static [&'static str]) -> FileRule {
    FileRule { medium: Medium::Image, types, limit: 5 * MEGABYTE }
}

const fn documents(types: &'static [&'static str]) -> FileRule {
    FileRule { medium: Medium::Document, types, limit: 10 * MEGABYTE }
}

const VIDEO: FileRule = FileRule { medium: Medium::Video, types: &[MP4], limit: 16 * MEGABYTE };

/// What WhatsApp carries.
pub const WHATSAPP: &[FileRule] =
    &[images(&[JPEG, PNG]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT]), VIDEO];
/// What web chat carries, in both directions.
pub const WEB: &[FileRule] =
    &[images(&[JPEG, PNG, GIF]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT, CSV])];
/// What goes with a remark for colleagues (F80): whatever any channel carries.
pub const REMARK: &[FileRule] =
    &[images(&[JPEG, PNG, GIF]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT, CSV]), VIDEO];

/// How many files go with one remark.
const REMARK_FILES: usize = crate::limit::FILES;

/// That no more files go with a remark than may.
///
/// # Errors
/// [`Refusal::OutOfRange`], with how many may.
pub fn few_enough(files: usize) -> Result<(), Refusal> {
    if files <= REMARK_FILES {
        return Ok(());
    }
    Err(Refusal::OutOfRange { field: "files", least: 0, most: 10 })
}

/// The size of the largest file that the rules let pass.
#[must_use]
pub fn largest(rules: &[FileRule]) -> u64 {
    rules.iter().map(|rule| rule.limit).max().unwrap_or_default()
}

/// What a file of this type and size is shown as, where the rules let it pass.
///
/// # Errors
/// [`Refusal::FileKindRefused`] and [`Refusal::FileTooLarge`], with what would pass.
pub fn admit(
    rules: &[FileRule],
    place: &'static str,
    mime: &str,
    size: u64,
) -> Result<Medium, Refusal> {
    let rule = rules.iter().find(|rule| rule.types.contains(&mime));
    let rule = rule
        .ok_or_else(|| Refusal::FileKindRefused { place, mime: crate::content::cut(mime, 80) })?;
    if size > rule.limit {
        return Err(Refusal::FileTooLarge { size, limit: rule.limit });
    }
    Ok(rule.medium)
}

/// Whether a file that was handed in may go this way.
///
/// # Errors
/// As [`admit`].
pub(crate) fn pass(rules: &[FileRule], place: &'static str, media: &Media) -> Result<(), Refusal> {
    admit(rules, place, &media.mime, media.size.unwrap_or(0)).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_files_go_with_a_remark_and_no_eleventh() {
        assert_eq!(few_enough(10), Ok(()));
        let refused = Refusal::OutOfRange { field: "files", least: 0, most: 10 };
        assert_eq!(few_enough(11), Err(refused));
    }

    #[test]
    fn the_largest_file_of_a_channel_is_its_film_or_else_its_document() {
        assert_eq!((largest(WHATSAPP), largest(WEB)), (16 * MEGABYTE, 10 * MEGABYTE));
    }

    #[test]
    fn a_kind_passes_where_it_is_listed_and_up_to_its_limit() {
        assert_eq!(admit(WEB, "Web chat", PNG, 5 * MEGABYTE), Ok(Medium::Image));
        assert_eq!(
            admit(WEB, "Web chat", PNG, 5 * MEGABYTE + 1),
            Err(Refusal::FileTooLarge { size: 5 * MEGABYTE + 1, limit: 5 * MEGABYTE })
        );
        assert_eq!(admit(WHATSAPP, "WhatsApp", MP4, 16 * MEGABYTE), Ok(Medium::Video));
        assert_eq!(admit(WHATSAPP, "WhatsApp", PDF, 10 * MEGABYTE), Ok(Medium::Document));
    }

    #[test]
    fn films_go_to_whatsapp_only_and_moving_pictures_not_there() {
        let refused = |rules, mime| {
            matches!(admit(rules, "x", mime, 1), Err(Refusal::FileKindRefused { .. }))
        };
        assert!(refused(WEB, MP4));
        assert!(refused(WHATSAPP, GIF));
        assert!(refused(WHATSAPP, CSV));
        for rules in [WEB, WHATSAPP, REMARK] {
            for mime in ["image/svg+xml", "text/html", "application/zip", ""] {
                assert!(refused(rules, mime), "{mime}");
            }
        }
    }
}

//! The kinds of files that may travel (F78), and customers' files at the provider. The rules look at a
//! file's type, never at its name.

mod command;
mod facts;
pub(crate) mod kinds;
pub(crate) mod rules;

use crate::Refusal;
use crate::content::{Media, Medium};
pub use command::Ask;
pub(crate) use facts::wait_for;
pub use facts::{Asked, Fetched, Kept, Outcome, Reason, Thumbnail, elsewhere, is_elsewhere};
pub use kinds::{
    COMMENT, CSV, DOC, DOCX, EMAIL, FileRule, GIF, INSTAGRAM, JPEG, MESSENGER, MP4, PDF, PNG, SMS,
    TXT, WEB, WHATSAPP, XLS, XLSX,
};

/// How many files one comment carries.
const REMARK_FILES: usize = crate::limit::FILES;

/// Checks the number of files of a comment.
///
/// # Errors
/// [`Refusal::OutOfRange`], with the limit.
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

/// The medium as which clients show a file of this type and size, if the rules admit the file.
///
/// # Errors
/// [`Refusal::FileKindRefused`], or [`Refusal::FileTooLarge`] with the limit.
pub fn admit(
    rules: &[FileRule],
    place: &'static str,
    mime: &str,
    size: u64,
) -> Result<Medium, Refusal> {
    let rule = rules.iter().find(|rule| rule.types.contains(&mime));
    let rule = rule.ok_or_else(|| Refusal::FileKindRefused {
        place,
        mime: crate::kernel::words::cut(mime, 80),
    })?;
    if size > rule.limit {
        return Err(Refusal::FileTooLarge { size, limit: rule.limit });
    }
    Ok(rule.medium)
}

/// Checks that the rules admit an uploaded file.
///
/// # Errors
/// As [`admit`].
pub(crate) fn pass(rules: &[FileRule], place: &'static str, media: &Media) -> Result<(), Refusal> {
    admit(rules, place, &media.mime, media.size.unwrap_or(0)).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::kinds::MEGABYTE;
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
        for rules in [WEB, WHATSAPP, COMMENT] {
            for mime in ["image/svg+xml", "text/html", "application/zip", ""] {
                assert!(refused(rules, mime), "{mime}");
            }
        }
    }

    #[test]
    fn an_uploaded_file_passes_by_its_type_and_its_size() {
        let file = |mime: &str, size| Media {
            medium: Medium::Image,
            reference: "m1".to_owned(),
            mime: mime.to_owned(),
            name: None,
            caption: None,
            size,
            width: None,
            height: None,
        };
        let code = |mime, size| pass(WEB, "Web chat", &file(mime, size)).map_err(|r| r.code());
        assert_eq!(code(PNG, Some(5 * MEGABYTE)), Ok(()));
        assert_eq!(code(PNG, None), Ok(()));
        assert_eq!(code(PNG, Some(5 * MEGABYTE + 1)), Err("file_too_large"));
        assert_eq!(code(MP4, Some(1)), Err("file_kind_refused"));
    }
}

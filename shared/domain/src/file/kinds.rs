//! The kinds of files that each channel and a comment take (F78).

use crate::content::Medium;

/// One kind of file that a channel carries, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRule {
    /// The medium as which clients show such a file.
    pub medium: Medium,
    /// The MIME types of this kind.
    pub types: &'static [&'static str],
    /// The size of the largest file, in bytes.
    pub limit: u64,
}

pub(crate) const MEGABYTE: u64 = 1024 * 1024;

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

/// The kinds of files that WhatsApp carries.
pub const WHATSAPP: &[FileRule] =
    &[images(&[JPEG, PNG]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT]), VIDEO];

/// The kinds of files that web chat carries, in both directions.
pub const WEB: &[FileRule] =
    &[images(&[JPEG, PNG, GIF]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT, CSV])];

/// The kinds of files that SMS carries, as MMS: five megabytes for all of a message.
pub const SMS: &[FileRule] = &[
    images(&[JPEG, PNG, GIF]),
    FileRule { medium: Medium::Document, types: &[PDF], limit: 5 * MEGABYTE },
    FileRule { medium: Medium::Video, types: &[MP4], limit: 5 * MEGABYTE },
];

/// The kinds of files that Messenger carries. Providers take more; the engine keeps to the sizes
/// that its own store takes.
pub const MESSENGER: &[FileRule] =
    &[images(&[JPEG, PNG, GIF]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT, CSV]), VIDEO];

/// The kinds of files that agents send by e-mail; customers send any kind.
pub const EMAIL: &[FileRule] =
    &[images(&[JPEG, PNG, GIF]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT, CSV]), VIDEO];

/// The kinds of files that Instagram carries.
pub const INSTAGRAM: &[FileRule] = &[images(&[JPEG, PNG]), VIDEO];

/// The kinds of files that a comment for colleagues carries (F80): every kind that any channel
/// carries.
pub const COMMENT: &[FileRule] =
    &[images(&[JPEG, PNG, GIF]), documents(&[PDF, DOC, DOCX, XLS, XLSX, TXT, CSV]), VIDEO];

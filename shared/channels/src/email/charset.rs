//! Text of every charset, with the wrong label or with none.

use encoding_rs::Encoding;
use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use mail_parser::{MessagePart, MimeHeaders, PartType};

/// The bytes of which a charset is guessed.
const GUESSED: usize = 64 * 1024;

/// The text of a part; `None` if the part is none.
pub(super) fn text(part: &MessagePart<'_>, raw: &[u8]) -> Option<String> {
    let (PartType::Text(read) | PartType::Html(read)) = &part.body else { return None };
    let label = part.content_type().and_then(|kind| kind.attribute("charset")).unwrap_or("");
    let says_nothing = label.is_empty()
        || label.eq_ignore_ascii_case("us-ascii")
        || label.to_ascii_lowercase().contains("unknown");
    let doubtful =
        read.contains('\u{fffd}') || (says_nothing && (!read.is_ascii() || read.contains('\x1b')));
    if !doubtful {
        return Some(read.clone().into_owned());
    }
    let bytes = content(part, raw);
    let encoding = Encoding::for_label(label.trim().as_bytes()).filter(|_| !says_nothing);
    Some(match encoding {
        Some(encoding) if encoding != encoding_rs::UTF_8 => encoding.decode(&bytes).0.into_owned(),
        _ => guessed(&bytes),
    })
}

/// The text of bytes without a label: UTF-8 if they are, else what they look like.
pub(super) fn guessed(bytes: &[u8]) -> String {
    let escapes = bytes.contains(&0x1b);
    if let (Ok(text), false) = (std::str::from_utf8(bytes), escapes) {
        return text.to_owned();
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(GUESSED)], bytes.len() <= GUESSED);
    detector.guess(None, chardetng::Utf8Detection::Allow).decode(bytes).0.into_owned()
}

/// The decoded content of a part, as bytes.
pub(super) fn content(part: &MessagePart<'_>, raw: &[u8]) -> Vec<u8> {
    let range = part.raw_body_offset() as usize..part.raw_end_offset() as usize;
    let slice = raw.get(range).unwrap_or_default();
    let decoded = match part.encoding {
        mail_parser::Encoding::Base64 => base64_decode(slice),
        mail_parser::Encoding::QuotedPrintable => quoted_printable_decode(slice),
        mail_parser::Encoding::None => None,
    };
    decoded.unwrap_or_else(|| slice.to_vec())
}

/// Reports whether a field holds encoded words (RFC 2047).
pub(super) fn has_words(raw: &[u8]) -> bool {
    raw.windows(2).any(|pair| pair == b"=?")
}

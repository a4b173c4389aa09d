//! The bounds that make hostile mails cheap: they hold before a parser sees a byte.
//!
//! A parser of MIME spends memory on every part and a stack frame on every level, and looks for a
//! boundary up to the end of the mail. Each bound below counts something that a sender must write
//! down for that, in one pass over the bytes.

use std::borrow::Cow;

/// The largest mail that is read, in bytes: SES takes in up to 40 MB.
pub const MAIL: usize = 40 * 1024 * 1024;
/// The bytes of the mail's own header that are kept.
const HEADER: usize = 256 * 1024;
/// The bytes of one field of the header that are kept.
const FIELD: usize = 32 * 1024;
/// The fields of the header that are kept.
const FIELDS: usize = 1_000;
/// The places at which a part may begin.
const PARTS: usize = 50_000;
/// The places at which a part names its type: bounds how deep messages lie in each other.
const TYPES: usize = 400;
/// The bytes that all searches for boundaries together may look at.
const SEARCHED: usize = 1 << 30;
/// The longest field of a part's header, in lines: a part with more names its parameters in
/// thousands of pieces (RFC 2231).
const LINES: usize = 400;

/// The part of the mail that a parser may see, and whether something was cut off.
pub(super) fn bounded(raw: &[u8]) -> (Cow<'_, [u8]>, bool) {
    let (header, body) = split(raw);
    let (header, cut_header) = thin(header);
    let end = end_of(body);
    if !cut_header && end == body.len() {
        return (Cow::Borrowed(raw), false);
    }
    let mut kept = header;
    kept.extend_from_slice(&body[..end]);
    (Cow::Owned(kept), true)
}

/// The mail's own header, with the empty line behind it, and the rest.
pub(super) fn split(raw: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    while let Some(length) = raw[at..].iter().position(|byte| *byte == b'\n') {
        let line = &raw[at..at + length];
        at += length + 1;
        if line.is_empty() || line == b"\r" {
            break;
        }
    }
    // A mail without an empty line is all header.
    let end = if at == 0 { raw.len() } else { at };
    raw.split_at(end)
}

/// The fields that decide what a mail is: they stay even behind a megabyte of others.
const NEEDED: [&[u8]; 16] = [
    b"from:",
    b"to:",
    b"cc:",
    b"reply-to:",
    b"subject:",
    b"date:",
    b"message-id:",
    b"in-reply-to:",
    b"references:",
    b"content-type:",
    b"content-transfer-encoding:",
    b"auto-submitted:",
    b"precedence:",
    b"return-path:",
    b"list-id:",
    b"x-switchboard",
];

fn thin(header: &[u8]) -> (Vec<u8>, bool) {
    let mut kept = Vec::with_capacity(header.len().min(2 * HEADER));
    let (mut fields, mut needed, mut cut) = (0, 0, false);
    for field in Fields(header) {
        let is_end = field == b"\n" || field == b"\r\n";
        let begins = |name: &[u8]| {
            field.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        let wanted = needed < 64 && NEEDED.iter().any(|name| begins(name));
        fields += 1;
        needed += usize::from(wanted);
        if !is_end && !wanted && (fields > FIELDS || kept.len() > HEADER) {
            cut = true;
        } else if field.len() > FIELD {
            cut = true;
            kept.extend_from_slice(&field[..FIELD]);
            kept.extend_from_slice(b"\r\n");
        } else {
            kept.extend_from_slice(field);
        }
    }
    (kept, cut)
}

/// The fields of a header, each with its folded lines and its line ends.
struct Fields<'a>(&'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        if self.0.is_empty() {
            return None;
        }
        let mut end = 0;
        loop {
            end += self.0[end..]
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(self.0.len() - end, |n| n + 1);
            if !matches!(self.0.get(end), Some(b' ' | b'\t')) {
                break;
            }
        }
        let (field, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(field)
    }
}

/// The end of the body that is read: at the line that passes a bound.
fn end_of(body: &[u8]) -> usize {
    let searches = (SEARCHED / body.len().max(1)).clamp(20, TYPES);
    let (mut parts, mut boundaries, mut types, mut folded) = (0, 0, 0, 0);
    let (mut at, mut line) = (0, 0);
    while at < body.len() {
        match body[at] {
            b'\n' => {
                line = at + 1;
                let goes_on = matches!(body.get(line), Some(b' ' | b'\t'))
                    && !matches!(body.get(line + 1), None | Some(b'\r' | b'\n'));
                folded = if goes_on { folded + 1 } else { 0 };
                // Indented prose is no header: only lines of parameters count.
                if folded > LINES
                    && body[line..]
                        .iter()
                        .take(200)
                        .take_while(|b| **b != b'\n')
                        .any(|b| *b == b'*')
                {
                    return line;
                }
            }
            b'-' if body.get(at + 1) == Some(&b'-') => {
                let run = body[at..].iter().take_while(|byte| **byte == b'-').count();
                // A boundary may be one dash itself: then three dashes are a part.
                parts += run.div_ceil(3);
                at += run - 1;
            }
            b'b' | b'B' if begins(&body[at..], b"boundary") => boundaries += 1,
            b'c' | b'C' if begins(&body[at..], b"content-type") => types += 1,
            _ => {}
        }
        if parts > PARTS || boundaries > searches || types > TYPES {
            return line;
        }
        at += 1;
    }
    body.len()
}

fn begins(bytes: &[u8], word: &[u8]) -> bool {
    bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_mail_is_not_copied() {
        let raw = b"From: a@b.c\r\nSubject: x\r\n y\r\n\r\nHello -- world\r\n--\r\nA\r\n";
        assert!(matches!(bounded(raw), (Cow::Borrowed(_), false)));
        assert_eq!(split(raw).1, b"Hello -- world\r\n--\r\nA\r\n");
        assert_eq!(split(b"From: a@b.c").0, b"From: a@b.c");
    }

    #[test]
    fn the_needed_fields_survive_five_megabytes_of_others() {
        let mut raw = b"X-A: 1\r\n".repeat(650_000);
        raw.extend_from_slice(b"From: ada@example.com\r\nSubject: late\r\n\r\nbody");
        let (kept, cut) = bounded(&raw);
        let kept = String::from_utf8(kept.into_owned()).unwrap();
        assert!(cut && kept.len() < 2 * HEADER);
        assert!(kept.contains("From: ada@example.com\r\nSubject: late\r\n\r\nbody"));
    }

    #[test]
    fn a_field_of_a_megabyte_is_cut_and_its_neighbours_stay() {
        let raw = format!("References: {}\r\nFrom: a@b.c\r\n\r\nbody", "<x@y> ".repeat(200_000));
        let (kept, cut) = bounded(raw.as_bytes());
        assert!(cut && kept.len() < FIELD + 100);
        assert!(kept.ends_with(b"\r\nFrom: a@b.c\r\n\r\nbody"));
    }

    #[test]
    fn a_size_that_would_cost_memory_ends_the_mail() {
        let parts = format!("a: b\n\n{}", "--b\n\n".repeat(60_000));
        assert!(bounded(parts.as_bytes()).0.len() < 5 * PARTS + 20);
        let deep = format!("a: b\n\n{}", "Content-Type: message/rfc822\n\n".repeat(10_000));
        assert!(bounded(deep.as_bytes()).0.len() < 40 * TYPES);
    }
}

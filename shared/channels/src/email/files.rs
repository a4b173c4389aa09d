//! The files of a mail: names, types and kinds.

use std::collections::HashSet;

use mail_parser::{MessagePart, MimeHeaders, PartType};

use super::charset;
use super::letter::{Attachment, Kind};
use super::plain::one_line;

/// The longest name of a file, in bytes.
const NAME: usize = 200;

/// The type that a part claims, in lower case.
pub(super) fn mime(part: &MessagePart<'_>) -> String {
    let Some(kind) = part.content_type() else {
        return match part.body {
            PartType::Message(_) => "message/rfc822",
            _ => "text/plain",
        }
        .to_owned();
    };
    let whole = format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("plain")).to_lowercase();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "/+-._".contains(c);
    if whole.chars().all(allowed) && whole.len() <= 100 {
        whole
    } else {
        "application/octet-stream".to_owned()
    }
}

/// Reports whether machines read parts of this type.
pub(super) fn is_report(mime: &str) -> bool {
    matches!(
        mime,
        "message/delivery-status"
            | "message/global-delivery-status"
            | "message/disposition-notification"
            | "message/global-disposition-notification"
            | "message/feedback-report"
            | "text/rfc822-headers"
            | "message/global-headers"
    ) || is_mail(mime)
}

/// Reports whether a part of this type is another mail.
pub(super) fn is_mail(mime: &str) -> bool {
    matches!(mime, "message/rfc822" | "message/global")
}

pub(super) fn attachment(
    part: MessagePart<'_>,
    mime: String,
    raw: &[u8],
    shown: &HashSet<String>,
) -> Attachment {
    let cid = part.content_id().map(|id| one_line(id, NAME)).filter(|id| !id.is_empty());
    let smime = part.content_type().and_then(|kind| kind.attribute("smime-type")).unwrap_or("");
    let name = name(part.attachment_name().unwrap_or(""));
    let kind = kind(&mime, &name, smime);
    let inline = cid.as_ref().is_some_and(|cid| shown.contains(cid));
    let name = if name.is_empty() { named(&part, &mime) } else { name };
    let bytes = match part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.into_owned(),
        _ => charset::content(&part, raw),
    };
    Attachment { name, mime, cid, inline, kind, bytes }
}

fn kind(mime: &str, name: &str, smime: &str) -> Kind {
    match mime {
        "text/calendar" | "application/ics" => Kind::Calendar,
        "application/ms-tnef" | "application/vnd.ms-tnef" => Kind::Winmail,
        "application/pgp-encrypted" => Kind::Encrypted,
        "application/pkcs7-mime" | "application/x-pkcs7-mime"
            if smime.eq_ignore_ascii_case("signed-data") =>
        {
            Kind::Signature
        }
        "application/pkcs7-mime" | "application/x-pkcs7-mime" => Kind::Encrypted,
        "application/pgp-signature"
        | "application/pkcs7-signature"
        | "application/x-pkcs7-signature" => Kind::Signature,
        "message/rfc822" | "message/global" => Kind::Mail,
        _ if name.eq_ignore_ascii_case("winmail.dat") => Kind::Winmail,
        _ => Kind::File,
    }
}

/// A name without folders and without characters that file systems or screens trip over.
fn name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or("");
    let kept: String = last.chars().filter(|c| !"<>:\"|?*".contains(*c)).collect();
    let line = one_line(&kept, 4 * NAME);
    let line = line.trim_matches(['.', ' ']);
    if line.len() <= NAME {
        return line.to_owned();
    }
    // The ending says what the file is.
    let (stem, ending) = line.rsplit_once('.').unwrap_or((line, ""));
    let ending = &ending[..ending.floor_char_boundary(20)];
    format!("{}.{ending}", &stem[..stem.floor_char_boundary(NAME - 21)])
}

/// A name for a part without one.
fn named(part: &MessagePart<'_>, mime: &str) -> String {
    if let PartType::Message(message) = &part.body {
        let subject = name(message.subject().unwrap_or(""));
        return format!("{}.eml", if subject.is_empty() { "mail" } else { &subject });
    }
    match mime {
        "text/calendar" => "invite.ics".to_owned(),
        "text/plain" => "text.txt".to_owned(),
        "message/rfc822" => "mail.eml".to_owned(),
        "image/jpeg" => "image.jpg".to_owned(),
        "application/pgp-signature" => "signature.asc".to_owned(),
        _ => {
            let (class, kind) = mime.split_once('/').unwrap_or(("file", "bin"));
            let ending = kind.rsplit(['.', '+', '-']).next().unwrap_or("bin");
            let ending = if ending == "stream" { "bin" } else { ending };
            let stem = if class == "application" { "file" } else { class };
            format!("{stem}.{}", name(ending))
        }
    }
}

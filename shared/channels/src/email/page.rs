//! The HTML of a mail as a page of its own, for a sandboxed frame. The page holds the pictures of
//! the mail itself, and loads pictures of other servers only where a reader asked for them.

use super::html::escaped;
use super::letter::Attachment;
use super::quote::FoldedHtml;
use super::tokens::{Token, Tokens, attribute, attributes, plain};
use crate::encode::base64;

/// The largest picture that a page holds, in bytes.
const PICTURE: usize = 3 * 1024 * 1024;
/// The size of all pictures that a page holds, in bytes.
const PICTURES: usize = 10 * 1024 * 1024;
/// The kinds of pictures that browsers only draw.
const DRAWN: [&str; 5] = ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"];

/// The policy of a page, and the styles around the mail.
const HEAD: &str = "<!doctype html><html><head><meta charset=\"utf-8\">\
    <meta name=\"referrer\" content=\"no-referrer\">\
    <meta name=\"viewport\" content=\"width=device-width\">\
    <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src \
    'unsafe-inline'; img-src data:POLICY\">\
    <style>body{margin:12px;font:14px/1.5 sans-serif;overflow-wrap:anywhere;background:#fff;\
    color:#111}img{max-width:100%}summary{cursor:pointer;color:#555}</style></head><body>";

/// A page of a mail. `remote`: whether pictures of other servers are loaded.
#[must_use]
pub fn page(folded: &FoldedHtml, files: &[Attachment], remote: bool) -> String {
    let mut out = HEAD.replace("POLICY", if remote { " https: http:" } else { "" });
    let mut room = PICTURES;
    out.push_str(&shown(&folded.html, files, remote, &mut room));
    if !folded.folded.trim().is_empty() {
        out.push_str("<details><summary>\u{2022}\u{2022}\u{2022}</summary>");
        out.push_str(&shown(&folded.folded, files, remote, &mut room));
        out.push_str("</details>");
    }
    out.push_str("</body></html>");
    out
}

/// Sanitised HTML whose pictures are loaded, as far as they may be.
fn shown(html: &str, files: &[Attachment], remote: bool, room: &mut usize) -> String {
    let mut out = String::with_capacity(html.len());
    for token in Tokens::new(html) {
        let Token::Open { name: "img", attributes: written, .. } = token else {
            out.push_str(token.raw());
            continue;
        };
        out.push_str("<img");
        if let Some(src) = source(written, files, remote, room) {
            out.push_str(" src=\"");
            out.push_str(&src);
            out.push('"');
        }
        for (key, value) in attributes(written) {
            if !matches!(key, "src" | "data-cid" | "data-src") {
                out.push_str(&format!(" {key}=\"{value}\""));
            }
        }
        out.push('>');
    }
    out
}

/// The address of a picture, escaped.
fn source(written: &str, files: &[Attachment], remote: bool, room: &mut usize) -> Option<String> {
    if let Some(src) = attribute(written, "src") {
        return Some(src.to_owned());
    }
    if let Some(src) = attribute(written, "data-src") {
        return remote.then(|| src.to_owned());
    }
    let cid = plain(attribute(written, "data-cid")?);
    let file = files.iter().find(|file| file.cid.as_deref() == Some(cid.as_str()))?;
    let size = file.bytes.len();
    if !DRAWN.contains(&file.mime.as_str()) || size > PICTURE || size > *room {
        return None;
    }
    *room -= size;
    Some(format!("data:{};base64,{}", escaped(&file.mime), base64(&file.bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::email::letter::Kind;
    use crate::email::quote::fold_html;
    use crate::email::read;

    fn picture(cid: &str, mime: &str) -> Attachment {
        Attachment {
            name: "a.png".into(),
            mime: mime.into(),
            cid: Some(cid.into()),
            inline: true,
            kind: Kind::File,
            bytes: b"bytes".to_vec(),
        }
    }

    fn folded(html: &str) -> FoldedHtml {
        let mail = format!("From: a@b.example\r\nContent-Type: text/html\r\n\r\n{html}");
        fold_html(read(mail.as_bytes()).unwrap().html.as_deref().unwrap())
    }

    #[test]
    fn a_page_holds_the_mails_own_pictures_and_no_others_until_asked() {
        let html = "<p>See</p><img src=\"cid:one\" width=\"20\"><img src='cid:two'>\
                    <img src=\"https://tracker.example/?a=1&amp;b=2\">";
        let files = [picture("one", "image/png"), picture("two", "image/svg+xml")];
        let quiet = page(&folded(html), &files, false);
        assert!(quiet.contains("<img src=\"data:image/png;base64,Ynl0ZXM=\" width=\"20\">"));
        assert!(!quiet.contains("svg") && !quiet.contains("tracker"), "{quiet}");
        assert!(quiet.contains("img-src data:\">"), "{quiet}");
        let asked = page(&folded(html), &files, true);
        assert!(asked.contains("<img src=\"https://tracker.example/?a=1&amp;b=2\">"), "{asked}");
        assert!(asked.contains("img-src data: https: http:\">"));
    }

    #[test]
    fn a_picture_without_its_file_stays_empty_and_text_stays_text() {
        let html = "<p>data-src=\"https://x.example/\"</p><img src=\"cid:none\" alt=\"A\">";
        let shown = page(&folded(html), &[], true);
        assert!(shown.contains("data-src=\"https://x.example/\"") && shown.contains("alt=\"A\""));
    }

    #[test]
    fn pictures_beyond_the_room_of_a_page_are_left_out() {
        let mut large = picture("one", "image/png");
        large.bytes = vec![0; PICTURE + 1];
        let shown = page(&folded("<img src=\"cid:one\">"), &[large], false);
        assert!(shown.len() < 2_000);
    }
}

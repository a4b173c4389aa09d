//! HTML of strangers, made harmless.
//!
//! A sanitised text holds no script, no style sheet, no form and no id or class of its author, and
//! loads nothing: `src` of a picture becomes `data-src` (another server) or `data-cid` (a part of
//! the same mail), and a screen turns it into `src` once somebody asked. Screens show the text in
//! a sandboxed frame all the same.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::tokens::{Token, Tokens, attribute};

/// The longest HTML that is shown, in bytes; Gmail clips mails at 102 kB.
const LENGTH: usize = 2 * 1024 * 1024;
/// The deepest level of elements: deeper ones cost a parser quadratic time.
const DEPTH: usize = 400;
/// The formatting elements that may be open: HTML repeats all of them in each paragraph.
const FORMATTING: usize = 60;

const STYLES: [&str; 33] = [
    "background-color",
    "border",
    "border-bottom",
    "border-collapse",
    "border-color",
    "border-left",
    "border-radius",
    "border-right",
    "border-spacing",
    "border-style",
    "border-top",
    "border-width",
    "color",
    "direction",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "padding",
    "text-align",
    "text-decoration",
    "vertical-align",
    "white-space",
    "width",
];

/// The sanitiser. Ids, names and classes survive it, because quotes are found by them; [`finish`] drops
/// them.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .add_tags(["font", "u", "big", "main", "section"])
        .rm_tags(["map", "area", "bdi"])
        .add_clean_content_tags(["title", "noscript", "template", "object", "xml", "head"])
        .add_generic_attributes(["style", "dir", "id", "class"])
        .add_tag_attributes("blockquote", ["type"])
        .add_tag_attributes("div", ["name"])
        .add_tag_attributes("font", ["color", "face", "size"])
        .add_tag_attributes("table", ["border", "cellpadding", "cellspacing", "width", "bgcolor"])
        .add_tag_attributes("td", ["width", "height", "valign", "bgcolor"])
        .add_tag_attributes("tr", ["valign", "bgcolor"])
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "cid", "data"]))
        .url_relative(UrlRelative::Deny)
        .filter_style_properties(HashSet::from(STYLES))
        .attribute_filter(attribute_of);
    builder
});

fn attribute_of<'u>(element: &str, name: &str, value: &'u str) -> Option<Cow<'u, str>> {
    let scheme = value.trim_start().split(':').next().unwrap_or("").to_ascii_lowercase();
    let kept = match (element, name) {
        ("img", "src") => match scheme.as_str() {
            "data" => is_picture(value),
            _ => matches!(scheme.as_str(), "http" | "https" | "cid"),
        },
        (_, "style") => is_plain_style(value),
        (_, "href") => !matches!(scheme.as_str(), "data" | "cid"),
        // Nobody sees where a quote comes from.
        (_, "cite") => false,
        _ => true,
    };
    kept.then_some(Cow::Borrowed(value))
}

/// Reports whether a style computes and loads nothing: its only functions are those of colours.
fn is_plain_style(style: &str) -> bool {
    let mut low = style.to_ascii_lowercase();
    for colour in ["rgb(", "rgba(", "hsl(", "hsla("] {
        low = low.replace(colour, "");
    }
    !low.contains(['(', '\\', '@', '<']) && !low.contains("url")
}

/// Reports whether a `data:` URL is a picture that browsers only draw.
fn is_picture(url: &str) -> bool {
    let rest = url.trim_start().get(5..).unwrap_or("").to_ascii_lowercase();
    ["image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"]
        .iter()
        .any(|mime| rest.strip_prefix(mime).is_some_and(|rest| rest.starts_with([';', ','])))
}

/// Sanitised HTML, still with the ids and classes by which quotes are found. `None`: the markup is
/// too long, too deep or too tangled to be shown; its text still can be.
pub(super) fn clean(html: &str) -> Option<String> {
    if html.len() > LENGTH || !is_shallow(html) {
        return None;
    }
    // Nulls and other control characters are no text, and hide words from filters.
    let html: Cow<'_, str> =
        if html.contains('\0') { html.replace('\0', "").into() } else { html.into() };
    Some(CLEANER.clean(&html).to_string())
}

/// Reports whether markup is cheap to parse: one pass that counts what is open.
fn is_shallow(html: &str) -> bool {
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    let bytes = html.as_bytes();
    for (at, _) in html.match_indices('<') {
        let closes = bytes.get(at + 1) == Some(&b'/');
        let start = at + 1 + usize::from(closes);
        let length =
            bytes[start..].iter().take(12).take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = html[start..start + length].to_ascii_lowercase();
        let count = match name.as_str() {
            "a" | "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small"
            | "strike" | "strong" | "tt" | "u" => &mut formatting,
            // Elements that end themselves, or with the next of their kind.
            "" | "p" | "br" | "hr" | "img" | "li" | "td" | "th" | "tr" | "tbody" | "thead"
            | "dd" | "dt" | "option" | "meta" | "link" | "input" | "col" | "wbr" | "html"
            | "body" | "head" | "base" | "area" => continue,
            _ => &mut depth,
        };
        *count = if closes { count.saturating_sub(1) } else { *count + 1 };
        if depth > DEPTH || formatting > FORMATTING {
            return false;
        }
    }
    true
}

/// The final form of cleaned HTML, and the number of its pictures on other servers.
pub(super) fn finish(cleaned: &str) -> (String, usize) {
    let (mut out, mut remote) = (String::with_capacity(cleaned.len()), 0);
    for token in Tokens::new(cleaned) {
        let Token::Open { name, attributes, .. } = token else {
            out.push_str(token.raw());
            continue;
        };
        out.push('<');
        out.push_str(name);
        for (key, value) in super::tokens::attributes(attributes) {
            let key = match (name, key) {
                (_, "id" | "class" | "name") => continue,
                ("img", "src") if value.trim_start().starts_with("cid:") => "data-cid",
                ("img", "src") if !value.trim_start().starts_with("data:") => {
                    remote += 1;
                    "data-src"
                }
                _ => key,
            };
            let value = if key == "data-cid" {
                value.trim_start().trim_start_matches("cid:")
            } else {
                value
            };
            out.push(' ');
            out.push_str(key);
            out.push_str("=\"");
            out.push_str(value);
            out.push('"');
        }
        out.push('>');
    }
    (out, remote)
}

/// The content ids that cleaned HTML shows.
pub(super) fn cids(cleaned: &str) -> HashSet<String> {
    Tokens::new(cleaned)
        .filter_map(|token| match token {
            Token::Open { name: "img", attributes, .. } => attribute(attributes, "src"),
            _ => None,
        })
        .filter_map(|src| src.trim_start().strip_prefix("cid:").map(super::tokens::plain))
        .collect()
}

/// Sanitised HTML for the screen, as one step. Empty if the markup cannot be shown.
#[must_use]
pub fn sanitised(html: &str) -> String {
    clean(html).map(|cleaned| finish(&cleaned).0).unwrap_or_default()
}

/// Plain text as HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// The text of markup that is too tangled to be parsed: everything between tags.
pub(super) fn stripped(html: &str) -> String {
    let mut out = String::new();
    let mut rest = &html[..html.floor_char_boundary(LENGTH)];
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        out.push('\n');
        // Without an end, the tag is the rest of the mail.
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    super::tokens::plain(&out)
}

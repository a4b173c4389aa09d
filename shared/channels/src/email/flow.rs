//! The lines of a text: of plain text with soft line ends (RFC 3676), and of HTML.

use mail_parser::{MessagePart, MimeHeaders};

use super::tokens::{Token, Tokens, attribute, is_void, plain};

/// The plain text with its paragraphs in one line each, if its author's program broke the lines.
pub(super) fn unwrapped(text: &str, part: Option<&MessagePart<'_>>) -> String {
    let attribute =
        |name| part.and_then(MimeHeaders::content_type).and_then(|kind| kind.attribute(name));
    if !attribute("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed")) {
        return text.to_owned();
    }
    let drops_space = attribute("delsp").is_some_and(|value| value.eq_ignore_ascii_case("yes"));
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let body = &line[depth..];
        let body = body.strip_prefix(' ').unwrap_or(body);
        if open == Some(depth) {
            out.push_str(body);
        } else {
            if open.is_some() {
                out.push('\n');
            }
            out.push_str(&line[..depth]);
            out.push_str(if depth > 0 { " " } else { "" });
            out.push_str(body);
        }
        if body.ends_with(' ') && body != "-- " {
            if drops_space {
                out.pop();
            }
            open = Some(depth);
        } else {
            out.push('\n');
            open = None;
        }
    }
    out
}

/// A line of cleaned HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The text.
    pub(super) text: String,
    /// The tokens that make the line, by their places.
    pub(super) tokens: std::ops::Range<usize>,
    /// Whether the line stands in an element that programs put around quotes.
    pub(super) quoted: bool,
    /// Whether the line stands in an element that programs put around signatures.
    pub(super) signature: bool,
    /// Whether a program marked that the quote begins here and goes on to the end.
    pub(super) cut: bool,
}

/// Where a line belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Reply,
    Quoted,
    Signature,
}

/// The text of cleaned HTML.
pub(super) fn text(cleaned: &str) -> String {
    let mut out = String::new();
    for line in lines(cleaned) {
        out.push_str(if line.quoted && !line.text.trim().is_empty() { "> " } else { "" });
        out.push_str(&line.text);
        out.push('\n');
    }
    out.trim_matches('\n').to_owned()
}

/// The lines of cleaned HTML.
pub(super) fn lines(cleaned: &str) -> Vec<Line> {
    let mut reader = Reader::default();
    let mut count = 0;
    for token in Tokens::new(cleaned) {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Open { name, attributes, .. } => reader.open(name, attributes, count),
            Token::Close { name, .. } => reader.close(name, count),
        }
        count += 1;
    }
    reader.end(count);
    reader.lines
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    line: String,
    /// Whether text of the line stands in a quote, or in a signature.
    quoted: bool,
    signed: bool,
    from: usize,
    depth: usize,
    /// Levels at which an element around a quote, around a signature, and one with kept white
    /// space began.
    quote: Option<usize>,
    signature: Option<usize>,
    kept: Option<usize>,
    cut: bool,
    link: String,
}

impl Reader {
    fn text(&mut self, escaped: &str) {
        let text = plain(escaped);
        if !text.trim().is_empty() {
            self.quoted |= self.quote.is_some();
            self.signed |= self.signature.is_some();
        }
        if self.kept.is_some() {
            self.line.push_str(&text);
            return;
        }
        for piece in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = piece.trim_end_matches(|c: char| c.is_ascii_whitespace());
            self.line.push_str(word);
            if word.len() < piece.len() && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &str, at: usize) {
        if is_block(name) {
            self.end(at);
        }
        match name {
            "br" => {
                let line = std::mem::take(&mut self.line);
                self.push(&line, at + 1);
            }
            "hr" => self.push("________________________________", at + 1),
            _ => {}
        }
        let marks = Marks::of(name, attributes);
        self.cut |= marks.cut;
        if is_void(name) {
            return;
        }
        self.depth += 1;
        let level = Some(self.depth);
        self.quote = self.quote.or(level.filter(|_| marks.quote));
        self.signature = self.signature.or(level.filter(|_| marks.signature));
        self.kept =
            self.kept.or(level.filter(|_| name == "pre" || attributes.contains("pre-wrap")));
        match name {
            "li" => self.line.push_str("- "),
            "a" => attribute(attributes, "href").unwrap_or("").clone_into(&mut self.link),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        match name {
            "td" | "th" if !self.line.is_empty() => self.line.push_str("  "),
            // The address behind a link that shows another text is what the reader needs.
            "a" => {
                let link = plain(&std::mem::take(&mut self.link));
                let end = self.line.floor_char_boundary(self.line.len().saturating_sub(400));
                let known = self.line[end..].contains(link.trim_end_matches('/'));
                if link.starts_with("http") && !known && link.len() <= 200 {
                    self.line.push_str(&format!(" <{link}>"));
                }
            }
            _ => {}
        }
        if is_block(name) {
            self.end(at + 1);
            let stands_apart =
                matches!(name, "p" | "blockquote" | "table" | "ul" | "ol" | "h1" | "h2" | "h3");
            if stands_apart && self.lines.last().is_some_and(|line| !line.text.is_empty()) {
                self.push("", at + 1);
            }
        }
        let level = Some(self.depth);
        for mark in [&mut self.quote, &mut self.signature, &mut self.kept] {
            if *mark == level {
                *mark = None;
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Ends the line before the token `at`, if it has text.
    fn end(&mut self, at: usize) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.push(&line, at);
        }
    }

    fn push(&mut self, text: &str, at: usize) {
        let filled = !text.trim().is_empty();
        let quoted = std::mem::take(&mut self.quoted) && filled || self.quote.is_some();
        let signature = std::mem::take(&mut self.signed) && filled || self.signature.is_some();
        let cut = std::mem::take(&mut self.cut);
        for piece in text.trim_end().split('\n') {
            let tokens = self.from..at.max(self.from);
            self.from = tokens.end;
            let text = piece.trim_end().to_owned();
            self.lines.push(Line { text, tokens, quoted, signature, cut });
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// The meaning of an element's ids and classes.
struct Marks {
    quote: bool,
    signature: bool,
    cut: bool,
}

impl Marks {
    /// Marks of Gmail, Apple Mail, Thunderbird, Outlook (desktop, web, mobile), Yahoo, Proton, GMX
    /// and web.de, mail.ru, Yandex, Zoho, Zimbra.
    fn of(name: &str, attributes: &str) -> Self {
        let class = attribute(attributes, "class").unwrap_or("");
        let id = attribute(attributes, "id").unwrap_or("");
        let has = |known: &[&str]| class.split(' ').any(|one| known.contains(&one));
        let style = attribute(attributes, "style").unwrap_or("");
        let quote_class = has(&[
            "gmail_quote",
            "gmail_quote_container",
            "gmail_extra",
            "gmail_attr",
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "moz-cite-prefix",
            "js-helper-quote",
        ]);
        let quote_id = matches!(id, "OLK_SRC_BODY_SECTION" | "isReplyContent" | "zmail_extra")
            || id.starts_with("yahoo_quoted");
        // GMX and web.de name their element.
        let named = attribute(attributes, "name") == Some("quote");
        let quote = name == "blockquote" || quote_class || quote_id || named;
        let signature = has(&[
            "gmail_signature",
            "moz-signature",
            "protonmail_signature_block",
            "AppleMailSignature",
            "yahoo_signature",
            "mail_signature",
        ]) || matches!(
            id,
            "Signature"
                | "AppleMailSignature"
                | "ms-outlook-mobile-signature"
                | "mail_android_signature"
        );
        let cut = matches!(
            id,
            "divRplyFwdMsg"
                | "appendonsend"
                | "mail-editor-reference-message-container"
                | "stopSpelling"
                | "reply-intro"
                | "zwchr"
                | "reply139content"
        ) || has(&["OutlookMessageHeader"])
            || is_outlook_rule(style);
        Self { quote, signature, cut }
    }
}

/// Outlook draws a line above the header of the mail that it quotes.
fn is_outlook_rule(style: &str) -> bool {
    let packed: String =
        style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    packed.contains("border-top:solid#")
        && (packed.contains("1.0pt") || packed.contains("1pt"))
        && (packed.contains("padding:3.0pt") || packed.contains("padding:3pt"))
}

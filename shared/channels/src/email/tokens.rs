//! The tokens of HTML that the sanitiser wrote: its tags are balanced and its attributes quoted, so
//! that reading it is simple.

/// A token, with its own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// The beginning of an element.
    Open {
        /// The element's name.
        name: &'a str,
        /// The attributes, as written.
        attributes: &'a str,
        /// The whole tag.
        raw: &'a str,
    },
    /// The end of an element.
    Close {
        /// The element's name.
        name: &'a str,
        /// The whole tag.
        raw: &'a str,
    },
    /// Text, escaped.
    Text(&'a str),
}

impl<'a> Token<'a> {
    /// The token as written.
    pub(super) const fn raw(self) -> &'a str {
        match self {
            Self::Open { raw, .. } | Self::Close { raw, .. } => raw,
            Self::Text(text) => text,
        }
    }
}

/// Reports whether an element has no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "wbr" | "col")
}

/// The tokens of sanitised HTML.
pub(super) struct Tokens<'a>(&'a str);

impl<'a> Tokens<'a> {
    pub(super) const fn new(html: &'a str) -> Self {
        Self(html)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if self.0.is_empty() {
            return None;
        }
        let is_tag = self.0.starts_with('<') && self.0.len() > 1;
        let end = if is_tag {
            end_of_tag(self.0)
        } else {
            self.0.find('<').filter(|at| *at > 0).unwrap_or(self.0.len())
        };
        let (raw, rest) = self.0.split_at(end);
        self.0 = rest;
        if !is_tag {
            return Some(Token::Text(raw));
        }
        let inside = raw[1..].trim_end_matches('>');
        if let Some(name) = inside.strip_prefix('/') {
            return Some(Token::Close { name, raw });
        }
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        Some(Token::Open { name, attributes, raw })
    }
}

/// The length of the tag at the beginning of the text; `>` within quotes is no end.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

/// Names and escaped values of attributes.
pub(super) fn attributes(written: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = written;
    std::iter::from_fn(move || {
        let (name, after) = rest.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some((name.trim(), value))
    })
}

/// The value of an attribute.
pub(super) fn attribute<'a>(written: &'a str, name: &str) -> Option<&'a str> {
    attributes(written).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The text behind escapes. Sanitised HTML has few of them; hand-written markup has the common
/// ones, too.
pub(super) fn plain(escaped: &str) -> String {
    if !escaped.contains(['&', '\u{a0}']) {
        return escaped.to_owned();
    }
    let mut out = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let character = end.and_then(|end| entity(&rest[1..end]));
        if let (Some(character), Some(end)) = (character, end) {
            out.push(character);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out.replace('\u{a0}', " ")
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hide_the_end_of_a_tag() {
        let html = "a<p style=\"x > y\" id=\"b\">c &lt; d</p>";
        let all: Vec<Token<'_>> = Tokens::new(html).collect();
        assert_eq!(all.len(), 4);
        assert_eq!(all.iter().map(|token| token.raw()).collect::<String>(), html);
        let Token::Open { name, attributes, .. } = all[1] else { panic!("a tag") };
        assert_eq!((name, attribute(attributes, "id")), ("p", Some("b")));
    }

    #[test]
    fn escapes_are_read() {
        assert_eq!(plain("a &amp; b&nbsp;&lt;c&gt; &#8364; &x; &"), "a & b <c> € &x; &");
        assert_eq!(plain("&#0;&#x110000;"), "&#0;&#x110000;");
    }

    #[test]
    fn half_a_tag_is_no_panic() {
        for html in ["<", "<p", "</", "<p x=\"", "<<", "a<", "&", "<é\">"] {
            assert_eq!(Tokens::new(html).map(Token::raw).collect::<String>(), html);
        }
    }
}

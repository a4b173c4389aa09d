//! The reply of a mail, apart from what it quotes and from the signature. Nothing is lost: each
//! line goes to one of the three.
//!
//! Rules: a line "On … wrote:", a header of a mail, a divider of a program, and lines with `>` or
//! in an element that programs put around quotes begin a quote. With marked lines the quote ends
//! with them, so that an answer below or between stays; else it goes on to the end. A text that is
//! nothing but a forwarded mail is the message itself.

use super::flow::{self, Part};
use super::phrases::{
    DATE, DAYS, FORWARDED, FROM, ON, ORIGINAL, SENT, SENT_FROM, SUBJECT, TO, WROTE,
};
use super::{fold, html};

/// The lines that one "On … wrote:" may take.
const INTRO: usize = 6;
/// The bytes that one "On … wrote:" may take.
const LENGTH: usize = 500;
/// The lines that a signature behind `--` may have.
const SIGNATURE: usize = 30;

/// A text in three parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The reply.
    pub text: String,
    /// The text of earlier mails.
    pub quoted: String,
    /// The signature.
    pub signature: String,
}

/// Sanitised HTML in two parts; the signature is in the second.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoldedHtml {
    /// The reply, for a sandboxed frame.
    pub html: String,
    /// The folded rest, for a sandboxed frame.
    pub folded: String,
    /// The pictures of both on other servers.
    pub remote_images: usize,
}

/// Folds plain text.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let lines: Vec<flow::Line> = text
        .split('\n')
        .map(|line| flow::Line {
            text: line.to_owned(),
            quoted: is_marked(line),
            ..flow::Line::default()
        })
        .collect();
    let mut folded = Folded::default();
    for (line, part) in lines.iter().zip(parts(&lines)) {
        let all = match part {
            Part::Reply => &mut folded.text,
            Part::Quoted => &mut folded.quoted,
            Part::Signature => &mut folded.signature,
        };
        all.push_str(&line.text);
        all.push('\n');
    }
    for all in [&mut folded.text, &mut folded.quoted, &mut folded.signature] {
        *all = all.trim_matches('\n').trim_end().to_owned();
    }
    folded
}

/// Folds the HTML of a [`super::Letter`].
#[must_use]
pub fn fold_html(cleaned: &str) -> FoldedHtml {
    let lines = flow::lines(cleaned);
    let (reply, rest) = fold::split(cleaned, &lines, &parts(&lines));
    let ((html, remote), (folded, more)) = (html::finish(&reply), html::finish(&rest));
    FoldedHtml { html, folded, remote_images: remote + more }
}

fn is_marked(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// The part of each line.
pub(super) fn parts(lines: &[flow::Line]) -> Vec<Part> {
    let mut parts = vec![Part::Reply; lines.len()];
    let mut at = 0;
    // Whether the first quote is a mail that the author may only have forwarded.
    let mut forwarded = None;
    while at < lines.len() {
        let line = &lines[at];
        if line.quoted || is_wrapped(lines, at) {
            parts[at] = Part::Quoted;
            at += 1;
        } else if line.signature {
            parts[at] = Part::Signature;
            at += 1;
        } else if let Some(end) = intro(lines, at) {
            let next = (end..lines.len()).find(|next| !lines[*next].text.trim().is_empty());
            let marked = next.is_some_and(|next| lines[next].quoted);
            let stop = if marked { next.unwrap_or(end) } else { lines.len() };
            parts[at..stop].fill(Part::Quoted);
            forwarded.get_or_insert(false);
            at = stop;
        } else if let Some(is_forward) = divider(lines, at) {
            parts[above(lines, at)..].fill(Part::Quoted);
            forwarded.get_or_insert(is_forward);
            at = lines.len();
        } else {
            at += 1;
        }
    }
    signatures(lines, &mut parts);
    let is_blank =
        |part: &Part, line: &flow::Line| *part != Part::Reply || line.text.trim().is_empty();
    if forwarded != Some(false) && parts.iter().zip(lines).all(|(part, line)| is_blank(part, line))
    {
        parts.fill(Part::Reply);
    }
    parts
}

/// Reports whether a line is the rest of a quoted line that some program broke.
fn is_wrapped(lines: &[flow::Line], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &lines[before]) else { return false };
    let goes_on = lines.get(at + 1).is_some_and(|next| next.quoted);
    before.quoted
        && goes_on
        && before.text.len() >= 60
        && lines[at].text.starts_with(char::is_lowercase)
}

/// The first line of the rule that stands above a divider; else the divider itself.
fn above(lines: &[flow::Line], at: usize) -> usize {
    let rule = lines[..at].iter().rposition(|line| !line.text.trim().is_empty());
    let is_rule = |line: &str| line.len() >= 3 && line.chars().all(|c| "-_=*".contains(c));
    rule.filter(|rule| at - rule <= 3 && is_rule(lines[*rule].text.trim())).unwrap_or(at)
}

/// The end of the "On … wrote:" that begins at a line.
fn intro(lines: &[flow::Line], at: usize) -> Option<usize> {
    let first = lines[at].text.trim().trim_start_matches(['-', '*', ' ']).to_lowercase();
    if first.is_empty() || first.len() > LENGTH {
        return None;
    }
    let starts = ON.iter().any(|on| first.starts_with(on))
        || DAYS.iter().any(|day| first.starts_with(day))
        || first.starts_with(|c: char| c.is_ascii_digit())
        || first.starts_with("在");
    // Outlook for the Mac and others begin with the name.
    let named = first.contains('@')
        || first.bytes().filter(u8::is_ascii_digit).count() >= 4
        || first.starts_with("sent from samsung");
    let android = lines[at].text.trim_start().starts_with("---") && first.contains("wrote");
    if !(starts || named || android) {
        return None;
    }
    let mut text = String::new();
    for (taken, line) in lines[at..].iter().take(INTRO).enumerate() {
        // Within an address in angle brackets, a line's `>` is its end.
        let within = text.matches('<').count() > text.matches('>').count();
        if line.quoted && taken > 0 && !within {
            return None;
        }
        let more = line.text.trim().to_lowercase();
        text.push_str(if text.is_empty() { "" } else { " " });
        text.push_str(&more);
        if text.len() > LENGTH {
            return None;
        }
        if more.is_empty() {
            continue;
        }
        let next = lines[at + taken + 1..].iter().take(4).find(|next| !next.text.trim().is_empty());
        let before_quote = next.is_some_and(|next| next.quoted);
        // A line that begins without a date or a day has to say all at once.
        if is_intro(&text, before_quote) && (starts || taken < 2) {
            return Some(at + taken + 1);
        }
    }
    None
}

fn is_intro(text: &str, before_quote: bool) -> bool {
    let text = text.trim_start_matches(['-', '*', ' ']);
    let end = text.trim_end_matches(['-', '*', ' ', '_']);
    let colon = end.ends_with([':', '：']);
    let end = end.trim_end_matches([':', '：', ' ']);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let address = text.contains('@');
    let ends_with_verb = WROTE.iter().chain(&SENT).any(|verb| {
        end.strip_suffix(verb).is_some_and(|before| {
            before.is_empty() || !verb.is_ascii() || before.ends_with([' ', '>', '\u{a0}', ')'])
        })
    });
    if ends_with_verb && (colon || before_quote || digits >= 4 || text.ends_with('-')) {
        return digits >= 2 || address || before_quote || text.ends_with('-');
    }
    // "Am … schrieb Ada:", "Op … schreef Ada:", "Den … skrev Ada:"
    let holds_verb = || {
        WROTE
            .iter()
            .any(|verb| text.contains(&format!(" {verb} ")) || text.contains(&format!("{verb}: ")))
    };
    if colon && (digits >= 4 || address) && holds_verb() {
        return true;
    }
    // "2014-10-17 11:28 GMT+03:00 Ada <ada@example.com>:" and "2011/4/7 Ada <ada@example.com>"
    let begins = text.starts_with(|c: char| c.is_ascii_digit())
        || DAYS.iter().any(|day| text.starts_with(day));
    begins
        && address
        && digits >= 6
        && ((colon && end.ends_with(['>', ')', ']'])) || (before_quote && end.ends_with('>')))
}

/// Whether a quote without marks begins at a line; within: whether it is a forwarded mail.
fn divider(lines: &[flow::Line], at: usize) -> Option<bool> {
    let line = lines[at].text.trim();
    if lines[at].cut && header(lines, at, 12) {
        return Some(true);
    }
    if line.is_empty() || line.len() > LENGTH {
        return None;
    }
    let words = line.trim_matches(['-', '_', '=', '*', ':', ' ', '>', '|']).to_lowercase();
    let is_rule = line.len() - line.trim_start_matches(['-', '_', '=']).len() >= 2;
    if FORWARDED.contains(&words.as_str()) && (is_rule || line.ends_with(':')) {
        return Some(true);
    }
    if ORIGINAL.contains(&words.as_str()) && is_rule {
        return Some(false);
    }
    // Outlook's rule, with a header below.
    if words.is_empty() && line.starts_with("_____") {
        let next =
            (at + 1..lines.len()).take(3).find(|next| !lines[*next].text.trim().is_empty())?;
        return header(lines, next, 8).then_some(true);
    }
    header(lines, at, 8).then_some(true)
}

/// Reports whether the header of a mail begins at a line: an author or a date first, and another
/// field below.
fn header(lines: &[flow::Line], at: usize, most: usize) -> bool {
    let mut seen = [false; 4];
    let mut first = true;
    for line in lines[at..].iter().filter(|line| !line.text.trim().is_empty()).take(most) {
        let field = field(&line.text);
        if first && !matches!(field, Some(0 | 1)) && !line.cut {
            return false;
        }
        first = false;
        if let Some(field) = field {
            seen[field] = true;
        }
    }
    let (from, date, other) = (seen[0], seen[1], seen[2] || seen[3]);
    // A header names who wrote, and at least two things beside, or a subject.
    (from && date && other)
        || (from && seen[3])
        || (from && seen[2] && date)
        || (date && seen[2] && seen[3])
}

/// The kind of the header's field in a line.
fn field(line: &str) -> Option<usize> {
    let line = line.trim_start_matches(['*', ' ', '>', '\t', '\u{a0}', '|']);
    let (name, _) = line.split_once([':', '：'])?;
    let name = name.trim().trim_end_matches('*').to_lowercase();
    [&FROM[..], &DATE, &TO, &SUBJECT].iter().position(|names| names.contains(&name.as_str()))
}

/// Finds signatures: they stand at the end of the reply, before a quote or at the end of all.
fn signatures(lines: &[flow::Line], parts: &mut [Part]) {
    let mut end = parts.len();
    while end > 0 {
        // One run of the reply at a time, from the end.
        while end > 0 && parts[end - 1] != Part::Reply {
            end -= 1;
        }
        let start =
            parts[..end].iter().rposition(|part| *part != Part::Reply).map_or(0, |at| at + 1);
        let mut stop = end;
        // The author's own, the program's, and a disclaimer.
        for _ in 0..3 {
            let Some(at) = signature(&lines[start..stop], start == 0) else { break };
            parts[start + at..stop].fill(Part::Signature);
            stop = start + at;
        }
        end = start;
    }
}

/// The beginning of the signature at the end of a run of lines. `begins`: whether the text begins
/// with the run; a text is never all signature.
fn signature(lines: &[flow::Line], begins: bool) -> Option<usize> {
    let last = lines.iter().rposition(|line| !line.text.trim().is_empty())?;
    if is_sent_from(&lines[last].text) {
        return Some(last);
    }
    let is_dash = |line: &flow::Line| matches!(line.text.trim_end(), "--" | "—" | "___" | "__");
    // A dash alone may divide sections: a signature has one, and few lines.
    let once = lines[..last].iter().filter(|line| is_dash(line)).take(2).count() == 1;
    let mut filled = 0;
    for at in (0..=last).rev() {
        let line = lines[at].text.as_str();
        // The footer of a mailing list.
        if filled <= 6 && line.len() >= 20 && line.bytes().all(|byte| byte == b'_') {
            return Some(at);
        }
        if line == "-- " || (once && is_dash(&lines[at]) && at < last && filled <= 8) {
            let is_all = begins && lines[..at].iter().all(|before| before.text.trim().is_empty());
            return (!is_all).then_some(at);
        }
        filled += usize::from(!line.trim().is_empty());
        if filled > SIGNATURE {
            return None;
        }
    }
    None
}

fn is_sent_from(line: &str) -> bool {
    let line = line.trim().trim_start_matches(['-', '*', ' ']).to_lowercase();
    let Some(rest) = SENT_FROM.iter().find_map(|start| line.strip_prefix(start)) else {
        return false;
    };
    let words = rest.split_whitespace().count();
    // "Sent from my desk, is much easier than my phone." is a sentence.
    let rest = rest.split('<').next().unwrap_or(rest);
    line.len() <= 120
        && words <= 7
        && !rest.contains(", ")
        && !rest.trim_end().ends_with(['?', '!'])
        && !(line.starts_with("sent") && rest.trim_end().ends_with('.') && words > 4)
}

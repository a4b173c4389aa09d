//! Templates: messages that a provider approves beforehand and carries outside its window, too
//! (F93). Here is what one may look like, which values it takes, and what the customer reads.
//!
//! The bounds are WhatsApp's (decision 0024). A template's placeholders are numbered from 1 in each
//! part, or all have names; a name fills every place where it stands.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::content::{cut, one_line};
use crate::{Content, Refusal, canned};

/// The longest header or footer, in characters.
pub const LINE_LIMIT: usize = 60;
/// The longest body, as it is declared and as the customer reads it, in characters.
pub const BODY_LIMIT: usize = 1_024;
/// How many buttons one may have.
pub const BUTTON_LIMIT: usize = 10;
/// The longest text of a button, in characters.
pub const BUTTON_LENGTH: usize = 25;
/// The longest name of a template, in bytes.
pub const NAME_LENGTH: usize = 512;
/// The longest language tag, in bytes.
pub const LANGUAGE_LENGTH: usize = 15;
/// The longest name of a placeholder, in bytes.
const PLACEHOLDER_LENGTH: usize = 40;
/// How many spaces may follow each other in a value.
const SPACES: usize = 4;

/// A template in one language, as the business entered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its name at the provider; the same in every language.
    pub name: String,
    /// The language, for example `en_US`.
    pub language: String,
    /// What it is for, as the provider sorts and bills it.
    pub category: Category,
    /// Whether the provider carries it.
    pub status: Status,
    /// The line above the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<String>,
    /// The words.
    pub body: String,
    /// The line beneath the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The texts of its buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<String>,
    /// The variable of canned messages that clients fill each placeholder from, in the order of
    /// [`Template::placeholders`]; empty: an agent writes the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<String>,
}

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// About something that the customer ordered or asked for.
    Utility,
    /// Offers and news.
    Marketing,
    /// One-time codes.
    Authentication,
}

/// Whether a template can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The provider approved it.
    Approved,
    /// The provider stopped it for a while.
    Paused,
    /// The provider refused it.
    Rejected,
    /// The business uses it no longer.
    Retired,
}

impl Status {
    /// The word as it stands in the protocol.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Paused => "paused",
            Self::Rejected => "rejected",
            Self::Retired => "retired",
        }
    }
}

/// The part of a template in which a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The line above the body.
    Header,
    /// The words.
    Body,
}

impl Part {
    /// The word as it stands in the protocol and at the provider.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Body => "body",
        }
    }
}

/// A value that a template takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder<'a> {
    /// Where it stands first.
    pub part: Part,
    /// Its number or name.
    pub name: &'a str,
}

/// Where one value of a message goes at the provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// In which part.
    #[serde(rename = "p")]
    pub part: Part,
    /// Which of the message's parameters, from 0.
    #[serde(rename = "i")]
    pub parameter: usize,
    /// The placeholder's name, where it has one.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What is wrong with a template as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The field at fault.
    pub field: &'static str,
    /// What is wrong with it, as the rest of a sentence that begins with the field.
    pub why: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field, self.why)
    }
}

/// Whether `name` could be a template's name: lower case, digits and underscores.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    (1..=NAME_LENGTH).contains(&name.len()) && name.bytes().all(fits)
}

/// Whether `language` could be a language tag of the provider's: `en`, `en_US`, `zh_CN`.
#[must_use]
pub fn is_language(language: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    let begins = language.bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2;
    begins && language.len() <= LANGUAGE_LENGTH && language.bytes().all(fits)
}

impl Template {
    /// Checks it as it was entered.
    ///
    /// # Errors
    /// The first thing that is wrong, with the field.
    pub fn check(&self) -> Result<(), Broken> {
        let broken = |field, why: &str| Err(Broken { field, why: why.to_owned() });
        if !is_name(&self.name) {
            return broken("name", "has 1 to 512 of a-z, 0-9 and _");
        }
        if !is_language(&self.language) {
            return broken("language", "is a tag such as en, en_US or zh_CN");
        }
        if self.body.trim().is_empty() {
            return broken("body", "must not be empty");
        }
        within("body", &self.body, BODY_LIMIT)?;
        for (field, text) in [("header", &self.header), ("footer", &self.footer)] {
            let Some(text) = text else { continue };
            line(field, text, LINE_LIMIT)?;
        }
        if self.buttons.len() > BUTTON_LIMIT {
            return broken("buttons", "are at most 10");
        }
        for button in &self.buttons {
            line("buttons", button, BUTTON_LENGTH)?;
        }
        let fixed = self.footer.iter().map(|text| ("footer", text));
        for (field, text) in fixed.chain(self.buttons.iter().map(|text| ("buttons", text))) {
            if !scan(field, text)?.is_empty() {
                return broken(field, "takes no values");
            }
        }
        let header = scan("header", self.header.as_deref().unwrap_or_default())?;
        if header.len() > 1 {
            return broken("header", "takes at most one value");
        }
        let body = scan("body", &self.body)?;
        let all: Vec<&str> = header.iter().chain(&body).map(|found| found.name).collect();
        let numbers = all.iter().filter(|name| is_number(name)).count();
        if numbers > 0 && numbers < all.len() {
            return broken("body", "mixes numbered and named values; use one kind");
        }
        for (field, found) in [("header", header), ("body", body)] {
            let mut known: Vec<u32> = found.iter().filter_map(|f| f.name.parse().ok()).collect();
            known.sort_unstable();
            known.dedup();
            if !known.iter().copied().eq((1..).take(known.len())) {
                return broken(field, "numbers its values 1, 2, 3 … without a gap");
            }
        }
        if self.fills.len() > self.placeholders().len() {
            return broken("fills", "are more than the template takes values");
        }
        let known = |name: &&String| canned::variables(&format!("{{{{{name}}}}}")).is_ok();
        if let Some(name) = self.fills.iter().filter(|f| !f.is_empty()).find(|f| !known(f)) {
            let why = format!("name a variable \"{}\" that there is not", cut(name, 80));
            return Err(Broken { field: "fills", why });
        }
        Ok(())
    }

    /// The values that it takes, in the order in which a message gives them: the header's first,
    /// then the body's by number, or by where a name stands first.
    #[must_use]
    pub fn placeholders(&self) -> Vec<Placeholder<'_>> {
        let mut all: Vec<Placeholder<'_>> = Vec::new();
        for (part, text) in self.parts() {
            let mut found = scan(part.name(), text).unwrap_or_default();
            found.sort_by_key(|f| f.name.parse::<u32>().unwrap_or(0));
            for Found { name, .. } in found {
                let same = |known: &Placeholder<'_>| {
                    known.name == name && (known.part == part || !is_number(name))
                };
                if !all.iter().any(same) {
                    all.push(Placeholder { part, name });
                }
            }
        }
        all
    }

    /// The message that it makes with these values.
    ///
    /// # Errors
    /// If it cannot be sent now, or the values are not those that it takes.
    pub fn fill(&self, parameters: &[String]) -> Result<Content, Refusal> {
        if self.status != Status::Approved {
            return Err(Refusal::TemplateNotApproved { status: self.status });
        }
        let wanted = self.placeholders();
        let missing = |at: usize| parameters.get(at).is_none_or(|value| value.trim().is_empty());
        if let Some(at) = (0..wanted.len()).find(|at| missing(*at)) {
            let placeholder = wanted[at].name.to_owned();
            return Err(Refusal::ParameterMissing { placeholder });
        }
        if parameters.len() > wanted.len() {
            let (given, wanted) = (parameters.len(), wanted.len());
            return Err(Refusal::TooManyParameters { given, wanted });
        }
        if let Some(at) = (0..wanted.len()).find(|at| !is_carried(&parameters[*at])) {
            let placeholder = wanted[at].name.to_owned();
            return Err(Refusal::ParameterInvalid { placeholder });
        }
        let place = |part: Part, name: &str| {
            wanted.iter().position(|w| w.name == name && (w.part == part || !is_number(name)))
        };
        let (mut slots, mut lines) = (Vec::new(), Vec::new());
        for (part, text) in self.parts() {
            let mut filled = String::new();
            let mut end = 0;
            let mut found = scan(part.name(), text).unwrap_or_default();
            for Found { from, to, name } in &found {
                let value = place(part, name).and_then(|at| parameters.get(at));
                filled.push_str(&text[end..*from]);
                filled.push_str(value.map(String::as_str).unwrap_or_default());
                end = *to;
            }
            filled.push_str(&text[end..]);
            found.sort_by_key(|f| f.name.parse::<u32>().unwrap_or(0));
            for Found { name, .. } in found {
                let Some(parameter) = place(part, name) else { continue };
                let name = (!is_number(name)).then(|| name.to_owned());
                let slot = Slot { part, parameter, name };
                if !slots.contains(&slot) {
                    slots.push(slot);
                }
            }
            let (length, limit) = (filled.chars().count(), BODY_LIMIT);
            if length > limit {
                return Err(Refusal::TextTooLong { field: "content.parameters", length, limit });
            }
            lines.push(filled);
        }
        lines.extend(self.footer.clone());
        // What a body takes in order needs no more words.
        let plain = |(at, slot): (usize, &Slot)| {
            slot.part == Part::Body && slot.parameter == at && slot.name.is_none()
        };
        if slots.iter().enumerate().all(plain) {
            slots.clear();
        }
        Ok(Content::Template {
            name: self.name.clone(),
            language: self.language.clone(),
            parameters: parameters.to_vec(),
            text: Some(lines.join("\n\n")),
            buttons: self.buttons.clone(),
            slots,
        })
    }

    fn parts(&self) -> impl Iterator<Item = (Part, &str)> {
        let header = self.header.as_deref().map(|text| (Part::Header, text));
        header.into_iter().chain(std::iter::once((Part::Body, self.body.as_str())))
    }
}

/// The message that one of an account's templates makes.
///
/// # Errors
/// If there is no such template, or it does not take these values.
pub(crate) fn message(
    known: &[Template],
    name: &str,
    language: &str,
    parameters: &[String],
) -> Result<Content, Refusal> {
    let given = |text: &str| cut(text, 80);
    let named: Vec<&Template> = known.iter().filter(|t| t.name == name).collect();
    let in_use = |t: &&&Template| t.status != Status::Retired;
    if named.iter().find(in_use).is_none() {
        return Err(Refusal::UnknownTemplate { name: given(name) });
    }
    let found = named.iter().filter(|t| in_use(t)).find(|t| t.language == language);
    let found = found
        .ok_or_else(|| Refusal::UnknownLanguage { name: given(name), language: given(language) })?;
    found.fill(parameters)
}

/// Whether the provider carries a value: one line without tabs or long runs of spaces.
fn is_carried(value: &str) -> bool {
    !value.chars().any(char::is_control) && !value.contains(&" ".repeat(SPACES + 1))
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_digit())
}

fn within(field: &'static str, text: &str, limit: usize) -> Result<(), Broken> {
    if text.chars().count() > limit {
        return Err(Broken { field, why: format!("has at most {limit} characters") });
    }
    Ok(())
}

fn line(field: &'static str, text: &str, limit: usize) -> Result<(), Broken> {
    within(field, text, limit)?;
    if text.trim().is_empty() || one_line(text) != text {
        return Err(Broken { field, why: "is one line without spaces at its ends".to_owned() });
    }
    Ok(())
}

/// A placeholder in a text: `text[from..to]` is `{{name}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found<'a> {
    from: usize,
    to: usize,
    name: &'a str,
}

/// The placeholders of a text, as they stand there.
fn scan<'a>(field: &'static str, text: &'a str) -> Result<Vec<Found<'a>>, Broken> {
    let broken = |why: String| Err(Broken { field, why });
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        match (rest.find("{{"), rest.find("}}")) {
            (None, None) => return Ok(found),
            (Some(open), close) if close.is_none_or(|close| open < close) => {
                let inner = &rest[open + 2..];
                let Some(end) = inner.find("}}") else {
                    return broken("opens a value with {{ and never closes it with }}".to_owned());
                };
                let name = inner[..end].trim();
                if !is_placeholder(name) {
                    let name = cut(name, 80);
                    return broken(format!(
                        "names a value {{{{{name}}}}}; a value has a number, or a name of a-z, 0-9 and _"
                    ));
                }
                let (from, to) = (at + open, at + open + 2 + end + 2);
                found.push(Found { from, to, name });
                at = to;
            }
            _ => return broken("closes a value with }} that was never opened with {{".to_owned()),
        }
    }
}

fn is_placeholder(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let number = is_number(name) && name.len() <= 2 && !name.starts_with('0');
    let word = name.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    !name.is_empty()
        && name.len() <= PLACEHOLDER_LENGTH
        && name.bytes().all(fits)
        && (number || word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(header: Option<&str>, body: &str) -> Template {
        Template {
            name: "order_update".to_owned(),
            language: "en_US".to_owned(),
            category: Category::Utility,
            status: Status::Approved,
            header: header.map(str::to_owned),
            body: body.to_owned(),
            footer: None,
            buttons: Vec::new(),
            fills: Vec::new(),
        }
    }

    fn words(all: &[&str]) -> Vec<String> {
        all.iter().map(|word| (*word).to_owned()).collect()
    }

    fn read(template: &Template, values: &[&str]) -> (String, Vec<Slot>) {
        match template.fill(&words(values)) {
            Ok(Content::Template { text: Some(text), slots, .. }) => (text, slots),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_customer_reads_header_body_and_footer_with_their_values() {
        let mut whole = template(Some("Order {{1}}"), "Hello {{1}}, it comes {{2}}. Bye, {{1}}!");
        whole.footer = Some("Reply STOP to end".to_owned());
        whole.buttons = words(&["Track"]);
        assert_eq!(whole.check(), Ok(()));
        let (text, slots) = read(&whole, &["20817", "Amelia", "Tuesday"]);
        assert_eq!(
            text,
            "Order 20817\n\nHello Amelia, it comes Tuesday. Bye, Amelia!\n\nReply STOP to end"
        );
        let places: Vec<_> = slots.iter().map(|s| (s.part, s.parameter)).collect();
        assert_eq!(places, [(Part::Header, 0), (Part::Body, 1), (Part::Body, 2)]);
    }

    #[test]
    fn values_are_given_by_number_wherever_they_stand() {
        let swapped = template(None, "{{2}} and {{1}}");
        let (text, slots) = read(&swapped, &["one", "two"]);
        assert_eq!(text, "two and one");
        assert_eq!(slots, [], "a body's values in order need no words");
    }

    #[test]
    fn a_name_fills_every_place_where_it_stands() {
        let named = template(Some("For {{first_name}}"), "Hello {{ first_name }}, {{day}}?");
        assert_eq!(named.check(), Ok(()));
        let names: Vec<_> = named.placeholders().iter().map(|p| p.name).collect();
        assert_eq!(names, ["first_name", "day"]);
        let (text, slots) = read(&named, &["Amelia", "Tuesday"]);
        assert_eq!(text, "For Amelia\n\nHello Amelia, Tuesday?");
        let places: Vec<_> =
            slots.iter().map(|s| (s.part, s.parameter, s.name.as_deref())).collect();
        assert_eq!(
            places,
            [
                (Part::Header, 0, Some("first_name")),
                (Part::Body, 0, Some("first_name")),
                (Part::Body, 1, Some("day")),
            ]
        );
    }

    #[test]
    fn values_that_are_not_those_it_takes_are_refused_by_name() {
        let two = template(None, "{{1}} {{2}}");
        let code = |values: &[&str]| two.fill(&words(values)).map_err(|refusal| refusal.code());
        assert_eq!(code(&["a"]), Err("parameter_missing"));
        assert_eq!(code(&["a", " "]), Err("parameter_missing"));
        assert_eq!(code(&["a", "b", "c"]), Err("too_many_parameters"));
        for value in ["a\nb", "a\tb", "a     b", "\u{7}"] {
            assert_eq!(code(&["a", value]), Err("parameter_invalid"), "{value:?}");
        }
        assert!(code(&["a", "a    b"]).is_ok());
        assert_eq!(code(&["a", &"x".repeat(1_023)]), Err("text_too_long"));
    }

    #[test]
    fn only_an_approved_one_is_sent_and_a_retired_one_is_unknown() {
        let with = |status| [Template { status, ..template(None, "Hello") }];
        let code = |known: &[Template], name, language| {
            message(known, name, language, &[]).map(|_| "sent").unwrap_or_else(|r| r.code())
        };
        assert_eq!(code(&with(Status::Approved), "order_update", "en_US"), "sent");
        for status in [Status::Paused, Status::Rejected] {
            assert_eq!(code(&with(status), "order_update", "en_US"), "template_not_approved");
        }
        assert_eq!(code(&with(Status::Retired), "order_update", "en_US"), "unknown_template");
        assert_eq!(code(&with(Status::Approved), "order", "en_US"), "unknown_template");
        assert_eq!(code(&with(Status::Approved), "order_update", "de"), "unknown_language");
    }

    #[test]
    fn a_template_that_the_provider_would_not_take_is_refused_with_its_field() {
        let field = |template: &Template| template.check().map_err(|broken| broken.field);
        for body in ["", " \n", "{{1", "1}}", "{{}}", "{{2}}", "{{1}} {{3}}", "{{0}}", "{{Name}}"] {
            assert_eq!(field(&template(None, body)), Err("body"), "{body:?}");
        }
        assert_eq!(field(&template(None, "{{1}} {{name}}")), Err("body"));
        assert_eq!(field(&template(Some("{{1}}"), "{{name}}")), Err("body"));
        assert_eq!(field(&template(None, &"x".repeat(1_025))), Err("body"));
        assert_eq!(field(&template(Some("{{1}} {{2}}"), "x")), Err("header"));
        for header in ["", "two\nlines", " x"] {
            assert_eq!(field(&template(Some(header), "x")), Err("header"), "{header:?}");
        }
        let plain = || template(None, "x");
        let footer = Template { footer: Some("{{1}}".to_owned()), ..plain() };
        assert_eq!(field(&footer), Err("footer"));
        for buttons in [vec!["x".repeat(26)], vec![String::new()], vec!["x".to_owned(); 11]] {
            assert_eq!(field(&Template { buttons, ..plain() }), Err("buttons"));
        }
        for name in ["", "Order", "a-b", "a b"] {
            assert_eq!(field(&Template { name: name.to_owned(), ..plain() }), Err("name"));
        }
        for language in ["", "e", "english please", "EN", "en-US"] {
            let template = Template { language: language.to_owned(), ..plain() };
            assert_eq!(field(&template), Err("language"), "{language}");
        }
        for fills in [words(&["order"]), words(&["first_name", "name"])] {
            assert_eq!(field(&Template { fills, ..template(None, "{{1}}") }), Err("fills"));
        }
        let filled =
            Template { fills: words(&["", "attribute.Order"]), ..template(None, "{{1}} {{2}}") };
        assert_eq!(field(&filled), Ok(()));
        assert_eq!(field(&plain()), Ok(()));
    }
}

//! Templates: messages that a provider approves beforehand and carries outside its window, too
//! (F93). These rules say which templates are valid, which values each takes, and what the customer
//! reads.
//!
//! The limits are WhatsApp's (decision 0024). Each part numbers its placeholders from 1, or all
//! placeholders have names; a name fills every place where it stands.

use super::placeholder::{Broken, Found, Part, Placeholder, Slot, scan};
use super::state::{
    BODY_LIMIT, BUTTON_LENGTH, BUTTON_LIMIT, LINE_LIMIT, Status, Template, is_language, is_name,
};
use crate::contact::person::is_number;
use crate::kernel::words::{cut, one_line};
use crate::{Content, Refusal, canned};

/// How many spaces may follow each other in a value.
const SPACES: usize = 4;

impl Template {
    /// Checks the template as the business entered it.
    ///
    /// # Errors
    /// The first fault, with the field.
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

    /// The values that the template takes, in the order of a message's parameters: the header's
    /// first, then the body's by number, or by the first place of a name.
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

    /// The message of this template with these values.
    ///
    /// # Errors
    /// The template cannot be sent now, or does not take these values.
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
        // A body that takes its values in order needs no slots.
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

/// The message of one of an account's templates.
///
/// # Errors
/// The account has no such template, or the template does not take these values.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Category;

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

    #[test]
    fn a_template_fills_its_limits_to_the_last_character() {
        let full = Template {
            header: Some("x".repeat(60)),
            footer: Some("x".repeat(60)),
            buttons: vec!["x".repeat(25); 10],
            ..template(None, &"é".repeat(1_024))
        };
        assert_eq!(full.check(), Ok(()));
        let field = |template: Template| template.check().map_err(|broken| broken.field);
        assert_eq!(field(Template { header: Some("x".repeat(61)), ..full.clone() }), Err("header"));
        assert_eq!(field(Template { footer: Some("x".repeat(61)), ..full.clone() }), Err("footer"));
        let buttons = vec!["x".to_owned(); 11];
        assert_eq!(field(Template { buttons, ..full.clone() }), Err("buttons"));
        let (text, _) = read(&template(None, "{{1}}"), &[&"é".repeat(1_024)]);
        assert_eq!(text.chars().count(), 1_024);
        let long = template(None, "{{1}}").fill(&words(&[&"é".repeat(1_025)]));
        assert_eq!(long.map_err(|refusal| refusal.code()), Err("text_too_long"));
    }
}

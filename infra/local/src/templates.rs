//! The demo's templates: approved ones in two languages, with numbered and with named values, and
//! one that the provider has paused.

use domain::template::{Category, Status};
use domain::{Millis, Template};
use store::template::Kept;

/// Name, language, category, status, header, body, footer, buttons, and what fills the values.
type Words = (
    &'static str,
    &'static str,
    Category,
    Status,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const WORDS: [Words; 6] = [
    (
        "hello",
        "en",
        Category::Utility,
        Status::Approved,
        "",
        "Hello, this is the shop. You wrote to us some days ago. Do you still need our help?",
        "",
        &["Yes, please", "No, thanks"],
        &[],
    ),
    (
        "hello",
        "de",
        Category::Utility,
        Status::Approved,
        "",
        "Hallo, hier ist der Laden. Sie haben uns vor einigen Tagen geschrieben. Brauchen Sie noch \
         Hilfe?",
        "",
        &["Ja, bitte", "Nein, danke"],
        &[],
    ),
    (
        "order_update",
        "en",
        Category::Utility,
        Status::Approved,
        "Order {{1}}",
        "Hello {{1}}, your order is on its way and arrives on {{2}}.",
        "Reply to this message if the day does not suit you.",
        &[],
        &["attribute.Order", "first_name"],
    ),
    (
        "order_update",
        "de",
        Category::Utility,
        Status::Approved,
        "Bestellung {{1}}",
        "Hallo {{1}}, Ihre Bestellung ist unterwegs und kommt am {{2}}.",
        "Antworten Sie auf diese Nachricht, wenn der Tag nicht passt.",
        &[],
        &["attribute.Order", "first_name"],
    ),
    (
        "call_back",
        "en",
        Category::Utility,
        Status::Approved,
        "",
        "Hello {{first_name}}, {{agent_name}} would like to call you about your request. Does \
         {{day}} suit you?",
        "",
        &["That suits me", "Another day"],
        &[],
    ),
    (
        "spring_sale",
        "en",
        Category::Marketing,
        Status::Paused,
        "",
        "Hello {{first_name}}, the spring sale has begun: a fifth off every kettle until Sunday.",
        "Reply STOP to hear no more of this.",
        &[],
        &[],
    ),
];

/// The demo's templates, as new at `now`.
#[must_use]
pub fn templates(now: Millis) -> Vec<Kept> {
    let words = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let made = |w: Words| {
        let (name, language, category, status, header, body, footer, buttons, fills) = w;
        Kept {
            template: Template {
                name: name.to_owned(),
                language: language.to_owned(),
                category,
                status,
                header: filled(header),
                body: body.to_owned(),
                footer: filled(footer),
                buttons: words(buttons),
                fills: words(fills),
            },
            version: 1,
            at: now,
            by: crate::ids::id("ada"),
        }
    };
    WORDS.into_iter().map(made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_of_the_demo_could_have_been_entered_by_an_admin() {
        for kept in templates(Millis(0)) {
            assert_eq!(kept.template.check(), Ok(()), "{}", kept.template.name);
        }
    }
}

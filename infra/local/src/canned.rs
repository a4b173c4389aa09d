//! The demo's canned messages: two or three in each category.

use domain::Millis;
use store::canned::Canned;

/// Id, title, category, shortcut, words.
type Words = (&'static str, &'static str, &'static str, &'static str, &'static str);

const WORDS: [Words; 11] = [
    (
        "greeting",
        "Greeting",
        "General",
        "hello",
        "Hello {{first_name}}, this is {{agent_first_name}}. How can I help you today?",
    ),
    (
        "one-moment",
        "One moment",
        "General",
        "moment",
        "Thank you, {{first_name}}. Give me a moment to look into this for you.",
    ),
    (
        "goodbye",
        "Goodbye",
        "General",
        "bye",
        "I am glad I could help. Your reference is {{conversation}}, should you need us again.\n\n\
         Have a good day,\n{{agent_name}}",
    ),
    (
        "order-number",
        "Ask for the order number",
        "Orders",
        "order",
        "Could you send me your order number, {{first_name}}? You find it in the confirmation that \
         we sent to {{email}}.",
    ),
    (
        "parcel-late",
        "Parcel is late",
        "Orders",
        "late",
        "I am sorry that your order {{attribute.Order}} is late. I have asked the carrier, and will \
         write to you within the hour.",
    ),
    (
        "address-changed",
        "Address changed",
        "Orders",
        "address",
        "Done: your parcel goes to the new address.",
    ),
    (
        "return-label",
        "Return label",
        "Returns",
        "return",
        "I have sent a return label to {{email}}. Put it on the parcel and hand it in at any shop; \
         the refund follows within five days.",
    ),
    (
        "broken-item",
        "Broken on arrival",
        "Returns",
        "broken",
        "I am sorry that it arrived like this, {{first_name}}. Could you send me a picture of it?",
    ),
    (
        "charged-twice",
        "Charged twice",
        "Billing",
        "twice",
        "You are right, {{first_name}}, that was charged twice. The second payment is on its way \
         back to you.",
    ),
    (
        "invoice",
        "Invoice again",
        "Billing",
        "invoice",
        "I have just sent the invoice to {{email}} once more.",
    ),
    (
        "call-back",
        "Offer to call",
        "Billing",
        "call",
        "Shall I call you about this? I would use {{phone}}.",
    ),
];

/// The demo's canned messages, as new at `now`.
#[must_use]
pub fn messages(now: Millis) -> Vec<Canned> {
    let made = |(id, title, category, shortcut, text): Words| Canned {
        id: id.to_owned(),
        title: title.to_owned(),
        category: category.to_owned(),
        text: text.to_owned(),
        shortcut: Some(shortcut.to_owned()),
        version: 1,
        at: now,
        by: crate::ids::id("olga"),
    };
    WORDS.into_iter().map(made).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_canned_message_of_the_demo_could_have_been_written_by_a_manager() {
        let messages = messages(Millis(0));
        let shortcuts: BTreeSet<_> = messages.iter().map(|c| c.shortcut.clone()).collect();
        assert_eq!(shortcuts.len(), messages.len(), "a shortcut stands there twice");
        for canned in messages {
            assert!(store::canned::is_id(&canned.id), "{}", canned.id);
            assert!(domain::canned::variables(&canned.text).is_ok(), "{}", canned.text);
        }
    }
}

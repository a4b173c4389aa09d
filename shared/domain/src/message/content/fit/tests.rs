//! The tests of [`super`]: each limit, and the size of each kind of content.

use super::*;
use crate::content::{Email, Medium};
use crate::template::{Part, Slot};

/// A text far over every limit, of the character that grows most.
fn endless() -> String {
    "\u{1}".repeat(500_000)
}

fn endless_contents() -> Vec<Content> {
    let text = endless;
    let card = || Card {
        name: text(),
        phones: vec![text(); 50],
        emails: vec![text(); 50],
        birthday: Some(text()),
        ..Card::default()
    };
    let item = || Item { id: text(), name: Some(text()), ..Item::default() };
    vec![
        Content::text(text()),
        Content::Media(Media {
            medium: Medium::Image,
            reference: text(),
            mime: text(),
            name: Some(text()),
            caption: Some(text()),
            size: Some(u64::MAX),
            width: Some(u32::MAX),
            height: Some(u32::MAX),
        }),
        Content::Location {
            latitude: -89.123_456_789_012_34,
            longitude: -179.123_456_789_012_34,
            name: Some(text()),
            address: Some(text()),
            url: Some(text()),
        },
        Content::Contacts { contacts: vec![card(); 3] },
        Content::Reply { id: text(), title: text(), description: Some(text()) },
        Content::Form {
            name: Some(text()),
            answers: vec![Answer { field: text(), value: text() }; 50],
        },
        Content::Order(Order { note: Some(text()), items: vec![item(); 50], catalog: None }),
        Content::Reaction { to: text(), emoji: Some(text()) },
        Content::Edit { to: text(), text: text() },
        Content::Removal { to: text() },
        Content::Template {
            name: text(),
            language: text(),
            parameters: vec![text(); 300],
            text: Some(text()),
            buttons: vec![text(); 3],
            slots: vec![Slot { part: Part::Header, parameter: 299, name: Some(text()) }; 300],
        },
        Content::Email(Email { html: Some(text()), ..Email::new(text(), text()) }),
        Content::Unsupported { what: text(), raw: text() },
    ]
}

/// A short content of each kind, with every text that the kind has.
fn short_contents() -> Vec<Content> {
    let x = || "x".to_owned();
    let slot = || Slot { part: Part::Body, parameter: 0, name: Some(x()) };
    vec![
        Content::text(x()),
        Content::Media(Media {
            medium: Medium::Image,
            reference: x(),
            mime: x(),
            name: Some(x()),
            caption: Some(x()),
            size: None,
            width: None,
            height: None,
        }),
        Content::Location {
            latitude: 1.0,
            longitude: 1.0,
            name: Some(x()),
            address: Some(x()),
            url: Some(x()),
        },
        Content::Contacts {
            contacts: vec![Card {
                name: x(),
                phones: vec![x()],
                emails: vec![x()],
                work: vec![x()],
                addresses: vec![x()],
                urls: vec![x()],
                birthday: Some(x()),
            }],
        },
        Content::Reply { id: x(), title: x(), description: Some(x()) },
        Content::Form { name: Some(x()), answers: vec![Answer { field: x(), value: x() }] },
        Content::Order(Order {
            catalog: Some(x()),
            note: Some(x()),
            items: vec![Item {
                id: x(),
                name: Some(x()),
                quantity: 1,
                price: Some(x()),
                currency: Some(x()),
            }],
        }),
        Content::Call { missed: true, seconds: None },
        Content::Reaction { to: x(), emoji: Some(x()) },
        Content::Edit { to: x(), text: x() },
        Content::Removal { to: x() },
        Content::Template {
            name: x(),
            language: x(),
            parameters: vec![x()],
            text: Some(x()),
            buttons: vec![x()],
            slots: vec![slot(), slot()],
        },
        Content::Email(Email { html: Some(x()), ..Email::new(x(), x()) }),
        Content::Unsupported { what: x(), raw: x() },
    ]
}

/// Every text that has a limit of its own, with that limit.
fn limited(content: &mut Content) -> Vec<(usize, &mut String)> {
    match content {
        Content::Text { text } => vec![(65_536, text)],
        Content::Media(Media { reference, mime, name, caption, .. }) => {
            let beneath = [(4_000, name), (65_536, caption)];
            let beneath = beneath.map(|(limit, text)| (limit, text.as_mut().unwrap()));
            [(4_000, reference), (200, mime)].into_iter().chain(beneath).collect()
        }
        Content::Location { name, address, url, .. } => {
            [name, address, url].map(|text| (8_192, text.as_mut().unwrap())).into()
        }
        Content::Contacts { contacts } => {
            let Card { name, phones, emails, work, addresses, urls, birthday } = &mut contacts[0];
            let lines = [phones, emails, work, addresses, urls].map(|list| (400, &mut list[0]));
            let named = [(1_000, name), (200, birthday.as_mut().unwrap())];
            named.into_iter().chain(lines).collect()
        }
        Content::Reply { id, title, description } => {
            vec![(1_000, id), (8_192, title), (8_192, description.as_mut().unwrap())]
        }
        Content::Form { name, answers } => {
            let Answer { field, value } = &mut answers[0];
            vec![(1_000, name.as_mut().unwrap()), (1_000, field), (8_192, value)]
        }
        Content::Order(Order { catalog, note, items }) => {
            let Item { id, name, price, currency, .. } = &mut items[0];
            let words = [price, currency].map(|text| (200, text.as_mut().unwrap()));
            let beside = [(1_000, catalog), (32_768, note), (1_000, name)];
            let beside = beside.map(|(limit, text)| (limit, text.as_mut().unwrap()));
            [(1_000, id)].into_iter().chain(beside).chain(words).collect()
        }
        Content::Call { .. } => Vec::new(),
        Content::Edit { to, text } => vec![(1_000, to), (65_536, text)],
        Content::Removal { to } => vec![(1_000, to)],
        Content::Reaction { to, emoji } => vec![(1_000, to), (200, emoji.as_mut().unwrap())],
        Content::Template { name, language, slots, .. } => {
            let names = slots.iter_mut().map(|slot| (80, slot.name.as_mut().unwrap()));
            [(1_000, name), (200, language)].into_iter().chain(names).collect()
        }
        Content::Email(email) => {
            let Email { subject, text, html, .. } = email;
            vec![(8_192, subject), (65_536, text), (1_000, html.as_mut().unwrap())]
        }
        Content::Unsupported { what, raw } => vec![(200, what), (65_536, raw)],
    }
}

#[test]
fn each_text_is_kept_up_to_its_own_limit_and_the_loss_of_one_byte_is_told() {
    for short in short_contents() {
        for at in 0..limited(&mut short.clone()).len() {
            let sized = |more: usize| {
                let mut content = short.clone();
                let (limit, text) = limited(&mut content).swap_remove(at);
                *text = "x".repeat(limit + more);
                content
            };
            let mut full = sized(0);
            assert!(!full.fit(), "text {at} of {} has room", short.kind());
            assert_eq!(full, sized(0), "text {at} of {}", short.kind());
            let mut over = sized(1);
            assert!(over.fit(), "text {at} of {} lost a byte", short.kind());
            assert_eq!(over, sized(0), "text {at} of {}", short.kind());
        }
    }
}

#[test]
fn two_texts_that_are_too_long_are_both_shortened_and_told() {
    for short in short_contents() {
        let texts = limited(&mut short.clone()).len();
        for (one, other) in (0..texts).flat_map(|o| (o + 1..texts).map(move |p| (o, p))) {
            let mut content = short.clone();
            for (at, (limit, text)) in limited(&mut content).into_iter().enumerate() {
                if at == one || at == other {
                    *text = "x".repeat(limit + 1);
                }
            }
            assert!(content.fit(), "texts {one} and {other} of {}", short.kind());
            assert!(!content.fit(), "texts {one} and {other} of {} fit", short.kind());
        }
    }
}

#[test]
fn the_values_the_buttons_and_the_text_of_a_template_share_the_room_in_this_order() {
    let template = |sizes: [usize; 3]| {
        let [value, button, text] = sizes.map(|size| "x".repeat(size));
        Content::Template {
            name: "hello".to_owned(),
            language: "en".to_owned(),
            parameters: vec![value],
            text: Some(text),
            buttons: vec![button],
            slots: Vec::new(),
        }
    };
    for (given, kept) in [
        ([65_534, 1, 1], [65_534, 1, 1]),
        ([65_534, 1, 2], [65_534, 1, 1]),
        ([1, 65_534, 2], [1, 65_534, 1]),
        ([1, 1, 65_535], [1, 1, 65_534]),
        ([65_535, 2, 1], [65_535, 1, 0]),
        ([65_537, 1, 1], [65_536, 0, 0]),
    ] {
        let mut content = template(given);
        assert_eq!(content.fit(), given != kept, "{given:?}");
        assert_eq!(content, template(kept), "{given:?}");
    }
}

#[test]
fn a_template_keeps_a_hundred_values_buttons_and_places() {
    let template = |values: usize, buttons: usize, places: usize| Content::Template {
        name: "hello".to_owned(),
        language: "en".to_owned(),
        parameters: vec!["x".to_owned(); values],
        text: None,
        buttons: vec!["x".to_owned(); buttons],
        slots: vec![Slot { part: Part::Body, parameter: 0, name: None }; places],
    };
    let mut full = template(100, 100, 100);
    assert!(!full.fit());
    assert_eq!(full, template(100, 100, 100));
    for mut over in [template(101, 100, 100), template(100, 101, 100), template(100, 100, 101)] {
        assert!(over.fit());
        assert_eq!(over, full);
    }
    assert!(template(1, 1, 101).fit());
    assert!(!template(0, 0, 0).fit());
}

#[test]
fn the_size_of_a_content_is_that_of_all_its_texts_as_sent() {
    let x = |size: usize| "x".repeat(size);
    let file = Media {
        medium: Medium::Image,
        reference: x(3),
        mime: x(5),
        name: Some("\"".to_owned()),
        caption: Some(x(7)),
        size: Some(9),
        width: None,
        height: None,
    };
    assert_eq!(file.bytes(), 17);
    let card =
        |name| Card { name, phones: vec![x(5), x(7)], emails: vec![x(11)], ..Card::default() };
    let item = |id| Item { id, name: Some(x(5)), price: Some(x(2)), ..Item::default() };
    let slots = [Some(x(4)), None].map(|name| Slot { part: Part::Body, parameter: 0, name });
    for (content, size) in [
        (Content::text("ab\n"), 4),
        (Content::Media(file), 17),
        (
            Content::Location {
                latitude: 1.0,
                longitude: 2.0,
                name: Some(x(3)),
                address: Some(x(5)),
                url: Some(x(7)),
            },
            15,
        ),
        (Content::Contacts { contacts: vec![card(x(3)), card(x(2))] }, 35 + 34),
        (Content::Reply { id: x(3), title: x(5), description: Some(x(7)) }, 15),
        (
            Content::Form {
                name: Some(x(2)),
                answers: vec![Answer { field: x(3), value: x(5) }; 2],
            },
            18,
        ),
        (
            Content::Order(Order {
                catalog: Some(x(1)),
                note: Some(x(4)),
                items: vec![item(x(3)), item(x(1))],
            }),
            5 + 10 + 8,
        ),
        (Content::Call { missed: true, seconds: Some(4) }, 0),
        (Content::Edit { to: x(3), text: x(5) }, 8),
        (Content::Removal { to: x(3) }, 3),
        (Content::Reaction { to: x(3), emoji: Some(x(5)) }, 8),
        (Content::Reaction { to: x(3), emoji: None }, 3),
        (
            Content::Template {
                name: x(2),
                language: x(3),
                parameters: vec![x(7), x(11)],
                text: Some(x(5)),
                buttons: vec![x(13)],
                slots: slots.into(),
            },
            // Each of three listed texts has quotes and a comma, each of two places its frame.
            2 + 3 + 5 + (7 + 11 + 13 + 3 * 3) + (4 + 2 * 40),
        ),
        (Content::Email(Email { html: Some(x(7)), ..Email::new(x(3), x(5)) }), 15),
        (Content::Unsupported { what: x(3), raw: x(5) }, 8),
    ] {
        assert_eq!(content.bytes(), size, "{}", content.kind());
    }
}

#[test]
fn whatever_arrives_fits_into_its_item_and_says_that_it_was_shortened() {
    for mut content in endless_contents() {
        assert!(content.fit(), "{}", content.kind());
        let stored = serde_json::to_vec(&content).unwrap().len();
        assert!(stored <= KEPT + KEPT / 4, "{}: {stored} bytes", content.kind());
        assert!(!content.fit(), "{}: it fits now", content.kind());
    }
}

#[test]
fn a_content_that_fits_is_kept_to_the_letter() {
    let mut content = Content::text("\"".repeat(KEPT / 2));
    assert!(!content.fit());
    assert_eq!(content, Content::text("\"".repeat(KEPT / 2)));
}

#[test]
fn cards_beyond_the_room_are_left_out_whole() {
    let card = |name: &str| Card {
        name: name.to_owned(),
        phones: vec!["+49 176 12345678".to_owned()],
        ..Card::default()
    };
    let mut content = Content::Contacts { contacts: vec![card("Anna"); 5_000] };
    assert!(content.fit());
    let Content::Contacts { contacts } = content else { panic!("no contacts") };
    assert!(contacts.len() > 500 && contacts.iter().all(|c| *c == card("Anna")));
}

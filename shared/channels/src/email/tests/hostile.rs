//! No bytes of a stranger end the process, run in markup, or cost more time than their length
//! allows.

use std::time::{Duration, Instant};

use super::html::{VECTORS, is_harmless};
use super::{all, fixture};
use crate::email::kind::{Ours, nature};
use crate::email::quote::{fold, fold_html};
use crate::email::thread::belongs;
use crate::email::{Letter, read};

/// Everything that the engine does with a mail.
fn whole(raw: &[u8]) -> Option<Letter> {
    let letter = read(raw).ok()?;
    let ours = Ours { installation: "i", is_address: &|_| false, is_id: &|_| false };
    let _ = nature(&letter, &ours);
    let _ = belongs(b"secret", &letter, &[]);
    let folded = fold(&letter.text);
    assert!(
        folded.text.len() + folded.quoted.len() + folded.signature.len() <= letter.text.len() + 2
    );
    if let Some(html) = &letter.html {
        let folded = fold_html(html);
        is_harmless(&folded.html);
        is_harmless(&folded.folded);
    }
    Some(letter)
}

/// A generator of numbers that always gives the same ones.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).unwrap()).unwrap()
    }
}

fn corpus() -> Vec<Vec<u8>> {
    let mut all_of_them: Vec<Vec<u8>> =
        all("bounce").iter().chain(&all("reply/talon")).map(|name| fixture(name)).collect();
    for name in all("html") {
        let mut mail = b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n".to_vec();
        mail.extend(fixture(&name));
        all_of_them.push(mail);
    }
    for name in all("reply/crisp") {
        let mut mail = b"From: a@b.example\r\n\r\n".to_vec();
        mail.extend(fixture(&name));
        all_of_them.push(mail);
    }
    all_of_them
}

#[test]
fn no_alteration_of_any_mail_panics() {
    let corpus = corpus();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for mail in &corpus {
        whole(mail);
        for _ in 0..12 {
            let mut bytes = mail.clone();
            for _ in 0..=random.next(6) {
                let at = random.next(bytes.len());
                match random.next(6) {
                    0 => bytes.truncate(at),
                    1 => bytes.insert(at.min(bytes.len()), u8::try_from(random.next(256)).unwrap()),
                    2 => {
                        bytes.splice(at..at, VECTORS[random.next(VECTORS.len())].bytes());
                    }
                    3 => {
                        let other = &corpus[random.next(corpus.len())];
                        let from = random.next(other.len());
                        let to = (from + random.next(400)).min(other.len());
                        bytes.splice(at..at, other[from..to].iter().copied());
                    }
                    4 if !bytes.is_empty() => {
                        let to = (at + random.next(60)).min(bytes.len());
                        bytes.drain(at.min(to)..to);
                    }
                    _ => {
                        if let Some(byte) = bytes.get_mut(at) {
                            *byte = u8::try_from(random.next(256)).unwrap();
                        }
                    }
                }
            }
            whole(&bytes);
        }
    }
}

#[test]
fn no_noise_panics() {
    let mut random = Random(7);
    for _ in 0..1_500 {
        let length = random.next(600);
        let noise: Vec<u8> = (0..length).map(|_| u8::try_from(random.next(256)).unwrap()).collect();
        whole(&noise);
        let signs = b"<>=?:;,@\"'()-_ \r\n\tab/&#x0[]*%";
        let mut mail = b"From: ".to_vec();
        mail.extend((0..length).map(|_| signs[random.next(signs.len())]));
        whole(&mail);
    }
}

/// The shapes that parsers are attacked with, each as a function of a size.
type Shape = (&'static str, fn(usize) -> Vec<u8>);

const SHAPES: [Shape; 22] = [
    ("nested multiparts", |n| {
        let mut mail = b"From: a@b.example\r\n".to_vec();
        for level in 0..n / 60 {
            mail.extend(
                format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n")
                    .bytes(),
            );
        }
        mail
    }),
    ("nested mails", |n| {
        [b"From: a@b.example\r\n".to_vec(), b"Content-Type: message/rfc822\r\n\r\n".repeat(n / 32)]
            .concat()
    }),
    ("digests", |n| {
        [
            b"From: a@b.example\r\nContent-Type: multipart/digest; boundary=b\r\n\r\n".to_vec(),
            b"--b\r\n\r\n".repeat(n / 7),
        ]
        .concat()
    }),
    ("parts", |n| {
        [
            b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_vec(),
            b"--b\r\n\r\nx\r\n".repeat(n / 10),
        ]
        .concat()
    }),
    ("parts without an end", |n| {
        [
            b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".to_vec(),
            b"--b\r\nContent-Type: multipart/mixed; boundary=zz\r\n\r\n".repeat(n / 55),
        ]
        .concat()
    }),
    ("dashes", |n| {
        [
            b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=\"-\"\r\n\r\n".to_vec(),
            b"-".repeat(n),
        ]
        .concat()
    }),
    ("fields", |n| [b"X: y\r\n".repeat(n / 6), b"From: a@b.example\r\n\r\nx".to_vec()].concat()),
    ("a folded field", |n| {
        [
            b"Subject: a".to_vec(),
            b"\r\n b".repeat(n / 4),
            b"\r\nFrom: a@b.example\r\n\r\nx".to_vec(),
        ]
        .concat()
    }),
    ("recipients", |n| {
        [
            b"From: a@b.example\r\nTo: ".to_vec(),
            b"a@b.example,\r\n ".repeat(n / 15),
            b"\r\n\r\nx".to_vec(),
        ]
        .concat()
    }),
    ("brackets", |n| [b"From: ".to_vec(), b"(\"<".repeat(n / 3), b"\r\n\r\nx".to_vec()].concat()),
    ("encoded words", |n| {
        [
            b"From: a@b.example\r\nSubject: ".to_vec(),
            b"=?utf-8?q?a?= =?".repeat(n / 16),
            b"\r\n\r\nx".to_vec(),
        ]
        .concat()
    }),
    ("parameters", |n| {
        let mut mail = b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment".to_vec();
        for at in 0..n / 18 {
            mail.extend(format!(";\r\n filename*{at}*=a").bytes());
        }
        mail
    }),
    ("quotes", |n| {
        [
            b"From: a@b.example\r\n\r\n".to_vec(),
            b"On 1.1.2026 a@b.c wrote\r\n> x\r\ny\r\n".repeat(n / 30),
        ]
        .concat()
    }),
    ("marks", |n| [b"From: a@b.example\r\n\r\n".to_vec(), b">".repeat(n)].concat()),
    ("headers in the text", |n| {
        [b"From: a@b.example\r\n\r\n".to_vec(), b"From: x\r\n\r\n\r\n\r\n".repeat(n / 15)].concat()
    }),
    ("signatures", |n| {
        [
            b"From: a@b.example\r\n\r\n".to_vec(),
            b"\r\n-- \r\nSent from my iPhone\r\n".repeat(n / 27),
        ]
        .concat()
    }),
    ("one line", |n| {
        [b"From: a@b.example\r\n\r\nOn 2026 ".to_vec(), b"wrote: @ ".repeat(n / 9)].concat()
    }),
    ("elements", |n| {
        [b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n".to_vec(), b"<div>".repeat(n / 5)]
            .concat()
    }),
    ("formatting", |n| {
        [
            b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n".to_vec(),
            b"<b id=1><i><p>".repeat(n / 14),
        ]
        .concat()
    }),
    ("tables", |n| {
        [
            b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n".to_vec(),
            b"<table><td>x<a href=http://x.example>".repeat(n / 37),
        ]
        .concat()
    }),
    ("links", |n| {
        [
            b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n".to_vec(),
            b"<a href=http://x.example/1>y</a> ".repeat(n / 33),
        ]
        .concat()
    }),
    ("tags without an end", |n| {
        [
            b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n".to_vec(),
            b"<a <\"&#".repeat(n / 7),
        ]
        .concat()
    }),
];

#[test]
fn no_shape_costs_more_than_its_length_allows() {
    for (name, shape) in SHAPES {
        let took = |size: usize| {
            let mail = shape(size);
            let begin = Instant::now();
            whole(&mail);
            begin.elapsed()
        };
        let (small, large) = (took(250_000), took(2_000_000));
        // Eight times the length may cost eight times the time, and then some for a busy machine;
        // a quadratic shape costs 64 times as much.
        let allowed = (small * 30).max(Duration::from_secs(4));
        assert!(large < allowed, "{name}: {small:?} and {large:?}");
    }
}

#[test]
fn ten_thousand_nested_parts_and_five_megabytes_of_headers_are_read_to_their_bound() {
    let (_, nested) = SHAPES[1];
    assert!(whole(&nested(10_000 * 32)).unwrap().shortened);
    let (_, fields) = SHAPES[6];
    let letter = whole(&fields(5 * 1024 * 1024)).unwrap();
    assert_eq!(letter.from.unwrap().address, "a@b.example");
    assert!(letter.shortened);
}

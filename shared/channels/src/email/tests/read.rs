//! Mails of every charset and structure.

use crate::email::letter::Kind;
use crate::email::{Letter, Mailbox, Unreadable, read};

fn of(raw: &str) -> Letter {
    read(raw.replace('\n', "\r\n").as_bytes()).unwrap()
}

fn from(field: &str) -> Option<(String, String)> {
    let letter = of(&format!("{field}\nTo: support@shop.example\n\nx"));
    letter.from.map(|from| (from.name, from.address))
}

#[test]
fn authors_are_found_in_good_and_broken_headers() {
    let ada = |name: &str| Some((name.to_owned(), "ada@example.com".to_owned()));
    for (field, expected) in [
        ("From: Ada Lovelace <ada@Example.COM>", ada("Ada Lovelace")),
        ("From: \"Lovelace, Ada\" <ada@example.com>", ada("Lovelace, Ada")),
        ("From: ada@example.com (Ada)", ada("Ada")),
        ("From: =?utf-8?B?QWRhIMWB?= <ada@example.com>", ada("Ada Ł")),
        ("From: =?iso-8859-1?Q?Ad=E4?=\n =?iso-8859-1?Q?_L?= <ada@example.com>", ada("Adä L")),
        ("From: 'ada@example.com' <ada@example.com>", ada("")),
        ("From: Friends: Ada <ada@example.com>, Bo <bo@example.com>;", ada("Ada")),
        ("FROM:ada@example.com", ada("")),
        ("From: Ada ada@example.com", ada("")),
        ("From: <ada@example.com", ada("")),
        ("From: \"Ada <ada@example.com>", ada("")),
        ("Sender: Ada <ada@example.com>", ada("Ada")),
        ("From: undisclosed\nReturn-Path: <ada@example.com>", ada("")),
        ("From: Ada \u{202e}evil <ada@example.com>", ada("Ada evil")),
        ("From: nobody", None),
        ("Subject: none", None),
    ] {
        let found = from(field);
        if field.contains("\"Ada <") || field.contains("Ada ada@") {
            assert_eq!(
                found.map(|(_, address)| address),
                expected.map(|(_, address)| address),
                "{field}"
            );
        } else {
            assert_eq!(found, expected, "{field}");
        }
    }
}

#[test]
fn several_authors_are_all_kept() {
    let two =
        of("From: Ada <ada@example.com>\nFrom: Bo <bo@example.com>, Cy <cy@example.com>\n\nx");
    assert_eq!(two.from.unwrap().address, "ada@example.com");
    let others: Vec<&str> = two.coauthors.iter().map(|one| one.address.as_str()).collect();
    assert_eq!(others, ["bo@example.com", "cy@example.com"]);
}

#[test]
fn others_are_named_as_also_to() {
    let letter = of(
        "From: ada@example.com\nTo: Support <support@shop.example>, Bo <bo@example.com>\nCc: cy@example.com, bo@EXAMPLE.com\n\nx",
    );
    let others = letter.also_to(|address| address.ends_with("@shop.example"));
    let expected = [Mailbox::new("Bo", "bo@example.com"), Mailbox::new("", "cy@example.com")];
    assert_eq!(others, expected.map(Option::unwrap));
}

#[test]
fn ids_and_dates_are_read() {
    let letter = of(
        "From: a@b.example\nMessage-ID: <m1@b.example>\nIn-Reply-To: Your message <m0@x.example> of Monday\nReferences: <r1@x.example>\n\t<r2@x.example> <m0@x.example>\nDate: Tue, 24 Nov 2026 10:00:00 +0100\n\nx",
    );
    assert_eq!(letter.message_id.as_deref(), Some("m1@b.example"));
    assert_eq!(letter.ancestors(), ["m0@x.example", "r2@x.example", "r1@x.example"]);
    assert_eq!(letter.date.unwrap().0, 1_795_510_800_000);
    assert_eq!(of("From: a@b.example\nDate: yesterday\n\nx").date, None);
}

#[test]
fn subjects_of_every_encoding_are_one_line() {
    for (field, expected) in [
        ("Subject: =?utf-8?q?Bestellung_=E2=82=AC?= 7", "Bestellung € 7"),
        ("Subject: =?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=", "こんにちは"),
        ("Subject: =?koi8-r?B?8NLJ18XU?=", "Привет"),
        ("Subject: =?gb2312?B?xOO6ww==?=", "你好"),
        ("Subject: =?utf-8?B?broken", "=?utf-8?B?broken"),
        ("Subject: a\n b\n  c", "a b c"),
        ("Subject:", ""),
    ] {
        assert_eq!(of(&format!("From: a@b.example\n{field}\n\nx")).subject, expected, "{field}");
    }
    let raw = b"From: a@b.example\r\nSubject: Gr\xfc\xdfe aus M\xfcnchen\r\n\r\nx";
    assert_eq!(read(raw).unwrap().subject, "Grüße aus München");
    let raw = "From: a@b.example\r\nSubject: Grüße €\r\n\r\nx";
    assert_eq!(read(raw.as_bytes()).unwrap().subject, "Grüße €");
}

#[test]
fn texts_of_every_charset_are_read() {
    let cases: [(&str, &[u8], &str); 12] = [
        ("text/plain; charset=utf-8", "Grüße €".as_bytes(), "Grüße €"),
        ("text/plain; charset=iso-8859-1", b"Gr\xfc\xdfe", "Grüße"),
        ("text/plain; charset=windows-1252", b"5 \x80", "5 €"),
        ("text/plain; charset=windows-1251", b"\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"),
        ("text/plain; charset=koi8-r", b"\xf0\xd2\xc9\xd7\xc5\xd4", "Привет"),
        ("text/plain; charset=shift_jis", b"\x82\xb1\x82\xf1", "こん"),
        ("text/plain; charset=iso-2022-jp", b"\x1b$B$3$s\x1b(B", "こん"),
        ("text/plain; charset=gb18030", b"\xc4\xe3\xba\xc3", "你好"),
        ("text/plain; charset=ks_c_5601-1987", b"\xbe\xc8\xb3\xe7", "안녕"),
        ("text/plain; charset=us-ascii", "Grüße €".as_bytes(), "Grüße €"),
        ("text/plain", b"Gr\xfc\xdfe aus M\xfcnchen", "Grüße aus München"),
        ("text/plain; charset=x-unknown", "Grüße €".as_bytes(), "Grüße €"),
    ];
    for (kind, body, expected) in cases {
        let mut raw = format!(
            "From: a@b.example\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        .into_bytes();
        raw.extend_from_slice(body);
        assert_eq!(read(&raw).unwrap().text.trim(), expected, "{kind}");
    }
}

#[test]
fn flowed_text_and_html_alone_become_paragraphs() {
    let flowed = of(
        "From: a@b.example\nContent-Type: text/plain; format=flowed\n\nA long \nline.\n> quoted \n> text\n-- \nAda",
    );
    assert_eq!(flowed.text.trim(), "A long line.\n> quoted text\n-- \nAda");
    let html = of(
        "From: a@b.example\nContent-Type: text/html\n\n<title>no</title><p>Hello &amp; <b>welcome</b></p><ul><li>one<li>two</ul><a href=\"https://x.example/1\">here</a>",
    );
    assert_eq!(html.text, "Hello & welcome\n\n- one\n- two\n\nhere <https://x.example/1>");
    assert!(html.html.is_some());
}

const NESTED: &str = "From: a@b.example\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nHello\n--a\nContent-Type: text/html\n\n<p>Hello <img src=\"cid:logo@1\"></p>\n--a\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--a--\n--r\nContent-Type: image/png; name=logo.png\nContent-ID: <logo@1>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--r--\n--m\nContent-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=utf-8''..%2f%E2%82%AC%20in;\n filename*1*=voice.pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--m\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx\n--m\nContent-Type: message/rfc822\n\nFrom: c@d.example\nSubject: Inner\n\ninner text\n--m--\n";

#[test]
fn a_nested_mail_gives_text_html_and_named_files() {
    let letter = of(NESTED);
    assert_eq!(letter.text.trim(), "Hello");
    assert!(letter.html.as_deref().unwrap().contains("cid:logo@1"));
    let files: Vec<(&str, Kind, bool, usize)> = letter
        .attachments
        .iter()
        .map(|file| (file.name.as_str(), file.kind, file.inline, file.bytes.len()))
        .collect();
    assert!(files.contains(&("invite.ics", Kind::Calendar, false, 15)), "{files:?}");
    assert!(files.contains(&("logo.png", Kind::File, true, 8)), "{files:?}");
    assert!(files.contains(&("€ invoice.pdf", Kind::File, false, 4)), "{files:?}");
    assert!(files.contains(&("winmail.dat", Kind::Winmail, false, 1)), "{files:?}");
    assert!(files.iter().any(|file| (file.0, file.1) == ("Inner.eml", Kind::Mail)), "{files:?}");
    assert_eq!(files.len(), 5);
    assert!(!letter.text.contains("inner text"));
}

#[test]
fn encrypted_and_signed_mails_are_named() {
    let pgp = of(
        "From: a@b.example\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--b--\n",
    );
    assert!(pgp.encrypted && !pgp.signed);
    let inline =
        of("From: a@b.example\n\n-----BEGIN PGP MESSAGE-----\nabc\n-----END PGP MESSAGE-----");
    assert!(inline.encrypted);
    let smime = of(
        "From: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nAAAA",
    );
    assert!(smime.encrypted);
    let signed = of(
        "From: a@b.example\nContent-Type: multipart/signed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n",
    );
    assert!(signed.signed && !signed.encrypted && signed.text.contains("Hello"));
    assert_eq!(signed.attachments[0].kind, Kind::Signature);
}

#[test]
fn bytes_that_are_no_mail_are_refused() {
    assert_eq!(read(b""), Err(Unreadable::NoMail));
    assert_eq!(read(&vec![b'a'; 41 * 1024 * 1024]), Err(Unreadable::TooLong));
}

//! Our own mails, read back.

use std::sync::LazyLock;

use domain::Millis;

use crate::email::kind::LOOP_HEADER;
use crate::email::write::{Draft, File, Unwritable, reply_subject, write};
use crate::email::{Letter, Mailbox, read};

fn mailbox(name: &str, address: &str) -> Mailbox {
    Mailbox { name: name.to_owned(), address: address.to_owned() }
}

static FROM: LazyLock<Mailbox> =
    LazyLock::new(|| mailbox("Shop, Müller & Co", "support@shop.example"));
static TO: LazyLock<Mailbox> = LazyLock::new(|| mailbox("Ada", "ada@example.com"));
static REFERENCES: LazyLock<Vec<String>> = LazyLock::new(|| vec!["r1@example.com".to_owned()]);

fn with<'a>(change: impl FnOnce(&mut Draft<'a>)) -> Result<Vec<u8>, Unwritable> {
    let mut draft = Draft {
        from: &FROM,
        reply_to: "support+token@shop.example",
        to: &TO,
        subject: "Re: Bestellung €",
        message_id: "m1.t1.sum@shop.example",
        in_reply_to: Some("c1@example.com"),
        references: &REFERENCES,
        date: Millis(1_795_510_800_000),
        text: "Hello Ada,\n<b>5 > 3</b> €\n.\nFrom here",
        html: None,
        signature: "Bo\nShop",
        files: &[],
        automatic: false,
        installation: "switchboard-1",
    };
    change(&mut draft);
    write(&draft)
}

fn back(mail: &[u8]) -> Letter {
    read(mail).unwrap()
}

#[test]
fn a_mail_reads_back_as_written() {
    let mail = with(|_| {}).unwrap();
    let letter = back(&mail);
    assert_eq!(letter.from, Some(mailbox("Shop, Müller & Co", "support@shop.example")));
    assert_eq!(letter.to, [mailbox("Ada", "ada@example.com")]);
    assert_eq!(letter.reply_to[0].address, "support+token@shop.example");
    assert_eq!(letter.subject, "Re: Bestellung €");
    assert_eq!(letter.message_id.as_deref(), Some("m1.t1.sum@shop.example"));
    assert_eq!(letter.in_reply_to, ["c1@example.com"]);
    assert_eq!(letter.references, ["r1@example.com", "c1@example.com", "m1.t1.sum@shop.example"]);
    assert_eq!(letter.date, Some(Millis(1_795_510_800_000)));
    assert_eq!(letter.text.trim_end(), "Hello Ada,\n<b>5 > 3</b> €\n.\nFrom here\n\n-- \nBo\nShop");
    let html = letter.html.as_deref().unwrap();
    assert!(html.contains("&lt;b&gt;5 &gt; 3&lt;/b&gt; €<br>"), "{html}");
    assert_eq!(letter.field(&LOOP_HEADER.to_lowercase()), Some("switchboard-1"));
    assert_eq!(letter.field("auto-submitted"), None);
    assert_eq!(letter.field("list-unsubscribe"), None);
    assert_eq!(mail, with(|_| {}).unwrap(), "a repetition is the same to the byte");
    let longest = mail.split(|byte| *byte == b'\n').map(<[u8]>::len).max().unwrap();
    assert!(longest <= 998, "RFC 5322 ends lines at 998 characters");
}

#[test]
fn only_programs_texts_are_marked_as_automatic() {
    let letter = back(&with(|draft| draft.automatic = true).unwrap());
    assert_eq!(letter.field("auto-submitted"), Some("auto-generated"));
}

#[test]
fn no_value_becomes_a_field() {
    let evil = "x\r\nBcc: victim@example.com\r\n\r\nbody\u{0}\u{7}";
    let (from, to) = (mailbox(evil, "support@shop.example"), mailbox(evil, "ada@example.com"));
    let files = [File { name: evil, mime: "text/html\r\nX-Evil: 1", bytes: b"x" }];
    let references = vec![evil.to_owned(), "ok@example.com".to_owned()];
    let mail = with(|draft| {
        draft.from = &from;
        draft.to = &to;
        draft.subject = evil;
        draft.references = &references;
        draft.in_reply_to = Some(evil);
        draft.installation = evil;
        draft.signature = evil;
        draft.files = &files;
    })
    .unwrap();
    let letter = back(&mail);
    for name in ["bcc", "x-evil"] {
        assert_eq!(letter.field(name), None, "{}", String::from_utf8_lossy(&mail));
    }
    assert_eq!(letter.references, ["ok@example.com", "m1.t1.sum@shop.example"]);
    assert_eq!(letter.attachments.len(), 1);
    assert_eq!(letter.attachments[0].mime, "application/octet-stream");
}

#[test]
fn bad_addresses_and_ids_are_refused() {
    for address in [
        "",
        "ada",
        "ada@",
        "@x",
        "a b@x.example",
        "a@x.example\r\nBcc: v@x.example",
        "a@x.example>, <b@x.example",
        "ädä@x.example",
        "a@b@c",
    ] {
        let bad = mailbox("", address);
        assert!(matches!(with(|draft| draft.to = &bad), Err(Unwritable::Address(_))), "{address}");
        assert!(with(|draft| draft.reply_to = address).is_err(), "{address}");
    }
    for id in ["", "a b", "a>\r\nX: y", "é@x"] {
        assert!(matches!(with(|draft| draft.message_id = id), Err(Unwritable::Id(_))), "{id}");
    }
}

#[test]
fn files_arrive_with_name_and_content_and_long_mails_are_refused() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let files = [File { name: "Rechnung €.pdf", mime: "application/pdf", bytes: &bytes }];
    let letter = back(&with(|draft| draft.files = &files).unwrap());
    assert_eq!(
        (letter.attachments[0].name.as_str(), &letter.attachments[0].bytes),
        ("Rechnung €.pdf", &bytes)
    );
    let much = vec![0; 31 * 1024 * 1024];
    let files = [File { name: "a", mime: "a/b", bytes: &much }];
    assert_eq!(with(|draft| draft.files = &files), Err(Unwritable::TooLong));
}

#[test]
fn references_are_capped_and_keep_the_first() {
    let many: Vec<String> = (0..300).map(|n| format!("r{n}@example.com")).collect();
    let letter = back(&with(|draft| draft.references = &many).unwrap());
    assert_eq!(letter.references.len(), 20);
    assert_eq!(
        (letter.references[0].as_str(), letter.references[19].as_str()),
        ("r0@example.com", "m1.t1.sum@shop.example")
    );
}

#[test]
fn a_subject_stays_the_same_through_a_conversation() {
    for subject in [
        "Order 7",
        "Re: Order 7",
        "AW: Re: Order 7",
        "Re[3]: SV: Order 7",
        "回复：Order 7",
        "Fwd: WG: Order 7",
    ] {
        assert_eq!(reply_subject(subject), "Re: Order 7", "{subject}");
    }
    assert_eq!(reply_subject("Problem: order"), "Re: Problem: order");
    assert_eq!(reply_subject("a\r\nBcc: x"), "Re: a Bcc: x");
    assert_eq!(reply_subject(""), "Re:");
}

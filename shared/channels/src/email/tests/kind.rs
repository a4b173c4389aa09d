//! Bounces, delays, complaints, receipts, automatic replies, lists and loops.

use super::{all, fixture};
use crate::email::kind::{Nature, Ours, Outcome, nature};
use crate::email::{Letter, read};

fn judged(letter: &Letter) -> Nature {
    let ours = Ours {
        installation: "switchboard-1",
        is_address: &|address| address == "support@shop.example",
        is_id: &|id| id.ends_with("@id.shop.example"),
    };
    nature(letter, &ours)
}

fn of(raw: &str) -> Nature {
    judged(&read(raw.replace('\n', "\r\n").as_bytes()).unwrap())
}

#[test]
fn bounces_of_every_kind_name_a_recipient_and_open_nothing() {
    for name in all("bounce") {
        if ["arf", "rfc3834", "is-not"].iter().any(|other| name.contains(other)) {
            continue;
        }
        let nature = judged(&read(&fixture(&name)).unwrap());
        assert!(matches!(nature, Nature::Delivery(_)), "{name}: {nature:?}");
        assert!(!nature.opens());
        let first = nature.statuses().first().unwrap_or_else(|| panic!("{name}: no status"));
        assert_ne!(first.outcome, Outcome::Delivered, "{name}");
        assert!(first.recipient.is_some(), "{name}: {first:?}");
        let unnamed = ["courier-01", "exchange2003-01", "exchange2007-01", "postfix-01", "x1-01"]
            .iter()
            .any(|other| name.contains(other));
        assert_eq!(first.message_id.is_none(), unnamed, "{name}: {first:?}");
    }
}

#[test]
fn absences_are_automatic_and_complaints_are_complaints() {
    for name in all("bounce").iter().filter(|name| name.contains("rfc3834")) {
        assert_eq!(judged(&read(&fixture(name)).unwrap()), Nature::Automatic, "{name}");
    }
    for name in all("bounce").iter().filter(|name| name.contains("arf")) {
        let nature = judged(&read(&fixture(name)).unwrap());
        assert!(matches!(nature, Nature::Complaint(_)), "{name}: {nature:?}");
    }
}

#[test]
fn mails_of_people_are_mails_of_people() {
    for name in ["bounce/is-not-bounce-01.eml", "bounce/is-not-bounce-02.eml"] {
        assert_eq!(judged(&read(&fixture(name)).unwrap()), Nature::Person, "{name}");
    }
    for name in all("reply/talon") {
        assert_eq!(judged(&read(&fixture(&name)).unwrap()), Nature::Person, "{name}");
    }
    // The words of a responder or a daemon alone prove nothing.
    for subject in [
        "Out of office next week",
        "Automatische Antwort?",
        "Undelivered order 7",
        "Mail delivery failed",
    ] {
        let mail = format!(
            "From: ada@example.com\nReturn-Path: <ada@example.com>\nTo: support@shop.example\nSubject: {subject}\n\nHello"
        );
        assert_eq!(of(&mail), Nature::Person, "{subject}");
    }
}

#[test]
fn a_standard_report_gives_code_recipient_and_our_id() {
    let nature = judged(&read(&fixture("bounce/rfc3464-01.eml")).unwrap());
    let status = &nature.statuses()[0];
    assert_eq!(status.recipient.as_deref(), Some("userunknown@bouncehammer.jp"));
    assert_eq!(status.code.as_deref(), Some("5.1.1"));
    assert_eq!(
        status.message_id.as_deref(),
        Some("E1C50F1B-1C83-4820-BC36-AC6FBFBE8568@example.org")
    );
    assert_eq!((status.outcome, status.temporary), (Outcome::Failed, false));
    assert!(status.reason.contains("User Unknown"));
}

#[test]
fn a_delay_is_no_failure() {
    let raw = "From: MAILER-DAEMON@mx.example\nTo: support@shop.example\nSubject: Delayed Mail (still being retried)\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nlater\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ada@example.com\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp;\n 450 try later\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID:\n <m1@id.shop.example>\n--b--\n";
    let nature = of(raw);
    let status = &nature.statuses()[0];
    assert_eq!((status.outcome, status.temporary), (Outcome::Delayed, true));
    assert_eq!(status.message_id.as_deref(), Some("m1@id.shop.example"));
    assert_eq!(status.reason, "450 try later");
}

#[test]
fn a_read_receipt_is_a_status() {
    let raw = "From: ada@example.com\nTo: support@shop.example\nSubject: Read: Order\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: text/plain\n\nread\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;ada@example.com\nOriginal-Message-ID: <m1@id.shop.example>\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n";
    let Nature::Receipt(statuses) = of(raw) else { panic!("a receipt") };
    assert_eq!(statuses[0].outcome, Outcome::Seen);
    assert_eq!(statuses[0].message_id.as_deref(), Some("m1@id.shop.example"));
    assert_eq!(statuses[0].recipient.as_deref(), Some("ada@example.com"));
}

#[test]
fn programs_that_answer_are_recognised_by_their_fields() {
    for field in [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (vacation)",
        "X-Autoreply: yes",
        "X-Autorespond: Order",
        "Precedence: auto_reply",
        "Precedence: bulk",
        "X-Apple-Action: VACATION",
        "X-FC-MachineGenerated: true",
        "Return-Path: <>\nSubject: Automatische Antwort: Ihre Frage",
        "Return-Path: <>\nSubject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Commande?=",
        "X-Auto-Response-Suppress: All\nSubject: Automatic reply: Order",
    ] {
        let mail = format!("From: ada@example.com\nTo: support@shop.example\n{field}\n\nAway");
        assert_eq!(of(&mail), Nature::Automatic, "{field}");
    }
    assert_eq!(of("From: ada@example.com\nAuto-Submitted: no\n\nHello"), Nature::Person);
}

#[test]
fn lists_are_lists_unless_they_are_our_own_group() {
    let list = "From: ada@example.com\nList-Id: <news.example.com>\nList-Unsubscribe: <mailto:x@example.com>\nPrecedence: list\n";
    assert_eq!(of(&format!("{list}\nHello")), Nature::List);
    let own = format!("{list}List-Post: <mailto:support@shop.example>\n\nHello");
    assert_eq!(of(&own), Nature::Person);
}

#[test]
fn loops_are_broken() {
    for field in [
        "X-Switchboard-Loop: switchboard-1",
        "Message-ID: <m1@id.shop.example>",
        "From: Shop <support@shop.example>",
    ] {
        let from = if field.starts_with("From") { "" } else { "From: ada@example.com\n" };
        assert_eq!(of(&format!("{from}{field}\n\nHello")), Nature::Loop, "{field}");
    }
    let stations = "Received: from a by b; Tue, 24 Nov 2026 10:00:00 +0000\n".repeat(60);
    assert_eq!(of(&format!("{stations}From: ada@example.com\n\nHello")), Nature::Loop);
    let other = "From: ada@example.com\nX-Switchboard-Loop: another-shop\n\nHello";
    assert_eq!(of(other), Nature::Person, "a shop that uses Switchboard, too, may be a customer");
}

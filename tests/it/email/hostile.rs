//! A mail of any bytes ends as one message, as statuses, or set aside: never lost, never twice, and
//! never a fault.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::*;

/// Every mail of the collections, with a name.
fn collections() -> Vec<(String, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/channels/fixtures/email");
    let mut all = Vec::new();
    for folder in ["bounce", "reply/talon", "reply/crisp", "html"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if !path.is_file() {
                continue;
            }
            let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
            let mut raw = std::fs::read(&path).unwrap();
            if folder == "html" || folder == "reply/crisp" {
                let kind = if folder == "html" { "html" } else { "plain" };
                let mut mail = format!(
                    "From: c{}@example.com\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n",
                    all.len()
                )
                .into_bytes();
                mail.append(&mut raw);
                raw = mail;
            }
            all.push((name, raw));
        }
    }
    all.sort();
    all
}

/// The mails that a world holds: messages of customers, and items set aside.
async fn held(world: &World) -> (usize, usize) {
    let cards = world.app.store.aside(world.now(), 10_000).await.unwrap();
    (messages(world), cards.len())
}

fn messages(world: &World) -> usize {
    world.wires.count_of("customer_message")
}

#[tokio::test]
async fn every_mail_of_the_collections_ends_as_exactly_one_thing_however_often_it_comes() {
    let world = World::new().await;
    let all = collections();
    assert!(all.len() > 60, "{}", all.len());
    for (name, raw) in &all {
        let before = held(&world).await;
        assert_eq!(arrives(&world, raw).await, 200, "{name}");
        let after = held(&world).await;
        let more = (after.0 - before.0) + (after.1 - before.1);
        assert!(more <= 1, "{name} became {more} things");
        // Copies of one mail in the collections, and reports on nobody's mails, add nothing.
        assert_eq!(arrives(&world, raw).await, 200, "{name}");
        assert_eq!(held(&world).await, after, "{name} came again");
    }
    let (first, again) = (held(&world).await, World::new().await);
    // Shuffled, and ten at once, they are the same.
    let mut shuffled: Vec<_> = all.iter().collect();
    shuffled.reverse();
    for some in shuffled.chunks(10) {
        let statuses = some.iter().map(|(_, raw)| arrives(&again, raw));
        for status in futures_util::future::join_all(statuses).await {
            assert_eq!(status, 200);
        }
    }
    assert_eq!(held(&again).await, first);
}

#[tokio::test]
async fn shapes_of_attack_are_taken_in_like_any_mail() {
    let world = World::new().await;
    let parts = |count: usize| {
        let mut mail = format!("From: {ADA}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for n in 0..count {
            write!(mail, "--b\r\nContent-Type: text/plain; name=f{n}.txt\r\n").unwrap();
            write!(mail, "Content-Disposition: attachment\r\n\r\nx\r\n").unwrap();
        }
        mail + "--b--\r\n"
    };
    let headers = {
        let line = format!("X-Header: {}\r\n", "y".repeat(900));
        format!("From: {ADA}\r\nSubject: Long\r\n{}\r\nbody", line.repeat(5_700))
    };
    let nested = (0..5_000).fold(format!("From: {ADA}\r\n"), |mut mail, n| {
        write!(mail, "Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n").unwrap();
        mail
    });
    let zip = format!(
        "From: {ADA}\r\nSubject: Bomb\r\nContent-Type: application/zip; name=bomb.zip\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}",
        "UEsDBBQAAAAIAAAAIQAAAAAAAAAAAAAAAAA=\r\n".repeat(1_000)
    );
    let encrypted = format!(
        "From: {ADA}\r\nSubject: Secret\r\nContent-Type: multipart/encrypted; \
         protocol=\"application/pgp-encrypted\"; boundary=e\r\n\r\n--e\r\n\
         Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e\r\n\
         Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n\
         -----BEGIN PGP MESSAGE-----\r\n--e--\r\n"
    );
    let several = format!("From: {ADA}, bob@example.com\r\nFrom: eve@example.com\r\n\r\nthree");
    for raw in [
        parts(10_000),
        headers,
        nested,
        zip,
        encrypted,
        several,
        format!("From: {ADA}\r\n\r\n"),
        format!("From: {ADA}\r\nSubject: \u{0}\u{202e}x\r\n\r\n\u{0}"),
        format!("From: {ADA}\r\nDate: Fri, 31 Dec 9999 23:59:60 +9999\r\n\r\nfar"),
    ] {
        let before = messages(&world);
        let shown = raw.chars().take(80).collect::<String>();
        assert_eq!(arrives(&world, &raw).await, 200, "{shown}");
        assert_eq!(messages(&world), before + 1, "{shown}");
    }
    let all = mails(&world, ADA).await;
    assert!(all.iter().any(|email| email.files.len() == 50), "the first files of ten thousand");
    assert!(
        all.iter().any(|email| email.files.iter().any(|f| f.sort.as_deref() == Some("encrypted")))
    );
    let several = all.iter().find(|email| email.text == "three").unwrap();
    assert_eq!(several.also_to, ["bob@example.com", "eve@example.com"]);
}

#[tokio::test]
async fn bytes_that_name_nobody_are_set_aside_and_kept() {
    let world = World::new().await;
    let raws: [&[u8]; 6] = [
        b"",
        b"\x00\xff\xfe",
        b"no header at all, only words",
        b"Subject: Nobody\r\n\r\nhello",
        b"From: \"nobody\" <>\r\nSubject: x\r\n\r\nhello",
        b"From: Ada\r\n\r\nhello",
    ];
    for raw in raws {
        assert_eq!(arrives(&world, raw).await, 200, "{raw:?}");
    }
    assert_eq!(held(&world).await.0, 0);
    let aside = world.app.store.aside(world.now(), 100).await.unwrap();
    assert_eq!(aside.len(), 6);
    for item in &aside {
        let key = item.payload.rsplit("(").next().unwrap().trim_end_matches(')');
        assert!(world.wires.object(key).is_some(), "{} is kept as {key}", item.why);
    }
}

#[tokio::test]
async fn a_mail_of_more_than_forty_megabytes_is_set_aside() {
    let world = World::new().await;
    let mut raw = format!("From: {ADA}\r\n\r\n").into_bytes();
    raw.resize(41 * 1024 * 1024, b'x');
    assert_eq!(arrives(&world, raw).await, 200);
    assert_eq!(set_aside(&world).await, ["a mail is no message: it is longer than 40 MB"]);
}

#[tokio::test]
async fn mails_that_are_no_persons_open_nothing() {
    let world = World::new().await;
    let with = |fields: &str| {
        mail("news@example.com", "News", "x")
            .replace("\r\nSubject:", &format!("\r\n{fields}\r\nSubject:"))
    };
    for fields in [
        "List-Id: <news.example.com>",
        "Auto-Submitted: auto-generated",
        "Precedence: bulk",
        "X-Autoreply: yes",
    ] {
        assert_eq!(arrives(&world, with(fields)).await, 200);
    }
    // Our own mail comes back.
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    answered(&world, ADA, "Hello").await;
    let own = world.wires.mail.lock().unwrap().taken[0].clone();
    assert_eq!(arrives(&world, own).await, 200);
    assert!(mails(&world, "news@example.com").await.is_empty());
    assert_eq!(messages(&world), 1);
    assert_eq!(set_aside(&world).await.len(), 5);
}

#[tokio::test]
async fn a_mail_with_a_virus_is_set_aside() {
    use serde_json::json;
    let world = World::new().await;
    let mut message = notified(&world, mail(ADA, "Kettle", "x").as_bytes(), &[ADDRESS]);
    message["receipt"]["virusVerdict"]["status"] = json!("FAIL");
    let event = signed(&world, &message);
    assert_eq!(world.call("ingest", event).await["statusCode"], 200);
    assert!(set_aside(&world).await[0].contains("virus"));
}

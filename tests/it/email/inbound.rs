//! Mails on their way in: signature, content, files, pages.

use serde_json::json;

use super::*;
use crate::world::{asks, reads};

#[tokio::test]
async fn a_mail_becomes_a_message_with_its_subject_and_without_what_it_quotes() {
    let world = World::new().await;
    let text = "It is still broken.\r\n\r\n-- \r\nAda\r\n\r\n\
                On Mon, 5 Jan 2026 at 10:00, Acme <support@acme.test> wrote:\r\n> Have you tried it?";
    assert_eq!(arrives(&world, mail(ADA, "Kettle", text)).await, 200);
    let all = mails(&world, ADA).await;
    let [email] = all.as_slice() else { panic!("one mail, not {}", all.len()) };
    assert_eq!((email.subject.as_str(), email.text.as_str()), ("Kettle", "It is still broken."));
    let quoted = email.quoted.as_deref().unwrap();
    assert!(quoted.contains("Have you tried it?") && quoted.contains("Ada"), "{quoted}");
    let state = world.state(&thread(ADA)).await;
    assert_eq!((state.identity.as_str(), state.name.as_str()), (ADA, "Ada"));
    assert!(set_aside(&world).await.is_empty());
}

#[tokio::test]
async fn a_post_without_a_good_signature_leaves_nothing() {
    let world = World::new().await;
    let message = notified(&world, mail(ADA, "Kettle", "x").as_bytes(), &[ADDRESS]);
    let good = sns::notification(SES, "n1", world.now().0, &message);
    for body in [
        good.replace("n1", "n2"),
        good.replace(SES, "https://sns.eu-central-1.amazonaws.com.evil.example"),
        good.replace(":sandbox-mail", ":another"),
        "{}".to_owned(),
        "a=b".to_owned(),
        String::new(),
    ] {
        let status = world.call("ingest", post(ASSET, &body)).await["statusCode"].clone();
        assert_eq!(status, 401, "{body}");
    }
    let mut bare = post(ASSET, &good);
    bare["headers"] = json!({});
    assert_eq!(world.call("ingest", bare).await["statusCode"], 401);
    let other = post("wa-demo", &good);
    assert!(world.call("ingest", other).await["statusCode"].as_i64().unwrap() >= 400);
    assert!(mails(&world, ADA).await.is_empty());
}

#[tokio::test]
async fn a_certificate_is_got_once_and_a_lost_one_makes_the_provider_come_again() {
    let world = World::new().await;
    world.wires.mail.lock().unwrap().down = true;
    let event = signed(&world, &notified(&world, mail(ADA, "Kettle", "x").as_bytes(), &[ADDRESS]));
    let status = world.call("ingest", event.clone()).await["statusCode"].as_i64().unwrap();
    assert!(status >= 500, "{status}");
    world.wires.mail.lock().unwrap().down = false;
    for _ in 0..3 {
        assert_eq!(world.call("ingest", event.clone()).await["statusCode"], 200);
    }
    assert_eq!(world.wires.mail.lock().unwrap().visits, ["/sandbox.pem"]);
    assert_eq!(mails(&world, ADA).await.len(), 1);
}

#[tokio::test]
async fn a_question_of_sns_is_confirmed_by_a_visit() {
    let world = World::new().await;
    let event = post(ASSET, &sns::question(SES, "q1", world.now().0));
    assert_eq!(world.call("ingest", event).await["statusCode"], 200);
    let visits = world.wires.mail.lock().unwrap().visits.clone();
    assert_eq!(visits, ["/sandbox.pem", "/confirm?Token=token"]);
}

#[tokio::test]
async fn a_mail_that_stands_in_the_notification_is_read_from_there() {
    use base64::Engine as _;
    let world = World::new().await;
    for (number, encoded) in [(1, false), (2, true)] {
        let raw = mail(ADA, &format!("Kettle {number}"), "inline");
        let mut message = notified(&world, b"", &[ADDRESS]);
        message["receipt"]["action"] = json!({"type": "SNS", "topicArn": sns::TOPIC});
        message["content"] = match encoded {
            true => json!(base64::engine::general_purpose::STANDARD.encode(&raw)),
            false => json!(raw),
        };
        let event = signed(&world, &message);
        assert_eq!(world.call("ingest", event).await["statusCode"], 200);
    }
    let subjects: Vec<_> = mails(&world, ADA).await.into_iter().map(|one| one.subject).collect();
    assert_eq!(subjects, ["Kettle 1", "Kettle 2"]);
}

#[tokio::test]
async fn only_mails_in_the_folder_for_mails_are_read() {
    let world = World::new().await;
    for (bucket, key) in [
        ("another", "inbound/a"),
        (platform::files::BUCKET, "files/0123456789abcdef0123456789abcdef"),
        (platform::files::BUCKET, "inbound/../files/a"),
        (platform::files::BUCKET, "inbound/gone"),
        (platform::files::BUCKET, ""),
    ] {
        let mut message = notified(&world, b"", &[ADDRESS]);
        message["receipt"]["action"]["bucketName"] = json!(bucket);
        message["receipt"]["action"]["objectKey"] = json!(key);
        let event = signed(&world, &message);
        assert_eq!(world.call("ingest", event).await["statusCode"], 200, "{bucket} {key}");
    }
    assert_eq!(set_aside(&world).await.len(), 5);
}

const WHOLE: &str = "From: Ada <ada@example.com>\r\nTo: support@acme.test\r\n\
    Cc: Sam <sam@example.com>\r\nSubject: Photo\r\nMessage-ID: <whole@example.com>\r\n\
    Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\
    Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\n\
    Content-Type: text/html; charset=utf-8\r\n\r\n\
    <p onclick=\"x()\">See <img src=\"cid:p1\"><img src=\"https://tracker.example/a\"></p>\
    <script>alert(1)</script>\r\n--r\r\n\
    Content-Type: image/png\r\nContent-ID: <p1>\r\nContent-Disposition: inline; filename=p.png\r\n\
    Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--r--\r\n--o\r\n\
    Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"bill.pdf\"\r\n\
    Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n--o--\r\n";

#[tokio::test]
async fn files_and_the_page_of_a_mail_lie_in_the_bucket_for_those_who_read_the_conversation() {
    let world = World::new().await;
    assert_eq!(arrives(&world, WHOLE).await, 200);
    let all = mails(&world, ADA).await;
    let email = &all[0];
    let names: Vec<_> =
        email.files.iter().map(|file| (file.name.as_str(), file.size, file.inline)).collect();
    assert_eq!(names, [("p.png", 8, true), ("bill.pdf", 8, false)]);
    assert_eq!(email.also_to, ["sam@example.com"]);
    assert!(email.remote_images && email.html.is_some());
    let part = |part: &str| format!("/v1/media/{}.1.{part}", thread(ADA));
    let link = reads(&world, "mark", &part("1")).await;
    assert_eq!((&link["name"], &link["mime"]), (&json!("bill.pdf"), &json!("application/pdf")));
    let got = world.follows("GET", link["url"].as_str().unwrap(), &[], &[]);
    assert_eq!((got.status, got.body.as_slice()), (200, b"%PDF-1.4".as_slice()));
    let page = |link: &Value| {
        let got = world.follows("GET", link["url"].as_str().unwrap(), &[], &[]);
        let kind = got.headers.iter().find(|(name, _)| *name == "content-type").unwrap().1.clone();
        assert_eq!(kind, "text/html; charset=utf-8");
        String::from_utf8(got.body).unwrap()
    };
    let html = page(&reads(&world, "mark", &part("html")).await);
    assert!(html.contains("data:image/png;base64,iVBORw0KGgo="), "{html}");
    for bad in ["script", "onclick", "tracker"] {
        assert!(!html.contains(bad), "{bad}");
    }
    assert!(page(&reads(&world, "mark", &part("images")).await).contains("tracker.example"));
    let original = reads(&world, "mark", &part("original")).await;
    let got = world.follows("GET", original["url"].as_str().unwrap(), &[], &[]);
    assert_eq!(got.body, WHOLE.as_bytes());
    for (who, id) in [("quinn", part("1")), ("mark", part("2")), ("mark", part("x"))] {
        assert_eq!(asks(&world, who, "GET", &id, Value::Null).await.0, 404, "{who} {id}");
    }
}

#[tokio::test]
async fn one_mail_twenty_times_at_once_by_different_ways_is_one_message() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "First", "first")).await;
    let raw = mail(ADA, "Once", "once");
    let copies = (0..20).map(|n| format!("Received: from way{} by mx; now\r\n{raw}", n % 3));
    let all: Vec<_> = copies.map(|copy| arrives(&world, copy)).collect();
    for status in futures_util::future::join_all(all).await {
        assert_eq!(status, 200);
    }
    let subjects: Vec<_> = mails(&world, ADA).await.into_iter().map(|one| one.subject).collect();
    assert_eq!(subjects, ["First", "Once"]);
}

#[tokio::test]
async fn two_mails_of_a_program_that_gives_all_of_them_one_id_are_two_messages() {
    let world = World::new().await;
    for text in ["one", "two"] {
        let raw = format!(
            "From: {ADA}\r\nSubject: Form\r\nMessage-ID: <same@example.com>\r\n\r\n{text}\r\n"
        );
        assert_eq!(arrives(&world, raw).await, 200);
    }
    assert_eq!(mails(&world, ADA).await.len(), 2);
}

#[tokio::test]
async fn a_table_that_fails_loses_no_mail() {
    use crate::world::Fault;
    let world = World::new().await;
    let event = signed(&world, &notified(&world, mail(ADA, "Kettle", "x").as_bytes(), &[ADDRESS]));
    world.wires.break_writes(&[Fault::Unreachable; 8]);
    let status = world.call("ingest", event.clone()).await["statusCode"].as_i64().unwrap();
    assert!(status >= 500, "{status}");
    while world.wires.faults_left() > 0 {
        world.call("ingest", event.clone()).await;
    }
    assert_eq!(world.call("ingest", event).await["statusCode"], 200);
    assert_eq!(mails(&world, ADA).await.len(), 1);
}

#[tokio::test]
async fn the_engines_own_key_may_stand_in_the_vault() {
    let world = World::new().await;
    let name = "EngineKeys";
    let keys = json!({"Name": name, "ClientRequestToken": "v1",
        "SecretString": json!({"visitor_key": "k".repeat(64)}).to_string()});
    world.wires.vault.answer("CreateSecret", keys.to_string().as_bytes());
    let world = world.with_config(|config| {
        config.visitor_key = String::new();
        name.clone_into(&mut config.keys_secret);
    });
    assert_eq!(arrives(&world, mail(ADA, "Kettle", "x")).await, 200);
    let letter = answered(&world, ADA, "Hello!").await;
    assert!(letter.reply_to[0].address.starts_with("support+"));
}

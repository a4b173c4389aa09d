//! Mails on their way out, and what becomes of them.

use platform::sandbox::mailbox::sns::{Fate, event};
use serde_json::json;

use super::*;
use crate::budgets::{budget, hold};
use crate::file::{picture, ready, sent};
use crate::world::scene::set;
use crate::world::{asks, reads};

#[tokio::test]
async fn an_answer_is_a_mail_in_the_customers_conversation() {
    let world = World::new().await;
    let raw = mail(ADA, "Kettle", "It leaks.");
    let id = raw.split("Message-ID: <").nth(1).unwrap().split('>').next().unwrap().to_owned();
    arrives(&world, raw).await;
    let letter = answered(&world, ADA, "Hello!\nWe send a new one.").await;
    assert_eq!(letter.subject, "Re: Kettle");
    assert_eq!(letter.from.as_ref().unwrap().address, ADDRESS);
    assert_eq!(letter.to[0].address, ADA);
    assert_eq!(letter.in_reply_to, [id.as_str()]);
    assert_eq!(letter.references[0], id);
    assert!(letter.reply_to[0].address.starts_with("support+"), "{:?}", letter.reply_to);
    let text = letter.text.trim_end();
    assert_eq!(text, "Hello!\nWe send a new one.\n\n-- \nMark Adler");
    assert!(letter.html.as_deref().unwrap().contains("Hello!<br>"));
    assert_eq!(letter.field("auto-submitted"), None);
    let ses = world.wires.mail.lock().unwrap();
    assert_eq!(ses.requests[0]["ConfigurationSetName"], "sandbox");
    assert_eq!(ses.requests[0]["FromEmailAddress"], ADDRESS);
}

#[tokio::test]
async fn a_second_answer_names_every_mail_before_it() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    let first = answered(&world, ADA, "One").await;
    let mark = world.agent("mark").await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Two"}});
    mark.does("messaging", &format!("{}-1", thread(ADA)), send).await;
    world.deliver().await;
    let second = world.wires.mail.lock().unwrap().last();
    assert_eq!(second.subject, "Re: Kettle");
    let own = first.message_id.unwrap();
    assert_ne!(second.message_id.as_ref(), Some(&own));
    assert!(second.references.contains(&own), "{:?}", second.references);
    assert_eq!(second.references.len(), 3, "the customer's, the first answer, and its own");
}

#[tokio::test]
async fn a_refused_try_is_repeated_to_the_byte() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    {
        let mut ses = world.wires.mail.lock().unwrap();
        ses.refusals.push_back((429, "TooManyRequestsException"));
    }
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", thread(ADA));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    assert!(world.wires.mail.lock().unwrap().taken.is_empty());
    world.pass(domain::Millis::minutes(1)).await;
    world.deliver().await;
    assert_eq!(world.wires.mail.lock().unwrap().taken.len(), 1);
    assert_eq!(states(&world, ADA).await, ["Sent"]);
}

#[tokio::test]
async fn a_mail_that_amazon_never_takes_fails_with_its_words() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    world.wires.mail.lock().unwrap().refusals.push_back((400, "MessageRejected"));
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", thread(ADA));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    assert_eq!(states(&world, ADA).await, ["Failed"]);
    let log = world.log(&thread(ADA)).await;
    let reason = log.iter().flat_map(|entry| &entry.events).find_map(|event| match event {
        Event::Delivery(delivery) => delivery.reason.clone(),
        _ => None,
    });
    assert_eq!(reason.as_deref(), Some("Amazon does not take this mail: by the test"));
}

#[tokio::test]
async fn events_of_ses_move_a_message_forward_only() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    answered(&world, ADA, "Hello").await;
    let mark = world.wires.mail.lock().unwrap().requests[0]["EmailTags"][0]["Value"].clone();
    let mark = mark.as_str().unwrap();
    for fate in [Fate::Delayed, Fate::Delivered, Fate::Delivered, Fate::Bounced] {
        let event = event(fate, "ses-1", mark, ADA, world.now().0);
        let post = signed(&world, &event);
        assert_eq!(world.call("ingest", post).await["statusCode"], 200);
    }
    assert_eq!(states(&world, ADA).await, ["Sent", "Delivered"]);
}

#[tokio::test]
async fn an_event_without_our_mark_is_found_by_the_id_of_ses() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    answered(&world, ADA, "Hello").await;
    let mut event = event(Fate::Bounced, "ses-1", "", ADA, world.now().0);
    event["mail"].as_object_mut().unwrap().remove("tags");
    let post = signed(&world, &event);
    assert_eq!(world.call("ingest", post).await["statusCode"], 200);
    assert_eq!(states(&world, ADA).await, ["Sent", "Failed"]);
}

#[tokio::test]
async fn a_bounce_that_comes_as_a_mail_is_a_status_and_opens_nothing() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    let letter = answered(&world, ADA, "Hello").await;
    let bounce = format!(
        "From: MAILER-DAEMON@mx.example.com\r\nTo: {ADDRESS}\r\nSubject: Undelivered\r\n\
         Return-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; \
         boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n\
         Final-Recipient: rfc822; {ADA}\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 no such user\r\n\r\n--b\r\n\
         Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{}>\r\nSubject: Re: Kettle\r\n\
         --b--\r\n",
        letter.message_id.unwrap()
    );
    assert_eq!(arrives(&world, bounce).await, 200);
    assert_eq!(states(&world, ADA).await, ["Sent", "Failed"]);
    assert!(mails(&world, "mailer-daemon@mx.example.com").await.is_empty());
    assert!(set_aside(&world).await.is_empty());
}

#[tokio::test]
async fn a_program_that_answers_for_the_customer_proves_the_arrival_and_gets_no_answer() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    let letter = answered(&world, ADA, "Hello").await;
    let absence = format!(
        "From: {ADA}\r\nTo: {}\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\
         In-Reply-To: <{}>\r\n\r\nI am away.\r\n",
        letter.reply_to[0].address,
        letter.message_id.unwrap()
    );
    assert_eq!(arrives(&world, absence).await, 200);
    assert_eq!(states(&world, ADA).await, ["Sent", "Delivered"]);
    assert_eq!(mails(&world, ADA).await.len(), 1);
    world.deliver().await;
    assert_eq!(world.wires.mail.lock().unwrap().taken.len(), 1);
}

#[tokio::test]
async fn a_file_of_an_agent_is_a_file_of_the_mail() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", thread(ADA));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let media = ready(&world, "mark", &conversation, "message").await;
    mark.does("messaging", &conversation, sent(&media)).await;
    world.deliver().await;
    let letter = world.wires.mail.lock().unwrap().last();
    assert!(letter.text.starts_with("The new one"), "{}", letter.text);
    assert_eq!(letter.attachments[0].name, "kettle.png");
    assert_eq!(letter.attachments[0].bytes, picture());
}

#[tokio::test]
async fn an_admin_sends_a_test_mail() {
    let world = World::new().await;
    let route = format!("/v1/assets/{ASSET}/test");
    let (status, result) =
        asks(&world, "ada", "POST", &route, json!({"to": "boss@example.com"})).await;
    assert_eq!((status, &result["sent"]), (200, &json!(true)), "{result}");
    let letter = world.wires.mail.lock().unwrap().last();
    assert_eq!(
        (letter.subject.as_str(), letter.to[0].address.as_str()),
        ("Test", "boss@example.com")
    );
    let (status, refused) = asks(&world, "ada", "POST", &route, json!({"to": "+49301234"})).await;
    assert_eq!(status, 400, "{refused}");
    let connection = reads(&world, "ada", &format!("/v1/assets/{ASSET}")).await;
    assert_eq!(connection["webhook_path"], format!("/webhooks/email/{ASSET}"));
}

#[tokio::test]
async fn the_engines_own_word_is_marked_as_a_programs_and_programs_get_none() {
    let world = World::new().await;
    let closed = json!({
        "hours": {"time_zone": "Europe/Berlin", "week": {"sunday": [{"from": "03:00", "to": "03:01"}]}},
        "off_hours_message": "We are back on Monday at nine.",
    });
    set(&world, "", closed).await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    world.deliver().await;
    {
        let ses = world.wires.mail.lock().unwrap();
        let [_] = ses.taken.as_slice() else { panic!("one mail, not {}", ses.taken.len()) };
        let letter = ses.last();
        assert_eq!(letter.field("auto-submitted"), Some("auto-generated"));
        assert!(letter.text.starts_with("We are back on Monday"), "{}", letter.text);
    }
    // A program that answers the engine's word gets no further one, and neither does a newsletter.
    let own = world.wires.mail.lock().unwrap().last();
    let answer = mail("robot@example.com", "Re: Kettle", "I am a robot").replace(
        "\r\nSubject:",
        &format!(
            "\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <{}>\r\nSubject:",
            own.message_id.unwrap()
        ),
    );
    arrives(&world, answer).await;
    arrives(
        &world,
        mail("news@example.com", "News", "x")
            .replace("\r\nSubject:", "\r\nList-Id: <n>\r\nSubject:"),
    )
    .await;
    world.deliver().await;
    assert_eq!(world.wires.mail.lock().unwrap().taken.len(), 1);
}

#[tokio::test]
async fn a_customers_mail_costs_the_table_no_more_than_any_message() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    answered(&world, ADA, "Hello").await;
    let mut spent = Vec::new();
    for number in 0..10 {
        world.stand_still_until(world.now() + domain::Millis::seconds(7));
        world.wires.spent();
        // The stage's morning begins at half past eight.
        let at = 7 * (number + 1);
        let date = "Tue, 06 Jan 2026 08:30:00 +0000";
        let raw = mail(ADA, "Kettle", &"The kettle leaks at the handle. ".repeat(9))
            .replace(date, &format!("Tue, 06 Jan 2026 08:3{}:{:02} +0000", at / 60, at % 60));
        arrives(&world, raw).await;
        spent.push(world.wires.spent());
    }
    hold(&budget("customer's mail, known and assigned", 3, 2.2, 2.0), &spent);
}

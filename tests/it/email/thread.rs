//! The conversation to which a mail belongs.

use super::*;

/// A mail that answers one of ours.
fn answer(from: &str, letter: &channels::email::Letter, text: &str) -> String {
    mail(from, "About something else", text).replace(
        "\r\n\r\n",
        &format!("\r\nIn-Reply-To: <{}>\r\n\r\n", letter.message_id.as_deref().unwrap()),
    )
}

#[tokio::test]
async fn one_sender_has_one_conversation_whatever_the_subject_and_the_case() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "one")).await;
    arrives(&world, mail("Ada@Example.com", "Order 7", "two")).await;
    arrives(&world, mail("bob@example.com", "Kettle", "three")).await;
    assert_eq!(mails(&world, ADA).await.len(), 2);
    assert_eq!(mails(&world, "bob@example.com").await.len(), 1);
}

#[tokio::test]
async fn a_stranger_who_answers_a_forwarded_mail_gets_a_conversation_of_his_own() {
    let world = World::new().await;
    arrives(&world, mail(ADA, "Kettle", "It leaks.")).await;
    let letter = answered(&world, ADA, "Your new one comes on Tuesday.").await;
    let eve = "eve@evil.example";
    assert_eq!(arrives(&world, answer(eve, &letter, "Send it to me")).await, 200);
    let token = letter.reply_to[0].address.clone();
    arrives_at(&world, mail(eve, "Hello", "Me again"), &[token.as_str()]).await;
    assert_eq!(mails(&world, ADA).await.len(), 1, "nobody writes into a conversation of others");
    assert_eq!(mails(&world, eve).await.len(), 2);
}

#[tokio::test]
async fn a_colleague_whom_the_customer_copied_may_go_on_in_the_conversation_and_is_named() {
    let world = World::new().await;
    let sam = "sam@example.com";
    let raw = mail(ADA, "Kettle", "It leaks.")
        .replace("\r\nSubject:", "\r\nCc: Sam@example.com\r\nSubject:");
    arrives(&world, raw).await;
    let letter = answered(&world, ADA, "Which one is it?").await;
    arrives(&world, answer(sam, &letter, "The red one")).await;
    let all = mails(&world, ADA).await;
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].from.as_deref(), all[1].from.as_deref()), (None, Some(sam)));
    let state = world.state(&thread(ADA)).await;
    assert_eq!((state.identity.as_str(), state.name.as_str()), (ADA, "Ada"), "answers go to Ada");
    assert!(mails(&world, sam).await.is_empty());
}

#[tokio::test]
async fn a_form_of_a_page_writes_for_the_customer_whom_it_names() {
    let world = World::new().await;
    for (form, customer) in [
        ("no-reply@forms.example", "carla@example.com"),
        ("wordpress@acme.test", "dan@example.com"),
        (ADDRESS, "erin@example.com"),
    ] {
        let raw = mail(form, "Contact", "Please call me")
            .replace("\r\nSubject:", &format!("\r\nReply-To: {customer}\r\nSubject:"));
        assert_eq!(arrives(&world, raw).await, 200);
        let all = mails(&world, customer).await;
        assert_eq!(all.len(), 1, "{form}");
        assert_eq!(all[0].from.as_deref(), Some(form));
    }
    // A person's own wish for answers elsewhere makes nobody another person.
    let raw =
        mail(ADA, "Hello", "x").replace("\r\nSubject:", "\r\nReply-To: z@example.com\r\nSubject:");
    arrives(&world, raw).await;
    assert_eq!(mails(&world, ADA).await.len(), 1);
}

#[tokio::test]
async fn a_mail_to_another_account_of_the_same_topic_is_that_accounts() {
    use crate::world::asks;
    use serde_json::json;
    let world = World::new().await;
    let asset = json!({"version": 0, "name": "Sales", "channel": "email",
                       "account": "sales@acme.test", "queue": "sales"});
    assert_eq!(asks(&world, "ada", "PUT", "/v1/assets/mail-sales", asset).await.0, 200);
    let raw = mail(ADA, "Offer", "How much?");
    arrives_at(&world, &raw, &["sales@acme.test"]).await;
    assert!(mails(&world, ADA).await.is_empty());
    assert_eq!(set_aside(&world).await.len(), 1, "the topic is not its own yet");
    let values = json!({"version": 0, "values": {"sns_topic": sns::TOPIC}});
    let route = "/v1/assets/mail-sales/secrets";
    assert_eq!(asks(&world, "ada", "PUT", route, values).await.0, 200);
    arrives_at(&world, &raw, &["sales@acme.test"]).await;
    let thread = store::key::thread(&"mail-sales".parse().unwrap(), ADA);
    assert_eq!(world.log(&thread).await.len(), 1);
}

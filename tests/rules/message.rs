//! Messages, their receipts and retries.

use crate::pure::id;
use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, report, says, send};
use domain::audience::{self, CustomerSees};
use domain::content::{Media, Medium};
use domain::{
    Command, Content, Delivery, DeliveryStatus, Event, Millis, Refusal, conversation, message,
};

use crate::pure::steps::{give, thread, wait};

/// A provider's receipt, which names the provider's id; our own reports of failure have none.
fn receipt(message: u64) -> Command {
    let provider_id = Some("wamid.1".to_owned());
    Command::Report(Delivery { message, status: DeliveryStatus::Failed, provider_id, reason: None })
}

/// F77
#[test]
fn a_doubled_receipt_of_the_failed_attempt_does_not_end_the_retry() {
    let mut scene = State::Answered.scene();
    let message = scene.message;
    scene.gives(&Who::Engine.caller(), receipt(message));
    scene.gives(&Who::Owner.caller(), Command::Retry(message::Retry { message }));
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: nothing");
    // Our own report that the retry failed is news.
    let ours = report(message, DeliveryStatus::Failed);
    assert_eq!(give(&mut scene.clone(), Who::Engine, ours), "ok: Delivery(Failed)");
    // A receipt is news, too, once the provider has the retry.
    scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Sent));
    assert!(thread(&scene).outbox.retried.is_empty());
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: Delivery(Failed)");
}

/// F77
#[test]
fn a_first_attempt_may_fail_by_receipt() {
    let mut scene = State::Pending.scene();
    let message = scene.message;
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: Delivery(Failed)");
}

/// F77
#[test]
fn only_the_last_retries_are_remembered() {
    let mut scene = State::Full.scene();
    let messages = thread(&scene).outbox.pending[..6].to_vec();
    for &message in &messages {
        scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Failed));
        scene.gives(&Who::Owner.caller(), Command::Retry(message::Retry { message }));
    }
    assert_eq!(thread(&scene).outbox.retried, messages[2..]);
    assert_eq!(domain::laws::broken_by(thread(&scene)), None);
}

#[test]
fn the_same_text_twice_is_two_messages_and_the_same_message_twice_is_one() {
    let mut scene = State::Active.scene();
    let customer = Who::Customer.caller();
    let told = |scene: &mut Scene, key| scene.world.give_as(0, &customer, &says("hm"), key);
    let before = scene.world.logs[0].len();
    assert!(!told(&mut scene, "wamid.1").unwrap().is_empty());
    assert!(!told(&mut scene, "wamid.2").unwrap().is_empty());
    assert!(told(&mut scene, "wamid.1").unwrap().is_empty());
    assert_eq!(scene.world.logs[0].len(), before + 2);
}

/// F77
#[test]
fn the_outbox_remembers_the_last_six_messages_at_the_provider_and_four_that_failed() {
    let full = |status, count: usize| {
        let mut scene = State::Full.scene();
        let messages = thread(&scene).outbox.pending.clone();
        for &message in &messages[..count] {
            scene.gives(&Who::Engine.caller(), report(message, status));
        }
        (scene, messages)
    };
    for (count, kept) in [(5, 0..5), (6, 0..6), (7, 1..7), (8, 2..8)] {
        let (scene, messages) = full(DeliveryStatus::Sent, count);
        let flight: Vec<u64> = thread(&scene).outbox.flight.iter().map(|(seq, _)| *seq).collect();
        assert_eq!(flight, messages[kept], "{count} at the provider");
    }
    for (count, kept) in [(3, 0..3), (4, 0..4), (5, 1..5)] {
        let (scene, messages) = full(DeliveryStatus::Failed, count);
        assert_eq!(thread(&scene).outbox.failed, messages[kept], "{count} failed");
    }
    // A message that moves on stands in the outbox once.
    let (mut scene, messages) = full(DeliveryStatus::Sent, 2);
    scene.gives(&Who::Engine.caller(), report(messages[0], DeliveryStatus::Delivered));
    let flight = [(messages[1], DeliveryStatus::Sent), (messages[0], DeliveryStatus::Delivered)];
    assert_eq!(thread(&scene).outbox.flight, flight);
}

/// F86
#[test]
fn free_text_is_refused_from_the_end_of_the_channels_window_on() {
    for (late, told) in [(-1, None), (0, Some(24))] {
        let mut scene = State::Active.scene();
        wait(&mut scene, Millis::hours(24) + Millis(late));
        let told = told.map(|hours| Refusal::WindowClosed { channel: "Pigeon", hours });
        assert_eq!(scene.world.give(0, &Who::Owner.caller(), &send()).err(), told);
    }
}

/// F86, F98
#[test]
fn a_person_but_no_program_answers_within_the_longer_window() {
    for (late, by_api, told) in [(-1, false, None), (0, false, Some(25)), (-1, true, Some(24))] {
        let mut scene = State::Active.scene();
        scene.world.channel.late_window = Some(Millis::hours(25));
        scene.world.by_api = by_api;
        wait(&mut scene, Millis::hours(25) + Millis(late));
        let told = told.map(|hours| Refusal::WindowClosed { channel: "Pigeon", hours });
        assert_eq!(scene.world.give(0, &Who::Owner.caller(), &send()).err(), told);
    }
}

/// F41
#[test]
fn a_trigger_is_one_of_the_settings() {
    let told = |trigger: &str| {
        let trigger = message::Trigger { trigger: trigger.to_owned(), note: None };
        give(&mut State::Active.scene(), Who::Owner, Command::Trigger(trigger))
    };
    assert_eq!(told("Call back"), "ok: Triggered");
    assert_eq!(told("Nonsense"), "unknown_choice");
}

fn remark(text: &str, mentions: usize, names: &[String]) -> Command {
    let file = |name: &String| Media {
        medium: Medium::Image,
        reference: "m1".to_owned(),
        mime: domain::file::PNG.to_owned(),
        name: Some(name.clone()),
        caption: None,
        size: Some(1),
        width: None,
        height: None,
    };
    let mentions = (0..mentions).map(|n| id(&format!("agent-{n}"))).collect();
    let (text, files) = (text.to_owned(), names.iter().map(file).collect());
    Command::Comment(message::Comment { text, mentions, files })
}

/// F80
#[test]
fn a_comment_mentions_ten_colleagues_at_most() {
    let told = |mentions| {
        let command = remark("look", mentions, &[]);
        give(&mut State::Active.scene(), Who::Owner, command)
    };
    assert_eq!(told(10), "cannot_mention", "nobody knows them");
    assert_eq!(told(11), "out_of_range");
}

/// F80
#[test]
fn the_text_and_the_files_of_a_comment_fit_into_one_entry_together() {
    // 24,576 bytes, less the text, the file's id and its type.
    let room = 24_576 - 1_000 - 2 - "image/png".len();
    let told = |more: usize| {
        let command = remark(&"x".repeat(1_000), 0, &["x".repeat(room + more)]);
        give(&mut State::Active.scene(), Who::Owner, command)
    };
    assert_eq!(told(0), "ok: Comment");
    assert_eq!(told(1), "text_too_long");
}

/// The customer's view of the newest entry, and its message for the provider.
fn seen(scene: &Scene) -> (Vec<CustomerSees>, Option<Content>) {
    let entry = &scene.world.logs[0].last().unwrap().entry;
    let seen = audience::for_customer(entry);
    assert!(seen.iter().all(|event| event.at() == scene.world.now));
    (seen.iter().map(|event| event.what().clone()).collect(), audience::outbound(entry))
}

#[test]
fn a_customer_sees_messages_questions_and_ends() {
    let text = |words: &str| Content::text(words);
    let mut scene = State::Active.scene();
    scene.gives(&Who::Customer.caller(), says("hello"));
    assert_eq!(seen(&scene), (vec![CustomerSees::Own(text("hello"))], None));
    scene.gives(&Who::Owner.caller(), send());
    let ours = text("good morning");
    assert_eq!(seen(&scene), (vec![CustomerSees::Ours(ours.clone())], Some(ours)));
    scene.gives(&Who::Owner.caller(), Command::Resolve(conversation::Resolve { note: None }));
    assert_eq!(seen(&scene), (vec![CustomerSees::Ended], None));
    let mut scene = State::OffHours.scene();
    scene.gives(&Who::Engine.caller(), Command::AutoReply);
    let closed = text("We are closed.");
    assert_eq!(seen(&scene), (vec![CustomerSees::Ours(closed.clone())], Some(closed)));
    // F41
    let mut scene = State::Surveyed.scene();
    let content = text("How did we do today?\n1 Very well\n2 Well\n3 Not so well\n4 Badly");
    let answers = ["Very well", "Well", "Not so well", "Badly"].map(str::to_owned).to_vec();
    let question = "How did we do today?".to_owned();
    let asks = CustomerSees::Asks { content: content.clone(), question, answers };
    assert_eq!(seen(&scene), (vec![asks], Some(content)));
    scene.gives(&Who::Customer.caller(), says("2"));
    assert_eq!(seen(&scene), (vec![CustomerSees::Chose(text("2"), 2)], None));
}

/// Older entries hold answers without a number, and surveys without answers.
#[test]
fn an_older_survey_reads_as_plain_messages() {
    let read = |scene: &Scene| {
        let mut entry = scene.world.logs[0].last().unwrap().entry.clone();
        for event in &mut entry.events {
            match event {
                Event::SurveyAnswered(answered) => answered.choice = 0,
                Event::SurveySent(sent) => sent.answers.clear(),
                _ => {}
            }
        }
        audience::for_customer(&entry).iter().map(|event| event.what().clone()).collect::<Vec<_>>()
    };
    let mut scene = State::Surveyed.scene();
    let asked = read(&scene);
    assert!(matches!(asked.as_slice(), [CustomerSees::Ours(_)]), "{asked:?}");
    scene.gives(&Who::Customer.caller(), says("2"));
    assert_eq!(read(&scene), [CustomerSees::Own(Content::text("2"))]);
}

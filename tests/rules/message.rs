//! Messages, their receipts and retries.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, report, says};
use domain::{Command, Delivery, DeliveryStatus, message};

use crate::pure::steps::{give, thread};

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

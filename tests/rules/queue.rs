//! Queues: the order in them, the way back into them, and the count of owners.

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State};
use crate::pure::steps::{give, thread, wait};
use crate::pure::{DAWN, MARK, MONA, agent, id};
use domain::{Command, Millis, Refusal, Routing, assignment, queue};

/// F61
#[test]
fn a_priority_is_nine_at_most() {
    let told = |priority| {
        let command = Command::Prioritise(queue::Prioritise { priority });
        State::Queued.scene().world.give(0, &agent(MONA), &command)
    };
    assert_eq!(outcome(&told(9)), "ok: Prioritised");
    let refused = |field, most| Refusal::OutOfRange { field, least: 0, most };
    for priority in [10, 11, u8::MAX] {
        assert_eq!(told(priority), Err(refused("priority", 9)));
    }
}

/// F47
#[test]
fn a_conversation_needs_five_skills_at_most() {
    let told = |skills: usize| {
        let skills = (0..skills).map(|n| id(&format!("skill-{n}"))).collect();
        let command = Command::Require(assignment::Require { skills });
        give(&mut State::Queued.scene(), Who::Manager, command)
    };
    assert_eq!(told(5), "ok: Required");
    assert_eq!(told(6), "out_of_range");
    assert_eq!(told(7), "out_of_range");
}

/// F52, F43
#[test]
fn a_conversation_that_the_engine_takes_back_keeps_the_customers_wait() {
    let since = |keeps, order: Order, who: Who| {
        let mut scene = State::Active.scene();
        scene.rule(|policy| policy.transfer_keeps_wait = keeps);
        if order == Order::WatchLost {
            order.give(&mut scene, who).unwrap();
        } else {
            wait(&mut scene, Millis::minutes(10));
            order.give(&mut scene, who).unwrap();
        }
        thread(&scene).conversation.placed_at - DAWN
    };
    assert_eq!(since(true, Order::Requeue, Who::Owner), Millis(0));
    assert_eq!(since(false, Order::Requeue, Who::Owner), Millis::minutes(10));
    assert_eq!(since(true, Order::WatchLost, Who::Engine), Millis(0));
    assert_eq!(since(false, Order::WatchLost, Who::Engine), Millis(0));
}

/// A timer that is meant for one owner never acts on another, so each change of owner counts.
#[test]
fn each_change_of_owner_is_counted() {
    let epoch = |scene: &Scene| thread(scene).conversation.epoch;
    let mut scene = State::Queued.scene();
    assert_eq!(epoch(&scene), 0);
    let resolve = Order::ResolveForAll;
    resolve.give(&mut scene, Who::Manager).unwrap();
    assert_eq!(epoch(&scene), 1, "an end without an owner");
    let mut scene = State::Queued.scene();
    for (at, (order, who)) in [
        (Order::Accept, Who::Owner),
        (Order::Requeue, Who::Owner),
        (Order::Accept, Who::Owner),
        (Order::Resolve, Who::Owner),
        (Order::Undo, Who::Owner),
        (Order::Resolve, Who::Owner),
    ]
    .into_iter()
    .enumerate()
    {
        order.give(&mut scene, who).unwrap();
        assert_eq!(epoch(&scene) as usize, at + 1, "{}", order.word());
    }
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.stand(&id(MARK), domain::Presence::Offline);
    Order::Write.give(&mut scene, Who::Customer).unwrap();
    assert_eq!(epoch(&scene), 7, "the customer came back to the queue");
}

#[test]
fn a_command_for_another_conversation_of_the_thread_is_refused() {
    let told = |named| {
        let mut scene = State::Earlier.scene();
        scene.world.named = named;
        give(&mut scene, Who::Owner, Order::Send.command(&State::Active.scene()))
    };
    let sent = "ok: AgentMessage TimerArmed(Idle)";
    assert_eq!(told(None), sent);
    assert_eq!(told(Some(0)), "not_found");
    assert_eq!(told(Some(1)), "conversation_closed");
    assert_eq!(told(Some(2)), sent);
    assert_eq!(told(Some(3)), "not_found");
}

#[test]
fn a_stored_entry_leaves_out_what_is_usual() {
    let stored = |more, priority| {
        let routing = Routing {
            strategy: domain::Strategy::LeastLoaded,
            weighed: Vec::new(),
            more,
            decided_by: domain::Decider::Nobody,
        };
        let text = serde_json::to_string(&routing).unwrap();
        assert_eq!(serde_json::from_str::<Routing>(&text).unwrap(), routing);
        let mut scene = State::Empty.scene();
        scene.rule(|policy| policy.priority = priority);
        Order::Write.give(&mut scene, Who::Customer).unwrap();
        let events = &scene.world.logs[0].last().unwrap().entry.events;
        let opened = serde_json::to_string(&events[0]).unwrap();
        (text.contains("\"m\""), opened.contains("priority"))
    };
    assert_eq!(stored(0, 0), (false, false));
    assert_eq!(stored(1, 1), (true, true));
}

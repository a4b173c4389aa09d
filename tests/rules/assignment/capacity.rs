//! Capacity: how much work an agent is given at a time.

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::State;
use crate::pure::world::World;
use crate::pure::{HANA, MARK, id};
use domain::{Command, Presence};

#[test]
fn a_colleague_is_given_work_only_if_they_are_there_and_have_room() {
    let give = Order::Give;
    assert_eq!(with(give, |world| stand(world, Presence::Away)), "target_unavailable");
    assert_eq!(with(give, |world| stand(world, Presence::Offline)), "target_unavailable");
    assert_eq!(with(give, |world| seat(world, 0)), "target_full");
    assert_eq!(with(give, |world| seat(world, 1)), "ok: Assigned(Transfer)");
}

#[test]
fn a_discussion_takes_presence_and_no_room() {
    let discuss = "ok: OfferMade(Discuss) TimerArmed(Offer)";
    assert_eq!(with(Order::Discuss, |world| seat(world, 0)), discuss);
    assert_eq!(with(Order::Offer, |world| seat(world, 0)), "target_full");
    let away = with(Order::Discuss, |world| stand(world, Presence::Away));
    assert_eq!(away, "target_unavailable");
}

#[test]
fn a_full_agent_cannot_take_another_conversation_from_the_queue() {
    let mut scene = State::Queued.scene();
    scene.world.workloads.seat(id(MARK), 0);
    let picked = scene.world.give(0, &Who::Owner.caller(), &Command::Accept);
    assert_eq!(outcome(&picked), "at_capacity");
}

fn with(order: Order, arrange: impl Fn(&mut World)) -> String {
    let mut scene = State::Active.scene();
    arrange(&mut scene.world);
    outcome(&order.give(&mut scene, Who::Owner))
}

fn stand(world: &mut World, presence: Presence) {
    world.workloads.present.insert(id(HANA), presence);
}

fn seat(world: &mut World, capacity: u32) {
    world.workloads.seat(id(HANA), capacity);
}

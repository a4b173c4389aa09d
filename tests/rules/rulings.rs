//! Rules that take more than one command to show, and so stand in no cell of the table.

mod conference;
mod ends;
mod may;
mod messages;
mod offers;
mod sight;
mod silence;
mod undo;
mod waiting;

use crate::pure::orders::{Who, outcome};
use crate::pure::states::Scene;
use domain::{Command, Millis, Thread};

const DAY: Millis = Millis::hours(24);

fn wait(scene: &mut Scene, span: Millis) {
    scene.world.now = scene.world.now + span;
}

fn give(scene: &mut Scene, who: Who, command: Command) -> String {
    outcome(&scene.world.give(0, &who.caller(), &command))
}

fn thread(scene: &Scene) -> &Thread {
    scene.world.thread(0).unwrap()
}

fn owner(scene: &Scene) -> Option<&str> {
    thread(scene).conversation.owner.as_ref().map(domain::AgentId::as_str)
}

/// Who can answer the only pending offer.
fn asked_now(scene: &Scene) -> Vec<String> {
    let offers = &thread(scene).conversation.offers;
    offers.iter().flat_map(|o| &o.to).map(ToString::to_string).collect()
}

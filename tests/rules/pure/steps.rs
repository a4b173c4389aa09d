//! Steps that take more than one command to show, and looks at their results.

use crate::pure::orders::{Who, outcome};
use crate::pure::states::Scene;
use domain::{Command, Millis, Thread};

pub(crate) const DAY: Millis = Millis::hours(24);

pub(crate) fn wait(scene: &mut Scene, span: Millis) {
    scene.world.now = scene.world.now + span;
}

pub(crate) fn give(scene: &mut Scene, who: Who, command: Command) -> String {
    outcome(&scene.world.give(0, &who.caller(), &command))
}

pub(crate) fn thread(scene: &Scene) -> &Thread {
    scene.world.thread(0).unwrap()
}

pub(crate) fn owner(scene: &Scene) -> Option<&str> {
    thread(scene).conversation.owner.as_ref().map(domain::AgentId::as_str)
}

/// The colleagues who can answer the only pending offer.
pub(crate) fn asked_now(scene: &Scene) -> Vec<String> {
    let offers = &thread(scene).conversation.offers;
    offers.iter().flat_map(|o| &o.to).map(ToString::to_string).collect()
}

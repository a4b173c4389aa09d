//! Pre-flight: the views offer exactly those acts to agents that the commands allow. For targets:
//! `it/transfer/targets.rs`.

use std::collections::BTreeMap;

use crate::pure::orders::{Order, Who};
use crate::pure::states::State;
use crate::pure::team_of;
use crate::table::CELLS;
use domain::{Act, Caller, may};

/// The orders of the table that show each act.
const SHOWN: [(Act, &[Order]); 14] = [
    (Act::Accept, &[Order::Accept]),
    (Act::Reply, &[Order::Send]),
    (Act::Comment, &[Order::Comment, Order::Tag]),
    (Act::Discuss, &[Order::Discuss]),
    (Act::Assign, &[Order::Offer, Order::GiveByOffer]),
    (Act::Confer, &[Order::Confer]),
    (Act::Transfer, &[Order::Give, Order::RequeueElsewhere]),
    (Act::Resolve, &[Order::ResolveForAll]),
    (Act::Leave, &[Order::LeaveConference]),
    (Act::RemoveGuest, &[Order::RemoveGuest]),
    (Act::Monitor, &[Order::Monitor]),
    (Act::Prioritise, &[Order::Prioritise]),
    (Act::Survey, &[Order::Survey]),
    (Act::Trigger, &[Order::Trigger]),
];

/// Refusals that concern neither the caller nor the conversation, but the person or thing that a
/// command names, room, or a request that is pending already.
const ELSEWHERE: [&str; 14] = [
    "offer_pending",
    "too_many_offers",
    "too_many_discussions",
    "target_unavailable",
    "target_full",
    "target_is_owner",
    "target_is_self",
    "target_consults",
    "target_in_conference",
    "conference_full",
    "at_capacity",
    "outbox_full",
    "no_successor",
    "too_many_monitors",
];

#[test]
fn an_offered_act_is_not_refused_and_any_other_is() {
    let mut told: BTreeMap<(State, Who), Vec<Act>> = BTreeMap::new();
    for &state in State::ALL {
        let scene = state.scene();
        let Some(thread) = scene.world.thread(0) else { continue };
        if scene.world.named.is_some() {
            continue;
        }
        for &who in Who::ALL {
            let Caller::Agent(profile) = who.caller() else { continue };
            let team = team_of(&thread.conversation.queue);
            told.insert((state, who), may(&profile, thread, Some(&team)));
        }
    }
    for cell in CELLS.iter() {
        let Some(told) = told.get(&(cell.state, cell.who)) else { continue };
        let Some((act, _)) = SHOWN.iter().find(|(_, orders)| orders.contains(&cell.order)) else {
            continue;
        };
        let done = cell.outcome.starts_with("ok");
        let elsewhere = ELSEWHERE.contains(&cell.outcome.as_str());
        let what = format!("{act:?} by {} when {}", cell.who.word(), cell.state.word());
        if told.contains(act) {
            let gone = *act == Act::RemoveGuest && cell.outcome == "not_in_conference";
            assert!(done || elsewhere || gone, "{what}: {}", cell.outcome);
        } else {
            let nothing = cell.outcome == "ok: nothing";
            assert!(!done || nothing, "{what}: {}", cell.outcome);
        }
    }
}

//! The thread's second conversation: Mark looks for a colleague who knows of recalls, Martha has no
//! time, Nina accepts and comes to speak with Amelia; Olga coaches. The module also holds the other
//! examples of working together.

mod commands;
mod events;

pub(super) use commands::{commands, done};
pub(super) use events::events;

use super::story::{CONVERSATION, THREAD, at, command, conversation, may};
use crate::assignment::{RoutingAt, Routings};
use crate::engagement::{Engagement, Tried};
use crate::settings::{Strategy, TransferMode};
use crate::transfer::{BulkItem, BulkResult, BulkTransfer};
use crate::view::{
    Act, Conversation, Decider, Discussion, EndCause, Entry, Event, Excluded, Load, Monitor,
    MonitorMode, Offer, OfferKind, OfferStatus, OpenWrapUp, Origin, Outcome, Party, Promotion,
    Routing, Status, Target, Weighed,
};
use crate::{Push, Refused, Time};

/// The offer of the scene, which opens the discussion.
const SEARCH: &str = "4t9m0c2xkq7w1h5z-o21";
/// Mark's discussion with Nina.
const TALK: &str = "4t9m0c2xkq7w1h5z-d21";
/// The beginning of the scene, in seconds after Amelia's first message.
const BEGINS: i64 = 3_800;

fn id(agent: &str) -> String {
    agent.to_owned()
}

fn some(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn outcome(agent: &str, resolved: bool, note: Option<&str>) -> Outcome {
    Outcome { agent: id(agent), resolved, note: note.map(str::to_owned) }
}

fn recalls() -> Target {
    Target::Skill(id("recalls"))
}

fn weighed(agent: &str, open: u32, excluded: Option<Excluded>) -> Weighed {
    Weighed { agent: id(agent), open, capacity: 5, idle_since: Some(at(3_000)), excluded }
}

fn chosen(best: Weighed, others: Vec<Weighed>, decided_by: Decider) -> Routing {
    Routing {
        strategy: Strategy::LeastLoaded,
        chosen: Some(best.agent.clone()),
        weighed: std::iter::once(best).chain(others).collect(),
        more: 0,
        decided_by,
    }
}

/// Martha has the least work; without her, only Nina is left.
fn first_choice() -> Routing {
    let quinn = weighed("quinn", 0, Some(Excluded::Offline));
    chosen(weighed("martha", 1, None), vec![weighed("nina", 3, None), quinn], Decider::Load)
}

fn second_choice() -> Routing {
    let martha = weighed("martha", 1, Some(Excluded::Tried));
    let quinn = weighed("quinn", 0, Some(Excluded::Offline));
    chosen(weighed("nina", 3, None), vec![martha, quinn], Decider::OnlyOne)
}

fn given_out() -> Routing {
    let nina = Weighed { idle_since: Some(at(3_400)), ..weighed("nina", 1, None) };
    let full = weighed("mark", 5, Some(Excluded::Full));
    chosen(weighed("martha", 1, None), vec![nina, full], Decider::Idle)
}

fn asked() -> Event {
    Event::OfferMade {
        offer: id(SEARCH),
        kind: OfferKind::Discuss,
        from: id("mark"),
        to: vec![id("martha")],
        target: recalls(),
        all: false,
        discussion: None,
        note: some("Is batch 9 recalled, too?"),
        expires: at(BEGINS + 30),
        deadline: at(BEGINS + 120),
    }
}

fn passed() -> Event {
    Event::OfferPassed {
        offer: id(SEARCH),
        agent: id("martha"),
        status: OfferStatus::Rejected,
        reason: some("Busy with another case"),
    }
}

fn moved() -> Event {
    Event::OfferMoved { offer: id(SEARCH), to: id("nina"), expires: at(BEGINS + 42) }
}

fn taken() -> Event {
    Event::OfferClosed {
        offer: id(SEARCH),
        status: OfferStatus::Accepted,
        by: some("nina"),
        reason: None,
    }
}

fn became(into: Promotion) -> [Event; 2] {
    [
        Event::DiscussionLeft {
            discussion: id(TALK),
            agent: id("nina"),
            outcome: None,
            promoted: Some(into),
        },
        Event::DiscussionEnded {
            discussion: id(TALK),
            resolved: None,
            note: None,
            cause: EndCause::Promoted,
            outcomes: Vec::new(),
        },
    ]
}

fn coaches() -> Event {
    Event::Monitoring { agent: id("olga"), mode: Some(MonitorMode::Coach) }
}

/// Entry `seq` of the scene, 21 to 26, as Mark sees it.
fn entry(seq: u64) -> Entry {
    let said = || Event::DiscussionMessage {
        discussion: id(TALK),
        text: "Yes, since this morning. I have the form for her.".to_owned(),
    };
    let (seconds, by, events) = match seq {
        21 => (0, "mark", vec![asked(), Event::Routed(first_choice())]),
        22 => (12, "martha", vec![passed(), moved(), Event::Routed(second_choice())]),
        23 => (20, "nina", vec![taken()]),
        24 => (35, "nina", vec![said()]),
        25 => {
            let [left, ended] = became(Promotion::Conference);
            (40, "mark", vec![left, ended, Event::ConferenceJoined { agent: id("nina") }])
        }
        _ => (60, "olga", vec![coaches()]),
    };
    let own = by == "mark";
    Entry {
        seq,
        at: at(BEGINS + seconds),
        by: format!("agent:{by}"),
        command: own.then(|| command(seq)),
        shortened: None,
        events,
    }
}

/// The second conversation as it stands after entry `seq` of the scene.
fn state(seq: u64) -> Conversation {
    Conversation {
        id: format!("{THREAD}-2"),
        reference: "4T9M-0C2X-2".to_owned(),
        alias: some("Leaking kettle"),
        tags: vec!["Kettle".to_owned(), "Recall".to_owned()],
        labels: vec!["Follow-up required".to_owned()],
        seq,
        first: 15,
        status: Status::Active,
        owner: some("mark"),
        origin: Some(Origin::Picked),
        opened_at: at(3_500),
        answered_at: Some(at(3_518)),
        first_answer_due: at(3_530),
        assigned_at: Some(at(3_505)),
        waiting_on: Party::Agent,
        waiting_since: at(3_780),
        requeue_at: Some(at(4_380)),
        window_until: Some(at(3_780 + 24 * 3_600)),
        files: super::upload::rules(),
        skills: vec![id("recalls")],
        offers: if (21..23).contains(&seq) { vec![search(seq)] } else { Vec::new() },
        discussions: if (23..25).contains(&seq) { vec![talk()] } else { Vec::new() },
        guests: if seq >= 25 { vec![id("nina")] } else { Vec::new() },
        monitors: if seq >= 26 {
            vec![Monitor { agent: id("olga"), mode: MonitorMode::Coach }]
        } else {
            Vec::new()
        },
        may: may_with(seq >= 25),
        wrap_ups: vec![OpenWrapUp {
            conversation: id(CONVERSATION),
            agent: id("mark"),
            mandatory: false,
        }],
        ..conversation(1)
    }
}

/// The acts that Mark may do, alone with Amelia or with a guest.
fn may_with(guest: bool) -> Vec<Act> {
    let leaves = [Act::Leave, Act::RemoveGuest].into_iter().filter(|_| guest);
    may(true, false).into_iter().chain(leaves).collect()
}

fn search(seq: u64) -> Offer {
    let (to, tried, expires) = match seq {
        21 => ("martha", Vec::new(), 30),
        _ => ("nina", vec![id("martha")], 42),
    };
    Offer {
        id: id(SEARCH),
        kind: OfferKind::Discuss,
        from: id("mark"),
        to: vec![id(to)],
        target: recalls(),
        all: false,
        tried,
        discussion: None,
        note: None,
        expires: at(BEGINS + expires),
        deadline: at(BEGINS + 120),
    }
}

fn talk() -> Discussion {
    Discussion { id: id(TALK), initiator: id("mark"), members: vec![id("mark"), id("nina")] }
}

/// The scene as Mark gets it, and its beginning as Martha gets it, who does not accept.
pub(super) fn pushes() -> Vec<(&'static str, Push)> {
    let names = [
        "entries.search",
        "entries.search_goes_on",
        "entries.search_accepted",
        "entries.expert_says",
        "entries.promoted",
        "entries.coached",
    ];
    let push = |seq, following| Push::Entries {
        conversation: state(seq),
        entries: vec![Entry { command: None, ..entry(seq) }],
        following,
    };
    let mut pushes: Vec<_> = names
        .into_iter()
        .zip(21..)
        .map(|(name, seq)| {
            let (conversation, entries) = (state(seq), vec![entry(seq)]);
            (name, Push::Entries { conversation, entries, following: true })
        })
        .collect();
    pushes.push(("entries.search.nina", push(22, true)));
    pushes.push(("entries.promoted.nina", push(25, true)));
    pushes.push(("refused.offer_closed", Push::Refused(too_late())));
    pushes
}

/// The refusal to an agent after another one of the group has accepted.
fn too_late() -> Refused {
    let closed = domain::Refusal::OfferClosed {
        status: domain::OfferStatus::Rescinded,
        by: Some(super::refusal::agent("nina")),
    };
    Refused::from(&closed).for_command("019aa4b2-7003-7c31-9f2e-5b0d8f1e2a78")
}

/// A transfer of two conversations to a queue at once; one of them is somebody else's.
pub(super) fn bulk() -> (BulkTransfer, BulkResult) {
    let theirs = || "2c8n5r0vtd3x9m6k-4".to_owned();
    let refused = domain::Refusal::NotOwner { owner: Some(super::refusal::agent("martha")) };
    let id_of_all = "019aa4b2-7004-7c31-9f2e-5b0d8f1e2a78";
    let error = Refused::from(&refused).for_command(id_of_all);
    let whole = BulkTransfer {
        id: id_of_all.to_owned(),
        conversations: vec![format!("{THREAD}-2"), theirs()],
        to: Target::Queue(id("returns")),
        mode: Some(TransferMode::Immediate),
        note: some("I am off at five"),
    };
    let results = vec![
        BulkItem { conversation: format!("{THREAD}-2"), seq: Some(27), error: None },
        BulkItem { conversation: theirs(), seq: None, error: Some(error) },
    ];
    (whole, BulkResult { results })
}

/// The engine's choices in the scene.
pub(super) fn routings() -> Routings {
    let choice = |seq, seconds, routing| RoutingAt { seq, at: at(BEGINS + seconds), routing };
    Routings { routings: vec![choice(22, 12, second_choice()), choice(21, 0, first_choice())] }
}

/// The record of the scene's offer.
pub(super) fn engagement() -> Engagement {
    let moment = |seconds: i64| -> Option<Time> { Some(at(BEGINS + seconds)) };
    Engagement {
        id: id(SEARCH),
        conversation: format!("{THREAD}-2"),
        name: Some(id("Amelia Fox")),
        queue: Some(id("support")),
        kind: OfferKind::Discuss,
        from: id("mark"),
        target: recalls(),
        all: false,
        to: vec![id("nina")],
        tried: vec![Tried {
            agent: id("martha"),
            at: at(BEGINS + 12),
            status: OfferStatus::Rejected,
            reason: some("Busy with another case"),
            reason_code: some("busy-with-another-case"),
            load: Some(Load { open: 1, capacity: 5 }),
        }],
        discussion: None,
        note: some("Is batch 9 recalled, too?"),
        status: OfferStatus::Accepted,
        version: 4,
        created_at: at(BEGINS),
        offered_at: at(BEGINS + 12),
        expires: at(BEGINS + 42),
        deadline: at(BEGINS + 120),
        decided_at: moment(20),
        decided_by: some("nina"),
        load: Some(Load { open: 3, capacity: 5 }),
        wait_ms: Some(20_000),
        reason: None,
        reason_code: None,
        ended_at: moment(40),
        talk_ms: Some(20_000),
        messages: Some(1),
        promoted_to: Some(Promotion::Conference),
        ended_by: some("mark"),
        end_cause: Some(EndCause::Promoted),
        resolved: None,
        outcome_note: None,
        undone: Vec::new(),
    }
}

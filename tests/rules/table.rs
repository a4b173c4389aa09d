//! Every command in every state from every caller, decided on purpose.
//!
//! `table.txt` holds the outcomes. A changed rule shows there as a difference; read it before
//! `UPDATE=1 cargo test -p rules` takes it over.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use crate::pure::committed;
use crate::pure::orders::{Order, Who, commands, events, outcome};
use crate::pure::states::{Scene, State};
use crate::pure::world::Written;
use domain::{Command, Content, Event, Millis, message};

/// The outcome of one order from one caller in one state.
pub(crate) struct Cell {
    pub(crate) state: State,
    pub(crate) order: Order,
    pub(crate) who: Who,
    pub(crate) outcome: String,
    pub(crate) before: Option<Arc<Written>>,
    /// The entry that the order wrote, if it wrote one.
    pub(crate) written: Option<Arc<Written>>,
}

/// Every order from every caller in every state.
pub(crate) static CELLS: LazyLock<Vec<Cell>> = LazyLock::new(|| {
    let mut cells = Vec::new();
    for &state in State::ALL {
        let scene = state.scene();
        for (&order, &who) in Order::ALL.iter().flat_map(|o| Who::ALL.iter().map(move |w| (o, w))) {
            cells.push(cell(state, order, who, scene.clone()));
        }
    }
    cells
});

fn cell(state: State, order: Order, who: Who, mut scene: Scene) -> Cell {
    let before = scene.world.logs[0].last().cloned();
    let decided = order.give(&mut scene, who);
    let after = scene.world.logs[0].last().cloned();
    let seq = |written: &Option<Arc<Written>>| written.as_ref().map(|w| w.entry.seq);
    let written = after.filter(|w| Some(w.entry.seq) != seq(&before));
    let all = domain::laws::broken_by_all(scene.world.threads(), &scene.world.workloads.views);
    assert_eq!(all, None, "{} by {} when {}", order.word(), who.word(), state.word());
    Cell { state, order, who, outcome: outcome(&decided), before, written }
}

/// The text of `table.txt`: under each order the callers with the same outcomes, and under those
/// each outcome with the states in which it comes.
fn table() -> String {
    let mut found: BTreeMap<(Order, Who), Vec<&str>> = BTreeMap::new();
    for cell in CELLS.iter() {
        found.entry((cell.order, cell.who)).or_default().push(&cell.outcome);
    }
    let mut text = String::from(HEADER);
    for &order in Order::ALL {
        let _ = writeln!(text, "\n{}", order.word());
        let mut groups: Vec<(Vec<&str>, &Vec<&str>)> = Vec::new();
        for &who in Who::ALL {
            let told = &found[&(order, who)];
            match groups.iter_mut().find(|(_, same)| *same == told) {
                Some((callers, _)) => callers.push(who.word()),
                None => groups.push((vec![who.word()], told)),
            }
        }
        for (callers, told) in groups {
            let _ = writeln!(text, "  {}", callers.join(" "));
            lines(&mut text, told);
        }
    }
    text
}

const HEADER: &str = "\
What comes of every command in every state from every caller. Written by the test in table.rs:
read what has changed, and take it over with UPDATE=1. States and orders are explained where they
are named, in pure/states.rs and pure/orders.rs.
";

/// Each outcome once, with its states, in the order of the states.
fn lines(text: &mut String, told: &[&str]) {
    let mut outcomes: Vec<&str> = Vec::new();
    for outcome in told {
        if !outcomes.contains(outcome) {
            outcomes.push(outcome);
        }
    }
    for outcome in &outcomes {
        let states = State::ALL.iter().zip(told).filter(|(_, o)| *o == outcome);
        let states: Vec<_> = states.map(|(state, _)| state.word()).collect();
        let whole = outcomes.len() == 1;
        let states = if whole { "always".to_owned() } else { states.join(" ") };
        let _ = writeln!(text, "    {outcome} :: {states}");
    }
}

#[test]
fn every_command_in_every_state_from_every_caller_has_the_outcome_of_the_table() {
    committed("tests/rules/table.txt", &table());
}

#[test]
fn every_command_stands_in_the_table() {
    let scene = State::Empty.scene();
    let given: BTreeSet<_> =
        Order::ALL.iter().map(|o| commands::name(&o.command(&scene))).collect();
    assert_eq!(given, commands::ALL.iter().copied().collect());
}

#[test]
fn every_event_comes_of_something_in_the_table() {
    let written = CELLS.iter().flat_map(|c| c.before.iter().chain(&c.written));
    let told: BTreeSet<_> =
        written.flat_map(|w| &w.entry.events).map(|e: &Event| events::name(e)).collect();
    // Every order here comes with the same name and address; `it/contact/identity.rs` plays others.
    let others = |event: &&str| *event != "Introduced";
    assert_eq!(told, events::ALL.iter().copied().filter(others).collect());
}

#[test]
fn every_order_is_carried_out_somewhere_and_refused_somewhere() {
    for &order in Order::ALL {
        let cells = || CELLS.iter().filter(|c| c.order == order);
        assert!(cells().any(|c| c.outcome.starts_with("ok")) || REFUSED.contains(&order));
        assert!(cells().any(|c| !c.outcome.starts_with("ok")), "{} is never refused", order.word());
    }
}

/// Orders that name a forbidden person or thing, or too much.
const REFUSED: [Order; 4] =
    [Order::GiveToNoManager, Order::MentionForeign, Order::TagTooMuch, Order::LabelUnknown];

/// Only the customer, the engine and the parties change a thread.
#[test]
fn a_stranger_changes_nothing_in_any_state() {
    for cell in CELLS.iter().filter(|c| matches!(c.who, Who::Stranger | Who::Foreign)) {
        assert!(cell.written.is_none(), "{} when {}", cell.order.word(), cell.state.word());
    }
}

#[test]
fn free_text_is_refused_once_the_channels_window_has_closed() {
    let later = |hours, content| with_content(Millis::hours(hours), content);
    assert_eq!(later(24, Content::text("still there?")), "window_closed");
    assert_eq!(later(23, Content::text("still there?")), "ok: AgentMessage TimerArmed(Idle)");
    assert_eq!(later(24, template()), "ok: AgentMessage TimerArmed(Idle)");
    assert_eq!(later(1, template()), "ok: AgentMessage TimerArmed(Idle)");
    assert_eq!(later(24, named("hi", "en")), "unknown_template");
    assert_eq!(later(24, named("hello", "de")), "unknown_language");
}

#[test]
fn a_channel_is_given_only_what_it_carries() {
    let at_once = |content| with_content(Millis(0), content);
    assert_eq!(at_once(Content::text(" \n")), "text_missing");
    assert_eq!(at_once(Content::text("x".repeat(4_097))), "text_too_long");
    let reply = Content::Call { missed: true, seconds: None };
    assert_eq!(at_once(reply), "content_not_supported");
}

fn with_content(wait: Millis, content: Content) -> String {
    let mut scene = State::Active.scene();
    scene.world.now = scene.world.now + wait;
    outcome(&scene.world.give(
        0,
        &Who::Owner.caller(),
        &Command::Send(message::Send { content, reply_to: None }),
    ))
}

fn template() -> Content {
    named("hello", "en")
}

fn named(name: &str, language: &str) -> Content {
    Content::Template {
        name: name.to_owned(),
        language: language.to_owned(),
        parameters: Vec::new(),
        text: None,
        buttons: Vec::new(),
        slots: Vec::new(),
    }
}

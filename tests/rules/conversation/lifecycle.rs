//! `docs/lifecycle.md`: the state machines, drawn from the transitions that the table shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use crate::pure::committed;
use crate::pure::states::State;
use crate::pure::world::Written;
use crate::table::CELLS;
use domain::{Discussion, EndCause, Event, MonitorMode, Offer, OfferStatus, Status, Thread, offer};

/// The arrows from one state to another, each with its commands.
type Arrows = BTreeMap<(String, String), BTreeSet<String>>;

/// The states of a thread's things of one kind, each by its number.
type Standing = BTreeMap<String, String>;

/// A machine: its title, its description, and the states of its things. `end` names the end of a
/// thing that has no state any more.
struct Machine {
    title: &'static str,
    says: &'static str,
    loops: bool,
    standing: fn(&Thread) -> Standing,
    end: fn(&Written, &str) -> Option<String>,
}

const OUTSIDE: &str = "[*]";

const MACHINES: [Machine; 6] = [
    Machine {
        title: "Conversation",
        says: "A stretch of a thread. *Queued* waits for an agent, *active* for an answer of its \
               owner, *pending* for the customer. After the end the customer's next message begins \
               the next conversation, or goes on with this one if the policy lets it.",
        loops: false,
        standing: |thread| {
            let c = &thread.conversation;
            BTreeMap::from([(String::new(), c.status.name().to_owned())])
        },
        end: |_, _| None,
    },
    Machine {
        title: "Offer",
        says: "A request to take over, to discuss or to confer. *Asked*: one colleague can answer. \
               *Searching*: one of a group can answer, and the search asks the next if this one \
               does not. *AskedAll*: the first of several to accept has it. Each offer finds \
               exactly one end.",
        loops: true,
        standing: |thread| numbered(&thread.conversation.offers, |o: &Offer| (o.number, asked(o))),
        end: |written, number| {
            let number: u64 = number.parse().ok()?;
            written.entry.events.iter().find_map(|e| match e {
                Event::OfferClosed(offer::Closed { offer, status, .. }) if *offer == number => {
                    Some(status.name().to_owned())
                }
                _ => None,
            })
        },
    },
    Machine {
        title: "Discussion",
        says: "A private talk between the owner and one or several colleagues, opened by an \
               accepted offer. The records of all members tell how it ended.",
        loops: false,
        standing: |thread| {
            numbered(&thread.conversation.discussions, |d: &Discussion| {
                let word = if d.consultants.len() == 1 { "OneExpert" } else { "SeveralExperts" };
                (d.number, word.to_owned())
            })
        },
        end: |written, number| {
            let number: u64 = number.parse().ok()?;
            written.entry.events.iter().find_map(|e| match e {
                Event::DiscussionEnded(domain::discussion::Ended { discussion, cause, .. })
                    if *discussion == number =>
                {
                    Some(format!("{cause:?}"))
                }
                _ => None,
            })
        },
    },
    Machine {
        title: "Conference",
        says: "The colleagues who speak with the customer beside the owner. *Alone*: no colleague. \
               When the owner leaves, a guest becomes the owner. *Full*: as many take part as may, \
               the customer counted.",
        loops: false,
        standing: |thread| {
            let c = &thread.conversation;
            let word = match (c.owner.is_some(), c.guests.len()) {
                (false, _) => return BTreeMap::new(),
                (true, 0) => "Alone",
                (true, 1..4) => "Together",
                (true, _) => "Full",
            };
            BTreeMap::from([(String::new(), word.to_owned())])
        },
        end: |_, _| None,
    },
    Machine {
        title: "Monitoring",
        says: "The way in which one manager looks on. In silence only managers know of the \
               manager; the owner hears a coach; everybody, the customer included, hears a manager \
               who has barged in.",
        loops: false,
        standing: |thread| {
            let word = |mode| match mode {
                MonitorMode::Silent => "Silent",
                MonitorMode::Coach => "Coach",
                MonitorMode::Barge => "Barge",
            };
            let monitors = thread.conversation.monitors.iter();
            monitors.map(|m| (m.agent.to_string(), word(m.mode).to_owned())).collect()
        },
        end: |_, _| None,
    },
    Machine {
        title: "Wrap-up",
        says: "The work that is left to the owner of a conversation that is over, if the policy \
               asks for it. Until the owner marks it done it takes room on their desk.",
        loops: false,
        standing: |thread| {
            let word = |must| if must { "Mandatory" } else { "Optional" };
            let wraps = thread.wraps.iter();
            wraps.map(|w| (w.number.to_string(), word(w.mandatory).to_owned())).collect()
        },
        end: |written, _| {
            let done = |e: &Event| matches!(e, Event::WrappedUp(_));
            written.entry.events.iter().any(done).then(|| "Done".to_owned())
        },
    },
];

fn numbered<T>(all: &[T], of: impl Fn(&T) -> (u64, String)) -> Standing {
    all.iter().map(of).map(|(number, word)| (number.to_string(), word)).collect()
}

fn asked(offer: &Offer) -> String {
    match &offer.group_offer {
        None => "Asked",
        Some(search) if search.all => "AskedAll",
        Some(_) => "Searching",
    }
    .to_owned()
}

/// `AcceptOffer` as `accept offer`.
fn words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// Every entry of the table, and of the stories that lead to its states, with the one before it.
fn seen() -> Vec<(Option<Arc<Written>>, Arc<Written>)> {
    let mut seen: Vec<_> = CELLS
        .iter()
        .filter_map(|cell| Some((cell.before.clone(), Arc::clone(cell.written.as_ref()?))))
        .collect();
    for &state in State::ALL {
        let mut before = None;
        for written in &state.scene().world.logs[0] {
            seen.push((before.replace(Arc::clone(written)), Arc::clone(written)));
        }
    }
    seen
}

fn arrows(machine: &Machine) -> Arrows {
    let mut arrows = Arrows::new();
    for (before, written) in seen() {
        let before = before.map(|w| (machine.standing)(&w.after)).unwrap_or_default();
        let after = (machine.standing)(&written.after);
        let things: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for thing in things {
            let from = before.get(thing).map_or(OUTSIDE, String::as_str);
            let to = after.get(thing).cloned();
            let to = to.or_else(|| (machine.end)(&written, thing)).unwrap_or(OUTSIDE.to_owned());
            let moved = written.entry.events.iter().any(|e| match e {
                Event::OfferPassed(offer::Passed { offer, .. }) => offer.to_string() == *thing,
                _ => false,
            });
            if from != to || (machine.loops && moved) {
                let command = words(written.command);
                arrows.entry((from.to_owned(), to)).or_default().insert(command);
            }
        }
    }
    arrows
}

/// Wraps a text into lines of at most 100 letters.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if line.len() + word.len() < 100 {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

fn diagram(machine: &Machine) -> String {
    let mut text = format!("## {}\n\n{}\n\n", machine.title, wrapped(machine.says));
    text.push_str("```mermaid\nstateDiagram-v2\n");
    for ((from, to), commands) in arrows(machine) {
        let commands: Vec<String> = commands.into_iter().collect();
        let _ = writeln!(text, "    {from} --> {to}: {}", commands.join(", "));
    }
    text.push_str("```\n");
    text
}

const INTRO: &str = "\
# Lifecycle

The state machines of the rules. A test draws them: it plays every command in every state from every
caller (`tests/rules/table.txt`) and draws the transitions that it sees, so an arrow that is missing
here does not exist. A command without an effect in a machine has no arrow there. After a change of
the rules `UPDATE=1 cargo test -p rules` draws them anew, and the difference is part of the review.

";

#[test]
fn the_diagrams_show_what_the_rules_do() {
    let diagrams: Vec<String> = MACHINES.iter().map(diagram).collect();
    committed("docs/lifecycle.md", &format!("{INTRO}{}", diagrams.join("\n")));
}

/// Every end that an offer or a discussion can find, and every status, is somewhere in the table.
#[test]
fn the_diagrams_lack_no_state() {
    let reached = |machine: &Machine| -> BTreeSet<String> {
        arrows(machine).into_keys().map(|(_, to)| to).collect()
    };
    let [conversation, offer, discussion, ..] = &MACHINES;
    for status in
        [Status::Queued, Status::Active, Status::Pending, Status::Resolved, Status::Abandoned]
    {
        assert!(reached(conversation).contains(status.name()), "{status:?}");
    }
    for status in [
        OfferStatus::Accepted,
        OfferStatus::Rejected,
        OfferStatus::Withdrawn,
        OfferStatus::TimedOut,
        OfferStatus::Rescinded,
    ] {
        assert!(reached(offer).contains(status.name()), "{status:?}");
    }
    for cause in [
        EndCause::Ended,
        EndCause::Left,
        EndCause::Transferred,
        EndCause::Promoted,
        EndCause::ConversationEnded,
    ] {
        assert!(reached(discussion).contains(&format!("{cause:?}")), "{cause:?}");
    }
}

//! The laws of identity, over random histories of numbers, ids and changes, which come in any
//! order, in batches, and repeatedly.

mod channel;

use std::collections::{BTreeMap, BTreeSet};

use crate::pure::states::State;
use domain::person::{Lead, Reach, Standing, Way, is_username, settle};
use domain::{Caller, Command, Millis, ThreadId, contact};
use proptest::prelude::*;

/// A provider's report of a person at one moment.
#[derive(Debug, Clone)]
struct Said {
    at: Millis,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    /// The person wrote; these addresses name the person, the best first.
    Message(Vec<String>),
    /// The person gave up the first addresses for the second ones.
    Change(Vec<String>, Vec<String>),
}

impl Said {
    fn addresses(&self) -> Vec<String> {
        match &self.what {
            What::Message(addresses) => addresses.clone(),
            What::Change(from, to) => from.iter().chain(to).cloned().collect(),
        }
    }

    /// The address at which the person is reached after this report.
    fn reached(&self) -> &String {
        match &self.what {
            What::Message(addresses) => &addresses[0],
            What::Change(_, to) => &to[0],
        }
    }
}

#[derive(Debug, Clone)]
struct Log {
    reach: Reach,
    elsewhere: Option<ThreadId>,
    open: bool,
    heard: Millis,
    texts: BTreeSet<Millis>,
}

#[derive(Debug, Clone, Default)]
struct Note {
    to: Option<ThreadId>,
    moved: Option<(String, Millis)>,
}

/// The stored table, as far as it depends on the identity of people.
#[derive(Debug, Default)]
struct Table {
    logs: BTreeMap<ThreadId, Log>,
    notes: BTreeMap<ThreadId, Note>,
}

/// The thread of an address: for this test any map will do.
fn own(address: &str) -> ThreadId {
    let number = address.bytes().fold(7_u64, |h, b| (h * 31 + u64::from(b)) % 1_000_000_007);
    format!("{number:016}").parse().unwrap()
}

impl Table {
    fn way(&self, start: ThreadId) -> ThreadId {
        let mut way = Way::from(start);
        let mut more = true;
        while more {
            let here = way.here();
            let next = match self.logs.get(here) {
                Some(log) => log.elsewhere.clone(),
                None => self.notes.get(here).and_then(|note| note.to.clone()),
            };
            let Some(next) = next else { break };
            more = way.go(next);
        }
        way.here().clone()
    }

    fn person(&mut self, addresses: &[String]) -> ThreadId {
        let lead = |address: &String| {
            let end = self.way(own(address));
            let stands = self.logs.get(&end).map(|log| Standing {
                open: log.open,
                heard: log.heard,
                nameless: log.reach.is_nameless(),
            });
            let own_log = self.logs.contains_key(&own(address));
            Lead { own: own(address), own_log, end, stands, weak: is_username(address) }
        };
        let leads: Vec<Lead> = addresses.iter().map(lead).collect();
        let settled = settle(&leads).unwrap();
        let moved: Vec<(String, Millis)> =
            leads.iter().filter_map(|lead| self.notes.get(&lead.end)?.moved.clone()).collect();
        for thread in settled.note {
            let note = Note { to: Some(settled.head.clone()), moved: None };
            self.notes.insert(thread, note);
        }
        for other in settled.join {
            self.join(&settled.head, &other);
        }
        if let Some((address, at)) = moved.into_iter().max_by_key(|(_, at)| *at) {
            self.change(&settled.head, &[], &[address], at);
        }
        settled.head
    }

    fn join(&mut self, head: &ThreadId, other: &ThreadId) {
        let (ours, theirs) = (self.logs[head].reach.clone(), self.logs[other].reach.clone());
        let newest = ours.or_newer(&theirs);
        for thread in [head, other] {
            self.logs.get_mut(thread).unwrap().reach = newest.clone();
        }
        self.logs.get_mut(other).unwrap().elsewhere = Some(head.clone());
    }

    fn change(&mut self, thread: &ThreadId, from: &[String], to: &[String], at: Millis) {
        if let Some(log) = self.logs.get_mut(thread) {
            log.reach = log.reach.moved(from, to, at);
            return;
        }
        let note = self.notes.entry(thread.clone()).or_default();
        if note.moved.as_ref().is_none_or(|(_, then)| *then < at) {
            note.moved = Some((to[0].clone(), at));
        }
    }

    fn message(&mut self, thread: &ThreadId, addresses: &[String], at: Millis) {
        let moved = self.notes.get(thread).and_then(|note| note.moved.clone());
        let log = self.logs.entry(thread.clone()).or_insert_with(|| {
            let number = addresses.iter().skip(1).find(|a| domain::person::is_number(a)).cloned();
            let said = Reach { address: addresses[0].clone(), number, at };
            let reach = match moved {
                Some((address, then)) if at <= then => Reach { address, number: None, at: then },
                _ => said,
            };
            Log { reach, elsewhere: None, open: true, heard: at, texts: BTreeSet::new() }
        });
        log.reach = log.reach.heard(&addresses[0], &addresses[1..], at);
        log.heard = log.heard.max(at);
        log.texts.insert(at);
    }

    /// Takes a webhook in; returns how many threads began.
    fn webhook(&mut self, all: &[Said]) -> usize {
        let before = self.logs.len();
        for group in components(all) {
            let mut addresses: Vec<String> =
                group.iter().flat_map(|said| said.addresses()).collect();
            addresses.sort_by_key(|address| domain::Address::read(address));
            addresses.dedup();
            let thread = self.person(&addresses);
            for said in group {
                match &said.what {
                    What::Message(named) => self.message(&thread, named, said.at),
                    What::Change(from, to) => self.change(&thread, from, to, said.at),
                }
            }
        }
        self.logs.len() - before
    }
}

/// The reports of each person: reports that share an address belong to one person.
fn components(all: &[Said]) -> Vec<Vec<&Said>> {
    let mut groups: Vec<(BTreeSet<String>, Vec<&Said>)> = Vec::new();
    for said in all {
        let mut names: BTreeSet<String> = said.addresses().into_iter().collect();
        let mut members = vec![said];
        let (met, others) =
            groups.into_iter().partition::<Vec<_>, _>(|(known, _)| !known.is_disjoint(&names));
        for (known, before) in met {
            names.extend(known);
            members.extend(before);
        }
        groups = others;
        groups.push((names, members));
    }
    groups.into_iter().map(|(_, members)| members).collect()
}

/// Checks the laws after everything told so far, whatever the order was.
fn holds(table: &Table, told: &[Said]) -> Result<(), TestCaseError> {
    for group in components(told) {
        let addresses: BTreeSet<String> = group.iter().flat_map(|said| said.addresses()).collect();
        let heads: BTreeSet<ThreadId> = addresses.iter().map(|a| table.way(own(a))).collect();
        prop_assert_eq!(heads.len(), 1, "one person goes on in one thread: {:?}", addresses);
        let Some(log) = heads.first().and_then(|head| table.logs.get(head)) else {
            let wrote = group.iter().any(|said| matches!(said.what, What::Message(_)));
            prop_assert!(!wrote, "what was written is kept");
            continue;
        };
        let Some(newest) = group.iter().max_by_key(|said| said.at) else { continue };
        prop_assert!(
            log.reach.is(newest.reached()),
            "answers go to {:?}, though {:?} was said last",
            log.reach,
            newest
        );
        let texts: BTreeSet<Millis> = table
            .logs
            .iter()
            .filter(|(thread, _)| heads.contains(&table.way((*thread).clone())))
            .flat_map(|(_, log)| log.texts.clone())
            .collect();
        let written: BTreeSet<Millis> = group
            .iter()
            .filter(|said| matches!(said.what, What::Message(_)))
            .map(|said| said.at)
            .collect();
        prop_assert_eq!(texts, written, "each message stands with its person, and nobody else's");
    }
    Ok(())
}

/// A person's life: at each step the person writes, or gets another number or id, or both.
fn life(person: usize) -> impl Strategy<Value = Vec<Said>> {
    prop::collection::vec((0..8_u8, 1..4_u8), 1..12).prop_map(move |steps| {
        let (mut user, mut number) = (format!("U{person}.0"), format!("49{person}0"));
        let mut told = Vec::new();
        for (n, (kind, named)) in steps.into_iter().enumerate() {
            let at = Millis::seconds(i64::try_from(n * 10 + person + 1).unwrap());
            // The best address first, in the order in which a webhook is read: by id, by number.
            let pick = |user: &String, number: &String, named: u8| {
                let all = [user, number];
                let some = all.iter().enumerate().filter(|(bit, _)| named & (1 << bit) != 0);
                some.map(|(_, address)| (*address).clone()).collect::<Vec<_>>()
            };
            let what = match kind {
                0..=4 => What::Message(pick(&user, &number, named)),
                // The person gets the earlier number back, or another one, and a new id.
                5 | 6 => {
                    let before = pick(&user, &number, 2 | (named & 1));
                    let back = number == format!("49{person}1");
                    number = format!("49{person}{}", u8::from(!back));
                    user = format!("U{person}.{n}");
                    What::Change(before, pick(&user, &number, 2 | (named & 1)))
                }
                _ => {
                    let before = vec![user.clone()];
                    user = format!("U{person}.{n}");
                    What::Change(before, vec![user.clone()])
                }
            };
            told.push(Said { at, what });
        }
        told
    })
}

/// Two people's lives, in any order, in batches, with some reports repeated.
fn webhooks() -> impl Strategy<Value = Vec<Vec<Said>>> {
    (life(1), life(2), prop::collection::vec((any::<prop::sample::Index>(), 1..5_usize), 0..40))
        .prop_flat_map(|(one, other, again)| {
            let all: Vec<Said> = one.into_iter().chain(other).collect();
            let repeated: Vec<Said> =
                again.iter().map(|(at, _)| all[at.index(all.len())].clone()).collect();
            let sizes: Vec<usize> = again.iter().map(|(_, size)| *size).collect();
            let all: Vec<Said> = all.into_iter().chain(repeated).collect();
            (Just(all).prop_shuffle(), Just(sizes))
        })
        .prop_map(|(all, sizes)| {
            let (mut batches, mut rest) = (Vec::new(), all.as_slice());
            let mut sizes = sizes.into_iter().cycle();
            while !rest.is_empty() {
                let size = sizes.next().unwrap_or(1).min(rest.len());
                batches.push(rest[..size].to_vec());
                rest = &rest[size..];
            }
            batches
        })
}

/// Addresses for the changes; the last but one is a user's id, the last one is nobody's.
const NAMES: [&str; 5] = ["4915500001", "4915500002", "4915500003", "US.1", "4915500009"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_person_is_one_thread_and_is_answered_at_the_present_address(batches in webhooks()) {
        let (mut table, mut told) = (Table::default(), Vec::new());
        for batch in batches {
            let people = components(&batch).len();
            let began = table.webhook(&batch);
            prop_assert!(began <= people, "a webhook begins at most one thread for a person");
            told.extend(batch);
            holds(&table, &told)?;
        }
    }

    /// The table of [`domain::person`] and the thread's log say the same, whatever was confirmed,
    /// and however often: nothing that a change tells is lost between them.
    #[test]
    fn a_thread_knows_after_each_change_what_the_rules_say(
        changes in prop::collection::vec((0..5_usize, 0..5_usize, -60..60_i64), 1..12),
    ) {
        let mut scene = State::Active.scene();
        for (from, to, seconds) in changes {
            let before = scene.world.thread(0).unwrap().reach();
            let at = before.at + Millis::seconds(seconds);
            let (from, to) = (vec![NAMES[from].to_owned()], vec![NAMES[to].to_owned()]);
            let command =
                Command::ChangeIdentity(contact::ChangeAddress { from: from.clone(), to: to.clone(), at: Some(at) });
            let now = scene.world.context(0, &Caller::Engine, &command).now;
            let right = before.moved(&from, &to, at.min(now));
            scene.world.give(0, &Caller::Engine, &command).unwrap();
            prop_assert_eq!(scene.world.thread(0).unwrap().reach(), right);
        }
    }

    #[test]
    fn every_way_ends_and_a_ring_has_one_end(edges in prop::collection::vec(0..12_usize, 12)) {
        let id = |n: usize| -> ThreadId { format!("{n:016}").parse().unwrap() };
        let mut table = Table::default();
        for (from, to) in edges.iter().enumerate() {
            table.notes.insert(id(from), Note { to: Some(id(*to)), moved: None });
        }
        for (from, to) in edges.iter().enumerate() {
            prop_assert_eq!(table.way(id(from)), table.way(id(*to)));
        }
    }
}

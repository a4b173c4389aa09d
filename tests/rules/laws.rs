//! Laws that hold after every step of every story.
//!
//! 10,000 stories, or as many as PROPTEST_CASES says, shared among four tests that run side by
//! side. What breaks a law is made as short as it can be, and its seed is kept in
//! `proptest-regressions/laws.txt`, from where it is played again first.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::pure::story::{ACTORS, Story, THREADS, story};
use crate::pure::world::{World, Written, thread_id};
use crate::pure::{CAST, INTERNAL, everybody, sizes};
use domain::audience::{self, Audience, Reader};
use domain::effect::Timer;
use domain::sla::Look;
use domain::{
    Actor, AgentId, DeliveryStatus, Entry, Event, MonitorMode, OfferId, OfferStatus, Origin, Party,
    Status, Thread, TimerKind, assignment, discussion, evolve, laws, message, monitoring, offer,
    wrap_up,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseError, TestRng, TestRunner};

const STORIES: u32 = 10_000;
const SHARES: u32 = 4;
const KEPT: &str = "proptest-regressions/laws.txt";

/// What a law looks at: the world after a step, and each entry that the step wrote with the thread
/// before it.
struct Seen<'a> {
    world: &'a World,
    fresh: Vec<(usize, Option<&'a Thread>, &'a Written)>,
}

type Law = (&'static str, fn(&Seen<'_>) -> Option<String>);

const LAWS: &[Law] = &[
    ("the named laws of the domain hold", named),
    ("an offer finds one end, and so does everybody who was asked", one_end),
    ("an offer is answered in time by who is asked, and lapses no sooner", in_time),
    ("an offer comes with a timer at its deadline", timed),
    ("the customer sees what is meant for everyone, nothing internal and no names", customers_view),
    ("what is said among some is for those who took part then", members_only),
    ("positions are dense, and time does not run backwards", dense),
    ("what is stored reads back, and replays to the same state", stored),
    ("a message only moves forward until it is tried again", forward),
    ("the queue holds exactly what waits, in its place", queue),
    ("who has not answered is watched, and so is who is not answered", watched),
    ("an entry can be written in one transaction", writable),
    ("what belongs to the owner is the owner's", owners),
    ("whose turn it is, and whether it is over, stands in the status", turns),
    ("a conference stays within its limit", conference),
    ("what is left unanswered is not given back to who left it", not_given_back),
    ("a mandatory wrap-up is done with a disposition", disposed),
    ("the state stays far from its worst", small),
];

fn named(seen: &Seen<'_>) -> Option<String> {
    laws::broken_by_all(seen.world.threads(), &seen.world.desks.views).map(|law| law.to_string())
}

fn one_end(seen: &Seen<'_>) -> Option<String> {
    for (at, thread) in (0..THREADS).filter_map(|at| Some((at, seen.world.thread(at)?))) {
        for offer in &thread.conversation.offers {
            let record =
                &seen.world.records.get(&OfferId { thread: thread_id(at), number: offer.number });
            let record = record.as_ref()?;
            let tried: Vec<_> = record.tried.iter().map(|t| &t.agent).collect();
            let state = offer.search.iter().flat_map(|s| &s.tried).map(|(agent, _)| agent);
            // A member of no group who lost their part in it stands in the record only.
            let known = offer.search.is_none() || state.eq(tried.iter().copied());
            let same = record.status == OfferStatus::Pending
                && record.expires == offer.expires
                && record.to.iter().collect::<BTreeSet<_>>() == offer.to.iter().collect();
            if !same || !known || offer.to.is_empty() {
                return Some(format!("{offer:?} is in the record {record:?}"));
            }
        }
    }
    for (id, record) in &seen.world.records {
        let thread = seen.world.threads().find(|t| t.id == id.thread)?;
        let pending = thread.conversation.offer(id.number).is_some();
        if pending != (record.status == OfferStatus::Pending) {
            return Some(format!("{id} is {:?}, and pending: {pending}", record.status));
        }
        let mut ends: Vec<&AgentId> = record.tried.iter().map(|t| &t.agent).collect();
        ends.extend(
            record
                .by
                .iter()
                .filter(|_| matches!(record.status, OfferStatus::Accepted | OfferStatus::Rejected)),
        );
        if pending {
            ends.extend(&record.to);
        }
        ends.sort();
        let mut asked: Vec<&AgentId> = record.asked.iter().collect();
        asked.sort();
        if ends != asked || record.tried.iter().any(|t| t.status == OfferStatus::Pending) {
            return Some(format!("{id}: {asked:?} were asked, and {ends:?} have an end"));
        }
    }
    None
}

fn in_time(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        let at = written.entry.at;
        for event in &written.entry.events {
            let (number, status, by) = match event {
                Event::OfferClosed(offer::Closed { offer, status, by, .. }) => {
                    (offer, status, by.as_ref())
                }
                Event::OfferPassed(offer::Passed { offer, status, agent, .. }) => {
                    (offer, status, Some(agent))
                }
                _ => continue,
            };
            let Some(offer) = before.and_then(|t| t.conversation.offer(*number)) else {
                return Some(format!("{event:?} of none"));
            };
            let fine = match status {
                OfferStatus::Accepted | OfferStatus::Rejected => {
                    at < offer.expires && by.is_some_and(|agent| offer.asks(agent))
                }
                OfferStatus::TimedOut => at >= offer.expires,
                OfferStatus::Withdrawn => by == Some(&offer.from) && !offer.is_over(at),
                OfferStatus::Rescinded => !offer.is_over(at),
                OfferStatus::Pending => false,
            };
            if !fine {
                return Some(format!("{event:?} of {offer:?} at {at}"));
            }
        }
    }
    None
}

fn timed(seen: &Seen<'_>) -> Option<String> {
    for (_, _, written) in &seen.fresh {
        for event in &written.entry.events {
            let (number, due) = match event {
                Event::OfferMade(offer::Made { expires, .. }) => (written.entry.seq, *expires),
                Event::OfferMoved(offer::Moved { offer, expires, .. }) => (*offer, *expires),
                _ => continue,
            };
            let its = |t: &Timer| t.kind == TimerKind::Offer && t.number == number && t.due == due;
            if !written.effects.timers.iter().any(its) {
                return Some(format!("{event:?} has no timer"));
            }
        }
    }
    None
}

fn customers_view(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        let meant = |e: &&Event| audience::of(e) == Audience::Everyone;
        let shown = audience::for_customer(&written.entry);
        let text = format!("{shown:?}");
        let counted = written.after.public_seq - before.map_or(0, |t| t.public_seq);
        if shown.len() != written.entry.events.iter().filter(meant).count()
            || counted != u64::from(!shown.is_empty())
            || text.contains(INTERNAL)
            || CAST.iter().any(|(name, ..)| text.contains(name))
        {
            return Some(text);
        }
    }
    None
}

fn members_only(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        let before = before.map(|t| &t.conversation);
        for event in &written.entry.events {
            let expected: BTreeSet<AgentId> = match (event, before) {
                (Event::DiscussionMessage(discussion::Said { discussion, .. }), Some(c)) => {
                    c.discussion(*discussion)?.members().cloned().collect()
                }
                (Event::CoachLine(_), Some(c)) => {
                    let coach = |m: &&domain::Monitor| m.mode == MonitorMode::Coach;
                    let coaches = c.monitors.iter().filter(coach).map(|m| m.agent.clone());
                    c.owner.iter().cloned().chain(coaches).collect()
                }
                (Event::Monitoring(monitoring::Changed { agent, mode, was }), _) => {
                    let open =
                        |m: &Option<MonitorMode>| !matches!(m, None | Some(MonitorMode::Silent));
                    if open(mode) || open(was) {
                        everybody().collect()
                    } else {
                        BTreeSet::from([agent.clone()])
                    }
                }
                (Event::TimerArmed(_), _) => BTreeSet::new(),
                _ => continue,
            };
            for agent in everybody() {
                let reader = Reader { agent: &agent, manages: false };
                if audience::agent_sees(event, reader) != expected.contains(&agent) {
                    return Some(format!("{agent} and {event:?}"));
                }
            }
        }
    }
    None
}

fn dense(seen: &Seen<'_>) -> Option<String> {
    seen.fresh.iter().find_map(|(at, before, written)| {
        let next = before.map_or(1, |t| t.seq + 1);
        let same = written.entry.seq == next && written.after.seq == next;
        let log = &seen.world.logs[*at];
        let previous = log.iter().rev().find(|w| w.entry.seq + 1 == next);
        let late = previous.is_none_or(|w| w.entry.at <= written.entry.at);
        (!same || !late).then(|| format!("entry {} at {}", written.entry.seq, written.entry.at))
    })
}

fn stored(seen: &Seen<'_>) -> Option<String> {
    seen.fresh.iter().find_map(|(at, before, written)| {
        let entry = serde_json::to_string(&written.entry).unwrap();
        let entry = Entry { seq: written.entry.seq, ..serde_json::from_str(&entry).unwrap() };
        let state = evolve(&thread_id(*at), before.cloned(), &entry);
        let read: Thread =
            serde_json::from_slice(&serde_json::to_vec(&written.after).unwrap()).unwrap();
        let read = Thread { id: written.after.id.clone(), ..read };
        let same = state.as_ref() == Some(&written.after) && read == written.after;
        (!same).then(|| format!("{read:?} is not {:?}", written.after))
    })
}

fn forward(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        for event in &written.entry.events {
            let status = |message| before.and_then(|t| t.outbox.status(message));
            let fine = match event {
                Event::MessageRetried(message::Retried { message }) => {
                    status(*message) == Some(DeliveryStatus::Failed)
                }
                Event::Delivery(d) => status(d.message).is_none_or(|was| was.may_become(d.status)),
                _ => true,
            };
            if !fine {
                return Some(format!("{event:?}"));
            }
        }
    }
    None
}

fn queue(seen: &Seen<'_>) -> Option<String> {
    let key =
        |p: &domain::effect::Place| (p.queue.clone(), p.priority, p.since, p.conversation.clone());
    let mut waiting: Vec<_> =
        seen.world.threads().filter_map(domain::effect::place).map(|p| key(&p)).collect();
    let mut held: Vec<_> = seen.world.queue.iter().map(key).collect();
    waiting.sort();
    held.sort();
    (waiting != held).then(|| format!("{held:?}, but {waiting:?} wait"))
}

fn watched(seen: &Seen<'_>) -> Option<String> {
    for at in 0..THREADS {
        let Some(c) = seen.world.thread(at).map(|t| &t.conversation) else { continue };
        let armed = |kind, number| {
            let its = |(thread, t): &(usize, Timer)| {
                *thread == at && t.kind == kind && t.number == number
            };
            seen.world.timers.iter().any(its)
        };
        if c.status == Status::Pending && !armed(TimerKind::Idle, u64::from(c.number)) {
            return Some(format!("nobody waits for an answer: {c:?}"));
        }
        let looks = seen.world.look(at, c.watch.number);
        // A timer that a fast clock took for due may have come to nothing before a slow clock
        // decides: by the state it still runs. The next word of either side arms another.
        let newest = seen.world.logs[at].last().map(|w| w.entry.at);
        let fast_clock = newest.is_some_and(|newest| c.watch.due > newest);
        let missing = !armed(TimerKind::Watch, c.watch.number) && !fast_clock;
        if looks != Some(Look::Done) && missing {
            return Some(format!("{looks:?}, but no timer is armed: {c:?}"));
        }
    }
    None
}

fn writable(seen: &Seen<'_>) -> Option<String> {
    for (_, _, written) in &seen.fresh {
        let effects = &written.effects;
        let timers: BTreeSet<_> =
            effects.timers.iter().map(|t| (format!("{:?}", t.kind), t.number, t.due)).collect();
        let both = effects.desks.iter().find(|(_, d)| {
            (d.take.is_some() && d.release.is_some())
                || (!d.invite.is_empty() && !d.dismiss.is_empty())
        });
        let offers: BTreeSet<_> = effects.engagements.iter().map(|c| &c.offer).collect();
        let items = 1 + effects.desks.len() + effects.timers.len() + effects.engagements.len() + 3;
        if timers.len() < effects.timers.len()
            || both.is_some()
            || offers.len() < effects.engagements.len()
            || items > 100
        {
            return Some(format!("{effects:?}"));
        }
    }
    None
}

fn owners(seen: &Seen<'_>) -> Option<String> {
    seen.world.threads().map(|t| &t.conversation).find_map(|c| {
        let asks = c.offers.iter().all(|o| c.is_owner(&o.from) && !o.asks(&o.from));
        let leads = c.discussions.iter().all(|d| c.is_owner(&d.initiator));
        let consulted = c.owner.as_ref().is_some_and(|owner| c.consults(owner));
        (!asks || !leads || consulted).then(|| format!("{c:?}"))
    })
}

fn turns(seen: &Seen<'_>) -> Option<String> {
    seen.world.threads().map(|t| &t.conversation).find_map(|c| {
        let turn = match c.status {
            Status::Active => c.waiting_on == Party::Agent,
            Status::Pending => c.waiting_on == Party::Customer,
            Status::Queued | Status::Resolved | Status::Abandoned => true,
        };
        let over = c.closed.is_some() != c.status.is_open();
        (!turn || !over).then(|| format!("{c:?}"))
    })
}

fn conference(seen: &Seen<'_>) -> Option<String> {
    let limit = usize::from(seen.world.policy.conference_limit);
    let threads = seen.world.threads().map(|t| &t.conversation);
    threads.filter(|c| c.guests.len() + 2 > limit).map(|c| format!("{c:?}")).next()
}

fn not_given_back(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        for event in &written.entry.events {
            let Event::Assigned(assignment::Assigned { to, origin: Origin::Auto, .. }) = event
            else {
                continue;
            };
            if before.and_then(|t| t.conversation.left_by.as_ref()) == Some(to) {
                return Some(format!("{event:?}"));
            }
        }
    }
    None
}

fn disposed(seen: &Seen<'_>) -> Option<String> {
    for (_, before, written) in &seen.fresh {
        for event in &written.entry.events {
            let Event::WrappedUp(wrap_up::Done { conversation, disposition, .. }) = event else {
                continue;
            };
            let wrap = before.and_then(|t| t.wraps.iter().find(|w| w.number == *conversation));
            let must = wrap.is_none_or(|w| w.mandatory) && written.entry.by != Actor::System;
            if must && disposition.is_none() {
                return Some(format!("{event:?}"));
            }
        }
    }
    None
}

fn small(seen: &Seen<'_>) -> Option<String> {
    seen.fresh.iter().find_map(|(_, _, written)| {
        let size = sizes::of(&written.after);
        (size > 2_048).then(|| format!("{size} bytes: {:?}", written.after))
    })
}

/// Plays a story, and holds the laws against every step of it.
fn tell(story: &Story) -> Result<(), TestCaseError> {
    let mut world = story.rules.world();
    for (nth, step) in story.steps.iter().enumerate() {
        let known: Vec<usize> = world.logs.iter().map(Vec::len).collect();
        world.play(step);
        hold(&world, &known).map_err(|broken| told(nth, &broken))?;
    }
    caught_up(&mut world).map_err(|broken| told(story.steps.len(), &broken))
}

fn told(nth: usize, broken: &str) -> TestCaseError {
    TestCaseError::fail(format!("after step {}: {broken}", nth + 1))
}

fn hold(world: &World, known: &[usize]) -> Result<(), String> {
    let mut fresh = Vec::new();
    for (at, (log, known)) in world.logs.iter().zip(known).enumerate() {
        for nth in *known..log.len() {
            let before = nth.checked_sub(1).map(|n| &log[n].after);
            fresh.push((at, before, &*log[nth]));
        }
    }
    let seen = Seen { world, fresh };
    for (law, broken) in LAWS {
        if let Some(how) = broken(&seen) {
            return Err(format!("it is broken that {law}: {how}"));
        }
    }
    Ok(())
}

/// Once the clock has been round, nothing that is due is left.
fn caught_up(world: &mut World) -> Result<(), String> {
    let newest = world.logs.iter().filter_map(|log| log.last()).map(|w| w.entry.at).max();
    world.now = newest.map_or(world.now, |newest| newest.max(world.now));
    for _ in 0..3 {
        let known: Vec<usize> = world.logs.iter().map(Vec::len).collect();
        world.strike(false);
        hold(world, &known)?;
        world.now = world.now + domain::Millis::seconds(1);
    }
    world.now = world.now - domain::Millis::seconds(1);
    for at in 0..THREADS {
        let Some(thread) = world.thread(at) else { continue };
        let c = &thread.conversation;
        if c.offers.iter().any(|o| o.is_late(world.now)) {
            return Err(format!("a late offer is left: {:?}", c.offers));
        }
        // Who is put back into a queue has the whole time of silence before them, though the rules
        // would find them gone if anything else made them look.
        let queued = c.status == Status::Queued && world.channel.live;
        if !queued && world.look(at, c.watch.number) == Some(Look::Act) {
            return Err(format!("what a watch should do is left: {c:?}"));
        }
        if thread.wraps.iter().any(|w| w.lapses.is_some_and(|lapses| lapses <= world.now)) {
            return Err(format!("a wrap-up that is over is left: {:?}", thread.wraps));
        }
    }
    Ok(())
}

fn laws_hold() {
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => Config::default().cases,
        None => STORIES,
    };
    let config = Config {
        cases: cases.div_ceil(SHARES),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(KEPT))),
        source_file: Some(file!()),
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let told = TestRunner::new(config).run(&story(), |story| tell(&story));
    told.unwrap_or_else(|broken| panic!("{broken}\nIts seed is kept in tests/rules/{KEPT}."));
}

#[test]
fn laws_hold_in_the_first_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn laws_hold_in_the_second_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn laws_hold_in_the_third_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn laws_hold_in_the_last_quarter_of_all_stories() {
    laws_hold();
}

#[test]
fn the_state_at_its_worst_and_as_usual_is_as_small_as_is_written() {
    let (worst, usual) = (sizes::of(&sizes::worst()), sizes::of(&sizes::usual()));
    println!("at its worst {worst} bytes, usually {usual}");
    assert!(worst <= WORST, "{worst} bytes at the worst");
    assert!(usual <= 600, "{usual} bytes usually");
}

/// Every limit reached at once, with ids and answers of 40 letters: it cannot come to that. Of
/// these, 3,072 bytes are an alias, twelve tags and five labels that consist of nothing but emoji,
/// and 64 are two threads that turned out to be of the same person.
const WORST: usize = 8_256;

/// Laws mean little in stories in which nothing happens.
#[test]
fn the_stories_tell_of_everything_that_can_happen() {
    let mut told = BTreeSet::new();
    let config = Config { failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    let mut teller = TestRunner::new_with_rng(config, rng);
    for _ in 0..4_000 {
        let story = story().new_tree(&mut teller).unwrap().current();
        let mut world = story.rules.world();
        let refused = story.steps.iter().filter_map(|step| world.play(step));
        told.extend(refused.map(str::to_owned).collect::<Vec<_>>());
        let written = world.logs.iter().flatten().map(Arc::as_ref);
        told.extend(written.flat_map(|w| &w.entry.events).map(crate::pure::orders::event));
    }
    assert_eq!(ACTORS.len(), 6);
    let untold: Vec<_> = EVERYTHING.split_whitespace().filter(|e| !told.contains(*e)).collect();
    assert!(untold.is_empty(), "{untold:?} are never told, only {told:?}");
}

const EVERYTHING: &str = "
    Opened Reopened CustomerMessage CustomerLeft AgentMessage MessageRetried Comment Abandoned
    OffHours AutoReply SurveySent SurveyAnswered Triggered Routed Prioritised Required
    Tagged Labelled Named Renamed
    FirstAnswerDue(Soon) FirstAnswerDue(Late) RequeueAhead WrappedUp IdentityChanged CoachLine
    Delivery(Sent) Delivery(Delivered) Delivery(Read) Delivery(Failed)
    Requeued(Transferred) Requeued(Unanswered) Requeued(OwnerOffline)
    Assigned(Picked) Assigned(Transfer) Assigned(Manager) Assigned(Offer) Assigned(Auto)
    Assigned(Conference) Assigned(Reopened)
    Resolved(Agent) Resolved(Inactivity) Resolved(ClosingPhrase) Resolved(Agent,Mandatory)
    OfferMade(Assign) OfferMade(Discuss) OfferMade(Conference) OfferMade(Assign,All)
    OfferMade(Discuss,All) OfferMade(Conference,All) OfferMoved
    OfferPassed(Rejected) OfferPassed(TimedOut) Accepted Rejected Withdrawn TimedOut Rescinded
    DiscussionMessage DiscussionLeft DiscussionLeft(Released) DiscussionLeft(Transfer)
    DiscussionLeft(Conference) DiscussionEnded(Ended) DiscussionEnded(Left)
    DiscussionEnded(Promoted) DiscussionEnded(Transferred) DiscussionEnded(ConversationEnded)
    ConferenceJoined ConferenceLeft Monitoring(Silent) Monitoring(Coach) Monitoring(Barge)
    Monitoring(Stopped) TimerArmed(Offer) TimerArmed(Idle) TimerArmed(Watch) TimerArmed(WrapUp)
    at_capacity target_full target_unavailable offer_closed offer_pending already_taken
    target_consults target_in_conference consulting not_owner conversation_closed
    transfer_not_allowed conference_full no_successor nobody_available nothing_to_wrap_up
    text_missing already_involved too_many_offers";

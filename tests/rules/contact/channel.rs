//! The names and addresses that a channel reports with a customer's messages, and without them.

use crate::pure::orders::Who;
use crate::pure::states::{Scene, State, write};
use crate::pure::steps::{thread, wait};
use crate::pure::world::{IDENTITY, opening, thread_id};
use crate::pure::{DAWN, MARK, id};
use domain::effect::Introduced;
use domain::person::Reach;
use domain::{Command, Content, ConversationId, Event, Millis, Opening, contact, intake};

/// The customer's message of this moment, after the dawn.
fn wrote(sent_at: i64) -> Command {
    Command::Receive(intake::Receive {
        content: Content::text("hello"),
        sent_at: Some(DAWN + Millis(sent_at)),
        reply_to: None,
        beside: intake::Beside::default(),
        quiet: false,
        shortened: false,
    })
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The customer writes from `identity`, with which the channel names `also`.
fn writes(
    scene: &mut Scene,
    identity: &str,
    also: &[&str],
    name: &str,
    sent_at: i64,
) -> Vec<Event> {
    let (identity, also, name) = (identity.to_owned(), words(also), name.to_owned());
    scene.world.opening = Some(Opening { identity, also, name, ..opening(0) });
    scene.world.give(0, &Who::Customer.caller(), &wrote(sent_at)).unwrap()
}

/// The events about the customer's name and addresses.
fn told(events: &[Event]) -> Vec<Event> {
    let about = |e: &&Event| matches!(e, Event::Introduced(_) | Event::IdentityChanged(_));
    events.iter().filter(about).cloned().collect()
}

fn introduced(name: Option<&str>, addresses: &[&str]) -> Event {
    let (name, addresses) = (name.map(str::to_owned), words(addresses));
    Event::Introduced(contact::Introduced { name, addresses, at: None })
}

fn moved(identity: &str, number: Option<&str>, at: Option<Millis>) -> Event {
    let (identity, number) = (identity.to_owned(), number.map(str::to_owned));
    Event::IdentityChanged(contact::AddressChanged { identity, number, at })
}

/// The news in the newest entry, for the store's records of customers.
fn news(scene: &Scene) -> Option<Introduced> {
    scene.world.logs[0].last().unwrap().effects.introduced.clone()
}

fn news_of(name: Option<&str>, addresses: &[&str]) -> Option<Introduced> {
    Some(Introduced { name: name.map(str::to_owned), addresses: words(addresses) })
}

#[test]
fn the_first_message_tells_of_the_number_and_the_user_name_beside_the_address() {
    for (also, told_of) in [
        (vec![], vec![]),
        (vec!["@jo"], vec![introduced(None, &["@jo"])]),
        (vec!["@jo", "US.9", "4917", "@al", "4918"], vec![introduced(None, &["4917", "@jo"])]),
        (vec!["US.9"], vec![]),
    ] {
        let mut scene = State::Empty.scene();
        let events = writes(&mut scene, "US.1", &also, "Jo", 0);
        assert_eq!(told(&events), told_of, "{also:?}");
        // The store begins the customer's record with the message itself.
        let newest = scene.world.logs[0].last().unwrap();
        assert_eq!((newest.effects.contact, &newest.effects.introduced), (true, &None));
    }
    let mut scene = State::Empty.scene();
    writes(&mut scene, "US.1", &["@jo", "4917"], "Jo", 0);
    let known = &thread(&scene).known;
    assert_eq!((known.number.as_deref(), known.username.as_deref()), (Some("4917"), Some("@jo")));
    assert_eq!(thread(&scene).addresses().collect::<Vec<_>>(), ["US.1", "4917", "@jo"]);
}

#[test]
fn a_later_message_tells_only_what_is_new() {
    let scene = || {
        let mut scene = State::Empty.scene();
        writes(&mut scene, "US.1", &["4917", "@jo"], "Jo", 0);
        wait(&mut scene, Millis(1_000));
        scene
    };
    for (identity, also, name, sent_at, expected) in [
        // Nothing is new.
        ("US.1", vec!["4917", "@jo"], "Jo", 1_000, vec![]),
        ("4917", vec![], "Jo", 1_000, vec![]),
        ("US.1", vec![], " \u{200b} ", 1_000, vec![]),
        // Another name, user name, number or address.
        ("US.1", vec![], "Joe", 1_000, vec![introduced(Some("Joe"), &[])]),
        ("US.1", vec!["@joe"], "Jo", 1_000, vec![introduced(None, &["@joe"])]),
        ("US.1", vec!["4918"], "Jo", 1_000, vec![introduced(None, &["4918"])]),
        ("US.2", vec![], "Jo", 1_000, vec![moved("US.2", None, None)]),
        (
            "US.2",
            vec!["4918", "@joe"],
            "Joe",
            1_000,
            vec![moved("US.2", Some("4918"), None), introduced(Some("Joe"), &["4918", "@joe"])],
        ),
        // A message of the known moment counts, an older one does not.
        ("US.1", vec!["@joe"], "Joe", 0, vec![introduced(Some("Joe"), &["@joe"])]),
        ("US.1", vec!["@joe"], "Joe", -1, vec![]),
        ("US.2", vec!["4918"], "Joe", -1, vec![]),
        // A user name alone, from somebody known by an id.
        ("@joe", vec![], "Jo", 1_000, vec![introduced(None, &["@joe"])]),
    ] {
        let mut scene = scene();
        let events = writes(&mut scene, identity, &also, name, sent_at);
        assert_eq!(told(&events), expected, "{identity} {also:?} {name} at {sent_at}");
        assert!(!scene.world.logs[0].last().unwrap().effects.contact);
    }
    let mut scene = scene();
    writes(&mut scene, "US.2", &["4918", "@joe"], "Joe", 1_000);
    assert_eq!(news(&scene), news_of(Some("Joe"), &["4918", "US.2", "4918", "@joe"]));
    let known = &thread(&scene).known;
    assert_eq!((known.number.as_deref(), known.username.as_deref()), (Some("4918"), Some("@joe")));
    assert_eq!((thread(&scene).identity.as_str(), thread(&scene).name.as_str()), ("US.2", "Joe"));
}

/// A user name that is the customer's only address is no other address of theirs.
#[test]
fn a_message_from_another_user_name_tells_of_it_once() {
    let mut scene = State::Empty.scene();
    writes(&mut scene, "@jo", &[], "Jo", 0);
    wait(&mut scene, Millis(1_000));
    let events = writes(&mut scene, "@jo", &[], "Jo", 1_000);
    assert_eq!(told(&events), []);
    let events = writes(&mut scene, "@joe", &[], "Jo", 1_000);
    assert_eq!(told(&events), [introduced(None, &["@joe"])]);
    let events = writes(&mut scene, "US.1", &["@joe"], "Jo", 1_000);
    assert_eq!(told(&events), [moved("US.1", None, None)]);
}

/// F71
#[test]
fn a_name_from_an_agent_stays_and_one_from_the_channel_is_cut_to_forty_characters() {
    let mut scene = State::Active.scene();
    let events = writes(&mut scene, IDENTITY, &[], &"x".repeat(41), 0);
    assert_eq!(told(&events), [introduced(Some(&"x".repeat(40)), &[])]);
    let rename =
        |name: &str| Command::Rename(contact::Rename { name: name.to_owned(), by: id(MARK) });
    let engine = Who::Engine.caller();
    // The same name given by an agent is news: from then on the channel's no longer counts.
    let named = scene.world.give(0, &engine, &rename(&"x".repeat(40))).unwrap();
    assert!(matches!(named.as_slice(), [Event::Renamed(_)]), "{named:?}");
    assert_eq!(scene.world.give(0, &engine, &rename(&"x".repeat(40))), Ok(Vec::new()));
    let other = scene.world.give(0, &engine, &rename("Josephine")).unwrap();
    assert!(matches!(other.as_slice(), [Event::Renamed(_)]), "{other:?}");
    assert_eq!(told(&writes(&mut scene, IDENTITY, &[], "Jo", 0)), []);
    assert_eq!(thread(&scene).name, "Josephine");
}

#[test]
fn a_change_without_a_message_tells_of_the_address_or_only_of_its_confirmation() {
    let change = |from: &[&str], to: &[&str], at: i64| {
        let mut scene = State::Active.scene();
        wait(&mut scene, Millis(5_000));
        let command = Command::ChangeIdentity(contact::ChangeAddress {
            from: words(from),
            to: words(to),
            at: Some(DAWN + Millis(at)),
        });
        let events = scene.world.give(0, &Who::Engine.caller(), &command).unwrap();
        (events, scene)
    };
    let at = |at| Some(DAWN + Millis(at));
    let (events, scene) = change(&[IDENTITY], &["US.1"], 1_000);
    assert_eq!(events, [moved("US.1", None, at(1_000))]);
    assert_eq!(
        thread(&scene).reach(),
        Reach { address: "US.1".to_owned(), number: None, at: DAWN + Millis(1_000) }
    );
    assert_eq!(news(&scene), news_of(None, &["US.1"]));
    let (events, scene) = change(&[IDENTITY], &["US.1", "4917"], 1_000);
    assert_eq!(events, [moved("US.1", Some("4917"), at(1_000))]);
    assert_eq!(news(&scene), news_of(None, &["4917", "US.1"]));
    // Another number beside the same address is another address.
    let (events, _) = change(&[], &[IDENTITY, "4917"], 1_000);
    assert_eq!(events, [moved(IDENTITY, Some("4917"), at(1_000))]);
    // A later confirmation of the known address, one of the same moment, and an earlier one.
    let confirmed =
        |at| Event::Introduced(contact::Introduced { name: None, addresses: Vec::new(), at });
    let (events, scene) = change(&[], &[IDENTITY], 1);
    assert_eq!((events, news(&scene)), (vec![confirmed(at(1))], None));
    assert_eq!(thread(&scene).known.changed, at(1));
    assert_eq!(change(&[], &[IDENTITY], 0).0, []);
    assert_eq!(change(&[], &[IDENTITY], -1).0, []);
    // No change lies in the future.
    assert_eq!(change(&[IDENTITY], &["US.1"], 9_000).0, [moved("US.1", None, at(5_000))]);
}

#[test]
fn two_threads_of_one_customer_record_each_other_once() {
    let other = ConversationId { thread: id("7zq3v0m8a5t1k9xe"), number: 2 };
    let join = |conversation: &ConversationId, there, address: &str, at| {
        Command::Join(contact::Join {
            conversation: conversation.clone(),
            there,
            reach: Reach { address: address.to_owned(), number: None, at: DAWN + Millis(at) },
            addresses: words(&["US.7", "@jo"]),
        })
    };
    let joined = |there| {
        let addresses = words(&["US.7", "@jo"]);
        Event::Joined(contact::Joined { conversation: other.clone(), there, addresses })
    };
    let engine = Who::Engine.caller();
    // The customer goes on there: a later report of the same changes nothing.
    let mut scene = State::Active.scene();
    let events = scene.world.give(0, &engine, &join(&other, true, IDENTITY, -1)).unwrap();
    assert_eq!((events, news(&scene)), (vec![joined(true)], None));
    assert_eq!(thread(&scene).known.elsewhere.as_ref(), Some(&other.thread));
    assert_eq!(thread(&scene).known.joined, []);
    assert_eq!(scene.world.give(0, &engine, &join(&other, true, IDENTITY, 9)), Ok(Vec::new()));
    // The customer comes from there: each report counts, and answers go to the newest address.
    let mut scene = State::Active.scene();
    let events = scene.world.give(0, &engine, &join(&other, false, "US.7", 5)).unwrap();
    assert_eq!(events, [joined(false), moved("US.7", None, Some(DAWN + Millis(5)))]);
    assert_eq!(news(&scene), news_of(None, &["US.7", "@jo", "US.7"]));
    let known = &thread(&scene).known;
    assert_eq!(
        (known.elsewhere.as_ref(), known.joined.as_slice()),
        (None, [other.thread.clone()].as_slice())
    );
    let again = scene.world.give(0, &engine, &join(&other, false, "US.7", 5)).unwrap();
    assert_eq!(again, [joined(false)]);
    // A thread never joins itself.
    let own = ConversationId { thread: thread_id(0), number: 1 };
    for there in [true, false] {
        assert_eq!(scene.world.give(0, &engine, &join(&own, there, "US.9", 99)), Ok(Vec::new()));
    }
}

/// A clock that runs ahead of ours by more than five seconds is remembered, the furthest of all.
#[test]
fn a_providers_clock_that_runs_ahead_is_known() {
    let mut scene = State::Active.scene();
    for (sent_at, ahead) in [
        (-60_000, None),
        (5_000, None),
        (5_001, Some(5_001)),
        (9_000, Some(9_000)),
        (6_000, Some(9_000)),
    ] {
        scene.gives(&Who::Customer.caller(), wrote(sent_at));
        assert_eq!(thread(&scene).known.ahead, ahead.map(Millis), "{sent_at}");
    }
    assert_eq!(thread(&scene).conversation.customer_at, DAWN);
    // A message without a moment of its own is of now.
    wait(&mut scene, Millis(1));
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(thread(&scene).conversation.customer_at, DAWN + Millis(1));
}

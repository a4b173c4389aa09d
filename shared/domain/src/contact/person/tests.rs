//! The tests of [`super`]: the table of its head, case by case.

use super::*;

#[test]
fn every_way_to_write_a_number_is_one_address() {
    for written in ["+49 176 1234-5678", "004917612345678", "4917612345678", "+49(176)12345678"] {
        let address = Address::number(written).unwrap();
        assert_eq!(address.to_string(), "4917612345678", "{written}");
    }
}

#[test]
fn a_user_id_stays_one_whatever_it_looks_like() {
    for id in ["DE.4711", "foo_bar", "4711", "@foo", "user:4711", "+49"] {
        let address = Address::user(id).unwrap();
        assert_eq!(Address::read(&address.to_string()), Address::User(id.to_owned()), "{id}");
    }
    assert_eq!(Address::user("DE.4711").unwrap().to_string(), "DE.4711");
}

#[test]
fn a_user_name_is_one_address_in_any_case_and_with_or_without_its_sign() {
    for name in ["Foo_Bar", "@foo_bar", " @FOO_BAR "] {
        assert_eq!(Address::username(name).unwrap().to_string(), "@foo_bar", "{name}");
    }
}

#[test]
fn a_text_without_a_number_in_a_numbers_place_is_an_id() {
    assert_eq!(Address::number("DE.4711"), Some(Address::User("DE.4711".to_owned())));
    assert_eq!(Address::number("  "), None);
}

fn reach(address: &str, number: Option<&str>, at: i64) -> Reach {
    Reach { address: address.to_owned(), number: number.map(str::to_owned), at: Millis(at) }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn a_reach_is_nameless_only_with_a_user_name_and_no_number() {
    assert!(reach("@jo", None, 0).is_nameless());
    assert!(!reach("@jo", Some("491"), 0).is_nameless());
    assert!(!reach("U1", None, 0).is_nameless());
}

#[test]
fn the_newer_of_two_reaches_is_kept_and_at_the_same_moment_the_own_one() {
    let (own, other) = (reach("U1", Some("491"), 5), |at| reach("U2", None, at));
    for (theirs, kept) in [
        (other(4), own.clone()),
        (other(5), own.clone()),
        (other(6), other(6)),
        // A user name alone never takes the place of a better address, but its moment counts.
        (reach("@jo", None, 9), reach("U1", Some("491"), 9)),
    ] {
        assert_eq!(own.or_newer(&theirs), kept, "{theirs:?}");
    }
    assert_eq!(reach("@jo", None, 9).or_newer(&own), reach("U1", Some("491"), 9));
    assert_eq!(reach("@jo", None, 9).or_newer(&reach("@al", None, 9)), reach("@jo", None, 9));
}

#[test]
fn a_message_moves_the_reach_only_if_nothing_newer_is_known() {
    let known = reach("U1", Some("491"), 5);
    for (before, address, also, at, after) in [
        // The known address, or the number beside it.
        (&known, "U1", vec![], 6, reach("U1", Some("491"), 6)),
        (&known, "491", vec![], 6, reach("U1", Some("491"), 6)),
        // Another address: earlier, at the same moment, later.
        (&known, "U2", vec![], 4, known.clone()),
        (&known, "U2", vec!["492"], 5, known.clone()),
        (&known, "U2", vec!["492"], 6, reach("U2", Some("492"), 6)),
        (&known, "U2", vec![], 6, reach("U2", None, 6)),
        // At the same moment, the provider's mention of the known address decides.
        (&known, "U2", vec!["491"], 5, reach("U2", Some("491"), 5)),
        (&known, "U1", vec!["492"], 5, reach("U1", Some("492"), 5)),
        (&known, "U1", vec!["492"], 4, known.clone()),
        // A user name proves nothing: as the sender, or beside another address.
        (&known, "@jo", vec![], 6, reach("U1", Some("491"), 6)),
        (&reach("@jo", Some("491"), 5), "U2", vec!["@jo"], 5, reach("@jo", Some("491"), 5)),
        // Any other address is better than a user name, whatever its moment.
        (&reach("@jo", None, 5), "U1", vec!["491"], 4, reach("U1", Some("491"), 5)),
        (&reach("@jo", None, 5), "U1", vec![], 6, reach("U1", None, 6)),
        (&reach("@jo", None, 5), "@al", vec![], 6, reach("@jo", None, 6)),
    ] {
        let told = before.heard(address, &words(&also), Millis(at));
        assert_eq!(told, after, "{address} with {also:?} at {at}, after {before:?}");
    }
}

#[test]
fn a_change_of_address_moves_the_reach_only_if_nothing_newer_is_known() {
    let known = reach("U1", Some("491"), 5);
    for (before, from, to, at, after) in [
        (&known, vec!["U1"], vec![], 9, known.clone()),
        // Earlier, at the same moment, later.
        (&known, vec!["U1"], vec!["U2"], 4, known.clone()),
        (&known, vec!["U1"], vec!["U2"], 5, reach("U2", Some("491"), 5)),
        (&known, vec!["U9"], vec!["U2"], 5, known.clone()),
        (&known, vec!["U1"], vec!["U2", "491"], 5, known.clone()),
        (&known, vec!["U9"], vec!["U2"], 6, reach("U2", Some("491"), 6)),
        // The number stays beside another id, unless it was given up or another one came.
        (&known, vec!["U1", "491"], vec!["U2"], 6, reach("U2", None, 6)),
        (&known, vec!["U1"], vec!["U2", "492"], 6, reach("U2", Some("492"), 6)),
        (&known, vec!["U1"], vec!["492"], 6, reach("492", None, 6)),
        (&known, vec!["U1"], vec!["491"], 6, reach("491", None, 6)),
        // Any other address is better than a user name, whatever its moment.
        (&reach("@jo", None, 5), vec![], vec!["U2"], 4, reach("U2", None, 5)),
    ] {
        let told = before.moved(&words(&from), &words(&to), Millis(at));
        assert_eq!(told, after, "{from:?} to {to:?} at {at}, after {before:?}");
    }
}

fn thread(name: char) -> ThreadId {
    name.to_string().repeat(16).parse().unwrap()
}

#[test]
fn a_thread_remembers_the_last_two_threads_that_joined_it() {
    let mut known = Known::default();
    assert!(known.is_empty());
    for (joins, joined) in [('a', "a"), ('a', "a"), ('b', "ab"), ('a', "ba"), ('c', "ac")] {
        known.join(thread(joins));
        assert!(!known.is_empty());
        assert_eq!(known.joined, joined.chars().map(thread).collect::<Vec<_>>());
    }
}

/// A lead from an address of its own thread `own` to the thread `end`.
fn lead(own: char, end: char, stands: Option<Standing>) -> Lead {
    let own_log = own == end && stands.is_some();
    Lead { own: thread(own), own_log, end: thread(end), stands, weak: false }
}

fn stands(open: bool, heard: i64) -> Option<Standing> {
    Some(Standing { open, heard: Millis(heard), nameless: false })
}

/// The head, the threads that note it, and the threads that join it.
fn settled(leads: &[Lead]) -> (ThreadId, Vec<ThreadId>, Vec<ThreadId>) {
    let Settled { head, note, join } = settle(leads).unwrap();
    (head, note, join)
}

fn expected(head: char, note: &str, join: &str) -> (ThreadId, Vec<ThreadId>, Vec<ThreadId>) {
    (thread(head), note.chars().map(thread).collect(), join.chars().map(thread).collect())
}

#[test]
fn a_person_goes_on_in_the_thread_that_the_addresses_lead_to() {
    assert_eq!(settle(&[]), None);
    // Nothing is known: the thread of the strongest address.
    let unknown = [lead('a', 'a', None), lead('b', 'b', None)];
    assert_eq!(settled(&unknown), expected('a', "b", ""));
    // One thread is known: the other addresses lead there from now on.
    let one = [lead('a', 'a', None), lead('b', 'b', stands(false, 1))];
    assert_eq!(settled(&one), expected('b', "a", ""));
    let led = [lead('a', 'b', stands(false, 1)), lead('b', 'b', stands(false, 1))];
    assert_eq!(settled(&led), expected('b', "", ""));
    // An address leads to a thread in which nobody has written yet.
    let noted = [lead('a', 'a', None), lead('b', 'z', None)];
    assert_eq!(settled(&noted), expected('z', "a", ""));
    let two = [lead('a', 'y', None), lead('b', 'z', None)];
    assert_eq!(settled(&two), expected('y', "bz", ""));
}

#[test]
fn of_several_threads_the_open_one_goes_on_else_the_one_heard_last() {
    let open = [lead('a', 'a', stands(false, 9)), lead('b', 'b', stands(true, 1))];
    assert_eq!(settled(&open), expected('b', "", "a"));
    let last = [lead('a', 'a', stands(false, 1)), lead('b', 'b', stands(false, 9))];
    assert_eq!(settled(&last), expected('b', "", "a"));
    // Each thread joins once, however many addresses lead to it, and these lead to the head then.
    let (old, new) = (stands(false, 1), stands(false, 9));
    let many = [lead('a', 'a', old), lead('b', 'b', new), lead('c', 'a', old), lead('d', 'b', new)];
    assert_eq!(settled(&many), expected('b', "c", "a"));
}

#[test]
fn a_user_name_follows_the_number_or_id_beside_it() {
    let weak = |lead| Lead { weak: true, ..lead };
    // The user name's thread knows a person by number or id: another person.
    let others = [lead('a', 'a', None), weak(lead('n', 'n', stands(true, 9)))];
    assert_eq!(settled(&others), expected('a', "", ""));
    let theirs = [lead('a', 'a', None), weak(lead('n', 'm', stands(true, 9)))];
    assert_eq!(settled(&theirs), expected('a', "n", ""));
    let noted = [lead('a', 'a', None), weak(lead('n', 'z', None))];
    assert_eq!(settled(&noted), expected('a', "n", ""));
    // The thread knows its person by the user name alone: the same person.
    let nameless = stands(true, 9).map(|s| Standing { nameless: true, ..s });
    let same = [lead('a', 'a', None), weak(lead('n', 'n', nameless))];
    assert_eq!(settled(&same), expected('n', "a", ""));
    // Nothing but the user name is there.
    let alone = [weak(lead('n', 'm', stands(false, 1)))];
    assert_eq!(settled(&alone), expected('m', "", ""));
}

#[test]
fn a_head_never_notes_itself_while_addresses_change_their_threads() {
    let crossed = [lead('y', 'h', None), lead('h', 'z', None)];
    assert_eq!(settled(&crossed), expected('h', "z", ""));
}

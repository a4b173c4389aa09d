//! Tags, labels, names and mentions: the marks that colleagues put on a conversation for each
//! other.

use crate::pure::orders::{Who, label, outcome, tag};
use crate::pure::states::{Scene, State, write};
use crate::pure::{EVA, HANA, STAN, id};
use domain::{Command, Event, Labels, Refusal, contact, message};

fn give(scene: &mut Scene, command: &Command) -> Result<Vec<Event>, Refusal> {
    scene.world.give(0, &Who::Owner.caller(), command)
}

fn labels(scene: &Scene) -> &Labels {
    &scene.world.thread(0).unwrap().conversation.labels
}

fn name(alias: &str) -> Command {
    Command::Name(domain::label::GiveName { alias: Some(alias.to_owned()) })
}

fn remark(mentions: &[&str]) -> Command {
    let mentions = mentions.iter().map(|agent| id(agent)).collect();
    Command::Comment(message::Comment { text: "look".to_owned(), mentions, files: Vec::new() })
}

/// F83
#[test]
fn tags_that_differ_in_case_only_are_one() {
    let mut scene = State::Active.scene();
    give(&mut scene, &tag(&["VIP", "Late  parcel", "vip"], &[])).unwrap();
    assert_eq!(labels(&scene).tags, ["VIP", "Late parcel"]);
    assert_eq!(outcome(&give(&mut scene, &tag(&["LATE PARCEL"], &[]))), "ok: nothing");
    give(&mut scene, &tag(&["Vip"], &["vip"])).unwrap();
    assert_eq!(labels(&scene).tags, ["Late parcel", "Vip"]);
    give(&mut scene, &tag(&[], &["late parcel", "never there"])).unwrap();
    assert_eq!(labels(&scene).tags, ["Vip"]);
}

/// F83
#[test]
fn a_conversation_has_at_most_twelve_tags_of_forty_characters() {
    let mut scene = State::Active.scene();
    let words: Vec<String> = (0..12).map(|nth| format!("tag {nth}")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    give(&mut scene, &tag(&words, &[])).unwrap();
    let more = give(&mut scene, &tag(&["one more"], &[]));
    assert_eq!(more, Err(Refusal::TooManyTags { limit: 12 }));
    assert_eq!(outcome(&give(&mut scene, &tag(&["one more"], &["tag 3"]))), "ok: Tagged");
    let long = "x".repeat(41);
    let refused = give(&mut scene, &tag(&[&long], &["tag 4"])).unwrap_err();
    assert_eq!((refused.code(), refused.field()), ("text_too_long", Some("add")));
    assert_eq!(give(&mut scene, &tag(&[" \n"], &[])).unwrap_err().code(), "text_missing");
}

/// F83
#[test]
fn a_tag_is_one_line_without_invisible_characters() {
    let mut scene = State::Active.scene();
    give(&mut scene, &tag(&["\u{7}late\u{0}\n\tparcel "], &[])).unwrap();
    assert_eq!(labels(&scene).tags, ["late parcel"]);
}

/// F84
#[test]
fn a_label_is_one_of_the_settings_in_their_spelling() {
    let mut scene = State::Active.scene();
    give(&mut scene, &label(&["escalated", "Bug Report "], &[])).unwrap();
    assert_eq!(labels(&scene).labels, ["Escalated", "Bug report"]);
    let refused = give(&mut scene, &label(&["Urgent"], &[]));
    assert_eq!(refused, Err(Refusal::UnknownLabel { given: "Urgent".to_owned() }));
}

/// F84
#[test]
fn a_label_that_is_no_longer_offered_can_still_be_taken_off() {
    let mut scene = State::Active.scene();
    give(&mut scene, &label(&["Escalated"], &[])).unwrap();
    scene.rule(|policy| policy.labels.clear());
    assert_eq!(outcome(&give(&mut scene, &label(&["Escalated"], &[]))), "unknown_label");
    assert_eq!(outcome(&give(&mut scene, &label(&[], &["escalated"]))), "ok: Labelled");
    assert_eq!(labels(&scene).labels, [""; 0]);
}

/// F84
#[test]
fn a_conversation_has_at_most_five_labels() {
    let mut scene = State::Active.scene();
    let names: Vec<String> = (0..6).map(|nth| format!("label {nth}")).collect();
    let colour = domain::Colour::Teal;
    let offered = |name: &String| domain::Label { name: name.clone(), colour };
    scene.rule(|policy| policy.labels = names.iter().map(offered).collect());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(outcome(&give(&mut scene, &label(&names, &[]))), "too_many_labels");
    assert_eq!(outcome(&give(&mut scene, &label(&names[1..], &[]))), "ok: Labelled");
}

/// F67
#[test]
fn a_conversation_can_be_given_a_name_of_its_own_and_lose_it() {
    let mut scene = State::Active.scene();
    give(&mut scene, &name("  The  leaking kettle ")).unwrap();
    assert_eq!(labels(&scene).alias.as_deref(), Some("The leaking kettle"));
    assert_eq!(outcome(&give(&mut scene, &name("The leaking kettle"))), "ok: nothing");
    let refused = give(&mut scene, &name(&"x".repeat(61))).unwrap_err();
    assert_eq!((refused.code(), refused.field()), ("text_too_long", Some("alias")));
    assert_eq!(outcome(&give(&mut scene, &name(" "))), "ok: Named");
    assert_eq!(labels(&scene).alias, None);
}

/// The marks on one conversation say nothing of the customer's next question.
#[test]
fn a_new_conversation_begins_without_marks() {
    let mut scene = State::Resolved.scene();
    give(&mut scene, &tag(&["VIP"], &[])).unwrap();
    give(&mut scene, &name("Kettle")).unwrap();
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(*labels(&scene), Labels::default());
}

/// F71
#[test]
fn an_agents_name_for_a_customer_counts_for_more_than_the_channels() {
    let mut scene = State::Resolved.scene();
    let before = scene.world.thread(0).unwrap().name.clone();
    let rename =
        |name: &str| Command::Rename(contact::Rename { name: name.to_owned(), by: id(HANA) });
    let engine = Who::Engine.caller();
    assert_ne!(before, "Josephine");
    assert_eq!(outcome(&scene.world.give(0, &engine, &rename(" Josephine "))), "ok: Renamed");
    assert_eq!(outcome(&scene.world.give(0, &engine, &rename("Josephine"))), "ok: nothing");
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(scene.world.thread(0).unwrap().name, "Josephine");
    let long = "x".repeat(41);
    assert_eq!(outcome(&scene.world.give(0, &engine, &rename(&long))), "text_too_long");
}

/// F46: the queue's list names a waiting customer by these.
#[test]
fn a_waiting_row_is_shown_anew_when_its_name_or_marks_change() {
    let mut scene = State::Queued.scene();
    let shown = |scene: &Scene| scene.world.logs[0].last().unwrap().effects.enters_queue.is_some();
    let hana = Who::Teammate.caller();
    let rename = Command::Rename(contact::Rename { name: "Josephine".to_owned(), by: id(HANA) });
    for (who, command, anew) in [
        (&hana, tag(&["VIP"], &[]), true),
        (&hana, label(&["Escalated"], &[]), true),
        (&hana, name("Kettle"), true),
        (&Who::Engine.caller(), rename, true),
        (&hana, remark(&[]), false),
    ] {
        scene.world.give(0, who, &command).unwrap();
        assert_eq!(shown(&scene), anew, "{command:?}");
    }
    let mut owned = State::Active.scene();
    give(&mut owned, &tag(&["VIP"], &[])).unwrap();
    assert!(!shown(&owned), "who has an owner stands in no queue");
}

/// F80
#[test]
fn only_readers_of_the_conversation_can_be_mentioned() {
    let mut scene = State::Talk.scene();
    let refused = give(&mut scene, &remark(&[HANA, STAN])).unwrap_err();
    assert_eq!((refused.code(), refused.field()), ("cannot_mention", Some("mentions")));
    assert_eq!(refused.agent(), Some(&id(STAN)));
    assert_eq!(outcome(&give(&mut scene, &remark(&["nobody"]))), "cannot_mention");
    // Eva, of another team, is a consultant here.
    let said = give(&mut scene, &remark(&[HANA, EVA, HANA])).unwrap();
    let [Event::Comment(message::Commented { mentions, .. })] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert_eq!(*mentions, [id(HANA), id(EVA)]);
}

/// F80
#[test]
fn a_comment_mentions_at_most_ten_colleagues() {
    let mut scene = State::Active.scene();
    let many: Vec<String> = (0..11).map(|nth| format!("agent-{nth}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(outcome(&give(&mut scene, &remark(&many))), "out_of_range");
}

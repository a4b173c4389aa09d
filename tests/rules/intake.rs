//! A customer who ends a conversation with a phrase, and one who comes back.

use crate::pure::orders::{Who, outcome};
use crate::pure::states::{Scene, State, says, write};
use crate::pure::steps::{give, thread, wait};
use crate::pure::{MARK, id};
use domain::{
    Command, Content, Event, Millis, OffHours, Party, Presence, Status, WrapUp, conversation,
    intake, survey,
};

/// F55
#[test]
fn a_closing_phrase_is_the_whole_message_and_never_a_part_of_it() {
    let said = |text| give(&mut State::Pending.scene(), Who::Customer, says(text));
    for text in ["thanks!", "Thanks", " THANKS \u{1f60a}", "...thanks..."] {
        assert_eq!(said(text), "ok: CustomerMessage Resolved(ClosingPhrase)", "{text}");
    }
    for text in ["thanks for nothing", "no thanks", "thank s", "thanksgiving", ""] {
        assert_eq!(said(text), "ok: CustomerMessage", "{text}");
    }
    // After the end a closing phrase opens no new work.
    let after = give(&mut State::Resolved.scene(), Who::Customer, says("thanks"));
    assert_eq!(after, "ok: CustomerMessage");
}

/// F57
#[test]
fn a_customer_who_comes_back_within_the_hour_finds_the_same_conversation_and_owner() {
    let back = |minutes, later: i64, arrange: &dyn Fn(&mut Scene)| {
        let mut scene = State::Resolved.scene();
        scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
        wait(&mut scene, Millis::minutes(minutes) + Millis(later));
        arrange(&mut scene);
        let told = give(&mut scene, Who::Customer, write());
        (told, thread(&scene).conversation.number)
    };
    let nothing = |_: &mut Scene| {};
    let assigned = "ok: Reopened CustomerMessage Assigned(Reopened) TimerArmed(Watch)".to_owned();
    assert_eq!(back(60, 0, &nothing), (assigned, 1));
    // One moment later the message opens another conversation.
    let opened = "ok: Opened CustomerMessage TimerArmed(Watch)".to_owned();
    assert_eq!(back(60, 1, &nothing), (opened, 2));
    // The earlier owner is absent, or has no room: the conversation waits in its queue.
    let queued = "ok: Reopened CustomerMessage TimerArmed(Watch)".to_owned();
    assert_eq!(back(5, 0, &|s| s.world.stand(&id(MARK), Presence::Away)), (queued.clone(), 1));
    assert_eq!(back(5, 0, &|s| s.world.workloads.seat(id(MARK), 0)), (queued, 1));
}

/// F57: the rules saw the workload a while ago; by now it is full or deserted.
#[test]
fn a_customer_who_comes_back_is_never_refused_because_of_a_workload() {
    let mut scene = State::Resolved.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.stand(&id(MARK), Presence::Offline);
    scene.world.stale = true;
    let told = give(&mut scene, Who::Customer, write());
    assert_eq!(told, "ok: Reopened CustomerMessage TimerArmed(Watch)");
}

fn said(content: Content, reply_to: Option<&str>, quiet: bool, shortened: bool) -> Command {
    let reply_to = reply_to.map(str::to_owned);
    let beside = intake::Beside::default();
    Command::Receive(intake::Receive { content, sent_at: None, reply_to, beside, quiet, shortened })
}

fn received(command: &Command) -> intake::Received {
    let mut scene = State::Active.scene();
    let events = scene.world.give(0, &Who::Customer.caller(), command).unwrap();
    let found = events.into_iter().find_map(|event| match event {
        Event::CustomerMessage(received) => Some(received),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn a_message_says_that_it_was_shortened_here_or_at_the_door() {
    for (length, at_the_door, shortened) in
        [(5, false, false), (5, true, true), (65_536, false, false), (65_537, false, true)]
    {
        let text = Content::text("x".repeat(length));
        let told = received(&said(text, None, false, at_the_door));
        assert_eq!(told.shortened, shortened, "{length} bytes");
    }
}

#[test]
fn an_answer_names_the_earlier_message_by_an_id_of_a_thousand_bytes_at_most() {
    for (length, kept) in [(1, true), (1_000, true), (1_001, false)] {
        let key = "x".repeat(length);
        let told = received(&said(Content::text("hm"), Some(&key), false, false));
        assert_eq!(told.reply_to.is_some(), kept, "{length} bytes");
    }
}

#[test]
fn a_message_that_brings_nothing_new_does_not_turn_the_conversation_to_the_agent() {
    let reaction = || Content::Reaction { to: "m1".to_owned(), emoji: None };
    for (content, quiet, turns) in [
        (Content::text("hm"), false, true),
        (Content::text("hm"), true, false),
        (reaction(), false, false),
        (reaction(), true, false),
    ] {
        let mut scene = State::Pending.scene();
        wait(&mut scene, Millis::hours(1));
        let told = give(&mut scene, Who::Customer, said(content, None, quiet, false));
        let c = &thread(&scene).conversation;
        assert_eq!(c.status == Status::Active, turns, "{told}");
        assert_eq!(c.waiting_on == Party::Agent, turns, "{told}");
        assert_eq!(told.contains("TimerArmed(Watch)"), turns, "{told}");
    }
}

/// F59
#[test]
fn only_a_customer_in_the_queue_is_told_of_the_business_hours() {
    let told = |state: State| {
        let mut scene = state.scene();
        scene.world.off_hours = Some("We are closed.".to_owned());
        give(&mut scene, Who::Customer, write())
    };
    assert_eq!(told(State::Queued), "ok: CustomerMessage OffHours");
    assert_eq!(told(State::OffHours), "ok: CustomerMessage");
    assert_eq!(told(State::Active), "ok: CustomerMessage");
}

/// F59, F57
#[test]
fn a_customer_who_comes_back_after_hours_is_told_of_them_once() {
    let back = |told: Option<OffHours>| {
        let mut scene = State::Resolved.scene();
        scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
        scene.world.stand(&id(MARK), Presence::Offline);
        scene.world.off_hours = Some("We are closed.".to_owned());
        let mut thread = thread(&scene).clone();
        thread.conversation.off_hours = told;
        let ctx = scene.world.context(0, &Who::Customer.caller(), &write());
        outcome(&domain::decide(Some(&thread), &write(), &ctx))
    };
    let told = "ok: Reopened CustomerMessage OffHours TimerArmed(Watch)";
    assert_eq!(back(None), told);
    assert_eq!(back(Some(OffHours::Owed)), told);
    assert_eq!(back(Some(OffHours::Told)), "ok: Reopened CustomerMessage TimerArmed(Watch)");
}

/// F57, F27: only the wrap-up of the same conversation has kept room for it.
#[test]
fn a_customer_does_not_come_back_to_an_agent_whose_room_another_wrap_up_takes() {
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.wrap_up = WrapUp::Off);
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    let resolve = Command::Resolve(conversation::Resolve { note: None });
    scene.gives(&Who::Owner.caller(), resolve);
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    let back = |capacity| {
        let mut scene = scene.clone();
        scene.world.workloads.views.get_mut(&id(MARK)).unwrap().capacity = capacity;
        let ctx = scene.world.context(0, &Who::Customer.caller(), &write());
        outcome(&domain::decide(scene.world.thread(0), &write(), &ctx))
    };
    let queued = back(1);
    assert!(queued.starts_with("ok: Reopened") && !queued.contains("Assigned"), "{queued}");
    assert!(back(2).contains("Assigned(Reopened)"));
}

fn answer(events: &[Event]) -> Option<(u8, String)> {
    events.iter().find_map(|event| match event {
        Event::SurveyAnswered(survey::Answered { choice, answer, .. }) => {
            Some((*choice, answer.clone()))
        }
        _ => None,
    })
}

/// F41
#[test]
fn a_tap_on_a_button_with_an_answers_words_answers_the_survey() {
    let tap = |title: &str| Content::Reply {
        id: "b1".to_owned(),
        title: title.to_owned(),
        description: None,
    };
    for (content, choice) in [
        (tap("Well"), Some((2, "Well"))),
        (Content::text("very WELL!"), Some((1, "Very well"))),
        (Content::text("4"), Some((4, "Badly"))),
        (tap("Soon"), None),
        (Content::text("5"), None),
    ] {
        let mut scene = State::Surveyed.scene();
        let command = said(content, None, false, false);
        let events = scene.world.give(0, &Who::Customer.caller(), &command).unwrap();
        assert_eq!(answer(&events), choice.map(|(n, words)| (n, words.to_owned())));
    }
    // The button of web chat names the answer by its number.
    for (choice, words) in [(1, "Very well"), (2, "Well"), (4, "Badly")] {
        let mut scene = State::Surveyed.scene();
        assert_eq!(scene.asked(), thread(&scene).public_seq, "the customer's number of it");
        let command = Command::Choose(survey::Choose { message: scene.asked(), choice });
        let events = scene.world.give(0, &Who::Customer.caller(), &command).unwrap();
        assert_eq!(answer(&events), Some((choice, words.to_owned())));
    }
}

/// The engine reads the last owner's workload only where the conversation could go on.
#[test]
fn a_message_needs_the_last_owners_workload_only_where_conversations_reopen() {
    let scene = State::Resolved.scene();
    let agents = |within| {
        let policy = domain::Policy { reopen_within: within, ..domain::Policy::default() };
        domain::needs(scene.world.thread(0), &write(), &policy).agents
    };
    assert_eq!(agents(None), []);
    assert_eq!(agents(Some(Millis::hours(1))), [id::<domain::AgentId>(MARK)]);
}

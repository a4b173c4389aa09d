//! Rules that take more than one command to show, and so stand in no cell of the table.

use domain::audience::{self, Reader};
use domain::engagement::Step;
use domain::watch::Look;
use domain::{
    Command, Delivery, DeliveryStatus, Event, Millis, MonitorMode, OfferKind, OfferStatus, Origin,
    Presence, Promotion, Refusal, Status, Target, Thread, TimerKind, WrapUp,
};

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State, ask, ask_group, hand, report, says, send, write};
use crate::pure::{ASA, CHAT, EVA, HANA, MARK, MIRA, MONA, agent, id};

const DAY: Millis = Millis::hours(24);

fn wait(scene: &mut Scene, span: Millis) {
    scene.world.now = scene.world.now + span;
}

fn give(scene: &mut Scene, who: Who, command: Command) -> String {
    outcome(&scene.world.give(0, &who.caller(), &command))
}

fn thread(scene: &Scene) -> &Thread {
    scene.world.thread(0).unwrap()
}

/// When the newest entry's inactivity timer fires.
fn idle_due(scene: &Scene) -> Option<Millis> {
    let newest = scene.world.logs[0].last().unwrap();
    newest.effects.timers.iter().find(|t| t.kind == TimerKind::Idle).map(|t| t.due)
}

fn check_idle(scene: &mut Scene) -> String {
    give(scene, Who::Engine, Command::CheckIdle { conversation: 1 })
}

/// Answered and back in its queue, where the inactivity timer fired in vain.
fn unwatched() -> Scene {
    let mut scene = State::Answered.scene();
    scene.gives(&Who::Owner.caller(), Order::Requeue.command(&scene.clone()));
    wait(&mut scene, DAY);
    scene.world.strike(false);
    scene
}

/// F54
#[test]
fn who_takes_an_answered_conversation_is_not_left_with_it_for_ever() {
    let mut scene = unwatched();
    assert_eq!(
        give(&mut scene, Who::Teammate, Command::Accept),
        "ok: Assigned(Picked) TimerArmed(Idle)"
    );
    // The customer has been silent for long enough: the clock looks on its next round.
    assert_eq!(idle_due(&scene), Some(scene.world.now + Millis::seconds(1)));
    wait(&mut scene, Millis::seconds(1));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Resolved);
}

/// F54
#[test]
fn whoever_gets_an_answered_conversation_the_customers_silence_is_watched() {
    let mut scene = unwatched();
    let given = give(&mut scene, Who::Manager, Order::Give.command(&State::Active.scene()));
    assert_eq!(given, "ok: Assigned(Manager) TimerArmed(Idle)");

    // The timer is due, and the clock has not been round.
    let mut scene = State::Answered.scene();
    wait(&mut scene, DAY);
    let given = give(&mut scene.clone(), Who::Owner, Order::Give.command(&scene));
    assert_eq!(given, "ok: Assigned(Transfer) TimerArmed(Idle)");

    let mut scene = State::Answered.scene();
    wait(&mut scene, DAY - Millis::minutes(1));
    let offer = scene.gives(&Who::Owner.caller(), ask(OfferKind::Assign, ASA));
    let yes = Command::AcceptOffer { offer };
    assert_eq!(give(&mut scene.clone(), Who::Asked, yes.clone()), "ok: Accepted Assigned(Offer)");
    wait(&mut scene, Millis::minutes(1));
    let accepted = give(&mut scene, Who::Asked, yes);
    assert_eq!(accepted, "ok: Accepted Assigned(Offer) TimerArmed(Idle)");
}

/// F54
#[test]
fn nobody_is_watched_for_silence_while_it_is_our_turn() {
    let mut scene = unwatched();
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(give(&mut scene, Who::Teammate, Command::Accept), "ok: Assigned(Picked)");
}

/// F18
#[test]
fn an_offer_that_was_answered_too_late_stays_timed_out_when_the_conversation_ends() {
    let mut scene = State::Late.scene();
    let yes = Command::AcceptOffer { offer: scene.offer };
    let first = scene.world.give(0, &Who::Asked.caller(), &yes);
    scene.gives(&Who::Owner.caller(), Command::Resolve { note: None });
    let second = scene.world.give(0, &Who::Asked.caller(), &yes);
    assert_eq!(first, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }));
    assert_eq!(first, second);
}

/// A provider's receipt, which names the provider's id; our own reports of failure have none.
fn receipt(message: u64) -> Command {
    let provider_id = Some("wamid.1".to_owned());
    Command::Report(Delivery { message, status: DeliveryStatus::Failed, provider_id, reason: None })
}

/// F77
#[test]
fn a_doubled_receipt_of_the_failed_attempt_does_not_end_the_retry() {
    let mut scene = State::Answered.scene();
    let message = scene.message;
    scene.gives(&Who::Engine.caller(), receipt(message));
    scene.gives(&Who::Owner.caller(), Command::Retry { message });
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: nothing");
    // That we gave the retry up ourselves is news.
    let ours = report(message, DeliveryStatus::Failed);
    assert_eq!(give(&mut scene.clone(), Who::Engine, ours), "ok: Delivery(Failed)");
    // Once the retry is with the provider, so is a receipt.
    scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Sent));
    assert!(thread(&scene).outbox.retried.is_empty());
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: Delivery(Failed)");
}

/// F77
#[test]
fn a_first_attempt_may_fail_by_receipt() {
    let mut scene = State::Pending.scene();
    let message = scene.message;
    assert_eq!(give(&mut scene, Who::Engine, receipt(message)), "ok: Delivery(Failed)");
}

/// F77
#[test]
fn only_the_last_retries_are_remembered() {
    let mut scene = State::Full.scene();
    let messages = thread(&scene).outbox.pending[..6].to_vec();
    for &message in &messages {
        scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Failed));
        scene.gives(&Who::Owner.caller(), Command::Retry { message });
    }
    assert_eq!(thread(&scene).outbox.retried, messages[2..]);
    assert_eq!(domain::invariant::broken_by(thread(&scene)), None);
}

/// Asks `kind` of each in turn; what comes of the last.
fn asked(scene: &mut Scene, kind: OfferKind, all: &[&str]) -> String {
    all.iter().map(|to| give(scene, Who::Owner, ask(kind, to))).last().unwrap()
}

#[test]
fn offers_whose_time_is_up_bar_no_others() {
    let mut scene = State::Active.scene();
    asked(&mut scene, OfferKind::Discuss, &[EVA, HANA]);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(asked(&mut scene.clone(), OfferKind::Discuss, &["mira"]), "too_many_offers");
    assert_eq!(asked(&mut scene.clone(), OfferKind::Assign, &[HANA]), "offer_pending");
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(made, "ok: TimedOut TimedOut TimedOut OfferMade(Assign) TimerArmed(Offer)");
    assert_eq!(thread(&scene).conversation.offers.len(), 1);
}

/// F48: who says yes must have room still, so it is held while they think.
#[test]
fn who_is_asked_to_take_over_holds_the_room_for_it_until_the_offer_is_over() {
    let mut scene = State::Active.scene();
    scene.world.desks.seat(id(ASA), 1);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    let asa = scene.world.desks.read(&id(ASA)).unwrap();
    assert_eq!((asa.open, asa.presence), (1, Presence::Busy));
    wait(&mut scene, Millis::minutes(2));
    scene.world.strike(false);
    let asa = scene.world.desks.read(&id(ASA)).unwrap();
    assert_eq!((asa.open, asa.presence), (0, Presence::Available));
}

/// Her desk holds the room until the old offer is closed: it is the same room.
#[test]
fn a_colleague_whose_time_is_up_can_be_asked_again_though_the_offer_fills_her_desk() {
    let mut scene = State::Active.scene();
    scene.world.desks.seat(id(ASA), 1);
    asked(&mut scene, OfferKind::Assign, &[ASA]);
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Assign, &[ASA]);
    assert_eq!(made, "ok: TimedOut OfferMade(Assign) TimerArmed(Offer)");
}

/// A desk cannot take an invitation off and put one on in the same step, so the clock closes the
/// old one.
#[test]
fn a_colleague_whose_time_is_up_can_be_asked_to_discuss_again() {
    let mut scene = State::Asked.scene();
    let first = scene.offer;
    wait(&mut scene, Millis::minutes(2));
    let made = asked(&mut scene, OfferKind::Discuss, &[ASA]);
    assert_eq!(made, "ok: OfferMade(Discuss) TimerArmed(Offer)");
    let all = domain::invariant::broken_by_all(scene.world.threads(), &scene.world.desks.views);
    assert_eq!(all, None);
    let late = scene.world.give(0, &Who::Asked.caller(), &Command::AcceptOffer { offer: first });
    assert_eq!(late, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.offer(first), None);
    assert_eq!(thread(&scene).conversation.offers.len(), 1);
    assert_eq!(asked(&mut scene, OfferKind::Discuss, &[ASA]), "offer_pending");
}

/// F54
#[test]
fn a_customer_whom_no_answer_reached_does_not_have_the_next_word() {
    for state in [State::Pending, State::Failed] {
        let mut scene = state.scene();
        wait(&mut scene, DAY);
        assert_eq!(check_idle(&mut scene), "ok: TimerArmed(Idle)", "{state:?}");
        assert_eq!(idle_due(&scene), Some(scene.world.now + DAY));
        // A timer that fires twice does not beget two.
        wait(&mut scene, Millis(1));
        assert_eq!(check_idle(&mut scene), "ok: nothing", "{state:?}");
    }
}

/// F54
#[test]
fn an_answer_that_was_lost_in_an_earlier_conversation_keeps_no_later_one_open() {
    let mut scene = State::Failed.scene();
    scene.gives(&Who::Owner.caller(), Command::Resolve { note: None });
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&Who::Owner.caller(), Command::Accept);
    let message = scene.gives(&Who::Owner.caller(), send());
    scene.gives(&Who::Engine.caller(), report(message, DeliveryStatus::Sent));
    wait(&mut scene, DAY);
    let checked = give(&mut scene, Who::Engine, Command::CheckIdle { conversation: 2 });
    assert_eq!(checked, "ok: Resolved(Inactivity)");
}

/// A timer of before the policy changed, or one that was doubled.
#[test]
fn a_timer_that_is_armed_already_is_not_armed_again() {
    let mut scene = State::Answered.scene();
    assert_eq!(check_idle(&mut scene), "ok: nothing");
    scene.gives(&Who::Customer.caller(), write());
    wait(&mut scene, Millis::hours(1));
    scene.gives(&Who::Owner.caller(), send());
    assert_eq!(check_idle(&mut scene), "ok: TimerArmed(Idle)");
    assert_eq!(check_idle(&mut scene), "ok: nothing");
}

/// F105
#[test]
fn an_admin_moves_and_reads_a_conversation_whose_queue_is_gone() {
    let scene = State::Queued.scene();
    let comment =
        Command::Comment { text: "hm".to_owned(), mentions: Vec::new(), files: Vec::new() };
    for (order, expected) in [
        (Order::RequeueElsewhere.command(&scene), "ok: Requeued(Transferred)"),
        (comment, "ok: Comment"),
        (Command::Accept, "ok: Assigned(Picked)"),
    ] {
        let asks = |who: Who| {
            let mut ctx = scene.world.context(0, &who.caller(), &order);
            ctx.queue_team = None;
            outcome(&domain::decide(scene.world.thread(0), &order, &ctx))
        };
        assert_eq!(asks(Who::Admin), expected);
        assert_eq!(asks(Who::Manager), "forbidden");
    }
}

/// The agents whom the newest entry names as those who ended a discussion.
fn ended_by(scene: &Scene) -> Vec<Option<domain::AgentId>> {
    let newest = scene.world.logs[0].last().unwrap();
    let ended = |step: &Step| match step {
        Step::Ended { by, .. } => Some(by.clone()),
        _ => None,
    };
    newest.effects.engagements.iter().flat_map(|c| &c.steps).filter_map(ended).collect()
}

#[test]
fn the_record_of_a_discussion_names_who_ended_it_if_somebody_did() {
    for (order, who, by) in [
        (Order::Resolve, Who::Owner, None),
        (Order::Requeue, Who::Owner, None),
        (Order::End, Who::Owner, Some("mark")),
        (Order::Quit, Who::Expert, Some("eva")),
    ] {
        let mut scene = State::Talk.scene();
        let command = order.command(&scene);
        scene.gives(&who.caller(), command);
        assert_eq!(ended_by(&scene), [by.map(id)], "{}", order.word());
    }
}

/// The entry tells of what made room for the new offer before it tells of the offer.
#[test]
fn what_has_timed_out_is_told_first() {
    let mut scene = State::Late.scene();
    asked(&mut scene, OfferKind::Assign, &[HANA]);
    let newest = scene.world.logs[0].last().unwrap();
    assert!(matches!(newest.entry.events[0], Event::OfferClosed { .. }));
    assert!(matches!(newest.entry.events[1], Event::OfferMade { .. }));
}

fn owner(scene: &Scene) -> Option<&str> {
    thread(scene).conversation.owner.as_ref().map(domain::AgentId::as_str)
}

/// Who can answer the only pending offer.
fn asked_now(scene: &Scene) -> Vec<String> {
    let offers = &thread(scene).conversation.offers;
    offers.iter().flat_map(|o| &o.to).map(ToString::to_string).collect()
}

/// F29
#[test]
fn of_all_who_are_asked_the_first_has_it_and_the_others_are_told_who_was_faster() {
    let mut scene = State::All.scene();
    let yes = Command::AcceptOffer { offer: scene.offer };
    assert_eq!(asked_now(&scene), [HANA, MIRA]);
    scene.gives(&agent(HANA), yes.clone());
    assert_eq!(owner(&scene), Some(HANA));
    let late = scene.world.give(0, &agent(MIRA), &yes);
    let faster = Refusal::OfferClosed { status: OfferStatus::Rescinded, by: Some(id(HANA)) };
    assert_eq!(late, Err(faster.clone()));
    let no = Command::RejectOffer { offer: scene.offer, reason: "busy".to_owned() };
    assert_eq!(scene.world.give(0, &agent(MIRA), &no), Err(faster));
    // To the winner and to those who were not asked, it was accepted.
    for who in [HANA, ASA] {
        let again = scene.world.give(0, &agent(who), &yes);
        assert_eq!(again, Err(Refusal::OfferClosed { status: OfferStatus::Accepted, by: None }));
    }
}

/// F29
#[test]
fn of_all_who_are_asked_one_may_say_no_and_the_others_are_still_asked() {
    let mut scene = State::All.scene();
    let no = |offer| Command::RejectOffer { offer, reason: "busy".to_owned() };
    let first = no(scene.offer);
    assert_eq!(give(&mut scene, Who::Teammate, first.clone()), "ok: OfferPassed(Rejected)");
    assert_eq!(asked_now(&scene), [HANA]);
    let again = scene.world.give(0, &agent(MIRA), &first);
    assert_eq!(again, Err(Refusal::OfferClosed { status: OfferStatus::Rejected, by: None }));
    let last = scene.world.give(0, &agent(HANA), &first);
    assert_eq!(outcome(&last), "ok: Rejected");
    assert!(thread(&scene).conversation.offers.is_empty());
}

/// F21
#[test]
fn the_next_of_a_group_is_asked_when_one_says_no_or_lets_the_time_pass() {
    let mut scene = State::Active.scene();
    scene.offer = scene.gives(&agent(MARK), ask_group(OfferKind::Assign, "support", false));
    assert_eq!(asked_now(&scene), [HANA]);
    wait(&mut scene, Millis::seconds(30));
    scene.world.strike(false);
    assert_eq!(asked_now(&scene), [MIRA]);
    let late = scene.world.give(0, &agent(HANA), &Command::AcceptOffer { offer: scene.offer });
    assert_eq!(late, Err(Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }));
    let reason = "busy".to_owned();
    let no = Command::RejectOffer { offer: scene.offer, reason };
    assert_eq!(give(&mut scene, Who::Teammate, no), "ok: Rejected");
    assert_eq!(scene.world.end_of(0, scene.offer), Some(OfferStatus::Rejected));
}

/// F21
#[test]
fn a_search_respects_the_deadline_of_the_whole_request() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.assign_timeout = Millis::seconds(40));
    scene.gives(&agent(MARK), ask_group(OfferKind::Assign, "support", false));
    wait(&mut scene, Millis::seconds(30));
    scene.world.strike(false);
    let offer = &thread(&scene).conversation.offers[0];
    assert_eq!(offer.expires, crate::pure::DAWN + Millis::seconds(40), "ten seconds are left");
    wait(&mut scene, Millis::seconds(10));
    scene.world.strike(false);
    assert!(thread(&scene).conversation.offers.is_empty());

    // Where the whole time has passed nobody else is asked.
    let mut scene = State::Searching.scene();
    wait(&mut scene, Millis::minutes(2));
    scene.world.strike(false);
    assert_eq!(scene.world.end_of(0, scene.offer), Some(OfferStatus::TimedOut));
}

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
    // After the end it is no new work.
    let after = give(&mut State::Resolved.scene(), Who::Customer, says("thanks"));
    assert_eq!(after, "ok: CustomerMessage");
}

/// F57
#[test]
fn who_comes_back_within_the_hour_finds_the_same_conversation_and_who_had_it() {
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
    // One moment later it is another one.
    let opened = "ok: Opened CustomerMessage TimerArmed(Watch)".to_owned();
    assert_eq!(back(60, 1, &nothing), (opened, 2));
    // Who had it is not there, or has no room: it waits in its queue.
    let queued = "ok: Reopened CustomerMessage TimerArmed(Watch)".to_owned();
    assert_eq!(back(5, 0, &|s| s.world.stand(&id(MARK), Presence::Away)), (queued.clone(), 1));
    assert_eq!(back(5, 0, &|s| s.world.desks.seat(id(MARK), 0)), (queued, 1));
}

/// F57: the desk was read a while ago, and is full or deserted by now.
#[test]
fn who_comes_back_is_never_refused_because_of_a_desk() {
    let mut scene = State::Resolved.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.stand(&id(MARK), Presence::Offline);
    scene.world.stale = true;
    let told = give(&mut scene, Who::Customer, write());
    assert_eq!(told, "ok: Reopened CustomerMessage TimerArmed(Watch)");
}

/// F27, F57: while it was wrapped up the room was kept.
#[test]
fn who_still_wraps_up_gets_it_back_though_their_desk_is_full() {
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.reopen_within = Some(Millis::hours(1)));
    scene.world.desks.views.get_mut(&id(MARK)).unwrap().capacity = 1;
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(owner(&scene), Some(MARK));
    assert!(thread(&scene).wraps.is_empty());
}

/// F27
#[test]
fn an_earlier_wrap_ups_timer_does_not_end_a_later_one() {
    let mut scene = State::WrapBack.scene();
    wait(&mut scene, Millis::minutes(9));
    scene.gives(&Who::Owner.caller(), Command::Resolve { note: None });
    assert_eq!(thread(&scene).wraps.len(), 1);
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(thread(&scene).wraps.len(), 1, "it has nine minutes left");
    wait(&mut scene, Millis::minutes(9));
    scene.world.strike(false);
    assert!(thread(&scene).wraps.is_empty());
}

/// F27, F48
#[test]
fn what_is_not_wrapped_up_takes_room() {
    let mut scene = State::WrapMay.scene();
    scene.world.desks.views.get_mut(&id(MARK)).unwrap().capacity = 1;
    scene.gives(&Who::Customer.caller(), write());
    assert_eq!(thread(&scene).conversation.number, 2);
    assert_eq!(give(&mut scene, Who::Owner, Command::Accept), "at_capacity");
    scene.world.named = Some(1);
    let done = Command::Done { disposition: None, note: None };
    assert_eq!(give(&mut scene, Who::Owner, done), "ok: WrappedUp");
    scene.world.named = None;
    assert_eq!(give(&mut scene, Who::Owner, Command::Accept), "ok: Assigned(Picked)");
}

/// F27
#[test]
fn a_mandatory_wrap_up_takes_one_of_the_dispositions() {
    let mut scene = State::WrapMust.scene();
    scene.rule(|policy| policy.dispositions = vec!["Refund".to_owned()]);
    let done = |words: &str| Command::Done { disposition: Some(words.to_owned()), note: None };
    assert_eq!(give(&mut scene, Who::Owner, done("refund")), "unknown_disposition");
    assert_eq!(give(&mut scene, Who::Owner, done(" ")), "text_missing");
    assert_eq!(give(&mut scene, Who::Owner, done("Refund")), "ok: WrappedUp");
}

/// F36
#[test]
fn when_the_owner_leaves_the_guest_with_room_who_is_in_it_longest_takes_over() {
    let leave = |arrange: &dyn Fn(&mut Scene)| {
        let mut scene = State::Crowd.scene();
        arrange(&mut scene);
        let left = give(&mut scene, Who::Owner, Command::LeaveConference);
        (left, owner(&scene).map(str::to_owned))
    };
    let moved =
        |who: &str| ("ok: ConferenceLeft Assigned(Conference)".to_owned(), Some(who.into()));
    assert_eq!(leave(&|_| {}), moved(EVA));
    assert_eq!(leave(&|s| s.world.stand(&id(EVA), Presence::Away)), moved(ASA));
    let busy = |scene: &mut Scene, who: &str| {
        scene.world.desks.views.get_mut(&id(who)).unwrap().capacity = 0;
    };
    assert_eq!(leave(&|s| [EVA, ASA].into_iter().for_each(|who| busy(s, who))), moved(HANA));
    let (refused, still) = leave(&|s| [EVA, ASA, HANA, MIRA].into_iter().for_each(|w| busy(s, w)));
    assert_eq!((refused.as_str(), still.as_deref()), ("no_successor", Some(MARK)));
    // Desks that were read long ago are looked at again.
    let stale = |s: &mut Scene| {
        s.world.stand(&id(EVA), Presence::Offline);
        s.world.stale = true;
    };
    assert_eq!(leave(&stale), moved(ASA));
}

/// F28: who is asked to the conference already does not need a place beside their own.
#[test]
fn the_last_place_in_a_conference_is_the_experts_who_was_asked_to_take_it() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.conference_limit = 3);
    let mut full = scene.clone();
    for (scene, asked) in [(&mut scene, EVA), (&mut full, ASA)] {
        scene.gives(&agent(MARK), ask(OfferKind::Conference, asked));
        scene.discussion = scene.gives(&agent(MARK), ask(OfferKind::Discuss, EVA));
        scene.gives(&agent(EVA), Command::AcceptOffer { offer: scene.discussion });
    }
    let promote = Order::PromoteToConference.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    assert!(thread(&scene).conversation.is_guest(&id(EVA)) && asked_now(&scene).is_empty());
    let promote = Order::PromoteToConference.command(&full);
    assert_eq!(give(&mut full, Who::Owner, promote), "conference_full");
}

/// F36
#[test]
fn the_others_stay_in_the_conference_when_its_owner_leaves_or_resolves() {
    let mut scene = State::Crowd.scene();
    scene.gives(&Who::Owner.caller(), Command::Resolve { note: None });
    let c = &thread(&scene).conversation;
    assert_eq!((c.status, c.origin), (Status::Active, Some(Origin::Conference)));
    let guests: Vec<_> = c.guests.iter().map(|(guest, _)| guest.as_str()).collect();
    assert_eq!(guests, [ASA, HANA, MIRA]);
}

/// F32
#[test]
fn a_conference_has_six_parties_with_the_customer_and_those_who_are_asked() {
    let mut scene = State::Conference.scene();
    let mut ask = |who| give(&mut scene, Who::Owner, ask(OfferKind::Conference, who));
    let made = "ok: OfferMade(Conference) TimerArmed(Offer)";
    assert_eq!([ask(ASA), ask(HANA), ask(MIRA)], [made; 3]);
    assert_eq!(ask(MONA), "conference_full");

    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.conference_limit = 3);
    let all = ask_group(OfferKind::Conference, "legal", true);
    assert!(give(&mut scene, Who::Owner, all).starts_with("ok"));
    assert_eq!(asked_now(&scene), [ASA], "there is room for one more only");
}

/// F28, F31
#[test]
fn a_promoted_expert_takes_over_without_being_asked_again() {
    let mut scene = State::Panel.scene();
    let offer = scene.discussion;
    let promote = Order::PromoteExpert.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    assert_eq!(owner(&scene), Some(EVA));
    assert!(thread(&scene).conversation.discussions.is_empty());
    let record =
        &scene.world.records[&domain::OfferId { thread: thread(&scene).id.clone(), number: offer }];
    let ended = record.ended.as_ref().unwrap();
    assert_eq!(ended.promoted, Some(Promotion::Transfer));
}

/// F28, F32
#[test]
fn a_promoted_expert_speaks_with_the_customer_and_is_consulted_no_longer() {
    let mut scene = State::Panel.scene();
    let promote = Order::PromoteToConference.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    let c = &thread(&scene).conversation;
    assert!(c.is_guest(&id(EVA)) && !c.consults(&id(EVA)) && c.consults(&id(ASA)));
    assert!(give(&mut scene, Who::Expert, send()).starts_with("ok: AgentMessage"));
    // Who has left her seat is not promoted.
    let mut scene = State::Talk.scene();
    scene.world.stand(&id(EVA), Presence::Away);
    let promote = Order::PromoteToConference.command(&scene);
    assert_eq!(give(&mut scene, Who::Owner, promote), "target_unavailable");
}

/// F28: who was asked to the conference as well does not stand on two lists.
#[test]
fn a_promoted_expert_is_asked_nothing_else() {
    let mut scene = State::Active.scene();
    scene.gives(&agent(MARK), ask_group(OfferKind::Conference, "legal", true));
    let talk = scene.gives(&agent(MARK), ask(OfferKind::Discuss, EVA));
    scene.gives(&agent(EVA), Command::AcceptOffer { offer: talk });
    scene.discussion = talk;
    let promote = Order::PromoteToConference.command(&scene);
    scene.gives(&Who::Owner.caller(), promote);
    assert_eq!(asked_now(&scene), [ASA]);
}

#[test]
fn the_same_text_twice_is_two_messages_and_the_same_message_twice_is_one() {
    let mut scene = State::Active.scene();
    let customer = Who::Customer.caller();
    let told = |scene: &mut Scene, key| scene.world.give_as(0, &customer, &says("hm"), key);
    let before = scene.world.logs[0].len();
    assert!(!told(&mut scene, "wamid.1").unwrap().is_empty());
    assert!(!told(&mut scene, "wamid.2").unwrap().is_empty());
    assert!(told(&mut scene, "wamid.1").unwrap().is_empty());
    assert_eq!(scene.world.logs[0].len(), before + 2);
}

/// F60
#[test]
fn a_first_answer_is_warned_of_once_and_then_late_once() {
    let mut scene = State::Queued.scene();
    let mut told = Vec::new();
    for _ in 0..60 {
        wait(&mut scene, Millis::seconds(1));
        let known = scene.world.logs[0].len();
        scene.world.strike(false);
        for written in &scene.world.logs[0][known..] {
            let seconds = (scene.world.now - crate::pure::DAWN).0 / 1_000;
            let events = written.entry.events.clone();
            told.push((seconds, outcome(&Ok(events))));
        }
    }
    let expected = [
        (20, "ok: FirstAnswerDue(Soon) TimerArmed(Watch)".to_owned()),
        (30, "ok: FirstAnswerDue(Late) TimerArmed(Watch)".to_owned()),
    ];
    assert_eq!(told, expected);
}

/// F60
#[test]
fn who_is_answered_in_time_is_called_for_never() {
    let mut scene = State::Answered.scene();
    let known = scene.world.logs[0].len();
    for _ in 0..60 {
        wait(&mut scene, Millis::seconds(1));
        scene.world.strike(false);
    }
    assert_eq!(scene.world.logs[0].len(), known);
}

/// F52
#[test]
fn an_owner_who_does_not_answer_is_warned_and_then_loses_it_to_the_front_of_the_queue() {
    let mut scene = State::Active.scene();
    wait(&mut scene, Millis::minutes(9));
    scene.world.strike(false);
    assert_eq!(owner(&scene), Some(MARK));
    let due = crate::pure::DAWN + Millis::minutes(10);
    let warned = scene.world.logs[0].last().unwrap();
    assert!(warned.entry.events.contains(&Event::RequeueAhead { at: due }));
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(owner(&scene), None);
    let front = domain::effect::place(thread(&scene)).unwrap();
    assert_eq!((front.priority, front.since), (u8::MAX, crate::pure::DAWN));
}

/// F52
#[test]
fn who_answers_after_the_warning_keeps_it_and_is_warned_anew_of_the_next_wait() {
    let mut scene = State::Warned.scene();
    scene.gives(&Who::Owner.caller(), send());
    scene.gives(&Who::Customer.caller(), write());
    let again = scene.world.now;
    wait(&mut scene, Millis::minutes(9));
    scene.world.strike(false);
    let warned = scene.world.logs[0].last().unwrap();
    let at = again + Millis::minutes(10);
    assert!(warned.entry.events.contains(&Event::RequeueAhead { at }));
    assert_eq!(owner(&scene), Some(MARK));
}

/// F52
#[test]
fn what_an_owner_left_unanswered_is_not_given_back_to_them_but_they_may_take_it() {
    let mut scene = State::Front.scene();
    scene.rule(|policy| policy.mode = domain::Mode::Auto);
    let mut alone = scene.clone();
    for who in [HANA, MIRA] {
        alone.world.stand(&id(who), Presence::Offline);
    }
    assert_eq!(give(&mut alone, Who::Engine, Command::AutoAssign), "ok: nothing");
    assert_eq!(give(&mut alone, Who::Owner, Command::Accept), "ok: Assigned(Picked)");
    assert_eq!(give(&mut scene, Who::Engine, Command::AutoAssign), "ok: Routed Assigned(Auto)");
    assert_ne!(owner(&scene), Some(MARK));
}

/// F58
#[test]
fn an_owner_who_comes_back_in_time_keeps_what_they_own() {
    let mut scene = State::Active.scene();
    scene.world.stand(&id(MARK), Presence::Offline);
    wait(&mut scene, Millis::minutes(4));
    scene.world.stand(&id(MARK), Presence::Available);
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(owner(&scene), Some(MARK));
    // Gone again, the time begins anew: the first absence's clock comes to nothing.
    scene.world.stand(&id(MARK), Presence::Offline);
    wait(&mut scene, Millis::minutes(5));
    scene.world.strike(false);
    assert_eq!(owner(&scene), None);
}

/// F56: a customer cannot have left a queue in which they were not.
#[test]
fn who_is_put_back_into_a_queue_after_a_long_talk_has_the_whole_time_there() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.requeue_after = None);
    scene.world.channel = CHAT;
    scene.gives(&Who::Owner.caller(), send());
    wait(&mut scene, Millis::minutes(40));
    scene.gives(&Who::Owner.caller(), hand(Target::Queue(id("sales"))));
    wait(&mut scene, Millis::minutes(14));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Queued);
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Abandoned);
}

/// F56: whose answered conversation goes back to a queue can still be found to have gone.
#[test]
fn who_is_put_back_into_a_queue_of_a_live_chat_is_watched_though_no_owner_is() {
    let mut scene = State::Active.scene();
    scene.rule(|policy| policy.requeue_after = None);
    scene.world.channel = CHAT;
    scene.gives(&Who::Owner.caller(), send());
    wait(&mut scene, Millis::minutes(1));
    scene.world.strike(false);
    scene.gives(&Who::Owner.caller(), hand(Target::Queue(id("sales"))));
    wait(&mut scene, Millis::minutes(15));
    scene.world.strike(false);
    assert_eq!(thread(&scene).conversation.status, Status::Abandoned);
}

/// F30
#[test]
fn a_coachs_line_is_read_by_the_owner_and_those_who_coach_for_ever_and_by_nobody_else() {
    let mut scene = State::Coached.scene();
    let ada = Who::Admin.caller();
    scene.gives(&ada, Command::Monitor { mode: MonitorMode::Silent });
    let line = Command::Coach { text: "Ask for the order number.".to_owned() };
    scene.gives(&agent(MONA), line.clone());
    let read_by = |scene: &Scene| -> Vec<String> {
        let written = scene.world.logs[0].last().unwrap();
        let sees = |agent: &domain::AgentId| {
            let reader = Reader { agent, manages: true };
            written.entry.events.iter().any(|e| audience::agent_sees(e, reader))
        };
        assert!(audience::for_customer(&written.entry).is_empty());
        crate::pure::everybody().filter(sees).map(|a| a.to_string()).collect()
    };
    assert_eq!(read_by(&scene), [MARK, MONA]);
    // A new owner reads what is said from then on, and the earlier one no longer does.
    let mut later = scene.clone();
    later.gives(&agent(MARK), hand(Target::Agent(id(HANA))));
    later.gives(&agent(HANA), line.clone());
    assert_eq!(read_by(&later), [HANA, MONA]);
    scene.gives(&ada, Command::Monitor { mode: MonitorMode::Coach });
    scene.gives(&agent(MARK), line);
    assert_eq!(read_by(&scene), [MARK, MONA, "ada"]);
}

/// F30
#[test]
fn who_looks_on_in_silence_is_known_to_managers_only() {
    let scene = State::Silent.scene();
    let event = &scene.world.logs[0].last().unwrap().entry.events[0];
    let sees =
        |who: &str, manages| audience::agent_sees(event, Reader { agent: &id(who), manages });
    assert!(sees("sam", true) && sees(MONA, false));
    assert!(!sees(MARK, false) && !sees(HANA, false));
}

/// F59
#[test]
fn the_closed_doors_are_told_once_for_each_conversation() {
    let mut scene = State::OffHours.scene();
    assert_eq!(give(&mut scene, Who::Engine, Command::AutoReply), "ok: AutoReply");
    assert_eq!(give(&mut scene, Who::Engine, Command::AutoReply), "ok: nothing");
    assert_eq!(give(&mut scene, Who::Customer, write()), "ok: CustomerMessage");
    // It is no answer: the customer still waits, and the first answer is still due.
    let c = &thread(&scene).conversation;
    assert_eq!((c.status, c.answered_at), (Status::Queued, None));
}

/// F27: the policy asks for it, but nobody had it.
#[test]
fn a_conversation_without_an_owner_is_not_wrapped_up() {
    let mut scene = State::Queued.scene();
    scene.rule(|policy| policy.wrap_up = WrapUp::Mandatory);
    assert_eq!(
        give(&mut scene, Who::Manager, Command::Resolve { note: None }),
        "ok: Resolved(Agent)"
    );
    assert!(thread(&scene).wraps.is_empty());
}

/// A watch that is due is told so, and the number of an earlier one means nothing.
#[test]
fn the_watch_of_an_earlier_conversation_does_nothing_to_a_later_one() {
    let mut scene = State::Queued.scene();
    let first = scene.watch_number();
    scene.gives(&Who::Manager.caller(), Command::Resolve { note: None });
    scene.gives(&Who::Customer.caller(), write());
    wait(&mut scene, Millis::minutes(1));
    assert_eq!(scene.world.look(0, first), None);
    assert_eq!(scene.world.look(0, scene.watch_number()), Some(Look::Act));
    let stale = Command::CheckWatch { watch: first };
    assert_eq!(give(&mut scene, Who::Engine, stale), "ok: nothing");
}

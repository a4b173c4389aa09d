//! Offers to a group: the members whom an offer may ask, and the limits of one conversation.

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State, ask, ask_group};
use crate::pure::steps::{asked_now, give, thread};
use crate::pure::{ASA, EVA, HANA, MARK, MIRA, MONA, STAN, agent, id};
use domain::{Caller, Command, Context, Event, OfferKind, Target, assignment, offer, transfer};

/// Asks a group of any kind, one member after the other.
fn request(kind: OfferKind, to: Target) -> Command {
    Command::MakeOffer(offer::Make { kind, to, all: false, discussion: None, note: None })
}

fn join(discussion: u64, who: &str) -> Command {
    Command::MakeOffer(offer::Make {
        kind: OfferKind::Discuss,
        to: Target::Agent(id(who)),
        all: false,
        discussion: Some(discussion),
        note: None,
    })
}

/// The outcome of a decision alone, without the workloads' own checks at the commit.
fn decided(
    scene: &Scene,
    caller: &Caller,
    command: &Command,
    change: impl Fn(&mut Context),
) -> String {
    let mut ctx = scene.world.context(0, caller, command);
    change(&mut ctx);
    outcome(&domain::decide(scene.world.thread(0), command, &ctx))
}

const ASKED: &str = "ok: OfferMade(Assign) Routed TimerArmed(Offer)";
const TALKED: &str = "ok: OfferMade(Discuss) Routed TimerArmed(Offer)";

/// F38, F21
#[test]
fn work_goes_to_colleagues_within_reach_and_a_question_to_anybody() {
    let told = |command| give(&mut State::Active.scene(), Who::Owner, command);
    assert_eq!(told(ask(OfferKind::Assign, STAN)), "transfer_not_allowed");
    assert_eq!(told(ask(OfferKind::Discuss, STAN)), "ok: OfferMade(Discuss) TimerArmed(Offer)");
    let skilled = || Target::Skill(id("tax"));
    assert_eq!(told(request(OfferKind::Assign, skilled())), "nobody_available");
    assert_eq!(told(request(OfferKind::Discuss, skilled())), TALKED);
    // Every agent may hand work into every queue (F39).
    assert_eq!(told(request(OfferKind::Assign, Target::Queue(id("sales")))), ASKED);
}

/// F38, F51: the reach of the agent who asked counts, not that of the agent who acts now.
#[test]
fn an_offer_goes_on_within_the_reach_of_the_agent_who_made_it() {
    let alone = |ctx: &mut Context| {
        ctx.asset_teams = Vec::new();
        ctx.queue_team = Some(id("sales"));
    };
    let mut scene = State::Active.scene();
    let command = Order::OfferToSkilled.command(&scene);
    scene.gives(&agent(MARK), command);
    let asked = thread(&scene).conversation.offers[0].clone();
    assert_eq!(asked.to, [id::<domain::AgentId>(HANA)]);
    // Eva, of another team, passes the offer on: Mira is of Mark's own team.
    let mut thread = thread(&scene).clone();
    thread.conversation.offers[0].to = vec![id(EVA)];
    let no = Command::RejectOffer(offer::Reject { offer: asked.number, reason: "busy".to_owned() });
    let mut ctx = scene.world.context(0, &agent(EVA), &no);
    alone(&mut ctx);
    let told = outcome(&domain::decide(Some(&thread), &no, &ctx));
    assert_eq!(told, "ok: OfferPassed(Rejected) OfferMoved Routed TimerArmed(Offer)");
    // The caller's own record is enough, even if the engine did not read the caller's workload.
    let own = |ctx: &mut Context| {
        alone(ctx);
        ctx.colleagues.retain(|colleague| colleague.profile.id == id(HANA));
    };
    let give = Order::Give.command(&State::Active.scene());
    let scene = State::Active.scene();
    assert_eq!(decided(&scene, &agent(MARK), &give, own), "ok: Assigned(Transfer)");
    // Neither the giver, nor the queue, nor the account reaches a colleague of another team.
    let expert = Order::GiveToExpert.command(&scene);
    assert_eq!(decided(&scene, &agent(MARK), &expert, alone), "transfer_not_allowed");
}

/// F47
#[test]
fn work_in_a_queue_needs_the_conversations_skills_and_a_question_to_a_team_none() {
    let mut scene = State::Active.scene();
    let skills = vec![id("tax")];
    scene.gives(&agent(MONA), Command::Require(assignment::Require { skills }));
    let queue = request(OfferKind::Assign, Target::Queue(id("support")));
    assert_eq!(give(&mut scene.clone(), Who::Owner, queue), "nobody_available");
    assert_eq!(give(&mut scene, Who::Owner, ask_group(OfferKind::Assign, "support", false)), ASKED);
    // A member whose record has lost the skill since is not asked for it.
    let scene = State::Active.scene();
    let skilled = request(OfferKind::Discuss, Target::Skill(id("french")));
    let unskilled = |ctx: &mut Context| {
        ctx.colleagues.iter_mut().for_each(|colleague| colleague.profile.skills.clear());
    };
    assert_eq!(decided(&scene, &agent(MARK), &skilled, |_| {}), TALKED);
    assert_eq!(decided(&scene, &agent(MARK), &skilled, unskilled), "nobody_available");
}

/// F47
#[test]
fn the_queues_own_skills_count_beside_those_of_the_conversation() {
    let scene = || {
        let mut scene = State::Given.scene();
        scene.rule(|policy| policy.skills = vec![id("french")]);
        scene
    };
    let weighed = |scene: &mut Scene| {
        let events = scene.world.give(0, &Who::Engine.caller(), &Command::AutoAssign).unwrap();
        let routed = events.into_iter().find_map(|event| match event {
            Event::Routed(routing) => Some(routing.weighed),
            _ => None,
        });
        let all = routed.unwrap_or_default().into_iter();
        all.map(|one| (one.agent.to_string(), one.excluded)).collect::<Vec<_>>()
    };
    let mut queue = scene();
    let all = weighed(&mut queue);
    let lacks = Some(domain::Excluded::LacksSkill);
    assert_eq!(all, [(HANA, None), (MIRA, None), (MARK, lacks)].map(|(w, x)| (w.to_owned(), x)));
    let mut both = scene();
    both.gives(&agent(MONA), Command::Require(assignment::Require { skills: vec![id("tax")] }));
    assert_eq!(weighed(&mut both), []);
}

#[test]
fn an_agent_who_is_asked_already_is_passed_over_by_an_offer_of_the_same_kind_only() {
    let mut scene = State::Asked.scene();
    scene.gives(&agent(MARK), ask_group(OfferKind::Discuss, "legal", false));
    assert_eq!(asked_now(&scene), [ASA, EVA]);
    let mut scene = State::Active.scene();
    scene.gives(&agent(MARK), ask(OfferKind::Discuss, HANA));
    scene.gives(&agent(MARK), ask_group(OfferKind::Assign, "support", false));
    assert_eq!(asked_now(&scene), [HANA, HANA]);
}

/// F32, F29
#[test]
fn only_invitations_to_the_conference_are_bound_by_its_room() {
    let all = |kind| {
        let mut scene = State::Active.scene();
        scene.rule(|policy| policy.conference_limit = 3);
        scene.gives(&agent(MARK), ask_group(kind, "legal", true));
        asked_now(&scene)
    };
    assert_eq!(all(OfferKind::Discuss), [ASA, EVA]);
    assert_eq!(all(OfferKind::Conference), [ASA]);
}

/// F21
#[test]
fn a_search_asks_eight_members_and_no_ninth() {
    let scene = State::Searching.scene();
    let no = Order::No.command(&scene);
    let told = |tried: usize| {
        let mut thread = thread(&scene).clone();
        let search = thread.conversation.offers[0].group_offer.as_mut().unwrap();
        search.tried = (0..tried).map(|n| (id(&format!("agent-{n}")), true)).collect();
        let ctx = scene.world.context(0, &agent(ASA), &no);
        outcome(&domain::decide(Some(&thread), &no, &ctx))
    };
    assert_eq!(told(6), "ok: OfferPassed(Rejected) OfferMoved Routed TimerArmed(Offer)");
    assert_eq!(told(7), "ok: Rejected");
}

#[test]
fn a_pending_request_for_a_new_discussion_takes_the_place_of_one() {
    let told = |first: &Command| {
        let mut scene = State::Talks.scene();
        scene.gives(&agent(MARK), first.clone());
        give(&mut scene, Who::Owner, ask(OfferKind::Discuss, MIRA))
    };
    let made = "ok: OfferMade(Discuss) TimerArmed(Offer)";
    assert_eq!(told(&ask(OfferKind::Discuss, HANA)), "too_many_discussions");
    assert_eq!(told(&ask(OfferKind::Conference, HANA)), made);
    assert_eq!(told(&join(State::Talks.scene().discussion, HANA)), made);
}

#[test]
fn a_discussion_has_five_consultants_with_those_who_are_asked_to_join() {
    let four = || {
        let mut scene = State::Panel.scene();
        for who in [HANA, MIRA] {
            let offer = scene.gives(&agent(MARK), join(scene.discussion, who));
            scene.gives(&agent(who), Command::AcceptOffer(offer::Accept { offer }));
        }
        scene
    };
    let made = "ok: OfferMade(Discuss) TimerArmed(Offer)";
    let mut scene = four();
    let talk = scene.discussion;
    assert_eq!(give(&mut scene, Who::Owner, join(talk, STAN)), made);
    assert_eq!(give(&mut scene, Who::Owner, join(talk, MONA)), "too_many_experts");
    // A request for another discussion takes no place in this one.
    let mut scene = four();
    assert_eq!(give(&mut scene, Who::Owner, ask(OfferKind::Discuss, STAN)), made);
    assert_eq!(give(&mut scene, Who::Owner, join(talk, MONA)), made);
}

/// F48: a pending offer to take over has reserved the room for its colleague already.
#[test]
fn a_reserved_place_is_enough_to_hand_the_conversation_over() {
    let full = |kind, who: &str| {
        let mut scene = State::Talk.scene();
        scene.gives(&agent(MARK), ask(kind, who));
        for who in [HANA, EVA] {
            let views = &mut scene.world.workloads.views;
            let view = views.get_mut(&id::<domain::AgentId>(who)).unwrap();
            view.capacity = u32::try_from(view.open.len()).unwrap();
        }
        scene
    };
    let told = |kind, who, order: Order| {
        let scene = full(kind, who);
        decided(&scene, &agent(MARK), &order.command(&scene), |_| {})
    };
    let given = "ok: Rescinded DiscussionEnded(Transferred) Assigned(Transfer)";
    assert_eq!(told(OfferKind::Assign, HANA, Order::Give), given);
    assert_eq!(told(OfferKind::Conference, HANA, Order::Give), "target_full");
    assert_eq!(told(OfferKind::Assign, MIRA, Order::Give), "target_full");
    let promoted = told(OfferKind::Assign, EVA, Order::Promote);
    assert!(promoted.ends_with("Assigned(Transfer)"), "{promoted}");
    assert_eq!(told(OfferKind::Conference, HANA, Order::Promote), "target_full");
    assert_eq!(told(OfferKind::Assign, HANA, Order::Promote), "target_full");
    // Without such an offer, room is needed, and enough.
    let mut scene = State::Talk.scene();
    assert!(
        decided(&scene, &agent(MARK), &Order::Promote.command(&scene), |_| {})
            .ends_with("Assigned(Transfer)")
    );
    scene.world.workloads.seat(id(HANA), 0);
    assert_eq!(decided(&scene, &agent(MARK), &Order::Give.command(&scene), |_| {}), "target_full");
}

/// F42
#[test]
fn the_queues_usual_way_counts_only_where_an_owner_names_a_colleague() {
    let told = |who: Who, to| {
        let mut scene = State::Active.scene();
        scene.rule(|policy| policy.transfer_mode = domain::TransferMode::Offer);
        let transfer = transfer::Transfer { to, mode: None, note: None };
        give(&mut scene, who, Command::Transfer(transfer))
    };
    let hana = || Target::Agent(id(HANA));
    assert_eq!(told(Who::Owner, hana()), "ok: OfferMade(Assign) TimerArmed(Offer)");
    assert_eq!(told(Who::Manager, hana()), "ok: Assigned(Manager)");
    assert_eq!(told(Who::Owner, Target::Queue(id("sales"))), "ok: Requeued(Transferred)");
}

#[test]
fn a_command_names_the_target_that_it_asks_or_hands_something_to() {
    let scene = State::Active.scene();
    for (order, who) in [
        (Order::Give, Some(HANA)),
        (Order::GiveByOffer, Some(HANA)),
        (Order::Discuss, Some(HANA)),
        (Order::Confer, Some(MONA)),
        (Order::OfferToTeam, None),
    ] {
        let command = order.command(&scene);
        let agent = command.target().unwrap().agent().map(domain::AgentId::as_str);
        assert_eq!(agent, who, "{}", order.word());
    }
    assert_eq!(Order::Send.command(&scene).target(), None);
}

//! The effects of an entry: workloads, mentions, the outbox, and what the store keeps.

use crate::pure::orders::{Order, Who};
use crate::pure::states::{Scene, State, ask, hand, send, write};
use crate::pure::steps::thread;
use crate::pure::{ASA, CHAT, EVA, HANA, MARK, MIRA, MONA, agent, id};
use domain::effect::{self, Effects, Take, WorkloadChange};
use domain::{
    AgentId, Command, ConversationId, MonitorMode, OfferId, OfferKind, Target, WrapUp,
    conversation, message, monitoring, offer,
};

fn effects(scene: &Scene) -> &Effects {
    &scene.world.logs[0].last().unwrap().effects
}

/// The effects of an order of the table.
fn of(state: State, order: Order, who: Who) -> (Effects, Scene) {
    let mut scene = state.scene();
    order.give(&mut scene, who).unwrap();
    (effects(&scene).clone(), scene)
}

fn numbered(scene: &Scene, number: u64) -> OfferId {
    OfferId { thread: thread(scene).id.clone(), number }
}

fn taken(conversation: ConversationId, must_be_available: bool) -> WorkloadChange {
    WorkloadChange { take: Some(Take { conversation }), must_be_available, ..Default::default() }
}

/// F46, F48: an agent who takes work is there; an agent who gets it from somebody else must be.
#[test]
fn work_needs_an_available_agent_unless_that_agent_took_it() {
    for (state, order, who, holder, must) in [
        (State::Queued, Order::Accept, Who::Owner, MARK, false),
        (State::Active, Order::Give, Who::Owner, HANA, true),
        (State::Given, Order::AutoAssign, Who::Engine, HANA, true),
        (State::Active, Order::Offer, Who::Owner, HANA, true),
        (State::Talk, Order::Promote, Who::Owner, EVA, true),
    ] {
        let (effects, scene) = of(state, order, who);
        let change = effects.workloads.get(&id::<AgentId>(holder)).cloned().unwrap();
        let wanted = taken(thread(&scene).conversation_id(), must);
        let change = WorkloadChange { dismiss: Vec::new(), ..change };
        assert_eq!(change, wanted, "{} when {}", order.word(), state.word());
    }
    // Hana got the conversation from Mark: an agent who takes back her end gives it to her again,
    // unless she does so herself.
    for (who, must) in [(HANA, false), (MONA, true)] {
        let mut scene = State::Pending.scene();
        scene.gives(&agent(MARK), hand(Target::Agent(id(HANA))));
        let resolve = Command::Resolve(conversation::Resolve { note: None });
        let entry = scene.gives(&agent(who), resolve);
        scene.gives(&agent(who), Command::Undo(conversation::Undo { entry }));
        let wanted = taken(thread(&scene).conversation_id(), must);
        assert_eq!(effects(&scene).workloads.get(&id::<AgentId>(HANA)), Some(&wanted), "{who}");
    }
    // That Mark had once picked it from the queue does not mean that he is there now.
    for (who, must) in [(MARK, false), (MONA, true)] {
        let mut scene = State::Queued.scene();
        scene.gives(&agent(MARK), Command::Accept);
        let resolve = Command::Resolve(conversation::Resolve { note: None });
        let entry = scene.gives(&agent(who), resolve);
        scene.gives(&agent(who), Command::Undo(conversation::Undo { entry }));
        let wanted = taken(thread(&scene).conversation_id(), must);
        assert_eq!(effects(&scene).workloads.get(&id::<AgentId>(MARK)), Some(&wanted), "{who}");
    }
}

#[test]
fn an_invitation_needs_an_available_colleague_and_a_monitor_comes_unasked() {
    for (state, order, who, invited, must) in [
        (State::Active, Order::Discuss, Who::Owner, HANA, true),
        (State::Active, Order::Confer, Who::Owner, MONA, true),
        (State::Active, Order::Monitor, Who::Manager, MONA, false),
    ] {
        let (effects, scene) = of(state, order, who);
        let wanted = WorkloadChange {
            invite: vec![numbered(&scene, thread(&scene).seq)],
            must_be_available: must,
            ..Default::default()
        };
        assert_eq!(effects.workloads.into_iter().collect::<Vec<_>>(), [(id(invited), wanted)]);
    }
    // The offer's number stays on the workload through the discussion and goes with its end.
    let (effects, scene) = of(State::Talk, Order::End, Who::Owner);
    let gone = vec![numbered(&scene, scene.discussion)];
    let wanted = WorkloadChange { dismiss: gone, ..Default::default() };
    assert_eq!(effects.workloads.into_iter().collect::<Vec<_>>(), [(id(EVA), wanted)]);
}

#[test]
fn invitations_are_offers_discussions_guests_and_monitors_but_no_offers_to_take_over() {
    let invited = |scene: &Scene| -> Vec<(String, u64)> {
        let all = effect::invitations(thread(scene));
        all.into_iter().map(|(agent, offer)| (agent.to_string(), offer.number)).collect()
    };
    for (state, who) in [
        (State::Active, None),
        (State::Offered, None),
        (State::Asked, Some(ASA)),
        (State::Talk, Some(EVA)),
        (State::Invited, Some(EVA)),
        (State::Conference, Some(EVA)),
        (State::Silent, Some(MONA)),
    ] {
        let found: Vec<String> = invited(&state.scene()).into_iter().map(|(who, _)| who).collect();
        assert_eq!(
            found,
            who.into_iter().map(str::to_owned).collect::<Vec<_>>(),
            "{}",
            state.word()
        );
    }
    let mut scene = State::Talk.scene();
    let talk = scene.discussion;
    let asked = scene.gives(&agent(MARK), ask(OfferKind::Conference, ASA));
    scene.gives(&agent(ASA), Command::AcceptOffer(offer::Accept { offer: asked }));
    let discuss = scene.gives(&agent(MARK), ask(OfferKind::Discuss, HANA));
    let looks = Command::Monitor(monitoring::Start { mode: MonitorMode::Silent });
    let looks = scene.gives(&agent(MONA), looks);
    let wanted = [(HANA, discuss), (EVA, talk), (ASA, asked), (MONA, looks)];
    assert_eq!(invited(&scene), wanted.map(|(who, number)| (who.to_owned(), number)));
}

#[test]
fn room_is_held_by_owners_asked_colleagues_and_wrap_ups() {
    let mut scene = State::WrapMust.scene();
    scene.gives(&Who::Customer.caller(), write());
    scene.gives(&agent(MIRA), Command::Accept);
    scene.gives(&agent(MIRA), ask(OfferKind::Assign, HANA));
    scene.gives(&agent(MIRA), ask(OfferKind::Discuss, ASA));
    let held: Vec<(String, u32)> = effect::holders(thread(&scene))
        .into_iter()
        .map(|(agent, conversation)| (agent.to_string(), conversation.number))
        .collect();
    assert_eq!(held, [(HANA, 2), (MARK, 1), (MIRA, 2)].map(|(who, n)| (who.to_owned(), n)));
    assert_eq!(scene.world.policy.wrap_up, WrapUp::Mandatory);
}

/// F80
#[test]
fn a_comments_entry_names_the_colleagues_whom_it_mentions() {
    let (effects, _) = of(State::Active, Order::Mention, Who::Owner);
    assert_eq!(effects.mentions, [id::<AgentId>(HANA)]);
    let (effects, _) = of(State::Active, Order::Comment, Who::Owner);
    assert_eq!(effects.mentions, []);
    let (effects, _) = of(State::Active, Order::Send, Who::Owner);
    assert_eq!(effects.mentions, []);
}

/// F77
#[test]
fn an_entry_wakes_the_outbox_only_if_it_adds_a_message_for_the_provider() {
    let (sent, mut scene) = of(State::Active, Order::Send, Who::Owner);
    assert!(sent.outbox);
    // The message still waits while a comment comes.
    scene.gives(&agent(MARK), Order::Comment.command(&scene.clone()));
    assert!(!effects(&scene).outbox && !thread(&scene).outbox.pending.is_empty());
    // A channel without a provider has nothing to wait for.
    let mut chat = State::Active.scene();
    chat.world.channel = CHAT;
    chat.gives(&agent(MARK), send());
    assert!(!effects(&chat).outbox && thread(&chat).outbox.pending.is_empty());
    let (retried, scene) = of(State::Failed, Order::Retry, Who::Owner);
    assert!(retried.outbox);
    let retry = Command::Retry(message::Retry { message: scene.message });
    assert!(scene.clone().world.give(0, &agent(MARK), &retry).is_err());
}

/// Every log entry holds the state, so the state leaves out whatever is as at the beginning.
#[test]
fn a_stored_state_leaves_out_what_is_as_at_the_beginning() {
    let keys = |scene: &Scene| {
        let stored = serde_json::to_value(thread(scene)).unwrap();
        let of = |value: &serde_json::Value| {
            value.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(" ")
        };
        (of(&stored), of(&stored["v"]))
    };
    let scene = State::Queued.scene();
    assert_eq!(keys(&scene), ("a c i k n p q v".into(), "b e j l m n q s t u w".into()));
    let scene = State::Active.scene();
    assert_eq!(keys(&scene), ("a c i k n p q v".into(), "b e g h l m n o q s t u w".into()));
    let mut scene = State::Pending.scene();
    scene.gives(&agent(MONA), Order::Prioritise.command(&scene.clone()));
    scene.gives(&agent(MARK), Order::Requeue.command(&scene.clone()));
    scene.gives(&agent(MARK), Order::Tag.command(&scene.clone()));
    let (all, newest) = keys(&scene);
    assert_eq!(all, "a c i k n p q v x");
    assert_eq!(newest, "a b bb e j l m n q ra s t u w y z");
}

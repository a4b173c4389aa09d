//! The rights to look on, and the people who see a monitor.

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State, ask, hand};
use crate::pure::{HANA, MARK, MONA, agent, id};
use domain::audience::{self, Reader};
use domain::{Act, Command, MonitorMode, OfferKind, Target, message, monitoring, offer};

/// F105
#[test]
fn an_admin_moves_and_reads_a_conversation_whose_queue_is_gone() {
    let scene = State::Queued.scene();
    let comment = Command::Comment(message::Comment {
        text: "hm".to_owned(),
        mentions: Vec::new(),
        files: Vec::new(),
    });
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
        assert_eq!(asks(Who::Manager), "not_found");
    }
}

/// F30
#[test]
fn a_coachs_line_is_read_by_the_owner_and_the_coaches_for_ever_and_by_nobody_else() {
    let mut scene = State::Coached.scene();
    let ada = Who::Admin.caller();
    scene.gives(&ada, Command::Monitor(monitoring::Start { mode: MonitorMode::Silent }));
    let line = Command::Coach(monitoring::Coach { text: "Ask for the order number.".to_owned() });
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
    // A new owner reads the coach's lines from then on, and the earlier owner no longer does.
    let mut later = scene.clone();
    later.gives(&agent(MARK), hand(Target::Agent(id(HANA))));
    later.gives(&agent(HANA), line.clone());
    assert_eq!(read_by(&later), [HANA, MONA]);
    scene.gives(&ada, Command::Monitor(monitoring::Start { mode: MonitorMode::Coach }));
    scene.gives(&agent(MARK), line);
    assert_eq!(read_by(&scene), [MARK, MONA, "ada"]);
}

/// F30
#[test]
fn a_silent_monitor_is_known_to_managers_only() {
    let scene = State::Silent.scene();
    let event = &scene.world.logs[0].last().unwrap().entry.events[0];
    let sees =
        |who: &str, manages| audience::agent_sees(event, Reader { agent: &id(who), manages });
    assert!(sees("sam", true) && sees(MONA, false));
    assert!(!sees(MARK, false) && !sees(HANA, false));
}

fn may(scene: &Scene) -> Vec<Act> {
    let mona = crate::pure::profile(MONA, 2).unwrap();
    domain::may(&mona, scene.world.thread(0).unwrap(), Some(&id("support")))
}

/// F30
#[test]
fn a_manager_who_takes_part_in_a_conversation_cannot_look_on() {
    let looks = || Command::Monitor(monitoring::Start { mode: MonitorMode::Silent });
    let told = |part: &dyn Fn(&mut Scene)| {
        let mut scene = State::Active.scene();
        part(&mut scene);
        let offered = may(&scene).contains(&Act::Monitor);
        (outcome(&scene.world.give(0, &agent(MONA), &looks())), offered)
    };
    let talks = |scene: &mut Scene| {
        let offer = scene.gives(&agent(MARK), ask(OfferKind::Discuss, MONA));
        scene.gives(&agent(MONA), Command::AcceptOffer(offer::Accept { offer }));
    };
    let owns = |scene: &mut Scene| {
        scene.gives(&agent(MARK), hand(Target::Agent(id(MONA))));
    };
    assert_eq!(told(&|_| {}), ("ok: Monitoring(Silent)".to_owned(), true));
    for part in [&talks as &dyn Fn(&mut Scene), &owns, &|scene| scene.confers(MONA)] {
        assert_eq!(told(part), ("already_involved".to_owned(), false));
    }
}

/// F35
#[test]
fn a_guest_can_be_removed_only_where_there_is_one() {
    assert!(may(&State::Conference.scene()).contains(&Act::RemoveGuest));
    assert!(!may(&State::Active.scene()).contains(&Act::RemoveGuest));
}

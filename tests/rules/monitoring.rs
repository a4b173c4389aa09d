//! The rights to look on, and the people who see a monitor.

use crate::pure::orders::{Order, Who, outcome};
use crate::pure::states::{Scene, State, hand};
use crate::pure::{HANA, MARK, MONA, agent, id};
use domain::audience::{self, Reader};
use domain::{Command, MonitorMode, Target, message, monitoring};

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

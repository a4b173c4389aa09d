//! The engine gives waiting conversations out, and says how it chose the agent (F47, F63).

use crate::budgets::{budget, hold};
use crate::world::{World, asks, reads};
use domain::{AgentId, Millis};
use serde_json::{Value, json};
use store::settings::directory::{Agent as Record, Record as Any};

fn customer(n: usize) -> String {
    format!("1650555{n:04}")
}

/// Lets the queue `support` give out its work, by these rules on top.
async fn gives_out(world: &World, mut own: Value) {
    own["mode"] = json!("auto");
    let route = "/v1/settings/queues/support";
    let version = reads(world, "ada", route).await["version"].clone();
    let (status, answer) =
        asks(world, "ada", "PUT", route, json!({"own": own, "version": version})).await;
    assert_eq!(status, 200, "{answer}");
}

async fn arrives(world: &World, n: usize) {
    world.stand_still_until(world.now() + Millis::seconds(1));
    world.customer_writes(&customer(n), "Hello").await;
}

async fn owner(world: &World, n: usize) -> Option<String> {
    let thread = world.state(&world.thread(&customer(n))).await;
    thread.conversation.owner.map(|agent| agent.to_string())
}

async fn owners(world: &World, numbers: std::ops::Range<usize>) -> Vec<String> {
    let mut all = Vec::new();
    for n in numbers {
        all.push(owner(world, n).await.unwrap_or_default());
    }
    all
}

/// The newest choice in a log, as it is stored.
async fn routed(world: &World, n: usize) -> domain::Routing {
    let log = world.log(&world.thread(&customer(n))).await;
    let events = log.into_iter().flat_map(|e| e.events);
    let found = events.filter_map(|e| match e {
        domain::Event::Routed(routing) => Some(routing),
        _ => None,
    });
    found.collect::<Vec<_>>().pop().unwrap()
}

async fn does(world: &World, who: &crate::world::Agent<'_>, n: usize, command: Value) {
    let conversation = format!("{}-1", world.thread(&customer(n)));
    let answer = who.does("assignment", &conversation, command).await;
    assert_eq!(answer["type"], "ack", "{answer}");
}

#[tokio::test]
async fn the_least_loaded_agent_gets_it_and_a_tie_is_explained() {
    let world = World::new().await;
    let (_mark, _martha) = (world.agent("mark").await, world.agent("martha").await);
    gives_out(&world, json!({"strategy": "least_loaded"})).await;
    for n in 0..4 {
        arrives(&world, n).await;
    }
    assert_eq!(owners(&world, 0..4).await, ["mark", "martha", "mark", "martha"]);
    use domain::Decider;
    let decided: Vec<Decider> =
        [routed(&world, 0).await, routed(&world, 1).await, routed(&world, 2).await]
            .map(|r| r.decided_by)
            .into();
    assert_eq!(decided, [Decider::Id, Decider::Load, Decider::Idle]);
    let weighed = routed(&world, 1).await.weighed;
    let nina: AgentId = "nina".parse().unwrap();
    let gone = weighed.iter().find(|w| w.agent == nina).unwrap();
    assert_eq!(gone.excluded, Some(domain::Excluded::Offline));
}

#[tokio::test]
async fn the_longest_idle_agent_gets_it_whatever_their_load() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    gives_out(&world, json!({"strategy": "longest_idle"})).await;
    for n in 0..3 {
        arrives(&world, n).await;
    }
    assert_eq!(owners(&world, 0..3).await, ["mark", "martha", "mark"]);
    // Martha has been idle for longer; then she finishes a conversation, and has not.
    world.stand_still_until(world.now() + Millis::seconds(1));
    does(&world, &martha, 1, json!({"type": "resolve"})).await;
    arrives(&world, 3).await;
    assert_eq!(owner(&world, 3).await.as_deref(), Some("mark"), "he has more, and waited longer");
    drop(mark);
}

#[tokio::test]
async fn round_robin_asks_the_agent_whose_turn_was_longest_ago() {
    let world = World::new().await;
    let (_mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    gives_out(&world, json!({"strategy": "round_robin"})).await;
    for n in 0..3 {
        arrives(&world, n).await;
    }
    // A conversation that leaves her workload does not change whose turn it is.
    world.stand_still_until(world.now() + Millis::seconds(1));
    does(&world, &martha, 1, json!({"type": "resolve"})).await;
    for n in 3..5 {
        arrives(&world, n).await;
    }
    assert_eq!(owners(&world, 2..5).await, ["mark", "martha", "mark"]);
    assert_eq!(routed(&world, 3).await.decided_by, domain::Decider::Turn);
}

#[tokio::test]
async fn only_an_agent_with_the_skills_gets_it() {
    let world = World::new().await;
    let (_mark, _nina) = (world.agent("mark").await, world.agent("nina").await);
    gives_out(&world, json!({"skills": ["german"]})).await;
    for n in 0..6 {
        arrives(&world, n).await;
    }
    assert!(owners(&world, 0..5).await.iter().all(|owner| owner == "nina"));
    assert_eq!(owner(&world, 5).await, None, "nina is full, and mark knows no German");
}

#[tokio::test]
async fn waiting_conversations_go_out_when_an_agent_comes_or_becomes_available() {
    let world = World::new().await;
    gives_out(&world, json!({})).await;
    arrives(&world, 0).await;
    assert_eq!(owner(&world, 0).await, None);
    let mark = world.agent("mark").await;
    assert_eq!(owner(&world, 0).await.as_deref(), Some("mark"), "he has just come");
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    arrives(&world, 1).await;
    assert_eq!(owner(&world, 1).await, None);
    mark.says(json!({"action": "presence", "presence": "available"})).await;
    assert_eq!(owner(&world, 1).await.as_deref(), Some("mark"));
}

/// Adds this many agents to the team, none of whom is there.
async fn large_team(world: &World, more: usize) {
    let template = platform::demo::records().into_iter().find_map(|r| match r {
        Any::Agent(a) if a.profile.id.as_str() == "mark" => Some(a),
        _ => None,
    });
    let template = template.unwrap();
    let records: Vec<Any> = (0..more)
        .map(|n| {
            let mut profile = template.profile.clone();
            profile.id = format!("extra{n:03}").parse().unwrap();
            Any::Agent(Record { profile, ..template.clone() })
        })
        .collect();
    for some in records.chunks(25) {
        world.app.store.put_records(some).await.unwrap();
    }
    world.app.refresh_directory();
}

#[tokio::test]
async fn a_handful_of_a_large_team_is_looked_at_and_an_available_agent_is_found() {
    let world = World::new().await;
    large_team(&world, 39).await;
    let mark = world.agent("mark").await;
    gives_out(&world, json!({})).await;
    // By chance Mark would be among the ten in one of four draws.
    for n in 0..5 {
        arrives(&world, n).await;
        assert_eq!(owner(&world, n).await.as_deref(), Some("mark"));
        let routing = routed(&world, n).await;
        assert!(routing.weighed.len() + routing.more as usize <= 10);
    }
    arrives(&world, 5).await;
    assert_eq!(owner(&world, 5).await, None, "he is full");
    does(&world, &mark, 0, json!({"type": "resolve"})).await;
    assert_eq!(owner(&world, 5).await.as_deref(), Some("mark"), "room was freed");
}

#[tokio::test]
async fn a_customer_left_without_an_answer_goes_first_and_to_another_agent() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    gives_out(&world, json!({"requeue_after_seconds": 600})).await;
    // The clock goes round from now on.
    world.pass(Millis::seconds(1)).await;
    arrives(&world, 0).await;
    assert_eq!(owner(&world, 0).await.as_deref(), Some("mark"));
    mark.says(json!({"action": "presence", "presence": "away"})).await;
    for n in 1..3 {
        arrives(&world, n).await;
    }
    world.pass(Millis::minutes(11)).await;
    let (waiting, _) = world.app.store.waiting(&"support".parse().unwrap(), 10).await.unwrap();
    let first = world.thread(&customer(0));
    assert_eq!((waiting.len(), &waiting[0].conversation.thread), (3, &first), "back in front");
    mark.says(json!({"action": "presence", "presence": "available"})).await;
    assert_eq!(owners(&world, 0..3).await, ["", "mark", "mark"], "not to him again");
    let _martha = world.agent("martha").await;
    assert_eq!(owner(&world, 0).await.as_deref(), Some("martha"));
}

#[tokio::test]
async fn giving_out_stays_within_its_budget() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    gives_out(&world, json!({})).await;
    arrives(&world, 100).await;
    world.stand_still_until(world.now() + Millis::seconds(1));
    world.wires.spent();
    world.customer_writes(&customer(0), "Hello").await;
    // Two commits, three workloads, and two looks at the queue: the first finds the place, the
    // second none.
    hold(&budget("auto-assign of a newcomer", 8, 20.0, 12.0), &[world.wires.spent()]);
    for n in 1..10 {
        arrives(&world, n).await;
    }
    let n = (0..10).rev().find(|n| *n < 9).unwrap();
    let who = if owner(&world, n).await.as_deref() == Some("mark") { &mark } else { &martha };
    world.wires.spent();
    does(&world, who, n, json!({"type": "resolve"})).await;
    hold(&budget("auto-assign when room is freed", 9, 20.0, 16.0), &[world.wires.spent()]);
}

/// The whole team is at work, and the engine looks at no more than a handful of agents.
#[tokio::test]
async fn automatic_assignment_costs_as_much_in_a_team_of_five_hundred_as_in_one_of_ten() {
    let mut spent = Vec::new();
    for (more, what) in
        [(10, "auto-assign, ten at work"), (500, "auto-assign, five hundred at work")]
    {
        let world = World::new().await;
        large_team(&world, more).await;
        for n in 0..more {
            let agent = format!("extra{n:03}").parse().unwrap();
            world.app.store.add_socket(&agent, &format!("s{n}")).await.unwrap();
        }
        gives_out(&world, json!({})).await;
        arrives(&world, 100).await;
        world.stand_still_until(world.now() + Millis::seconds(1));
        world.wires.spent();
        world.customer_writes(&customer(0), "Hello").await;
        let meter = world.wires.spent();
        assert!(owner(&world, 0).await.is_some());
        hold(&budget(what, 9, 20.0, 20.0), &[meter]);
        spent.push(meter);
    }
    assert_eq!(spent[0].requests, spent[1].requests);
    assert!((spent[1].reads - spent[0].reads).abs() < 2.0, "{spent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_agents_who_accept_at_once_a_thousand_times_never_both_get_it() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    for who in ["mark", "martha"] {
        let changed =
            asks(&world, "ada", "PUT", &format!("/v1/agents/{who}"), json!({"capacity": 3})).await;
        assert_eq!(changed.0, 200);
    }
    let (mut taken, mut full, mut both) = (0, 0, 0);
    for n in 0..1_000 {
        world.customer_writes(&customer(n), "Hello").await;
        let conversation = format!("{}-1", world.thread(&customer(n)));
        let accept = || json!({"type": "accept"});
        let (a, b) = futures_util::future::join(
            mark.does("assignment", &conversation, accept()),
            martha.does("assignment", &conversation, accept()),
        )
        .await;
        let owner = owner(&world, n).await;
        for (me, answer) in [("mark", &a), ("martha", &b)] {
            match (answer["type"].as_str(), answer["code"].as_str()) {
                (Some("ack"), _) => assert_eq!(owner.as_deref(), Some(me), "{answer}"),
                (_, Some("already_taken")) => {
                    assert_eq!(answer["agent"].as_str(), owner.as_deref(), "names the winner");
                    both += 1;
                }
                (_, Some("at_capacity")) => full += 1,
                other => panic!("{other:?}: {answer}"),
            }
        }
        assert!(a["type"] != "ack" || b["type"] != "ack", "two owners");
        taken += usize::from(owner.is_some());
        let workloads = world.app.store.workloads().await.unwrap();
        assert!(workloads.values().all(|workload| workload.open.len() <= 3), "over capacity");
        // Now and then the agents clear their workloads, so that a full workload is part of the
        // test.
        if n % 8 == 7 {
            for (who, name) in [(&mark, "mark"), (&martha, "martha")] {
                for open in workloads[&name.parse().unwrap()].open.clone() {
                    who.does("assignment", &open, json!({"type": "resolve"})).await;
                }
            }
        }
    }
    println!("RACE 1000 conversations: {taken} taken, {both} lost to the other, {full} full");
    assert!(taken > 500 && both > 100 && full > 100);
}

#[tokio::test]
async fn waiting_conversations_go_out_at_once_when_the_queue_becomes_automatic() {
    let world = World::new().await;
    let (_mark, _martha) = (world.agent("mark").await, world.agent("martha").await);
    for n in 0..2 {
        arrives(&world, n).await;
    }
    assert_eq!(owners(&world, 0..2).await, ["", ""], "they wait for somebody who takes them");
    gives_out(&world, json!({"strategy": "least_loaded"})).await;
    assert_eq!(owners(&world, 0..2).await, ["mark", "martha"]);
}

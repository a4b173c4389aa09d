//! Managers look on, coach or barge in; the test holds who sees it (F30).

use serde_json::{Value, json};

use crate::world::scene::{
    SMITH, agreed, does, events_of, has, kinds, newest, one, people, read_by, refused, say,
    seen_by, sent, taken, talk, text,
};
use crate::world::{Agent, Visitor, World, reads};

fn monitor(mode: &str) -> Value {
    json!({"type": "monitor", "mode": mode})
}

fn coach(text: &str) -> Value {
    json!({"type": "coach", "text": text})
}

fn all(frames: Vec<Value>) -> String {
    json!(frames).to_string()
}

#[tokio::test]
async fn a_silent_monitor_sees_everything_and_leaves_no_trace_for_agents() {
    let world = World::new().await;
    let [mark, martha, olga] = people(&world, ["mark", "martha", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    agreed(&mark, &martha, &conversation, json!({"type": "confer", "to": "martha"})).await;
    assert!(olga.told("entries").is_empty());
    for agent in [&mark, &martha] {
        agent.frames();
    }
    does(&olga, &conversation, monitor("silent")).await;
    let push = newest(&olga);
    assert_eq!(push["following"], true);
    has(one(&events_of(&push), "monitoring"), json!({"agent": "olga", "mode": "silent"}));
    assert_eq!(push["conversation"]["monitors"], json!([{"agent": "olga", "mode": "silent"}]));
    let thread = world.thread(SMITH).to_string();
    let frames = olga.says(json!({"action": "catch_up", "thread": thread, "after": 0})).await;
    assert!(all(frames).contains("My kettle leaks"), "what was before, too");
    // Olga sees the conversation live.
    does(&mark, &conversation, text("Which kettle?")).await;
    does(&mark, &conversation, json!({"type": "comment", "text": "A regular"})).await;
    world.customer_writes(SMITH, "The blue one").await;
    assert_eq!(kinds(&olga.events()), ["agent_message", "comment", "customer_message"]);
    // Agents see no trace of her: in pushes, snapshots and the API.
    let snapshot = mark.says(json!({"action": "catch_up", "thread": thread, "after": 0})).await;
    assert!(snapshot.iter().any(|f| f["type"] == "snapshot"));
    for agent in [&mark, &martha] {
        let told = all(agent.frames());
        assert!(!told.contains("olga") && !told.contains("\"monitoring\""), "{}: {told}", agent.id);
    }
    assert!(!all(snapshot).contains("olga"));
    for who in ["mark", "martha", "nina"] {
        let read = read_by(&world, who, &conversation).await;
        assert!(!read.contains("olga"), "{who}: {read}");
    }
    let hello = world.agent("mark").await.says(json!({"action": "hello", "positions": {}})).await;
    let snapshots: Vec<Value> = hello.into_iter().filter(|f| f["type"] == "snapshot").collect();
    assert!(!snapshots.is_empty() && !all(snapshots).contains("olga"));
    // Managers see her.
    let seen = seen_by(&world, "ada", &conversation).await;
    assert_eq!(seen["monitors"], json!([{"agent": "olga", "mode": "silent"}]));
    // The customer and the owner do not hear a manager who only looks on.
    mark.frames();
    refused(&olga, &conversation, text("x"), "not_owner").await;
    refused(&olga, &conversation, coach("x"), "not_monitoring").await;
    does(&olga, &conversation, json!({"type": "stop_monitoring"})).await;
    assert!(!all(mark.frames()).contains("olga"));
    assert_eq!(newest(&olga)["following"], false);
    assert_eq!(seen_by(&world, "ada", &conversation).await["monitors"], json!([]));
    world.customer_writes(SMITH, "Hello?").await;
    assert!(olga.told("entries").is_empty(), "it is over");
    refused(&olga, &conversation, json!({"type": "stop_monitoring"}), "not_monitoring").await;
}

#[tokio::test]
async fn a_coachs_line_reaches_the_owner_and_nobody_else() {
    let world = World::new().await;
    let [mark, martha, nina, olga, ada] =
        people(&world, ["mark", "martha", "nina", "olga", "ada"]).await;
    let vera = Visitor::connect(&world, "vera").await;
    vera.writes("Is the lamp back?").await;
    let conversation = format!("{}-1", vera.thread());
    does(&mark, &conversation, json!({"type": "accept"})).await;
    agreed(&mark, &martha, &conversation, json!({"type": "confer", "to": "martha"})).await;
    talk(&mark, &nina, &conversation).await;
    does(&ada, &conversation, monitor("silent")).await;
    refused(&mark, &conversation, coach("Is somebody there?"), "nobody_coaches").await;
    for agent in [&mark, &martha, &nina, &olga, &ada] {
        agent.frames();
    }
    vera.frames();
    does(&olga, &conversation, monitor("coach")).await;
    for agent in [&mark, &martha, &nina, &ada] {
        has(one(&agent.events(), "monitoring"), json!({"agent": "olga", "mode": "coach"}));
    }
    does(&olga, &conversation, coach("Offer the larger lamp")).await;
    does(&mark, &conversation, coach("For the same price?")).await;
    refused(&olga, &conversation, coach("  "), "text_missing").await;
    refused(&olga, &conversation, coach(&"x".repeat(4_001)), "text_too_long").await;
    refused(&martha, &conversation, coach("x"), "not_monitoring").await;
    refused(&ada, &conversation, coach("x"), "not_monitoring").await;
    for agent in [&mark, &olga] {
        let lines: Vec<Value> = agent
            .events()
            .into_iter()
            .filter(|e| e["type"] == "coach_line")
            .map(|e| e["text"].clone())
            .collect();
        assert_eq!(lines, ["Offer the larger lamp", "For the same price?"], "{}", agent.id);
    }
    for agent in [&martha, &nina, &ada] {
        let told = all(agent.frames());
        assert!(!told.contains("larger lamp") && !told.contains("same price"), "{told}");
        assert!(!read_by(&world, &agent.id, &conversation).await.contains("larger lamp"));
    }
    assert_eq!(vera.frames(), Vec::<Value>::new());
    let again = Visitor::connect(&world, "vera").await;
    let frames = again.sends("connection", &json!({"action": "hello", "after": 0})).await;
    assert!(!all(frames).contains("larger lamp"));
    assert_eq!(sent(&world).await, Vec::<String>::new());
    // A later owner does not read the coach's lines to Mark; Mark still does.
    let transfer = json!({"type": "transfer", "to": {"agent": "nina"}});
    does(&mark, &conversation, transfer).await;
    assert!(!read_by(&world, "nina", &conversation).await.contains("larger lamp"));
    assert!(read_by(&world, "mark", &conversation).await.contains("larger lamp"));
    // Ada, who coaches later, does not read them, either.
    does(&ada, &conversation, monitor("coach")).await;
    assert!(!read_by(&world, "ada", &conversation).await.contains("larger lamp"));
    nina.frames();
    does(&ada, &conversation, coach("Be kind")).await;
    assert_eq!(one(&nina.events(), "coach_line")["text"], "Be kind");
    assert_eq!(one(&olga.events(), "coach_line")["text"], "Be kind", "she coaches, too");
}

#[tokio::test]
async fn a_manager_who_barges_in_speaks_with_everybody_and_can_change_the_mode() {
    let world = World::new().await;
    let [mark, olga] = people(&world, ["mark", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&olga, &conversation, monitor("silent")).await;
    mark.frames();
    does(&olga, &conversation, monitor("barge")).await;
    has(one(&mark.events(), "monitoring"), json!({"agent": "olga", "mode": "barge"}));
    does(&olga, &conversation, text("Olga here, we will replace it")).await;
    let push = newest(&mark);
    assert_eq!(push["entries"][0]["by"], "agent:olga");
    has(
        one(&events_of(&push), "agent_message"),
        json!({"content": {"kind": "text", "text": "Olga here, we will replace it"}}),
    );
    assert_eq!(push["conversation"]["owner"], "mark");
    assert_eq!(sent(&world).await, ["Olga here, we will replace it"]);
    for command in [
        json!({"type": "discuss", "to": "mark"}),
        json!({"type": "send_survey", "survey": "Satisfaction"}),
    ] {
        refused(&olga, &conversation, command, "not_owner").await;
    }
    mark.frames();
    // The same mode again is nothing new.
    assert_eq!(does(&olga, &conversation, monitor("barge")).await, 0);
    does(&olga, &conversation, monitor("coach")).await;
    has(one(&mark.events(), "monitoring"), json!({"mode": "coach"}));
    refused(&olga, &conversation, text("x"), "not_owner").await;
    does(&olga, &conversation, coach("Well done")).await;
    mark.frames();
    // A manager who falls silent has gone, as far as Mark can tell.
    does(&olga, &conversation, monitor("silent")).await;
    let push = newest(&mark);
    has(one(&events_of(&push), "monitoring"), json!({"agent": "olga", "mode": null}));
    assert_eq!(push["conversation"]["monitors"], json!([]));
    does(&olga, &conversation, json!({"type": "stop_monitoring"})).await;
    assert!(mark.events().is_empty());
}

#[tokio::test]
async fn only_managers_of_the_team_look_on_and_only_where_there_is_something_to_see() {
    let world = World::new().await;
    let names = ["mark", "martha", "olga", "rafael", "ada", "quinn"];
    let [mark, martha, olga, rafael, ada, quinn] = people(&world, names).await;
    let waiting = crate::world::scene::waits(&world, "16505550000").await;
    refused(&olga, &waiting, monitor("silent"), "still_queued").await;
    let conversation = taken(&world, &mark, SMITH).await;
    for mode in ["silent", "coach", "barge"] {
        for agent in [&martha, &mark] {
            refused(agent, &conversation, monitor(mode), "forbidden").await;
        }
        for stranger in [&rafael, &quinn] {
            refused(stranger, &conversation, monitor(mode), "not_found").await;
        }
    }
    // A manager who is a consultant already sees everything; the discussion stays private to a
    // monitor.
    let discussion = talk(&mark, &olga, &conversation).await;
    refused(&olga, &conversation, monitor("silent"), "already_involved").await;
    does(&ada, &conversation, monitor("silent")).await;
    ada.frames();
    does(&mark, &conversation, say(&discussion, "between us")).await;
    assert!(!all(ada.frames()).contains("between us"));
    assert!(!read_by(&world, "ada", &conversation).await.contains("between us"));
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true});
    does(&mark, &conversation, end).await;
    // A manager who becomes the owner stops looking on; all monitoring ends with the conversation.
    does(&olga, &conversation, monitor("coach")).await;
    does(&olga, &conversation, json!({"type": "transfer", "to": {"agent": "olga"}})).await;
    let seen = seen_by(&world, "ada", &conversation).await;
    has(&seen, json!({"owner": "olga", "monitors": [{"agent": "ada", "mode": "silent"}]}));
    refused(&olga, &conversation, monitor("silent"), "already_involved").await;
    ada.frames();
    does(&olga, &conversation, json!({"type": "resolve"})).await;
    assert_eq!(newest(&ada)["following"], false);
    refused(&ada, &conversation, monitor("silent"), "conversation_closed").await;
}

#[tokio::test]
async fn a_silent_monitor_who_joins_the_conference_stops_monitoring_and_stays_unknown() {
    let world = World::new().await;
    let [mark, olga] = people(&world, ["mark", "olga"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    does(&olga, &conversation, monitor("silent")).await;
    mark.frames();
    agreed(&mark, &olga, &conversation, json!({"type": "confer", "to": {"manager": "olga"}})).await;
    let kinds: Vec<Value> = mark.events().iter().map(|e| e["type"].clone()).collect();
    assert_eq!(kinds, ["offer_made", "offer_closed", "conference_joined"]);
    has(&seen_by(&world, "ada", &conversation).await, json!({"monitors": [], "guests": ["olga"]}));
    // The bus tells integrators of monitoring.
    world.project().await;
    let bus = world.wires.bus.lock().unwrap().clone();
    let found = bus.iter().any(|e| e["DetailType"] == "conversation.monitoring");
    assert!(found);
}

#[tokio::test]
async fn three_managers_look_on_and_a_fourth_is_refused() {
    let world = World::new().await;
    let extra = ["olga2", "olga3", "olga4"].map(|id| {
        let mut record = platform::demo::records()
            .into_iter()
            .find_map(|r| match r {
                store::settings::directory::Record::Agent(a) if a.profile.id.as_str() == "olga" => {
                    Some(a)
                }
                _ => None,
            })
            .unwrap();
        record.profile.id = id.parse().unwrap();
        record.email = format!("{id}@demo.test");
        store::settings::directory::Record::Agent(record)
    });
    world.app.store.put_records(&extra).await.unwrap();
    world.app.refresh_directory();
    let [mark, a, b, c, d] = people(&world, ["mark", "olga", "olga2", "olga3", "olga4"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let three: [&Agent<'_>; 3] = [&a, &b, &c];
    for agent in three {
        does(agent, &conversation, monitor("silent")).await;
    }
    refused(&d, &conversation, monitor("silent"), "too_many_monitors").await;
    let agents = reads(&world, "mark", "/v1/agents").await;
    assert!(!agents.to_string().contains(&conversation));
}

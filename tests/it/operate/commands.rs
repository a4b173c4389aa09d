//! The commands that read and mend the table, on the local platform.

use domain::Millis;
use serde_json::{Value, json};

use super::run;
use crate::world::World;

const SMITH: &str = "15551234567";

/// Smith wrote, Mark took the conversation and answered.
async fn answered(world: &World) -> String {
    world.customer_writes(SMITH, "where is my parcel").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let mark = world.agent("mark").await;
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "on its way"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    world.project().await;
    conversation
}

#[tokio::test]
async fn a_conversation_is_shown_without_its_words_unless_asked() {
    let world = World::new().await;
    let conversation = answered(&world).await;
    let home = world.home();
    let said = run(&home, &["conversation", "show", &conversation]).await;
    let text = said.well();
    assert!(text.contains("opened") && text.contains("agent:mark"), "{text}");
    assert!(!text.contains("parcel") && !text.contains("on its way"), "{text}");
    let said = run(&home, &["conversation", "show", &conversation, "--text"]).await;
    assert!(said.well().contains("where is my parcel"), "{}", said.lines);
    let said = run(&home, &["conversation", "show", &conversation, "--json"]).await;
    assert!(!said.lines.contains("parcel"));
    assert_eq!(said.values()[0]["owner"], "mark");
    for bad in ["4t9m0c2xkq7w1h5z-1", "smith"] {
        let said = run(&home, &["conversation", "show", bad]).await.refused();
        assert!(said.contains(bad), "{said}");
    }
}

#[tokio::test]
async fn a_replay_tells_the_first_state_that_is_not_the_fold_of_the_log() {
    let world = World::new().await;
    let conversation = answered(&world).await;
    let home = world.home();
    let said = run(&home, &["conversation", "replay", &conversation]).await;
    assert!(said.well().contains("every state is the fold of the log"), "{}", said.lines);
    // Somebody writes into the table by hand.
    let thread = world.thread(SMITH);
    let newest = world.app.store.newest(&thread, true).await.unwrap().unwrap();
    let mut changed = newest.thread.clone();
    changed.conversation.priority = 7;
    let state = serde_json::to_string(&changed).unwrap();
    world
        .app
        .table_client()
        .update_item()
        .table_name("switchboard")
        .key("pk", aws_sdk_dynamodb::types::AttributeValue::S(format!("T#{thread}")))
        .key("sk", aws_sdk_dynamodb::types::AttributeValue::S(format!("E#{:010}", changed.seq)))
        .update_expression("SET s = :s")
        .expression_attribute_values(":s", aws_sdk_dynamodb::types::AttributeValue::S(state))
        .send()
        .await
        .unwrap();
    let said = run(&home, &["conversation", "replay", &conversation, "--json"]).await;
    assert_eq!(said.exit.as_ref().unwrap().code(), 2);
    let first = &said.values()[0];
    assert_eq!((&first["seq"], &first["stored"]), (&json!(changed.seq), &json!(7)), "{first}");
    assert_eq!(said.values().last().unwrap()["differences"], 1);
}

#[tokio::test]
async fn tail_tells_what_is_new_and_filters_it() {
    let world = World::new().await;
    answered(&world).await;
    let home = world.home();
    let mark = world.agent("mark").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let news = async {
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        let send = json!({"type": "send", "content": {"kind": "text", "text": "it is here"}});
        mark.does("messaging", &conversation, send).await;
        world.project().await;
    };
    let tail = ["tail", "--every", "1", "--looks", "2", "--json"];
    let with =
        |more: &[&'static str]| -> Vec<&'static str> { tail.iter().chain(more).copied().collect() };
    let (all, marks, marthas) =
        (with(&[]), with(&["--agent", "mark"]), with(&["--queue", "billing"]));
    let (all, marks, billing, ()) =
        tokio::join!(run(&home, &all), run(&home, &marks), run(&home, &marthas), news);
    let events: Vec<Value> = all.values();
    assert_eq!(events.len(), 1, "only the news: {events:?}");
    assert_eq!(events[0]["events"], json!(["agent_message"]));
    assert_eq!(marks.values().len(), 1);
    assert!(billing.values().is_empty());
}

#[tokio::test]
async fn an_export_holds_everything_once_and_no_secret() {
    let world = World::new().await;
    answered(&world).await;
    let home = world.home();
    let said = run(&home, &["export"]).await;
    said.well();
    let lines = said.values();
    let of = |kind: &str| lines.iter().filter(|line| line["kind"] == kind).count();
    let newest = world.state(&world.thread(SMITH)).await.seq;
    assert_eq!(of("entry"), usize::try_from(newest).unwrap());
    assert_eq!(of("contact"), 1);
    assert!(of("record") > 5 && of("damaged") == 0, "{}", said.lines);
    assert!(!said.lines.contains("secrets#") && !said.lines.contains("key#"));
    let said = run(&home, &["export", "--only", "contacts"]).await;
    assert!(said.values().iter().all(|line| line["kind"] == "contact"));
    let said = run(&home, &["export", "--after", "nowhere"]).await.refused();
    assert!(said.contains("--after nowhere"), "{said}");
}

#[tokio::test]
async fn an_export_into_a_file_goes_on_where_it_broke_off() {
    let world = World::new().await;
    answered(&world).await;
    let home = world.home();
    let folder = std::env::temp_dir().join(format!("sb-export-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("all.ndjson");
    let name = file.to_str().unwrap();
    run(&home, &["export", "--file", name]).await.well();
    let whole = std::fs::read_to_string(&file).unwrap();
    let again = run(&home, &["export", "--file", name]).await.refused();
    assert!(again.contains("is there already"), "{again}");
    let again = run(&home, &["export", "--file", name, "--resume"]).await.refused();
    assert!(again.contains("all.ndjson.position"), "{again}");
    // A power cut in the middle of a page: half a line stands after the last position.
    let thread = world.thread(SMITH);
    let position = format!("T#{thread}/E#0000000001");
    let at = whole.find("\"seq\":1,").map(|at| at + whole[at..].find('\n').unwrap() + 1).unwrap();
    std::fs::write(&file, format!("{}{{\"kind\":\"ent", &whole[..at])).unwrap();
    std::fs::write(folder.join("all.ndjson.position"), format!("{at} {position}\n")).unwrap();
    run(&home, &["export", "--file", name, "--resume"]).await.well();
    let resumed = std::fs::read_to_string(&file).unwrap();
    assert_eq!(resumed, whole, "every line stands there once");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn timers_are_listed_with_late_ones_first() {
    let world = World::new().await;
    world.customer_writes(SMITH, "hello").await;
    let home = world.home();
    let due = |minutes: i64| store::Due {
        thread: world.thread(SMITH),
        kind: domain::TimerKind::Idle,
        number: 1,
        epoch: 0,
        at: world.now() + Millis::minutes(minutes),
    };
    world.app.store.set_swept_until(world.now().minute() - 10).await.unwrap();
    world.app.store.arm(&due(-5)).await.unwrap();
    world.app.store.arm(&due(30)).await.unwrap();
    world.app.store.arm(&due(300)).await.unwrap();
    let said = run(&home, &["timers", "list", "--json"]).await;
    let idle: Vec<Value> = said.values().into_iter().filter(|v| v["kind"] == "idle").collect();
    assert_eq!(idle.len(), 2, "{idle:?}");
    assert_eq!(idle[0]["late_ms"], 300_000);
    let said = run(&home, &["timers", "list", "--within", "6h"]).await;
    assert_eq!(said.well().matches(" idle ").count(), 3, "{}", said.lines);
}

#[tokio::test]
async fn lists_are_made_anew_without_a_word_to_anybody() {
    let world = World::new().await;
    world.customer_writes(SMITH, "hello").await;
    world.customer_writes("15557654321", "me too").await;
    let home = world.home();
    // The stream's batches were lost: nothing was projected.
    assert!(live(&world).await.is_empty());
    let sent = world.wires.bus.lock().unwrap().len();
    let said = run(&home, &["rebuild", "projections"]).await;
    assert!(said.well().contains("made anew"), "{}", said.lines);
    let anew = live(&world).await;
    assert_eq!(anew.len(), 2);
    assert_eq!(world.wires.bus.lock().unwrap().len(), sent, "no event goes out twice");
    world.project().await;
    assert_eq!(live(&world).await, anew, "the stream says the same");
    // Mark ends a conversation: a second run does not open it again.
    let conversation = format!("{}-1", world.thread(SMITH));
    let mark = world.agent("mark").await;
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.does("assignment", &conversation, json!({"type": "resolve"})).await;
    run(&home, &["rebuild", "projections"]).await.well();
    world.project().await;
    let open = live(&world).await;
    run(&home, &["rebuild", "projections"]).await.well();
    assert_eq!(live(&world).await, open);
}

async fn live(world: &World) -> Vec<store::conversation::open::Live> {
    let mut all = Vec::new();
    for shard in 0..store::key::LIVE_SHARDS {
        all.extend(world.app.store.live(shard).await.unwrap());
    }
    all
}

#[tokio::test]
async fn an_import_changes_nothing_until_it_is_applied() {
    let world = World::new().await;
    let home = world.home();
    let file = std::env::temp_dir().join(format!("sb-people-{}.csv", std::process::id()));
    std::fs::write(&file, "email,name\nkim@demo.test,Kim Lee\nnobody,X\n").unwrap();
    let name = file.to_str().unwrap();
    let said = run(&home, &["agents", "import", name]).await;
    assert!(
        said.warned().contains("1 new, 1 refused. Nothing changed: add --apply"),
        "{}",
        said.lines
    );
    assert!(world.app.store.directory().await.unwrap().by_email("kim@demo.test").is_none());
    let said = run(&home, &["agents", "import", name, "--apply", "--as", "mark"]).await.refused();
    assert!(said.contains("--as mark: no admin"), "{said}");
    run(&home, &["agents", "import", name, "--apply"]).await.warned();
    assert!(world.app.store.directory().await.unwrap().by_email("kim@demo.test").is_some());
    std::fs::remove_file(&file).unwrap();
    let said = run(&home, &["agents", "import", name]).await.refused();
    assert!(said.contains(name), "{said}");
}

#[tokio::test]
async fn a_workplace_is_seeded_once() {
    let world = World::new().await;
    let home = world.home();
    let said = run(&home, &["seed", "--admin-email", "new@acme.test"]).await;
    assert!(said.well().contains("is the admin already"), "{}", said.lines);
    for agent in world.app.store.directory().await.unwrap().agents.values() {
        let agent = store::settings::directory::Agent { active: false, ..agent.clone() };
        let record = store::settings::directory::Record::Agent(agent);
        world.app.store.put_records(&[record]).await.unwrap();
    }
    let said = run(&home, &["seed", "--admin-email", "no address"]).await.refused();
    assert!(said.contains("--admin-email no address"), "{said}");
    let words = ["seed", "--admin-email", "new@acme.test", "--team", "Night", "--queue", "Night"];
    assert!(run(&home, &words).await.well().contains("first admin"));
    let directory = world.app.store.directory().await.unwrap();
    assert_eq!(directory.by_email("new@acme.test").unwrap().profile.role, domain::Role::Admin);
    assert_eq!(directory.team_of(&"night".parse().unwrap()).unwrap().as_str(), "night");
}

//! Tags, labels, names and mentions: the marks that colleagues put on a conversation, see and find.

use crate::world::scene::{
    SMITH, does, has, newest, one, people, read_by, refused, seen_by, set, taken, text,
};
use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

fn remark(text: &str, mentions: &[&str]) -> Value {
    json!({"type": "comment", "text": text, "mentions": mentions})
}

/// F67, F83, F84
#[tokio::test]
async fn colleagues_see_the_marks_on_a_conversation_and_the_customer_never_does() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    mark.frames();
    does(&martha, &conversation, json!({"type": "tag", "add": ["VIP", "Kettle", "vip"]})).await;
    has(one(&mark.events(), "tagged"), json!({"added": ["VIP", "Kettle"], "removed": null}));
    does(&mark, &conversation, json!({"type": "label", "add": ["escalated"]})).await;
    does(&mark, &conversation, json!({"type": "name", "alias": "The leaking kettle"})).await;
    let push = newest(&mark)["conversation"].clone();
    let noted = json!({"tags": ["VIP", "Kettle"], "labels": ["Escalated"],
                       "alias": "The leaking kettle"});
    has(&push, noted.clone());
    has(&seen_by(&world, "martha", &conversation).await, noted);
    let reference = push["reference"].as_str().unwrap();
    let half = conversation[..8].to_uppercase();
    assert_eq!(reference, format!("{}-{}-1", &half[..4], &half[4..]));
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    // Tags can change after the end, too.
    does(&martha, &conversation, json!({"type": "tag", "remove": ["kettle"]})).await;
    does(&martha, &conversation, json!({"type": "name"})).await;
    has(&seen_by(&world, "mark", &conversation).await, json!({"tags": ["VIP"], "alias": null}));
    let sent = crate::world::scene::sent(&world).await;
    assert!(sent.is_empty(), "{sent:?}");
}

/// F84
#[tokio::test]
async fn labels_are_those_of_the_queue() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let labels = json!([{"name": "Recall", "colour": "teal"}]);
    set(&world, "/queues/support", json!({"labels": labels, "tags": ["Kettle"]})).await;
    let answer = refused(
        &mark,
        &conversation,
        json!({"type": "label", "add": ["Escalated"]}),
        "unknown_label",
    )
    .await;
    assert_eq!(answer["field"], "add");
    does(&mark, &conversation, json!({"type": "label", "add": ["Recall"]})).await;
    let settings = reads(&world, "mark", "/v1/settings/queues/support").await;
    has(&settings["effective"], json!({"labels": labels, "tags": ["Kettle"]}));
    for (labels, code) in [
        (json!([{"name": "x".repeat(41), "colour": "red"}]), "setting_out_of_range"),
        (json!([{"name": " ", "colour": "red"}]), "setting_out_of_range"),
        (json!([{"name": "A", "colour": "pink"}]), "frame_invalid"),
        (
            json!([{"name": "A", "colour": "red"}, {"name": "a", "colour": "blue"}]),
            "settings_conflict",
        ),
    ] {
        let body = json!({"own": {"labels": labels}, "version": 1});
        let (_, answer) = asks(&world, "ada", "PUT", "/v1/settings/queues/support", body).await;
        has(&answer["error"], json!({"code": code, "field": "labels"}));
    }
}

/// F80
#[tokio::test]
async fn a_mentioned_agent_is_told_at_once_and_finds_the_mention_later() {
    let world = World::new().await;
    let [mark, martha, omar] = people(&world, ["mark", "martha", "omar"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    for agent in [&mark, &martha, &omar] {
        agent.frames();
    }
    let why = "Omar is of another team";
    let answer =
        refused(&mark, &conversation, remark("look", &["martha", "omar"]), "cannot_mention").await;
    has(&answer, json!({"agent": "omar", "field": "mentions"}));
    assert!(omar.told("mentioned").is_empty(), "{why}");
    let first = does(&mark, &conversation, remark("Is it recalled?", &["martha", "nina"])).await;
    let told = json!({"conversation": conversation, "seq": first, "by": "mark",
                      "text": "Is it recalled?", "at": world.now().0});
    let pushes = martha.told("mentioned");
    assert_eq!(pushes.len(), 1);
    has(&pushes[0], told.clone());
    assert!(mark.told("mentioned").is_empty());
    world.stand_still_until(world.now() + Millis::minutes(1));
    does(&mark, &conversation, remark("And now?", &["nina"])).await;
    does(&mark, &conversation, remark("For nobody in particular", &[])).await;
    // Nina was absent, and finds both mentions.
    let found = reads(&world, "nina", "/v1/mentions").await;
    let texts: Vec<&Value> =
        found["mentions"].as_array().unwrap().iter().map(|m| &m["text"]).collect();
    assert_eq!(texts, ["And now?", "Is it recalled?"]);
    has(&found["mentions"][1], told);
    assert_eq!(found.get("cursor"), None);
    assert_eq!(reads(&world, "martha", "/v1/mentions").await["mentions"][0]["seq"], first);
    assert_eq!(reads(&world, "omar", "/v1/mentions").await["mentions"], json!([]));
    let log = read_by(&world, "martha", &conversation).await;
    assert!(log.contains(r#""mentions":["martha","nina"]"#), "{log}");
    world.stand_still_until(world.now() + Millis::hours(24 * 30) + Millis::minutes(1));
    assert_eq!(reads(&world, "nina", "/v1/mentions").await["mentions"], json!([]));
}

/// F80
#[tokio::test]
async fn mentions_come_in_pages() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    for n in 0..51 {
        if n % 2 == 0 {
            world.stand_still_until(world.now() + Millis::seconds(1));
        }
        does(&mark, &conversation, remark(&format!("remark {n}"), &["nina"])).await;
    }
    let first = reads(&world, "nina", "/v1/mentions").await;
    let cursor = first["cursor"].as_str().unwrap();
    let second = reads(&world, "nina", &format!("/v1/mentions?cursor={cursor}")).await;
    let pages = [first["mentions"].as_array().unwrap(), second["mentions"].as_array().unwrap()];
    assert_eq!((pages[0].len(), pages[1].len()), (50, 1));
    has(&pages[1][0], json!({"text": "remark 0"}));
    for wrong in ["x", "1.2.3", "99999999999999999999.4t9m0c2xkq7w1h5z.1", "0.4t9m0c2xkq7w1h5z.1"] {
        let (status, answer) =
            asks(&world, "nina", "GET", &format!("/v1/mentions?cursor={wrong}"), Value::Null).await;
        assert_eq!(status, 400, "{wrong}");
        has(&answer["error"], json!({"code": "query_invalid", "field": "cursor"}));
    }
}

/// F69, F72, F73
#[tokio::test]
async fn the_list_is_filtered_by_marks_and_searched_by_names_and_lines() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let kettle = taken(&world, &mark, SMITH).await;
    let lamp = taken(&world, &mark, "16505550001").await;
    does(&mark, &kettle, json!({"type": "tag", "add": ["Recall", "Kettle"]})).await;
    does(&mark, &kettle, json!({"type": "label", "add": ["Escalated"]})).await;
    does(&mark, &lamp, json!({"type": "name", "alias": "Lamp of Oslo"})).await;
    does(&mark, &lamp, text("We will send a new shade")).await;
    world.project().await;
    let found = async |query: &str| {
        let route = format!("/v1/conversations?{query}");
        let page = reads(&world, "mark", &route).await;
        let cards = page["conversations"].as_array().unwrap().clone();
        cards.iter().map(|c| c["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let card =
        reads(&world, "mark", "/v1/conversations?tag=recall").await["conversations"][0].clone();
    has(
        &card,
        json!({"id": kettle, "tags": ["Recall", "Kettle"], "labels": ["Escalated"], "alias": null,
               "priority": 0, "waiting_on": "agent", "channel": "whatsapp", "owner": "mark",
               "summary": "My kettle leaks"}),
    );
    assert_eq!(card["contact"], seen_by(&world, "mark", &kettle).await["contact"]["id"]);
    let reference = card["reference"].as_str().unwrap();
    for (query, wanted) in [
        ("tag=KETTLE", vec![&kettle]),
        ("tag=recall&label=escalated", vec![&kettle]),
        ("tag=recall&label=bug report", vec![]),
        ("channel=whatsapp", vec![&lamp, &kettle]),
        ("channel=web", vec![]),
        ("q=oslo LAMP", vec![&lamp]),
        ("q=new shade", vec![&lamp]),
        ("q=smith", vec![&lamp, &kettle]),
        ("q=leaks recall", vec![&kettle]),
        ("q=leaks lamp", vec![]),
        (&format!("q={reference}"), vec![&kettle]),
        (&format!("q={}", kettle.to_uppercase()), vec![&kettle]),
        (&format!("from={}", world.now().0), vec![&lamp, &kettle]),
        (&format!("to={}", world.now().0), vec![]),
        ("owner=mark&status=pending", vec![&lamp]),
    ] {
        let mut found = found(query).await;
        let mut wanted: Vec<String> = wanted.into_iter().cloned().collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "{query}");
    }
    for (query, field) in [
        ("cursor=x".to_owned(), "cursor"),
        ("cursor=1.4t9m0c2xkq7w1h5z-1".to_owned(), "cursor"),
        ("from=2026-01-01T00:00:00Z&to=2025-12-31T00:00:00Z".to_owned(), "from"),
        ("from=2025-01-01T00:00:00Z".to_owned(), "from"),
        ("from=soon".to_owned(), "from"),
        ("status=asleep".to_owned(), "status"),
        (format!("q={}", "x".repeat(101)), "q"),
    ] {
        let route = format!("/v1/conversations?{query}");
        let (status, answer) = asks(&world, "mark", "GET", &route, Value::Null).await;
        assert_eq!((status, &answer["error"]["field"]), (400, &json!(field)), "{query}: {answer}");
    }
}

/// The list shows every conversation of one instant, wherever a page ends.
#[tokio::test]
async fn pages_of_the_list_lose_none_and_repeat_none() {
    let world = World::new().await;
    for n in 0..60 {
        world.customer_writes(&format!("1650555{n:04}"), "Hello").await;
        if n % 20 == 0 {
            world.stand_still_until(world.now() + Millis::hours(20));
        }
    }
    world.project().await;
    let first = reads(&world, "mark", "/v1/conversations").await;
    let cursor = first["cursor"].as_str().unwrap();
    let second = reads(&world, "mark", &format!("/v1/conversations?cursor={cursor}")).await;
    assert_eq!(second.get("cursor"), None);
    let ids: std::collections::BTreeSet<String> = [&first, &second]
        .iter()
        .flat_map(|page| page["conversations"].as_array().unwrap())
        .map(|card| card["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), 60);
    assert_eq!(first["conversations"].as_array().unwrap().len(), 50);
    assert_eq!(second["conversations"].as_array().unwrap().len(), 10);
}

//! Customers and their addresses: numbers, user ids and user names that come together, change, and
//! change back. One person is one thread, and answers go to the person's present address.

use crate::contact::{A, B, T, at, head, message, note, number_change, one_by_one, texts, threads};
use crate::world::World;
use serde_json::json;

#[tokio::test]
async fn a_user_id_in_the_field_of_the_number_is_one_address_and_one_message() {
    let world = World::new().await;
    let webhook = json!({
        "contacts": [{"profile": {"name": "Eve"}, "wa_id": "DE.4711", "user_id": "DE.4711"}],
        "messages": [message(Some("DE.4711"), Some("DE.4711"), "wamid.P1", "hello"),
                     message(Some("DE.4711"), Some("DE.4711"), "wamid.P2", "again")],
    });
    for _ in 0..2 {
        assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
    }
    assert_eq!(texts(&world, &world.thread("DE.4711")).await, ["hello", "again"]);
}

#[tokio::test]
async fn an_address_that_leads_to_itself_in_the_table_is_served() {
    let world = World::new().await;
    let own = world.thread("DE.4711");
    note(&world, &own, &own).await;
    let webhook = json!({"messages": [message(Some("DE.4711"), None, "wamid.P1", "hello")]});
    assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
    assert_eq!(texts(&world, &own).await, ["hello"]);
}

#[tokio::test]
async fn addresses_that_lead_to_each_other_in_a_ring_are_one_customer() {
    let world = World::new().await;
    let ring = ["16505550001", "16505550002", "16505550003"];
    for at in 0..3 {
        note(&world, &world.thread(ring[at]), &world.thread(ring[(at + 1) % 3])).await;
    }
    // Another address leads into the ring.
    note(&world, &world.thread("16505550004"), &world.thread(ring[1])).await;
    for (n, number) in ["16505550004", ring[2], ring[0], ring[1]].into_iter().enumerate() {
        let webhook =
            json!({"messages": [message(None, Some(number), &format!("wamid.{n}"), number)]});
        assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
    }
    let mut all = Vec::new();
    for number in ring {
        all.push(texts(&world, &world.thread(number)).await);
    }
    all.retain(|thread| !thread.is_empty());
    assert_eq!(all, [["16505550004", ring[2], ring[0], ring[1]]], "one thread holds all");
}

#[tokio::test]
async fn first_contact_by_number_and_by_both_in_one_webhook_is_one_thread() {
    for order in [[0, 1], [1, 0]] {
        let world = World::new().await;
        let all = [
            message(None, Some(A), "wamid.1", "by number"),
            message(Some("DE.1"), Some(A), "wamid.2", "by both"),
        ];
        let webhook = json!({
            "contacts": [{"profile": {"name": "Eve", "username": "eve"}, "wa_id": A,
                          "user_id": "DE.1"}],
            "messages": order.map(|n| all[n].clone()),
        });
        let ten = (0..10).map(|_| world.webhook(&webhook));
        for answer in futures_util::future::join_all(ten).await {
            assert_eq!(answer["statusCode"], 200);
        }
        let found = threads(&world, &[A, "DE.1", "@eve"]).await;
        assert_eq!(found.len(), 1, "{order:?}: {found:?}");
        assert_eq!(found[0].len(), 2);
    }
}

#[tokio::test]
async fn two_threads_of_one_customer_name_each_other() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    one_by_one(&world, &[at(message(None, Some(A), "wamid.1", "from A"), T)]).await;
    let (old, new) = (world.thread(A), world.thread(B));
    mark.does("assignment", &format!("{old}-1"), json!({"type": "accept"})).await;
    one_by_one(&world, &[at(message(None, Some(B), "wamid.2", "from B"), T + 2)]).await;
    mark.frames();
    // The notice comes last: both threads are open, and the customer wrote in the new one last.
    one_by_one(&world, &[number_change("s1", T + 1, A, B)]).await;
    let told = mark.event_of("joined");
    assert_eq!(told, json!({"type": "joined", "conversation": format!("{new}-1"), "there": true}));
    one_by_one(&world, &[at(message(None, Some(A), "wamid.3", "from A again"), T + 3)]).await;
    assert_eq!(texts(&world, &old).await, ["from A"]);
    assert_eq!(texts(&world, &new).await, ["from B", "from A again"]);
    // An answer in the old thread goes to the customer's present address.
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &format!("{old}-1"), send).await;
    world.deliver().await;
    assert_eq!(world.wires.provider.lock().unwrap().taken[0]["to"], format!("+{A}"));
    let entries = format!("/v1/conversations/{new}-1/entries");
    let log = crate::world::reads(&world, "mark", &entries).await;
    let here = json!({"type": "joined", "conversation": format!("{old}-1"), "there": false});
    assert!(log.to_string().contains(&here.to_string()), "{log}");
}

#[tokio::test]
async fn every_way_to_write_a_number_is_one_customer() {
    let world = World::new().await;
    for (n, number) in
        ["+4917600000001", "4917600000001", "+49 176 0000-0001"].into_iter().enumerate()
    {
        one_by_one(&world, &[message(None, Some(number), &format!("wamid.{n}"), number)]).await;
    }
    assert_eq!(texts(&world, &world.thread(A)).await.len(), 3);
    let mut numeric = message(None, None, "wamid.9", "as a number");
    numeric["from"] = json!(4_917_600_000_001_i64);
    one_by_one(&world, &[numeric]).await;
    assert_eq!(texts(&world, &world.thread(A)).await.len(), 4);
}

#[tokio::test]
async fn number_and_user_name_stay_known_beside_the_user_id() {
    let world = World::new().await;
    let webhook = json!({
        "contacts": [{"profile": {"name": "Eve", "username": "@Eve_1"}, "wa_id": A,
                      "user_id": "foo_bar"}],
        "messages": [message(Some("foo_bar"), Some(A), "wamid.1", "hello")],
    });
    world.webhook(&webhook).await;
    let mark = world.agent("mark").await;
    let thread = world.thread("foo_bar");
    let conversation = format!("{thread}-1");
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let shown =
        crate::world::reads(&world, "mark", &format!("/v1/conversations/{conversation}")).await;
    let contact = &shown["conversation"]["contact"];
    assert_eq!(contact["address"], "foo_bar", "{shown}");
    assert_eq!(contact["others"], json!([A, "@eve_1"]));
    let route = format!("/v1/contacts/{}", contact["id"].as_str().unwrap());
    let profile = crate::world::reads(&world, "mark", &route).await;
    for address in ["foo_bar", A, "@eve_1"] {
        let identity = json!({"channel": "whatsapp", "address": address});
        assert!(profile["identities"].as_array().unwrap().contains(&identity), "{profile}");
    }
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken[0].clone();
    assert_eq!(taken["recipient"], "foo_bar", "a user id is never written as a number");
    assert!(taken.get("to").is_none());
    // Each of the three addresses leads to the same thread.
    one_by_one(&world, &[at(message(None, Some(A), "wamid.2", "by number"), T + 20)]).await;
    let by_name = json!({"contacts": [{"profile": {"username": "eve_1"}}],
                         "messages": [message(None, None, "wamid.3", "by name")]});
    assert_eq!(world.webhook(&by_name).await["statusCode"], 200);
    assert_eq!(texts(&world, &thread).await, ["hello", "by number", "by name"]);
    assert_eq!(world.state(&thread).await.identity, "foo_bar");
}

#[tokio::test]
async fn the_channels_newest_name_counts_until_an_agent_gives_one() {
    let world = World::new().await;
    let named = |name: &str, id: &str, seconds| {
        let contacts = if name.is_empty() {
            json!([])
        } else {
            json!([{"profile": {"name": name}, "wa_id": A}])
        };
        json!({"contacts": contacts, "messages": [at(message(None, Some(A), id, "x"), seconds)]})
    };
    let thread = world.thread(A);
    let family = "👨\u{200d}👩\u{200d}👧";
    let (long, kept) = (family.repeat(30), family.repeat(8));
    for (name, id, seconds, shown) in [
        ("", "wamid.1", T, ""),
        ("Eve", "wamid.2", T + 1, "Eve"),
        ("Eve Adams", "wamid.3", T + 2, "Eve Adams"),
        ("Old", "wamid.0", T - 5, "Eve Adams"),
        ("", "wamid.4", T + 3, "Eve Adams"),
        (long.as_str(), "wamid.5", T + 4, kept.as_str()),
    ] {
        world.webhook(&named(name, id, seconds)).await;
        assert_eq!(world.state(&thread).await.name, shown, "{id}");
    }
    let mark = world.agent("mark").await;
    mark.does("assignment", &format!("{thread}-1"), json!({"type": "accept"})).await;
    let route = format!("/v1/contacts/{}", world.state(&thread).await.contact);
    let profile = crate::world::reads(&world, "mark", &route).await;
    assert_eq!(profile["name"], kept);
    let change = json!({"version": profile["version"], "name": "Mrs Adams"}).to_string();
    assert_eq!(world.api("mark", "PATCH", &route, &change).await["statusCode"], 200);
    world.webhook(&named("Eve again", "wamid.6", T + 9)).await;
    assert_eq!(world.state(&thread).await.name, "Mrs Adams");
    assert_eq!(crate::world::reads(&world, "mark", &route).await["name"], "Mrs Adams");
}

#[tokio::test]
async fn a_message_takes_the_contact_that_agrees_with_it() {
    let world = World::new().await;
    let webhook = json!({
        "contacts": [{"wa_id": A, "user_id": "US.1"}, {"wa_id": A, "user_id": "US.2"}],
        "messages": [at(message(Some("US.1"), Some(A), "m1", "one"), T),
                     at(message(Some("US.2"), Some(A), "m2", "two"), T + 10)],
    });
    assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
    let found = head(&world, &["US.1", "US.2", A]).await;
    assert_eq!(found.identity, "US.2", "what came last");
    assert_eq!(threads(&world, &["US.1", "US.2", A]).await, [["one", "two"]]);
}

#[tokio::test]
async fn nobody_gets_another_customers_name() {
    let world = World::new().await;
    let webhook = json!({
        "contacts": [{"wa_id": A, "profile": {"name": "Anna"}}],
        "messages": [message(None, Some(A), "m1", "hello"), message(None, Some(B), "m2", "hello")],
    });
    assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
    assert_eq!(world.state(&world.thread(A)).await.name, "Anna");
    assert_eq!(world.state(&world.thread(B)).await.name, "");
}

#[tokio::test]
async fn an_invisible_name_counts_as_none() {
    let world = World::new().await;
    let names = ["Anna", " ", "\u{a0}", "\u{200b}", "\u{202e}", "\u{200d}"];
    for (n, name) in names.into_iter().enumerate() {
        let webhook = json!({"contacts": [{"wa_id": A, "profile": {"name": name}}],
                             "messages": [message(None, Some(A), &format!("m{n}"), "hello")]});
        assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
        assert_eq!(world.state(&world.thread(A)).await.name, "Anna", "{name:?}");
    }
}

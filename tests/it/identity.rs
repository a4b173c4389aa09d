//! Customers and their addresses: numbers, user ids and user names that come together, change, and
//! change back. One person is one thread, and answers go where the person is reached now.

use crate::world::World;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::ThreadId;
use serde_json::{Value, json};

/// A message as WhatsApp sends it since 2026: the sender by user id, by number, or by both.
fn message(user: Option<&str>, number: Option<&str>, id: &str, text: &str) -> Value {
    let mut message = json!({"id": id, "timestamp": "1767688201", "type": "text",
                             "text": {"body": text}});
    if let Some(user) = user {
        message["from_user_id"] = json!(user);
    }
    if let Some(number) = number {
        message["from"] = json!(number);
    }
    message
}

async fn texts(world: &World, thread: &ThreadId) -> Vec<String> {
    super::webhooks::texts_of(world, thread).await
}

/// Writes down that an address leads to a thread, as tables of before may hold it.
async fn note(world: &World, from: &ThreadId, to: &ThreadId) {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    world
        .app
        .table_client()
        .put_item()
        .table_name("switchboard")
        .item("pk", text(&format!("T#{from}")))
        .item("sk", text("ALIAS"))
        .item("to", text(to.as_str()))
        .send()
        .await
        .unwrap();
}

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
    // And one that leads into it.
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

/// A notice that addresses changed. `old`: what the notice itself names as the sender.
fn change(id: &str, seconds: i64, old: Value, system: Value) -> Value {
    let mut notice = json!({"id": id, "timestamp": seconds.to_string(), "type": "system",
                            "system": system});
    for (name, value) in old.as_object().unwrap() {
        notice[name] = value.clone();
    }
    notice
}

fn number_change(id: &str, seconds: i64, from: &str, to: &str) -> Value {
    let system = json!({"type": "user_changed_number", "wa_id": to, "body": "changed"});
    change(id, seconds, json!({"from": from}), system)
}

fn at(mut message: Value, seconds: i64) -> Value {
    message["timestamp"] = json!(seconds.to_string());
    message
}

/// Brings each of `all` in a webhook of its own.
async fn one_by_one(world: &World, all: &[Value]) {
    for message in all {
        let answer = world.webhook(&json!({"messages": [message]})).await;
        assert_eq!(answer["statusCode"], 200, "{message}");
    }
}

/// Every thread that has a log, with what was written in it.
async fn threads(world: &World, addresses: &[&str]) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for address in addresses {
        all.push(texts(world, &world.thread(address)).await);
    }
    all.retain(|texts| !texts.is_empty());
    all
}

const A: &str = "4917600000001";
const B: &str = "4917600000002";
const C: &str = "4917600000003";
/// A second of the morning on which the stories begin.
const T: i64 = 1_767_688_100;

#[tokio::test]
async fn a_number_that_changes_back_is_answered_again() {
    let world = World::new().await;
    let first = at(message(None, Some(A), "wamid.1", "from A"), T);
    one_by_one(
        &world,
        &[first, number_change("s1", T + 1, A, B), number_change("s2", T + 2, B, A)],
    )
    .await;
    let thread = world.thread(A);
    assert_eq!(world.state(&thread).await.identity, A);
    let mark = world.agent("mark").await;
    let conversation = format!("{thread}-1");
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    assert_eq!(world.wires.provider.lock().unwrap().taken[0]["to"], format!("+{A}"));
}

#[tokio::test]
async fn a_message_from_the_old_number_alone_says_that_the_customer_is_back() {
    let world = World::new().await;
    one_by_one(
        &world,
        &[
            at(message(None, Some(A), "wamid.1", "from A"), T),
            number_change("s1", T + 1, A, B),
            at(message(None, Some(B), "wamid.2", "from B"), T + 2),
            // A straggler says nothing of now.
            at(message(None, Some(A), "wamid.0", "late"), T - 9),
        ],
    )
    .await;
    let thread = world.thread(A);
    assert_eq!(world.state(&thread).await.identity, B);
    one_by_one(&world, &[at(message(None, Some(A), "wamid.3", "back"), T + 3)]).await;
    assert_eq!(world.state(&thread).await.identity, A);
    assert_eq!(threads(&world, &[A, B]).await, [["from A", "from B", "late", "back"]]);
}

#[tokio::test]
async fn a_notice_that_comes_again_changes_nothing() {
    let world = World::new().await;
    let (one, two) = (number_change("s1", T + 1, A, B), number_change("s2", T + 2, B, C));
    let first = at(message(None, Some(A), "wamid.1", "from A"), T);
    one_by_one(&world, &[first, one.clone(), two.clone(), one.clone(), two, one]).await;
    assert_eq!(world.state(&world.thread(A)).await.identity, C);
    // Without times, only its id says that it is the same.
    let world = World::new().await;
    let timeless = |mut notice: Value| {
        notice.as_object_mut().unwrap().remove("timestamp");
        notice
    };
    let one = timeless(number_change("s1", 0, A, B));
    let two = timeless(number_change("s2", 0, B, C));
    one_by_one(&world, &[message(None, Some(A), "wamid.1", "from A")]).await;
    for notice in [&one, &two, &one] {
        world.stand_still_until(world.now() + domain::Millis::seconds(1));
        one_by_one(&world, std::slice::from_ref(notice)).await;
    }
    assert_eq!(world.state(&world.thread(A)).await.identity, C);
}

#[tokio::test]
async fn a_change_and_what_comes_with_it_are_one_thread_in_any_order() {
    let of_august = change(
        "s1",
        T + 1,
        json!({"from": A}),
        json!({"type": "user_changed_number", "wa_id": B, "user_id": "DE.2",
               "previous_user_id": "DE.1"}),
    );
    let changes = [number_change("s1", T + 1, A, B), of_august];
    for change in changes {
        let before = at(message(None, Some(A), "wamid.1", "before"), T);
        let after = at(message(None, Some(B), "wamid.2", "after"), T + 2);
        for known in [true, false] {
            for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                let world = World::new().await;
                let all = [&before, &change, &after];
                if known {
                    one_by_one(&world, std::slice::from_ref(&before)).await;
                }
                let together: Vec<_> = order.map(|n| all[n]).to_vec();
                let webhook = json!({"messages": together});
                let ten = (0..10).map(|_| world.webhook(&webhook));
                for answer in futures_util::future::join_all(ten).await {
                    assert_eq!(answer["statusCode"], 200);
                }
                let mut found = threads(&world, &[A, B, "DE.1", "DE.2"]).await;
                found.iter_mut().for_each(|texts| texts.sort());
                assert_eq!(found, [["after", "before"]], "{order:?}, known: {known}");
                // The next message, by any of the addresses, stands there, too.
                one_by_one(&world, &[at(message(None, Some(B), "wamid.9", "next"), T + 9)]).await;
                assert_eq!(threads(&world, &[A, B, "DE.1", "DE.2"]).await.len(), 1);
            }
        }
    }
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
async fn where_both_numbers_have_a_thread_each_says_where_the_other_is() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    one_by_one(&world, &[at(message(None, Some(A), "wamid.1", "from A"), T)]).await;
    let (old, new) = (world.thread(A), world.thread(B));
    mark.does("assignment", &format!("{old}-1"), json!({"type": "accept"})).await;
    one_by_one(&world, &[at(message(None, Some(B), "wamid.2", "from B"), T + 2)]).await;
    mark.frames();
    // The notice comes last: both are open, and the customer wrote in the new one last.
    one_by_one(&world, &[number_change("s1", T + 1, A, B)]).await;
    let told = mark.event_of("joined");
    assert_eq!(told, json!({"type": "joined", "conversation": format!("{new}-1"), "there": true}));
    one_by_one(&world, &[at(message(None, Some(A), "wamid.3", "from A again"), T + 3)]).await;
    assert_eq!(texts(&world, &old).await, ["from A"]);
    assert_eq!(texts(&world, &new).await, ["from B", "from A again"]);
    // What is answered in the old thread goes where the customer is now.
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
    // Each of the three leads to the same thread.
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

/// The thread in which the customer goes on: the one of those addresses' that says of no other.
async fn head(world: &World, addresses: &[&str]) -> domain::Thread {
    for address in addresses {
        if let Some(stored) = world.app.thread(&world.thread(address)).await.unwrap()
            && stored.thread.known.elsewhere.is_none()
        {
            return stored.thread;
        }
    }
    panic!("nobody goes on at {addresses:?}");
}

fn user_change(id: &str, seconds: i64, from: &str, to: &str) -> Value {
    let system = json!({"type": "user_changed_user_id", "user_id": to, "body": "changed"});
    change(id, seconds, json!({"from_user_id": from}), system)
}

#[tokio::test]
async fn a_change_that_arrives_after_a_newer_one_changes_nothing() {
    let said = |id: &str, seconds: i64| at(message(None, Some(A), id, "from A"), T + seconds);
    let orders: [(&str, &[Value]); 4] = [
        (A, &[said("m1", 0), number_change("s2", T + 20, B, A), number_change("s1", T + 10, A, B)]),
        (
            A,
            &[
                said("m1", 0),
                number_change("s3", T + 3, C, A),
                number_change("s1", T + 1, A, B),
                number_change("s2", T + 2, B, C),
            ],
        ),
        (
            B,
            &[
                at(message(None, Some(B), "m1", "from B"), T),
                number_change("s1", T + 2, A, B),
                said("m2", 1),
            ],
        ),
        (
            "US.1",
            &[
                at(message(Some("US.1"), Some(A), "m1", "both"), T),
                user_change("s2", T + 2, "US.2", "US.1"),
                user_change("s1", T + 1, "US.1", "US.2"),
            ],
        ),
    ];
    for (right, all) in orders {
        let world = World::new().await;
        one_by_one(&world, all).await;
        assert_eq!(head(&world, &[A, B, C, "US.1", "US.2"]).await.identity, right, "{all:?}");
        let world = World::new().await;
        assert_eq!(world.webhook(&json!({"messages": all})).await["statusCode"], 200);
        let together = head(&world, &[A, B, C, "US.1", "US.2"]).await.identity;
        assert_eq!(together, right, "in one webhook: {all:?}");
    }
}

#[tokio::test]
async fn a_message_that_comes_again_after_its_thread_was_joined_is_taken_in_once() {
    let world = World::new().await;
    let first = at(message(None, Some(A), "wamid.X", "from A"), T);
    let second = at(message(None, Some(B), "wamid.Y", "from B"), T + 20);
    one_by_one(&world, &[first.clone(), second.clone()]).await;
    one_by_one(&world, &[number_change("s1", T + 10, A, B), first, second]).await;
    let mut all = threads(&world, &[A, B]).await.concat();
    all.sort();
    assert_eq!(all, ["from A", "from B"]);
}

#[tokio::test]
async fn a_thread_that_is_left_shows_where_the_customer_is_reached_now() {
    let world = World::new().await;
    let first = at(message(None, Some(B), "wamid.1", "from B"), T);
    let second = at(message(None, Some(A), "wamid.2", "from A"), T + 1);
    one_by_one(&world, &[first, second, number_change("s1", T + 2, A, B)]).await;
    for address in [A, B] {
        assert_eq!(world.state(&world.thread(address)).await.identity, B, "{address}");
    }
}

#[tokio::test]
async fn of_several_contacts_a_message_takes_the_one_that_agrees_with_it() {
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
async fn a_name_of_which_nothing_can_be_seen_is_none() {
    let world = World::new().await;
    let names = ["Anna", " ", "\u{a0}", "\u{200b}", "\u{202e}", "\u{200d}"];
    for (n, name) in names.into_iter().enumerate() {
        let webhook = json!({"contacts": [{"wa_id": A, "profile": {"name": name}}],
                             "messages": [message(None, Some(A), &format!("m{n}"), "hello")]});
        assert_eq!(world.webhook(&webhook).await["statusCode"], 200);
        assert_eq!(world.state(&world.thread(A)).await.name, "Anna", "{name:?}");
    }
}

//! Customers over all channels: their records, their past, and the agents who may look (F71).

use serde_json::{Value, json};

use crate::world::scene::{SMITH, does, has, one, people, seen_by, taken};
use crate::world::{World, asks, reads};

async fn patch(world: &World, who: &str, contact: &str, body: Value) -> (i64, Value) {
    asks(world, who, "PATCH", &format!("/v1/contacts/{contact}"), body).await
}

#[tokio::test]
async fn agents_facts_about_a_customer_are_kept_and_pushed() {
    let world = World::new().await;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = seen_by(&world, "mark", &conversation).await["contact"]["id"].clone();
    let id = id.as_str().unwrap();
    let contact = reads(&world, "martha", &format!("/v1/contacts/{id}")).await;
    has(
        &contact,
        json!({"id": id, "name": "Smith", "since": world.now().0, "attributes": {}, "version": 0,
               "identities": [{"channel": "whatsapp", "address": SMITH}]}),
    );
    mark.frames();
    let (status, changed) = patch(
        &world,
        "martha",
        id,
        json!({"version": 0, "name": " Joan  Smith ", "attributes": {"Tier": "gold", "Shoe": "42"}}),
    )
    .await;
    assert_eq!(status, 200, "{changed}");
    let known = json!({"name": "Joan Smith", "version": 1,
                       "attributes": {"Tier": "gold", "Shoe": "42"}});
    has(&changed, known.clone());
    let frames = mark.frames();
    let told = frames.iter().find(|f| f["type"] == "contact").unwrap();
    has(&told["contact"], known);
    assert_eq!(martha.told("contact").len(), 1, "who changed it, too");
    let entries = frames.iter().find(|f| f["type"] == "entries").unwrap();
    let events = crate::world::scene::events_of(entries);
    has(one(&events, "renamed"), json!({"name": "Joan Smith", "by": "martha"}));
    assert_eq!(entries["conversation"]["contact"]["name"], "Joan Smith");
    // A field that the change does not name stays; a field with null goes.
    let (_, changed) =
        patch(&world, "mark", id, json!({"version": 1, "attributes": {"Shoe": null}})).await;
    has(&changed, json!({"name": "Joan Smith", "version": 2, "attributes": {"Tier": "gold"}}));
    // The channel's name no longer counts, in the next conversation either.
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.customer_writes(SMITH, "Me again").await;
    assert_eq!(seen_by(&world, "mark", &conversation).await["contact"]["name"], "Joan Smith");
}

#[tokio::test]
async fn the_slower_of_two_agents_who_change_a_contact_reads_again() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = seen_by(&world, "mark", &conversation).await["contact"]["id"].clone();
    let id = id.as_str().unwrap();
    assert_eq!(patch(&world, "mark", id, json!({"version": 0, "name": "Joan"})).await.0, 200);
    let (status, slower) = patch(&world, "martha", id, json!({"version": 0, "name": "Jo"})).await;
    assert_eq!((status, &slower["error"]["code"]), (409, &json!("version_conflict")));
    // The same name again writes nothing.
    let (status, same) = patch(&world, "mark", id, json!({"version": 1, "name": "Joan"})).await;
    assert_eq!((status, &same["version"]), (200, &json!(1)));
}

#[tokio::test]
async fn a_contacts_fields_stay_within_bounds() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = seen_by(&world, "mark", &conversation).await["contact"]["id"].clone();
    let many: Value =
        (0..31).map(|n| (format!("key {n}"), json!("v"))).collect::<serde_json::Map<_, _>>().into();
    for (change, code, field) in [
        (json!({"name": " "}), "text_missing", "name"),
        (json!({"name": "x".repeat(41)}), "text_too_long", "name"),
        (json!({"attributes": {"x".repeat(41): "v"}}), "text_too_long", "attributes"),
        (json!({"attributes": {" ": "v"}}), "text_missing", "attributes"),
        (json!({"attributes": {"a": "x".repeat(201)}}), "text_too_long", "attributes"),
        (json!({"attributes": {"a": ""}}), "text_missing", "attributes"),
        (json!({"attributes": many}), "out_of_range", "attributes"),
    ] {
        let mut body = change;
        body["version"] = json!(0);
        let (status, answer) = patch(&world, "mark", id.as_str().unwrap(), body.clone()).await;
        assert_eq!(status, 400, "{body}");
        has(&answer["error"], json!({"code": code, "field": field}));
    }
    let unknown = json!({"version": 0, "since": 1});
    let (_, answer) = patch(&world, "mark", id.as_str().unwrap(), unknown).await;
    assert_eq!(answer["error"]["code"], "frame_invalid");
}

/// The newest conversation of the thread in which `first` stands.
async fn newest_of(world: &World, first: &str) -> String {
    let shown = reads(world, "mark", &format!("/v1/conversations/{first}")).await;
    let newest = shown["newest"].as_str().or(shown["conversation"]["id"].as_str());
    newest.unwrap().to_owned()
}

#[tokio::test]
async fn a_customers_past_is_listed_for_agents_who_may_read_it() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let first = taken(&world, &mark, SMITH).await;
    let id = seen_by(&world, "mark", &first).await["contact"]["id"].clone();
    let id = id.as_str().unwrap();
    for _ in 0..2 {
        does(&mark, &newest_of(&world, &first).await, json!({"type": "resolve"})).await;
        world.stand_still_until(world.now() + domain::Millis::hours(30));
        world.customer_writes(SMITH, "Me again").await;
        does(&mark, &newest_of(&world, &first).await, json!({"type": "accept"})).await;
    }
    world.project().await;
    let past = reads(&world, "martha", &format!("/v1/contacts/{id}/conversations")).await;
    let cards = past["conversations"].as_array().unwrap();
    let numbers: Vec<&str> =
        cards.iter().map(|c| c["id"].as_str().unwrap().rsplit_once('-').unwrap().1).collect();
    assert_eq!(numbers, ["3", "2", "1"]);
    assert_eq!((&cards[0]["status"], &cards[2]["status"]), (&json!("active"), &json!("resolved")));
    for (route, who, status) in [
        (format!("/v1/contacts/{id}"), "omar", 404),
        (format!("/v1/contacts/{id}/conversations"), "omar", 404),
        (format!("/v1/contacts/{id}"), "ada", 200),
        ("/v1/contacts/0000000000000000".to_owned(), "ada", 404),
        ("/v1/contacts/nobody".to_owned(), "ada", 400),
        (format!("/v1/contacts/{id}/conversations?cursor=x"), "mark", 400),
    ] {
        let (given, answer) = asks(&world, who, "GET", &route, Value::Null).await;
        assert_eq!(given, status, "{who} {route}: {answer}");
    }
    let (status, _) = patch(&world, "omar", id, json!({"version": 0, "name": "Jo"})).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_contact_has_an_address_and_further_numbers_beside_its_channels() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = seen_by(&world, "mark", &conversation).await["contact"]["id"].clone();
    let id = id.as_str().unwrap();
    let numbers = json!(["+44 20 7946 0018", "+44 20 7946 0018", "030 / 12-34"]);
    let change = json!({"version": 0, "email": " joan@shop.example ", "phones": numbers});
    let (status, changed) = patch(&world, "mark", id, change).await;
    assert_eq!(status, 200, "{changed}");
    let known =
        json!({"email": "joan@shop.example", "phones": ["+44 20 7946 0018", "030 / 12-34"]});
    has(&changed, known.clone());
    has(&reads(&world, "martha", &format!("/v1/contacts/{id}")).await, known);
    let (_, changed) = patch(&world, "mark", id, json!({"version": 1, "name": "Joan"})).await;
    has(&changed, json!({"email": "joan@shop.example", "version": 2}));
    for (change, code, field) in [
        (json!({"email": "joan"}), "email_invalid", "email"),
        (json!({"phones": ["call me"]}), "phone_invalid", "phones"),
        (json!({"phones": ["12"]}), "phone_invalid", "phones"),
        (json!({"phones": ["1".repeat(31)]}), "text_too_long", "phones"),
        (
            json!({"phones": (10_000..10_011).map(|n| format!("+{n}")).collect::<Vec<_>>()}),
            "out_of_range",
            "phones",
        ),
    ] {
        let mut change = change;
        change["version"] = json!(2);
        let (status, told) = patch(&world, "mark", id, change).await;
        let error = &told["error"];
        assert_eq!((status, &error["code"], &error["field"]), (400, &json!(code), &json!(field)));
    }
    let gone = json!({"version": 2, "email": null, "phones": []});
    let (_, changed) = patch(&world, "mark", id, gone).await;
    assert!(changed.get("email").is_none() && changed.get("phones").is_none(), "{changed}");
}

/// The number of conversations that the list finds by `search`.
async fn finds(world: &World, search: &str) -> usize {
    let found = reads(world, "mark", &format!("/v1/conversations?q={search}")).await;
    found["conversations"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_customer_is_found_by_the_address_and_the_numbers_that_agents_noted() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let id = seen_by(&world, "mark", &conversation).await["contact"]["id"].clone();
    let id = id.as_str().unwrap();
    world.project().await;
    assert_eq!(finds(&world, "joan@shop.example").await, 0);
    let change =
        json!({"version": 0, "email": "Joan@Shop.example", "phones": ["+44 20 7946 0018"]});
    patch(&world, "mark", id, change).await;
    for search in [
        "joan@shop.example",
        " JOAN@SHOP.EXAMPLE",
        "+442079460018",
        "020 7946 0018",
        "0044 (20) 7946-0018",
        "7946 0018",
    ] {
        assert_eq!(finds(&world, search).await, 1, "{search}");
    }
    for search in ["+44 20 7946 0019", "+1 212 946 0018"] {
        assert_eq!(finds(&world, search).await, 0, "{search} is another number");
    }
    let change = json!({"version": 1, "email": null, "phones": []});
    patch(&world, "mark", id, change).await;
    for search in ["joan@shop.example", "+442079460018"] {
        assert_eq!(finds(&world, search).await, 0, "{search} is not known any more");
    }
}

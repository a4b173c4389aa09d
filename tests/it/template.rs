//! Templates: admins enter them, agents choose and send them, customers read them (F93).

use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

fn template() -> Value {
    json!({"version": 0, "name": "return_label", "language": "en", "category": "utility",
           "status": "approved", "header": "Return {{1}}",
           "body": "Hello {{1}}, the label for {{2}} is on its way.", "footer": "Your shop",
           "buttons": ["Thank you"], "fills": ["attribute.Order", "first_name"]})
}

fn with(field: &str, value: Value) -> Value {
    let mut body = template();
    body[field] = value;
    body
}

async fn enters(world: &World, who: &str, body: Value) -> (i64, Value) {
    asks(world, who, "PUT", "/v1/templates/wa-demo", body).await
}

async fn named(world: &World, who: &str, name: &str) -> Vec<Value> {
    let all = reads(world, who, "/v1/templates?asset=wa-demo").await;
    let all = all["accounts"][0]["templates"].as_array().unwrap().clone();
    all.into_iter().filter(|t| t["name"] == name).collect()
}

fn message(name: &str, language: &str, parameters: Value) -> Value {
    json!({"type": "send", "content": {"kind": "template", "name": name, "language": language,
                                       "parameters": parameters}})
}

#[tokio::test]
async fn an_admin_enters_a_template_and_agents_of_the_account_choose_it() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let (status, made) = enters(&world, "ada", template()).await;
    assert_eq!((status, &made["version"], &made["updated_by"]), (200, &json!(1), &json!("ada")));
    assert_eq!(
        made["placeholders"],
        json!([{"part": "header", "name": "1"}, {"part": "body", "name": "1"},
               {"part": "body", "name": "2"}])
    );
    assert_eq!(named(&world, "mark", "return_label").await, [made]);
    world.fan_out().await;
    assert_eq!(mark.told("settings_changed").len(), 1, "a composer that shows them reads again");
    let (_, german) = enters(&world, "ada", with("language", json!("de"))).await;
    assert_eq!(german["version"], 1, "another language is another template");
    assert_eq!(named(&world, "omar", "return_label").await.len(), 2, "a team that shares it");
    let (status, told) =
        asks(&world, "quinn", "GET", "/v1/templates?asset=wa-demo", Value::Null).await;
    assert_eq!((status, &told["error"]["code"]), (404, &json!("not_found")));
    assert_eq!(reads(&world, "quinn", "/v1/templates").await["accounts"], json!([]));
}

#[tokio::test]
async fn a_retired_template_is_gone_for_agents_and_can_come_back() {
    let world = World::new().await;
    enters(&world, "ada", template()).await;
    let mut retired = with("status", json!("retired"));
    retired["version"] = json!(1);
    assert_eq!(enters(&world, "ada", retired.clone()).await.1["version"], 2);
    assert!(named(&world, "mark", "return_label").await.is_empty());
    assert_eq!(named(&world, "ada", "return_label").await[0]["status"], "retired");
    let (status, same) = enters(&world, "ada", retired.clone()).await;
    assert_eq!((status, &same["version"]), (200, &json!(2)), "the very same, after a lost answer");
    retired["body"] = json!("Another text for {{1}} and {{2}}.");
    let (status, outrun) = enters(&world, "ada", retired).await;
    assert_eq!((status, &outrun["error"]["code"]), (409, &json!("version_conflict")));
    let mut again = template();
    again["version"] = json!(2);
    assert_eq!(enters(&world, "ada", again).await.1["version"], 3);
    assert_eq!(named(&world, "mark", "return_label").await.len(), 1);
}

#[tokio::test]
async fn only_admins_enter_templates_and_broken_ones_are_refused() {
    let world = World::new().await;
    for who in ["mark", "olga"] {
        let (status, told) = enters(&world, who, template()).await;
        assert_eq!((status, &told["error"]["code"]), (403, &json!("forbidden")), "{who}");
    }
    for (field, value) in [
        ("name", json!("Return")),
        ("language", json!("English please")),
        ("header", json!("x".repeat(61))),
        ("body", json!("Hello {{1}} and {{3}}")),
        ("body", json!("Hello {{1")),
        ("body", json!("")),
        ("footer", json!("{{1}}")),
        ("buttons", json!(["x".repeat(26)])),
        ("fills", json!(["order"])),
    ] {
        let (status, told) = enters(&world, "ada", with(field, value.clone())).await;
        let error = &told["error"];
        assert_eq!(
            (status, &error["code"], &error["field"]),
            (400, &json!("setting_out_of_range"), &json!(field)),
            "{value}"
        );
    }
    let (status, _) = asks(&world, "ada", "PUT", "/v1/templates/web-demo", template()).await;
    assert_eq!(status, 404, "web chat carries none");
    let (status, _) = asks(&world, "ada", "PUT", "/v1/templates/nowhere", template()).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_sent_template_shows_the_customers_text_within_the_window_and_outside() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    enters(&world, "ada", template()).await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let read = "Return 20817\n\nHello Amelia, the label for a kettle is on its way.\n\nYour shop";
    for hours in [0, 25] {
        world.stand_still_until(world.now() + Millis::hours(hours));
        mark.frames();
        let send = message("return_label", "en", json!(["20817", "Amelia", "a kettle"]));
        let ack = mark.does("messaging", &conversation, send).await;
        assert_eq!(ack["type"], "ack", "{ack}");
        let shown = mark.event_of("agent_message");
        assert_eq!(shown["content"]["text"], read);
        assert_eq!(shown["content"]["buttons"], json!(["Thank you"]));
    }
    let page = reads(&world, "mark", &format!("/v1/conversations/{conversation}/entries")).await;
    assert!(page.to_string().contains("Hello Amelia"), "words in the thread, not a name");
}

#[tokio::test]
async fn a_value_that_does_not_fit_the_declaration_is_refused_with_its_field() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    enters(&world, "ada", template()).await;
    enters(&world, "ada", {
        let mut paused = with("status", json!("paused"));
        paused["name"] = json!("news");
        paused
    })
    .await;
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    let full = || json!(["20817", "Amelia", "a kettle"]);
    for (send, code, field) in [
        (message("nothing", "en", full()), "unknown_template", "content.name"),
        (message("Return label!", "en", full()), "unknown_template", "content.name"),
        (message("return_label#en", "en", full()), "unknown_template", "content.name"),
        (message("return_label", "fr", full()), "unknown_language", "content.language"),
        (message("return_label", "", full()), "unknown_language", "content.language"),
        (message("news", "en", full()), "template_not_approved", "content.name"),
        (message("return_label", "en", json!([])), "parameter_missing", "content.parameters"),
        (
            message("return_label", "en", json!(["20817", " ", "a kettle"])),
            "parameter_missing",
            "content.parameters",
        ),
        (
            message("return_label", "en", json!(["20817", "Amelia", "a kettle", "more"])),
            "too_many_parameters",
            "content.parameters",
        ),
        (
            message("return_label", "en", json!(["20817", "Amelia", "a\nkettle"])),
            "parameter_invalid",
            "content.parameters",
        ),
        (
            message("return_label", "en", json!(["20817", "x".repeat(1_000), "a kettle"])),
            "text_too_long",
            "content.parameters",
        ),
    ] {
        let told = mark.does("messaging", &conversation, send).await;
        assert_eq!((&told["code"], &told["field"]), (&json!(code), &json!(field)), "{told}");
    }
    let told = mark.does("messaging", &conversation, message("news", "en", full())).await;
    assert_eq!(told["status"], "paused");
    assert_eq!(world.state(&world.thread(SMITH)).await.outbox.pending, [] as [u64; 0]);
}

//! A survey goes out, and its answer comes back.

use crate::world::scene::{
    SMITH, does, has, kinds, load, people, read_by, refused, seen_by, sent, taken, waiting,
};
use crate::world::{World, reads};
use domain::Millis;
use serde_json::json;

#[tokio::test]
async fn a_survey_goes_out_with_numbers_and_the_number_that_comes_back_is_its_answer() {
    let world = World::new().await;
    let [mark] = people(&world, ["mark"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    let ask = json!({"type": "send_survey", "survey": "Satisfaction"});
    mark.frames();
    does(&mark, &conversation, ask.clone()).await;
    assert_eq!(kinds(&mark.events()), ["agent_message", "survey_sent"]);
    let question = "How did we do today?\n1 Very well\n2 Well\n3 Not so well\n4 Badly";
    assert_eq!(sent(&world).await, [question]);
    mark.frames();
    world.customer_writes(SMITH, "2").await;
    let events = mark.events();
    assert_eq!(kinds(&events), ["customer_message", "survey_answered"]);
    has(&events[1], json!({"survey": "Satisfaction", "answer": "Well"}));
    // Another number is just a message.
    world.customer_writes(SMITH, "3").await;
    assert_eq!(kinds(&mark.events()), ["customer_message"]);
    world.project().await;
    let bus = world.wires.bus.lock().unwrap().clone();
    let answered = bus.iter().find(|e| e["DetailType"] == "survey.answered").expect("on the bus");
    assert!(answered["Detail"].as_str().unwrap().contains("\"answer\":\"Well\""));
    let told = refused(
        &mark,
        &conversation,
        json!({"type": "send_survey", "survey": "?"}),
        "unknown_choice",
    )
    .await;
    assert_eq!(told["field"], "survey");
    // After the end the server stores the answer, and no new conversation begins.
    does(&mark, &conversation, ask).await;
    does(&mark, &conversation, json!({"type": "resolve"})).await;
    world.pass(Millis::minutes(5)).await;
    world.customer_writes(SMITH, " 4. ").await;
    assert!(waiting(&world, "support").await.is_empty());
    let seen = seen_by(&world, "mark", &conversation).await;
    has(&seen, json!({"id": conversation, "status": "resolved", "owner": null}));
    let read = read_by(&world, "mark", &conversation).await;
    assert!(read.contains("\"answer\":\"Badly\""), "{read}");
    assert_eq!(load(&world, "mark").await, 0);
    // A message that is no answer is new work, and so is a second answer.
    world.customer_writes(SMITH, "4").await;
    assert_eq!(waiting(&world, "support").await.len(), 1);
    let entries = reads(&world, "mark", &format!("/v1/conversations/{conversation}/entries")).await;
    let answers = entries.to_string().matches("survey_answered").count();
    assert_eq!(answers, 2);
}

//! The order in a queue.

use crate::transfer::number;
use crate::world::scene::{does, has, people, refused, seen_by, set, waiting, waits};
use crate::world::{World, asks};
use domain::Millis;
use serde_json::{Value, json};

#[tokio::test]
async fn urgent_customers_come_first_and_then_those_who_wait_longest() {
    let world = World::new().await;
    let [olga] = people(&world, ["olga"]).await;
    let mut all = Vec::new();
    for n in 0..4 {
        world.stand_still_until(world.now() + Millis::seconds(1));
        all.push(waits(&world, &number(n)).await);
    }
    does(&olga, &all[2], json!({"type": "prioritise", "priority": 9})).await;
    does(&olga, &all[3], json!({"type": "prioritise", "priority": 4})).await;
    does(&olga, &all[1], json!({"type": "prioritise", "priority": 4})).await;
    let order: Vec<Value> =
        waiting(&world, "support").await.iter().map(|p| p["conversation"].clone()).collect();
    assert_eq!(order, [&all[2], &all[1], &all[3], &all[0]].map(|c| json!(c)));
    assert_eq!(does(&olga, &all[3], json!({"type": "prioritise", "priority": 4})).await, 0);
    // Martha, who comes with one place, gets the most urgent conversation.
    asks(&world, "ada", "PUT", "/v1/agents/martha", json!({"capacity": 2})).await;
    set(&world, "/queues/support", json!({"mode": "auto"})).await;
    let [martha] = people(&world, ["martha"]).await;
    world.pass(Millis::seconds(1)).await;
    for (conversation, owner) in
        [(&all[2], json!("martha")), (&all[1], json!("martha")), (&all[3], Value::Null)]
    {
        has(&seen_by(&world, "mark", conversation).await, json!({"owner": owner}));
    }
    assert_eq!(seen_by(&world, "mark", &all[2]).await["origin"], "auto");
    refused(&martha, &all[3], json!({"type": "prioritise", "priority": 9}), "forbidden").await;
}

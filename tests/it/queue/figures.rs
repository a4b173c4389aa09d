//! The dashboard's first figures: the operators of a stack see the state of the queues.

use app::queue::{Figures, figures};
use domain::Millis;

use crate::world::World;

async fn now(world: &World) -> Figures {
    let directory = world.app.directory().await.unwrap();
    figures(world.app.ground(), &directory).await.unwrap()
}

#[tokio::test]
async fn those_who_wait_are_counted_and_the_first_of_them_is_timed() {
    let world = World::new().await;
    assert_eq!(now(&world).await, Figures { waiting: 0, longest: 0 });
    world.customer_writes("16505551234", "hello").await;
    world.stand_still_until(world.now() + Millis::seconds(40));
    world.customer_writes("16505555678", "hello").await;
    world.stand_still_until(world.now() + Millis::seconds(5));
    assert_eq!(now(&world).await, Figures { waiting: 2, longest: 45 });
    let mark = world.agent("mark").await;
    let first = format!("{}-1", world.thread("16505551234"));
    mark.does("assignment", &first, serde_json::json!({"type": "accept"})).await;
    assert_eq!(now(&world).await, Figures { waiting: 1, longest: 5 });
}

//! Intake: the messages and events that customers and providers bring in.

mod elsewhere;
mod parts;
mod provider_time;
mod reopen;
mod secrets;
mod set_aside;
pub(crate) mod webhooks;

use crate::file::SMITH;
use crate::world::World;
use domain::Status;

#[tokio::test]
async fn a_first_message_makes_a_contact_a_thread_and_a_waiting_conversation() {
    let world = World::new().await;
    world.customer_writes(SMITH, "My kettle leaks").await;
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.status, Status::Queued);
    let contact = world.app.store.contact(&thread.contact).await.unwrap().unwrap();
    assert_eq!(contact.name, "Smith");
    let (waiting, more) = world.app.store.waiting(&"support".parse().unwrap(), 10).await.unwrap();
    assert_eq!((waiting.len(), more), (1, false));
    assert_eq!(waiting[0].summary, "My kettle leaks");
}

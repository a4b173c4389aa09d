//! Queue lists for the agents of the queue's team, and places for visitors who wait.

use std::collections::HashMap;

use app::{App, Failure};
use domain::{AgentId, ConversationId};
use futures_util::future::join_all;
use protocol::Push;
use protocol::visitor::VisitorPush;
use store::Workload;
use store::settings::directory::{Directory, Queue};

/// Tells agents and visitors of one queue.
pub(crate) async fn tell(
    app: &App,
    queue: &Queue,
    directory: &Directory,
    workloads: &HashMap<AgentId, Workload>,
) -> Result<(), Failure> {
    let shown = app::conversation::sync::queue(app.ground(), directory, queue).await?;
    let places = visitors(&shown);
    let push = Push::Queue { queue: shown };
    let looking: Vec<_> = workloads
        .iter()
        .filter(|(agent, workload)| {
            let record = directory.agents.get(*agent);
            !workload.sockets.is_empty() && record.is_some_and(|a| a.profile.in_team(&queue.team))
        })
        .map(|(agent, workload)| (agent.clone(), workload.clone()))
        .collect();
    app.voice().tell_state(&looking, &push).await;
    tell_visitors(app, queue, &places).await
}

/// The places of web chat's visitors in the queue's list, 1 being next.
fn visitors(queue: &protocol::view::Queue) -> HashMap<ConversationId, u32> {
    (1..)
        .zip(&queue.waiting)
        .filter(|(_, waiting)| channels::is_chat(&waiting.channel))
        .filter_map(|(place, waiting)| Some((waiting.conversation.parse().ok()?, place)))
        .collect()
}

/// Tells the visitors whose places have moved.
///
/// When a queue moves, nearly all of its visitors move. One push costs a request for the sockets of
/// up to 50 visitors (one read unit for each) and a post to each, once a second at the most.
/// Visitors behind the first 50 learn their place with their pings.
async fn tell_visitors(
    app: &App,
    queue: &Queue,
    places: &HashMap<ConversationId, u32>,
) -> Result<(), Failure> {
    let moved = app.push_cache.moved_places(&queue.id, places);
    if moved.is_empty() {
        return Ok(());
    }
    let sockets = app.store.visitor_sockets(moved.iter().map(|c| &c.thread)).await?;
    join_all(moved.iter().filter_map(|conversation| {
        let thread = &conversation.thread;
        let (sockets, place) = (sockets.get(thread)?, *places.get(conversation)?);
        Some(async move {
            app.voice().tell_visitor(thread, sockets, &VisitorPush::Place { place }).await;
        })
    }))
    .await;
    Ok(())
}

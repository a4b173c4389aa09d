//! The welcome after a client's hello, in frames that the gateway takes.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use store::settings::directory::Record;

use crate::world::World;

/// The largest message that API Gateway takes.
const LARGEST: usize = 128 * 1024;

fn ids(list: &Value) -> Vec<String> {
    let all = list.as_array().unwrap().iter();
    all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// Adds a thousand colleagues.
async fn a_large_company(world: &World) {
    let mark = platform::demo::records().into_iter().find_map(|record| match record {
        Record::Agent(agent) if agent.profile.id.as_str() == "mark" => Some(agent),
        _ => None,
    });
    let records: Vec<Record> = (0..1_000)
        .map(|n| {
            let mut agent = mark.clone().unwrap();
            agent.profile.id = format!("agent-{n:04}").parse().unwrap();
            Record::Agent(agent)
        })
        .collect();
    for some in records.chunks(100) {
        world.app.store.put_records(some).await.unwrap();
    }
    world.app.refresh_directory();
}

#[tokio::test]
async fn a_large_companys_welcome_comes_in_frames_that_fit() {
    let world = World::new().await;
    a_large_company(&world).await;
    let mark = world.agent("mark").await;
    mark.frames();
    let frames = mark.says(json!({"action": "hello", "positions": {}})).await;
    assert_eq!(frames[0]["type"], "welcome", "it begins everything");
    assert_eq!(frames[0]["me"]["id"], "mark");
    assert!(frames.iter().all(|frame| frame.to_string().len() < LARGEST));
    let told: Vec<String> = frames
        .iter()
        .filter(|frame| frame["agents"].is_array())
        .flat_map(|frame| ids(&frame["agents"]))
        .collect();
    let everybody: BTreeSet<&String> = told.iter().collect();
    assert_eq!((told.len(), everybody.len()), (1_009, 1_009), "each of them once");
}

#[tokio::test]
async fn a_small_companys_welcome_is_one_frame() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let frames = mark.says(json!({"action": "hello", "positions": {}})).await;
    assert_eq!((frames.len(), ids(&frames[0]["agents"]).len()), (1, 9));
}

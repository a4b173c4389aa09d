//! The ends of agents' sessions: by the agent, by an admin, by a change of the record.

use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};
use store::settings::directory::Record;

const SMITH: &str = "16505551234";

async fn ticket(world: &World, token: &str) -> Value {
    let answer = world.api_with(token, "POST", "/v1/ws-ticket", "").await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    json!({"status": answer["statusCode"], "ticket": body["ticket"], "code": body["error"]["code"]})
}

async fn http(world: &World, token: &str, method: &str, path: &str) -> (i64, Value) {
    let answer = world.api_with(token, method, path, "").await;
    let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    (answer["statusCode"].as_i64().unwrap(), body)
}

async fn admitted(world: &World, ticket: &Value) -> bool {
    let request = json!({"type": "REQUEST", "methodArn": "arn", "headers": {},
                         "queryStringParameters": {"ticket": ticket["ticket"]}});
    let answer = world.call("connection", request).await;
    answer["policyDocument"]["Statement"][0]["Effect"] == "Allow"
}

#[tokio::test]
async fn an_agent_who_signs_out_has_no_socket_and_opens_none_with_an_old_ticket_or_token() {
    let world = World::new().await;
    let (here, there) = (world.agent("mark").await, world.agent("mark").await);
    let martha = world.agent("martha").await;
    let token = world.wires.token("mark", world.now(), |_| {});
    world.stand_still_until(world.now() + Millis::minutes(5));
    let unused = ticket(&world, &token).await;
    assert_eq!(unused["status"], 201);
    world.stand_still_until(world.now() + Millis::seconds(1));
    let (status, me) = http(&world, &token, "POST", "/v1/sign-out").await;
    assert_eq!((status, &me["presence"]), (200, &json!("offline")));
    for (method, path) in [("GET", "/v1/me"), ("GET", "/v1/workspace"), ("POST", "/v1/sign-out")] {
        let (status, refused) = http(&world, &token, method, path).await;
        assert_eq!((status, &refused["error"]["code"]), (401, &json!("unauthenticated")), "{path}");
    }
    assert!(!world.wires.is_open(&here.socket) && !world.wires.is_open(&there.socket));
    assert!(world.wires.is_open(&martha.socket), "others stay");
    let agents = reads(&world, "martha", "/v1/agents").await;
    let mark = agents["agents"].as_array().unwrap().iter().find(|a| a["id"] == "mark").unwrap();
    assert_eq!(mark["presence"], "offline", "nothing is sent or given to him any more");
    assert!(!admitted(&world, &unused).await, "a ticket from before");
    assert_eq!(ticket(&world, &token).await["code"], "unauthenticated", "a token from before");
    // Mark signs in again at once; the issuer's clock is a little behind.
    let again = world.wires.token("mark", world.now() - Millis::seconds(5), |_| {});
    let fresh = ticket(&world, &again).await;
    assert_eq!(fresh["status"], 201);
    assert!(admitted(&world, &fresh).await);
}

#[tokio::test]
async fn a_token_that_signs_out_is_refused_however_young_it_is() {
    let world = World::new().await;
    let token = world.wires.token("mark", world.now() - Millis::seconds(1), |_| {});
    assert_eq!(http(&world, &token, "POST", "/v1/sign-out").await.0, 200);
    assert_eq!(http(&world, &token, "GET", "/v1/me").await.0, 401);
    let again = world.wires.token("mark", world.now(), |_| {});
    assert_eq!(http(&world, &again, "GET", "/v1/me").await.0, 200, "a new sign-in");
}

#[tokio::test]
async fn an_agent_whose_teams_change_connects_anew_and_need_not_sign_in() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let token = world.wires.token("mark", world.now(), |_| {});
    world.stand_still_until(world.now() + Millis::minutes(5));
    by_hand(&world, |mark| mark.profile.teams.clear()).await;
    assert!(!world.wires.is_open(&mark.socket));
    assert_eq!(http(&world, &token, "GET", "/v1/me").await.0, 200);
    let fresh = ticket(&world, &token).await;
    assert!(admitted(&world, &fresh).await);
}

#[tokio::test]
async fn a_deactivated_agent_is_out_at_once_and_their_conversations_go_back() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    for (who, agent, expected) in
        [("mark", "mark", 403), ("olga", "mark", 403), ("ada", "ada", 400)]
    {
        let off = json!({"active": false});
        let route = format!("/v1/agents/{agent}");
        assert_eq!(asks(&world, who, "PUT", &route, off).await.0, expected, "{who} {agent}");
    }
    let off = json!({"active": false});
    let (status, record) = asks(&world, "ada", "PUT", "/v1/agents/mark", off).await;
    assert_eq!((status, &record["active"]), (200, &json!(false)), "{record}");
    assert!(!world.wires.is_open(&mark.socket));
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(
        (thread.conversation.status, thread.conversation.owner),
        (domain::Status::Queued, None)
    );
    let id: domain::AgentId = "mark".parse().unwrap();
    assert!(world.app.store.workloads().await.unwrap()[&id].open.is_empty());
    assert_eq!(asks(&world, "mark", "GET", "/v1/me", Value::Null).await.0, 403);
    let token = world.wires.token("mark", world.now() + Millis::minutes(1), |_| {});
    assert_eq!(ticket(&world, &token).await["code"], "forbidden");
    // The server refuses a frame that was on its way, and sends nothing to that socket afterwards.
    world.wires.open_socket(&mark.socket);
    let frames = mark.says(json!({"action": "ping", "positions": {}})).await;
    assert_eq!(frames.last().map(|f| f["code"].clone()), None, "the socket is closed");
    assert!(!world.wires.is_open(&mark.socket));
    assert_eq!(
        martha.does("assignment", &conversation, json!({"type": "accept"})).await["type"],
        "ack"
    );
    // Mark is active again, and signs in again.
    let on = json!({"active": true});
    assert_eq!(asks(&world, "ada", "PUT", "/v1/agents/mark", on).await.0, 200);
    assert_eq!(asks(&world, "mark", "GET", "/v1/me", Value::Null).await.0, 200);
}

#[tokio::test]
async fn an_unbound_agent_is_signed_out() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    assert_eq!(asks(&world, "ada", "PUT", "/v1/agents/mark", json!({"unbind": true})).await.0, 200);
    assert!(!world.wires.is_open(&mark.socket));
}

/// Changes Mark's record by hand: the functions hear of it by the stream.
async fn by_hand(world: &World, change: impl FnOnce(&mut store::settings::directory::Agent)) {
    world.fan_out().await;
    let directory = world.app.store.directory().await.unwrap();
    let id: domain::AgentId = "mark".parse().unwrap();
    let mut mark = directory.agents[&id].clone();
    change(&mut mark);
    world.app.store.put_records(&[Record::Agent(mark)]).await.unwrap();
    world.fan_out().await;
}

#[tokio::test]
async fn a_record_that_is_changed_by_hand_ends_the_sessions_that_it_concerns() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    by_hand(&world, |mark| mark.profile.capacity = 9).await;
    assert!(world.wires.is_open(&mark.socket), "what he may do is as before");
    by_hand(&world, |mark| mark.profile.role = domain::Role::Manager).await;
    assert!(!world.wires.is_open(&mark.socket), "he comes back as a manager");
    let mark = world.agent("mark").await;
    by_hand(&world, |mark| mark.profile.teams.clear()).await;
    assert!(!world.wires.is_open(&mark.socket), "he sees less from now on");
    let mark = world.agent("mark").await;
    by_hand(&world, |mark| mark.active = false).await;
    assert!(!world.wires.is_open(&mark.socket));
    assert!(world.wires.is_open(&martha.socket));
}

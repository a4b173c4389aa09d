//! The beginnings that many stories share, and looks at their results.

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::world::{Agent, World, asks, reads};

pub const SMITH: &str = "16505551234";

/// Agents at their consoles.
pub async fn people<'a, const N: usize>(world: &'a World, names: [&str; N]) -> [Agent<'a>; N] {
    let all = join_all(names.map(|name| world.agent(name))).await;
    all.try_into().unwrap_or_else(|_| panic!("as many as were named"))
}

/// A customer of this address has written, and waits.
pub async fn waits(world: &World, address: &str) -> String {
    world.customer_writes(address, "My kettle leaks").await;
    format!("{}-1", world.thread(address))
}

/// A customer of this address has written, and `owner` has taken it.
pub async fn taken(world: &World, owner: &Agent<'_>, address: &str) -> String {
    let conversation = waits(world, address).await;
    does(owner, &conversation, json!({"type": "accept"})).await;
    conversation
}

/// Gives an agent this many conversations more.
pub async fn fill(world: &World, agent: &Agent<'_>, count: usize) -> Vec<String> {
    let mut all = Vec::new();
    for n in 0..count {
        let name: u32 = agent.id.bytes().map(u32::from).sum();
        all.push(taken(world, agent, &format!("1777{name:04}{n:03}")).await);
    }
    agent.frames();
    all
}

/// The action under which a command travels.
pub fn action(command: &Value) -> &'static str {
    match command["type"].as_str().unwrap() {
        "send" | "react" | "retry" | "comment" | "send_survey" | "trigger" => "messaging",
        "accept" | "resolve" | "undo" | "done" | "prioritise" | "require" | "tag" | "label"
        | "name" | "assign" | "accept_offer" | "reject_offer" | "withdraw_offer" => "assignment",
        "transfer" => "transfer",
        _ => "discuss",
    }
}

/// Gives a command that must succeed. Returns the entry that it wrote.
#[track_caller]
pub fn does<'a>(
    agent: &'a Agent<'_>,
    conversation: &'a str,
    command: Value,
) -> impl Future<Output = u64> + 'a {
    let from = std::panic::Location::caller();
    async move {
        let ack = agent.does(action(&command), conversation, command.clone()).await;
        assert_eq!(ack["type"], "ack", "{from}: {} {command}: {ack}", agent.id);
        ack["seq"].as_u64().unwrap()
    }
}

/// Gives a command that the server must refuse with this code, a reason and a remedy.
#[track_caller]
pub fn refused<'a>(
    agent: &'a Agent<'_>,
    conversation: &'a str,
    command: Value,
    code: &'a str,
) -> impl Future<Output = Value> + 'a {
    let from = std::panic::Location::caller();
    async move {
        let answer = agent.does(action(&command), conversation, command.clone()).await;
        assert_eq!(answer["type"], "refused", "{from}: {} {command}: {answer}", agent.id);
        assert_eq!(answer["code"], code, "{from}: {} {command}: {answer}", agent.id);
        well_said(&answer);
        answer
    }
}

/// Checks that a refusal has a code of the list, a sentence, and a remedy.
#[track_caller]
pub fn well_said(refusal: &Value) {
    let code = refusal["code"].as_str().unwrap();
    assert!(protocol::CODES.iter().any(|c| c.code == code), "{code} is not on the list");
    for field in ["message", "remedy"] {
        let text = refusal[field].as_str().unwrap_or_default();
        assert!(text.len() > 5 && text.ends_with('.'), "{code}: {field} is {text:?}");
    }
}

/// Asks a colleague; returns the offer.
pub async fn offer(asker: &Agent<'_>, conversation: &str, command: Value) -> String {
    let seq = does(asker, conversation, command).await;
    format!("{}-o{seq}", conversation.rsplit_once('-').unwrap().0)
}

pub fn yes(offer: &str) -> Value {
    json!({"type": "accept_offer", "offer": offer})
}

pub fn no(offer: &str, reason: &str) -> Value {
    json!({"type": "reject_offer", "offer": offer, "reason": reason})
}

pub fn text(text: &str) -> Value {
    json!({"type": "send", "content": {"kind": "text", "text": text}})
}

/// Asks a colleague, and lets them accept. Returns the offer.
pub async fn agreed(
    asker: &Agent<'_>,
    colleague: &Agent<'_>,
    conversation: &str,
    command: Value,
) -> String {
    let offer = offer(asker, conversation, command).await;
    does(colleague, conversation, yes(&offer)).await;
    offer
}

/// Opens a discussion with a colleague. Returns the discussion.
pub async fn talk(asker: &Agent<'_>, colleague: &Agent<'_>, conversation: &str) -> String {
    let command = json!({"type": "discuss", "to": {"agent": colleague.id}});
    agreed(asker, colleague, conversation, command).await.replace("-o", "-d")
}

pub fn say(discussion: &str, text: &str) -> Value {
    json!({"type": "say", "discussion": discussion, "text": text})
}

/// The types of events, in order.
pub fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|e| e["type"].as_str().unwrap()).collect()
}

/// The only event of a type.
#[track_caller]
pub fn one<'a>(events: &'a [Value], kind: &str) -> &'a Value {
    let found: Vec<&Value> = events.iter().filter(|e| e["type"] == kind).collect();
    assert_eq!(found.len(), 1, "{kind} in {events:?}");
    found[0]
}

/// The last push of entries, which holds what the agent sees of the conversation now.
#[track_caller]
pub fn newest(agent: &Agent<'_>) -> Value {
    let pushes = agent.told("entries");
    pushes.last().cloned().unwrap_or_else(|| panic!("{} was told nothing", agent.id))
}

/// The events of a push.
pub fn events_of(push: &Value) -> Vec<Value> {
    let entries = push["entries"].as_array().into_iter().flatten();
    entries.flat_map(|e| e["events"].as_array().cloned().unwrap_or_default()).collect()
}

/// Everything that an agent may read of a conversation, as text: its state and its entries.
pub async fn read_by(world: &World, who: &str, conversation: &str) -> String {
    let (status, shown) =
        asks(world, who, "GET", &format!("/v1/conversations/{conversation}"), Value::Null).await;
    let route = format!("/v1/conversations/{conversation}/entries");
    let (_, entries) = asks(world, who, "GET", &route, Value::Null).await;
    assert_eq!(status, 200, "{who}: {shown}");
    format!("{shown}{entries}")
}

/// The conversation as an agent sees it.
pub async fn seen_by(world: &World, who: &str, conversation: &str) -> Value {
    reads(world, who, &format!("/v1/conversations/{conversation}")).await["conversation"].clone()
}

/// The record of an offer.
pub async fn record(world: &World, who: &str, offer: &str) -> Value {
    let thread = offer.rsplit_once('-').unwrap().0;
    let number = world.state(&thread.parse().unwrap()).await.conversation.number;
    for number in (1..=number).rev() {
        let route = format!("/v1/conversations/{thread}-{number}/engagements");
        let records = reads(world, who, &route).await;
        let found = records["engagements"].as_array().unwrap().iter().find(|e| e["id"] == *offer);
        if let Some(found) = found {
            return found.clone();
        }
    }
    panic!("{offer} was not recorded");
}

/// Checks the fields named, and no others.
#[track_caller]
pub fn has(given: &Value, wanted: Value) {
    for (field, value) in wanted.as_object().unwrap() {
        assert_eq!(&given[field], value, "{field} of {given}");
    }
}

/// Sets fields of the workspace, a team or a queue.
pub async fn set(world: &World, place: &str, fields: Value) {
    let route = format!("/v1/settings{place}");
    let version = reads(world, "ada", &route).await["version"].clone();
    let body = if place.is_empty() {
        let mut body = fields;
        body["version"] = version;
        body
    } else {
        json!({"own": fields, "version": version})
    };
    let (status, answer) = asks(world, "ada", "PUT", &route, body).await;
    assert_eq!(status, 200, "{answer}");
}

/// The number of conversations for which an agent's room is taken.
pub async fn load(world: &World, agent: &str) -> u64 {
    let all = reads(world, "ada", "/v1/agents").await;
    let found = all["agents"].as_array().unwrap().iter().find(|a| a["id"] == agent);
    found.unwrap()["open"].as_u64().unwrap()
}

/// The waiting conversations of a queue, in its order.
pub async fn waiting(world: &World, queue: &str) -> Vec<Value> {
    let seen = reads(world, "ada", &format!("/v1/queues/{queue}")).await;
    let queue = if seen["waiting"].is_array() { &seen } else { &seen["queue"] };
    queue["waiting"].as_array().unwrap().clone()
}

/// The messages that went out to customers on WhatsApp.
pub async fn sent(world: &World) -> Vec<String> {
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken.clone();
    taken.iter().map(|m| m["text"]["body"].as_str().unwrap_or_default().to_owned()).collect()
}

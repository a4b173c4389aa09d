//! The stories in which every call is a crash point. One of them has each command of the protocol.

use std::collections::BTreeSet;

use domain::Millis;
use serde_json::{Value, json};

use super::Step::{Bulk, Comes, Does, Fails, Leaves, Pass, Photo, Says, Writes};
use super::{Story, at_every_call};

fn accept() -> Value {
    json!({"type": "accept"})
}

fn send(text: &str) -> Value {
    json!({"type": "send", "content": {"kind": "text", "text": text}})
}

fn talk() -> Story {
    let steps = vec![
        Writes(0, "My kettle leaks"),
        Does("mark", "assignment", 0, accept()),
        Does("mark", "messaging", 0, send("Let me ask")),
        Does("mark", "messaging", 0, json!({"type": "comment", "text": "Third one today"})),
        Does("mark", "discuss", 0, json!({"type": "discuss", "to": "martha"})),
        Does("martha", "assignment", 0, json!({"type": "accept_offer", "offer": "$offer"})),
        Does(
            "mark",
            "discuss",
            0,
            json!({"type": "say", "discussion": "$discussion", "text": "Is it the seal?"}),
        ),
        Does(
            "mark",
            "discuss",
            0,
            json!({"type": "end_discussion",
             "discussion": "$discussion", "resolved": true, "note": "The seal"}),
        ),
        Does("mark", "discuss", 0, json!({"type": "discuss", "to": {"team": "support"}})),
        Does(
            "$asked",
            "assignment",
            0,
            json!({"type": "reject_offer", "offer": "$offer", "reason": "Not my field"}),
        ),
        Does("$asked", "assignment", 0, json!({"type": "accept_offer", "offer": "$offer"})),
        Does(
            "mark",
            "discuss",
            0,
            json!({"type": "promote", "discussion": "$discussion", "into": "conference"}),
        ),
        Writes(0, "Are you still there?"),
    ];
    Story {
        name: "talk",
        people: &["mark", "martha", "nina", "olga"],
        settings: json!({}),
        customers: 1,
        steps,
    }
}

fn hand() -> Story {
    let steps = vec![
        Writes(0, "Where is my parcel?"),
        Writes(1, "Do you ship to Norway?"),
        Does("mark", "assignment", 0, accept()),
        Does("mark", "assignment", 1, accept()),
        Does("mark", "assignment", 0, json!({"type": "assign", "to": "martha"})),
        Does(
            "mark",
            "assignment",
            0,
            json!({"type": "withdraw_offer", "offer": "$offer", "reason": "Issue resolved"}),
        ),
        Does("mark", "discuss", 0, json!({"type": "confer", "to": "nina"})),
        Does("nina", "assignment", 0, json!({"type": "accept_offer", "offer": "$offer"})),
        Does("nina", "discuss", 0, json!({"type": "leave_conference"})),
        Does("olga", "discuss", 0, json!({"type": "monitor", "mode": "coach"})),
        Does("mark", "discuss", 0, json!({"type": "coach", "text": "What now?"})),
        Does("mark", "transfer", 0, json!({"type": "transfer", "to": {"agent": "martha"}})),
        Bulk("olga", vec![0, 1], json!({"agent": "nina"})),
        Does("nina", "transfer", 1, json!({"type": "transfer", "to": {"queue": "returns"}})),
        Does("olga", "assignment", 0, json!({"type": "prioritise", "priority": 5})),
    ];
    Story {
        name: "hand",
        people: &["mark", "martha", "nina", "olga"],
        settings: json!({"requeue_after_seconds": null}),
        customers: 2,
        steps,
    }
}

fn end() -> Story {
    let steps = vec![
        Writes(0, "My kettle leaks"),
        Does("mark", "assignment", 0, accept()),
        // The first response is due, then late, then Mark is warned and loses the conversation.
        Pass(Millis::seconds(40)),
        Pass(Millis::minutes(11)),
        Does("martha", "assignment", 0, accept()),
        Leaves("martha"),
        Pass(Millis::minutes(3)),
        Does("mark", "assignment", 0, accept()),
        Does("mark", "messaging", 0, send("Sent a new seal")),
        Does("mark", "assignment", 0, json!({"type": "resolve", "note": "Seal"})),
        Does("mark", "assignment", 0, json!({"type": "done", "disposition": "Repair"})),
        Writes(0, "One more thing"),
    ];
    Story {
        name: "end",
        people: &["mark", "martha"],
        settings: json!({"requeue_after_seconds": 600, "offline_requeue_after_seconds": 120,
                         "reopen_within_seconds": 3600, "wrap_up": "mandatory",
                         "dispositions": ["Repair"]}),
        customers: 1,
        steps,
    }
}

fn give() -> Story {
    let steps = vec![
        Writes(0, "Where is my parcel?"),
        Comes("mark"),
        Writes(1, "Do you ship to Norway?"),
        Says("mark", json!({"action": "presence", "presence": "away", "reason": "Lunch"})),
        Writes(2, "I was charged twice"),
        Says("mark", json!({"action": "presence", "presence": "available"})),
        Does("mark", "assignment", 0, json!({"type": "resolve"})),
        Comes("martha"),
        Writes(3, "Is the blue one back?"),
    ];
    Story {
        name: "give",
        people: &[],
        settings: json!({"mode": "auto", "requeue_after_seconds": null}),
        customers: 4,
        steps,
    }
}

/// The commands that the other stories leave out.
fn rest() -> Story {
    let joins = |who| json!({"type": "discuss", "to": who, "discussion": "$discussion"});
    let yes = || json!({"type": "accept_offer", "offer": "$offer"});
    let steps = vec![
        Writes(0, "My kettle leaks"),
        Does("mark", "assignment", 0, accept()),
        Does("mark", "messaging", 0, json!({"type": "react", "message": 1, "emoji": "👍"})),
        Does("mark", "assignment", 0, json!({"type": "tag", "add": ["kettle"]})),
        Does("mark", "assignment", 0, json!({"type": "label", "add": ["Escalated"]})),
        Does("mark", "assignment", 0, json!({"type": "name", "alias": "The kettle"})),
        Does("mark", "messaging", 0, json!({"type": "trigger", "trigger": "Call back"})),
        Does("mark", "messaging", 0, json!({"type": "send_survey", "survey": "Satisfaction"})),
        Fails(0),
        Does("mark", "messaging", 0, json!({"type": "retry", "message": "$failed"})),
        Does("mark", "discuss", 0, json!({"type": "discuss", "to": "martha"})),
        Does("martha", "assignment", 0, yes()),
        Does("mark", "discuss", 0, joins("nina")),
        Does("nina", "assignment", 0, yes()),
        Does(
            "mark",
            "discuss",
            0,
            json!({"type": "release_expert", "discussion": "$discussion",
                   "outcome": {"agent": "nina", "resolved": false}}),
        ),
        Does(
            "martha",
            "discuss",
            0,
            json!({"type": "leave_discussion", "discussion": "$discussion"}),
        ),
        Does(
            "mark",
            "discuss",
            0,
            json!({"type": "finish_discussion", "discussion": "$discussion"}),
        ),
        Does("mark", "discuss", 0, json!({"type": "confer", "to": "martha"})),
        Does("martha", "assignment", 0, yes()),
        Does("olga", "discuss", 0, json!({"type": "monitor", "mode": "silent"})),
        Does("olga", "discuss", 0, json!({"type": "stop_monitoring"})),
        Does("mark", "discuss", 0, json!({"type": "remove_guest", "agent": "martha"})),
        Does("mark", "assignment", 0, json!({"type": "undo", "entry": "$newest"})),
        Does("mark", "assignment", 0, json!({"type": "require", "skills": ["german"]})),
        Photo(0),
        Does("mark", "messaging", 0, json!({"type": "fetch_file", "message": "$newest"})),
    ];
    Story {
        name: "rest",
        people: &["mark", "martha", "nina", "olga"],
        settings: json!({"requeue_after_seconds": null, "triggers": ["Call back"],
                         "surveys": [{"name": "Satisfaction", "question": "Was it good?",
                                      "answers": ["Yes", "No"]}]}),
        customers: 1,
        steps,
    }
}

#[tokio::test]
async fn talking_with_colleagues_survives_a_crash_at_any_call() {
    at_every_call(&talk()).await;
}

#[tokio::test]
async fn handing_on_survives_a_crash_at_any_call() {
    at_every_call(&hand()).await;
}

#[tokio::test]
async fn ends_and_timers_survive_a_crash_at_any_call() {
    at_every_call(&end()).await;
}

#[tokio::test]
async fn giving_out_survives_a_crash_at_any_call() {
    at_every_call(&give()).await;
}

#[tokio::test]
async fn every_other_command_survives_a_crash_at_any_call() {
    at_every_call(&rest()).await;
}

#[test]
fn every_command_of_the_protocol_is_in_one_of_the_stories() {
    let schema = protocol::schema::document();
    let commands = schema["$defs"]["Command"]["oneOf"].as_array().unwrap();
    let name = |value: &Value| value.as_str().unwrap().to_owned();
    let all: BTreeSet<String> =
        commands.iter().map(|c| name(&c["properties"]["type"]["const"])).collect();
    let told: BTreeSet<String> = [talk(), hand(), end(), give(), rest()]
        .iter()
        .flat_map(|story| &story.steps)
        .filter_map(|step| match step {
            Does(_, _, _, command) => Some(name(&command["type"])),
            _ => None,
        })
        .collect();
    assert_eq!(all, told);
}

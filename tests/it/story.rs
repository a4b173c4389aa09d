//! The story of Mark and Martha: a customer's message reaches an agent, who asks a colleague in
//! private and answers.

use crate::world::{Agent, World};
use domain::{Event, Millis, OfferStatus, Status};
use serde_json::{Value, json};

const SMITH: &str = "16505551234";

/// Smith has written, Mark has accepted.
async fn mark_has_smith(world: &World) -> (Agent<'_>, Agent<'_>, String) {
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "My kettle leaks").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accepted = mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    assert_eq!(accepted["type"], "ack", "{accepted}");
    mark.frames();
    (mark, martha, conversation)
}

async fn discuss(mark: &Agent<'_>, martha: &Agent<'_>, conversation: &str) -> String {
    let asked = json!({"type": "discuss", "to": "martha", "note": "Is it the seal?"});
    let ack = mark.does("discuss", conversation, asked).await;
    assert_eq!(ack["type"], "ack", "{ack}");
    martha.event_of("offer_made")["offer"].as_str().unwrap().to_owned()
}

async fn in_discussion(mark: &Agent<'_>, martha: &Agent<'_>, conversation: &str) -> String {
    let offer = discuss(mark, martha, conversation).await;
    let accept = json!({"type": "accept_offer", "offer": offer});
    assert_eq!(martha.does("assignment", conversation, accept).await["type"], "ack");
    offer.replace("-o", "-d")
}

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

#[tokio::test]
async fn of_two_who_accept_at_once_one_gets_it_and_the_other_reads_who() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "Hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let accept = || json!({"type": "accept"});
    let (a, b) = futures_util::future::join(
        mark.does("assignment", &conversation, accept()),
        martha.does("assignment", &conversation, accept()),
    )
    .await;
    let (won, lost) = if a["type"] == "ack" { ("mark", b) } else { ("martha", a) };
    assert_eq!(lost["code"], "already_taken");
    assert_eq!(lost["agent"], won);
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.owner.unwrap().as_str(), won);
}

#[tokio::test]
async fn capacity_is_not_exceeded_by_twenty_acceptances_at_once() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    for n in 0..20 {
        world.customer_writes(&format!("1650555{n:04}"), "Hello").await;
    }
    let all = (0..20).map(async |n| {
        let conversation = format!("{}-1", world.thread(&format!("1650555{n:04}")));
        mark.does("assignment", &conversation, json!({"type": "accept"})).await
    });
    let answers = futures_util::future::join_all(all).await;
    let taken = answers.iter().filter(|a| a["type"] == "ack").count();
    let full = answers.iter().filter(|a| a["code"] == "at_capacity").count();
    assert_eq!((taken, full), (5, 15), "{answers:?}");
    let desks = world.app.store.desks().await.unwrap();
    assert_eq!(desks[&"mark".parse().unwrap()].open.len(), 5);
}

#[tokio::test]
async fn an_answer_goes_to_the_provider_and_comes_back_as_sent_delivered_and_read() {
    let world = World::new().await;
    let (mark, _, conversation) = mark_has_smith(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Let me look"}});
    let ack = mark.does("messaging", &conversation, send).await;
    let message = ack["seq"].as_u64().unwrap();
    world.deliver().await;
    let taken = world.wires.provider.lock().unwrap().taken[0].clone();
    assert_eq!(taken["to"], "+16505551234");
    assert_eq!(taken["text"]["body"], "Let me look");
    mark.frames();
    // Out of order and doubled, as webhooks come.
    for status in ["delivered", "sent", "delivered", "read", "delivered"] {
        let receipt = json!({"statuses": [{"id": "wamid.OUT1", "status": status,
            "timestamp": "1767688200", "recipient_id": SMITH}]});
        assert_eq!(world.webhook(&receipt).await["statusCode"], 200);
    }
    let states: Vec<Value> = mark.events().iter().map(|e| e["status"].clone()).collect();
    assert_eq!(states, ["delivered", "read"]);
    let log = world.log(&world.thread(SMITH)).await;
    let reports = log
        .iter()
        .flat_map(|e| &e.events)
        .filter(|e| matches!(e, Event::Delivery(d) if d.message == message));
    assert_eq!(reports.count(), 3, "sent, delivered, read");
}

#[tokio::test]
async fn an_offer_is_pending_with_a_deadline_and_recorded_at_once() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let asked = json!({"type": "discuss", "to": "martha"});
    mark.does("discuss", &conversation, asked).await;
    let made = martha.event_of("offer_made");
    assert_eq!(made["expires"], (world.now() + Millis::minutes(2)).0);
    let answer = world
        .api("mark", "GET", &format!("/v1/conversations/{conversation}/engagements"), "")
        .await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["engagements"][0]["status"], "pending");
    assert_eq!(body["engagements"][0]["from"], "mark");
}

#[tokio::test]
async fn who_rejects_says_why_and_the_asker_reads_it() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let offer = discuss(&mark, &martha, &conversation).await;
    mark.frames();
    let without = json!({"type": "reject_offer", "offer": offer, "reason": " "});
    let refused = martha.does("assignment", &conversation, without).await;
    assert_eq!((&refused["code"], &refused["field"]), (&json!("text_missing"), &json!("reason")));
    let reason =
        json!({"type": "reject_offer", "offer": offer, "reason": "Busy with another case"});
    assert_eq!(martha.does("assignment", &conversation, reason).await["type"], "ack");
    let closed = mark.event_of("offer_closed");
    assert_eq!(closed["status"], "rejected");
    assert_eq!(closed["reason"], "Busy with another case");
}

#[tokio::test]
async fn a_withdrawn_offer_is_gone_for_the_colleague_and_a_late_yes_reads_so() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let offer = discuss(&mark, &martha, &conversation).await;
    let withdraw = json!({"type": "withdraw_offer", "offer": offer, "reason": "Issue resolved"});
    assert_eq!(mark.does("assignment", &conversation, withdraw).await["type"], "ack");
    assert_eq!(martha.event_of("offer_closed")["status"], "withdrawn");
    let accept = json!({"type": "accept_offer", "offer": offer});
    let late = martha.does("assignment", &conversation, accept).await;
    assert_eq!((&late["code"], &late["status"]), (&json!("offer_closed"), &json!("withdrawn")));
}

#[tokio::test]
async fn an_unanswered_offer_times_out_after_two_minutes_and_both_are_told() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    discuss(&mark, &martha, &conversation).await;
    mark.frames();
    world.pass(Millis::seconds(119)).await;
    assert!(mark.events().iter().all(|e| e["type"] != "offer_closed"));
    world.pass(Millis::seconds(1)).await;
    assert_eq!(mark.event_of("offer_closed")["status"], "timed_out");
    assert_eq!(martha.event_of("offer_closed")["status"], "timed_out");
}

#[tokio::test]
async fn a_yes_after_the_deadline_is_too_late_even_before_the_clock_has_been_round() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let offer = discuss(&mark, &martha, &conversation).await;
    world.wires.lose_nudges();
    world.stand_still_until(world.now() + Millis::minutes(2));
    let accept = json!({"type": "accept_offer", "offer": offer});
    let late = martha.does("assignment", &conversation, accept).await;
    assert_eq!((&late["code"], &late["status"]), (&json!("offer_closed"), &json!("timed_out")));
    // The sweep finds what the lost nudge left behind.
    world.pass(Millis::seconds(1)).await;
    assert_eq!(mark.event_of("offer_closed")["status"], "timed_out");
}

#[tokio::test]
async fn a_discussion_is_private_and_its_expert_cannot_reach_the_customer() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let nina = world.agent("nina").await;
    let discussion = in_discussion(&mark, &martha, &conversation).await;
    let say = json!({"type": "say", "discussion": discussion, "text": "Which part?"});
    assert_eq!(mark.does("discuss", &conversation, say.clone()).await["type"], "ack");
    assert_eq!(martha.event_of("discussion_message")["text"], "Which part?");
    assert_eq!(nina.does("discuss", &conversation, say).await["code"], "not_member");
    for content in [
        json!({"kind": "text", "text": "Hello"}),
        json!({"kind": "template", "name": "t", "language": "en"}),
    ] {
        let send = json!({"type": "send", "content": content});
        assert_eq!(martha.does("messaging", &conversation, send).await["code"], "consulting");
    }
    // Nina may read the conversation, but not the discussion in it.
    let answer = world.api("nina", "GET", &format!("/v1/conversations/{conversation}"), "").await;
    assert!(!answer["body"].as_str().unwrap().contains("Which part?"), "{answer}");
    let answer = world.api("martha", "GET", &format!("/v1/conversations/{conversation}"), "").await;
    assert!(answer["body"].as_str().unwrap().contains("My kettle leaks"));
    assert!(world.wires.provider.lock().unwrap().taken.is_empty());
}

#[tokio::test]
async fn ending_a_discussion_keeps_the_outcome_and_the_conversation() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let discussion = in_discussion(&mark, &martha, &conversation).await;
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true,
                     "note": "It was the seal"});
    assert_eq!(martha.does("discuss", &conversation, end.clone()).await["code"], "not_initiator");
    assert_eq!(mark.does("discuss", &conversation, end).await["type"], "ack");
    assert_eq!(martha.event_of("discussion_ended")["resolved"], true);
    let records = world.app.store.engagements(&world.thread(SMITH), 10).await.unwrap();
    assert_eq!(records[0].resolved, Some(true));
    assert_eq!(records[0].outcome_note.as_deref(), Some("It was the seal"));
    assert_eq!(world.state(&world.thread(SMITH)).await.conversation.status, Status::Active);
}

#[tokio::test]
async fn leaving_a_discussion_needs_no_question_and_ends_it() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let discussion = in_discussion(&mark, &martha, &conversation).await;
    mark.frames();
    let leave = json!({"type": "leave_discussion", "discussion": discussion});
    assert_eq!(
        mark.does("discuss", &conversation, leave.clone()).await["code"],
        "initiator_cannot_leave"
    );
    assert_eq!(martha.does("discuss", &conversation, leave).await["type"], "ack");
    assert_eq!(mark.event_of("discussion_ended")["cause"], "left");
    let desks = world.app.store.desks().await.unwrap();
    assert!(desks[&"martha".parse().unwrap()].inbox.is_empty());
}

#[tokio::test]
async fn a_transfer_at_once_moves_the_conversation_and_ends_what_was_private() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    in_discussion(&mark, &martha, &conversation).await;
    let transfer = json!({"type": "transfer", "to": {"agent": "martha"}, "note": "Yours"});
    assert_eq!(mark.does("transfer", &conversation, transfer).await["type"], "ack");
    let events = martha.events();
    assert!(events.iter().any(|e| e["type"] == "discussion_ended" && e["cause"] == "transferred"));
    assert!(events.iter().any(|e| e["type"] == "assigned" && e["note"] == "Yours"));
    let send = json!({"type": "send", "content": {"kind": "text", "text": "x"}});
    assert_eq!(mark.does("messaging", &conversation, send).await["code"], "not_owner");
    let desks = world.app.store.desks().await.unwrap();
    assert!(desks[&"mark".parse().unwrap()].open.is_empty());
    assert_eq!(desks[&"martha".parse().unwrap()].open.len(), 1);
}

#[tokio::test]
async fn a_transfer_by_offer_waits_for_yes_and_holds_room_meanwhile() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let transfer = json!({"type": "transfer", "to": {"agent": "martha"}, "mode": "offer"});
    assert_eq!(mark.does("transfer", &conversation, transfer).await["type"], "ack");
    let offer = martha.event_of("offer_made")["offer"].clone();
    let desks = world.app.store.desks().await.unwrap();
    assert_eq!(desks[&"martha".parse().unwrap()].open.len(), 1, "reserved");
    let accept = json!({"type": "accept_offer", "offer": offer});
    assert_eq!(martha.does("assignment", &conversation, accept).await["type"], "ack");
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.owner.unwrap().as_str(), "martha");
    let records = world.app.store.engagements(&thread.id, 10).await.unwrap();
    assert_eq!(records[0].status, OfferStatus::Accepted);
}

#[tokio::test]
async fn nothing_is_given_to_somebody_who_is_not_there() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    martha.leaves().await;
    for command in [
        json!({"type": "discuss", "to": "martha"}),
        json!({"type": "assign", "to": "martha"}),
        json!({"type": "transfer", "to": {"agent": "martha"}}),
    ] {
        let action = match command["type"].as_str().unwrap() {
            "assign" => "assignment",
            other => other,
        };
        let refused = mark.does(action, &conversation, command.clone()).await;
        assert_eq!(refused["code"], "target_unavailable", "{command}");
    }
}

#[tokio::test]
async fn after_a_resolution_the_next_message_opens_a_linked_conversation() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    discuss(&mark, &martha, &conversation).await;
    let resolve = json!({"type": "resolve", "note": "Sent a new seal"});
    assert_eq!(mark.does("assignment", &conversation, resolve).await["type"], "ack");
    assert_eq!(martha.event_of("offer_closed")["status"], "rescinded");
    world.customer_writes(SMITH, "One more thing").await;
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.number, 2);
    assert_eq!(thread.conversation.status, Status::Queued);
    let old = mark
        .does(
            "messaging",
            &conversation,
            json!({"type": "send",
        "content": {"kind": "text", "text": "x"}}),
        )
        .await;
    assert_eq!(old["code"], "conversation_closed");
    let answer =
        world.api("mark", "GET", &format!("/v1/conversations/{}-2/entries", thread.id), "").await;
    assert!(answer["body"].as_str().unwrap().contains("My kettle leaks"), "the history is there");
    assert!(answer["body"].as_str().unwrap().contains("\"previous\""), "and linked");
}

#[tokio::test]
async fn a_silent_customer_is_resolved_after_a_day_but_never_one_who_waits() {
    let world = World::new().await;
    let (mark, _, conversation) = mark_has_smith(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Which kettle?"}});
    mark.does("messaging", &conversation, send.clone()).await;
    world.deliver().await;
    world.pass(Millis::hours(20)).await;
    world.customer_writes(SMITH, "The blue one").await;
    world.pass(Millis::hours(30)).await;
    let status = || async { world.state(&world.thread(SMITH)).await.conversation.status };
    assert_eq!(status().await, Status::Queued, "Smith waits for us, and nobody has answered him");
    world.customer_writes(SMITH, "Hello?").await;
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    mark.does("messaging", &conversation, send).await;
    world.deliver().await;
    world.pass(Millis::hours(23)).await;
    assert_eq!(status().await, Status::Pending);
    world.pass(Millis::hours(2)).await;
    assert_eq!(status().await, Status::Resolved);
}

#[tokio::test]
async fn a_console_that_comes_back_gets_exactly_what_it_missed() {
    let world = World::new().await;
    let (mark, _, _) = mark_has_smith(&world).await;
    let thread = world.thread(SMITH).to_string();
    mark.leaves().await;
    world.customer_writes(SMITH, "Are you there?").await;
    world.customer_writes(SMITH, "Hello?").await;
    let back = world.agent("mark").await;
    let positions = json!({thread.clone(): 2});
    let frames = back.says(json!({"action": "hello", "positions": positions})).await;
    assert_eq!(frames[0]["following"], json!([thread]));
    let seqs: Vec<u64> = frames[1]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["seq"].as_u64().unwrap())
        .collect();
    assert_eq!((frames[1]["type"].as_str(), seqs), (Some("entries"), vec![3, 4]));
    let frames = back.says(json!({"action": "ping", "positions": {thread: 4}})).await;
    assert_eq!(frames.len(), 1, "nothing was missed");
}

#[tokio::test]
async fn a_repeated_command_gets_the_first_answer_and_has_no_second_effect() {
    let world = World::new().await;
    let (mark, _, conversation) = mark_has_smith(&world).await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Once"}});
    let id = "0190a1b2-once";
    let first = mark.does_as(id, "messaging", &conversation, Some(2), send.clone()).await;
    // Long forgotten by the state, still known to the log.
    for n in 0..10 {
        mark.does("messaging", &conversation, json!({"type": "comment", "text": n.to_string()}))
            .await;
    }
    let again = mark.does_as(id, "messaging", &conversation, Some(2), send.clone()).await;
    assert_eq!(first, again);
    let blind = mark.does_as(id, "messaging", &conversation, None, send).await;
    assert_eq!(first, blind);
    let log = world.log(&world.thread(SMITH)).await;
    let sent = log.iter().flat_map(|e| &e.events).filter(|e| matches!(e, Event::AgentMessage(_)));
    assert_eq!(sent.count(), 1);
}

#[tokio::test]
async fn what_happened_goes_to_cards_records_and_the_bus() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    discuss(&mark, &martha, &conversation).await;
    world.project().await;
    let answer = world.api("mark", "GET", "/v1/conversations?status=active", "").await;
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["conversations"][0]["id"], conversation);
    let answer = world.api("martha", "GET", "/v1/engagements", "").await;
    assert!(answer["body"].as_str().unwrap().contains("\"kind\":\"discuss\""), "{answer}");
    let bus = world.wires.bus.lock().unwrap().clone();
    let kinds: Vec<&str> = bus.iter().map(|e| e["DetailType"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        ["conversation.opened", "message.received", "conversation.assigned", "offer.made"]
    );
    assert!(!bus.iter().any(|e| e["Detail"].as_str().unwrap().contains("kettle")), "ids only");
}

//! A transfer at once, and a transfer by an offer.

use crate::file::SMITH;
use crate::world::World;
use crate::world::story::{in_discussion, mark_has_smith};
use domain::OfferStatus;
use serde_json::json;

#[tokio::test]
async fn a_transfer_at_once_moves_the_conversation_and_ends_its_discussions() {
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
    let workloads = world.app.store.workloads().await.unwrap();
    assert!(workloads[&"mark".parse().unwrap()].open.is_empty());
    assert_eq!(workloads[&"martha".parse().unwrap()].open.len(), 1);
}

#[tokio::test]
async fn a_transfer_by_offer_waits_for_an_acceptance_and_holds_room_meanwhile() {
    let world = World::new().await;
    let (mark, martha, conversation) = mark_has_smith(&world).await;
    let transfer = json!({"type": "transfer", "to": {"agent": "martha"}, "mode": "offer"});
    assert_eq!(mark.does("transfer", &conversation, transfer).await["type"], "ack");
    let offer = martha.event_of("offer_made")["offer"].clone();
    let workloads = world.app.store.workloads().await.unwrap();
    assert_eq!(workloads[&"martha".parse().unwrap()].open.len(), 1, "reserved");
    let accept = json!({"type": "accept_offer", "offer": offer});
    assert_eq!(martha.does("assignment", &conversation, accept).await["type"], "ack");
    let thread = world.state(&world.thread(SMITH)).await;
    assert_eq!(thread.conversation.owner.unwrap().as_str(), "martha");
    let records = world.app.store.engagements(&thread.id, 10).await.unwrap();
    assert_eq!(records[0].status, OfferStatus::Accepted);
}

//! How large a state gets: it is written into every entry.

use domain::{
    AgentId, Conversation, DeliveryStatus, Discussion, Millis, Offer, OfferKind, Origin, Outbox,
    Party, Recent, Status, Thread,
};

use super::{DAWN, id};

/// The positions of a thread with a million entries.
const LATE: u64 = 999_000;

/// The bytes of a state as it is stored.
pub(crate) fn of(thread: &Thread) -> usize {
    serde_json::to_vec(thread).map_or(usize::MAX, |bytes| bytes.len())
}

/// A word of 40 letters that ends in a number, so that no two are the same.
fn long(number: usize) -> String {
    format!("{number:x>40}")
}

fn someone(number: usize) -> AgentId {
    id(&long(number))
}

/// Every limit reached at once, and everything as long as it may be.
pub(crate) fn worst() -> Thread {
    let at = |nth: usize| LATE + nth as u64;
    let offer = |nth| Offer {
        number: at(nth),
        kind: if nth == 0 { OfferKind::Assign } else { OfferKind::Discuss },
        from: someone(0),
        to: someone(1 + nth),
        expires: DAWN,
    };
    let talk = |nth| Discussion {
        number: at(nth),
        initiator: someone(0),
        experts: vec![(someone(5 + nth), at(nth))],
    };
    let flight = |nth| (at(20 + nth), DeliveryStatus::Delivered);
    Thread {
        id: id("4t9m0c2xkq7w1h5z"),
        seq: at(40),
        public_seq: at(0),
        asset: id(&long(1)),
        identity: "x".repeat(150),
        contact: id("4t9m0c2xkq7w1h5z"),
        name: "\u{1f60a}".repeat(40),
        recent: recent(),
        conversation: Conversation {
            number: 9_999,
            first: at(0),
            status: Status::Pending,
            queue: id(&long(2)),
            owner: Some(someone(0)),
            origin: Some(Origin::Transfer),
            epoch: 9_999,
            priority: u8::MAX,
            assigned_at: Some(DAWN),
            waiting_on: Party::Customer,
            idle_due: Some(DAWN),
            offers: (0..Conversation::OFFER_LIMIT).map(offer).collect(),
            discussions: (0..Conversation::DISCUSSION_LIMIT).map(talk).collect(),
            ..opened()
        },
        outbox: Outbox {
            pending: (0..Outbox::PENDING_LIMIT).map(at).collect(),
            flight: (0..Outbox::FLIGHT_LIMIT).map(flight).collect(),
            failed: (0..Outbox::FAILED_LIMIT).map(|nth| at(30 + nth)).collect(),
            retried: (0..Outbox::RETRIED_LIMIT).map(at).collect(),
        },
    }
}

/// An answered question, a few messages into its second conversation.
pub(crate) fn usual() -> Thread {
    Thread {
        id: id("4t9m0c2xkq7w1h5z"),
        seq: 42,
        public_seq: 17,
        asset: id("whatsapp-support"),
        identity: "4915112345678".to_owned(),
        contact: id("4t9m0c2xkq7w1h5z"),
        name: "Josephine Baker".to_owned(),
        recent: recent(),
        conversation: Conversation {
            number: 2,
            first: 36,
            status: Status::Pending,
            owner: Some(id("mark-smith")),
            origin: Some(Origin::Picked),
            epoch: 1,
            assigned_at: Some(DAWN),
            waiting_on: Party::Customer,
            idle_due: Some(DAWN + Millis::hours(24)),
            ..opened()
        },
        outbox: Outbox {
            pending: vec![42],
            flight: vec![(38, DeliveryStatus::Delivered), (40, DeliveryStatus::Sent)],
            failed: Vec::new(),
            retried: Vec::new(),
        },
    }
}

fn opened() -> Conversation {
    Conversation {
        number: 1,
        first: 1,
        status: Status::Queued,
        queue: id("support"),
        owner: None,
        origin: None,
        epoch: 0,
        priority: 0,
        opened_at: DAWN,
        assigned_at: None,
        waiting_on: Party::Agent,
        waiting_since: DAWN,
        customer_at: DAWN,
        idle_due: None,
        offers: Vec::new(),
        discussions: Vec::new(),
    }
}

/// A full memory of keys, each as long as it is in a thread of a million entries.
fn recent() -> Recent {
    let keys = vec![format!("{:x}.{LATE:x}.{:x}", u32::MAX, DAWN.0 / 1_000); Recent::CAPACITY];
    let stored = serde_json::Value::String(keys.join(" "));
    serde_json::from_value(stored).unwrap_or_else(|e| panic!("{e}"))
}

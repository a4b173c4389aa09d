//! The size of a state: the store writes it into every entry.

use domain::person::Known;
use domain::{
    AgentId, Conversation, DeliveryStatus, Discussion, GroupOffer, Labels, Millis, Monitor,
    MonitorMode, OffHours, Offer, OfferKind, Origin, Outbox, Party, Recent, Sla, SlaStage, Status,
    Target, Thread, Wrap,
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

/// Every limit reached at once, and everything as long as it may be: ten colleagues of whom each
/// has a name of 40 letters, and who all take part in some way.
pub(crate) fn worst() -> Thread {
    let at = |nth: usize| LATE + nth as u64;
    let offer = |nth: usize| {
        let several = (0..Conversation::SEARCH_LIMIT).map(|n| someone(20 + n)).collect();
        let tried = (0..Conversation::SEARCH_LIMIT - 1).map(|n| (someone(30 + n), true)).collect();
        // One offer asks a whole group at once, one goes through a group, one names a colleague.
        let (to, tried) = match nth {
            0 => (several, Vec::new()),
            1 => (vec![someone(1)], tried),
            _ => (vec![someone(2)], Vec::new()),
        };
        let search =
            GroupOffer { group: Target::Queue(id(&long(3))), deadline: DAWN, all: nth == 0, tried };
        Offer {
            number: at(nth),
            kind: if nth == 0 { OfferKind::Assign } else { OfferKind::Conference },
            from: someone(0),
            to,
            expires: DAWN,
            group_offer: (nth < 2).then_some(search),
            discussion: (nth == 2).then(|| at(0)),
        }
    };
    let talk = |nth: usize| Discussion {
        number: at(nth),
        initiator: someone(0),
        consultants: (0..Conversation::CONSULTANT_LIMIT)
            .map(|n| (someone(40 + 5 * nth + n), at(n)))
            .collect(),
        lines: 999,
    };
    let monitor = |nth: usize| Monitor {
        agent: someone(60 + nth),
        mode: MonitorMode::Silent,
        number: at(nth),
    };
    let flight = |nth| (at(20 + nth), DeliveryStatus::Delivered);
    let wrap = |nth: usize| Wrap {
        number: u32::try_from(9_000 + nth).unwrap_or(0),
        agent: someone(70 + nth),
        mandatory: true,
        lapses: Some(DAWN),
    };
    Thread {
        id: id("4t9m0c2xkq7w1h5z"),
        seq: at(40),
        public_seq: at(0),
        asset: id(&long(1)),
        identity: "x".repeat(150),
        known: Known {
            joined: vec![id("4t9m0c2xkq7w1h5z"); 2],
            number: Some("9".repeat(20)),
            username: Some(format!("@{}", "x".repeat(47))),
            changed: Some(DAWN),
            ahead: Some(Millis::hours(8 * 24)),
            elsewhere: Some(id("4t9m0c2xkq7w1h5z")),
            stopped: true,
        },
        contact: id("4t9m0c2xkq7w1h5z"),
        name: "\u{1f60a}".repeat(40),
        named: true,
        recent: recent(),
        conversation: Conversation {
            number: 9_999,
            first: at(0),
            status: Status::Pending,
            queue: id(&long(2)),
            owner: Some(someone(0)),
            origin: Some(Origin::Conference),
            epoch: 9_999,
            priority: 9,
            returned_at: DAWN,
            skills: (0..5).map(|n| id(&long(80 + n))).collect(),
            labels: labels(),
            answered_at: Some(DAWN),
            assigned_at: Some(DAWN),
            waiting_on: Party::Customer,
            idle_due: Some(DAWN),
            sla: Sla {
                number: LATE,
                due: DAWN,
                first_answer: SlaStage::Alerted,
                warned: Some(DAWN),
            },
            off_hours: Some(OffHours::Owed),
            survey: Some(domain::survey::Asked {
                survey: long(4),
                message: at(0),
                answers: (0..9).map(|n| long(110 + n)).collect(),
            }),
            offers: (0..Conversation::OFFER_LIMIT).map(offer).collect(),
            discussions: (0..Conversation::DISCUSSION_LIMIT).map(talk).collect(),
            guests: (0..4).map(|n| (someone(90 + n), at(n))).collect(),
            monitors: (0..Conversation::MONITOR_LIMIT).map(monitor).collect(),
            ..opened()
        },
        outbox: Outbox {
            pending: (0..Outbox::PENDING_LIMIT).map(at).collect(),
            flight: (0..Outbox::FLIGHT_LIMIT).map(flight).collect(),
            failed: (0..Outbox::FAILED_LIMIT).map(|nth| at(30 + nth)).collect(),
            retried: (0..Outbox::RETRIED_LIMIT).map(at).collect(),
        },
        wraps: (0..Thread::WRAP_LIMIT).map(wrap).collect(),
        files: (0..Thread::FILES_LIMIT).map(at).collect(),
    }
}

/// As many words as there may be, each as long as it may be, of the largest characters.
fn labels() -> Labels {
    let word = |nth: usize, length: usize| {
        let face = char::from_u32(0x1_f600 + u32::try_from(nth).unwrap_or(0)).unwrap_or('x');
        face.to_string().repeat(length)
    };
    Labels {
        alias: Some(word(0, Labels::ALIAS_LENGTH)),
        tags: (0..Labels::TAG_LIMIT).map(|nth| word(nth, Labels::TAG_LENGTH)).collect(),
        labels: (0..Labels::LABEL_LIMIT).map(|nth| word(nth, Labels::LABEL_LENGTH)).collect(),
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
        known: Known::default(),
        contact: id("4t9m0c2xkq7w1h5z"),
        name: "Josephine Baker".to_owned(),
        named: false,
        recent: recent(),
        conversation: Conversation {
            number: 2,
            first: 36,
            status: Status::Pending,
            owner: Some(id("mark-smith")),
            origin: Some(Origin::Picked),
            epoch: 1,
            answered_at: Some(DAWN),
            assigned_at: Some(DAWN),
            waiting_on: Party::Customer,
            idle_due: Some(DAWN + Millis::hours(24)),
            sla: Sla { number: 36, due: DAWN, first_answer: SlaStage::None, warned: None },
            ..opened()
        },
        outbox: Outbox {
            pending: vec![42],
            flight: vec![(38, DeliveryStatus::Delivered), (40, DeliveryStatus::Sent)],
            failed: Vec::new(),
            retried: Vec::new(),
        },
        wraps: Vec::new(),
        files: Vec::new(),
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
        front: false,
        left_by: None,
        placed_at: DAWN,
        returned_at: Millis(0),
        skills: Vec::new(),
        labels: Labels::default(),
        opened_at: DAWN,
        answered_at: None,
        closed: None,
        assigned_at: None,
        waiting_on: Party::Agent,
        waiting_since: DAWN,
        customer_at: DAWN,
        idle_due: None,
        sla: Sla::default(),
        off_hours: None,
        survey: None,
        offers: Vec::new(),
        discussions: Vec::new(),
        guests: Vec::new(),
        monitors: Vec::new(),
    }
}

/// A full memory of keys, each as long as it is in a thread of a million entries.
fn recent() -> Recent {
    let keys = vec![format!("{:x}.{LATE:x}.{:x}", u32::MAX, DAWN.0 / 1_000); <Recent>::CAPACITY];
    let stored = serde_json::Value::String(keys.join(" "));
    serde_json::from_value(stored).unwrap_or_else(|e| panic!("{e}"))
}

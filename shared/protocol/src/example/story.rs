//! The story that the examples tell: one conversation of fourteen entries.

use crate::message::relation::Beside;
use crate::view::{
    Act, Contact, Conversation, DeliveryStatus, Discussion, EndCause, Entry, Event, Offer,
    OfferKind, OfferStatus, Origin, Party, ResolvedBy, Status, Target,
};
use crate::{Content, Time};

/// The story's thread.
pub(super) const THREAD: &str = "4t9m0c2xkq7w1h5z";
/// The thread's first conversation.
pub(super) const CONVERSATION: &str = "4t9m0c2xkq7w1h5z-1";
/// The offer that Martha accepts, and that opens the discussion.
pub(super) const OFFER: &str = "4t9m0c2xkq7w1h5z-o7";
/// Mark's discussion with Martha.
pub(super) const DISCUSSION: &str = "4t9m0c2xkq7w1h5z-d7";
/// An offer of another day, in the thread's second conversation.
pub(super) const LATER_OFFER: &str = "4t9m0c2xkq7w1h5z-o19";
/// The id of Mark's direct message to Martha.
pub(super) const DIRECT: &str = "019aa4b2-9001-7c31-9f2e-5b0d8f1e2a7a";
/// The last entry of the story.
pub(super) const LAST: u64 = 14;

/// The moment `seconds` after Amelia's first message, which comes on 21 November 2026 at 09:00 UTC.
pub(super) const fn at(seconds: i64) -> Time {
    1_795_251_600_000 + seconds * 1_000
}

/// The id of the command that wrote entry `seq`.
pub(super) fn command(seq: u64) -> String {
    format!("019aa4b2-6d{seq:02x}-7c31-9f2e-5b0d8f1e2a77")
}

/// A content of plain text.
pub(super) fn text(text: &str) -> Content {
    Content::Text { text: text.to_owned() }
}

/// Amelia's contact record.
pub(super) fn amelia() -> Contact {
    Contact {
        id: "9k3v6r1nd8pxa0tw".to_owned(),
        name: "Amelia Fox".to_owned(),
        address: "15550100042".to_owned(),
        others: vec!["@amelia.fox".to_owned()],
    }
}

/// The conversation as it stands after entry `seq`.
pub(super) fn conversation(seq: u64) -> Conversation {
    let (again, done) = (seq >= 13, seq >= LAST);
    let ours = seq < 3 || again;
    let (taken, answered) = (seq >= 2, seq >= 3);
    Conversation {
        id: CONVERSATION.to_owned(),
        reference: "4T9M-0C2X-1".to_owned(),
        alias: None,
        tags: Vec::new(),
        labels: Vec::new(),
        thread: THREAD.to_owned(),
        seq,
        first: 1,
        status: match (taken, done, ours) {
            (false, ..) => Status::Queued,
            (_, true, _) => Status::Resolved,
            (.., true) => Status::Active,
            (.., false) => Status::Pending,
        },
        channel: "whatsapp".to_owned(),
        asset: "wa-demo".to_owned(),
        contact: amelia(),
        queue: "support".to_owned(),
        owner: (taken && !done).then(|| "mark".to_owned()),
        origin: taken.then_some(Origin::Picked),
        priority: 0,
        skills: Vec::new(),
        front: false,
        opened_at: at(0),
        answered_at: answered.then(|| at(18)),
        first_answer_due: at(30),
        requeue_at: match (taken && ours && !done, again) {
            (true, true) => Some(at(860)),
            (true, false) => Some(at(608)),
            (false, _) => None,
        },
        assigned_at: taken.then(|| at(8)),
        waiting_on: if ours { Party::Agent } else { Party::Customer },
        waiting_since: match (again, answered) {
            (true, _) => at(260),
            (_, true) => at(18),
            _ => at(0),
        },
        window_until: Some(at(24 * 3_600 + if again { 260 } else { 0 })),
        files: super::upload::rules(),
        quotes: true,
        reacts: true,
        opted_out: false,
        text_limit: 4_096,
        offers: if seq == 7 { vec![offer()] } else { Vec::new() },
        discussions: if (8..10).contains(&seq) { vec![discussion()] } else { Vec::new() },
        guests: Vec::new(),
        monitors: Vec::new(),
        may: may(taken, done),
        wrap_ups: Vec::new(),
    }
}

/// The acts that Mark may do with a waiting conversation, with his own, and with one that is over.
pub(super) fn may(taken: bool, done: bool) -> Vec<Act> {
    match (taken, done) {
        (false, _) => vec![Act::Accept, Act::Comment],
        (true, false) => vec![
            Act::Reply,
            Act::Comment,
            Act::Discuss,
            Act::Assign,
            Act::Confer,
            Act::Transfer,
            Act::Resolve,
            Act::Require,
            Act::Survey,
            Act::Trigger,
        ],
        (true, true) => vec![Act::Comment],
    }
}

fn offer() -> Offer {
    Offer {
        id: OFFER.to_owned(),
        kind: OfferKind::Discuss,
        from: "mark".to_owned(),
        to: vec!["martha".to_owned()],
        target: Target::Agent("martha".to_owned()),
        all: false,
        tried: Vec::new(),
        discussion: None,
        note: None,
        expires: at(200),
        deadline: at(200),
    }
}

fn discussion() -> Discussion {
    Discussion {
        id: DISCUSSION.to_owned(),
        initiator: "mark".to_owned(),
        members: vec!["mark".to_owned(), "martha".to_owned()],
    }
}

/// Entry `seq` as `reader` sees it: readers see the ids of their own commands only.
pub(super) fn entry(seq: u64, reader: &str) -> Entry {
    let (seconds, by, events) = told(seq);
    let own = by == format!("agent:{reader}");
    let command = own.then(|| command(seq));
    Entry { seq, at: at(seconds), by: by.to_owned(), command, shortened: None, events }
}

fn told(seq: u64) -> (i64, &'static str, Vec<Event>) {
    const MARK: &str = "agent:mark";
    const MARTHA: &str = "agent:martha";
    let delivery = |message, status| Event::Delivery { message, status, reason: None };
    let (seconds, by, event) = match seq {
        1 => return (0, "customer", vec![opened(), wrote("The kettle leaks at the handle.", 0)]),
        2 => {
            let to = "mark".to_owned();
            (8, MARK, Event::Assigned { to, from: None, origin: Origin::Picked, note: None })
        }
        3 => (18, MARK, answered("Hello Amelia! Let me look into this for you.")),
        4 => (19, "system", delivery(3, DeliveryStatus::Sent)),
        5 => (20, "system", delivery(3, DeliveryStatus::Delivered)),
        6 => (22, "system", delivery(3, DeliveryStatus::Read)),
        7 => (80, MARK, asked()),
        8 => {
            let (offer, status) = (OFFER.to_owned(), OfferStatus::Accepted);
            (
                95,
                MARTHA,
                Event::OfferClosed { offer, status, by: Some("martha".to_owned()), reason: None },
            )
        }
        9 => {
            let text = "Yes, batch 7 was recalled. Send her a new one.".to_owned();
            (110, MARTHA, Event::DiscussionMessage { discussion: DISCUSSION.to_owned(), text })
        }
        10 => (150, MARK, ended()),
        11 => (170, MARK, answered("That batch was recalled. A new kettle is on its way to you.")),
        12 => (171, "system", delivery(11, DeliveryStatus::Sent)),
        13 => (260, "customer", wrote("Great, thank you!", 260)),
        _ => {
            let note = Some("Kettle of batch 7 replaced".to_owned());
            (290, MARK, Event::Resolved { by: ResolvedBy::Agent, note })
        }
    };
    (seconds, by, vec![event])
}

fn opened() -> Event {
    Event::Opened {
        conversation: CONVERSATION.to_owned(),
        previous: None,
        queue: "support".to_owned(),
    }
}

fn wrote(words: &str, seconds: i64) -> Event {
    let content = text(words);
    Event::CustomerMessage {
        content,
        sent_at: at(seconds),
        quiet: false,
        about: None,
        beside: Beside::default(),
    }
}

fn answered(words: &str) -> Event {
    Event::AgentMessage { content: text(words), about: None }
}

fn asked() -> Event {
    Event::OfferMade {
        offer: OFFER.to_owned(),
        kind: OfferKind::Discuss,
        from: "mark".to_owned(),
        to: vec!["martha".to_owned()],
        target: Target::Agent("martha".to_owned()),
        all: false,
        discussion: None,
        note: Some("Is there a recall of this kettle?".to_owned()),
        expires: at(200),
        deadline: at(200),
    }
}

fn ended() -> Event {
    Event::DiscussionEnded {
        discussion: DISCUSSION.to_owned(),
        resolved: Some(true),
        note: Some("Batch 7, replace it".to_owned()),
        cause: EndCause::Ended,
        outcomes: Vec::new(),
    }
}

//! One example of each event.

use super::story::{CONVERSATION, DISCUSSION, LATER_OFFER, OFFER, THREAD, at, entry};
use crate::message::relation::{Beside, Referral, Relation, Side};
use crate::view::{
    DeliveryStatus, EndCause, Event, OfferKind, OfferStatus, Origin, RequeueCause, ResolvedBy,
    Target,
};

/// The first event of an entry of the story.
fn of_entry(seq: u64, index: usize) -> Option<Event> {
    entry(seq, "mark").events.into_iter().nth(index)
}

/// One example of each event, and more where an event has several forms.
#[must_use]
pub fn events() -> Vec<(&'static str, Event)> {
    let story = [
        ("opened", 1, 0),
        ("customer_message", 1, 1),
        ("assigned", 2, 0),
        ("agent_message", 3, 0),
        ("delivery", 6, 0),
        ("offer_made", 7, 0),
        ("offer_closed", 8, 0),
        ("discussion_message", 9, 0),
        ("discussion_ended", 10, 0),
        ("resolved", 14, 0),
    ];
    let mut events: Vec<_> = story
        .into_iter()
        .filter_map(|(name, seq, index)| Some((name, of_entry(seq, index)?)))
        .collect();
    events.extend(others());
    events.extend(more());
    events.extend(super::together::events());
    events
}

fn remark(text: &str, mentions: &[&str]) -> Event {
    let mentions = mentions.iter().map(|agent| (*agent).to_owned()).collect();
    Event::Comment { text: text.to_owned(), mentions, files: Vec::new() }
}

/// Events that do not happen in the story.
fn others() -> Vec<(&'static str, Event)> {
    let some = |text: &str| Some(text.to_owned());
    vec![
        ("customer_left", Event::CustomerLeft),
        (
            "customer_message.quote",
            Event::CustomerMessage {
                content: super::story::text("The red one"),
                sent_at: super::story::at(95),
                quiet: false,
                about: Some(Relation {
                    entry: Some(3),
                    by: Some(Side::Business),
                    text: "Which one do you mean?".to_owned(),
                }),
                beside: Beside {
                    referral: Some(Referral {
                        kind: "ad".to_owned(),
                        headline: some("Kettles at half price"),
                        ..Referral::default()
                    }),
                    ..Beside::default()
                },
            },
        ),
        (
            "echoed",
            Event::Echoed {
                content: super::story::text("I called her back."),
                sent_at: super::story::at(99),
                about: None,
            },
        ),
        ("consented", Event::Consented { stopped: true }),
        ("message_retried", Event::MessageRetried { message: 11 }),
        ("file_asked", Event::FileAsked { message: 11 }),
        ("file_fetched", super::file::fetched(11)),
        ("file_fetched.refused", super::file::refused(11)),
        ("comment", remark("Known fault of batch 7.", &[])),
        ("comment.mention", remark("Nina, is batch 9 recalled, too?", &["nina"])),
        (
            "tagged",
            Event::Tagged {
                added: vec!["Kettle".to_owned(), "Recall".to_owned()],
                removed: vec!["Delivery".to_owned()],
            },
        ),
        (
            "labelled",
            Event::Labelled { added: vec!["Follow-up required".to_owned()], removed: Vec::new() },
        ),
        ("named", Event::Named { alias: some("Leaking kettle") }),
        ("named.none", Event::Named { alias: None }),
        (
            "requeued",
            Event::Requeued {
                queue: "billing".to_owned(),
                from: some("mark"),
                note: some("She was charged twice"),
                cause: RequeueCause::Transferred,
            },
        ),
        ("renamed", Event::Renamed { name: "Amelia Fox-Jones".to_owned(), by: "mark".to_owned() }),
        ("identity_changed", Event::IdentityChanged { address: "15550100043".to_owned() }),
        ("joined", Event::Joined { conversation: "7zq3v0m8a5t1k9xe-2".to_owned(), there: true }),
        ("abandoned", Event::Abandoned),
        (
            "discussion_left",
            Event::DiscussionLeft {
                discussion: DISCUSSION.to_owned(),
                agent: "martha".to_owned(),
                outcome: None,
                promoted: None,
            },
        ),
    ]
}

/// Further forms of the same events.
fn more() -> Vec<(&'static str, Event)> {
    let some = |text: &str| Some(text.to_owned());
    let closed = |status, by: Option<&str>, reason: Option<&str>| Event::OfferClosed {
        offer: LATER_OFFER.to_owned(),
        status,
        by: by.map(str::to_owned),
        reason: reason.map(str::to_owned),
    };
    vec![
        (
            "opened.again",
            Event::Opened {
                conversation: format!("{THREAD}-2"),
                previous: some(CONVERSATION),
                queue: "support".to_owned(),
            },
        ),
        (
            "delivery.failed",
            Event::Delivery {
                message: 11,
                status: DeliveryStatus::Failed,
                reason: some("Message undeliverable"),
            },
        ),
        (
            "assigned.offer",
            Event::Assigned {
                to: "nina".to_owned(),
                from: some("mark"),
                origin: Origin::Offer,
                note: None,
            },
        ),
        (
            "assigned.transfer",
            Event::Assigned {
                to: "martha".to_owned(),
                from: some("mark"),
                origin: Origin::Transfer,
                note: some("She asks for you"),
            },
        ),
        (
            "offer_made.assign",
            Event::OfferMade {
                offer: LATER_OFFER.to_owned(),
                kind: OfferKind::Assign,
                from: "mark".to_owned(),
                to: vec!["nina".to_owned()],
                target: Target::Agent("nina".to_owned()),
                all: false,
                discussion: None,
                note: some("I am off at five"),
                expires: at(3_720),
                deadline: at(3_720),
            },
        ),
        (
            "offer_closed.rejected",
            closed(OfferStatus::Rejected, Some("nina"), Some("Busy with another case")),
        ),
        (
            "offer_closed.withdrawn",
            closed(OfferStatus::Withdrawn, Some("mark"), Some("Asked somebody else")),
        ),
        ("offer_closed.timed_out", closed(OfferStatus::TimedOut, None, None)),
        ("offer_closed.rescinded", closed(OfferStatus::Rescinded, None, None)),
        (
            "discussion_ended.transferred",
            Event::DiscussionEnded {
                discussion: OFFER.replace("-o", "-d"),
                resolved: None,
                note: None,
                cause: EndCause::Transferred,
                outcomes: Vec::new(),
            },
        ),
        ("resolved.inactivity", Event::Resolved { by: ResolvedBy::Inactivity, note: None }),
    ]
}

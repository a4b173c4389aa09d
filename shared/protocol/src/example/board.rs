//! An example of a board.

use super::body::{conversations, engagement, presence_set};
use super::story::{CONVERSATION, THREAD, amelia, at};
use crate::Time;
use crate::board::{Answered, Board, BoardAgent, BoardOffer, BoardQueue, Today};
use crate::conversation::ConversationCard;
use crate::view::{Presence, Queue, QueuePlace, Status};

/// The queue in which Amelia waits.
pub(super) fn queue() -> Queue {
    Queue {
        id: "support".to_owned(),
        name: "Support".to_owned(),
        team: "support".to_owned(),
        mode: crate::settings::Mode::Manual,
        waiting: vec![QueuePlace {
            conversation: CONVERSATION.to_owned(),
            reference: "4T9M-0C2X-1".to_owned(),
            alias: None,
            tags: vec!["Kettle".to_owned()],
            labels: Vec::new(),
            contact: Some(amelia().id),
            name: amelia().name,
            addresses: vec!["16505551234".to_owned()],
            channel: "whatsapp".to_owned(),
            priority: 0,
            since: at(0),
            front: false,
            first_answer_due: Some(at(30)),
            summary: "The kettle leaks at the handle.".to_owned(),
        }],
        more: false,
        retired: false,
    }
}

/// The team's board as Olga sees it, an hour later.
pub(super) fn board() -> Board {
    let queue = |id: &str, name: &str, since: Option<Time>| BoardQueue {
        id: id.to_owned(),
        name: name.to_owned(),
        team: "support".to_owned(),
        waiting: u32::from(since.is_some()),
        longest_since: since,
        unanswered_since: since,
        abandoned_today: u32::from(since.is_some()),
        answered_today: Answered { in_time: 41, late: 3 },
        resolved_today: 38,
    };
    let agent = |id: &str, name: &str| BoardAgent {
        id: id.to_owned(),
        name: name.to_owned(),
        teams: vec!["support".to_owned()],
        presence: Presence::Available,
        reason: None,
        since: Some(at(-600)),
        set_by: None,
        open: 0,
        capacity: 5,
        wrapping: 0,
        waiting_since: None,
        resolved_today: 19,
        discussions: 0,
        last_active: Some(at(3_860)),
    };
    let card = ConversationCard {
        id: format!("{THREAD}-2"),
        reference: "4T9M-0C2X-2".to_owned(),
        status: Status::Active,
        owner: Some("mark".to_owned()),
        waiting_since: at(3_780),
        opened_at: at(3_500),
        updated_at: at(3_860),
        summary: "And my other kettle?".to_owned(),
        ..conversations().conversations.remove(0)
    };
    Board {
        at: at(3_900),
        today: Today { from: at(-36_000), time_zone: "Europe/Berlin".to_owned() },
        queues: vec![
            queue("returns", "Returns", None),
            queue("support", "Support", Some(at(3_880))),
        ],
        agents: vec![
            BoardAgent {
                open: 2,
                wrapping: 1,
                waiting_since: Some(at(3_780)),
                discussions: 1,
                ..agent("mark", "Mark Adler")
            },
            BoardAgent {
                presence: Presence::Away,
                reason: presence_set().reason,
                since: Some(presence_set().at),
                set_by: Some(presence_set().by),
                ..agent("martha", "Martha Osei")
            },
        ],
        offers: vec![offer_on_board()],
        conversations: vec![card],
        more: false,
    }
}

/// Mark's offer to Martha, on the board.
pub(super) fn offer_on_board() -> BoardOffer {
    let record = engagement();
    BoardOffer {
        id: record.id,
        number: 7,
        conversation: record.conversation,
        reference: "4T9M-0C2X-1".to_owned(),
        contact: amelia().id,
        name: amelia().name,
        queue: "support".to_owned(),
        kind: record.kind,
        from: record.from,
        target: record.target,
        status: record.status,
        created_at: record.created_at,
        deadline: record.deadline,
        decided_at: record.decided_at,
        decided_by: record.decided_by,
        reason: None,
        ended_at: record.ended_at,
    }
}

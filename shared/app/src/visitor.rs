//! What web chat's visitors do, and what they are shown.

use domain::audience::{CustomerEvent, CustomerSees, for_customer};
use domain::decide::Caller;
use domain::effect;
use domain::{Actor, Command, Content, Entry, Millis, Status, Thread};
use protocol::visitor::{ChatState, VisitorMessage, VisitorPush, VisitorSide};
use store::directory::{Asset, Directory};
use store::{Stored, Visitor};

use crate::{App, Executed, Failure, Request};

/// How many messages a visitor's client gets at once.
const MESSAGES: usize = 100;
/// How far a place in a queue is counted.
const PLACES: u32 = 100;

impl App {
    /// A visitor writes.
    ///
    /// # Errors
    /// A refusal if the text is empty or too long or the asset is gone; a failure otherwise.
    pub async fn visitor_writes(
        &self,
        visitor: &Visitor,
        id: &str,
        text: &str,
    ) -> Result<Executed, Failure> {
        let limit = channels::web::TEXT_LIMIT;
        let length = text.chars().count();
        if text.trim().is_empty() {
            return Err(domain::Refusal::TextMissing { field: "text" }.into());
        }
        if length > limit {
            return Err(domain::Refusal::TextTooLong { field: "text", length, limit }.into());
        }
        let directory = self.directory().await?;
        let asset = chat_asset(&directory, visitor)?;
        self.receive(
            asset,
            &channels::Inbound {
                account: asset.account.clone(),
                address: visitor.visitor.clone(),
                other_address: None,
                name: visitor.name.clone(),
                key: id.to_owned(),
                sent_at: self.now(),
                content: Content::text(text),
                reply_to: None,
            },
        )
        .await
    }

    /// A visitor leaves the chat.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn visitor_leaves(&self, visitor: &Visitor, id: &str) -> Result<(), Failure> {
        let left = self
            .execute(&Request {
                thread: visitor.thread(),
                conversation: None,
                key: Some(id.to_owned()),
                seen: None,
                caller: Caller::Customer,
                by_api: false,
                command: Command::CustomerLeave,
                opening: None,
                known: None,
                likely: Vec::new(),
            })
            .await;
        match left {
            // Who never wrote has nothing to leave.
            Ok(_) | Err(Failure::Refused(_)) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// The chat as a visitor sees it, with the messages after their position.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn chat(&self, visitor: &Visitor, after: u64) -> Result<VisitorPush, Failure> {
        let now = self.now().0;
        let Some(newest) = self.thread(&visitor.thread()).await? else {
            let messages = Vec::new();
            return Ok(VisitorPush::Chat {
                now,
                state: ChatState::New,
                position: 0,
                place: None,
                messages,
            });
        };
        let position = newest.thread.public_seq;
        let mut messages = Vec::new();
        let (mut number, mut before) = (position, newest.entry.seq + 1);
        while number > after && messages.len() < MESSAGES {
            let page = self.store.entries_before(&newest.thread.id, before, MESSAGES).await?;
            for entry in page.entries.iter().rev() {
                if let Some(seen) = for_customer(entry).first()
                    && number > after
                {
                    messages.push(message(entry, seen, number));
                    number -= 1;
                }
            }
            match page.entries.first() {
                Some(first) if page.more => before = first.seq,
                _ => break,
            }
        }
        messages.truncate(MESSAGES);
        messages.reverse();
        let place = self.place(&newest.thread).await?;
        Ok(VisitorPush::Chat { now, state: state(&newest.thread), position, place, messages })
    }

    /// The place of a thread's conversation in its queue while it waits, 1 being next; counted up
    /// to 100. One query that reads the places before it, and brings none of them.
    pub(crate) async fn place(&self, thread: &Thread) -> store::Result<Option<u32>> {
        let Some(place) = effect::place(thread) else { return Ok(None) };
        Ok(Some(self.store.places_before(&place, PLACES - 1).await? + 1))
    }
}

/// The asset that a visitor chats with.
fn chat_asset<'a>(directory: &'a Directory, visitor: &Visitor) -> Result<&'a Asset, Failure> {
    directory.assets.get(&visitor.asset).filter(|a| a.channel == "web").ok_or_else(|| {
        Failure::rejected("not_found", "There is no such web chat.", "Check the widget's snippet.")
    })
}

/// Whether an entry changes anything that a visitor sees.
pub(crate) fn concerns(before: Option<&Thread>, next: &Stored, seen: &[CustomerEvent]) -> bool {
    !seen.is_empty() || before.map(state) != Some(state(&next.thread))
}

/// The frame that tells a visitor of one new entry.
pub(crate) fn increment(
    next: &Stored,
    seen: &[CustomerEvent],
    place: Option<u32>,
    now: Millis,
) -> VisitorPush {
    let position = next.thread.public_seq;
    VisitorPush::Chat {
        now: now.0,
        state: state(&next.thread),
        position,
        place,
        messages: seen.iter().take(1).map(|s| message(&next.entry, s, position)).collect(),
    }
}

fn message(entry: &Entry, seen: &CustomerEvent, number: u64) -> VisitorMessage {
    let (from, content) = match seen.what() {
        CustomerSees::Own(content) => (VisitorSide::You, Some(content.into())),
        CustomerSees::Ours(content) => (VisitorSide::Us, Some(content.into())),
        CustomerSees::Ended => (VisitorSide::Note, None),
    };
    VisitorMessage {
        number,
        at: seen.at().0,
        from,
        content,
        command: entry.key.clone().filter(|_| entry.by == Actor::Customer),
    }
}

fn state(thread: &Thread) -> ChatState {
    match thread.conversation.status {
        Status::Queued => ChatState::Waiting,
        Status::Active | Status::Pending => ChatState::Open,
        Status::Resolved | Status::Abandoned => ChatState::Ended,
    }
}

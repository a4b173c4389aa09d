//! What web chat's visitors do, and what they are shown.

mod part;

use crate::{App, Executed, Failure, Found, Once, Request, Since, view};
use domain::audience::{CustomerEvent, CustomerSees, for_customer};
use domain::wire::bounded;
use domain::{
    Actor, Caller, Command, Content, Delivery, DeliveryStatus, Entry, Millis, Status, Thread,
    effect, survey,
};
use protocol::visitor::{ChatState, VisitorMessage, VisitorPush, VisitorSide};
use store::directory::{Asset, Directory};
use store::upload::By;
use store::{Stored, Visitor};

/// How many messages a visitor's client gets at once, at most.
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
        once: Once,
        text: &str,
    ) -> Result<Executed, Failure> {
        if text.trim().is_empty() {
            return Err(domain::Refusal::TextMissing { field: "text" }.into());
        }
        bounded("text", text, channels::web::TEXT_LIMIT)?;
        self.visitor_says(visitor, once, Content::text(text)).await
    }

    /// A visitor sends a file that they have handed in.
    ///
    /// # Errors
    /// A refusal if it is not theirs, the caption is too long or the asset is gone; a failure
    /// otherwise.
    pub async fn visitor_attaches(
        &self,
        visitor: &Visitor,
        once: Once,
        reference: &str,
        caption: Option<&str>,
    ) -> Result<Executed, Failure> {
        let caption = caption.filter(|caption| !caption.trim().is_empty());
        if let Some(caption) = caption {
            bounded("caption", caption, channels::web::CAPTION_LIMIT)?;
        }
        let media = self
            .attach(&By::Customer, &visitor.thread(), false, reference, caption.map(str::to_owned))
            .await?;
        self.visitor_says(visitor, once, Content::Media(media)).await
    }

    async fn visitor_says(
        &self,
        visitor: &Visitor,
        once: Once,
        content: Content,
    ) -> Result<Executed, Failure> {
        let directory = self.directory().await?;
        let asset = chat_asset(&directory, visitor)?;
        let received = self
            .take_in(
                asset,
                Found { thread: visitor.thread(), known: None },
                &channels::Inbound {
                    account: asset.account.clone(),
                    address: visitor.visitor.clone(),
                    others: Vec::new(),
                    name: visitor.name.clone(),
                    key: once.key.clone(),
                    sent_at: Some(self.now()),
                    content,
                    reply_to: None,
                    quiet: false,
                    shortened: false,
                },
                once,
            )
            .await?;
        // The first entry made the contact; whoever repeats the message finds this done, or does it.
        if received.seq() == 1 && !visitor.email.is_empty() {
            let contact = store::key::contact(&asset.channel, &visitor.visitor);
            self.store.introduce(&contact, &visitor.email).await?;
            if let Some(known) = self.store.contact(&contact).await? {
                self.index_reach(None, &known).await;
            }
        }
        Ok(received)
    }

    /// A visitor takes an answer of the survey that is out.
    ///
    /// # Errors
    /// `survey_over` if it takes none any more, `not_found` if it offers no such; a failure
    /// otherwise.
    pub async fn visitor_chooses(
        &self,
        visitor: &Visitor,
        once: Once,
        message: u64,
        value: &str,
    ) -> Result<Executed, Failure> {
        // What is no number stands for no choice, as 0 does.
        let choice = value.parse().unwrap_or(0);
        self.visitor_does(visitor, once, Command::Choose(survey::Choose { message, choice })).await
    }

    async fn visitor_does(
        &self,
        visitor: &Visitor,
        once: Once,
        command: Command,
    ) -> Result<Executed, Failure> {
        self.execute(&Request {
            thread: visitor.thread(),
            conversation: None,
            once: Some(once),
            seen: None,
            caller: Caller::Customer,
            by_api: false,
            command,
            opening: None,
            known: None,
            likely: Vec::new(),
        })
        .await
    }

    /// A visitor leaves the chat.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn visitor_leaves(&self, visitor: &Visitor, once: Once) -> Result<(), Failure> {
        // Of leaving nothing is shown to the visitor, so their position says nothing of it.
        let once = Once { since: Since::Promised, ..once };
        let left = self.visitor_does(visitor, once, Command::CustomerLeave).await;
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
                asks: None,
                messages,
                more: false,
            });
        };
        let position = newest.thread.public_seq;
        let (messages, more) = self.messages_after(&newest, after).await?;
        // What the client holds has reached it, whether or not the push was seen to.
        self.note_reached(&newest, after, DeliveryStatus::Delivered).await?;
        let place = self.place(&newest.thread).await?;
        let (state, asks) = (state(&newest.thread), asks(&newest.thread));
        Ok(VisitorPush::Chat { now, state, position, place, asks, messages, more })
    }

    /// A visitor has seen the chat up to a message.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn visitor_saw(&self, visitor: &Visitor, number: u64) -> Result<(), Failure> {
        let Some(newest) = self.thread(&visitor.thread()).await? else { return Ok(()) };
        self.note_reached(&newest, number, DeliveryStatus::Read).await
    }

    /// Writes down that the message in an entry has reached the visitor's client. Best effort: the
    /// client's next ping tells the same.
    pub(crate) async fn note_delivered(&self, next: &Stored) {
        let message = next.entry.seq;
        if next.thread.outbox.status(message) != Some(DeliveryStatus::Sent) {
            return;
        }
        let status = DeliveryStatus::Delivered;
        let delivery = Delivery { message, status, provider_id: None, reason: None };
        if let Err(failure) = self.report(&next.thread.id, delivery).await {
            tracing::warn!(thread = %next.thread.id, %failure, "a delivery was not written down");
        }
    }

    /// Writes down how far our messages up to a visitor's number got: of those that the state
    /// still follows, which are the last few.
    async fn note_reached(
        &self,
        newest: &Stored,
        number: u64,
        status: DeliveryStatus,
    ) -> Result<(), Failure> {
        let thread = &newest.thread;
        let flight = thread.outbox.flight.iter();
        let open: Vec<u64> =
            flight.filter(|(_, s)| s.may_become(status)).map(|(seq, _)| *seq).collect();
        let Some(oldest) = open.iter().min().copied() else { return Ok(()) };
        let (mut at, mut before) = (thread.public_seq, newest.entry.seq + 1);
        let mut reached = Vec::new();
        'log: while before > oldest {
            let page = self.store.entries_before(&thread.id, before, MESSAGES).await?;
            for entry in page.entries.iter().rev() {
                if entry.seq < oldest {
                    break 'log;
                }
                if for_customer(entry).is_empty() {
                    continue;
                }
                if at <= number && open.contains(&entry.seq) {
                    reached.push(entry.seq);
                }
                at = at.saturating_sub(1);
            }
            match page.entries.first() {
                Some(first) if page.more => before = first.seq,
                _ => break,
            }
        }
        for message in reached.into_iter().rev() {
            let delivery = Delivery { message, status, provider_id: None, reason: None };
            self.report(&thread.id, delivery).await?;
        }
        Ok(())
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
        asks: asks(&next.thread),
        messages: seen.iter().take(1).map(|s| message(&next.entry, s, position)).collect(),
        more: false,
    }
}

fn message(entry: &Entry, seen: &CustomerEvent, number: u64) -> VisitorMessage {
    let (from, content) = match seen.what() {
        CustomerSees::Own(content) | CustomerSees::Chose(content, _) => {
            (VisitorSide::You, Some(content.into()))
        }
        CustomerSees::Ours(content) => (VisitorSide::Us, Some(content.into())),
        CustomerSees::Asks { question, .. } => {
            (VisitorSide::Us, Some((&Content::text(question)).into()))
        }
        CustomerSees::Ended => (VisitorSide::Note, None),
    };
    let (choices, chosen) = match seen.what() {
        CustomerSees::Asks { answers, .. } => (view::choices(answers), None),
        CustomerSees::Chose(_, choice) => (Vec::new(), Some(choice.to_string())),
        _ => (Vec::new(), None),
    };
    view::shorten::message(VisitorMessage {
        number,
        at: seen.at().0,
        from,
        content,
        command: entry.key.clone().filter(|_| entry.by == Actor::Customer),
        choices,
        chosen,
        shortened: false,
    })
}

/// The visitor's number of the message whose choices can be taken.
fn asks(thread: &Thread) -> Option<u64> {
    thread.conversation.survey.as_ref().map(|asked| asked.message)
}

fn state(thread: &Thread) -> ChatState {
    match thread.conversation.status {
        Status::Queued => ChatState::Waiting,
        Status::Active | Status::Pending => ChatState::Open,
        Status::Resolved | Status::Abandoned => ChatState::Ended,
    }
}

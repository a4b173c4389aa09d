//! The lists that stand beside the log: summaries, open conversations, pointers to engagement
//! records and to a contact's conversations, agents' last activity, the counts of a day.
//!
//! A list can be made anew from the log at any time: every step can run again without harm.

use std::collections::BTreeMap;

use app::{App, Failure};
use domain::{
    AgentId, ConversationId, Event as Fact, Millis, OfferId, ThreadId, intake, message, offer,
};
use store::Stored;
use store::conversation::open::Live;
use store::conversation::summary::Card;

/// The lists as entries change them. Entries of one thread come in their order.
#[derive(Debug, Default)]
pub struct Lists {
    /// A conversation may change several times in a batch: only its last summary counts.
    cards: BTreeMap<ConversationId, (Card, u64)>,
    live: BTreeMap<ThreadId, (Option<Live>, u64)>,
    active: BTreeMap<AgentId, Millis>,
}

impl Lists {
    /// Takes an entry in. Pointers and counts are written at once.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn add(&mut self, app: &App, stored: &Stored) -> Result<(), Failure> {
        let mut card = card(stored);
        if let Some((before, _)) = self.cards.get(&card.id).filter(|_| card.summary.is_empty()) {
            card.summary.clone_from(&before.summary);
            card.said_by.clone_from(&before.said_by);
        }
        let (thread, seq) = (&stored.thread, stored.entry.seq);
        self.live.insert(thread.id.clone(), (Live::of(thread, &card), seq));
        self.cards.insert(card.id.clone(), (card, seq));
        if let Some(agent) = stored.entry.by.agent() {
            let at = self.active.entry(agent.clone()).or_insert(stored.entry.at);
            *at = stored.entry.at.max(*at);
        }
        for fact in &stored.entry.events {
            point(app, stored, fact).await?;
        }
        app::board::today::count(app.ground(), stored, &*app.directory().await?).await
    }

    /// Writes the summaries, the open conversations and the agents' activity.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn write(self, app: &App) -> store::Result<()> {
        for (card, seq) in self.cards.into_values() {
            app.store.put_card(&card, seq).await?;
        }
        for (thread, (live, seq)) in self.live {
            app.store.put_live(&thread, live.as_ref(), seq).await?;
        }
        for (agent, at) in self.active {
            app::presence::note_active(app.engine(), &agent, at).await?;
        }
        Ok(())
    }
}

/// Adds a conversation to its customer's list, and an offer to the lists of all its agents and of
/// the day on which it was made.
async fn point(app: &App, stored: &Stored, fact: &Fact) -> Result<(), Failure> {
    let id = |number| OfferId { thread: stored.thread.id.clone(), number };
    match fact {
        Fact::Opened(_) => {
            let (thread, opened) = (&stored.thread, stored.thread.conversation.opened_at);
            let conversation = thread.conversation_id();
            app.store.point_to_conversation(&thread.contact, opened, &conversation).await?;
        }
        Fact::OfferMade(offer::Made { from, to, .. }) => {
            let (offer, at) = (id(stored.entry.seq), stored.entry.at);
            for agent in std::iter::once(from).chain(to) {
                app.store.point_to_engagement(agent, &offer, at).await?;
            }
            let queue = &stored.thread.conversation.queue;
            app.store.note_engagement_day(&offer, queue, at).await?;
        }
        Fact::OfferMoved(offer::Moved { offer, to, .. }) => {
            // Every agent's list has the offer at the moment at which it was made.
            let offer = id(*offer);
            let made = app.store.engagement(&offer).await?.map_or(stored.entry.at, |e| e.made.at);
            app.store.point_to_engagement(to, &offer, made).await?;
        }
        _ => {}
    }
    Ok(())
}

fn card(stored: &Stored) -> Card {
    let line = stored.entry.events.iter().find_map(|fact| match fact {
        Fact::CustomerMessage(intake::Received { content, quiet: false, .. }) => {
            Some((content.summary(), None))
        }
        Fact::Echoed(message::Echoed { content, .. }) => Some((content.summary(), None)),
        Fact::AgentMessage(message::Sent { content, .. }) => {
            Some((content.summary(), stored.entry.by.agent().cloned()))
        }
        _ => None,
    });
    let (line, said_by) = line.unwrap_or_default();
    Card { said_by, ..Card::of(&stored.thread, stored.entry.at, line) }
}

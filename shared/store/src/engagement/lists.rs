//! Engagement records by agent, by period and by team: pointers that are written a moment after the
//! fact.

use crate::item::{self, Item, s};
use crate::{Result, Store, key};
use domain::{AgentId, Millis, OfferId, QueueId};

use super::{Engagement, read, record_key};

/// Attribute of a pointer by day: the queue of the conversation.
const QUEUE: &str = "queue";
/// The most pointers of a day in which the search for a team's records looks: they may be rare.
const LOOKS: i32 = 500;

impl Store {
    /// Adds an offer to an agent's list.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn point_to_engagement(
        &self,
        agent: &AgentId,
        offer: &OfferId,
        at: Millis,
    ) -> Result<()> {
        let item = item::key(key::agent_offers_pk(agent), key::agent_offer_sk(at, offer));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Adds an offer to the list of the day on which it was made, with the queue of its
    /// conversation, by which a team finds it.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn note_engagement_day(
        &self,
        offer: &OfferId,
        queue: &QueueId,
        at: Millis,
    ) -> Result<()> {
        let mut item = item::key(key::day_offers_pk(at.day()), key::agent_offer_sk(at, offer));
        item.insert(QUEUE.to_owned(), s(queue.as_str()));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Returns the records that an agent is part of, made in `from..to`, newest first, at most
    /// `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn engagements_of(
        &self,
        agent: &AgentId,
        from: Millis,
        to: Millis,
        limit: i32,
    ) -> Result<Vec<Engagement>> {
        self.pointed_to(key::agent_offers_pk(agent), from, to, limit).await
    }

    /// Returns all records made on one day (UTC) in `from..to`, newest first, at most `limit`.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn engagements_on(
        &self,
        day: i64,
        from: Millis,
        to: Millis,
        limit: i32,
    ) -> Result<Vec<Engagement>> {
        self.pointed_to(key::day_offers_pk(day), from, to, limit).await
    }

    async fn pointed_to(
        &self,
        pk: String,
        from: Millis,
        to: Millis,
        limit: i32,
    ) -> Result<Vec<Engagement>> {
        let found = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
            .expression_attribute_values(":pk", s(pk))
            .expression_attribute_values(":from", s(key::moment_sk(from)))
            .expression_attribute_values(":to", s(key::moment_sk(to)))
            .scan_index_forward(false)
            .limit(limit)
            .send()
            .await?;
        let offers: Vec<OfferId> = found.items().iter().filter_map(pointed).collect();
        self.records(&offers, true).await
    }

    /// Returns the newest records made in `from..=to` for conversations in the `wanted` queues,
    /// newest first, at most `limit`. The search reads the newest `LOOKS` pointers of each day
    /// (UTC).
    ///
    /// # Errors
    /// If the table fails.
    pub async fn newest_engagements(
        &self,
        from: Millis,
        to: Millis,
        limit: usize,
        wanted: impl Fn(&QueueId) -> bool,
    ) -> Result<Vec<Engagement>> {
        let mut offers = Vec::new();
        for day in (from.day()..=to.day()).rev() {
            let found = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk AND sk BETWEEN :from AND :to")
                .expression_attribute_values(":pk", s(key::day_offers_pk(day)))
                .expression_attribute_values(":from", s(key::moment_sk(from)))
                .expression_attribute_values(":to", s(key::moment_sk(to + Millis(1))))
                .scan_index_forward(false)
                .limit(LOOKS)
                .send()
                .await?;
            let queue = |item: &Item| item::text(item, QUEUE).and_then(|q| q.parse().ok());
            let pointers = found.items().iter().filter(|i| queue(i).is_some_and(|q| wanted(&q)));
            offers.extend(pointers.filter_map(pointed));
            if offers.len() >= limit {
                break;
            }
        }
        offers.truncate(limit);
        self.records(&offers, false).await
    }

    /// Returns the records of these offers, newest first.
    async fn records(&self, offers: &[OfferId], consistent: bool) -> Result<Vec<Engagement>> {
        let mut records = Vec::with_capacity(offers.len());
        for some in offers.chunks(100) {
            let keys = some.iter().map(record_key).collect();
            for item in self.get(keys, consistent).await? {
                records.extend(item::readable(read(&item)));
            }
        }
        records.sort_by_key(|e| std::cmp::Reverse((e.made.at, e.offer.clone())));
        Ok(records)
    }
}

/// The offer that a pointer points to.
fn pointed(pointer: &Item) -> Option<OfferId> {
    item::text(pointer, item::SK)?.split_once('#')?.1.parse().ok()
}

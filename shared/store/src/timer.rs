//! Timers: items that stand by the minute in which they are due.

use crate::item::{self, Item, SK, TTL, n, s};
use crate::{Error, Result, Store, key};
use domain::effect::Timer;
use domain::{Millis, ThreadId, TimerKind};
use serde::{Deserialize, Serialize};

/// An armed timer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The thread that the timer belongs to.
    pub thread: ThreadId,
    /// The purpose.
    pub kind: TimerKind,
    /// The number of the offer or conversation.
    pub number: u64,
    /// The number of owners that the conversation had had when the timer was armed.
    #[serde(default)]
    pub epoch: u32,
    /// The moment at which it falls due.
    pub at: Millis,
}

impl Due {
    /// The timer that an effect asks for.
    #[must_use]
    pub fn of(thread: &ThreadId, timer: &Timer) -> Self {
        Self {
            thread: thread.clone(),
            kind: timer.kind,
            number: timer.number,
            epoch: timer.epoch,
            at: timer.due,
        }
    }

    pub(crate) fn key(&self) -> Item {
        // Timers are spread by thread, so that all timers of one thread and minute share a
        // partition.
        let shard = self
            .thread
            .as_str()
            .bytes()
            .fold(0_u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
        item::key(
            key::due_pk(self.at.minute(), shard.checked_rem(key::TIMER_SHARDS).unwrap_or(0)),
            key::due_sk(self.at, &self.thread, self.kind, self.number, self.epoch),
        )
    }

    /// The item of an armed timer. A timer that fired is deleted; `ttl` removes the timers that a
    /// clock left behind after a stop of two days.
    pub(crate) fn item(&self) -> Item {
        let mut item = self.key();
        item.insert(TTL.to_owned(), n((self.at + Millis::hours(48)).0 / 1_000));
        item
    }

    fn read(item: &Item) -> Result<Self> {
        let damaged = || Error::damaged(item::name(item), "its key is not that of a timer");
        let mut parts = item::text(item, SK).ok_or_else(damaged)?.split('#');
        let mut next = || parts.next().ok_or_else(damaged);
        let at = Millis(next()?.parse().map_err(|_| damaged())?);
        let thread = next()?.parse().map_err(|_| damaged())?;
        let kind = match next()? {
            "offer" => TimerKind::Offer,
            "idle" => TimerKind::Idle,
            "outbox" => TimerKind::Outbox,
            "watch" => TimerKind::Watch,
            "absent" => TimerKind::Absent,
            "wrap_up" => TimerKind::WrapUp,
            _ => return Err(damaged()),
        };
        let number = next()?.parse().map_err(|_| damaged())?;
        let epoch = next()?.parse().map_err(|_| damaged())?;
        Ok(Self { thread, kind, number, epoch, at })
    }
}

impl Store {
    /// Returns the timers due in a minute.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn due(&self, minute: i64) -> Result<Vec<Due>> {
        let mut due = Vec::new();
        for shard in 0..key::TIMER_SHARDS {
            let mut pages = self
                .client
                .query()
                .table_name(&self.table)
                .key_condition_expression("pk = :pk")
                .expression_attribute_values(":pk", s(key::due_pk(minute, shard)))
                .consistent_read(true)
                .into_paginator()
                .items()
                .send();
            while let Some(item) = pages.next().await {
                due.extend(item::readable(Due::read(&item?)));
            }
        }
        Ok(due)
    }

    /// Arms a timer on its own, outside any transaction.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn arm(&self, due: &Due) -> Result<()> {
        let item = due.item();
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }

    /// Whether a timer still stands in the table, which forgets each one that has fired.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn is_armed(&self, due: &Due) -> Result<bool> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(due.key()))
            .consistent_read(true)
            .send()
            .await?;
        Ok(found.item().is_some())
    }

    /// Forgets a timer that has fired.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn forget_timer(&self, due: &Due) -> Result<()> {
        self.client.delete_item().table_name(&self.table).set_key(Some(due.key())).send().await?;
        Ok(())
    }

    /// Returns the first minute that the clock has not gone round completely.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn swept_until(&self) -> Result<Option<i64>> {
        let found = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key::CLOCK_PK, key::SWEEP_SK)))
            .consistent_read(true)
            .send()
            .await?;
        Ok(found.item().and_then(|item| item::number(item, "minute")))
    }

    /// Notes the first minute that the clock has not gone round completely.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn set_swept_until(&self, minute: i64) -> Result<()> {
        let mut item = item::key(key::CLOCK_PK, key::SWEEP_SK);
        item.insert("minute".to_owned(), n(minute));
        self.client.put_item().table_name(&self.table).set_item(Some(item)).send().await?;
        Ok(())
    }
}

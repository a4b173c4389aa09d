//! The clock: what falls due soon goes to a queue with the exact delay; what is due, acts.

use crate::nudge::{DueMessage, HORIZON};
use crate::{App, Failure, Request};
use domain::sla::{Look, look};
use domain::{Command, Millis, TimerKind, assignment, conversation, offer, sla, wrap_up};
use futures_util::{StreamExt, TryStreamExt, stream};
use store::Due;
use store::draft::{Composer, Place};

/// How many timers are on their way to the queue at the same time.
const AT_ONCE: usize = 16;

impl App {
    /// Goes round once a minute: queues everything that falls due before the next round, and
    /// everything that an earlier round or a lost nudge left behind.
    ///
    /// # Errors
    /// If the table or the queue fails; the next round starts where this one did.
    pub async fn sweep(&self) -> Result<usize, Failure> {
        let now = self.now();
        let this_minute = now.minute();
        // After a long sleep at most two days are caught up: older timers have expired.
        let oldest = this_minute - 48 * 60;
        let from = self.store.swept_until().await?.unwrap_or(this_minute - 1).max(oldest);
        let mut queued = 0;
        for minute in from..=(now + HORIZON).minute() {
            let mut soon = self.store.due(minute).await?;
            soon.retain(|due| due.at <= now + HORIZON);
            soon.sort_by_key(|due| due.at);
            queued += soon.len();
            // Those that fall due first go first, and none waits for the answer to another.
            stream::iter(soon.into_iter().map(|due| DueMessage { due, stored: true }))
                .map(|message| async move { self.try_set_timer(&message).await })
                .buffer_unordered(AT_ONCE)
                .try_collect::<()>()
                .await?;
        }
        let directory = self.directory().await?;
        self.match_all(&directory).await;
        // The running minute is looked at once more next time: nudges may have been lost.
        self.store.set_swept_until(this_minute).await?;
        Ok(queued)
    }

    /// A timer fired. Whether it still means anything is the rules' to say.
    ///
    /// # Errors
    /// If something failed; the queue brings the timer again.
    pub async fn fire(&self, message: &DueMessage) -> Result<(), Failure> {
        let due = &message.due;
        if self.now() < due.at {
            return self.try_set_timer(message).await;
        }
        // The queue brings a timer as often as it was nudged or swept; once is enough, or each
        // would beget the next for itself.
        if message.stored && !self.store.is_armed(due).await? {
            return Ok(());
        }
        if due.kind == TimerKind::Idle
            && let Some(at) = self.draft_holds_until(due).await?
        {
            self.arm_again(Due { at, ..due.clone() }).await?;
            if message.stored {
                self.store.forget_timer(due).await?;
            }
            return Ok(());
        }
        match command(due) {
            Some(command) => self.act(due, command).await?,
            None if due.kind == TimerKind::Watch => self.look_after_customer(due).await?,
            None => self.look_after_outbox(due).await?,
        }
        if message.stored {
            self.store.forget_timer(due).await?;
        }
        Ok(())
    }

    /// While the owner has begun an answer, the customer's silence counts from its last change
    /// (F54): until when, where that is still to come.
    async fn draft_holds_until(&self, due: &Due) -> Result<Option<Millis>, Failure> {
        let Some(stored) = self.thread(&due.thread).await? else { return Ok(None) };
        let conversation = &stored.thread.conversation;
        let named = u64::from(conversation.number) == due.number;
        let Some(owner) = conversation.owner.as_ref().filter(|_| named) else { return Ok(None) };
        let place = Place {
            conversation: stored.thread.conversation_id(),
            composer: Composer::Reply,
            discussion: None,
        };
        let draft = self.store.draft(owner, &place, self.now()).await?;
        let Some(draft) = draft.filter(|draft| !draft.text.trim().is_empty()) else {
            return Ok(None);
        };
        let policy = self.directory().await?.policy(&conversation.queue);
        Ok(Some(draft.at + policy.auto_resolve_after).filter(|until| *until > self.now()))
    }

    async fn act(&self, due: &Due, command: Command) -> Result<(), Failure> {
        match self.execute(&Request::engine(due.thread.clone(), command)).await {
            Ok(_) => Ok(()),
            // The thread went away or the rules say no: the timer has done its work.
            Err(Failure::Refused(refusal)) => {
                tracing::info!(thread = %due.thread, %refusal, "a timer came to nothing");
                Ok(())
            }
            Err(failure) => Err(failure),
        }
    }

    /// The watch over a customer who waits. Where nothing is due it goes on without an entry, and
    /// ends where nobody waits.
    async fn look_after_customer(&self, due: &Due) -> Result<(), Failure> {
        let Some(stored) = self.thread(&due.thread).await? else { return Ok(()) };
        let thread = &stored.thread;
        if thread.conversation.watch.number != due.number {
            return Ok(());
        }
        let directory = self.directory().await?;
        let policy = directory.policy(&thread.conversation.queue);
        let live = self.capabilities(&thread.asset, &directory).live;
        match look(thread, &policy, live, self.now()) {
            Look::Act => self.act(due, Command::CheckWatch(sla::Check { watch: due.number })).await,
            Look::At(at) => self.arm_again(Due { at, ..due.clone() }).await,
            Look::Done => Ok(()),
        }
    }

    /// Arms a timer without an entry.
    pub(crate) async fn arm_again(&self, due: Due) -> Result<(), Failure> {
        let at = due.at.max(self.now() + Millis::seconds(1));
        let due = Due { at, ..due };
        self.store.arm(&due).await?;
        if due.at - self.now() <= HORIZON {
            self.set_timer(DueMessage { due, stored: true }).await;
        }
        Ok(())
    }

    async fn look_after_outbox(&self, due: &Due) -> Result<(), Failure> {
        if let Some(stored) = self.thread(&due.thread).await?
            && !stored.thread.outbox.pending.is_empty()
        {
            self.wake_outbox(&due.thread, due.number).await;
        }
        Ok(())
    }
}

fn command(due: &Due) -> Option<Command> {
    let conversation = u32::try_from(due.number).unwrap_or(u32::MAX);
    match due.kind {
        TimerKind::Offer => Some(Command::ExpireOffer(offer::Expire { offer: due.number })),
        TimerKind::Idle => Some(Command::CheckIdle(conversation::CheckIdle { conversation })),
        TimerKind::Absent => {
            Some(Command::CheckAbsent(assignment::CheckAbsent { conversation, epoch: due.epoch }))
        }
        TimerKind::WrapUp => Some(Command::CheckWrapUp(wrap_up::Check { conversation })),
        TimerKind::Outbox | TimerKind::Watch => None,
    }
}

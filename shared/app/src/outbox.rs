//! Handing messages to providers: in order within a thread, retried, never lost.

use crate::nudge::{DueMessage, HORIZON};
use crate::{App, Failure, Request};
use channels::{Answer, Outbound};
use domain::{
    Command, Content, Delivery, DeliveryStatus, Millis, Thread, ThreadId, TimerKind, audience,
};
use store::{Due, Lease};

/// How long one worker may hold a thread's outbox.
const LEASE: Millis = Millis::seconds(25);
/// How often the oldest message is put off before it has failed: about half an hour in all.
const TRIES: u32 = 8;

/// What came of one message.
enum Step {
    Gone,
    PutOff,
}

impl App {
    /// Delivers what a thread's outbox holds, oldest first. Does nothing while somebody else does.
    ///
    /// # Errors
    /// If the table fails; the queue brings the thread again.
    pub async fn drain_outbox(&self, thread: &ThreadId) -> Result<(), Failure> {
        let now = self.now();
        let Some(lease) = self.store.take_lease(thread, now, now + LEASE).await? else {
            // The holder reads the log afresh before it gives the lease back, or a timer looks
            // again: either way this thread is not forgotten.
            self.look_again(thread, LEASE).await?;
            return Ok(());
        };
        let drained = self.drain(thread, &lease).await;
        let tries = *drained.as_ref().unwrap_or(&lease.tries);
        self.store.give_lease_back(&lease, tries).await?;
        drained.map(|_| ())
    }

    /// Delivers until the outbox is empty or the provider puts us off. Tells how often in a row
    /// it has by now.
    async fn drain(&self, id: &ThreadId, lease: &Lease) -> Result<u32, Failure> {
        let mut tries = lease.tries;
        let started = self.now();
        while let Some(stored) = self.thread(id).await? {
            let Some(&seq) = stored.thread.outbox.pending.first() else { break };
            // A provider that answers slowly must not outlast the lease.
            if self.now() - started > LEASE - Millis::seconds(10) {
                self.wake_outbox(id, seq).await;
                break;
            }
            match self.deliver(&stored.thread, seq, tries).await? {
                Step::Gone => tries = 0,
                Step::PutOff => {
                    tries += 1;
                    self.look_again(id, Millis::seconds(1 << tries.min(10))).await?;
                    break;
                }
            }
        }
        Ok(tries)
    }

    /// Hands one message over and writes down what came of it.
    async fn deliver(&self, thread: &Thread, seq: u64, tries: u32) -> Result<Step, Failure> {
        let content = self
            .store
            .entry(&thread.id, seq)
            .await?
            .and_then(|stored| audience::outbound(&stored.entry));
        let answer = match &content {
            Some(content) => self.hand_over(thread, seq, content).await?,
            None => Answer::Refused { reason: "the message is no longer there".to_owned() },
        };
        let (status, provider_id, reason) = match answer {
            Answer::Sent { provider_id } => (DeliveryStatus::Sent, Some(provider_id), None),
            Answer::Refused { reason } => (DeliveryStatus::Failed, None, Some(reason)),
            Answer::Later { reason } if tries + 1 >= TRIES => {
                (DeliveryStatus::Failed, None, Some(format!("{reason} (tried {TRIES} times)")))
            }
            Answer::Later { reason } => {
                tracing::info!(thread = %thread.id, seq, reason, "the provider puts us off");
                return Ok(Step::PutOff);
            }
        };
        self.report(&thread.id, Delivery { message: seq, status, provider_id, reason }).await?;
        Ok(Step::Gone)
    }

    async fn hand_over(
        &self,
        thread: &Thread,
        seq: u64,
        content: &Content,
    ) -> Result<Answer, Failure> {
        let directory = self.directory().await?;
        let refused = |reason: &str| Ok(Answer::Refused { reason: reason.to_owned() });
        let Some(asset) = directory.assets.get(&thread.asset) else {
            return refused("the account this came in by no longer exists");
        };
        let Some(channel) = channels::channel(&asset.channel) else {
            return refused("this channel is not set up");
        };
        let mark = mark(&thread.id, seq);
        // Who goes on in another thread is answered where they are reached there.
        let address = match &thread.known.elsewhere {
            Some(_) => self.way(thread.id.clone(), None).await?.newest.map(|s| s.thread.identity),
            None => None,
        };
        let link = self.providers_link(content).await?;
        let message = Outbound {
            account: &asset.account,
            address: address.as_deref().unwrap_or(&thread.identity),
            content,
            mark: &mark,
            link: link.as_deref(),
        };
        let request = match channel.render(&self.config.secrets, &message) {
            Ok(request) => request,
            Err(unsendable) => return refused(&unsendable.to_string()),
        };
        match self.call("POST", &request.url, &request.headers, request.body).await {
            Ok(answer) => Ok(channel.read(answer.status, &answer.body)),
            // Whether it was taken is unknown, and WhatsApp has no key against doubles: a message
            // that comes twice is better than one that never comes.
            Err(why) => Ok(Answer::Later { reason: why }),
        }
    }

    /// Writes down how far a message got.
    ///
    /// # Errors
    /// If the table fails.
    pub async fn report(&self, thread: &ThreadId, delivery: Delivery) -> Result<(), Failure> {
        let request = Request::engine(thread.clone(), Command::Report(delivery));
        match self.execute(&request).await {
            Ok(_) => Ok(()),
            Err(Failure::Refused(refusal)) => {
                tracing::info!(%thread, %refusal, "a receipt came to nothing");
                Ok(())
            }
            Err(failure) => Err(failure),
        }
    }

    /// Comes back to a thread's outbox after a while, through a timer that survives us.
    async fn look_again(&self, thread: &ThreadId, wait: Millis) -> Result<(), Failure> {
        let at = self.now() + wait;
        let due = Due { thread: thread.clone(), kind: TimerKind::Outbox, number: 0, epoch: 0, at };
        self.store.arm(&due).await?;
        if wait <= HORIZON {
            self.set_timer(DueMessage { due, stored: true }).await;
        }
        Ok(())
    }
}

/// The mark that a provider returns with its receipts: leads straight to the message.
fn mark(thread: &ThreadId, seq: u64) -> String {
    format!("{thread}.{seq}")
}

/// The message that a returned mark names.
#[must_use]
pub fn read_mark(mark: &str) -> Option<(ThreadId, u64)> {
    let (thread, seq) = mark.split_once('.')?;
    Some((thread.parse().ok()?, seq.parse().ok()?))
}

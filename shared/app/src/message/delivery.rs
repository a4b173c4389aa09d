//! Handing messages to providers: in order within a thread, retried, never lost.

use crate::engine::wake_up::{DueMessage, HORIZON};
use crate::engine::way;
use crate::file::attachment;
use crate::runtime::provider;
use crate::{Carrier, Engine, Failure, Request};
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

/// Delivers what a thread's outbox holds, oldest first. Does nothing while somebody else does.
///
/// # Errors
/// If the table fails; the queue brings the thread again.
pub async fn drain_outbox(carrier: Carrier<'_>, thread: &ThreadId) -> Result<(), Failure> {
    let now = carrier.now();
    let Some(lease) = carrier.store.take_lease(thread, now, now + LEASE).await? else {
        // The holder reads the log afresh before it gives the lease back, or a timer looks
        // again: either way this thread is not forgotten.
        look_again(carrier.engine, thread, LEASE).await?;
        return Ok(());
    };
    let drained = drain(carrier, thread, &lease).await;
    let tries = *drained.as_ref().unwrap_or(&lease.tries);
    carrier.store.give_lease_back(&lease, tries).await?;
    drained.map(|_| ())
}

/// Delivers until the outbox is empty or the provider puts us off. Tells how often in a row
/// it has by now.
async fn drain(carrier: Carrier<'_>, id: &ThreadId, lease: &Lease) -> Result<u32, Failure> {
    let mut tries = lease.tries;
    let started = carrier.now();
    while let Some(stored) = carrier.thread(id).await? {
        let Some(&seq) = stored.thread.outbox.pending.first() else { break };
        // A provider that answers slowly must not outlast the lease.
        if carrier.now() - started > LEASE - Millis::seconds(10) {
            carrier.engine.wake_outbox(id, seq).await;
            break;
        }
        match deliver(carrier, &stored.thread, seq, tries).await? {
            Step::Gone => tries = 0,
            Step::PutOff => {
                tries += 1;
                look_again(carrier.engine, id, Millis::seconds(1 << tries.min(10))).await?;
                break;
            }
        }
    }
    Ok(tries)
}

/// Hands one message over and writes down what came of it.
async fn deliver(
    carrier: Carrier<'_>,
    thread: &Thread,
    seq: u64,
    tries: u32,
) -> Result<Step, Failure> {
    let content = carrier
        .store
        .entry(&thread.id, seq)
        .await?
        .and_then(|stored| audience::outbound(&stored.entry));
    let answer = match &content {
        Some(content) => hand_over(carrier, thread, seq, content).await?,
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
    report(carrier.engine, &thread.id, Delivery { message: seq, status, provider_id, reason })
        .await?;
    Ok(Step::Gone)
}

async fn hand_over(
    carrier: Carrier<'_>,
    thread: &Thread,
    seq: u64,
    content: &Content,
) -> Result<Answer, Failure> {
    let directory = carrier.directory().await?;
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
        Some(_) => way::way(carrier.ground, thread.id.clone(), None)
            .await?
            .newest
            .map(|s| s.thread.identity),
        None => None,
    };
    let link = attachment::providers_link(carrier.shelf, content).await?;
    let message = Outbound {
        account: &asset.account,
        address: address.as_deref().unwrap_or(&thread.identity),
        content,
        mark: &mark,
        link: link.as_deref(),
    };
    let request = match channel.render(&carrier.config.secrets, &message) {
        Ok(request) => request,
        Err(unsendable) => return refused(&unsendable.to_string()),
    };
    match provider::call(carrier.connector, "POST", &request.url, &request.headers, request.body)
        .await
    {
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
pub async fn report(
    engine: Engine<'_>,
    thread: &ThreadId,
    delivery: Delivery,
) -> Result<(), Failure> {
    let request = Request::engine(thread.clone(), Command::Report(delivery));
    match engine.execute(&request).await {
        Ok(_) => Ok(()),
        Err(Failure::Refused(refusal)) => {
            tracing::info!(%thread, %refusal, "a receipt came to nothing");
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}

/// Comes back to a thread's outbox after a while, through a timer that survives us.
async fn look_again(engine: Engine<'_>, thread: &ThreadId, wait: Millis) -> Result<(), Failure> {
    let at = engine.now() + wait;
    let due = Due { thread: thread.clone(), kind: TimerKind::Outbox, number: 0, epoch: 0, at };
    engine.store.arm(&due).await?;
    if wait <= HORIZON {
        engine.set_timer(DueMessage { due, stored: true }).await;
    }
    Ok(())
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

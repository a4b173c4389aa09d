//! Delivery: the engine hands messages to providers, in order within a thread, and retries until
//! each one is sent or has failed.

use crate::asset::health::{self, Sign};
use crate::asset::secrets;
use crate::engine::wake_up::{DueMessage, HORIZON};
use crate::engine::way;
use crate::file::attachment;
use crate::message::letter::{self, Letter, mark};
use crate::runtime::metric;
use crate::{Carrier, Engine, Failure, Request};
use channels::{Answer, Outbound};
use domain::{
    Command, Content, Delivery, DeliveryStatus, Entry, Millis, Thread, ThreadId, TimerKind,
    audience,
};
use store::{Due, Lease};

/// The time for which one worker may hold a thread's outbox.
const LEASE: Millis = Millis::seconds(25);
/// The number of times that the oldest message is put off before it fails: about half an hour in
/// all.
const TRIES: u32 = 8;

/// The result of handing over one message.
enum Step {
    Gone,
    PutOff,
}

/// Delivers the messages in a thread's outbox, oldest first. Returns at once while another worker
/// delivers them.
///
/// # Errors
/// If the table fails; the queue then brings the thread again.
pub async fn drain_outbox(carrier: Carrier<'_>, thread: &ThreadId) -> Result<(), Failure> {
    let now = carrier.now();
    let Some(lease) = carrier.store.take_lease(thread, now, now + LEASE).await? else {
        // The holder reads the log afresh before it gives the lease back, or a timer looks again:
        // either way the outbox is not forgotten.
        look_again(carrier.engine, thread, LEASE).await?;
        return Ok(());
    };
    let drained = drain(carrier, thread, &lease).await;
    let tries = *drained.as_ref().unwrap_or(&lease.tries);
    carrier.store.give_lease_back(&lease, tries).await?;
    drained.map(|_| ())
}

/// Delivers until the outbox is empty or the provider puts us off. Returns the number of times in a
/// row that it has by now.
async fn drain(carrier: Carrier<'_>, id: &ThreadId, lease: &Lease) -> Result<u32, Failure> {
    let mut tries = lease.tries;
    let started = carrier.now();
    while let Some(stored) = carrier.thread(id).await? {
        let Some(&seq) = stored.thread.outbox.pending.first() else { break };
        // A slow provider must not outlast the lease.
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

/// Hands one message over and writes down the result.
async fn deliver(
    carrier: Carrier<'_>,
    thread: &Thread,
    seq: u64,
    tries: u32,
) -> Result<Step, Failure> {
    let entry = carrier.store.entry(&thread.id, seq).await?.map(|stored| stored.entry);
    let message = entry.as_ref().and_then(|entry| Some((entry, audience::outbound(entry)?)));
    let answer = match message {
        Some((entry, content)) => hand_over(carrier, thread, entry, &content).await?,
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
    entry: &Entry,
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
    let mark = mark(&thread.id, entry.seq);
    // A customer who goes on in another thread gets the answer at the address of that thread.
    let address = match &thread.known.elsewhere {
        Some(_) => way::way(carrier.ground, thread.id.clone(), None)
            .await?
            .newest
            .map(|s| s.thread.identity),
        None => None,
    };
    let mut secrets = secrets::of(carrier.line, &directory, asset).await?;
    let letter = if channel.is_mail() {
        letter::with_region(carrier.line, secrets.to_mut());
        let account = (&*directory, asset, &*secrets);
        match letter::compose(carrier, account, thread, entry, content).await? {
            Ok(letter) => Some(letter),
            Err(why) => return refused(&why),
        }
    } else {
        None
    };
    let files = letter.as_ref().map(Letter::files).unwrap_or_default();
    // A mail carries its files within it.
    let link = match &letter {
        None => attachment::providers_link(carrier.shelf, content).await?,
        Some(_) => None,
    };
    let message = Outbound {
        account: &asset.account,
        address: address.as_deref().unwrap_or(&thread.identity),
        content,
        reply_to: audience::answers(entry),
        mark: &mark,
        link: link.as_deref(),
        upload: None,
        now: carrier.now(),
        late: channel
            .capabilities()
            .window
            .is_some_and(|w| carrier.now() - thread.conversation.customer_at >= w),
        mail: letter.as_ref().map(|letter| letter.mail(&files)),
    };
    let needed = |field: &&channels::Field| field.to_send;
    let missing = |field: &&channels::Field| secrets.get(field.name).is_empty();
    if let Some(field) = channel.fields().iter().filter(needed).find(missing) {
        tracing::error!(asset = %asset.id, field = field.name, "a message met no secret: enter it");
        metric::count(metric::SECRETS_MISSING);
        return Ok(Answer::Later { reason: format!("nobody entered the {} yet", field.name) });
    }
    let request = match channel.render(&secrets, &message) {
        Ok(request) => request,
        Err(unsendable) => return refused(&unsendable.to_string()),
    };
    match letter::ask(carrier.line, channel, &secrets, request).await {
        Ok(answer) => {
            let read = channel.read(answer.status, &answer.body);
            match &read {
                Answer::Sent { .. } => health::note(carrier.line, &asset.id, Sign::Sent, "").await,
                Answer::Refused { reason } | Answer::Later { reason } => {
                    health::note(carrier.line, &asset.id, Sign::Failed, reason).await;
                }
            }
            Ok(read)
        }
        // The provider may have taken the message, and WhatsApp has no key against doubles: a
        // message that comes twice is better than one that never comes.
        Err(why) => Ok(Answer::Later { reason: why }),
    }
}

/// Writes down the state that a message reached.
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

/// Looks at a thread's outbox again after a while, through a timer that survives this process.
async fn look_again(engine: Engine<'_>, thread: &ThreadId, wait: Millis) -> Result<(), Failure> {
    let at = engine.now() + wait;
    let due = Due { thread: thread.clone(), kind: TimerKind::Outbox, number: 0, epoch: 0, at };
    engine.store.arm(&due).await?;
    if wait <= HORIZON {
        engine.set_timer(DueMessage { due, stored: true }).await;
    }
    Ok(())
}

/// Returns the thread and the entry of the message that a mark names.
#[must_use]
pub fn read_mark(mark: &str) -> Option<(ThreadId, u64)> {
    let (thread, seq) = mark.split_once('.')?;
    Some((thread.parse().ok()?, seq.parse().ok()?))
}

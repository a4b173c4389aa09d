//! The clock: it queues the timers that fall due soon with their exact delay, and acts on the due
//! ones.

use crate::engine::policy;
use crate::engine::wake_up::{DueMessage, HORIZON};
use crate::runtime::metric;
use crate::{Engine, Failure, Ground, Request};
use domain::sla::{Look, look};
use domain::{Command, Millis, TimerKind, assignment, conversation, offer, sla, wrap_up};
use futures_util::{StreamExt, TryStreamExt, stream};
use store::Due;
use store::message::draft::{Composer, Place};

/// The number of timers that go to the queue at the same time.
const AT_ONCE: usize = 16;

/// Goes round once a minute: queues every timer that falls due before the next round, and every one
/// that an earlier round or a lost wake-up left behind.
///
/// # Errors
/// If the table or the queue fails; the next round then starts from the same minute.
pub async fn sweep(engine: Engine<'_>) -> Result<usize, Failure> {
    let now = engine.now();
    let this_minute = now.minute();
    // After a long pause the clock catches up on two days at most: older timers have expired.
    let oldest = this_minute - 48 * 60;
    let from = engine.store.swept_until().await?.unwrap_or(this_minute - 1).max(oldest);
    let mut queued = 0;
    for minute in from..=(now + HORIZON).minute() {
        let mut soon = engine.store.due(minute).await?;
        soon.retain(|due| due.at <= now + HORIZON);
        soon.sort_by_key(|due| due.at);
        queued += soon.len();
        // The earliest timers go first, and none waits for the answer to another.
        stream::iter(soon.into_iter().map(|due| DueMessage { due, stored: true }))
            .map(|message| async move { engine.try_set_timer(&message).await })
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
    }
    let directory = engine.directory().await?;
    crate::assignment::match_all(engine, &directory).await;
    // The next round looks at the running minute once more: wake-ups may have been lost.
    engine.store.set_swept_until(this_minute).await?;
    if metric::is_written() {
        crate::queue::report(engine.ground, &directory).await;
    }
    Ok(queued)
}

/// Acts on a timer that fired. The rules decide whether it still means anything.
///
/// # Errors
/// If the table or the queue fails; the queue then brings the timer again.
pub async fn fire(engine: Engine<'_>, message: &DueMessage) -> Result<(), Failure> {
    let due = &message.due;
    if engine.now() < due.at {
        return engine.try_set_timer(message).await;
    }
    // The queue brings a timer once for each wake-up and sweep. Only one may act, or each would arm
    // the next timer for itself.
    if message.stored && !engine.store.is_armed(due).await? {
        return Ok(());
    }
    if due.kind == TimerKind::Idle
        && let Some(at) = draft_holds_until(engine.ground, due).await?
    {
        arm_again(engine, Due { at, ..due.clone() }).await?;
        if message.stored {
            engine.store.forget_timer(due).await?;
        }
        return Ok(());
    }
    match command(due) {
        Some(command) => act(engine, due, command).await?,
        None if due.kind == TimerKind::Watch => look_after_customer(engine, due).await?,
        None => look_after_outbox(engine, due).await?,
    }
    if message.stored {
        engine.store.forget_timer(due).await?;
    }
    Ok(())
}

/// Returns the moment until which the owner's draft holds the timer off, if it is still to come.
/// The customer's silence counts from the draft's last change (F54).
async fn draft_holds_until(ground: Ground<'_>, due: &Due) -> Result<Option<Millis>, Failure> {
    let Some(stored) = ground.thread(&due.thread).await? else { return Ok(None) };
    let conversation = &stored.thread.conversation;
    let named = u64::from(conversation.number) == due.number;
    let Some(owner) = conversation.owner.as_ref().filter(|_| named) else { return Ok(None) };
    let place = Place {
        conversation: stored.thread.conversation_id(),
        composer: Composer::Reply,
        discussion: None,
    };
    let draft = ground.store.draft(owner, &place, ground.now()).await?;
    let Some(draft) = draft.filter(|draft| !draft.text.trim().is_empty()) else {
        return Ok(None);
    };
    let policy = ground.directory().await?.policy(&conversation.queue);
    Ok(Some(draft.at + policy.auto_resolve_after).filter(|until| *until > ground.now()))
}

async fn act(engine: Engine<'_>, due: &Due, command: Command) -> Result<(), Failure> {
    match engine.execute(&Request::engine(due.thread.clone(), command)).await {
        Ok(_) => Ok(()),
        // The thread is gone or the rules say no: the timer has done its work.
        Err(Failure::Refused(refusal)) => {
            tracing::info!(thread = %due.thread, %refusal, "a timer came to nothing");
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}

/// Acts for the watch over a customer who waits. If nothing is due, the watch goes on without an
/// entry; it ends when no customer waits.
async fn look_after_customer(engine: Engine<'_>, due: &Due) -> Result<(), Failure> {
    let Some(stored) = engine.thread(&due.thread).await? else { return Ok(()) };
    let thread = &stored.thread;
    if thread.conversation.sla.number != due.number {
        return Ok(());
    }
    let directory = engine.directory().await?;
    let policy = directory.policy(&thread.conversation.queue);
    let live = policy::capabilities(&thread.asset, &directory).live;
    match look(thread, &policy, live, engine.now()) {
        Look::Act => act(engine, due, Command::CheckSla(sla::Check { watch: due.number })).await,
        Look::At(at) => arm_again(engine, Due { at, ..due.clone() }).await,
        Look::Done => Ok(()),
    }
}

/// Arms a timer without an entry.
pub(crate) async fn arm_again(engine: Engine<'_>, due: Due) -> Result<(), Failure> {
    let at = due.at.max(engine.now() + Millis::seconds(1));
    let due = Due { at, ..due };
    engine.store.arm(&due).await?;
    if due.at - engine.now() <= HORIZON {
        engine.set_timer(DueMessage { due, stored: true }).await;
    }
    Ok(())
}

async fn look_after_outbox(engine: Engine<'_>, due: &Due) -> Result<(), Failure> {
    if let Some(stored) = engine.thread(&due.thread).await?
        && !stored.thread.outbox.pending.is_empty()
    {
        engine.wake_outbox(&due.thread, due.number).await;
    }
    Ok(())
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

//! One step at a fixed rate, and the search for the highest.

mod measure;

pub(crate) use measure::Latency;
use measure::{Frame, labels, marked};

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::Failed;
use crate::client::Client;
use crate::platform::Platform;
use crate::world::{Customer, World};

/// The latency at the 99th percentile that the search takes for too slow.
pub(crate) const SLOW: Duration = Duration::from_millis(100);
/// The length of a step of the search, in seconds.
const STEP: f64 = 3.0;
/// The time for which the search holds the rate that it found, in seconds.
const PROOF: f64 = 8.0;
/// The longest time of that proof.
const PROOF_COST: Duration = Duration::from_secs(14);
/// The longest time of a step: the step, and its backlog.
const COST: Duration = Duration::from_secs(8);
/// A message that has not arrived this long after the last one that did is lost.
const LOST: Duration = Duration::from_secs(2);
/// The wait for work that a step has left behind.
const REST: Duration = Duration::from_secs(5);
/// Below this difference, the search ends.
const CLOSE: f64 = 1.1;
/// The length of a message, in bytes.
const LENGTH: usize = 300;

/// The arrivals in the present step.
#[derive(Default)]
pub(crate) struct Board(Mutex<Step>);

#[derive(Default)]
struct Step {
    number: u64,
    schedule: Option<Schedule>,
    seen: Vec<bool>,
    received: Arc<AtomicU64>,
    doubled: u64,
    latency: Latency,
    /// The latencies of the first third and of the last: a backlog makes the latter rise.
    thirds: [Latency; 2],
    newest: Option<Instant>,
    cut: Option<String>,
}

/// The moments at which messages are due.
#[derive(Debug, Clone, Copy)]
struct Schedule {
    start: Instant,
    rate: f64,
    count: u64,
}

impl Schedule {
    fn due(&self, n: u64) -> Instant {
        #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52")]
        let after = n as f64 / self.rate;
        self.start + Duration::from_secs_f64(after)
    }
}

impl Board {
    fn step(&self) -> MutexGuard<'_, Step> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes the messages in a frame.
    pub(crate) fn saw(&self, frame: &str, at: Instant) {
        let Ok(frame) = serde_json::from_str::<Frame<'_>>(frame) else { return };
        let events = frame.entries.iter().flat_map(|e| &e.events);
        for content in events.filter_map(|e| e.content.as_ref()) {
            if let Some((_, step, n)) = labels(&content.text) {
                self.step().saw(step, n, at);
            }
        }
    }

    /// Notes that a socket was cut.
    pub(crate) fn cut(&self, agent: &str) {
        self.step().cut = Some(agent.to_owned());
    }
}

impl Step {
    fn saw(&mut self, step: u64, n: u64, at: Instant) {
        let Some(schedule) = self.schedule.filter(|_| step == self.number) else { return };
        let Some(seen) = usize::try_from(n).ok().and_then(|n| self.seen.get_mut(n)) else { return };
        // The platform pushes a repeated webhook again.
        if std::mem::replace(seen, true) {
            self.doubled += 1;
            return;
        }
        let latency = at.saturating_duration_since(schedule.due(n));
        self.latency.note(latency);
        if n < schedule.count / 3 {
            self.thirds[0].note(latency);
        } else if n >= schedule.count - schedule.count / 3 {
            self.thirds[1].note(latency);
        }
        self.newest = Some(at);
        self.received.fetch_add(1, Ordering::Relaxed);
    }
}

/// The outcome of a step.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    /// The rate, in messages a second.
    pub(crate) rate: f64,
    /// The number of messages that left. Fewer than planned when the backlog had grown to a second.
    pub(crate) sent: u64,
    /// The number of webhooks that the platform did not answer with 200.
    pub(crate) refused: u64,
    /// The number of messages that arrived at an agent's socket.
    pub(crate) received: u64,
    /// The number of messages that arrived again.
    pub(crate) doubled: u64,
    /// The times from the moment at which a message was due to its arrival.
    pub(crate) latency: Latency,
    /// The delays of the generator behind its own schedule.
    pub(crate) behind: Latency,
    /// The time from the last arrival until the platform had nothing left to do.
    pub(crate) trailing: Option<Duration>,
    /// Whether messages waited longer and longer.
    pub(crate) growing: bool,
}

impl Outcome {
    /// Messages that left and never arrived.
    pub(crate) const fn lost(&self) -> u64 {
        self.sent.saturating_sub(self.received)
    }

    /// Whether the platform kept up.
    pub(crate) fn kept_up(&self) -> bool {
        !self.growing && self.lost() == 0 && self.refused == 0 && self.latency.at(0.99) <= SLOW
    }
}

/// The result of a search.
#[derive(Debug)]
pub(crate) struct Found {
    /// The highest rate that was held for [`PROOF`] seconds.
    pub(crate) held: Option<Outcome>,
    /// The highest rate at which a short step went well.
    pub(crate) short: Option<f64>,
}

/// Sends the messages.
pub(crate) struct Generator<'a> {
    platform: &'a Platform,
    client: Arc<Client>,
    board: Arc<Board>,
    customers: Arc<Vec<Customer>>,
    run: u64,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(platform: &'a Platform, world: &World) -> Self {
        Self {
            platform,
            client: Arc::clone(&world.client),
            board: Arc::clone(&world.board),
            customers: Arc::new(world.customers.clone()),
            run: world.run,
        }
    }

    /// Sends at a fixed rate, and waits for the messages to arrive.
    pub(crate) async fn step(&self, rate: f64, seconds: f64) -> Result<Outcome, Failed> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "both are positive and bounded by the options"
        )]
        let count = (rate * seconds).round().max(1.0) as u64;
        let schedule = Schedule { start: Instant::now() + Duration::from_millis(20), rate, count };
        let received = Arc::new(AtomicU64::new(0));
        let number = {
            let mut step = self.board.step();
            *step = Step {
                number: step.number + 1,
                schedule: Some(schedule),
                seen: vec![false; usize::try_from(count)?],
                received: Arc::clone(&received),
                cut: step.cut.take(),
                ..Step::default()
            };
            step.number
        };
        let (sent, refused, behind) = self.send(schedule, number, received).await?;
        self.arrive(sent).await;
        let last = self.board.step().newest;
        self.platform.rest(REST).await;
        let trailing = last.map(|last| last.elapsed());

        let step = self.board.step();
        if let Some(agent) = &step.cut {
            return Err(format!("the socket of {agent} was cut by the platform").into());
        }
        let (early, late) = (step.thirds[0].at(0.5), step.thirds[1].at(0.5));
        Ok(Outcome {
            rate,
            sent,
            refused,
            received: step.received.load(Ordering::Relaxed),
            doubled: step.doubled,
            latency: step.latency.clone(),
            behind,
            trailing,
            growing: sent < count || late > early * 2 + Duration::from_millis(10),
        })
    }

    /// Sends by the schedule. Returns how many left, how many were refused, and how punctual we
    /// were.
    async fn send(
        &self,
        schedule: Schedule,
        step: u64,
        received: Arc<AtomicU64>,
    ) -> Result<(u64, u64, Latency), Failed> {
        let (tell, mut due) = mpsc::unbounded_channel();
        // The runtime's own clock ticks in milliseconds.
        let pacer = std::thread::spawn(move || pace(schedule, &received, &tell));
        let mut under_way = JoinSet::new();
        let (mut sent, mut refused, mut behind) = (0, 0, Latency::default());
        let mut answered = |answer: Result<bool, _>| {
            if !answer.unwrap_or(false) {
                refused += 1;
            }
        };
        while let Some(n) = due.recv().await {
            behind.note(schedule.due(n).elapsed());
            sent += 1;
            let client = Arc::clone(&self.client);
            let (customers, run) = (Arc::clone(&self.customers), self.run);
            under_way.spawn(async move {
                let customer = &customers[usize::try_from(n).unwrap_or(0) % customers.len()];
                let id = format!("wamid.LOAD{run}.{step}.{n}");
                let text = marked(run, step, n);
                client.webhook(&customer.address, &customer.name, &id, &text).await.unwrap_or(false)
            });
            while let Some(answer) = under_way.try_join_next() {
                answered(answer);
            }
        }
        pacer.join().map_err(|_| "the pacing thread panicked")?;
        let rest = async {
            while let Some(answer) = under_way.join_next().await {
                answered(answer);
            }
        };
        // A message without an answer by then shows as lost.
        let _ = tokio::time::timeout(Duration::from_secs(15), rest).await;
        Ok((sent, refused, behind))
    }

    /// Waits until all messages have arrived, or none arrive any more.
    async fn arrive(&self, sent: u64) {
        let begun = Instant::now();
        loop {
            {
                let step = self.board.step();
                let newest = step.newest.unwrap_or(begun).max(begun);
                if step.received.load(Ordering::Relaxed) >= sent || newest.elapsed() > LOST {
                    return;
                }
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Looks for the highest rate that the platform keeps up with: doubles, then bisects, then
    /// holds the found rate for a while.
    pub(crate) async fn search(
        &self,
        known: Outcome,
        limit: Duration,
        mut tell: impl FnMut(&Outcome),
    ) -> Result<Found, Failed> {
        let begun = Instant::now();
        let enough = || begun.elapsed() + COST + PROOF_COST > limit;
        let (mut good, mut bad) =
            if known.kept_up() { (Some(known), None) } else { (None, Some(known.rate)) };
        while !enough() {
            let low = good.as_ref().map(|o| o.rate);
            let rate = match (low, bad) {
                (Some(low), None) => low * 2.0,
                (Some(low), Some(high)) if high / low > CLOSE => (low + high) / 2.0,
                (None, Some(high)) => high / 2.0,
                _ => break,
            };
            if rate < 1.0 {
                break;
            }
            let outcome = self.step(rate, STEP).await?;
            tell(&outcome);
            if outcome.kept_up() {
                good = Some(outcome);
            } else {
                bad = Some(rate);
            }
        }
        // A short step may have been lucky, or may have left work behind.
        let mut rate = good.as_ref().map_or(0.0, |o| o.rate);
        let short = good.as_ref().map(|o| o.rate);
        while rate >= 1.0 && begun.elapsed() + PROOF_COST < limit {
            let outcome = self.step(rate, PROOF).await?;
            tell(&outcome);
            if outcome.kept_up() {
                return Ok(Found { held: Some(outcome), short });
            }
            rate *= 0.85;
        }
        Ok(Found { held: None, short })
    }
}

/// Says when each message is due, by a thread that does nothing else. Ends early when the platform
/// is a second behind: the platform will not catch up, and a longer queue teaches nothing.
fn pace(schedule: Schedule, received: &AtomicU64, tell: &mpsc::UnboundedSender<u64>) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive and bounded by the options"
    )]
    let second = schedule.rate.ceil() as u64 + 20;
    for n in 0..schedule.count {
        let due = schedule.due(n);
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        if n > received.load(Ordering::Relaxed) + second || tell.send(n).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_carries_its_marks_and_the_length_of_the_budget() {
        let text = marked(1_700_000_000, 3, 42);
        assert_eq!(text.len(), LENGTH);
        assert_eq!(labels(&text), Some((1_700_000_000, 3, 42)));
        assert_eq!(labels("Hello"), None);
    }

    #[test]
    fn latency_counts_from_the_moment_a_message_was_due() {
        let start = Instant::now();
        let board = Board::default();
        *board.step() = Step {
            number: 1,
            schedule: Some(Schedule { start, rate: 10.0, count: 2 }),
            seen: vec![false; 2],
            ..Step::default()
        };
        let frame = |n| {
            serde_json::json!({"type": "entries", "conversation": {"id": "x"}, "entries": [
                {"seq": 7, "at": 1, "by": "customer", "events": [
                    {"type": "customer_message", "sent_at": 1,
                     "content": {"kind": "text", "text": marked(9, 1, n)}}]}]})
            .to_string()
        };
        // The message was due after 100 ms, and arrived after 350.
        board.saw(&frame(1), start + Duration::from_millis(350));
        board.saw(&frame(1), start + Duration::from_millis(400));
        let step = board.step();
        assert_eq!(step.latency.max().as_millis(), 250);
        assert_eq!((step.received.load(Ordering::Relaxed), step.doubled), (1, 1));
    }
}

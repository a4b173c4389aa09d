//! The lateness of timers: from the moment at which one was due until its entry is in the log.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use crate::Failed;
use crate::house::{self, House, id, seconds};
use crate::wires::lock;
use app::{Clock, Request};
use domain::{Caller, Command, Millis, OfferKind, Target, TimerKind, offer};
use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::json;
use store::Due;
use store::settings::overrides::Overrides;

/// The goal for the 99th percentile.
const GOAL: f64 = 2.0;
const AGENTS: usize = 20;

/// The timers of a measurement.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The number of timers
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    timers: usize,
    /// The number of threads to which they belong
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    known: usize,
    /// The time over which they are spread
    #[arg(long, value_name = "MINUTES", default_value_t = 30)]
    spread: i64,
    /// The time during which the lateness is measured
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    window: i64,
    /// The time that arming them takes
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    filling: i64,
}

pub(crate) async fn run(options: &Options) -> Result<(), Failed> {
    let timers = options.timers;
    let known = options.known.min(timers);
    let spread = options.spread * 60_000;
    let window = options.window * 1_000;
    let house = Arc::new(House::build(AGENTS, 100_000, true).await?);
    // In the quiet queue nothing is due but the run's own requests.
    let quiet = Overrides {
        first_answer_target: Some(Millis::hours(24)),
        requeue_after: Some(None),
        ..Overrides::default()
    };
    house.set("quiet", quiet).await?;
    for n in 0..AGENTS {
        house.connect(&house::agent(n)).await?;
    }
    house.platform.install(house.functions.clone());
    platform::stream::start(&house.platform, None);

    let begun = Instant::now();
    let filling = options.filling;
    let from = house.app.now() + Millis::seconds(filling);
    fill(&house, timers - known, from - Millis::seconds(30), spread).await?;
    let expected = arm(&house, known, from, window).await?;
    println!(
        "{timers} timers over {} minutes, {known} of them known and due within {} s; \
         armed in {:.1} s.",
        spread / 60_000,
        window / 1_000,
        begun.elapsed().as_secs_f64()
    );
    if house.app.now() > from - Millis::seconds(5) {
        return Err("the table was not filled in time; give it more with --filling <s>".into());
    }
    house.wires.written();
    house.wires.spent();
    house.wires.queues.store(true, Ordering::Relaxed);
    platform::clock::start(&house.platform);
    let end = from + Millis(window);
    while house.app.now() < end {
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    // The last timers may be late; the run does not wait without end.
    tokio::time::sleep(Duration::from_secs(30)).await;
    let written = house.wires.written();
    let mut late: Vec<Millis> = Vec::new();
    let mut never = 0;
    for (thread, due) in &expected {
        match written.get(thread) {
            Some(at) => late.push(Millis(*at) - *due),
            None => never += 1,
        }
    }
    late.sort();
    let (requests, reads, writes) = house.wires.spent();
    let at = |part: usize| late.get((late.len() * part / 1_000).min(late.len() - 1)).copied();
    let [p50, p99, max] =
        [at(500), at(990), late.last().copied()].map(|found| found.map_or(f64::NAN, seconds));
    println!("  acted on                {} of {known}, {never} never", late.len());
    println!("  lateness                p50 {p50:.2} s, p99 {p99:.2} s, at most {max:.2} s");
    println!("  earliest                {:.2} s", late.first().copied().map_or(f64::NAN, seconds));
    println!(
        "  spent                   {requests:.0} requests, {reads:.0} read units, {writes:.0} \
         write units"
    );
    println!("  dead letters            {}", house.platform.queues.dead_letters().len());
    if never > 0 || p99.is_nan() || p99 > GOAL {
        return Err(format!("the goal is a 99th percentile of {GOAL} s, and none forgotten").into());
    }
    Ok(())
}

/// Timers that come to nothing, as most do: their threads have moved on.
async fn fill(house: &House, count: usize, from: Millis, spread: i64) -> Result<(), Failed> {
    house.wires.collects.store(true, Ordering::Relaxed);
    let total = i64::try_from(count)?.max(1);
    for n in 0..count {
        let at = from + Millis(i64::try_from(n)? * spread / total);
        let thread = store::key::thread(&id("wa-support")?, &format!("gone{n}"));
        let due = Due { thread, kind: TimerKind::Idle, number: 1, epoch: 0, at };
        house.app.store.arm(&due).await?;
    }
    house.wires.collects.store(false, Ordering::Relaxed);
    let items = std::mem::take(&mut *lock(&house.wires.collected));
    for some in items.chunks(25) {
        let puts: Vec<_> = some.iter().map(|i| json!({"PutRequest": {"Item": i}})).collect();
        let body = json!({"RequestItems": {"switchboard": puts}}).to_string();
        let engine = house.platform.engine.clone();
        let answered =
            tokio::task::spawn_blocking(move || engine.answer("BatchWriteItem", body.as_bytes()));
        let answer = answered.await?;
        if answer.status != 200 {
            return Err(answer.body.into());
        }
    }
    Ok(())
}

/// Timers with work to do, each of a thread of its own: half are watches over customers who wait,
/// half are offers that nobody answers. Their wake-ups are lost: the clock has to find them all.
async fn arm(
    house: &Arc<House>,
    count: usize,
    from: Millis,
    window: i64,
) -> Result<Vec<(String, Millis)>, Failed> {
    let total = i64::try_from(count)?.max(1);
    stream::iter(0..count)
        .map(|n| async move {
            let due = from + Millis(i64::try_from(n)? * window / total);
            let hand = Arc::new(AtomicI64::new(0));
            let reading = Arc::clone(&hand);
            let clock: Clock = Arc::new(move || Millis(reading.load(Ordering::Relaxed)));
            let app = House::app(&house.platform, &house.wires, clock, true);
            if n % 2 == 0 {
                // A warning goes out ten seconds before the first response is due, after thirty.
                hand.store((due - Millis::seconds(20)).0, Ordering::Relaxed);
                let thread = house.writes(&app, "support", n, "Hello").await?;
                return Ok((thread.to_string(), due));
            }
            hand.store((due - Millis::minutes(2)).0, Ordering::Relaxed);
            let thread = house.writes(&app, "quiet", n, "Hello").await?;
            let directory = app.directory().await?;
            let me = directory.agents.get(&id(&house::agent(n % AGENTS))?).ok_or("nobody")?;
            let to = Target::Agent(id(&house::agent((n + 1) % AGENTS))?);
            for command in [
                Command::Accept,
                Command::MakeOffer(offer::Make {
                    kind: OfferKind::Discuss,
                    to,
                    all: false,
                    discussion: None,
                    note: None,
                }),
            ] {
                let request = Request {
                    caller: Caller::Agent(me.profile.clone()),
                    ..Request::engine(thread.clone(), command)
                };
                app.engine().execute(&request).await?;
            }
            Ok::<_, Failed>((thread.to_string(), due))
        })
        .buffer_unordered(8)
        .try_collect()
        .await
}

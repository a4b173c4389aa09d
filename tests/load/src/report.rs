//! The printed report: one plain table.

use std::time::Duration;

use crate::options::Options;
use crate::platform::Platform;
use crate::run::{Found, Latency, Outcome, SLOW};
use crate::world::World;

#[expect(clippy::print_stdout, reason = "what this program has to say")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

fn row(name: &str, value: &str) {
    say(&format!("  {name:<22}{value}"));
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1_000.0)
}

fn quantiles(latency: &Latency) -> String {
    let at = |part| ms(latency.at(part));
    format!("p50 {}   p90 {}   p99 {}   max {}", at(0.5), at(0.9), at(0.99), ms(latency.max()))
}

/// The conditions of the measurement.
pub(crate) fn head(options: &Options, platform: &Platform, world: &World) {
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    say("From a customer's webhook to the agent's socket\n");
    row("build profile", &platform.profile);
    row("processors", &format!("{processors}, shared with this generator"));
    let data = match (&platform.started, &options.data) {
        (None, _) => "as the platform that ran already was told".to_owned(),
        (Some(_), None) => "synced to disk before a webhook is answered".to_owned(),
        (Some(_), Some(folder)) => format!("synced to disk, in {}", folder.display()),
    };
    row("data", &data);
    let spread =
        format!("{} conversations, {} agents", world.customers.len(), options.agents.len());
    row("spread over", &spread);
    if let Some(first) = world.first {
        row("first message taken", &format!("{} after start", ms(first)));
    }
    if let Some(idle) = world.idle {
        row("memory, idle", &format!("{idle} MiB"));
    }
}

/// The step at the wanted rate.
pub(crate) fn measured(outcome: &Outcome, platform: &Platform, cpu: Option<Duration>) {
    let Outcome { rate, sent, received, refused, doubled, .. } = outcome;
    say("");
    row("rate", &format!("{rate:.0}/s, fixed schedule, 300-byte messages"));
    let mut counted = format!("{sent}   received {received}   lost {}", outcome.lost());
    for (what, n) in [("refused", refused), ("arrived twice", doubled)] {
        if *n > 0 {
            counted.push_str(&format!("   {what} {n}"));
        }
    }
    row("sent", &counted);
    row("latency", &quantiles(&outcome.latency));
    let behind = &outcome.behind;
    let punctual = format!("p99 {}   max {}", ms(behind.at(0.99)), ms(behind.max()));
    row("generator behind by", &punctual);
    if let (Some(before), Some(after)) = (cpu, platform.cpu())
        && let Ok(each) = u32::try_from((*received).max(1))
    {
        let used = after.saturating_sub(before) / each;
        row("processor time", &format!("{} a message, everything included", ms(used)));
    }
    if let Some(trailing) = outcome.trailing.filter(|_| cpu.is_some()) {
        row("at rest", &format!("{} after the last arrival", ms(trailing)));
    }
    if outcome.growing {
        row("", "messages waited longer and longer: this rate is not sustained");
    }
}

/// A step of the search.
pub(crate) fn step(outcome: &Outcome) {
    let verdict = if outcome.kept_up() {
        "kept up"
    } else if outcome.lost() > 0 || outcome.refused > 0 {
        "messages lost"
    } else if outcome.growing {
        "backlog grows"
    } else {
        "too slow"
    };
    let latency = &outcome.latency;
    let line = format!("p50 {:>10}   p99 {:>10}", ms(latency.at(0.5)), ms(latency.at(0.99)));
    row(&format!("  {:.0}/s", outcome.rate), &format!("{line}   {verdict}"));
}

/// The result of the search.
pub(crate) fn sustained(found: &Found) {
    let what = match (&found.held, found.short) {
        (Some(outcome), _) => format!(
            "{:.0}/s (p99 {}; within {} and without a growing backlog)",
            outcome.rate,
            ms(outcome.latency.at(0.99)),
            ms(SLOW)
        ),
        (None, Some(rate)) => {
            format!("below {rate:.0}/s, which was kept for moments only; no time left to find it")
        }
        (None, None) => "no rate that was tried".to_owned(),
    };
    row("sustained", &what);
}

/// The platform's memory in the end.
pub(crate) fn memory(platform: &Platform) {
    if let Some(memory) = platform.memory() {
        row("memory, afterwards", &format!("{memory} MiB"));
    }
}

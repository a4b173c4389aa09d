//! Clocks: this machine's against AWS's, and the clock of the timers.

use domain::Millis;
use jiff::fmt::rfc2822;

use super::Findings;
use crate::home::Home;
use crate::out::span;

/// The difference from which signatures are in danger: AWS takes five minutes.
const SKEW: Millis = Millis::minutes(1);
/// The clock goes round once a minute; so late it is late.
const LATE: Millis = Millis::minutes(3);

/// Compares this machine's clock with AWS's.
pub(super) async fn examine(home: &Home, found: &mut Findings) {
    if home.stack().is_none() {
        return;
    }
    let address = format!("https://sts.{}.amazonaws.com/", home.caller.region());
    let page = home.caller.page(&address);
    let date = page.await.ok().and_then(|reply| reply.date);
    let theirs = date.and_then(|date| rfc2822::parse(&date.replace("GMT", "+0000")).ok());
    let Some(theirs) = theirs else { return };
    let ahead = home.now() - Millis(theirs.timestamp().as_millisecond());
    if ahead.0.abs() > SKEW.0 {
        let way = if ahead.0 > 0 { "ahead of" } else { "behind" };
        found.bad(
            "clock",
            "clock_wrong",
            format!("The clock of this machine is {} {way} AWS's.", span(ahead)),
            "Set the clock of this machine (NTP): AWS refuses signatures that are five minutes off.",
        );
    } else {
        found.good("clock", "The clock of this machine agrees with AWS's.");
    }
}

/// Looks at the clock of the timers.
pub(super) async fn timers(home: &Home, found: &mut Findings) {
    let (store, now) = (&home.app.store, home.now());
    let swept = match store.swept_until().await {
        Ok(swept) => swept,
        Err(error) => {
            let remedy = "Mend the table first.";
            return found.bad("timers", "not_seen", format!("{error}."), remedy);
        }
    };
    let options = home.options();
    let Some(swept) = swept else {
        return found.warn(
            "timers",
            "never_swept",
            "The clock of the timers has not gone round yet.",
            "Wait two minutes after the start, then run the doctor again.",
        );
    };
    let behind = now - Millis::minutes(swept);
    if behind.0 < -Millis::minutes(2).0 {
        found.bad(
            "timers",
            "clock_went_back",
            format!("The timers were swept {} in the future: a clock went back.", span(behind)),
            "Set the clock (NTP). Timers go on as soon as it has reached that moment again.",
        );
    } else if behind > LATE && stopped(home) {
        found.good("timers", "The timers rest while no Switchboard runs.");
    } else if behind > LATE {
        let mut late = 0;
        for minute in swept.max(now.minute() - 60)..now.minute() {
            late += store.due(minute).await.map_or(0, |due| due.len());
        }
        found.bad(
            "timers",
            "timers_late",
            format!("The last sweep was {} ago; {late} timers are late.", span(behind)),
            format!(
                "Look at the rule SweepRule and the log of the function timers; list them with \
                 `switchboard timers list {options}`."
            ),
        );
    } else {
        found.good("timers", format!("The last sweep was {} ago.", span(behind)));
    }
}

fn stopped(home: &Home) -> bool {
    matches!(&home.kind, crate::home::Kind::Local(machine) if !machine.running)
}

//! The lab: faults on purpose, to see the product heal. Lost, doubled, delayed and overtaken
//! frames; cut sockets; a clock that is ahead; the sharp edges of AWS. Only while demo sign-in is on.

mod dice;
pub mod edges;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, routing};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{Platform, clock};
use edges::{Edges, Met};

/// The faults of frames on their way to consoles and visitors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// The lost frames in a hundred.
    drop: u8,
    /// The doubled frames in a hundred.
    duplicate: u8,
    /// The frames in a hundred that those behind them overtake.
    reorder: u8,
    /// The delay of every frame, in milliseconds.
    delay_ms: u64,
}

/// The time for which an overtaken frame is held back.
const HELD: Duration = Duration::from_millis(400);
/// The most delay: clients give a server up after 20 seconds.
const LATEST: u64 = 5_000;
/// The most that the clock goes forward at once: a day.
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// The faults that are on, and the dice that choose the frames.
#[derive(Debug, Default)]
pub struct Lab {
    on: Mutex<(Faults, u64)>,
    /// The sharp edges of AWS's services.
    pub(crate) met: Met,
}

impl Lab {
    fn set(&self, faults: Faults) {
        *self.on.lock().unwrap_or_else(PoisonError::into_inner) = (faults, 0);
    }

    fn faults(&self) -> Faults {
        self.on.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// Returns the arrivals of a frame: none, at once, late, or more than one. The same faults, set
    /// again, hit the same frames again.
    pub(crate) fn arrivals(&self) -> Vec<Duration> {
        let mut lab = self.on.lock().unwrap_or_else(PoisonError::into_inner);
        let (faults, dice) = &mut *lab;
        if *faults == Faults::default() {
            return vec![Duration::ZERO];
        }
        let mut hits = |percent: u8| dice::hits(dice, percent);
        let (lost, twice, overtaken) =
            (hits(faults.drop), hits(faults.duplicate), hits(faults.reorder));
        if lost {
            return Vec::new();
        }
        let late = Duration::from_millis(faults.delay_ms);
        let first = if overtaken { late + HELD } else { late };
        if twice { vec![first, late + HELD / 2] } else { vec![first] }
    }
}

/// The time by which this process is ahead of the wall clock, in milliseconds.
static AHEAD: AtomicI64 = AtomicI64::new(0);

/// The time by which the lab's clock is ahead, in milliseconds.
pub(crate) fn ahead() -> i64 {
    AHEAD.load(Ordering::Relaxed)
}

/// The lab's routes.
pub fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/lab", routing::get(state))
        .route("/lab/frames", routing::put(set_faults))
        .route("/lab/edges", routing::put(set_edges))
        .route("/lab/clock", routing::post(forward))
        .route("/lab/cut-sockets", routing::post(cut))
        .route("/lab/bus", routing::get(bus))
        .route("/lab/dead-letters", routing::get(dead_letters))
}

fn told(platform: &Platform) -> Value {
    json!({
        "frames": platform.gateway.lab.faults(),
        "edges": platform.gateway.lab.met.edges(),
        "ahead_ms": ahead(),
        "sockets": platform.gateway.open_sockets(),
        "now": (crate::wall_clock())().0,
    })
}

async fn state(State(platform): State<Arc<Platform>>) -> Json<Value> {
    Json(told(&platform))
}

fn refused(field: &str, message: &str, remedy: &str) -> Response {
    let error = json!({"code": "invalid_field", "field": field, "message": message,
        "remedy": remedy});
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response()
}

async fn set_faults(State(platform): State<Arc<Platform>>, Json(wanted): Json<Faults>) -> Response {
    for (field, percent) in
        [("drop", wanted.drop), ("duplicate", wanted.duplicate), ("reorder", wanted.reorder)]
    {
        if percent > 100 {
            return refused(field, "A share is at most 100.", "Give a number from 0 to 100.");
        }
    }
    if wanted.delay_ms > LATEST {
        return refused("delay_ms", "A delay is at most 5 seconds.", "Give 0 to 5000.");
    }
    platform.gateway.lab.set(wanted);
    Json(told(&platform)).into_response()
}

async fn set_edges(State(platform): State<Arc<Platform>>, Json(wanted): Json<Edges>) -> Response {
    if let Some((field, _)) = wanted.shares().into_iter().find(|(_, share)| *share > 100) {
        return refused(field, "A share is at most 100.", "Give a number from 0 to 100.");
    }
    if let Some((field, _)) = wanted.delays().into_iter().find(|(_, late)| *late > edges::LATEST) {
        return refused(field, "A delay is at most a minute.", "Give 0 to 60000.");
    }
    platform.gateway.lab.met.set(wanted);
    Json(told(&platform)).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forward {
    forward_ms: i64,
}

/// Moves the clock forward, and then calls the functions that are due.
async fn forward(
    State(platform): State<Arc<Platform>>,
    Json(Forward { forward_ms }): Json<Forward>,
) -> Response {
    if !(1..=DAY).contains(&forward_ms) {
        let remedy = "Give 1 to 86400000; the clock never goes back.";
        return refused("forward_ms", "The clock goes forward, a day at most at once.", remedy);
    }
    if platform.elsewhere() {
        let remedy = "Run the platform without --watch.";
        return refused("forward_ms", "The functions run elsewhere, by their own clock.", remedy);
    }
    AHEAD.fetch_add(forward_ms, Ordering::Relaxed);
    clock::ring(&platform).await;
    Json(told(&platform)).into_response()
}

async fn cut(State(platform): State<Arc<Platform>>) -> Json<Value> {
    Json(json!({"cut": platform.gateway.cut_all()}))
}

async fn bus(State(platform): State<Arc<Platform>>) -> Json<Value> {
    Json(json!({"events": platform.bus.events()}))
}

async fn dead_letters(State(platform): State<Arc<Platform>>) -> Json<Value> {
    Json(json!({"messages": platform.queues.dead_letters()}))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(faults: Faults) -> Vec<Vec<Duration>> {
        let lab = Lab::default();
        lab.set(faults);
        (0..1_000).map(|_| lab.arrivals()).collect()
    }

    #[test]
    fn without_faults_every_frame_arrives_once_and_at_once() {
        assert!(of(Faults::default()).iter().all(|a| a == &[Duration::ZERO]));
    }

    #[test]
    fn each_fault_hits_about_its_share_and_the_same_frames_each_time() {
        let faults = Faults { drop: 20, duplicate: 30, reorder: 10, delay_ms: 50 };
        let arrivals = of(faults);
        let near = |count: usize, share: usize| count.abs_diff(share) < 60;
        let lost = arrivals.iter().filter(|a| a.is_empty()).count();
        let twice = arrivals.iter().filter(|a| a.len() == 2).count();
        let held = arrivals.iter().filter(|a| a.first().is_some_and(|f| *f > HELD)).count();
        assert!(near(lost, 200) && near(twice, 240) && near(held, 80), "{lost} {twice} {held}");
        assert!(arrivals.iter().flatten().all(|late| *late >= Duration::from_millis(50)));
        assert_eq!(arrivals, of(faults));
    }
}

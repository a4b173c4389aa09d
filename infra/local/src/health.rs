//! The questions of service managers and of Prometheus: `/healthz`, `/readyz`, `/metrics`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use app::runtime::metric::Metric;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing;
use domain::{Presence, QueueId};
use store::Store;

use sha2::{Digest as _, Sha256};

use crate::Platform;
use crate::issuer::client::Peer;

/// The most places of a queue that a scrape counts.
const PLACES: usize = 1_000;

/// The routes.
pub(crate) fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/health", routing::get(|| async { "ok" }))
        .route("/healthz", routing::get(|| async { "ok" }))
        .route("/readyz", routing::get(ready))
        .route("/metrics", routing::get(metrics))
}

/// Whether the process takes work: the table answers, the disk has space, and nobody told the
/// process to stop.
async fn ready(State(platform): State<Arc<Platform>>) -> Response {
    if platform.is_stopping() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    let asked = Arc::clone(&platform);
    let takes = tokio::task::spawn_blocking(move || asked.files.takes_writes()).await;
    if !takes.unwrap_or(false) {
        let words = "the data folder takes no writes: is the disk full?\n";
        return (StatusCode::SERVICE_UNAVAILABLE, words).into_response();
    }
    match platform.own().store.directory().await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "the table does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the table does not answer\n").into_response()
        }
    }
}

/// The variable with the token by which a Prometheus elsewhere reads the figures.
pub const TOKEN: &str = "SWITCHBOARD_METRICS_TOKEN";

/// Whether a request comes from this machine itself: its peer, the name by which it calls us, and no
/// mark of a proxy say so.
fn is_here(Peer(peer): Peer, headers: &HeaderMap) -> bool {
    let by_proxy = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"];
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name);
    peer.is_some_and(|peer| peer.is_loopback())
        && ["localhost", "127.0.0.1", "[::1]"].contains(&name)
        && !by_proxy.iter().any(|mark| headers.contains_key(*mark))
}

/// Whether a request gives the token of the environment. The comparison of hashes takes as long for
/// every guess.
fn has_token(headers: &HeaderMap, token: Option<&str>) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer "));
    let hash = |text: &str| Sha256::digest(text.trim().as_bytes());
    token
        .filter(|token| !token.trim().is_empty())
        .is_some_and(|token| given.map(hash) == Some(hash(token)))
}

/// The figures, in Prometheus' text format. They are for this machine, and for whoever has the
/// token.
async fn metrics(
    State(platform): State<Arc<Platform>>,
    peer: Peer,
    headers: HeaderMap,
) -> Response {
    if !is_here(peer, &headers) && !has_token(&headers, std::env::var(TOKEN).ok().as_deref()) {
        let words = format!(
            "metrics are for this machine (http://localhost and the port), and for whoever sends \
             the token of {TOKEN} as a bearer token\n"
        );
        return (StatusCode::FORBIDDEN, words).into_response();
    }
    match figures(&platform).await {
        Ok(text) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text)
            .into_response(),
        Err(error) => {
            tracing::error!(%error, "the figures could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn figures(platform: &Arc<Platform>) -> store::Result<String> {
    let own = platform.own();
    let directory = own.directory().await?;
    let workloads = own.store.workloads().await?;
    let now = own.now();
    let mut text = String::new();
    let mut family = |name: &str, kind: &str, help: &str, lines: Vec<(String, i64)>| {
        // Writing to a string does not fail.
        let _ =
            writeln!(text, "# HELP switchboard_{name} {help}\n# TYPE switchboard_{name} {kind}");
        for (labels, value) in lines {
            let _ = writeln!(text, "switchboard_{name}{labels} {value}");
        }
    };
    let (mut waiting, mut oldest) = (Vec::new(), Vec::new());
    for queue in directory.queues.values() {
        let (count, since) = queue_of(&own.store, &queue.id).await?;
        let labels = format!("{{queue=\"{}\"}}", queue.id);
        waiting.push((labels.clone(), count));
        oldest.push((labels, since.map_or(0, |since| (now - since).0.max(0) / 1_000)));
    }
    family("waiting", "gauge", "Customers who wait in a queue.", waiting);
    family("oldest_wait_seconds", "gauge", "How long the first of a queue has waited.", oldest);
    let mut present: BTreeMap<&str, i64> =
        ["available", "busy", "away", "offline"].map(|word| (word, 0)).into();
    let mut open = 0;
    for agent in directory.agents.values().filter(|agent| agent.active) {
        let workload = workloads.get(&agent.profile.id);
        let presence = workload.map_or(Presence::Offline, |w| w.presence(agent.profile.capacity));
        open += workload.map_or(0, |w| i64::try_from(w.open.len()).unwrap_or(i64::MAX));
        let word = match presence {
            Presence::Available => "available",
            Presence::Busy => "busy",
            Presence::Away => "away",
            Presence::Offline => "offline",
        };
        *present.entry(word).or_default() += 1;
    }
    let present = present.into_iter().map(|(word, n)| (format!("{{presence=\"{word}\"}}"), n));
    family("agents", "gauge", "Agents by presence.", present.collect());
    let none = String::new;
    family(
        "conversations_in_progress",
        "gauge",
        "Conversations that have an owner.",
        vec![(none(), open)],
    );
    for (name, help, metric) in [
        ("panics_total", "Pieces of work that a mistake of the program ended.", Metric::Panics),
        ("laws_broken_total", "Decisions that a law forbade.", Metric::LawsBroken),
    ] {
        let count = i64::try_from(own.metrics.counted(metric)).unwrap_or(i64::MAX);
        family(name, "counter", help, vec![(none(), count)]);
    }
    Ok(text)
}

async fn queue_of(store: &Store, queue: &QueueId) -> store::Result<(i64, Option<domain::Millis>)> {
    let (waiting, _) = store.waiting(queue, PLACES).await?;
    let since = waiting.iter().map(|place| place.since).min();
    Ok((i64::try_from(waiting.len()).unwrap_or(i64::MAX), since))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(all: &[(&'static str, &str)]) -> HeaderMap {
        all.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn figures_are_for_this_machine() {
        let here = Peer(Some("127.0.0.1".parse().unwrap()));
        let there = Peer(Some("10.0.0.1".parse().unwrap()));
        for host in ["localhost:8787", "127.0.0.1:8787", "[::1]:8787", "localhost"] {
            assert!(is_here(here, &headers(&[("host", host)])), "{host}");
            assert!(!is_here(there, &headers(&[("host", host)])), "{host}");
        }
        assert!(!is_here(here, &headers(&[("host", "desk.example.com")])), "a proxy hands it on");
        for mark in ["via", "forwarded", "x-forwarded-for", "x-real-ip"] {
            assert!(!is_here(here, &headers(&[("host", "localhost"), (mark, "x")])), "{mark}");
        }
    }

    #[test]
    fn figures_are_for_whoever_has_the_token() {
        let bearer = |token: &str| headers(&[("authorization", &format!("Bearer {token}"))]);
        assert!(has_token(&bearer("secret"), Some("secret")));
        assert!(!has_token(&bearer("other"), Some("secret")));
        assert!(!has_token(&bearer(""), Some("")), "an empty variable is none");
        assert!(!has_token(&headers(&[]), Some("secret")));
        assert!(!has_token(&bearer("secret"), None));
    }
}

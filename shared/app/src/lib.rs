//! Load ► decide ► commit ► push: the only crate that puts effects in order.
//!
//! Every function holds an [`App`] and hands its rooms the parts that they need: a room's functions
//! take a [`Ground`], a [`Voice`], an [`Engine`] or another bundle of [`parts`], never the whole.
//! On AWS the environment configures the app; the local platform and the tests hand in their own
//! [`Config`], clock and HTTP connector, and nothing else differs.

pub mod agent;
pub mod api_key;
pub mod asset;
pub mod assignment;
pub mod board;
pub mod canned;
pub mod contact;
pub mod conversation;
pub mod direct;
pub mod discussion;
pub mod engine;
pub mod file;
pub mod intake;
pub mod limit;
pub mod mention;
pub mod message;
pub mod preferences;
pub mod presence;
pub mod queue;
pub mod runtime;
pub mod session;
pub mod settings;
pub mod template;
pub mod timer;
pub mod transfer;
pub mod view;
pub mod visitor;
mod wiring;
pub mod workspace;

use std::sync::Arc;

use domain::Millis;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

pub use contact::person::Found;
pub use engine::idempotency::{Once, Since};
pub use engine::parts::{self, Carrier, Door, Engine, Gate, Ground, Line, Shelf, Voice, Work};
pub use engine::push_cache::PushCache;
pub use engine::request::{Executed, Request};
pub use engine::wake_up::{DueMessage, OutboxMessage};
pub use file::fetch::FileMessage;
pub use runtime::aws::{Bus, Posted, Queues, Sockets};
pub use runtime::config::{Config, Credentials};
pub use runtime::directory::DirectoryCache;
pub use runtime::failure::Failure;
pub use runtime::metric;
pub use transfer::targets::Question;
pub use wiring::App;

/// Tells the time. The caller hands it in, so that tests can pin it.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// Logs as JSON lines to standard error, at the level that `RUST_LOG` names. The functions' mains
/// call it.
pub fn init_logging() {
    metric::write_to_log();
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines).with(discreet(log_filter(LevelFilter::INFO))).init();
}

/// Keeps the clients of AWS and what is beneath them at warnings: at finer levels they log requests
/// whole, with customers' messages in them.
fn discreet(levels: Targets) -> Targets {
    let most = LevelFilter::WARN.min(levels.default_level().unwrap_or(LevelFilter::WARN));
    ["aws_", "hyper", "h2", "rustls"]
        .into_iter()
        .fold(levels, |levels, client| levels.with_target(client, most))
}

/// The levels that `RUST_LOG` names (`warn`, or `app=debug,store=info`), or the usual one.
#[must_use]
pub fn log_filter(usual: LevelFilter) -> Targets {
    let asked = std::env::var("RUST_LOG").ok().and_then(|levels| levels.parse().ok());
    asked.unwrap_or_else(|| Targets::new().with_default(usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_lets_the_clients_of_aws_log_requests() {
        for (asked, ours, theirs) in [
            (LevelFilter::TRACE, LevelFilter::TRACE, LevelFilter::WARN),
            (LevelFilter::INFO, LevelFilter::INFO, LevelFilter::WARN),
            (LevelFilter::ERROR, LevelFilter::ERROR, LevelFilter::ERROR),
        ] {
            let levels = discreet(Targets::new().with_default(asked));
            for (target, most) in [("app", ours), ("aws_smithy_runtime", theirs), ("hyper", theirs)]
            {
                for level in [tracing::Level::ERROR, tracing::Level::WARN, tracing::Level::DEBUG] {
                    let logs = levels.would_enable(target, &level);
                    assert_eq!(logs, level <= most, "{asked}: {target} at {level}");
                }
            }
        }
    }
}

//! Prefetch: the workloads that a command will need, as this process remembers them.

use domain::{AgentId, Thread, ThreadId};
use quick_cache::sync::Cache;

/// The agents whom a thread concerned when this process last saw it. A command fetches their
/// workloads together with the thread, instead of after it; a wrong guess costs a read and nothing
/// else.
#[derive(Debug)]
pub(crate) struct Prefetch(Cache<ThreadId, Vec<AgentId>>);

/// The most threads that a process remembers. The least used ones go first.
const REMEMBERED: usize = 10_000;

impl Default for Prefetch {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl Prefetch {
    pub(crate) fn get(&self, thread: &ThreadId) -> Vec<AgentId> {
        self.0.get(thread).unwrap_or_default()
    }

    pub(crate) fn set(&self, thread: &Thread) {
        self.0.insert(thread.id.clone(), thread.parties());
    }
}

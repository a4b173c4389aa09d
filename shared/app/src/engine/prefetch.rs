//! Prefetch: the workloads that a command will need, as this process remembers them.

use domain::{AgentId, Thread, ThreadId};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The agents whom a thread concerned when this process last saw it. A command fetches their
/// workloads together with the thread, instead of after it; a wrong guess costs a read and nothing
/// else.
#[derive(Debug, Default)]
pub(crate) struct Prefetch(Mutex<HashMap<ThreadId, Vec<AgentId>>>);

impl Prefetch {
    const LIMIT: usize = 10_000;

    pub(crate) fn get(&self, thread: &ThreadId) -> Vec<AgentId> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(thread).cloned().unwrap_or_default()
    }

    pub(crate) fn set(&self, thread: &Thread) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= Self::LIMIT {
            all.clear();
        }
        all.insert(thread.id.clone(), thread.parties());
    }
}

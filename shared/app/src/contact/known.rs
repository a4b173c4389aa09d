//! The threads to which addresses lead, as this process remembers them.

use domain::{AssetId, ThreadId};
use quick_cache::sync::Cache;

/// Threads to which addresses lead, alone or together. An old entry does no harm: the way goes on
/// from the thread that it names.
#[derive(Debug)]
pub(crate) struct Aliases(Cache<String, ThreadId>);

/// The most ways that a process remembers. The least used ones go first.
const REMEMBERED: usize = 50_000;

impl Default for Aliases {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl Aliases {
    pub(crate) fn get(&self, asset: &AssetId, addresses: &[String]) -> Option<ThreadId> {
        self.0.get(&name(asset, addresses))
    }

    pub(crate) fn set(&self, asset: &AssetId, addresses: &[String], to: ThreadId) {
        self.0.insert(name(asset, addresses), to);
    }
}

pub(crate) fn name(asset: &AssetId, addresses: &[String]) -> String {
    format!("{asset}\n{}", addresses.join("\n"))
}

//! The threads to which addresses lead, as this process remembers them.

use domain::{AssetId, ThreadId};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Threads to which addresses lead, alone or together. An old entry does no harm: the way goes on
/// from the thread that it names.
#[derive(Debug, Default)]
pub(crate) struct Aliases(Mutex<HashMap<String, ThreadId>>);

impl Aliases {
    const LIMIT: usize = 50_000;

    pub(crate) fn get(&self, asset: &AssetId, addresses: &[String]) -> Option<ThreadId> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&name(asset, addresses)).cloned()
    }

    pub(crate) fn set(&self, asset: &AssetId, addresses: &[String], to: ThreadId) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= Self::LIMIT {
            all.clear();
        }
        all.insert(name(asset, addresses), to);
    }
}

pub(crate) fn name(asset: &AssetId, addresses: &[String]) -> String {
    format!("{asset}\n{}", addresses.join("\n"))
}

//! Reading for a decision: the thread, the workloads, the group from which the engine chooses.

use crate::engine::members;
use crate::engine::policy::policy;
use crate::{Engine, Failure, Request};
use domain::{AgentId, Caller, Group, needs};
use std::collections::{BTreeSet, HashMap};
use store::settings::directory::Directory;
use store::{Batch, Stored, Workload};

/// The state that the engine read before a decision.
#[derive(Default)]
pub(crate) struct Loaded {
    pub(crate) newest: Option<Stored>,
    pub(crate) workloads: HashMap<AgentId, Workload>,
    /// The group from which the engine chooses, if the command asks for a choice.
    pub(crate) group: Option<Group>,
    /// The agents whose workloads the engine read after the thread showed that they matter.
    pub(crate) read: BTreeSet<AgentId>,
}

impl Engine<'_> {
    /// Reads the thread and, at the same time, the workloads that the decision or the push will
    /// need.
    pub(crate) async fn load(
        &self,
        request: &Request,
        directory: &Directory,
    ) -> Result<Loaded, Failure> {
        let mut agents: BTreeSet<AgentId> =
            self.prefetch.get(&request.thread).into_iter().collect();
        let wanted = needs(None, &request.command, &directory.workspace());
        let known = directory.agents.keys().collect::<BTreeSet<_>>();
        agents.extend(wanted.agents.into_iter().filter(|agent| known.contains(agent)));
        let group =
            wanted.group.and_then(|target| members::group(&target, directory, &request.likely));
        agents.extend(group.iter().flat_map(|g| g.members.iter().cloned()));
        if let Caller::Agent(profile) = &request.caller {
            agents.insert(profile.id.clone());
        }
        if let Some(known) = &request.known {
            let loaded = Loaded { newest: Some(*known.clone()), group, ..Loaded::default() };
            return self.rest(request, loaded, directory).await;
        }
        if let Some(seen) = request.seen.filter(|seen| *seen > 0) {
            let (newest, workloads) = self.load_by_position(request, seen, &agents).await?;
            return self
                .rest(request, Loaded { newest, workloads, group, ..Loaded::default() }, directory)
                .await;
        }
        // An old state is harmless if the engine refuses nothing because of it.
        let consistent = request.caller != Caller::Customer;
        let newest = self.store.newest(&request.thread, consistent);
        let looks = request.command.target().is_some() || request.command.answers().is_some();
        let (newest, batch) = if looks {
            futures_util::future::try_join(newest, self.store.batch(&agents, &[], None)).await?
        } else {
            (newest.await?, Batch::default())
        };
        self.rest(
            request,
            Loaded { newest, workloads: batch.workloads, group, ..Loaded::default() },
            directory,
        )
        .await
    }

    /// Reads the workloads that the decision turns out to need, now that the thread is known.
    pub(crate) async fn rest(
        &self,
        request: &Request,
        mut loaded: Loaded,
        directory: &Directory,
    ) -> Result<Loaded, Failure> {
        let thread = loaded.newest.as_ref().map(|s| &s.thread);
        let policy = policy(request, thread, directory);
        let wanted = needs(thread, &request.command, &policy);
        if loaded.group.is_none()
            && let Some(target) = wanted.group
        {
            loaded.group = members::group(&target, directory, &request.likely);
        }
        let members = loaded.group.iter().flat_map(|g| g.members.iter());
        let missing: BTreeSet<AgentId> = wanted
            .agents
            .iter()
            .chain(members)
            .filter(|agent| {
                directory.agents.contains_key(*agent) && !loaded.workloads.contains_key(*agent)
            })
            .cloned()
            .collect();
        // An agent who was never there has no workload; a second read would not change that.
        let missing: Vec<&AgentId> =
            missing.iter().filter(|agent| !loaded.read.contains(*agent)).collect();
        if !missing.is_empty() {
            let batch = self.store.batch(missing.iter().copied(), &[], None).await?;
            loaded.read.extend(missing.into_iter().cloned());
            loaded.workloads.extend(batch.workloads);
        }
        Ok(loaded)
    }

    /// Reads the thread at the entry that the client knows. If that is still the newest, one
    /// request by key brings the thread and the workloads.
    async fn load_by_position(
        &self,
        request: &Request,
        seen: u64,
        agents: &BTreeSet<AgentId>,
    ) -> Result<(Option<Stored>, HashMap<AgentId, Workload>), Failure> {
        let thread = &request.thread;
        let wanted = [(thread.clone(), seen), (thread.clone(), seen + 1)];
        let batch = self.store.batch(agents, &wanted, None).await?;
        let newest = match batch.entries.as_slice() {
            [only] if only.entry.seq == seen => Some(only.clone()),
            // The client is behind, or names a position that does not exist.
            _ => self.store.newest(thread, true).await?,
        };
        Ok((newest, batch.workloads))
    }
}

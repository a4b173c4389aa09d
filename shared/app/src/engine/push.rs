//! Pushing an entry, in the same invocation, to the sockets of everybody whom it concerns.
//!
//! Fast and best effort: a client that misses a frame finds the gap, at the latest with its next
//! ping. Frames carry the state after the entry, so that a client never has to guess.

use crate::engine::encode::encode;
use crate::queue;
use crate::visitor::frame;
use crate::{Posted, Voice, view};
use domain::{AgentId, Event, Thread, ThreadId, audience, discussion, effect};
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use futures_util::future::join_all;
use protocol::Push;
use protocol::visitor::VisitorPush;
use store::mention::Mention;
use store::settings::directory::Directory;
use store::{Stored, Workload};

/// The waits before each try of a frame that no ping brings again: 1.5 s in all. The client of AWS
/// tries three times within each.
const STATE_WAITS: [Duration; 5] = [
    Duration::ZERO,
    Duration::from_millis(100),
    Duration::from_millis(200),
    Duration::from_millis(400),
    Duration::from_millis(800),
];

impl Voice<'_> {
    /// Tells everybody concerned of a new entry. Returns whether a visitor's socket took the frame.
    pub(crate) async fn push(
        &self,
        before: Option<&Thread>,
        next: &Stored,
        known: &HashMap<AgentId, Workload>,
        directory: &Directory,
    ) -> bool {
        let after = &next.thread;
        let concerned: BTreeSet<AgentId> = before
            .map(Thread::parties)
            .unwrap_or_default()
            .into_iter()
            .chain(after.parties())
            .collect();
        let is_chat = channels::is_chat(directory.channel_of(&after.asset));
        let seen = audience::for_customer(&next.entry);
        let visitor = (is_chat && frame::concerns(before, next, &seen)).then_some(&after.id);
        let mentioned = effect::mentioned(&next.entry);
        let all: BTreeSet<&AgentId> = concerned.iter().chain(mentioned).collect();
        let missing: Vec<&AgentId> =
            all.into_iter().filter(|agent| !known.contains_key(*agent)).collect();
        let fetched = if missing.is_empty() && visitor.is_none() {
            store::Batch::default()
        } else {
            match self.store.batch(missing, &[], visitor).await {
                Ok(batch) => batch,
                Err(error) => {
                    tracing::warn!(thread = %after.id, %error, "nobody was told");
                    return false;
                }
            }
        };
        let following = after.parties();
        let mut posts = Vec::new();
        let workload_of =
            |agent: &AgentId| known.get(agent).or_else(|| fetched.workloads.get(agent));
        for agent in &concerned {
            let Some(workload) = workload_of(agent) else { continue };
            if workload.sockets.is_empty() {
                continue;
            }
            let reader = view::reader(agent, after, directory);
            let frame = encode(&Push::Entries {
                conversation: view::conversation(after, directory, reader),
                entries: vec![view::shorten::entry(view::entry(after, &next.entry, reader))],
                following: following.contains(agent),
            });
            posts.extend(workload.sockets.iter().map(|s| (Owner::Agent(agent), s, frame.clone())));
        }
        self.tell_of_done(next).await;
        if let Some(mention) = Mention::of(after, &next.entry) {
            let frame = encode(&Push::Mentioned(view::mention(&mention)));
            for (agent, workload) in mentioned.iter().filter_map(|a| Some((a, workload_of(a)?))) {
                posts.extend(
                    workload.sockets.iter().map(|s| (Owner::Agent(agent), s, frame.clone())),
                );
            }
        }
        if !fetched.visitor.is_empty() {
            let place = queue::place(self.ground, after).await.unwrap_or_else(|error| {
                tracing::warn!(thread = %after.id, %error, "a place was not counted");
                None
            });
            let chat = encode(&frame::increment(next, &seen, place, self.now(), directory));
            let owner = || Owner::Visitor(&after.id);
            posts.extend(fetched.visitor.iter().map(|s| (owner(), s, chat.clone())));
        }
        let posted =
            posts.iter().map(|(owner, socket, frame)| self.deliver_to(owner, socket, frame));
        let posted = join_all(posted).await;
        let mut taken = posts.iter().zip(posted);
        taken.any(|((owner, ..), posted)| {
            matches!(owner, Owner::Visitor(_)) && posted == Posted::Done
        })
    }

    /// Tells all sockets of an agent that the agent marked a discussion done. An agent who is no
    /// longer a party of the conversation hears nothing else of it.
    async fn tell_of_done(&self, next: &Stored) {
        for event in &next.entry.events {
            let Event::DiscussionDone(discussion::Done { discussion, agent, .. }) = event else {
                continue;
            };
            let discussion = view::discussion_id(&next.thread, *discussion);
            self.tell_own(agent, None, &Push::DiscussionDone { discussion }).await;
        }
    }

    async fn deliver_to(&self, owner: &Owner<'_>, socket: &str, frame: &[u8]) -> Posted {
        let posted = self.sockets.post(socket, frame).await;
        if posted != Posted::Gone {
            return posted;
        }
        // A 410 removes exactly that connection.
        let removed = match owner {
            Owner::Agent(agent) => self.follow.socket_gone(agent, socket).await,
            Owner::Visitor(thread) => self.store.remove_visitor_socket(thread, socket).await,
        };
        if let Err(error) = removed {
            tracing::warn!(socket, %error, "a socket that is gone was not forgotten");
        }
        posted
    }

    /// Sends a frame to all sockets of some agents.
    pub async fn tell(&self, workloads: &[(AgentId, Workload)], push: &Push) {
        let frame = encode(push);
        join_all(workloads.iter().flat_map(|(agent, workload)| {
            let frame = &frame;
            workload
                .sockets
                .iter()
                .map(move |s| async move { self.deliver_to(&Owner::Agent(agent), s, frame).await })
        }))
        .await;
    }

    /// Sends a frame that shows a state which no log holds and no ping brings again. A socket whose
    /// gateway was busy gets it a little later: a client that missed it would show the old state
    /// until the next change. Each try is one more post, and only where the one before failed.
    pub async fn tell_state(&self, workloads: &[(AgentId, Workload)], push: &Push) {
        let frame = &encode(push);
        let mut left: Vec<(Owner<'_>, &String)> = workloads
            .iter()
            .flat_map(|(agent, workload)| {
                workload.sockets.iter().map(move |socket| (Owner::Agent(agent), socket))
            })
            .collect();
        for wait in STATE_WAITS {
            tokio::time::sleep(wait).await;
            let posted = left.iter().map(|(owner, socket)| self.deliver_to(owner, socket, frame));
            let posted = join_all(posted).await;
            let mut posted = posted.into_iter();
            left.retain(|_| posted.next() == Some(Posted::Failed));
            if left.is_empty() {
                return;
            }
        }
    }

    /// Sends a frame to an agent's own sockets, except the socket `but`, which brought the news.
    /// Best effort, like every push.
    pub(crate) async fn tell_own(&self, me: &AgentId, but: Option<&str>, push: &Push) {
        let workload = match self.store.batch([me], &[], None).await {
            Ok(mut batch) => batch.workloads.remove(me),
            Err(error) => {
                tracing::warn!(agent = %me, %error, "one's own sockets were not told");
                return;
            }
        };
        let Some(mut workload) = workload else { return };
        if let Some(but) = but {
            workload.sockets.remove(but);
        }
        self.tell(&[(me.clone(), workload)], push).await;
    }

    /// Sends a frame to some sockets of a visitor.
    pub async fn tell_visitor(
        &self,
        visitor: &ThreadId,
        sockets: &BTreeSet<String>,
        push: &VisitorPush,
    ) {
        let (owner, frame) = (&Owner::Visitor(visitor), &encode(push));
        join_all(sockets.iter().map(|socket| self.deliver_to(owner, socket, frame))).await;
    }

    /// Sends a frame to the socket that asked.
    pub async fn reply<T: serde::Serialize>(&self, socket: &str, push: &T) {
        self.sockets.post(socket, &encode(push)).await;
    }
}

enum Owner<'a> {
    Agent(&'a AgentId),
    Visitor(&'a ThreadId),
}

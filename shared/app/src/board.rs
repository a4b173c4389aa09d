//! The work of a team as it stands, for who directs it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::{Party, Profile, Refusal, Role, TeamId};
use futures_util::future::{try_join_all, try_join3};
use protocol::board::{Board, BoardAgent, BoardQueue};
use protocol::view::Agent;
use store::directory::{Directory, Queue};
use store::live::Live;
use store::{Desk, Waiting, key};

use crate::{App, Failure, view};

/// How many conversations are shown.
const CONVERSATIONS: usize = 500;
/// How many places of a queue are counted.
const PLACES: usize = 1_000;

impl App {
    /// What waits, who is there and what is in hand: in a team, or in all that the caller manages.
    ///
    /// # Errors
    /// If the caller does not manage it, there is no such team, or the table fails.
    pub async fn board(&self, me: &Profile, team: Option<&TeamId>) -> Result<Board, Failure> {
        let directory = self.directory().await?;
        let teams = directed(me, team, &directory)?;
        let serves = |queue: &&Queue| teams.contains(&queue.team);
        let queues: Vec<&Queue> = directory.queues.values().filter(serves).collect();
        let waiting = try_join_all(queues.iter().map(|q| self.store.waiting(&q.id, PLACES)));
        let live = try_join_all((0..key::LIVE_SHARDS).map(|shard| self.store.live(shard)));
        let (waiting, desks, live) = try_join3(waiting, self.store.desks(), live).await?;
        let live: Vec<Live> = live.into_iter().flatten().collect();
        let absent = Desk::default();
        let agents = directory
            .agents
            .iter()
            .filter(|(_, agent)| agent.profile.teams.iter().any(|team| teams.contains(team)))
            .map(|(id, agent)| {
                let seen = view::agent(agent, Some(desks.get(id).unwrap_or(&absent)));
                on_board(seen, &live)
            })
            .collect();
        let mut open: Vec<&Live> = live
            .iter()
            .filter(|l| l.card.status.is_open() && queues.iter().any(|q| q.id == l.card.queue))
            .collect();
        open.sort_by_key(|l| (Reverse(l.card.waiting_on == Party::Agent), l.card.waiting_since));
        Ok(Board {
            at: self.now().0,
            queues: queues.iter().zip(&waiting).map(|(q, (all, _))| in_queue(q, all)).collect(),
            agents,
            more: open.len() > CONVERSATIONS,
            conversations: open
                .iter()
                .take(CONVERSATIONS)
                .map(|l| view::card(&l.card, &directory))
                .collect(),
        })
    }
}

/// The teams that are asked for, if the caller manages them.
fn directed(
    me: &Profile,
    team: Option<&TeamId>,
    directory: &Directory,
) -> Result<BTreeSet<TeamId>, Refusal> {
    if me.role == Role::Agent {
        return Err(Refusal::Forbidden { why: "only managers and admins see a team's board" });
    }
    let Some(team) = team else {
        return Ok(directory.teams.keys().filter(|team| me.manages(team)).cloned().collect());
    };
    if !directory.teams.contains_key(team) {
        return Err(Refusal::NotFound { what: "team" });
    }
    if !me.manages(team) {
        return Err(Refusal::Forbidden {
            why: "only managers of the team and admins see its board",
        });
    }
    Ok(BTreeSet::from([team.clone()]))
}

fn in_queue(queue: &Queue, waiting: &[Waiting]) -> BoardQueue {
    BoardQueue {
        id: queue.id.to_string(),
        name: queue.name.clone(),
        team: queue.team.to_string(),
        waiting: u32::try_from(waiting.len()).unwrap_or(u32::MAX),
        longest_since: waiting.iter().map(|w| w.since.0).min(),
        unanswered_since: waiting.iter().filter_map(|w| w.unanswered_since).map(|at| at.0).min(),
    }
}

fn on_board(agent: Agent, live: &[Live]) -> BoardAgent {
    let is = |id: &&domain::AgentId| id.as_str() == agent.id;
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    let waits = |l: &&Live| {
        l.card.status.is_open()
            && l.card.waiting_on == Party::Agent
            && l.card.owner.as_ref().is_some_and(|owner| is(&owner))
    };
    BoardAgent {
        wrapping: count(live.iter().flat_map(|l| &l.wrapping).filter(is).count()),
        waiting_since: live.iter().filter(waits).map(|l| l.card.waiting_since.0).min(),
        discussions: count(live.iter().flat_map(|l| &l.discussing).filter(is).count()),
        id: agent.id.clone(),
        name: agent.name,
        teams: agent.teams,
        presence: agent.presence,
        reason: agent.away_reason,
        since: agent.since,
        open: agent.open,
        capacity: agent.capacity,
    }
}

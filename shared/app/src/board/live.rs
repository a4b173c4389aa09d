//! The board: a team's work as it stands, for its managers.

use crate::board::today::Day;
use crate::{Failure, Ground, view};
use domain::{Millis, Party, Profile, QueueId, Refusal, Role, TeamId};
use std::cmp::Reverse;
use std::collections::BTreeSet;

use futures_util::future::{try_join, try_join_all, try_join3};
use protocol::board::{Answered, Board, BoardAgent, BoardOffer, BoardQueue, Today};
use protocol::view::Agent;
use store::board::tally::Tally;
use store::conversation::open::Live;
use store::engagement::Engagement;
use store::settings::directory::{Directory, Queue};
use store::{Waiting, Workload, key};

/// The most conversations that the board shows.
const CONVERSATIONS: usize = 500;
/// The most places of a queue that the board counts.
const PLACES: usize = 1_000;
/// The most of the day's offers that the board shows.
const OFFERS: usize = 50;

/// Returns the waiting conversations, the present agents and the open conversations of a team, or
/// of all teams that the caller manages.
///
/// # Errors
/// A refusal if the caller does not manage the team, or there is no such team; a failure if the
/// table fails.
pub async fn board(
    ground: Ground<'_>,
    me: &Profile,
    team: Option<&TeamId>,
) -> Result<Board, Failure> {
    let directory = ground.directory().await?;
    let teams = directed(me, team, &directory)?;
    let serves = |queue: &&Queue| teams.contains(&queue.team);
    let queues: Vec<&Queue> = directory.queues.values().filter(serves).collect();
    let (now, serves) = (ground.now(), |id: &QueueId| queues.iter().any(|q| q.id == *id));
    let today = Day::of(&directory, now);
    let waiting = try_join_all(queues.iter().map(|q| ground.store.waiting(&q.id, PLACES)));
    let live = try_join_all((0..key::LIVE_SHARDS).map(|shard| ground.store.live(shard)));
    let offers = ground.store.newest_engagements(today.from, now, OFFERS, serves);
    let ((waiting, workloads, live), (tallies, active, offers)) = try_join(
        try_join3(waiting, ground.store.workloads(), live),
        try_join3(ground.store.tallies(&today.name), ground.store.active(), offers),
    )
    .await?;
    let live: Vec<Live> = live.into_iter().flatten().collect();
    let absent = Workload::default();
    let agents = directory
        .agents
        .iter()
        .filter(|(_, agent)| agent.profile.teams.iter().any(|team| teams.contains(team)))
        .map(|(id, agent)| {
            let workload = workloads.get(id).unwrap_or(&absent);
            let by_hand = workload.since.filter(|_| workload.set_by.is_none());
            let active = active.get(id).copied().max(by_hand);
            let resolved = tallies
                .iter()
                .filter(|(queue, _)| serves(queue))
                .filter_map(|(_, tally)| tally.resolved_by.get(id))
                .sum();
            on_board(view::agent(agent, Some(workload)), active, &live, resolved)
        })
        .collect();
    let mut open: Vec<&Live> =
        live.iter().filter(|l| l.card.status.is_open() && serves(&l.card.queue)).collect();
    open.sort_by_key(|l| (Reverse(l.card.waiting_on == Party::Agent), l.card.waiting_since));
    let queue = |(queue, (all, _)): (&&Queue, &(Vec<Waiting>, bool))| {
        in_queue(queue, all, tallies.get(&queue.id).unwrap_or(&Tally::default()))
    };
    Ok(Board {
        at: now.0,
        queues: queues.iter().zip(&waiting).map(queue).collect(),
        today: Today { from: today.from.0, time_zone: today.zone },
        agents,
        offers: offers.iter().filter_map(offer).collect(),
        more: open.len() > CONVERSATIONS,
        conversations: open
            .iter()
            .take(CONVERSATIONS)
            .map(|l| view::card(&l.card, &directory))
            .collect(),
    })
}

/// The teams that the caller asks for, if the caller manages them.
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

fn in_queue(queue: &Queue, waiting: &[Waiting], today: &Tally) -> BoardQueue {
    BoardQueue {
        id: queue.id.to_string(),
        name: queue.name.clone(),
        team: queue.team.to_string(),
        waiting: u32::try_from(waiting.len()).unwrap_or(u32::MAX),
        longest_since: waiting.iter().map(|w| w.since.0).min(),
        unanswered_since: waiting.iter().filter_map(|w| w.unanswered_since).map(|at| at.0).min(),
        abandoned_today: today.abandoned,
        answered_today: Answered { in_time: today.in_time, late: today.late },
        resolved_today: today.resolved,
    }
}

fn on_board(
    agent: Agent,
    active: Option<Millis>,
    live: &[Live],
    resolved_today: u32,
) -> BoardAgent {
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
        resolved_today,
        last_active: active.map(|at| at.0),
        id: agent.id.clone(),
        name: agent.name,
        teams: agent.teams,
        presence: agent.presence,
        reason: agent.away_reason,
        since: agent.since,
        set_by: agent.set_by,
        open: agent.open,
        capacity: agent.capacity,
    }
}

/// A record as the board shows it. A record from before the table kept its conversation's queue and
/// customer has no place on the board.
fn offer(record: &Engagement) -> Option<BoardOffer> {
    let about = record.made.about.as_ref()?;
    Some(BoardOffer {
        id: record.offer.to_string(),
        number: record.offer.number,
        conversation: record.made.conversation.to_string(),
        reference: record.made.conversation.reference(),
        contact: about.contact.to_string(),
        name: about.name.clone(),
        queue: about.queue.to_string(),
        kind: record.made.kind.into(),
        from: record.made.from.to_string(),
        target: (&record.made.target).into(),
        status: record.status.into(),
        created_at: record.made.at.0,
        deadline: record.made.deadline.0,
        decided_at: record.decided_at.map(|at| at.0),
        decided_by: record.decided_by.as_ref().map(ToString::to_string),
        reason: record.reason.clone(),
        ended_at: record.ended_at.map(|at| at.0),
    })
}

//! The records in the protocol's form.

use domain::AgentId;
use domain::workspace::{Asset, Queue, Team};
use protocol::workspace as wire;
use store::settings::directory::{Agent, Stamp, Workspace};

pub(crate) fn stamped(stamp: &Stamp) -> wire::Stamp {
    wire::Stamp {
        version: stamp.version,
        changed_by: stamp.by.as_ref().map(AgentId::to_string),
        changed_at: stamp.at.map(|at| at.0),
    }
}

pub(super) fn workspace(record: &Workspace, stamp: &Stamp) -> wire::WorkspaceRecord {
    wire::WorkspaceRecord {
        name: record.name.clone(),
        checklist_hidden: record.checklist_hidden,
        stamp: stamped(stamp),
    }
}

pub(super) fn team(team: &Team, stamp: &Stamp) -> wire::TeamRecord {
    wire::TeamRecord {
        id: team.id.to_string(),
        name: team.name.clone(),
        retired: team.retired,
        stamp: stamped(stamp),
    }
}

pub(super) fn queue(queue: &Queue, stamp: &Stamp) -> wire::QueueRecord {
    wire::QueueRecord {
        id: queue.id.to_string(),
        name: queue.name.clone(),
        team: queue.team.to_string(),
        retired: queue.retired,
        stamp: stamped(stamp),
    }
}

pub(crate) fn asset(asset: &Asset, stamp: &Stamp) -> wire::AssetRecord {
    wire::AssetRecord {
        id: asset.id.to_string(),
        name: asset.name.clone(),
        channel: asset.channel.clone(),
        account: asset.account.clone(),
        queue: asset.queue.to_string(),
        teams: asset.teams.iter().map(ToString::to_string).collect(),
        retired: asset.retired,
        stamp: stamped(stamp),
    }
}

pub(super) fn agent(agent: &Agent, stamp: &Stamp) -> wire::AgentRecord {
    let profile = &agent.profile;
    wire::AgentRecord {
        id: profile.id.to_string(),
        name: profile.name.clone(),
        email: agent.email.clone(),
        role: profile.role.into(),
        teams: profile.teams.iter().map(ToString::to_string).collect(),
        capacity: profile.capacity,
        skills: profile.skills.iter().map(ToString::to_string).collect(),
        call: agent.call.clone(),
        active: agent.active,
        bound: agent.signs_in.is_some(),
        stamp: stamped(stamp),
    }
}

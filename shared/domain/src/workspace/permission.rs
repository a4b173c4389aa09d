//! Which role may do which act of the settings (F105): one table, which every route asks.

use crate::{Profile, Refusal, Role, TeamId};

/// A right to act on the workspace's records or settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Read the records with their e-mail addresses and versions.
    ReadRecords,
    /// Read who changed what.
    ReadHistory,
    /// Rename the workspace, or hide its checklist.
    ChangeWorkspace,
    /// Make, change or retire a team.
    ChangeTeam,
    /// Make, change or retire a queue.
    ChangeQueue,
    /// Make, change or retire an asset.
    ChangeAsset,
    /// Enter, check or replace the secrets of an asset.
    ChangeSecrets,
    /// Invite an agent.
    InviteAgent,
    /// Change an agent's e-mail address, role or teams; deactivate, activate or unbind an agent.
    ChangeAgentAccess,
    /// Change an agent's name, capacity, skills or call link.
    ChangeAgentWork,
    /// Set an agent's presence.
    SetPresence,
    /// Change the settings of the workspace.
    ChangeWorkspaceSettings,
    /// Change the settings of a team.
    ChangeTeamSettings,
    /// Change the settings of a queue.
    ChangeQueueSettings,
    /// Change or remove a canned message.
    ChangeCanned,
    /// Enter, change or retire a template.
    ChangeTemplate,
    /// Make, rotate or revoke a key of the API.
    ChangeKeys,
}

impl Right {
    /// Every right, in the order in which the documents list them.
    pub const ALL: [Self; 17] = [
        Self::ReadRecords,
        Self::ReadHistory,
        Self::ChangeWorkspace,
        Self::ChangeTeam,
        Self::ChangeQueue,
        Self::ChangeAsset,
        Self::ChangeSecrets,
        Self::InviteAgent,
        Self::ChangeAgentAccess,
        Self::ChangeAgentWork,
        Self::SetPresence,
        Self::ChangeWorkspaceSettings,
        Self::ChangeTeamSettings,
        Self::ChangeQueueSettings,
        Self::ChangeCanned,
        Self::ChangeTemplate,
        Self::ChangeKeys,
    ];

    /// The reason for a refusal, in words.
    const fn why(self) -> &'static str {
        match self {
            Self::ReadRecords => "only managers and admins see the records of the workspace",
            Self::ReadHistory => "only managers and admins see who changed the settings",
            Self::ChangeWorkspace => "only admins change the workspace",
            Self::ChangeTeam => "only admins change teams",
            Self::ChangeQueue => "only admins change queues",
            Self::ChangeAsset => "only admins change assets",
            Self::ChangeSecrets => "only admins enter secrets",
            Self::InviteAgent => "only admins invite agents",
            Self::ChangeAgentAccess => {
                "only admins change a colleague's e-mail address, role and teams, and activate, \
                 deactivate and unbind a colleague's record"
            }
            Self::ChangeAgentWork => {
                "only managers of their team and admins change a colleague's record"
            }
            Self::SetPresence => {
                "only managers of their team and admins set a colleague's presence"
            }
            Self::ChangeWorkspaceSettings => "only admins change the settings of the workspace",
            Self::ChangeTeamSettings | Self::ChangeQueueSettings => {
                "only managers of the team and admins change these settings"
            }
            Self::ChangeCanned => "only managers and admins change canned messages",
            Self::ChangeTemplate => "only admins change templates",
            Self::ChangeKeys => "only admins make and revoke keys",
        }
    }
}

/// How far a role reaches with a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The role may not do it.
    Nowhere,
    /// The role may do it within the teams that the person manages.
    OwnTeams,
    /// The role may do it in the whole workspace.
    Everywhere,
}

/// How far a role reaches with a right. An admin may do everything; an agent changes nothing.
#[must_use]
pub const fn reach(role: Role, right: Right) -> Reach {
    match (role, right) {
        (Role::Admin, _)
        | (Role::Manager, Right::ReadRecords | Right::ReadHistory | Right::ChangeCanned) => {
            Reach::Everywhere
        }
        (
            Role::Manager,
            Right::ChangeAgentWork
            | Right::SetPresence
            | Right::ChangeTeamSettings
            | Right::ChangeQueueSettings,
        ) => Reach::OwnTeams,
        (Role::Manager | Role::Agent, _) => Reach::Nowhere,
    }
}

impl Profile {
    /// Checks that the agent may do an act that concerns `teams`. An act that concerns no team is
    /// one on the whole workspace.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn may(&self, right: Right, teams: &[TeamId]) -> Result<(), Refusal> {
        let allowed = match reach(self.role, right) {
            Reach::Everywhere => true,
            Reach::OwnTeams => teams.iter().any(|team| self.manages(team)),
            Reach::Nowhere => false,
        };
        if allowed { Ok(()) } else { Err(Refusal::Forbidden { why: right.why() }) }
    }
}

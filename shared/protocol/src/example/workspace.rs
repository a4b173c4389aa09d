//! Examples of bodies about the records of the workspace.

use super::Example;
use super::story::at;
use crate::settings::Given;
use crate::view::Role;
use crate::workspace::{
    AgentRecord, AssetChange, AssetRecord, QueueChange, QueueRecord, Stamp, TeamChange, TeamRecord,
    Workspace, WorkspaceChange, WorkspaceRecord,
};

pub(super) fn bodies() -> Vec<Example> {
    let named = Given(Some("Acme Support".to_owned()));
    let workspace = WorkspaceChange { version: 0, name: named, ..WorkspaceChange::default() };
    let team = TeamChange { name: Given(Some("Support".to_owned())), ..TeamChange::default() };
    let queue = QueueChange { version: 2, retired: Given(Some(true)), ..QueueChange::default() };
    let asset = AssetChange {
        name: Given(Some("WhatsApp +1 555 078 3881".to_owned())),
        channel: Given(Some("whatsapp".to_owned())),
        account: Given(Some("106540352242922".to_owned())),
        queue: Given(Some("support".to_owned())),
        ..AssetChange::default()
    };
    vec![
        Example::new("workspace", "Workspace", &records()),
        Example::new("workspace_record", "WorkspaceRecord", &records().workspace),
        Example::new("workspace_change", "WorkspaceChange", &workspace),
        Example::new("team_record", "TeamRecord", &records().teams[0]),
        Example::new("team_change", "TeamChange", &team),
        Example::new("queue_record", "QueueRecord", &records().queues[0]),
        Example::new("queue_change", "QueueChange", &queue),
        Example::new("asset_record", "AssetRecord", &records().assets[0]),
        Example::new("asset_change", "AssetChange", &asset),
    ]
}

pub(super) fn records() -> Workspace {
    let stamp =
        || Stamp { version: 1, changed_by: Some("ada".to_owned()), changed_at: Some(at(-3_600)) };
    Workspace {
        workspace: WorkspaceRecord {
            name: "Acme Support".to_owned(),
            checklist_hidden: false,
            stamp: stamp(),
        },
        teams: vec![TeamRecord {
            id: "support".to_owned(),
            name: "Support".to_owned(),
            retired: false,
            stamp: stamp(),
        }],
        queues: vec![QueueRecord {
            id: "support".to_owned(),
            name: "Support".to_owned(),
            team: "support".to_owned(),
            retired: false,
            stamp: stamp(),
        }],
        assets: vec![AssetRecord {
            id: "wa-demo".to_owned(),
            name: "WhatsApp +1 555 078 3881".to_owned(),
            channel: "whatsapp".to_owned(),
            account: "106540352242922".to_owned(),
            queue: "support".to_owned(),
            teams: vec!["support".to_owned()],
            retired: false,
            stamp: stamp(),
        }],
        agents: vec![AgentRecord {
            id: "mark".to_owned(),
            name: "Mark Adler".to_owned(),
            email: "mark@example.com".to_owned(),
            role: Role::Agent,
            teams: vec!["support".to_owned()],
            capacity: 5,
            skills: vec!["english".to_owned()],
            call: None,
            active: true,
            bound: true,
            stamp: stamp(),
        }],
    }
}

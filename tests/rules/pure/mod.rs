//! The shared ground of the tests of the pure rules: a small cast, and a store in memory.

pub(crate) mod orders;
pub(crate) mod record;
pub(crate) mod sizes;
pub(crate) mod states;
pub(crate) mod steps;
pub(crate) mod story;
pub(crate) mod workloads;

pub(crate) mod world;

use std::fmt::Display;
use std::str::FromStr;

use domain::{AgentId, Caller, Capabilities, Millis, Profile, Role, TeamId};

/// Marks every text that a customer must never see.
pub(crate) const INTERNAL: &str = "psst";
/// The moment at which the stories begin.
pub(crate) const DAWN: Millis = Millis(1_763_711_674_123);

/// A channel that hands messages to a provider.
pub(crate) const MAILED: Capabilities = Capabilities {
    name: "Pigeon",
    text_limit: 4_096,
    sends: &["text", "template", "reaction"],
    files: &[],
    caption_limit: 80,
    window: Some(Millis::hours(24)),
    late_window: None,
    quotes: true,
    opt_out: true,
    provider: true,
    live: false,
};

/// A channel whose customers sit and wait, and which needs no provider.
pub(crate) const CHAT: Capabilities = Capabilities {
    name: "Chat",
    text_limit: 4_096,
    sends: &["text"],
    files: &[],
    caption_limit: 80,
    window: None,
    late_window: None,
    quotes: true,
    opt_out: true,
    provider: false,
    live: true,
};

/// An id written in the test itself.
pub(crate) fn id<T: FromStr<Err: Display>>(text: &str) -> T {
    text.parse().unwrap_or_else(|e| panic!("{e}"))
}

/// Owner, teammate and helper, at home in the team `support`.
pub(crate) const MARK: &str = "mark";
pub(crate) const MIRA: &str = "mira";
pub(crate) const HANA: &str = "hana";
/// Two colleagues from the team `legal`, whose rights come only from being asked.
pub(crate) const EVA: &str = "eva";
pub(crate) const ASA: &str = "asa";
/// An agent of the team `sales`, whom nobody asked.
pub(crate) const STAN: &str = "stan";
/// The manager of `support`, that of `sales`, and the admin.
pub(crate) const MONA: &str = "mona";
pub(crate) const SAM: &str = "sam";
pub(crate) const ADA: &str = "ada";

/// Everybody whom the directory knows, with role and team.
pub(crate) const CAST: [(&str, Role, &str); 9] = [
    (MARK, Role::Agent, "support"),
    (MIRA, Role::Agent, "support"),
    (HANA, Role::Agent, "support"),
    (EVA, Role::Agent, "legal"),
    (ASA, Role::Agent, "legal"),
    (STAN, Role::Agent, "sales"),
    (MONA, Role::Manager, "support"),
    (SAM, Role::Manager, "sales"),
    (ADA, Role::Admin, "support"),
];

/// The skills of some agents.
pub(crate) const SKILLS: [(&str, &str); 3] = [(HANA, "french"), (MIRA, "french"), (STAN, "tax")];

/// The record of an agent of the cast.
pub(crate) fn profile(agent: &str, capacity: u32) -> Option<Profile> {
    CAST.iter().find(|(name, ..)| *name == agent).map(|(name, role, team)| Profile {
        id: id(name),
        name: (*name).to_owned(),
        role: *role,
        teams: vec![id(team)],
        capacity,
        skills: SKILLS
            .iter()
            .filter(|(who, _)| *who == agent)
            .map(|(_, skill)| id(skill))
            .collect(),
    })
}

/// An agent of the cast, as a caller.
pub(crate) fn agent(name: &str) -> Caller {
    profile(name, 2).map_or_else(|| panic!("{name} is not of the cast"), Caller::Agent)
}

/// Each queue belongs to the team of the same name.
pub(crate) fn team_of(queue: &domain::QueueId) -> TeamId {
    id(queue.as_str())
}

/// The agents of the cast, as ids.
pub(crate) fn everybody() -> impl Iterator<Item = AgentId> {
    CAST.iter().map(|(name, ..)| id(name))
}

/// Compares a file of the repository with its wanted content; `UPDATE=1` writes the file.
pub(crate) fn committed(path: &str, wanted: &str) {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, wanted).unwrap();
        return;
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = |(_, (was, is)): &(usize, (&str, &str))| was != is;
    let drift = "is not what comes of the rules: UPDATE=1 cargo test -p rules writes it anew";
    if let Some((at, (was, is))) = found.lines().zip(wanted.lines()).enumerate().find(differs) {
        panic!("{path} {drift}. Line {}: {was:?} now {is:?}", at + 1);
    }
    assert!(found == wanted, "{path} {drift}. One of them goes on for longer.");
}

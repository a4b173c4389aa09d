//! The records of a workspace, and who may change them.

use std::fmt::Write as _;

use domain::workspace::{Reach, Right, reach};
use domain::{Profile, Refusal, Role};

use crate::pure::id;

const ROLES: [Role; 3] = [Role::Agent, Role::Manager, Role::Admin];

/// The table of `docs/permissions.md`.
fn table() -> String {
    let mut text = "| right | agent | manager | admin |\n|---|---|---|---|\n".to_owned();
    for right in Right::ALL {
        let cells = ROLES.map(|role| match reach(role, right) {
            Reach::Nowhere => "–",
            Reach::OwnTeams => "own teams",
            Reach::Everywhere => "yes",
        });
        writeln!(text, "| {} | {} |", words(right), cells.join(" | ")).unwrap();
    }
    text
}

/// `ChangeTeamSettings` as words.
fn words(right: Right) -> String {
    let name = format!("{right:?}");
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// F105. `BLESS=1 cargo test -p rules workspace` writes the table anew.
#[test]
fn the_table_of_permissions_is_the_one_in_the_documents() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (before, rest) = page.split_once("<!-- table -->\n").unwrap();
    let (shown, after) = rest.split_once("<!-- end -->").unwrap();
    if std::env::var("BLESS").is_ok() {
        let page = format!("{before}<!-- table -->\n{}<!-- end -->{after}", table());
        std::fs::write(path, page).unwrap();
        return;
    }
    assert_eq!(shown, table(), "run it once more with BLESS=1, and look at the difference");
}

fn person(role: Role, teams: &[&str]) -> Profile {
    Profile {
        id: id("pat"),
        name: "Pat".to_owned(),
        role,
        teams: teams.iter().map(|team| id(team)).collect(),
        capacity: 5,
        skills: Vec::new(),
    }
}

/// F105
#[test]
fn a_manager_reaches_the_own_teams_only_an_admin_everything_and_an_agent_nothing() {
    let (support, sales) = ([id("support")], [id("sales")]);
    for right in Right::ALL {
        let may = |role, teams: &[domain::TeamId]| person(role, &["support"]).may(right, teams);
        let outcome = |role, teams: &[domain::TeamId]| may(role, teams).is_ok();
        assert!(outcome(Role::Admin, &sales) && outcome(Role::Admin, &[]), "{right:?}");
        assert!(matches!(may(Role::Agent, &support), Err(Refusal::Forbidden { .. })), "{right:?}");
        let manager = [outcome(Role::Manager, &support), outcome(Role::Manager, &sales)];
        let expected = match reach(Role::Manager, right) {
            Reach::Nowhere => [false, false],
            Reach::OwnTeams => [true, false],
            Reach::Everywhere => [true, true],
        };
        assert_eq!(manager, expected, "{right:?}");
        assert!(!may(Role::Agent, &[]).unwrap_err().to_string().is_empty());
    }
}

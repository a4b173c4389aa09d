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
        let why = may(Role::Agent, &[]).unwrap_err().to_string();
        assert!(why.contains("only managers") || why.contains("only admins"), "{right:?}: {why}");
    }
}

mod among_records {
    use std::collections::BTreeMap;

    use domain::workspace::{Asset, Blocked, Member, Queue, Records, Team};
    use domain::{AssetId, Profile, QueueId, Role, TeamId};

    use super::person;
    use crate::pure::id;

    /// Team Support with queue Support, team Sales without one, a retired team and queue, and the
    /// web chat that leads to Support. Pat is an admin; Quinn, who has left, was one.
    struct House {
        teams: BTreeMap<TeamId, Team>,
        queues: BTreeMap<QueueId, Queue>,
        assets: BTreeMap<AssetId, Asset>,
        people: Vec<(Profile, &'static str, bool)>,
    }

    fn team(name: &str, retired: bool) -> Team {
        Team { id: id(&name.to_lowercase()), name: name.to_owned(), retired }
    }

    fn queue(name: &str, serves: &str, retired: bool) -> Queue {
        Queue { id: id(&name.to_lowercase()), name: name.to_owned(), team: id(serves), retired }
    }

    fn asset(name: &str, account: &str, leads_to: &str) -> Asset {
        Asset {
            id: id(&name.to_lowercase()),
            name: name.to_owned(),
            channel: "web".to_owned(),
            account: account.to_owned(),
            queue: id(leads_to),
            teams: Vec::new(),
            retired: false,
        }
    }

    fn named(agent: &str, role: Role, teams: &[&str]) -> Profile {
        Profile { id: id(agent), name: agent.to_owned(), ..person(role, teams) }
    }

    impl House {
        fn new() -> Self {
            let teams = [team("Support", false), team("Sales", false), team("Old", true)];
            let queues = [queue("Support", "support", false), queue("Gone", "old", true)];
            let assets = [asset("Chat", "chat", "support")];
            Self {
                teams: teams.map(|t| (t.id.clone(), t)).into(),
                queues: queues.map(|q| (q.id.clone(), q)).into(),
                assets: assets.map(|a| (a.id.clone(), a)).into(),
                people: vec![
                    (named("pat", Role::Admin, &["old"]), "pat@x.test", true),
                    (named("quinn", Role::Admin, &[]), "quinn@x.test", false),
                    (named("rob", Role::Agent, &["support"]), "rob@x.test", true),
                ],
            }
        }

        fn records(&self) -> Records<'_> {
            Records {
                teams: &self.teams,
                queues: &self.queues,
                assets: &self.assets,
                agents: self
                    .people
                    .iter()
                    .map(|(profile, email, active)| Member {
                        profile,
                        email,
                        active: *active,
                        enters: true,
                    })
                    .collect(),
            }
        }
    }

    fn code<T>(outcome: Result<T, Blocked>) -> Option<(&'static str, &'static str)> {
        let blocked = outcome.err()?;
        assert!(!blocked.remedy().is_empty() && !blocked.to_string().is_empty());
        Some((blocked.code(), blocked.field()))
    }

    #[test]
    fn a_name_belongs_to_one_record_of_its_kind_that_is_in_use() {
        let house = House::new();
        let records = house.records();
        let new = |name: &str| Team { id: id("new"), name: name.to_owned(), retired: false };
        assert_eq!(code(records.allow_team(&new("SUPPORT"))), Some(("name_taken", "name")));
        assert_eq!(code(records.allow_team(&new("Old"))), None, "a retired name is free");
        assert_eq!(code(records.allow_team(&new("Other"))), None);
        assert_eq!(code(records.allow_team(&team("Support", false))), None, "its own name");
        let mut two = queue("Support", "sales", false);
        two.id = id("two");
        assert_eq!(code(records.allow_queue(&two, 0)), Some(("name_taken", "name")));
        two.name = "Gone".to_owned();
        assert_eq!(code(records.allow_queue(&two, 0)), None);
        let mut chat = asset("Chat", "other", "support");
        chat.id = id("two");
        assert_eq!(code(records.allow_asset(&chat)), Some(("name_taken", "name")));
    }

    #[test]
    fn a_team_retires_once_no_queue_and_no_asset_needs_it() {
        let mut house = House::new();
        let retired = |name| team(name, true);
        let used = house.records().allow_team(&retired("Support")).unwrap_err();
        assert_eq!((used.code(), used.field()), ("in_use", "retired"));
        assert!(used.to_string().contains("queue Support"), "{used}");
        assert_eq!(code(house.records().allow_team(&retired("Sales"))), None);
        assert_eq!(code(house.records().allow_team(&retired("Old"))), None, "its queue is gone");
        let chat = house.assets.get_mut(&id::<AssetId>("chat")).unwrap();
        chat.teams = vec![id("sales")];
        let used = house.records().allow_team(&retired("Sales")).unwrap_err().to_string();
        assert!(used.contains("asset Chat"), "{used}");
        house.assets.get_mut(&id::<AssetId>("chat")).unwrap().retired = true;
        assert_eq!(code(house.records().allow_team(&retired("Sales"))), None);
    }

    #[test]
    fn a_queue_retires_once_no_asset_leads_to_it_and_nobody_waits_in_it() {
        let mut house = House::new();
        let retired = queue("Support", "support", true);
        let used = house.records().allow_queue(&retired, 2).unwrap_err().to_string();
        assert!(used.contains("asset Chat") && used.contains("2 waiting"), "{used}");
        house.assets.get_mut(&id::<AssetId>("chat")).unwrap().retired = true;
        let waits = house.records().allow_queue(&retired, 1);
        assert_eq!(code(waits), Some(("in_use", "retired")));
        assert_eq!(code(house.records().allow_queue(&retired, 0)), None);
        let bare = queue("Bare", "sales", true);
        assert_eq!(code(house.records().allow_queue(&bare, 0)), None);
    }

    #[test]
    fn a_record_names_teams_and_queues_that_are_in_use_only() {
        let house = House::new();
        let records = house.records();
        for serves in ["old", "nowhere"] {
            let outcome = records.allow_queue(&queue("New", serves, false), 0);
            assert_eq!(code(outcome), Some(("unknown_record", "team")), "{serves}");
        }
        for leads_to in ["gone", "nowhere"] {
            let outcome = records.allow_asset(&asset("New", "new", leads_to));
            assert_eq!(code(outcome), Some(("unknown_record", "queue")), "{leads_to}");
        }
        let mut shared = asset("New", "new", "support");
        shared.teams = vec![id("sales"), id("old")];
        assert_eq!(code(records.allow_asset(&shared)), Some(("unknown_record", "teams")));
        shared.retired = true;
        assert_eq!(code(records.allow_asset(&shared)), None, "history may name what is gone");
    }

    #[test]
    fn an_account_is_one_asset_of_its_channel() {
        let mut house = House::new();
        let other = |channel: &str| {
            let mut other = asset("Other", "chat", "support");
            channel.clone_into(&mut other.channel);
            other
        };
        let taken = house.records().allow_asset(&other("web"));
        assert_eq!(code(taken), Some(("account_taken", "account")));
        assert_eq!(code(house.records().allow_asset(&other("whatsapp"))), None);
        assert_eq!(code(house.records().allow_asset(&asset("Chat", "chat", "support"))), None);
        house.assets.get_mut(&id::<AssetId>("chat")).unwrap().retired = true;
        assert_eq!(code(house.records().allow_asset(&other("web"))), None);
    }

    #[test]
    fn an_e_mail_address_is_one_agents_in_any_letter_case() {
        let house = House::new();
        let records = house.records();
        let profile = named("sam", Role::Agent, &["support"]);
        let sam = |email| Member { profile: &profile, email, active: true, enters: true };
        let taken = records.allow_agent(sam("ROB@x.test"));
        assert_eq!(code(taken), Some(("email_taken", "email")));
        let left = records.allow_agent(sam("quinn@x.test"));
        assert_eq!(code(left), Some(("email_taken", "email")), "also of one who has left");
        assert_eq!(code(records.allow_agent(sam("sam@x.test"))), None);
        assert_eq!(records.agent(&id("rob")).unwrap().email, "rob@x.test");
        assert_eq!(records.agent(&id("sam")), None);
    }

    #[test]
    fn an_agent_joins_teams_that_are_in_use_and_keeps_one_that_retired() {
        let house = House::new();
        let records = house.records();
        let may = |agent: &str, role, teams: &[&str], email| {
            let profile = named(agent, role, teams);
            code(records.allow_agent(Member {
                profile: &profile,
                email,
                active: true,
                enters: true,
            }))
        };
        let unknown = Some(("unknown_record", "teams"));
        assert_eq!(may("sam", Role::Agent, &["old"], "sam@x.test"), unknown);
        assert_eq!(may("rob", Role::Agent, &["support", "old"], "rob@x.test"), unknown);
        assert_eq!(may("pat", Role::Admin, &["old", "sales"], "pat@x.test"), None);
    }

    #[test]
    fn an_admin_who_can_sign_in_is_left() {
        let mut house = House::new();
        let may = |house: &House, agent: &str, role, active| {
            let (profile, email) = (named(agent, role, &[]), format!("{agent}@x.test"));
            let member = Member { profile: &profile, email: &email, active, enters: true };
            code(house.records().allow_agent(member))
        };
        assert_eq!(may(&house, "pat", Role::Manager, true), Some(("last_admin", "role")));
        assert_eq!(may(&house, "pat", Role::Admin, false), Some(("last_admin", "active")));
        assert_eq!(may(&house, "pat", Role::Admin, true), None);
        assert_eq!(may(&house, "quinn", Role::Agent, true), None, "Quinn cannot sign in anyway");
        house.people[1].2 = true;
        assert_eq!(may(&house, "pat", Role::Agent, false), None);
    }

    #[test]
    fn an_admin_who_never_signed_in_does_not_count_as_one_who_is_left() {
        let house = House::new();
        let mut records = house.records();
        for member in &mut records.agents {
            member.enters = member.profile.id.as_str() == "pat";
        }
        let (profile, email) = (named("pat", Role::Agent, &[]), "pat@x.test");
        let wanted = Member { profile: &profile, email, active: true, enters: true };
        assert_eq!(code(records.allow_agent(wanted)), Some(("last_admin", "role")));
    }

    #[test]
    fn a_record_in_use_is_stored_as_it_was_before_records_could_retire() {
        let kept = |retired| serde_json::to_value(team("Sales", retired)).unwrap();
        assert_eq!(kept(false), serde_json::json!({"id": "sales", "name": "Sales"}));
        assert_eq!(kept(true)["retired"], true);
        let read: Team = serde_json::from_value(kept(false)).unwrap();
        assert!(!read.retired);
    }

    #[test]
    fn each_reason_has_a_remedy_of_its_own() {
        let name = || "x".to_owned();
        let all = [
            Blocked::NameTaken { kind: "team", name: name(), other: name() },
            Blocked::EmailTaken { email: name(), other: name() },
            Blocked::AccountTaken { account: name(), other: name() },
            Blocked::Unknown { kind: "team", id: name(), field: "team" },
            Blocked::InUse { kind: "queue", by: name() },
            Blocked::LastAdmin { name: name(), field: "role" },
        ];
        let remedies: std::collections::BTreeSet<&str> = all.iter().map(Blocked::remedy).collect();
        assert_eq!(remedies.len(), all.len());
    }
}

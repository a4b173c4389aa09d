//! Many agents at once, from a table.

use serde_json::{Value, json};

use crate::world::{World, asks, reads};

async fn imports(world: &World, csv: &str, dry_run: bool, from: Option<u64>) -> (i64, Value) {
    let body = json!({"csv": csv, "dry_run": dry_run, "from": from});
    asks(world, "ada", "POST", "/v1/agents/import", body).await
}

fn fates(report: &Value) -> Vec<(&str, &str)> {
    let rows = report["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let refused = &row["refused"];
            let fault = refused["field"].as_str().or_else(|| refused["code"].as_str());
            (row["fate"].as_str().unwrap(), fault.unwrap_or(""))
        })
        .collect()
}

#[tokio::test]
async fn a_dry_run_tells_the_fate_of_each_row_and_changes_nothing() {
    let world = World::new().await;
    let csv = "\u{feff}E-Mail;Name;Role;Teams;Capacity;Department\r\n\
               kim@demo.test;Kim Lee;agent;Support, Sales;7;Ops\r\n\
               MARK@demo.test;;;;9;\r\n\
               martha@demo.test;;;;;\r\n\
               kim@demo.test;Other;;;;\r\n\
               nobody;X;;;;\r\n\
               zoe@demo.test;Zoe;queen;;;\r\n\
               zoe2@demo.test;Zoe;;Nowhere;;\r\n\
               zoe3@demo.test;Zoe;;;many;\r\n\
               zoe4@demo.test;Zoe;;;99;\r\n";
    let (status, report) = imports(&world, csv, true, None).await;
    assert_eq!(status, 200, "{report}");
    assert_eq!(
        fates(&report),
        [
            ("new", ""),
            ("changed", ""),
            ("unchanged", ""),
            ("refused", "email"),
            ("refused", "email"),
            ("refused", "role"),
            ("refused", "teams"),
            ("refused", "capacity"),
            ("refused", "capacity"),
        ]
    );
    assert_eq!(report["rows"][1]["changes"], json!(["capacity"]));
    assert_eq!(report["rows"][1]["agent"], "mark");
    assert_eq!(report["ignored"], json!(["Department"]));
    assert!(report.get("next").is_none());
    let people = reads(&world, "ada", "/v1/workspace").await["agents"].to_string();
    assert!(!people.contains("kim@demo.test"));

    let (_, done) = imports(&world, csv, false, None).await;
    assert_eq!(fates(&done), fates(&report));
    let people = reads(&world, "ada", "/v1/workspace").await;
    let kim = people["agents"].as_array().unwrap().iter().find(|a| a["id"] == "kim").unwrap();
    assert_eq!(kim["teams"], json!(["support", "sales"]));
    assert_eq!((&kim["capacity"], &kim["changed_by"]), (&json!(7), &json!("ada")));
    let (_, again) = imports(&world, csv, false, None).await;
    assert_eq!(&fates(&again)[..3], [("unchanged", ""); 3], "repeating changes nothing more");
}

#[tokio::test]
async fn ten_thousand_rows_go_in_parts() {
    let world = World::new().await;
    let mut csv = "email\n".to_owned();
    for n in 0..450 {
        csv.push_str(&format!("agent.{n}@demo.test\n"));
    }
    let (mut from, mut parts) = (None, 0);
    loop {
        let (status, report) = imports(&world, &csv, false, from).await;
        assert_eq!(status, 200);
        assert_eq!(report["total"], 450);
        parts += 1;
        from = report["next"].as_u64();
        if from.is_none() {
            break;
        }
    }
    assert_eq!(parts, 3);
    let people = reads(&world, "ada", "/v1/workspace").await["agents"].clone();
    let imported = people
        .as_array()
        .unwrap()
        .iter()
        .filter(|a| a["email"].as_str().unwrap().starts_with("agent."));
    assert_eq!(imported.count(), 450);
    let many = format!("email\n{}", "x@demo.test\n".repeat(10_001));
    let (status, refused) = imports(&world, &many, true, None).await;
    assert_eq!((status, &refused["error"]["field"]), (400, &json!("csv")));
}

#[tokio::test]
async fn nobody_but_an_admin_imports_and_no_table_locks_the_admins_out() {
    let world = World::new().await;
    let body = json!({"csv": "email\na@demo.test\n", "dry_run": true});
    for who in ["mark", "olga"] {
        assert_eq!(asks(&world, who, "POST", "/v1/agents/import", body.clone()).await.0, 403);
    }
    let (_, report) = imports(&world, "email,role\nada@demo.test,agent\n", false, None).await;
    assert_eq!(fates(&report)[0].0, "refused", "{report}");
    asks(&world, "ada", "PUT", "/v1/agents/martha", json!({"active": false})).await;
    let (_, report) = imports(&world, "email,name\nmartha@demo.test,M\n", false, None).await;
    assert_eq!(fates(&report), [("refused", "email")], "who has left is not changed by a table");
}

#[tokio::test]
async fn an_address_that_stands_twice_is_refused_in_a_later_part_as_in_the_dry_run() {
    let world = World::new().await;
    let mut csv = "email,name\n".to_owned();
    for n in 0..205 {
        csv.push_str(&format!("agent.{n}@demo.test,Agent {n}\n"));
    }
    csv.push_str("agent.0@demo.test,Somebody else\n");
    let (_, tried) = imports(&world, &csv, true, None).await;
    let (_, first) = imports(&world, &csv, false, None).await;
    let (_, second) = imports(&world, &csv, false, first["next"].as_u64()).await;
    let both = [fates(&first), fates(&second)].concat();
    assert_eq!(both, fates(&tried));
    assert_eq!(both[205], ("refused", "email"));
}

#[tokio::test]
async fn an_import_and_other_changes_of_records_do_not_get_in_each_others_way() {
    let world = World::new().await;
    let mut csv = "email\n".to_owned();
    for n in 0..150 {
        csv.push_str(&format!("agent.{n}@demo.test\n"));
    }
    let teams = async {
        for n in 0..10 {
            let body = json!({"version": 0, "name": format!("Team {n}")});
            assert_eq!(asks(&world, "ada", "PUT", &format!("/v1/teams/t{n}"), body).await.0, 200);
        }
    };
    let ((status, report), ()) = tokio::join!(imports(&world, &csv, false, None), teams);
    assert_eq!(status, 200, "{report}");
    assert!(fates(&report).iter().all(|fate| *fate == ("new", "")));
}

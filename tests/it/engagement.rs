//! Requests to colleagues in a list: by person, kind, status, outcome and period (F4, F107).

use crate::world::scene::{SMITH, does, no, offer, people, taken, talk};
use crate::world::{World, asks, reads};
use domain::Millis;
use serde_json::{Value, json};

async fn listed(world: &World, who: &str, query: &str) -> Vec<String> {
    let page = reads(world, who, &format!("/v1/engagements?{query}")).await;
    let all = page["engagements"].as_array().unwrap();
    all.iter().map(|e| e["note"].as_str().unwrap_or("talk").to_owned()).collect()
}

/// Mark asks Martha three times: she rejects, he withdraws, they talk and it helps.
async fn a_morning(world: &World) -> i64 {
    let began = world.now().0;
    let [mark, martha] = people(world, ["mark", "martha"]).await;
    let conversation = taken(world, &mark, SMITH).await;
    let ask =
        |kind: &str, note: &str| json!({"type": kind, "to": {"agent": "martha"}, "note": note});
    let later = || world.stand_still_until(world.now() + Millis::seconds(1));
    let first = offer(&mark, &conversation, ask("discuss", "rejected")).await;
    does(&martha, &conversation, no(&first, "Busy")).await;
    later();
    let second = offer(&mark, &conversation, ask("assign", "withdrawn")).await;
    let back = json!({"type": "withdraw_offer", "offer": second, "reason": "Solved"});
    does(&mark, &conversation, back).await;
    later();
    let discussion = talk(&mark, &martha, &conversation).await;
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true});
    does(&mark, &conversation, end).await;
    later();
    world.project().await;
    began
}

#[tokio::test]
async fn requests_are_found_by_kind_status_outcome_and_person() {
    let world = World::new().await;
    let began = a_morning(&world).await;
    let all = ["talk", "withdrawn", "rejected"];
    for (query, wanted) in [
        (format!("from={began}"), &all[..]),
        ("agent=martha".to_owned(), &all[..]),
        (format!("from={began}&kind=assign"), &["withdrawn"]),
        (format!("from={began}&kind=discuss,assign"), &all[..]),
        (format!("from={began}&kind=conference"), &[]),
        (format!("from={began}&status=rejected,withdrawn"), &["withdrawn", "rejected"]),
        (format!("from={began}&status=accepted&outcome=resolved"), &["talk"]),
        (format!("from={began}&outcome=unresolved"), &[]),
        (format!("agent=martha&from={began}&status=rejected"), &["rejected"]),
        (format!("from={}", world.now().0), &[]),
    ] {
        assert_eq!(listed(&world, "olga", &query).await, wanted, "{query}");
    }
    assert_eq!(listed(&world, "mark", "status=withdrawn").await, ["withdrawn"]);
    let (status, told) =
        asks(&world, "mark", "GET", &format!("/v1/engagements?from={began}"), Value::Null).await;
    assert_eq!((status, &told["error"]["code"]), (403, &json!("forbidden")));
    for field in ["kind", "status", "outcome", "undone"] {
        let route = format!("/v1/engagements?{field}=nothing");
        let (status, told) = asks(&world, "mark", "GET", &route, Value::Null).await;
        let error = &told["error"];
        assert_eq!((status, &error["code"]), (400, &json!("query_invalid")), "{field}");
        assert_eq!(error["field"], field);
    }
}

#[tokio::test]
async fn pages_of_a_filtered_list_hold_every_request_once() {
    let world = World::new().await;
    let began = world.now().0;
    let [mark, martha] = people(&world, ["mark", "martha"]).await;
    let conversation = taken(&world, &mark, SMITH).await;
    for n in 0..230 {
        world.stand_still_until(world.now() + Millis::seconds(1));
        let kind = if n % 2 == 0 { "discuss" } else { "confer" };
        let ask = json!({"type": kind, "to": {"agent": "martha"}, "note": format!("{n}")});
        let asked = offer(&mark, &conversation, ask).await;
        does(&martha, &conversation, no(&asked, "Busy")).await;
    }
    world.project().await;
    for whose in [format!("from={began}"), "agent=martha".to_owned()] {
        let (mut found, mut cursor, mut pages) = (Vec::new(), String::new(), 0);
        loop {
            let query = format!("/v1/engagements?{whose}&kind=discuss{cursor}");
            let page = reads(&world, "olga", &query).await;
            let all = page["engagements"].as_array().unwrap();
            found.extend(all.iter().map(|e| e["note"].as_str().unwrap().parse::<u32>().unwrap()));
            pages += 1;
            let Some(next) = page["cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        let wanted: Vec<u32> = (0..230).rev().filter(|n| n % 2 == 0).collect();
        assert_eq!((found, pages), (wanted, 2), "{whose}");
    }
}

//! The cost of work: requests and units as DynamoDB reports them, counted at the SDK's seam. `make
//! budgets` prints the table.

use crate::file::fetch::waiting;
use crate::world::{Meter, Visitor, World, sqs};
use domain::Millis;
use serde_json::json;

const SMITH: &str = "16505551234";

pub struct Budget {
    what: &'static str,
    requests: u32,
    writes: f64,
    reads: f64,
}

pub fn hold(budget: &Budget, spent: &[Meter]) {
    let n = spent.len() as f64;
    let average = |part: fn(&Meter) -> f64| spent.iter().map(part).sum::<f64>() / n;
    let (requests, writes, reads, posts) = (
        average(|m| f64::from(m.requests)),
        average(|m| m.writes),
        average(|m| m.reads),
        average(|m| f64::from(m.posts)),
    );
    println!(
        "BUDGET | {:<52} | {requests:>4.1} of {:>2} | {writes:>4.1} of {:>4.1} | {reads:>4.1} of {:>4.1} | {posts:>4.1}",
        budget.what, budget.requests, budget.writes, budget.reads
    );
    assert!(requests <= f64::from(budget.requests), "{}: {requests} requests", budget.what);
    assert!(writes <= budget.writes, "{}: {writes} write units", budget.what);
    assert!(reads <= budget.reads, "{}: {reads} read units", budget.what);
}

pub const fn budget(what: &'static str, requests: u32, writes: f64, reads: f64) -> Budget {
    Budget { what, requests, writes, reads }
}

fn three_hundred_bytes() -> String {
    "The kettle leaks at the handle. ".repeat(10).chars().take(300).collect()
}

#[tokio::test]
async fn work_stays_within_its_budget() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let text = three_hundred_bytes();
    let send = json!({"type": "send", "content": {"kind": "text", "text": text}});
    let say = |discussion: &str| json!({"type": "say", "discussion": discussion, "text": text});
    let seen = async || Some(world.state(&world.thread(SMITH)).await.seq);
    world.customer_writes(SMITH, &text).await;
    let conversation = format!("{}-1", world.thread(SMITH));

    world.wires.spent();
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    hold(&budget("accept from the queue", 3, 6.0, 8.0), &[world.wires.spent()]);

    let mut spent = Vec::new();
    for _ in 0..20 {
        world.stand_still_until(world.now() + Millis::seconds(7));
        world.wires.spent();
        world.customer_writes(SMITH, &text).await;
        spent.push(world.wires.spent());
    }
    hold(&budget("customer's message, known and assigned", 3, 2.2, 1.5), &spent);

    let (mut sends, mut comments) = (Vec::new(), Vec::new());
    for n in 0..20 {
        let position = seen().await;
        world.wires.spent();
        let id = format!("message-{n:04}");
        mark.does_as(&id, "messaging", &conversation, position, send.clone()).await;
        sends.push(world.wires.spent());
        world.deliver().await;
        let position = seen().await;
        world.wires.spent();
        let (id, comment) = (format!("comment-{n:04}"), json!({"type": "comment", "text": text}));
        mark.does_as(&id, "messaging", &conversation, position, comment).await;
        comments.push(world.wires.spent());
    }
    // The first message arms the inactivity timer, in one transaction with it.
    hold(&budget("agent's message that arms the inactivity timer", 2, 6.0, 4.0), &sends[..1]);
    hold(&budget("agent's message", 2, 1.2, 4.0), &sends[1..]);
    hold(&budget("comment", 2, 1.2, 4.0), &comments);

    let position = seen().await;
    world.wires.spent();
    let discuss = json!({"type": "discuss", "to": "martha"});
    let ack = mark.does_as("discuss-0001", "discuss", &conversation, position, discuss).await;
    hold(&budget("discuss request", 3, 8.0, 8.0), &[world.wires.spent()]);

    let offer = format!("{}-o{}", world.thread(SMITH), ack["seq"]);
    let position = seen().await;
    world.wires.spent();
    let accept = json!({"type": "accept_offer", "offer": offer});
    martha.does_as("accept-0001", "assignment", &conversation, position, accept).await;
    hold(&budget("accept a discuss offer", 3, 6.0, 8.0), &[world.wires.spent()]);

    let discussion = offer.replace("-o", "-d");
    let mut talk = Vec::new();
    for n in 0..20 {
        let position = seen().await;
        world.wires.spent();
        let id = format!("say-{n:05}");
        let speaker = if n % 2 == 0 { &mark } else { &martha };
        speaker.does_as(&id, "discuss", &conversation, position, say(&discussion)).await;
        talk.push(world.wires.spent());
    }
    hold(&budget("discussion message", 2, 1.2, 4.0), &talk);

    let position = seen().await;
    world.wires.spent();
    let assign = json!({"type": "assign", "to": "martha"});
    let end = json!({"type": "end_discussion", "discussion": discussion, "resolved": true});
    mark.does_as("end-00001", "discuss", &conversation, position, end).await;
    hold(&budget("end a discussion", 3, 8.0, 8.0), &[world.wires.spent()]);

    let position = seen().await;
    world.wires.spent();
    let ack = mark.does_as("assign-0001", "assignment", &conversation, position, assign).await;
    hold(&budget("assign request", 3, 8.0, 8.0), &[world.wires.spent()]);

    let offer = format!("{}-o{}", world.thread(SMITH), ack["seq"]);
    let position = seen().await;
    world.wires.spent();
    let accept = json!({"type": "accept_offer", "offer": offer});
    martha.does_as("accept-0002", "assignment", &conversation, position, accept).await;
    hold(&budget("accept an assign offer", 3, 6.0, 8.0), &[world.wires.spent()]);

    let position = seen().await;
    world.wires.spent();
    let transfer = json!({"type": "transfer", "to": {"agent": "mark"}});
    martha.does_as("transfer-001", "transfer", &conversation, position, transfer).await;
    hold(&budget("transfer at once", 3, 8.0, 8.0), &[world.wires.spent()]);

    let positions = json!({world.thread(SMITH).to_string(): seen().await});
    world.wires.spent();
    let frames = mark.says(json!({"action": "ping", "positions": positions})).await;
    assert!(frames.iter().all(|f| f["type"] != "snapshot"));
    hold(&budget("resume, nothing missed", 2, 0.0, 4.0), &[world.wires.spent()]);

    world.call("timers", json!({"source": "aws.events"})).await;
    world.stand_still_until(world.now() + Millis::minutes(1));
    world.wires.spent();
    world.call("timers", json!({"source": "aws.events"})).await;
    hold(&budget("idle minute of the timer sweep", 5, 1.0, 8.0), &[world.wires.spent()]);
}

#[tokio::test]
async fn a_customers_file_stays_within_its_budget() {
    let world = World::new().await;
    let message = waiting(&world).await;
    world.wires.spent();
    world.call("deliver", sqs(&message)).await;
    let file = budget("customer's file, fetched and kept", 2, 2.0, 1.0);
    hold(&file, &[world.wires.spent()]);
}

#[tokio::test]
async fn the_managers_views_stay_within_their_budgets() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    world.customer_writes(SMITH, "hello").await;
    let conversation = format!("{}-1", world.thread(SMITH));
    mark.does("assignment", &conversation, json!({"type": "accept"})).await;
    world.project().await;
    let send = json!({"type": "send", "content": {"kind": "text", "text": "Hello"}});
    let (mut first, mut further) = (Vec::new(), Vec::new());
    for spent in [&mut first, &mut further] {
        world.stand_still_until(world.now() + Millis::seconds(1));
        mark.does("messaging", &conversation, send.clone()).await;
        world.wires.spent();
        world.project().await;
        spent.push(world.wires.spent());
    }
    // The summary for the list and the board's copy, and the count: the count's item and the
    // summary's, twice each for the transaction.
    hold(&budget("projection: a first answer", 4, 6.0, 1.0), &first);
    hold(&budget("projection: an agent's message", 2, 2.0, 1.0), &further);
    for n in 0..60 {
        world.stand_still_until(world.now() + Millis::seconds(1));
        let discuss = json!({"type": "discuss", "to": "martha"});
        let ack = mark.does("discuss", &conversation, discuss).await;
        let offer = format!("{}-o{}", world.thread(SMITH), ack["seq"]);
        let reject = json!({"type": "reject_offer", "offer": offer, "reason": format!("No {n}")});
        martha.does("assignment", &conversation, reject).await;
    }
    world.project().await;
    world.wires.spent();
    world.api("olga", "GET", "/v1/board?team=support", "").await;
    // The queues of the team, the workloads, four shards of open conversations, the day's counts,
    // the agents' last activity, the day's offers, and the newest fifty of their records, half a
    // unit each.
    hold(&budget("board of a team, fifty offers", 12, 0.0, 40.0), &[world.wires.spent()]);
}

#[tokio::test]
async fn marks_and_mentions_stay_within_their_budgets() {
    let world = World::new().await;
    let mark = world.agent("mark").await;
    let text = three_hundred_bytes();
    world.customer_writes(SMITH, &text).await;
    world.project().await;
    let conversation = format!("{}-1", world.thread(SMITH));
    let position = Some(world.state(&world.thread(SMITH)).await.seq);
    world.wires.spent();
    let tag = json!({"type": "tag", "add": ["Recall", "Kettle"]});
    mark.does_as("tag-00001", "assignment", &conversation, position, tag).await;
    // The entry and the row, twice each for the transaction; the summary says which line it keeps.
    hold(&budget("tag of a conversation that waits", 3, 4.0, 4.0), &[world.wires.spent()]);

    let away = json!({"presence": "away", "reason": "Lunch"}).to_string();
    world.api("olga", "GET", "/v1/me", "").await;
    world.wires.spent();
    world.api("olga", "PUT", "/v1/agents/mark/presence", &away).await;
    // The manager's session, which may have ended; the workload and the manager who set it; then the
    // agent's sockets, and the workload for the answer.
    hold(&budget("presence set by a manager", 4, 4.0, 3.0), &[world.wires.spent()]);

    for n in 0..5 {
        world.stand_still_until(world.now() + Millis::seconds(1));
        let remark =
            json!({"type": "comment", "text": format!("remark {n}"), "mentions": ["mark"]});
        mark.does("messaging", &conversation, remark).await;
    }
    world.wires.spent();
    let seen = json!({"at": world.now().0}).to_string();
    world.api("mark", "PUT", "/v1/mentions/seen", &seen).await;
    // The agent's session, which may have ended, is one of the reads.
    hold(&budget("mentions looked at", 4, 1.0, 3.0), &[world.wires.spent()]);
}

#[tokio::test]
async fn pushes_to_colleagues_and_visitors_stay_within_their_budgets() {
    let world = World::new().await;
    let (mark, martha) = (world.agent("mark").await, world.agent("martha").await);
    let text = three_hundred_bytes();
    let mut directs = Vec::new();
    for n in 0..40 {
        let (from, to) = if n % 2 == 0 { (&mark, "martha") } else { (&martha, "mark") };
        let id = format!("0199a4b2-9001-7c31-9f2e-{n:012}");
        world.wires.spent();
        from.says(json!({"action": "direct", "id": id, "to": to, "text": text})).await;
        directs.push(world.wires.spent());
    }
    // The message and two pointers, each counted twice for the transaction; with 32 ids in its
    // memory a message fills a second kilobyte. The function reads the newest message, two
    // workloads and two pointers.
    hold(&budget("direct message", 3, 8.0, 6.0), &directs);
    world.wires.spent();
    martha.says(json!({"action": "direct_read", "with": "mark", "seq": 40})).await;
    hold(&budget("read position of a direct talk", 3, 1.0, 2.0), &[world.wires.spent()]);

    world.fan_out().await;
    world.wires.spent();
    mark.says(json!({"action": "presence", "presence": "away", "reason": "Lunch"})).await;
    hold(&budget("presence changed by hand", 1, 1.0, 0.0), &[world.wires.spent()]);
    world.fan_out().await;
    hold(&budget("fanout: one colleague's presence", 1, 0.0, 1.0), &[world.wires.spent()]);

    let mut visitors = Vec::new();
    for n in 0..10 {
        world.stand_still_until(world.now() + Millis::seconds(1));
        let visitor = Visitor::connect(&world, &format!("visitor-{n}")).await;
        visitor.writes("hello").await;
        visitors.push(visitor);
    }
    world.fan_out().await;
    let first = format!("{}-1", visitors[0].thread());
    martha.does("assignment", &first, json!({"type": "accept"})).await;
    world.wires.spent();
    world.fan_out().await;
    hold(&budget("fanout: a queue moves, 9 visitors wait", 3, 0.0, 16.0), &[world.wires.spent()]);
    world.wires.spent();
    visitors[9].sends("connection", &json!({"action": "ping", "after": 1})).await;
    hold(&budget("ping of a visitor who waits", 3, 0.0, 3.0), &[world.wires.spent()]);
}

#[tokio::test]
async fn many_requests_at_once_read_the_directory_once() {
    let world = World::new().await;
    world.app.refresh_directory();
    world.wires.spent();
    let all = futures_util::future::join_all((0..50).map(|_| world.app.directory())).await;
    let read = world.wires.spent();
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    hold(&budget("the directory, wanted by fifty at once", 2, 0.0, 8.0), &[read]);

    world.app.directory().await.expect("it is remembered");
    assert_eq!(world.wires.spent().requests, 0, "what is known is not read again");
}

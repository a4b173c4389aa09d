//! Dead letters handed in again: all of them, at a rate, and none lost whatever happens.

use serde_json::json;

use super::cloud::Cloud;
use super::run;

const STACK: [&str; 6] = ["--home", "aws", "--stack", "acme", "--region", "eu-central-1"];

fn words<'a>(first: &[&'a str]) -> Vec<&'a str> {
    first.iter().copied().chain(STACK).collect()
}

fn fill(cloud: &Cloud, count: usize) {
    cloud.with_queue("OutboxDeadLetterQueue", |queue| {
        queue.letters = (0..count).map(|n| (format!("m-{n}"), format!("letter {n}"))).collect();
    });
}

/// The numbers of letters in the dead-letter queue, hidden ones included, and in the queue itself.
fn counts(cloud: &Cloud) -> (usize, usize) {
    let dead = cloud.queue("OutboxDeadLetterQueue");
    (dead.letters.len() + dead.hidden.len(), cloud.queue("OutboxQueue").letters.len())
}

#[tokio::test]
async fn ten_thousand_letters_are_handed_in_with_progress() {
    let cloud = Cloud::new().await;
    fill(&cloud, 10_000);
    let home = cloud.home().await.unwrap();
    let began = std::time::Instant::now();
    let said = run(&home, &words(&["dlq", "redrive", "outbox", "--rate", "4000"])).await;
    assert!(said.well().contains("10000 letters were handed in"), "{}", said.lines);
    assert_eq!(counts(&cloud), (0, 10_000));
    let took = began.elapsed().as_millis();
    assert!(took >= 2_400, "4,000 a second take 2.5 s, not {took} ms");
    assert!(said.notes.lines().count() >= 2, "progress is told: {}", said.notes);
    assert!(said.notes.contains("of about 10000 letters"), "{}", said.notes);
}

#[tokio::test]
async fn an_interruption_at_any_request_loses_no_letter_and_doubles_none_for_long() {
    for good in 0..12 {
        let cloud = Cloud::new().await;
        fill(&cloud, 25);
        let home = cloud.home().await.unwrap();
        cloud.with(|account| account.left = Some(good));
        let said = run(&home, &words(&["dlq", "redrive", "outbox"])).await;
        let (dead, handed) = counts(&cloud);
        assert!(dead + handed >= 25, "after {good} requests {dead} and {handed}");
        if good < 9 {
            assert!(said.refused().contains("no answer from sqs"), "{good}: {}", said.refused());
        }
        // The hidden letters appear again, and the same command goes on.
        cloud.with(|account| account.left = None);
        cloud.with_queue("OutboxDeadLetterQueue", |queue| {
            let hidden = std::mem::take(&mut queue.hidden);
            queue.letters.extend(hidden);
        });
        run(&home, &words(&["dlq", "redrive", "outbox"])).await.well();
        assert_eq!(counts(&cloud), (0, 25), "after {good} requests");
    }
}

#[tokio::test]
async fn a_letter_that_the_queue_refuses_stays_among_the_dead() {
    let cloud = Cloud::new().await;
    fill(&cloud, 12);
    cloud.with_queue("OutboxQueue", |queue| queue.refuses = Some("letter 7".to_owned()));
    let home = cloud.home().await.unwrap();
    let said = run(&home, &words(&["dlq", "redrive", "outbox", "--json"])).await;
    assert_eq!(said.values()[0], json!({"queue": "outbox", "moved": 11, "kept": 1}));
    assert_eq!(counts(&cloud), (1, 11));
}

#[tokio::test]
async fn a_dry_run_and_a_look_change_nothing() {
    let cloud = Cloud::new().await;
    fill(&cloud, 30);
    let home = cloud.home().await.unwrap();
    let said = run(&home, &words(&["dlq", "redrive", "outbox", "--dry-run"])).await;
    assert!(said.well().contains("30 letters would be handed in"), "{}", said.lines);
    let said = run(&home, &words(&["dlq", "show", "outbox", "--limit", "15"])).await;
    assert_eq!(said.well().lines().count(), 15);
    assert_eq!(counts(&cloud), (30, 0));
    assert!(cloud.queue("OutboxDeadLetterQueue").hidden.is_empty(), "letters appear again at once");
    let said = run(&home, &words(&["dlq", "list", "--json"])).await;
    let outbox = said.values().into_iter().find(|v| v["queue"] == "outbox").unwrap();
    assert_eq!((&outbox["letters"], &outbox["redrivable"]), (&json!(30), &json!(true)));
}

#[tokio::test]
async fn a_limit_holds_and_wrong_queues_are_sentences() {
    let cloud = Cloud::new().await;
    fill(&cloud, 30);
    let home = cloud.home().await.unwrap();
    run(&home, &words(&["dlq", "redrive", "outbox", "--limit", "13"])).await.well();
    assert_eq!(counts(&cloud), (17, 13));
    let said = run(&home, &words(&["dlq", "redrive", "stream"])).await.refused();
    assert!(said.contains("rebuild projections"), "{said}");
    let said = run(&home, &words(&["dlq", "show", "inbox"])).await.refused();
    assert!(said.contains("inbox is no queue") && said.contains("outbox"), "{said}");
}

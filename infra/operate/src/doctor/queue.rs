//! The queues: whether they are there, where their letters go, and how many are dead.

use serde_json::{Value, json};

use super::Findings;
use crate::aws::trouble::Trouble;
use crate::dead_letter;
use crate::home::{Home, Queue};

/// Lambda asks for six times the function's time-out of 30 seconds.
const VISIBILITY: u64 = 180;

/// Looks at all queues.
pub(super) async fn examine(home: &Home, found: &mut Findings) {
    for queue in &home.queues {
        let part = format!("queue {}", queue.name);
        if let Some(source) = queue.source.as_ref().filter(|_| home.stack().is_some()) {
            source_of(home, &part, source, found).await;
        }
        dead(home, &part, queue, found).await;
        if found.clean(&part) {
            found.good(part, "Its messages get through; none is dead.");
        }
    }
}

fn missing(part: &str, found: &mut Findings) {
    found.bad(
        part,
        "queue_missing",
        "The queue is not there.",
        "Deploy the stack again with another name for the queue's replacement: CloudFormation does \
         not see that somebody deleted it. Detect drift in its console shows what else is gone.",
    );
}

async fn source_of(home: &Home, part: &str, source: &str, found: &mut Findings) {
    if source.is_empty() {
        return missing(part, found);
    }
    let asked = json!({"QueueUrl": source, "AttributeNames": ["All"]});
    let answer = match home.caller.json("sqs", "AmazonSQS.GetQueueAttributes", &asked).await {
        Ok(answer) => answer,
        Err(Trouble::Missing { .. }) => return missing(part, found),
        Err(trouble) => return found.unseen("queues", &trouble),
    };
    let attributes = &answer["Attributes"];
    let text = |name: &str| attributes[name].as_str().unwrap_or_default();
    let policy: Value = serde_json::from_str(text("RedrivePolicy")).unwrap_or_default();
    if policy["deadLetterTargetArn"].as_str().is_none_or(str::is_empty) {
        found.bad(
            part,
            "dead_letters_detached",
            "The queue has no dead-letter queue: messages that fail are repeated for days, then lost.",
            "Set the queue's RedrivePolicy to its dead-letter queue: deploy the stack again.",
        );
    }
    let visibility: u64 = text("VisibilityTimeout").parse().unwrap_or(0);
    if visibility < VISIBILITY {
        found.bad(
            part,
            "visibility_short",
            format!(
                "Messages appear again after {visibility} s, while a function still works on them."
            ),
            format!(
                "Set the queue's visibility time-out to {VISIBILITY} s: deploy the stack again."
            ),
        );
    }
}

async fn dead(home: &Home, part: &str, queue: &Queue, found: &mut Findings) {
    if queue.dead.is_empty() {
        return missing(part, found);
    }
    let letters = match dead_letter::count(home, queue).await {
        Ok((letters, hidden)) => letters + hidden,
        Err(Trouble::Missing { .. }) => return missing(part, found),
        Err(trouble) => return found.unseen("queues", &trouble),
    };
    if letters == 0 {
        return;
    }
    let (name, options) = (queue.name, home.options());
    let remedy = match name {
        "stream" => {
            format!("Mend the cause, then run `switchboard rebuild projections {options}`.")
        }
        "sweep" => {
            "The next sweep does the same work: mend the cause, and purge the queue.".to_owned()
        }
        _ => format!(
            "Read them with `switchboard dlq show {name} {options}`, mend the cause, then run \
             `switchboard dlq redrive {name} {options}`."
        ),
    };
    found.bad(part, "dead_letters", format!("{letters} messages were given up."), remedy);
}

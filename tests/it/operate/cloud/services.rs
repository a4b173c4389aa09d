//! The services of the cloud that answer by what a test has set.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Account, DEAD, FUNCTIONS, NOON, no, url};

pub(super) fn formation(account: &Account, form: &str) -> (u16, String) {
    if !form.contains("StackName=acme") {
        let why = "Stack with id other does not exist";
        return (400, format!("<Code>ValidationError</Code><Message>{why}</Message>"));
    }
    if form.contains("Action=DescribeStacks") {
        let pairs = |all: &BTreeMap<&str, String>, kind: &str| -> String {
            let one = |(key, value): (&&str, &String)| {
                format!(
                    "<member><{kind}Key>{key}</{kind}Key><{kind}Value>{value}</{kind}Value></member>"
                )
            };
            all.iter().map(one).collect()
        };
        let parameters = pairs(&account.parameters, "Parameter");
        let outputs = pairs(&account.outputs, "Output");
        let status = &account.status;
        return (
            200,
            format!(
                "<Stacks><member><StackName>acme</StackName><Parameters>{parameters}</Parameters>\
                 <Outputs>{outputs}</Outputs><StackStatus>{status}</StackStatus></member></Stacks>"
            ),
        );
    }
    let mut all: Vec<(String, String)> = [
        ("Table", "Table"),
        ("SweepRule", "acme-SweepRule-1"),
        ("DomainBus", "acme"),
        ("EngineKeys", "arn:aws:secretsmanager:eu-central-1:1:secret:keys"),
    ]
    .map(|(id, name)| (id.to_owned(), name.to_owned()))
    .into();
    all.extend(FUNCTIONS.map(|id| (id.to_owned(), id.to_owned())));
    all.extend(["OutboxQueue", "TimerQueue", "FileQueue"].map(|id| (id.to_owned(), url(id))));
    all.extend(DEAD.map(|id| (id.to_owned(), url(id))));
    // Two pages, as a stack of more than a hundred resources has.
    let second = form.contains("NextToken=more");
    let (first, rest) = all.split_at(5);
    let page = if second { rest } else { first };
    let members: String = page
        .iter()
        .map(|(id, name)| {
            format!(
                "<member><PhysicalResourceId>{name}</PhysicalResourceId>\
                 <LogicalResourceId>{id}</LogicalResourceId></member>"
            )
        })
        .collect();
    let next = if second { "" } else { "<NextToken>more</NextToken>" };
    (200, format!("<StackResourceSummaries>{members}</StackResourceSummaries>{next}"))
}

pub(super) fn functions(account: &Account, uri: &str) -> (u16, String) {
    if uri.contains("event-source-mappings") {
        let mapping =
            json!({"State": account.mapping, "UUID": "u-1", "EventSourceArn": "arn:stream"});
        return (200, json!({"EventSourceMappings": [mapping]}).to_string());
    }
    let name = uri.split("/functions/").nth(1).unwrap().split('/').next().unwrap();
    if uri.ends_with("/concurrency") {
        let reserved = account.concurrency.get(name);
        return (200, json!({"ReservedConcurrentExecutions": reserved}).to_string());
    }
    match account.functions.get(name) {
        Some(about) => (200, about.to_string()),
        None => no(404, "ResourceNotFoundException", "Function not found"),
    }
}

pub(super) fn queues(
    account: &mut Account,
    operation: &str,
    request: &Value,
) -> Option<(u16, String)> {
    if operation != "GetQueueAttributes"
        && let Some(left) = &mut account.left
    {
        *left = left.checked_sub(1)?;
    }
    let url = request["QueueUrl"].as_str().unwrap_or_default();
    let Some(queue) = account.queues.get_mut(url) else {
        return Some(no(400, "QueueDoesNotExist", "The specified queue does not exist."));
    };
    let entries = request["Entries"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let good = |entry: &Value| json!({"Id": entry["Id"]});
    let answer = match operation {
        "GetQueueAttributes" => {
            let redrive = json!({"deadLetterTargetArn": "arn:dead", "maxReceiveCount": 5});
            let policy = if queue.redrive { redrive.to_string() } else { String::new() };
            json!({"Attributes": {"VisibilityTimeout": queue.visibility.to_string(),
                "RedrivePolicy": policy,
                "ApproximateNumberOfMessages": queue.letters.len().to_string(),
                "ApproximateNumberOfMessagesNotVisible": queue.hidden.len().to_string()}})
        }
        "ReceiveMessage" => {
            let most = request["MaxNumberOfMessages"].as_u64().unwrap();
            let mut taken = Vec::new();
            for _ in 0..most {
                let Some((id, body)) = queue.letters.pop_front() else { break };
                taken.push(json!({"MessageId": id, "ReceiptHandle": id, "Body": body,
                    "Attributes": {"MessageGroupId": "g", "SentTimestamp": NOON.to_string()}}));
                queue.hidden.insert(id, body);
            }
            json!({"Messages": taken})
        }
        "ChangeMessageVisibilityBatch" => {
            for entry in &entries {
                let id = text(&entry["ReceiptHandle"]);
                if let Some(body) = queue.hidden.remove(&id) {
                    queue.letters.push_back((id, body));
                }
            }
            json!({"Successful": entries.iter().map(good).collect::<Vec<_>>(), "Failed": []})
        }
        "SendMessageBatch" => {
            let refused = |entry: &&Value| {
                let part = queue.refuses.clone();
                part.is_some_and(|part| text(&entry["MessageBody"]).contains(&part))
            };
            let (bad, fine): (Vec<&Value>, Vec<&Value>) = entries.iter().partition(refused);
            for entry in &fine {
                // A FIFO queue takes an id once within five minutes.
                let id = text(&entry["MessageDeduplicationId"]);
                let known = !id.is_empty() && queue.letters.iter().any(|(known, _)| *known == id);
                if !known {
                    queue.letters.push_back((id, text(&entry["MessageBody"])));
                }
            }
            json!({"Successful": fine.into_iter().map(good).collect::<Vec<_>>(),
                   "Failed": bad.into_iter().map(good).collect::<Vec<_>>()})
        }
        "DeleteMessageBatch" => {
            for entry in &entries {
                queue.hidden.remove(&text(&entry["ReceiptHandle"]));
            }
            json!({"Successful": entries.iter().map(good).collect::<Vec<_>>(), "Failed": []})
        }
        other => panic!("SQS was asked for {other}"),
    };
    Some((200, answer.to_string()))
}

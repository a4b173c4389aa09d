//! Dead letters: messages that a queue gave up.
//!
//! Handing in goes letter by letter: the queue takes a letter, and only then it leaves the dead
//! ones. A letter of an interrupted run is in one of the two queues, or in both; a second
//! time does no harm, because every message only says "look again".

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use crate::aws::trouble::Trouble;
use crate::home::{Home, Queue};
use crate::options::{DlqShow, Redrive};
use crate::out::{Out, moment};
use crate::{Failed, home};

/// The letters of one request, the most that SQS takes.
const PART: u64 = 10;
/// The time for which a letter stays hidden from others while it is handed in, in seconds.
const HIDDEN: u64 = 60;
/// SQS may answer "nothing" although there is something: so many empty answers are believed.
const EMPTY: u32 = 3;

/// The number of letters in a queue: to be had, and hidden for now.
///
/// # Errors
/// [`Trouble`].
pub async fn count(home: &Home, queue: &Queue) -> Result<(u64, u64), Trouble> {
    let names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
    let asked = json!({"QueueUrl": queue.dead, "AttributeNames": names});
    let answer = home.caller.json("sqs", "AmazonSQS.GetQueueAttributes", &asked).await?;
    let number = |name: &str| {
        answer["Attributes"][name].as_str().and_then(|text| text.parse().ok()).unwrap_or(0)
    };
    Ok((number(names[0]), number(names[1])))
}

/// Counts the dead letters of each queue.
///
/// # Errors
/// If SQS does not answer, or the reader is gone.
pub async fn list(home: &Home, out: &mut Out<'_>) -> Result<(), Failed> {
    for queue in &home.queues {
        let (letters, hidden) = count(home, queue).await?;
        let value = json!({"queue": queue.name, "letters": letters, "hidden": hidden,
                           "redrivable": queue.source.is_some()});
        out.either(&value, || {
            let hidden =
                if hidden > 0 { format!(", {hidden} hidden for now") } else { String::new() };
            format!("{:<8} {letters} dead letters{hidden}", queue.name)
        })?;
    }
    Ok(())
}

fn find<'a>(home: &'a Home, name: &str) -> Result<&'a Queue, Failed> {
    home.queues.iter().find(|queue| queue.name == name).ok_or_else(|| {
        let names: Vec<&str> = home.queues.iter().map(|queue| queue.name).collect();
        let known = home::QUEUES.iter().any(|(known, ..)| *known == name);
        let why = if known { "lives only on AWS" } else { "is no queue" };
        Failed::Option(format!("{name} {why}; write {}", names.join(" or ")))
    })
}

async fn receive(home: &Home, url: &str, most: u64, hidden: u64) -> Result<Vec<Value>, Trouble> {
    let asked = json!({"QueueUrl": url, "MaxNumberOfMessages": most.clamp(1, PART),
        "VisibilityTimeout": hidden, "MessageSystemAttributeNames": ["All"]});
    let answer = home.caller.json("sqs", "AmazonSQS.ReceiveMessage", &asked).await?;
    Ok(answer["Messages"].as_array().cloned().unwrap_or_default())
}

/// Prints some letters, and lets them appear again at once.
///
/// # Errors
/// If there is no such queue, SQS does not answer, or the reader is gone.
pub async fn show(home: &Home, options: &DlqShow, out: &mut Out<'_>) -> Result<(), Failed> {
    let queue = find(home, &options.queue)?;
    let (mut shown, mut seen) = (0, Vec::new());
    while shown < options.limit {
        let letters = receive(home, &queue.dead, options.limit - shown, 30).await?;
        if letters.is_empty() {
            break;
        }
        for letter in letters {
            let sent = letter["Attributes"]["SentTimestamp"].as_str();
            let sent = sent.and_then(|at| at.parse().ok()).map(domain::Millis);
            let value = json!({"id": letter["MessageId"], "sent": sent.map(|at| at.0),
                "received": letter["Attributes"]["ApproximateReceiveCount"],
                "group": letter["Attributes"]["MessageGroupId"], "body": letter["Body"]});
            out.either(&value, || {
                let at = sent.map_or_else(|| "?".to_owned(), moment);
                format!("{at}  {}", letter["Body"].as_str().unwrap_or_default())
            })?;
            seen.push(letter["ReceiptHandle"].clone());
            shown += 1;
        }
    }
    for handles in seen.chunks(10) {
        let entries: Vec<Value> = (0..)
            .zip(handles)
            .map(|(n, handle): (u32, _)| {
                json!({"Id": n.to_string(), "ReceiptHandle": handle, "VisibilityTimeout": 0})
            })
            .collect();
        let asked = json!({"QueueUrl": queue.dead, "Entries": entries});
        home.caller.json("sqs", "AmazonSQS.ChangeMessageVisibilityBatch", &asked).await?;
    }
    if shown == 0 && !out.json() {
        out.line("There are no dead letters to be had.")?;
    }
    Ok(())
}

/// Hands letters in again.
///
/// # Errors
/// If there is no such queue, SQS does not answer, or the reader is gone. Nothing is lost then.
pub async fn redrive(home: &Home, options: &Redrive, out: &mut Out<'_>) -> Result<(), Failed> {
    let queue = find(home, &options.queue)?;
    let Some(source) = &queue.source else {
        let what = if queue.name == "stream" {
            "it holds positions in the table's stream: run `switchboard rebuild projections`"
        } else {
            "it holds sweeps, and the next sweep does the same work"
        };
        let name = queue.name;
        return Err(Failed::Option(format!("letters of {name} cannot be handed in: {what}")));
    };
    let (letters, hidden) = count(home, queue).await?;
    let wanted = options.limit.unwrap_or(u64::MAX).min(letters);
    if options.dry_run {
        let value = json!({"dry_run": true, "queue": queue.name, "letters": wanted});
        let seconds = wanted.div_ceil(options.rate);
        out.either(&value, || {
            format!("{wanted} letters would be handed in to {}, in {seconds} s.", queue.name)
        })?;
        return Ok(());
    }
    if letters == 0 && hidden > 0 {
        out.note(&format!("{hidden} letters are hidden for now; they appear within a minute."));
    }
    let (began, mut moved, mut kept, mut empty) = (Instant::now(), 0_u64, 0_u64, 0);
    let limit = options.limit.unwrap_or(u64::MAX);
    let mut noted = Instant::now();
    while moved + kept < limit && empty < EMPTY {
        let most = PART.min(options.rate).min(limit - moved - kept);
        let part = receive(home, &queue.dead, most, HIDDEN).await?;
        if part.is_empty() {
            empty += 1;
            continue;
        }
        empty = 0;
        let took = hand_in(home, queue, source, &part).await?;
        moved += took;
        kept += u64::try_from(part.len()).unwrap_or(0) - took;
        if noted.elapsed() >= Duration::from_secs(1) {
            out.note(&format!("{moved} of about {wanted} letters"));
            noted = Instant::now();
        }
        // The rate holds over the whole run: a slow request may be made up for.
        let due = Duration::from_secs_f64(seconds(moved + kept) / seconds(options.rate));
        tokio::time::sleep_until(began + due).await;
    }
    let value = json!({"queue": queue.name, "moved": moved, "kept": kept});
    out.either(&value, || {
        let kept = if kept > 0 {
            format!("; the queue refused {kept}, which stay")
        } else {
            String::new()
        };
        format!("{moved} letters were handed in to {}{kept}.", queue.name)
    })?;
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
const fn seconds(count: u64) -> f64 {
    count as f64
}

/// Hands one part in, and removes those letters that the queue took. Returns their number.
async fn hand_in(home: &Home, queue: &Queue, source: &str, part: &[Value]) -> Result<u64, Trouble> {
    let entry = |(n, letter): (usize, &Value)| {
        let mut entry = json!({"Id": n.to_string(), "MessageBody": letter["Body"]});
        if queue.fifo {
            entry["MessageGroupId"] = letter["Attributes"]["MessageGroupId"].clone();
            // The letter's own id: a repeated request hands nothing in twice within five minutes.
            entry["MessageDeduplicationId"] = letter["MessageId"].clone();
        }
        entry
    };
    let entries: Vec<Value> = part.iter().enumerate().map(entry).collect();
    let sent = json!({"QueueUrl": source, "Entries": entries});
    let answer = home.caller.json("sqs", "AmazonSQS.SendMessageBatch", &sent).await?;
    let took = answer["Successful"].as_array().into_iter().flatten();
    let took: Vec<&Value> =
        took.filter_map(|entry| part.get(entry["Id"].as_str()?.parse::<usize>().ok()?)).collect();
    let entries: Vec<Value> = took
        .iter()
        .enumerate()
        .map(|(n, letter)| json!({"Id": n.to_string(), "ReceiptHandle": letter["ReceiptHandle"]}))
        .collect();
    if !entries.is_empty() {
        let gone = json!({"QueueUrl": queue.dead, "Entries": entries});
        home.caller.json("sqs", "AmazonSQS.DeleteMessageBatch", &gone).await?;
    }
    Ok(u64::try_from(took.len()).unwrap_or(0))
}

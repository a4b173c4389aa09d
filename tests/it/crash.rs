//! The test ends every invocation in the middle, at every call that it makes to the outside: before
//! the call, and after it with the answer lost. The caller asks again, queues and the stream bring
//! unhandled events again, the clock goes round: the result must be that of a run in which nothing
//! went wrong.

mod after;

use after::{broken, clean, pass, rest};

use std::collections::{BTreeMap, BTreeSet};

use crate::world::{Agent, CrashPoint, World, asks, http_event, reads};
use domain::{Millis, ThreadId, discussion};
use serde_json::{Value, json};
use store::conversation::summary::Stretch;

mod stories;

/// Something that happens in a story.
enum Step {
    /// A customer writes.
    Writes(usize, &'static str),
    /// A customer sends a photo, which lies with the provider.
    Photo(usize),
    /// An agent gives a command about a customer's conversation. `$offer`, `$discussion`: the
    /// newest, an ended one too; `$failed`: the message that failed; `$newest`: the newest entry;
    /// `$asked` as the agent: the agent whom the offer asks.
    Does(&'static str, &'static str, usize, Value),
    /// The provider says at last that the newest message failed.
    Fails(usize),
    /// An agent hands on the conversations of these customers.
    Bulk(&'static str, Vec<usize>, Value),
    /// An agent sends a frame that is no command.
    Says(&'static str, Value),
    /// An agent's socket closes.
    Leaves(&'static str),
    /// An agent comes back.
    Comes(&'static str),
    /// Time goes by.
    Pass(Millis),
}

/// The time of a step by the clock, with everything that follows from it.
const STEP: Millis = Millis::seconds(90);
/// The test tries one crash point of this many; `CRASH=all` tries all.
const SOME: usize = 23;

use Step::{Bulk, Comes, Does, Fails, Leaves, Pass, Photo, Says, Writes};

struct Story {
    name: &'static str,
    people: &'static [&'static str],
    settings: Value,
    customers: usize,
    steps: Vec<Step>,
}

fn address(customer: usize) -> String {
    format!("1650555{customer:04}")
}

struct Run<'a> {
    world: &'a World,
    story: &'a Story,
    agents: BTreeMap<&'static str, Agent<'a>>,
    /// Every acknowledged command, with the entry that the answer named.
    acked: Vec<(ThreadId, String, u64)>,
}

/// A step with everything filled in: its repetition is the same to the letter.
enum Fixed {
    Event(&'static str, Value),
    Command { agent: String, id: String, action: &'static str, conversation: String, body: Value },
    Frame(&'static str, Value),
    Leaves(&'static str),
    Nothing,
}

impl<'a> Run<'a> {
    async fn begin(world: &'a World, story: &'a Story) -> Self {
        let mut own = story.settings.clone();
        for field in ["discuss", "assign", "conference"] {
            own[format!("{field}_timeout_seconds")] = json!(600);
        }
        own["step_timeout_seconds"] = json!(300);
        let route = "/v1/settings/queues/support";
        let version = reads(world, "ada", route).await["version"].clone();
        let body = json!({"own": own, "version": version});
        let (status, answer) = asks(world, "ada", "PUT", route, body).await;
        assert_eq!(status, 200, "{answer}");
        let mut agents = BTreeMap::new();
        for name in story.people {
            agents.insert(*name, world.agent(name).await);
        }
        Self { world, story, agents, acked: Vec::new() }
    }

    fn thread(&self, customer: usize) -> ThreadId {
        self.world.thread(&address(customer))
    }

    async fn fix(&self, number: usize) -> Fixed {
        match &self.story.steps[number] {
            Writes(customer, text) => {
                let message =
                    self.world.text_message(&address(*customer), text, &format!("wamid.{number}"));
                Fixed::Event("ingest", World::webhook_event(&message))
            }
            Photo(customer) => {
                let id = format!("wamid.{number}");
                let mut message = self.world.text_message(&address(*customer), "", &id);
                message["messages"][0]["type"] = json!("image");
                message["messages"][0]["image"] = json!({"id": "1", "mime_type": "image/jpeg"});
                Fixed::Event("ingest", World::webhook_event(&message))
            }
            Does(who, action, customer, command) => {
                let thread = self.thread(*customer);
                let (newest, state) = {
                    let thread = self.world.state(&thread).await;
                    (thread.seq, thread.conversation)
                };
                let offer = state.offers.last();
                let asked = offer.and_then(|o| o.to.first());
                let agent = if *who == "$asked" {
                    asked.expect("somebody is asked").to_string()
                } else {
                    (*who).to_owned()
                };
                let ended = |event: &domain::Event| match event {
                    domain::Event::DiscussionEnded(discussion::Ended { discussion, .. }) => {
                        Some(*discussion)
                    }
                    _ => None,
                };
                let discussion = match state.discussions.last() {
                    Some(running) => running.number,
                    None => {
                        let log = self.world.log(&thread).await;
                        log.iter()
                            .flat_map(|e| &e.events)
                            .filter_map(ended)
                            .next_back()
                            .unwrap_or(0)
                    }
                };
                let failed = self.world.state(&thread).await.outbox.failed;
                let body = command
                    .to_string()
                    .replace("\"$failed\"", &failed.last().copied().unwrap_or(0).to_string())
                    .replace("\"$newest\"", &newest.to_string())
                    .replace("$offer", &format!("{thread}-o{}", offer.map_or(0, |o| o.number)))
                    .replace("$discussion", &format!("{thread}-d{discussion}"));
                Fixed::Command {
                    agent,
                    id: format!("command-{number:04}"),
                    action,
                    conversation: format!("{thread}-{}", state.number),
                    body: serde_json::from_str(&body).unwrap(),
                }
            }
            Bulk(who, customers, to) => {
                let mut all = Vec::new();
                for customer in customers {
                    let thread = self.thread(*customer);
                    let number = self.world.state(&thread).await.conversation.number;
                    all.push(format!("{thread}-{number}"));
                }
                let body = json!({"id": format!("bulk-{number:04}"), "conversations": all,
                                  "to": to, "mode": "immediate"});
                let mut event = http_event("POST", "/v1/transfers", &body.to_string());
                let token = self.world.wires.token(who, self.world.now(), |_| {});
                event["headers"]["authorization"] = json!(format!("Bearer {token}"));
                Fixed::Event("api", event)
            }
            Fails(customer) => {
                let log = self.world.log(&self.thread(*customer)).await;
                let mut known = log.iter().flat_map(|e| &e.events).filter_map(|e| match e {
                    domain::Event::Delivery(delivery) => delivery.provider_id.clone(),
                    _ => None,
                });
                let receipt = json!({"statuses": [{"id": known.next_back().expect("it was handed over"),
                    "status": "failed", "timestamp": "1767688200",
                    "recipient_id": address(*customer),
                    "errors": [{"code": 131_026, "title": "Message undeliverable"}]}]});
                Fixed::Event("ingest", World::webhook_event(&receipt))
            }
            Says(who, frame) => Fixed::Frame(who, frame.clone()),
            Leaves(who) => Fixed::Leaves(who),
            Comes(_) | Pass(_) => Fixed::Nothing,
        }
    }

    /// Tries once. Returns whether the server acknowledged it.
    async fn attempt(&mut self, step: &Fixed) -> bool {
        match step {
            Fixed::Event(function, event) => {
                let answer = self.world.call_or_crash(function, event.clone()).await;
                let Some(answer) = answer.filter(|a| a["statusCode"] == 200) else { return false };
                let body = answer["body"].as_str().unwrap_or("{}");
                let body: Value = serde_json::from_str(body).unwrap_or_default();
                let results = body["results"].as_array();
                results.is_none_or(|all| {
                    all.iter().for_each(|one| assert!(one["seq"].is_u64(), "{body}"));
                    true
                })
            }
            Fixed::Command { agent, id, action, conversation, body } => {
                let agent = &self.agents[agent.as_str()];
                let Some(answer) = agent.tries(id, action, conversation, body).await else {
                    return false;
                };
                match answer["code"].as_str() {
                    None => {
                        let thread = conversation.split('-').next().unwrap().parse().unwrap();
                        self.acked.push((thread, id.clone(), answer["seq"].as_u64().unwrap()));
                        true
                    }
                    Some("unavailable" | "busy") => false,
                    Some(_) => panic!("{}: {answer} to {body}", self.story.name),
                }
            }
            Fixed::Frame(who, frame) => self.agents[who].tries_frame("connection", frame).await,
            Fixed::Leaves(who) => {
                let left = self.agents[who].tries_to_leave().await;
                self.world.wires.lose_socket(&self.agents[who].socket);
                left
            }
            Fixed::Nothing => true,
        }
    }

    /// The part of a step that no client repeats: time, and agents who come back.
    async fn alone(&mut self, number: usize, began: Millis) {
        match &self.story.steps[number] {
            Comes(who) => {
                let agent = self.world.agent(who).await;
                self.agents.insert(who, agent);
            }
            Pass(span) => pass(self.world, *span).await,
            _ => {}
        }
        let span = if let Pass(span) = &self.story.steps[number] { *span } else { Millis(0) };
        // A command that takes a step back comes at once.
        let undone = |step: &Step| matches!(step, Does(_, _, _, c) if c["type"] == "undo");
        let takes = match self.story.steps.get(number + 1) {
            Some(next) if undone(next) => Millis::seconds(5),
            _ => STEP,
        };
        rest(self.world, began + span + takes).await;
    }

    async fn go(&mut self, number: usize) {
        let began = self.world.now();
        let fixed = self.fix(number).await;
        // The test counts calls from here on.
        self.world.wires.crash_at(None);
        for attempt in 0.. {
            assert!(attempt < 5, "{}: step {number} never goes through", self.story.name);
            if self.attempt(&fixed).await {
                break;
            }
        }
        self.alone(number, began).await;
    }

    /// Everything that lasts, without times.
    async fn seen(&self) -> Value {
        let world = self.world;
        let mut all = json!({});
        for customer in 0..self.story.customers {
            let id = self.thread(customer);
            let Some(stored) = world.app.thread(&id).await.unwrap() else { continue };
            let mut state = serde_json::to_value(&stored.thread).unwrap();
            // The state stores the remembered keys relative to their moment.
            state.as_object_mut().unwrap().remove("k");
            let log = world.log(&id).await;
            let log: Vec<Value> = log
                .iter()
                .map(|e| json!([e.by, e.key, serde_json::to_value(&e.events).unwrap()]))
                .collect();
            let records = world.app.store.engagements(&id, 50).await.unwrap();
            let records: Vec<String> = records.iter().map(|r| plain(&format!("{r:?}"))).collect();
            all[customer.to_string()] = json!({"state": state, "log": log, "records": records});
        }
        let workloads = world.app.store.workloads().await.unwrap();
        for (agent, workload) in workloads {
            let presence = workload.presence(5);
            all["desks"][agent.as_str()] =
                json!([workload.open, workload.inbox, format!("{presence:?}"), workload.away]);
        }
        for queue in ["support", "returns", "billing"] {
            let (waiting, _) = world.app.store.waiting(&queue.parse().unwrap(), 50).await.unwrap();
            let places: Vec<Value> = waiting
                .iter()
                .map(|w| json!([w.conversation.to_string(), w.priority, w.front]))
                .collect();
            all["queues"][queue] = json!(places);
        }
        let after = world.now() + Millis::hours(1);
        let stretch = Stretch { from: after - Millis::hours(72), to: after, after: None };
        let cards = world.app.store.cards(&stretch, 50, |_| true).await.unwrap().cards;
        let cards: BTreeSet<String> = cards.iter().map(|c| plain(&format!("{c:?}"))).collect();
        all["cards"] = json!(cards);
        // The bus delivers at least once: doubles are allowed.
        let bus: BTreeSet<String> = world
            .wires
            .bus
            .lock()
            .unwrap()
            .iter()
            .map(|e| plain(&format!("{} {}", e["DetailType"], e["Detail"])))
            .collect();
        all["bus"] = json!(bus);
        let taken: BTreeSet<String> =
            world.wires.provider.lock().unwrap().taken.iter().map(ToString::to_string).collect();
        all["provider"] = json!(taken);
        timeless(all)
    }

    /// Every acknowledged command is in the log, at the entry that the answer named.
    async fn check_acks(&self) {
        for (thread, id, seq) in &self.acked {
            let log = self.world.log(thread).await;
            let entry = &log[usize::try_from(*seq).unwrap() - 1];
            assert_eq!(entry.key.as_deref(), Some(id.as_str()), "{}", self.story.name);
            let times = log.iter().filter(|e| e.key.as_deref() == Some(id)).count();
            assert_eq!(times, 1, "{}: {id} was carried out {times} times", self.story.name);
        }
    }
}

/// The value without moments and without the provider's numbers.
fn timeless(value: Value) -> Value {
    match value {
        Value::Number(n) if n.as_f64().is_some_and(|n| n > 1e11) => json!("moment"),
        Value::String(text) => Value::String(plain(&text)),
        Value::Array(all) => all.into_iter().map(timeless).collect(),
        Value::Object(all) => all.into_iter().map(|(k, v)| (k, timeless(v))).collect(),
        other => other,
    }
}

/// The text without long runs of digits and without the numbers of a provider's ids.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut digits = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if digits.len() >= 13 || plain.ends_with("wamid.OUT") {
            plain.push('~');
        } else {
            plain.push_str(&digits);
        }
        digits.clear();
        plain.push(c);
    }
    plain.pop();
    plain
}

async fn at_every_call(story: &Story) {
    let (seen, calls) = clean(story).await;
    let all = std::env::var("CRASH").is_ok_and(|wanted| wanted == "all");
    let every = if all { 1 } else { SOME };
    let (mut points, mut tried) = (0, 0);
    for (number, calls) in calls.iter().enumerate() {
        for call in 0..*calls {
            for after in [false, true] {
                points += 1;
                if points % every == 0 {
                    let point = CrashPoint { calls: call, after };
                    tried += usize::from(broken(story, &seen, number, point).await);
                }
            }
        }
    }
    let wanted = points / every;
    assert!(tried * 10 >= wanted * 8, "only {tried} of {wanted} points were reached");
    println!(
        "CRASH {:<5} {tried} of {points} crash points in {} steps, each like a clean run",
        story.name,
        story.steps.len()
    );
}

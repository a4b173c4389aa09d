//! All agents accept at once: the conversations taken, the refusals, and the cost.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::Failed;
use crate::house::{self, House, id};
use crate::wires::lock;
use domain::Event;
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};

/// The number of places that a console shows of a queue.
const PAGE: usize = 50;
/// The delay after which consoles know the waiting and the taken conversations.
const TOLD: Duration = Duration::from_millis(50);

/// The time between two reports of the storm's progress.
const TELLS_EVERY: Duration = Duration::from_secs(5);

#[derive(Default)]
struct Board {
    /// The agent who was told that they have each conversation.
    acked: HashMap<String, String>,
    had: HashMap<String, usize>,
    /// The winners whom refusals named.
    named: BTreeSet<(String, String)>,
    refusals: BTreeMap<String, usize>,
    attempts: HashMap<String, usize>,
    violations: Vec<String>,
}

/// The size of a storm.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The number of agents
    #[arg(long, value_name = "N", default_value_t = 500)]
    agents: usize,
    /// The number of conversations; without it as many as there is room for
    #[arg(long, value_name = "N")]
    conversations: Option<usize>,
    /// The number of conversations that one agent has room for
    #[arg(long, value_name = "N", default_value_t = 20)]
    capacity: usize,
    /// The sizes of the teams
    #[arg(long, value_name = "SIZES", value_delimiter = ',', default_value = "10,50,500")]
    teams: Vec<usize>,
}

pub(crate) async fn run(options: &Options) -> Result<(), Failed> {
    let (agents, capacity) = (options.agents, options.capacity);
    let conversations = options.conversations.unwrap_or(agents * capacity);
    let mut violations = by_hand(agents, capacity, conversations).await?;
    println!(
        "\nThe same with the engine giving out (mode auto): {capacity} conversations for each"
    );
    println!("agent wait, everybody becomes available at once.\n");
    println!(
        "  team | given | seconds | ms each | requests each | reads each | writes each | violations"
    );
    for &team in &options.teams {
        violations += given_out(team, capacity).await?;
    }
    if violations > 0 {
        return Err(format!("{violations} violations").into());
    }
    Ok(())
}

async fn furnished(agents: usize, capacity: usize) -> Result<Arc<House>, Failed> {
    let house = Arc::new(House::build(agents, u32::try_from(capacity)?, false).await?);
    for n in 0..agents {
        house.connect(&house::agent(n)).await?;
    }
    Ok(house)
}

async fn by_hand(agents: usize, capacity: usize, conversations: usize) -> Result<usize, Failed> {
    let house = furnished(agents, capacity).await?;
    let begun = Instant::now();
    house.open("support", conversations).await?;
    println!(
        "{agents} agents with room for {capacity} each, {conversations} conversations wait \
         (opened in {:.1} s).",
        begun.elapsed().as_secs_f64()
    );
    let board = Arc::new(Mutex::new(Board::default()));
    house.wires.spent();
    let begun = Instant::now();
    let gate = Arc::new(tokio::sync::Barrier::new(agents));
    let shown = Arc::new(Shown::default());
    let mut tasks = Vec::new();
    for n in 0..agents {
        let (house, board, gate) = (Arc::clone(&house), Arc::clone(&board), Arc::clone(&gate));
        let shown = Arc::clone(&shown);
        tasks.push(tokio::spawn(async move {
            gate.wait().await;
            takes(&house, &board, &shown, n, capacity).await
        }));
    }
    let told = tokio::spawn(tells(Arc::clone(&board), conversations));
    for task in tasks {
        task.await??;
    }
    told.abort();
    let drained = begun.elapsed();
    let (requests, reads, writes) = house.wires.spent();
    let owners = owners(&house, conversations).await?;
    let mut board = std::mem::take(&mut *lock(&board));
    check(&mut board, &house, &owners, capacity).await?;
    let left = conversations - board.acked.len();
    let attempts: usize = board.attempts.values().sum();
    let most = board.attempts.values().max().copied().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "far below")]
    let each = |n: f64| n / board.acked.len().max(1) as f64;
    println!("  violations              {}", board.violations.len());
    for violation in board.violations.iter().take(10) {
        println!("    {violation}");
    }
    println!("  assigned                {} ({left} left waiting)", board.acked.len());
    println!("  time to drain           {:.1} s", drained.as_secs_f64());
    #[expect(clippy::cast_precision_loss, reason = "far below")]
    let mean = each(attempts as f64);
    println!("  attempts an assignment  {mean:.2} on average, {most} at most");
    let (requests, reads, writes) = (each(requests), each(reads), each(writes));
    println!(
        "  spent an assignment     {requests:.1} requests, {reads:.1} read units, {writes:.1} \
         write units (looking at the queue counted)"
    );
    for (code, count) in &board.refusals {
        println!("  refused {code:<15} {count}");
    }
    println!("  winners named           {} different refusals, each checked", board.named.len());
    Ok(board.violations.len() + left)
}

/// Reports the storm's progress, every few seconds.
async fn tells(board: Arc<Mutex<Board>>, conversations: usize) {
    let begun = Instant::now();
    loop {
        tokio::time::sleep(TELLS_EVERY).await;
        let (taken, attempts) = {
            let board = lock(&board);
            (board.acked.len(), board.attempts.values().sum::<usize>())
        };
        eprintln!(
            "  {:>4.0} s: {taken} of {conversations} assigned, {attempts} attempts",
            begun.elapsed().as_secs_f64()
        );
    }
}

/// The first places of the queue as all consoles show them: the pushed rows, a moment late.
#[derive(Default)]
struct Shown(tokio::sync::Mutex<Option<(Instant, Arc<Vec<String>>)>>);

impl Shown {
    async fn page(&self, house: &House) -> Result<Arc<Vec<String>>, Failed> {
        let mut shown = self.0.lock().await;
        if let Some((at, page)) = &*shown
            && at.elapsed() < TOLD
        {
            return Ok(Arc::clone(page));
        }
        let at = Instant::now();
        let (waiting, _) = house.app.store.waiting(&id("support")?, PAGE).await?;
        let page = Arc::new(waiting.iter().map(|w| w.conversation.to_string()).collect::<Vec<_>>());
        *shown = Some((at, Arc::clone(&page)));
        Ok(page)
    }
}

/// One agent goes on accepting until nothing waits or there is no room. All begin with the same
/// conversation; an agent who has lost looks elsewhere on the page, as people do.
async fn takes(
    house: &House,
    board: &Mutex<Board>,
    shown: &Shown,
    n: usize,
    capacity: usize,
) -> Result<(), Failed> {
    let me = house::agent(n);
    let mut random = (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut tried = HashSet::new();
    loop {
        let page = shown.page(house).await?;
        if page.is_empty() {
            return Ok(());
        }
        let left = page.iter().filter(|c| !tried.contains(*c)).collect::<Vec<_>>();
        if left.is_empty() {
            tokio::time::sleep(TOLD).await;
            continue;
        }
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let elsewhere = usize::try_from(random % left.len() as u64)?;
        let conversation = left[if tried.is_empty() { 0 } else { elsewhere }].clone();
        tried.insert(conversation.clone());
        let command = format!("storm-{me}-{conversation}");
        let frame = json!({"action": "assignment", "id": command,
                           "conversation": conversation, "command": {"type": "accept"}});
        *lock(board).attempts.entry(conversation.clone()).or_default() += 1;
        let answers = house.says(&me, &frame).await?;
        let mut board = lock(board);
        let Some(answer) = answers.first() else {
            board.violations.push(format!("{me} got no answer about {conversation}"));
            continue;
        };
        if answer["type"] == "ack" {
            if let Some(other) = board.acked.insert(conversation.clone(), me.clone()) {
                board.violations.push(format!("{conversation}: acked to {other} and {me}"));
            }
            let had = board.had.entry(me.clone()).or_default();
            *had += 1;
            if *had > capacity {
                board.violations.push(format!("{me} was given more than {capacity}"));
            }
            continue;
        }
        let code = answer["code"].as_str().unwrap_or("none").to_owned();
        *board.refusals.entry(code.clone()).or_default() += 1;
        match code.as_str() {
            "already_taken" => match answer["agent"].as_str() {
                Some(winner) => {
                    board.named.insert((conversation, winner.to_owned()));
                }
                None => board.violations.push(format!("no winner is named: {answer}")),
            },
            "at_capacity" => {
                if board.had.get(&me) != Some(&capacity) {
                    board.violations.push(format!("{me} has room and was refused: {answer}"));
                }
                return Ok(());
            }
            "busy" | "unavailable" => {
                tried.remove(&conversation);
            }
            _ => board.violations.push(format!("{me}: {answer}")),
        }
    }
}

/// The owner of every conversation, by the log, and the number of its assignments.
async fn owners(house: &House, count: usize) -> Result<HashMap<String, Owner>, Failed> {
    stream::iter(0..count)
        .map(|n| async move {
            let asset = id("wa-support")?;
            let thread = store::key::thread(&asset, &format!("1555{n:07}"));
            let log = house.app.store.entries_after(&thread, 0, 1_000).await?.entries;
            let events = log.iter().flat_map(|e| &e.events);
            let times = events.filter(|e| matches!(e, Event::Assigned(_))).count();
            let stored = house.app.thread(&thread).await?.ok_or("a thread is gone")?;
            let owner = stored.thread.conversation.owner.as_ref().map(ToString::to_string);
            Ok((stored.thread.conversation_id().to_string(), Owner { owner, times }))
        })
        .buffer_unordered(16)
        .collect::<Vec<Result<_, Failed>>>()
        .await
        .into_iter()
        .collect()
}

struct Owner {
    owner: Option<String>,
    times: usize,
}

async fn check(
    board: &mut Board,
    house: &House,
    owners: &HashMap<String, Owner>,
    capacity: usize,
) -> Result<(), Failed> {
    let mut wrong = workloads(house, owners, capacity).await?;
    for (conversation, agent) in &board.acked {
        if owners[conversation].owner.as_ref() != Some(agent) {
            wrong.push(format!("{conversation}: acked to {agent}, who does not own it"));
        }
    }
    for (conversation, winner) in &board.named {
        if owners[conversation].owner.as_ref() != Some(winner) {
            wrong.push(format!("{conversation}: {winner} was named, who does not own it"));
        }
    }
    board.violations.extend(wrong);
    Ok(())
}

/// The contradictions between workloads and logs.
async fn workloads(
    house: &House,
    owners: &HashMap<String, Owner>,
    capacity: usize,
) -> Result<Vec<String>, Failed> {
    let mut wrong = Vec::new();
    let mut holds: HashMap<String, String> = HashMap::new();
    for (agent, workload) in house.app.store.workloads().await? {
        if workload.open.len() > capacity {
            wrong.push(format!("{agent} has {} of {capacity}", workload.open.len()));
        }
        for conversation in workload.open {
            if let Some(other) = holds.insert(conversation.clone(), agent.to_string()) {
                wrong.push(format!("{conversation} lies on two desks: {other}'s and {agent}'s"));
            }
        }
    }
    for (conversation, Owner { owner, times }) in owners {
        if *times > 1 {
            wrong.push(format!("{conversation} was assigned {times} times"));
        }
        if holds.get(conversation) != owner.as_ref() {
            wrong.push(format!("{conversation}: the log and the desks disagree"));
        }
    }
    Ok(wrong)
}

async fn given_out(team: usize, capacity: usize) -> Result<usize, Failed> {
    let house = furnished(team, capacity).await?;
    let conversations = team * capacity;
    for n in 0..team {
        house.app.store.set_away(&id(&house::agent(n))?, Some(""), house.app.now()).await?;
    }
    house.open("support", conversations).await?;
    house.give_out("support").await?;
    house.wires.spent();
    let begun = Instant::now();
    let mut tasks = Vec::new();
    for n in 0..team {
        let house = Arc::clone(&house);
        tasks.push(tokio::spawn(async move {
            let frame = json!({"action": "presence", "presence": "available"});
            house.says(&house::agent(n), &frame).await
        }));
    }
    for task in tasks {
        for answer in task.await?? {
            println!("    {answer}");
        }
    }
    let occasions = begun.elapsed();
    let at_once = conversations - still(&house).await?;
    // The clock finds the conversations that the occasions left: a round each minute, here one
    // after the other.
    let mut rounds = 0;
    let mut left = conversations - at_once;
    while left > 0 && rounds < 200 {
        let clock = json!({"source": "aws.events"});
        let _: Value = house.functions.invoke("timers", clock).await?;
        rounds += 1;
        left = still(&house).await?;
    }
    let took = begun.elapsed().as_secs_f64();
    let (requests, reads, writes) = house.wires.spent();
    let owners = owners(&house, conversations).await?;
    let wrong = workloads(&house, &owners, capacity).await?;
    let given = owners.values().filter(|o| o.owner.is_some()).count();
    #[expect(clippy::cast_precision_loss, reason = "far below")]
    let each = |n: f64| n / given.max(1) as f64;
    println!(
        "  {team:>4} | {given:>5} | {took:>7.1} | {:>7.1} | {:>13.1} | {:>10.1} | {:>11.1} | {}",
        each(took * 1_000.0),
        each(requests),
        each(reads),
        each(writes),
        wrong.len()
    );
    println!(
        "       {at_once} at once in {:.1} s, the rest in {rounds} rounds of the clock",
        occasions.as_secs_f64()
    );
    for violation in wrong.iter().take(10) {
        println!("       {violation}");
    }
    Ok(wrong.len() + conversations - given)
}

async fn still(house: &House) -> Result<usize, Failed> {
    Ok(house.app.store.waiting(&id("support")?, 100_000).await?.0.len())
}

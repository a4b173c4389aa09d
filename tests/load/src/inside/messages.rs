//! The ordinary day of a conversation, over and over: `make instructions` counts its instructions.

use crate::Failed;
use crate::house::{self, House};
use serde_json::json;

/// The number of agents who share the conversations.
const AGENTS: usize = 10;

/// A customer writes, an agent accepts and answers, the customer writes again: four steps for each
/// conversation, one after the other.
/// The length of a run.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The number of conversations
    #[arg(long, value_name = "N", default_value_t = 50)]
    conversations: usize,
}

pub(crate) async fn run(options: &Options) -> Result<(), Failed> {
    let conversations = options.conversations;
    let capacity = u32::try_from(conversations / AGENTS + 1)?;
    let house = House::build(AGENTS, capacity, true).await?;
    for n in 0..AGENTS {
        house.connect(&house::agent(n)).await?;
    }
    for n in 0..conversations {
        let agent = house::agent(n % AGENTS);
        let thread = house.writes(&house.app, "support", n, "Hello").await?;
        let conversation = format!("{thread}-1");
        for (step, action, command) in [
            ("take", "assignment", json!({"type": "accept"})),
            (
                "send",
                "messaging",
                json!({"type": "send", "content": {"kind": "text", "text": "How can I help?"}}),
            ),
        ] {
            let frame = json!({
                "action": action, "id": format!("{step}-{n:08}"),
                "conversation": conversation, "command": command,
            });
            let answers = house.says(&agent, &frame).await?;
            if !answers.iter().any(|answer| answer["type"] == "ack") {
                return Err(format!("{step} was not acknowledged: {answers:?}").into());
            }
        }
        house.writes(&house.app, "support", n, "Again").await?;
    }
    println!("{conversations} conversations of three messages and one acceptance");
    Ok(())
}

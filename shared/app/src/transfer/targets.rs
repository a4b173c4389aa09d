//! Targets: the colleagues and groups who could get an offer or a transfer, each with the answer of
//! the rules.

use crate::conversation::readable;
use crate::engine::load::Loaded;
use crate::engine::members;
use crate::{Engine, Failure, Request};
use domain::{
    AgentId, Caller, Command, Context, ConversationId, Discussion, DiscussionId, OfferKind,
    Presence, Profile, Promotion, Role, Skill, Target, Thread, TransferMode, decide, discussion,
    offer, transfer,
};
use std::collections::{BTreeSet, HashMap};

use protocol::Refused;
use protocol::transfer::Candidate;
use protocol::transfer::TargetAct;
use store::settings::directory::Directory;
use store::{Stored, Workload};

/// The act for which a caller looks for a target.
#[derive(Debug, Clone)]
pub struct Question {
    /// The conversations that the act is for; at least one.
    pub conversations: Vec<ConversationId>,
    /// The act: an offer or a transfer.
    pub act: TargetAct,
    /// The number of the running discussion that the target would join.
    pub discussion: Option<u64>,
}

/// A conversation of the question, with everything that its rules look at.
struct Asked {
    thread: Thread,
    ctx: Context,
}

/// Returns all colleagues and all groups, each with the result of the command that would name them.
/// The functions that decide the command itself decide it, over the workloads as they stand.
///
/// # Errors
/// If the caller may not read one of the conversations, or the table fails.
pub async fn targets(
    engine: Engine<'_>,
    me: &Profile,
    question: &Question,
    workloads: &HashMap<AgentId, Workload>,
) -> Result<Vec<Candidate>, Failure> {
    let directory = engine.directory().await?;
    let read = question.conversations.iter();
    let read = read.map(|id| asked(engine, me, id, workloads, &directory));
    let mut asked = futures_util::future::try_join_all(read).await?;
    let there: Vec<AgentId> = workloads
        .iter()
        .filter(|(agent, workload)| {
            let capacity = directory.agents.get(*agent).map_or(0, |a| a.profile.capacity);
            matches!(workload.presence(capacity), Presence::Available | Presence::Busy)
        })
        .map(|(agent, _)| agent.clone())
        .collect();
    let mut candidates = Vec::new();
    for (to, name) in everybody(me, &directory) {
        let group = members::group(&to, &directory, &there);
        let (mut allowed, mut refused, mut promotes) = (0, None, None);
        for one in &mut asked {
            one.ctx.group.clone_from(&group);
            let (command, talk) = command(question, &to, me, &one.thread);
            promotes = promotes.or(talk);
            match decide(Some(&one.thread), &command, &one.ctx) {
                Ok(_) => allowed += 1,
                Err(refusal) => refused = refused.or(Some(refusal)),
            }
        }
        candidates.push(Candidate {
            to: (&to).into(),
            name,
            allowed,
            refused: refused.filter(|_| allowed == 0).as_ref().map(Refused::from),
            promotes: promotes.map(|talk| talk.to_string()),
        });
    }
    Ok(candidates)
}

async fn asked(
    engine: Engine<'_>,
    me: &Profile,
    id: &ConversationId,
    workloads: &HashMap<AgentId, Workload>,
    directory: &Directory,
) -> Result<Asked, Failure> {
    let newest: Stored = readable::readable(engine.ground, me, &id.thread, directory).await?;
    let thread = newest.thread.clone();
    let request = Request {
        thread: id.thread.clone(),
        conversation: Some(id.number),
        once: None,
        seen: None,
        caller: Caller::Agent(me.clone()),
        by_api: false,
        command: Command::Accept,
        opening: None,
        known: None,
        likely: Vec::new(),
    };
    let loaded = Loaded {
        newest: Some(newest),
        workloads: workloads.clone(),
        group: None,
        read: directory.agents.keys().cloned().collect(),
    };
    let ctx = engine.context(&request, &loaded, directory).await?;
    Ok(Asked { thread, ctx })
}

/// All colleagues, then all groups, each list in the order of names.
fn everybody(me: &Profile, directory: &Directory) -> Vec<(Target, String)> {
    let people = directory.agents.values().map(|a| &a.profile).filter(|p| p.id != me.id);
    let people = people.map(|p| {
        let to = if p.role == Role::Agent { Target::Agent } else { Target::Manager };
        (to(p.id.clone()), p.name.clone())
    });
    let teams = directory.teams.values().filter(|t| !t.retired);
    let teams = teams.map(|t| (Target::Team(t.id.clone()), t.name.clone()));
    let skills: BTreeSet<&Skill> =
        directory.agents.values().flat_map(|a| &a.profile.skills).collect();
    let skills = skills.into_iter().map(|s| (Target::Skill(s.clone()), s.to_string()));
    let queues = directory.queues.values().filter(|q| !q.retired);
    let queues = queues.map(|q| (Target::Queue(q.id.clone()), q.name.clone()));
    people.chain(teams).chain(skills).chain(queues).collect()
}

/// The command that the caller would give. A consultant of the caller's own discussion gets a
/// promotion instead of a new offer.
fn command(
    question: &Question,
    to: &Target,
    me: &Profile,
    thread: &Thread,
) -> (Command, Option<DiscussionId>) {
    let into = match question.act {
        TargetAct::Transfer => Some(Promotion::Transfer),
        TargetAct::Confer => Some(Promotion::Conference),
        TargetAct::Discuss | TargetAct::Assign => None,
    };
    let talks = &thread.conversation.discussions;
    let talk = to.agent().and_then(|agent| {
        let with = |d: &&Discussion| d.consultants.iter().any(|(expert, _)| expert == agent);
        talks.iter().filter(|d| d.initiator == me.id).find(with)
    });
    if let (Some(into), Some(talk)) = (into, talk) {
        let (discussion, expert) = (talk.number, to.agent().cloned());
        let id = DiscussionId { thread: thread.id.clone(), number: discussion };
        return (Command::Promote(discussion::Promote { discussion, expert, into }), Some(id));
    }
    let (to, note) = (to.clone(), None);
    let ask = |kind, to, discussion| {
        Command::MakeOffer(offer::Make { kind, to, all: false, discussion, note: None })
    };
    let command = match question.act {
        TargetAct::Discuss => ask(OfferKind::Discuss, to, question.discussion),
        TargetAct::Assign => ask(OfferKind::Assign, to, None),
        TargetAct::Confer => ask(OfferKind::Conference, to, None),
        TargetAct::Transfer => {
            Command::Transfer(transfer::Transfer { to, mode: Some(TransferMode::Immediate), note })
        }
    };
    (command, None)
}

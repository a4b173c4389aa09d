//! Reading frames and bodies: the reader turns untrusted text into a command, or refuses it and
//! names the field.

use crate::session::read::{command_id, id, object, typed};

use crate::conversation::earlier;
use crate::file::attachment;
use crate::{Executed, Failure, Once, Request, Work};
use domain::{
    Caller, Command, ConversationId, DiscussionId, MonitorMode, OfferId, OfferKind, Outcome,
    Profile, Promotion, Target, ThreadId, assignment, conference, conversation, discussion, file,
    label, message, monitoring, offer, queue, survey, transfer, wrap_up,
};
use protocol::view as v;
use protocol::{CommandFrame, Refused, frame};
use serde_json::Value;

/// The largest frame on a socket, in bytes: API Gateway's own limit.
pub const FRAME_LIMIT: usize = 32 * 1024;

/// Reads a frame from an agent's client.
///
/// # Errors
/// A refusal that names the fault.
pub fn agent_frame(text: &str) -> Result<frame::Frame, Refused> {
    let value = object(text)?;
    const ACTIONS: [&str; 13] = [
        "hello",
        "ping",
        "catch_up",
        "typing",
        "presence",
        "direct",
        "direct_read",
        "read",
        "draft",
        "messaging",
        "assignment",
        "transfer",
        "discuss",
    ];
    let action = value.get("action").and_then(Value::as_str).unwrap_or_default();
    if !ACTIONS.contains(&action) {
        return Err(Refused::new(
            "unknown_action",
            format!("There is no action \"{}\".", domain::words::cut(action, 40)),
            format!("Use one of {}.", ACTIONS.join(", ")),
        )
        .at("action"));
    }
    typed(value)
}

/// Reads a command from the protocol's form.
///
/// # Errors
/// `frame_invalid`, naming the field.
fn read_command(command: frame::Command, thread: &ThreadId) -> Result<Command, Refused> {
    use frame::Command as C;
    let ask = |kind, to: &v::Target, all, discussion, note| {
        Ok(Command::MakeOffer(offer::Make { kind, to: target(to)?, all, discussion, note }))
    };
    Ok(match command {
        C::Send { content, reply_to } => {
            Command::Send(message::Send { content: content.into(), reply_to })
        }
        C::React { message, emoji } => Command::React(message::React { message, emoji }),
        C::SendSurvey { survey } => Command::SendSurvey(survey::Send { survey }),
        C::Trigger { trigger, note } => Command::Trigger(message::Trigger { trigger, note }),
        C::Comment { text, mentions, files } => Command::Comment(message::Comment {
            text,
            mentions: mentions.iter().map(|m| id(m, "mentions")).collect::<Result<_, _>>()?,
            files: files.into_iter().map(Into::into).collect(),
        }),
        C::Retry { message } => Command::Retry(message::Retry { message }),
        C::FetchFile { message } => Command::FetchFile(file::Ask { message }),
        C::Accept => Command::Accept,
        C::Resolve { note, for_all: false } => Command::Resolve(conversation::Resolve { note }),
        C::Resolve { note, for_all: true } => {
            Command::ResolveForAll(conversation::ResolveForAll { note })
        }
        C::Undo { entry } => Command::Undo(conversation::Undo { entry }),
        C::Done { disposition, note } => Command::Done(wrap_up::MarkDone { disposition, note }),
        // The rules refuse a number out of range with its bounds.
        C::Prioritise { priority } => Command::Prioritise(queue::Prioritise {
            priority: u8::try_from(priority).unwrap_or(u8::MAX),
        }),
        C::Require { skills } => {
            let skills = skills.iter().map(|s| id(s, "skills")).collect::<Result<_, _>>()?;
            Command::Require(assignment::Require { skills })
        }
        C::Tag { add, remove } => Command::Tag(label::PutTags { add, remove }),
        C::Label { add, remove } => Command::Label(label::PutLabels { add, remove }),
        C::Name { alias } => Command::Name(label::GiveName { alias }),
        C::Assign { to, all, note } => return ask(OfferKind::Assign, &to, all, None, note),
        C::Confer { to, all, note } => return ask(OfferKind::Conference, &to, all, None, note),
        C::Discuss { to, all, discussion, note } => {
            let discussion = discussion.map(|d| discussion_of(&d, thread)).transpose()?;
            return ask(OfferKind::Discuss, &to, all, discussion, note);
        }
        C::AcceptOffer { offer } => {
            Command::AcceptOffer(offer::Accept { offer: offer_of(&offer, thread)? })
        }
        C::RejectOffer { offer, reason } => {
            Command::RejectOffer(offer::Reject { offer: offer_of(&offer, thread)?, reason })
        }
        C::WithdrawOffer { offer, reason } => {
            Command::WithdrawOffer(offer::Withdraw { offer: offer_of(&offer, thread)?, reason })
        }
        C::Transfer { to, mode, note } => Command::Transfer(transfer::Transfer {
            to: target(&to)?,
            mode: mode.map(Into::into),
            note,
        }),
        C::Say { discussion, text } => {
            Command::Say(discussion::Say { discussion: discussion_of(&discussion, thread)?, text })
        }
        C::EndDiscussion { discussion, resolved, note, outcomes } => {
            Command::EndDiscussion(discussion::End {
                discussion: discussion_of(&discussion, thread)?,
                resolved,
                note,
                outcomes: outcomes.iter().map(outcome).collect::<Result<_, _>>()?,
            })
        }
        C::LeaveDiscussion { discussion } => Command::LeaveDiscussion(discussion::Leave {
            discussion: discussion_of(&discussion, thread)?,
        }),
        C::FinishDiscussion { discussion } => Command::FinishDiscussion(discussion::MarkDone {
            discussion: discussion_of(&discussion, thread)?,
        }),
        C::ReleaseExpert { discussion, outcome: given } => {
            Command::ReleaseExpert(discussion::Release {
                discussion: discussion_of(&discussion, thread)?,
                outcome: outcome(&given)?,
            })
        }
        C::Promote { discussion, agent, into } => Command::Promote(discussion::Promote {
            discussion: discussion_of(&discussion, thread)?,
            expert: agent.map(|agent| id(&agent, "agent")).transpose()?,
            into: promotion(into),
        }),
        C::LeaveConference => Command::LeaveConference,
        C::RemoveGuest { agent } => {
            Command::RemoveGuest(conference::Remove { agent: id(&agent, "agent")? })
        }
        C::Monitor { mode } => Command::Monitor(monitoring::Start { mode: monitor_mode(mode) }),
        C::StopMonitoring => Command::StopMonitoring,
        C::Coach { text } => Command::Coach(monitoring::Coach { text }),
    })
}

/// Reads the target of an offer or transfer.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn target(given: &v::Target) -> Result<Target, Refused> {
    Ok(match given {
        v::Target::Agent(agent) => Target::Agent(id(agent, "to.agent")?),
        v::Target::Manager(manager) => Target::Manager(id(manager, "to.manager")?),
        v::Target::Team(team) => Target::Team(id(team, "to.team")?),
        v::Target::Skill(skill) => Target::Skill(id(skill, "to.skill")?),
        v::Target::Queue(queue) => Target::Queue(id(queue, "to.queue")?),
    })
}

const fn promotion(into: v::Promotion) -> Promotion {
    match into {
        v::Promotion::Transfer => Promotion::Transfer,
        v::Promotion::Conference => Promotion::Conference,
    }
}

const fn monitor_mode(mode: v::MonitorMode) -> MonitorMode {
    match mode {
        v::MonitorMode::Silent => MonitorMode::Silent,
        v::MonitorMode::Coach => MonitorMode::Coach,
        v::MonitorMode::Barge => MonitorMode::Barge,
    }
}

fn outcome(given: &v::Outcome) -> Result<Outcome, Refused> {
    let agent = id(&given.agent, "outcome.agent")?;
    Ok(Outcome { agent, resolved: given.resolved, note: given.note.clone() })
}

/// Reads the id of a discussion in a thread.
///
/// # Errors
/// `frame_invalid`, naming the field.
pub fn discussion_of(text: &str, thread: &ThreadId) -> Result<u64, Refused> {
    let discussion: DiscussionId = id(text, "discussion")?;
    same_thread(&discussion.thread, thread, "discussion")?;
    Ok(discussion.number)
}

fn offer_of(text: &str, thread: &ThreadId) -> Result<u64, Refused> {
    let offer: OfferId = id(text, "offer")?;
    same_thread(&offer.thread, thread, "offer")?;
    Ok(offer.number)
}

fn same_thread(given: &ThreadId, thread: &ThreadId, field: &'static str) -> Result<(), Refused> {
    if given == thread {
        return Ok(());
    }
    Err(Refused::new(
        "frame_invalid",
        format!("This {field} belongs to another conversation."),
        "Name the conversation that it belongs to.",
    )
    .at(field))
}

/// Carries out an agent's command, which came over a socket or by HTTP.
///
/// # Errors
/// A refusal or failure; the client gets [`Failure::public`] of it.
pub async fn command(
    work: Work<'_>,
    me: &Profile,
    frame: CommandFrame,
    by_api: bool,
) -> Result<Executed, Failure> {
    command_id(&frame.id)?;
    let conversation: ConversationId = id(&frame.conversation, "conversation")?;
    let seen = frame.seen.filter(|seen| *seen < 9_999_999_998);
    let once = Once::given(frame.id, seen, &(&frame.conversation, &frame.command));
    let command = read_command(frame.command, &conversation.thread)?;
    let command = attachment::with_files(work.shelf, me, &conversation.thread, command).await?;
    let request = Request {
        thread: conversation.thread.clone(),
        conversation: Some(conversation.number),
        once: Some(once),
        seen,
        caller: Caller::Agent(me.clone()),
        by_api,
        command,
        opening: None,
        known: None,
        likely: Vec::new(),
    };
    let executed = work.engine.execute(&request).await;
    // Only a reader of an earlier conversation may learn that it is over.
    if let Err(Failure::Refused(domain::Refusal::ConversationClosed { .. })) = &executed {
        let directory = work.directory().await?;
        earlier::readable_conversation(work.ground, me, &conversation, &directory).await?;
    }
    executed
}

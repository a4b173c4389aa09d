//! Frames that came over a socket: their senders, and the answers to them.

use crate::api_key;
use crate::runtime::limits::Limited;
use crate::runtime::panics;
use crate::session::read;
use crate::session::{frame, sessions};
use crate::visitor::away::Reach;
use crate::visitor::{away, chat};
use crate::{App, Failure, Once, limit};
use aws_lambda_events::apigw::ApiGatewayWebsocketProxyRequest;
use protocol::frame::{Action, Frame};
use protocol::visitor::{VisitorCommand, VisitorFrame, VisitorPush};
use protocol::{CommandFrame, Push, Refused};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use store::Visitor;

/// The owner of a socket. The authorizer found them behind the ticket, and API Gateway returns them
/// with every frame of the socket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Who {
    /// An agent, by id; each frame looks the record up, because role and teams may change.
    Agent {
        /// The agent's id.
        agent: domain::AgentId,
    },
    /// A web-chat customer.
    Visitor(Visitor),
}

/// A frame, with the socket it came over.
#[derive(Debug, Clone)]
pub struct Message {
    /// The socket.
    pub socket: String,
    /// The owner of the socket.
    pub who: Who,
    /// The frame's text.
    pub body: String,
}

impl Who {
    /// Returns the authorizer context that carries the owner: a flat map of strings, as API Gateway
    /// demands.
    #[must_use]
    pub fn to_context(&self) -> Value {
        json!(self)
    }

    fn from_context(fields: impl IntoIterator<Item = (String, Value)>) -> Option<Self> {
        let map: Map<String, Value> = fields.into_iter().collect();
        serde_json::from_value(Value::Object(map)).ok()
    }
}

impl Message {
    /// Reads API Gateway's event.
    ///
    /// # Errors
    /// A refusal if the event names no socket or no owner: it did not come through our authorizer
    /// then.
    pub fn read(event: ApiGatewayWebsocketProxyRequest) -> Result<Self, Failure> {
        let refused = || {
            Failure::rejected("unauthenticated", "This socket belongs to nobody.", "Connect again.")
        };
        let context = event.request_context;
        Ok(Self {
            socket: context.connection_id.ok_or_else(refused)?,
            who: Who::from_context(context.authorizer.fields).ok_or_else(refused)?,
            body: event.body.unwrap_or_default(),
        })
    }
}

/// Carries out a command that came over a socket under `action`, and answers on that socket.
pub async fn serve_command(app: &App, message: &Message, action: Action) {
    let body = &message.body;
    let crashed = |failure| (command_id(body), failure);
    let answer = match &message.who {
        Who::Agent { agent } => {
            let running = agent_command(app, agent, body, action);
            panics::caught(&app.metrics, app.now(), action.name(), running)
                .await
                .map_err(crashed)
                .flatten()
        }
        Who::Visitor(visitor) if action == Action::Messaging => {
            let running = visitor_command(app, visitor, body);
            let push = panics::caught(&app.metrics, app.now(), action.name(), running)
                .await
                .unwrap_or_else(|failure| {
                    VisitorPush::Refused(told(&failure, command_id(body).as_deref()))
                });
            return app.voice().reply(&message.socket, &push).await;
        }
        Who::Visitor(_) => Err((None, Failure::from(not_for_visitors()))),
    };
    let push = match answer {
        Ok(ack) => ack,
        Err((Some(id), failure)) => Push::Refused(told(&failure, Some(&id))),
        // A refusal of a frame without an id names the frame by its other fields.
        Err((None, failure)) => Push::Refused(of_frame(told(&failure, None), body)),
    };
    app.voice().reply(&message.socket, &push).await;
}

async fn agent_command(
    app: &App,
    agent: &domain::AgentId,
    body: &str,
    action: Action,
) -> Result<Push, (Option<String>, Failure)> {
    let command = match frame::agent_frame(body).map_err(|r| (r.id.clone(), r.into()))? {
        Frame::Messaging(c) | Frame::Assignment(c) | Frame::Transfer(c) | Frame::Discuss(c) => c,
        _ => return Err((None, wrong_action("", action).into())),
    };
    let (id, conversation) = (command.id.clone(), command.conversation.clone());
    let run = async {
        if command.command.action() != action {
            return Err(wrong_action(command.command.name(), command.command.action()).into());
        }
        let me = sessions::profile(app.ground(), agent).await?;
        api_key::may_write(app.ground(), agent).await?;
        frame::command(app.work(), &me, command, false).await
    };
    match run.await {
        Ok(executed) => {
            Ok(Push::Ack { id, conversation: Some(conversation), with: None, seq: executed.seq() })
        }
        Err(failure) => Err((Some(id), failure)),
    }
}

async fn visitor_command(app: &App, visitor: &Visitor, body: &str) -> VisitorPush {
    let parsed = read::object(body).and_then(read::typed::<VisitorFrame>);
    let (id, after, command) = match parsed {
        Ok(VisitorFrame::Messaging { id, after, command }) => (id, after, command),
        Ok(_) => return VisitorPush::Refused(wrong_action("", Action::Messaging)),
        Err(refused) => return VisitorPush::Refused(refused),
    };
    let run = async {
        read::command_id(&id)?;
        limit::limit(app.gate(), Limited::Message, visitor.thread().as_str())?;
        let once = Once::by_visitor(id.clone(), after, &command);
        match command {
            VisitorCommand::Write { text, reach, reply_to } => {
                // The address is read first: a refused frame has changed nothing.
                let reach = reach.as_deref().map(Reach::read).transpose()?;
                chat::visitor_writes(app.engine(), visitor, once, &text, reply_to).await?;
                match reach {
                    Some(reach) => away::note_reach(app.engine(), visitor, &reach).await,
                    None => Ok(()),
                }
            }
            VisitorCommand::Attach { reference, caption } => {
                chat::visitor_attaches(app.work(), visitor, once, &reference, caption.as_deref())
                    .await
                    .map(|_| ())
            }
            VisitorCommand::Choose { message, value } => {
                chat::visitor_chooses(app.engine(), visitor, once, message, &value)
                    .await
                    .map(|_| ())
            }
            VisitorCommand::React { message, emoji } => {
                chat::visitor_reacts(app.engine(), visitor, once, message, emoji).await?;
                Ok(())
            }
            VisitorCommand::Leave {} => chat::visitor_leaves(app.engine(), visitor, once).await,
        }
    };
    match run.await {
        Ok(()) => VisitorPush::Ack { id },
        Err(failure) => VisitorPush::Refused(told(&failure, Some(&id))),
    }
}

/// Returns a refusal as the client hears it, and logs a failure that is ours to look into.
#[must_use]
pub fn told(failure: &Failure, id: Option<&str>) -> Refused {
    if failure.is_ours() {
        tracing::error!(%failure, id, "a command failed");
    }
    let refused = failure.public();
    match id {
        Some(id) if id.len() <= 64 => refused.for_command(id),
        _ => refused,
    }
}

/// Marks the frame to which a refusal belongs: by its action and the ids in it. The refusal also
/// returns the frame's own `id`.
#[must_use]
pub fn of_frame(mut refused: Refused, body: &str) -> Refused {
    let frame: Value = serde_json::from_str(body).unwrap_or_default();
    let named = |field: &str| {
        let text = frame.get(field)?.as_str()?;
        (text.len() <= 64).then(|| text.to_owned())
    };
    refused.id = refused.id.or_else(|| named("id"));
    refused.action = named("action");
    refused.thread = named("thread");
    refused.conversation = named("conversation");
    refused
}

/// The id of the command in a frame whose parsing failed.
fn command_id(body: &str) -> Option<String> {
    let frame: Value = serde_json::from_str(body).ok()?;
    frame["id"].as_str().map(str::to_owned)
}

fn wrong_action(command: &str, right: Action) -> Refused {
    let remedy = format!("Send it with \"action\": \"{}\".", right.name());
    let what = if command.is_empty() { "This frame" } else { command };
    Refused::new("wrong_action", format!("{what} does not travel under this action."), remedy)
        .at("action")
}

fn not_for_visitors() -> Refused {
    Refused::new("forbidden", "Only agents can do this.", "Use the action messaging.")
}

/// Reads the frame of a command over HTTP: the same as over a socket, without an action.
///
/// # Errors
/// A refusal that names the field at fault.
pub fn command_body(body: &str) -> Result<CommandFrame, Refused> {
    read::object(body).and_then(read::typed)
}

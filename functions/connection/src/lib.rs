//! Sockets: the right to open one, its opening and closing, the frames that keep its client in step
//! (`hello`, `ping`, `catch_up`, `typing`, `presence`), direct talks (`direct`, `direct_read`), and
//! the agent's own state (`read`, `draft`).
//!
//! The function posts nothing inside `$connect`: API Gateway refuses it. The client speaks first.

use app::runtime::limits::Limited;
use app::session::frame;
use app::session::read;
use app::session::socket::{Message, Who, of_frame, told};
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayWebsocketProxyRequest;
use domain::{AgentId, Profile};
use lambda_runtime::Error;
use protocol::frame::Frame;
use protocol::visitor::{VisitorFrame, VisitorPush};
use protocol::{Push, Refused};
use serde_json::{Value, json};
use store::{Bearer, Visitor};

/// Serves an authorizer request, `$connect`, `$disconnect` or a frame of the `$default` route.
///
/// # Errors
/// If the table fails on `$connect`: API Gateway then refuses the socket.
pub async fn handle(app: &App, event: Value) -> Result<Value, Error> {
    app::runtime::panics::caught(&app.metrics, app.now(), "connection", route(app, event)).await?
}

async fn route(app: &App, event: Value) -> Result<Value, Error> {
    if event["type"] == "REQUEST" {
        return Ok(authorize(app, &event).await);
    }
    let event: ApiGatewayWebsocketProxyRequest = serde_json::from_value(event)?;
    let kind = event.request_context.event_type.clone().unwrap_or_default();
    let message = Message::read(event)?;
    match kind.as_str() {
        "CONNECT" => connect(app, &message).await?,
        "DISCONNECT" => disconnect(app, &message).await?,
        _ => serve(app, &message).await,
    }
    Ok(json!({"statusCode": 200}))
}

/// Decides whether a ticket opens a socket. The first request that shows a ticket uses it up.
async fn authorize(app: &App, event: &Value) -> Value {
    let ticket = event["queryStringParameters"]["ticket"].as_str().unwrap_or_default();
    let origin = event["headers"]
        .as_object()
        .and_then(|h| h.iter().find(|(name, _)| name.eq_ignore_ascii_case("origin")))
        .and_then(|(_, value)| value.as_str());
    let arn = event["methodArn"].as_str().unwrap_or("*");
    let who = match admit(app, ticket).await {
        Some(who) if page_may(app, &who, origin).await => Some(who),
        _ => None,
    };
    let (effect, context) = match &who {
        Some(who) => ("Allow", who.to_context()),
        None => ("Deny", json!({})),
    };
    json!({
        "principalId": who.as_ref().map_or_else(|| "nobody".to_owned(), principal),
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [{"Action": "execute-api:Invoke", "Effect": effect, "Resource": arn}],
        },
        "context": context,
    })
}

/// Whether a page of this origin may open the socket. The ticket is used up either way.
async fn page_may(app: &App, who: &Who, origin: Option<&str>) -> bool {
    match who {
        Who::Agent { .. } => app::session::identity::origin_allowed(app.door(), origin),
        Who::Visitor(visitor) => {
            app::session::identity::admit_page(app.door(), &visitor.asset, origin).await.is_ok()
        }
    }
}

fn principal(who: &Who) -> String {
    match who {
        Who::Agent { agent } => format!("agent:{agent}"),
        Who::Visitor(visitor) => format!("visitor:{}", visitor.thread()),
    }
}

async fn admit(app: &App, ticket: &str) -> Option<Who> {
    if ticket.is_empty() || ticket.len() > 64 {
        return None;
    }
    match app.store.take_ticket(ticket, app.now()).await {
        Ok(Some((Bearer::Agent(agent), expires))) => {
            match app::session::sessions::session_holds(
                app.ground(),
                &agent,
                expires - app::session::identity::TICKET,
            )
            .await
            {
                Ok(holds) => holds.then_some(Who::Agent { agent }),
                Err(error) => {
                    tracing::error!(%agent, %error, "a session could not be looked at");
                    None
                }
            }
        }
        Ok(Some((Bearer::Visitor(visitor), _))) => Some(Who::Visitor(visitor)),
        Ok(None) => None,
        Err(error) => {
            tracing::error!(%error, "a ticket could not be looked at");
            None
        }
    }
}

async fn connect(app: &App, message: &Message) -> Result<(), Failure> {
    match &message.who {
        Who::Agent { agent } => {
            app::session::sessions::profile(app.ground(), agent).await?;
            app.store.add_socket(agent, &message.socket).await?;
        }
        Who::Visitor(visitor) => {
            app.store.add_visitor_socket(&visitor.thread(), &message.socket, app.now()).await?;
        }
    }
    Ok(())
}

async fn disconnect(app: &App, message: &Message) -> Result<(), Failure> {
    match &message.who {
        Who::Agent { agent } => {
            app::presence::socket_gone(app.engine(), agent, &message.socket).await?
        }
        Who::Visitor(visitor) => {
            app.store.remove_visitor_socket(&visitor.thread(), &message.socket).await?;
        }
    }
    Ok(())
}

async fn serve(app: &App, message: &Message) {
    match &message.who {
        Who::Agent { agent } => {
            let served = app::runtime::panics::caught(
                &app.metrics,
                app.now(),
                "connection",
                serve_agent(app, agent, message),
            );
            let pushes = match served.await.flatten() {
                Ok(pushes) => pushes,
                Err(failure) => {
                    vec![Push::Refused(of_frame(told(&failure, None), &message.body))]
                }
            };
            for push in &pushes {
                app.voice().reply(&message.socket, push).await;
            }
            // The agent who has come may get a conversation; the welcome goes first, because it
            // begins everything.
            if matches!(pushes.first(), Some(Push::Welcome { .. })) {
                match app.directory().await {
                    Ok(directory) => {
                        app::assignment::match_agent(app.engine(), agent, &directory).await
                    }
                    Err(error) => tracing::warn!(%agent, %error, "nothing was looked for"),
                }
            }
        }
        Who::Visitor(visitor) => {
            let served = app::runtime::panics::caught(
                &app.metrics,
                app.now(),
                "connection",
                serve_visitor(app, visitor, message),
            );
            let push = match served.await.flatten() {
                Ok(Some(push)) => push,
                Ok(None) => return,
                Err(failure) => VisitorPush::Refused(of_frame(told(&failure, None), &message.body)),
            };
            app.voice().reply(&message.socket, &push).await;
        }
    }
}

async fn serve_agent(app: &App, agent: &AgentId, message: &Message) -> Result<Vec<Push>, Failure> {
    let me = match app::session::sessions::profile(app.ground(), agent).await {
        Err(failure @ Failure::Rejected(_)) => {
            // An agent who may no longer be here gets the reason, and nothing after it.
            app.voice().reply(&message.socket, &Push::Refused(told(&failure, None))).await;
            app::session::sessions::turn_away(app.engine(), agent, &message.socket).await?;
            return Ok(Vec::new());
        }
        other => other?,
    };
    let socket = &message.socket;
    let frame = frame::agent_frame(&message.body)?;
    if !matches!(frame, Frame::Hello { .. } | Frame::Ping { .. } | Frame::CatchUp { .. }) {
        app::api_key::may_write(app.ground(), agent).await?;
    }
    match frame {
        Frame::Hello { positions } => {
            app::conversation::sync::welcome(app.ground(), &me, socket, &positions).await
        }
        Frame::Ping { positions } => {
            app::conversation::sync::pong(app.ground(), &me, socket, &positions).await
        }
        Frame::CatchUp { thread, after } => {
            app::conversation::sync::catch_up(
                app.ground(),
                &me,
                &read::id(&thread, "thread")?,
                after,
            )
            .await
        }
        Frame::Typing { conversation } => typing(app, &me, &conversation).await,
        Frame::Presence { presence, reason } => {
            app::presence::set_presence(app.engine(), &me.id, presence, reason.as_deref()).await?;
            Ok(Vec::new())
        }
        Frame::Direct { id, to, text, conversation } => Ok(vec![match app::direct::write_direct(
            app.engine(),
            &me,
            &to,
            &id,
            &text,
            conversation.as_deref(),
        )
        .await
        {
            Ok(seq) => Push::Ack { id, conversation: None, with: Some(to), seq },
            Err(failure) => Push::Refused(told(&failure, Some(&id))),
        }]),
        Frame::DirectRead { with, seq } => {
            app::direct::read_direct(app.voice(), &me, &with, seq).await?;
            Ok(Vec::new())
        }
        Frame::Read { conversation, discussion, seq } => {
            app::conversation::reading::read_thread(
                app.voice(),
                &me,
                socket,
                &conversation,
                discussion.as_deref(),
                seq,
            )
            .await?;
            Ok(Vec::new())
        }
        Frame::Draft { conversation, mode, discussion, text } => {
            app::message::draft::keep_draft(
                app.voice(),
                &me,
                socket,
                &conversation,
                mode,
                discussion.as_deref(),
                &text,
            )
            .await?;
            Ok(Vec::new())
        }
        Frame::Messaging(_) | Frame::Assignment(_) | Frame::Transfer(_) | Frame::Discuss(_) => {
            // The gateway routes these frames by their action, so that this frame's action was not
            // at the top level.
            Err(Refused::new(
                "unknown_action",
                "The gateway could not read this frame's action.",
                "Put \"action\" at the top level of the frame.",
            )
            .into())
        }
    }
}

/// Passes on that the owner is typing to the customer; only a web chat can show it.
async fn typing(app: &App, me: &Profile, conversation: &str) -> Result<Vec<Push>, Failure> {
    let id: domain::ConversationId = read::id(conversation, "conversation")?;
    if !app::limit::typing_is_news(app.gate(), &format!("{}@{}", me.id, id.thread)) {
        return Ok(Vec::new());
    }
    let directory = app.directory().await?;
    let stored =
        app::conversation::readable::readable(app.ground(), me, &id.thread, &directory).await?;
    if stored.thread.conversation.is_owner(&me.id) {
        let batch = app.store.batch([], &[], Some(&id.thread)).await?;
        let by = app::visitor::frame::first_name(&me.name);
        for socket in &batch.visitor {
            app.voice().reply(socket, &VisitorPush::Typing { by: by.clone() }).await;
        }
    }
    Ok(Vec::new())
}

/// Returns the chat from a message on; if there is more, the visitor should ask for it at once.
async fn read_on(app: &App, visitor: &Visitor, after: u64) -> Result<VisitorPush, Failure> {
    let chat = app::visitor::chat::chat(app.engine(), visitor, after).await?;
    if let VisitorPush::Chat { messages, more: true, .. } = &chat
        && let Some(last) = messages.last()
    {
        app::limit::has_more(app.gate(), visitor.thread().as_str(), last.number);
    }
    Ok(chat)
}

async fn serve_visitor(
    app: &App,
    visitor: &Visitor,
    message: &Message,
) -> Result<Option<VisitorPush>, Failure> {
    let read = read::typed::<VisitorFrame>(read::object(&message.body)?)?;
    let thread = visitor.thread();
    let free = match read {
        VisitorFrame::Typing {} => true,
        VisitorFrame::Ping { after } => app::limit::reads_on(app.gate(), thread.as_str(), after),
        _ => false,
    };
    if !free {
        app::limit::limit(app.gate(), Limited::Step, thread.as_str())?;
    }
    match read {
        VisitorFrame::Hello { after } => {
            // The socket is noted again, in case a frame met it before `$connect` was over.
            app.store.add_visitor_socket(&thread, &message.socket, app.now()).await?;
            read_on(app, visitor, after).await.map(Some)
        }
        VisitorFrame::Ping { after } => read_on(app, visitor, after).await.map(Some),
        VisitorFrame::Typing {} => {
            if app::limit::typing_is_news(app.gate(), thread.as_str()) {
                tell_agents(app, visitor).await?;
            }
            Ok(None)
        }
        VisitorFrame::Seen { number } => {
            app::visitor::chat::visitor_saw(app.engine(), visitor, number).await?;
            Ok(None)
        }
        VisitorFrame::Messaging { .. } => Err(Refused::new(
            "unknown_action",
            "The gateway could not read this frame's action.",
            "Put \"action\" at the top level of the frame.",
        )
        .into()),
    }
}

/// Passes on that the customer is typing, to every agent who follows the conversation while it has
/// an owner.
async fn tell_agents(app: &App, visitor: &Visitor) -> Result<(), Failure> {
    let Some(stored) = app.thread(&visitor.thread()).await? else { return Ok(()) };
    if stored.thread.conversation.owner.is_some() {
        let batch = app.store.batch(&stored.thread.parties(), &[], None).await?;
        let workloads: Vec<_> = batch.workloads.into_iter().collect();
        let conversation = stored.thread.conversation_id().to_string();
        app.voice()
            .tell(&workloads, &Push::Typing { conversation, by: "customer".to_owned() })
            .await;
    }
    Ok(())
}

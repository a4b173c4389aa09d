//! The WebSocket API, with AWS's sharp edges: frames of 32 KB, a cut after 10 idle minutes, another
//! after 2 hours, a 410 for sockets that are gone, and no post before `$connect` is over.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Map, Value, json};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};

use crate::Platform;
use crate::issuer::session;
use crate::lab::Lab;

/// The largest frame.
pub const FRAME: usize = 32 * 1024;
/// The largest message that can be posted to a socket.
const POST: usize = 128 * 1024;
/// The most bytes that the platform reads before it measures a frame, so that it can tell the
/// client what is wrong.
const READ: usize = 4 * 1024 * 1024;
const IDLE: Duration = Duration::from_secs(10 * 60);
const LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);

/// The open sockets, and the faults on the way to them.
#[derive(Debug, Default)]
pub struct Gateway {
    sockets: Mutex<HashMap<String, mpsc::UnboundedSender<Message>>>,
    pub(crate) lab: Lab,
}

/// The result of posting a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    /// The frame is on its way.
    Done,
    /// There is no such socket.
    Gone,
    /// The frame is too large.
    TooLarge,
    /// The gateway asks to slow down.
    Throttled,
}

impl Gateway {
    /// Sends a frame to a socket.
    pub fn post(&self, id: &str, body: Vec<u8>) -> Post {
        if body.len() > POST {
            return Post::TooLarge;
        }
        if self.lab.met.throttles() {
            return Post::Throttled;
        }
        let socket = self.open().get(id).cloned();
        let Some(socket) = socket.filter(|socket| !socket.is_closed()) else { return Post::Gone };
        let frame = Message::Text(String::from_utf8(body).unwrap_or_default().into());
        for late in self.lab.arrivals() {
            if late.is_zero() {
                // A socket that has gone meanwhile gets nothing, as on a network.
                let _ = socket.send(frame.clone());
                continue;
            }
            let (socket, frame) = (socket.downgrade(), frame.clone());
            tokio::spawn(async move {
                tokio::time::sleep(late).await;
                if let Some(socket) = socket.upgrade() {
                    let _ = socket.send(frame);
                }
            });
        }
        Post::Done
    }

    /// Closes a socket, as `DELETE @connections` does. Returns whether there was one.
    pub fn close(&self, id: &str) -> bool {
        let socket = self.open().remove(id);
        // Frames sent before the close go out before it.
        socket.is_some_and(|socket| socket.send(Message::Close(None)).is_ok())
    }

    /// The number of open sockets.
    pub fn open_sockets(&self) -> usize {
        self.open().len()
    }

    fn open(&self) -> MutexGuard<'_, HashMap<String, mpsc::UnboundedSender<Message>>> {
        self.sockets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cuts every socket, as a network would. Returns their number.
    pub fn cut_all(&self) -> usize {
        self.open().drain().count()
    }

    fn add(&self, id: &str) -> mpsc::UnboundedReceiver<Message> {
        let (send, receive) = mpsc::unbounded_channel();
        self.open().insert(id.to_owned(), send);
        receive
    }

    fn remove(&self, id: &str) {
        self.open().remove(id);
    }
}

/// Opens a socket: the authorizer first, then `$connect`, then the frames.
pub async fn open(
    State(platform): State<Arc<Platform>>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    // API Gateway does not even ask the authorizer about a request without the identity source.
    let Some(ticket) = query.get("ticket") else {
        return (StatusCode::UNAUTHORIZED, axum::Json(json!({"message": "Unauthorized"})))
            .into_response();
    };
    let session = session::of_ticket(&platform, ticket);
    let id = format!("{}=", uuid::Uuid::now_v7().simple());
    let forbidden =
        || (StatusCode::FORBIDDEN, axum::Json(json!({"message": "Forbidden"}))).into_response();
    let headers: Map<String, Value> = headers
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), json!(value.to_str().ok()?))))
        .collect();
    let context = Context { platform: Arc::clone(&platform), id, authorizer: Value::Null };
    let request = json!({
        "type": "REQUEST",
        "methodArn": "arn:aws:execute-api:local:000000000000:sockets/live/$connect",
        "headers": headers,
        "queryStringParameters": query,
        "requestContext": context.request_context("$connect", "CONNECT"),
    });
    let name = platform.wiring.authorizer.clone();
    let Ok(answer) = platform.invoke(&name, request).await else { return forbidden() };
    if answer["policyDocument"]["Statement"][0]["Effect"] != "Allow" {
        return forbidden();
    }
    let mut authorizer = answer["context"].clone();
    authorizer["principalId"] = answer["principalId"].clone();
    let context = Context { authorizer, ..context };
    let connected = context.invoke("$connect", "CONNECT", None).await;
    match connected {
        Ok(answer) if answer["statusCode"] == 200 => {}
        Ok(_) => return forbidden(),
        Err(()) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
    upgrade
        .max_message_size(READ)
        .max_frame_size(READ)
        .on_upgrade(move |socket| serve(Arc::new(context), session, socket))
}

struct Context {
    platform: Arc<Platform>,
    id: String,
    authorizer: Value,
}

impl Context {
    fn request_context(&self, route: &str, kind: &str) -> Value {
        let now = (crate::wall_clock())().0;
        json!({
            "routeKey": route,
            "eventType": kind,
            "connectionId": self.id,
            "requestId": uuid::Uuid::now_v7().to_string(),
            "stage": self.platform.wiring.stage,
            "apiId": "local",
            "domainName": "localhost",
            "connectedAt": now,
            "requestTimeEpoch": now,
            "messageDirection": "IN",
            "identity": {"sourceIp": "127.0.0.1"},
            "authorizer": self.authorizer,
        })
    }

    async fn invoke(&self, route: &str, kind: &str, body: Option<String>) -> Result<Value, ()> {
        let routes = &self.platform.wiring.socket_routes;
        let (route, name) = match routes.get_key_value(route) {
            Some((route, name)) => (route.as_str(), name),
            None => ("$default", &routes["$default"]),
        };
        let event = json!({
            "requestContext": self.request_context(route, kind),
            "body": body,
            "isBase64Encoded": false,
        });
        self.platform.invoke(name, event).await.map_err(|crashed| {
            tracing::error!(route, %crashed, "a frame was not handled");
        })
    }
}

async fn serve(context: Arc<Context>, session: Option<String>, socket: WebSocket) {
    let (mut write, mut read) = socket.split();
    let mut outgoing = context.platform.gateway.add(&context.id);
    let opened = session.map(|session| session::opened(&context.platform, &session, &context.id));
    let writer = tokio::spawn(async move {
        while let Some(message) = outgoing.recv().await {
            let closing = matches!(message, Message::Close(_));
            if write.send(message).await.is_err() || closing {
                break;
            }
        }
        // A missing sender means that the socket was cut.
        let _ = write.close().await;
    });
    let end = Instant::now() + LIFETIME;
    while let Ok(Some(Ok(message))) = timeout_at(end.min(Instant::now() + IDLE), read.next()).await
    {
        let text = match message {
            Message::Text(text) => text.to_string(),
            Message::Binary(bytes) => match String::from_utf8(bytes.into()) {
                Ok(text) => text,
                Err(_) => {
                    refuse_bytes(&context);
                    continue;
                }
            },
            Message::Close(_) => break,
            Message::Ping(_) | Message::Pong(_) => continue,
        };
        if text.len() > FRAME {
            refuse_large(&context, text.len());
            break;
        }
        handle(&context, text).await;
        if writer.is_finished() {
            break;
        }
    }
    drop(opened);
    context.platform.gateway.remove(&context.id);
    // Frames on their way still get out; a dead peer must not keep the platform waiting.
    let _ = tokio::time::timeout(Duration::from_secs(2), writer).await;
    if !context.platform.gateway.lab.met.loses_disconnect() {
        let _ = context.invoke("$disconnect", "DISCONNECT", None).await;
    }
}

/// Has a frame handled: one after another, or beside those behind it, as the lab says.
async fn handle(context: &Arc<Context>, text: String) {
    let met = &context.platform.gateway.lab.met;
    if !met.side_by_side() {
        return frame(context, text).await;
    }
    let (context, held) = (Arc::clone(context), met.held());
    tokio::spawn(async move {
        if let Some(held) = held {
            tokio::time::sleep(held).await;
        }
        frame(&context, text).await;
    });
}

/// Routes a frame by `$request.body.action`, as the template's selection expression says.
async fn frame(context: &Context, text: String) {
    let action = serde_json::from_str::<Value>(&text)
        .ok()
        .and_then(|v| v.get("action").and_then(Value::as_str).map(str::to_owned))
        .filter(|a| !a.starts_with('$'))
        .unwrap_or_else(|| "$default".to_owned());
    if context.invoke(&action, "MESSAGE", Some(text)).await.is_err() {
        let body = json!({"message": "Internal server error", "connectionId": context.id});
        context.platform.gateway.post(&context.id, body.to_string().into_bytes());
    }
}

/// Refuses a frame that is no text: a guess at its letters would store wrong ones.
fn refuse_bytes(context: &Context) {
    let refused = json!({
        "type": "refused",
        "code": "frame_not_json",
        "message": "The frame is not UTF-8.",
        "remedy": "Send text, in UTF-8.",
    });
    context.platform.gateway.post(&context.id, refused.to_string().into_bytes());
}

/// Refuses a frame that is too large. API Gateway closes the socket with 1009 and says no more; the
/// platform sends the reason first.
fn refuse_large(context: &Context, length: usize) {
    let refused = json!({
        "type": "refused",
        "code": "frame_too_large",
        "message": format!("The frame has {length} bytes; at most {FRAME} are taken."),
        "remedy": "Send less at once. The socket is closed; connect again.",
    });
    let gateway = &context.platform.gateway;
    gateway.post(&context.id, refused.to_string().into_bytes());
    let close = CloseFrame { code: 1009, reason: "message too big".into() };
    if let Some(socket) = gateway.open().get(&context.id) {
        // A socket that is gone needs no closing.
        let _ = socket.send(Message::Close(Some(close)));
    }
}

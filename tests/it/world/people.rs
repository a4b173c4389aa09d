//! People in a story: agents and visitors, each with a socket.

use serde_json::{Value, json};
use store::settings::overrides::Changed;
use store::settings::scope::Scope;

use super::World;

/// The demo's records, put into the table at once: hundreds of stories begin with them.
/// `platform::furnish` makes the same ones through the API.
pub(super) async fn furnish(store: &store::Store) {
    store.put_records(&platform::demo::records()).await.unwrap();
    let now = (platform::wall_clock())();
    let long_ago = |scope| Changed {
        at: domain::Millis(0),
        by: "ada".parse().unwrap(),
        scope,
        changes: Vec::new(),
    };
    for canned in platform::canned::messages(now) {
        let made = long_ago(Scope::Canned(canned.id.clone()));
        assert!(store.put_canned(&canned, 0, &made).await.unwrap());
    }
    let asset = platform::sandbox::ASSET.parse().unwrap();
    for kept in platform::templates::templates(now) {
        let template = &kept.template;
        let id = format!("{asset}/{}/{}", template.name, template.language);
        let made = long_ago(Scope::Template(id));
        assert!(store.put_template(&asset, &kept, 0, &made).await.unwrap());
    }
}

/// An agent at a console.
pub struct Agent<'a> {
    world: &'a World,
    pub id: String,
    pub socket: String,
}

impl<'a> Agent<'a> {
    pub async fn connect(world: &'a World, id: &str) -> Self {
        let socket = format!("{id}-{}", uuid::Uuid::now_v7().simple());
        let agent = Self { world, id: id.to_owned(), socket };
        world.wires.open_socket(&agent.socket);
        world.call("connection", agent.event("CONNECT", None)).await;
        agent.says(json!({"action": "hello", "positions": {}})).await;
        agent
    }

    pub fn event(&self, kind: &str, body: Option<&str>) -> Value {
        json!({
            "requestContext": {
                "eventType": kind, "connectionId": self.socket, "connectedAt": 0,
                "requestTimeEpoch": 0, "identity": {},
                "authorizer": {"principalId": "x", "kind": "agent", "agent": self.id},
            },
            "body": body,
        })
    }

    /// Sends any text as a frame, to the function that serves `route`.
    pub async fn sends(&self, route: &str, text: &str) -> Vec<Value> {
        let function = if route == "$default" { "connection" } else { route };
        self.world.call(function, self.event("MESSAGE", Some(text))).await;
        self.world.wires.frames(&self.socket)
    }

    /// Sends a frame of the `$default` route, and returns what came back.
    pub async fn says(&self, frame: Value) -> Vec<Value> {
        self.sends("$default", &frame.to_string()).await
    }

    pub async fn leaves(&self) {
        self.world.call("connection", self.event("DISCONNECT", None)).await;
        self.world.wires.lose_socket(&self.socket);
    }

    /// Gives a command with an id of its own. Returns the ack or the refusal.
    pub async fn does(&self, action: &str, conversation: &str, command: Value) -> Value {
        let id = uuid::Uuid::now_v7().to_string();
        self.does_as(&id, action, conversation, None, command).await
    }

    pub async fn does_as(
        &self,
        id: &str,
        action: &str,
        conversation: &str,
        seen: Option<u64>,
        command: Value,
    ) -> Value {
        let frame = json!({"action": action, "id": id, "conversation": conversation,
                           "seen": seen, "command": command});
        let frames = self.sends(action, &frame.to_string()).await;
        let mine = |f: &&Value| f["id"] == id && (f["type"] == "ack" || f["type"] == "refused");
        let answer = frames.iter().find(mine).cloned();
        // The other frames that arrived stay for the test to look at.
        self.put_back(frames.into_iter().filter(|f| f["id"] != id).collect());
        answer.unwrap_or_else(|| panic!("no answer to {frame}"))
    }

    /// Gives a command in an invocation that may end in the middle. `None`: no answer.
    pub async fn tries(
        &self,
        id: &str,
        action: &str,
        conversation: &str,
        command: &Value,
    ) -> Option<Value> {
        let frame = json!({"action": action, "id": id, "conversation": conversation,
                           "command": command});
        self.tries_frame(action, &frame).await;
        let frames = self.frames();
        frames.into_iter().find(|f| f["id"] == id && (f["type"] == "ack" || f["type"] == "refused"))
    }

    /// Sends a frame to an invocation that may end in the middle. Returns whether the frame went
    /// through.
    pub async fn tries_frame(&self, function: &str, frame: &Value) -> bool {
        let event = self.event("MESSAGE", Some(&frame.to_string()));
        self.world.call_or_crash(function, event).await.is_some()
    }

    /// The socket closes, in an invocation that may end in the middle.
    pub async fn tries_to_leave(&self) -> bool {
        let event = self.event("DISCONNECT", None);
        self.world.call_or_crash("connection", event).await.is_some()
    }

    /// The frames of a type that arrived since the last look.
    pub fn told(&self, kind: &str) -> Vec<Value> {
        self.frames().into_iter().filter(|f| f["type"] == kind).collect()
    }

    fn put_back(&self, frames: Vec<Value>) {
        self.world.wires.put_back(&self.socket, frames);
    }

    /// The frames that arrived since the last look.
    pub fn frames(&self) -> Vec<Value> {
        self.world.wires.frames(&self.socket)
    }

    /// The events that arrived since the last look.
    pub fn events(&self) -> Vec<Value> {
        self.frames()
            .iter()
            .flat_map(|f| f["entries"].as_array().cloned().unwrap_or_default())
            .flat_map(|e| e["events"].as_array().cloned().unwrap_or_default())
            .collect()
    }

    /// The first event of a type that arrived since the last look.
    #[track_caller]
    pub fn event_of(&self, kind: &str) -> Value {
        let events = self.events();
        let found = events.iter().find(|e| e["type"] == kind).cloned();
        found.unwrap_or_else(|| panic!("{} saw no {kind}, only {events:?}", self.id))
    }
}

/// A visitor at the chat widget.
pub struct Visitor<'a> {
    world: &'a World,
    pub socket: String,
    context: Value,
}

impl<'a> Visitor<'a> {
    pub async fn connect(world: &'a World, id: &str) -> Self {
        let socket = format!("visitor-{}", uuid::Uuid::now_v7().simple());
        let context = json!({"principalId": "x", "kind": "visitor", "asset": "web-demo",
                             "visitor": id, "name": "Vera"});
        let visitor = Self { world, socket, context };
        world.wires.open_socket(&visitor.socket);
        world.call("connection", visitor.event("CONNECT", None)).await;
        visitor
    }

    pub fn event(&self, kind: &str, body: Option<&str>) -> Value {
        json!({
            "requestContext": {
                "eventType": kind, "connectionId": self.socket, "connectedAt": 0,
                "requestTimeEpoch": 0, "identity": {}, "authorizer": self.context,
            },
            "body": body,
        })
    }

    pub async fn sends(&self, function: &str, frame: &Value) -> Vec<Value> {
        let event = self.event("MESSAGE", Some(&frame.to_string()));
        self.world.call(function, event).await;
        self.world.wires.frames(&self.socket)
    }

    pub async fn writes(&self, text: &str) -> Vec<Value> {
        let id = uuid::Uuid::now_v7().to_string();
        let command = json!({"type": "write", "text": text});
        self.sends("messaging", &json!({"action": "messaging", "id": id, "command": command})).await
    }

    /// Sends a file that was handed in. Returns the ack or the refusal.
    pub async fn attaches(&self, reference: &str) -> Value {
        let id = uuid::Uuid::now_v7().to_string();
        let command = json!({"type": "attach", "reference": reference, "caption": "Look"});
        let frame = json!({"action": "messaging", "id": id, "command": command});
        let frames = self.sends("messaging", &frame).await;
        let answer = frames.iter().find(|f| f["id"] == id).cloned();
        answer.unwrap_or_else(|| panic!("no answer, only {frames:?}"))
    }

    /// Asks the API with the visitor's token.
    pub async fn asks(&self, method: &str, route: &str, body: &str) -> (i64, Value) {
        let visitor: store::Visitor = serde_json::from_value(self.context.clone()).unwrap();
        let token = app::session::identity::visitor_token(self.world.app.door(), &visitor)
            .await
            .unwrap()
            .token;
        let answer = self.world.api_with(&token, method, route, body).await;
        let body = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        (answer["statusCode"].as_i64().unwrap(), body)
    }

    pub fn frames(&self) -> Vec<Value> {
        self.world.wires.frames(&self.socket)
    }

    pub fn thread(&self) -> domain::ThreadId {
        let asset = "web-demo".parse().unwrap();
        store::key::thread(&asset, self.context["visitor"].as_str().unwrap())
    }
}

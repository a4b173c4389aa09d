//! The HTTP API as an OpenAPI 3.1 document.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::example::{self, refused};
use crate::{CODES, reference, schema};

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caller {
    /// With an agent's token.
    Agent,
    /// With a visitor's token.
    Visitor,
    /// Without a token.
    Anybody,
}

/// One route of the HTTP API.
#[derive(Debug)]
pub(crate) struct Route {
    /// The method.
    pub method: &'static str,
    /// The path.
    pub path: &'static str,
    name: &'static str,
    /// What it does, in a line.
    pub summary: &'static str,
    more: &'static str,
    caller: Caller,
    parameters: &'static [&'static str],
    body: Option<&'static str>,
    /// The status of the answer, and the type of its body.
    pub answer: (u16, &'static str),
    codes: &'static [&'static str],
}

const READS: Route = Route {
    method: "GET",
    path: "",
    name: "",
    summary: "",
    more: "",
    caller: Caller::Agent,
    parameters: &[],
    body: None,
    answer: (200, ""),
    codes: &[],
};
const BODY: [&str; 3] = ["frame_not_json", "frame_invalid", "frame_too_large"];
const SETTINGS: [&str; 7] = [
    BODY[0],
    BODY[1],
    BODY[2],
    "not_found",
    "setting_out_of_range",
    "settings_conflict",
    "version_conflict",
];

/// Every route of the API, as in `infra/template.yaml`.
#[rustfmt::skip]
pub(crate) const ROUTES: &[Route] = &[
    Route { method: "POST", path: "/v1/ws-ticket", name: "createTicket", summary: "A ticket that opens one agents' socket",
        more: "The ticket is good for 30 seconds and for one socket: `<url>?ticket=<ticket>`. No body is needed.",
        answer: (201, "Ticket"), ..READS },
    Route { method: "POST", path: "/v1/commands", name: "sendCommand", summary: "Carry out a command",
        more: "The same commands as over a socket, without an `action`. A repeated id gets the first answer; a refused command has changed nothing and may be repeated under the same id. After 503 send the very same body again.",
        body: Some("CommandFrame"), answer: (200, "Done"),
        codes: &[BODY[0], BODY[1], BODY[2], "*", "busy"], ..READS },
    Route { path: "/v1/me", name: "getMe", summary: "Who you are", answer: (200, "Agent"), ..READS },
    Route { method: "PUT", path: "/v1/me/presence", name: "setPresence", summary: "Take work, or do not",
        more: "Who has no open socket is offline whatever they say here; the answer shows it.",
        body: Some("PresenceBody"), answer: (200, "Agent"), codes: &[BODY[0], BODY[1], BODY[2], "text_too_long"], ..READS },
    Route { path: "/v1/agents", name: "listAgents", summary: "Everybody, with presence and load", answer: (200, "Agents"), ..READS },
    Route { path: "/v1/queues", name: "listQueues", summary: "The queues of your teams, with what waits in them",
        more: "An admin stands in every team.", answer: (200, "Queues"), ..READS },
    Route { path: "/v1/queues/{queue}", name: "getQueue", summary: "One queue of your teams", parameters: &["queue"],
        more: "A queue of another team is answered with 404.", answer: (200, "Queue"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { path: "/v1/conversations", name: "listConversations", summary: "Conversations that you own or of your teams' queues, newest first",
        more: "Up to 50 to a page, of conversations that began in the 31 days before `to`, or from `from` on. What is given must all hold. A page can hold fewer, or none, and still have a `cursor`, since only so many are looked through at once; one without `cursor` is the last. The list is written a moment after the fact; the thread is the truth.",
        parameters: &["status", "in_queue", "owner", "on_channel", "tag", "label", "began_from", "began_to", "q", "card_page"], answer: (200, "Conversations"), codes: &["frame_invalid", "text_too_long"], ..READS },
    Route { path: "/v1/conversations/{conversation}", name: "getConversation", summary: "The newest state of a conversation's thread, with the newest entries",
        more: "Always shows the *newest* conversation of the thread: asked for an earlier one, `conversation.id` differs from the id in the path. Holds up to 50 entries, fewer if they are long.",
        parameters: &["conversation"], answer: (200, "ConversationWithEntries"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { path: "/v1/conversations/{conversation}/entries", name: "listEntries", summary: "Entries of a conversation's thread, oldest first",
        more: "Of the whole thread, earlier conversations included. Without `after` and `before`: the newest. `more` speaks of the direction asked for.",
        parameters: &["conversation", "after", "before", "limit"], answer: (200, "Entries"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { path: "/v1/conversations/{conversation}/engagements", name: "listConversationEngagements", summary: "The offers made in a conversation, and what became of them",
        more: "Newest first. Looked for among the thread's newest 1,000 records.",
        parameters: &["conversation"], answer: (200, "Engagements"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { path: "/v1/conversations/{conversation}/routing", name: "listRoutings", summary: "How the engine chose in a conversation's thread, newest first",
        more: "Every choice of an agent, by automatic assignment, a request to a group or a transfer for a skill: who was looked at, with what load, why not the others, and what decided. Of the thread's newest 1,000 entries, earlier conversations included.",
        parameters: &["conversation"], answer: (200, "Routings"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { method: "POST", path: "/v1/transfers", name: "transferSeveral", summary: "Hand several conversations on, each by itself",
        more: "Up to 50. 200 also where some or all of them were refused: the answer tells for each, in the order in which they were named. After a lost answer send the very same body again: what was done is not done again.",
        body: Some("BulkTransfer"), answer: (200, "BulkResult"), codes: &BODY, ..READS },
    Route { path: "/v1/engagements", name: "listEngagements", summary: "The offers that an agent made or got, or those of a period",
        more: "Up to 100 to a page, newest first. With `agent`: one's own, or those of an agent in a team that one manages. With `from` and without `agent`: of managers those in which an agent of their teams has a part, of admins all. With neither: one's own. A page without `cursor` is the last.",
        parameters: &["agent", "from", "to", "page"], answer: (200, "Engagements"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { method: "PUT", path: "/v1/agents/{agent}", name: "putAgent", summary: "Change a colleague's record (admins; managers within their teams)",
        more: "A field left out keeps its value. Of two changes at once the later stands. An admin's record is changed by admins only.",
        parameters: &["agent_id"], body: Some("AgentChange"), answer: (200, "Agent"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "setting_out_of_range"], ..READS },
    Route { path: "/v1/board", name: "getBoard", summary: "The work of a team as it stands (managers and admins)",
        more: "Without `team`: of all teams that you manage. What waits in queues and who is there is as it stands; the rest is written a moment after the fact.",
        parameters: &["of_team"], answer: (200, "Board"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { path: "/v1/mentions", name: "listMentions", summary: "Remarks in which you are mentioned, newest first",
        more: "Of the last 30 days, up to 50 to a page. A page without `cursor` is the last.",
        parameters: &["mention_page"], answer: (200, "Mentions"), codes: &["frame_invalid"], ..READS },
    Route { path: "/v1/contacts/{contact}", name: "getContact", summary: "A customer, over all channels",
        more: "For who may read one of their conversations.",
        parameters: &["contact"], answer: (200, "ContactProfile"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { method: "PATCH", path: "/v1/contacts/{contact}", name: "patchContact", summary: "Change a customer's name or attributes",
        more: "For who may read one of their conversations. Give the `version` that you have read; the answer holds the next one. A new name stands in all their conversations from now on, and the channel's no longer counts.",
        parameters: &["contact"], body: Some("ContactChange"), answer: (200, "ContactProfile"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "version_conflict", "text_missing", "text_too_long", "out_of_range"], ..READS },
    Route { path: "/v1/contacts/{contact}/conversations", name: "listContactConversations", summary: "A customer's conversations, over all channels, newest first",
        more: "As far as you may read them. Up to 50 to a page; a page can hold fewer and still have a `cursor`, and one without it is the last. Written a moment after the fact.",
        parameters: &["contact", "card_page"], answer: (200, "Conversations"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { path: "/v1/settings", name: "getSettings", summary: "What is set for the workspace", answer: (200, "Settings"), ..READS },
    Route { method: "PUT", path: "/v1/settings", name: "putSettings", summary: "Change what is set for the workspace (admins only)",
        more: "Give the `version` that you have read; the answer holds the next one. A field left out keeps its value, `null` switches off. Fields that the server does not know are refused. What holds in every queue afterwards must be free of contradictions.",
        body: Some("SettingsChange"), answer: (200, "Settings"), codes: &SETTINGS, ..READS },
    Route { path: "/v1/settings/teams/{team}", name: "getTeamSettings", summary: "What is set for a team's queues",
        parameters: &["team"], answer: (200, "ScopedSettings"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { method: "PUT", path: "/v1/settings/teams/{team}", name: "putTeamSettings", summary: "Change what is set for a team's queues (admins; managers of the team)",
        more: "Replaces what the team says otherwise than the workspace; a field left out is inherited again.",
        parameters: &["team"], body: Some("ScopedChange"), answer: (200, "ScopedSettings"), codes: &SETTINGS, ..READS },
    Route { path: "/v1/settings/queues/{queue}", name: "getQueueSettings", summary: "What is set for a queue",
        parameters: &["queue"], answer: (200, "ScopedSettings"), codes: &["frame_invalid", "not_found"], ..READS },
    Route { method: "PUT", path: "/v1/settings/queues/{queue}", name: "putQueueSettings", summary: "Change what is set for a queue (admins; managers of its team)",
        more: "Replaces what the queue says otherwise than its team and the workspace; a field left out is inherited again.",
        parameters: &["queue"], body: Some("ScopedChange"), answer: (200, "ScopedSettings"), codes: &SETTINGS, ..READS },
    Route { path: "/v1/settings/changes", name: "listSettingsChanges", summary: "Who changed which setting, newest first (managers and admins)",
        parameters: &["limit"], answer: (200, "SettingsLog"), codes: &["frame_invalid"], ..READS },
    Route { path: "/v1/direct", name: "listTalks", summary: "Your direct talks with colleagues, newest first",
        more: "Nobody but the two of them can read a direct talk, whatever their role.", answer: (200, "Talks"), ..READS },
    Route { path: "/v1/direct/{agent}", name: "listDirectMessages", summary: "Messages of your direct talk with a colleague, oldest first",
        more: "Without `before`: the newest. `more` says whether there are earlier ones.",
        parameters: &["agent_id", "before", "limit"], answer: (200, "DirectMessages"), codes: &["frame_invalid", "target_is_self"], ..READS },
    Route { method: "POST", path: "/v1/direct/{agent}", name: "sendDirect", summary: "Write to a colleague, outside any conversation",
        more: "They need not be there: they find it when they return. A repeated id gets the first answer, as long as it is among the newest 32 messages of the talk. After 503 send the very same body again.",
        parameters: &["agent_id"], body: Some("NewDirect"), answer: (200, "DirectSent"),
        codes: &[BODY[0], BODY[1], BODY[2], "target_is_self", "unknown_target", "text_missing", "text_too_long", "busy"], ..READS },
    Route { method: "PUT", path: "/v1/direct/{agent}/read", name: "readDirect", summary: "Say up to which message you have read a direct talk",
        more: "The position only moves forward. The answer is the talk as it stands now.",
        parameters: &["agent_id"], body: Some("DirectRead"), answer: (200, "Talk"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found"], ..READS },
    Route { path: "/v1/drafts", name: "listDrafts", summary: "Your drafts, newest first",
        more: "Kept for 30 days after they were last changed. Write them with the frame `draft`.", answer: (200, "Drafts"), ..READS },
    Route { method: "POST", path: "/v1/uploads", name: "createUpload", summary: "Announce a file for a message or a comment",
        more: "Send the bytes to the answer's `url` with its `method` and `headers` within 15 minutes, then complete the upload. Type and size must be what the conversation's `files` allows; for a comment any of the kinds that some channel carries.",
        body: Some("NewUpload"), answer: (201, "Upload"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "out_of_range", "text_too_long", "file_kind_refused", "file_too_large"], ..READS },
    Route { method: "POST", path: "/v1/uploads/{upload}/complete", name: "completeUpload", summary: "Have a file looked at that was handed in",
        more: "Its content must be of the announced type, and its size the announced one; otherwise it is thrown away. The answer is what to send. An upload that no message or comment holds is gone after 24 hours. No body is needed.",
        parameters: &["upload"], answer: (200, "Uploaded"), codes: &["upload_missing", "content_mismatch"], ..READS },
    Route { method: "DELETE", path: "/v1/uploads/{upload}", name: "deleteUpload", summary: "Take a file back that no message or comment holds",
        parameters: &["upload"], answer: (200, "Discarded"), codes: &["upload_missing"], ..READS },
    Route { path: "/v1/media/{media}", name: "getMedia", summary: "A link to a file, good for 10 minutes",
        more: "For whoever may read the conversation. By its `reference`; files of which a provider only told are not kept here.",
        parameters: &["media"], answer: (200, "MediaLink"), codes: &["not_found"], ..READS },
    Route { path: "/v1/preferences", name: "getPreferences", summary: "How you like the console", answer: (200, "Preferences"), ..READS },
    Route { method: "PUT", path: "/v1/preferences", name: "putPreferences", summary: "Change how you like the console",
        more: "Replaces the whole document; a field left out gets its default. Give the `version` that you have read; the answer holds the next one.",
        body: Some("Preferences"), answer: (200, "Preferences"), codes: &[BODY[0], BODY[1], BODY[2], "setting_out_of_range", "version_conflict"], ..READS },
    Route { path: "/v1/canned", name: "listCanned", summary: "Canned messages, by category and title", answer: (200, "CannedMessages"), ..READS },
    Route { method: "PUT", path: "/v1/canned/{canned}", name: "putCanned", summary: "Make or change a canned message (managers and admins)",
        more: "Give the `version` that you have read, 0 for a new one; the answer holds the next one.",
        parameters: &["canned"], body: Some("CannedChange"), answer: (200, "Canned"),
        codes: &[BODY[0], BODY[1], BODY[2], "setting_out_of_range", "settings_conflict", "version_conflict"], ..READS },
    Route { method: "DELETE", path: "/v1/canned/{canned}", name: "deleteCanned", summary: "Remove a canned message (managers and admins)",
        more: "The answer shows it as it stood.",
        parameters: &["canned", "version"], answer: (200, "Canned"), codes: &["frame_invalid", "not_found", "version_conflict"], ..READS },
    Route { method: "POST", path: "/v1/visitors", name: "createVisitor", summary: "Begin a web chat",
        more: "Keep the token: it is the visitor's identity on this asset for 30 days.", caller: Caller::Anybody,
        body: Some("NewVisitor"), answer: (201, "Visitor"), codes: &[BODY[0], BODY[1], BODY[2], "not_found", "text_too_long"], ..READS },
    Route { method: "POST", path: "/v1/visitors/ticket", name: "createVisitorTicket", summary: "A ticket that opens one visitors' socket, and a fresh token",
        more: "The fresh token replaces the one that was sent. No body is needed.", caller: Caller::Visitor, answer: (201, "VisitorTicket"), ..READS },
    Route { method: "POST", path: "/v1/visitors/uploads", name: "createVisitorUpload", summary: "Announce a visitor's file",
        more: "As for agents; at most 20 within an hour. The kinds stand in `files` of each ticket's answer.", caller: Caller::Visitor,
        body: Some("NewVisitorUpload"), answer: (201, "Upload"),
        codes: &[BODY[0], BODY[1], BODY[2], "out_of_range", "text_too_long", "file_kind_refused", "file_too_large", "too_many_uploads"], ..READS },
    Route { method: "POST", path: "/v1/visitors/uploads/{upload}/complete", name: "completeVisitorUpload", summary: "Have a visitor's file looked at",
        more: "Then send it with `attach`. No body is needed.", caller: Caller::Visitor,
        parameters: &["upload"], answer: (200, "Uploaded"), codes: &["upload_missing", "content_mismatch"], ..READS },
    Route { path: "/v1/visitors/media/{media}", name: "getVisitorMedia", summary: "A link to a file of the visitor's own chat, good for 10 minutes",
        caller: Caller::Visitor, parameters: &["media"], answer: (200, "MediaLink"), codes: &["not_found"], ..READS },
    Route { path: "/webhooks/{channel}/{asset}", name: "verifyWebhook", summary: "A provider's handshake",
        more: "Meta's verification: answers `hub.challenge` as plain text if `hub.mode` is `subscribe` and the verify token is ours.", caller: Caller::Anybody,
        parameters: &["channel", "asset", "hub.mode", "hub.verify_token", "hub.challenge"], answer: (200, "text"), codes: &["forbidden", "not_found"], ..READS },
    Route { method: "POST", path: "/webhooks/{channel}/{asset}", name: "receiveWebhook", summary: "What a provider reports",
        more: "The signature is checked over the raw bytes before anything is parsed. 200 with `EVENT_RECEIVED` once everything is stored; 503 if something was not: send all of it again, what was stored is recognised. Items that are of no use are passed over.", caller: Caller::Anybody,
        parameters: &["channel", "asset", "x-hub-signature-256"], body: Some("webhook"), answer: (200, "text"),
        codes: &["frame_too_large", "bad_signature", "frame_invalid", "not_found", "busy"] },
];

/// The document.
#[must_use]
pub fn document() -> Value {
    let mut schemas = schema::document()["$defs"].take();
    retarget(&mut schemas);
    let mut paths: Map<String, Value> = Map::new();
    for route in ROUTES {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.to_lowercase()] = operation(route);
    }
    let paths = Value::Object(paths);
    let schemas = used(&schemas, &paths);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Switchboard: HTTP API",
            "version": format!("{}.0.0", crate::VERSION),
            "summary": "Everything that an agent can do over a socket, an integrator can do here.",
            "description": reference::section("http"),
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [
            {
                "url": "https://{api}.execute-api.{region}.amazonaws.com",
                "description": "API Gateway: the stack's output HttpApiUrl.",
                "variables": {
                    "api": {"default": "abc123", "description": "Id of the HTTP API."},
                    "region": {"default": "eu-central-1", "description": "AWS region."},
                },
            },
            {"url": "http://localhost:8787", "description": "The local platform (`make run`)."},
        ],
        "tags": [
            {"name": "agents", "description": "With an agent's token."},
            {"name": "visitors", "description": "Web chat."},
            {"name": "webhooks", "description": "For providers."},
        ],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "agent": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": reference::section("tokens")},
                "visitor": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT",
                    "description": "The token of POST /v1/visitors, renewed by each POST /v1/visitors/ticket."},
            },
        },
    })
}

fn operation(route: &Route) -> Value {
    let tag = match route.path {
        path if path.starts_with("/webhooks") => "webhooks",
        path if path.starts_with("/v1/visitors") => "visitors",
        _ => "agents",
    };
    let mut operation = json!({
        "operationId": route.name,
        "tags": [tag],
        "summary": route.summary,
        "description": route.more,
        "security": match route.caller {
            Caller::Agent => json!([{"agent": []}]),
            Caller::Visitor => json!([{"visitor": []}]),
            Caller::Anybody => json!([]),
        },
        "responses": responses(route),
    });
    if !route.parameters.is_empty() {
        operation["parameters"] = route.parameters.iter().map(|name| parameter(name)).collect();
    }
    if let Some(body) = route.body {
        let content = if body == "webhook" { webhook() } else { shown(body) };
        operation["requestBody"] = json!({"required": true, "content": content});
    }
    operation
}

/// A type of the protocol with all its examples.
fn shown(name: &str) -> Value {
    let examples: Map<String, Value> = example::of(name)
        .into_iter()
        .map(|e| (e.name.to_owned(), json!({"value": e.value})))
        .collect();
    let schema = json!({"$ref": format!("#/components/schemas/{name}")});
    json!({"application/json": {"schema": schema, "examples": examples}})
}

fn responses(route: &Route) -> Map<String, Value> {
    let (status, body) = route.answer;
    let content = match body {
        "text" => {
            let example = if route.method == "GET" { "1158201444" } else { "EVENT_RECEIVED" };
            json!({"text/plain": {"schema": {"type": "string"}, "example": example}})
        }
        body => shown(body),
    };
    let answer = json!({"description": "Done.", "content": content});
    let mut all = Map::from_iter([(status.to_string(), answer)]);
    let examples: BTreeMap<&str, crate::Refused> = refused().into_iter().collect();
    let mut by_status: BTreeMap<u16, Vec<&crate::Code>> = BTreeMap::new();
    for code in codes(route) {
        by_status.entry(code.http).or_default().push(code);
    }
    for (status, codes) in by_status {
        let lines: Vec<String> =
            codes.iter().map(|c| format!("* `{}`: {}", c.code, c.when)).collect();
        let shown: Map<String, Value> = codes
            .iter()
            .filter_map(|c| Some((c.code, examples.get(c.code)?)))
            .map(|(code, refused)| (code.to_owned(), json!({"value": {"error": refused}})))
            .collect();
        let problem = json!({
            "description": lines.join("\n"),
            "content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Problem"}, "examples": shown,
            }},
        });
        all.insert(status.to_string(), problem);
    }
    all
}

/// The codes that a route can answer with: its own, and those of its kind.
fn codes(route: &Route) -> Vec<&'static crate::Code> {
    let domain: Vec<&str> = example::refusals().iter().map(domain::Refusal::code).collect();
    let signed: &[&str] = match (route.caller, route.name) {
        (Caller::Agent, _) => &["unauthenticated", "forbidden", "unavailable"],
        (Caller::Visitor, _) => &["unauthenticated", "unavailable"],
        (Caller::Anybody, "verifyWebhook") => &[],
        (Caller::Anybody, _) => &["unavailable"],
    };
    let all = route.codes.contains(&"*");
    CODES
        .iter()
        .filter(|c| {
            let own = route.codes.contains(&c.code) || signed.contains(&c.code);
            own || all && domain.contains(&c.code)
        })
        .collect()
}

fn parameter(name: &str) -> Value {
    let slug = json!({"type": "string", "pattern": "^[a-z0-9_-]{1,40}$"});
    let number = || json!({"type": "integer", "minimum": 0, "maximum": 9_999_999_999_998_u64});
    let moment = || json!({"anyOf": [{"type": "string", "format": "date-time"}, number()]});
    let (place, schema, description, example) = match name {
        "conversation" => {
            let pattern = "^[0-9a-hjkmnp-tv-z]{16}-[1-9][0-9]*$";
            let schema = json!({"type": "string", "pattern": pattern});
            ("path", schema, "`<thread>-<number>`.", json!("4t9m0c2xkq7w1h5z-1"))
        }
        "contact" => {
            let schema = json!({"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{16}$"});
            ("path", schema, "The contact's id.", json!("9k3v6r1nd8pxa0tw"))
        }
        "queue" => ("path", slug, "The queue's id.", json!("support")),
        "of_team" => ("query", slug, "Only this team's.", json!("support")),
        "team" => ("path", slug, "The team's id.", json!("support")),
        // In the path it is `agent`, too; a query's `agent` has another meaning.
        "agent_id" => ("path", slug, "The agent's id.", json!("martha")),
        "upload" | "media" => {
            let schema = json!({"type": "string", "pattern": "^[0-9a-f]{32}$"});
            ("path", schema, "The file's id.", json!("5b0d8f1e2a7f4c319f2e019aa4b27003"))
        }
        "canned" => ("path", slug, "The canned message's id.", json!("greeting")),
        "version" => ("query", number(), "The version that you have read.", json!(3)),
        "channel" => (
            "path",
            json!({"type": "string", "enum": ["whatsapp"]}),
            "The channel.",
            json!("whatsapp"),
        ),
        "asset" => ("path", slug, "The business's account.", json!("wa-demo")),
        "status" => (
            "query",
            json!({"$ref": "#/components/schemas/Status"}),
            "Only those that stand there.",
            json!("queued"),
        ),
        "in_queue" => ("query", slug, "Only those of this queue.", json!("support")),
        "owner" => ("query", slug, "Only those of this agent.", json!("mark")),
        "agent" => ("query", slug, "Whose. Without it: one's own.", json!("martha")),
        "on_channel" => ("query", slug, "Only those of this kind of channel.", json!("whatsapp")),
        "tag" => {
            let schema = json!({"type": "string"});
            ("query", schema, "Only those with this tag. Case does not count.", json!("VIP"))
        }
        "label" => {
            let schema = json!({"type": "string"});
            (
                "query",
                schema,
                "Only those with this label. Case does not count.",
                json!("Escalated"),
            )
        }
        "began_from" => {
            let words = "Only those that began then or later; at most 92 days before `to`.";
            ("query", moment(), words, json!("2026-11-01T00:00:00Z"))
        }
        "began_to" => {
            let words = "Only those that began before then. Without it: now.";
            ("query", moment(), words, json!(1_795_251_600_000_u64))
        }
        "q" => {
            let schema = json!({"type": "string", "maxLength": 100});
            let words = "Only those in which each of these words, or a part of one, stands in the \
                         customer's name, the alias, the id, the reference, a tag or the last line.";
            ("query", schema, words, json!("kettle amelia"))
        }
        "mention_page" => {
            let example = json!("1795255300000.4t9m0c2xkq7w1h5z.20");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "card_page" => {
            let example = json!("1795251600000.4t9m0c2xkq7w1h5z-1");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "from" => ("query", moment(), "Made then or later.", json!("2026-11-01T00:00:00Z")),
        "to" => {
            let words = "Made before then. Without it: now. At most 92 days after `from`.";
            ("query", moment(), words, json!(1_795_251_600_000_u64))
        }
        "page" => {
            let example = json!("1795255400000.4t9m0c2xkq7w1h5z-o21");
            ("query", json!({"type": "string"}), "The `cursor` of the page before.", example)
        }
        "after" => ("query", number(), "Entries after this position. Excludes `before`.", json!(6)),
        "before" => {
            ("query", number(), "What comes before this position. Excludes `after`.", json!(7))
        }
        "limit" => {
            let schema = json!({"type": "integer", "minimum": 0, "default": 50});
            ("query", schema, "How many: brought between 1 and 100.", json!(50))
        }
        "x-hub-signature-256" => (
            "header",
            json!({"type": "string", "pattern": "^sha256=[0-9a-fA-F]{64}$"}),
            "`sha256=` and the HMAC-SHA-256 of the raw body under the app secret, in hexadecimal.",
            json!("sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756"),
        ),
        "hub.mode" => ("query", json!({"type": "string"}), "`subscribe`.", json!("subscribe")),
        "hub.challenge" => ("query", json!({"type": "string"}), "Comes back.", json!("1158201444")),
        _ => ("query", json!({"type": "string"}), "The verify token.", json!("demo-verify-token")),
    };
    let name = match name {
        "in_queue" => "queue",
        "on_channel" => "channel",
        "of_team" => "team",
        "began_from" => "from",
        "began_to" => "to",
        "card_page" | "mention_page" => "cursor",
        "agent_id" => "agent",
        "page" => "cursor",
        name => name,
    };
    json!({"name": name, "in": place, "required": place == "path" || place == "header",
           "description": description, "schema": schema, "example": example})
}

/// What WhatsApp sends, as far as it is looked at.
fn webhook() -> Value {
    let schema = json!({
        "type": "object",
        "description": "Meta's documented payload. What is not known is passed over.",
        "properties": {
            "object": {"const": "whatsapp_business_account"},
            "entry": {"type": "array", "items": {"type": "object"}},
        },
        "required": ["object", "entry"],
    });
    let examples: Map<String, Value> = example::webhooks()
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!({"value": value})))
        .collect();
    json!({"application/json": {"schema": schema, "examples": examples}})
}

/// The definitions that something refers to, straight or through others.
fn used(all: &Value, by: &Value) -> Map<String, Value> {
    let mut used = Map::new();
    let mut text = by.to_string();
    loop {
        let more: Map<String, Value> = all
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| !used.contains_key(*name))
            .filter(|(name, _)| text.contains(&format!("\"#/components/schemas/{name}\"")))
            .map(|(name, schema)| (name.clone(), schema.clone()))
            .collect();
        if more.is_empty() {
            return used;
        }
        text = Value::Object(more.clone()).to_string();
        used.extend(more);
    }
}

fn retarget(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(target) = map.get("$ref").and_then(Value::as_str).map(reference::component)
            {
                map.insert("$ref".to_owned(), json!(target));
            }
            map.values_mut().for_each(retarget);
        }
        Value::Array(items) => items.iter_mut().for_each(retarget),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_routes_are_those_of_the_template() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../infra/template.yaml");
        let template = std::fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = template.lines().map(str::trim).collect();
        let deployed: BTreeSet<(&str, &str)> = lines
            .windows(2)
            .filter_map(|two| {
                Some((two[0].strip_prefix("Method: ")?, two[1].strip_prefix("Path: ")?))
            })
            .collect();
        assert_eq!(deployed, ROUTES.iter().map(|r| (r.method, r.path)).collect());
    }

    #[test]
    fn browsers_may_use_every_method_that_a_route_has() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../infra/template.yaml");
        let template = std::fs::read_to_string(path).unwrap();
        let allowed =
            template.lines().find_map(|l| l.trim().strip_prefix("AllowMethods: ")).unwrap();
        for route in ROUTES {
            assert!(allowed.contains(route.method), "{} {}", route.method, route.path);
        }
    }

    #[test]
    fn every_code_of_a_route_is_in_the_list() {
        for code in ROUTES.iter().flat_map(|r| r.codes).filter(|c| **c != "*") {
            assert!(CODES.iter().any(|c| c.code == *code), "{code}");
        }
    }

    #[test]
    fn every_body_has_an_example() {
        for body in ROUTES.iter().flat_map(|r| r.body.into_iter().chain([r.answer.1])) {
            let own_form = ["text", "webhook"].contains(&body);
            assert!(own_form || !example::of(body).is_empty(), "{body}");
        }
    }

    #[test]
    fn a_command_can_be_refused_with_every_code_of_the_domain() {
        let route = ROUTES.iter().find(|r| r.name == "sendCommand").unwrap();
        let codes: BTreeSet<&str> = codes(route).iter().map(|c| c.code).collect();
        assert!(example::refusals().iter().all(|r| codes.contains(r.code())));
    }
}

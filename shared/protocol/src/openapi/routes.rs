//! Every route of the HTTP API.

/// An operation of the HTTP API: one for each route, so that a route without a handler, or a
/// handler without a route, does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the table below says what each is")]
pub enum Operation {
    CreateTicket,
    SignOut,
    SendCommand,
    GetMe,
    SetPresence,
    ListAgents,
    ListQueues,
    GetQueue,
    ListConversations,
    GetConversation,
    ListEntries,
    ListConversationEngagements,
    ListRoutings,
    TransferSeveral,
    ListEngagements,
    PutAgent,
    SetAgentPresence,
    ListPresenceChanges,
    GetWorkspace,
    PutWorkspace,
    PutTeam,
    PutQueue,
    PutAsset,
    GetBoard,
    ListMentions,
    SeeMentions,
    GetContact,
    PatchContact,
    ListContactConversations,
    GetSettings,
    PutSettings,
    GetTeamSettings,
    PutTeamSettings,
    GetQueueSettings,
    PutQueueSettings,
    ListSettingsChanges,
    ListTalks,
    ListDirectMessages,
    SendDirect,
    ReadDirect,
    ListDrafts,
    CreateUpload,
    CompleteUpload,
    DeleteUpload,
    GetMedia,
    GetPreferences,
    PutPreferences,
    ListCanned,
    PutCanned,
    DeleteCanned,
    ListTemplates,
    PutTemplate,
    CreateVisitor,
    CreateVisitorTicket,
    CreateVisitorUpload,
    CompleteVisitorUpload,
    GetVisitorMedia,
    VerifyWebhook,
    ReceiveWebhook,
}

impl Operation {
    /// The operation's name in the documents and in clients: `createTicket`.
    #[must_use]
    pub fn name(self) -> String {
        let name = format!("{self:?}");
        name[..1].to_ascii_lowercase() + &name[1..]
    }

    /// The operation of a route (`GET /v1/…`).
    #[must_use]
    pub fn of(route: &str) -> Option<Self> {
        Route::of(route).map(|found| found.operation)
    }

    /// Whether only agents ask for the operation, with their token.
    #[must_use]
    pub fn is_agents(self) -> bool {
        let mut routes = ROUTES.iter().filter(|route| route.operation == self);
        routes.all(|route| route.caller == Caller::Agent)
    }
}

impl Route {
    /// The route with this key (`GET /v1/…`).
    pub(super) fn of(key: &str) -> Option<&'static Self> {
        let (method, path) = key.split_once(' ')?;
        ROUTES.iter().find(|route| route.method == method && route.path == path)
    }
}

/// The callers whom a route admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Caller {
    /// Callers with an agent's token.
    Agent,
    /// Callers with a visitor's token.
    Visitor,
    /// Callers without a token.
    Anybody,
}

/// One route of the HTTP API.
#[derive(Debug)]
pub(crate) struct Route {
    /// The HTTP method.
    pub method: &'static str,
    /// The path.
    pub path: &'static str,
    /// The operation.
    pub operation: Operation,
    /// The operation's effect, in a line.
    pub summary: &'static str,
    pub(super) more: &'static str,
    pub(super) caller: Caller,
    pub(super) parameters: &'static [&'static str],
    pub(super) body: Option<&'static str>,
    /// The status of the answer, and the type of its body.
    pub answer: (u16, &'static str),
    pub(super) codes: &'static [&'static str],
}

const READS: Route = Route {
    method: "GET",
    path: "",
    operation: Operation::GetMe,
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

const RECORD: [&str; 7] = [
    BODY[0],
    BODY[1],
    BODY[2],
    "not_found",
    "setting_out_of_range",
    "version_conflict",
    "text_missing",
];

/// Every route of the API, as in `infra/template.yaml`.
#[rustfmt::skip]
pub(crate) const ROUTES: &[Route] = &[
    Route { method: "POST", path: "/v1/ws-ticket", operation: Operation::CreateTicket, summary: "A ticket that opens one agents' socket",
        more: "The ticket is good for 30 seconds and for one socket: `<url>?ticket=<ticket>`. No body is needed.",
        answer: (201, "Ticket"), ..READS },
    Route { method: "POST", path: "/v1/sign-out", operation: Operation::SignOut, summary: "End your sessions, in every browser",
        more: "All your sockets are closed, and no token or ticket from before opens another; the clocks of the issuer and of this service may differ by 10 seconds. The answer shows you offline. No body is needed.",
        answer: (200, "Agent"), ..READS },
    Route { method: "POST", path: "/v1/commands", operation: Operation::SendCommand, summary: "Carry out a command",
        more: "The same commands as over a socket, without an `action`. A repeated id gets the first answer; a refused command has changed nothing and may be repeated under the same id. After 503 send the very same body again.",
        body: Some("CommandFrame"), answer: (200, "Done"),
        codes: &[BODY[0], BODY[1], BODY[2], "*", "upload_missing", "content_mismatch", "id_reused", "busy"], ..READS },
    Route { path: "/v1/me", operation: Operation::GetMe, summary: "Who you are", answer: (200, "Agent"), ..READS },
    Route { method: "PUT", path: "/v1/me/presence", operation: Operation::SetPresence, summary: "Take work, or do not",
        more: "Who has no open socket is offline whatever they say here; the answer shows it.",
        body: Some("PresenceBody"), answer: (200, "Agent"), codes: &[BODY[0], BODY[1], BODY[2], "text_too_long"], ..READS },
    Route { path: "/v1/agents", operation: Operation::ListAgents, summary: "Everybody, with presence and load, and whom something can be asked of",
        more: "With `conversation` and `act`: also `targets`, each allowed or refused by the very rules that would decide the command now. Presence and room change: the command itself is decided anew.",
        parameters: &["for_conversations", "for_act", "for_discussion"], answer: (200, "Agents"), codes: &["not_found"], ..READS },
    Route { path: "/v1/queues", operation: Operation::ListQueues, summary: "The queues of your teams, with what waits in them",
        more: "An admin stands in every team.", answer: (200, "Queues"), ..READS },
    Route { path: "/v1/queues/{queue}", operation: Operation::GetQueue, summary: "One queue of your teams", parameters: &["queue"],
        more: "A queue of another team is answered with 404.", answer: (200, "Queue"), codes: &["not_found"], ..READS },
    Route { path: "/v1/conversations", operation: Operation::ListConversations, summary: "Conversations that you own or of your teams' queues, newest first",
        more: "50 to a page unless `limit` says otherwise, of conversations that began in the 31 days before `to`, or from `from` on. What is given must all hold. A page can hold fewer, or none, and still have a `cursor`, since only so many are looked through at once; one without `cursor` is the last. The list is written a moment after the fact; the thread is the truth.",
        parameters: &["status", "in_queue", "owner", "on_channel", "tag", "label", "began_from", "began_to", "q", "card_page", "limit"], answer: (200, "Conversations"), codes: &["text_too_long"], ..READS },
    Route { path: "/v1/conversations/{conversation}", operation: Operation::GetConversation, summary: "A conversation as it stands, with its newest entries",
        more: "Of an earlier conversation of the thread: as it stood at its end, with the entries up to then. Holds up to 50 entries, fewer if they are long; those of the conversation before may be among them.",
        parameters: &["conversation"], answer: (200, "ConversationWithEntries"), codes: &["not_found"], ..READS },
    Route { path: "/v1/conversations/{conversation}/entries", operation: Operation::ListEntries, summary: "Entries of a conversation's thread, oldest first",
        more: "Of the whole thread, earlier conversations included. Without `after` and `before`: the newest. `more` speaks of the direction asked for. With `discussion`: only what happened in that discussion, from its beginning; everybody who was in it reads it for ever, whether or not they may still read the conversation.",
        parameters: &["conversation", "after", "before", "limit", "discussion"], answer: (200, "Entries"), codes: &["not_found"], ..READS },
    Route { path: "/v1/conversations/{conversation}/engagements", operation: Operation::ListConversationEngagements, summary: "The offers made in a conversation, and what became of them",
        more: "Newest first. Looked for among the thread's newest 1,000 records.",
        parameters: &["conversation"], answer: (200, "Engagements"), codes: &["not_found"], ..READS },
    Route { path: "/v1/conversations/{conversation}/routing", operation: Operation::ListRoutings, summary: "How the engine chose in a conversation's thread, newest first",
        more: "Every choice of an agent, by automatic assignment, a request to a group or a transfer for a skill: who was looked at, with what load, why not the others, and what decided. Of the thread's newest 1,000 entries, earlier conversations included.",
        parameters: &["conversation"], answer: (200, "Routings"), codes: &["not_found"], ..READS },
    Route { method: "POST", path: "/v1/transfers", operation: Operation::TransferSeveral, summary: "Hand several conversations on, each by itself",
        more: "Up to 50. 200 also where some or all of them were refused: the answer tells for each, in the order in which they were named. After a lost answer send the very same body again: what was done is not done again.",
        body: Some("BulkTransfer"), answer: (200, "BulkResult"), codes: &BODY, ..READS },
    Route { path: "/v1/engagements", operation: Operation::ListEngagements, summary: "The offers that an agent made or got, or those of a period",
        more: "100 to a page unless `limit` says otherwise, newest first. A page can hold fewer, or none, and still have a `cursor`, since only so many are looked through at once. With `agent`: one's own, or those of an agent in a team that one manages. With `from` and without `agent`: of managers those in which an agent of their teams has a part, of admins all. With neither: one's own. A page without `cursor` is the last.",
        parameters: &["agent", "from", "to", "kind", "offer_status", "outcome", "undone", "page", "limit"], answer: (200, "Engagements"), codes: &["not_found"], ..READS },
    Route { method: "PUT", path: "/v1/agents/{agent}", operation: Operation::PutAgent, summary: "Change a colleague's record (admins; managers within their teams), or invite a colleague (admins)",
        more: "A field left out keeps its value. With `version` the second of two changes at once is refused; without it the later one stands. Version 0 makes a new record. An admin's record is changed by admins only.",
        parameters: &["agent_id"], body: Some("AgentChange"), answer: (200, "Agent"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "setting_out_of_range", "target_is_self", "version_conflict", "text_missing", "email_invalid", "email_taken", "unknown_record", "last_admin"], ..READS },
    Route { path: "/v1/workspace", operation: Operation::GetWorkspace, summary: "The records of the workspace (managers and admins)",
        more: "Teams, queues, assets and agents with their versions; retired ones among them.", answer: (200, "Workspace"), ..READS },
    Route { method: "PUT", path: "/v1/workspace", operation: Operation::PutWorkspace, summary: "Name the workspace, or put its checklist away (admins)",
        more: "Give the `version` that you have read; the answer holds the next one.",
        body: Some("WorkspaceChange"), answer: (200, "WorkspaceRecord"), codes: &RECORD, ..READS },
    Route { method: "PUT", path: "/v1/teams/{team}", operation: Operation::PutTeam, summary: "Make, change or retire a team (admins)",
        more: "Give the `version` that you have read, 0 for a new one; the answer holds the next one. A lost answer is repeated by the very same request.",
        parameters: &["team"], body: Some("TeamChange"), answer: (200, "TeamRecord"),
        codes: &[RECORD[0], RECORD[1], RECORD[2], RECORD[3], RECORD[4], RECORD[5], RECORD[6], "name_taken", "in_use"], ..READS },
    Route { method: "PUT", path: "/v1/queues/{queue}", operation: Operation::PutQueue, summary: "Make, change or retire a queue (admins)",
        more: "As for a team. Conversations that wait move with their queue to its new team.",
        parameters: &["queue"], body: Some("QueueChange"), answer: (200, "QueueRecord"),
        codes: &[RECORD[0], RECORD[1], RECORD[2], RECORD[3], RECORD[4], RECORD[5], RECORD[6], "name_taken", "in_use", "unknown_record"], ..READS },
    Route { method: "PUT", path: "/v1/assets/{asset}", operation: Operation::PutAsset, summary: "Make, change or retire an asset (admins)",
        more: "As for a team. The channel of an asset never changes.",
        parameters: &["asset_id"], body: Some("AssetChange"), answer: (200, "AssetRecord"),
        codes: &[RECORD[0], RECORD[1], RECORD[2], RECORD[3], RECORD[4], RECORD[5], RECORD[6], "name_taken", "account_taken", "unknown_record"], ..READS },
    Route { method: "PUT", path: "/v1/agents/{agent}/presence", operation: Operation::SetAgentPresence, summary: "Let a colleague take work, or not (managers of their team, admins)",
        more: "As if they had said it themselves, and they are told who did. Nobody who is offline can be made to take work: `target_unavailable`.",
        parameters: &["agent_id"], body: Some("PresenceBody"), answer: (200, "Agent"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "text_too_long", "target_unavailable", "busy"], ..READS },
    Route { path: "/v1/agents/{agent}/presence", operation: Operation::ListPresenceChanges, summary: "When others set an agent's presence, newest first",
        more: "For the agent, managers of their team, and admins. Of the last 90 days, at most 100.",
        parameters: &["agent_id"], answer: (200, "PresenceChanges"), codes: &["not_found"], ..READS },
    Route { path: "/v1/board", operation: Operation::GetBoard, summary: "The work of a team as it stands (managers and admins)",
        more: "Without `team`: of all teams that you manage. What waits in queues and who is there is as it stands; the rest is written a moment after the fact.",
        parameters: &["of_team"], answer: (200, "Board"), codes: &["not_found"], ..READS },
    Route { path: "/v1/mentions", operation: Operation::ListMentions, summary: "Remarks in which you are mentioned, newest first",
        more: "Of the last 30 days, 50 to a page unless `limit` says otherwise. A page without `cursor` is the last.",
        parameters: &["mention_page", "limit"], answer: (200, "Mentions"), codes: &[], ..READS },
    Route { method: "PUT", path: "/v1/mentions/seen", operation: Operation::SeeMentions, summary: "Say up to when you have looked at your mentions",
        more: "The position only moves forward. Your sockets are told.",
        body: Some("SeeMentions"), answer: (200, "MentionsSeen"), codes: &BODY, ..READS },
    Route { path: "/v1/contacts/{contact}", operation: Operation::GetContact, summary: "A customer, over all channels",
        more: "For who may read one of their conversations.",
        parameters: &["contact"], answer: (200, "ContactProfile"), codes: &["not_found"], ..READS },
    Route { method: "PATCH", path: "/v1/contacts/{contact}", operation: Operation::PatchContact, summary: "Change a customer's name, e-mail address, numbers or attributes",
        more: "For who may read one of their conversations. Give the `version` that you have read; the answer holds the next one. A new name stands in all their conversations from now on, and the channel's no longer counts.",
        parameters: &["contact"], body: Some("ContactChange"), answer: (200, "ContactProfile"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "version_conflict", "text_missing", "text_too_long", "out_of_range", "email_invalid", "phone_invalid"], ..READS },
    Route { path: "/v1/contacts/{contact}/conversations", operation: Operation::ListContactConversations, summary: "A customer's conversations, over all channels, newest first",
        more: "As far as you may read them. 50 to a page unless `limit` says otherwise; a page can hold fewer and still have a `cursor`, and one without it is the last. Written a moment after the fact.",
        parameters: &["contact", "card_page", "limit"], answer: (200, "Conversations"), codes: &["not_found"], ..READS },
    Route { path: "/v1/settings", operation: Operation::GetSettings, summary: "What is set for the workspace", answer: (200, "Settings"), ..READS },
    Route { method: "PUT", path: "/v1/settings", operation: Operation::PutSettings, summary: "Change what is set for the workspace (admins only)",
        more: "Give the `version` that you have read; the answer holds the next one. A field left out keeps its value, `null` switches off. Fields that the server does not know are refused. What holds in every queue afterwards must be free of contradictions.",
        body: Some("SettingsChange"), answer: (200, "Settings"), codes: &SETTINGS, ..READS },
    Route { path: "/v1/settings/teams/{team}", operation: Operation::GetTeamSettings, summary: "What is set for a team's queues",
        parameters: &["team"], answer: (200, "ScopedSettings"), codes: &["not_found"], ..READS },
    Route { method: "PUT", path: "/v1/settings/teams/{team}", operation: Operation::PutTeamSettings, summary: "Change what is set for a team's queues (admins; managers of the team)",
        more: "Replaces what the team says otherwise than the workspace; a field left out is inherited again.",
        parameters: &["team"], body: Some("ScopedChange"), answer: (200, "ScopedSettings"), codes: &SETTINGS, ..READS },
    Route { path: "/v1/settings/queues/{queue}", operation: Operation::GetQueueSettings, summary: "What is set for a queue",
        parameters: &["queue"], answer: (200, "ScopedSettings"), codes: &["not_found"], ..READS },
    Route { method: "PUT", path: "/v1/settings/queues/{queue}", operation: Operation::PutQueueSettings, summary: "Change what is set for a queue (admins; managers of its team)",
        more: "Replaces what the queue says otherwise than its team and the workspace; a field left out is inherited again.",
        parameters: &["queue"], body: Some("ScopedChange"), answer: (200, "ScopedSettings"), codes: &SETTINGS, ..READS },
    Route { path: "/v1/settings/changes", operation: Operation::ListSettingsChanges, summary: "Who changed which setting or record, newest first (managers and admins)",
        more: "Of the whole workspace, or of one place: `of=queue:returns`, `of=team:support`, `of=agent:mark`, `of=asset:web`, `of=workspace`.",
        parameters: &["of_place", "limit"], answer: (200, "SettingsLog"), codes: &[], ..READS },
    Route { path: "/v1/direct", operation: Operation::ListTalks, summary: "Your direct talks with colleagues, newest first",
        more: "Nobody but the two of them can read a direct talk, whatever their role.", answer: (200, "Talks"), ..READS },
    Route { path: "/v1/direct/{agent}", operation: Operation::ListDirectMessages, summary: "Messages of your direct talk with a colleague, oldest first",
        more: "Without `before`: the newest. `more` says whether there are earlier ones.",
        parameters: &["agent_id", "before", "limit"], answer: (200, "DirectMessages"), codes: &["target_is_self"], ..READS },
    Route { method: "POST", path: "/v1/direct/{agent}", operation: Operation::SendDirect, summary: "Write to a colleague, outside any conversation",
        more: "They need not be there: they find it when they return. A repeated id gets the first answer, for 7 days; another text under the same id is refused. After 503 send the very same body again.",
        parameters: &["agent_id"], body: Some("NewDirect"), answer: (200, "DirectSent"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "target_is_self", "unknown_target", "text_missing", "text_too_long", "id_reused", "busy"], ..READS },
    Route { method: "PUT", path: "/v1/direct/{agent}/read", operation: Operation::ReadDirect, summary: "Say up to which message you have read a direct talk",
        more: "The position only moves forward. The answer is the talk as it stands now.",
        parameters: &["agent_id"], body: Some("DirectRead"), answer: (200, "Talk"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found"], ..READS },
    Route { path: "/v1/drafts", operation: Operation::ListDrafts, summary: "Your drafts, newest first",
        more: "Kept for 30 days after they were last changed. Write them with the frame `draft`.", answer: (200, "Drafts"), ..READS },
    Route { method: "POST", path: "/v1/uploads", operation: Operation::CreateUpload, summary: "Announce a file for a message or a comment",
        more: "Send the bytes to the answer's `url` with its `method` and `headers` within 15 minutes, then complete the upload. Type and size must be what the conversation's `files` allows; for a comment any of the kinds that some channel carries.",
        parameters: &["idempotency-key"], body: Some("NewUpload"), answer: (201, "Upload"),
        codes: &["id_reused", BODY[0], BODY[1], BODY[2], "not_found", "out_of_range", "text_too_long", "file_kind_refused", "file_too_large"], ..READS },
    Route { method: "POST", path: "/v1/uploads/{upload}/complete", operation: Operation::CompleteUpload, summary: "Have a file looked at that was handed in",
        more: "Its content must be of the announced type, and its size the announced one; otherwise it is thrown away. The answer is what to send. An upload that no message or comment holds is gone after 24 hours. No body is needed.",
        parameters: &["upload"], answer: (200, "Uploaded"), codes: &["upload_missing", "content_mismatch"], ..READS },
    Route { method: "DELETE", path: "/v1/uploads/{upload}", operation: Operation::DeleteUpload, summary: "Take a file back that no message or comment holds",
        parameters: &["upload"], answer: (200, "Discarded"), codes: &["upload_missing", "upload_sent"], ..READS },
    Route { path: "/v1/media/{media}", operation: Operation::GetMedia, summary: "A link to a file, good for 10 minutes",
        more: "For whoever may read the conversation. By its `reference`; files of which a provider only told are not kept here.",
        parameters: &["media"], answer: (200, "MediaLink"), codes: &["not_found"], ..READS },
    Route { path: "/v1/preferences", operation: Operation::GetPreferences, summary: "How you like the console", answer: (200, "Preferences"), ..READS },
    Route { method: "PUT", path: "/v1/preferences", operation: Operation::PutPreferences, summary: "Change how you like the console",
        more: "Replaces the whole document; a field left out gets its default. Give the `version` that you have read; the answer holds the next one.",
        body: Some("Preferences"), answer: (200, "Preferences"), codes: &[BODY[0], BODY[1], BODY[2], "setting_out_of_range", "version_conflict"], ..READS },
    Route { path: "/v1/canned", operation: Operation::ListCanned, summary: "Canned messages, by category and title", answer: (200, "CannedMessages"), ..READS },
    Route { method: "PUT", path: "/v1/canned/{canned}", operation: Operation::PutCanned, summary: "Make or change a canned message (managers and admins)",
        more: "Give the `version` that you have read, 0 for a new one; the answer holds the next one.",
        parameters: &["canned"], body: Some("CannedChange"), answer: (200, "Canned"),
        codes: &[BODY[0], BODY[1], BODY[2], "text_missing", "text_too_long", "unknown_variable", "canned_full", "settings_conflict", "version_conflict"], ..READS },
    Route { method: "DELETE", path: "/v1/canned/{canned}", operation: Operation::DeleteCanned, summary: "Remove a canned message (managers and admins)",
        more: "The answer shows it as it stood.",
        parameters: &["canned", "version"], answer: (200, "Canned"), codes: &["not_found", "version_conflict"], ..READS },
    Route { path: "/v1/templates", operation: Operation::ListTemplates, summary: "Templates of your teams' accounts, by name and language",
        more: "Messages that the provider approved beforehand. Of all accounts that carry templates, or of the one named. Managers and admins see retired ones, too.",
        parameters: &["of_asset"], answer: (200, "Templates"), codes: &["not_found"], ..READS },
    Route { method: "PUT", path: "/v1/templates/{asset}", operation: Operation::PutTemplate, summary: "Enter, change or retire a template (admins)",
        more: "Name and language in the body say which. Give the `version` that you have read, 0 for a new one; the answer holds the next one.",
        parameters: &["asset"], body: Some("TemplateChange"), answer: (200, "Template"),
        codes: &[BODY[0], BODY[1], BODY[2], "not_found", "setting_out_of_range", "version_conflict"], ..READS },
    Route { method: "POST", path: "/v1/visitors", operation: Operation::CreateVisitor, summary: "Begin a web chat",
        more: "Keep the token: it is the visitor's identity on this asset for 30 days. Repeating this after a lost answer is harmless: an identity that nobody uses leaves nothing behind.", caller: Caller::Anybody,
        body: Some("NewVisitor"), answer: (201, "Visitor"), codes: &[BODY[0], BODY[1], BODY[2], "email_invalid", "not_found", "text_too_long"], ..READS },
    Route { method: "POST", path: "/v1/visitors/ticket", operation: Operation::CreateVisitorTicket, summary: "A ticket that opens one visitors' socket, and a fresh token",
        more: "The fresh token replaces the one that was sent. No body is needed.", caller: Caller::Visitor, answer: (201, "VisitorTicket"), ..READS },
    Route { method: "POST", path: "/v1/visitors/uploads", operation: Operation::CreateVisitorUpload, summary: "Announce a visitor's file",
        more: "As for agents; at most 20 within an hour. The kinds stand in `files` of each ticket's answer.", caller: Caller::Visitor,
        parameters: &["idempotency-key"], body: Some("NewVisitorUpload"), answer: (201, "Upload"),
        codes: &["id_reused", BODY[0], BODY[1], BODY[2], "out_of_range", "text_too_long", "file_kind_refused", "file_too_large", "too_many_uploads"] },
    Route { method: "POST", path: "/v1/visitors/uploads/{upload}/complete", operation: Operation::CompleteVisitorUpload, summary: "Have a visitor's file looked at",
        more: "Then send it with `attach`. No body is needed.", caller: Caller::Visitor,
        parameters: &["upload"], answer: (200, "Uploaded"), codes: &["upload_missing", "content_mismatch"], ..READS },
    Route { path: "/v1/visitors/media/{media}", operation: Operation::GetVisitorMedia, summary: "A link to a file of the visitor's own chat, good for 10 minutes",
        caller: Caller::Visitor, parameters: &["media"], answer: (200, "MediaLink"), codes: &["not_found"], ..READS },
    Route { path: "/webhooks/{channel}/{asset}", operation: Operation::VerifyWebhook, summary: "A provider's handshake",
        more: "Meta's verification: answers `hub.challenge` as plain text if `hub.mode` is `subscribe` and the verify token is ours.", caller: Caller::Anybody,
        parameters: &["channel", "asset", "hub.mode", "hub.verify_token", "hub.challenge"], answer: (200, "text"), codes: &["forbidden", "not_found"], ..READS },
    Route { method: "POST", path: "/webhooks/{channel}/{asset}", operation: Operation::ReceiveWebhook, summary: "What a provider reports",
        more: "The signature is checked over the raw bytes before anything is parsed. 200 with `EVENT_RECEIVED` once everything is stored; 503 if something was not: send all of it again, what was stored is recognised. Items that are of no use are passed over.", caller: Caller::Anybody,
        parameters: &["channel", "asset", "x-hub-signature-256"], body: Some("webhook"), answer: (200, "text"),
        codes: &["frame_too_large", "bad_signature", "frame_invalid", "not_found", "busy"] },
];

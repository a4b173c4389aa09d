//! Refusals: the same form over sockets and HTTP.

use domain::workspace::Blocked;
use domain::{Refusal, hours};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An expected "no". Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refused {
    /// The id of the refused command, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The action of the refused frame, where the frame has no id of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// The thread that the refused frame named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<String>,
    /// The conversation that the refused frame named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<String>,
    /// A stable code. Later versions may add codes: treat one that you do not know by its HTTP
    /// status.
    #[schemars(with = "Word")]
    pub code: String,
    /// The cause, in a sentence for people.
    pub message: String,
    /// The remedy, in a sentence for people.
    pub remedy: String,
    /// The input field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The id of the agent whom the refusal is about: the faster one, the one asked already, the
    /// owner …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// The end state that the command lost to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// After how many seconds the caller can try again. Over HTTP the header `Retry-After` says the
    /// same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

impl From<Blocked> for Refused {
    fn from(blocked: Blocked) -> Self {
        Self::new(blocked.code(), blocked.to_string(), blocked.remedy()).at(blocked.field())
    }
}

impl From<hours::Unfit> for Refused {
    fn from(unfit: hours::Unfit) -> Self {
        let code = match unfit.fault {
            hours::Fault::OutOfRange => "setting_out_of_range",
            hours::Fault::Conflict => "settings_conflict",
        };
        Self::new(code, unfit.message, unfit.remedy).at(unfit.field)
    }
}

/// The codes as the schema lists them.
struct Word;

impl JsonSchema for Word {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let words: Vec<&str> = CODES.iter().map(|c| c.code).collect();
        schemars::json_schema!({
            "description": "Why something was refused. The reference says when each is given.",
            "type": "string",
            "enum": words,
        })
    }
}

/// One refusal code, for the reference.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// The code.
    pub code: &'static str,
    /// The HTTP status of the code.
    pub http: u16,
    /// The case in which the server gives the code.
    pub when: &'static str,
}

macro_rules! codes {
    ($($code:literal $http:literal $when:literal,)+) => {
        /// Every refusal code.
        pub const CODES: &[Code] = &[$(Code { code: $code, http: $http, when: $when },)+];
    };
}

codes! {
    "not_found" 404 "There is no such conversation, offer or message, or the caller may not know of it.",
    "forbidden" 403 "The caller's role or teams do not allow it.",
    "not_owner" 403 "Only the owner of the conversation can do this; `agent` names the owner.",
    "consulting" 403 "A consulted colleague tried to reach the customer.",
    "already_taken" 409 "Somebody else accepted the conversation first; `agent` names them.",
    "at_capacity" 409 "The caller has as many conversations in progress as they may.",
    "conversation_closed" 409 "The conversation is over; `status` says how.",
    "still_queued" 409 "The conversation has no owner yet.",
    "offer_closed" 409 "The offer, or the caller's part in it, is no longer pending; `status` names the end it found, `agent` who accepted it first.",
    "not_offer_target" 403 "The offer was made to somebody else.",
    "not_offer_initiator" 403 "Only who made an offer can withdraw it.",
    "offer_pending" 409 "The same has been asked already and awaits an answer; `agent` names who was asked.",
    "too_many_offers" 409 "Three offers are pending in the conversation.",
    "too_many_discussions" 409 "Three discussions are running or pending in the conversation.",
    "target_is_self" 400 "The caller chose themselves.",
    "unknown_target" 400 "There is no such agent, manager, team, skill or queue.",
    "target_empty" 409 "The team, queue or skill has no members who take work.",
    "nobody_available" 409 "No member of the team, queue or skill is available with room.",
    "transfer_not_allowed" 403 "The colleague or team has nothing to do with the conversation's team or account.",
    "not_a_group" 400 "Only a team, queue or skill can be asked all at once.",
    "target_in_conference" 409 "The colleague already takes part in the conference.",
    "conference_full" 409 "The conference has as many parties, with those asked, as it may: six, the customer counted.",
    "not_in_conference" 409 "The caller, or the colleague named, is not in the conference.",
    "no_successor" 409 "The owner cannot leave the conference: no guest is available with room.",
    "too_many_experts" 409 "Five colleagues are in the discussion.",
    "which_expert" 400 "The discussion has several experts, and the command names none.",
    "not_expert" 400 "The colleague named is not consulted in the discussion.",
    "already_involved" 409 "The caller takes part in the conversation and cannot monitor it.",
    "too_many_monitors" 409 "Three managers look on already.",
    "not_monitoring" 409 "The caller does not monitor the conversation.",
    "nobody_coaches" 409 "The owner wrote to a coach, and there is none.",
    "nothing_to_wrap_up" 409 "The conversation does not wait for the caller to mark it done.",
    "unknown_disposition" 400 "The disposition is not one of those in the settings.",
    "cannot_undo" 409 "The step is longer ago than 30 seconds, is somebody else's or of another kind, or more has happened since.",
    "unknown_choice" 400 "There is no survey or trigger of this name in the settings.",
    "survey_over" 409 "The question has been answered, or another one is asked by now, or none is.",
    "phone_invalid" 400 "The text is no phone number.",
    "email_invalid" 400 "The text is no e-mail address of at most 200 characters; `field` names it.",
    "unknown_label" 400 "There is no label of this name in the settings.",
    "too_many_tags" 409 "The conversation would have more than 12 tags.",
    "too_many_labels" 409 "The conversation would have more than 5 labels.",
    "cannot_mention" 400 "Who is mentioned is not there, or may not read the conversation; `agent` names them.",
    "out_of_range" 400 "A number lies outside its bounds; `field` names it.",
    "target_unavailable" 409 "The colleague is away or offline.",
    "target_full" 409 "The colleague has as many conversations in progress as they may.",
    "target_is_owner" 409 "The colleague already owns the conversation.",
    "target_consults" 409 "The colleague is already in a discussion of this conversation.",
    "discussion_ended" 409 "The discussion is over, or never was.",
    "discussion_running" 409 "The discussion has not ended yet.",
    "not_member" 403 "The caller is not part of the discussion.",
    "not_initiator" 403 "Only the initiator decides what becomes of a discussion; `agent` names them.",
    "initiator_cannot_leave" 409 "The initiator ends a discussion with an outcome; they do not leave it.",
    "text_missing" 400 "A required text is empty; `field` names it.",
    "text_too_long" 400 "A text has too many characters, or takes too many bytes as it is sent; `field` names it.",
    "content_not_supported" 400 "The channel does not carry this kind of content from agents.",
    "file_kind_refused" 400 "Files of this type do not go this way; the conversation's `files` lists those that do.",
    "file_too_large" 400 "The file is larger than its kind may be.",
    "content_mismatch" 409 "The file's content is not what was announced, or was changed after it was looked at.",
    "upload_missing" 409 "The upload is unknown or expired, has not arrived, was not completed, or is somebody else's or for something else.",
    "upload_sent" 409 "The file is part of a message or a comment and cannot be taken back.",
    "too_many_uploads" 429 "A visitor has handed in 20 files within the hour.",
    "too_many_requests" 429 "A program with a key, or somebody whom nobody has signed in, asks too often; `retry_after` says how long to wait.",
    "origin_refused" 403 "The web chat may not be opened from this page's origin; the settings and `AllowedOrigins` list those it may.",
    "unknown_template" 400 "The account has no template of this name, or it is retired.",
    "unknown_language" 400 "The template does not exist in this language.",
    "template_not_approved" 409 "The template is paused or was rejected; `status` says which.",
    "parameter_missing" 400 "A value of the template is missing or blank; the message names it.",
    "too_many_parameters" 400 "More values are given than the template takes.",
    "parameter_invalid" 400 "A value of the template has more than one line, tabs, or more than four spaces in a row.",
    "unknown_variable" 400 "A text has a variable that there is not, or one that is not closed; the message names it.",
    "canned_full" 409 "There are as many canned messages as are kept, in number or in bytes.",
    "window_closed" 409 "The provider takes free text only for a time after the customer's last message.",
    "no_quotes" 409 "The channel shows no quotes of earlier messages.",
    "message_unknown" 409 "The provider has not told the id of the earlier message, so that nothing can be said of it.",
    "opted_out" 409 "The customer asked for no further messages, and the provider sends none.",
    "outbox_full" 429 "Twenty messages to this customer still wait for the provider.",
    "not_failed" 409 "The message has not failed, or failed too long ago to be retried.",
    "frame_not_json" 400 "The frame or body is not a JSON object.",
    "frame_invalid" 400 "A field is missing, unknown or of the wrong type; `field` names it.",
    "query_invalid" 400 "A parameter of the path or the query is unknown, missing, or has a value that it cannot have; `field` names it.",
    "frame_too_large" 413 "A frame may hold 32 KB, a message 128 KB, a webhook 3 MB.",
    "unknown_action" 400 "There is no such action.",
    "wrong_action" 400 "The command travels under another action.",
    "unauthenticated" 401 "The token or ticket is missing, expired, forged, used, or for somebody else.",
    "email_unverified" 403 "The sign-in service does not say that the e-mail address is verified, and the record is not bound to an account yet.",
    "sign_in_taken" 403 "The agent's record is bound to another account of the sign-in service.",
    "bad_signature" 401 "The webhook is not signed, or not by us and the provider.",
    "id_reused" 409 "The caller gave another command under this id before; nothing of this one was carried out.",
    "version_conflict" 409 "What is to be changed was changed by somebody else since it was read.",
    "setting_out_of_range" 400 "A setting is too small, too large, too long or empty; `field` names it, `message` the bounds.",
    "settings_conflict" 409 "Settings contradict each other where they hold; `field` names the one to change.",
    "name_taken" 409 "Another record of the same kind has the name already; `message` names it.",
    "email_taken" 409 "Another agent has the e-mail address already.",
    "account_taken" 409 "Another asset is the same account at the same channel.",
    "unknown_record" 400 "The record names a team or queue that does not exist or is retired; `field` says where.",
    "in_use" 409 "Other records or waiting customers still need what is to retire; `message` names them.",
    "last_admin" 409 "Nobody could set the workspace up any more.",
    "busy" 503 "Too many writes met in one conversation; nothing was changed. Send the same command again.",
    "unavailable" 503 "Something failed on our side. Send the same command, with the same id, again.",
    "internal" 500 "A mistake in our program ended the request. What it was to do may be done or not; the same command with the same id is safe to send again.",
}

impl Refused {
    /// A refusal of a frame, a token or a route, which does not come from the domain.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        debug_assert!(CODES.iter().any(|c| c.code == code), "unlisted code {code}");
        Self {
            id: None,
            action: None,
            thread: None,
            conversation: None,
            code: code.to_owned(),
            message: message.into(),
            remedy: remedy.into(),
            field: None,
            agent: None,
            status: None,
            retry_after: None,
        }
    }

    /// Sets the id of the refused command.
    #[must_use]
    pub fn for_command(mut self, id: &str) -> Self {
        self.id = Some(id.to_owned());
        self
    }

    /// Sets the field at fault.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The HTTP status of the code.
    #[must_use]
    pub fn http_status(&self) -> u16 {
        CODES.iter().find(|c| c.code == self.code).map_or(500, |c| c.http)
    }
}

impl From<&Refusal> for Refused {
    fn from(refusal: &Refusal) -> Self {
        Self {
            id: None,
            action: None,
            thread: None,
            conversation: None,
            code: refusal.code().to_owned(),
            message: refusal.to_string(),
            remedy: refusal.remedy().to_owned(),
            field: refusal.field().map(str::to_owned),
            agent: refusal.agent().map(ToString::to_string),
            status: refusal.status().map(str::to_owned),
            retry_after: None,
        }
    }
}

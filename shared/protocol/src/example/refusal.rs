//! One example of each refusal.

use crate::Refused;
use domain::workspace::Blocked;
use domain::{AgentId, OfferStatus, Refusal, Status};

/// The id of an agent of the examples.
pub(super) fn agent(id: &str) -> AgentId {
    #[expect(clippy::expect_used, reason = "the ids in this folder are literals")]
    id.parse().expect("a literal id")
}

/// One of each of the domain's refusals.
#[must_use]
pub fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::NotFound { what: "conversation" },
        Refusal::Forbidden { why: "the conversation belongs to another team" },
        Refusal::NotOwner { owner: Some(agent("mark")) },
        Refusal::Consulting,
        Refusal::AlreadyTaken { by: agent("mark") },
        Refusal::AtCapacity { open: 5, capacity: 5 },
        Refusal::ConversationClosed { status: Status::Resolved },
        Refusal::StillQueued,
        Refusal::OfferClosed { status: OfferStatus::Rescinded, by: Some(agent("nina")) },
        Refusal::NotOfferTarget,
        Refusal::NotOfferInitiator,
        Refusal::OfferPending { to: Some(agent("martha")) },
        Refusal::TooManyOffers { limit: 3 },
        Refusal::TooManyDiscussions { limit: 3 },
        Refusal::TargetIsSelf,
        Refusal::UnknownTarget { what: "agent" },
        Refusal::TargetEmpty { what: "team" },
        Refusal::NobodyAvailable { what: "skill" },
        Refusal::TransferNotAllowed { what: "team" },
        Refusal::NotAGroup,
        Refusal::TargetInConference,
        Refusal::ConferenceFull { limit: 6 },
        Refusal::NotInConference,
        Refusal::NoSuccessor,
        Refusal::TooManyExperts { limit: 5 },
        Refusal::WhichExpert,
        Refusal::NotExpert,
        Refusal::AlreadyInvolved,
        Refusal::TooManyMonitors { limit: 3 },
        Refusal::NotMonitoring,
        Refusal::NobodyCoaches,
        Refusal::NothingToWrapUp,
        Refusal::UnknownDisposition { given: "Guarantee".to_owned() },
        Refusal::CannotUndo { why: "it is longer ago than 30 seconds" },
        Refusal::UnknownChoice { what: "survey" },
        Refusal::SurveyOver,
        Refusal::UnknownLabel { given: "Urgent".to_owned() },
        Refusal::TooManyTags { limit: 12 },
        Refusal::TooManyLabels { limit: 5 },
        Refusal::CannotMention { agent: agent("quinn") },
        Refusal::EmailInvalid,
        Refusal::PhoneInvalid,
        Refusal::OutOfRange { field: "priority", least: 0, most: 9 },
        Refusal::TargetUnavailable { presence: "away" },
        Refusal::TargetFull { open: 5, capacity: 5 },
        Refusal::TargetIsOwner,
        Refusal::TargetConsults,
        Refusal::DiscussionEnded,
        Refusal::DiscussionRunning,
        Refusal::NotMember,
        Refusal::NotInitiator { initiator: agent("mark") },
        Refusal::InitiatorCannotLeave,
        Refusal::TextMissing { field: "reason" },
        Refusal::TextTooLong { field: "text", length: 4_200, limit: 4_096 },
        Refusal::TextTooLarge { field: "text", bytes: 24_000, limit: 16_384 },
        Refusal::ContentNotSupported { channel: "WhatsApp", kind: "location" },
        Refusal::FileKindRefused { place: "WhatsApp", mime: "image/gif".to_owned() },
        Refusal::FileTooLarge { size: 7_340_032, limit: 5_242_880 },
        Refusal::UnknownTemplate { name: "delivery_news".to_owned() },
        Refusal::UnknownLanguage { name: "delivery_update".to_owned(), language: "fr".to_owned() },
        Refusal::TemplateNotApproved { status: domain::template::Status::Paused },
        Refusal::ParameterMissing { placeholder: "2".to_owned() },
        Refusal::TooManyParameters { given: 3, wanted: 2 },
        Refusal::ParameterInvalid { placeholder: "1".to_owned() },
        Refusal::WindowClosed { channel: "WhatsApp", hours: 24 },
        Refusal::NoQuotes { channel: "SMS" },
        Refusal::MessageUnknown { channel: "WhatsApp" },
        Refusal::OptedOut { channel: "SMS" },
        Refusal::OutboxFull { limit: 20 },
        Refusal::NotFailed,
    ]
}

/// One refusal for each code, the domain's first.
#[must_use]
pub fn refused() -> Vec<(&'static str, Refused)> {
    let domain = refusals().into_iter().map(|r| (r.code(), Refused::from(&r)));
    let mut all: Vec<_> = domain.chain(at_the_door()).chain(ours()).collect();
    // Two refusals of the domain may share a code: the first stands for it.
    all.dedup_by_key(|(code, _)| *code);
    all
}

/// Refusals of frames, tokens and routes, in the server's words.
fn at_the_door() -> Vec<(&'static str, Refused)> {
    let new = |code, message: &str, remedy: &str| (code, Refused::new(code, message, remedy));
    let at = |(code, refused): (&'static str, Refused), field: &str| (code, refused.at(field));
    let later = |(code, mut refused): (&'static str, Refused), seconds| {
        refused.retry_after = Some(seconds);
        (code, refused)
    };
    let actions = "Use one of hello, ping, catch_up, typing, presence, direct, \
                   direct_read, read, draft, messaging, assignment, transfer, discuss.";
    vec![
        new(
            "frame_not_json",
            "This is not JSON: expected value at line 1 column 1.",
            "Send one JSON object.",
        ),
        at(
            new("frame_invalid", "`conversation` is missing.", "Compare it with docs/protocol."),
            "conversation",
        ),
        at(
            new(
                "query_invalid",
                "There is no parameter \"stauts\" here.",
                "Use status, queue, owner, tag, label, q, from, to, cursor, limit.",
            ),
            "stauts",
        ),
        new(
            "frame_too_large",
            "The frame has 33027 bytes; at most 32768 are taken.",
            "Send less at once. The socket is closed; connect again.",
        ),
        at(new("unknown_action", "There is no action \"fly\".", actions), "action"),
        at(
            new(
                "wrong_action",
                "accept does not travel under this action.",
                "Send it with \"action\": \"assignment\".",
            ),
            "action",
        ),
        at(
            new(
                "unknown_variable",
                "In text, there is no variable \"order_id\".",
                "Close every variable, and use those that there are.",
            ),
            "text",
        ),
        new(
            "canned_full",
            "There are 500 canned messages, and no more are kept.",
            "Remove one first.",
        ),
        at(
            new(
                "upload_sent",
                "The file is part of a message or a comment.",
                "Leave it: who reads the conversation reads it.",
            ),
            "upload",
        ),
        new(
            "content_mismatch",
            "By its content the file is application/pdf, and image/png was announced.",
            "Choose the file again; it must be what its type says.",
        ),
        at(
            new(
                "upload_missing",
                "There is no such upload: it is unknown or expired, was not completed, or is for \
                 something else.",
                "Hand the file in again.",
            ),
            "reference",
        ),
        new("too_many_uploads", "A visitor may hand in 20 files within an hour.", "Wait a while."),
        later(
            new(
                "too_many_requests",
                "This comes too often.",
                "Wait 2 seconds, then send it again.",
            ),
            2,
        ),
        new(
            "origin_refused",
            "This web chat may not be opened from https://shop.example.",
            "Add the origin to the settings of the chat's queue, and to AllowedOrigins.",
        ),
        new("unauthenticated", "The token has expired.", "Sign in again."),
        new(
            "email_unverified",
            "The sign-in service has not verified your e-mail address.",
            "Verify the address with the sign-in service, then sign in again.",
        ),
        new(
            "sign_in_taken",
            "Another account of the sign-in service already signs in as this agent.",
            "Sign in with that account, or ask an admin to unbind it from the agent's record.",
        ),
        new(
            "bad_signature",
            "the webhook's signature is missing or wrong.",
            "Sign the raw body with the app secret.",
        ),
        at(
            new(
                "id_reused",
                "You gave another command under this id; it wrote entry 12.",
                "Give each command an id of its own.",
            ),
            "id",
        ),
        new(
            "version_conflict",
            "Somebody else changed the settings since you read them.",
            "Read them again and repeat your change.",
        ),
        at(
            new(
                "setting_out_of_range",
                "discuss_timeout_seconds is 0; it must lie between 5 and 86400.",
                "Choose a value within these bounds.",
            ),
            "discuss_timeout_seconds",
        ),
        at(
            new(
                "settings_conflict",
                "In queue returns the owner is warned 60 s before a customer is taken from them, \
                 which happens after 30 s.",
                "Warn later than that: a warning is shorter than what it warns of.",
            ),
            "requeue_warning_seconds",
        ),
        blocked(Blocked::NameTaken {
            kind: "team",
            name: "Support".to_owned(),
            other: "support".to_owned(),
        }),
        blocked(Blocked::EmailTaken {
            email: "mark@example.com".to_owned(),
            other: "Mark Adler".to_owned(),
        }),
        blocked(Blocked::AccountTaken {
            account: "106540352242922".to_owned(),
            other: "wa-demo".to_owned(),
        }),
        blocked(Blocked::Unknown { kind: "team", id: "sales".to_owned(), field: "team" }),
        blocked(Blocked::InUse { kind: "queue", by: "asset Web chat, 3 waiting".to_owned() }),
        blocked(Blocked::LastAdmin { name: "Ada Winter".to_owned(), field: "role" }),
    ]
}

fn blocked(blocked: Blocked) -> (&'static str, Refused) {
    (blocked.code(), blocked.into())
}

/// Failures of the server.
fn ours() -> [(&'static str, Refused); 3] {
    let again = "Send the same command again, with the same id.";
    [
        ("busy", Refused::new("busy", "Too many changes met in this conversation.", again)),
        ("unavailable", Refused::new("unavailable", "Something failed on our side.", again)),
        (
            "internal",
            Refused::new(
                "internal",
                "A mistake in our program ended this request; it has been noted.",
                "Tell whoever runs this Switchboard what you did.",
            ),
        ),
    ]
}

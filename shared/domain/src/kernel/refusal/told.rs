//! The protocol's view of a refusal: its code, its remedy, and the field and agent that it names.

use crate::{AgentId, Refusal};

impl Refusal {
    /// The stable code, which is part of the protocol.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "not_found",
            Self::Forbidden { .. } => "forbidden",
            Self::NotOwner { .. } => "not_owner",
            Self::Consulting => "consulting",
            Self::AlreadyTaken { .. } => "already_taken",
            Self::AtCapacity { .. } => "at_capacity",
            Self::ConversationClosed { .. } => "conversation_closed",
            Self::StillQueued => "still_queued",
            Self::OfferClosed { .. } => "offer_closed",
            Self::NotOfferTarget => "not_offer_target",
            Self::NotOfferInitiator => "not_offer_initiator",
            Self::OfferPending { .. } => "offer_pending",
            Self::TooManyOffers { .. } => "too_many_offers",
            Self::TooManyDiscussions { .. } => "too_many_discussions",
            Self::TargetIsSelf => "target_is_self",
            Self::UnknownTarget { .. } => "unknown_target",
            Self::TargetEmpty { .. } => "target_empty",
            Self::NobodyAvailable { .. } => "nobody_available",
            Self::TransferNotAllowed { .. } => "transfer_not_allowed",
            Self::NotAGroup => "not_a_group",
            Self::TargetInConference => "target_in_conference",
            Self::ConferenceFull { .. } => "conference_full",
            Self::NotInConference => "not_in_conference",
            Self::NoSuccessor => "no_successor",
            Self::TooManyExperts { .. } => "too_many_experts",
            Self::WhichExpert => "which_expert",
            Self::NotExpert => "not_expert",
            Self::AlreadyInvolved => "already_involved",
            Self::TooManyMonitors { .. } => "too_many_monitors",
            Self::NotMonitoring => "not_monitoring",
            Self::NobodyCoaches => "nobody_coaches",
            Self::NothingToWrapUp => "nothing_to_wrap_up",
            Self::UnknownDisposition { .. } => "unknown_disposition",
            Self::CannotUndo { .. } => "cannot_undo",
            Self::UnknownChoice { .. } => "unknown_choice",
            Self::SurveyOver => "survey_over",
            Self::UnknownLabel { .. } => "unknown_label",
            Self::TooManyTags { .. } => "too_many_tags",
            Self::TooManyLabels { .. } => "too_many_labels",
            Self::CannotMention { .. } => "cannot_mention",
            Self::EmailInvalid => "email_invalid",
            Self::PhoneInvalid => "phone_invalid",
            Self::OutOfRange { .. } => "out_of_range",
            Self::TargetUnavailable { .. } => "target_unavailable",
            Self::TargetFull { .. } => "target_full",
            Self::TargetIsOwner => "target_is_owner",
            Self::TargetConsults => "target_consults",
            Self::DiscussionEnded => "discussion_ended",
            Self::DiscussionRunning => "discussion_running",
            Self::NotMember => "not_member",
            Self::NotInitiator { .. } => "not_initiator",
            Self::InitiatorCannotLeave => "initiator_cannot_leave",
            Self::TextMissing { .. } => "text_missing",
            Self::TextTooLong { .. } | Self::TextTooLarge { .. } => "text_too_long",
            Self::ContentNotSupported { .. } => "content_not_supported",
            Self::FileKindRefused { .. } => "file_kind_refused",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::UnknownTemplate { .. } => "unknown_template",
            Self::UnknownLanguage { .. } => "unknown_language",
            Self::TemplateNotApproved { .. } => "template_not_approved",
            Self::ParameterMissing { .. } => "parameter_missing",
            Self::TooManyParameters { .. } => "too_many_parameters",
            Self::ParameterInvalid { .. } => "parameter_invalid",
            Self::WindowClosed { .. } => "window_closed",
            Self::NoQuotes { .. } => "no_quotes",
            Self::MessageUnknown { .. } => "message_unknown",
            Self::OptedOut { .. } => "opted_out",
            Self::OutboxFull { .. } => "outbox_full",
            Self::NotFailed => "not_failed",
        }
    }

    /// The step that the caller can take next.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Check the id, or reload the list.",
            Self::Forbidden { .. } => "Ask a manager of the team it belongs to, or an admin.",
            Self::NotOwner { .. } => "Ask the owner, or add a comment for colleagues.",
            Self::Consulting => "Use the discussion; ask the owner to transfer the conversation.",
            Self::AlreadyTaken { .. } => "Take another one from the queue.",
            Self::AtCapacity { .. } => "Resolve or transfer a conversation first.",
            Self::ConversationClosed { .. } => "The customer's next message opens a new one.",
            Self::StillQueued => "Accept the conversation first.",
            Self::OfferClosed { .. } => "Make a new request if it is still needed.",
            Self::NotOfferTarget => "Only the colleague who was asked can answer.",
            Self::NotOfferInitiator => "Ask them to withdraw it, or wait until it lapses.",
            Self::OfferPending { .. } => "Wait for the answer, or withdraw the request.",
            Self::TooManyOffers { .. } => "Withdraw one, or wait for an answer.",
            Self::TooManyDiscussions { .. } => "End one first.",
            Self::TargetIsSelf => "Choose a colleague.",
            Self::UnknownTarget { .. } => "Choose one from the list.",
            Self::TargetEmpty { .. } => "Choose another, or ask an admin to add members.",
            Self::NobodyAvailable { .. } => "Try again later, or hand it to a queue.",
            Self::TransferNotAllowed { .. } => {
                "Choose a colleague or queue of your team, or of a team that shares the account."
            }
            Self::NotAGroup => "Ask one colleague, or choose a team, queue or skill.",
            Self::TargetInConference => "Choose somebody else.",
            Self::ConferenceFull { .. } => "Remove a party, or withdraw a request, first.",
            Self::NotInConference => "Look again at who takes part.",
            Self::NoSuccessor => {
                "Wait until a party has room, transfer the conversation, or remove the others first."
            }
            Self::TooManyExperts { .. } => "Let one go, or open another discussion.",
            Self::WhichExpert => "Name the colleague.",
            Self::NotExpert => "Choose one of the discussion's experts.",
            Self::AlreadyInvolved => "Leave the conversation first, or go on in it.",
            Self::TooManyMonitors { .. } => "Wait until one of them stops.",
            Self::NotMonitoring => "Start monitoring first.",
            Self::NobodyCoaches => "Add a comment for colleagues instead.",
            Self::NothingToWrapUp => "Look again at what is on your desk.",
            Self::UnknownDisposition { .. } => "Choose one from the list in the settings.",
            Self::CannotUndo { .. } => {
                "Look at where the conversation stands, and go on from there."
            }
            Self::UnknownChoice { .. } => "Choose one from the list in the settings.",
            Self::SurveyOver => "Write a message instead.",
            Self::UnknownLabel { .. } => "Choose one from the list in the settings.",
            Self::TooManyTags { .. } | Self::TooManyLabels { .. } => "Take one off first.",
            Self::CannotMention { .. } => "Mention somebody of the team that serves its queue.",
            Self::EmailInvalid => "Write it like name@example.com, or leave it out.",
            Self::PhoneInvalid => {
                "Write five digits or more, with + ( ) - . / and spaces if needed."
            }
            Self::OutOfRange { .. } => "Choose a value within these bounds.",
            Self::TargetUnavailable { .. } => "Choose somebody who is available, or a queue.",
            Self::TargetFull { .. } => "Choose somebody with room, or a queue.",
            Self::TargetIsOwner => "Choose somebody else.",
            Self::TargetConsults => "Go on in the discussion that is open.",
            Self::DiscussionEnded => "Ask for a new discussion.",
            Self::DiscussionRunning => "End it, or leave it, first.",
            Self::NotMember => "Ask its initiator to invite you.",
            Self::NotInitiator { .. } => "Leave the discussion instead.",
            Self::InitiatorCannotLeave => "Use end, with resolved yes or no.",
            Self::TextMissing { .. } => "Write something.",
            Self::TextTooLong { .. } | Self::TextTooLarge { .. } => {
                "Shorten it, or send it in parts."
            }
            Self::ContentNotSupported { .. } => "Send text instead.",
            Self::FileKindRefused { .. } => "Send a kind that the conversation lists under files.",
            Self::FileTooLarge { .. } => "Make it smaller, or send it in parts.",
            Self::UnknownTemplate { .. } => "Choose one of the account's templates.",
            Self::UnknownLanguage { .. } => "Choose a language that the template has.",
            Self::TemplateNotApproved { .. } => "Choose an approved template.",
            Self::ParameterMissing { .. } => "Give a value for it.",
            Self::TooManyParameters { .. } => "Give one value for each placeholder.",
            Self::ParameterInvalid { .. } => "Write it as one line.",
            Self::WindowClosed { .. } => "Send an approved template, or wait for the customer.",
            Self::NoQuotes { .. } => "Send it without `reply_to`.",
            Self::MessageUnknown { .. } => "Wait until it is delivered, or answer without a quote.",
            Self::OptedOut { .. } => "Wait until the customer writes START.",
            Self::OutboxFull { .. } => "Wait until they are sent.",
            Self::NotFailed => "Send it as a new message.",
        }
    }

    /// The agent whom the refusal names, if it names one; clients show the name.
    #[must_use]
    pub const fn agent(&self) -> Option<&AgentId> {
        match self {
            Self::AlreadyTaken { by: agent }
            | Self::OfferPending { to: Some(agent) }
            | Self::OfferClosed { by: Some(agent), .. }
            | Self::NotInitiator { initiator: agent }
            | Self::CannotMention { agent }
            | Self::NotOwner { owner: Some(agent) } => Some(agent),
            _ => None,
        }
    }

    /// The input field at fault, if there is one.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::TextMissing { field }
            | Self::TextTooLong { field, .. }
            | Self::TextTooLarge { field, .. } => Some(field),
            Self::TargetIsSelf
            | Self::UnknownTarget { .. }
            | Self::TargetUnavailable { .. }
            | Self::TargetFull { .. }
            | Self::TargetEmpty { .. }
            | Self::NobodyAvailable { .. }
            | Self::TransferNotAllowed { .. }
            | Self::NotAGroup
            | Self::TargetInConference
            | Self::TargetIsOwner
            | Self::TargetConsults => Some("to"),
            Self::ContentNotSupported { .. } => Some("content"),
            Self::UnknownTemplate { .. } | Self::TemplateNotApproved { .. } => Some("content.name"),
            Self::UnknownLanguage { .. } => Some("content.language"),
            Self::ParameterMissing { .. }
            | Self::TooManyParameters { .. }
            | Self::ParameterInvalid { .. } => Some("content.parameters"),
            Self::FileKindRefused { .. } => Some("mime"),
            Self::FileTooLarge { .. } => Some("size"),
            Self::EmailInvalid => Some("email"),
            Self::PhoneInvalid => Some("phones"),
            Self::OutOfRange { field, .. } => Some(field),
            Self::WhichExpert | Self::NotExpert => Some("agent"),
            Self::UnknownDisposition { .. } => Some("disposition"),
            Self::UnknownLabel { .. } | Self::TooManyTags { .. } | Self::TooManyLabels { .. } => {
                Some("add")
            }
            Self::CannotMention { .. } => Some("mentions"),
            Self::UnknownChoice { what } => Some(what),
            Self::SurveyOver => Some("message"),
            _ => None,
        }
    }

    /// The end state to which the command lost, if there is one.
    #[must_use]
    pub const fn status(&self) -> Option<&'static str> {
        match self {
            Self::OfferClosed { status, .. } => Some(status.name()),
            Self::ConversationClosed { status } => Some(status.name()),
            Self::TemplateNotApproved { status } => Some(status.name()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OfferStatus, Status, template};

    fn mark() -> AgentId {
        "mark".parse().unwrap()
    }

    fn closed() -> Refusal {
        Refusal::OfferClosed { status: OfferStatus::TimedOut, by: None }
    }

    #[test]
    fn a_refusal_names_the_input_field_at_fault() {
        let what = "agent";
        let [placeholder, given, name] = [const { String::new() }; 3];
        let (open, capacity, limit) = (2, 2, 5);
        for (refusal, field) in [
            (Refusal::TextMissing { field: "reason" }, Some("reason")),
            (Refusal::TextTooLong { field: "note", length: 9, limit: 8 }, Some("note")),
            (Refusal::TextTooLarge { field: "text", bytes: 9, limit: 8 }, Some("text")),
            (Refusal::TargetIsSelf, Some("to")),
            (Refusal::UnknownTarget { what }, Some("to")),
            (Refusal::TargetUnavailable { presence: "away" }, Some("to")),
            (Refusal::TargetFull { open, capacity }, Some("to")),
            (Refusal::TargetEmpty { what }, Some("to")),
            (Refusal::NobodyAvailable { what }, Some("to")),
            (Refusal::TransferNotAllowed { what }, Some("to")),
            (Refusal::NotAGroup, Some("to")),
            (Refusal::TargetInConference, Some("to")),
            (Refusal::TargetIsOwner, Some("to")),
            (Refusal::TargetConsults, Some("to")),
            (Refusal::ContentNotSupported { channel: "Chat", kind: "media" }, Some("content")),
            (Refusal::UnknownTemplate { name: name.clone() }, Some("content.name")),
            (
                Refusal::TemplateNotApproved { status: template::Status::Paused },
                Some("content.name"),
            ),
            (
                Refusal::UnknownLanguage { name, language: "en".to_owned() },
                Some("content.language"),
            ),
            (
                Refusal::ParameterMissing { placeholder: placeholder.clone() },
                Some("content.parameters"),
            ),
            (Refusal::TooManyParameters { given: 2, wanted: 1 }, Some("content.parameters")),
            (Refusal::ParameterInvalid { placeholder }, Some("content.parameters")),
            (Refusal::FileKindRefused { place: "Chat", mime: "a/b".to_owned() }, Some("mime")),
            (Refusal::FileTooLarge { size: 9, limit: 8 }, Some("size")),
            (Refusal::EmailInvalid, Some("email")),
            (Refusal::PhoneInvalid, Some("phones")),
            (Refusal::OutOfRange { field: "priority", least: 0, most: 9 }, Some("priority")),
            (Refusal::WhichExpert, Some("agent")),
            (Refusal::NotExpert, Some("agent")),
            (Refusal::UnknownDisposition { given: given.clone() }, Some("disposition")),
            (Refusal::UnknownLabel { given }, Some("add")),
            (Refusal::TooManyTags { limit }, Some("add")),
            (Refusal::TooManyLabels { limit }, Some("add")),
            (Refusal::CannotMention { agent: mark() }, Some("mentions")),
            (Refusal::UnknownChoice { what: "survey" }, Some("survey")),
            (Refusal::SurveyOver, Some("message")),
            (Refusal::StillQueued, None),
            (closed(), None),
        ] {
            assert_eq!(refusal.field(), field, "{refusal}");
        }
    }

    #[test]
    fn a_refusal_names_the_end_state_to_which_the_command_lost() {
        for (refusal, status) in [
            (closed(), Some("timed_out")),
            (Refusal::ConversationClosed { status: Status::Abandoned }, Some("abandoned")),
            (Refusal::TemplateNotApproved { status: template::Status::Approved }, Some("approved")),
            (Refusal::TemplateNotApproved { status: template::Status::Paused }, Some("paused")),
            (Refusal::TemplateNotApproved { status: template::Status::Rejected }, Some("rejected")),
            (Refusal::TemplateNotApproved { status: template::Status::Retired }, Some("retired")),
            (Refusal::StillQueued, None),
        ] {
            assert_eq!(refusal.status(), status, "{refusal}");
        }
    }

    #[test]
    fn a_refusal_names_the_agent_whose_name_clients_show() {
        let (by, agent) = (mark(), mark());
        for refusal in [
            Refusal::AlreadyTaken { by: by.clone() },
            Refusal::OfferPending { to: Some(by.clone()) },
            Refusal::OfferClosed { status: OfferStatus::Rescinded, by: Some(by) },
            Refusal::NotInitiator { initiator: mark() },
            Refusal::CannotMention { agent },
            Refusal::NotOwner { owner: Some(mark()) },
        ] {
            assert_eq!(refusal.agent(), Some(&mark()), "{refusal}");
        }
        for refusal in [closed(), Refusal::OfferPending { to: None }, Refusal::Consulting] {
            assert_eq!(refusal.agent(), None, "{refusal}");
        }
    }

    #[test]
    fn a_refusal_says_what_the_caller_can_do_next() {
        for (refusal, remedy) in [
            (Refusal::StillQueued, "Accept the conversation first."),
            (Refusal::TargetIsSelf, "Choose a colleague."),
            (Refusal::TooManyTags { limit: 5 }, "Take one off first."),
            (Refusal::TooManyLabels { limit: 5 }, "Take one off first."),
        ] {
            assert_eq!(refusal.remedy(), remedy, "{refusal}");
        }
    }
}

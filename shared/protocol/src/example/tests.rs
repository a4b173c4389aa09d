//! The examples fit their types, and there is one for everything.

use std::{collections::BTreeSet, fmt::Debug};

use crate::frame::{Command, Frame};
use crate::view::Event;
use crate::visitor::{VisitorCommand, VisitorFrame, VisitorPush};
use crate::{
    CODES, Content, Push, board, canned, contact, direct, file, presence, settings, template, view,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use refusals::refusals_shown;

fn returns<T: Serialize + DeserializeOwned + PartialEq + Debug>(example: &Example) {
    let name = example.name;
    let typed: T = serde_json::from_value(example.value.clone())
        .unwrap_or_else(|e| panic!("{name} is no {}: {e}", example.schema));
    assert_eq!(serde_json::to_value(&typed).unwrap(), example.value, "{name}");
}

#[test]
fn every_example_reads_as_its_type_and_writes_back_as_itself() {
    for e in all() {
        match e.schema {
            "Frame" => returns::<Frame>(&e),
            "Push" => returns::<Push>(&e),
            "VisitorFrame" => returns::<VisitorFrame>(&e),
            "VisitorPush" => returns::<VisitorPush>(&e),
            "Event" => returns::<Event>(&e),
            "Content" => returns::<Content>(&e),
            "Refused" => returns::<crate::Refused>(&e),
            "Problem" => returns::<crate::session::Problem>(&e),
            "Ticket" => returns::<crate::session::Ticket>(&e),
            "CommandFrame" => returns::<crate::CommandFrame>(&e),
            "Done" => returns::<crate::session::Done>(&e),
            "Agent" => returns::<view::Agent>(&e),
            "Agents" => returns::<crate::agent::Agents>(&e),
            "Queue" => returns::<view::Queue>(&e),
            "Queues" => returns::<crate::queue::Queues>(&e),
            "ConversationWithEntries" => {
                returns::<crate::conversation::ConversationWithEntries>(&e)
            }
            "Entries" => returns::<crate::conversation::Entries>(&e),
            "Conversations" => returns::<crate::conversation::Conversations>(&e),
            "BulkTransfer" => returns::<crate::transfer::BulkTransfer>(&e),
            "BulkResult" => returns::<crate::transfer::BulkResult>(&e),
            "Routings" => returns::<crate::assignment::Routings>(&e),
            "Mentions" => returns::<crate::mention::Mentions>(&e),
            "SeeMentions" => returns::<crate::mention::SeeMentions>(&e),
            "MentionsSeen" => returns::<crate::mention::MentionsSeen>(&e),
            "PresenceChanges" => returns::<presence::PresenceChanges>(&e),
            "Engagements" => returns::<crate::engagement::Engagements>(&e),
            "AgentChange" => returns::<crate::agent::AgentChange>(&e),
            "Settings" => returns::<settings::Settings>(&e),
            "SettingsChange" => returns::<settings::SettingsChange>(&e),
            "ScopedSettings" => returns::<settings::ScopedSettings>(&e),
            "ScopedChange" => returns::<settings::ScopedChange>(&e),
            "SettingsLog" => returns::<settings::SettingsLog>(&e),
            "Workspace" => returns::<crate::workspace::Workspace>(&e),
            "WorkspaceRecord" => returns::<crate::workspace::WorkspaceRecord>(&e),
            "WorkspaceChange" => returns::<crate::workspace::WorkspaceChange>(&e),
            "TeamRecord" => returns::<crate::workspace::TeamRecord>(&e),
            "TeamChange" => returns::<crate::workspace::TeamChange>(&e),
            "QueueRecord" => returns::<crate::workspace::QueueRecord>(&e),
            "QueueChange" => returns::<crate::workspace::QueueChange>(&e),
            "AssetRecord" => returns::<crate::workspace::AssetRecord>(&e),
            "AssetChange" => returns::<crate::workspace::AssetChange>(&e),
            "AssetConnection" => returns::<crate::asset::AssetConnection>(&e),
            "AssetSecretsChange" => returns::<crate::asset::AssetSecretsChange>(&e),
            "AssetCheck" => returns::<crate::asset::AssetCheck>(&e),
            "TestMessage" => returns::<crate::asset::TestMessage>(&e),
            "TestResult" => returns::<crate::asset::TestResult>(&e),
            "AgentsImport" => returns::<crate::agent::AgentsImport>(&e),
            "ImportReport" => returns::<crate::agent::ImportReport>(&e),
            "ApiKeys" => returns::<crate::api_key::ApiKeys>(&e),
            "ApiKeyChange" => returns::<crate::api_key::ApiKeyChange>(&e),
            "ApiKeyRotation" => returns::<crate::api_key::ApiKeyRotation>(&e),
            "IssuedKey" => returns::<crate::api_key::IssuedKey>(&e),
            "PresenceBody" => returns::<crate::presence::PresenceBody>(&e),
            "NewVisitor" => returns::<crate::visitor::NewVisitor>(&e),
            "Visitor" => returns::<crate::visitor::Visitor>(&e),
            "VisitorTicket" => returns::<crate::visitor::VisitorTicket>(&e),
            "Board" => returns::<board::Board>(&e),
            "ContactProfile" => returns::<contact::ContactProfile>(&e),
            "ContactChange" => returns::<contact::ContactChange>(&e),
            "Talk" => returns::<direct::Talk>(&e),
            "Talks" => returns::<direct::Talks>(&e),
            "DirectMessages" => returns::<direct::DirectMessages>(&e),
            "NewDirect" => returns::<direct::NewDirect>(&e),
            "DirectSent" => returns::<direct::DirectSent>(&e),
            "DirectRead" => returns::<direct::DirectRead>(&e),
            "NewUpload" => returns::<file::NewUpload>(&e),
            "NewVisitorUpload" => returns::<file::NewVisitorUpload>(&e),
            "Upload" => returns::<file::Upload>(&e),
            "Uploaded" => returns::<file::Uploaded>(&e),
            "Discarded" => returns::<file::Discarded>(&e),
            "MediaLink" => returns::<file::MediaLink>(&e),
            "Drafts" => returns::<crate::message::draft::Drafts>(&e),
            "Preferences" => returns::<crate::preferences::Preferences>(&e),
            "Canned" => returns::<canned::Canned>(&e),
            "CannedMessages" => returns::<canned::CannedMessages>(&e),
            "CannedChange" => returns::<canned::CannedChange>(&e),
            "Template" => returns::<template::Template>(&e),
            "Templates" => returns::<template::Templates>(&e),
            "TemplateChange" => returns::<template::TemplateChange>(&e),
            other => panic!("nobody reads {other} back"),
        }
    }
}

#[test]
fn every_example_names_a_definition_and_has_a_name_of_its_own() {
    let document = crate::schema::document();
    let mut names = BTreeSet::new();
    for e in all() {
        assert!(document["$defs"].get(e.schema).is_some(), "{}", e.schema);
        assert!(names.insert((e.schema, e.name)), "{} twice", e.name);
    }
}

/// Names every variant once: a new one does not compile until it stands here, and fails the test
/// until it has an example.
macro_rules! variants {
    ($visible:vis $name:ident: $type:ty { $($pattern:pat => $word:literal,)+ }) => {
        $visible fn $name<'a>(examples: impl Iterator<Item = &'a $type>) {
            let word = |value: &$type| match value { $($pattern => $word),+ };
            let shown: BTreeSet<&str> = examples.map(word).collect();
            for wanted in [$($word),+] {
                assert!(shown.contains(wanted), "no example of {} {wanted}", stringify!($type));
            }
        }
    };
}

#[path = "tests_refusals.rs"]
mod refusals;

variants!(frames_shown: Frame {
    Frame::Hello { .. } => "hello",
    Frame::Ping { .. } => "ping",
    Frame::CatchUp { .. } => "catch_up",
    Frame::Typing { .. } => "typing",
    Frame::Presence { .. } => "presence",
    Frame::Direct { .. } => "direct",
    Frame::DirectRead { .. } => "direct_read",
    Frame::Read { .. } => "read",
    Frame::Draft { .. } => "draft",
    Frame::Messaging(_) => "messaging",
    Frame::Assignment(_) => "assignment",
    Frame::Transfer(_) => "transfer",
    Frame::Discuss(_) => "discuss",
});
variants!(commands_shown: Command {
    Command::Send { .. } => "send",
    Command::Comment { .. } => "comment",
    Command::React { .. } => "react",
    Command::Retry { .. } => "retry",
    Command::FetchFile { .. } => "fetch_file",
    Command::Accept => "accept",
    Command::Resolve { .. } => "resolve",
    Command::Undo { .. } => "undo",
    Command::SendSurvey { .. } => "send_survey",
    Command::Trigger { .. } => "trigger",
    Command::Done { .. } => "done",
    Command::Prioritise { .. } => "prioritise",
    Command::Require { .. } => "require",
    Command::Tag { .. } => "tag",
    Command::Label { .. } => "label",
    Command::Name { .. } => "name",
    Command::Assign { .. } => "assign",
    Command::AcceptOffer { .. } => "accept_offer",
    Command::RejectOffer { .. } => "reject_offer",
    Command::WithdrawOffer { .. } => "withdraw_offer",
    Command::Transfer { .. } => "transfer",
    Command::Discuss { .. } => "discuss",
    Command::Say { .. } => "say",
    Command::EndDiscussion { .. } => "end_discussion",
    Command::LeaveDiscussion { .. } => "leave_discussion",
    Command::FinishDiscussion { .. } => "finish_discussion",
    Command::ReleaseExpert { .. } => "release_expert",
    Command::Promote { .. } => "promote",
    Command::Confer { .. } => "confer",
    Command::LeaveConference => "leave_conference",
    Command::RemoveGuest { .. } => "remove_guest",
    Command::Monitor { .. } => "monitor",
    Command::StopMonitoring => "stop_monitoring",
    Command::Coach { .. } => "coach",
});
variants!(pushes_shown: Push {
    Push::Welcome { .. } => "welcome",
    Push::Pong { .. } => "pong",
    Push::Snapshot { .. } => "snapshot",
    Push::Entries { .. } => "entries",
    Push::Queue { .. } => "queue",
    Push::Agents { .. } => "agents",
    Push::SettingsChanged {} => "settings_changed",
    Push::Direct { .. } => "direct",
    Push::Reads { .. } => "reads",
    Push::Draft(_) => "draft",
    Push::Preferences(_) => "preferences",
    Push::DiscussionDone { .. } => "discussion_done",
    Push::Contact { .. } => "contact",
    Push::Mentioned(_) => "mentioned",
    Push::MentionsSeen(_) => "mentions_seen",
    Push::PresenceSet(_) => "presence_set",
    Push::Typing { .. } => "typing",
    Push::Ack { .. } => "ack",
    Push::Refused(_) => "refused",
});
variants!(events_shown: Event {
    Event::Opened { .. } => "opened",
    Event::CustomerMessage { .. } => "customer_message",
    Event::CustomerLeft => "customer_left",
    Event::AgentMessage { .. } => "agent_message",
    Event::Echoed { .. } => "echoed",
    Event::Consented { .. } => "consented",
    Event::MessageRetried { .. } => "message_retried",
    Event::FileAsked { .. } => "file_asked",
    Event::FileFetched(_) => "file_fetched",
    Event::Delivery { .. } => "delivery",
    Event::Comment { .. } => "comment",
    Event::Assigned { .. } => "assigned",
    Event::Requeued { .. } => "requeued",
    Event::IdentityChanged { .. } => "identity_changed",
    Event::Joined { .. } => "joined",
    Event::Renamed { .. } => "renamed",
    Event::Resolved { .. } => "resolved",
    Event::Abandoned => "abandoned",
    Event::OfferMade { .. } => "offer_made",
    Event::OfferClosed { .. } => "offer_closed",
    Event::DiscussionMessage { .. } => "discussion_message",
    Event::DiscussionLeft { .. } => "discussion_left",
    Event::DiscussionEnded { .. } => "discussion_ended",
    Event::DiscussionDone { .. } => "discussion_done",
    Event::Reopened => "reopened",
    Event::ResolveUndone { .. } => "resolve_undone",
    Event::OffHours => "off_hours",
    Event::AutoReply { .. } => "auto_reply",
    Event::SurveySent { .. } => "survey_sent",
    Event::SurveyAnswered { .. } => "survey_answered",
    Event::Triggered { .. } => "triggered",
    Event::Routed(_) => "routed",
    Event::Prioritised { .. } => "prioritised",
    Event::Required { .. } => "required",
    Event::Tagged { .. } => "tagged",
    Event::Labelled { .. } => "labelled",
    Event::Named { .. } => "named",
    Event::FirstAnswerDue { .. } => "first_answer_due",
    Event::RequeueAhead { .. } => "requeue_ahead",
    Event::WrappedUp { .. } => "wrapped_up",
    Event::OfferPassed { .. } => "offer_passed",
    Event::OfferMoved { .. } => "offer_moved",
    Event::ConferenceJoined { .. } => "conference_joined",
    Event::ConferenceLeft { .. } => "conference_left",
    Event::Monitoring { .. } => "monitoring",
    Event::CoachLine { .. } => "coach_line",
});
variants!(contents_shown: Content {
    Content::Text { .. } => "text",
    Content::Media { .. } => "media",
    Content::Location { .. } => "location",
    Content::Contacts { .. } => "contacts",
    Content::Reply { .. } => "reply",
    Content::Form { .. } => "form",
    Content::Order { .. } => "order",
    Content::Call { .. } => "call",
    Content::Reaction { .. } => "reaction",
    Content::Edit { .. } => "edit",
    Content::Removal { .. } => "removal",
    Content::Template { .. } => "template",
    Content::Email { .. } => "email",
    Content::Unsupported { .. } => "unsupported",
});
variants!(visitor_frames_shown: VisitorFrame {
    VisitorFrame::Hello { .. } => "hello",
    VisitorFrame::Ping { .. } => "ping",
    VisitorFrame::Typing {} => "typing",
    VisitorFrame::Seen { .. } => "seen",
    VisitorFrame::Messaging { command: VisitorCommand::Write { .. }, .. } => "write",
    VisitorFrame::Messaging { command: VisitorCommand::Attach { .. }, .. } => "attach",
    VisitorFrame::Messaging { command: VisitorCommand::Choose { .. }, .. } => "choose",
    VisitorFrame::Messaging { command: VisitorCommand::React { .. }, .. } => "react",
    VisitorFrame::Messaging { command: VisitorCommand::Leave {}, .. } => "leave",
});
variants!(visitor_pushes_shown: VisitorPush {
    VisitorPush::Chat { .. } => "chat",
    VisitorPush::Place { .. } => "place",
    VisitorPush::Typing { .. } => "typing",
    VisitorPush::Ack { .. } => "ack",
    VisitorPush::Refused(_) => "refused",
});
#[test]
fn there_is_an_example_of_every_message() {
    let frames = frames();
    frames_shown(frames.iter().map(|(_, f)| f));
    commands_shown(frames.iter().filter_map(|(_, f)| match f {
        Frame::Messaging(c) | Frame::Assignment(c) | Frame::Transfer(c) | Frame::Discuss(c) => {
            Some(&c.command)
        }
        _ => None,
    }));
    pushes_shown(pushes().iter().map(|(_, p)| p));
    events_shown(events().iter().map(|(_, e)| e));
    contents_shown(contents().iter().map(|(_, c)| c));
    visitor_frames_shown(visitor_frames().iter().map(|(_, f)| f));
    visitor_pushes_shown(visitor_pushes().iter().map(|(_, p)| p));
}

#[test]
fn every_refusal_of_the_domain_has_a_code_in_the_list() {
    let refusals = refusals();
    refusals_shown(refusals.iter());
    let codes: BTreeSet<&str> = CODES.iter().map(|c| c.code).collect();
    assert_eq!(codes.len(), CODES.len(), "a code stands in the list twice");
    for refusal in &refusals {
        assert!(codes.contains(refusal.code()), "{} is not in CODES", refusal.code());
    }
}

#[test]
fn every_code_has_an_example_under_its_own_name() {
    let examples = refused();
    assert!(examples.iter().all(|(name, refused)| *name == refused.code));
    let shown: BTreeSet<&str> = examples.iter().map(|(name, _)| *name).collect();
    assert_eq!(shown, CODES.iter().map(|c| c.code).collect());
}

#[test]
fn a_command_travels_under_its_own_action() {
    for (name, frame) in frames() {
        let action = match &frame {
            Frame::Messaging(c) | Frame::Assignment(c) | Frame::Transfer(c) | Frame::Discuss(c) => {
                c.command.action().name()
            }
            _ => continue,
        };
        assert_eq!(serde_json::to_value(&frame).unwrap()["action"], action, "{name}");
    }
}

//! Examples of events on working together, and of the clock.

use super::super::story::{CONVERSATION, DISCUSSION, LATER_OFFER, at, text};
use super::{
    SEARCH, asked, became, coaches, first_choice, given_out, id, moved, outcome, passed,
    second_choice, some, taken,
};
use crate::view::{
    EndCause, Event, MonitorMode, OfferKind, OfferStatus, Origin, Promotion, RequeueCause,
    ResolvedBy, Target,
};
use crate::visitor::Choice;
/// Events on working together, and of the clock.
pub(in crate::example) fn events() -> Vec<(&'static str, Event)> {
    let [promoted, ended] = became(Promotion::Conference);
    let mut events = vec![
        ("offer_made.search", asked()),
        ("routed", Event::Routed(first_choice())),
        ("offer_passed", passed()),
        ("offer_moved", moved()),
        ("routed.next", Event::Routed(second_choice())),
        ("offer_closed.search", taken()),
        ("discussion_left.promoted", promoted),
        ("discussion_ended.promoted", ended),
        (
            "discussion_done",
            Event::DiscussionDone { discussion: id(DISCUSSION), agent: id("mark") },
        ),
        ("conference_joined", Event::ConferenceJoined { agent: id("nina") }),
        ("conference_left", Event::ConferenceLeft { agent: id("nina") }),
        ("monitoring", Event::Monitoring { agent: id("olga"), mode: Some(MonitorMode::Silent) }),
        ("monitoring.coach", coaches()),
        ("monitoring.stopped", Event::Monitoring { agent: id("olga"), mode: None }),
        ("coach_line", Event::CoachLine { text: "Offer her the larger kettle.".to_owned() }),
    ];
    events.extend(of_groups());
    events.extend(of_owners());
    events.extend(of_the_clock());
    events.extend(of_surveys());
    events
}

fn of_groups() -> Vec<(&'static str, Event)> {
    vec![
        (
            "offer_made.all",
            Event::OfferMade {
                offer: id(LATER_OFFER),
                kind: OfferKind::Conference,
                from: id("mark"),
                to: vec![id("omar"), id("petra")],
                target: Target::Team(id("billing")),
                all: true,
                discussion: None,
                note: some("She asks about the invoice"),
                expires: at(3_720),
                deadline: at(3_720),
            },
        ),
        (
            "offer_made.join",
            Event::OfferMade {
                offer: id(LATER_OFFER),
                kind: OfferKind::Discuss,
                from: id("mark"),
                to: vec![id("omar")],
                target: Target::Agent(id("omar")),
                all: false,
                discussion: some(DISCUSSION),
                note: some("You know the invoice"),
                expires: at(3_720),
                deadline: at(3_720),
            },
        ),
        (
            "offer_passed.timed_out",
            Event::OfferPassed {
                offer: id(SEARCH),
                agent: id("martha"),
                status: OfferStatus::TimedOut,
                reason: None,
            },
        ),
        (
            "discussion_left.released",
            Event::DiscussionLeft {
                discussion: id(DISCUSSION),
                agent: id("martha"),
                outcome: Some(outcome("martha", true, Some("Batch 9 is fine"))),
                promoted: None,
            },
        ),
        (
            "discussion_ended.outcomes",
            Event::DiscussionEnded {
                discussion: id(DISCUSSION),
                resolved: Some(true),
                note: some("Charged once"),
                cause: EndCause::Ended,
                outcomes: vec![outcome("omar", false, Some("Looked at another invoice"))],
            },
        ),
    ]
}

fn of_owners() -> Vec<(&'static str, Event)> {
    let assigned = |to: &str, from: Option<&str>, origin| Event::Assigned {
        to: id(to),
        from: from.map(str::to_owned),
        origin,
        note: None,
    };
    let requeued =
        |cause| Event::Requeued { queue: id("support"), from: some("mark"), note: None, cause };
    vec![
        ("routed.auto", Event::Routed(given_out())),
        ("assigned.auto", assigned("martha", None, Origin::Auto)),
        ("assigned.conference", assigned("nina", Some("mark"), Origin::Conference)),
        ("assigned.reopened", assigned("mark", None, Origin::Reopened)),
        ("requeued.unanswered", requeued(RequeueCause::Unanswered)),
        ("requeued.owner_offline", requeued(RequeueCause::OwnerOffline)),
        ("prioritised", Event::Prioritised { priority: 5 }),
        ("required", Event::Required { skills: vec![id("recalls")] }),
    ]
}

fn of_the_clock() -> Vec<(&'static str, Event)> {
    let closed = text("We are back on weekdays from 9 to 5.");
    let done = |agent: &str, disposition: Option<&str>, note: Option<&str>| Event::WrappedUp {
        conversation: id(CONVERSATION),
        agent: id(agent),
        disposition: disposition.map(str::to_owned),
        note: note.map(str::to_owned),
    };
    vec![
        ("reopened", Event::Reopened),
        ("resolve_undone", Event::ResolveUndone { owner: id("mark") }),
        ("off_hours", Event::OffHours),
        ("auto_reply", Event::AutoReply { content: closed }),
        ("first_answer_due", Event::FirstAnswerDue { late: false }),
        ("first_answer_due.late", Event::FirstAnswerDue { late: true }),
        ("requeue_ahead", Event::RequeueAhead { at: at(4_380) }),
        ("wrapped_up", done("mark", Some("Warranty"), Some("Filed under batch 7"))),
        ("wrapped_up.clock", done("mark", None, None)),
        ("resolved.closing_phrase", Event::Resolved { by: ResolvedBy::ClosingPhrase, note: None }),
    ]
}

fn choice((label, number): (&str, u8)) -> Choice {
    Choice { value: number.to_string(), label: label.to_owned() }
}

fn of_surveys() -> Vec<(&'static str, Event)> {
    vec![
        (
            "survey_sent",
            Event::SurveySent {
                survey: "Satisfaction".to_owned(),
                question: "How did we do today?".to_owned(),
                choices: ["Very well", "Badly"].into_iter().zip(1..).map(choice).collect(),
            },
        ),
        (
            "survey_answered",
            Event::SurveyAnswered {
                survey: "Satisfaction".to_owned(),
                answer: "Very well".to_owned(),
            },
        ),
        (
            "triggered",
            Event::Triggered { trigger: "Call back".to_owned(), note: some("After 5 pm") },
        ),
    ]
}

//! Rules that send a survey and recognise its answer (F41).

use crate::intake::waiting::goes_on;
use crate::message::rules::send;
use crate::survey::Asked;
use crate::{Content, Context, Event, Refusal, Thread, intake, survey};

/// Sends the customer a survey: a message with the answers numbered, and an event with the
/// question, so that the engine recognises the answer (F41).
pub(crate) fn survey(thread: &Thread, name: &str, ctx: &Context) -> Result<Vec<Event>, Refusal> {
    let survey = ctx.policy.surveys.iter().find(|s| s.name == name);
    let survey = survey.ok_or(Refusal::UnknownChoice { what: "survey" })?;
    let answers = survey.answers.iter().enumerate();
    let lines = answers.map(|(at, answer)| format!("\n{} {answer}", at + 1));
    let text: String = std::iter::once(survey.question.clone()).chain(lines).collect();
    let mut events = send(thread, &Content::text(&text), None, ctx)?;
    if !survey.answers.is_empty() {
        events.push(Event::SurveySent(survey::Sent {
            survey: survey.name.clone(),
            question: survey.question.clone(),
            answers: survey.answers.clone(),
        }));
    }
    Ok(events)
}

/// Letters and digits, in lower case, with single spaces: the comparison form of a message, without
/// case, punctuation and pictures.
pub(crate) fn plain(text: &str) -> String {
    let letters: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The event of an answer, if the message answers the open survey (F41).
pub(crate) fn survey_answer(thread: &Thread, content: &Content) -> Option<Event> {
    let asked = thread.conversation.survey.as_ref()?;
    let said = match content {
        Content::Text { text } => plain(text),
        Content::Reply { title, .. } => plain(title),
        _ => return None,
    };
    (1u8..)
        .zip(&asked.answers)
        .find(|(choice, answer)| said == plain(answer) || said == choice.to_string())
        .map(|(choice, answer)| answered(asked, choice, answer))
}

fn answered(asked: &Asked, choice: u8, answer: &str) -> Event {
    Event::SurveyAnswered(survey::Answered {
        survey: asked.survey.clone(),
        answer: answer.to_owned(),
        choice,
    })
}

/// The customer pressed an answer (F41). A survey takes one answer: the rule refuses a second one,
/// and an answer to a replaced survey.
pub(crate) fn chose(
    thread: &Thread,
    message: u64,
    choice: u8,
    ctx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let asked = thread.conversation.survey.as_ref().filter(|asked| asked.message == message);
    let asked = asked.ok_or(Refusal::SurveyOver)?;
    let found = (1u8..).zip(&asked.answers).find(|(number, _)| *number == choice);
    let (_, title) = found.ok_or(Refusal::NotFound { what: "choice" })?;
    let content =
        Content::Reply { id: choice.to_string(), title: title.clone(), description: None };
    let mut events = vec![
        Event::CustomerMessage(intake::Received {
            content,
            sent_at: ctx.now,
            reply_to: None,
            about: None,
            beside: intake::Beside::default(),
            quiet: false,
            shortened: false,
        }),
        answered(asked, choice, title),
    ];
    if thread.conversation.status.is_open() {
        events.extend(goes_on(thread, ctx));
    }
    Ok(events)
}

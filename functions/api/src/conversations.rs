//! Conversations: commands, entries, how the engine chose.

use app::earlier::keep_to_team;
use app::socket::{command_body, told};
use app::web::{json, path, refused};
use app::{App, Failure, frame, sync, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{ConversationId, Event, Profile, Refusal};
use protocol::http::{ConversationWithEntries, Done, Entries, RoutingAt, Routings};

use crate::query::limit;
use crate::{Answer, number};

/// How many of a thread's newest entries are looked through for choices.
const ROUTED: usize = 1_000;

/// `POST /v1/commands`
pub(crate) async fn command(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let command = command_body(&app::web::body_text(event))?;
    let (id, conversation) = (command.id.clone(), command.conversation.clone());
    Ok(match app.command(me, command, true).await {
        Ok(done) => json(200, &Done { id, conversation, seq: done.seq() }),
        Err(failure) => refused(told(&failure, Some(&id))),
    })
}

/// `GET /v1/conversations/{conversation}`
pub(crate) async fn show(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let newest = app.readable(me, &id.thread, &directory).await?;
    if id.number > newest.thread.conversation.number {
        return Err(Refusal::NotFound { what: "conversation" }.into());
    }
    let reader = view::reader(&me.id, &newest.thread, &directory);
    let (entries, more) = app.newest_entries(me, &newest, &directory, sync::SNAPSHOT).await?;
    let conversation = app.whole(&newest, &directory, reader).await?;
    Ok(json(200, &ConversationWithEntries { conversation, entries, more }))
}

/// `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`
pub(crate) async fn entries(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let newest = app.readable(me, &id.thread, &directory).await?;
    let limit = limit(event, 50)?;
    let after = number(event, "after")?;
    let mut page = match (after, number(event, "before")?) {
        (Some(after), None) => app.store.entries_after(&id.thread, after, limit).await?,
        (None, before) => {
            let before = before.unwrap_or(newest.entry.seq + 1);
            app.store.entries_before(&id.thread, before, limit).await?
        }
        (Some(_), Some(_)) => {
            return Err(protocol::Refused::new(
                "frame_invalid",
                "after and before exclude each other.",
                "Give one of them.",
            )
            .at("after")
            .into());
        }
    };
    keep_to_team(me, &newest.thread, &mut page, &directory);
    let reader = view::reader(&me.id, &newest.thread, &directory);
    let shown = page.entries.iter().map(|e| view::entry(&newest.thread, e, reader));
    let (entries, cut) = sync::page(shown.collect(), after.is_none());
    Ok(json(200, &Entries { entries, more: page.more || cut }))
}

/// `GET /v1/conversations/{conversation}/routing`: how the engine chose, newest first (F63).
pub(crate) async fn routing(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let newest = app.readable(me, &id.thread, &directory).await?;
    let mut page = app.store.entries_before(&id.thread, newest.entry.seq + 1, ROUTED).await?;
    keep_to_team(me, &newest.thread, &mut page, &directory);
    let mut routings: Vec<RoutingAt> = page
        .entries
        .iter()
        .flat_map(|entry| entry.events.iter().map(move |event| (entry, event)))
        .filter_map(|(entry, event)| match event {
            Event::Routed(routing) => {
                let routing = view::routing(routing);
                Some(RoutingAt { seq: entry.seq, at: entry.at.0, routing })
            }
            _ => None,
        })
        .collect();
    routings.reverse();
    Ok(json(200, &Routings { routings }))
}

pub(crate) fn conversation_id(event: &ApiGatewayV2httpRequest) -> Result<ConversationId, Failure> {
    Ok(frame::id(&path(event, "conversation"), "conversation")?)
}

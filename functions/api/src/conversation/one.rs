//! The routes of one conversation: commands, entries, the engine's choices.

use crate::query::{limit, read_id};
use crate::{Answer, number};
use app::conversation::earlier::{Readable, keep_to_team};
use app::conversation::sync;
use app::runtime::web::{json, path, query, refused};
use app::session::socket::{command_body, told};
use app::{App, Failure, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{ConversationId, DiscussionId, Event, Profile, Refusal};
use protocol::assignment::RoutingAt;
use protocol::assignment::Routings;
use protocol::conversation::ConversationWithEntries;
use protocol::conversation::Entries;
use protocol::session::Done;

/// The number of a thread's newest entries in which the search for choices looks.
const ROUTED: usize = 1_000;

/// `POST /v1/commands`
pub(crate) async fn command(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let command = command_body(&app::runtime::web::body_text(event)?)?;
    let (id, conversation) = (command.id.clone(), command.conversation.clone());
    Ok(match app::session::frame::command(app.work(), me, command, true).await {
        Ok(done) => json(200, &Done { id, conversation, seq: done.seq() }),
        Err(failure) => refused(told(&failure, Some(&id))),
    })
}

/// `GET /v1/conversations/{conversation}`
pub(crate) async fn show(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let Readable { newest, last } =
        app::conversation::earlier::readable_conversation(app.ground(), me, &id, &directory)
            .await?;
    let reader = view::reader(&me.id, &newest.thread, &directory);
    let (entries, more) = app::conversation::sync::newest_entries(
        app.ground(),
        me,
        &newest.thread,
        &last,
        &directory,
        sync::SNAPSHOT,
    )
    .await?;
    let conversation =
        app::conversation::sync::whole(app.ground(), &last, &directory, reader).await?;
    let newest = newest.thread.conversation_id();
    let newest = (newest != id).then(|| newest.to_string());
    Ok(json(200, &ConversationWithEntries { conversation, entries, more, newest }))
}

/// `GET /v1/conversations/{conversation}/entries?after=|before=&limit=`
pub(crate) async fn entries(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = conversation_id(event)?;
    let limit = limit(event, 50)?;
    if let Some(discussion) = query(event, "discussion") {
        return of_discussion(app, me, event, &id, &discussion, limit).await;
    }
    let directory = app.directory().await?;
    let Readable { newest, .. } =
        app::conversation::earlier::readable_conversation(app.ground(), me, &id, &directory)
            .await?;
    let after = number(event, "after")?;
    let mut page = match (after, number(event, "before")?) {
        (Some(after), None) => app.store.entries_after(&id.thread, after, limit).await?,
        (None, before) => {
            let before = before.unwrap_or(newest.entry.seq + 1);
            app.store.entries_before(&id.thread, before, limit).await?
        }
        (Some(_), Some(_)) => {
            return Err(protocol::Refused::new(
                "query_invalid",
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

/// `GET /v1/conversations/{conversation}/entries?discussion=&after=&limit=`: the entries of a
/// discussion, also for participants who may no longer read the conversation.
async fn of_discussion(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
    id: &ConversationId,
    discussion: &str,
    limit: usize,
) -> Answer {
    let talk: DiscussionId = read_id(discussion, "discussion")?;
    if talk.thread != id.thread {
        return Err(Refusal::NotFound { what: "discussion" }.into());
    }
    if query(event, "before").is_some() {
        let why = "A discussion is read from its beginning: before does not go with it.";
        let refused = protocol::Refused::new("query_invalid", why, "Give after instead.");
        return Err(refused.at("before").into());
    }
    let after = number(event, "after")?;
    let (entries, more) =
        app::discussion::discussion(app.ground(), me, &talk.thread, talk.number, after, limit)
            .await?;
    Ok(json(200, &Entries { entries, more }))
}

/// `GET /v1/conversations/{conversation}/routing`: how the engine chose, newest first (F63).
pub(crate) async fn routing(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = conversation_id(event)?;
    let directory = app.directory().await?;
    let Readable { newest, .. } =
        app::conversation::earlier::readable_conversation(app.ground(), me, &id, &directory)
            .await?;
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
    Ok(read_id(&path(event, "conversation"), "conversation")?)
}

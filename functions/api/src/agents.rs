//! Agents, queues and settings.

use app::web::{json, path};
use app::{App, Failure, frame, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Profile, QueueId, Refusal};
use protocol::http::{Agents, PresenceBody, Queues, Settings};
use store::Bearer;

use crate::Answer;

/// `POST /v1/ws-ticket`
pub(crate) async fn ticket(app: &App, me: &Profile) -> Answer {
    Ok(json(201, &app.ticket(&Bearer::Agent(me.id.clone())).await?))
}

/// `GET /v1/me`
pub(crate) async fn me(app: &App, me: &Profile) -> Answer {
    let directory = app.directory().await?;
    let batch = app.store.batch([&me.id], &[], None).await?;
    let record = directory.agents.get(&me.id).ok_or(Refusal::NotFound { what: "agent" })?;
    Ok(json(200, &view::agent(record, batch.desks.get(&me.id))))
}

/// `PUT /v1/me/presence`
pub(crate) async fn presence(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: PresenceBody = body(event)?;
    app.set_presence(&me.id, wanted.presence, wanted.reason.as_deref()).await?;
    self::me(app, me).await
}

/// `GET /v1/agents`
pub(crate) async fn list(app: &App) -> Answer {
    let (directory, desks) = (app.directory().await?, app.store.desks().await?);
    let agents =
        directory.agents.iter().map(|(id, agent)| view::agent(agent, desks.get(id))).collect();
    Ok(json(200, &Agents { agents }))
}

/// `GET /v1/queues`
pub(crate) async fn queues(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &Queues { queues: app.queues_of(me).await? }))
}

/// `GET /v1/queues/{queue}`
pub(crate) async fn queue(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: QueueId = frame::id(&path(event, "queue"), "queue")?;
    let directory = app.directory().await?;
    // Whether a queue of another team exists is nothing for those outside it.
    let queue = directory
        .queues
        .get(&id)
        .filter(|q| me.in_team(&q.team))
        .ok_or(Refusal::NotFound { what: "queue" })?;
    Ok(json(200, &app.queue(&directory, queue).await?))
}

/// `GET /v1/settings`
pub(crate) async fn settings(app: &App) -> Answer {
    // Asked for when they have just changed, maybe elsewhere: what is remembered may be old.
    app.refresh_directory();
    Ok(json(200, &view::settings(&app.directory().await?.settings)))
}

/// `PUT /v1/settings`
pub(crate) async fn change_settings(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let wanted: Settings = body(event)?;
    Ok(json(200, &app.change_settings(me, &wanted).await?))
}

pub(crate) fn body<T: serde::de::DeserializeOwned>(
    event: &ApiGatewayV2httpRequest,
) -> Result<T, Failure> {
    Ok(frame::typed(frame::object(&app::web::body_text(event))?)?)
}

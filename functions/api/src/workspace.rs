//! The routes of the workspace's records: teams, queues, assets; `agent` has those of agents.

use crate::Answer;
use crate::query::read_id;
use app::runtime::web::{body_text, json, path};
use app::session::read;
use app::settings::by_field;
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::Profile;
use serde::de::DeserializeOwned;

/// `GET /v1/workspace`
pub(crate) async fn show(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &app::workspace::records(app.ground(), me).await?))
}

/// `PUT /v1/workspace`
pub(crate) async fn change(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let change = body(event, &["version", "name", "checklist_hidden"])?;
    Ok(json(200, &app::workspace::change_workspace(app.engine(), me, &change).await?))
}

/// `PUT /v1/teams/{team}`
pub(crate) async fn team(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = read_id(&path(event, "team"), "team")?;
    let change = body(event, &["version", "name", "retired"])?;
    Ok(json(200, &app::workspace::change_team(app.engine(), me, &id, &change).await?))
}

/// `PUT /v1/queues/{queue}`
pub(crate) async fn queue(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = read_id(&path(event, "queue"), "queue")?;
    let change = body(event, &["version", "name", "team", "retired"])?;
    Ok(json(200, &app::workspace::change_queue(app.engine(), me, &id, &change).await?))
}

/// `PUT /v1/assets/{asset}`
pub(crate) async fn asset(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    const FIELDS: [&str; 7] =
        ["version", "name", "channel", "account", "queue", "teams", "retired"];
    let id = read_id(&path(event, "asset"), "asset")?;
    let change = body(event, &FIELDS)?;
    Ok(json(200, &app::workspace::change_asset(app.engine(), me, &id, &change).await?))
}

/// Reads a body field by field, so that a refusal names the field.
pub(crate) fn body<T: DeserializeOwned>(
    event: &ApiGatewayV2httpRequest,
    fields: &[&str],
) -> Result<T, Failure> {
    Ok(by_field(read::object(&body_text(event)?)?, fields)?)
}

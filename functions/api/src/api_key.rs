//! The routes of keys of the API.

use crate::Answer;
use crate::query::read_id;
use crate::workspace::body;
use app::App;
use app::runtime::web::{json, path};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{AgentId, Profile};

/// `GET /v1/keys`
pub(crate) async fn list(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &app::api_key::list(app.ground(), me).await?))
}

/// `PUT /v1/keys/{key}`
pub(crate) async fn change(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    const FIELDS: [&str; 7] =
        ["version", "name", "role", "teams", "access", "requests_a_minute", "revoked"];
    let id: AgentId = read_id(&path(event, "key"), "key")?;
    let change = body(event, &FIELDS)?;
    Ok(json(200, &app::api_key::change(app.engine(), me, &id, &change).await?))
}

/// `POST /v1/keys/{key}/rotate`
pub(crate) async fn rotate(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: AgentId = read_id(&path(event, "key"), "key")?;
    let rotation = body(event, &["version", "overlap_seconds"])?;
    Ok(json(200, &app::api_key::rotate(app.engine(), me, &id, &rotation).await?))
}

//! The routes of an asset's connection to its provider.

use crate::Answer;
use crate::query::read_id;
use crate::workspace::body;
use app::App;
use app::runtime::web::{json, path};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{AssetId, Profile};

/// `GET /v1/assets/{asset}`
pub(crate) async fn show(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: AssetId = read_id(&path(event, "asset"), "asset")?;
    Ok(json(200, &app::asset::connection::show(app.line(), me, &id).await?))
}

/// `PUT /v1/assets/{asset}/secrets`
pub(crate) async fn enter(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: AssetId = read_id(&path(event, "asset"), "asset")?;
    let change = body(event, &["version", "values"])?;
    let (engine, line) = (app.engine(), app.line());
    Ok(json(200, &app::asset::connection::enter(engine, line, me, &id, &change).await?))
}

/// `POST /v1/assets/{asset}/check`
pub(crate) async fn check(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: AssetId = read_id(&path(event, "asset"), "asset")?;
    Ok(json(200, &app::asset::check::check(app.line(), me, &id).await?))
}

/// `POST /v1/assets/{asset}/test`
pub(crate) async fn test(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: AssetId = read_id(&path(event, "asset"), "asset")?;
    let wanted = body(event, &["to", "text"])?;
    Ok(json(200, &app::asset::check::send_test(app.line(), me, &id, &wanted).await?))
}

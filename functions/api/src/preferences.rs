//! The routes of the caller's own drafts and preferences, and of everybody's canned messages.

use crate::agent::body;
use crate::{Answer, number};
use app::runtime::web::{json, path};
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::Profile;
use protocol::Refused;
use protocol::canned::CannedChange;
use protocol::preferences::Preferences;

/// `GET /v1/drafts`
pub(crate) async fn drafts(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &app::message::draft::drafts(app.ground(), me).await?))
}

/// `GET /v1/preferences`
pub(crate) async fn preferences(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &app::preferences::preferences(app.ground(), me).await?))
}

/// `PUT /v1/preferences`
pub(crate) async fn prefer(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: Preferences = body(event)?;
    Ok(json(200, &app::preferences::change_preferences(app.voice(), me, &wanted).await?))
}

/// `GET /v1/canned`
pub(crate) async fn canned(app: &App) -> Answer {
    Ok(json(200, &app::canned::canned(app.ground()).await?))
}

/// `PUT /v1/canned/{canned}`
pub(crate) async fn can(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let change: CannedChange = body(event)?;
    Ok(json(
        200,
        &app::canned::change_canned(app.ground(), me, &path(event, "canned"), &change).await?,
    ))
}

/// `DELETE /v1/canned/{canned}?version=`
pub(crate) async fn uncan(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let version = number(event, "version")?.ok_or_else(|| -> Failure {
        let refused = Refused::new(
            "query_invalid",
            "version is missing.",
            "Give the version that you have read.",
        );
        refused.at("version").into()
    })?;
    Ok(json(
        200,
        &app::canned::remove_canned(app.ground(), me, &path(event, "canned"), version).await?,
    ))
}

//! Files of messages and comments.

use crate::Answer;
use crate::agents::body;
use app::App;
use app::web::{header, json, path};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::Profile;
use protocol::upload::NewUpload;

/// `POST /v1/uploads`
pub(crate) async fn announce(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: NewUpload = body(event)?;
    let key = header(event, "idempotency-key");
    Ok(json(201, &app.announce(me, &wanted, key.as_deref()).await?))
}

/// `POST /v1/uploads/{upload}/complete`
pub(crate) async fn complete(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    Ok(json(200, &app.complete(me, &path(event, "upload")).await?))
}

/// `DELETE /v1/uploads/{upload}`
pub(crate) async fn discard(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    Ok(json(200, &app.discard(me, &path(event, "upload")).await?))
}

/// `GET /v1/media/{media}`
pub(crate) async fn media(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    Ok(json(200, &app.media_link(me, &path(event, "media")).await?))
}

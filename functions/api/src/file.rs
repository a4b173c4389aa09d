//! The routes of uploads, and of the files in messages and comments.

use crate::Answer;
use crate::agent::body;
use app::App;
use app::runtime::web::{header, json, path};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::Profile;
use protocol::file::NewUpload;

/// `POST /v1/uploads`
pub(crate) async fn announce(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: NewUpload = body(event)?;
    let key = header(event, "idempotency-key");
    Ok(json(201, &app::file::upload::announce(app.shelf(), me, &wanted, key.as_deref()).await?))
}

/// `POST /v1/uploads/{upload}/complete`
pub(crate) async fn complete(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    Ok(json(200, &app::file::upload::complete(app.shelf(), me, &path(event, "upload")).await?))
}

/// `DELETE /v1/uploads/{upload}`
pub(crate) async fn discard(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    Ok(json(200, &app::file::upload::discard(app.shelf(), me, &path(event, "upload")).await?))
}

/// `GET /v1/media/{media}`
pub(crate) async fn media(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id = path(event, "media");
    if let Some(part) = app::file::mail::MailPart::read(&id) {
        return Ok(json(200, &app::file::mail::link(app.shelf(), me, &part).await?));
    }
    Ok(json(200, &app::file::attachment::media_link(app.shelf(), me, &id).await?))
}

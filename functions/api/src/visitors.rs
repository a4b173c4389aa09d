//! Web-chat customers.

use app::web::{header, json, path};
use app::{App, frame};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use protocol::http::{NewVisitor, VisitorTicket};
use protocol::upload::NewVisitorUpload;
use store::Bearer;

use crate::Answer;

/// `POST /v1/visitors`
pub(crate) async fn begin(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: NewVisitor = frame::typed(frame::object(&app::web::body_text(event))?)?;
    Ok(json(201, &app.new_visitor(&wanted).await?))
}

/// `POST /v1/visitors/ticket`
pub(crate) async fn ticket(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = app.visitor(header(event, "authorization").as_deref())?;
    let ticket = app.ticket(&Bearer::Visitor(visitor.clone())).await?;
    let files = app::view::files(domain::file::WEB);
    let away = app.away(&visitor).await?;
    Ok(json(201, &VisitorTicket { ticket, visitor: app.visitor_token(&visitor)?, files, away }))
}

/// `POST /v1/visitors/uploads`
pub(crate) async fn announce(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = app.visitor(header(event, "authorization").as_deref())?;
    let wanted: NewVisitorUpload = crate::agents::body(event)?;
    Ok(json(201, &app.visitor_announces(&visitor, &wanted).await?))
}

/// `POST /v1/visitors/uploads/{upload}/complete`
pub(crate) async fn complete(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = app.visitor(header(event, "authorization").as_deref())?;
    Ok(json(200, &app.visitor_completes(&visitor, &path(event, "upload")).await?))
}

/// `GET /v1/visitors/media/{media}`
pub(crate) async fn media(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = app.visitor(header(event, "authorization").as_deref())?;
    Ok(json(200, &app.visitors_media_link(&visitor, &path(event, "media")).await?))
}

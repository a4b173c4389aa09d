//! Web-chat customers.

use app::limit::Limited;
use app::web::{address, header, json, path};
use app::{App, Failure, frame};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use protocol::http::{NewVisitor, VisitorTicket};
use protocol::upload::NewVisitorUpload;
use store::{Bearer, Visitor};

use crate::Answer;

/// `POST /v1/visitors`
pub(crate) async fn begin(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    app.limit_new_visitors(address(event)).await?;
    let wanted: NewVisitor = frame::typed(frame::object(&app::web::body_text(event))?)?;
    app.admit_page(&frame::id(&wanted.asset, "asset")?, header(event, "origin").as_deref()).await?;
    Ok(json(201, &app.new_visitor(&wanted).await?))
}

/// `POST /v1/visitors/ticket`
pub(crate) async fn ticket(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    let ticket = app.ticket(&Bearer::Visitor(visitor.clone())).await?;
    let files = app::view::files(domain::file::WEB);
    let away = app.away(&visitor).await?;
    Ok(json(201, &VisitorTicket { ticket, visitor: app.visitor_token(&visitor)?, files, away }))
}

/// `POST /v1/visitors/uploads`
pub(crate) async fn announce(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    let wanted: NewVisitorUpload = crate::agents::body(event)?;
    let key = header(event, "idempotency-key");
    Ok(json(201, &app.visitor_announces(&visitor, &wanted, key.as_deref()).await?))
}

/// `POST /v1/visitors/uploads/{upload}/complete`
pub(crate) async fn complete(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    Ok(json(200, &app.visitor_completes(&visitor, &path(event, "upload")).await?))
}

/// `GET /v1/visitors/media/{media}`
pub(crate) async fn media(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    Ok(json(200, &app.visitors_media_link(&visitor, &path(event, "media")).await?))
}

/// The visitor who asks, from a page that may, and not too often.
async fn known(app: &App, event: &ApiGatewayV2httpRequest) -> Result<Visitor, Failure> {
    let visitor = app.visitor(header(event, "authorization").as_deref())?;
    app.limit(Limited::Request, visitor.thread().as_str())?;
    app.admit_page(&visitor.asset, header(event, "origin").as_deref()).await?;
    Ok(visitor)
}

//! The routes of visitors.

use app::runtime::limits::Limited;
use app::runtime::web::{address, header, json, path};
use app::session::read;
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use protocol::file::NewVisitorUpload;
use protocol::visitor::NewVisitor;
use protocol::visitor::VisitorTicket;
use store::{Bearer, Visitor};

use crate::Answer;

/// `POST /v1/visitors`
pub(crate) async fn begin(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    app::limit::limit_new_visitors(app.gate(), &address(event, &app.config.edge_key)).await?;
    let wanted: NewVisitor = read::typed(read::object(&app::runtime::web::body_text(event)?)?)?;
    app::session::identity::admit_page(
        app.door(),
        &read::id(&wanted.asset, "asset")?,
        header(event, "origin").as_deref(),
    )
    .await?;
    Ok(json(201, &app::session::identity::new_visitor(app.door(), &wanted).await?))
}

/// `POST /v1/visitors/ticket`
pub(crate) async fn ticket(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    let ticket =
        app::session::identity::ticket(app.door(), &Bearer::Visitor(visitor.clone())).await?;
    let files = app::view::files(domain::file::WEB);
    let away = app::visitor::away::away(app.ground(), &visitor).await?;
    Ok(json(
        201,
        &VisitorTicket {
            ticket,
            visitor: app::session::identity::visitor_token(app.door(), &visitor).await?,
            files,
            away,
        },
    ))
}

/// `POST /v1/visitors/uploads`
pub(crate) async fn announce(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    let wanted: NewVisitorUpload = crate::agent::body(event)?;
    let key = header(event, "idempotency-key");
    Ok(json(
        201,
        &app::file::upload::visitor_announces(app.shelf(), &visitor, &wanted, key.as_deref())
            .await?,
    ))
}

/// `POST /v1/visitors/uploads/{upload}/complete`
pub(crate) async fn complete(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    Ok(json(
        200,
        &app::file::upload::visitor_completes(app.shelf(), &visitor, &path(event, "upload"))
            .await?,
    ))
}

/// `GET /v1/visitors/media/{media}`
pub(crate) async fn media(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let visitor = known(app, event).await?;
    Ok(json(
        200,
        &app::file::attachment::visitors_media_link(app.shelf(), &visitor, &path(event, "media"))
            .await?,
    ))
}

/// The visitor who sends the request. The page must be an allowed one, and the visitor may not ask
/// too often.
async fn known(app: &App, event: &ApiGatewayV2httpRequest) -> Result<Visitor, Failure> {
    let token = header(event, "authorization");
    let visitor = app::session::identity::visitor(app.door(), token.as_deref()).await?;
    app::limit::limit(app.gate(), Limited::Request, visitor.thread().as_str())?;
    app::session::identity::admit_page(
        app.door(),
        &visitor.asset,
        header(event, "origin").as_deref(),
    )
    .await?;
    Ok(visitor)
}

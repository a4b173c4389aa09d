//! Web-chat customers.

use app::web::{header, json};
use app::{App, frame};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use protocol::http::{NewVisitor, VisitorTicket};
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
    Ok(json(201, &VisitorTicket { ticket, visitor: app.visitor_token(&visitor)? }))
}

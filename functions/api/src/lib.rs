//! The HTTP API: everything that an agent can do over a socket, an integrator can do here.
//!
//! API Gateway names the route; each has a function of its own in [`agents`], [`conversations`],
//! [`direct`] or [`visitors`].

mod agents;
mod conversations;
mod direct;
mod visitors;

use app::web::problem;
use app::{App, Failure};
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use lambda_runtime::Error;

type Answer = Result<ApiGatewayV2httpResponse, Failure>;

/// The largest body: a command holds at most a message.
const BODY_LIMIT: usize = 128 * 1024;

/// Serves one request.
///
/// # Errors
/// Never: what fails is answered with a status and a typed problem.
pub async fn handle(
    app: &App,
    event: ApiGatewayV2httpRequest,
) -> Result<ApiGatewayV2httpResponse, Error> {
    Ok(match route(app, &event).await {
        Ok(response) => response,
        Err(failure) => problem(&failure),
    })
}

async fn route(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let length = event.body.as_deref().map_or(0, str::len);
    if length > BODY_LIMIT {
        return Err(Failure::rejected(
            "frame_too_large",
            format!("The body has {length} bytes; at most {BODY_LIMIT} are taken."),
            "Send it in parts.",
        ));
    }
    let route = event.route_key.as_deref().unwrap_or_default();
    match route {
        "POST /v1/visitors" => return visitors::begin(app, event).await,
        "POST /v1/visitors/ticket" => return visitors::ticket(app, event).await,
        _ => {}
    }
    let me = &app.agent(app::web::header(event, "authorization").as_deref()).await?;
    match route {
        "POST /v1/ws-ticket" => agents::ticket(app, me).await,
        "POST /v1/commands" => conversations::command(app, me, event).await,
        "GET /v1/me" => agents::me(app, me).await,
        "PUT /v1/me/presence" => agents::presence(app, me, event).await,
        "GET /v1/agents" => agents::list(app).await,
        "GET /v1/queues" => agents::queues(app, me).await,
        "GET /v1/queues/{queue}" => agents::queue(app, me, event).await,
        "GET /v1/conversations" => conversations::list(app, me, event).await,
        "GET /v1/conversations/{conversation}" => conversations::show(app, me, event).await,
        "GET /v1/conversations/{conversation}/entries" => {
            conversations::entries(app, me, event).await
        }
        "GET /v1/conversations/{conversation}/engagements" => {
            conversations::engagements(app, me, event).await
        }
        "GET /v1/engagements" => conversations::engagements_of(app, me, event).await,
        "GET /v1/direct" => direct::talks(app, me).await,
        "GET /v1/direct/{agent}" => direct::messages(app, me, event).await,
        "POST /v1/direct/{agent}" => direct::write(app, me, event).await,
        "PUT /v1/direct/{agent}/read" => direct::read(app, me, event).await,
        "GET /v1/settings" => agents::settings(app).await,
        "PUT /v1/settings" => agents::change_settings(app, me, event).await,
        _ => Err(Failure::rejected(
            "not_found",
            "There is no such route.",
            "Compare it with docs/protocol/openapi.json.",
        )),
    }
}

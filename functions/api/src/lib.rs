//! The HTTP API: everything that an agent can do over a socket, an integrator can do here.
//!
//! API Gateway names the route; each has a function of its own in the module of its noun.

mod agents;
mod board;
mod cards;
mod contacts;
mod conversations;
mod direct;
mod engagements;
mod mentions;
mod personal;
mod query;
mod settings;
mod templates;
mod transfers;
mod uploads;
mod visitors;

use app::web::{problem, with_request_id};
use app::{App, Failure};
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use lambda_runtime::Error;

use query::{moment, number};

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
    let response = match app.caught("api", route(app, &event)).await.flatten() {
        Ok(response) => response,
        Err(failure) => problem(&failure),
    };
    Ok(with_request_id(response, &event))
}

async fn route(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let length = app::web::body(event).len();
    if length > BODY_LIMIT {
        return Err(Failure::rejected(
            "frame_too_large",
            format!("The body has {length} bytes; at most {BODY_LIMIT} are taken."),
            "Send it in parts.",
        ));
    }
    let route = event.route_key.as_deref().unwrap_or_default();
    if route.contains(" /v1/visitors") {
        query::check(route, event)?;
    }
    match route {
        "POST /v1/visitors" => return visitors::begin(app, event).await,
        "POST /v1/visitors/ticket" => return visitors::ticket(app, event).await,
        "POST /v1/visitors/uploads" => return visitors::announce(app, event).await,
        "POST /v1/visitors/uploads/{upload}/complete" => {
            return visitors::complete(app, event).await;
        }
        "GET /v1/visitors/media/{media}" => return visitors::media(app, event).await,
        _ => {}
    }
    let session = app.agent(app::web::header(event, "authorization").as_deref()).await?;
    let me = &session.me;
    query::check(route, event)?;
    match route {
        "POST /v1/ws-ticket" => agents::ticket(app, &session).await,
        "POST /v1/sign-out" => agents::sign_out(app, me).await,
        "POST /v1/commands" => conversations::command(app, me, event).await,
        "GET /v1/me" => agents::me(app, me).await,
        "PUT /v1/me/presence" => agents::presence(app, me, event).await,
        "GET /v1/agents" => agents::list(app, me, event).await,
        "GET /v1/queues" => agents::queues(app, me).await,
        "GET /v1/queues/{queue}" => agents::queue(app, me, event).await,
        "GET /v1/conversations" => cards::list(app, me, event).await,
        "GET /v1/conversations/{conversation}" => conversations::show(app, me, event).await,
        "GET /v1/conversations/{conversation}/entries" => {
            conversations::entries(app, me, event).await
        }
        "GET /v1/conversations/{conversation}/engagements" => {
            engagements::of_conversation(app, me, event).await
        }
        "GET /v1/conversations/{conversation}/routing" => {
            conversations::routing(app, me, event).await
        }
        "GET /v1/contacts/{contact}" => contacts::show(app, me, event).await,
        "PATCH /v1/contacts/{contact}" => contacts::change(app, me, event).await,
        "GET /v1/contacts/{contact}/conversations" => contacts::history(app, me, event).await,
        "GET /v1/board" => board::show(app, me, event).await,
        "GET /v1/mentions" => mentions::list(app, me, event).await,
        "PUT /v1/mentions/seen" => mentions::see(app, me, event).await,
        "GET /v1/engagements" => engagements::list(app, me, event).await,
        "POST /v1/transfers" => transfers::bulk(app, me, event).await,
        "PUT /v1/agents/{agent}" => agents::change(app, me, event).await,
        "PUT /v1/agents/{agent}/presence" => agents::set_presence(app, me, event).await,
        "GET /v1/agents/{agent}/presence" => agents::presence_changes(app, me, event).await,
        "GET /v1/settings" => settings::show(app, me).await,
        "PUT /v1/settings" => settings::change(app, me, event).await,
        "GET /v1/settings/teams/{team}" => settings::show_scoped(app, event).await,
        "PUT /v1/settings/teams/{team}" => settings::change_scoped(app, me, event).await,
        "GET /v1/settings/queues/{queue}" => settings::show_scoped(app, event).await,
        "PUT /v1/settings/queues/{queue}" => settings::change_scoped(app, me, event).await,
        "GET /v1/settings/changes" => settings::log(app, me, event).await,
        "GET /v1/direct" => direct::talks(app, me).await,
        "GET /v1/direct/{agent}" => direct::messages(app, me, event).await,
        "POST /v1/direct/{agent}" => direct::write(app, me, event).await,
        "PUT /v1/direct/{agent}/read" => direct::read(app, me, event).await,
        "POST /v1/uploads" => uploads::announce(app, me, event).await,
        "POST /v1/uploads/{upload}/complete" => uploads::complete(app, me, event).await,
        "DELETE /v1/uploads/{upload}" => uploads::discard(app, me, event).await,
        "GET /v1/media/{media}" => uploads::media(app, me, event).await,
        "GET /v1/drafts" => personal::drafts(app, me).await,
        "GET /v1/preferences" => personal::preferences(app, me).await,
        "PUT /v1/preferences" => personal::prefer(app, me, event).await,
        "GET /v1/canned" => personal::canned(app).await,
        "PUT /v1/canned/{canned}" => personal::can(app, me, event).await,
        "DELETE /v1/canned/{canned}" => personal::uncan(app, me, event).await,
        "GET /v1/templates" => templates::list(app, me, event).await,
        "PUT /v1/templates/{asset}" => templates::change(app, me, event).await,
        _ => Err(Failure::rejected(
            "not_found",
            "There is no such route.",
            "Compare it with docs/protocol/openapi.json.",
        )),
    }
}

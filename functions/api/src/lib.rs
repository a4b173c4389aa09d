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

use app::runtime::web::{problem, with_request_id};
use app::session::sessions::Session;
use app::{App, Failure};
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use lambda_runtime::Error;
use protocol::openapi::Operation;

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
    let response =
        match app::runtime::panics::caught(&app.metrics, app.now(), "api", route(app, &event))
            .await
            .flatten()
        {
            Ok(response) => response,
            Err(failure) => problem(&failure),
        };
    Ok(with_request_id(response, &event))
}

async fn route(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let length = app::runtime::web::body(event).len();
    if length > BODY_LIMIT {
        return Err(Failure::rejected(
            "frame_too_large",
            format!("The body has {length} bytes; at most {BODY_LIMIT} are taken."),
            "Send it in parts.",
        ));
    }
    let route = event.route_key.as_deref().unwrap_or_default();
    let operation = Operation::of(route).ok_or_else(no_such_route)?;
    if !operation.is_agents() {
        query::check(route, event)?;
        return visitors_route(app, operation, event).await;
    }
    let session = app::session::identity::agent(
        app.door(),
        app::runtime::web::header(event, "authorization").as_deref(),
    )
    .await?;
    query::check(route, event)?;
    agents_route(app, &session, operation, event).await
}

async fn visitors_route(
    app: &App,
    operation: Operation,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    match operation {
        Operation::CreateVisitor => visitors::begin(app, event).await,
        Operation::CreateVisitorTicket => visitors::ticket(app, event).await,
        Operation::CreateVisitorUpload => visitors::announce(app, event).await,
        Operation::CompleteVisitorUpload => visitors::complete(app, event).await,
        Operation::GetVisitorMedia => visitors::media(app, event).await,
        _ => Err(no_such_route()),
    }
}

async fn agents_route(
    app: &App,
    session: &Session,
    operation: Operation,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let me = &session.me;
    match operation {
        Operation::CreateTicket => agents::ticket(app, session).await,
        Operation::SignOut => agents::sign_out(app, me).await,
        Operation::SendCommand => conversations::command(app, me, event).await,
        Operation::GetMe => agents::me(app, me).await,
        Operation::SetPresence => agents::presence(app, me, event).await,
        Operation::ListAgents => agents::list(app, me, event).await,
        Operation::ListQueues => agents::queues(app, me).await,
        Operation::GetQueue => agents::queue(app, me, event).await,
        Operation::ListConversations => cards::list(app, me, event).await,
        Operation::GetConversation => conversations::show(app, me, event).await,
        Operation::ListEntries => conversations::entries(app, me, event).await,
        Operation::ListConversationEngagements => {
            engagements::of_conversation(app, me, event).await
        }
        Operation::ListRoutings => conversations::routing(app, me, event).await,
        Operation::GetContact => contacts::show(app, me, event).await,
        Operation::PatchContact => contacts::change(app, me, event).await,
        Operation::ListContactConversations => contacts::history(app, me, event).await,
        Operation::GetBoard => board::show(app, me, event).await,
        Operation::ListMentions => mentions::list(app, me, event).await,
        Operation::SeeMentions => mentions::see(app, me, event).await,
        Operation::ListEngagements => engagements::list(app, me, event).await,
        Operation::TransferSeveral => transfers::bulk(app, me, event).await,
        Operation::PutAgent => agents::change(app, me, event).await,
        Operation::SetAgentPresence => agents::set_presence(app, me, event).await,
        Operation::ListPresenceChanges => agents::presence_changes(app, me, event).await,
        Operation::GetSettings => settings::show(app, me).await,
        Operation::PutSettings => settings::change(app, me, event).await,
        Operation::GetTeamSettings => settings::show_scoped(app, event).await,
        Operation::PutTeamSettings => settings::change_scoped(app, me, event).await,
        Operation::GetQueueSettings => settings::show_scoped(app, event).await,
        Operation::PutQueueSettings => settings::change_scoped(app, me, event).await,
        Operation::ListSettingsChanges => settings::log(app, me, event).await,
        Operation::ListTalks => direct::talks(app, me).await,
        Operation::ListDirectMessages => direct::messages(app, me, event).await,
        Operation::SendDirect => direct::write(app, me, event).await,
        Operation::ReadDirect => direct::read(app, me, event).await,
        Operation::CreateUpload => uploads::announce(app, me, event).await,
        Operation::CompleteUpload => uploads::complete(app, me, event).await,
        Operation::DeleteUpload => uploads::discard(app, me, event).await,
        Operation::GetMedia => uploads::media(app, me, event).await,
        Operation::ListDrafts => personal::drafts(app, me).await,
        Operation::GetPreferences => personal::preferences(app, me).await,
        Operation::PutPreferences => personal::prefer(app, me, event).await,
        Operation::ListCanned => personal::canned(app).await,
        Operation::PutCanned => personal::can(app, me, event).await,
        Operation::DeleteCanned => personal::uncan(app, me, event).await,
        Operation::ListTemplates => templates::list(app, me, event).await,
        Operation::PutTemplate => templates::change(app, me, event).await,
        // Visitors' routes, and those of the function `ingest`.
        Operation::CreateVisitor
        | Operation::CreateVisitorTicket
        | Operation::CreateVisitorUpload
        | Operation::CompleteVisitorUpload
        | Operation::GetVisitorMedia
        | Operation::VerifyWebhook
        | Operation::ReceiveWebhook => Err(no_such_route()),
    }
}

fn no_such_route() -> Failure {
    Failure::rejected(
        "not_found",
        "There is no such route.",
        "Compare it with docs/protocol/openapi.json.",
    )
}

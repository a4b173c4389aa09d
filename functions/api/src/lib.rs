//! The HTTP API: an integrator can do here everything that an agent can do over a socket.
//!
//! API Gateway names the route; each route has a function of its own in the module of its noun.

mod agent;
mod api_key;
mod asset;
mod board;
mod contact;
mod conversation;
mod direct;
mod engagement;
mod file;
mod mention;
mod preferences;
mod query;
mod settings;
mod template;
mod transfer;
mod visitor;
mod workspace;

use app::runtime::web::{problem, with_request_id};
use app::session::state::Session;
use app::{App, Failure};
use aws_lambda_events::apigw::{ApiGatewayV2httpRequest, ApiGatewayV2httpResponse};
use lambda_runtime::Error;
use protocol::openapi::Operation;

use query::{moment, number};

type Answer = Result<ApiGatewayV2httpResponse, Failure>;

/// The most bytes of a body: a command holds at most a message.
const BODY_LIMIT: usize = 128 * 1024;

/// The most bytes of a table of agents: 10,000 rows, within the 6 MB that Lambda takes.
const TABLE_LIMIT: usize = 3 * 1024 * 1024;

/// Serves one request.
///
/// # Errors
/// Never: a failed request gets a status and a typed problem.
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
    let route = event.route_key.as_deref().unwrap_or_default();
    let operation = Operation::of(route).ok_or_else(no_such_route)?;
    let limit = if operation == Operation::ImportAgents { TABLE_LIMIT } else { BODY_LIMIT };
    if length > limit {
        return Err(Failure::rejected(
            "frame_too_large",
            format!("The body has {length} bytes; at most {limit} are taken."),
            "Send it in parts.",
        ));
    }
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
    let reads = route.starts_with("GET ") || operation == Operation::CreateTicket;
    if session.reads_only && !reads {
        return Err(app::api_key::reads_only());
    }
    agents_route(app, &session, operation, event).await
}

async fn visitors_route(
    app: &App,
    operation: Operation,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    match operation {
        Operation::CreateVisitor => visitor::begin(app, event).await,
        Operation::CreateVisitorTicket => visitor::ticket(app, event).await,
        Operation::CreateVisitorUpload => visitor::announce(app, event).await,
        Operation::CompleteVisitorUpload => visitor::complete(app, event).await,
        Operation::GetVisitorMedia => visitor::media(app, event).await,
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
        Operation::CreateTicket => agent::ticket(app, session).await,
        Operation::SignOut => agent::sign_out(app, session).await,
        Operation::SendCommand => conversation::one::command(app, me, event).await,
        Operation::GetMe => agent::me(app, me).await,
        Operation::SetPresence => agent::presence(app, me, event).await,
        Operation::ListAgents => agent::list(app, me, event).await,
        Operation::ListQueues => agent::queues(app, me).await,
        Operation::GetQueue => agent::queue(app, me, event).await,
        Operation::ListConversations => conversation::list::list(app, me, event).await,
        Operation::GetConversation => conversation::one::show(app, me, event).await,
        Operation::ListEntries => conversation::one::entries(app, me, event).await,
        Operation::ListConversationEngagements => engagement::of_conversation(app, me, event).await,
        Operation::ListRoutings => conversation::one::routing(app, me, event).await,
        Operation::GetContact => contact::show(app, me, event).await,
        Operation::PatchContact => contact::change(app, me, event).await,
        Operation::ListContactConversations => contact::history(app, me, event).await,
        Operation::GetBoard => board::show(app, me, event).await,
        Operation::ListMentions => mention::list(app, me, event).await,
        Operation::SeeMentions => mention::see(app, me, event).await,
        Operation::ListEngagements => engagement::list(app, me, event).await,
        Operation::TransferSeveral => transfer::bulk(app, me, event).await,
        Operation::PutAgent => agent::change(app, me, event).await,
        Operation::GetWorkspace => workspace::show(app, me).await,
        Operation::PutWorkspace => workspace::change(app, me, event).await,
        Operation::PutTeam => workspace::team(app, me, event).await,
        Operation::PutQueue => workspace::queue(app, me, event).await,
        Operation::PutAsset => workspace::asset(app, me, event).await,
        Operation::GetAsset => asset::show(app, me, event).await,
        Operation::PutAssetSecrets => asset::enter(app, me, event).await,
        Operation::CheckAsset => asset::check(app, me, event).await,
        Operation::TestAsset => asset::test(app, me, event).await,
        Operation::ImportAgents => agent::import(app, me, event).await,
        Operation::ListKeys => api_key::list(app, me).await,
        Operation::PutKey => api_key::change(app, me, event).await,
        Operation::RotateKey => api_key::rotate(app, me, event).await,
        Operation::SetAgentPresence => agent::set_presence(app, me, event).await,
        Operation::ListPresenceChanges => agent::presence_changes(app, me, event).await,
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
        Operation::CreateUpload => file::announce(app, me, event).await,
        Operation::CompleteUpload => file::complete(app, me, event).await,
        Operation::DeleteUpload => file::discard(app, me, event).await,
        Operation::GetMedia => file::media(app, me, event).await,
        Operation::ListDrafts => preferences::drafts(app, me).await,
        Operation::GetPreferences => preferences::preferences(app, me).await,
        Operation::PutPreferences => preferences::prefer(app, me, event).await,
        Operation::ListCanned => preferences::canned(app).await,
        Operation::PutCanned => preferences::can(app, me, event).await,
        Operation::DeleteCanned => preferences::uncan(app, me, event).await,
        Operation::ListTemplates => template::list(app, me, event).await,
        Operation::PutTemplate => template::change(app, me, event).await,
        // These are visitors' routes, and those of the function `ingest`.
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

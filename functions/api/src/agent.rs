//! The routes of agents and queues, and of the caller's own session.

use crate::Answer;
use crate::query::{of_query, read_id};
use app::runtime::web::{json, path, query};
use app::session::frame;
use app::session::read;
use app::session::state::Session;
use app::settings::by_field;
use app::{App, Failure, Question, view};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{AgentId, ConversationId, Profile, QueueId, Refusal};
use protocol::Refused;
use protocol::agent::{Agents, AgentsImport};
use protocol::presence::PresenceBody;
use protocol::queue::Queues;
use protocol::transfer::TargetAct;
use store::Bearer;

/// `POST /v1/ws-ticket`
pub(crate) async fn ticket(app: &App, session: &Session) -> Answer {
    Ok(json(
        201,
        &app::session::identity::ticket(app.door(), &Bearer::Agent(session.me.id.clone())).await?,
    ))
}

/// `POST /v1/sign-out`
pub(crate) async fn sign_out(app: &App, session: &Session) -> Answer {
    app::session::sessions::sign_out(app.engine(), session).await?;
    self::me(app, &session.me).await
}

/// `GET /v1/me`
pub(crate) async fn me(app: &App, me: &Profile) -> Answer {
    let directory = app.directory().await?;
    let batch = app.store.batch([&me.id], &[], None).await?;
    let record = directory.agents.get(&me.id).ok_or(Refusal::NotFound { what: "agent" })?;
    Ok(json(200, &view::agent(record, batch.workloads.get(&me.id))))
}

/// `PUT /v1/me/presence`
pub(crate) async fn presence(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: PresenceBody = body(event)?;
    app::presence::set_presence(app.engine(), &me.id, wanted.presence, wanted.reason.as_deref())
        .await?;
    self::me(app, me).await
}

/// The most conversations about which one request may ask.
const ASKED: usize = 50;

/// `GET /v1/agents?conversation=&act=&discussion=`
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let question = question(event)?;
    let (directory, workloads) = (app.directory().await?, app.store.workloads().await?);
    let agents =
        directory.agents.iter().map(|(id, agent)| view::agent(agent, workloads.get(id))).collect();
    let targets = match &question {
        Some(question) => {
            app::transfer::targets::targets(app.engine(), me, question, &workloads).await?
        }
        None => Vec::new(),
    };
    Ok(json(200, &Agents { agents, targets }))
}

/// The question of the query: an act and its conversations; `None` if the caller wants the list
/// only.
fn question(event: &ApiGatewayV2httpRequest) -> Result<Option<Question>, Failure> {
    let (conversations, act) = (query(event, "conversation"), query(event, "act"));
    let invalid = |field: &'static str, message: &str| -> Failure {
        Refused::new("query_invalid", message, "Compare it with docs/protocol/openapi.json.")
            .at(field)
            .into()
    };
    let (Some(conversations), Some(act)) = (&conversations, &act) else {
        return match (conversations, act) {
            (None, None) => Ok(None),
            (None, _) => Err(invalid("conversation", "act is asked about a conversation.")),
            (Some(_), _) => {
                Err(invalid("act", "conversation is asked about together with an act."))
            }
        };
    };
    let conversations: Vec<ConversationId> = conversations
        .split(',')
        .map(|text| read_id(text, "conversation"))
        .collect::<Result<_, _>>()?;
    if conversations.len() > ASKED {
        return Err(invalid("conversation", "At most 50 conversations can be asked about."));
    }
    let act: TargetAct = serde_json::from_value(serde_json::Value::String(act.clone()))
        .map_err(|_| invalid("act", "act must be discuss, assign, confer or transfer."))?;
    let discussion = query(event, "discussion")
        .map(|text| frame::discussion_of(&text, &conversations[0].thread).map_err(of_query))
        .transpose()?;
    Ok(Some(Question { conversations, act, discussion }))
}

/// `GET /v1/queues`
pub(crate) async fn queues(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &Queues { queues: app::conversation::sync::queues_of(app.ground(), me).await? }))
}

/// `GET /v1/queues/{queue}`
pub(crate) async fn queue(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let id: QueueId = read_id(&path(event, "queue"), "queue")?;
    let directory = app.directory().await?;
    // Only the queue's team may learn that the queue exists.
    let queue = directory
        .queues
        .get(&id)
        .filter(|q| me.in_team(&q.team))
        .ok_or(Refusal::NotFound { what: "queue" })?;
    Ok(json(200, &app::conversation::sync::queue(app.ground(), &directory, queue).await?))
}

/// `PUT /v1/agents/{agent}`
pub(crate) async fn change(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    const FIELDS: [&str; 10] = [
        "version", "name", "email", "role", "teams", "capacity", "skills", "call", "active",
        "unbind",
    ];
    let agent: AgentId = read_id(&path(event, "agent"), "agent")?;
    let change = by_field(read::object(&app::runtime::web::body_text(event)?)?, &FIELDS)?;
    let record = app::agent::change_agent(app.engine(), me, &agent, &change).await?;
    let batch = app.store.batch([&agent], &[], None).await?;
    Ok(json(200, &view::agent(&record, batch.workloads.get(&agent))))
}

/// `POST /v1/agents/import`
pub(crate) async fn import(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: AgentsImport = body(event)?;
    Ok(json(200, &app::agent::import::import(app.engine(), me, &wanted).await?))
}

/// `PUT /v1/agents/{agent}/presence`
pub(crate) async fn set_presence(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let agent: AgentId = read_id(&path(event, "agent"), "agent")?;
    let wanted: PresenceBody = body(event)?;
    app::presence::set_presence_for(
        app.engine(),
        me,
        &agent,
        wanted.presence,
        wanted.reason.as_deref(),
    )
    .await?;
    let directory = app.directory().await?;
    let record = directory.agents.get(&agent).ok_or(Refusal::NotFound { what: "agent" })?;
    let batch = app.store.batch([&agent], &[], None).await?;
    Ok(json(200, &view::agent(record, batch.workloads.get(&agent))))
}

/// `GET /v1/agents/{agent}/presence`
pub(crate) async fn presence_changes(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let agent: AgentId = read_id(&path(event, "agent"), "agent")?;
    Ok(json(200, &app::presence::presence_changes(app.ground(), me, &agent).await?))
}

pub(crate) fn body<T: serde::de::DeserializeOwned>(
    event: &ApiGatewayV2httpRequest,
) -> Result<T, Failure> {
    Ok(read::typed(read::object(&app::runtime::web::body_text(event)?)?)?)
}

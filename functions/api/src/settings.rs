//! The routes of the settings: of the workspace, of teams and of queues.

use crate::Answer;
use crate::query::{limit, read_id};
use app::runtime::web::{body_text, json, path, query};
use app::session::read;
use app::settings::{scoped, scoped_change, workspace, workspace_change};
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Profile, Role};
use protocol::Refused;
use store::settings::overrides::Scope;

/// The number of changes in a list, if the caller names none.
const CHANGES: usize = 50;

/// `GET /v1/settings`
pub(crate) async fn show(app: &App, me: &Profile) -> Answer {
    // A client asks after a change, which another process may have made: the remembered directory
    // may be old.
    app.refresh_directory();
    let directory = app.directory().await?;
    let mut settings = workspace(&directory);
    if me.role == Role::Admin {
        settings.attention = Some(app::settings::attention(app.ground(), &directory).await?);
    }
    Ok(json(200, &settings))
}

/// `PUT /v1/settings`
pub(crate) async fn change(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let (own, version) = workspace_change(read::object(&body_text(event)?)?)?;
    let directory =
        app::settings::change_settings(app.engine(), me, &Scope::Workspace, &own, version).await?;
    Ok(json(200, &workspace(&directory)))
}

/// `GET /v1/settings/teams/{team}` and `GET /v1/settings/queues/{queue}`
pub(crate) async fn show_scoped(app: &App, event: &ApiGatewayV2httpRequest) -> Answer {
    let directory = app.directory().await?;
    Ok(json(200, &scoped(&directory, &scope(event)?)?))
}

/// `PUT /v1/settings/teams/{team}` and `PUT /v1/settings/queues/{queue}`
pub(crate) async fn change_scoped(
    app: &App,
    me: &Profile,
    event: &ApiGatewayV2httpRequest,
) -> Answer {
    let scope = scope(event)?;
    let (own, version) = scoped_change(read::object(&body_text(event)?)?)?;
    let directory = app::settings::change_settings(app.engine(), me, &scope, &own, version).await?;
    Ok(json(200, &scoped(&directory, &scope)?))
}

/// `GET /v1/settings/changes?of=&limit=`
pub(crate) async fn log(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let limit = limit(event, CHANGES)?;
    let of = query(event, "of").map(|text| place(&text)).transpose()?;
    Ok(json(200, &app::settings::settings_log(app.ground(), me, of.as_ref(), limit).await?))
}

/// Reads the place of a change: `workspace`, or the kind and the id of a record.
fn place(text: &str) -> Result<Scope, Failure> {
    let (kind, id) = text.split_once(':').unwrap_or((text, ""));
    Ok(match kind {
        "workspace" if id.is_empty() => Scope::Workspace,
        "team" => Scope::Team(read_id(id, "of")?),
        "queue" => Scope::Queue(read_id(id, "of")?),
        "agent" => Scope::Agent(read_id(id, "of")?),
        "asset" => Scope::Asset(read_id(id, "of")?),
        "key" => Scope::Key(read_id(id, "of")?),
        "canned" => Scope::Canned(id.to_owned()),
        "template" => Scope::Template(id.to_owned()),
        _ => {
            let message = "of names no place that has a history.";
            let remedy = "Use workspace, or team, queue, agent, asset, key, canned or template \
                          with a colon and the id.";
            return Err(Refused::new("query_invalid", message, remedy).at("of").into());
        }
    })
}

/// The scope that the path names.
fn scope(event: &ApiGatewayV2httpRequest) -> Result<Scope, Failure> {
    let team = path(event, "team");
    Ok(if team.is_empty() {
        Scope::Queue(read_id(&path(event, "queue"), "queue")?)
    } else {
        Scope::Team(read_id(&team, "team")?)
    })
}

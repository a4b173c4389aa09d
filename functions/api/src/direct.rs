//! The routes of direct talks between two agents, one of whom is always the caller.

use crate::agent::body;
use crate::query::{limit, read_id};
use crate::{Answer, number};
use app::runtime::web::{json, path, refused};
use app::session::socket::told;
use app::{App, Failure};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{AgentId, Profile};
use protocol::direct::{DirectRead, DirectSent, NewDirect, Talks};

/// `GET /v1/direct`
pub(crate) async fn talks(app: &App, me: &Profile) -> Answer {
    Ok(json(200, &Talks { talks: app::direct::talks(app.ground(), me).await? }))
}

/// `GET /v1/direct/{agent}?before=&limit=`
pub(crate) async fn messages(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let limit = limit(event, 50)?;
    let before = number(event, "before")?;
    Ok(json(
        200,
        &app::direct::directs(app.ground(), me, colleague(event)?.as_str(), before, limit).await?,
    ))
}

/// `POST /v1/direct/{agent}`
pub(crate) async fn write(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let NewDirect { id, text, conversation } = body(event)?;
    let with = colleague(event)?.to_string();
    Ok(
        match app::direct::write_direct(
            app.engine(),
            me,
            &with,
            &id,
            &text,
            conversation.as_deref(),
        )
        .await
        {
            Ok(seq) => json(200, &DirectSent { id, with, seq }),
            Err(failure) => refused(told(&failure, Some(&id))),
        },
    )
}

/// `PUT /v1/direct/{agent}/read`
pub(crate) async fn read(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let wanted: DirectRead = body(event)?;
    Ok(json(
        200,
        &app::direct::read_direct(app.voice(), me, colleague(event)?.as_str(), wanted.seq).await?,
    ))
}

/// The colleague whom the path names.
fn colleague(event: &ApiGatewayV2httpRequest) -> Result<AgentId, Failure> {
    Ok(read_id(&path(event, "agent"), "agent")?)
}

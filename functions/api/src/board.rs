//! The route of the board: a team's work, for its managers.

use crate::Answer;
use crate::query::read_id;
use app::App;
use app::runtime::web::{json, query};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::{Profile, TeamId};

/// `GET /v1/board?team=`
pub(crate) async fn show(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let team: Option<TeamId> = query(event, "team").map(|t| read_id(&t, "team")).transpose()?;
    Ok(json(200, &app::board::live::board(app.ground(), me, team.as_ref()).await?))
}

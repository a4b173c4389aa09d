//! Templates of the business's accounts (F93).

use crate::Answer;
use crate::agent::body;
use crate::query::read_id;
use app::App;
use app::runtime::web::{json, path, query};
use aws_lambda_events::apigw::ApiGatewayV2httpRequest;
use domain::Profile;
use protocol::template::TemplateChange;

/// `GET /v1/templates?asset=`
pub(crate) async fn list(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let asset = query(event, "asset").map(|asset| read_id(&asset, "asset")).transpose()?;
    Ok(json(200, &app::template::templates(app.ground(), me, asset.as_ref()).await?))
}

/// `PUT /v1/templates/{asset}`
pub(crate) async fn change(app: &App, me: &Profile, event: &ApiGatewayV2httpRequest) -> Answer {
    let change: TemplateChange = body(event)?;
    let asset = read_id(&path(event, "asset"), "asset")?;
    Ok(json(200, &app::template::change_template(app.ground(), me, &asset, change).await?))
}

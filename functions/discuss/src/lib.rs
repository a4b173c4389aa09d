//! Private talks between colleagues.
//!
//! One of the four functions behind sockets: API Gateway routes frames whose `action` is
//! `discuss` here.

use app::App;
use app::session::socket::Message;
use aws_lambda_events::apigw::ApiGatewayWebsocketProxyRequest;
use lambda_runtime::Error;
use protocol::frame::Action;
use serde_json::{Value, json};

/// Serves one frame. The answer goes to the socket, not into the response.
///
/// # Errors
/// Only if the event did not come through our authorizer.
pub async fn handle(app: &App, event: ApiGatewayWebsocketProxyRequest) -> Result<Value, Error> {
    app::session::socket::serve_command(app, &Message::read(event)?, Action::Discuss).await;
    Ok(json!({"statusCode": 200}))
}

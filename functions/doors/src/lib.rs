//! The four doors for commands that come over a socket: API Gateway routes a frame by its `action`
//! to the function of that name. The functions do the same; the template gives each of them other
//! rights.
//!
//! | action | commands |
//! |---|---|
//! | `messaging` | Messages to customers, and comments for colleagues. |
//! | `assignment` | Owners and offers: accepting, offering, answering offers, resolving. |
//! | `transfer` | Handing conversations on. |
//! | `discuss` | Private talks between colleagues. |

use app::App;
use app::session::socket::{Message, serve_command};
use aws_lambda_events::apigw::ApiGatewayWebsocketProxyRequest;
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use protocol::frame::Action;
use serde_json::{Value, json};

/// Serves one frame that came through the door of `action`. The answer goes to the socket, not into
/// the response.
///
/// # Errors
/// Only if the event did not come through our authorizer.
pub async fn handle(
    app: &App,
    action: Action,
    event: ApiGatewayWebsocketProxyRequest,
) -> Result<Value, Error> {
    serve_command(app, &Message::read(event)?, action).await;
    Ok(json!({"statusCode": 200}))
}

/// The Lambda function of one door.
///
/// # Errors
/// If a variable of the environment is missing, or the runtime ends.
pub async fn serve(action: Action) -> Result<(), Error> {
    app::init_logging();
    let app = &App::from_env()?;
    run(service_fn(async |event: LambdaEvent<_>| handle(app, action, event.payload).await)).await
}

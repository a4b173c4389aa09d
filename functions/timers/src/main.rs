//! The Lambda function `timers`. Its library does the work.

// The SDK's futures nest deeper than the compiler's default allows it to lay out.
#![recursion_limit = "256"]

use lambda_runtime::{Error, LambdaEvent, run, service_fn};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    app::init_logging();
    let app = &app::App::from_env()?;
    run(service_fn(async |event: LambdaEvent<_>| timers::handle(app, event.payload).await)).await
}

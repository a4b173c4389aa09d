//! The Lambda function `transfer`: the door for frames with this action.

// The SDK's futures nest deeper than the compiler's default allows it to lay out.
#![recursion_limit = "256"]

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    doors::serve(protocol::frame::Action::Transfer).await
}

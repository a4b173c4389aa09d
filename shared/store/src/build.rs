//! A request that the client could not build.

use crate::Error;

pub(crate) fn build(error: aws_sdk_dynamodb::error::BuildError) -> Error {
    Error::Failed(error.to_string())
}

//! Failures of the store. An expected "no" is not among them.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};

/// A failure between us and the table.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// DynamoDB asked us to slow down, after the SDK's own retries.
    #[error("the table is throttled")]
    Throttled,
    /// DynamoDB could not be reached or answered with an error.
    #[error("the table failed: {0}")]
    Failed(String),
    /// An item does not have the form that we write.
    #[error("item {key} is damaged: {why}")]
    Damaged {
        /// The item's key.
        key: String,
        /// The fault of the item.
        why: String,
    },
}

/// The store's result.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn damaged(key: impl Into<String>, why: impl ToString) -> Self {
        Self::Damaged { key: key.into(), why: why.to_string() }
    }
}

impl<E, R> From<SdkError<E, R>> for Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
    R: std::fmt::Debug,
{
    fn from(error: SdkError<E, R>) -> Self {
        match error.code() {
            Some(
                "ProvisionedThroughputExceededException"
                | "ThrottlingException"
                | "RequestLimitExceeded",
            ) => Self::Throttled,
            _ => Self::Failed(DisplayErrorContext(&error).to_string()),
        }
    }
}

/// The failure of a request that the client could not build.
pub(crate) fn build(error: aws_sdk_dynamodb::error::BuildError) -> Error {
    Error::Failed(error.to_string())
}

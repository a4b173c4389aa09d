//! The refusal of a caller who is not signed in.

use crate::Failure;

pub(crate) fn unauthenticated(why: &str) -> Failure {
    Failure::rejected("unauthenticated", why, "Sign in again.")
}

//! Webhook items that no account takes.

pub(crate) mod set_aside;

//! The app's surroundings: configuration, AWS's APIs, HTTP, metrics, limits, failures and panics.
//! Nothing in it knows a conversation.

pub mod aws;
pub mod certificates;
pub mod config;
pub mod directory;
pub mod failure;
pub(crate) mod key;
pub mod limits;
pub mod metric;
pub(crate) mod outside;
pub mod panics;
pub mod provider;
pub(crate) mod random;
pub(crate) mod signed;
pub(crate) mod vault;
pub mod web;

//! DOC

pub mod aws;
pub mod config;
pub mod directory;
pub mod failure;
pub mod metric;
pub mod panics;
pub mod provider;
pub mod web;

//! Messages: their content, and drafts of them.

pub mod content;
pub mod draft;
pub mod relation;
pub mod shared;

//! The directory and the settings of each scope.

pub mod directory;
pub mod overrides;
pub mod scope;

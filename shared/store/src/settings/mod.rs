//! The directory and the settings of each scope.

pub mod asset_secrets;
pub mod directory;
pub mod overrides;
pub mod record;
pub mod scope;

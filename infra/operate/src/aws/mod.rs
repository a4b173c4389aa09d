//! AWS, as far as operations need more of it than the functions do.

pub mod caller;
pub mod credentials;
pub mod stack;
pub mod trouble;
mod xml;

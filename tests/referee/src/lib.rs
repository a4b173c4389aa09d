//! The referee for the table: another implementation of DynamoDB gets every request that the
//! embedded engine gets, and both answers are compared (docs/decisions/0045).

pub mod compare;
pub mod explained;
pub mod judge;
pub mod random;
pub mod remote;
pub mod shapes;
mod values;

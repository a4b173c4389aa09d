//! Canned messages: texts that agents insert, and the variables in them.

mod variables;

pub use variables::{Broken, VARIABLES, variables};

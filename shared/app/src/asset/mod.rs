//! Assets and their providers: what an admin enters, a check, a test message, and health.

pub mod certificate;
pub mod check;
pub mod connection;
pub mod health;
pub mod secrets;

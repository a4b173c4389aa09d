//! Empty: the tests stand in `main.rs` and beside it.

//! One example of every message.

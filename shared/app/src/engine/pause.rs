//! The wait before another attempt.

use std::time::Duration;

/// Waits before another attempt: each wait is longer and more random than the one before.
pub(crate) async fn pause(attempt: u32) {
    let mut byte = [0_u8; 1];
    // Without randomness the wait is regular.
    let _ = getrandom::fill(&mut byte);
    let span = 1_u64 << attempt.min(6);
    tokio::time::sleep(Duration::from_millis(1 + span * u64::from(byte[0]) / 256)).await;
}

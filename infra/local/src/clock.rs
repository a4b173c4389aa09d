//! EventBridge's schedules, and the housekeeping that DynamoDB does by itself.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use crate::Platform;

/// Starts the schedules of the template. The platform calls each function once at start, because
/// the clock may have stood still for long, and then at every full minute.
pub fn start(platform: &Arc<Platform>) {
    for schedule in platform.wiring.schedules.clone() {
        let platform = Arc::clone(platform);
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(platform.gateway.lab.met.clock_late()).await;
                call(&platform, &schedule.function).await;
                if platform.gateway.lab.met.calls_twice() {
                    call(&platform, &schedule.function).await;
                }
                tokio::time::sleep(until_next(schedule.minutes)).await;
            }
        });
    }
    let (engine, files) = (platform.engine.clone(), Arc::clone(platform));
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(300)).await;
            let engine = engine.clone();
            if let Err(error) = files.files.sweep(std::time::SystemTime::now()) {
                tracing::warn!(%error, "files that nobody used were not removed");
            }
            match tokio::task::spawn_blocking(move || engine.sweep_ttl()).await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) => tracing::warn!(%error, "expired items were not removed"),
                Err(error) => tracing::warn!(%error, "expired items were not removed"),
            }
        }
    });
}

/// Calls all scheduled functions now, whatever the time.
pub(crate) async fn ring(platform: &Arc<Platform>) {
    for schedule in &platform.wiring.schedules {
        call(platform, &schedule.function).await;
    }
}

async fn call(platform: &Platform, function: &str) {
    let event = json!({
        "version": "0", "id": uuid::Uuid::now_v7().to_string(),
        "detail-type": "Scheduled Event", "source": "aws.events",
        "account": "000000000000", "region": "local", "resources": [], "detail": {},
    });
    if let Err(crashed) = platform.invoke(function, event).await {
        tracing::error!(function, %crashed, "the clock failed");
    }
}

fn until_next(minutes: u64) -> Duration {
    let span = i64::try_from(minutes.max(1)).unwrap_or(1) * 60_000;
    let left = span - (crate::wall_clock())().0.rem_euclid(span);
    Duration::from_millis(u64::try_from(left).unwrap_or(60_000))
}

//! The health of assets: the engine notes what it saw last of each provider.
//!
//! A note costs a write, so that each process makes the same one at most every quarter of an hour, and one of
//! trouble every ten seconds. A note that
//! fails is lost: it must not hold up a message.

use crate::Line;
use crate::runtime::limits::Limited;
use domain::AssetId;
use protocol::asset::{Finding, FindingState};
pub use store::asset::{Health, Sign, Trouble};

/// Notes a sign of an asset, unless this process did so a moment ago.
pub async fn note(line: Line<'_>, asset: &AssetId, sign: Sign, why: &str) {
    let now = line.now();
    let limit = match sign {
        Sign::Webhook | Sign::Sent => Limited::SignOfLife,
        Sign::Refused | Sign::Failed => Limited::SignOfTrouble,
        // Somebody asked for it, or the clock did, which is seldom enough.
        Sign::Checked => return write(line, asset, sign, why).await,
    };
    if line.limits.take(limit, &format!("{asset} {sign:?}"), now).is_ok() {
        write(line, asset, sign, &domain::words::cut(why, 500)).await;
    }
}

/// Notes what a check found that is not good.
pub(super) async fn note_check(line: Line<'_>, asset: &AssetId, found: &[Finding]) {
    let not_good: Vec<&Finding> =
        found.iter().filter(|finding| finding.state != FindingState::Good).take(20).collect();
    match serde_json::to_string(&not_good) {
        Ok(why) => note(line, asset, Sign::Checked, &why).await,
        Err(error) => tracing::warn!(%asset, %error, "a check was not noted"),
    }
}

/// Returns what the last check found that is not good.
pub(super) fn findings(checked: &Trouble) -> Vec<Finding> {
    serde_json::from_str(&checked.why).unwrap_or_default()
}

async fn write(line: Line<'_>, asset: &AssetId, sign: Sign, why: &str) {
    let now = line.now();
    if let Err(error) = line.store.note_sign(asset, sign, now, why).await {
        tracing::warn!(%asset, %error, "the health of an asset was not noted");
    }
}

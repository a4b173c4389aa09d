//! The health of assets: the engine notes what it saw last of each provider.
//!
//! A note costs a write, so that each process makes the same one at most every quarter of an hour, and one of
//! trouble every ten seconds. A note that
//! fails is lost: it must not hold up a message.

use crate::Line;
use crate::runtime::limits::Limited;
use domain::AssetId;
pub use store::asset::{Health, Sign, Trouble};

/// Notes a sign of an asset, unless this process did so a moment ago.
pub async fn note(line: Line<'_>, asset: &AssetId, sign: Sign, why: &str) {
    let now = line.now();
    let limit = match sign {
        Sign::Webhook | Sign::Sent => Limited::SignOfLife,
        Sign::Refused | Sign::Failed => Limited::SignOfTrouble,
    };
    if line.limits.take(limit, &format!("{asset} {sign:?}"), now).is_err() {
        return;
    }
    let why = domain::words::cut(why, 500);
    if let Err(error) = line.store.note_sign(asset, sign, now, &why).await {
        tracing::warn!(%asset, %error, "the health of an asset was not noted");
    }
}

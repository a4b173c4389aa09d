//! The engagement records of a discussion.

use crate::{Failure, Ground};
use domain::{OfferKind, OfferStatus, ThreadId};
use store::engagement::Engagement;

/// The records of the accepted offers that led into a discussion, oldest first.
pub(crate) async fn talk_records(
    ground: Ground<'_>,
    thread: &ThreadId,
    number: u64,
) -> Result<Vec<Engagement>, Failure> {
    let mut records = ground.store.engagements_from(thread, number).await?;
    records.retain(|r| {
        r.made.kind == OfferKind::Discuss
            && r.status == OfferStatus::Accepted
            && (r.offer.number == number || r.made.discussion == Some(number))
    });
    Ok(records)
}

//! Keys. Only this module builds them.

use crate::settings::scope::Scope;
use domain::{
    AgentId, AssetId, ContactId, ConversationId, Millis, OfferId, QueueId, ThreadId, TimerKind,
};
use sha2::{Digest, Sha256};

/// The number of partitions over which a minute's timers are spread. A partition takes 1,000 writes
/// a second, which is 60,000 timers due in one minute; raise the number before that.
pub const TIMER_SHARDS: u32 = 1;

/// The thread of a customer's address on an asset. The id is derived, so that no function has to
/// look it up.
#[must_use]
pub fn thread(asset: &AssetId, identity: &str) -> ThreadId {
    derived(&["thread", asset.as_str(), identity])
}

/// The contact behind an address on a kind of channel.
#[must_use]
pub fn contact(channel: &str, identity: &str) -> ContactId {
    derived(&["contact", channel, identity])
}

fn derived<T: std::str::FromStr<Err = domain::id::InvalidId>>(parts: &[&str]) -> T {
    #[expect(clippy::expect_used, reason = "sixteen of the digits that the id's check allows")]
    digest(parts).parse().expect("a well-formed digest")
}

/// The first 80 bits of SHA-256 in Crockford's base 32: with a thousand million threads the chance
/// that any two have the same id is below one in a million.
pub fn digest(parts: &[&str]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let bytes = hash.finalize();
    let bits = bytes[..10].iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
    (0..16)
        .rev()
        .map(|i| char::from(DIGITS[usize::try_from((bits >> (i * 5)) & 31).unwrap_or(0)]))
        .collect()
}

/// The hash of a secret of many random bits, in hexadecimal: SHA-256. Passwords need a slow hash
/// with salt instead.
#[must_use]
pub fn secret_hash(secret: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(secret.as_bytes()).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn thread_pk(thread: &ThreadId) -> String {
    format!("T#{thread}")
}

pub(crate) fn entry_sk(seq: u64) -> String {
    format!("E#{seq:010}")
}

/// The thread of `pk`, if `pk` is the partition of a log.
#[must_use]
pub fn thread_of(pk: &str) -> Option<ThreadId> {
    pk.strip_prefix("T#")?.parse().ok()
}

/// The queue of `pk`, if `pk` is the partition of a queue.
#[must_use]
pub fn queue_of(pk: &str) -> Option<QueueId> {
    pk.strip_prefix("QUEUE#")?.parse().ok()
}

/// Whether `pk` is the partition of all workloads.
#[must_use]
pub fn is_workloads(pk: &str) -> bool {
    pk == DESKS_PK
}

/// Whether `pk` is a partition of the configuration.
#[must_use]
pub fn is_config(pk: &str) -> bool {
    matches!(pk, CONFIG_PK | CANNED_PK | TEMPLATES_PK)
}

/// The sort key of the number of changes of records so far. It stands before all records, so that
/// a reader never has a newer number than records.
pub(crate) const TURN_SK: &str = "!turn";

/// Whether `sk` is the sort key of the number of changes.
#[must_use]
pub fn is_turn(sk: &str) -> bool {
    sk == TURN_SK
}

/// The sort key of an agent's record.
pub(crate) fn agent_sk(agent: &AgentId) -> String {
    format!("agent#{agent}")
}

/// The agent of `sk`, if `sk` is the sort key of an agent's record.
#[must_use]
pub fn record_of_agent(sk: &str) -> Option<AgentId> {
    sk.strip_prefix("agent#")?.parse().ok()
}

/// The partition of a direct talk, by its two sides in order.
pub(crate) fn direct_pk(low: &AgentId, high: &AgentId) -> String {
    format!("DM#{low}#{high}")
}

pub(crate) fn talks_pk(agent: &AgentId) -> String {
    format!("DMS#{agent}")
}

pub(crate) const ENTRY_PREFIX: &str = "E#";
/// Attribute: open sockets, of an agent or a visitor. An agent without one is offline.
pub(crate) const SOCKETS: &str = "sockets";
pub(crate) const SOCKETS_SK: &str = "SOCKETS";
pub(crate) const LEASE_SK: &str = "LEASE";
pub(crate) const ALIAS_SK: &str = "ALIAS";
pub(crate) const DESKS_PK: &str = "DESKS";
pub(crate) const ASIDE_PK: &str = "ASIDE";
pub(crate) const CONFIG_PK: &str = "CFG";
pub(crate) const CONFIG_LOG_PK: &str = "CFGLOG";
pub(crate) const KEY_USE_PK: &str = "KEYUSE";
pub(crate) const HEALTH_PK: &str = "HEALTH";
pub(crate) const ACTIVE_PK: &str = "ACTIVE";
pub(crate) const CLOCK_PK: &str = "CLOCK";
pub(crate) const CANNED_PK: &str = "CANNED";
pub(crate) const TEMPLATES_PK: &str = "TEMPLATES";
pub(crate) const PREFERENCES_SK: &str = "PREFERENCES";
pub(crate) const FILE_SK: &str = "FILE";
pub(crate) const SWEEP_SK: &str = "SWEEP";

/// The prefix of an account's templates: no id holds a `#`.
pub(crate) fn templates_sk(asset: &AssetId) -> String {
    format!("{asset}#")
}

pub(crate) fn template_sk(asset: &AssetId, name: &str, language: &str) -> String {
    format!("{asset}#{name}#{language}")
}

pub(crate) fn file_pk(id: &str) -> String {
    format!("FILE#{id}")
}

pub(crate) fn uploads_sk(hour: i64) -> String {
    format!("UPLOADS#{hour}")
}

pub(crate) fn reading_pk(agent: &AgentId) -> String {
    format!("READ#{agent}")
}

pub(crate) fn drafts_pk(agent: &AgentId) -> String {
    format!("DRAFTS#{agent}")
}

pub(crate) fn preferences_pk(agent: &AgentId) -> String {
    format!("PREFS#{agent}")
}

pub(crate) fn queue_pk(queue: &QueueId) -> String {
    format!("QUEUE#{queue}")
}

/// Places sort by priority, highest first, and then by waiting time, longest first.
pub(crate) fn place_sk(priority: u8, since: Millis, conversation: &ConversationId) -> String {
    format!("{:03}#{:013}#{conversation}", u8::MAX - priority, since.0)
}

pub(crate) fn due_pk(minute: i64, shard: u32) -> String {
    format!("DUE#{minute}#{shard}")
}

pub(crate) fn due_sk(
    due: Millis,
    thread: &ThreadId,
    kind: TimerKind,
    number: u64,
    epoch: u32,
) -> String {
    let kind = match kind {
        TimerKind::Offer => "offer",
        TimerKind::Idle => "idle",
        TimerKind::Outbox => "outbox",
        TimerKind::Watch => "watch",
        TimerKind::Absent => "absent",
        TimerKind::WrapUp => "wrap_up",
    };
    format!("{:013}#{thread}#{kind}#{number}#{epoch}", due.0)
}

pub(crate) fn settings_sk(scope: &Scope) -> String {
    format!("settings#{scope}")
}

/// The scope whose document stands at `sk`.
pub(crate) fn settings_scope(sk: &str) -> Option<Scope> {
    match sk.strip_prefix("settings#")?.split_once('#') {
        None => (sk == "settings#workspace").then_some(Scope::Workspace),
        Some(("team", id)) => id.parse().ok().map(Scope::Team),
        Some(("queue", id)) => id.parse().ok().map(Scope::Queue),
        Some(_) => None,
    }
}

pub(crate) fn offers_pk(thread: &ThreadId) -> String {
    format!("O#{thread}")
}

pub(crate) fn offer_sk(number: u64) -> String {
    format!("{number:010}")
}

pub(crate) fn agent_offers_pk(agent: &AgentId) -> String {
    format!("OA#{agent}")
}

pub(crate) fn agent_offer_sk(created: Millis, offer: &OfferId) -> String {
    format!("{:013}#{offer}", created.0)
}

/// Offers also stand by the day (UTC) on which they were made.
pub(crate) fn day_offers_pk(day: i64) -> String {
    format!("OD#{day}")
}

/// A sort key that lies before everything that happened at `moment` or later.
pub(crate) fn moment_sk(moment: Millis) -> String {
    format!("{:013}", moment.0.max(0))
}

pub(crate) fn contact_pk(contact: &ContactId) -> String {
    format!("CONTACT#{contact}")
}

/// Contacts by an e-mail address or a number.
pub(crate) fn reach_pk(form: &str) -> String {
    format!("REACH#{form}")
}

pub(crate) const PROFILE_SK: &str = "PROFILE";
pub(crate) const PAST_PREFIX: &str = "C#";

/// A contact's conversations stand by the moment at which they began.
pub(crate) fn past_sk(opened: Millis, conversation: &ConversationId) -> String {
    format!("{PAST_PREFIX}{}", card_sk(opened, conversation))
}

/// The conversation of `sk` and the moment at which it began, if `sk` is a sort key in a contact's
/// list.
pub(crate) fn past(sk: &str) -> Option<(Millis, ConversationId)> {
    let (opened, conversation) = sk.strip_prefix(PAST_PREFIX)?.split_once('#')?;
    Some((Millis(opened.parse().ok()?), conversation.parse().ok()?))
}

/// Summaries stand by the day (UTC) on which their conversation began.
pub(crate) fn cards_pk(day: i64) -> String {
    format!("CARDS#{day}")
}

/// The partition and sort key of a conversation's summary.
pub(crate) fn card(opened: Millis, conversation: &ConversationId) -> (String, String) {
    (cards_pk(opened.day()), card_sk(opened, conversation))
}

pub(crate) fn card_sk(opened: Millis, conversation: &ConversationId) -> String {
    format!("{:013}#{conversation}", opened.0)
}

/// The number of partitions over which threads with open work are spread. Each takes 1,000 entries
/// a second.
pub const LIVE_SHARDS: u8 = 4;

pub(crate) fn live_pk(shard: u8) -> String {
    format!("LIVE#{shard}")
}

/// The shard of a thread: the digits of its id are spread evenly.
pub(crate) fn live_shard(thread: &ThreadId) -> u8 {
    thread.as_str().bytes().last().unwrap_or_default() % LIVE_SHARDS
}

/// The partition of a day's counts.
pub(crate) fn tally_pk(day: &str) -> String {
    format!("TALLY#{day}")
}

/// The sort key of a queue's counts, in as many shards as there are of threads with open work:
/// requests that raise one count at the same time hinder each other.
pub(crate) fn tally_sk(queue: &QueueId, shard: u8) -> String {
    format!("{queue}#{shard}")
}

/// The queue whose counts stand at `sk`.
pub(crate) fn tallied(sk: &str) -> Option<QueueId> {
    sk.split_once('#')?.0.parse().ok()
}

pub(crate) fn presence_pk(agent: &AgentId) -> String {
    format!("PRESENCE#{agent}")
}

/// A sort key that lies after every mention.
pub(crate) const SEEN_SK: &str = "SEEN";

pub(crate) fn mentions_pk(agent: &AgentId) -> String {
    format!("MENTIONS#{agent}")
}

pub(crate) fn mention_sk(at: Millis, thread: &ThreadId, seq: u64) -> String {
    format!("{:013}#{thread}#{seq:010}", at.0)
}

/// The moment, the thread and the entry of a mention, if `sk` is the sort key of one.
pub(crate) fn mention(sk: &str) -> Option<(Millis, ThreadId, u64)> {
    let mut parts = sk.split('#');
    let at = parts.next()?.parse().ok()?;
    Some((Millis(at), parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

pub(crate) fn visitor_pk(thread: &ThreadId) -> String {
    format!("VISITOR#{thread}")
}

/// The partition of the chats that one address begins within a span of time. The key does not
/// reveal the address.
pub(crate) fn address_pk(address: &str, span: i64) -> String {
    format!("ADDRESS#{}", digest(&["address", address, &span.to_string()]))
}

pub(crate) const COUNT_SK: &str = "COUNT";

pub(crate) fn visitor_of(pk: &str) -> Option<ThreadId> {
    pk.strip_prefix("VISITOR#")?.parse().ok()
}

pub(crate) fn ticket_pk(ticket: &str) -> String {
    format!("TICKET#{ticket}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_found_from_asset_and_address_alone() {
        let asset: AssetId = "wa-demo".parse().unwrap();
        let (a, b) = (thread(&asset, "15551234567"), thread(&asset, "15551234567"));
        assert_eq!(a, b);
        assert_ne!(a, thread(&asset, "15551234568"));
        assert_ne!(a, thread(&"wa-other".parse().unwrap(), "15551234567"));
    }

    #[test]
    fn parts_cannot_flow_into_each_other() {
        let (ab, a): (AssetId, AssetId) = ("ab".parse().unwrap(), "a".parse().unwrap());
        assert_ne!(thread(&ab, "c"), thread(&a, "bc"));
    }

    #[test]
    fn places_sort_by_priority_and_then_by_waiting_time() {
        let id: ConversationId = "4t9m0c2xkq7w1h5z-1".parse().unwrap();
        let early = place_sk(0, Millis(1_000), &id);
        let late = place_sk(0, Millis(2_000), &id);
        let urgent = place_sk(9, Millis(3_000), &id);
        assert!(urgent < early && early < late);
    }
}

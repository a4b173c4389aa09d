//! The conversation to which a mail belongs: by an id of ours that it answers, else by the token
//! of the address that it went to. A subject proves nothing.
//!
//! Both carry a checksum under a secret of the installation, so that nobody can guess his way into
//! a conversation. They prove that the sender knows one of our mails, and no more: who forwards a
//! mail forwards its token. The caller compares the author with the conversation's customer.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::letter::Letter;

/// Characters of the checksum in an id: 80 bits.
const SUM: usize = 16;
/// Characters of the checksum in an address, which may have 64 characters before the `@`: 60 bits.
const SHORT: usize = 12;
/// The digits of base 32 (RFC 4648) in lower case: mail servers may change the case of addresses.
const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// The keys of an installation's mails.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// The secret under which ids and addresses are made.
    pub secret: Vec<u8>,
    /// The name by which the installation recognises its own mails.
    pub installation: String,
}

impl Keys {
    /// The keys that follow from the engine's own key.
    #[must_use]
    pub fn of(key: &str) -> Self {
        let secret = crate::mac::sha256(key, b"ids of mails");
        let name = crate::mac::sha256(key, b"name of mails");
        Self { secret, installation: crate::encode::hex(&name[..8]) }
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

/// The conversation of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Belongs {
    /// The mail answers a mail of ours.
    Answers {
        /// The conversation.
        thread: String,
        /// The mark of our message.
        mark: String,
    },
    /// The mail went to the address of a conversation.
    Addressed {
        /// The conversation.
        thread: String,
    },
    /// Nothing in the mail names a conversation of ours.
    Nothing,
}

/// The id of a mail of ours, without angle brackets. The same message has the same id at every
/// try, so that servers recognise a repetition.
#[must_use]
pub fn message_id(secret: &[u8], mark: &str, thread: &str, domain: &str) -> String {
    let (mark, thread) = (encode(mark.as_bytes()), encoded(thread));
    let sum = sum(secret, &["id", &mark, &thread], SUM);
    format!("{mark}.{thread}.{sum}@{domain}")
}

/// The mark and the conversation of an id of ours; `None` if we did not make it.
#[must_use]
pub fn read_id(secret: &[u8], id: &str) -> Option<(String, String)> {
    let lower = id.trim_matches(['<', '>']).to_lowercase();
    let mut parts = lower.split('@').next()?.split('.');
    let (mark, thread, given) = (parts.next()?, parts.next()?, parts.next()?);
    // SES puts its own domain behind an id, and some gateways a suffix: only the sum counts.
    if parts.next().is_some() || !same(&sum(secret, &["id", mark, thread], SUM), given) {
        return None;
    }
    Some((String::from_utf8(decode(mark)?).ok()?, decoded(thread)?))
}

/// The address at which the customer answers in a conversation: `support+token@shop.example`.
/// `None` if the account's address is none, or has no room for a token.
#[must_use]
pub fn address(secret: &[u8], account: &str, thread: &str) -> Option<String> {
    let (local, domain) = account.rsplit_once('@')?;
    let thread = encoded(thread);
    let sum = sum(secret, &["address", &thread], SHORT);
    let local = format!("{local}+{thread}{sum}");
    (local.len() <= 64).then(|| format!("{local}@{domain}"))
}

/// The conversation of an address with a token; `None` if we did not make it.
#[must_use]
pub fn read_address(secret: &[u8], address: &str) -> Option<String> {
    let lower = address.to_lowercase();
    let token = lower.rsplit_once('@')?.0.rsplit_once('+')?.1;
    let split = token.len().checked_sub(SHORT).filter(|at| token.is_char_boundary(*at))?;
    let (thread, given) = token.split_at(split);
    if !same(&sum(secret, &["address", thread], SHORT), given) {
        return None;
    }
    decoded(thread)
}

/// The account's address without a token, in lower case.
#[must_use]
pub fn account(address: &str) -> String {
    let lower = address.to_lowercase();
    let Some((local, domain)) = lower.rsplit_once('@') else { return lower };
    format!("{}@{domain}", local.split('+').next().unwrap_or(local))
}

/// The conversation of a mail. `recipients`: the addresses of the envelope, which mails to a
/// forwarder or in BCC do not show.
#[must_use]
pub fn belongs(secret: &[u8], letter: &Letter, recipients: &[String]) -> Belongs {
    if let Some((mark, thread)) = letter.ancestors().iter().find_map(|id| read_id(secret, id)) {
        return Belongs::Answers { thread, mark };
    }
    let shown = letter.to.iter().chain(&letter.cc).map(|one| one.address.as_str());
    let delivered = ["delivered-to", "x-original-to", "envelope-to"];
    let delivered = delivered.iter().filter_map(|name| letter.field(name));
    recipients
        .iter()
        .map(String::as_str)
        .chain(shown)
        .chain(delivered)
        .find_map(|address| read_address(secret, address))
        .map_or(Belongs::Nothing, |thread| Belongs::Addressed { thread })
}

/// A conversation's id: a UUID takes 27 characters, so that it fits into an address.
fn encoded(thread: &str) -> String {
    let digits: String = thread.chars().filter(|c| *c != '-').collect();
    let is_uuid = thread.len() == 36
        && digits.len() == 32
        && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let bytes = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let uuid: Option<Vec<u8>> = is_uuid.then(|| (0..32).step_by(2).map(bytes).collect()).flatten();
    match uuid {
        Some(uuid) if dashed(&uuid) == thread => format!("u{}", encode(&uuid)),
        _ => format!("t{}", encode(thread.as_bytes())),
    }
}

fn decoded(thread: &str) -> Option<String> {
    if let Some(uuid) = thread.strip_prefix('u') {
        let uuid = decode(uuid)?;
        return (uuid.len() == 16).then(|| dashed(&uuid));
    }
    String::from_utf8(decode(thread.strip_prefix('t')?)?).ok()
}

fn dashed(uuid: &[u8]) -> String {
    let mut out = String::with_capacity(36);
    for (at, byte) in uuid.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

fn sum(secret: &[u8], parts: &[&str], length: usize) -> String {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("any key length");
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    let mut text = encode(&mac.finalize().into_bytes());
    text.truncate(length);
    text
}

/// Compares in constant time.
fn same(ours: &str, given: &str) -> bool {
    ours.len() == given.len()
        && ours.bytes().zip(given.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

fn encode(bytes: &[u8]) -> String {
    let (mut out, mut buffer, mut bits) = (String::new(), 0_u32, 0);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(DIGITS[(buffer >> bits) as usize & 31]));
        }
        buffer &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(DIGITS[(buffer << (5 - bits)) as usize & 31]));
    }
    out
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let (mut out, mut buffer, mut bits) = (Vec::new(), 0_u32, 0);
    for byte in text.bytes() {
        let digit = DIGITS.iter().position(|digit| *digit == byte)?;
        buffer = (buffer << 5) | u32::try_from(digit).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(buffer >> bits).ok()?);
            buffer &= (1 << bits) - 1;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::email::Mailbox;

    const THREAD: &str = "0193a5c1-7b2e-7c11-9d3a-2f4b6c8d0e1f";

    #[test]
    fn an_id_of_ours_names_its_message_and_conversation() {
        for thread in [THREAD, "web:visitor/7", "", "Ünï"] {
            let id = message_id(b"secret", "m-42", thread, "mail.shop.example");
            assert!(id.is_ascii() && id.len() < 200);
            assert_eq!(read_id(b"secret", &id), Some(("m-42".into(), thread.into())));
            assert_eq!(read_id(b"secret", &format!("<{}>", id.to_uppercase())).unwrap().1, thread);
        }
    }

    #[test]
    fn strangers_cannot_make_one() {
        let id = message_id(b"secret", "m-42", THREAD, "shop.example");
        assert_eq!(read_id(b"another", &id), None);
        for at in 0..id.find('@').unwrap() {
            let mut other = id.clone().into_bytes();
            other[at] = if other[at] == b'a' { b'b' } else { b'a' };
            assert_eq!(read_id(b"secret", std::str::from_utf8(&other).unwrap()), None);
        }
        for id in ["", "@", "..@", "a.b.c@d", "a.b.c.d@e", "é.é.é@é"] {
            assert_eq!(read_id(b"secret", id), None);
        }
    }

    #[test]
    fn an_address_carries_a_conversation_in_any_case() {
        let address = address(b"secret", "support@shop.example", THREAD).unwrap();
        assert!(address.split('@').next().unwrap().len() <= 64);
        assert_eq!(read_address(b"secret", &address.to_uppercase()).as_deref(), Some(THREAD));
        assert_eq!(account(&address), "support@shop.example");
        assert_eq!(read_address(b"secret", "support+sales@shop.example"), None);
        assert_eq!(read_address(b"secret", "support+éééééééé@shop.example"), None);
        assert_eq!(
            super::address(b"secret", &format!("{}@x.example", "a".repeat(40)), THREAD),
            None
        );
    }

    #[test]
    fn references_come_before_the_address_and_a_subject_never_counts() {
        let id = message_id(b"s", "m1", "thread-a", "shop.example");
        let mut letter = Letter { subject: "Re: Order 7".into(), ..Letter::default() };
        assert_eq!(belongs(b"s", &letter, &[]), Belongs::Nothing);
        let to = address(b"s", "support@shop.example", "thread-b").unwrap();
        letter.to.extend(Mailbox::new("", &to));
        assert_eq!(belongs(b"s", &letter, &[]), Belongs::Addressed { thread: "thread-b".into() });
        letter.references = vec![id, "unknown@elsewhere.example".into()];
        let answers = Belongs::Answers { thread: "thread-a".into(), mark: "m1".into() };
        assert_eq!(belongs(b"s", &letter, &[]), answers);
    }
}

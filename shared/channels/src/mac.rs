//! HMAC, by which providers sign.

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use sha1::Sha1;
use sha2::Sha256;

/// The HMAC-SHA-256 of a message.
pub(crate) fn sha256(secret: &str, message: &[u8]) -> Vec<u8> {
    over::<Hmac<Sha256>>(secret, message).finalize().into_bytes().to_vec()
}

/// The HMAC-SHA-1 of a message.
pub(crate) fn sha1(secret: &str, message: &[u8]) -> Vec<u8> {
    over::<Hmac<Sha1>>(secret, message).finalize().into_bytes().to_vec()
}

/// Whether `given` is the HMAC-SHA-256 of a message, in constant time.
pub(crate) fn proves_sha256(secret: &str, message: &[u8], given: &[u8]) -> bool {
    over::<Hmac<Sha256>>(secret, message).verify_slice(given).is_ok()
}

/// Whether `given` is the HMAC-SHA-1 of a message, in constant time.
pub(crate) fn proves_sha1(secret: &str, message: &[u8], given: &[u8]) -> bool {
    over::<Hmac<Sha1>>(secret, message).verify_slice(given).is_ok()
}

fn over<M: Mac + KeyInit>(secret: &str, message: &[u8]) -> M {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = <M as Mac>::new_from_slice(secret.as_bytes()).expect("any key length");
    mac.update(message);
    mac
}

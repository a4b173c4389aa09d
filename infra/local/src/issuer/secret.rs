//! Secrets: random texts of which the disk holds the hash only, and the hashes of passwords.

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest as _, Sha256};

use super::BadKey;

/// The hash of a password that nobody knows, for agents without an account.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c3dpdGNoYm9hcmQtbm9ib2R5$\
                      2xqZXc1oMZ5YcFhYq0bnHYvh0yqTnpPM3QTE5pC2S5k";

/// Makes a secret of 192 bits, in hexadecimal digits.
///
/// # Errors
/// If there is no randomness.
pub(super) fn fresh() -> Result<String, BadKey> {
    let mut bytes = [0_u8; 24];
    random(&mut bytes)?;
    Ok(hex(&bytes))
}

/// The SHA-256 of a secret: the form in which the disk keeps it.
pub(super) fn hashed(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Argon2id with OWASP's second parameters: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// The argon2id hash of a password, in PHC form.
pub(super) fn of_password(password: &str) -> Option<String> {
    let salt = SaltString::generate(&mut OsRng);
    Some(argon2().hash_password(password.as_bytes(), &salt).ok()?.to_string())
}

/// Whether a password has this hash. An unknown agent (`None`) costs as much time as a known one:
/// nobody learns who has an account.
pub(super) fn fits(password: &str, hash: Option<&str>) -> bool {
    let fits = PasswordHash::new(hash.unwrap_or(NOBODY))
        .is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
    fits && hash.is_some()
}

/// Fills bytes by chance.
///
/// # Errors
/// If there is no randomness.
pub(super) fn random(bytes: &mut [u8]) -> Result<(), BadKey> {
    getrandom::fill(bytes).map_err(|e| BadKey(e.to_string()))
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_without_a_password_costs_a_whole_hash() {
        assert!(PasswordHash::new(NOBODY).is_ok_and(|hash| hash.hash.is_some()));
        assert!(!fits("any password", None));
    }
}

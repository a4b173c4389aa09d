//! OAuth 1.0a (RFC 5849): a request signed for a user, by HMAC-SHA-1.

use domain::Millis;

use super::{ACCESS_TOKEN, CONSUMER_KEY, CONSUMER_SECRET, TOKEN_SECRET};
use crate::encode::{base64, hex, percent};
use crate::{Secrets, mac};

/// The value of the header `Authorization` for a request. `url`: without a query; `query`: its
/// parameters, decoded. `once`: what tells this request from others of the same moment; a body of
/// JSON is not signed.
pub(super) fn header(
    secrets: &Secrets,
    method: &str,
    url: &str,
    query: &[(&str, &str)],
    once: &str,
    now: Millis,
) -> String {
    // X refuses a nonce that it saw before and a time that is five minutes off. The nonce needs no
    // randomness: it must only differ from try to try, and nobody outside can foresee it.
    let secret = secrets.get(TOKEN_SECRET);
    let nonce = hex(&mac::sha256(secret, format!("{} {once}", now.0).as_bytes())[..16]);
    let seconds = (now.0 / 1_000).to_string();
    signed(secrets, method, url, query, &nonce, &seconds)
}

fn signed(
    secrets: &Secrets,
    method: &str,
    url: &str,
    query: &[(&str, &str)],
    nonce: &str,
    seconds: &str,
) -> String {
    let mut own = vec![
        ("oauth_consumer_key", secrets.get(CONSUMER_KEY)),
        ("oauth_nonce", nonce),
        ("oauth_signature_method", "HMAC-SHA1"),
        ("oauth_timestamp", seconds),
        ("oauth_token", secrets.get(ACCESS_TOKEN)),
        ("oauth_version", "1.0"),
    ];
    let pair = |(name, value): &(&str, &str)| (percent(name), percent(value));
    let mut all: Vec<_> = own.iter().chain(query).map(pair).collect();
    all.sort();
    let all: Vec<_> = all.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let text = format!("{method}&{}&{}", percent(url), percent(&all.join("&")));
    let key = [secrets.get(CONSUMER_SECRET), secrets.get(TOKEN_SECRET)].map(percent).join("&");
    let signature = base64(&mac::sha1(&key, text.as_bytes()));
    own.push(("oauth_signature", &signature));
    own.sort_unstable();
    let own: Vec<_> =
        own.iter().map(|(name, value)| format!("{name}=\"{}\"", percent(value))).collect();
    format!("OAuth {}", own.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documented() -> Secrets {
        Secrets::default()
            .with(CONSUMER_KEY, "xvz1evFS4wEEPTGEFPHBog")
            .with(CONSUMER_SECRET, "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw")
            .with(ACCESS_TOKEN, "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb")
            .with(TOKEN_SECRET, "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE")
    }

    /// The example of X's page "Creating a signature".
    #[test]
    fn the_documented_example_gets_its_documented_signature() {
        let header = signed(
            &documented(),
            "POST",
            "https://api.twitter.com/1.1/statuses/update.json",
            &[
                ("include_entities", "true"),
                ("status", "Hello Ladies + Gentlemen, a signed OAuth request!"),
            ],
            "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
            "1318622958",
        );
        assert!(
            header.contains("oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\""),
            "{header}"
        );
        assert!(header.starts_with("OAuth oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\", "));
    }

    #[test]
    fn no_two_tries_share_a_nonce() {
        let nonce = |once: &str, now| {
            let header = header(&documented(), "POST", "https://x.test", &[], once, Millis(now));
            header.split("oauth_nonce=\"").nth(1).unwrap()[..32].to_owned()
        };
        assert_ne!(nonce("t.7", 1_000), nonce("t.7", 1_001));
        assert_ne!(nonce("t.7", 1_000), nonce("t.8", 1_000));
    }
}

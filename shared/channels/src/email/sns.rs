//! The envelope in which Amazon SNS posts a notification, and its signature.
//!
//! SNS signs with the key of a certificate that lies at `SigningCertURL`. The caller fetches the
//! certificate over HTTPS from a host that [`certificate_url`] let through, caches it, and hands
//! its key to [`verify`].

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{
    RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
};
use serde_json::Value;

use crate::{Malformed, Unsigned};

/// The longest notification: SNS carries 256 kB.
const LENGTH: usize = 512 * 1024;

/// An envelope; nothing in it is true before [`verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// `Notification`, `SubscriptionConfirmation` or `UnsubscribeConfirmation`.
    pub kind: Kind,
    /// The id of the notification: SNS repeats it when it tries again.
    pub id: String,
    /// The topic.
    pub topic: String,
    /// The message: JSON of SES in a notification.
    pub message: String,
    /// The URL whose visit confirms a subscription.
    pub subscribe_url: Option<String>,
    /// The URL of the certificate.
    pub(super) certificate: String,
    /// The version of the signature.
    version: String,
    signature: Vec<u8>,
    /// The text that is signed.
    signed: String,
}

/// The kind of an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A message of the topic.
    Notification,
    /// A question whether the address wants the topic's messages.
    Subscription,
    /// The news that the address gets no messages any more.
    Unsubscription,
}

/// Reads an envelope.
///
/// # Errors
/// [`Malformed`] if the body is none.
pub fn envelope(body: &[u8]) -> Result<Envelope, Malformed> {
    let malformed = |why: &str, field| Malformed { why: why.to_owned(), field };
    if body.len() > LENGTH {
        return Err(malformed("the notification is too long", None));
    }
    let value: Value =
        serde_json::from_slice(body).map_err(|_| malformed("the body is no JSON", None))?;
    let text = |name: &'static str| {
        value[name].as_str().ok_or_else(|| malformed("a field is missing", Some(name)))
    };
    let kind = match text("Type")? {
        "Notification" => Kind::Notification,
        "SubscriptionConfirmation" => Kind::Subscription,
        "UnsubscribeConfirmation" => Kind::Unsubscription,
        _ => return Err(malformed("the type is unknown", Some("Type"))),
    };
    let signature = STANDARD
        .decode(text("Signature")?)
        .map_err(|_| malformed("the signature is no base 64", Some("Signature")))?;
    let fields: &[&'static str] = match kind {
        Kind::Notification => &["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
        _ => &["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
    };
    let mut signed = String::new();
    for name in fields {
        // Only the subject may be missing, and then it is not signed either.
        if *name == "Subject" && value[name].as_str().is_none() {
            continue;
        }
        signed.push_str(&format!("{name}\n{}\n", text(name)?));
    }
    Ok(Envelope {
        kind,
        id: text("MessageId")?.to_owned(),
        topic: text("TopicArn")?.to_owned(),
        message: text("Message")?.to_owned(),
        subscribe_url: value["SubscribeURL"].as_str().map(str::to_owned),
        certificate: text("SigningCertURL")?.to_owned(),
        version: text("SignatureVersion")?.to_owned(),
        signature,
        signed,
    })
}

/// The URL of the certificate, if the envelope's topic is allowed and the certificate lies at
/// Amazon, in the topic's own region.
///
/// # Errors
/// [`Unsigned`] otherwise: then nothing may be fetched.
pub fn certificate_url<'a>(envelope: &'a Envelope, topics: &[String]) -> Result<&'a str, Unsigned> {
    let allowed = topics.contains(&envelope.topic);
    let rest = envelope.certificate.strip_prefix("https://").ok_or(Unsigned)?;
    let (host, path) = rest.split_once('/').ok_or(Unsigned)?;
    let is_certificate = path.ends_with(".pem")
        && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if allowed && is_amazon(host, &envelope.topic) && is_certificate && !path.contains("..") {
        Ok(&envelope.certificate)
    } else {
        Err(Unsigned)
    }
}

/// The URL whose visit confirms a subscription, if the envelope is a verified question and the URL
/// leads to Amazon.
///
/// # Errors
/// [`Unsigned`] otherwise.
pub fn confirmation_url(envelope: &Envelope) -> Result<&str, Unsigned> {
    let url = envelope.subscribe_url.as_deref().filter(|_| envelope.kind == Kind::Subscription);
    let url = url.ok_or(Unsigned)?;
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?']).next());
    if host.is_some_and(|host| is_amazon(host, &envelope.topic)) { Ok(url) } else { Err(Unsigned) }
}

/// Reports whether a host is SNS itself, in the region of the topic.
fn is_amazon(host: &str, topic: &str) -> bool {
    let region = topic.split(':').nth(3).unwrap_or("");
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let suffix = if region.starts_with("cn-") { ".amazonaws.com.cn" } else { ".amazonaws.com" };
    !region.is_empty() && region.bytes().all(plain) && host == format!("sns.{region}{suffix}")
}

/// Checks the signature of an envelope. `key`: the RSA public key of the certificate, as
/// [`public_key`] reads it. Version 1 uses SHA-1, version 2 SHA-256.
///
/// # Errors
/// [`Unsigned`] if the signature is not the key's, or the topic is not allowed.
pub fn verify(envelope: &Envelope, key: &[u8], topics: &[String]) -> Result<(), Unsigned> {
    certificate_url(envelope, topics)?;
    signature(envelope, key)
}

/// Checks the signature alone: the caller has decided that the key is a trusted one.
///
/// # Errors
/// [`Unsigned`] if the signature is not the key's.
pub(super) fn signature(envelope: &Envelope, key: &[u8]) -> Result<(), Unsigned> {
    let (signed, signature) = (envelope.signed.as_bytes(), &envelope.signature);
    let checked = match envelope.version.as_str() {
        "1" => UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA1_FOR_LEGACY_USE_ONLY, key)
            .verify(signed, signature),
        "2" => UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key).verify(signed, signature),
        _ => return Err(Unsigned),
    };
    checked.map_err(|_| Unsigned)
}

/// The RSA public key (PKCS #1, DER) of a certificate in PEM.
///
/// # Errors
/// [`Unsigned`] if the text is no certificate, or its key is no RSA key.
pub fn public_key(pem: &[u8]) -> Result<Vec<u8>, Unsigned> {
    let text = std::str::from_utf8(pem).map_err(|_| Unsigned)?;
    let (_, rest) = text.split_once("-----BEGIN CERTIFICATE-----").ok_or(Unsigned)?;
    let (inside, _) = rest.split_once("-----END CERTIFICATE-----").ok_or(Unsigned)?;
    let packed: String = inside.split_whitespace().collect();
    let der = STANDARD.decode(packed).map_err(|_| Unsigned)?;
    rsa_key(&der).map(<[u8]>::to_vec).ok_or(Unsigned)
}

/// `rsaEncryption` (1.2.840.113549.1.1.1) with its NULL, as DER.
const RSA: [u8; 15] = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 1, 5, 0];

/// The key within a certificate (RFC 5280, 4.1). The transport proves where the certificate comes
/// from; its other fields are not needed.
fn rsa_key(der: &[u8]) -> Option<&[u8]> {
    let (certificate, _) = element(der, 0x30)?;
    let (mut fields, _) = element(certificate, 0x30)?;
    if fields.first() == Some(&0xa0) {
        fields = element(fields, 0xa0)?.1;
    }
    // Serial number, algorithm, issuer, validity, subject.
    for tag in [0x02, 0x30, 0x30, 0x30, 0x30] {
        fields = element(fields, tag)?.1;
    }
    let (info, _) = element(fields, 0x30)?;
    let (key, _) = element(info.strip_prefix(&RSA)?, 0x03)?;
    // The first byte of a bit string counts unused bits.
    key.strip_prefix(&[0])
}

/// The content of a DER element, and what follows it.
fn element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (first, rest) = der.split_first()?;
    let (length, rest) = rest.split_first()?;
    if *first != tag {
        return None;
    }
    let (length, rest) = match *length {
        short @ 0..=0x7f => (usize::from(short), rest),
        0x81 => (usize::from(*rest.first()?), rest.get(1..)?),
        0x82 => (usize::from(*rest.first()?) << 8 | usize::from(*rest.get(1)?), rest.get(2..)?),
        _ => return None,
    };
    rest.split_at_checked(length)
}

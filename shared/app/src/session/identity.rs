//! Who is there: tokens of agents and visitors, and tickets for sockets.
//!
//! Role and teams come from the agent's record, never from the token.

use crate::runtime::provider;
use crate::session::sessions::Session;
use crate::session::sign_in;
use crate::session::sign_in::Claims;
use crate::{Door, Failure, Ground};
use domain::Millis;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use protocol::http;
use serde::{Deserialize, Serialize};
use store::{Bearer, Visitor};

/// How long a ticket can be used.
pub const TICKET: Millis = Millis::seconds(30);
/// How long a visitor is recognised after they were last here.
const VISIT: Millis = Millis::hours(24 * 30);
/// How long the sign-in service's keys are remembered.
const KEYS: Millis = Millis::hours(1);
/// How soon they are fetched again for a token signed by a key that is not among them.
const KEYS_AGAIN: Millis = Millis::minutes(1);
/// What is signed asymmetrically; `none` and shared secrets have no place here.
const ALGORITHMS: [Algorithm; 2] = [Algorithm::RS256, Algorithm::ES256];

/// The sign-in service's public keys, remembered for a while.
#[derive(Debug, Default)]
pub(crate) struct Keys(Mutex<Option<(Millis, Arc<KeysById>)>>);

type KeysById = HashMap<String, Jwk>;

#[derive(Deserialize)]
struct Discovery {
    issuer: String,
    jwks_uri: String,
}

#[derive(Serialize, Deserialize)]
struct VisitorClaims {
    aud: String,
    exp: i64,
    asset: domain::AssetId,
    sub: String,
    #[serde(default)]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    email: String,
}

const VISITOR_AUDIENCE: &str = "switchboard-visitor";

pub(crate) fn unauthenticated(why: &str) -> Failure {
    Failure::rejected("unauthenticated", why, "Sign in again.")
}

/// The agent whom a bearer token names, and since when.
///
/// # Errors
/// `unauthenticated` if the token is missing, expired, forged or for somebody else;
/// `email_unverified` if nobody vouches for its address; `sign_in_taken` if the record is bound
/// to another account; `forbidden` if its bearer has no record here.
pub async fn agent(door: Door<'_>, authorization: Option<&str>) -> Result<Session, Failure> {
    let token = bearer(authorization)?;
    let header = jsonwebtoken::decode_header(token)
        .map_err(|_| unauthenticated("The token is not a signed JSON web token."))?;
    if !ALGORITHMS.contains(&header.alg) {
        return Err(unauthenticated("The token is signed with an algorithm we do not accept."));
    }
    let kid = header.kid.unwrap_or_default();
    let jwk = key(door, &kid).await?;
    let key = DecodingKey::from_jwk(&jwk)
        .map_err(|_| unauthenticated("The key that signed the token is of no use."))?;
    let mut validation = Validation::new(header.alg);
    validation.set_issuer(&[&door.config.issuer]);
    validation.set_audience(&[&door.config.client_id]);
    validation.set_required_spec_claims(&["exp", "iss", "aud"]);
    // Our own clock decides, so that tests can pin it.
    validation.validate_exp = false;
    let claims = jsonwebtoken::decode::<serde_json::Value>(token, &key, &validation)
        .map_err(|e| unauthenticated(&format!("The token is refused: {e}.")))?
        .claims;
    not_expired(door.ground, claims.get("exp").and_then(serde_json::Value::as_i64))?;
    let claims = Claims(&claims);
    claims.check(&door.config.client_id, door.now().0 / 1_000)?;
    let issued = claims.issued().unwrap_or(0);
    let me = sign_in::signed_in(door, &claims).await?;
    Ok(Session { me, since: Millis(issued.saturating_mul(1_000)) })
}

fn not_expired(ground: Ground<'_>, exp: Option<i64>) -> Result<(), Failure> {
    match exp {
        Some(exp) if exp > ground.now().0 / 1_000 => Ok(()),
        _ => Err(unauthenticated("The token has expired.")),
    }
}

async fn key(door: Door<'_>, kid: &str) -> Result<Jwk, Failure> {
    let unknown = || unauthenticated("The token is signed by a key we do not know.");
    let known = door.keys.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let now = door.now();
    if let Some((fetched, keys)) = known {
        match keys.get(kid) {
            Some(key) if now - fetched < KEYS => return Ok(key.clone()),
            None if now - fetched < KEYS_AGAIN => return Err(unknown()),
            _ => {}
        }
    }
    let keys = Arc::new(fetch_keys(door).await?);
    *door.keys.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&keys)));
    keys.get(kid).cloned().ok_or_else(unknown)
}

async fn fetch_keys(door: Door<'_>) -> Result<KeysById, Failure> {
    let failed = |why: String| Failure::Service { what: "the sign-in service", why };
    let issuer = &door.config.issuer;
    let get = async |url: &str| -> Result<Vec<u8>, Failure> {
        let answer =
            provider::call(door.connector, "GET", url, &[], Vec::new()).await.map_err(&failed)?;
        match answer.status {
            200 => Ok(answer.body),
            status => Err(failed(format!("{url} answered {status}"))),
        }
    };
    // Some issuers end in a slash, which the address of the discovery document does not repeat.
    let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    let discovery: Discovery =
        serde_json::from_slice(&get(&url).await?).map_err(|e| failed(e.to_string()))?;
    if discovery.issuer != *issuer {
        return Err(failed(format!("it calls itself {}", discovery.issuer)));
    }
    let set: JwkSet = serde_json::from_slice(&get(&discovery.jwks_uri).await?)
        .map_err(|e| failed(e.to_string()))?;
    let named = set.keys.into_iter().filter_map(|k| Some((k.common.key_id.clone()?, k)));
    Ok(named.collect())
}

/// A ticket that opens one socket.
///
/// # Errors
/// If the table fails.
pub async fn ticket(door: Door<'_>, bearer: &Bearer) -> Result<http::Ticket, Failure> {
    let ticket = random_text()?;
    let expires = door.now() + TICKET;
    door.store.put_ticket(&ticket, bearer, expires).await?;
    let url = door.config.public_sockets_url.clone();
    Ok(http::Ticket { ticket, expires: expires.0, url })
}

/// A new visitor of a web chat.
///
/// # Errors
/// If there is no such web chat, or the name is too long.
pub async fn new_visitor(
    door: Door<'_>,
    wanted: &http::NewVisitor,
) -> Result<http::Visitor, Failure> {
    let asset = crate::session::frame::id(&wanted.asset, "asset")?;
    let directory = door.directory().await?;
    if directory.assets.get(&asset).is_none_or(|a| a.channel != "web") {
        return Err(protocol::Refused::new(
            "not_found",
            "There is no such web chat.",
            "Check the widget's snippet.",
        )
        .at("asset")
        .into());
    }
    let name = wanted.name.as_deref().unwrap_or_default().trim();
    let (length, limit) = (name.chars().count(), 40);
    if length > limit {
        return Err(domain::Refusal::TextTooLong { field: "name", length, limit }.into());
    }
    let email = wanted.email.as_deref().unwrap_or_default().trim();
    if !(email.is_empty() || is_address(email)) {
        return Err(domain::Refusal::EmailInvalid.into());
    }
    visitor_token(
        door,
        &Visitor { asset, visitor: random_text()?, name: name.to_owned(), email: email.to_owned() },
    )
}

/// A visitor's token, good for another 30 days.
///
/// # Errors
/// If no visitor key is configured.
pub fn visitor_token(door: Door<'_>, visitor: &Visitor) -> Result<http::Visitor, Failure> {
    let failed = |why: String| Failure::Service { what: "signing a visitor's token", why };
    if door.config.visitor_key.len() < 32 {
        return Err(failed("the visitor key has fewer than 32 characters".to_owned()));
    }
    let expires = door.now() + VISIT;
    let claims = VisitorClaims {
        aud: VISITOR_AUDIENCE.to_owned(),
        exp: expires.0 / 1_000,
        asset: visitor.asset.clone(),
        sub: visitor.visitor.clone(),
        name: visitor.name.clone(),
        email: visitor.email.clone(),
    };
    let key = EncodingKey::from_secret(door.config.visitor_key.as_bytes());
    let token = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key)
        .map_err(|e| failed(e.to_string()))?;
    Ok(http::Visitor { token, expires: expires.0 })
}

/// The visitor whom a token names.
///
/// # Errors
/// `unauthenticated` if the token is missing, expired or forged.
pub fn visitor(door: Door<'_>, authorization: Option<&str>) -> Result<Visitor, Failure> {
    let token = bearer(authorization)?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[VISITOR_AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "aud"]);
    validation.validate_exp = false;
    if door.config.visitor_key.len() < 32 {
        return Err(unauthenticated("Visitors cannot be recognised here."));
    }
    let key = DecodingKey::from_secret(door.config.visitor_key.as_bytes());
    let claims = jsonwebtoken::decode::<VisitorClaims>(token, &key, &validation)
        .map_err(|_| unauthenticated("The visitor's token is refused."))?
        .claims;
    not_expired(door.ground, Some(claims.exp))?;
    Ok(Visitor { asset: claims.asset, visitor: claims.sub, name: claims.name, email: claims.email })
}

/// Whether a page of this origin may open agents' sockets.
#[must_use]
pub fn origin_allowed(door: Door<'_>, origin: Option<&str>) -> bool {
    // Programs send no origin; browsers always do, and cannot be made not to.
    origin.is_none_or(|origin| door.config.allows(origin))
}

/// Whether a page of this origin may read what the API answers: those that may ask at all, and
/// those on which the web chat of any account may be opened.
pub async fn page_reads(door: Door<'_>, origin: &str) -> bool {
    let listed = |policy: &domain::Policy| policy.web_origins.iter().any(|one| one == origin);
    door.config.allows(origin)
        || door.directory().await.is_ok_and(|directory| directory.any_policy(listed))
}

/// Refuses pages from which the web chat of an account may not be opened: where its queue's
/// settings list any, all others; elsewhere those of origins that may not ask at all.
///
/// # Errors
/// `origin_refused`; or if the table fails.
pub async fn admit_page(
    door: Door<'_>,
    account: &domain::AssetId,
    origin: Option<&str>,
) -> Result<(), Failure> {
    let Some(origin) = origin else { return Ok(()) };
    let directory = door.directory().await?;
    let account = directory.assets.get(account);
    let listed = account.map(|a| directory.policy(&a.queue).web_origins.clone());
    let admitted = match listed.filter(|listed| !listed.is_empty()) {
        Some(listed) => listed.iter().any(|one| one == origin),
        None => door.config.allows(origin),
    };
    if admitted {
        return Ok(());
    }
    let origin = domain::content::cut(origin, 200);
    Err(Failure::rejected(
        "origin_refused",
        format!("This web chat may not be opened from {origin}."),
        "Add the origin to the settings of the chat's queue, and to AllowedOrigins.",
    ))
}

/// Whether a text can be an e-mail address: something, an @, and a domain with a dot in it. More
/// only its owner could tell.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>(),;:\"@".contains(c);
    text.chars().count() <= 200
        && !local.is_empty()
        && text.replacen('@', "", 1).chars().all(plain)
        && domain.split('.').count() > 1
        && domain.split('.').all(|part| !part.is_empty())
}

fn bearer(authorization: Option<&str>) -> Result<&str, Failure> {
    authorization
        .and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
        })
        .filter(|token| !token.is_empty())
        .ok_or_else(|| unauthenticated("There is no bearer token."))
}

/// 128 random bits as text.
pub(crate) fn random_text() -> Result<String, Failure> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)
        .map_err(|e| Failure::Service { what: "randomness", why: e.to_string() })?;
    Ok(bytes.iter().fold(String::with_capacity(32), |mut text, byte| {
        use std::fmt::Write as _;
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

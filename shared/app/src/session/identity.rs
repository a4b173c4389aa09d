//! Identity: tokens of agents and visitors, and tickets for sockets.
//!
//! Role and teams come from the agent's record, never from the token.

use crate::api_key;
use crate::runtime::key;
use crate::runtime::random::random_text;
use crate::session::issuer;
use crate::session::read;
use crate::session::refused::unauthenticated;
use crate::session::sessions;
use crate::session::sign_in;
use crate::session::sign_in::Claims;
use crate::session::state::Session;
use crate::session::vouched;
use crate::{Door, Failure, Ground};
use domain::Millis;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};

use serde::{Deserialize, Serialize};
use store::{Bearer, Visitor};

/// The time for which a ticket is valid.
pub const TICKET: Millis = Millis::seconds(30);
/// The time for which a visitor's token is valid after their last visit.
const VISIT: Millis = Millis::hours(24 * 30);
/// The asymmetric algorithms that a token may use; `none` and shared secrets have no place here.
const ALGORITHMS: [Algorithm; 2] = [Algorithm::RS256, Algorithm::ES256];

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

/// Returns the session of the agent whom a bearer token names: a person's token of the sign-in
/// service, or a program's token of a key.
///
/// # Errors
/// `unauthenticated` if the token is missing, expired, forged, revoked, for another client or of a
/// session that has ended;
/// `email_unverified` if the issuer does not vouch for its address; `sign_in_taken` if the record
/// is bound to another account; `forbidden` if the bearer has no record here; `unavailable` if the
/// issuer's keys are needed and the issuer does not answer.
pub async fn agent(door: Door<'_>, authorization: Option<&str>) -> Result<Session, Failure> {
    let token = bearer(authorization)?;
    if token.starts_with(api_key::PREFIX) {
        return api_key::session(door, token).await;
    }
    let header = jsonwebtoken::decode_header(token)
        .map_err(|_| unauthenticated("The token is not a signed JSON web token."))?;
    if !ALGORITHMS.contains(&header.alg) {
        return Err(unauthenticated("The token is signed with an algorithm we do not accept."));
    }
    let kid = header.kid.unwrap_or_default();
    let jwk = issuer::key(door, &kid).await?;
    let key = DecodingKey::from_jwk(&jwk)
        .map_err(|_| unauthenticated("The key that signed the token is of no use."))?;
    let mut validation = Validation::new(header.alg);
    validation.set_issuer(&[&door.config.issuer]);
    validation.set_audience(&[&door.config.client_id]);
    validation.set_required_spec_claims(&["exp", "iss", "aud"]);
    // The app's own clock decides, so that tests can pin it.
    validation.validate_exp = false;
    let claims = jsonwebtoken::decode::<serde_json::Value>(token, &key, &validation)
        .map_err(|e| unauthenticated(&format!("The token is refused: {e}.")))?
        .claims;
    not_expired(door.ground, claims.get("exp").and_then(serde_json::Value::as_i64))?;
    let claims = Claims(&claims);
    claims.check(&door.config.client_id, door.now().0 / 1_000)?;
    let issued = claims.issued().unwrap_or(0);
    let me = sign_in::signed_in(door, &claims).await?;
    let session = Session { me, since: Millis(issued.saturating_mul(1_000)), reads_only: false };
    sessions::still_signed_in(door.ground, &session).await?;
    Ok(session)
}

fn not_expired(ground: Ground<'_>, exp: Option<i64>) -> Result<(), Failure> {
    match exp {
        Some(exp) if exp > ground.now().0 / 1_000 => Ok(()),
        _ => Err(unauthenticated("The token has expired.")),
    }
}

/// Issues a ticket that opens one socket.
///
/// # Errors
/// If the table fails.
pub async fn ticket(door: Door<'_>, bearer: &Bearer) -> Result<protocol::session::Ticket, Failure> {
    let ticket = random_text()?;
    let expires = door.now() + TICKET;
    door.store.put_ticket(&ticket, bearer, expires).await?;
    let url = door.config.public_sockets_url.clone();
    Ok(protocol::session::Ticket { ticket, expires: expires.0, url })
}

/// Creates a visitor of a web chat.
///
/// # Errors
/// If there is no such web chat, or the name is too long.
pub async fn new_visitor(
    door: Door<'_>,
    wanted: &protocol::visitor::NewVisitor,
) -> Result<protocol::visitor::Visitor, Failure> {
    let asset = read::id(&wanted.asset, "asset")?;
    let directory = door.directory().await?;
    if directory.assets.get(&asset).is_none_or(|a| a.retired || !channels::is_chat(&a.channel)) {
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
    if !(email.is_empty() || read::is_address(email)) {
        return Err(domain::Refusal::EmailInvalid.into());
    }
    let visitor = match &wanted.identity {
        Some(token) => vouched::visitor(door, &directory, asset, token)?,
        None => {
            let (name, email) = (name.to_owned(), email.to_owned());
            Visitor { asset, visitor: random_text()?, name, email }
        }
    };
    visitor_token(door, &visitor).await
}

/// The key that signs visitors' tokens.
async fn visitor_key(door: Door<'_>) -> Result<String, Failure> {
    key::engine_key(door.config, door.vault, door.now()).await
}

/// Issues a visitor's token, which is valid for another 30 days.
///
/// # Errors
/// If there is no visitor key, or the vault fails.
pub async fn visitor_token(
    door: Door<'_>,
    visitor: &Visitor,
) -> Result<protocol::visitor::Visitor, Failure> {
    let failed = |why: String| Failure::Service { what: "signing a visitor's token", why };
    let key = visitor_key(door).await?;
    let expires = door.now() + VISIT;
    let claims = VisitorClaims {
        aud: VISITOR_AUDIENCE.to_owned(),
        exp: expires.0 / 1_000,
        asset: visitor.asset.clone(),
        sub: visitor.visitor.clone(),
        name: visitor.name.clone(),
        email: visitor.email.clone(),
    };
    let key = EncodingKey::from_secret(key.as_bytes());
    let token = jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key)
        .map_err(|e| failed(e.to_string()))?;
    Ok(protocol::visitor::Visitor { token, expires: expires.0 })
}

/// Returns the visitor whom a token names.
///
/// # Errors
/// `unauthenticated` if the token is missing, expired or forged; or if the vault fails.
pub async fn visitor(door: Door<'_>, authorization: Option<&str>) -> Result<Visitor, Failure> {
    let token = bearer(authorization)?;
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&[VISITOR_AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "aud"]);
    validation.validate_exp = false;
    let key = visitor_key(door).await?;
    let key = DecodingKey::from_secret(key.as_bytes());
    let claims = jsonwebtoken::decode::<VisitorClaims>(token, &key, &validation)
        .map_err(|_| unauthenticated("The visitor's token is refused."))?
        .claims;
    not_expired(door.ground, Some(claims.exp))?;
    Ok(Visitor { asset: claims.asset, visitor: claims.sub, name: claims.name, email: claims.email })
}

/// Whether a page of this origin may open agents' sockets.
#[must_use]
pub fn origin_allowed(door: Door<'_>, origin: Option<&str>) -> bool {
    // Programs send no origin; browsers always send one, and no page can stop them.
    origin.is_none_or(|origin| door.config.allows(origin))
}

/// Whether a page of this origin may read the API's answers: every page that may send requests, and
/// every page that may open some account's web chat.
pub async fn page_reads(door: Door<'_>, origin: &str) -> bool {
    let listed = |policy: &domain::Policy| policy.web_origins.iter().any(|one| one == origin);
    door.config.allows(origin)
        || door.directory().await.is_ok_and(|directory| directory.any_policy(listed))
}

/// Refuses a page that may not open an account's web chat. If the settings of the account's queue
/// list origins, only those may; otherwise only the origins that may send requests at all.
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
    let origin = domain::words::cut(origin, 200);
    Err(Failure::rejected(
        "origin_refused",
        format!("This web chat may not be opened from {origin}."),
        "Add the origin to the settings of the chat's queue, and to AllowedOrigins.",
    ))
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

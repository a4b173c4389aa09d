//! The sign-in service: OpenID Connect with one click. The functions verify its tokens with the
//! same code as any other issuer's.

mod account;
pub mod accounts;
mod browser;
pub(crate) mod client;
mod guesses;
mod invitations;
mod kept;
mod letters;
mod passwords;
pub(crate) mod recovery;
mod refused;
mod request;
mod reset;
mod secret;
pub(crate) mod session;
mod sessions;
mod set_up;
mod strength;
mod token;

use accounts::Accounts;
use refused::{only_demo, refuse, unavailable};
use request::{Authorize, escape, fits, ours, query};
use secret::{hex, random};
use sessions::Sessions;
use token::{demo_token, token};

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{Json, Router, routing};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, LineEnding};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;

use crate::Platform;
use crate::mail::Mailer;

/// The console's client id.
pub const CLIENT_ID: &str = "console";
const TOKEN_SECONDS: i64 = 8 * 60 * 60;
const CODE_SECONDS: i64 = 60;

/// The issuer of tokens on this platform, with its keys.
#[expect(missing_debug_implementations, reason = "holds keys")]
pub struct Issuer {
    /// The issuer's address.
    pub url: String,
    /// The console's client id at the issuer.
    pub client_id: String,
    /// Whether another program issues the tokens.
    pub external: bool,
    /// The key that signs visitors' tokens.
    pub visitor_key: String,
    key: EncodingKey,
    jwk: Value,
    /// Whether the demo's people sign in with one click, which is possible on this machine only.
    pub demo: bool,
    /// Whether agents sign in here with e-mail address and password.
    pub passwords: bool,
    /// The code without which nobody becomes the first admin; `None`: whoever reaches this machine
    /// sits at it.
    pub setup_code: Option<String>,
    /// The agents' passwords and invitations.
    pub accounts: Accounts,
    /// The turns of checks of passwords: no more of them run at a time than the table can spare
    /// threads.
    checks: Semaphore,
    /// The counts of wrong passwords.
    guesses: guesses::Guesses,
    /// The turn of whoever becomes the first admin: of two at once, one does.
    first: tokio::sync::Mutex<()>,
    /// The data folder, in which a link may lie that was made on this machine.
    folder: Option<PathBuf>,
    /// The turn of whoever takes such a link over.
    recovering: tokio::sync::Mutex<()>,
    codes: Mutex<HashMap<String, Grant>>,
    /// The sessions of agents' browsers.
    sessions: Sessions,
    /// The mail server; `None`: this machine sends no e-mail.
    pub mail: Option<Mailer>,
    /// The requests for links by agents who forgot the password.
    resets: reset::Limits,
}

struct Grant {
    agent: String,
    browser: String,
    /// The secret that opens the account page in this browser.
    cookie: String,
    challenge: String,
    redirect_uri: String,
    nonce: Option<String>,
    expires: i64,
}

/// The reason for which keys could not be made or read.
#[derive(Debug, thiserror::Error)]
#[error("the keys and accounts in the data folder cannot be used: {0}")]
pub struct BadKey(String);

impl BadKey {
    /// The error of a file that holds something else, or cannot be read.
    fn of(name: &str, error: &dyn std::fmt::Display) -> Self {
        Self(format!("{name}: {error}; a copy has the file, see `switchboard restore`"))
    }
}

impl Issuer {
    /// Leaves sign-in to another issuer: its tokens open the console, and this one issues none.
    pub fn stand_back(&mut self, url: &str, client: &str) {
        url.clone_into(&mut self.url);
        client.clone_into(&mut self.client_id);
        self.external = true;
    }

    /// Reads the keys from the data folder, or makes them. Without a folder they live in memory.
    ///
    /// # Errors
    /// If a file there holds no key, or the folder cannot be written.
    pub fn open(base_url: &str, folder: Option<&Path>, demo: bool) -> Result<Self, BadKey> {
        let kept = |name: &str| folder.map(|f| f.join(name));
        let bad = |e: &dyn std::fmt::Display| BadKey(e.to_string());
        let secret = match kept("issuer.pem").filter(|p| p.exists()) {
            Some(path) => {
                let broken = |e: &dyn std::fmt::Display| BadKey::of("issuer.pem", e);
                let pem = std::fs::read_to_string(path).map_err(|e| broken(&e))?;
                SecretKey::from_pkcs8_pem(&pem).map_err(|e| broken(&e))?
            }
            None => new_key()?,
        };
        let pem = secret.to_pkcs8_pem(LineEnding::LF).map_err(|e| bad(&e))?;
        if let Some(path) = kept("issuer.pem").filter(|p| !p.exists()) {
            crate::folder::replace(&path, pem.as_bytes()).map_err(|e| bad(&e))?;
        }
        let visitor_key = match kept("visitor.key").filter(|p| p.exists()) {
            Some(path) => {
                let broken = |e: &dyn std::fmt::Display| BadKey::of("visitor.key", e);
                let key = std::fs::read_to_string(path).map_err(|e| broken(&e))?;
                let key = key.trim();
                if key.len() != 64 || !key.bytes().all(|b| b.is_ascii_hexdigit()) {
                    return Err(broken(&"it must be 64 hexadecimal digits"));
                }
                key.to_owned()
            }
            None => {
                let mut bytes = [0_u8; 32];
                random(&mut bytes)?;
                let key = hex(&bytes);
                if let Some(path) = kept("visitor.key") {
                    crate::folder::replace(&path, key.as_bytes()).map_err(|e| bad(&e))?;
                }
                key
            }
        };
        let point = secret.public_key().to_encoded_point(false);
        // Uncompressed: 0x04, then both coordinates of 32 bytes each.
        let (x, y) = point.as_bytes()[1..].split_at(32);
        let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
        let kid = URL_SAFE_NO_PAD.encode(&Sha256::digest(point.as_bytes())[..9]);
        Ok(Self {
            url: format!("{base_url}/oidc"),
            client_id: CLIENT_ID.to_owned(),
            external: false,
            visitor_key,
            key: EncodingKey::from_ec_pem(pem.as_bytes()).map_err(|e| bad(&e))?,
            jwk: json!({"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid,
                        "x": x, "y": y}),
            demo,
            passwords: false,
            setup_code: None,
            accounts: Accounts::open(folder)?,
            checks: Semaphore::new(2),
            guesses: guesses::Guesses::default(),
            first: tokio::sync::Mutex::default(),
            folder: folder.filter(|_| !demo).map(Path::to_owned),
            recovering: tokio::sync::Mutex::default(),
            codes: Mutex::default(),
            // The demo's sessions end with the process: anybody begins one with a click.
            sessions: Sessions::open(folder.filter(|_| !demo))?,
            mail: None,
            resets: reset::Limits::default(),
        })
    }

    /// The key that verifies tokens.
    #[must_use]
    pub const fn public_key(&self) -> &Value {
        &self.jwk
    }

    /// Issues a token for an agent, as the sign-in service would give it.
    ///
    /// # Errors
    /// If signing fails.
    pub fn token(
        &self,
        agent: &store::settings::directory::Agent,
        nonce: Option<&str>,
        now: i64,
    ) -> Result<String, BadKey> {
        self.token_with(agent, nonce, now, |_| {})
    }

    /// Issues a token whose claims are changed before it is signed, for tests of refused callers.
    ///
    /// # Errors
    /// If signing fails.
    pub fn token_with(
        &self,
        agent: &store::settings::directory::Agent,
        nonce: Option<&str>,
        now: i64,
        change: impl Fn(&mut Value),
    ) -> Result<String, BadKey> {
        let mut header = Header::new(Algorithm::ES256);
        header.kid = self.jwk["kid"].as_str().map(str::to_owned);
        let mut claims = json!({
            "iss": self.url, "aud": CLIENT_ID, "sub": agent.profile.id.to_string(),
            "email": agent.email, "email_verified": true, "name": agent.profile.name,
            "iat": now, "exp": now + TOKEN_SECONDS,
        });
        if let Some(nonce) = nonce {
            claims["nonce"] = json!(nonce);
        }
        change(&mut claims);
        jsonwebtoken::encode(&header, &claims, &self.key).map_err(|e| BadKey(e.to_string()))
    }
}

/// A code that only who started the program reads: twelve digits in three groups.
///
/// # Errors
/// If there is no randomness.
pub fn setup_code() -> Result<String, BadKey> {
    let mut bytes = [0_u8; 8];
    random(&mut bytes)?;
    let number = u64::from_le_bytes(bytes) % 1_000_000_000_000;
    let digits = format!("{number:012}");
    Ok(format!("{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..]))
}

fn new_key() -> Result<SecretKey, BadKey> {
    let mut bytes = [0_u8; 32];
    loop {
        random(&mut bytes)?;
        // Nearly every 32 bytes are a key; the loop draws the few others again.
        if let Ok(key) = SecretKey::from_slice(&bytes) {
            return Ok(key);
        }
    }
}

/// The sign-in service's routes.
pub fn routes() -> Router<Arc<Platform>> {
    Router::new()
        .route("/oidc/.well-known/openid-configuration", routing::get(discovery))
        .route("/oidc/jwks", routing::get(keys))
        .route("/oidc/authorize", routing::get(authorize))
        .route("/oidc/token", routing::post(token))
        .route("/oidc/revoke", routing::post(session::revoke))
        .route("/oidc/logout", routing::get(session::logout))
        .route("/oidc/demo-token", routing::get(demo_token))
        .merge(passwords::routes())
        .merge(reset::routes())
        .merge(account::routes())
}

async fn discovery(State(platform): State<Arc<Platform>>) -> Json<Value> {
    Json(discovered(&platform.issuer.url))
}

fn discovered(url: &str) -> Value {
    json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/jwks"),
        "end_session_endpoint": format!("{url}/logout"),
        "revocation_endpoint": format!("{url}/revoke"),
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "code_challenge_methods_supported": ["S256"],
    })
}

async fn keys(State(platform): State<Arc<Platform>>) -> Json<Value> {
    Json(json!({"keys": [platform.issuer.jwk]}))
}

impl Issuer {
    /// The document at an address of this issuer, by which functions in this process verify tokens.
    /// They need no way over the network, the proxy and the names of the outside world for it.
    pub(crate) fn document(&self, address: &str) -> Option<Value> {
        match address.strip_prefix(&self.url).filter(|_| !self.external)? {
            "/.well-known/openid-configuration" => Some(discovered(&self.url)),
            "/jwks" => Some(json!({"keys": [self.jwk]})),
            _ => None,
        }
    }
}

async fn authorize(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
    Query(mut request): Query<Authorize>,
) -> Response {
    if let Err(refusal) = fits(&platform, &request) {
        return refusal;
    }
    if platform.issuer.passwords {
        request.setup_code_needed = platform.issuer.setup_code.is_some();
        return passwords::form(&platform, &request).await;
    }
    if let Some(refusal) = only_demo(&platform) {
        return refusal;
    }
    let Ok(directory) = agents(&platform).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    match request
        .login_hint
        .as_ref()
        .and_then(|hint| directory.iter().find(|a| a.profile.id.as_str() == hint))
    {
        Some(agent) => grant(&platform, &request, &headers, agent),
        None => Html(crate::pages::sign_in(&directory, |agent| {
            let mut with = request.clone();
            with.login_hint = Some(agent.to_owned());
            format!("/oidc/authorize?{}", query(&with))
        }))
        .into_response(),
    }
}

fn grant(
    platform: &Platform,
    request: &Authorize,
    headers: &HeaderMap,
    agent: &store::settings::directory::Agent,
) -> Response {
    let (Ok(code), Ok(cookie)) = (secret::fresh(), secret::fresh()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let now = seconds();
    let mut codes = platform.issuer.codes.lock().unwrap_or_else(PoisonError::into_inner);
    codes.retain(|_, grant| grant.expires > now);
    codes.insert(
        code.clone(),
        Grant {
            agent: agent.profile.id.to_string(),
            browser: browser::of(headers),
            cookie: cookie.clone(),
            challenge: request.code_challenge.clone(),
            redirect_uri: request.redirect_uri.clone(),
            nonce: request.nonce.clone(),
            expires: now + CODE_SECONDS,
        },
    );
    let joint = if request.redirect_uri.contains('?') { '&' } else { '?' };
    let state = escape(&request.state);
    let back = format!("{}{joint}code={code}&state={state}", request.redirect_uri);
    account::with_cookie(platform, &cookie, Redirect::to(&back).into_response())
}

fn now() -> domain::Millis {
    (crate::wall_clock())()
}

fn seconds() -> i64 {
    now().0 / 1_000
}

async fn agents(
    platform: &Arc<Platform>,
) -> Result<Vec<store::settings::directory::Agent>, store::Error> {
    Ok(platform.own().directory().await?.agents.values().cloned().collect())
}

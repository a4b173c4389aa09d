//! Visitors for whom the shop vouches: its own server signs who they are.

use domain::AssetId;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use store::Visitor;
use store::settings::directory::Directory;

use crate::session::read;
use crate::{Door, Failure};

/// The beginning of the id of a visitor whom the shop knows. Random ids have no colon.
const PREFIX: &str = "shop:";
/// The longest id of a customer in the shop, in characters.
const SUBJECT: usize = 100;
/// The longest name, in characters.
const NAME: usize = domain::limit::NAME;

#[derive(Deserialize)]
struct Claims {
    sub: String,
    exp: i64,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
}

/// The visitor whom a token of the shop names.
///
/// # Errors
/// `unauthenticated` at `identity` if the channel has no secret, or the token is expired, forged, or
/// names nobody.
pub(super) fn visitor(
    door: Door<'_>,
    directory: &Directory,
    asset: AssetId,
    token: &str,
) -> Result<Visitor, Failure> {
    let refused = |why: &str, remedy: &str| -> Failure {
        protocol::Refused::new("unauthenticated", why, remedy).at("identity").into()
    };
    let entered = directory.secrets.get(&asset);
    let secret = entered.and_then(|record| record.fields.get(channels::web::IDENTITY_SECRET));
    let Some(secret) = secret.filter(|entered| !entered.shown.is_empty()) else {
        return Err(refused(
            "This web chat has no identity secret.",
            "Make one in the settings of the channel, or leave the field out.",
        ));
    };
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_required_spec_claims(&["exp", "sub"]);
    validation.validate_exp = false;
    validation.validate_aud = false;
    let key = DecodingKey::from_secret(secret.shown.as_bytes());
    let sign =
        "Sign it on your server (HS256) with the channel's identity secret; it needs sub and exp.";
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation)
        .map_err(|error| refused(&format!("The identity is refused: {error}."), sign))?
        .claims;
    if claims.exp <= door.now().0 / 1_000 {
        return Err(refused("The identity has expired.", "Sign a new one for each page."));
    }
    let subject = claims.sub.trim();
    if subject.is_empty() || subject.chars().count() > SUBJECT {
        return Err(refused("The identity's sub is empty or has over 100 characters.", sign));
    }
    let email = claims.email.trim();
    if !(email.is_empty() || read::is_address(email)) {
        return Err(refused("The identity's email is no address.", sign));
    }
    Ok(Visitor {
        asset,
        visitor: format!("{PREFIX}{subject}"),
        name: domain::words::first(claims.name.trim(), NAME).to_owned(),
        email: email.to_owned(),
    })
}

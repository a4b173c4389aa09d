//! Sign-in: finding an agent's record for a verified token, by the account that the record is bound
//! to. Only the first sign-in goes by a verified e-mail address.

use crate::agent::first;
use crate::session::refused::unauthenticated;
use crate::session::state::active;
use crate::{Door, Failure, Ground};
use domain::Profile;
use serde_json::Value;
use store::SignIn;
use store::settings::directory::Agent;

/// The most that the sign-in service's clock may be ahead of ours, in seconds.
const LEEWAY_SECONDS: i64 = 60;

/// A token's claims about its bearer, after the check of signature, issuer and audience.
pub(crate) struct Claims<'a>(pub(crate) &'a Value);

impl Claims<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str().filter(|text| !text.is_empty())
    }

    /// Refuses a token for another purpose, for another client besides us, or for a later time.
    ///
    /// # Errors
    /// `unauthenticated`.
    pub(crate) fn check(&self, client_id: &str, now_seconds: i64) -> Result<(), Failure> {
        let refuse = |why: &str| Err(unauthenticated(why));
        // Cognito marks the purpose of its tokens; its access tokens name no person.
        if self.0.get("token_use").is_some_and(|purpose| purpose != "id") {
            return refuse("The token is no ID token.");
        }
        // OpenID Connect Core 1.0, section 3.1.3.7, points 3 to 5.
        let several = self.0.get("aud").and_then(Value::as_array).is_some_and(|all| all.len() > 1);
        match self.0.get("azp") {
            Some(party) if party != client_id => return refuse("The token is for another client."),
            None if several => return refuse("The token does not say for which client it is."),
            _ => {}
        }
        let begins = self.0.get("nbf").and_then(Value::as_i64).max(self.issued());
        match begins.map(|begins| begins.saturating_sub(now_seconds)) {
            Some(ahead) if ahead > LEEWAY_SECONDS => Err(clock_ahead(ahead)),
            _ => Ok(()),
        }
    }

    /// The moment at which the issuer signed the token, in seconds.
    pub(crate) fn issued(&self) -> Option<i64> {
        self.0.get("iat")?.as_i64()
    }

    /// The account at the issuer.
    fn account(&self, issuer: &str) -> Result<SignIn, Failure> {
        let subject = self
            .text("sub")
            .ok_or_else(|| unauthenticated("The token does not say whose it is."))?;
        Ok(SignIn { issuer: issuer.to_owned(), subject: subject.to_owned() })
    }

    /// The e-mail address that the issuer vouches for. `trust_silence`: whether an issuer that says
    /// nothing does.
    fn verified_email(&self, trust_silence: bool) -> Result<&str, Failure> {
        let email = self.text("email").ok_or_else(|| {
            Failure::rejected(
                "email_unverified",
                "The token has no e-mail address.",
                "Let the sign-in service put the claim email into its ID tokens.",
            )
        })?;
        let verified = match self.0.get("email_verified") {
            // A few issuers write the flag as text.
            Some(said) => said == true || said == "true",
            None => trust_silence,
        };
        if verified {
            return Ok(email);
        }
        Err(Failure::rejected(
            "email_unverified",
            "The sign-in service has not verified your e-mail address.",
            "Verify the address with the sign-in service, then sign in again.",
        ))
    }
}

/// Returns the agent whose account the claims name. The first sign-in binds the record to the
/// account.
pub(crate) async fn signed_in(door: Door<'_>, claims: &Claims<'_>) -> Result<Profile, Failure> {
    let account = claims.account(&door.config.issuer)?;
    let directory = door.directory().await?;
    if let Some(agent) = directory.signed_in(&account) {
        return active(agent);
    }
    let email = claims.verified_email(door.config.trust_unverified_email)?;
    if directory.by_email(email).is_none() && !first::admit(door, email).await? {
        return Err(no_record());
    }
    first_sign_in(door.ground, account, email).await
}

async fn first_sign_in(
    ground: Ground<'_>,
    account: SignIn,
    email: &str,
) -> Result<Profile, Failure> {
    // The remembered directory can be older than the sign-in by which another process bound this
    // same account.
    let mut directory = ground.store.directory().await?;
    if let Some(agent) = directory.signed_in(&account) {
        let profile = active(agent);
        ground.directory_cache.keep(ground.now(), directory);
        return profile;
    }
    let id = active(directory.by_email(email).ok_or_else(no_record)?)?.id;
    // The table admits only one of two accounts that sign in at once.
    match ground.store.bind_sign_in(&id, &account).await? {
        Some(bound) if bound == account => {}
        // Accounts of an issuer that is not asked any more sign in nowhere. The new issuer vouches for
        // the address, as at a first sign-in: so a stack made again takes its people over.
        Some(bound) if bound.issuer != account.issuer => {
            if !ground.store.rebind_sign_in(&id, &bound, &account).await? {
                return Err(taken());
            }
        }
        Some(_) => return Err(taken()),
        None => return Err(no_record()),
    }
    tracing::info!(agent = %id, "an agent's record was bound to the account that signed in");
    let agent: &mut Agent = directory.agents.get_mut(&id).ok_or_else(no_record)?;
    agent.signs_in = Some(account);
    let profile = agent.profile.clone();
    ground.directory_cache.keep(ground.now(), directory);
    Ok(profile)
}

/// Refuses a token from the future: one of the two clocks is wrong, and no new sign-in helps.
fn clock_ahead(seconds: i64) -> Failure {
    Failure::rejected(
        "unauthenticated",
        format!(
            "The token begins in {seconds} seconds by our clock: the clock of the sign-in service \
             or ours is wrong."
        ),
        "Let somebody set both clocks by the network (NTP), then sign in again.",
    )
}

fn no_record() -> Failure {
    Failure::rejected(
        "forbidden",
        "There is no agent record with your e-mail address.",
        "Ask an admin to add you.",
    )
}

fn taken() -> Failure {
    Failure::rejected(
        "sign_in_taken",
        "Another account of the sign-in service already signs in as this agent.",
        "Sign in with that account, or ask an admin to unbind it from the agent's record.",
    )
}

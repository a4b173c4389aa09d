//! The certificates by which providers' webhooks are checked, and visits that providers wait for.
//! The channel has decided that a URL is its provider's own.

use crate::runtime::certificates::Certificate;
use crate::runtime::provider;
use crate::{Failure, Line};

/// The longest certificate, in bytes.
const LONGEST: usize = 64 * 1024;

/// Returns a certificate, from this process's memory if it got the certificate before.
///
/// # Errors
/// If the provider does not hand the certificate out: the webhook then comes again.
pub async fn get(line: Line<'_>, url: &str) -> Result<Certificate, Failure> {
    if let Some(known) = line.certificates.get(url) {
        return Ok(known);
    }
    let failed = |why: String| Failure::Service { what: "the certificate of a webhook", why };
    let answer = provider::call(line.connector, "GET", url, &[], Vec::new()).await;
    let answer = answer.map_err(failed)?;
    if answer.status != 200 || answer.body.len() > LONGEST {
        return Err(failed(format!("it was answered with {}", answer.status)));
    }
    Ok(line.certificates.keep(url, answer.body))
}

/// Visits a URL whose visit says yes to the provider.
///
/// # Errors
/// If the provider does not take the visit: it then asks again.
pub async fn visit(line: Line<'_>, url: &str) -> Result<(), Failure> {
    let failed = |why: String| Failure::Service { what: "a provider's question", why };
    let answer = provider::call(line.connector, "GET", url, &[], Vec::new()).await;
    match answer.map_err(failed)?.status {
        200..=299 => Ok(()),
        status => Err(failed(format!("the visit was answered with {status}"))),
    }
}

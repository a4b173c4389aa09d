//! Signatures of AWS for requests that no client of the SDK makes.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_dynamodb::config::Credentials as Keys;
use aws_sigv4::http_request::{
    SignableBody, SignableRequest, SigningParams, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::identity::Identity;
use channels::Request;
use domain::Millis;

use crate::Credentials;

/// Adds the signature for a service of AWS to a request.
///
/// # Errors
/// A sentence, if the request cannot be signed.
pub(crate) fn add(
    request: &mut Request,
    keys: &Credentials,
    (service, region): (&str, &str),
    now: Millis,
) -> Result<(), String> {
    let identity: Identity =
        Keys::new(&keys.key_id, &keys.secret, keys.token.clone(), None, "environment").into();
    let at = UNIX_EPOCH + Duration::from_millis(u64::try_from(now.0).unwrap_or(0));
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(region)
        .name(service)
        .time(at)
        .settings(SigningSettings::default())
        .build()
        .map_err(|e| e.to_string())?;
    let headers = request.headers.iter().map(|(name, value)| (*name, value.as_str()));
    let body = SignableBody::Bytes(&request.body);
    let signable = SignableRequest::new(request.method, &request.url, headers, body)
        .map_err(|e| e.to_string())?;
    let signed = sign(signable, &SigningParams::from(params)).map_err(|e| e.to_string())?;
    let (instructions, _) = signed.into_parts();
    let (headers, _) = instructions.into_parts();
    for header in headers {
        let name = match header.name() {
            "authorization" => "authorization",
            "x-amz-date" => "x-amz-date",
            "x-amz-security-token" => "x-amz-security-token",
            other => return Err(format!("the signature has a header {other}")),
        };
        request.headers.push((name, header.value().to_owned()));
    }
    Ok(())
}

//! The bucket for files. Bytes do not pass through the functions: clients upload and download them
//! by links that this module signs and that are valid for a while.
//!
//! AWS's own crate (`aws-sigv4`) signs requests, and they go out through the connector that all
//! clients share: the few operations here do not need the whole of `aws-sdk-s3`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::{Config, Failure};
use aws_sdk_dynamodb::config::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SignatureLocation,
    SigningParams, SigningSettings, UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::http::{HttpConnector as _, SharedHttpConnector};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use domain::Millis;

/// The identity that signs, and the region for which it signs.
#[derive(Debug, Clone)]
pub struct Signer {
    identity: Identity,
    region: String,
}

/// The additions that a signature makes to a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signed {
    /// Headers, for a signed request.
    pub headers: Vec<(String, String)>,
    /// Fields of the query, for a signed link.
    pub query: Vec<(String, String)>,
}

impl Signer {
    /// A signer with these keys.
    #[must_use]
    pub fn new(keys: &crate::Credentials, region: &str) -> Self {
        let credentials =
            Credentials::new(&keys.key_id, &keys.secret, keys.token.clone(), None, "environment");
        Self { identity: credentials.into(), region: region.to_owned() }
    }

    /// Signs a request for S3: as it stands, or as a link that is valid for a while.
    ///
    /// # Errors
    /// A sentence, if the request cannot be signed.
    pub fn sign(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        at: Millis,
        lasts: Option<Duration>,
    ) -> Result<Signed, String> {
        self.sign_with(method, url, headers, at, lasts, &[])
    }

    /// Signs a request with a body.
    fn sign_with(
        &self,
        method: &str,
        url: &str,
        headers: &[(&str, &str)],
        at: Millis,
        lasts: Option<Duration>,
        body: &[u8],
    ) -> Result<Signed, String> {
        let mut settings = SigningSettings::default();
        settings.percent_encoding_mode = PercentEncodingMode::Single;
        settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
        let body = if lasts.is_some() {
            settings.signature_location = SignatureLocation::QueryParams;
            settings.expires_in = lasts;
            SignableBody::UnsignedPayload
        } else {
            settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
            SignableBody::Bytes(body)
        };
        let params = v4::SigningParams::builder()
            .identity(&self.identity)
            .region(&self.region)
            .name("s3")
            .time(moment(at))
            .settings(settings)
            .build()
            .map_err(|e| e.to_string())?;
        let params = SigningParams::from(params);
        let request = SignableRequest::new(method, url, headers.iter().copied(), body)
            .map_err(|e| e.to_string())?;
        let (instructions, _) = sign(request, &params).map_err(|e| e.to_string())?.into_parts();
        let (headers, query) = instructions.into_parts();
        Ok(Signed {
            headers: headers
                .into_iter()
                .map(|h| (h.name().to_owned(), h.value().to_owned()))
                .collect(),
            query: query.into_iter().map(|(name, v)| (name.to_owned(), v.into_owned())).collect(),
        })
    }
}

fn moment(at: Millis) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(u64::try_from(at.0).unwrap_or(0))
}

/// An object's size and mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) size: u64,
    /// The mark of the content, which changes with it.
    pub(crate) etag: String,
}

/// The bucket.
pub(crate) struct Bucket {
    url: String,
    bucket: String,
    signer: Signer,
    connector: SharedHttpConnector,
}

impl Bucket {
    pub(crate) fn new(config: &Config, connector: SharedHttpConnector) -> Self {
        Self {
            url: config.files_url.clone(),
            bucket: config.files_bucket.clone(),
            signer: Signer::new(&config.credentials, &config.region),
            connector,
        }
    }

    /// Returns a link that uploads exactly `size` bytes of type `mime` in place of an object.
    pub(crate) fn put_link(
        &self,
        key: &str,
        mime: &str,
        size: u64,
        now: Millis,
        lasts: Millis,
    ) -> Result<String, Failure> {
        let size = size.to_string();
        let headers = [("content-length", size.as_str()), ("content-type", mime)];
        self.link("PUT", key, "", &headers, now, lasts)
    }

    /// Returns a link that downloads an object, as a file of this type and disposition.
    pub(crate) fn get_link(
        &self,
        key: &str,
        mime: &str,
        disposition: &str,
        now: Millis,
        lasts: Millis,
    ) -> Result<String, Failure> {
        let query = format!(
            "response-cache-control={}&response-content-disposition={}&response-content-type={}",
            escape("private, max-age=3600, immutable"),
            escape(disposition),
            escape(mime)
        );
        self.link("GET", key, &query, &[], now, lasts)
    }

    fn link(
        &self,
        method: &str,
        key: &str,
        query: &str,
        headers: &[(&str, &str)],
        now: Millis,
        lasts: Millis,
    ) -> Result<String, Failure> {
        let mut url = format!("{}/{key}", self.url);
        if !query.is_empty() {
            url = format!("{url}?{query}");
        }
        let lasts = Duration::from_millis(u64::try_from(lasts.0).unwrap_or(0));
        let signed = self.signer.sign(method, &url, headers, now, Some(lasts)).map_err(failed)?;
        let mut glue = if query.is_empty() { '?' } else { '&' };
        for (name, value) in signed.query {
            url = format!("{url}{glue}{name}={}", escape(&value));
            glue = '&';
        }
        Ok(url)
    }

    /// Returns an object's size and mark without its bytes, if the object is there.
    pub(crate) async fn head(&self, key: &str, now: Millis) -> Result<Option<Head>, Failure> {
        let answer = self.call("HEAD", key, &[], now).await?;
        let header = |name| answer.headers().get(name).map(str::to_owned);
        match answer.status().as_u16() {
            200 => {
                let size = header("content-length").and_then(|size| size.parse().ok());
                let etag = header("etag");
                let (Some(size), Some(etag)) = (size, etag) else {
                    return Err(failed("an object has no size or no mark".to_owned()));
                };
                Ok(Some(Head { size, etag }))
            }
            // S3 answers 403 for a missing object to a caller who may not list the bucket.
            403 | 404 => Ok(None),
            status => Err(failed(format!("HEAD was answered with {status}"))),
        }
    }

    /// Returns a part of an object: `length` bytes from `from`, or fewer at its end. `None` if the
    /// object no longer has this mark.
    pub(crate) async fn part(
        &self,
        key: &str,
        etag: &str,
        from: u64,
        length: u64,
        now: Millis,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let range = format!("bytes={from}-{}", from + length.max(1) - 1);
        let answer = self.call("GET", key, &[("if-match", etag), ("range", &range)], now).await?;
        match answer.status().as_u16() {
            200 | 206 => {
                let body = ByteStream::new(answer.into_body()).collect().await;
                let body = body.map_err(|e| failed(format!("an object broke off: {e}")))?;
                Ok(Some(body.to_vec()))
            }
            403 | 404 | 412 | 416 => Ok(None),
            status => Err(failed(format!("GET was answered with {status}"))),
        }
    }

    /// Returns all bytes of an object, if it is there.
    pub(crate) async fn whole(&self, key: &str, now: Millis) -> Result<Option<Vec<u8>>, Failure> {
        let answer = self.call("GET", key, &[], now).await?;
        match answer.status().as_u16() {
            200 => {
                let body = ByteStream::new(answer.into_body()).collect().await;
                let body = body.map_err(|e| failed(format!("an object broke off: {e}")))?;
                Ok(Some(body.to_vec()))
            }
            403 | 404 => Ok(None),
            status => Err(failed(format!("GET was answered with {status}"))),
        }
    }

    /// Puts an object in its place, over an earlier one.
    pub(crate) async fn put(
        &self,
        key: &str,
        bytes: &[u8],
        mime: &str,
        now: Millis,
    ) -> Result<(), Failure> {
        let answer = self.send("PUT", key, &[("content-type", mime)], bytes, now).await?;
        match answer.status().as_u16() {
            200 => Ok(()),
            status => Err(failed(format!("PUT was answered with {status}"))),
        }
    }

    /// Whether this is the bucket's name.
    pub(crate) fn is(&self, bucket: &str) -> bool {
        self.bucket == bucket
    }

    /// Copies an object. Returns whether it was there with this mark.
    pub(crate) async fn copy(
        &self,
        from: &str,
        to: &str,
        etag: &str,
        now: Millis,
    ) -> Result<bool, Failure> {
        let source = format!("/{}/{from}", self.bucket);
        let headers =
            [("x-amz-copy-source", source.as_str()), ("x-amz-copy-source-if-match", etag)];
        let answer = self.call("PUT", to, &headers, now).await?;
        match answer.status().as_u16() {
            200 => {
                let body = ByteStream::new(answer.into_body()).collect().await;
                let body = body.map_err(|e| failed(format!("a copy broke off: {e}")))?.to_vec();
                // S3 may begin to answer before the copy is done, and then fail.
                if String::from_utf8_lossy(&body).contains("<Error>") {
                    return Err(failed("a copy failed halfway".to_owned()));
                }
                Ok(true)
            }
            403 | 404 | 412 => Ok(false),
            status => Err(failed(format!("a copy was answered with {status}"))),
        }
    }

    /// Removes an object, if it is there.
    pub(crate) async fn remove(&self, key: &str, now: Millis) -> Result<(), Failure> {
        let answer = self.call("DELETE", key, &[], now).await?;
        match answer.status().as_u16() {
            200 | 204 | 404 => Ok(()),
            status => Err(failed(format!("DELETE was answered with {status}"))),
        }
    }

    async fn call(
        &self,
        method: &str,
        key: &str,
        headers: &[(&str, &str)],
        now: Millis,
    ) -> Result<HttpResponse, Failure> {
        self.send(method, key, headers, &[], now).await
    }

    async fn send(
        &self,
        method: &str,
        key: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        now: Millis,
    ) -> Result<HttpResponse, Failure> {
        let url = format!("{}/{key}", self.url);
        let signed = self.signer.sign_with(method, &url, headers, now, None, body);
        let signed = signed.map_err(failed)?;
        let mut request = HttpRequest::new(SdkBody::from(body));
        request.set_method(method).map_err(|e| failed(e.to_string()))?;
        request.set_uri(url).map_err(|e| failed(e.to_string()))?;
        let given = headers.iter().map(|(name, v)| ((*name).to_owned(), (*v).to_owned()));
        for (name, value) in given.chain(signed.headers) {
            request.headers_mut().try_insert(name, value).map_err(|e| failed(e.to_string()))?;
        }
        self.connector.call(request).await.map_err(|e| failed(format!("no answer: {e:?}")))
    }
}

fn failed(why: String) -> Failure {
    Failure::Service { what: "the bucket for files", why }
}

/// Escapes a value for a query: everything but letters, digits and `-._~`.
#[must_use]
pub fn escape(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_the_signature_that_aws_documents() {
        // The example of "Authenticating Requests: Using Query Parameters" in S3's API reference.
        let keys = crate::Credentials {
            key_id: "AKIAIOSFODNN7EXAMPLE".to_owned(),
            secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned(),
            token: None,
        };
        let url = "https://examplebucket.s3.amazonaws.com/test.txt";
        let day = Some(Duration::from_secs(86_400));
        let signed = Signer::new(&keys, "us-east-1")
            .sign("GET", url, &[], Millis(1_369_353_600_000), day)
            .unwrap();
        let signature = signed.query.iter().find(|(name, _)| name == "X-Amz-Signature");
        assert_eq!(
            signature.unwrap().1,
            "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"
        );
    }

    #[test]
    fn only_what_never_means_anything_stands_unescaped() {
        assert_eq!(escape("a-B_1.~ /é\"&"), "a-B_1.~%20%2F%C3%A9%22%26");
    }
}

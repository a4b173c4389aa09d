//! Signed requests to those of AWS's services for which the house has no client: three forms of
//! request (JSON, query, REST) over the same HTTP seam as everything else.

use std::time::{Duration, UNIX_EPOCH};

use app::{Clock, Credentials};
use aws_credential_types::Credentials as Keys;
use aws_sigv4::http_request::{
    SignableBody, SignableRequest, SigningParams, SigningSettings, sign,
};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::http::{HttpConnector as _, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use serde_json::{Value, json};

use crate::aws::trouble::{self, Trouble};
use crate::aws::xml;

/// An answer.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    /// The header `Date`, if there is one.
    pub date: Option<String>,
    /// The header `Location`, if there is one.
    pub location: Option<String>,
    /// The header `x-amzn-errortype`, if there is one.
    kind: Option<String>,
}

/// Calls AWS's services.
#[derive(Clone)]
pub struct Caller {
    connector: SharedHttpConnector,
    region: String,
    keys: Keys,
    /// The address of all services, if they are not AWS's own.
    endpoint: Option<String>,
    clock: Clock,
}

impl std::fmt::Debug for Caller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Caller({})", self.region)
    }
}

impl Caller {
    /// A caller with these keys.
    #[must_use]
    pub fn new(
        connector: SharedHttpConnector,
        region: &str,
        keys: &Credentials,
        endpoint: Option<String>,
        clock: Clock,
    ) -> Self {
        let keys = Keys::new(&keys.key_id, &keys.secret, keys.token.clone(), None, "switchboard");
        Self { connector, region: region.to_owned(), keys, endpoint, clock }
    }

    /// The region.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }

    fn url(&self, service: &str) -> String {
        let end = if self.region.starts_with("cn-") { ".cn" } else { "" };
        let aws = || format!("https://{service}.{}.amazonaws.com{end}", self.region);
        self.endpoint.clone().unwrap_or_else(aws)
    }

    /// Calls a service that speaks JSON, as `DynamoDB_20120810.DescribeTable`.
    ///
    /// # Errors
    /// [`Trouble`] if no answer came, or AWS refused.
    pub async fn json(&self, service: &str, target: &str, body: &Value) -> Result<Value, Trouble> {
        let operation = target.rsplit('.').next().unwrap_or(target);
        let version =
            if service == "secretsmanager" || service == "events" { "1.1" } else { "1.0" };
        let headers = [
            ("content-type", format!("application/x-amz-json-{version}")),
            ("x-amz-target", target.to_owned()),
        ];
        let url = format!("{}/", self.url(service));
        let reply = self.send(service, "POST", &url, &headers, body.to_string()).await?;
        let answer: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        if reply.status == 200 {
            return Ok(answer);
        }
        Err(refused(&format!("{service}:{operation}"), &reply, &answer))
    }

    /// Calls a service that speaks queries, and returns its XML.
    ///
    /// # Errors
    /// [`Trouble`] if no answer came, or AWS refused.
    pub async fn query(
        &self,
        service: &str,
        action: &str,
        version: &str,
        fields: &[(&str, &str)],
    ) -> Result<String, Trouble> {
        let mut body = format!("Action={action}&Version={version}");
        for (name, value) in fields {
            body.push_str(&format!("&{name}={}", escaped(value)));
        }
        let headers = [("content-type", "application/x-www-form-urlencoded".to_owned())];
        let url = format!("{}/", self.url(service));
        let reply = self.send(service, "POST", &url, &headers, body).await?;
        let text = String::from_utf8_lossy(&reply.body).into_owned();
        if reply.status == 200 {
            return Ok(text);
        }
        let code = xml::first(&text, "Code").unwrap_or_default();
        let why = xml::first(&text, "Message").unwrap_or_default();
        let (call, date) = (format!("{service}:{action}"), reply.date.unwrap_or_default());
        Err(trouble::read(&call, reply.status, &code, why, &date))
    }

    /// Reads from a service that speaks REST with JSON, such as Lambda.
    ///
    /// # Errors
    /// [`Trouble`] if no answer came, or AWS refused.
    pub async fn get(&self, service: &str, call: &str, path: &str) -> Result<Value, Trouble> {
        let url = format!("{}{path}", self.url(service));
        let reply = self.send(service, "GET", &url, &[], String::new()).await?;
        let answer: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        if reply.status == 200 {
            return Ok(answer);
        }
        Err(refused(&format!("{service}:{call}"), &reply, &answer))
    }

    /// Reads a public page, unsigned.
    ///
    /// # Errors
    /// [`Trouble::NoAnswer`].
    pub async fn page(&self, url: &str) -> Result<Reply, Trouble> {
        self.carry("GET", url, Vec::new(), String::new()).await
    }

    async fn send(
        &self,
        service: &str,
        method: &str,
        url: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<Reply, Trouble> {
        let failed = |why: String| Trouble::NoAnswer { host: host(url), why };
        let now = u64::try_from((self.clock)().0).unwrap_or(0);
        let identity = self.keys.clone().into();
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(service)
            .time(UNIX_EPOCH + Duration::from_millis(now))
            .settings(SigningSettings::default())
            .build()
            .map_err(|e| failed(e.to_string()))?;
        let signable = SignableRequest::new(
            method,
            url,
            headers.iter().map(|(name, value)| (*name, value.as_str())),
            SignableBody::Bytes(body.as_bytes()),
        );
        let signable = signable.map_err(|e| failed(e.to_string()))?;
        let signed = sign(signable, &SigningParams::from(params));
        let (instructions, _) = signed.map_err(|e| failed(e.to_string()))?.into_parts();
        let (extra, _) = instructions.into_parts();
        let own = headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let extra = extra.iter().map(|h| (h.name().to_owned(), h.value().to_owned()));
        self.carry(method, url, own.chain(extra).collect(), body).await
    }

    async fn carry(
        &self,
        method: &str,
        url: &str,
        headers: Vec<(String, String)>,
        body: String,
    ) -> Result<Reply, Trouble> {
        let failed = |why: String| Trouble::NoAnswer { host: host(url), why };
        let mut request = HttpRequest::new(SdkBody::from(body));
        request.set_method(method).map_err(|e| failed(e.to_string()))?;
        request.set_uri(url.to_owned()).map_err(|e| failed(e.to_string()))?;
        for (name, value) in headers {
            let put = request.headers_mut().try_insert(name, value);
            put.map_err(|e| failed(e.to_string()))?;
        }
        let response = self.connector.call(request).await.map_err(|e| failed(said(&e)))?;
        let status = response.status().as_u16();
        let header = |name| response.headers().get(name).map(str::to_owned);
        let (date, kind) = (header("date"), header("x-amzn-errortype"));
        let location = header("location");
        let body = ByteStream::new(response.into_body()).collect().await;
        let body = body.map_err(|e| failed(e.to_string()))?.to_vec();
        Ok(Reply { status, body, date, location, kind })
    }
}

/// The innermost reason of a connector: the outer ones only name layers.
fn said(error: &dyn std::error::Error) -> String {
    let mut inner = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    inner.to_string()
}

fn host(url: &str) -> String {
    url.split("://").nth(1).unwrap_or(url).split('/').next().unwrap_or_default().to_owned()
}

fn refused(call: &str, reply: &Reply, answer: &Value) -> Trouble {
    let text = |field: &str| answer[field].as_str().unwrap_or_default().to_owned();
    let code = reply.kind.clone().unwrap_or_else(|| text("__type"));
    let why = [text("message"), text("Message")].into_iter().find(|text| !text.is_empty());
    let date = reply.date.clone().unwrap_or_default();
    trouble::read(call, reply.status, &code, why.unwrap_or_default(), &date)
}

pub(crate) fn escaped(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(b).to_string()
            }
            _ => format!("%{b:02X}"),
        })
        .collect()
}

impl Reply {
    /// The body as JSON; null if it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(json!(null))
    }
}

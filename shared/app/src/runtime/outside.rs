//! The way to addresses that strangers name: a customer's file lies where the provider's webhook
//! says, and a webhook can say anything.
//!
//! The rules: HTTPS on its own port, to public addresses only. The resolver that asks for a name's
//! addresses is the one that checks them, and the connection goes to exactly these, so that no second
//! answer of a name server can lead elsewhere. Each redirect is a new address under the same rules,
//! and another host gets no credentials. The size and the time have an end.

pub(crate) mod public;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use aws_smithy_http_client::{Connector, tls};
use aws_smithy_runtime_api::client::http::{
    HttpConnector as _, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use channels::Request;
use domain::Millis;

use public::{Addresses, PRIVATE};

/// The time for all requests of one fetch.
const TIME: Duration = Duration::from_secs(20);
/// How many redirects a fetch follows.
const REDIRECTS: usize = 3;

/// The way to addresses that strangers name.
#[derive(Clone)]
pub(crate) struct Outside {
    /// The beginning of addresses on this machine that count as providers'; empty: there are none.
    stand_in: String,
    /// The connector for those.
    near: SharedHttpConnector,
    /// The connector for all others, made with the first request, because it reads the machine's
    /// certificates.
    far: Arc<OnceLock<SharedHttpConnector>>,
}

/// The reason why a request brought no bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfetched {
    /// A later try may succeed, but not before this time if the server names one.
    Later {
        /// The reason, for the log.
        why: String,
        /// The time that the server asks for.
        wait: Option<Millis>,
    },
    /// The server has no such file, now or ever.
    Gone,
    /// The file is larger than the limit.
    TooLarge,
    /// The rules above forbid the address.
    Forbidden(String),
}

impl Outside {
    /// A way that leads to providers, and to the stand-ins that the configuration names.
    pub(crate) fn new(stand_in: &str, near: SharedHttpConnector) -> Self {
        Self { stand_in: stand_in.to_owned(), near, far: Arc::default() }
    }

    /// The same way, with the connector of another one for strangers' addresses.
    pub(crate) fn beside(self, other: &Self) -> Self {
        Self { far: Arc::clone(&other.far), ..self }
    }

    /// The same way over another connector. Tests alone hand one in.
    pub(crate) fn through(&self, far: SharedHttpConnector) -> Self {
        Self { far: Arc::new(OnceLock::from(far)), ..self.clone() }
    }

    /// Gets the bytes at an address, at most `limit` of them.
    pub(crate) async fn get(&self, request: &Request, limit: u64) -> Result<Vec<u8>, Unfetched> {
        let all = tokio::time::timeout(TIME, self.follow(request, limit)).await;
        all.unwrap_or_else(|_| Err(later(format!("no end within {} s", TIME.as_secs()))))
    }

    async fn follow(&self, first: &Request, limit: u64) -> Result<Vec<u8>, Unfetched> {
        let mut next = first.clone();
        for _ in 0..=REDIRECTS {
            let response = self.ask(&next).await?;
            match response.status().as_u16() {
                200 => return body(response, limit).await,
                301 | 302 | 303 | 307 | 308 => {
                    let place = response.headers().get("location").unwrap_or_default();
                    let url = aimed(&next.url, place)
                        .ok_or_else(|| Unfetched::Forbidden(format!("a redirect to {place:?}")))?;
                    if !same_origin(&next.url, &url) {
                        next.headers.clear();
                    }
                    next.url = url;
                }
                status => return Err(refused(status, !first.headers.is_empty(), &response)),
            }
        }
        Err(Unfetched::Forbidden(format!("more than {REDIRECTS} redirects")))
    }

    async fn ask(&self, asked: &Request) -> Result<HttpResponse, Unfetched> {
        let connector = self.connector(&asked.url)?;
        let forbidden = |e: String| Unfetched::Forbidden(e);
        let mut request = HttpRequest::new(SdkBody::empty());
        request.set_method(asked.method).map_err(|e| forbidden(e.to_string()))?;
        request.set_uri(asked.url.as_str()).map_err(|e| forbidden(e.to_string()))?;
        // Meta's store answers nobody who does not say who it is.
        let agent = ("user-agent", "switchboard".to_owned());
        for (name, value) in asked.headers.iter().chain([&agent]) {
            let (name, value) = (*name, value.clone());
            request.headers_mut().try_insert(name, value).map_err(|e| forbidden(e.to_string()))?;
        }
        connector.call(request).await.map_err(|error| match leads_inside(&error) {
            true => forbidden(PRIVATE.to_owned()),
            false => later(format!("no answer: {error:?}")),
        })
    }

    /// The connector for an address, if the rules allow the address.
    fn connector(&self, url: &str) -> Result<&SharedHttpConnector, Unfetched> {
        if !self.stand_in.is_empty() && url.starts_with(&self.stand_in) {
            return Ok(&self.near);
        }
        public::permits(url).map_err(Unfetched::Forbidden)?;
        Ok(self.far.get_or_init(guarded))
    }
}

fn later(why: String) -> Unfetched {
    Unfetched::Later { why, wait: None }
}

/// A connector that reaches public addresses only.
fn guarded() -> SharedHttpConnector {
    let settings = HttpConnectorSettings::builder()
        .connect_timeout(Duration::from_secs(3))
        .read_timeout(Duration::from_secs(10))
        .build();
    let connector = Connector::builder()
        .tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring))
        .connector_settings(settings)
        .build_with_resolver(Addresses);
    SharedHttpConnector::new(connector)
}

/// Whether a request failed because a name has an address that is not public.
fn leads_inside(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.to_string().contains(PRIVATE) {
            return true;
        }
        next = error.source();
    }
    false
}

/// The meaning of an answer without the file. `ours`: whether the request showed credentials, which
/// an admin may renew.
fn refused(status: u16, ours: bool, response: &HttpResponse) -> Unfetched {
    match status {
        404 | 410 => Unfetched::Gone,
        // A store whose addresses sign themselves answers so once an address has lapsed.
        403 if !ours => Unfetched::Gone,
        _ => {
            let wait = response.headers().get("retry-after").and_then(|wait| wait.parse().ok());
            Unfetched::Later {
                why: format!("the answer {status}"),
                wait: wait.map(Millis::seconds),
            }
        }
    }
}

async fn body(response: HttpResponse, limit: u64) -> Result<Vec<u8>, Unfetched> {
    let said = response.headers().get("content-length").and_then(|size| size.parse::<u64>().ok());
    if said.is_some_and(|size| size > limit) {
        return Err(Unfetched::TooLarge);
    }
    let mut bytes = Vec::new();
    let mut stream = ByteStream::new(response.into_body());
    while let Some(part) = stream.next().await {
        let part = part.map_err(|e| later(format!("the answer broke off: {e}")))?;
        if bytes.len() as u64 + part.len() as u64 > limit {
            return Err(Unfetched::TooLarge);
        }
        bytes.extend_from_slice(&part);
    }
    match said {
        Some(size) if size != bytes.len() as u64 => Err(later("the answer broke off".to_owned())),
        _ => Ok(bytes),
    }
}

/// The address to which a redirect leads.
fn aimed(from: &str, place: &str) -> Option<String> {
    if place.contains("://") {
        return Some(place.to_owned());
    }
    let scheme = from.find("://")?;
    if place.starts_with("//") {
        return Some(format!("{}:{place}", &from[..scheme]));
    }
    let end = from[scheme + 3..].find(['/', '?', '#']).map_or(from.len(), |at| scheme + 3 + at);
    place.starts_with('/').then(|| format!("{}{place}", &from[..end]))
}

fn same_origin(one: &str, other: &str) -> bool {
    let origin = |url: &str| {
        let uri: http::Uri = url.parse().ok()?;
        Some((uri.scheme_str()?.to_owned(), uri.authority()?.as_str().to_ascii_lowercase()))
    };
    origin(one).is_some_and(|origin_of_one| origin(other) == Some(origin_of_one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_leads_from_where_it_stands() {
        let from = "https://a.test/b/c?d";
        for (place, to) in [
            ("https://e.test/f", Some("https://e.test/f")),
            ("//e.test/f", Some("https://e.test/f")),
            ("/f?g", Some("https://a.test/f?g")),
            ("f", None),
            ("", None),
        ] {
            assert_eq!(aimed(from, place).as_deref(), to, "{place}");
        }
    }

    #[test]
    fn credentials_stay_with_their_host() {
        assert!(same_origin("https://a.test/b", "https://A.test/c"));
        for other in ["https://b.test/b", "https://a.test:444/b", "http://a.test/b", "a"] {
            assert!(!same_origin("https://a.test/b", other), "{other}");
        }
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_forbidden_and_no_connection_is_made() {
        let way = Outside::new("", guarded());
        let request = |url: &str| Request {
            method: "GET",
            url: url.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        // The name is on every machine, and its address is the machine's own.
        let answer = way.get(&request("https://localhost/x"), 10).await;
        assert_eq!(answer, Err(Unfetched::Forbidden(PRIVATE.to_owned())));
        for url in
            ["https://127.0.0.1/x", "https://[::1]/x", "http://a.test/x", "https://a.test:8443/x"]
        {
            let answer = way.get(&request(url), 10).await;
            assert!(matches!(answer, Err(Unfetched::Forbidden(_))), "{url}: {answer:?}");
        }
    }
}

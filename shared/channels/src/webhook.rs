//! A provider's request as it came, and our answers to it.

/// Finds a value by its name. Requests are served side by side, on several threads.
pub type Lookup<'a> = dyn Fn(&str) -> Option<String> + Sync + 'a;

/// A provider's request as it came.
#[derive(Clone, Copy)]
pub struct Webhook<'a> {
    /// Every URL to which the provider may have sent the request, with scheme, host, path and
    /// query as they were written: the one that this server saw, and those that proxies before it
    /// name. A channel whose signature covers the URL accepts any of them, since each needs the
    /// secret to be signed; without such a signature a URL proves nothing.
    pub urls: &'a [String],
    /// The request's headers, by their names in lower case.
    pub header: &'a Lookup<'a>,
    /// The parameters of the URL's query, decoded.
    pub query: &'a Lookup<'a>,
    /// The raw body.
    pub body: &'a [u8],
    /// The certificate that [`crate::Channel::certificate`] named, in PEM.
    pub certificate: Option<&'a [u8]>,
}

impl<'a> Webhook<'a> {
    /// A request of which only the body is known.
    #[must_use]
    pub fn of(body: &'a [u8]) -> Self {
        Self { urls: &[], header: &|_| None, query: &|_| None, body, certificate: None }
    }
}

/// An answer to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The body's MIME type.
    pub mime: &'static str,
    /// The body.
    pub body: String,
}

impl Reply {
    /// An answer of plain text.
    #[must_use]
    pub fn text(body: impl Into<String>) -> Self {
        Self { mime: "text/plain; charset=utf-8", body: body.into() }
    }
}

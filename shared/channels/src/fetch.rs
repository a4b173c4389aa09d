//! The way to a customer's file at the provider.

use crate::Request;

/// The first request on the way to a customer's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetch {
    /// The answer is the file.
    Direct(Request),
    /// The answer names the file's address, which [`crate::Channel::found`] reads.
    Lookup(Request),
}

/// The meaning of the answer to a [`Fetch::Lookup`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This request gets the file.
    At(Request),
    /// The provider no longer has the file.
    Gone,
    /// A later look-up may succeed.
    Later {
        /// The provider's reason.
        reason: String,
    },
}

impl Fetch {
    /// A request for the file itself.
    #[must_use]
    pub fn direct(url: &str, headers: Vec<(&'static str, String)>) -> Self {
        Self::Direct(get(url, headers))
    }

    /// The request itself.
    #[must_use]
    pub const fn request(&self) -> &Request {
        match self {
            Self::Direct(request) | Self::Lookup(request) => request,
        }
    }
}

/// A request that only reads.
pub(crate) fn get(url: &str, headers: Vec<(&'static str, String)>) -> Request {
    Request { method: "GET", url: url.to_owned(), headers, body: Vec::new() }
}

/// The scheme and host of an address, without a slash at its end; `None`: the address has a form in
/// which programs disagree about its host.
pub(crate) fn origin(url: &str) -> Option<&str> {
    let start = url.find("://")? + 3;
    let end = url[start..].find(['/', '?', '#']).map_or(url.len(), |at| start + at);
    let origin = &url[..end];
    let odd = |c: char| c == '@' || c == '\\' || c.is_whitespace() || c.is_control();
    (end > start && !origin.contains(odd)).then_some(origin)
}

//! The network address that a request came from.
//!
//! A proxy on this machine or in a private network names its client: the last entry of
//! `X-Forwarded-For`, or else of `Forwarded`, which the proxy itself wrote. A client from elsewhere
//! counts by the address of the connection, whatever the headers say.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

/// The client of a request, for limits: its address, of IPv6 the network of one household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Client(pub(crate) String);

/// The other end of the connection; `None` where a test calls the routes without one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) Option<IpAddr>);

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(connected.map(|ConnectInfo(peer)| peer.ip().to_canonical())))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let Peer(peer) = Peer::from_request_parts(parts, state).await?;
        Ok(Self::of(peer, &parts.headers))
    }
}

impl Client {
    fn of(peer: Option<IpAddr>, headers: &HeaderMap) -> Self {
        let named = if peer.is_none_or(is_near) { named(headers) } else { None };
        Self(named.or(peer).map_or_else(String::new, |address| network(address.to_canonical())))
    }
}

/// Whether a proxy of ours may have this address: this machine, or a private network.
fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback() || v4.is_private() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// The address that the proxy named last.
fn named(headers: &HeaderMap) -> Option<IpAddr> {
    let last = |name| {
        let all = headers.get_all(name).iter().next_back()?.to_str().ok()?;
        all.rsplit(',').next().map(str::trim)
    };
    if let Some(entry) = last(header::HeaderName::from_static("x-forwarded-for")) {
        return address(entry);
    }
    let pairs = last(header::FORWARDED)?.split(';').filter_map(|pair| pair.split_once('='));
    let mut named = pairs.filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"));
    address(named.next()?.1.trim().trim_matches('"'))
}

/// Reads an address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let plain = text.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(text);
    plain.parse().ok().or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))
}

/// The part of an address that one household has: all of IPv4, the first half of IPv6.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(peer: &str, headers: &[(&'static str, &str)]) -> String {
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.append(*name, value.parse().unwrap());
        }
        Client::of(Some(peer.parse().unwrap()), &all).0
    }

    #[test]
    fn a_near_proxy_names_its_client_by_the_entry_that_it_wrote() {
        for (headers, client) in [
            (&[("x-forwarded-for", "10.9.9.9, 203.0.113.7")][..], "203.0.113.7"),
            (
                &[("x-forwarded-for", "9.9.9.9"), ("x-forwarded-for", "203.0.113.8:80")],
                "203.0.113.8",
            ),
            (
                &[("forwarded", "for=9.9.9.9, for=\"[2001:db8:1:2::7]:80\";proto=https")],
                "2001:db8:1:2::/64",
            ),
            (&[("x-forwarded-for", "nobody")], "10.0.0.2"),
            (&[], "10.0.0.2"),
        ] {
            assert_eq!(of("10.0.0.2", headers), client, "{headers:?}");
        }
        assert_eq!(of("127.0.0.1", &[]), "127.0.0.1");
        assert_eq!(of("::1", &[("x-forwarded-for", "::ffff:203.0.113.7")]), "203.0.113.7");
    }

    #[test]
    fn whoever_comes_from_elsewhere_names_nobody() {
        let header = [("x-forwarded-for", "203.0.113.7"), ("forwarded", "for=203.0.113.7")];
        assert_eq!(of("198.51.100.1", &header), "198.51.100.1");
        assert_eq!(of("2001:db8::5", &header), "2001:db8::/64");
    }
}

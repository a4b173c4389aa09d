//! Public addresses: those of the internet, and of no machine or network of ours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs as _};

use aws_smithy_runtime_api::client::dns::{DnsFuture, ResolveDns, ResolveDnsError};

/// The error of a name that leads to an address that is not public.
pub(crate) const PRIVATE: &str = "an address that is not public";

/// Checks the form of an address, and the host if it is no name: a resolver checks names.
///
/// # Errors
/// The reason for which nobody may follow the address.
pub(crate) fn permits(url: &str) -> Result<(), String> {
    let uri: http::Uri = url.parse().map_err(|_| "no address".to_owned())?;
    let authority = uri.authority().ok_or("no host")?;
    if uri.scheme_str() != Some("https") {
        return Err("no HTTPS".to_owned());
    }
    if authority.as_str().contains('@') || uri.port_u16().is_some_and(|port| port != 443) {
        return Err("a name or a port in the address".to_owned());
    }
    let host = authority.host();
    let literal = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    if literal.is_ok_and(|address| !is_public(address)) {
        return Err(PRIVATE.to_owned());
    }
    Ok(())
}

/// Resolves names, and gives out addresses only where all of a name's addresses are public.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses;

impl ResolveDns for Addresses {
    fn resolve_dns<'a>(&'a self, name: &'a str) -> DnsFuture<'a> {
        let name = name.to_owned();
        DnsFuture::new(async move {
            let asked = tokio::task::spawn_blocking(move || (name.as_str(), 443).to_socket_addrs());
            let found = asked.await.map_err(ResolveDnsError::new)?.map_err(ResolveDnsError::new)?;
            let all: Vec<IpAddr> = found.map(|socket| socket.ip()).collect();
            checked(all).map_err(ResolveDnsError::new)
        })
    }
}

/// The addresses of a name, if all are public.
fn checked(all: Vec<IpAddr>) -> Result<Vec<IpAddr>, &'static str> {
    if all.is_empty() || !all.iter().copied().all(is_public) { Err(PRIVATE) } else { Ok(all) }
}

/// Whether an address is one of the internet, by the registries of special addresses (RFC 6890 and
/// its successors).
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

const fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = match (a, b, c) {
        // This network, private ones, the machine itself, everybody.
        (0 | 10 | 127 | 224..=255, ..) => true,
        // Networks behind a provider's own translation.
        (100, 64..=127, _) => true,
        // One link, with the address at which clouds hand out credentials.
        (169, 254, _) => true,
        (172, 16..=31, _) | (192, 168, _) => true,
        // Protocols, documents, a retired relay, tests of networks.
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 18 | 19, _) => true,
        (198, 51, 100) | (203, 0, 113) => true,
        _ => false,
    };
    !special
}

const fn is_public_v6(address: Ipv6Addr) -> bool {
    let s = address.segments();
    // The translation of an address of the older kind counts as that address.
    if s[0] == 0x64 && s[1] == 0xff9b && s[2] == 0 && s[3] == 0 && s[4] == 0 && s[5] == 0 {
        let [a, b] = s[6].to_be_bytes();
        let [c, d] = s[7].to_be_bytes();
        return is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    // Of all others, only this eighth belongs to the internet, and some of it does not.
    let global = s[0] & 0xe000 == 0x2000;
    let protocols = s[0] == 0x2001 && s[1] < 0x0200;
    let documents = (s[0] == 0x2001 && s[1] == 0x0db8) || (s[0] == 0x3fff && s[1] < 0x1000);
    let relay = s[0] == 0x2002;
    global && !protocols && !documents && !relay
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_of_a_machine_or_network_of_ours_is_public() {
        for inside in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in [
            "8.8.8.8",
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "169.253.0.1",
            "192.0.1.1",
            "198.17.0.1",
            "223.255.255.255",
            "2606:4700::1111",
            "2a03:2880:f1::1",
            "2001:4860:4860::8888",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn one_address_inside_spoils_a_name() {
        let [good, bad] = ["8.8.8.8", "10.0.0.1"].map(|a| a.parse::<IpAddr>().unwrap());
        assert_eq!(checked(vec![good]), Ok(vec![good]));
        for spoilt in [vec![], vec![bad], vec![good, bad]] {
            assert_eq!(checked(spoilt), Err(PRIVATE));
        }
    }

    #[test]
    fn only_https_to_a_plain_host_is_permitted() {
        for good in
            ["https://a.test/x?y", "https://a.test:443/", "https://8.8.8.8/", "HTTPS://a.test/"]
        {
            assert_eq!(permits(good), Ok(()), "{good}");
        }
        for bad in [
            "http://a.test/",
            "ftp://a.test/",
            "file:///etc/passwd",
            "https://a.test:80/",
            "https://me@a.test/",
            "https://a.test@10.0.0.1/",
            "https://10.0.0.1/",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https:///x",
            "https://a b/",
            "a.test",
            "",
            "https://",
        ] {
            assert!(permits(bad).is_err(), "{bad}");
        }
    }
}

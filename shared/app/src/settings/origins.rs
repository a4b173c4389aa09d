//! Origins of web pages, as browsers write them.

use protocol::Refused;

use super::refused::out_of_range;

/// The most origins in a setting.
const MOST: usize = 50;

/// Reads a list of origins.
pub(super) fn origins(field: &'static str, value: &[String]) -> Result<Vec<String>, Refused> {
    if value.len() > MOST {
        let message = format!("{field} has {} entries; 0 to {MOST} are taken.", value.len());
        return Err(out_of_range(field, message, "Remove entries."));
    }
    let mut read = Vec::with_capacity(value.len());
    for text in value {
        let origin = origin(text).ok_or_else(|| {
            let shown = domain::words::cut(text, 100);
            let message = format!("\"{shown}\" in {field} is no origin of a web page.");
            let remedy = "Write it as https://shop.example, without a path; plain http only for \
                          localhost.";
            out_of_range(field, message, remedy)
        })?;
        if !read.contains(&origin) {
            read.push(origin);
        }
    }
    Ok(read)
}

/// Returns an origin as browsers write it: in small letters, without the default port, without a
/// path.
fn origin(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/').to_ascii_lowercase();
    let (scheme, place) = text.split_once("://")?;
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) => (host, Some(port.parse::<u16>().ok().filter(|port| *port > 0)?)),
        None => (place, None),
    };
    let label = |part: &str| {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        !part.is_empty() && part.len() <= 63 && part.bytes().all(plain)
    };
    if host.len() > 253 || !host.split('.').all(label) {
        return None;
    }
    let local = host == "localhost" || host == "127.0.0.1";
    let usual = match scheme {
        "https" => 443,
        "http" if local => 80,
        _ => return None,
    };
    Some(match port.filter(|port| *port != usual) {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_kept_as_browsers_write_it() {
        for (text, kept) in [
            ("https://shop.example", "https://shop.example"),
            (" HTTPS://Shop.Example/ ", "https://shop.example"),
            ("https://shop.example:443", "https://shop.example"),
            ("https://shop.example:8443", "https://shop.example:8443"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://127.0.0.1:80", "http://127.0.0.1"),
            ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(origin(text).as_deref(), Some(kept), "{text}");
        }
        for bad in [
            "",
            "*",
            "null",
            "shop.example",
            "http://shop.example",
            "https://shop.example/path",
            "https://shop.example?x",
            "https://a b.example",
            "https://user@shop.example",
            "https://shop..example",
            "https://shop.example:0",
            "https://shop.example:70000",
            "https://*.example",
            "file://",
            "javascript://x",
        ] {
            assert_eq!(origin(bad), None, "{bad}");
        }
    }
}

//! The bucket for files: the few operations of S3 that the app uses, on files in the data folder.
//! As on AWS, a link is valid until it expires, and for its signed request only.

mod kept;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::Platform;
use app::file::bucket::Signer;
use axum::body::{Body, Bytes};
use axum::extract::{Path as Route, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Uri, header};
use domain::Millis;
use sha2::{Digest as _, Sha256};

/// The bucket's name.
pub const BUCKET: &str = "files";
/// The largest file that anything carries, and a little more.
pub const BODY: usize = 17 * 1024 * 1024;
/// The time after which the bucket removes an unused file.
const WAITS: Duration = Duration::from_secs(24 * 3_600);
/// The time after which the bucket removes a mail as it came; its parts stay.
const MAILS_WAIT: Duration = Duration::from_secs(30 * 24 * 3_600);
/// The types that browsers may show; they save all others.
const SHOWN: [&str; 15] = [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "video/mp4",
    "video/webm",
    "audio/mp4",
    "audio/webm",
    "audio/ogg",
    "audio/mpeg",
    "audio/aac",
    "audio/wav",
    "audio/flac",
    "application/pdf",
    PAGE,
];
/// The type of a mail's page, which says itself what it loads.
const PAGE: &str = "text/html; charset=utf-8";

/// The bucket.
#[derive(Debug)]
pub struct Files {
    kept: Kept,
    keys: app::Credentials,
    region: String,
    /// The address at which clients reach the bucket: `http://localhost:8788/files`. Its origin is
    /// not the console's, as on AWS, so that CORS and the content policy forbid the same requests
    /// as there.
    url: String,
}

#[derive(Debug)]
enum Kept {
    Folder(PathBuf),
    Memory(Mutex<BTreeMap<String, Vec<u8>>>),
}

/// A request, from the seam or over the network.
#[expect(missing_debug_implementations, reason = "holds a function")]
pub struct Ask<'a> {
    /// `GET`, `HEAD`, `PUT` or `DELETE`.
    pub method: &'a str,
    /// The object's key.
    pub key: &'a str,
    /// The query, after the question mark.
    pub query: &'a str,
    /// A header, by its name in lower case.
    pub header: &'a dyn Fn(&str) -> Option<String>,
    /// The bytes.
    pub body: &'a [u8],
}

/// An answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Answer {
    fn plain(status: u16) -> Self {
        Self { status, ..Self::default() }
    }
}

/// The reason for which a link does not open anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// The link has no signature, another signer's, or one for another request.
    Forged,
    /// The link has expired.
    Expired,
}

impl Files {
    /// Opens the bucket in a folder, or in memory, for links signed with these keys.
    ///
    /// # Errors
    /// If the folder cannot be made.
    pub fn open(
        folder: Option<&Path>,
        url: &str,
        keys: &app::Credentials,
        region: &str,
    ) -> std::io::Result<Self> {
        let kept = match folder {
            Some(folder) => {
                for prefix in PREFIXES {
                    std::fs::create_dir_all(folder.join(prefix))?;
                }
                Kept::Folder(folder.to_owned())
            }
            None => Kept::Memory(Mutex::default()),
        };
        Ok(Self { kept, keys: keys.clone(), region: region.to_owned(), url: url.to_owned() })
    }

    /// Puts an object in its place, as services of AWS do that are no functions.
    ///
    /// # Errors
    /// If the folder takes no writes, or the key is none.
    pub fn keep(&self, key: &str, bytes: &[u8]) -> std::io::Result<()> {
        if !is_key(key) {
            return Err(std::io::Error::other("this is no key"));
        }
        self.write(key, bytes)
    }

    /// The address at which clients reach the bucket.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The bucket's origin: `http://localhost:8788`.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.url.strip_suffix("/files").unwrap_or(&self.url)
    }

    /// Returns the id of the key by which a link is signed, if the link opens the requested object at
    /// this moment. Each function signs with an id of its own, its name: a link opens no more than
    /// its signer may.
    ///
    /// # Errors
    /// The reason for which it does not.
    pub fn admits(&self, ask: &Ask<'_>, now: Millis) -> Result<String, Shut> {
        let fields: Vec<(String, String)> = pairs(ask.query);
        let field = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        let date = field("X-Amz-Date").and_then(read_date).ok_or(Shut::Forged)?;
        let lasts: u64 = field("X-Amz-Expires").and_then(|e| e.parse().ok()).ok_or(Shut::Forged)?;
        let given = field("X-Amz-Signature").ok_or(Shut::Forged)?;
        let signed = field("X-Amz-SignedHeaders").ok_or(Shut::Forged)?;
        let headers: Vec<(&str, String)> = signed
            .split(';')
            .filter(|name| *name != "host")
            .map(|name| (name, (ask.header)(name).unwrap_or_default()))
            .collect();
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let rest: Vec<&str> =
            ask.query.split('&').filter(|p| !p.is_empty() && !p.starts_with("X-Amz-")).collect();
        let mut url = format!("{}/{}", self.url, ask.key);
        if !rest.is_empty() {
            url = format!("{url}?{}", rest.join("&"));
        }
        let lasts_for = Some(Duration::from_secs(lasts));
        let scope = field("X-Amz-Credential").unwrap_or_default();
        let key_id = scope.split('/').next().unwrap_or_default().to_owned();
        let keys = app::Credentials { key_id: key_id.clone(), ..self.keys.clone() };
        let own = Signer::new(&keys, &self.region)
            .sign(ask.method, &url, &headers, date, lasts_for)
            .map_err(|_| Shut::Forged)?;
        let own = own.query.iter().find(|(name, _)| name == "X-Amz-Signature");
        let same = own.is_some_and(|(_, own)| same(own.as_bytes(), given.as_bytes()));
        let end = date + Millis(i64::try_from(lasts).unwrap_or(0).saturating_mul(1_000));
        match (same, now < end) {
            (true, true) => Ok(key_id),
            (true, false) => Err(Shut::Expired),
            (false, _) => Err(Shut::Forged),
        }
    }

    /// Answers a request whose signature is valid.
    #[must_use]
    pub fn answer(&self, ask: &Ask<'_>) -> Answer {
        if !is_key(ask.key) {
            return Answer::plain(404);
        }
        let done = match ask.method {
            "GET" | "HEAD" => self.get(ask),
            "PUT" => self.put(ask),
            "DELETE" => self.remove(ask.key).map(|()| Answer::plain(204)),
            _ => return Answer::plain(405),
        };
        done.unwrap_or_else(|error| {
            tracing::error!(%error, key = ask.key, "a file could not be read or written");
            // The same request may succeed once the disk has space again.
            Answer::plain(503)
        })
    }
}

const OCTETS: &str = "application/octet-stream";
/// The prefixes of unused files, of kept ones, of mails as they came, and of their parts.
const PREFIXES: [&str; 4] = ["incoming", "files", "inbound", "mail"];

/// Whether a key is one of ours, which cannot lead out of the folder.
fn is_key(key: &str) -> bool {
    let plain = |name: &str| {
        (1..=100).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    match key.split_once('/') {
        Some(("inbound" | "mail", name)) => plain(name),
        Some((prefix, id)) => PREFIXES.contains(&prefix) && store::file::upload::is_id(id),
        None => false,
    }
}

fn etag(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

/// Compares in constant time.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |all, (x, y)| all | (x ^ y)) == 0
}

/// Reads `bytes=<from>-<to>`, as the first byte and the one after the last.
fn range_of(range: &str, whole: usize) -> Option<(usize, usize)> {
    let (from, to) = range.strip_prefix("bytes=")?.split_once('-')?;
    let from: usize = from.parse().ok()?;
    let to = if to.is_empty() { whole } else { to.parse::<usize>().ok()?.checked_add(1)? };
    (from < whole && from < to).then(|| (from, to.min(whole)))
}

/// The fields of a query, unescaped.
fn pairs(query: &str) -> Vec<(String, String)> {
    let url = format!("http://x/?{query}");
    let uri: Uri = url.parse().unwrap_or_default();
    axum::extract::Query::try_from_uri(&uri).map(|q| q.0).unwrap_or_default()
}

/// Reads a date as `20261121T143000Z`.
fn read_date(text: &str) -> Option<Millis> {
    if text.len() != 16 || !text.is_ascii() {
        return None;
    }
    let part = |range: std::ops::Range<usize>| text[range].parse::<i64>().ok();
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let (hour, minute, second) = (part(9..11)?, part(11..13)?, part(13..15)?);
    // Days since the epoch, by the rule of the Gregorian calendar.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
    Some(Millis((((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000))
}

/// Serves links, to browsers and providers, and signed requests if the functions run in another
/// process.
pub async fn serve(
    State(platform): State<Arc<Platform>>,
    method: Method,
    Route(key): Route<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let origin = headers.get(header::ORIGIN).and_then(|o| o.to_str().ok()).map(str::to_owned);
    let origin = match origin {
        Some(origin)
            if app::session::identity::page_reads(platform.own().door(), &origin).await =>
        {
            Some(origin)
        }
        _ => None,
    };
    let mut response = if method == Method::OPTIONS {
        Response::new(Body::empty())
    } else {
        let worker = Arc::clone(&platform);
        let answered = tokio::task::spawn_blocking(move || {
            let header = |name: &str| {
                headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
            };
            let ask = Ask {
                method: method.as_str(),
                key: &key,
                query: uri.query().unwrap_or_default(),
                header: &header,
                body: &body,
            };
            let by_function = worker.open_aws && header("authorization").is_some();
            match worker.files.admits(&ask, (crate::wall_clock())()) {
                Err(_) if by_function => worker.files.answer(&ask),
                Ok(signer) if worker.allows_link(&signer, &ask) => worker.files.answer(&ask),
                Ok(_) => refused("The function that signed this link may not do this itself."),
                Err(Shut::Expired) => refused("This link has expired."),
                Err(Shut::Forged) => refused("This link is not signed for this."),
            }
        })
        .await;
        respond(answered.unwrap_or_else(|_| Answer::plain(500)))
    };
    if let Some(origin) = origin.and_then(|o| HeaderValue::try_from(o).ok()) {
        let all = response.headers_mut();
        all.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        all.insert(header::VARY, HeaderValue::from_static("origin"));
        all.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, PUT"));
        all.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type"));
    }
    response
}

fn refused(why: &str) -> Answer {
    let headers = vec![("content-type", "text/plain; charset=utf-8".to_owned())];
    Answer { status: 403, headers, body: why.as_bytes().to_vec() }
}

fn respond(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod tests;

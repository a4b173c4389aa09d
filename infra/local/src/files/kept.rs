//! Files in the folder.

use std::sync::PoisonError;
use std::time::SystemTime;

use super::*;

impl Files {
    pub(super) fn get(&self, ask: &Ask<'_>) -> std::io::Result<Answer> {
        let Some(bytes) = self.read(ask.key)? else { return Ok(Answer::plain(404)) };
        let etag = etag(&bytes);
        if (ask.header)("if-match").is_some_and(|wanted| wanted != etag) {
            return Ok(Answer::plain(412));
        }
        let fields = pairs(ask.query);
        let field = |name: &str| fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
        let mime = field("response-content-type").unwrap_or_default();
        let shown = SHOWN.contains(&mime.as_str());
        let disposition =
            field("response-content-disposition").filter(|d| shown || d.starts_with("attachment"));
        // The browser's own viewer shows a PDF, and does not work within a sandbox.
        let policy = if mime == "application/pdf" {
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
        } else if mime == PAGE {
            // The page itself forbids pictures of other servers, unless a reader asked for them.
            "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'; sandbox"
        } else {
            "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"
        };
        let whole = bytes.len();
        let mut headers = vec![
            ("etag", etag),
            ("accept-ranges", "bytes".to_owned()),
            ("content-type", if mime.is_empty() { OCTETS.to_owned() } else { mime }),
            ("content-disposition", disposition.unwrap_or_else(|| "attachment".to_owned())),
            ("content-security-policy", policy.to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
            (
                "cache-control",
                field("response-cache-control").unwrap_or_else(|| "no-store".to_owned()),
            ),
        ];
        if ask.method == "HEAD" {
            headers.push(("content-length", whole.to_string()));
            return Ok(Answer { status: 200, headers, body: Vec::new() });
        }
        match (ask.header)("range").as_deref().map(|range| range_of(range, whole)) {
            Some(None) => Ok(Answer::plain(416)),
            Some(Some((from, to))) => {
                headers.push(("content-range", format!("bytes {from}-{}/{whole}", to - 1)));
                Ok(Answer { status: 206, headers, body: bytes[from..to].to_vec() })
            }
            None => Ok(Answer { status: 200, headers, body: bytes }),
        }
    }

    pub(super) fn put(&self, ask: &Ask<'_>) -> std::io::Result<Answer> {
        let Some(source) = (ask.header)("x-amz-copy-source") else {
            self.write(ask.key, ask.body)?;
            return Ok(Answer {
                status: 200,
                headers: vec![("etag", etag(ask.body))],
                body: Vec::new(),
            });
        };
        let from = source.strip_prefix(&format!("/{BUCKET}/")).filter(|key| is_key(key));
        let bytes = match from {
            Some(from) => self.read(from)?,
            None => None,
        };
        let Some(bytes) = bytes else { return Ok(Answer::plain(404)) };
        let wanted = (ask.header)("x-amz-copy-source-if-match");
        if wanted.is_some_and(|wanted| wanted != etag(&bytes)) {
            return Ok(Answer::plain(412));
        }
        self.write(ask.key, &bytes)?;
        let body = format!("<CopyObjectResult><ETag>{}</ETag></CopyObjectResult>", etag(&bytes));
        Ok(Answer { status: 200, headers: Vec::new(), body: body.into_bytes() })
    }

    pub(super) fn read(&self, key: &str) -> std::io::Result<Option<Vec<u8>>> {
        match &self.kept {
            Kept::Folder(folder) => match std::fs::read(folder.join(key)) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(e) => Err(e),
            },
            Kept::Memory(all) => {
                Ok(all.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned())
            }
        }
    }

    pub(super) fn write(&self, key: &str, bytes: &[u8]) -> std::io::Result<()> {
        match &self.kept {
            Kept::Folder(folder) => {
                // The file gets its own name only once it is whole, and on the disk.
                crate::folder::replace(&folder.join(key), bytes)
            }
            Kept::Memory(all) => {
                let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
                all.insert(key.to_owned(), bytes.to_vec());
                Ok(())
            }
        }
    }

    /// Whether the folder takes writes. A disk that is full takes none until somebody frees space.
    #[must_use]
    pub fn takes_writes(&self) -> bool {
        let Kept::Folder(folder) = &self.kept else { return true };
        match crate::folder::probe(folder) {
            Ok(()) => true,
            Err(error) => {
                tracing::error!(%error, "the data folder takes no writes");
                false
            }
        }
    }

    pub(super) fn remove(&self, key: &str) -> std::io::Result<()> {
        match &self.kept {
            Kept::Folder(folder) => match std::fs::remove_file(folder.join(key)) {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e),
                _ => Ok(()),
            },
            Kept::Memory(all) => {
                all.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
                Ok(())
            }
        }
    }

    /// Removes files that have waited for a day, as the bucket's lifecycle does. Returns their
    /// number.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn sweep(&self, now: SystemTime) -> std::io::Result<usize> {
        let Kept::Folder(folder) = &self.kept else { return Ok(0) };
        let mut gone = 0;
        for (prefix, waits) in [(PREFIXES[0], WAITS), (PREFIXES[2], MAILS_WAIT)] {
            for entry in std::fs::read_dir(folder.join(prefix))? {
                let entry = entry?;
                let old = now.duration_since(entry.metadata()?.modified()?).unwrap_or_default();
                if old > waits {
                    std::fs::remove_file(entry.path())?;
                    gone += 1;
                }
            }
        }
        Ok(gone)
    }
}

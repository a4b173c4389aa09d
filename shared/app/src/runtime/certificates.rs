//! The certificates that a process remembers. A provider publishes a new one under a new URL.

use std::sync::Arc;

use quick_cache::sync::Cache;

/// A certificate in PEM.
pub type Certificate = Arc<Vec<u8>>;

/// The number of certificates that a process remembers.
const REMEMBERED: usize = 50;

/// The certificates, by their URL.
#[derive(Debug)]
pub(crate) struct Certificates(Cache<String, Certificate>);

impl Default for Certificates {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl Certificates {
    pub(crate) fn get(&self, url: &str) -> Option<Certificate> {
        self.0.get(url)
    }

    pub(crate) fn keep(&self, url: &str, pem: Vec<u8>) -> Certificate {
        let certificate = Arc::new(pem);
        self.0.insert(url.to_owned(), Arc::clone(&certificate));
        certificate
    }
}

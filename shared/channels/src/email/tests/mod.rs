//! Mails of all kinds; `fixtures/email/README.md` says where they come from.

mod hostile;
mod html;
mod kind;
mod quote;
mod read;
mod ses;
mod write;

use std::fs;
use std::path::PathBuf;

/// A fixture.
pub(super) fn fixture(path: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/email");
    fs::read(root.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A fixture, as text.
pub(super) fn text(path: &str) -> String {
    String::from_utf8(fixture(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Every fixture of a folder, by its path, in order.
pub(super) fn all(folder: &str) -> Vec<String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/email").join(folder);
    let mut names: Vec<String> = fs::read_dir(&root)
        .unwrap_or_else(|e| panic!("{folder}: {e}"))
        .map(|entry| format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    names.sort();
    assert!(!names.is_empty(), "{folder}");
    names
}

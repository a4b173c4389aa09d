//! The data folder: its lock, its form, and the writing of its small files.
//!
//! The file `version` holds the number of the folder's form. A folder without it is of form 0, from
//! before there was a number. An older form is upgraded at the start, step by step; a newer one is
//! refused, because this program would not understand what it finds there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// The form of data folders that this program writes.
pub const FORM: u32 = 1;

const VERSION: &str = "version";
/// The table.
pub(crate) const TABLE: &str = "switchboard.sqlite";
/// The address under which browsers reached the last process.
pub(crate) const URL: &str = "url";
/// The files that every used folder has besides its table.
const OTHERS: [&str; 6] =
    [VERSION, "issuer.pem", "visitor.key", "accounts.json", "sessions.json", "secrets.sealed"];
/// Those that hold what people entered.
const ENTERED: [&str; 3] = ["accounts.json", "sessions.json", "secrets.sealed"];

/// The reason for which a data folder cannot be used: a sentence with what helps.
#[derive(Debug, thiserror::Error)]
pub enum NotUsable {
    /// The folder cannot be written.
    #[error("cannot write in the data folder {folder}: {error}; {}", remedy(.error))]
    Write {
        /// The folder.
        folder: String,
        /// The operating system's reason.
        error: io::Error,
    },
    /// Another process uses the folder.
    #[error("another switchboard is using {0}; stop it, or choose another folder with --data")]
    Taken(String),
    /// The folder was used, and its table is gone.
    #[error(
        "{folder} holds {found} and no {TABLE} with data in it; put the file back, restore a copy \
         with `switchboard restore`, or choose an empty folder with --data to begin anew"
    )]
    NoTable {
        /// The folder.
        folder: String,
        /// A file that shows the use.
        found: &'static str,
    },
    /// A newer program wrote the folder.
    #[error(
        "a newer Switchboard has used {folder} (its form is {form}, and this program knows {FORM}); \
         start the newer program again, or choose another folder with --data and restore a copy \
         from before with `switchboard restore`"
    )]
    Newer {
        /// The folder.
        folder: String,
        /// The form that it has.
        form: u32,
    },
    /// An older program wrote the folder, and only a start brings it into the present form.
    #[error(
        "an older Switchboard has written {0}; start this one on it once (`switchboard serve --data \
         {0}`), which upgrades it"
    )]
    Older(String),
    /// A key of the folder is gone.
    #[error(
        "{folder} has no {key}: put it back, or restore a copy with `switchboard restore`; a start of \
         `switchboard serve` makes a new one, and then {lost}"
    )]
    NoKey {
        /// The folder.
        folder: String,
        /// The key's file.
        key: &'static str,
        /// The price of a new key.
        lost: &'static str,
    },
    /// The file with the form holds something else.
    #[error(
        "{folder}/version holds no number of a form; if you did not write it, restore a copy of the \
         folder with `switchboard restore`"
    )]
    Garbled {
        /// The folder.
        folder: String,
    },
}

/// The step that helps people whose folder cannot be written.
fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "free some space on the disk, then start again"
        }
        io::ErrorKind::PermissionDenied => {
            "let the user who runs Switchboard own it (chown), or choose another folder with --data"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "mount its disk for writing, or choose another folder with --data"
        }
        _ => "choose another folder with --data",
    }
}

/// Takes a data folder for this process, makes it where there is none, and brings it into the
/// present form.
///
/// # Errors
/// If the folder cannot be written, another process uses it, or a newer program has written it.
pub fn take(folder: &Path) -> Result<(), NotUsable> {
    let failed = |error| NotUsable::Write { folder: folder.display().to_string(), error };
    make(folder).map_err(failed)?;
    let form = lock(folder)?;
    probe(folder).map_err(failed)?;
    tighten(folder).map_err(failed)?;
    // SQLite gives its other files the mode of this one. It is made before everything else: a start
    // that is cut off leaves no folder without a table.
    private_file().open(folder.join(TABLE)).map_err(failed)?;
    if form < FORM {
        // Form 1 differs from form 0 by the number only.
        replace(&folder.join(VERSION), format!("{FORM}\n").as_bytes()).map_err(failed)?;
    }
    Ok(())
}

/// Takes a used data folder for this process as it stands: modes, keys and form stay as they are.
///
/// # Errors
/// As [`take`]; if the folder is of an older form; if a key is gone, which only a start may replace.
pub fn hold(folder: &Path) -> Result<(), NotUsable> {
    let name = || folder.display().to_string();
    if lock(folder)? < FORM {
        return Err(NotUsable::Older(name()));
    }
    let there = |file: &str| folder.join(file).is_file();
    let sealed = there("secrets.sealed") && std::env::var(crate::vault::VARIABLE).is_err();
    for (key, needed, lost) in [
        ("issuer.pem", true, "everybody has to sign in again"),
        ("visitor.key", true, "every visitor of the web chats is a stranger"),
        (crate::vault::KEY_FILE, sealed, "the secrets of the channels are lost"),
    ] {
        if needed && !there(key) {
            return Err(NotUsable::NoKey { folder: name(), key, lost });
        }
    }
    Ok(())
}

/// Locks a folder for this process until it ends, and returns the folder's form.
fn lock(folder: &Path) -> Result<u32, NotUsable> {
    let name = || folder.display().to_string();
    let failed = |error| NotUsable::Write { folder: name(), error };
    // Two processes on one file would overwrite each other's answers.
    let lock = private_file().open(folder.join("lock")).map_err(failed)?;
    if lock.try_lock().is_err() {
        return Err(NotUsable::Taken(name()));
    }
    // The process holds the lock until it ends.
    std::mem::forget(lock);
    let form = form_of(folder)?;
    match without_table(folder) {
        Some(found) => Err(NotUsable::NoTable { folder: name(), found }),
        None => Ok(form),
    }
}

/// Makes a folder that only its owner opens, unless it is there.
pub(crate) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The options by which a file is made that only its owner reads.
pub(crate) fn private_file() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A file that shows the use of a folder whose table is gone, or holds nothing.
fn without_table(folder: &Path) -> Option<&'static str> {
    let there = |name: &&&str| folder.join(name).exists();
    match fs::metadata(folder.join(TABLE)).map(|table| table.len()) {
        Ok(0) => ENTERED.iter().find(there).copied(),
        Ok(_) => None,
        Err(_) => OTHERS.iter().find(there).copied(),
    }
}

/// Shuts a folder and everything in it for all but the owner. A file of somebody else stays as its
/// owner wants it.
fn tighten(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let shut = |path: &Path, metadata: &fs::Metadata, mode| {
            if metadata.permissions().mode() & 0o077 == 0 {
                return Ok(());
            }
            match fs::set_permissions(path, fs::Permissions::from_mode(mode)) {
                Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Err(error),
                _ => Ok(()),
            }
        };
        shut(folder, &fs::metadata(folder)?, 0o700)?;
        let mut left = vec![folder.to_owned()];
        while let Some(folder) = left.pop() {
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                let metadata = entry.metadata()?;
                if metadata.is_dir() {
                    shut(&entry.path(), &metadata, 0o700)?;
                    left.push(entry.path());
                } else if metadata.is_file() {
                    shut(&entry.path(), &metadata, 0o600)?;
                }
            }
        }
    }
    Ok(())
}

/// Gives a file to the owner of its folder, if this process may.
pub(crate) fn as_its_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let folder = fs::metadata(file.parent().unwrap_or(Path::new(".")))?;
        let own = fs::metadata(file)?;
        if (own.uid(), own.gid()) != (folder.uid(), folder.gid()) {
            std::os::unix::fs::chown(file, Some(folder.uid()), Some(folder.gid()))?;
        }
    }
    Ok(())
}

/// The form of a folder that this program understands.
fn form_of(folder: &Path) -> Result<u32, NotUsable> {
    let name = || folder.display().to_string();
    let text = match fs::read_to_string(folder.join(VERSION)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(NotUsable::Write { folder: name(), error }),
    };
    match text.trim().parse() {
        Ok(form) if form > FORM => Err(NotUsable::Newer { folder: name(), form }),
        Ok(form) => Ok(form),
        Err(_) => Err(NotUsable::Garbled { folder: name() }),
    }
}

/// Replaces a file that only its owner reads: a power cut or a full disk leaves the old content or
/// the new one.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = file.as_os_str().to_owned();
    new.push(".new");
    let new = Path::new(&new);
    let written = private_file().truncate(true).open(new).and_then(|mut written| {
        written.write_all(bytes)?;
        written.sync_all()
    });
    if let Err(error) = written {
        // A part of a file helps nobody, and takes space.
        let _ = fs::remove_file(new);
        return Err(error);
    }
    fs::rename(new, file)
}

/// The bytes that must find room: about what a write to the table takes.
static PROBE: [u8; 64 * 1024] = [b'.'; 64 * 1024];

/// Tries whether a folder takes writes, by writing.
///
/// # Errors
/// The operating system's reason.
pub(crate) fn probe(folder: &Path) -> io::Result<()> {
    let file = folder.join("probe");
    let written = private_file().open(&file).and_then(|mut probe| {
        probe.write_all(&PROBE)?;
        probe.sync_all()
    });
    // The file is gone, or was never there.
    let _ = fs::remove_file(file);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path =
                std::env::temp_dir().join(format!("sb-folder-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_folder_without_a_number_is_upgraded() {
        let folder = Folder::new("old");
        fs::write(folder.0.join(TABLE), "a table").unwrap();
        fs::write(folder.0.join("visitor.key"), "secret").unwrap();
        fs::create_dir(folder.0.join("files")).unwrap();
        fs::write(folder.0.join("files/one"), "a picture").unwrap();
        take(&folder.0).unwrap();
        assert_eq!(fs::read_to_string(folder.0.join(VERSION)).unwrap(), "1\n");
        assert_eq!(fs::read_to_string(folder.0.join("visitor.key")).unwrap(), "secret");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            for (name, mode) in [
                ("", 0o700),
                ("files", 0o700),
                ("files/one", 0o600),
                ("visitor.key", 0o600),
                (TABLE, 0o600),
                ("lock", 0o600),
                (VERSION, 0o600),
            ] {
                let found = fs::metadata(folder.0.join(name)).unwrap().permissions().mode();
                assert_eq!(found & 0o777, mode, "{name}");
            }
        }
        assert!(!folder.0.join("probe").exists());
        assert!(matches!(take(&folder.0), Err(NotUsable::Taken(_))));
    }

    #[test]
    fn a_used_folder_whose_table_is_gone_is_no_fresh_one() {
        for (name, table) in [("issuer.pem", None), ("version", None), ("accounts.json", Some(""))]
        {
            let folder = Folder::new("gone");
            fs::write(folder.0.join(name), "1").unwrap();
            if let Some(text) = table {
                fs::write(folder.0.join(TABLE), text).unwrap();
            }
            let refused = take(&folder.0).unwrap_err().to_string();
            assert!(refused.contains(name) && refused.contains("switchboard restore"), "{refused}");
            assert_eq!(folder.0.join(TABLE).exists(), table.is_some(), "nothing is made");
        }
        let folder = Folder::new("cut-off");
        fs::write(folder.0.join(TABLE), "").unwrap();
        fs::write(folder.0.join("issuer.pem"), "a key").unwrap();
        take(&folder.0).unwrap();
    }

    #[test]
    fn a_newer_form_and_a_garbled_one_are_refused() {
        for (text, part) in
            [("2\n", "a newer Switchboard"), ("one", "no number"), ("", "no number")]
        {
            let folder = Folder::new("form");
            fs::write(folder.0.join(VERSION), text).unwrap();
            let refused = take(&folder.0).unwrap_err().to_string();
            assert!(refused.contains(part) && refused.contains("switchboard restore"), "{refused}");
            assert_eq!(fs::read_to_string(folder.0.join(VERSION)).unwrap(), text);
        }
    }

    #[test]
    fn a_reason_comes_with_what_helps() {
        for (kind, part) in [
            (io::ErrorKind::StorageFull, "free some space"),
            (io::ErrorKind::PermissionDenied, "chown"),
            (io::ErrorKind::ReadOnlyFilesystem, "mount"),
            (io::ErrorKind::NotADirectory, "--data"),
        ] {
            let said = NotUsable::Write { folder: "x".to_owned(), error: kind.into() }.to_string();
            assert!(said.contains(part), "{said}");
        }
    }
}

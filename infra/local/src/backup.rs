//! A copy of a data folder in one file, and a data folder made from such a copy.
//!
//! The copy of the table is one moment's (SQLite's online backup). Files come after it: a message
//! names a file only once the file is there, so every file that the copied table names is in the
//! copy. The last entry is a list of all others with their SHA-256: a copy that was cut off, or
//! changed, is refused as a whole before anything is written.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::folder::{TABLE, make, private_file};
use crate::options::{Backup, Restore};
use crate::vault;

const LIST: &str = "manifest.json";
/// The folder's form, keys, secrets and accounts beside the table. Sessions stay out: a restored
/// folder brings none back that has ended.
const KEYS: [&str; 6] =
    ["version", "issuer.pem", "visitor.key", "accounts.json", vault::KEY_FILE, vault::SEALED_FILE];
const FILES: &str = "files";

/// The reason for which a copy could not be made or taken.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The data folder has no table.
    #[error("{0} holds no data of Switchboard; name its folder with --data")]
    NoData(String),
    /// The file to write is there already.
    #[error("{0} is there already; choose another name")]
    Exists(String),
    /// The folder to make holds something.
    #[error("{0} is not empty; choose another folder with --data, or move this one away")]
    NotEmpty(String),
    /// The file is no copy, or not a whole one.
    #[error("{0} is not a whole copy: {1}. Nothing was restored.")]
    Broken(String, String),
    /// Another program kept the table locked for as long as the copy waits.
    #[error("another program has {0} locked; try again when it is done")]
    Locked(String),
    /// The disk failed.
    #[error("{0}: {1}")]
    Disk(String, io::Error),
    /// SQLite failed.
    #[error("the table could not be copied: {0}")]
    Table(#[from] rusqlite::Error),
}

/// The list of a copy's files.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    /// The version of Switchboard that wrote the copy.
    version: String,
    /// The SHA-256 of each file, by its path.
    files: BTreeMap<String, String>,
}

fn disk(path: &Path) -> impl Fn(io::Error) -> Failed + '_ {
    |error| Failed::Disk(path.display().to_string(), error)
}

/// Writes a copy of a data folder, also while Switchboard runs on it. Returns a sentence for
/// people.
///
/// # Errors
/// If there is no data, the file is there already, or the disk fails; no file is left behind then.
pub fn write(options: &Backup) -> Result<String, Failed> {
    let (data, file) = (&options.data, &options.file);
    let table = data.join(TABLE);
    if !table.is_file() {
        return Err(Failed::NoData(data.display().to_string()));
    }
    if file.exists() {
        return Err(Failed::Exists(file.display().to_string()));
    }
    let part = with_ending(file, "part");
    let snapshot = with_ending(file, "sqlite");
    let outcome = copy(data, &table, &snapshot, &part)
        .and_then(|count| fs::rename(&part, file).map(|()| count).map_err(disk(file)));
    // The remains of a copy that failed help nobody.
    let _ = fs::remove_file(&snapshot);
    let _ = fs::remove_file(&part);
    let count = outcome?;
    Ok(format!("{} holds {count} files of {}.", file.display(), data.display()))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}

fn copy(data: &Path, table: &Path, snapshot: &Path, part: &Path) -> Result<usize, Failed> {
    copy_table(table, snapshot)?;
    let file = private_file().truncate(true).open(part).map_err(disk(part))?;
    let mut archive = tar::Builder::new(file);
    let mut manifest =
        Manifest { version: env!("CARGO_PKG_VERSION").to_owned(), files: BTreeMap::new() };
    add(&mut archive, &mut manifest, TABLE, snapshot)?;
    for name in KEYS.iter().filter(|name| data.join(name).is_file()) {
        add(&mut archive, &mut manifest, name, &data.join(name))?;
    }
    let files = data.join(FILES);
    for path in all_files(&files).map_err(disk(&files))? {
        let name = path.strip_prefix(data).unwrap_or(&path).to_string_lossy().into_owned();
        match add(&mut archive, &mut manifest, &name, &path) {
            // The bucket threw a file away that nothing names.
            Err(Failed::Disk(_, error)) if error.kind() == io::ErrorKind::NotFound => {}
            outcome => outcome?,
        }
    }
    let list = serde_json::to_vec(&manifest).unwrap_or_default();
    let mut header = tar::Header::new_gnu();
    header.set_size(u64::try_from(list.len()).unwrap_or(u64::MAX));
    header.set_mode(0o600);
    archive.append_data(&mut header, LIST, list.as_slice()).map_err(disk(part))?;
    archive.into_inner().and_then(|file| file.sync_all()).map_err(disk(part))?;
    Ok(manifest.files.len())
}

/// Copies the table of a data folder as it is at one moment, also while a process writes it.
///
/// # Errors
/// If there is no table, another program has it locked, or the disk fails.
pub(crate) fn snapshot(data: &Path, to: &Path) -> Result<(), Failed> {
    let table = data.join(TABLE);
    if !table.is_file() {
        return Err(Failed::NoData(data.display().to_string()));
    }
    copy_table(&table, to)
}

fn copy_table(table: &Path, snapshot: &Path) -> Result<(), Failed> {
    let from = Connection::open_with_flags(table, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    from.busy_timeout(Duration::from_secs(30))?;
    // Only its owner reads the copy.
    private_file().truncate(true).open(snapshot).map_err(disk(snapshot))?;
    let mut to = Connection::open(snapshot)?;
    let copying = Copying::new(&from, &mut to)?;
    // All pages in one step: a writer in between would make SQLite begin again.
    if copying.step(-1)? != StepResult::Done {
        return Err(Failed::Locked(table.display().to_string()));
    }
    Ok(())
}

fn add(
    archive: &mut tar::Builder<File>,
    manifest: &mut Manifest,
    name: &str,
    path: &Path,
) -> Result<(), Failed> {
    let bytes = fs::read(path).map_err(disk(path))?;
    let mut header = tar::Header::new_gnu();
    header.set_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    header.set_mode(0o600);
    archive.append_data(&mut header, name, bytes.as_slice()).map_err(disk(path))?;
    manifest.files.insert(name.to_owned(), hash(&bytes));
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn all_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() { &mut left } else { &mut found }.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Makes a data folder from a copy. Returns a sentence for people.
///
/// # Errors
/// If the folder holds something, the file is not a whole copy, or the disk fails. The folder
/// appears only once everything is in it.
pub fn restore(options: &Restore) -> Result<String, Failed> {
    let (data, file) = (&options.data, &options.file);
    let taken = match fs::read_dir(data) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(disk(data)(error)),
    };
    if taken {
        return Err(Failed::NotEmpty(data.display().to_string()));
    }
    let part = with_ending(data, "restoring");
    if part.exists() {
        fs::remove_dir_all(&part).map_err(disk(&part))?;
    }
    let outcome = unpack(file, &part).and_then(|manifest| {
        if data.exists() {
            fs::remove_dir(data).map_err(disk(data))?;
        }
        fs::rename(&part, data).map_err(disk(data))?;
        Ok(manifest)
    });
    if outcome.is_err() {
        let _ = fs::remove_dir_all(&part);
    }
    let manifest = outcome?;
    let (count, version) = (manifest.files.len(), manifest.version);
    Ok(format!("{} holds {count} files that Switchboard {version} wrote.", data.display()))
}

fn unpack(file: &Path, part: &Path) -> Result<Manifest, Failed> {
    let broken = |why: String| Failed::Broken(file.display().to_string(), why);
    make(part).map_err(disk(part))?;
    let mut archive = tar::Archive::new(File::open(file).map_err(disk(file))?);
    let mut found = BTreeMap::new();
    let mut list = None;
    for entry in archive.entries().map_err(|e| broken(e.to_string()))? {
        let mut entry = entry.map_err(|e| broken(e.to_string()))?;
        let path = entry.path().map_err(|e| broken(e.to_string()))?.into_owned();
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(broken(format!("{} leads out of the folder", path.display())));
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|e| broken(e.to_string()))?;
        if path == Path::new(LIST) {
            list = Some(bytes);
            continue;
        }
        let to = part.join(&path);
        if let Some(folder) = to.parent() {
            make(folder).map_err(disk(folder))?;
        }
        write_file(&to, &bytes).map_err(disk(&to))?;
        found.insert(path.to_string_lossy().into_owned(), hash(&bytes));
    }
    let list = list.ok_or_else(|| broken("its list of files is missing".to_owned()))?;
    let manifest: Manifest = serde_json::from_slice(&list).map_err(|e| broken(e.to_string()))?;
    if manifest.files != found {
        return Err(broken("its files are not those of its list".to_owned()));
    }
    Ok(manifest)
}

/// Writes a file that only its owner reads, onto the disk.
fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("sb-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(path.join("data/files/ab")).unwrap();
            let table = Connection::open(path.join("data").join(TABLE)).unwrap();
            table.execute_batch("CREATE TABLE t (n); INSERT INTO t VALUES (7);").unwrap();
            fs::write(path.join("data/files/ab/cd"), "a picture").unwrap();
            fs::write(path.join("data/visitor.key"), "secret").unwrap();
            fs::write(path.join("data/lock"), "").unwrap();
            Self(path)
        }

        fn backup(&self) -> Result<String, Failed> {
            write(&Backup { data: self.0.join("data"), file: self.0.join("copy.tar") })
        }

        fn restore(&self) -> Result<String, Failed> {
            restore(&Restore { data: self.0.join("again"), file: self.0.join("copy.tar") })
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_restored_folder_holds_table_files_and_keys() {
        let folder = Folder::new("whole");
        assert!(folder.backup().unwrap().contains("3 files"));
        folder.restore().unwrap();
        let again = folder.0.join("again");
        #[cfg(unix)]
        for (name, mode) in [("copy.tar", 0o600), ("again", 0o700), ("again/files/ab", 0o700)] {
            use std::os::unix::fs::PermissionsExt as _;
            let found = fs::metadata(folder.0.join(name)).unwrap().permissions().mode();
            assert_eq!(found & 0o777, mode, "{name}");
        }
        let table = Connection::open(again.join(TABLE)).unwrap();
        let n: i64 = table.query_row("SELECT n FROM t", [], |row| row.get(0)).unwrap();
        assert_eq!(n, 7);
        assert_eq!(fs::read_to_string(again.join("files/ab/cd")).unwrap(), "a picture");
        assert_eq!(fs::read_to_string(again.join("visitor.key")).unwrap(), "secret");
        assert!(!again.join("lock").exists());
        assert!(matches!(folder.restore(), Err(Failed::NotEmpty(_))));
        assert!(matches!(folder.backup(), Err(Failed::Exists(_))));
    }

    #[test]
    fn a_copy_that_was_cut_or_changed_restores_nothing() {
        let folder = Folder::new("cut");
        folder.backup().unwrap();
        let copy = folder.0.join("copy.tar");
        let whole = fs::read(&copy).unwrap();
        for cut in [0, 100, whole.len() / 2, whole.len() - 1_600] {
            fs::write(&copy, &whole[..cut]).unwrap();
            assert!(matches!(folder.restore(), Err(Failed::Broken(..))), "cut at {cut}");
            assert!(!folder.0.join("again").exists());
        }
        let mut changed = whole.clone();
        let at = changed.windows(9).position(|part| part == b"a picture").unwrap();
        changed[at] = b'A';
        fs::write(&copy, &changed).unwrap();
        let refused = folder.restore().unwrap_err().to_string();
        assert!(refused.contains("not a whole copy") && refused.contains("Nothing was restored"));
    }

    #[test]
    fn a_folder_without_data_is_named() {
        let folder = Folder::new("none");
        fs::remove_file(folder.0.join("data").join(TABLE)).unwrap();
        assert!(folder.backup().unwrap_err().to_string().contains("--data"));
        assert!(!folder.0.join("copy.tar").exists());
    }
}

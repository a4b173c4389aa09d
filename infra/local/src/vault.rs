//! AWS Secrets Manager on this machine: one sealed file in the data folder.
//!
//! XChaCha20-Poly1305 seals the whole file anew with each change, under a key of 32 bytes from the
//! environment (`SWITCHBOARD_SECRETS_KEY`, 64 hexadecimal digits) or from a file beside it that the
//! first start makes. A thief of the data without the key reads no secret.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::Aead as _;
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::aws::Answer;

/// The variable that holds the key.
pub const VARIABLE: &str = "SWITCHBOARD_SECRETS_KEY";
/// The file that holds the key, where the variable does not.
pub const KEY_FILE: &str = "secrets.key";
/// The file that holds the secrets.
pub const SEALED_FILE: &str = "secrets.sealed";
/// The versions of one secret that stay.
const KEPT: usize = 20;

/// The reason for which the secrets cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Shut {
    /// The key is none.
    #[error("{0} holds no key: it must be 64 hexadecimal digits")]
    NoKey(String),
    /// The key is another one than that which sealed the file.
    #[error(
        "{0} was sealed with another key; start with the earlier {VARIABLE}, or put {KEY_FILE} back \
         (without it, move the file away and enter the secrets again in the console)"
    )]
    OtherKey(String),
    /// The disk failed.
    #[error("{0}: {1}")]
    Disk(String, std::io::Error),
}

/// One version of a secret.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Version {
    id: String,
    value: String,
}

type Secrets = BTreeMap<String, Vec<Version>>;

#[derive(Serialize, Deserialize)]
struct Sealed {
    nonce: String,
    sealed: String,
}

/// The secrets.
pub struct Vault {
    file: Option<PathBuf>,
    cipher: XChaCha20Poly1305,
    secrets: Mutex<Secrets>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(…)")
    }
}

impl Default for Vault {
    /// A vault in memory.
    fn default() -> Self {
        let cipher = XChaCha20Poly1305::new(&[0; 32].into());
        Self { file: None, cipher, secrets: Mutex::default() }
    }
}

impl Vault {
    /// Opens the secrets of a data folder. `given`: the key from the environment.
    ///
    /// # Errors
    /// If there is no usable key, another key sealed the file, or the disk fails.
    pub fn open(folder: &Path, given: Option<&str>) -> Result<Self, Shut> {
        let key = match given {
            Some(text) => {
                read_key(text).ok_or_else(|| Shut::NoKey(format!("the variable {VARIABLE}")))?
            }
            None => own_key(&folder.join(KEY_FILE))?,
        };
        let cipher = XChaCha20Poly1305::new(&key.into());
        let file = folder.join(SEALED_FILE);
        let secrets = if file.exists() { unseal(&cipher, &file)? } else { Secrets::new() };
        Ok(Self { file: Some(file), cipher, secrets: Mutex::new(secrets) })
    }

    /// Answers a request to Secrets Manager.
    pub fn answer(&self, operation: &str, body: &[u8]) -> Answer {
        let request: Value = serde_json::from_slice(body).unwrap_or_default();
        let text = |field: &str| request[field].as_str().unwrap_or_default().to_owned();
        let mut secrets = self.secrets.lock().unwrap_or_else(PoisonError::into_inner);
        match operation {
            "GetSecretValue" => {
                let id = text("VersionId");
                let versions = secrets.get(&text("SecretId")).map_or(&[][..], Vec::as_slice);
                let wanted = |version: &&Version| id.is_empty() || version.id == id;
                match versions.iter().rev().find(wanted) {
                    Some(version) => fine(&json!({
                        "Name": text("SecretId"), "VersionId": version.id,
                        "SecretString": version.value,
                    })),
                    None => no("ResourceNotFoundException", "there is no such secret or version"),
                }
            }
            "PutSecretValue" if !secrets.contains_key(&text("SecretId")) => {
                no("ResourceNotFoundException", "there is no such secret")
            }
            "CreateSecret" if secrets.contains_key(&text("Name")) => {
                no("ResourceExistsException", "there is such a secret")
            }
            "PutSecretValue" | "CreateSecret" => {
                let name =
                    if operation == "CreateSecret" { text("Name") } else { text("SecretId") };
                let version =
                    Version { id: text("ClientRequestToken"), value: text("SecretString") };
                let id = version.id.clone();
                let mut after = secrets.clone();
                let versions = after.entry(name.clone()).or_default();
                versions.retain(|earlier| earlier.id != id);
                versions.push(version);
                let surplus = versions.len().saturating_sub(KEPT);
                versions.drain(..surplus);
                if let Err(shut) = self.seal(&after) {
                    tracing::error!(%shut, "a secret was not kept");
                    return Answer { status: 500, body: "{}".to_owned(), error: None };
                }
                *secrets = after;
                fine(&json!({"Name": name, "VersionId": id}))
            }
            _ => no("InvalidRequestException", "the local platform does not offer this"),
        }
    }

    /// Writes all secrets in place of the file, or leaves the file as it is.
    fn seal(&self, secrets: &Secrets) -> Result<(), Shut> {
        let Some(file) = &self.file else { return Ok(()) };
        let failed = |error: std::io::Error| Shut::Disk(file.display().to_string(), error);
        let text = serde_json::to_vec(secrets).map_err(|e| failed(e.into()))?;
        let mut nonce = [0_u8; 24];
        getrandom::fill(&mut nonce).map_err(|e| failed(std::io::Error::other(e.to_string())))?;
        let sealed = self
            .cipher
            .encrypt(&XNonce::from(nonce), text.as_slice())
            .map_err(|_| failed(std::io::Error::other("the secrets could not be sealed")))?;
        let sealed = Sealed { nonce: STANDARD.encode(nonce), sealed: STANDARD.encode(sealed) };
        let body = serde_json::to_vec(&sealed).map_err(|e| failed(e.into()))?;
        replace(file, &body).map_err(failed)
    }
}

fn unseal(cipher: &XChaCha20Poly1305, file: &Path) -> Result<Secrets, Shut> {
    let name = || file.display().to_string();
    let bytes = fs::read(file).map_err(|e| Shut::Disk(name(), e))?;
    let open = || {
        let sealed: Sealed = serde_json::from_slice(&bytes).ok()?;
        let nonce: [u8; 24] = STANDARD.decode(sealed.nonce).ok()?.try_into().ok()?;
        let body = STANDARD.decode(sealed.sealed).ok()?;
        let text = cipher.decrypt(&XNonce::from(nonce), body.as_slice()).ok()?;
        serde_json::from_slice(&text).ok()
    };
    open().ok_or_else(|| Shut::OtherKey(name()))
}

fn own_key(file: &Path) -> Result<[u8; 32], Shut> {
    let failed = |error: std::io::Error| Shut::Disk(file.display().to_string(), error);
    if file.exists() {
        let text = fs::read_to_string(file).map_err(failed)?;
        return read_key(text.trim()).ok_or_else(|| Shut::NoKey(file.display().to_string()));
    }
    let mut key = [0_u8; 32];
    getrandom::fill(&mut key).map_err(|e| failed(std::io::Error::other(e.to_string())))?;
    let text: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    replace(file, text.as_bytes()).map_err(failed)?;
    Ok(key)
}

fn read_key(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..32).map(byte).collect();
    bytes?.try_into().ok()
}

/// Puts a file that only its owner reads in place of another, whole or not at all.
fn replace(file: &Path, body: &[u8]) -> std::io::Result<()> {
    let part = file.with_extension("part");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(&part)?;
    open.write_all(body)?;
    open.sync_all()?;
    fs::rename(&part, file)
}

fn fine(body: &Value) -> Answer {
    Answer { status: 200, body: body.to_string(), error: None }
}

fn no(kind: &'static str, message: &str) -> Answer {
    let body = json!({"__type": kind, "Message": message}).to_string();
    Answer { status: 400, body, error: Some(kind) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(vault: &Vault, operation: &str, body: &Value) -> (u16, Value) {
        let answer = vault.answer(operation, body.to_string().as_bytes());
        (answer.status, serde_json::from_str(&answer.body).unwrap())
    }

    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("switchboard-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_secret_outlives_a_restart_and_stands_sealed_in_the_folder() {
        let folder = folder("vault");
        let vault = Vault::open(&folder, None).unwrap();
        let create = json!({"Name": "a", "ClientRequestToken": "1", "SecretString": "hush-hush"});
        assert_eq!(ask(&vault, "CreateSecret", &create).0, 200);
        assert_eq!(ask(&vault, "CreateSecret", &create).1["__type"], "ResourceExistsException");
        let put = json!({"SecretId": "a", "ClientRequestToken": "2", "SecretString": "newer"});
        assert_eq!(ask(&vault, "PutSecretValue", &put).1["VersionId"], "2");
        drop(vault);
        let vault = Vault::open(&folder, None).unwrap();
        let get = |version: &str| {
            ask(&vault, "GetSecretValue", &json!({"SecretId": "a", "VersionId": version})).1
        };
        assert_eq!(get("1")["SecretString"], "hush-hush");
        assert_eq!(get("2")["SecretString"], "newer");
        assert_eq!(get("3")["__type"], "ResourceNotFoundException");
        let bytes = fs::read_to_string(folder.join(SEALED_FILE)).unwrap();
        assert!(!bytes.contains("hush"), "{bytes}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn another_key_and_a_file_cut_in_half_open_nothing() {
        let folder = folder("vault-key");
        let key = "ab".repeat(32);
        let vault = Vault::open(&folder, Some(&key)).unwrap();
        let create = json!({"Name": "a", "ClientRequestToken": "1", "SecretString": "x"});
        ask(&vault, "CreateSecret", &create);
        assert!(!folder.join(KEY_FILE).exists(), "the key of the environment stays there");
        assert!(matches!(Vault::open(&folder, None), Err(Shut::OtherKey(_))));
        assert!(matches!(Vault::open(&folder, Some("short")), Err(Shut::NoKey(_))));
        let file = folder.join(SEALED_FILE);
        let whole = fs::read(&file).unwrap();
        fs::write(&file, &whole[..whole.len() / 2]).unwrap();
        assert!(matches!(Vault::open(&folder, Some(&key)), Err(Shut::OtherKey(_))));
        fs::remove_dir_all(folder).unwrap();
    }
}

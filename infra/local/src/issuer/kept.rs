//! A value that outlives the process: in memory, and in a JSON file of the data folder.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::BadKey;
use crate::folder;

/// A value with its file. Without a folder it lives in memory only.
#[derive(Debug)]
pub(super) struct Kept<T> {
    file: Option<PathBuf>,
    value: Mutex<T>,
}

impl<T: Clone + Default + PartialEq + Serialize + DeserializeOwned> Kept<T> {
    /// Reads the value of the file `name`; a missing file is the default value.
    ///
    /// # Errors
    /// If the file holds something else.
    pub(super) fn open(folder: Option<&Path>, name: &str) -> Result<Self, BadKey> {
        let file = folder.map(|folder| folder.join(name));
        let bad = |e: &dyn std::fmt::Display| BadKey::of(name, e);
        let value = match file.as_ref().filter(|file| file.exists()) {
            Some(file) => {
                let text = std::fs::read_to_string(file).map_err(|e| bad(&e))?;
                serde_json::from_str(&text).map_err(|e| bad(&e))?
            }
            None => T::default(),
        };
        Ok(Self { file, value: Mutex::new(value) })
    }

    /// Looks at the value.
    pub(super) fn read<A>(&self, look: impl FnOnce(&T) -> A) -> A {
        look(&self.value.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the value and writes it.
    ///
    /// # Errors
    /// If the file cannot be written; the value is as before then.
    pub(super) fn change<A>(&self, change: impl FnOnce(&mut T) -> A) -> std::io::Result<A> {
        let mut value = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = value.clone();
        let answer = change(&mut next);
        if next == *value {
            return Ok(answer);
        }
        if let Some(file) = &self.file {
            folder::replace(file, &serde_json::to_vec_pretty(&next)?)?;
        }
        *value = next;
        Ok(answer)
    }
}

//! The data folder: whether somebody works on it, and who may read its keys.

use super::Findings;
use super::stack::VERSION;
use crate::home::{Home, Machine};

/// The files that only their owner may read.
const PRIVATE: [&str; 6] = [
    "issuer.pem",
    "visitor.key",
    "accounts.json",
    "secrets.key",
    "secrets.sealed",
    "operations.json",
];

/// Looks at the folder.
pub(super) fn examine(home: &Home, machine: &Machine, found: &mut Findings) {
    let folder = machine.folder.display();
    if machine.running {
        let version = machine.facts.as_ref().map_or("", |facts| facts.version.as_str());
        if version == VERSION {
            found.good("process", format!("Switchboard {version} runs on {}.", home.name));
        } else {
            found.warn(
                "process",
                "process_other_version",
                format!("Switchboard {version} runs on {}; this program is {VERSION}.", home.name),
                "Restart the service with the installed program.",
            );
        }
    } else {
        found.warn(
            "process",
            "not_running",
            format!("No Switchboard runs on {}.", home.name),
            format!("Start it: `switchboard serve --data {folder}`, or the service that does."),
        );
    }
    #[cfg(unix)]
    for name in std::iter::once("").chain(PRIVATE) {
        use std::os::unix::fs::PermissionsExt as _;
        let path = machine.folder.join(name);
        let Ok(about) = std::fs::metadata(&path) else { continue };
        if about.permissions().mode() & 0o077 != 0 {
            found.bad(
                "folder",
                "key_readable",
                format!("Other people on this machine can read {}.", path.display()),
                format!(
                    "Run `chmod {} {}`.",
                    if name.is_empty() { "700" } else { "600" },
                    path.display()
                ),
            );
        }
    }
    if found.clean("folder") {
        found.good("folder", format!("{folder} keeps its keys to its owner."));
    }
}

//! Writes the protocol's documents into `docs/protocol/`, or checks that they are up to date.

use std::process::ExitCode;
use std::{env, fs, path::Path};

fn main() -> ExitCode {
    let check = env::args().any(|a| a == "--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/protocol");
    let mut stale = false;
    for (name, text) in protocol::document::all() {
        let path = root.join(name);
        if check {
            if fs::read_to_string(&path).unwrap_or_default() != text {
                eprintln!("docs/protocol/{name} is out of date: run `make generate`");
                stale = true;
            }
        } else if let Err(error) = fs::write(&path, text) {
            eprintln!("cannot write {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    if stale { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

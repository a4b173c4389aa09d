#!/usr/bin/env bash
# The measurements inside one process (`make assign-storm`, `make lateness`): the real handlers over
# a table on disk. Arguments go to the program: tools/inside.sh storm --agents 50.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo >/dev/null || {
  echo "inside: cargo is not installed; get it with rustup (https://rustup.rs), then run this again" >&2
  exit 1
}
cargo build --quiet -p load --bin inside
exec "$(cargo metadata --no-deps --format-version 1 | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')/debug/inside" "$@"

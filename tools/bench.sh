#!/usr/bin/env bash
# The time of a customer's message to the agent's socket, and the highest rate (`make bench`).
# Arguments go to the load generator: tools/bench.sh --rate 1000 --seconds 10 (all: --help).
set -euo pipefail
cd "$(dirname "$0")/.."

command -v cargo >/dev/null || {
  echo "bench: cargo is not installed; get it with rustup (https://rustup.rs), then run this again" >&2
  exit 1
}
cargo build --quiet --profile bench-local -p platform --bin switchboard
cargo build --quiet --profile bench-local -p load --bin load
# The search for the highest rate begins no step after 100 seconds, so that the run ends within two minutes.
exec "$(cargo metadata --no-deps --format-version 1 | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')/bench-local/load" "$@"

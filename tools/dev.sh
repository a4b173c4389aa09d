#!/usr/bin/env bash
# The platform and the console, both renewed as files change (`make dev`). The console's development server hands
# requests for the API to the platform. While a build fails, the platform of before goes on.
set -euo pipefail
cd "$(dirname "$0")/.."

watch=.tools/python/bin/watchfiles
mark=target/debug/.switchboard-built
cargo build -q -p platform
touch "$mark"
trap 'kill 0' EXIT
(cd console && exec npm run -s dev) &
"$watch" --filter default "target/debug/switchboard" "$mark" &
exec "$watch" --filter default "bash -c 'cargo build -q -p platform && touch $mark'" shared functions infra

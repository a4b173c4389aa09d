#!/usr/bin/env bash
# Runs the console's browser tests (or `shots`) on the system's Chromium, installing it if it can.
set -euo pipefail
cd "$(dirname "$0")/.."
find_chromium() {
  for name in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  return 1
}
if ! chromium=$(find_chromium); then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing Chromium from the system's packages"
    { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
  fi
  if ! chromium=$(find_chromium); then
    echo "SKIPPED: the browser tests need Chromium (Debian: apt-get install chromium; or set CHROMIUM_PATH)"
    exit 0
  fi
fi
cd console
CHROMIUM_PATH=$chromium exec npm run -s "${1:-e2e}"

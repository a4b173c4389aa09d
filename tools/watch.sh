#!/usr/bin/env bash
# The platform here, the functions behind the real Lambda runtime: `cargo lambda watch` builds each of them again
# when its code changes (`make watch`). Ctrl+C stops everything.
#
# Ports and folder: PORT (8787), LAMBDA_PORT (9000), DATA (data). Log level of the functions: RUST_LOG (warn).
set -euo pipefail
cd "$(dirname "$0")/.."

port=${PORT:-8787}
lambda_port=${LAMBDA_PORT:-9000}
data=${DATA:-data}

fail() {
  echo "watch: $*" >&2
  exit 1
}
# Whether a process listens on a port of this machine.
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

export PATH="$PWD/.tools/aws/bin:$PATH"
command -v cargo >/dev/null || fail "cargo is not installed; get it with rustup (https://rustup.rs), then run this again"
command -v cargo-lambda >/dev/null || fail "cargo-lambda is not installed; run \`make tools-aws\`"
# The functions get the platform's address before it starts, so the platform must use this very port.
answers "$port" && fail "port $port is taken; stop what uses it, or choose another: PORT=8800 make watch"
answers "$lambda_port" && fail "port $lambda_port is taken; stop what uses it, or choose another: LAMBDA_PORT=9010 make watch"

# Builds every function once, in sight of the user: otherwise it compiles while its first event waits.
# Both calls below look at the workspace's default members, which are the platform and the functions.
echo "Building the platform and the functions ..."
cargo build --quiet
target=$(cargo metadata --no-deps --format-version 1 | sed -E 's/.*"target_directory":"([^"]*)".*/\1/')
[ -x "$target/debug/ingest" ] || fail "the functions were not built; default-members in Cargo.toml must name functions/*"

# This key signs the chat visitors' tokens. The platform makes one if there is none; the functions need it before.
mkdir -p "$data"
if [ ! -s "$data/visitor.key" ]; then
  (umask 077 && head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$data/visitor.key")
fi

pids=()
# shellcheck disable=SC2329 # called by the traps
stop() {
  trap - EXIT INT TERM
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  wait "${pids[@]}" 2>/dev/null || true
}
trap stop EXIT
trap 'stop; exit 130' INT
trap 'stop; exit 143' TERM

# The variables that infra/template.yaml sets on AWS, with the values of this machine (`Platform::config` in infra/local/src/lib.rs).
base="http://localhost:$port"
env \
  AWS_REGION=local \
  AWS_ACCESS_KEY_ID=local \
  AWS_SECRET_ACCESS_KEY=local \
  AWS_ENDPOINT_URL="$base/aws" \
  SWITCHBOARD_TABLE=switchboard \
  SWITCHBOARD_SOCKETS_URL="$base/aws/live" \
  SWITCHBOARD_PUBLIC_SOCKETS_URL="ws://localhost:$port/live" \
  SWITCHBOARD_OUTBOX_QUEUE_URL="$base/aws/queue/OutboxQueue" \
  SWITCHBOARD_TIMER_QUEUE_URL="$base/aws/queue/TimerQueue" \
  SWITCHBOARD_FILE_QUEUE_URL="$base/aws/queue/FileQueue" \
  SWITCHBOARD_STAND_IN_URL="$base/sandbox/" \
  SWITCHBOARD_FILES_URL="http://localhost:$((port + 1))/files" \
  SWITCHBOARD_FILES_BUCKET=files \
  SWITCHBOARD_BUS=DomainBus \
  SWITCHBOARD_ISSUER="$base/oidc" \
  SWITCHBOARD_CLIENT_ID=console \
  SWITCHBOARD_VISITOR_KEY="$(cat "$data/visitor.key")" \
  SWITCHBOARD_WHATSAPP_APP_SECRET=demo-app-secret \
  SWITCHBOARD_WHATSAPP_VERIFY_TOKEN=demo-verify-token \
  SWITCHBOARD_WHATSAPP_ACCESS_TOKEN=demo-access-token \
  SWITCHBOARD_GRAPH_URL="$base/sandbox/graph/v26.0" \
  RUST_LOG="${RUST_LOG:-warn,lambda_runtime=error}" \
  cargo lambda watch --wait --invoke-address 127.0.0.1 --invoke-port "$lambda_port" &
pids+=($!)

wait_for() { # <port> <who> <what to look at>
  for _ in $(seq 150); do
    answers "$1" && return
    kill -0 "${pids[-1]}" 2>/dev/null || fail "$2 ended at once; $3"
    sleep 0.2
  done
  fail "$2 does not answer on port $1; $3"
}
wait_for "$lambda_port" "cargo lambda watch" "its message stands above"

"$target/debug/switchboard" --port "$port" --data "$data" --watch "http://127.0.0.1:$lambda_port" &
pids+=($!)
wait_for "$port" "the platform" "its message stands above"

cat <<END
Both run. Open $base/?as=mark, and $base/sandbox to write as a customer.
Change a function, save, and its next event is handled by the new one.
To try it all from another terminal: tools/smoke.py $base
END

# Functions and platform need each other.
status=0
wait -n -p ended "${pids[@]}" || status=$?
if [ "$ended" = "${pids[0]}" ]; then who="cargo lambda watch"; else who="the platform"; fi
fail "$who ended with status $status; its last message stands above"

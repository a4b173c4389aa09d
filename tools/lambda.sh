#!/usr/bin/env bash
# Builds every function for AWS (`make lambda`): target/lambda-arm64/<function>/bootstrap.zip, and the same for
# this machine's processor under target/lambda-host, for tools/sizes.sh and for x86 deployments.
#
# tools/lambda.sh [arm64|host|all] [function ...]     default: all, every function
set -euo pipefail
cd "$(dirname "$0")/.."

arm=aarch64-unknown-linux-gnu

fail() {
  echo "lambda: $*" >&2
  exit 1
}

export PATH="$PWD/.tools/aws/bin:$PATH"
command -v cargo >/dev/null || fail "cargo is not installed; get it with rustup (https://rustup.rs), then run this again"
command -v cargo-lambda >/dev/null || fail "cargo-lambda is not installed; run \`make tools-aws\`"

what=${1:-all}
case $what in
arm64 | host | all) shift || true ;;
*) fail "what to build is arm64, host or all, not $what" ;;
esac
functions=("$@")
if [ ${#functions[@]} -eq 0 ]; then
  for main in functions/*/src/main.rs; do functions+=("$(basename "$(dirname "$(dirname "$main")")")"); done
  for main in functions/*/src/bin/*.rs; do functions+=("$(basename "$main" .rs)"); done
fi

# The crate of a function: its own, or one that several share.
crate() { # <function>
  local shared
  if [ -f "functions/$1/src/main.rs" ]; then echo "$1" && return; fi
  for shared in functions/*/src/bin/"$1.rs"; do
    if [ -f "$shared" ]; then basename "${shared%/src/bin/*}" && return; fi
  done
  fail "there is no function $1; they stand in functions/"
}
for function in "${functions[@]}"; do crate "$function" >/dev/null; done

# One function after the other, each with only the features that it asks for, as `sam build` does.
build() { # <folder> <flags of cargo lambda build>
  local folder=$1 function
  shift
  for function in "${functions[@]}"; do
    echo "$folder/$function"
    cargo lambda build --quiet --release "$@" --output-format zip --lambda-dir "$folder" \
      --package "$(crate "$function")" --bin "$function"
  done
}

has_arm() { [ -d "$(rustc --print target-libdir --target "$arm")" ]; }

if [ "$what" != host ]; then
  if has_arm; then
    build target/lambda-arm64 --arm64
  else
    remedy="Rust's standard library for arm64 is missing; run \`rustup target add $arm\`, then this again"
    [ "$what" = all ] || fail "$remedy"
  fi
fi
if [ "$what" != arm64 ]; then
  case $(uname -m) in
  x86_64) build target/lambda-host --x86-64 ;;
  arm64 | aarch64)
    if has_arm; then build target/lambda-host --arm64; fi
    ;;
  *) fail "Lambda runs on x86-64 and arm64, and this machine is neither; ask for arm64" ;;
  esac
fi
if [ -n "${remedy:-}" ]; then echo "lambda: built for this machine only. $remedy" >&2; fi

#!/usr/bin/env bash
# Runs each fuzz target for a while: SECONDS_EACH=30. Its findings land in fuzz/artifacts; run one again with
# `tools/fuzz.sh <target> <file>`, mend the fault, and keep a small input of the same kind in fuzz/corpus.
#
# libFuzzer is compiled by libfuzzer-sys with this machine's C++ compiler. The flags are those that cargo-fuzz sets,
# and the stable compiler takes them all. It does not take the address sanitizer, which looks for mistakes that code
# without `unsafe` cannot make. With --target the flags hold for the fuzzed code, not for build scripts.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v c++ >/dev/null || { echo "SKIPPED: fuzzing needs a C++ compiler (Debian: apt-get install g++)"; exit 0; }
host=$(rustc -vV | sed -n 's/^host: //p')
flags="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
flags+=" -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
flags+=" -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1"
RUSTFLAGS="$flags" cargo build -q --release --locked --manifest-path fuzz/Cargo.toml --target "$host"
bin="fuzz/target/$host/release"
if [ $# -ge 2 ]; then exec "$bin/$1" "${@:2}"; fi
export bin each=${SECONDS_EACH:-30}

# Fuzzes one target for its time; prints one line, or the end of its log if it found something.
fuzz_one() {
  local target=$1 found="fuzz/found/$1" kept="fuzz/artifacts/$1"
  mkdir -p "$found" "$kept"
  # New inputs go to fuzz/found, which is not committed; a run begins with the committed corpus.
  if ! "$bin/$target" "$found" "fuzz/corpus/$target" -max_total_time="$each" -timeout=5 -rss_limit_mb=1024 \
    -artifact_prefix="$kept/" -print_final_stats=1 >"$kept/log" 2>&1; then
    tail -40 "$kept/log"
    echo "fuzz: $target found something; the input is in $kept"
    return 1
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$kept/log")
  echo "fuzz: $target, $each s, $runs inputs, nothing found"
}
export -f fuzz_one
# A target has one thread: as many targets run at a time as there are processors.
for source in fuzz/targets/*.rs; do basename "$source" .rs; done |
  xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'fuzz_one {}'

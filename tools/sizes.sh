#!/usr/bin/env bash
# The size of every function, the time until it is ready, and the price of a million calls (`make sizes`), against the
# budgets of 3 MB and 15 ms. Prices: tools/prices.json; a call's duration is an assumption (tools/cost.py), its memory 256 MB.
# Reads the zips that tools/lambda.sh has built; times those that this machine can run. Fails if a zip is too large.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "sizes: $*" >&2
  exit 1
}
command -v python3 >/dev/null || fail "python3 is not installed; get it from your system's packages"
compgen -G "target/lambda-*/*/bootstrap.zip" >/dev/null || fail "nothing is built; run \`make lambda\` first"

exec python3 - <<'END'
import glob, io, json, os, platform, select, signal, socket, statistics, sys, tempfile, time, zipfile

ZIP_BUDGET = 3_000_000
INIT_BUDGET = 15.0
RUNS = 7
PRICES = json.load(open("tools/prices.json"))["prices"]
MEMORY_GB = 0.25
# Milliseconds of a call: deliver waits for a provider.
DURATIONS = {"deliver": 300, "ingest": 40, "projection": 40, "timers": 50}
# A function reads its configuration at start and uses it only later: any values will do.
ENVIRONMENT = {
    "AWS_REGION": "local", "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local",
    "AWS_LAMBDA_FUNCTION_NAME": "measured", "AWS_LAMBDA_FUNCTION_VERSION": "1",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256", "AWS_LAMBDA_LOG_GROUP_NAME": "none",
    "AWS_LAMBDA_LOG_STREAM_NAME": "none", "SWITCHBOARD_TABLE": "none", "RUST_LOG": "error",
    "SWITCHBOARD_SOCKETS_URL": "http://127.0.0.1:9/live",
    "SWITCHBOARD_ISSUER": "http://127.0.0.1:9/oidc", "SWITCHBOARD_CLIENT_ID": "none",
    "SWITCHBOARD_VISITOR_KEY": "0" * 64, "SWITCHBOARD_BUS": "none",
}


def init_ms(binary):
    """The time from the start of the process to its first request for work. The request gets no answer."""
    with socket.create_server(("127.0.0.1", 0)) as api:
        address = "127.0.0.1:%d" % api.getsockname()[1]
        began = time.perf_counter()
        pid = os.posix_spawn(binary, [binary], ENVIRONMENT | {"AWS_LAMBDA_RUNTIME_API": address})
        try:
            if not select.select([api], [], [], 5)[0]:
                return None
            connection, _ = api.accept()
            connection.settimeout(5)
            asked = connection.recv(4096)
            took = (time.perf_counter() - began) * 1000
            return took if b"/2018-06-01/runtime/invocation/next" in asked else None
        finally:
            # The process must end before the connection closes, or it would complain.
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def million(function):
    """The price of a million calls, in dollars."""
    seconds = DURATIONS.get(function, 30) / 1000
    return 1e6 * (PRICES["lambda_request"] + MEMORY_GB * seconds * PRICES["lambda_arm_gb_second"])


def runs_here(binary):
    """Whether an ELF file is for this machine's processor."""
    machine = {"x86_64": 62, "aarch64": 183, "arm64": 183}.get(platform.machine())
    linux = platform.system() == "Linux"
    return linux and binary[:4] == b"\x7fELF" and int.from_bytes(binary[18:20], "little") == machine


too_large = False
print(f"{'build':<7} {'function':<12} {'binary':>11} {'KB':>7} {'zip':>11} {'KB':>7} {'init':>9} {'$/million':>9}")
with tempfile.TemporaryDirectory() as folder:
    for path in sorted(glob.glob("target/lambda-*/*/bootstrap.zip")):
        build, function = path.split("/")[1].removeprefix("lambda-"), path.split("/")[2]
        binary = zipfile.ZipFile(path).read("bootstrap")
        packed = os.path.getsize(path)
        remarks = []
        if packed > ZIP_BUDGET:
            too_large = True
            remarks.append("zip over 3 MB")
        init = "-"
        if runs_here(binary):
            place = os.path.join(folder, f"{build}-{function}")
            with io.open(place, "wb") as file:
                file.write(binary)
            os.chmod(place, 0o755)
            times = [init_ms(place) for _ in range(RUNS)]
            if None in times:
                init, _ = "none", remarks.append("never asked for work")
            else:
                median = statistics.median(times)
                init = f"{median:.1f} ms"
                if median > INIT_BUDGET:
                    remarks.append("init over 15 ms")
        print(f"{build:<7} {function:<12} {len(binary):>11,} {len(binary) / 1000:>7,.0f} {packed:>11,} "
              f"{packed / 1000:>7,.0f} {init:>9} {million(function):>9.2f}  {', '.join(remarks)}".rstrip())
print(f"init: from exec until the function asks for work, median of {RUNS} on {os.cpu_count()} processors")
if too_large:
    sys.exit("sizes: a zip is over its budget; look at what the function pulls in with `cargo bloat` or `cargo tree`")
END

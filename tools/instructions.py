#!/usr/bin/env python3
"""Counts the instructions of a conversation's ordinary steps, and compares them with the committed figure.

`inside messages` plays N conversations (a customer writes, an agent accepts and answers, the customer
writes again). Valgrind counts the instructions of a short and of a longer run; the difference is what
the conversations cost, without the start. Instructions do not depend on how busy the machine is.

    tools/instructions.py             prints the figure and its ratio to tools/instructions.json
    tools/instructions.py --update    writes the figure anew
    tools/instructions.py --base REV  builds REV in a work tree beside this one and prints the ratio of both
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tools/instructions.json"
SHORT, LONG = 4, 12
MESSAGES = 3


def counted(binary, conversations):
    with tempfile.TemporaryDirectory() as scratch:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch}/out", str(binary), "messages", "--conversations", str(conversations)]
        run = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"Collected\s*:\s*(\d+)", run.stderr)
    if run.returncode or not found:
        sys.exit(f"instructions: the run failed:\n{run.stdout}{run.stderr[-2000:]}")
    return int(found.group(1))


def built(tree):
    subprocess.run(["cargo", "build", "-q", "-p", "load", "--bin", "inside"], cwd=tree, check=True)
    return Path(tree) / "target/debug/inside"


def of_message(binary):
    return (counted(binary, LONG) - counted(binary, SHORT)) / ((LONG - SHORT) * MESSAGES)


def main():
    if not shutil.which("valgrind"):
        print("instructions: skipped, valgrind is not installed (apt install valgrind)")
        return 0
    now = of_message(built(ROOT))
    print(f"instructions per message: {now:,.0f}")
    if sys.argv[1:2] == ["--update"]:
        revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
        KEPT.write_text(json.dumps({"instructions_per_message": round(now), "revision": revision}, indent=2) + "\n")
        return 0
    if sys.argv[1:2] == ["--base"]:
        with tempfile.TemporaryDirectory() as tree:
            subprocess.run(["git", "worktree", "add", "-q", "--detach", tree, sys.argv[2]], cwd=ROOT, check=True)
            try:
                before = of_message(built(tree))
            finally:
                subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)
        print(f"at {sys.argv[2]}: {before:,.0f}; ratio {now / before:.3f}")
        return 0
    if not KEPT.exists():
        print("there is no committed figure to compare with: run tools/instructions.py --update")
        return 0
    kept = json.loads(KEPT.read_text())
    before = kept["instructions_per_message"]
    print(f"committed at {kept['revision']}: {before:,}; ratio {now / before:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

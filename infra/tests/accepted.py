"""checkov's findings against those that the template accepts with a reason: `make check-stack` runs it."""

import json
import os
import pathlib
import subprocess
import sys

from stack import PATH, RESOURCES, ROOT, TEMPLATE

# SAM's functions become Lambda's.
KINDS = {"AWS::Serverless::Function": "AWS::Lambda::Function"}


def found():
    """The findings, each (check, logical id)."""
    program = ROOT / ".tools" / "checkov" / "bin" / "checkov"
    ran = subprocess.run(
        [program, "--framework", "cloudformation", "--skip-download", "--quiet", "--compact", "-o", "json", "-f", PATH],
        capture_output=True, text=True, env=os.environ | {"LOG_LEVEL": "CRITICAL"},
    )
    results = json.loads(ran.stdout)["results"]
    if results.get("parsing_errors"):
        sys.exit(f"checkov cannot read {results['parsing_errors']}")
    return {(one["check_id"], one["resource"].split(".")[-1]) for one in results["failed_checks"]}


def accepted():
    """The accepted findings, each (check, logical id)."""
    for one in TEMPLATE["Metadata"]["Switchboard::Accepted"]:
        assert one["Why"].endswith("."), one
        if isinstance(one["Of"], list):
            yield from ((one["Check"], name) for name in one["Of"])
        else:
            of = (name for name, r in RESOURCES.items() if KINDS.get(r["Type"], r["Type"]) == one["Of"])
            yield from ((one["Check"], name) for name in of)


def main():
    seen, known = found(), set(accepted())
    # A function that needs no variable has none to encrypt.
    stale = {one for one in known - seen if one != ("CKV_AWS_173", "SetupFunction")}
    faults = [f"{check} finds {name}" for check, name in sorted(seen - known)]
    faults += [f"{check} finds nothing at {name} any more: take it out of Switchboard::Accepted" for check, name in sorted(stale)]
    if faults:
        sys.exit("\n".join(faults))
    print(f"{pathlib.Path(PATH).relative_to(ROOT)}: checkov finds {len(seen)} things, each accepted with a reason in the template")


if __name__ == "__main__":
    main()

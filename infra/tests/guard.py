"""CloudFormation Guard over the template, with the house's laws in infra/guard: `make check-stack` runs it."""

import json
import pathlib
import platform
import subprocess
import sys
import tempfile

from stack import PATH, ROOT, TEMPLATE

LAWS = sorted((ROOT / "infra" / "guard").glob("*.guard"))
PROGRAMS = ROOT / "infra/guard/node_modules/@cdklabs/cdk-validator-cfnguard/bin"


class Missing(Exception):
    """Guard's program is not here: with the reason, and what brings it."""


def program():
    system = {"Linux": "ubuntu", "Darwin": "macos"}.get(platform.system())
    machine = {"arm64": "aarch64", "amd64": "x86_64"}.get(platform.machine().lower(), platform.machine())
    found = PROGRAMS / str(system) / machine / "cfn-guard"
    if not found.exists():
        raise Missing(f"{found.relative_to(ROOT)} is missing: make check-stack installs it on Linux and macOS")
    return found


def judged(templates):
    """For each template by its name: the names of the rules that hold, and what is wrong by rules that do not."""
    with tempfile.TemporaryDirectory() as place:
        for name, template in templates.items():
            (pathlib.Path(place) / f"{name}.json").write_text(json.dumps(template, default=str))
        rules = [word for law in LAWS for word in ("--rules", str(law))]
        ran = subprocess.run(
            [program(), "validate", *rules, "--data", place, "--structured", "--output-format", "json", "--show-summary", "none"],
            capture_output=True, text=True,
        )
    # 19: a rule does not hold. Everything else but 0 is a fault of the rules or of the call.
    if ran.returncode not in (0, 19):
        raise RuntimeError(ran.stdout + ran.stderr)
    judgements = {}
    for one in json.loads(ran.stdout):
        holds, fails = judgements.setdefault(pathlib.Path(one["name"]).stem, (set(), {}))
        holds |= set(one["compliant"])
        fails |= {rule["Rule"]["name"]: sorted(set(sentences(rule))) for rule in one["not_compliant"]}
        fails |= {rule: ["it found nothing to judge"] for rule in one["not_applicable"]}
    return judgements


def sentences(of):
    """Each sentence of a rule that does not hold, with the path of what it found."""
    if isinstance(of, list):
        for one in of:
            yield from sentences(one)
    elif isinstance(of, dict):
        messages = of.get("messages") or {}
        if messages.get("custom_message"):
            found = str(messages.get("error_message") or "").partition("Path=")[2].partition("[")[0]
            yield f"{found or 'the template'}: {messages['custom_message']}"
        for one in of.values():
            yield from sentences(one)


def main():
    try:
        holds, fails = judged({"template": TEMPLATE})["template"]
    except (Missing, RuntimeError) as fault:
        sys.exit(str(fault))
    if fails:
        sys.exit("\n".join(f"{rule}: {sentence}" for rule, found in sorted(fails.items()) for sentence in found))
    print(f"{pathlib.Path(PATH).relative_to(ROOT)}: {len(holds)} laws of infra/guard hold")


if __name__ == "__main__":
    main()

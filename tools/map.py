#!/usr/bin/env python3
"""The map of the house: which noun has its room on which floor, made from the tree.

    tools/map.py            prints noun × floor, with the path of each room
    tools/map.py offer      prints one noun's rooms, a path in each line
    tools/map.py --check    fails when a noun stands on one floor only without a reason in ALONE
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The floors, each with the folder of its rooms and the ending of a room's file.
FLOORS = {
    "domain": ("shared/domain/src", ".rs"),
    "store": ("shared/store/src", ".rs"),
    "app": ("shared/app/src", ".rs"),
    "protocol": ("shared/protocol/src", ".rs"),
    "api": ("functions/api/src", ".rs"),
    "rules": ("tests/rules", ".rs"),
    "it": ("tests/it", ".rs"),
    "console": ("console/src/features", ""),
}

# The other modules of each floor: its ground, its own tools, its entrances.
GROUND = {
    "domain": {"lib", "kernel"},
    "store": {"lib", "item", "key", "error", "table", "log", "commit", "walk"},
    "app": {"lib", "engine", "runtime", "view", "wiring"},
    "protocol": {"lib", "bin", "asyncapi", "openapi", "schema", "example", "reference", "document", "refused", "command", "frame", "push", "sections", "view"},
    "api": {"lib", "main", "query"},
    "rules": {"main", "src", "model", "pure", "table", "laws", "exhaustive", "proptest-regressions"},
    "it": {"main", "operate", "world", "crash", "budgets", "arrows", "house", "faults", "once", "panics", "refusals", "wiring", "permissions", "wake_ups", "restart", "sizes", "bad_input", "quick_start", "contract"},
    "console": set(),
}

# Nouns that stand on one floor only, each with the reason.
ALONE = {
    "channel": "The domain knows what a channel can carry; the channels themselves are the crate shared/channels.",
    "email": "The stories of one channel, whose rooms are the crate shared/channels, the intake and the files.",
    "lab": "Only the console of the local platform has a laboratory; its other side is infra/local/src/lab.rs.",
    "limit": "The app limits those whom nobody knows; no other floor can tell them apart.",
    "serve": "The program for one machine in earnest; what it does stands in infra/local/src/start.rs.",
    "palette": "The command palette finds what other rooms hold, and holds nothing itself.",
}


def rooms(floor):
    folder, ending = FLOORS[floor]
    found = {}
    for path in sorted((ROOT / folder).iterdir()):
        if path.is_dir():
            name = path.name
        elif ending and path.suffix == ending:
            name = path.stem
        else:
            continue
        if name in GROUND[floor] or name.startswith("."):
            continue
        # A folder beside a file of the same name is the same room.
        if name not in found or path.is_dir():
            found[name] = path.relative_to(ROOT).as_posix()
    return found


def house():
    nouns = {}
    for floor in FLOORS:
        for noun, path in rooms(floor).items():
            nouns.setdefault(noun, {})[floor] = path
    return dict(sorted(nouns.items()))


def table(nouns):
    floors = list(FLOORS)
    wide = max(map(len, nouns))
    print(" " * wide, *(f"{floor:>8}" for floor in floors))
    for noun, at in nouns.items():
        print(f"{noun:<{wide}}", *(f"{'●' if floor in at else '·':>8}" for floor in floors))
    print()
    for noun, at in nouns.items():
        print(f"{noun:<{wide}}  " + "  ".join(at.values()))


def check(nouns):
    wrong = []
    for noun, at in nouns.items():
        if len(at) == 1 and noun not in ALONE:
            (floor, path), = at.items()
            wrong.append(f"{path}: no other floor has a room “{noun}”. Use the noun of the other floors, or say why in ALONE (tools/map.py).")
    for noun in ALONE:
        if noun not in nouns:
            wrong.append(f"ALONE names “{noun}”, which has no room.")
        elif len(nouns[noun]) > 1:
            wrong.append(f"ALONE names “{noun}”, which stands on {len(nouns[noun])} floors.")
    print("\n".join(wrong) if wrong else f"{len(nouns)} nouns, each with one name on every floor")
    return 1 if wrong else 0


if __name__ == "__main__":
    nouns = house()
    asked = sys.argv[1:]
    if asked == ["--check"]:
        sys.exit(check(nouns))
    if asked:
        for noun in asked:
            for floor, path in nouns.get(noun, {}).items():
                print(f"{floor:<9}{path}")
        sys.exit(0)
    table(nouns)

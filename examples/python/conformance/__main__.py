"""The referee: `python -m conformance [part …]`. Each part runs against a platform of its own."""

import asyncio
import sys
import time
import traceback

from . import cuts, edges, lines, long_chat, readme, refusals, story
from .contract import Contract
from .platform import Platform

PARTS = {
    "story": story,
    "cuts": cuts,
    "edges": edges,
    "lines": lines,
    "long_chat": long_chat,
    "readme": readme,
    "refusals": refusals,
}


async def play(name, contract):
    async with Platform(contract) as platform:
        await PARTS[name].run(platform)


def main():
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := set(wanted) - set(PARTS):
        sys.exit(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    contract, failed = Contract(), []
    for name in wanted:
        began, checked = time.monotonic(), contract.checked
        try:
            asyncio.run(play(name, contract))
        except Exception:  # noqa: BLE001: every part is told of, whatever broke another
            traceback.print_exc()
            failed.append(name)
        took = time.monotonic() - began
        result = "FAILED" if name in failed else "ok"
        print(f"conformance {name}: {result}, {contract.checked - checked} frames and answers checked, {took:.1f} s")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()

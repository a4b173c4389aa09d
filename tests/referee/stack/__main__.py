"""`python -m stack`: deploys the packaged template into the emulator and plays the stories against its endpoints."""

import asyncio
import json
import os
import sys
import time
import traceback

from conformance import cuts, long_chat, refusals, story
from conformance.contract import Contract

from . import edges, quiet, timeout, walls
from .deployment import deploy
from .differences import DIFFERENCES
from .emulator import Emulator
from .outside import CLIENT, SECRETS, Outside
from .package import ROOT, package
from .workplace import Deployed, furnish

# Deliveries and projections that the last story set off have happened by then.
SETTLED = 3
LOG = ROOT / "target" / "referee-stack.log"
# The conformance's own story, and two of the referee's. A last one, `walls`, takes a permission away on purpose.
STORIES = {"story": story, "timeout": timeout, "edges": edges}
# Further stories of the conformance, which take minutes: REFEREE_STORIES=long.
LONG = {"refusals": refusals, "long_chat": long_chat, "cuts": cuts}


def parameters(template, secret, outside):
    """Values for those of our parameters that the template has."""
    ours = {
        "OidcIssuer": outside.url, "OidcClientId": CLIENT, "ChannelSecretArn": secret,
        "GraphUrl": f"{outside.url}/v26.0", "AdminEmail": "ada@demo.test",
        # The console is published from its build, which no story needs.
        "HostConsole": "false",
    }
    return {name: value for name, value in ours.items() if name in template["Parameters"]}


# An HTTP API decodes a path before it looks for a route, so the gateway answers an id with a slash, not we.
refusals.IDS = tuple(id for id in refusals.IDS if "/" not in id)


async def play(emulator, outputs, outside):
    contract = Contract()
    async with Deployed(contract, outputs, outside) as deployed:
        await furnish(deployed)
    for name, part in STORIES.items():
        await tell(contract, name, part, emulator, outputs, outside)
    await asyncio.sleep(SETTLED)
    found = quiet.warnings(emulator) + quiet.dead_letters(emulator, outputs) + outside.refused
    assert not found, "not everything went well:\n" + "\n".join(found)
    print("referee stack: quiet: ok, no function warned, no dead letter")
    long = LONG if os.environ.get("REFEREE_STORIES") == "long" else {}
    for name, part in (long | {"walls": walls}).items():
        await tell(contract, name, part, emulator, outputs, outside)


async def tell(contract, name, part, emulator, outputs, outside):
    began, checked = time.monotonic(), contract.checked
    async with Deployed(contract, outputs, outside) as deployed:
        await (part.run(deployed, emulator) if part in (edges, walls) else part.run(deployed))
    print(f"referee stack: {name}: ok, {contract.checked - checked} frames and answers checked, "
          f"{time.monotonic() - began:.1f} s", flush=True)


def main():
    LOG.parent.mkdir(exist_ok=True)
    began, outside = time.monotonic(), Outside()
    with Emulator(LOG) as emulator:
        secret = emulator.client("secretsmanager").create_secret(
            Name="channels", SecretString=json.dumps(SECRETS))["ARN"]
        template = package(emulator)
        outputs = deploy(emulator, parameters(template, secret, outside))
        print(f"referee stack: {len(template['Resources'])} resources created, {time.monotonic() - began:.1f} s")
        for difference in DIFFERENCES:
            print(f"referee stack: not as on AWS: {difference.name}: {difference.reason}")
        outside.webhooks = f"{outputs['HttpApiUrl']}/webhooks/whatsapp/wa-demo"
        try:
            asyncio.run(play(emulator, outputs, outside))
        except Exception:
            traceback.print_exc()
            print(*quiet.warnings(emulator), sep="\n")
            sys.exit(f"referee stack: FAILED: the emulator's log is {LOG}")
    outside.stop()


if __name__ == "__main__":
    main()

"""`python -m stack.beside COMMAND …`: runs a command with another DynamoDB beside it, at $REFEREE_TABLE.

A DynamoDB that runs already is taken as it is: REFEREE_TABLE=http://127.0.0.1:8000 names it.
"""

import os
import subprocess
import sys

from .emulator import Emulator
from .package import ROOT

LOG = ROOT / "target" / "referee-table.log"


def main():
    if os.environ.get("REFEREE_TABLE"):
        sys.exit(subprocess.run(sys.argv[1:], cwd=ROOT).returncode)
    LOG.parent.mkdir(exist_ok=True)
    with Emulator(LOG, auth=False) as emulator:
        environment = os.environ | {"REFEREE_TABLE": emulator.url}
        code = subprocess.run(sys.argv[1:], cwd=ROOT, env=environment).returncode
    sys.exit(code)


if __name__ == "__main__":
    main()

"""The program in this client's README answers a customer."""

import asyncio
import os
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[1]


async def run(platform):
    program = (FOLDER / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    smith = await platform.visitor("Smith")
    await smith.write("My kettle leaks.")
    mark = await platform.api("mark")
    environment = os.environ | {"SWITCHBOARD": platform.address, "SWITCHBOARD_KEY": mark.token}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, cwd=FOLDER, env=environment, stderr=asyncio.subprocess.PIPE)
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    await mark.close()
    assert process.returncode == 0 and not errors, errors.decode()
    await smith.until("Smith reads the answer", lambda: smith.texts("us"))
    assert smith.texts("us") == ["Hello!"]

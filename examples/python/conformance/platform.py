"""A platform of the referee's own: in memory, without a past, on a port of its own."""

import asyncio
import hashlib
import hmac
import json
import os
import pathlib
import socket
import time

import httpx

from switchboard import Agent, Api, Visitor

ROOT = pathlib.Path(__file__).resolve().parents[3]
BINARY = pathlib.Path(os.environ.get("SWITCHBOARD_BIN", ROOT / "target" / "debug" / "switchboard"))
WHATSAPP, SECRET, NUMBER_ID, WEB_CHAT = "wa-demo", b"demo-app-secret", "106540352242922", "web-demo"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Platform:
    """Starts the platform, and gives people of the demo's team; the contract checks their every frame."""

    def __init__(self, contract):
        self.contract, self.port, self.people = contract, free_port(), []
        self.address, self.process = f"http://127.0.0.1:{self.port}", None

    async def __aenter__(self):
        if not BINARY.exists():
            raise SystemExit(f"{BINARY} is missing: build it with `make build`, or name it in SWITCHBOARD_BIN")
        self.process = await asyncio.create_subprocess_exec(
            BINARY, "--memory", "--no-demo", "--port", str(self.port),
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL, cwd=ROOT,
        )
        self.http = httpx.AsyncClient(base_url=self.address, timeout=30)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if (await self.http.get("/config.json")).status_code == 200:
                    return self
            except httpx.HTTPError:
                pass
            if self.process.returncode is not None:
                raise SystemExit(f"the platform ended with {self.process.returncode}")
            await asyncio.sleep(0.05)
        raise SystemExit("the platform did not answer within 30 s")

    async def __aexit__(self, *_):
        for person in self.people:
            await person.stop()
        await self.http.aclose()
        assert self.process.returncode is None, f"the platform ended with {self.process.returncode}"
        self.process.terminate()
        await self.process.wait()

    async def api(self, agent):
        token = (await self.http.get("/oidc/demo-token", params={"agent": agent})).json()["id_token"]
        return Api(self.address, token, self.contract.answer)

    async def agent(self, name):
        agent = Agent(await self.api(name), self.contract.push)
        self.people.append(await agent.start())
        await agent.until(f"{name} is welcome", lambda: agent.me)
        await agent.send({"action": "presence", "presence": "available"})
        await agent.until(
            f"{name} is available", lambda: agent.agents[name]["presence"] == "available"
        )
        return agent

    async def visitor(self, name):
        visitor = Visitor(self.address, WEB_CHAT, name, self.contract.visitor_push, self.contract.answer)
        self.people.append(await visitor.start())
        await visitor.until(f"{name}'s chat is open", lambda: visitor.state)
        return visitor

    async def whatsapp(self, sender, name, text, id):
        """A customer's WhatsApp message, by the provider's signed webhook."""
        value = {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "15550783881", "phone_number_id": NUMBER_ID},
            "contacts": [{"profile": {"name": name}, "wa_id": sender}],
            "messages": [
                {"from": sender, "id": id, "timestamp": str(int(time.time())), "type": "text", "text": {"body": text}}
            ],
        }
        entry = {"id": "1", "changes": [{"field": "messages", "value": value}]}
        body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
        signature = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
        headers = {"x-hub-signature-256": signature, "content-type": "application/json"}
        return await self.http.post(f"/webhooks/whatsapp/{WHATSAPP}", content=body, headers=headers)

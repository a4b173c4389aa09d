"""The demo's workplace in a new stack, made through the HTTP API by the admin whom the deployment names."""

import httpx

from conformance.platform import NUMBER_ID, WEB_CHAT, WHATSAPP, Platform
from switchboard import Api

PEOPLE = {"mark": "Mark Adler", "martha": "Martha Osei", "nina": "Nina Park"}
# The shortest that the settings allow, so that the story of a time-out is short.
TIMEOUT = 5


class Deployed(Platform):
    """The platform of the conformance's stories: here the stack, by the addresses that are its outputs."""

    def __init__(self, contract, outputs, outside):
        super().__init__(contract)
        self.outputs, self.outside = outputs, outside
        self.address = outputs["HttpApiUrl"]

    async def __aenter__(self):
        self.http = httpx.AsyncClient(base_url=self.address, timeout=30)
        return self

    async def __aexit__(self, *_):
        for person in self.people:
            await person.stop()
        await self.http.aclose()

    async def api(self, agent):
        return Api(self.address, self.outside.token(agent), self.contract.answer)


async def furnish(deployed):
    """Makes team, queue, accounts, people and the settings of the queue."""
    ada = await deployed.api("ada")

    async def put(path, **body):
        await ada.call("PUT", path, body)

    await put("/v1/teams/support", version=0, name="Support")
    await put("/v1/queues/support", version=0, name="Support", team="support")
    for asset, name, channel, account in (
        (WHATSAPP, "WhatsApp", "whatsapp", NUMBER_ID), (WEB_CHAT, "Web chat", "web", WEB_CHAT),
    ):
        await put(f"/v1/assets/{asset}", version=0, name=name, channel=channel, account=account, queue="support",
                  teams=["support"])
    for person, name in PEOPLE.items():
        await put(f"/v1/agents/{person}", version=0, name=name, email=f"{person}@demo.test", role="agent",
                  teams=["support"], capacity=5, skills=[])
    await put("/v1/settings/queues/support", version=0, own={"assign_timeout_seconds": TIMEOUT,
                                                             "step_timeout_seconds": TIMEOUT})
    await ada.close()

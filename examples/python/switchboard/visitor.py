"""A web chat's customer (docs/protocol, section 9)."""

import asyncio

from .api import Api, Refused, new_id
from .socket import Socket


class Visitor(Socket):
    """One visitor. `messages` holds the chat without gaps, `state` its present state."""

    def __init__(self, address, asset, name=None, watch=None, watch_api=None):
        super().__init__(watch)
        self.api = Api(address, watch=watch_api)
        self.asset, self.name = asset, name
        self.messages, self.position, self.state, self.place = [], 0, None, None
        self.frames = []

    async def start(self):
        visitor = {"asset": self.asset} | ({"name": self.name} if self.name else {})
        self.api.token = (await self.api.call("POST", "/v1/visitors", visitor))["token"]
        return await super().start()

    async def ticket(self):
        ticket = await self.api.call("POST", "/v1/visitors/ticket")
        self.api.token = ticket["visitor"]["token"]
        return ticket

    def first(self):
        return {"action": "hello", "after": self.position}

    def ping(self):
        return {"action": "ping", "after": self.position}

    async def take(self, push):
        kind = push["type"]
        self.frames.append(push)
        if kind == "chat":
            await self.chat(push)
        elif kind == "place":
            self.place = push["place"]
        elif kind in ("ack", "refused"):
            self.answered(push)

    async def chat(self, push):
        self.state, self.place = push["state"], push.get("place")
        for message in push["messages"]:
            if message["number"] == self.position + 1:
                self.messages.append(message)
                self.position += 1
        behind = any(m["number"] > self.position for m in push["messages"])
        if behind or push.get("more"):
            await self.send(self.ping())

    async def command(self, command, id=None):
        frame = {"action": "messaging", "id": id or new_id(), "command": command}
        while True:
            answer = await self.ask(frame)
            if answer["type"] != "refused":
                return answer
            if answer["code"] != "too_many_requests":
                raise Refused(answer)
            await asyncio.sleep(1)  # A refused command has changed nothing: the same is sent again.

    async def write(self, text, id=None):
        return await self.command({"type": "write", "text": text}, id)

    def texts(self, side):
        """The texts of one side."""
        return [m["content"]["text"] for m in self.messages if m["from"] == side and m.get("content")]

    async def stop(self):
        await super().stop()
        await self.api.close()

"""The HTTP side of the protocol (docs/protocol, section 10)."""

import uuid

import httpx


class Refused(Exception):
    """An expected "no". Nothing has changed. `code` is stable; `message` and `remedy` are for people."""

    def __init__(self, refused, status=None):
        super().__init__(f"{refused['code']}: {refused['message']} {refused['remedy']}")
        self.code, self.status, self.refused = refused["code"], status, refused


class Unreachable(Exception):
    """The server did not answer, or cannot serve now. Send the same again, with the same id."""


def new_id():
    """An id for a command, made by the client."""
    return str(uuid.uuid4())


class Api:
    """Calls the HTTP API as one agent, as one visitor, or as nobody.

    The client calls `watch(method, path, status, body)` with every answer; the referee checks answers there.
    """

    def __init__(self, address, token=None, watch=None):
        self.address, self.token, self.watch = address.rstrip("/"), token, watch
        self.http = httpx.AsyncClient(base_url=self.address, timeout=30)

    async def call(self, method, path, body=None, **query):
        """Calls a route; returns its JSON. Raises `Refused` or `Unreachable`."""
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            answer = await self.http.request(method, path, json=body, params=query or None, headers=headers)
        except httpx.HTTPError as error:
            raise Unreachable(f"{method} {path}: {error}") from error
        try:
            content = answer.json()
        except ValueError:
            content = None
        if self.watch:
            self.watch(method, path, answer.status_code, content)
        if answer.status_code < 300:
            return content
        if content and "error" in content:
            raise Refused(content["error"], answer.status_code)
        raise Unreachable(f"{method} {path} was answered with {answer.status_code}: {answer.text[:200]}")

    async def command(self, conversation, command, id=None, seen=None):
        """Carries out a command (section 5) without a socket."""
        body = {"id": id or new_id(), "conversation": conversation, "command": command}
        if seen is not None:
            body["seen"] = seen
        return await self.call("POST", "/v1/commands", body)

    async def log(self, conversation):
        """All entries of a conversation's thread that this caller may see, oldest first."""
        entries, after = [], 0
        while True:
            page = await self.call("GET", f"/v1/conversations/{conversation}/entries", after=after, limit=100)
            entries += page["entries"]
            if not page["entries"] or not page["more"]:
                return entries
            after = entries[-1]["seq"]

    async def close(self):
        await self.http.aclose()

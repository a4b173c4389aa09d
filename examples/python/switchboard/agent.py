"""An agent's side: threads that stay in step through every failure of the network (docs/protocol, section 4)."""

import dataclasses

from .api import Refused, new_id
from .socket import Socket


@dataclasses.dataclass
class Thread:
    """One thread as a client holds it: the state, and entries without a gap between them."""

    conversation: dict
    entries: list = dataclasses.field(default_factory=list)
    position: int = 0
    # Entries that arrived ahead of earlier ones.
    early: dict = dataclasses.field(default_factory=dict)
    asked: bool = False

    def newer(self, conversation):
        """Keeps the state with the higher `seq`: that one is true."""
        if conversation["seq"] >= self.conversation["seq"]:
            self.conversation = conversation

    def take(self, entries):
        for entry in entries:
            if entry["seq"] > self.position:
                self.early[entry["seq"]] = entry
        while self.position + 1 in self.early:
            self.position += 1
            self.entries.append(self.early.pop(self.position))


class Agent(Socket):
    """One agent. `threads` holds their threads, `queues` the waiting conversations, `pushes` every push."""

    def __init__(self, api, watch=None):
        super().__init__(watch)
        self.api = api
        self.me, self.threads, self.queues, self.agents, self.settings = None, {}, {}, {}, {}
        self.pushes = []
        # The threads that concern this agent, as the server says. The client ignores late pushes for other threads.
        self.following = set()

    async def ticket(self):
        return await self.api.call("POST", "/v1/ws-ticket")

    def positions(self):
        return {id: thread.position for id, thread in self.threads.items()}

    def first(self):
        return {"action": "hello", "positions": self.positions()}

    def ping(self):
        return {"action": "ping", "positions": self.positions()}

    async def take(self, push):
        kind = push["type"]
        self.pushes.append(push)
        if kind == "welcome":
            self.me, self.settings = push["me"], push["settings"]
            self.agents = {a["id"]: a for a in push["agents"]}
            self.queues = {q["id"]: q for q in push["queues"]}
            self.follow(push["following"])
        elif kind == "pong":
            self.follow(push["following"])
        elif kind == "snapshot":
            self.snapshot(push)
        elif kind == "entries":
            await self.entries(push)
        elif kind == "queue":
            self.queues[push["queue"]["id"]] = push["queue"]
        elif kind == "agents":
            self.agents |= {a["id"]: a for a in push["agents"]}
        elif kind in ("ack", "refused"):
            self.answered(push)

    def follow(self, following):
        self.following = set(following)
        for thread in [t for t in self.threads if t not in following]:
            del self.threads[thread]

    def snapshot(self, push):
        """Replaces the client's copy of a thread, unless that copy is newer."""
        conversation, entries = push["conversation"], push["entries"]
        if conversation["thread"] not in self.following:
            return
        thread = self.threads.setdefault(conversation["thread"], Thread(conversation))
        thread.newer(conversation)
        thread.asked = False
        if conversation["seq"] > thread.position:
            early = thread.early
            thread.entries = [e for e in entries]
            thread.position = conversation["seq"]
            thread.early = {}
            thread.take(early.values())

    async def entries(self, push):
        conversation = push["conversation"]
        id = conversation["thread"]
        if not push["following"]:
            self.following.discard(id)
            self.threads.pop(id, None)
            return
        self.following.add(id)
        thread = self.threads.setdefault(id, Thread(conversation))
        before = thread.position
        thread.newer(conversation)
        thread.take(push["entries"])
        if thread.early and (not thread.asked or thread.position > before):
            thread.asked = True
            await self.send({"action": "catch_up", "thread": id, "after": thread.position})
        elif not thread.early:
            thread.asked = False

    async def command(self, action, conversation, command, id=None):
        """Carries out a command; returns the `ack`. Raises `Refused`."""
        thread = self.threads.get(conversation.rsplit("-", 1)[0])
        frame = {"action": action, "id": id or new_id(), "conversation": conversation, "command": command}
        if thread and thread.position:
            frame["seen"] = thread.position
        answer = await self.ask(frame)
        if answer["type"] == "refused":
            raise Refused(answer)
        return answer

    def thread(self, conversation):
        return self.threads.get(conversation.rsplit("-", 1)[0])

    def events(self, conversation, kind):
        """The events of one kind that this agent holds of a thread, oldest first."""
        thread = self.thread(conversation)
        return [e for entry in thread.entries for e in entry["events"] if e["type"] == kind] if thread else []

"""One socket at a time, opened again for as long as its owner wants one (docs/protocol, section 3)."""

import asyncio
import contextlib
import json
import random

import websockets

from .api import Unreachable

PING_EVERY = 60
ANSWER_WITHIN = 10
# The server ends every socket after two hours: the client moves before that, at a random moment.
MOVE_AFTER = (90 * 60, 115 * 60)


class Socket:
    """Keeps a socket open. Subclasses get a ticket, give the first frame, and take frames in."""

    def __init__(self, watch=None):
        self.watch = watch
        self.connection, self.opened = None, False
        self.cuts = 0
        # The fault that ended this client for good: in its own code, or in the caller's `watch`.
        self.failure = None
        self.waiting = {}
        self.changed = asyncio.Condition()
        self.tasks = []

    async def ticket(self):
        raise NotImplementedError

    def first(self):
        raise NotImplementedError

    def ping(self):
        raise NotImplementedError

    async def take(self, frame):
        raise NotImplementedError

    async def start(self):
        self.tasks = [asyncio.create_task(self.run()), asyncio.create_task(self.pings())]
        return self

    async def run(self):
        attempt = 0
        while True:
            if attempt:
                await asyncio.sleep(random.uniform(0, min(30, 2**attempt)))
            self.opened = False
            try:
                await self.session()
            except websockets.ConnectionClosed as closed:
                # A frame that is too large closes the socket, and would close the next one, too.
                if closed.rcvd and closed.rcvd.code == 1009:
                    for _, answer in self.waiting.values():
                        if not answer.done():
                            answer.set_exception(closed)
            except (OSError, Unreachable, websockets.WebSocketException):
                pass
            except Exception as failure:  # Told to whoever waits for this client.
                self.failure = failure
                async with self.changed:
                    self.changed.notify_all()
                return
            # After an open socket the client makes its first attempt at once.
            attempt = 0 if self.opened else attempt + 1

    async def session(self):
        ticket = await self.ticket()
        url = f"{ticket['url']}?ticket={ticket['ticket']}"
        async with websockets.connect(url, max_size=128 * 1024, compression=None) as connection:
            self.connection, self.opened = connection, True
            try:
                await self.send(self.first())
                # The client repeats an unanswered command unchanged: the command has no second effect.
                for frame, _ in list(self.waiting.values()):
                    await self.send(frame)
                async with asyncio.timeout(random.uniform(*MOVE_AFTER)):
                    async for text in connection:
                        frame = json.loads(text)
                        if self.watch:
                            self.watch(self, frame)
                        await self.take(frame)
                        async with self.changed:
                            self.changed.notify_all()
            except TimeoutError:
                pass  # Time to move to a new socket.
            finally:
                self.connection = None
                self.cuts += 1

    async def pings(self):
        while True:
            await asyncio.sleep(PING_EVERY)
            await self.send(self.ping())

    async def send(self, frame):
        """Sends a frame, if there is a socket just now. The next ping finds every lost entry."""
        if self.connection:
            with contextlib.suppress(websockets.ConnectionClosed):
                await self.connection.send(json.dumps(frame, ensure_ascii=False))

    async def ask(self, frame):
        """Sends a command until the server answers; returns its `ack` or `refused`."""
        answer = asyncio.get_running_loop().create_future()
        self.waiting[frame["id"]] = (frame, answer)
        try:
            while True:
                await self.send(frame)
                with contextlib.suppress(TimeoutError):
                    return await asyncio.wait_for(asyncio.shield(answer), ANSWER_WITHIN)
        finally:
            del self.waiting[frame["id"]]

    def answered(self, frame):
        """Hands an `ack` or `refused` to the command's caller. Returns whether there is one."""
        _, answer = self.waiting.get(frame.get("id"), (None, None))
        if answer and not answer.done():
            answer.set_result(frame)
        return answer is not None

    async def until(self, what, truth, within=60):
        """Waits until `truth()` holds, and returns its value."""

        async def wait():
            async with self.changed:
                while not (value := truth()):
                    if self.failure:
                        raise self.failure
                    await self.changed.wait()
                return value

        try:
            return await asyncio.wait_for(wait(), within)
        except TimeoutError:
            raise AssertionError(f"within {within} s it did not come true that {what}") from None

    def cut(self):
        """Loses the connection as a network does: without a word."""
        if self.connection:
            self.connection.transport.abort()

    async def stop(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks = []

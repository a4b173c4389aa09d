"""The sharp edges of AWS, one after the other: the whole story holds at each (docs/decisions/0049)."""

import asyncio
import contextlib

from . import story
from .platform import Platform

EDGES = {
    "frames of one socket handled beside each other and out of order": {"frames_overtaken": 40},
    "throttled posts to sockets": {"posts_throttled": 30},
    "sockets that end without a goodbye": {"disconnects_lost": 100},
    "messages of queues that come again": {"messages_again": 100},
    "batches of the stream, split and repeated": {"batches_again": 100},
    "a clock that calls late and twice": {"calls_late_ms": 1_500, "calls_twice": 100},
    "cold instances, and frozen ones": {"instances_cold": 30, "instances_frozen": 30},
    "lists that lag by seconds": {"stream_late_ms": 2_000},
}


async def cut(place):
    """Cuts every socket now and then, as networks do."""
    while True:
        await asyncio.sleep(1.5)
        await place.http.post("/lab/cut-sockets")


async def at(contract, name, edges):
    """The story at one edge, on a platform of its own."""
    async with Platform(contract) as place:
        answer = await place.http.put("/lab/edges", json=edges)
        assert answer.status_code == 200, answer.text
        cutter = asyncio.create_task(cut(place)) if "disconnects_lost" in edges else None
        try:
            await story.run(place)
        except Exception as broken:
            raise AssertionError(f"the story breaks at {name}") from broken
        finally:
            if cutter:
                cutter.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await cutter
        told = (await place.http.get("/lab")).json()["edges"]
        assert all(told[edge] == value for edge, value in edges.items()), told
        letters = (await place.http.get("/lab/dead-letters")).json()["messages"]
        assert not letters, f"{name}: {letters}"


async def run(platform):
    # Most of the time goes into waiting: several platforms wait side by side.
    places = asyncio.Semaphore(4)

    async def one(name, edges):
        async with places:
            await at(platform.contract, name, edges)

    await asyncio.gather(*(one(name, edges) for name, edges in EDGES.items()))

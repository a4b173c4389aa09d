"""A transfer that nobody answers: the offer ends by the clock, through the timer queue, and the owner stays."""

from conformance.story import others, waiting


async def run(platform):
    mark, martha = [await platform.agent(name) for name in ("mark", "martha")]
    known = [w["conversation"] for w in waiting(mark)]
    jones = await platform.visitor("Jones")
    await jones.write("My lamp flickers.")
    await mark.until("Jones waits", lambda: others(mark, *known))
    conversation = others(mark, *known)[0]["conversation"]
    await mark.command("assignment", conversation, {"type": "accept"})
    await mark.command("transfer", conversation, {"type": "transfer", "to": {"agent": "martha"}, "mode": "offer",
                                                  "note": "Lamps are yours."})
    await martha.until("Martha is asked", lambda: martha.thread(conversation))
    await mark.until("the offer has timed out", lambda: [
        e for e in mark.events(conversation, "offer_closed") if e["status"] == "timed_out"])
    await martha.until("the offer is gone for Martha", lambda: not martha.thread(conversation))
    assert mark.thread(conversation).conversation["owner"] == "mark"
    await mark.command("messaging", conversation,
                       {"type": "send", "content": {"kind": "text", "text": "It is the bulb."}})
    await jones.until("Jones reads the answer", lambda: jones.texts("us"))
    await mark.command("assignment", conversation, {"type": "resolve"})
    await jones.until("Jones reads that the chat has ended", lambda: jones.state == "ended")

"""Mark, Martha and Nina, and Smith who writes by web chat: the whole of a consultation, over sockets."""

import asyncio

from switchboard import Refused


async def refused(code, act, **named):
    """The refusal that `act` meets; its code must be `code`."""
    try:
        await act
    except Refused as refusal:
        assert refusal.code == code, f"refused with {refusal.code} instead of {code}"
        for field, value in named.items():
            assert refusal.refused.get(field) == value, f"{code} names {refusal.refused.get(field)} as {field}"
        return refusal
    raise AssertionError(f"{code} was expected, and nothing was refused")


def waiting(agent):
    return agent.queues.get("support", {}).get("waiting", [])


def others(agent, *known):
    """The conversations in the queue beside the known ones."""
    return [w for w in waiting(agent) if w["conversation"] not in known]


async def race_for(conversation, *agents):
    """All agents accept at once: one has the conversation, the others read the winner's name."""
    acts = [a.command("assignment", conversation, {"type": "accept"}) for a in agents]
    results = await asyncio.gather(*acts, return_exceptions=True)
    winners = [a for a, r in zip(agents, results) if not isinstance(r, Exception)]
    assert len(winners) == 1, f"{len(winners)} agents own {conversation}: {results}"
    owner = winners[0]
    for result in results:
        if isinstance(result, Exception):
            assert isinstance(result, Refused) and result.code == "already_taken", repr(result)
            assert result.refused["agent"] == owner.me["id"]
    await owner.until("the owner holds the thread", lambda: owner.thread(conversation) and
                      owner.thread(conversation).entries)
    return owner


async def ask(owner, colleague, conversation, note):
    """A request for a discussion, until the colleague has it."""
    name = colleague.me["id"]
    await owner.command("discuss", conversation, {"type": "discuss", "to": {"agent": name}, "note": note})
    await colleague.until(f"{name} is asked", lambda: pending(colleague, conversation))
    return pending(colleague, conversation)[0]["id"]


def pending(agent, conversation):
    thread = agent.thread(conversation)
    offers = thread.conversation["offers"] if thread else []
    return [o for o in offers if agent.me["id"] in o["to"]]


async def run(platform):
    mark, martha, nina = [await platform.agent(name) for name in ("mark", "martha", "nina")]
    smith = await platform.visitor("Smith")

    await smith.write("My kettle leaks.")
    for agent in (mark, martha, nina):
        await agent.until("Smith waits", lambda a=agent: waiting(a))
    conversation = waiting(mark)[0]["conversation"]
    await smith.until("Smith reads that he waits", lambda: smith.state == "waiting")

    owner = await race_for(conversation, mark, martha)
    other = martha if owner is mark else mark
    await smith.until("Smith reads that somebody is there", lambda: smith.state == "open")

    # An answer goes to the customer once, however often the command comes.
    id = "story-answer-0001"
    hello = {"type": "send", "content": {"kind": "text", "text": "Hello Smith, I will look into it."}}
    first = await owner.command("messaging", conversation, hello, id)
    again = await owner.command("messaging", conversation, hello, id)
    assert first["seq"] == again["seq"], "a repeated command wrote another entry"
    await smith.until("Smith reads the answer", lambda: smith.texts("us"))

    # A colleague rejects, the owner withdraws the next request, a colleague accepts the third.
    offer = await ask(owner, other, conversation, "Do you know this kettle?")
    await other.command("assignment", conversation,
                        {"type": "reject_offer", "offer": offer, "reason": "Busy with another case"})
    await owner.until("the owner reads the rejection", lambda: [
        e for e in owner.events(conversation, "offer_closed") if e["status"] == "rejected"])
    offer = await ask(owner, nina, conversation, "And you?")
    await owner.command("assignment", conversation,
                        {"type": "withdraw_offer", "offer": offer, "reason": "Asked by mistake"})
    await nina.until("the request is gone for Nina", lambda: not nina.thread(conversation))
    await refused("offer_closed", nina.command("assignment", conversation, {"type": "accept_offer", "offer": offer}),
                  status="withdrawn")
    offer = await ask(owner, other, conversation, "Please, it is urgent.")
    await other.command("assignment", conversation, {"type": "accept_offer", "offer": offer})
    await owner.until("the talk is open", lambda: owner.thread(conversation).conversation["discussions"])
    discussion = owner.thread(conversation).conversation["discussions"][0]["id"]

    # The discussion stays between its members; the consultant cannot reach the customer.
    secret = "The seal of that batch is bad."
    await other.command("discuss", conversation, {"type": "say", "discussion": discussion, "text": secret})
    await owner.until("the owner reads it", lambda: [
        e for e in owner.events(conversation, "discussion_message") if e["text"] == secret])
    await refused("consulting", other.command("messaging", conversation, hello))
    await refused("not_initiator", other.command(
        "discuss", conversation, {"type": "end_discussion", "discussion": discussion, "resolved": True}),
        agent=owner.me["id"])
    await owner.command("discuss", conversation,
                        {"type": "end_discussion", "discussion": discussion, "resolved": True, "note": "New seal"})
    await other.until("the talk is over", lambda: not other.thread(conversation))
    records = (await owner.api.call("GET", f"/v1/conversations/{conversation}/engagements"))["engagements"]
    assert sorted(r["status"] for r in records) == ["accepted", "rejected", "withdrawn"], records
    said = str(smith.frames)
    for word in (secret, "urgent", "kettle?", owner.me["name"], other.me["name"], "mark", "martha"):
        assert word not in said, f"the customer reads {word!r}"

    # A transfer at once; the new owner resolves; the next message opens a linked conversation.
    await owner.command("transfer", conversation, {"type": "transfer", "to": {"agent": "nina"}, "mode": "immediate"})
    await nina.until("Nina has it", lambda: nina.thread(conversation) and
                     nina.thread(conversation).conversation["owner"] == "nina")
    await owner.until("the first owner has it no more", lambda: not owner.thread(conversation))
    await nina.command("messaging", conversation,
                       {"type": "send", "content": {"kind": "text", "text": "A new kettle is on its way."}})
    await smith.until("Smith reads it", lambda: len(smith.texts("us")) == 2)
    await nina.command("assignment", conversation, {"type": "resolve", "note": "Replaced"})
    await smith.until("Smith reads that the chat has ended", lambda: smith.state == "ended")
    await smith.write("Thank you!")
    # The server pushes a queue once a second: the client may still hold the earlier push.
    await mark.until("Smith waits again", lambda: others(mark, conversation))
    following = others(mark, conversation)[0]["conversation"]
    assert following == conversation.rsplit("-", 1)[0] + "-2", following

    # WhatsApp: a signed message arrives once, and the platform reports the delivery of the answer.
    for _ in range(2):
        answer = await platform.whatsapp("16505551234", "Amelia Fox", "Is my order on its way?", "wamid.STORY1")
        assert answer.status_code == 200, answer.text
    await mark.until("Amelia waits", lambda: others(mark, conversation, following))
    amelia = others(mark, conversation, following)[0]["conversation"]
    await mark.command("assignment", amelia, {"type": "accept"})
    await mark.command("messaging", amelia,
                       {"type": "send", "content": {"kind": "text", "text": "It left this morning."}})
    await mark.until("the provider has delivered it", lambda: [
        e for e in mark.events(amelia, "delivery") if e["status"] in ("delivered", "read")])
    log = await mark.api.log(amelia)
    written = [e for entry in log for e in entry["events"] if e["type"] == "customer_message"]
    assert len(written) == 1, "a repeated webhook was taken in twice"

"""A socket that is cut a hundred times while customers write: the client ends with exactly the server's log."""

import asyncio

CUTS = 100
CUSTOMERS = 3


async def run(platform):
    mark = await platform.agent("mark")
    conversations = []
    for number in range(CUSTOMERS):
        phone = f"1650555200{number}"
        await platform.whatsapp(phone, f"Customer {number}", "Hello", f"wamid.CUTS-{number}-0")
        conversation = await mark.until("the customer waits", lambda: next(
            (w["conversation"] for w in mark.queues["support"]["waiting"]
             if w["conversation"] not in conversations), None))
        await mark.command("assignment", conversation, {"type": "accept"})
        conversations.append(conversation)

    for cut in range(CUTS):
        writes = [
            platform.whatsapp(f"1650555200{n}", f"Customer {n}", f"Line {cut}", f"wamid.CUTS-{n}-{cut + 1}")
            for n in range(CUSTOMERS)
        ]
        answer = {"type": "send", "content": {"kind": "text", "text": f"Answer {cut}"}}
        sent = asyncio.create_task(mark.command("messaging", conversations[cut % CUSTOMERS], answer))
        mark.cut()
        for stored in await asyncio.gather(*writes):
            assert stored.status_code == 200, stored.text
        await sent

    for conversation in conversations:
        log = await mark.api.log(conversation)
        await mark.until("the client holds the whole log",
                         lambda: mark.thread(conversation).position >= log[-1]["seq"])
        # Deliveries may have come meanwhile: the comparison goes as far as the shorter log.
        log = await mark.api.log(conversation)
        held = mark.thread(conversation).entries
        first = held[0]["seq"]
        assert [e["seq"] for e in held] == list(range(first, first + len(held))), "there is a gap"
        server = {e["seq"]: e for e in log}
        for entry in held:
            assert entry["events"] == server[entry["seq"]]["events"], f"entry {entry['seq']} differs"
        answers = [e["content"]["text"] for entry in log for e in entry["events"] if e["type"] == "agent_message"]
        assert len(answers) == len(set(answers)), "an answer was sent twice"
    assert mark.cuts >= CUTS, f"the socket was cut {mark.cuts} times only"

"""A customer writes on each line of the sandbox: the answer goes out, and its state comes back."""

LINES = {
    "messenger": ("71000000012345", "Lucia Moreno"),
    "instagram": ("62000000012345", "Yuki Tanaka"),
    "sms": ("+15551230001", "Peter Novak"),
    "x": ("16000000012345", "Sam Green"),
}


async def customer(platform, channel, address):
    """The messages that a customer's phone shows."""
    answer = await platform.http.get(f"/sandbox/api/lines/{channel}/customers")
    assert answer.status_code == 200, answer.text
    return next(c for c in answer.json()["customers"] if c["address"] == address)


async def play(platform, mark, channel, address, name):
    path = f"/sandbox/api/lines/{channel}/customers/{address.replace('+', '%2B')}/messages"
    text = f"Do you ship to Norway? ({channel})"
    sent = await platform.http.post(path, json={"name": name, "text": text})
    assert sent.json()["webhook_status"] == 200, sent.text

    def waits():
        rows = mark.queues.get("support", {}).get("waiting", [])
        return next((r["conversation"] for r in rows if r["summary"] == text), None)

    conversation = await mark.until(f"the customer on {channel} waits", waits)
    await mark.command("assignment", conversation, {"type": "accept"})
    await mark.command(
        "messaging", conversation, {"type": "send", "content": {"kind": "text", "text": "Within five days."}})
    reached = ("sent",) if channel == "x" else ("delivered", "read")
    await mark.until(
        f"the answer has arrived on {channel}",
        lambda: [e for e in mark.events(conversation, "delivery") if e["status"] in reached])
    phone = await customer(platform, channel, address)
    assert [m["text"] for m in phone["messages"]] == [text, "Within five days."], phone
    await mark.command("assignment", conversation, {"type": "resolve"})


async def run(platform):
    mark = await platform.agent("mark")
    for channel, (address, name) in LINES.items():
        await play(platform, mark, channel, address, name)
    # A body that the sandbox signs as it is goes the provider's way, and a broken one is told so.
    answer = await platform.http.post("/sandbox/api/lines/messenger/webhook", content=b'{"object": "page"}')
    assert answer.json()["webhook_status"] == 400, answer.text
    answer = await platform.http.get("/sandbox/api/lines/telex/customers")
    assert answer.status_code == 404, answer.text

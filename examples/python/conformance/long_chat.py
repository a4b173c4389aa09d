"""A web chat that is longer than any frame: a visitor who comes back reads all of it."""

LINES = 31
LONGEST = 4_096


async def run(platform):
    chatty = await platform.visitor("Chatty")
    written = ['"' * LONGEST if n % 2 else "😀" * LONGEST for n in range(LINES)]
    written += [f"Line {n}" for n in range(80)]
    for line in written:
        await chatty.write(line)
    await chatty.until("the visitor holds their own chat", lambda: chatty.position >= len(written), within=180)
    assert chatty.texts("you") == written

    # The same visitor on a new page holds nothing.
    chatty.messages, chatty.position = [], 0
    chatty.cut()
    await chatty.until("the chat is read anew", lambda: chatty.position >= len(written), within=180)
    assert chatty.texts("you") == written

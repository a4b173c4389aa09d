"""Each service beside table and sockets, once: the bucket, the vault, the bus, the provider's handshake, a lost socket."""

import struct
import zlib

import httpx

from conformance.platform import WHATSAPP
from conformance.story import others, waiting

from .outside import SECRETS


def picture():
    """A PNG of one pixel."""
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
            + chunk(b"IEND", b""))


async def hand_in(api, announced, complete):
    """Sends the bytes by the signed link, as a browser does; returns the file as messages name it."""
    headers = {line["name"]: line["value"] for line in announced["headers"]}
    async with httpx.AsyncClient(timeout=30) as browser:
        stored = await browser.request(announced["method"], announced["url"], headers=headers, content=picture())
    assert stored.status_code == 200, f"the bucket refused a signed link: {stored.status_code} {stored.text[:300]}"
    return (await api.call("POST", complete.format(announced["id"])))["media"]


async def fetched(api, path):
    link = await api.call("GET", path)
    async with httpx.AsyncClient(timeout=30) as browser:
        answer = await browser.get(link["url"])
    assert answer.status_code == 200, f"the bucket refused a signed link: {answer.status_code} {answer.text[:300]}"
    assert answer.content == picture(), "another file came back"


async def files(deployed, mark, vera, conversation):
    """A picture from the visitor, and one back."""
    about = {"name": "lamp.png", "mime": "image/png", "size": len(picture())}
    announced = await vera.api.call("POST", "/v1/visitors/uploads", about)
    media = await hand_in(vera.api, announced, "/v1/visitors/uploads/{}/complete")
    await vera.command({"type": "attach", "reference": media["reference"]})
    seen = await mark.until("Mark sees the picture", lambda: [
        e for e in mark.events(conversation, "customer_message") if e["content"]["kind"] == "media"])
    await fetched(mark.api, f"/v1/media/{seen[0]['content']['reference']}")

    about |= {"conversation": conversation, "purpose": "message"}
    announced = await mark.api.call("POST", "/v1/uploads", about)
    media = await hand_in(mark.api, announced, "/v1/uploads/{}/complete")
    await mark.command("messaging", conversation, {"type": "send", "content": {"kind": "media"} | media})
    answered = await vera.until("Vera sees the picture", lambda: [
        m for m in vera.messages if m["from"] == "us" and m["content"]["kind"] == "media"])
    await fetched(vera.api, f"/v1/visitors/media/{answered[0]['content']['reference']}")


async def vault(deployed, ada):
    """A secret that the admin enters in the console opens the account's webhook; the installation's does not any more."""
    await ada.call("PUT", f"/v1/assets/{WHATSAPP}/secrets",
                   {"version": 0, "values": {"verify_token": "entered-in-the-console"}})
    for token, status in ((SECRETS["whatsapp_verify_token"], 403), ("entered-in-the-console", 200)):
        answer = await deployed.http.get(f"/webhooks/whatsapp/{WHATSAPP}", params={
            "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "1158201444"})
        assert answer.status_code == status, f"the handshake was answered with {answer.status_code}: {answer.text}"
    assert answer.text == "1158201444", answer.text


def listen(emulator, bus):
    """A queue of somebody who wants to hear of everything on the bus. Returns its address."""
    sqs, events = emulator.client("sqs"), emulator.client("events")
    url = sqs.create_queue(QueueName="listener")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.put_rule(Name="all", EventBusName=bus, EventPattern='{"source": [{"prefix": ""}]}')
    events.put_targets(Rule="all", EventBusName=bus, Targets=[{"Id": "listener", "Arn": arn}])
    return url


async def run(deployed, emulator):
    url = listen(emulator, deployed.outputs["EventBusName"])
    mark = await deployed.agent("mark")
    known = [w["conversation"] for w in waiting(mark)]
    vera = await deployed.visitor("Vera")
    await vera.write("Here is my lamp.")
    await mark.until("Vera waits", lambda: others(mark, *known))
    conversation = others(mark, *known)[0]["conversation"]
    await mark.command("assignment", conversation, {"type": "accept"})
    await files(deployed, mark, vera, conversation)
    ada = await deployed.api("ada")
    await vault(deployed, ada)
    await ada.close()

    nina = await deployed.agent("nina")
    nina.cut()
    await mark.until("Nina's socket is gone and comes again", lambda: nina.cuts and nina.connection)

    heard = emulator.client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=10)
    assert heard.get("Messages"), "no domain event came over the bus"

#!/usr/bin/env python3
"""One message through a running platform, there and back, and a word with every function.

    tools/smoke.py [address]        http://localhost:8787 by default

A customer writes by a signed webhook, Mark accepts by POST /v1/commands and answers over his socket, and the
answer's delivery comes back. The script is meant for `make watch`, where each function runs behind the real Lambda
runtime; it works against `make run` as well. It needs nothing but Python. It exits with 1 and a sentence after a
fault.
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import socket
import struct
import sys
import time
import urllib.parse

# Behind `cargo lambda watch`, the first event of a function waits for the compiler.
PATIENCE = 600
ASSET, PHONE_NUMBER_ID, APP_SECRET = "wa-demo", "106540352242922", b"demo-app-secret"


class Amiss(Exception):
    """The fault, as a sentence."""


class Platform:
    """The HTTP side."""

    def __init__(self, address):
        url = urllib.parse.urlsplit(address)
        if url.scheme != "http" or not url.hostname:
            raise Amiss(f"{address} is no address such as http://localhost:8787")
        self.host, self.port, self.token = url.hostname, url.port or 80, None

    def request(self, method, path, body=None, headers=None):
        headers = {"content-type": "application/json"} | (headers or {})
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except ConnectionRefusedError:
            raise Amiss(f"nothing answers at {self.host}:{self.port}; start it with `make watch`") from None
        except OSError as error:
            raise Amiss(f"{method} {path} broke off: {error}") from None
        finally:
            connection.close()

    def call(self, method, path, body=None):
        status, answer = self.request(method, path, None if body is None else json.dumps(body))
        if status >= 300:
            raise Amiss(f"{method} {path} was answered with {status}: {answer.decode(errors='replace')}")
        return json.loads(answer)

    def write(self, address, name, text):
        """A customer writes: the payload that Meta documents, signed as Meta signs it."""
        body = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{
            "field": "messages", "value": {
                "messaging_product": "whatsapp",
                "metadata": {"display_phone_number": "15550783881", "phone_number_id": PHONE_NUMBER_ID},
                "contacts": [{"profile": {"name": name}, "wa_id": address}],
                "messages": [{"from": address, "id": f"wamid.SMOKE{time.time_ns()}", "type": "text",
                              "timestamp": str(int(time.time())), "text": {"body": text}}],
            }}]}]}).encode()
        signature = "sha256=" + hmac.new(APP_SECRET, body, hashlib.sha256).hexdigest()
        status, answer = self.request(
            "POST", f"/webhooks/whatsapp/{ASSET}", body, {"x-hub-signature-256": signature})
        if status != 200:
            raise Amiss(f"the webhook was answered with {status}: {answer.decode(errors='replace')}")


class Socket:
    """The parts of a WebSocket client that this script needs: unsplit text frames, and pings."""

    def __init__(self, platform):
        ticket = platform.call("POST", "/v1/ws-ticket")
        path = urllib.parse.urlsplit(ticket["url"]).path
        self.wire = socket.create_connection((platform.host, platform.port), PATIENCE)
        self.file = self.wire.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        self.wire.sendall((
            f"GET {path}?ticket={ticket['ticket']} HTTP/1.1\r\nHost: {platform.host}:{platform.port}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n").encode())
        status = self.file.readline().decode().strip()
        while self.file.readline().strip():
            pass
        if " 101 " not in f"{status} ":
            raise Amiss(f"the socket was not opened: {status}")

    def frame(self, kind, data):
        mask = os.urandom(4)
        length = len(data)
        head = bytes([0x80 | kind]) + (
            bytes([0x80 | length]) if length < 126 else bytes([0x80 | 126]) + struct.pack(">H", length))
        self.wire.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def send(self, action, **fields):
        self.frame(1, json.dumps({"action": action} | fields).encode())

    def receive(self, what, wanted):
        """The first frame that `wanted` takes."""
        try:
            while True:
                head = self.file.read(2)
                if len(head) < 2:
                    raise Amiss(f"the socket was closed while waiting for {what}")
                length = head[1] & 0x7F
                if length > 125:
                    length = int.from_bytes(self.file.read(2 if length == 126 else 8), "big")
                data, kind = self.file.read(length), head[0] & 0x0F
                if kind == 9:
                    self.frame(10, data)
                elif kind == 1 and wanted(frame := json.loads(data)):
                    return frame
        except TimeoutError:
            raise Amiss(f"waited {PATIENCE} seconds for {what}") from None

    def command(self, action, conversation, **command):
        """Sends a command, and returns its answer: `ack` or `refused`."""
        identity = f"smoke-{time.time_ns()}"
        self.send(action, id=identity, conversation=conversation, command=command)
        return self.receive(f"the answer to {command['type']}", lambda f: f.get("id") == identity)


def until(what, look):
    """Looks again until there is a result. An effect by way of a queue or a stream comes a moment later."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.3)
    raise Amiss(f"waited {PATIENCE} seconds for {what}")


def events(frame, kind):
    return [event for entry in frame.get("entries", []) for event in entry["events"] if event["type"] == kind]


def told(function, what):
    print(f"  {function:<12}{what}", flush=True)


def check(function, fact, problem):
    if not fact:
        raise Amiss(f"{function}: {problem}")


def smoke(platform):
    run = time.time_ns() // 1_000_000 % 10_000_000
    address, name = f"1555{run:07}", f"Smoke {run}"
    platform.token = platform.call("GET", "/oidc/demo-token?agent=mark")["id_token"]

    me = platform.call("GET", "/v1/me")
    told("api", f"{me['name']} is signed in")
    mark = Socket(platform)
    mark.send("hello", positions={})
    mark.receive("the welcome", lambda f: f["type"] == "welcome")
    told("connection", "the socket is open")

    platform.write(address, name, "Where is my parcel?")
    told("ingest", "the customer's message is stored")
    waiting = platform.call("GET", "/v1/queues/support")["waiting"]
    places = [place["conversation"] for place in waiting if place["name"] == name]
    check("ingest", places, "the customer does not wait in the queue support")
    conversation = places[0]
    mark.receive("the queue's news", lambda f: f["type"] == "queue" and name in json.dumps(f))
    told("fanout", "Mark sees the customer wait")

    platform.call("POST", "/v1/commands", {
        "id": f"smoke-accept-{run}", "conversation": conversation, "command": {"type": "accept"}})
    mark.receive("the assignment", lambda f: events(f, "assigned"))
    told("api", "Mark has accepted")

    content = {"kind": "text", "text": "It leaves today."}
    answer = mark.command("messaging", conversation, type="send", content=content)
    check("messaging", answer["type"] == "ack", f"the answer was refused: {answer}")
    told("messaging", "Mark has answered")

    def delivered():
        path = f"/v1/conversations/{conversation}/entries?limit=50"
        steps = events(platform.call("GET", path), "delivery")
        failed = [step for step in steps if step["status"] == "failed"]
        check("deliver", not failed, f"the answer did not get out: {failed}")
        return any(step["status"] in ("delivered", "read") for step in steps)

    until("the answer's delivery", delivered)
    told("deliver", "the customer has the answer")

    platform.write(address, name, "Thank you!")
    mark.receive("the customer's thanks", lambda f: "Thank you!" in json.dumps(events(f, "customer_message")))
    told("ingest", "the customer's thanks are on Mark's screen")

    # No agent has that name: a typed refusal is as good a sign of life as a success.
    for function, command in (
        ("discuss", {"type": "discuss", "to": "nobody"}),
        ("transfer", {"type": "transfer", "to": {"agent": "nobody"}, "mode": "offer"}),
    ):
        answer = mark.command(function, conversation, **command)
        refused = answer["type"] == "refused" and answer.get("code") not in (None, "internal")
        check(function, refused, f"expected a refusal: {answer}")
        told(function, f"refused, as it should: {answer['code']}")

    answer = mark.command("assignment", conversation, type="resolve")
    check("assignment", answer["type"] == "ack", f"not resolved: {answer}")
    told("assignment", "the conversation is resolved")

    def listed():
        cards = platform.call("GET", "/v1/conversations?status=resolved")["conversations"]
        return any(card["id"] == conversation for card in cards)

    until("the card in the list", listed)
    told("projection", "the list says so")

    dead = platform.call("GET", "/lab/dead-letters")["messages"]
    check("queues", not dead, f"messages were given up: {dead}")


def main():
    address = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8787"
    print(f"One message through {address}:", flush=True)
    began = time.monotonic()
    try:
        smoke(Platform(address))
    except Amiss as amiss:
        sys.exit(f"smoke: {amiss}")
    except (KeyError, ValueError, OSError) as error:
        sys.exit(f"smoke: an answer was not what it should be: {error!r}")
    print(f"All well, in {time.monotonic() - began:.1f} s.")


if __name__ == "__main__":
    main()

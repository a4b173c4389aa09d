"""Bad input of every kind: the server refuses it with a code that the reference lists for the route; nothing changes."""

import itertools
import json

from switchboard import Refused, Unreachable

IDS = ("", "x", "a" * 300, "../../etc", "null", "4t9m0c2xkq7w1h5z-1", "4t9m0c2xkq7w1h5z-99999999999999999999", "é")
FIELDS = ("id", "conversation", "command", "thread", "after", "positions", "presence", "to", "text", "name", "asset",
          "title", "version")
VALUES = (None, True, -1, 1e300, "", "x" * 200_000, [], {}, [[[]]], {"a": {"b": []}}, "\u0000", "😀" * 5_000)


async def tried(act):
    """Tries an act that the server may refuse, and that must not fail."""
    try:
        await act
    except Refused:
        pass
    except Unreachable as failure:
        raise AssertionError(f"not an answer of ours: {failure}") from failure


async def run(platform):
    api = await platform.api("mark")
    openapi = platform.contract.openapi
    for path, operations in openapi["paths"].items():
        if not path.startswith("/v1/"):
            continue
        for method, operation in operations.items():
            if method not in ("get", "post", "put", "patch", "delete"):
                continue
            for id in IDS[1:]:
                parameters = [p["name"] for p in operation.get("parameters", ()) if p["in"] == "path"]
                filled = path
                for name in parameters:
                    filled = filled.replace("{%s}" % name, id.replace("/", "%2F").replace("é", "%C3%A9"))
                body = {} if "requestBody" in operation else None
                await tried(api.call(method.upper(), filled, body))
                if not parameters:
                    break
            if "requestBody" in operation:
                for value in VALUES:
                    filled = path.replace("{", "").replace("}", "")
                    await tried(api.call(method.upper(), filled, dict.fromkeys(FIELDS, value)))

    mark = await platform.agent("mark")
    actions = ("messaging", "assignment", "transfer", "discuss", "hello", "ping", "catch_up", "typing", "presence",
               "direct", "direct_read", "read", "draft", "nothing")
    for action, value in itertools.product(actions, VALUES):
        frame = {"action": action} | dict.fromkeys(FIELDS, value)
        if len(json.dumps(frame, ensure_ascii=False).encode()) <= 32_768:  # A larger one closes the socket.
            await mark.send(frame)
    before = len(mark.pushes)
    await mark.send({"action": "ping", "positions": {}})
    await mark.until("the socket still answers", lambda: any(p["type"] == "pong" for p in mark.pushes[before:]))
    await api.close()

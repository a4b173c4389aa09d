"""Holds every frame and answer against docs/protocol, strictly: a field that no document names is a finding."""

import json
import pathlib
import re

import jsonschema

DOCUMENTS = pathlib.Path(__file__).resolve().parents[3] / "docs" / "protocol"
ROUTE = re.compile(r"\{[^}]+\}")
# Keywords whose values are schemas for values of their own, and keywords that describe the same value further.
INSIDE = ("properties", "patternProperties")


def strict(schema):
    """The same schema, in which an object has no other fields than the named ones.

    Clients skip unknown fields, so the published schema is open; the referee closes it at each place where a
    value stands, because there a composition (`$ref` beside `properties`, `oneOf`) is complete.
    """
    if isinstance(schema, list):
        return [strict(s) for s in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {}
    for key, value in schema.items():
        if key in INSIDE:
            closed[key] = {name: place(s) for name, s in value.items()}
        elif key in ("items", "additionalProperties") and isinstance(value, dict):
            closed[key] = place(value)
        elif key in ("oneOf", "anyOf", "allOf"):
            closed[key] = strict(value)
        elif key == "$defs":
            closed[key] = {name: strict(s) for name, s in value.items()}
        else:
            closed[key] = value
    return closed


def place(schema):
    """A schema for a value that stands somewhere."""
    closed = strict(schema)
    if isinstance(closed, dict) and closed.get("additionalProperties") is None:
        closed["unevaluatedProperties"] = False
    return closed


class Contract:
    """The documents, and the findings that differ from them."""

    def __init__(self):
        self.schema = strict(json.loads((DOCUMENTS / "schema.json").read_text()))
        self.openapi = json.loads((DOCUMENTS / "openapi.json").read_text())
        self.codes = set(re.findall(r"^\| `([a-z_]+)` \| \d{3} \|", (DOCUMENTS / "README.md").read_text(), re.M))
        self.routes = [
            (method.upper(), re.compile("^" + ROUTE.sub("[^/]+", path) + "$"), operation)
            for path, operations in self.openapi["paths"].items()
            for method, operation in operations.items()
            if method in ("get", "post", "put", "patch", "delete")
        ]
        self.validators, self.checked, self.seen = {}, 0, set()

    def validate(self, definition, value, where):
        """Fails with the place and the reason if `value` is no `definition`."""
        if definition not in self.validators:
            schema = {"$ref": f"#/$defs/{definition}", "unevaluatedProperties": False, "$defs": self.schema["$defs"]}
            self.validators[definition] = jsonschema.Draft202012Validator(schema)
        self.checked += 1
        error = jsonschema.exceptions.best_match(self.validators[definition].iter_errors(value))
        if error:
            raise AssertionError(
                f"{where}: {definition} at {error.json_path}: {error.message[:600]}\n{json.dumps(value)[:1500]}"
            )

    def push(self, _, frame):
        """Every frame to an agent."""
        self.frame("Push", frame)

    def visitor_push(self, _, frame):
        """Every frame to a visitor."""
        self.frame("VisitorPush", frame)

    def frame(self, definition, frame):
        self.seen.add((definition, frame.get("type")))
        self.validate(definition, frame, "a frame")
        if frame["type"] == "refused":
            assert frame["code"] in self.codes, f"the reference does not name {frame['code']}"

    def answer(self, method, path, status, content):
        """Every answer over HTTP: the route's document must list the status, and a refusal's code with it."""
        operation = next((o for m, pattern, o in self.routes if m == method and pattern.match(path)), None)
        where = f"{method} {path} ({status})"
        assert operation, f"{where}: no such route is documented"
        response = operation["responses"].get(str(status))
        assert response, f"{where}: this status is not documented: {json.dumps(content)[:500]}"
        media = response.get("content", {}).get("application/json")
        if not media:
            return
        parts = media["schema"].get("allOf", [media["schema"]])
        for definition in (part["$ref"].rsplit("/", 1)[-1] for part in parts if "$ref" in part):
            self.validate(definition, content, where)
        if status >= 400:
            code = content["error"]["code"]
            assert code in self.listed(media["schema"]), f"{where}: {code} is not listed for this route and status"
            self.seen.add((operation["operationId"], code))

    @staticmethod
    def listed(schema):
        """The codes that a route can answer under a status."""
        parts = schema.get("allOf", ())
        errors = [part.get("properties", {}).get("error", {}).get("properties", {}) for part in parts]
        return {code for error in errors for code in error.get("code", {}).get("enum", ())}

"""`python -m stack.update`: today's template over the release before it, and nothing that a person wrote is lost.

The functions are empty here: their programs say nothing about what CloudFormation keeps, and the release before has none.
At the end a control: a template whose table has another logical id must lose the items, or this test sees nothing.
"""

import io
import json
import sys
import time
import zipfile

from .deployment import NotDeployed, deploy, logical_ids
from .emulator import Emulator
from .outside import SECRETS
from .package import ROOT, TEMPLATE, package

BEFORE = ROOT / "tests" / "referee" / "stack" / "before.yaml"
LOG = ROOT / "target" / "referee-update.log"
# The console is published from its build, which is not made for this.
PARAMETERS = {
    "OidcIssuer": "https://login.example.com", "OidcClientId": "desk", "AdminEmail": "ada@example.com",
    "HostConsole": "false",
}
ITEMS = 60
OBJECTS = {f"files/{n}/photo.png": bytes([n]) * 4096 for n in range(5)}
# Logical ids of what people wrote to.
KEPT = ["Table", "FilesBucket"]


def nothing(_):
    """The zip of a program that does nothing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o755 << 16
        archive.writestr(entry, "#!/bin/sh\nsleep 60\n")
    return packed.getvalue()


def item(n):
    return {"pk": {"S": f"T#{n % 7}"}, "sk": {"S": f"e#{n:08}"}, "b": {"S": "words of a customer " * (n % 50 + 1)}}


def write(emulator, names):
    table, bucket = emulator.client("dynamodb"), emulator.client("s3")
    for n in range(ITEMS):
        table.put_item(TableName=names["Table"], Item=item(n))
    for key, body in OBJECTS.items():
        bucket.put_object(Bucket=names["FilesBucket"], Key=key, Body=body)


def lost(emulator, before, after):
    """The losses of an update, in sentences."""
    for name in KEPT:
        if before[name] != after.get(name):
            yield f"{name} was {before[name]} and is {after.get(name)}"
    table, bucket = emulator.client("dynamodb"), emulator.client("s3")
    if "Table" in after:
        read = table.get_paginator("scan").paginate(TableName=after["Table"], ConsistentRead=True)
        items = [one for page in read for one in page["Items"]]
        if sorted(map(str, items)) != sorted(str(item(n)) for n in range(ITEMS)):
            yield f"of {ITEMS} items the table has {len(items)}"
    if "FilesBucket" in after:
        read = bucket.get_paginator("list_objects_v2").paginate(Bucket=after["FilesBucket"])
        found = {one["Key"]: bucket.get_object(Bucket=after["FilesBucket"], Key=one["Key"])["Body"].read()
                 for page in read for one in page.get("Contents", [])}
        if found != OBJECTS:
            yield f"of {len(OBJECTS)} files the bucket has {len(found)}"


def renamed(text):
    """The template with another logical id for its table: a mistake that CloudFormation allows."""
    text = text.replace("\n  Table:\n", "\n  ItemsTable:\n").replace("!Ref Table\n", "!Ref ItemsTable\n")
    return text.replace("!GetAtt Table.", "!GetAtt ItemsTable.").replace("${Table}", "${ItemsTable}")


def main():
    LOG.parent.mkdir(exist_ok=True)
    began = time.monotonic()
    with Emulator(LOG) as emulator:
        # The release before wants the key for visitors in the same secret.
        channels = json.dumps(SECRETS | {"visitor_key": "demo-visitor-key-of-32-characters"})
        secret = emulator.client("secretsmanager").create_secret(Name="channels", SecretString=channels)["ARN"]
        given = PARAMETERS | {"ChannelSecretArn": secret}

        def step(text):
            template = package(emulator, text, nothing)
            deploy(emulator, {name: one for name, one in given.items() if name in template["Parameters"]})
            return logical_ids(emulator)

        try:
            before = step(BEFORE.read_text())
            print(f"referee update: the release before: {len(before)} resources, {time.monotonic() - began:.1f} s", flush=True)
            write(emulator, before)
            after = step(TEMPLATE.read_text())
            print(f"referee update: today's template: {len(after)} resources, {time.monotonic() - began:.1f} s", flush=True)
            found = list(lost(emulator, before, after))
            if found:
                sys.exit("referee update: FAILED: " + "; ".join(found))
            wrong = step(renamed(TEMPLATE.read_text()))
            if not list(lost(emulator, before, wrong)):
                sys.exit("referee update: FAILED: a table with another logical id was not noticed")
        except NotDeployed as error:
            sys.exit(f"referee update: FAILED: {error}: the emulator's log is {LOG}")
    print(f"referee update: ok, {ITEMS} items and {len(OBJECTS)} files are where they were, under the same names; "
          f"a table with another logical id would have lost them, {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()

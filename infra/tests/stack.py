"""The template as data, for the tests of the stack: `make check-stack` runs them."""

import os
import pathlib
import re
import sys

from samtranslator.translator.transform import transform

# SAM's transform wants to know a region; nothing is asked there.
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
from template import PATH, load  # noqa: E402

TEXT = PATH.read_text()
TEMPLATE = load()
RESOURCES = TEMPLATE["Resources"]
PARAMETERS = TEMPLATE["Parameters"]


def of_type(kind):
    """The resources of a type, by logical id."""
    return {name: one for name, one in RESOURCES.items() if one["Type"] == kind}


class Policies:
    """The managed policies that SAM asks AWS for; none of their contents matter here."""

    def load(self):
        names = ["AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess", "AWSXrayWriteOnlyAccess"]
        names += ["AWSLambdaSQSQueueExecutionRole", "AWSLambdaDynamoDBExecutionRole"]
        return {name: f"arn:aws:iam::aws:policy/service-role/{name}" for name in names}


def transformed():
    """The resources after SAM's transform, as CloudFormation gets them."""
    template = load()
    for name, one in template["Resources"].items():
        properties = one.get("Properties", {})
        for place in ("CodeUri", "ContentUri"):
            if place in properties:
                properties[place] = f"s3://a-bucket-for-packages/switchboard/{name}"
    defaults = {name: one.get("Default", "") for name, one in PARAMETERS.items()}
    return transform(template, defaults, Policies())


def words(text):
    """`OutboxDeadLetterAlarm` as `outbox-dead-letter`: the name of its page."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", text.removesuffix("Alarm")).lower()

"""Every difference between the template that is deployed to AWS and the one that the emulator gets, with its reason.

A difference touches the template only, never a function. Each works on the template after SAM's own transform, by the
type of a resource or the shape of a value, and so holds for resources that come later. A resource that the emulator
cannot make is named with its reason.
"""

import platform
import re

HOST = "arm64" if platform.machine() in ("aarch64", "arm64") else "x86_64"

class Difference:
    def __init__(self, name, reason, change):
        self.name, self.reason, self.change = name, reason, change


def walk(value, change):
    """Replaces each value of a tree by `change(value)`, inner values first."""
    if isinstance(value, dict):
        value = {key: walk(inner, change) for key, inner in value.items()}
    elif isinstance(value, list):
        value = [walk(inner, change) for inner in value]
    return change(value)


def of_type(template, prefix):
    """The resources of one type, by logical id."""
    found = template["Resources"].items()
    return {name: r for name, r in found if r["Type"].startswith(prefix)}


def host_architecture(template, _):
    for function in of_type(template, "AWS::Lambda::Function").values():
        function["Properties"]["Architectures"] = [HOST]


def addresses(template, where):
    """Addresses of AWS become the emulator's, by their form."""
    forms = [
        (r"^https://\$\{(\w+)\}\.execute-api\.\$\{AWS::Region\}\.\$\{AWS::URLSuffix\}(/live)$",
         rf"{where.url}/_aws/execute-api/${{\1}}\2"),
        (r"^wss://\$\{(\w+)\}\.execute-api\.\$\{AWS::Region\}\.\$\{AWS::URLSuffix\}",
         rf"{where.url.replace('http', 'ws', 1)}/_aws/execute-api/${{\1}}"),
        (r"^https://\$\{(\w+)\}\.execute-api\.\$\{AWS::Region\}\.\$\{AWS::URLSuffix\}",
         rf"{where.url}/_aws/execute-api/${{\1}}/$default"),
        (r"^https://\$\{(\w+)\.RegionalDomainName\}", rf"{where.url}/${{\1}}"),
    ]

    def change(value):
        if isinstance(value, dict) and isinstance(value.get("Fn::Sub"), str):
            for form, ours in forms:
                changed, count = re.subn(form, ours, value["Fn::Sub"])
                if count:
                    return {"Fn::Sub": changed}
        return value

    for part in ("Resources", "Outputs"):
        template[part] = walk(template.get(part, {}), change)


def plain_http(template, _):
    for policy in of_type(template, "AWS::S3::BucketPolicy").values():
        document = policy["Properties"]["PolicyDocument"]
        document["Statement"] = [s for s in document["Statement"] if "aws:SecureTransport" not in str(s)]
    for name in [n for n, p in of_type(template, "AWS::S3::BucketPolicy").items()
                 if not p["Properties"]["PolicyDocument"]["Statement"]]:
        del template["Resources"][name]
    for parameter in template["Parameters"].values():
        pattern = parameter.get("AllowedPattern", "")
        parameter["AllowedPattern"] = pattern.replace("https://", "https?://") if pattern else ".*"


def sums(template, _):
    for name, alarm in of_type(template, "AWS::CloudWatch::Alarm").items():
        if "Metrics" in alarm["Properties"]:
            del template["Resources"][name]


def secrets(template, _):
    names = of_type(template, "AWS::SecretsManager::Secret")

    def change(value):
        if isinstance(value, dict) and value.get("Ref") in names:
            return {"Fn::GetAtt": [value["Ref"], "Id"]}
        return value

    template["Resources"] = walk(template["Resources"], change)


DIFFERENCES = [
    Difference("architecture", "functions are built for this machine's processor", host_architecture),
    Difference("addresses", "names below execute-api.…amazonaws.com and s3.…amazonaws.com lead to AWS", addresses),
    Difference("plain_http", "issuer, provider and bucket speak HTTP on the loopback interface: addresses may begin with http, "
               "and the bucket's rule against it is left out", plain_http),
    Difference("sums", "the emulator makes no alarm of several metrics; infra/tests look at those", sums),
    Difference("secrets", "Ref of a secret is its name in the emulator, and its ARN on AWS", secrets),
]

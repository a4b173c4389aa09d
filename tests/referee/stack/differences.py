"""Every difference between the template that is deployed to AWS and the one that the emulator gets, with its reason.

A difference touches the template only, never a function. Each works on the template after SAM's own transform, by the
type of a resource or the shape of a value, and so holds for resources that come later. The emulator makes every type
of resource that the template has.
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
        if re.match(r"\^\(?https://", pattern):
            parameter["AllowedPattern"] = pattern.replace("https://", "https?://", 1)


def routes(template, _):
    """The routes that SAM writes into an OpenAPI body become resources, each with its integration."""
    for name, api in of_type(template, "AWS::ApiGatewayV2::Api").items():
        body = api["Properties"].pop("Body", None)
        if not body:
            continue
        api["Properties"] |= {"Name": {"Fn::Sub": "${AWS::StackName}-http"}, "ProtocolType": "HTTP"}
        integrations = {}
        for path, methods in body["paths"].items():
            for method, operation in methods.items():
                asked = operation.get("x-amazon-apigateway-integration")
                if not asked:
                    continue
                uri = asked["uri"]
                integration = integrations.setdefault(str(uri), f"{name}Integration{len(integrations)}")
                template["Resources"][integration] = {
                    "Type": "AWS::ApiGatewayV2::Integration",
                    "Properties": {
                        "ApiId": {"Ref": name}, "IntegrationType": "AWS_PROXY", "IntegrationUri": uri,
                        "PayloadFormatVersion": asked["payloadFormatVersion"],
                    },
                }
                method = "ANY" if "any-method" in method else method.upper()
                template["Resources"][f"{name}Route{len(template['Resources'])}"] = {
                    "Type": "AWS::ApiGatewayV2::Route",
                    "Properties": {
                        "ApiId": {"Ref": name}, "RouteKey": f"{method} {path}",
                        "Target": {"Fn::Sub": f"integrations/${{{integration}}}"},
                    },
                }


def expressions(template, _):
    for alarm in of_type(template, "AWS::CloudWatch::Alarm").values():
        metrics = alarm["Properties"].pop("Metrics", [])
        first = next((one["MetricStat"] for one in metrics if "MetricStat" in one), None)
        if first:
            name = "Statistic" if first["Stat"] in ("Sum", "Maximum", "Minimum", "Average") else "ExtendedStatistic"
            alarm["Properties"] |= first["Metric"] | {"Period": first["Period"], name: first["Stat"]}


def secrets(template, _):
    made = of_type(template, "AWS::SecretsManager::Secret")

    def change(value):
        name = value.get("Ref") if isinstance(value, dict) else None
        return {"Fn::GetAtt": [name, "Arn"]} if name in made else value

    template["Resources"] = walk(template["Resources"], change)


DIFFERENCES = [
    Difference("architecture", "functions are built for this machine's processor", host_architecture),
    Difference("routes", "the emulator does not read the HTTP API's routes from an OpenAPI body", routes),
    Difference("addresses", "names below execute-api.…amazonaws.com and s3.…amazonaws.com lead to AWS", addresses),
    Difference("plain_http", "issuer, provider and bucket speak HTTP on the loopback interface: addresses may begin with http, "
               "and the bucket's rule against it is left out", plain_http),
    Difference("expressions", "the emulator has no alarm over several metrics: such an alarm watches its first one", expressions),
    Difference("secrets", "a reference to a secret is its ARN on AWS and its name in the emulator, where no policy would match", secrets),
]

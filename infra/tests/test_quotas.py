"""AWS's quotas, counted for the longest names. Sources, read in November 2026: Lambda quotas (function resource-based
policy 20 KB), CloudFormation quotas (500 resources, 200 parameters and outputs, 4,096 bytes for a parameter's value,
51,200 bytes for a body in the request, 1 MB from S3, 1,024 bytes for a description), API Gateway, CloudFront, Cognito,
CloudWatch (names and routes)."""

import collections
import json
import re
import unittest

import botocore.session
from stack import PARAMETERS, RESOURCES, TEMPLATE, TEXT, load, of_type, transformed

STACK = "s" * 128
ACCOUNT = "123456789012"
REGION = max(botocore.session.Session().get_available_regions("lambda"), key=len)
ID = "12345678-1234-1234-1234-123456789012"
CLOUDFORMATION = transformed()["Resources"]


def spelled(expression):
    """A source ARN with the longest values in it."""
    if isinstance(expression, dict):
        (kind, of), = expression.items()
        if kind == "Fn::Sub":
            of = of[0] if isinstance(of, list) else of
            known = {"AWS::Partition": "aws", "AWS::Region": REGION, "AWS::AccountId": ACCOUNT, "AWS::StackName": STACK}
            return re.sub(r"\$\{([^}]+)\}", lambda found: known.get(found[1], "x" * 10), of)
        return f"arn:aws:events:{REGION}:{ACCOUNT}:rule/{'x' * 64}"
    return expression


def statement(name, permission):
    """A statement of a function's policy, as Lambda writes it down."""
    function = f"{STACK}-{name}"[:51] + "-" + "X" * 12
    return {
        # CloudFormation's statement ids have at most 100 characters.
        "Sid": "x" * 100,
        "Effect": "Allow",
        "Principal": {"Service": permission["Principal"]},
        "Action": permission["Action"],
        "Resource": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{function}",
        "Condition": {"ArnLike": {"AWS:SourceArn": spelled(permission.get("SourceArn", ""))}},
    }


def policies(resources):
    """The policies of the functions, in bytes."""
    all_of = collections.defaultdict(list)
    for one in resources.values():
        if one["Type"] == "AWS::Lambda::Permission":
            of = one["Properties"]
            name = of["FunctionName"].get("Ref") or of["FunctionName"]["Fn::GetAtt"][0]
            all_of[name].append(statement(name, of))
    size = lambda statements: len(json.dumps({"Version": "2012-10-17", "Id": "default", "Statement": statements}))
    return {name: size(statements) for name, statements in all_of.items()}


class Quotas(unittest.TestCase):
    def test_each_functions_policy_fits(self):
        sizes = policies(CLOUDFORMATION)
        print(f"resource policies, a stack name of 128 in {REGION}: {dict(sorted(sizes.items()))} of 20,480 bytes")
        for name, size in sizes.items():
            self.assertLessEqual(size, 20_480, name)

    def test_a_permission_for_each_route_would_not_fit(self):
        """The count itself notices the fault of which it is to warn."""
        routes = [one for one in of_type("AWS::ApiGatewayV2::Route").values() if " /v1/" in one["Properties"]["RouteKey"]]
        each = {
            str(n): {"Type": "AWS::Lambda::Permission", "Properties": {
                "Principal": "apigateway.amazonaws.com", "Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "ApiFunction"},
                "SourceArn": {"Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${HttpGateway}/*/"
                              + one["Properties"]["RouteKey"].replace(" ", "")}}}
            for n, one in enumerate(routes)
        }
        self.assertGreater(policies(each)["ApiFunction"], 20_480)

    def test_the_body_goes_by_s3(self):
        """`sam deploy` and `make deploy` upload the template (resolve_s3), where 1 MB is taken; a request takes 51,200 bytes."""
        size = len(TEXT.encode())
        after = len(json.dumps(CLOUDFORMATION).encode())
        print(f"template: {size:,} bytes, after the transform {after:,}; 51,200 are taken in a request, 1,000,000 from S3")
        self.assertLessEqual(size, 500_000, "half of the quota: links of packages make it longer")
        self.assertLessEqual(after, 1_000_000)
        self.assertLessEqual(len(TEMPLATE["Description"].encode()), 1_024)

    def test_there_are_not_too_many_of_anything(self):
        print(f"{len(CLOUDFORMATION)} resources, {len(PARAMETERS)} parameters, {len(TEMPLATE['Outputs'])} outputs")
        self.assertLessEqual(len(CLOUDFORMATION), 500)
        self.assertLessEqual(len(PARAMETERS), 200)
        self.assertLessEqual(len(TEMPLATE["Outputs"]), 200)
        for name, one in PARAMETERS.items():
            self.assertLessEqual(len(str(one.get("Default", "")).encode()), 4_096, name)
            self.assertLessEqual(len(one["Description"]), 4_000, name)
        for name, one in TEMPLATE["Outputs"].items():
            self.assertLessEqual(len(one["Description"].encode()), 1_024, name)
        http = [one for one in of_type("AWS::ApiGatewayV2::Route").values() if " " in one["Properties"]["RouteKey"]]
        self.assertLessEqual(len(http), 300, "routes of an API")

    def test_names_fit_for_the_longest_stack_name(self):
        limits = {
            ("AWS::ApiGatewayV2::Api", "Name"): 128,
            ("AWS::Cognito::UserPool", "UserPoolName"): 128,
            ("AWS::Events::EventBus", "Name"): 256,
            ("AWS::CloudWatch::Dashboard", "DashboardName"): 255,
            ("AWS::Logs::LogGroup", "LogGroupName"): 512,
            ("AWS::CloudFront::Function", "Name"): 64,
        }
        for (kind, place), limit in limits.items():
            for name, one in of_type(kind).items():
                self.assertLessEqual(len(long(one["Properties"][place])), limit, name)
        self.assertLessEqual(len(long(RESOURCES["UserPoolDomain"]["Properties"]["Domain"])), 63)
        for kind, config in [("OriginAccessControl", 64), ("CachePolicy", 128), ("ResponseHeadersPolicy", 128)]:
            for name, one in of_type(f"AWS::CloudFront::{kind}").items():
                self.assertLessEqual(len(long(one["Properties"][f"{kind}Config"]["Name"])), config, name)

    def test_nothing_that_the_account_has_once_is_named_after_the_stack_alone(self):
        """CloudFront and dashboards know no region: the same stack name in a second region must not collide."""
        for kind in ["AWS::CloudFront::Function", "AWS::CloudFront::CachePolicy", "AWS::CloudFront::OriginAccessControl",
                     "AWS::CloudFront::ResponseHeadersPolicy", "AWS::CloudWatch::Dashboard"]:
            for one in of_type(kind).values():
                text = json.dumps(one)
                self.assertTrue("AWS::StackId" in text or "${AWS::StackName}-${AWS::Region}" in text, kind)

    def test_the_environment_of_each_function_fits(self):
        """Lambda takes 4 KB for all variables of a function, names and values (Lambda quotas)."""
        sizes = {}
        for name, one in of_type("AWS::Serverless::Function").items():
            variables = one["Properties"]["Environment"]["Variables"]
            sizes[name] = sum(len(key) + longest(value) for key, value in variables.items())
        print(f"variables at their longest: {dict(sorted(sizes.items()))} of 4,096 bytes")
        for name, size in sizes.items():
            self.assertLessEqual(size, 4_096, name)
        self.assertGreater(max(sizes.values()), longest({"Ref": "AllowedOrigins"}) + longest({"Ref": "OidcIssuer"}))

    def test_the_consoles_policy_fits(self):
        """CloudFront takes 1,783 characters for Content-Security-Policy (CloudFront quotas)."""
        (policy,) = [one for name, one in of_type("AWS::CloudFront::ResponseHeadersPolicy").items()
                     if "ContentSecurityPolicy" in one["Properties"]["ResponseHeadersPolicyConfig"].get("SecurityHeadersConfig", {})]
        config = policy["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        size = longest(config["ContentSecurityPolicy"]["ContentSecurityPolicy"])
        print(f"the console's Content-Security-Policy at its longest: {size} of 1,783 characters")
        self.assertGreater(size, longest({"Ref": "OidcOrigins"}))
        self.assertLessEqual(size, 1_783)


# The lengths of what CloudFormation makes, by the end of the reference to it.
MADE = {
    "AWS::StackName": 128, "AWS::Region": len(REGION), "AWS::URLSuffix": len("amazonaws.com"), "AWS::StackId": 0, "AWS::NoValue": 0,
    "WebSocketApi": 10, "Distribution.DomainName": 32, "UserPool": 55, "ConsoleClient": 26, "HttpGateway": 10,
    "FilesBucket": 63, "FilesBucket.RegionalDomainName": 63 + len(f".s3.{REGION}.amazonaws.com"), "SiteBucket": 63,
    "UserPool.ProviderURL": len(f"https://cognito-idp.{REGION}.amazonaws.com/") + 55,
    # Names of tables have up to 255 characters, of queues 80, of buses 256; the ARN of a secret that has no name of ours.
    "Table": 255, "DomainBus": 256, "EngineKeys": len(f"arn:aws:secretsmanager:{REGION}:{ACCOUNT}:secret:") + 64 + 7,
} | {name: len(f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/") + 80 for name in of_type("AWS::SQS::Queue")}
# The longest secrets of a channel here: Meta's app secret has 32 characters, a token of a system user about 200.
RESOLVED = {"whatsapp_app_secret": 64, "whatsapp_verify_token": 128, "whatsapp_access_token": 320}


def longest(expression):
    """The length of the longest value that an expression can have; one of a kind that it does not know is an error."""
    if not isinstance(expression, dict):
        resolved = re.fullmatch(r"\{\{resolve:secretsmanager:.*:SecretString:(\w+)\}\}", str(expression))
        return RESOLVED[resolved[1]] if resolved else len(str(expression))
    (kind, of), = expression.items()
    match kind:
        case "Ref" | "Fn::GetAtt":
            name = of if isinstance(of, str) else ".".join(of)
            if name not in PARAMETERS:
                return MADE[name]
            allowed = PARAMETERS[name].get("AllowedValues")
            return max(len(str(one)) for one in allowed) if allowed else PARAMETERS[name]["MaxLength"]
        case "Fn::If":
            return max(longest(of[1]), longest(of[2]))
        case "Fn::Select":
            # A part of the stack's id, or the host of the issuer.
            return max(len(ID), 200 if "OidcIssuer" in str(of) else 0)
        case "Fn::Sub":
            text, own = of if isinstance(of, list) else (of, {})
            resolved = re.fullmatch(r"\{\{resolve:.*\}\}", text)
            if resolved:
                return longest(re.sub(r"\$\{[^}]+\}", "", text))
            parts = re.findall(r"\$\{([^}]+)\}", text)
            fixed = len(re.sub(r"\$\{[^}]+\}", "", text))
            return fixed + sum(longest(own[one]) if one in own else longest({"Ref": one}) for one in parts)
    raise AssertionError(f"the test does not know {kind}")


def long(expression):
    """A name with the longest values in it."""
    if isinstance(expression, str):
        return expression
    (kind, of), = expression.items()
    if kind == "Ref":
        return {"AWS::StackName": STACK}[of]
    text, own = of if isinstance(of, list) else (of, {})
    known = {"AWS::StackName": STACK, "AWS::Region": REGION} | {name: ID for name in own}
    return re.sub(r"\$\{([^}]+)\}", lambda found: known[found[1]], text)


class Retention(unittest.TestCase):
    def test_what_cannot_be_made_again_stays(self):
        for name in ["Table", "FilesBucket", "UserPool"]:
            self.assertEqual(RESOURCES[name]["UpdateReplacePolicy"], "Retain", name)
            self.assertEqual(RESOURCES[name]["DeletionPolicy"], "RetainExceptOnCreate", f"{name} of a failed creation is empty")
        # API Gateway writes logs with the role for other APIs of the account, too, from the moment that it is set.
        for name in ["ApiGatewayLogs", "ApiGatewayLogRole"]:
            self.assertEqual(RESOURCES[name]["DeletionPolicy"], "Retain", name)
        table = RESOURCES["Table"]["Properties"]
        self.assertTrue(table["DeletionProtectionEnabled"])
        self.assertTrue(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"])
        self.assertEqual(RESOURCES["UserPool"]["Properties"]["DeletionProtection"], "ACTIVE")

    def test_every_queue_that_a_function_reads_has_dead_letters_and_time(self):
        timeouts = {name: one["Properties"].get("Timeout", 10) for name, one in of_type("AWS::Serverless::Function").items()}
        for name, one in of_type("AWS::Serverless::Function").items():
            for event in one["Properties"].get("Events", {}).values():
                if event["Type"] == "SQS":
                    queue = RESOURCES[event["Properties"]["Queue"]["Fn::GetAtt"][0]]["Properties"]
                    self.assertGreaterEqual(queue["VisibilityTimeout"], 6 * timeouts[name])
                    self.assertIn("deadLetterTargetArn", queue["RedrivePolicy"])

    def test_streams_begin_at_the_beginning_and_try_as_long_as_the_stream_keeps_records(self):
        seen = 0
        for one in of_type("AWS::Serverless::Function").values():
            for event in one["Properties"].get("Events", {}).values():
                if event["Type"] == "DynamoDB":
                    seen += 1
                    of = event["Properties"]
                    self.assertEqual(of["StartingPosition"], "TRIM_HORIZON")
                    self.assertEqual(of["MaximumRecordAgeInSeconds"], 86_400)
                    self.assertEqual(of["ParallelizationFactor"], 10)
                    self.assertTrue(of["BisectBatchOnFunctionError"])
                    self.assertIn("OnFailure", of["DestinationConfig"])
        self.assertEqual(seen, 2)

    def test_the_guide_asks_no_question_about_routes(self):
        """`sam deploy --guided` asks once for each HTTP event of a function that has no authorizer."""
        events = [event["Type"] for one in of_type("AWS::Serverless::Function").values()
                  for event in one["Properties"].get("Events", {}).values()]
        self.assertFalse({"Api", "HttpApi"} & set(events))


if __name__ == "__main__":
    unittest.main()

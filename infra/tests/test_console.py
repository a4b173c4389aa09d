"""CloudFront serves the console as the local platform does, and the work of a deployment always ends."""

import json
import re
import subprocess
import sys
import unittest
from unittest import mock

from stack import RESOURCES, ROOT, TEXT, of_type

sys.path.insert(0, str(ROOT / "infra" / "setup" / "code"))
import console  # noqa: E402
import handler  # noqa: E402
import log_role  # noqa: E402
from botocore.exceptions import ClientError  # noqa: E402

SERVER = (ROOT / "infra/local/src/server.rs").read_text()
CONFIG = RESOURCES["Distribution"]["Properties"]["DistributionConfig"]


def policy(text):
    """The directives of a content policy, with their sources."""
    return {part.split()[0]: set(part.split()[1:]) for part in text.split(";") if part.strip()}


class Site(unittest.TestCase):
    def test_the_policy_names_exact_origins_and_nothing_unsafe(self):
        headers = RESOURCES["SiteHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        text, origins = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
        self.assertNotIn("unsafe", text)
        self.assertNotIn("*", text)
        for origin in ["Files", "Sockets"]:
            self.assertRegex(origins[origin]["Fn::Sub"], r"^(https|wss)://\$\{[^*]+$")
        here = policy(text)
        written = re.search(r'"(default-src \'none\'; .*?)"', SERVER, re.S)[1]
        there = policy(re.sub(r"\\\n\s+", "", written).replace("{bucket}", "${Files}"))
        # The demo page frames the others, and a mail's page is framed from the bucket; the sockets and the issuer have
        # other origins on AWS.
        there["frame-src"] -= {"'self'"}
        there["connect-src"] |= {"${Sockets}", "${Issuer}"}
        self.assertEqual(here, there)

    def test_the_pages_have_the_addresses_that_the_local_platform_serves(self):
        routes = re.findall(r'\.route\("([^"]+)", page\("(\w+\.html)"\)\)', SERVER)
        self.assertGreater(len(routes), 8)
        addresses = {}
        for path, file in routes:
            if path not in ("/demo", "/shop", "/"):
                addresses[re.sub(r"\{\*\w+\}", "any/thing", path)] = "/" + file
        addresses |= {path: path for path in ["/", "/widget.js", "/assets/index-1a2b.js", "/config.json", "/c", "/contactsx"]}
        code = RESOURCES["SitePaths"]["Properties"]["FunctionCode"]
        script = code + "\nconst out = {};\n" + f"for (const path of {json.dumps(list(addresses))}) out[path] = handler({{ request: {{ uri: path }} }}).uri;\n"
        got = subprocess.run(["node", "-e", script + "console.log(JSON.stringify(out))"], capture_output=True, text=True, check=True)
        self.assertEqual(json.loads(got.stdout), addresses)
        self.assertLessEqual(len(code.encode()), 10_240, "CloudFront's quota for a function")

    def test_the_api_and_the_webhooks_are_never_kept_and_get_every_method(self):
        behaviours = {one["PathPattern"]: one for one in CONFIG["CacheBehaviors"]}
        routes = [one["Properties"]["RouteKey"] for one in of_type("AWS::ApiGatewayV2::Route").values()]
        begins = {"/" + key.split(" /")[1].split("/")[0] + "/*" for key in routes if " " in key}
        self.assertEqual(set(behaviours), begins)
        for one in behaviours.values():
            self.assertEqual(one["CachePolicyId"], "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "CachingDisabled")
            self.assertEqual(one["OriginRequestPolicyId"], "b689b0a8-53d0-40ab-baf2-68738e2966ac", "AllViewerExceptHostHeader")
            self.assertEqual(len(one["AllowedMethods"]), 7)

    def test_the_bucket_is_private(self):
        block = RESOURCES["SiteBucket"]["Properties"]["PublicAccessBlockConfiguration"]
        self.assertEqual(set(block.values()), {True})
        allow = [one for one in RESOURCES["SiteBucketPolicy"]["Properties"]["PolicyDocument"]["Statement"] if one["Effect"] == "Allow"]
        self.assertEqual([one["Principal"] for one in allow], [{"Service": "cloudfront.amazonaws.com"}])
        self.assertIn("aws:SourceArn", allow[0]["Condition"]["ArnEquals"])

    def test_one_version_everywhere(self):
        version = re.search(r'^version = "(.+)"$', (ROOT / "Cargo.toml").read_text(), re.M)[1]
        self.assertEqual(re.findall(r"(?:version|Value): (\d+\.\d+\.\d+)\n", TEXT), [version] * 2)


class Bucket:
    """As much of S3 as the work needs."""

    def __init__(self, there=()):
        self.files, self.removed = {}, []
        self.there = [{"Key": name, "LastModified": at} for name, at in there]

    def put_object(self, Bucket, Key, Body, ContentType, CacheControl):
        self.files[Key] = (ContentType, CacheControl, Body)

    def get_paginator(self, _):
        return mock.Mock(paginate=lambda **_: [{"Contents": self.there}])

    def delete_objects(self, Bucket, Delete):
        self.removed += [one["Key"] for one in Delete["Objects"]]
        return {}


class Work(unittest.TestCase):
    PROPERTIES = {"Bucket": "site", "Config": {"issuer": "https://login.test/", "clientId": "desk", "version": "0.1.0"}}

    def release(self, bucket, names, change="Create"):
        with mock.patch.object(console, "release", lambda _: {name: __file__ for name in names}), \
                mock.patch.object(console.boto3, "client", lambda _: bucket):
            console.work(change, self.PROPERTIES)

    def test_each_file_says_how_long_it_may_be_kept(self):
        bucket = Bucket()
        self.release(bucket, ["index.html", "chat.html", "widget.js", "assets/index-1a.js", "assets/a.woff2", "icon.svg", "console.webmanifest"])
        kept = {name: of[1] for name, of in bucket.files.items()}
        self.assertEqual(kept["index.html"], "no-store")
        self.assertEqual(kept["config.json"], "no-store")
        self.assertEqual(kept["assets/index-1a.js"], "public, max-age=31536000, immutable")
        self.assertEqual(kept["widget.js"], "public, max-age=300")
        kinds = {name: of[0] for name, of in bucket.files.items()}
        self.assertEqual(kinds["index.html"], "text/html; charset=utf-8")
        self.assertEqual(kinds["assets/index-1a.js"], "text/javascript; charset=utf-8")
        self.assertEqual(kinds["console.webmanifest"], "application/manifest+json")
        order = list(bucket.files)
        self.assertGreater(order.index("index.html"), order.index("assets/index-1a.js"), "a page comes after its files")

    def test_the_configuration_has_the_fields_of_the_local_platform(self):
        written = SERVER[SERVER.index("async fn config"):]
        fields = set(re.findall(r'^        "(\w+)":', written[: written.index("}))")], re.M))
        # `/chat` on AWS names its account in the address: /chat?asset=...
        self.assertEqual(set(console.config(self.PROPERTIES["Config"])), fields - {"webchatAsset"})

    def test_old_files_go_after_a_week_and_all_of_them_with_the_stack(self):
        now = console.datetime.datetime.now(console.datetime.timezone.utc)
        old = now - console.datetime.timedelta(days=8)
        bucket = Bucket([("assets/old.js", old), ("assets/new.js", now), ("index.html", old), ("config.json", old)])
        self.release(bucket, ["index.html"], "Update")
        self.assertEqual(bucket.removed, ["assets/old.js"])
        self.release(bucket, ["index.html"], "Delete")
        self.assertEqual(len(bucket.removed), 5)

    def test_a_console_without_its_page_is_not_published(self):
        with self.assertRaisesRegex(RuntimeError, "index.html"):
            console.release(str(ROOT / "infra" / "setup" / "code"))

    def test_every_event_gets_an_answer(self):
        for fault in [None, RuntimeError("the bucket is gone"), KeyError("Bucket")]:
            sent = []
            work = mock.Mock(side_effect=fault)
            event = {"ResourceType": "Custom::Console", "RequestType": "Create", "ResourceProperties": {}, "StackId": "s",
                     "RequestId": "r", "LogicalResourceId": "Console", "ResponseURL": "https://answer.test/"}
            answer = mock.MagicMock(side_effect=lambda request, timeout: sent.append(json.loads(request.data)) or mock.MagicMock())
            with mock.patch.dict(handler.WORK, {"Custom::Console": work}), mock.patch("urllib.request.urlopen", answer), mock.patch("builtins.print"):
                handler.handle(event, None)
            self.assertEqual(sent[0]["Status"], "FAILED" if fault else "SUCCESS")
            self.assertEqual(sent[0]["PhysicalResourceId"], "Console")
            self.assertTrue(sent[0]["Reason"] or not fault)
        kinds = {one["Type"] for one in RESOURCES.values() if one["Type"].startswith("Custom::")}
        self.assertEqual(kinds, set(handler.WORK))

    def test_a_role_for_logs_that_is_there_stays(self):
        for there in ["arn:aws:iam::123456789012:role/theirs", None]:
            gateway = mock.Mock()
            gateway.get_account.return_value = {"cloudwatchRoleArn": there} if there else {}
            refused = ClientError({"Error": {"Code": "BadRequestException"}}, "UpdateAccount")
            gateway.update_account.side_effect = [refused, {}]
            with mock.patch.object(log_role.boto3, "client", lambda _: gateway), mock.patch.object(log_role.time, "sleep"):
                log_role.work("Create", {"RoleArn": "arn:aws:iam::123456789012:role/ours"})
                log_role.work("Delete", {"RoleArn": "arn:aws:iam::123456789012:role/ours"})
            self.assertEqual(gateway.update_account.call_count, 0 if there else 2)


if __name__ == "__main__":
    unittest.main()

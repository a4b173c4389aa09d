"""`make deploy`: wrong answers are refused before anything is built, and each failure says what to do."""

import io
import json
import os
import shlex
import subprocess
import sys
import unittest
from contextlib import redirect_stdout
from unittest import mock

from botocore.exceptions import (
    ClientError, ConfigParseError, EndpointConnectionError, NoCredentialsError, NoRegionError, ProfileNotFound, SSOTokenLoadError,
    TokenRetrievalError, UnauthorizedSSOTokenError, WaiterError,
)
from samcli.cli.types import CfnParameterOverridesType
from stack import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import deploy  # noqa: E402

OUT = {"ConsoleUrl": "https://d1.cloudfront.net/", "Version": "0.1.0", "UserPoolId": "eu-central-1_AbC", "TableName": "t", "BucketName": "b",
       "WhatsAppWebhookUrl": "https://d1.cloudfront.net/webhooks/whatsapp/{asset}"}


def refusal(name, message="no"):
    return ClientError({"Error": {"Code": name, "Message": message}}, "Anything")


class Cloud:
    """As much of AWS as the program asks."""

    def __init__(self, state=None, parameters=None):
        self.state, self.parameters, self.calls = state, parameters or {}, []
        self.broken, self.waits, self.out = None, None, OUT
        self.change_sets, self.left, self.events = [], {}, ["CREATE_COMPLETE"] if state else []

    def client(self, _):
        return self

    def get_available_regions(self, _):
        return ["eu-central-1"]

    region_name = "eu-central-1"

    def get_caller_identity(self):
        if self.broken:
            raise self.broken
        return {"Account": "123456789012"}

    def describe_stacks(self, StackName):
        if StackName == deploy.PACKAGES:
            return {"Stacks": [{"Outputs": [{"OutputKey": "SourceBucket", "OutputValue": "packages"}]}]}
        if not self.state:
            raise refusal("ValidationError")
        return {"Stacks": [{"StackStatus": self.state, "Outputs": [{"OutputKey": k, "OutputValue": v} for k, v in self.out.items()],
                            "Parameters": [{"ParameterKey": k, "ParameterValue": v} for k, v in self.parameters.items()]}]}

    def describe_stack_events(self, StackName, NextToken="0"):
        """One event a page, the newest first."""
        if not self.events:
            raise refusal("ValidationError")
        at = int(NextToken)
        names = ["Earlier", "Distribution", "Later"]
        words = {"Distribution": "The certificate is not valid", "Later": "Resource creation cancelled"}
        n = len(self.events) - 1 - at
        name = names[n % 3]
        event = {"EventId": f"e{n}", "LogicalResourceId": name, "ResourceStatus": self.events[n], "ResourceStatusReason": words.get(name, "")}
        return {"StackEvents": [event]} | ({"NextToken": str(at + 1)} if n else {})

    def list_change_sets(self, StackName):
        return {"Summaries": self.change_sets}

    def describe_stack_resource(self, StackName, LogicalResourceId):
        if LogicalResourceId not in self.left:
            raise refusal("ValidationError")
        status = self.left[LogicalResourceId]
        return {"StackResourceDetail": {"PhysicalResourceId": f"desk-{LogicalResourceId}-1", "ResourceStatus": status}}

    def delete_stack(self, StackName):
        self.calls.append("delete_stack")
        if not self.waits:
            self.state, self.events = None, []

    def create_change_set(self, **given):
        self.calls.append(("create_change_set", given))

    def execute_change_set(self, **_):
        self.state = "CREATE_COMPLETE"

    def put_object(self, **given):
        self.calls.append(("put_object", given))

    def get_waiter(self, _):
        return mock.Mock(wait=mock.Mock(side_effect=self.waits))

    def admin_create_user(self, **given):
        self.calls.append(("admin_create_user", given))
        if self.broken:
            raise self.broken

    def admin_add_user_to_group(self, **given):
        self.calls.append(("admin_add_user_to_group", given))


def run(cloud, *arguments, fails=None, ends="ROLLBACK_COMPLETE"):
    """Runs the program. Returns its words, its exit and the commands that it started.

    `fails` is the command of SAM that fails, `ends` the stack's state after a deployment that failed; None if it was not touched.
    """
    commands, words, end = [], io.StringIO(), None

    def started(command, **_):
        commands.append(list(command))
        if "deploy" in command and not fails:
            cloud.state = "CREATE_COMPLETE"
        elif "deploy" in command and ends:
            cloud.state, cloud.events = ends, [*(cloud.events or ["CREATE_IN_PROGRESS"]), "CREATE_FAILED", "CREATE_FAILED"]
        return mock.Mock(returncode=1 if fails and fails in command else 0, stdout="/")

    with mock.patch.object(sys, "argv", ["deploy.py", *arguments]), mock.patch.object(deploy.boto3, "Session", lambda **_: cloud), \
            mock.patch.object(deploy.subprocess, "run", started), mock.patch.object(deploy.shutil, "which", lambda _: "/bin/it"), \
            mock.patch.object(sys, "stdin", io.StringIO()), redirect_stdout(words):
        try:
            deploy.main()
        except SystemExit as stop:
            end = str(stop.code)
    return words.getvalue(), end, commands


ARGUMENTS = ["deploy", "--email", "ada@example.com", "--region", "eu-central-1", "--name", "desk"]


class Deploy(unittest.TestCase):
    def test_a_first_deployment_ends_with_the_addresses_and_what_to_do_next(self):
        cloud = Cloud()
        words, end, commands = run(cloud, *ARGUMENTS)
        self.assertIsNone(end)
        sam = [command[:2] for command in commands if command[0] == "sam"]
        self.assertEqual(sam, [["sam", "build"], ["sam", "deploy"]])
        self.assertIn("AdminEmail=ada@example.com", commands[-1])
        for part in [OUT["ConsoleUrl"], OUT["WhatsAppWebhookUrl"], "Read the mail to ada@example.com", "make invite", "AlarmEmail"]:
            self.assertIn(part, words)

    def test_wrong_answers_meet_a_sentence_and_nothing_is_built(self):
        for arguments, part in [
            (["--email", "ada @example.com"], "Take out spaces"),
            (["--name", "my desk"], "letters, digits and hyphens"),
            (["--region", "Frankfurt"], "no region"),
            (["--set", "Mfa=always"], "off, optional or required"),
            (["--set", "Colour=red"], "no parameter Colour"),
            (["--table", "desk-Table-1"], "belong together"),
            (["--set", "TableName=desk-Table-1"], "belong together"),
            (["--set", "LongestWaitAlarmSeconds=59"], "from 60 to 86400"),
            (["--set", "LongestWaitAlarmSeconds=soon"], "from 60 to 86400"),
            (["--set", "AllowedOrigins=" + ",".join(["https://a.test"] * 99)], "at most 768"),
            (["--set", "Mfa"], "sets nothing"),
            (["--set", "Mfa=off Mfa=optional"], "twice"),
            (["--set", "AdminEmail=bob@example.com"], "differ"),
        ]:
            cloud = Cloud("ROLLBACK_COMPLETE")
            cloud.broken = AssertionError("AWS is asked before what needs no AWS is judged")
            words, end, commands = run(cloud, *ARGUMENTS, *arguments)
            self.assertIn(part, end, arguments)
            self.assertEqual((commands, cloud.calls), ([], []))

    def test_values_that_do_not_go_together_meet_the_templates_sentence(self):
        key = "arn:aws:kms:eu-west-1:123456789012:key/12345678-1234-1234-1234-123456789012"
        for cloud, text, part in [
            (Cloud("ROLLBACK_COMPLETE"), "OidcIssuer=https://login.example.com", "OidcIssuer and OidcClientId belong together"),
            (Cloud(), "HostConsole=false", "no address for the user pool"),
            (Cloud("CREATE_COMPLETE", {"AdminEmail": "ada@example.com", "AlarmEmail": "ops@example.com"}),
             "AlarmTopicArn=arn:aws:sns:eu-central-1:123456789012:alarms", "exclude each other"),
            (Cloud(), "AlarmTopicArn=arn:aws:sns:us-east-1:123456789012:alarms", "AlarmTopicArn is in us-east-1"),
            (Cloud(), f"KmsKeyArn={key}", "Enter one of eu-central-1"),
        ]:
            _, end, commands = run(cloud, *ARGUMENTS, "--set", text)
            self.assertIn(part, end, text)
            self.assertEqual((commands, cloud.calls), ([], []))

    def test_what_the_stack_remembers_counts_with_what_is_given(self):
        before = {"AdminEmail": "ada@example.com", "OidcIssuer": "https://login.example.com", "OidcClientId": "desk"}
        _, end, commands = run(Cloud("CREATE_COMPLETE", before), *ARGUMENTS, "--set", "OidcOrigins=https://a.test https://b.test Mfa=off")
        self.assertIsNone(end)
        self.assertEqual(commands[-1][-3:], ['OidcOrigins="https://a.test https://b.test"', "Mfa=off", "AdminEmail=ada@example.com"])

    def test_a_fault_of_signing_in_says_how_to_sign_in(self):
        for fault, part in [
            (NoCredentialsError(), "aws configure"), (refusal("ExpiredToken"), "Sign in again"), (NoRegionError(), "REGION="),
            (ProfileNotFound(profile="nope"), "aws configure list-profiles"), (ConfigParseError(path="~/.aws/config"), "Mend ~/.aws/config"),
            (SSOTokenLoadError(error_msg="no"), "aws sso login"), (UnauthorizedSSOTokenError(), "aws sso login"),
            (TokenRetrievalError(provider="sso", error_msg="no"), "aws sso login"),
            (EndpointConnectionError(endpoint_url="https://sts"), "Check the network"),
        ]:
            cloud = Cloud()
            cloud.broken = fault
            _, end, _ = run(cloud, *ARGUMENTS)
            self.assertIn(part, end)
            self.assertEqual("network" in end, "network" in part, end)

    def test_a_profile_that_is_not_there_is_no_traceback_even_before_a_region_is_known(self):
        with mock.patch.object(Cloud, "get_available_regions", side_effect=ProfileNotFound(profile="nope")):
            _, end, _ = run(Cloud(), *ARGUMENTS)
        self.assertIn("There is no profile", end)

    def test_nobody_who_answers_and_no_sam_are_sentences(self):
        somebody = mock.patch.object(deploy.sys, "stdin", mock.Mock(isatty=lambda: True))
        with somebody, mock.patch("builtins.input", side_effect=EOFError):
            with self.assertRaisesRegex(deploy.Stop, "Region was not answered"):
                deploy.ask("Region", "")
        with mock.patch.object(deploy.subprocess, "run", side_effect=FileNotFoundError(2, "No such file or directory")):
            with self.assertRaisesRegex(deploy.Stop, "sam cannot be started.*make tools-aws"):
                deploy.run("sam", "build", what="")

    def test_without_an_address_and_nobody_to_ask_it_ends(self):
        _, end, _ = run(Cloud(), "deploy", "--region", "eu-central-1", "--name", "desk")
        self.assertIn("E-mail address of the first admin is missing", end)

    def test_a_repeat_needs_no_address(self):
        _, end, commands = run(Cloud("UPDATE_COMPLETE", {"AdminEmail": "ada@example.com"}), "deploy", "--region", "eu-central-1", "--name", "desk")
        self.assertIsNone(end)
        self.assertIn("AdminEmail=ada@example.com", commands[-1])

    def test_states_of_an_earlier_attempt_are_cleared_or_explained(self):
        for state, part in [("UPDATE_IN_PROGRESS", "Wait"), ("UPDATE_ROLLBACK_FAILED", "continue-update-rollback")]:
            _, end, _ = run(Cloud(state), *ARGUMENTS)
            self.assertIn(part, end)
        for state in ["ROLLBACK_COMPLETE", "CREATE_FAILED", "REVIEW_IN_PROGRESS"]:
            cloud = Cloud(state)
            cloud.change_sets = [{"ChangeSetName": "old", "Status": "FAILED"}]
            _, end, _ = run(cloud, *ARGUMENTS)
            self.assertIsNone(end)
            self.assertEqual(cloud.calls, ["delete_stack"])

    def test_nothing_is_deleted_before_the_build_is_done(self):
        cloud = Cloud("ROLLBACK_COMPLETE")
        _, end, _ = run(cloud, *ARGUMENTS, fails="build")
        self.assertIn("The build failed", end)
        self.assertEqual(cloud.calls, [])

    def test_a_change_set_that_waits_for_somebody_is_left_alone(self):
        cloud = Cloud("REVIEW_IN_PROGRESS")
        cloud.change_sets = [{"ChangeSetName": "plan", "Status": "CREATE_COMPLETE"}]
        _, end, commands = run(cloud, *ARGUMENTS)
        self.assertIn("delete-change-set --region eu-central-1 --stack-name desk --change-set-name plan", end)
        self.assertEqual((commands, cloud.calls), ([], []))

    def test_what_a_shell_leaves_is_named_with_the_commands(self):
        cloud = Cloud("ROLLBACK_FAILED")
        cloud.left = {"Table": "DELETE_FAILED", "UserPool": "DELETE_FAILED", "FilesBucket": "DELETE_COMPLETE"}
        words, end, _ = run(cloud, *ARGUMENTS)
        self.assertIsNone(end)
        for part in ["delete-table --region eu-central-1 --table-name desk-Table-1", "--user-pool-id desk-UserPool-1"]:
            self.assertIn(part, words)
        self.assertNotIn("desk-FilesBucket-1", words)

    def test_a_failure_names_the_resource_and_the_repeat(self):
        _, end, _ = run(Cloud(), *ARGUMENTS, fails="deploy")
        self.assertIn("AWS has taken it back", end)
        self.assertIn("Distribution: The certificate is not valid", end)
        self.assertNotIn("cancelled", end)
        self.assertIn("run this again", end)
        _, end, _ = run(Cloud(), *ARGUMENTS, fails="build")
        self.assertIn("The build failed", end)

    def test_a_failure_tells_only_what_happened(self):
        before = {"AdminEmail": "ada@example.com"}
        for cloud, ends, part in [
            (Cloud("CREATE_COMPLETE", before), None, "before AWS changed anything"), (Cloud(), None, "before AWS changed anything"),
            (Cloud(), "REVIEW_IN_PROGRESS", "before AWS changed anything"),
            (Cloud("CREATE_COMPLETE", before), "UPDATE_ROLLBACK_FAILED", "has not taken it back (UPDATE_ROLLBACK_FAILED)"),
            (Cloud("CREATE_COMPLETE", before), "UPDATE_IN_PROGRESS", "AWS goes on with it"),
        ]:
            _, end, _ = run(cloud, *ARGUMENTS, fails="deploy", ends=ends)
            self.assertIn(part, end)
            self.assertNotIn("has taken it back", end)
            self.assertEqual("Distribution" in end, ends == "UPDATE_ROLLBACK_FAILED", end)

    def test_a_waiter_that_fails_says_why(self):
        cloud = Cloud("ROLLBACK_COMPLETE")
        cloud.waits = WaiterError(name="stack_delete_complete", reason="no", last_response={"StatusReason": "It is protected"})
        _, end, _ = run(cloud, *ARGUMENTS)
        self.assertIn("The shell could not be removed. AWS did not get there: It is protected.", end)

    def test_a_new_stack_takes_the_old_table_over_under_its_very_name(self):
        cloud = Cloud()
        with mock.patch.object(deploy, "PACKAGED", ROOT / "infra" / "template.yaml"):
            _, end, commands = run(cloud, *ARGUMENTS, "--table", "desk-Table-1", "--bucket", "desk-files-1")
        self.assertIsNone(end)
        self.assertNotIn(["sam", "deploy"], [c[:2] for c in commands])
        (_, put), (_, given) = cloud.calls
        self.assertTrue(given["ImportExistingResources"])
        resources = json.loads(put["Body"])["Resources"]
        self.assertEqual(resources["Table"]["Properties"]["TableName"], "desk-Table-1")
        self.assertEqual(resources["FilesBucket"]["Properties"]["BucketName"], "desk-files-1")
        for name in ["Table", "FilesBucket"]:
            self.assertEqual(resources[name]["DeletionPolicy"], "Retain", "a creation that fails leaves the old data where it is")
        self.assertIn({"ParameterKey": "TableName", "ParameterValue": "desk-Table-1"}, given["Parameters"])

    def test_names_in_set_take_the_same_way(self):
        cloud = Cloud()
        with mock.patch.object(deploy, "PACKAGED", ROOT / "infra" / "template.yaml"):
            _, end, commands = run(cloud, *ARGUMENTS, "--set", "TableName=desk-Table-1 FilesBucketName=desk-files-1")
        self.assertIsNone(end)
        self.assertEqual([call[0] for call in cloud.calls], ["put_object", "create_change_set"])
        self.assertNotIn(["sam", "deploy"], [c[:2] for c in commands])

    def test_a_stack_with_a_table_takes_no_other(self):
        own = {"AdminEmail": "ada@example.com", "TableName": "", "FilesBucketName": ""}
        taken = own | {"TableName": "desk-Table-1", "FilesBucketName": "desk-files-1"}
        for before, arguments, part in [
            (own, ["--table", "t-1", "--bucket", "b-1"], "has a table of its own"),
            (own, ["--set", "TableName=t-1 FilesBucketName=b-1"], "has a table of its own"),
            (taken, ["--table", "desk-Table-1", "--bucket", "b-1"], "has a bucket of files of its own"),
            (taken, ["--set", "TableName= FilesBucketName="], "has a table of its own"),
            ({"AdminEmail": "ada@example.com"}, ["--table", "t-1", "--bucket", "b-1"], "has a table of its own"),
        ]:
            cloud = Cloud("CREATE_COMPLETE", before)
            _, end, commands = run(cloud, *ARGUMENTS, *arguments)
            self.assertIn(part, end or "", arguments)
            self.assertEqual((commands, cloud.calls), ([], []))
        _, end, commands = run(Cloud("CREATE_COMPLETE", taken), *ARGUMENTS, "--table", "desk-Table-1", "--bucket", "desk-files-1")
        self.assertIsNone(end)
        self.assertEqual(commands[-1][:2], ["sam", "deploy"])

    def test_the_first_admin_is_made_once(self):
        before = {"AdminEmail": "ada@example.com"}
        _, end, commands = run(Cloud("CREATE_COMPLETE", before), *ARGUMENTS, "--email", "bob@example.com")
        self.assertIn("make invite EMAIL=bob@example.com", end)
        self.assertEqual(commands, [])
        # The same person, spelled otherwise: Cognito knows no capitals, CloudFormation would make another account.
        _, end, commands = run(Cloud("CREATE_COMPLETE", before), *ARGUMENTS, "--email", "Ada@example.com")
        self.assertIn("AdminEmail=ada@example.com", commands[-1])
        # With an issuer of one's own no account is made.
        cloud = Cloud("CREATE_COMPLETE", before | {"OidcIssuer": "https://login.example.com", "OidcClientId": "desk"})
        cloud.out = {key: value for key, value in OUT.items() if key != "UserPoolId"}
        _, end, commands = run(cloud, *ARGUMENTS, "--email", "bob@example.com")
        self.assertIn("AdminEmail=bob@example.com", commands[-1])

    def test_values_reach_sam_as_they_are(self):
        """SAM's own reader is asked; it is no shell."""
        for value in ["a=b", "https://a.test https://b.test", "", "o'hara@example.com", 'a "b" c', "https://a.test,https://b.test", "*"]:
            read = CfnParameterOverridesType().convert((f"K={deploy.quoted(value)}", "L=1"), None, None)
            self.assertEqual(read, {"K": value, "L": "1"})
        _, end, commands = run(Cloud(), *ARGUMENTS, "--set", "OidcIssuer=https://a.test OidcClientId=a\\")
        self.assertIn("backslash", end)
        self.assertEqual(commands, [])


class Undeploy(unittest.TestCase):
    def test_it_says_what_stays_and_asks_for_the_name(self):
        cloud = Cloud("CREATE_COMPLETE")
        words, end, _ = run(cloud, "undeploy", "--name", "desk")
        self.assertIn("Nobody is there to ask".lower(), end.lower())
        self.assertEqual(cloud.calls, [])
        words, end, _ = run(cloud, "undeploy", "--name", "desk", "--yes", "desk")
        self.assertIsNone(end)
        self.assertEqual(cloud.calls, ["delete_stack"])
        for part in ["delete-table", "s3 rb", "delete-user-pool", "switchboard/desk/assets/", "TABLE=t BUCKET=b"]:
            self.assertIn(part, words)

    def test_a_stack_that_is_not_there_is_not_deleted(self):
        _, end, _ = run(Cloud(), "undeploy", "--name", "desk", "--yes", "desk")
        self.assertIn("There is no stack desk", end)


class Invite(unittest.TestCase):
    def test_the_address_counts_as_verified_because_an_admin_entered_it(self):
        for broken in [None, refusal("UsernameExistsException")]:
            cloud = Cloud("CREATE_COMPLETE")
            with mock.patch.object(deploy, "session", lambda _: (cloud, "1")):
                cloud.broken = broken
                words, end, _ = run(cloud, "invite", "--name", "desk", "--email", "mark@example.com", "--group", "manager")
            self.assertIsNone(end)
            (_, made), (_, group) = cloud.calls
            self.assertIn({"Name": "email_verified", "Value": "true"}, made["UserAttributes"])
            self.assertEqual(group["GroupName"], "manager")
            self.assertIn("Settings", words)

    def test_a_group_that_is_not_there_meets_the_three_that_are(self):
        _, end, _ = run(Cloud("CREATE_COMPLETE"), "invite", "--email", "mark@example.com", "--group", "staff")
        self.assertIn("Choose agent, manager or admin.", end)


class Make(unittest.TestCase):
    NAMES = ["NAME", "EMAIL", "REGION", "SET", "TABLE", "BUCKET", "GROUP", "YES"]

    def arguments(self, target, *given, **environment):
        told = subprocess.run(["make", "-n", "--no-print-directory", target, *given], cwd=ROOT, capture_output=True, text=True,
                              env={"PATH": os.environ["PATH"]} | environment)
        words = shlex.split(told.stdout.splitlines()[-1])
        return dict(word.removeprefix("--").split("=", 1) for word in words if word.startswith("--"))

    def test_only_makes_own_command_line_counts(self):
        environment = {name: "wsl" for name in self.NAMES}
        for target in ["deploy", "undeploy", "invite"]:
            self.assertEqual(set(self.arguments(target, **environment).values()), {""}, target)
        self.assertEqual(self.arguments("deploy", "NAME=desk", **environment)["name"], "desk")

    def test_values_arrive_as_they_are(self):
        for value in ["OidcOrigins=https://a.test https://b.test Mfa=off", "it's", "$HOME `id` \\"]:
            self.assertEqual(self.arguments("deploy", f"SET={value}")["set"], value)


if __name__ == "__main__":
    unittest.main()

"""`make deploy`: wrong answers are refused before anything is built, and each failure says what to do."""

import io
import json
import sys
import unittest
from contextlib import redirect_stdout
from unittest import mock

from botocore.exceptions import ClientError, NoCredentialsError
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
        self.broken = None

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
        return {"Stacks": [{"StackStatus": self.state, "Outputs": [{"OutputKey": k, "OutputValue": v} for k, v in OUT.items()],
                            "Parameters": [{"ParameterKey": k, "ParameterValue": v} for k, v in self.parameters.items()]}]}

    def describe_stack_events(self, StackName):
        return {"StackEvents": [
            {"LogicalResourceId": "Later", "ResourceStatus": "CREATE_FAILED", "ResourceStatusReason": "Resource creation cancelled"},
            {"LogicalResourceId": "Distribution", "ResourceStatus": "CREATE_FAILED", "ResourceStatusReason": "The certificate is not valid"},
        ]}

    def delete_stack(self, StackName):
        self.calls.append("delete_stack")
        self.state = None

    def create_change_set(self, **given):
        self.calls.append(("create_change_set", given))

    def execute_change_set(self, **_):
        self.state = "CREATE_COMPLETE"

    def put_object(self, **given):
        self.calls.append(("put_object", given))

    def get_waiter(self, _):
        return mock.Mock()

    def admin_create_user(self, **given):
        self.calls.append(("admin_create_user", given))
        if self.broken:
            raise self.broken

    def admin_add_user_to_group(self, **given):
        self.calls.append(("admin_add_user_to_group", given))


def run(cloud, *arguments, fails=None):
    """Runs the program. Returns its words, its exit and the commands that it started."""
    commands, words, end = [], io.StringIO(), None

    def started(command, **_):
        commands.append(list(command))
        if "deploy" in command and not fails:
            cloud.state = "CREATE_COMPLETE"
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
            (["--table", "t"], "belong together"),
        ]:
            words, end, commands = run(Cloud(), *ARGUMENTS, *arguments)
            self.assertIn(part, end, arguments)
            self.assertEqual([c for c in commands if c[0] == "sam"], [])

    def test_without_credentials_it_says_how_to_sign_in(self):
        for fault, part in [(NoCredentialsError(), "aws configure"), (refusal("ExpiredToken"), "Sign in again")]:
            cloud = Cloud()
            cloud.broken = fault
            _, end, _ = run(cloud, *ARGUMENTS)
            self.assertIn(part, end)

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
            _, end, _ = run(cloud, *ARGUMENTS)
            self.assertIsNone(end)
            self.assertEqual(cloud.calls, ["delete_stack"])

    def test_a_failure_names_the_resource_and_the_repeat(self):
        _, end, _ = run(Cloud(), *ARGUMENTS, fails="deploy")
        self.assertIn("Distribution: The certificate is not valid", end)
        self.assertNotIn("cancelled", end)
        self.assertIn("run this again", end)
        _, end, _ = run(Cloud(), *ARGUMENTS, fails="build")
        self.assertIn("The build failed", end)

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
        self.assertIn({"ParameterKey": "TableName", "ParameterValue": "desk-Table-1"}, given["Parameters"])

    def test_a_stack_with_a_table_takes_no_other(self):
        _, end, _ = run(Cloud("CREATE_COMPLETE", {"TableName": ""}), *ARGUMENTS, "--table", "t-1", "--bucket", "b-1")
        self.assertIn("has a table of its own", end)

    def test_values_reach_sam_as_they_are(self):
        self.assertEqual(deploy.quoted("a=b"), "a=b")
        self.assertEqual(deploy.quoted("https://a.test https://b.test"), "'https://a.test https://b.test'")
        self.assertEqual(deploy.quoted(""), "''")


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


if __name__ == "__main__":
    unittest.main()

"""Each law of infra/guard holds, and notices each way in which one line breaks it."""

import copy
import re
import unittest
from unittest import mock

import guard
from guard import LAWS, judged
from stack import TEMPLATE

# A law, the place of a line, and what stands there instead; None takes the line out.
MISTAKES = [
    ("tables_outlive_the_stack", "Resources/Table/DeletionPolicy", "Delete"),
    ("tables_outlive_the_stack", "Resources/Table/DeletionPolicy", "Retain"),
    ("tables_outlive_the_stack", "Resources/Table/UpdateReplacePolicy", None),
    ("tables_outlive_the_stack", "Resources/Table/Properties/DeletionProtectionEnabled", False),
    ("tables_go_back_in_time", "Resources/Table/Properties/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", False),
    ("tables_go_back_in_time", "Resources/Table/Properties/PointInTimeRecoverySpecification", None),
    ("pools_outlive_the_stack", "Resources/UserPool/DeletionPolicy", "Delete"),
    ("pools_outlive_the_stack", "Resources/UserPool/DeletionPolicy", "Retain"),
    ("pools_outlive_the_stack", "Resources/UserPool/UpdateReplacePolicy", None),
    ("pools_outlive_the_stack", "Resources/UserPool/Properties/DeletionProtection", "INACTIVE"),
    ("buckets_are_private", "Resources/FilesBucket/Properties/PublicAccessBlockConfiguration/BlockPublicAcls", False),
    ("buckets_are_private", "Resources/SiteBucket/Properties/PublicAccessBlockConfiguration/BlockPublicPolicy", None),
    ("buckets_are_private", "Resources/SiteBucket/Properties/PublicAccessBlockConfiguration/IgnorePublicAcls", False),
    ("buckets_are_private", "Resources/FilesBucket/Properties/PublicAccessBlockConfiguration/RestrictPublicBuckets", False),
    ("buckets_are_private", "Resources/FilesBucket/Properties/PublicAccessBlockConfiguration", None),
    ("buckets_are_encrypted", "Resources/SiteBucket/Properties/BucketEncryption", None),
    ("buckets_take_tls_only", "Resources/SiteBucketPolicy", None),
    ("buckets_take_tls_only", "Resources/FilesBucketPolicy/Properties/PolicyDocument/Statement/0/Action", "s3:GetObject"),
    ("buckets_take_tls_only", "Resources/SiteBucketPolicy/Properties/PolicyDocument/Statement/1/Condition/Bool/aws:SecureTransport", "true"),
    ("buckets_take_tls_only", "Resources/SiteBucketPolicy/Properties/PolicyDocument/Statement/1", None),
    ("queues_lose_nothing", "Resources/OutboxQueue/Properties/RedrivePolicy", None),
    ("queues_lose_nothing", "Resources/TimerQueue/Properties/RedrivePolicy/deadLetterTargetArn", None),
    ("queues_lose_nothing", "Resources/StreamFailureQueue/Properties/MessageRetentionPeriod", 345600),
    ("queues_are_encrypted", "Resources/TimerQueue/Properties/SqsManagedSseEnabled", False),
    ("logs_end", "Resources/ApiLogs/Properties/RetentionInDays", None),
    ("functions_write_to_a_group_of_ours", "Resources/IngestFunction/Properties/LoggingConfig/LogGroup", None),
    ("functions_write_to_a_group_of_ours", "Resources/SetupFunction/Properties/LoggingConfig", None),
    ("permissions_name_their_source", "Resources/ConnectRoutePermission/Properties/SourceArn", None),
    ("permissions_name_their_source", "Resources/SweepRulePermission/Properties/Principal", "*"),
    ("functions_may_do_named_things", "Resources/ApiFunction/Properties/Policies/0/Statement/0/Action/0", "*"),
    ("functions_may_do_named_things", "Resources/ApiFunction/Properties/Policies/0/Statement/0/Action/0", "dynamodb:*"),
    ("functions_may_do_named_things", "Resources/ApiFunction/Properties/Policies/0/Statement/0/Action", "dynamodb:Get*"),
    ("functions_may_do_named_things", "Resources/DeliverFunction/Properties/Policies/0/Statement/1/Resource/0", "*"),
    ("functions_may_do_named_things", "Resources/DeliverFunction/Properties/Policies/0/Statement/1/Resource", "*"),
    ("roles_may_do_named_things", "Resources/SetupRole/Properties/Policies/0/PolicyDocument/Statement/0/Resource", "*"),
    ("roles_may_do_named_things", "Resources/SetupRole/Properties/Policies/0/PolicyDocument/Statement/0/Action/0", "logs:*"),
    ("roles_may_do_named_things", "Resources/SetupRole/Properties/Policies/2/Fn::If/1/PolicyDocument/Statement/1/Resource", "*"),
    ("roles_may_do_named_things", "Resources/SetupRole/Properties/Policies/1/Fn::If/1/PolicyDocument/Statement/1/Action/0", "s3:*"),
    ("doors_open_for_one_of_ours", "Resources/SweepDeadLetterQueuePolicy/Properties/PolicyDocument/Statement/0/Action", "sqs:*"),
    ("doors_open_for_one_of_ours", "Resources/SweepDeadLetterQueuePolicy/Properties/PolicyDocument/Statement/0/Condition", None),
    ("doors_open_for_one_of_ours", "Resources/SiteBucketPolicy/Properties/PolicyDocument/Statement/0/Principal", "*"),
    ("alarms_lead_to_a_page", "Resources/SlowAlarm/Properties/AlarmDescription", "Requests are slow."),
    ("alarms_lead_to_a_page", "Resources/SlowAlarm/Properties/AlarmDescription", None),
    ("alarms_tell_somebody", "Resources/SlowAlarm/Properties/AlarmActions", None),
    ("parameters_hold_no_secret", "Parameters/ChannelSecretArn/AllowedPattern", "^.+$"),
    ("parameters_hold_no_secret", "Parameters/WhatsAppToken", {"Type": "String", "NoEcho": True}),
    ("variables_hold_no_secret", "Resources/ApiFunction/Properties/Environment/Variables/SWITCHBOARD_WHATSAPP_ACCESS_TOKEN", "EAAJB"),
    ("variables_hold_no_secret", "Resources/IngestFunction/Properties/Environment/Variables/SWITCHBOARD_WHATSAPP_APP_SECRET/Fn::If/2", "demo"),
    ("secrets_are_made_by_aws", "Resources/EngineKeys/Properties/SecretString", '{"visitor_key": "0123456789abcdef"}'),
    ("secrets_are_made_by_aws", "Resources/EngineKeys/Properties/GenerateSecretString", None),
]


# The resources that the mistakes name are enough to judge a mistake, and are judged in a tenth of the time.
NAMED = {place.split("/")[1] for _, place, _ in MISTAKES}
FEW = TEMPLATE | {"Resources": {name: one for name, one in TEMPLATE["Resources"].items() if name in NAMED}}


def mistaken(place, instead):
    template = copy.deepcopy(FEW)
    *path, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    of = template
    for step in path:
        of = of[step]
    if instead is None:
        del of[last]
    else:
        of[last] = instead
    return template


class Guard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        try:
            guard.program()
        except guard.Missing as reason:
            raise unittest.SkipTest(str(reason))
        mistakes = {f"mistake-{n}": mistaken(place, instead) for n, (_, place, instead) in enumerate(MISTAKES)}
        cls.judged = judged({"template": TEMPLATE, "few": FEW} | mistakes)

    def test_every_law_holds(self):
        holds, fails = self.judged["template"]
        self.assertEqual((fails, self.judged["few"][1]), ({}, {}))
        self.assertEqual(holds, {name for law in LAWS for name in re.findall(r"^rule (\w+)", law.read_text(), re.M)})

    def test_each_law_notices_a_line(self):
        for n, (law, place, instead) in enumerate(MISTAKES):
            _, fails = self.judged[f"mistake-{n}"]
            self.assertEqual(set(fails), {law}, f"{place}: {instead}")
        self.assertEqual({law for law, _, _ in MISTAKES}, self.judged["template"][0])


class Missing(unittest.TestCase):
    def test_a_missing_program_skips_the_laws_and_nothing_else(self):
        with mock.patch.object(guard, "PROGRAMS", guard.ROOT / "nowhere"):
            with self.assertRaises(guard.Missing):
                guard.judged({})
            with self.assertRaises(unittest.SkipTest):
                Guard.setUpClass()


if __name__ == "__main__":
    unittest.main()

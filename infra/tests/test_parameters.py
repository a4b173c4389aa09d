"""Wrong values are refused before anything is created, each with a sentence that says what to do."""

import re
import unittest

from stack import PARAMETERS, RESOURCES, TEMPLATE
import parameters  # noqa: E402

CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
ACL = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/desk/12345678-1234-1234-1234-123456789012"
SECRET = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:desk/whatsapp-AbCdEf"
TOPIC = "arn:aws:sns:eu-central-1:123456789012:alarms"
KEY = "arn:aws:kms:eu-central-1:123456789012:key/12345678-1234-1234-1234-123456789012"

# Parameter: (right values, wrong values).
VALUES = {
    "AdminEmail": (
        ["ada@example.com", "a.b+desk@mail.example.co.uk", "o'hara@example.com", "Ada@Example.com", "ada@example.xn--p1ai"],
        ["", "ada", "ada @example.com", " ada@example.com", "ada@example.com ", "Ada <ada@example.com>", "ada@example",
         "ada@@example.com", "ada@example.com,bob@example.com", "ada@.com", "ada@example..com", "ada@example.com\n",
         "a" * 120 + "@example.com", "zoë@example.com", "ada\u200b@example.com", "\u202eada@example.com", "ada\u00a0@example.com",
         "ada.@example.com", ".ada@example.com", "ada@-example.com", "ada@example.c0m."],
    ),
    "MailDomain": (
        ["", "example.com", "mail.example.co.uk", "a-b.example.xn--p1ai"],
        ["example", "Example.com", "@example.com", "a@example.com", "https://example.com", "example.com.", "-a.example.com",
         "example..com", "a b.example.com", "zoë.example.com", "example.com\n", "a" * 120 + ".example.com", "*.example.com"],
    ),
    "Mfa": (["off", "optional", "required"], ["", "on", "OFF", "Optional"]),
    "OidcIssuer": (
        ["", "https://login.example.com", "https://tenant.eu.auth0.com/", "https://accounts.google.com",
         "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC", "https://login.example.com:8443/realms/desk",
         "https://login.microsoftonline.com/12345678-1234-1234-1234-123456789012/v2.0", "https://login.example.com:65535"],
        ["http://login.example.com", "login.example.com", "https://login.example.com?x=1", "https://login.example.com#x",
         "https://login.example.com/.well-known/openid-configuration", "https://login.example.com/...", "https://login...com",
         "https://login.example.com:65536", "https://login.example.com:99999", "https://login.example.com:0",
         "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC/", "https://login.microsoftonline.com/common/v2.0",
         "https://login.microsoftonline.com/organizations/v2.0", "https://login.microsoftonline.com/{tenantid}/v2.0",
         "https://login.example.com/\u200b", "https://login.example.com/" + "x" * 200,
         "https://", "https://login.example.com/a b", " https://login.example.com", "https://login.example.com\n"],
    ),
    "OidcClientId": (["", "4a5b6c", "0oa1-b_c.apps.example.com"], ["with space", "naïve", "x" * 129, "x\n"]),
    "OidcOrigins": (
        ["", "https://oauth2.googleapis.com", "https://a.example.com https://b.example.com:444"],
        ["https://a.example.com/", "https://a.example.com/token", "https://a.example.com,https://b.example.com",
         "http://a.example.com", "https://a.example.com  https://b.example.com", "'unsafe-inline'", "*",
         "https://a.example.com ", "https://a.example.com:65536", "https://..", " ".join(["https://a.example.com"] * 40)],
    ),
    "TrustUnverifiedEmail": (["true", "false"], ["", "yes", "True"]),
    "AllowedOrigins": (
        ["", "*", "https://shop.example.com", "https://a.example.com,https://b.example.com:8443", "http://localhost:3000",
         "https://a.example.com:4430,http://127.0.0.1:8080", "https://xn--bcher-kva.example"],
        ["https://shop.example.com/", "shop.example.com", "http://shop.example.com", "https://a.example.com, https://b.example.com",
         "https://*.example.com", "https://a.example.com,", "*,https://a.example.com",
         "https://Shop.example.com", "https://shop.example.com:443", "https://a.example.com,https://b.example.com:443",
         "http://localhost:80", "https://shop.example.com:70000", "https://shop..example.com",
         ",".join(["https://a.example.com"] * 40)],
    ),
    "HostConsole": (["true", "false"], ["", "yes"]),
    "ConsoleDomain": (
        ["", "desk.example.com", "a-b.example.co", "xn--e1afmkfd.xn--p1ai"],
        ["https://desk.example.com", "desk.example.com/", "Desk.example.com", "desk", "desk..example.com", "-desk.example.com",
         "desk-.example.com", "desk.example.com.", "*.example.com", "desk example.com", "x." * 130 + "com", "desk.xn--", "192.0.2.1"],
    ),
    "CertificateArn": (
        ["", CERTIFICATE],
        [CERTIFICATE.replace("us-east-1", "eu-central-1"), CERTIFICATE.rsplit("/")[-1], CERTIFICATE + " ",
         "arn:aws:iam::123456789012:server-certificate/desk"],
    ),
    "WebAclArn": (
        ["", ACL],
        [ACL.replace("global", "regional"), ACL.replace("us-east-1", "eu-central-1"), "desk", ACL + "/"],
    ),
    "AlarmEmail": (["", "ops@example.com"], ["ops", "ops\u200b@example.com", "ops @example.com", "a@example.com;b@example.com", "Ops <ops@example.com>"]),
    "AlarmTopicArn": (["", TOPIC], [TOPIC.rsplit(":")[-1], TOPIC + ".fifo", TOPIC.replace(":sns:", ":sqs:"), TOPIC + " "]),
    "LongestWaitAlarmSeconds": (["60", "1800", "86400"], ["59", "86401", "0", "-5", "ten", "", "nan", "1e3"]),
    "LogLevel": (["error", "warn", "info", "debug", "trace"], ["", "INFO", "verbose"]),
    "LogRetentionDays": (["1", "30", "365"], ["0", "31", "never", ""]),
    "SetApiGatewayLogRole": (["true", "false"], ["", "maybe"]),
    "KmsKeyArn": (["", KEY], [KEY.replace("key/", "alias/desk:"), KEY.rsplit("/")[-1], KEY + " ", "alias/desk"]),
    "TableName": (["", "desk-Table-1A2B3C"], ["ab", "desk table", "arn:aws:dynamodb:eu-central-1:123456789012:table/desk", "x" * 256]),
    "FilesBucketName": (["", "desk-filesbucket-1a2b3c"], ["Desk", "ab", "-desk", "s3://desk", "desk_files", "x" * 64, "a..b", "192.168.0.1"]),
    "ChannelSecretArn": (["", SECRET], ["desk/whatsapp", SECRET + " ", SECRET.replace(":secretsmanager:", ":ssm:")]),
    "GraphUrl": (
        ["https://graph.facebook.com/v26.0"],
        ["", "http://graph.facebook.com/v26.0", "https://graph.facebook.com/v26.0/", "https://graph.facebook.com/v26.0?x",
         "https://graph.facebook.com/\u00a0v26.0"],
    ),
}


def refused(name, one):
    """Whether CloudFormation refuses a value of a parameter by itself."""
    return parameters.fault(PARAMETERS[name], one)


def broken(**changes):
    """The rules that a set of parameters breaks, by the sentences that a person reads."""
    given = parameters.settled(TEMPLATE, {"AdminEmail": "ada@example.com"}, changes)
    unknown = set(changes) - set(PARAMETERS)
    assert not unknown, unknown
    for name, one in given.items():
        assert not refused(name, one), f"{name}={one} does not even get to the rules"
    return parameters.broken(TEMPLATE, given)


OWN = {"OidcIssuer": "https://login.example.com/", "OidcClientId": "desk"}
DOMAIN = {"ConsoleDomain": "desk.example.com", "CertificateArn": CERTIFICATE}
DATA = {"TableName": "desk-Table-1", "FilesBucketName": "desk-files-1"}

# Parameters that go together, and the word of the sentence about those that do not.
FINE = [
    {}, OWN, DOMAIN, DATA, OWN | DOMAIN, OWN | {"HostConsole": "false"}, {"Mfa": "required"}, {"Mfa": "off"},
    OWN | {"OidcOrigins": "https://oauth2.example.com"}, OWN | {"TrustUnverifiedEmail": "true"}, {"WebAclArn": ACL},
    {"AlarmEmail": "ops@example.com"}, {"AlarmTopicArn": TOPIC},
]
WRONG = [
    ({"OidcIssuer": OWN["OidcIssuer"]}, "OidcClientId"),
    ({"OidcClientId": "desk"}, "OidcIssuer"),
    ({"TrustUnverifiedEmail": "true"}, "TrustUnverifiedEmail"),
    (OWN | {"Mfa": "required"}, "MFA"),
    ({"OidcOrigins": "https://oauth2.example.com"}, "OidcOrigins"),
    ({"ConsoleDomain": "desk.example.com"}, "CertificateArn"),
    ({"CertificateArn": CERTIFICATE}, "ConsoleDomain"),
    ({"HostConsole": "false"}, "HostConsole"),
    (OWN | DOMAIN | {"HostConsole": "false"}, "ConsoleDomain"),
    (OWN | {"HostConsole": "false", "WebAclArn": ACL}, "WebAclArn"),
    ({"AlarmEmail": "ops@example.com", "AlarmTopicArn": TOPIC}, "AlarmEmail"),
    ({"TableName": "desk-Table-1"}, "FilesBucketName"),
    ({"FilesBucketName": "desk-files-1"}, "TableName"),
]


class Parameters(unittest.TestCase):
    def test_whoever_checks_accounts_has_each_value_that_it_asks_for(self):
        """The check says "No app secret is entered" of a value that another function has."""
        for name in ["ApiFunction", "DeliverFunction"]:
            variables = RESOURCES[name]["Properties"]["Environment"]["Variables"]
            for one in ["APP_SECRET", "VERIFY_TOKEN", "ACCESS_TOKEN"]:
                self.assertIn(f"SWITCHBOARD_WHATSAPP_{one}", variables, name)

    def test_each_parameter_has_a_description_a_bound_and_a_sentence(self):
        self.assertEqual(set(VALUES), set(PARAMETERS), "each parameter has right and wrong values")
        for name, of in PARAMETERS.items():
            self.assertTrue(of["Description"], name)
            self.assertTrue({"AllowedPattern", "AllowedValues", "MinValue"} & set(of), name)
            sentence = of["ConstraintDescription"]
            self.assertRegex(sentence, r"^[A-Z].*\.$", name)

    def test_patterns_mean_in_java_what_they_mean_here(self):
        """CloudFormation's patterns are Java's, where a class may have a class in it and && between."""
        for name, of in PARAMETERS.items():
            pattern = of.get("AllowedPattern", "^$")
            self.assertRegex(pattern, r"^\^.*\$$", name)
            classes = r"(?<!\\)\[\^?((?:\\.|[^\]\\])*)\]"
            for inside in re.findall(classes, pattern):
                self.assertNotRegex(inside, r"\[|&&", name)
            self.assertNotRegex(re.sub(classes, "x", pattern), r"\(\?<|\\[^.*s]|[*+?}]\+", name)

    def test_only_the_first_admin_must_be_named(self):
        self.assertEqual([name for name, of in PARAMETERS.items() if "Default" not in of], ["AdminEmail"])
        for name, of in PARAMETERS.items():
            if "Default" in of:
                self.assertFalse(refused(name, str(of["Default"])), name)

    def test_right_values_pass_and_wrong_ones_do_not(self):
        for name, (right, wrong) in VALUES.items():
            for one in right:
                self.assertFalse(refused(name, one), f"{name}={one!r} is right")
            for one in wrong:
                self.assertTrue(refused(name, one), f"{name}={one!r} is wrong")

    def test_values_that_do_not_go_together_meet_a_sentence(self):
        for given in FINE:
            self.assertEqual(broken(**given), [], given)
        met = set()
        for given, word in WRONG:
            sentences = broken(**given)
            self.assertTrue(sentences, f"{given} is refused")
            self.assertTrue(any(word in one for one in sentences), f"{given}: {sentences}")
            met |= set(sentences)
        every = {one["AssertDescription"] for rule in TEMPLATE["Rules"].values() for one in rule["Assertions"]}
        self.assertEqual(met, every, "each sentence was met")
        for sentence in every:
            self.assertRegex(sentence, r"^[A-Z].*\. [A-Z].*\.$", "what is wrong, and what to do")


if __name__ == "__main__":
    unittest.main()

"""An update in place from the release before keeps what holds something: no logical id goes, no change replaces it.

`make referee-update` deploys both into an emulator; this test compares the texts, with AWS's own list of the properties
whose change makes a new resource (cfn-lint carries it).
"""

import copy
import unittest

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from stack import ROOT, TEMPLATE, load
from parameters import value  # noqa: E402

BEFORE = load((ROOT / "tests/referee/stack/before.yaml").read_text())
# The types of resources that hold something which nobody can make again.
HOLDING = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::Logs::LogGroup", "AWS::Events::EventBus",
           "AWS::SecretsManager::Secret", "AWS::Cognito::UserPool"]
# A resource of a stack that once came up stays with either; the second lets an empty one go with a creation that failed.
KEEPING = ["Retain", "RetainExceptOnCreate"]
# Resources that went or moved, each with its reason.
GONE = {
    "ApiGatewayAccount": "Its setting stays with the account, because the resource was retained; set-up sets it where it is missing.",
    "HttpApi": "HttpGateway took its place with routes that SAM does not write. Webhooks have a new address.",
}


def settled(of, template):
    """A value with the parameters' defaults: conditions decided, values without effect left out."""
    given = {name: str(one.get("Default", "")) for name, one in template["Parameters"].items()}
    if isinstance(of, list):
        return [settled(one, template) for one in of]
    if not isinstance(of, dict):
        return of
    if "Fn::If" in of:
        condition, yes, no = of["Fn::If"]
        return settled(yes if value(template["Conditions"][condition], given) else no, template)
    done = {name: settled(one, template) for name, one in of.items()}
    return {name: one for name, one in done.items() if one != {"Ref": "AWS::NoValue"}}


def replacing(kind):
    """The properties of a type whose change makes a new resource."""
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("eu-central-1", kind).schema
    paths = schema.get("createOnlyProperties", []) + schema.get("conditionalCreateOnlyProperties", [])
    return {path.split("/")[2] for path in paths}


def losses(before, after):
    """The losses of an update from one template to the other, in sentences."""
    for name, old in before["Resources"].items():
        new = after["Resources"].get(name)
        kept = old.get("DeletionPolicy") in KEEPING
        if new is None:
            if name not in GONE and (kept or old["Type"] in HOLDING):
                yield f"{name} is gone"
            continue
        if old["Type"] != new["Type"]:
            yield f"{name} was {old['Type']}, and is {new['Type']}"
            continue
        if kept and not (new.get("DeletionPolicy") in KEEPING and new.get("UpdateReplacePolicy") == "Retain"):
            yield f"{name} is not retained any more"
        if not kept and old["Type"] not in HOLDING:
            continue
        was, now = settled(old["Properties"], before), settled(new["Properties"], after)
        for one in sorted(replacing(old["Type"])):
            if was.get(one) != now.get(one):
                yield f"{name}: a change of {one} makes a new, empty one"


class Update(unittest.TestCase):
    def test_nothing_that_holds_something_is_replaced(self):
        self.assertEqual(list(losses(BEFORE, TEMPLATE)), [])
        self.assertEqual({name for name in BEFORE["Resources"] if name not in TEMPLATE["Resources"]}, set(GONE))

    def test_a_deployment_of_the_release_before_needs_only_the_admins_address_more(self):
        self.assertEqual(set(BEFORE["Parameters"]) - set(TEMPLATE["Parameters"]), set())
        new = {name for name, one in TEMPLATE["Parameters"].items() if name not in BEFORE["Parameters"] and "Default" not in one}
        self.assertEqual(new, {"AdminEmail"})

    def test_each_mistake_is_noticed(self):
        def with_(change):
            template = copy.deepcopy(TEMPLATE)
            change(template["Resources"])
            return list(losses(BEFORE, template))

        def properties(name, **changed):
            return lambda resources: resources[name]["Properties"].update(changed)

        for sentence, change in [
            ("Table is gone", lambda r: r.update(Items=r.pop("Table"))),
            ("FilesBucket is gone", lambda r: r.pop("FilesBucket")),
            ("Table was AWS::DynamoDB::Table, and is AWS::DynamoDB::GlobalTable", lambda r: r["Table"].update(Type="AWS::DynamoDB::GlobalTable")),
            ("Table is not retained any more", lambda r: r["Table"].pop("UpdateReplacePolicy")),
            ("FilesBucket is not retained any more", lambda r: r["FilesBucket"].update(DeletionPolicy="Delete")),
            ("Table: a change of KeySchema makes a new, empty one", properties("Table", KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}])),
            ("Table: a change of TableName makes a new, empty one", properties("Table", TableName="desk")),
            ("FilesBucket: a change of BucketName makes a new, empty one", properties("FilesBucket", BucketName="desk")),
            ("TimerQueue: a change of FifoQueue makes a new, empty one", properties("TimerQueue", FifoQueue=True)),
        ]:
            self.assertIn(sentence, with_(change))


if __name__ == "__main__":
    unittest.main()

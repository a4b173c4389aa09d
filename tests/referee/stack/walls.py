"""The control of the referee itself: a role that allows less is noticed, so the emulator does enforce roles."""

import json

from switchboard import Refused

TAKEN = "dynamodb:PutItem"


def role_of(iam, function):
    for page in iam.get_paginator("list_roles").paginate():
        for role in page["Roles"]:
            if f"-{function}Role" in role["RoleName"]:
                return role["RoleName"]
    raise AssertionError(f"{function} has no role")


async def run(deployed, emulator):
    iam = emulator.client("iam")
    role = role_of(iam, "MessagingFunction")
    name = iam.list_role_policies(RoleName=role)["PolicyNames"][0]
    whole = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
    narrow = json.loads(json.dumps(whole))
    for statement in narrow["Statement"]:
        statement["Action"] = [action for action in statement["Action"] if action != TAKEN]
    assert narrow != whole, f"{role} does not allow {TAKEN}"

    walter = await deployed.visitor("Walter")
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(narrow))
    try:
        await walter.write("Is anybody there?", "walls-0000-0001")
        raise AssertionError(f"a role without {TAKEN} wrote a message")
    except Refused as refused:
        assert refused.code == "unavailable", refused.code
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(whole))
    await walter.write("Is anybody there?", "walls-0000-0001")
    await walter.until("Walter waits", lambda: walter.state == "waiting")

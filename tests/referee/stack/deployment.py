"""Deploys the packaged template, and says which resource failed if it does."""

import time

from .package import BUCKET

STACK = "referee"


class NotDeployed(Exception):
    pass


def deploy(emulator, parameters):
    """Creates the stack from the packaged template, or updates it in place if it is there; returns its outputs."""
    client = emulator.client("cloudformation")
    there = any(stack["StackName"] == STACK for stack in client.describe_stacks()["Stacks"])
    done = "UPDATE_COMPLETE" if there else "CREATE_COMPLETE"
    (client.update_stack if there else client.create_stack)(
        StackName=STACK, TemplateURL=f"{emulator.url}/{BUCKET}/packaged.json",
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()],
    )
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        stack = client.describe_stacks(StackName=STACK)["Stacks"][0]
        if stack["StackStatus"] == done:
            return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}
        if not stack["StackStatus"].endswith("IN_PROGRESS"):
            break
        time.sleep(0.5)
    events = client.describe_stack_events(StackName=STACK)["StackEvents"]
    failed = [f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason')}" for e in events
              if "FAILED" in e["ResourceStatus"]]
    raise NotDeployed(f"the stack is {stack['StackStatus']}: {'; '.join(reversed(failed))}")


def logical_ids(emulator):
    """The stack's resources: physical names by logical ids."""
    pages = emulator.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=STACK)
    return {one["LogicalResourceId"]: one["PhysicalResourceId"] for page in pages for one in page["StackResourceSummaries"]}

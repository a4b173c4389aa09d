"""Deploys the packaged template, and says which resource failed if it does."""

import time

from .package import BUCKET

STACK = "referee"


class NotDeployed(Exception):
    pass


def deploy(emulator, parameters):
    """Creates the stack from the packaged template; returns its outputs."""
    client = emulator.client("cloudformation")
    client.create_stack(
        StackName=STACK, TemplateURL=f"{emulator.url}/{BUCKET}/packaged.json",
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()],
    )
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        stack = client.describe_stacks(StackName=STACK)["Stacks"][0]
        if stack["StackStatus"] == "CREATE_COMPLETE":
            return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])}
        if not stack["StackStatus"].endswith("IN_PROGRESS"):
            break
        time.sleep(0.5)
    events = client.describe_stack_events(StackName=STACK)["StackEvents"]
    failed = [f"{e['LogicalResourceId']}: {e.get('ResourceStatusReason')}" for e in events
              if "FAILED" in e["ResourceStatus"]]
    raise NotDeployed(f"the stack is {stack['StackStatus']}: {'; '.join(reversed(failed))}")

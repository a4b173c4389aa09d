"""The resources of the stack that CloudFormation has none for: each event of theirs comes here, and always gets an answer."""

import json
import urllib.request

import console
import log_role

WORK = {"Custom::Console": console.work, "Custom::ApiGatewayLogs": log_role.work}


def handle(event, _context):
    """Does the work of one event, and answers CloudFormation, which would otherwise wait for an hour."""
    kind, change = event["ResourceType"], event["RequestType"]
    status, reason = "SUCCESS", ""
    try:
        WORK[kind](change, event["ResourceProperties"])
    except Exception as fault:  # whatever it is, CloudFormation must hear of it
        print(json.dumps({"level": "ERROR", "kind": kind, "change": change, "fault": repr(fault)}))
        status, reason = "FAILED", f"{kind}: {fault}"
    answer(event, status, reason)


def answer(event, status, reason):
    """Sends the result to the address that CloudFormation gave."""
    body = {
        "Status": status,
        "Reason": reason[:1000],
        # The id never changes, so that an update never deletes.
        "PhysicalResourceId": event.get("PhysicalResourceId") or event["LogicalResourceId"],
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
    }
    request = urllib.request.Request(
        event["ResponseURL"], data=json.dumps(body).encode(), method="PUT", headers={"content-type": ""}
    )
    with urllib.request.urlopen(request, timeout=10):
        pass

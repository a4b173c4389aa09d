"""The role with which API Gateway writes logs, which an account has once for each region."""

import time

import boto3
from botocore.exceptions import ClientError

# A role that was made a moment ago is not known everywhere yet.
TRIES, PAUSE = 12, 5


def work(change, properties):
    """Sets the role where none is set. A role that is there stays, and this one stays when the stack goes."""
    if change == "Delete":
        return
    gateway = boto3.client("apigateway")
    if gateway.get_account().get("cloudwatchRoleArn"):
        return
    for left in reversed(range(TRIES)):
        try:
            gateway.update_account(patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": properties["RoleArn"]}])
            return
        except ClientError as refused:
            if left == 0 or refused.response["Error"]["Code"] not in ("BadRequestException", "TooManyRequestsException"):
                raise
            time.sleep(PAUSE)

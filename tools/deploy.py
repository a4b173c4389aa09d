#!/usr/bin/env python3
"""Deploys the stack of infra/template.yaml (`make deploy`), removes it (`make undeploy`), invites people (`make invite`).

Each can be repeated after any failure. A failure is a sentence with what to do, and the exit code 1. The module runs in
the environment of `make tools-aws`, which brings SAM and AWS's library; credentials come from where AWS's tools look.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import boto3
import template
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, NoRegionError

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILT = ROOT / ".aws-sam" / "build" / "template.yaml"
PACKAGED = ROOT / ".aws-sam" / "packaged.yaml"
TARGET = "aarch64-unknown-linux-gnu"
NAME = r"[A-Za-z][A-Za-z0-9-]{0,127}"
# Where SAM keeps packages: a stack of its own in each account and region.
PACKAGES = "aws-sam-cli-managed-default"


class Stop(Exception):
    """The end, with a sentence for the person."""


def check(name, value, known):
    """Refuses a parameter's value as CloudFormation would, but at once."""
    if name not in known:
        raise Stop(f"The template has no parameter {name}. It has {', '.join(known)}.")
    of = known[name]
    pattern = of.get("AllowedPattern", "").removeprefix("^").removesuffix("$")
    allowed = [str(one) for one in of.get("AllowedValues", [])]
    if (pattern and not re.fullmatch(pattern, value)) or (allowed and value not in allowed):
        raise Stop(f"{name}={value} will not do. {of['ConstraintDescription']}")


def ask(question, given, default=""):
    """The given value, or else the person's answer."""
    if given:
        return given.strip()
    if not sys.stdin.isatty():
        if default:
            return default
        raise Stop(f"{question} is missing, and nobody is there to ask. Give it as a variable of make.")
    answer = input(f"{question}{f' [{default}]' if default else ''}: ").strip()
    return answer or default


def session(region):
    """A session with AWS whose credentials work, and the account that they are for."""
    try:
        aws = boto3.Session(region_name=region)
        account = aws.client("sts").get_caller_identity()["Account"]
    except (NoCredentialsError, NoRegionError):
        raise Stop("AWS does not know who you are. Sign in with `aws configure sso` or `aws configure`, or set AWS_PROFILE.")
    except ClientError as refused:
        raise Stop(f"AWS refuses your credentials ({code(refused)}). Sign in again; temporary ones expire.")
    except BotoCoreError as fault:
        raise Stop(f"AWS cannot be reached: {fault}. Check the network and the region's name.")
    return aws, account


def code(refused):
    return refused.response["Error"]["Code"]


def stack(aws, name):
    """The stack as it stands; None if there is none."""
    try:
        return aws.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
    except ClientError as refused:
        if code(refused) == "ValidationError":
            return None
        if code(refused) in ("AccessDenied", "AccessDeniedException"):
            raise Stop("Your role may not look at stacks. Deploying needs a role that may create all that the template has.")
        raise


def outputs(found):
    return {one["OutputKey"]: one["OutputValue"] for one in (found or {}).get("Outputs", [])}


def tools():
    """Refuses to begin without what the build needs."""
    for program, remedy in [("cargo", "Install Rust by rustup (https://rustup.rs)."), ("node", "Install Node (https://nodejs.org)."),
                            ("make", "Install make from your system's packages.")]:
        if not shutil.which(program):
            raise Stop(f"{program} is missing. {remedy}")
    libraries = subprocess.run(["rustc", "--print", "target-libdir", "--target", TARGET], capture_output=True, text=True)
    if not pathlib.Path(libraries.stdout.strip() or "-").is_dir():
        raise Stop(f"Rust's library for arm64 is missing. Run `rustup target add {TARGET}`, then this again.")


def run(*command, what):
    """Runs a program, whose own words the person sees."""
    path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    if subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path, "SAM_CLI_TELEMETRY": "0"}).returncode:
        raise Stop(what)


def ready(aws, name):
    """Brings the stack into a state from which it can be deployed, or says why that is impossible."""
    found = stack(aws, name)
    state = found["StackStatus"] if found else ""
    if state.endswith("_IN_PROGRESS") and state != "REVIEW_IN_PROGRESS":
        raise Stop(f"Somebody is changing the stack {name} right now ({state}). Wait until that has ended, then run this again.")
    if state == "UPDATE_ROLLBACK_FAILED":
        raise Stop(f"An earlier change of {name} could not be taken back. Run `aws cloudformation continue-update-rollback "
                   f"--stack-name {name}`, wait, then run this again.")
    if state in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"):
        print(f"An earlier attempt left the shell of a stack ({state}); removing it first.")
        cloud = aws.client("cloudformation")
        cloud.delete_stack(StackName=name)
        cloud.get_waiter("stack_delete_complete").wait(StackName=name)
        return None
    return found


def faults(aws, name):
    """The first faults of the last deployment, in AWS's words."""
    try:
        events = aws.client("cloudformation").describe_stack_events(StackName=name)["StackEvents"]
    except ClientError:
        return ""
    failed = [one for one in events if one["ResourceStatus"].endswith("_FAILED") and "cancelled" not in one.get("ResourceStatusReason", "")]
    # The newest event comes first.
    return "".join(f"\n  {one['LogicalResourceId']}: {one.get('ResourceStatusReason', '')}" for one in failed[:-4:-1])


def create_over(aws, name, region, chosen):
    """Creates a stack that takes a table and a bucket over, by a change set that imports, which `sam deploy` cannot ask for.

    CloudFormation imports what has a name of its own in the template, not one that is computed (its User Guide, "Import
    AWS resources into a CloudFormation stack automatically"): so the names are written into this copy.
    """
    run("sam", "package", "--template-file", str(BUILT), "--output-template-file", str(PACKAGED), "--resolve-s3", "--s3-prefix", name,
        "--region", region, what="The packages could not be uploaded. The lines above say why; then run this again.")
    cloud = aws.client("cloudformation")
    bucket = outputs(stack(aws, PACKAGES))["SourceBucket"]
    key = f"{name}/take-over.json"
    aws.client("s3").put_object(Bucket=bucket, Key=key, Body=named(PACKAGED.read_text(), chosen).encode())
    cloud.create_change_set(
        StackName=name, ChangeSetName="take-over", ChangeSetType="CREATE", ImportExistingResources=True,
        TemplateURL=f"https://{bucket}.s3.{region}.amazonaws.com/{key}", Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in chosen.items()],
    )
    cloud.get_waiter("change_set_create_complete").wait(StackName=name, ChangeSetName="take-over")
    cloud.execute_change_set(StackName=name, ChangeSetName="take-over")
    cloud.get_waiter("stack_create_complete").wait(StackName=name)


def named(text, chosen):
    """A packaged template in which the table and the bucket have the names that they have already."""
    whole = template.load(text)
    whole["Resources"]["Table"]["Properties"]["TableName"] = chosen["TableName"]
    whole["Resources"]["FilesBucket"]["Properties"]["BucketName"] = chosen["FilesBucketName"]
    return json.dumps(whole)


def deploy(args):
    """Builds and deploys, and says what to do next."""
    known = template.load()["Parameters"]
    name = ask("Name of the stack", args.name, "switchboard")
    if not re.fullmatch(NAME, name):
        raise Stop(f"{name} is no name for a stack. Use letters, digits and hyphens, and begin with a letter.")
    region = ask("Region", args.region, boto3.Session().region_name or "")
    aws, account = session(region)
    if region not in aws.get_available_regions("lambda"):
        raise Stop(f"{region or 'nothing'} is no region that AWS's library knows. An example is eu-central-1.")
    found = ready(aws, name)
    chosen = {}
    for pair in args.set:
        key, _, chosen[key] = pair.partition("=")
    before = {one["ParameterKey"]: one["ParameterValue"] for one in (found or {}).get("Parameters", [])}
    chosen["AdminEmail"] = ask("E-mail address of the first admin", args.email or chosen.get("AdminEmail"), before.get("AdminEmail", ""))
    if args.table or args.bucket:
        chosen |= {"TableName": args.table, "FilesBucketName": args.bucket}
        if not (args.table and args.bucket):
            raise Stop("A table and its bucket of files belong together. Give TABLE and BUCKET.")
        if found and before.get("TableName") != args.table:
            raise Stop(f"The stack {name} has a table of its own already. Give another NAME for the stack that takes {args.table} over.")
    for key, value in chosen.items():
        check(key, value, known)
    tools()
    print(f"Building. Then {name} is deployed to account {account}, region {region}.")
    run("sam", "build", what="The build failed. The lines above say why; mend it, then run this again.")
    try:
        if args.table and not found:
            create_over(aws, name, region, chosen)
        else:
            pairs = [f"{key}={quoted(value)}" for key, value in chosen.items()]
            run("sam", "deploy", "--config-env", "ci", "--stack-name", name, "--s3-prefix", name, "--region", region,
                "--parameter-overrides", *pairs, what="")
    except (Stop, BotoCoreError, ClientError) as fault:
        raise Stop(f"The deployment failed, and AWS has taken it back. {fault}{faults(aws, name)}\nMend that, then run this again.")
    report(name, region, outputs(stack(aws, name)), chosen["AdminEmail"], first=not found)


def quoted(value):
    """A value for SAM, which reads its overrides as a shell does."""
    return "'" + value.replace("'", "'\\''") + "'" if re.search(r"[\s\"'\\]", value) or not value else value


def report(name, region, out, email, first):
    """Says what there is now, and what comes next."""
    print(f"\n{name} is there, version {out.get('Version', '?')}.\n")
    for title, key in [("Console", "ConsoleUrl"), ("Webhook for WhatsApp", "WhatsAppWebhookUrl"), ("Web chat", "WidgetSnippet"),
                       ("HTTP API", "HttpApiUrl"), ("Sockets", "WebSocketUrl"), ("Issuer", "Issuer"), ("Dashboard", "DashboardUrl")]:
        if key in out:
            print(f"  {title:<21} {out[key]}")
    print("\nNext:")
    steps = []
    if "UserPoolId" in out and first:
        steps.append(f"Read the mail to {email}: it has a password for the first sign-in. Then open the console.")
    elif "ConsoleUrl" in out:
        steps.append(f"Open the console, and sign in as {email}.")
    else:
        steps.append(f"Sign in as {email} with your own front end.")
    steps.append("Settings → Workspace makes teams, queues, agents and accounts of channels. Enter a channel's secrets there.")
    if "UserPoolId" in out:
        steps.append(f"Each agent needs an account, too: make invite NAME={name} REGION={region} EMAIL=mark@example.com")
    if first:
        steps.append("Set AlarmEmail to hear of alarms: make deploy SET=AlarmEmail=ops@example.com (docs/operations/README.md).")
    for n, step in enumerate(steps, 1):
        print(f"  {n}. {step}")


def invite(args):
    """Makes an account in the stack's user pool; Cognito sends the invitation."""
    known = template.load()["Parameters"]
    aws, _ = session(args.region or None)
    name = args.name or "switchboard"
    out = outputs(stack(aws, name))
    if "UserPoolId" not in out:
        raise Stop(f"The stack {name} has no user pool here. Invite people at your own issuer, or check NAME and REGION.")
    email = ask("E-mail address", args.email)
    check("AdminEmail", email, known)
    cognito = aws.client("cognito-idp")
    try:
        cognito.admin_create_user(
            UserPoolId=out["UserPoolId"], Username=email, DesiredDeliveryMediums=["EMAIL"],
            UserAttributes=[{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}],
        )
        print(f"{email} gets a mail with a password for the first sign-in.")
    except ClientError as refused:
        if code(refused) != "UsernameExistsException":
            raise
        print(f"{email} has an account already.")
    cognito.admin_add_user_to_group(UserPoolId=out["UserPoolId"], Username=email, GroupName=args.group)
    print("A record with the same address must be in the console: Settings → Workspace → Agents. It decides about rights.")


def undeploy(args):
    """Deletes the stack, and says what stays."""
    aws, account = session(args.region or None)
    name, region = args.name or "switchboard", aws.region_name
    found = stack(aws, name)
    if not found:
        raise Stop(f"There is no stack {name} in {region}. Give NAME and REGION.")
    out = outputs(found)
    stays(name, region, out)
    if args.yes != name and ask(f"To delete the stack, type its name ({name})", "") != name:
        raise Stop("Nothing was deleted.")
    cloud = aws.client("cloudformation")
    cloud.delete_stack(StackName=name)
    try:
        cloud.get_waiter("stack_delete_complete").wait(StackName=name)
    except BotoCoreError as fault:
        raise Stop(f"The stack could not be deleted: {fault}{faults(aws, name)}\nMend that, then run this again.")
    print(f"The stack {name} of account {account} is gone. The list above stays.")


def stays(name, region, out):
    """Lists the parts that a deletion leaves behind, and how each is deleted or used again."""
    table, bucket, pool = out.get("TableName", "?"), out.get("BucketName", "?"), out.get("UserPoolId")
    print(f"""These stay, because they cannot be made again:
  table     {table}
            aws dynamodb update-table --region {region} --table-name {table} --no-deletion-protection-enabled
            aws dynamodb delete-table --region {region} --table-name {table}
  files     {bucket}
            aws s3 rb --force s3://{bucket}
  secrets   of channels, named switchboard/{name}/assets/...
            aws secretsmanager delete-secret --region {region} --secret-id <name>""")
    if pool:
        print(f"""  accounts  user pool {pool}
            aws cognito-idp update-user-pool --region {region} --user-pool-id {pool} --deletion-protection INACTIVE
            aws cognito-idp delete-user-pool --region {region} --user-pool-id {pool}""")
    print(f"""  a role with which API Gateway writes logs, for all APIs of the account and region
To go on with them in a new stack: make deploy NAME={name} REGION={region} TABLE={table} BUCKET={bucket}
(docs/operations/start-again.md).
""")


def main():
    one = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    one.add_argument("work", choices=["deploy", "undeploy", "invite"])
    for name in ["email", "region", "name", "table", "bucket", "yes"]:
        one.add_argument(f"--{name}", default="")
    one.add_argument("--group", default="agent", choices=["agent", "manager", "admin"])
    one.add_argument("--set", action="append", default=[], metavar="PARAMETER=VALUE")
    args = one.parse_args()
    args.set = [pair for pair in args.set if pair]
    try:
        {"deploy": deploy, "undeploy": undeploy, "invite": invite}[args.work](args)
    except Stop as stop:
        sys.exit(f"{args.work}: {stop}")
    except ClientError as refused:
        sys.exit(f"{args.work}: AWS refused a request: {refused}. Your role may lack a right; then run this again.")
    except KeyboardInterrupt:
        sys.exit(f"\n{args.work}: broken off. Run it again to go on.")


if __name__ == "__main__":
    main()

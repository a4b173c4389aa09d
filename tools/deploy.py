#!/usr/bin/env python3
"""Deploys the stack of infra/template.yaml (`make deploy`), removes it (`make undeploy`), invites people (`make invite`).

Each can be repeated after any failure. A failure is a sentence with what to do, and the exit code 1. Whatever can be judged
without AWS is judged first, and nothing is deleted before the build is done. The module runs in the environment of
`make tools-aws`, which brings SAM and AWS's library; credentials come from where AWS's tools look.
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
import parameters
import template
from botocore.exceptions import (
    BotoCoreError, ClientError, ConfigNotFound, ConfigParseError, CredentialRetrievalError, LoginError, NoCredentialsError,
    NoRegionError, PartialCredentialsError, ProfileNotFound, SSOError, TokenRetrievalError, WaiterError,
)

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILT = ROOT / ".aws-sam" / "build" / "template.yaml"
PACKAGED = ROOT / ".aws-sam" / "packaged.yaml"
TARGET = "aarch64-unknown-linux-gnu"
NAME = r"[A-Za-z][A-Za-z0-9-]{0,127}"
# Where SAM keeps packages: a stack of its own in each account and region.
PACKAGES = "aws-sam-cli-managed-default"
# The groups of the user pool.
GROUPS = ["agent", "manager", "admin"]
# Parameters whose change would put an empty one in the place of what a stack has, as people call them.
DATA = {"TableName": "table", "FilesBucketName": "bucket of files"}
# Parameters that name something which AWS looks for in the stack's own region.
NEAR = ["AlarmTopicArn", "KmsKeyArn", "ChannelSecretArn"]


class Stop(Exception):
    """The end, with a sentence for the person."""


def check(name, value, known):
    """Refuses a parameter's value as CloudFormation would, but at once."""
    complaint = parameters.complaint(name, value, known)
    if complaint:
        raise Stop(complaint)


def pairs(texts):
    """The parameters of `Mfa=off OidcOrigins=https://a.test https://b.test`: a value ends where the next name begins."""
    chosen = {}
    for pair in [pair for text in texts for pair in re.split(r"\s+(?=[A-Za-z][A-Za-z0-9]*=)", text.strip()) if pair]:
        key, sign, value = pair.partition("=")
        if not sign:
            raise Stop(f'{pair} sets nothing. Write it so: SET="Mfa=required LogLevel=warn".')
        if key in chosen:
            raise Stop(f"{key} is given twice. Give it once.")
        chosen[key] = value
    return chosen


def given(args, known):
    """The parameters that the person gives, each of which is right by itself."""
    chosen = pairs(args.set)
    for key, value, word in [("AdminEmail", args.email, "EMAIL"), ("TableName", args.table, "TABLE"), ("FilesBucketName", args.bucket, "BUCKET")]:
        if value and chosen.get(key, value) != value:
            raise Stop(f"{word} and {key} in SET differ. Give one of them.")
        if value:
            chosen[key] = value
    for key, value in chosen.items():
        check(key, value, known)
        if "\\" in value:
            raise Stop(f"{key} has a backslash, which SAM cannot carry. Set it in AWS's console.")
    if bool(chosen.get("TableName")) != bool(chosen.get("FilesBucketName")):
        raise Stop("A table and its bucket of files belong together. Give TABLE and BUCKET.")
    return chosen


def together(whole, values, region):
    """Refuses values that do not go together, as CloudFormation would, and what another region has."""
    for key, value in values.items():
        check(key, value, whole["Parameters"])
    for key in NEAR:
        there = values.get(key) and values[key].split(":")[3]
        if there and there != region:
            raise Stop(f"{key} is in {there}, but the stack is in {region}, where AWS looks for it. Enter one of {region}.")
    wrong = parameters.broken(whole, values)
    if wrong:
        raise Stop(" ".join(wrong))


def keeps_its_data(name, chosen, before):
    """Refuses another table or bucket for a stack that has its own."""
    for key, what in DATA.items():
        if key in chosen and chosen[key] != before.get(key, ""):
            raise Stop(f"The stack {name} has a {what} of its own already, and AWS would put an empty one in its place. "
                       f"Leave {key} as it is; another NAME makes a stack that takes an old table and its bucket over.")


def admin(chosen, before, out):
    """The address of the first admin: made once, with the user pool."""
    known, wanted = before.get("AdminEmail", ""), chosen.get("AdminEmail", "")
    if known and wanted and "UserPoolId" in out:
        if wanted.lower() != known.lower():
            raise Stop(f"The first admin of this stack is {known}, and is made once: Cognito refuses a change to somebody who has an "
                       f"account. Colleagues come by `make invite EMAIL={wanted}` or the console (Settings → Workspace → Agents).")
        return known
    return wanted or known or ask("E-mail address of the first admin", "")


def ask(question, given, default=""):
    """The given value, or else the person's answer."""
    if given:
        return given.strip()
    if not sys.stdin.isatty():
        if default:
            return default
        raise Stop(f"{question} is missing, and nobody is there to ask. Give it as a variable of make.")
    try:
        answer = input(f"{question}{f' [{default}]' if default else ''}: ").strip()
    except EOFError:
        raise Stop(f"{question} was not answered. Run this again, or give it as a variable of make.")
    return answer or default


def session(region):
    """A session with AWS whose credentials work, and the account that they are for."""
    try:
        aws = boto3.Session(region_name=region)
        account = aws.client("sts").get_caller_identity()["Account"]
    except ClientError as refused:
        raise Stop(f"AWS refuses your credentials ({code(refused)}). Sign in again (`aws sso login`, or `aws configure`); temporary ones expire.")
    return aws, account


def remedy(fault):
    """A fault of AWS's library as a sentence with what to do."""
    profile = os.environ.get("AWS_PROFILE") or os.environ.get("AWS_DEFAULT_PROFILE")
    if isinstance(fault, ProfileNotFound):
        return f"There is no profile {profile or 'of that name'} in AWS's configuration. `aws configure list-profiles` names those that there are; set AWS_PROFILE to one."
    if isinstance(fault, (ConfigParseError, ConfigNotFound)):
        return f"AWS's configuration cannot be read: {fault}. Mend ~/.aws/config (or ~/.aws/credentials), then run this again."
    if isinstance(fault, (SSOError, TokenRetrievalError, LoginError)):
        way = "login" if isinstance(fault, LoginError) else "sso login"
        return f"Your sign-in with AWS is missing or has lapsed. Run `aws {way}{f' --profile {profile}' if profile else ''}`, then this again."
    if isinstance(fault, NoRegionError):
        return "No region is known. Give REGION=eu-central-1, or another."
    if isinstance(fault, (NoCredentialsError, PartialCredentialsError, CredentialRetrievalError)):
        return "AWS does not know who you are. Sign in with `aws configure sso` and `aws sso login`, or `aws configure`, or set AWS_PROFILE."
    if isinstance(fault, WaiterError):
        last = fault.last_response if isinstance(fault.last_response, dict) else {}
        return f"AWS did not get there: {last.get('StatusReason') or fault}."
    return f"AWS cannot be reached: {fault}. Check the network and the region's name."


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
    for program, remedy in [("cargo", "Install Rust by rustup (https://rustup.rs)."), ("rustc", "Install Rust by rustup (https://rustup.rs)."),
                            ("node", "Install Node (https://nodejs.org)."),
                            ("make", "Install make from your system's packages.")]:
        if not shutil.which(program):
            raise Stop(f"{program} is missing. {remedy}")
    libraries = subprocess.run(["rustc", "--print", "target-libdir", "--target", TARGET], capture_output=True, text=True)
    if not pathlib.Path(libraries.stdout.strip() or "-").is_dir():
        raise Stop(f"Rust's library for arm64 is missing. Run `rustup target add {TARGET}`, then this again.")


def run(*command, what):
    """Runs a program, whose own words the person sees."""
    path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    try:
        ran = subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path, "SAM_CLI_TELEMETRY": "0"})
    except OSError as fault:
        raise Stop(f"{command[0]} cannot be started ({fault.strerror}). Run `rm -rf .tools/aws && make tools-aws`, then this again.")
    if ran.returncode:
        raise Stop(what)


def standing(aws, name, region):
    """The stack as it stands, None if there is none, and the state of a mere shell that an attempt left behind."""
    found = stack(aws, name)
    state = found["StackStatus"] if found else ""
    if state == "REVIEW_IN_PROGRESS":
        sets = aws.client("cloudformation").list_change_sets(StackName=name)["Summaries"]
        planned = [one["ChangeSetName"] for one in sets if one.get("Status") != "FAILED"]
        if planned:
            raise Stop(f"Somebody is about to create the stack {name}: it has the change set {planned[0]}. Execute it, or delete it with "
                       f"`aws cloudformation delete-change-set --region {region} --stack-name {name} --change-set-name {planned[0]}`; "
                       "then run this again.")
    elif state.endswith("_IN_PROGRESS"):
        raise Stop(f"Somebody is changing the stack {name} right now ({state}). Wait until that has ended, then run this again.")
    if state == "UPDATE_ROLLBACK_FAILED":
        raise Stop(f"An earlier change of {name} could not be taken back. Run `aws cloudformation continue-update-rollback "
                   f"--region {region} --stack-name {name}`, wait, then run this again.")
    if state in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"):
        return None, state
    return found, ""


def clear(aws, name, state, region):
    """Removes the shell of a stack, and names what AWS leaves of it."""
    print(f"An earlier attempt left the shell of a stack ({state}); removing it first.")
    cloud, left = aws.client("cloudformation"), {}
    for part in ["Table", "FilesBucket", "UserPool"]:
        try:
            one = cloud.describe_stack_resource(StackName=name, LogicalResourceId=part)["StackResourceDetail"]
        except ClientError:
            continue
        if one.get("PhysicalResourceId") and one["ResourceStatus"] != "DELETE_COMPLETE":
            left[part] = one["PhysicalResourceId"]
    if left:
        print("AWS leaves these of it. If nothing of theirs is needed, delete them:")
        print("\n".join(deletions(region, left.get("Table"), left.get("FilesBucket"), left.get("UserPool"))))
    since = newest(aws, name)
    cloud.delete_stack(StackName=name)
    try:
        cloud.get_waiter("stack_delete_complete").wait(StackName=name)
    except BotoCoreError as fault:
        raise Stop(f"The shell could not be removed. {remedy(fault)}{faults(events(aws, name, since))}\nMend that, then run this again.")


def newest(aws, name):
    """The id of a stack's newest event; empty for a stack that is not there."""
    try:
        page = aws.client("cloudformation").describe_stack_events(StackName=name)["StackEvents"]
    except ClientError:
        return ""
    return page[0]["EventId"] if page else ""


def events(aws, name, since):
    """The events of a stack after a known one, the newest first."""
    new, more = [], {}
    while True:
        try:
            page = aws.client("cloudformation").describe_stack_events(StackName=name, **more)
        except (BotoCoreError, ClientError):
            return new
        for one in page["StackEvents"]:
            if one["EventId"] == since:
                return new
            new.append(one)
        if "NextToken" not in page:
            return new
        more = {"NextToken": page["NextToken"]}


def faults(new):
    """The first faults among events, in AWS's words."""
    failed = [one for one in new if one["ResourceStatus"].endswith("_FAILED") and "cancelled" not in one.get("ResourceStatusReason", "")]
    # The newest event comes first.
    return "".join(f"\n  {one['LogicalResourceId']}: {one.get('ResourceStatusReason', '')}" for one in failed[:-4:-1])


def outcome(aws, name, since):
    """How far a deployment that failed has come, and the first faults."""
    try:
        state = (stack(aws, name) or {}).get("StackStatus", "")
    except (BotoCoreError, ClientError):
        return "The deployment failed, and AWS cannot be asked how far it came."
    new = events(aws, name, since)
    if not new or state in ("", "REVIEW_IN_PROGRESS"):
        return "The deployment failed before AWS changed anything."
    if state.endswith("_IN_PROGRESS"):
        return f"The deployment was broken off here; AWS goes on with it ({state})."
    if state.endswith("ROLLBACK_COMPLETE"):
        return f"The deployment failed, and AWS has taken it back.{faults(new)}"
    return f"The deployment failed, and AWS has not taken it back ({state}).{faults(new)}"


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
    # They hold something already: a creation that fails must not take them away.
    for one in ["Table", "FilesBucket"]:
        whole["Resources"][one]["DeletionPolicy"] = "Retain"
    return json.dumps(whole)


def deploy(args):
    """Builds and deploys, and says what to do next."""
    whole = template.load()
    chosen = given(args, whole["Parameters"])
    name = ask("Name of the stack", args.name, "switchboard")
    if not re.fullmatch(NAME, name):
        raise Stop(f"{name} is no name for a stack. Use letters, digits and hyphens, and begin with a letter.")
    here = boto3.Session()
    region = ask("Region", args.region, here.region_name or "")
    if region not in here.get_available_regions("lambda"):
        raise Stop(f"{region or 'nothing'} is no region that AWS's library knows. An example is eu-central-1.")
    aws, account = session(region)
    found, shell = standing(aws, name, region)
    before = {one["ParameterKey"]: one["ParameterValue"] for one in (found or {}).get("Parameters", [])}
    if found:
        keeps_its_data(name, chosen, before)
    chosen["AdminEmail"] = admin(chosen, before, outputs(found))
    together(whole, parameters.settled(whole, before, chosen), region)
    tools()
    print(f"Building. Then {name} is deployed to account {account}, region {region}.")
    run("sam", "build", what="The build failed. The lines above say why; mend it, then run this again.")
    if shell:
        clear(aws, name, shell, region)
    since = newest(aws, name)
    try:
        if chosen.get("TableName") and not found:
            create_over(aws, name, region, chosen)
        else:
            overrides = [f"{key}={quoted(value)}" for key, value in chosen.items()]
            run("sam", "deploy", "--config-env", "ci", "--stack-name", name, "--s3-prefix", name, "--region", region,
                "--parameter-overrides", *overrides, what="The lines above say why.")
    except (Stop, BotoCoreError, ClientError) as fault:
        why = remedy(fault) if isinstance(fault, BotoCoreError) else fault
        raise Stop(f"{outcome(aws, name, since)}\n{why}\nMend that, then run this again.")
    report(name, region, outputs(stack(aws, name)), chosen["AdminEmail"], first=not found)


def quoted(value):
    """A value for SAM, whose reader of overrides knows double quotes, and a backslash before one."""
    return '"' + value.replace('"', '\\"') + '"' if re.search(r"[\s\"']", value) or not value else value


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
    group = args.group or GROUPS[0]
    if group not in GROUPS:
        raise Stop(f"GROUP={group} will not do. Choose {', '.join(GROUPS[:-1])} or {GROUPS[-1]}.")
    if args.email:
        check("AdminEmail", args.email.strip(), known)
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
    cognito.admin_add_user_to_group(UserPoolId=out["UserPoolId"], Username=email, GroupName=group)
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
    cloud, since = aws.client("cloudformation"), newest(aws, name)
    cloud.delete_stack(StackName=name)
    try:
        cloud.get_waiter("stack_delete_complete").wait(StackName=name)
    except BotoCoreError as fault:
        raise Stop(f"The stack could not be deleted. {remedy(fault)}{faults(events(aws, name, since))}\nMend that, then run this again.")
    print(f"The stack {name} of account {account} is gone. The list above stays.")


def deletions(region, table, bucket, pool):
    """The lines that name a table, a bucket of files and a user pool, and the commands that delete them."""
    if table:
        yield f"""  table     {table}
            aws dynamodb update-table --region {region} --table-name {table} --no-deletion-protection-enabled
            aws dynamodb delete-table --region {region} --table-name {table}"""
    if bucket:
        yield f"""  files     {bucket}
            aws s3 rb --force s3://{bucket}"""
    if pool:
        yield f"""  accounts  user pool {pool}
            aws cognito-idp update-user-pool --region {region} --user-pool-id {pool} --deletion-protection INACTIVE
            aws cognito-idp delete-user-pool --region {region} --user-pool-id {pool}"""


def stays(name, region, out):
    """Lists the parts that a deletion leaves behind, and how each is deleted or used again."""
    table, bucket = out.get("TableName", "?"), out.get("BucketName", "?")
    print("These stay, because they cannot be made again:")
    print("\n".join(deletions(region, table, bucket, out.get("UserPoolId"))))
    print(f"""  secrets   of channels, named switchboard/{name}/assets/...
            aws secretsmanager delete-secret --region {region} --secret-id <name>
  a role with which API Gateway writes logs, for all APIs of the account and region
To go on with them in a new stack: make deploy NAME={name} REGION={region} TABLE={table} BUCKET={bucket}
(docs/operations/start-again.md).
""")


def main():
    one = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    one.add_argument("work", choices=["deploy", "undeploy", "invite"])
    for name in ["email", "region", "name", "table", "bucket", "yes"]:
        one.add_argument(f"--{name}", default="")
    one.add_argument("--group", default="")
    one.add_argument("--set", action="append", default=[], metavar="PARAMETER=VALUE")
    args = one.parse_args()
    args.set = [pair for pair in args.set if pair]
    try:
        {"deploy": deploy, "undeploy": undeploy, "invite": invite}[args.work](args)
    except Stop as stop:
        sys.exit(f"{args.work}: {stop}")
    except ClientError as refused:
        sys.exit(f"{args.work}: AWS refused a request: {refused}. Your role may lack a right; then run this again.")
    except BotoCoreError as fault:
        sys.exit(f"{args.work}: {remedy(fault)}")
    except KeyboardInterrupt:
        sys.exit(f"\n{args.work}: broken off. Run it again to go on.")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What a month on AWS costs for 10, 100 and 1,000 agents: docs/cost.md (`make cost`; `--check` compares).

Requests and units of the table are the budgets of tests/it/budgets.rs, which a test holds: at most these. The habits of
people, the sizes and the durations below are assumptions. Prices: tools/prices.json.
"""

import collections
import json
import pathlib
import re
import sys

import template

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "cost.md"
DATA = json.loads((ROOT / "tools" / "prices.json").read_text())
PRICE = DATA["prices"]
AGENTS = [10, 100, 1000]

# A month of one agent.
DAYS, HOURS, CONVERSATIONS = 22, 8, 40
TEAM = 20
# For each conversation: the work, how often, which budget it has, and how many functions it starts.
WORK = [
    ("customers' messages", 6, "customer's message, known and assigned", "webhook"),
    ("agents' messages", 7, "agent's message", "frame"),
    ("comments", 1, "comment", "frame"),
    ("accepting", 1, "accept from the queue", "frame"),
    ("resolving", 1, "accept from the queue", "frame"),
    ("asking a colleague", 0.2, "discuss request", "frame"),
    ("a colleague's yes", 0.2, "accept a discuss offer", "frame"),
    ("discussion messages", 1, "discussion message", "frame"),
    ("ends of discussions", 0.2, "end a discussion", "frame"),
    ("transfers", 0.1, "transfer at once", "frame"),
    ("resuming", 0.5, "resume, nothing missed", "frame"),
]
# A provider reports of each message of ours that it is sent, delivered and read. Each report is a webhook with an entry.
REPORTS = 3
# Reads of the console over HTTP for each conversation: its past, its customer, the list anew; then the files
# of one load of the console, which each agent does once a day.
READS, LOADS = 4, 30
ENTRIES = sum(times for what, times, _, _ in WORK if what != "resuming")
FUNCTION_GB, DELIVER_GB = 0.25, 0.5
MILLISECONDS = {"webhook": 40, "frame": 30, "read": 30, "projection": 40, "fanout": 30, "deliver": 300, "files": 1000, "timers": 50}
ENTRY_KB, REPORT_KB, LOG_KB, FILE_MB = 2.5, 0.5, 0.7, 0.2
OWN_METRICS = 6


def budgets():
    """The budgets that the tests hold: (requests, write units, read units) of each work."""
    text = (ROOT / "tests/it/budgets.rs").read_text()
    found = re.findall(r'budget\(\s*"([^"]+)",\s*(\d+),\s*([\d.]+),\s*([\d.]+)\s*\)', text)
    return {what: (int(requests), float(writes), float(reads)) for what, requests, writes, reads in found}


def alarms():
    """The metrics that the template's alarms watch, each of which has a price."""
    resources = template.load()["Resources"].values()
    of = [one["Properties"] for one in resources if one["Type"] == "AWS::CloudWatch::Alarm"]
    return sum(max(1, len(one.get("Metrics", [])) - 1) for one in of)


def month(agents):
    """The money of a month, by service."""
    held, bill = budgets(), collections.Counter()
    talks = agents * DAYS * CONVERSATIONS

    def table(what, times):
        _, writes, reads = held[what]
        bill["DynamoDB, requests"] += times * (writes * PRICE["dynamodb_write_unit"] + reads * PRICE["dynamodb_read_unit"])

    def started(what, times):
        memory = DELIVER_GB if what in ("deliver", "files") else FUNCTION_GB
        bill["Lambda"] += times * (PRICE["lambda_request"] + memory * MILLISECONDS[what] / 1000 * PRICE["lambda_arm_gb_second"])
        bill["CloudWatch, logs"] += times * LOG_KB / 1e6 * PRICE["logs_gb"]
        # Lambda samples one request in twenty.
        bill["X-Ray"] += times / 20 * PRICE["xray_trace"]

    def asked(what, times):
        """A request over HTTP, which passes the distribution and the gateway."""
        started(what, times)
        bill["API Gateway, HTTP"] += times * PRICE["http_api_request"]
        bill["CloudFront"] += times * PRICE["cloudfront_https_request"]

    for _, each, budget, door in WORK:
        table(budget, talks * each)
        if door == "webhook":
            asked(door, talks * each)
        else:
            started(door, talks * each)
            # The frame, its answer, and the pushes to a second window or colleague.
            bill["API Gateway, sockets"] += talks * each * 3 * PRICE["websocket_message"]
    # A report costs what a customer's message to a known conversation costs.
    sent = talks * 7
    reports = sent * REPORTS
    table("customer's message, known and assigned", reports)
    asked("webhook", reports)
    # A read is as dear as the dearest that has a budget.
    table("board of a team, fifty offers", talks * READS)
    asked("read", talks * READS)
    bill["CloudFront"] += agents * DAYS * LOADS * PRICE["cloudfront_https_request"]
    # Entries: of people, of `deliver` about each message that it sent, and of providers about the same messages.
    entries = talks * ENTRIES
    noted = sent + reports
    table("projection: an agent's message", entries + noted)
    started("projection", entries + noted)
    bill["EventBridge"] += (entries + noted) * PRICE["eventbridge_event"]
    # A conversation enters and leaves a queue; its team's sockets hear of both.
    moves = 2 * talks
    table("fanout: a queue moves, 9 visitors wait", moves)
    started("fanout", moves)
    bill["API Gateway, sockets"] += moves * min(TEAM, agents) * PRICE["websocket_message"]
    # Each message to a customer wakes `deliver`, and each change of a deadline is a timer.
    started("deliver", sent)
    table("agent's message", sent)
    bill["SQS"] += 3 * sent * PRICE["sqs_fifo_request"] + 3 * talks * 4 * PRICE["sqs_request"]
    started("timers", talks * 4)
    # A customer's file with every fifth conversation.
    table("customer's file, fetched and kept", talks / 5)
    started("files", talks / 5)
    bill["SQS"] += 3 * talks / 5 * PRICE["sqs_request"]
    # The sweep of each minute, and what the queues' readers ask for while nothing comes: five of each, every 20 seconds.
    minutes = 30 * 24 * 60
    table("idle minute of the timer sweep", minutes)
    started("timers", minutes)
    polls = 5 * 3 * minutes
    bill["SQS"] += polls * (2 * PRICE["sqs_request"] + PRICE["sqs_fifo_request"])
    online = agents * DAYS * HOURS * 60
    bill["API Gateway, sockets"] += online * (PRICE["websocket_connection_minute"] + 2 * PRICE["websocket_message"])
    started("frame", online)
    # After a year: twelve months of the log, with backups; a file with every fifth conversation.
    gigabytes = 12 * (entries * ENTRY_KB + noted * REPORT_KB) / 1e6
    bill["DynamoDB, a year's data and backups"] += gigabytes * (PRICE["dynamodb_gb_month"] + PRICE["dynamodb_pitr_gb_month"])
    bill["S3, a year's files"] += 12 * talks / 5 * FILE_MB / 1e3 * PRICE["s3_gb_month"]
    bill["CloudWatch, alarms, metrics, dashboard"] += (
        alarms() * PRICE["alarm_metric_month"] + OWN_METRICS * PRICE["metric_month"] + PRICE["dashboard_month"])
    bill["Secrets Manager"] += 2 * PRICE["secret_month"]
    bill["Cognito"] += agents * PRICE["cognito_user_month"]
    return bill


def page():
    bills = {agents: month(agents) for agents in AGENTS}
    idle = month(0)
    names = sorted(bills[100], key=lambda name: -bills[100][name])
    lines = [
        "# Cost", "",
        "`make cost` writes this page, and `make check-stack` compares it. Requests and units of the table are the budgets that",
        "`tests/it/budgets.rs` holds: at most these. People's habits, sizes and durations are assumptions, and stand in `tools/cost.py`:",
        f"{CONVERSATIONS} conversations for each agent on {DAYS} days of {HOURS} hours, each with 6 messages of the customer and 7 of the agent,",
        f"{REPORTS} reports of the provider about each of those 7, and {READS} reads of the console over HTTP;",
        f"functions of 256 MB, 30 to 50 ms for each call; 512 MB and 300 ms where a provider is asked, 1 s for a customer's file. Nothing of it was measured on AWS.", "",
        f"Prices: {DATA['region']}, {DATA['currency']}, as of {DATA['as_of']}. Source: {DATA['source']}.", "",
        "Not in it: what providers take for messages, traffic to the internet (of CloudFront and of files), WAF, support plans, taxes.", "",
        "| a month | nobody | " + " | ".join(f"{agents:,} agents" for agents in AGENTS) + " |",
        "|---|---:|" + "---:|" * len(AGENTS),
    ]
    for name in names:
        lines.append(f"| {name} | {idle[name]:,.2f} | " + " | ".join(f"{bills[agents][name]:,.2f}" for agents in AGENTS) + " |")
    total = lambda bill: sum(bill.values())
    lines.append(f"| **together** | **{total(idle):,.2f}** | " + " | ".join(f"**{total(bills[agents]):,.2f}**" for agents in AGENTS) + " |")
    lines.append("| for each agent | | " + " | ".join(f"{total(bills[agents]) / agents:,.2f}" for agents in AGENTS) + " |")
    talks = 100 * DAYS * CONVERSATIONS
    lines += ["", f"A conversation costs {100 * total(bills[100]) / talks:.2f} cents at 100 agents. An idle stack pays for its alarms, its dashboard, its",
              "secrets and the sweep of each minute; AWS's free tier covers most of that.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    if "--check" in sys.argv:
        if PAGE.read_text() != page():
            sys.exit("docs/cost.md is not what the budgets and prices say: run `make cost`")
    else:
        PAGE.write_text(page())
        print(page())

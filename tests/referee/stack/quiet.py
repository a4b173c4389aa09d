"""After the stories: no function has warned of anything, and nothing lies in a queue for dead letters."""

import json


# The figures of the business: a day has them without any fault. Every other metric of ours counts a fault.
FIGURES = {"FirstResponse", "LongestWait", "MessagesDelivered", "Waiting"}


def level(line):
    """How loud a line is: as it says itself, or by the metrics that it carries."""
    try:
        said = json.loads(line)
    except ValueError:
        return "INFO" if line.split(" ")[0] in ("START", "END", "REPORT") else "ERROR"
    metrics = [one["Name"] for of in said.get("_aws", {}).get("CloudWatchMetrics", []) for one in of["Metrics"]]
    return said.get("level", "INFO" if metrics and FIGURES.issuperset(metrics) else "ERROR")


def lines(emulator, group):
    logs = emulator.client("logs")
    for stream in logs.describe_log_streams(logGroupName=group)["logStreams"]:
        token = {}
        while True:
            page = logs.get_log_events(
                logGroupName=group, logStreamName=stream["logStreamName"], startFromHead=True, **token)
            yield from (event["message"] for event in page["events"])
            if not page["events"] or page["nextForwardToken"] == token.get("nextToken"):
                break
            token = {"nextToken": page["nextForwardToken"]}


def warnings(emulator):
    """Every line that a function logged as a warning or an error, that counts a fault, or that is not ours or Lambda's."""
    found, read = [], 0
    for group in emulator.client("logs").describe_log_groups()["logGroups"]:
        name = group["logGroupName"]
        if not name.startswith("/aws/lambda/"):
            continue
        for line in lines(emulator, name):
            read += 1
            if level(line) not in ("INFO", "DEBUG", "TRACE"):
                found.append(f"{name}: {line[:500]}")
    assert read, "the emulator keeps no log"
    return found


def dead_letters(emulator, outputs):
    """The queues for failures that are not empty."""
    queues = {name: url for name, url in outputs.items() if "DeadLetter" in name or "Failure" in name}
    assert queues, "the stack names no queue for dead letters"
    sqs, found = emulator.client("sqs"), []
    for name, url in queues.items():
        answer = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
        if int(answer["Attributes"]["ApproximateNumberOfMessages"]):
            found.append(f"{name}: {answer['Attributes']['ApproximateNumberOfMessages']} messages")
    return found

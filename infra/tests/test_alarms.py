"""Each alarm has a threshold, a page that says what to do, and a metric that somebody really writes."""

import json
import re
import unittest

from metrics import AWS
from stack import RESOURCES, ROOT, of_type, words

OWN = "Switchboard/${AWS::StackName}"
ALARMS = of_type("AWS::CloudWatch::Alarm")
PAGES = ROOT / "docs" / "operations"
HEADINGS = ["## What it means", "## How to look", "## How to mend it", "## When to wake somebody"]


def emitted():
    """The engine's metrics that some code outside of tests writes: the names, from the constants and their uses."""
    source = (ROOT / "shared/app/src/runtime/metric.rs").read_text()
    constants = dict(re.findall(r'pub const (\w+): &str = "(\w+)"', source))
    variants = dict(re.findall(r'Self::(\w+) => "(\w+)"', source))
    code = ""
    for folder in ["shared", "functions"]:
        for file in sorted((ROOT / folder).rglob("*.rs")):
            if file.name != "metric.rs" and "target" not in file.parts:
                code += file.read_text().split("#[cfg(test)]")[0]
    used = {name for constant, name in constants.items() if re.search(rf"metric::{constant}\b", code)}
    return used | {name for variant, name in variants.items() if re.search(rf"count\(Metric::{variant}\b", code)}


def read(alarm):
    """The metrics that an alarm reads, each (namespace, name, names of dimensions, statistic, logical id in a dimension)."""
    if "MetricName" in alarm:
        parts = [(alarm, alarm.get("Statistic") or alarm["ExtendedStatistic"])]
    else:
        parts = [(one["MetricStat"]["Metric"], one["MetricStat"]["Stat"]) for one in alarm["Metrics"] if "MetricStat" in one]
    for of, statistic in parts:
        space = of["Namespace"]
        dimensions = of.get("Dimensions", [])
        yield (
            space["Fn::Sub"] if isinstance(space, dict) else space,
            of["MetricName"],
            {one["Name"] for one in dimensions},
            statistic,
            [target(one["Value"]) for one in dimensions],
        )


def target(value):
    (kind, of), = value.items()
    return of if kind == "Ref" else of[0]


class Alarms(unittest.TestCase):
    def test_each_alarm_has_a_threshold_a_period_and_somebody_to_tell(self):
        for name, one in ALARMS.items():
            of = one["Properties"]
            threshold = of["Threshold"]
            if isinstance(threshold, dict):
                self.assertEqual(threshold, {"Ref": "LongestWaitAlarmSeconds"}, name)
            else:
                self.assertGreaterEqual(threshold, 0, name)
            self.assertGreaterEqual(of["EvaluationPeriods"], 1, name)
            self.assertIn(of["TreatMissingData"], ["notBreaching", "breaching"], name)
            self.assertIn("AlarmTopicArn", json.dumps(of["AlarmActions"]), name)
            self.assertIn('"AlarmTopic"', json.dumps(of["AlarmActions"]), name)

    def test_each_alarm_leads_to_its_page_and_each_page_has_an_alarm(self):
        told = (PAGES / "README.md").read_text()
        pages = set()
        for name, one in ALARMS.items():
            page = f"{words(name)}.md"
            pages.add(page)
            self.assertTrue(one["Properties"]["AlarmDescription"].endswith(f"See docs/operations/{page}"), name)
            text = (PAGES / page).read_text()
            places = [text.find(heading) for heading in HEADINGS]
            self.assertEqual(places, sorted(places), page)
            self.assertNotIn(-1, places, page)
            self.assertIn(f"`{name}`", text, page)
            self.assertIn(f"]({page})", told, "the list in README.md")
        others = {"README.md", "own-key.md", "start-again.md", "command-line.md", "reference.md"}
        self.assertEqual({file.name for file in PAGES.glob("*.md")} - others, pages)

    def test_each_metric_is_one_that_somebody_writes(self):
        ours = emitted()
        for name, one in ALARMS.items():
            for space, metric, dimensions, _, targets in read(one["Properties"]):
                if space == OWN:
                    self.assertIn(metric, ours, f"{name} reads a metric that no code writes")
                    self.assertEqual(dimensions, set(), name)
                else:
                    self.assertEqual(AWS[space][metric], dimensions, f"{name} reads {space} {metric}")
                for resource in targets:
                    self.assertIn(resource, RESOURCES, name)

    def test_an_expression_reads_what_the_alarm_names(self):
        for name, one in ALARMS.items():
            metrics = one["Properties"].get("Metrics")
            if not metrics:
                continue
            expression = metrics[0]["Expression"]
            self.assertLessEqual(len(metrics) - 1, 10, f"{name}: an alarm takes ten metrics")
            for of in metrics[1:]:
                self.assertTrue("METRICS()" in expression or re.search(rf"\b{of['Id']}\b", expression), name)
                self.assertRegex(of["Id"], r"^[a-z]\w*$")

    def test_each_function_queue_and_fault_is_watched(self):
        seen = {(metric, resource) for one in ALARMS.values() for _, metric, _, _, targets in read(one["Properties"]) for resource in targets}
        for function in of_type("AWS::Serverless::Function"):
            self.assertIn(("Errors", function), seen)
            self.assertIn(("Throttles", function), seen)
        for queue, one in of_type("AWS::SQS::Queue").items():
            metric = "ApproximateAgeOfOldestMessage" if "RedrivePolicy" in one["Properties"] else "ApproximateNumberOfMessagesVisible"
            self.assertIn((metric, queue), seen)
        faults = {metric for one in ALARMS.values() for space, metric, *_ in read(one["Properties"]) if space == OWN}
        # These two are for the dashboard: a fast or slow day is no fault.
        self.assertEqual(emitted() - faults, {"MessagesDelivered", "FirstResponse"})


class Dashboard(unittest.TestCase):
    def setUp(self):
        body = RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
        self.widgets = json.loads(body)["widgets"]

    def test_the_figures_of_the_business_come_first(self):
        first = [m[1] for w in self.widgets[1:5] for m in w["properties"]["metrics"]]
        self.assertEqual(first, ["Waiting", "LongestWait", "FirstResponse", "FirstResponse", "MessagesDelivered", "MessagesFailed"])
        self.assertEqual([w["type"] for w in self.widgets[:6]], ["text"] + ["metric"] * 4 + ["text"])

    def test_each_line_of_it_is_a_metric_that_somebody_writes(self):
        ours = emitted()
        for widget in self.widgets:
            for line in widget["properties"].get("metrics", []):
                space, metric, *rest = [part for part in line if isinstance(part, str)]
                if space == OWN:
                    self.assertIn(metric, ours)
                else:
                    self.assertEqual(AWS[space][metric], set(rest[::2]), metric)
                    for name in rest[1::2]:
                        self.assertIn(re.match(r"\$\{(\w+)", name)[1], RESOURCES)

    def test_no_widget_lies_on_another(self):
        taken = set()
        for widget in self.widgets:
            cells = {(x, y) for x in range(widget["x"], widget["x"] + widget["width"]) for y in range(widget["y"], widget["y"] + widget["height"])}
            self.assertFalse(taken & cells)
            self.assertLessEqual(widget["x"] + widget["width"], 24)
            taken |= cells


if __name__ == "__main__":
    unittest.main()

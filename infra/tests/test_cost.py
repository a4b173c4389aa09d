"""The bill of docs/cost.md counts what a stack does on its own account, too: reports, reads, the distribution."""

import sys
import unittest
from unittest import mock

from stack import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import cost  # noqa: E402

TALKS = 100 * cost.DAYS * cost.CONVERSATIONS


class Cost(unittest.TestCase):
    def without(self, **changed):
        with mock.patch.multiple(cost, **changed):
            return cost.month(100)

    def test_each_of_our_messages_brings_reports_that_cost_what_a_customers_message_costs(self):
        bill, quiet = cost.month(100), self.without(REPORTS=0)
        (ours,) = [each for what, each, _, _ in cost.WORK if what == "agents' messages"]
        times = TALKS * ours * cost.REPORTS
        self.assertGreaterEqual(cost.REPORTS, 2)
        budgets, price = cost.budgets(), cost.PRICE
        units = [budgets[what][1:] for what in ["customer's message, known and assigned", "projection: an agent's message"]]
        money = sum(writes * price["dynamodb_write_unit"] + reads * price["dynamodb_read_unit"] for writes, reads in units)
        for name, each in [("DynamoDB, requests", money), ("API Gateway, HTTP", price["http_api_request"]),
                           ("CloudFront", price["cloudfront_https_request"]), ("EventBridge", price["eventbridge_event"])]:
            self.assertAlmostEqual(bill[name] - quiet[name], times * each, msg=name)
        self.assertGreater(bill["Lambda"], quiet["Lambda"])

    def test_reads_of_the_console_are_counted_where_they_pass(self):
        bill, blind = cost.month(100), self.without(READS=0)
        for name in ["DynamoDB, requests", "API Gateway, HTTP", "CloudFront", "Lambda", "CloudWatch, logs", "X-Ray"]:
            self.assertGreater(bill[name], blind[name], name)
        self.assertGreater(blind["CloudFront"], self.without(READS=0, LOADS=0)["CloudFront"])

    def test_every_price_is_used_and_every_part_of_the_bill_is_in_the_table(self):
        text = cost.page()
        source = (ROOT / "tools" / "cost.py").read_text()
        for name in cost.PRICE:
            self.assertIn(f'PRICE["{name}"]', source)
        for name in cost.month(100):
            self.assertIn(f"| {name} |", text)
        self.assertEqual((ROOT / "docs" / "cost.md").read_text(), text)


if __name__ == "__main__":
    unittest.main()

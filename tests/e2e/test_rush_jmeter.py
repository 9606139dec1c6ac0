# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents' own test, by JMeter: 1,500 users against 1,000 coupons, within a second and all at one instant.

Each run leaves its numbers in build/reports/jmeter-*.json.
"""

import json
import os
import subprocess
import tempfile
import xml.etree.ElementTree

from harness import BUILD_DIR, SOURCE_DIR, Case, main, rush, tally
from services import eventually

USERS = 1500
COUPONS = 1000
PLAN = os.path.join(SOURCE_DIR, "resources", "jmeter", "rush.jmx")
RUNNER = os.path.join(SOURCE_DIR, "tests", "support", "jmeter", "run_jmeter.sh")


class Samples:
    """What JMeter saw: one entry a request."""

    def __init__(self, path):
        samples = list(xml.etree.ElementTree.parse(path).getroot().iter("httpSample"))
        self.statuses = [sample.get("rc") for sample in samples]
        self.bodies = [json.loads(sample.findtext("responseData") or "null") for sample in samples]
        self.times = [int(sample.get("t")) for sample in samples]
        starts = [int(sample.get("ts")) for sample in samples]
        ends = [start + time for start, time in zip(starts, self.times)]
        self.seconds = (max(ends) - min(starts)) / 1000

    def count(self, status, code=None):
        return sum(1 for rc, body in zip(self.statuses, self.bodies)
                   if rc == str(status) and (code is None or (body or {}).get("code") == code))

    def coupons(self):
        return [body for rc, body in zip(self.statuses, self.bodies) if rc == "200"]

    def error_percent(self):
        errors = sum(1 for rc in self.statuses if not rc.startswith("2"))
        return round(100 * errors / len(self.statuses), 2)

    def percentile(self, share):
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class RushTest(Case):
    def rush(self, strategy, failure_rate, at_once):
        server = self.daemon("--strategy", strategy, "--store-failure-rate", str(failure_rate), "--store-seed", "2026")
        self.assertEqual(server.generate(COUPONS), {"generated": COUPONS, "pushed": COUPONS})
        with tempfile.TemporaryDirectory() as home:
            results = os.path.join(home, "rush.jtl")
            options = [f"-Jport={server.port}", f"-Jusers={USERS}", "-Jramp=1"] + ([f"-Jsync={USERS}"] if at_once else [])
            done = subprocess.run([RUNNER, PLAN, results, *options], capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            samples = Samples(results)
        self.assertEqual(len(samples.statuses), USERS)
        return server, samples

    def stock_in_redis(self, server):
        with server.redis() as redis:
            return redis.command("LLEN", "rudals:coupon:available")

    def assert_no_code_twice(self, server, samples):
        """Neither in the answers nor in the book, and both say the same."""
        given = samples.coupons()
        self.assertEqual({coupon["result"] for coupon in given}, {"VALID"})
        codes = [coupon["code"] for coupon in given]
        users = [coupon["userId"] for coupon in given]
        self.assertEqual((len(set(codes)), len(set(users))), (len(given), len(given)))
        eventually(lambda: server.status()["stock"]["issued"] == len(given), 5, "the book does not follow")
        book = {coupon["userId"]: coupon["code"] for coupon in server.coupons("&status=ISSUED")}
        self.assertEqual(book, dict(zip(users, codes)))

    def report(self, name, server, samples, **more):
        status = server.status()
        numbers = {
            "run": name, "strategy": server.ready["strategy"], "requests": len(samples.statuses),
            "issued": samples.count(200), "soldOut": samples.count(404, "sold-out"),
            "storeFailed": samples.count(500, "store-failed"), "errorPercent": samples.error_percent(),
            "duplicates": samples.count(200) - len({coupon["code"] for coupon in samples.coupons()}),
            "stockLeft": status["stock"]["available"], "compensations": status["compensations"],
            "conserved": status["stock"]["conserved"], "seconds": samples.seconds,
            "latencyMs": {"p50": samples.percentile(.5), "p99": samples.percentile(.99), "max": max(samples.times)}, **more}
        os.makedirs(os.path.join(BUILD_DIR, "reports"), exist_ok=True)
        with open(os.path.join(BUILD_DIR, "reports", f"jmeter-{name}.json"), "w", encoding="utf-8") as file:
            json.dump(numbers, file, indent=2)
            file.write("\n")

    def check_without_failures(self, name, strategy, at_once):
        server, samples = self.rush(strategy, 0, at_once)
        self.assertEqual((samples.count(200), samples.count(404, "sold-out")), (COUPONS, USERS - COUPONS))
        self.assertEqual(samples.error_percent(), 33.33)
        self.assert_no_code_twice(server, samples)
        self.assertEqual(self.stock_in_redis(server), 0)
        stock = self.assert_conserved(server)
        self.assertEqual((stock["available"], stock["issued"]), (0, COUPONS))
        requests = server.status()["requests"]
        self.assertEqual((requests["valid"], requests["soldOut"]), (COUPONS, USERS - COUPONS))
        self.report(name, server, samples)

    def check_with_failures(self, name, strategy, at_once):
        server, samples = self.rush(strategy, 0.1, at_once)
        issued, sold_out, failed = samples.count(200), samples.count(404, "sold-out"), samples.count(500, "store-failed")
        self.assertEqual(issued + sold_out + failed, USERS, set(samples.statuses))
        self.assertGreater(failed, 50)
        self.assert_no_code_twice(server, samples)
        stock = self.assert_conserved(server)
        self.assertEqual(issued + stock["available"], COUPONS)
        self.assertEqual(self.stock_in_redis(server), stock["available"])
        self.assertEqual(server.status()["compensations"], failed)
        self.report(name, server, samples)
        self.sell_the_rest(server, stock["available"])

    def sell_the_rest(self, server, left):
        """What the partner refused and nobody took is issued to whoever asks later, until the last coupon."""
        user = 1_000_000
        for _ in range(50):
            if left == 0:
                break
            counts = tally(rush(server, range(user, user + left)))
            self.assertLessEqual(set(counts), {"VALID", "store-failed"})
            left -= counts["VALID"]
            user += 10_000
        self.assert_problem(server.issue(user), 404, "sold-out")
        eventually(lambda: server.status()["stock"]["issued"] == COUPONS, 5)
        issued = server.coupons("&status=ISSUED")
        self.assertEqual((len({c["code"] for c in issued}), len({c["userId"] for c in issued})), (COUPONS, COUPONS))

    def test_saga_within_a_second(self):
        self.check_without_failures("saga-ramp", "saga", at_once=False)

    def test_saga_at_one_instant(self):
        self.check_without_failures("saga-at-once", "saga", at_once=True)

    def test_lpop_within_a_second(self):
        self.check_without_failures("redis-lpop-ramp", "redis-lpop", at_once=False)

    def test_saga_within_a_second_with_a_failing_partner(self):
        self.check_with_failures("saga-ramp-failing", "saga", at_once=False)

    def test_saga_at_one_instant_with_a_failing_partner(self):
        self.check_with_failures("saga-at-once-failing", "saga", at_once=True)

    def test_compensation_within_a_second_with_a_failing_partner(self):
        self.check_with_failures("redis-lpop-compensate-ramp-failing", "redis-lpop-compensate", at_once=False)

    def test_the_loss_without_compensation(self):
        server, samples = self.rush("redis-lpop-lossy", 0.1, at_once=False)
        issued, sold_out, lost = samples.count(200), samples.count(404, "sold-out"), samples.count(500, "store-failed")
        # Each of the 1,000 coupons was taken; the refused ones are nowhere any more.
        self.assertEqual((issued + lost, sold_out, self.stock_in_redis(server)), (COUPONS, USERS - COUPONS, 0))
        self.assertGreater(lost, 50)
        self.assert_no_code_twice(server, samples)
        eventually(lambda: not server.status()["stock"]["conserved"], 5, "the loss does not show")
        self.report("redis-lpop-lossy-ramp-failing", server, samples, lost=lost)


if __name__ == "__main__":
    main()

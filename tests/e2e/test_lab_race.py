# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real races of two requests under every strategy: who loses a coupon, who hands out two, and where."""

import json
import os
import shutil
import subprocess
import tempfile

from harness import DAEMON, Case, clean_environment, main

REDIS_STEPS = ("redis-lpop", "redis-lpop-lossy", "redis-lpop-compensate")
LOCKS = ("db-pessimistic", "db-optimistic")
STRATEGIES = ("user-cache", *REDIS_STEPS, *LOCKS, "saga")


class RaceTest(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="seonchak-race-test-")
        self.addCleanup(shutil.rmtree, self.home, True)

    def run_lab(self, *options):
        return subprocess.run([DAEMON, "lab", "--race", *options], env=clean_environment(self.home), cwd=self.home,
                              capture_output=True, text=True, timeout=150, check=False)

    def races(self, *options):
        done = self.run_lab("--json", *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(os.listdir(self.home), [])
        return {race["strategy"]: race for race in json.loads(done.stdout)}

    def finding(self, race, kind):
        found = [one for one in race["findings"] if one["kind"] == kind]
        self.assertEqual(len(found), 1, (kind, race["findings"]))
        return found[0], race["steps"][found[0]["step"]]

    def faults(self, race):
        return [one["kind"] for one in race["findings"] if one["fault"]]

    def fates(self, race):
        return sorted(lane["fate"] for lane in race["lanes"])

    def test_two_users_and_one_coupon_have_one_winner(self):
        races = self.races("--scenario", "two-users")
        self.assertEqual(tuple(races), STRATEGIES)
        for name, race in races.items():
            self.assertEqual(self.faults(race), [], name)
            if name == "user-cache":  # It has no stock to run out.
                self.assertEqual(self.fates(race), ["ISSUED", "ISSUED"])
                continue
            self.assertEqual(self.fates(race), ["ISSUED", "SOLD_OUT"], name)
            self.assertEqual(race["atRest"]["rows"], [{"user": 1, "code": "RACE-1"}], name)
            self.assertEqual(race["atRest"]["stock"] + race["atRest"]["pending"], [], name)
            self.finding(race, "sold-out")
        waited, step = self.finding(races["db-pessimistic"], "waited")
        self.assertEqual((waited["lane"], step["step"]), (1, "lock-row"))
        _, again = self.finding(races["db-optimistic"], "started-over")
        self.assertEqual((again["lane"], again["step"]), (1, "read-row"))

    def test_a_double_click_takes_two_coupons_where_nothing_ties_the_steps(self):
        for name, race in self.races("--scenario", "double-click").items():
            if name in REDIS_STEPS:
                self.assertEqual([lane["code"] for lane in race["lanes"]], ["RACE-1", "RACE-2"], name)
                self.assertEqual(self.faults(race), ["two-coupons", "lost", "not-kept"], name)
                two, step = self.finding(race, "two-coupons")
                self.assertEqual((two["lane"], step["step"], step["after"]["stock"]), (1, "lpop", []), name)
                lost, step = self.finding(race, "lost")
                self.assertEqual((lost["code"], step["step"]), ("RACE-2", "write-row"), name)
                continue
            self.assertEqual(self.faults(race), [], name)
            self.assertEqual(len(race["atRest"]["rows"]), 1, name)
            second = "IN_PROGRESS" if name == "saga" else "ALREADY"
            self.assertEqual(self.fates(race), sorted([second, "ISSUED"]), name)
            if name != "user-cache":
                self.assertEqual(race["atRest"]["stock"], ["RACE-2"], name)
            self.finding(race, "held-off" if name == "saga" else "same-coupon")

    def test_a_refusing_partner_loses_the_coupon_or_gives_it_back(self):
        races = self.races("--scenario", "store-refuses", "--strategies",
                           "redis-lpop-lossy,redis-lpop-compensate,saga")
        lossy = races["redis-lpop-lossy"]
        self.assertEqual(self.faults(lossy), ["lost"])
        lost, step = self.finding(lossy, "lost")
        self.assertEqual((lost["code"], step["step"]), ("RACE-1", "call-store"))
        self.assertEqual(lossy["atRest"]["stock"] + lossy["atRest"]["rows"], [])
        for name, giver in (("redis-lpop-compensate", "rpush"), ("saga", "release")):
            race = races[name]
            self.assertEqual(self.faults(race), [], name)
            self.assertEqual(race["atRest"]["stock"], ["RACE-1"], name)
            self.assertEqual(self.fates(race), ["SOLD_OUT", "STORE_FAILED"], name)
            self.assertEqual(self.finding(race, "given-back")[1]["step"], giver)
            self.finding(race, "sold-out-then-back")

    def test_prints_for_people(self):
        done = self.run_lab("--strategies", "redis-lpop", "--scenario", "double-click")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("FAULT two-coupons: B user 1, RACE-2, at step 4", done.stdout)

    def test_refuses_by_name(self):
        for options, word in ((("--scenario", "three-users"), "three-users"), (("--strategies", "magic"), "magic"),
                              (("--strategies", "db-optimistic", "--scenario", "store-refuses"), "never calls"),
                              (("--database", "mysql://x"), "--database"), (("--redis", "http://x"), "--redis"),
                              (("--bogus",), "bogus"), (("more",), "options")):
            done = self.run_lab(*options)
            self.assertEqual(done.returncode, 2, (options, done.stderr))
            self.assertIn(word, done.stderr)
        away = self.run_lab("--strategies", "saga", "--scenario", "two-users", "--database",
                            "postgresql://nobody@127.0.0.1:1/none")
        self.assertEqual(away.returncode, 3, away.stderr)
        self.assertIn("127.0.0.1:1", away.stderr)


if __name__ == "__main__":
    main()

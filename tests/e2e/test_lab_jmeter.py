# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JMeter as the lab's client, and the documents' three tables from one command."""

import glob
import json
import os
import shutil
import stat
import subprocess
import tempfile

from harness import DAEMON, Case, clean_environment, main


class JmeterLabCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="seonchak-lab-jmeter-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.out = os.path.join(self.home, "out")

    def lab(self, *options, **environment):
        return subprocess.run([DAEMON, "lab", "--out", self.out, *options],
                              env=clean_environment(self.home) | environment, cwd=self.home, capture_output=True,
                              text=True, timeout=400, check=False)

    def verify(self):
        return subprocess.run([DAEMON, "verify", self.out], env=clean_environment(self.home), capture_output=True,
                              text=True, timeout=60, check=False)

    def report(self):
        with open(os.path.join(self.out, "report.json"), encoding="utf-8") as file:
            return json.load(file)


class ClientTest(JmeterLabCase):
    def test_jmeter_sends_and_its_results_are_the_record(self):
        done = self.lab("--client", "jmeter", "--strategies", "saga", "--requests", "60", "--stock", "40", "--rate", "60",
                        "--failure-rate", "0", "--repeat", "1")
        self.assertEqual(done.returncode, 0, done.stderr)
        report = self.report()
        run = report["runs"][0]
        self.assertEqual((run["issued"], run["soldOut"], run["errors"]), (40, 20, 0), run)
        self.assertEqual((run["receipts"]["matched"], run["receipts"]["wrongHolder"]), (40, 0))
        self.assertTrue(run["sound"])
        self.assertEqual(report["setting"]["client"], "jmeter")
        # JMeter knows no schedule: what would be counted from it was not measured, and is not 0.
        self.assertIsNone(run["latencyMs"]["issued"]["count"])
        self.assertEqual(run["latencyUncorrectedMs"]["issued"]["count"], 40)
        self.assertIsNone(run["generator"]["bottleneck"])
        self.assertEqual(glob.glob(self.out + "/.work*"), [])
        done = self.verify()
        self.assertEqual(done.returncode, 0, done.stderr)
        results = os.path.join(self.out, run["records"]["directory"], run["records"]["jtl"])
        with open(results, encoding="utf-8") as file:
            text = file.read()
        with open(results, "w", encoding="utf-8") as file:
            file.write(text.replace('rc="404"', 'rc="200"', 1))
        done = self.verify()
        self.assertEqual(done.returncode, 1)
        self.assertIn("named by", done.stderr)

    def test_refuses_what_jmeter_cannot_do(self):
        for options, word in ((("--users", "7"), "--users"), (("--requests", "100", "--rate", "70"), "--rate"),
                              (("--requests", "100000", "--rate", "max"), "--requests")):
            done = self.lab("--client", "jmeter", *options)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(word, done.stderr)
        done = self.lab("--client", "gatling")
        self.assertEqual(done.returncode, 2)
        self.assertIn("gatling", done.stderr)
        done = self.lab("--client", "jmeter", JMETER="/nowhere/jmeter")
        self.assertEqual(done.returncode, 2)
        self.assertIn("/nowhere/jmeter", done.stderr)

    def test_says_so_where_jmeter_takes_no_sample(self):
        broken = os.path.join(self.home, "jmeter")
        with open(broken, "w", encoding="ascii") as file:
            file.write("#!/bin/sh\necho Error in NonGUIDriver: no plan for you\n")
        os.chmod(broken, os.stat(broken).st_mode | stat.S_IXUSR)
        done = self.lab("--client", "jmeter", "--strategies", "saga", "--requests", "5", "--rate", "5", "--repeat", "1",
                        JMETER=broken)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("no plan for you", done.stderr)
        self.assertIn("JMETER=", done.stderr)


class DocumentsTest(JmeterLabCase):
    def test_reproduces_the_three_tables(self):
        done = self.lab("--documents", "--repeat", "1", "--seed", "2026")
        self.assertEqual(done.returncode, 0, done.stderr)
        tables = self.report()["documents"][0]["tables"]
        self.assertEqual([table["strategy"] for table in tables],
                         ["redis-lpop", "redis-lpop-lossy", "redis-lpop-compensate"])
        rows = [{row["item"]["en"]: row for row in table["rows"]} for table in tables]
        self.assertTrue(all(row["agrees"] for row in rows[0].values()), rows[0])
        self.assertEqual(rows[0]["Error%"]["measured"]["median"], 33.33)
        self.assertTrue(rows[1]["failed (404 + 500)"]["agrees"], rows[1])
        self.assertLess(rows[1]["issued"]["measured"]["max"], 1000)
        # All were issued, but of the 500 failures some are the partner's: the documents call them all sold out.
        self.assertTrue(rows[2]["Error%"]["agrees"], rows[2])
        self.assertFalse(rows[2]["sold out (404)"]["agrees"])
        self.assertIn("refusals", rows[2]["sold out (404)"]["because"]["en"])
        self.assertEqual(rows[2]["stock lost"]["measured"]["max"], 0)
        self.assertIn("604 of 1,500", done.stdout)
        with open(os.path.join(self.out, "report.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertIn("문서의 세 표", page)
        self.assertIn("The documents&#39; three tables", page.replace("'", "&#39;"))
        self.assertEqual(self.verify().returncode, 0)

    def test_nothing_of_it_is_chosen(self):
        done = self.lab("--documents", "--stock", "7")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--stock", done.stderr)


class ResultFileTest(JmeterLabCase):
    """A run that a person made: the result file against the stores of the server that was asked."""

    def setUp(self):
        super().setUp()
        self.server = self.daemon("--store-failure-rate", "0")
        self.server.generate(3)
        self.answers = [(user, self.server.issue(user)) for user in (1, 2, 3, 4)]
        self.file = os.path.join(self.home, "mine.jtl")
        database = "sqlite://" + os.path.join(self.server.data_dir, "seonchak.sqlite")
        self.places = ("--redis", self.server.ready["redis"], "--database", database)

    def write_csv(self, skip=()):
        with open(self.file, "w", encoding="ascii") as file:
            file.write("timeStamp,elapsed,label,responseCode,URL\n")
            for user, answer in self.answers:
                if user not in skip:
                    file.write(f"17954269968{user:02},5,x,{answer.status},http://h/api/v1/coupons/{user}/issue\n")

    def judge(self):
        return subprocess.run([DAEMON, "lab", "--jtl", self.file, *self.places], env=clean_environment(self.home),
                              cwd=self.home, capture_output=True, text=True, timeout=60, check=False)

    def contents(self):
        with self.server.redis() as redis:
            return sorted(key for key in redis.command("KEYS", "*") if "coupon" in key), self.server.coupons()

    def test_joins_it_with_redis_and_the_database_and_changes_nothing(self):
        before = self.contents()
        self.write_csv()
        done = self.judge()
        self.assertEqual(done.returncode, 0, done.stderr)
        verdict = json.loads(done.stdout)
        self.assertEqual((verdict["issued"], verdict["soldOut"], verdict["stockLeft"]), (3, 1, 0))
        self.assertEqual(verdict["receipts"], {"matched": 3, "lost": 0, "orphaned": 0, "withoutKey": 0,
                                               "wrongHolder": None})
        self.assertEqual(verdict["jtl"]["judgedByStatusAlone"], 4)
        self.assertEqual(self.contents(), before)

    def test_tells_the_orphan_and_the_lost(self):
        self.write_csv(skip=(2,))
        with open(self.file, "a", encoding="ascii") as file:
            file.write("1795426996900,5,x,200,http://h/api/v1/coupons/77/issue\n")
        done = self.judge()
        self.assertEqual(done.returncode, 1, done.stderr)
        receipts = json.loads(done.stdout)["receipts"]
        self.assertEqual((receipts["matched"], receipts["lost"], receipts["orphaned"]), (2, 1, 1))

    def test_tells_the_wrong_holder_by_the_bodies(self):
        (_, first), (_, second) = self.answers[:2]
        sample = ('<httpSample t="5" ts="1795426996900" rc="200" lb="x"><responseData>{}</responseData>'
                  '<java.net.URL>http://h/api/v1/coupons/{}/issue</java.net.URL></httpSample>\n')
        with open(self.file, "w", encoding="utf-8") as file:
            bodies = [json.dumps(answer.json, separators=(",", ":")) for answer in (first, second)]
            file.write("<testResults>\n" + sample.format(bodies[1], 1) + sample.format(bodies[0], 2) + "</testResults>\n")
        done = self.judge()
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(json.loads(done.stdout)["receipts"]["wrongHolder"], 2)

    def test_refuses_by_name(self):
        self.write_csv()
        with open(self.file, "a", encoding="ascii") as file:
            file.write("1795426996900,5")
        done = self.judge()
        self.assertEqual(done.returncode, 2)
        self.assertIn("line 6", done.stderr)
        self.places = ("--redis", self.server.ready["redis"], "--database", "sqlite:///" + self.home + "/none.sqlite")
        done = self.judge()
        self.assertEqual(done.returncode, 2)
        self.assertIn("--database", done.stderr)
        self.assertFalse(os.path.exists(self.home + "/none.sqlite"))


if __name__ == "__main__":
    main()

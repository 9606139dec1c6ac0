# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab as a program: what it measures, what it refuses, what it leaves behind, and whether its word can be checked."""

import csv
import glob
import json
import os
import shutil
import signal
import subprocess
import tempfile

from harness import DAEMON, Case, clean_environment, main
from services import Postgres, Redis, eventually

STRATEGIES = ("user-cache", "redis-lpop", "redis-lpop-lossy", "redis-lpop-compensate", "db-pessimistic",
              "db-optimistic", "saga")


class LabCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="seonchak-lab-test-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.out = os.path.join(self.home, "out")

    def command(self, *options):
        return [DAEMON, "lab", "--out", self.out, *options]

    def lab(self, *options, seconds=200):
        return subprocess.run(self.command(*options), env=clean_environment(self.home), cwd=self.home,
                              capture_output=True, text=True, timeout=seconds, check=False)

    def verify(self, directory=None):
        return subprocess.run([DAEMON, "verify", directory or self.out], env=clean_environment(self.home),
                              capture_output=True, text=True, timeout=60, check=False)

    def report(self):
        with open(os.path.join(self.out, "report.json"), encoding="utf-8") as file:
            return json.load(file)

    def processes(self):
        """The servers that were started on our directory."""
        found = []
        for path in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                with open(path, "rb") as file:
                    line = file.read().decode(errors="replace")
            except OSError:
                continue
            if self.out in line and "--data-dir" in line:
                found.append(path)
        return found


class RunTest(LabCase):
    def test_compares_all_seven_on_both_databases(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create()
        postgres.start()
        done = self.lab("--requests", "300", "--stock", "200", "--rate", "600", "--repeat", "1", "--seed", "11",
                        "--failure-rate", "0.1", "--connections", "40", "--database", f"sqlite,{postgres.url}")
        self.assertEqual(done.returncode, 0, done.stderr)
        report = self.report()
        self.assertTrue(report["whole"])
        runs = {(run["database"], run["strategy"]): run for run in report["runs"]}
        self.assertEqual(set(runs), {(d, s) for d in ("sqlite", "postgresql") for s in STRATEGIES})
        for key, run in runs.items():
            outcomes = sum(run[name] for name in
                           ("issued", "already", "soldOut", "storeFailed", "inDoubt", "conflict", "errors"))
            self.assertEqual((run["requests"], outcomes), (300, 300), key)
            self.assertEqual(run["duplicates"] + run["oversold"] + run["receipts"]["wrongHolder"], 0, key)
            self.assertEqual(run["sound"], key[1] != "redis-lpop-lossy", (key, run))
            self.assertEqual(run["receipts"]["matched"], run["issued"], key)
        for database in ("sqlite", "postgresql"):
            # One seed: the same fate for the n-th call of the partner, so loss and compensation are the same number.
            lossy, paid = runs[database, "redis-lpop-lossy"], runs[database, "redis-lpop-compensate"]
            self.assertEqual(lossy["lost"], lossy["storeFailed"])
            self.assertEqual(lossy["issued"] + lossy["lost"], 200)
            self.assertEqual(paid["compensated"], paid["storeFailed"])
            self.assertEqual(runs[database, "saga"]["issued"], 200)
            self.assertEqual(runs[database, "saga"]["conservation"]["available"], 0)
            self.assertIsNone(runs[database, "db-pessimistic"]["latencyMs"]["storeFailed"].get("p99"))
        plans = {run["repeat"]: run["records"]["plan"] for run in report["runs"]}
        self.assertEqual({run["records"]["plan"] for run in report["runs"]}, set(plans.values()))
        self.assertGreaterEqual(runs["sqlite", "db-optimistic"]["measured"]["optimisticRetries"], 0)
        self.assertIsNone(runs["sqlite", "saga"]["measured"]["optimisticRetries"])
        self.assertGreater(runs["postgresql", "saga"]["measured"]["cpuSeconds"]["database"], 0)
        self.assertIsNone(runs["sqlite", "saga"]["measured"]["cpuSeconds"]["database"])
        self.assertEqual(self.verify().returncode, 0)
        planted = subprocess.run([DAEMON, "verify", "--test-the-tester", self.out], capture_output=True, text=True,
                                 timeout=60, check=False, env=clean_environment(self.home))
        self.assertEqual(planted.returncode, 0, planted.stderr)
        # Four in each run that sold out; the cache has no stock to sell out.
        self.assertEqual(planted.stdout.split()[0], str(4 * 2 * 6), planted.stdout)
        self.assertEqual(os.listdir(self.out).count("runs") + len(glob.glob(self.out + "/.work*")), 1)
        self.assertEqual(self.databases(postgres), [])

    def databases(self, postgres):
        text = subprocess.run(["psql", postgres.url, "-Atc", "select datname from pg_database"],
                              capture_output=True, text=True, timeout=20, check=True).stdout
        return [name for name in text.split() if name.startswith("seonchak-lab")]

    def test_sums_are_those_of_coreutils_and_records_are_plain(self):
        done = self.lab("--strategies", "saga", "--requests", "50", "--stock", "30", "--rate", "max", "--repeat", "2",
                        "--connections", "8")
        self.assertEqual(done.returncode, 0, done.stderr)
        subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=self.out, check=True, timeout=20)
        run = self.report()["runs"][0]
        place = os.path.join(self.out, run["records"]["directory"])
        with open(os.path.join(place, run["records"]["answers"]), encoding="ascii") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 50)
        self.assertEqual(sum(row["fate"] == "ISSUED" for row in rows), run["issued"])
        self.assertTrue(all(int(row["scheduled_ns"]) <= int(row["sent_ns"]) < int(row["answered_ns"]) for row in rows))

    def test_keeps_its_keys_to_itself_in_a_shared_redis(self):
        server = self.redis_server()
        with Redis(server.url) as redis:
            redis.command("SET", "rudals:user:coupon:7", "LIVE")
            redis.command("RPUSH", "rudals:coupon:available", "A", "B")
        done = self.lab("--strategies", "saga,redis-lpop", "--requests", "60", "--stock", "40", "--rate", "max",
                        "--repeat", "1", "--connections", "4", "--redis", server.url)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(all(run["sound"] for run in self.report()["runs"]))
        with Redis(server.url) as redis:
            self.assertEqual(set(redis.command("KEYS", "*")), {"rudals:user:coupon:7", "rudals:coupon:available"})
            self.assertEqual(redis.stock(), ["A", "B"])


class OpeningTest(LabCase):
    def rows(self, run, kind):
        with open(os.path.join(self.out, run["records"]["directory"], run["records"][kind]), encoding="ascii") as file:
            return list(csv.DictReader(file))

    def test_every_strategy_opens_by_redis_clock(self):
        done = self.lab("--opens-in", "6", "--requests", "900", "--stock", "300", "--rate", "300", "--repeat", "1",
                        "--connections", "40", "--failure-rate", "0.1")
        self.assertEqual(done.returncode, 0, done.stderr)
        report = self.report()
        self.assertEqual(report["setting"]["opensIn"], 6)
        self.assertEqual({run["strategy"] for run in report["runs"]}, set(STRATEGIES))
        for run in report["runs"]:
            with self.subTest(strategy=run["strategy"]):
                outcomes = sum(run[name] for name in ("issued", "already", "soldOut", "storeFailed", "inDoubt",
                                                      "conflict", "errors", "tooEarly"))
                self.assertEqual((run["requests"], outcomes), (900, 900))
                opening = run["opening"]
                # 300 a second for the two seconds before it: fewer only where the connections were slow to stand.
                self.assertGreater(run["tooEarly"], 0)
                self.assertLess(run["tooEarly"], 900)
                self.assertEqual(opening["issuedBefore"], 0)
                self.assertGreaterEqual(opening["firstIssuedMs"], 0)
                self.assertGreater(run["issued"], 0)
                second = opening["firstSecond"]
                self.assertTrue(all(0 <= one["ms"] < 1000 for one in second))
                self.assertEqual([one["ms"] for one in second], sorted(one["ms"] for one in second))
                opens_ns = opening["loadBeforeMs"] * 1e6
                answers = self.rows(run, "answers")
                within = [row for row in answers if 0 <= int(row["answered_ns"]) - opens_ns < 1e9]
                self.assertEqual(sum(one["issued"] for one in second), sum(row["fate"] == "ISSUED" for row in within))
                early = [row for row in answers if row["fate"] == "TOO_EARLY"]
                self.assertEqual({row["status"] for row in early}, {"403"})
                self.assertEqual(len({row["opens_at_us"] for row in self.rows(run, "opening")}), 1)
        self.assertIn("first VALID", done.stderr)
        with open(os.path.join(self.out, "report.html"), encoding="utf-8") as file:
            self.assertIn("issued before the opening", file.read())
        self.assertEqual(self.verify().returncode, 0)

    def test_verify_derives_the_opening_again(self):
        done = self.lab("--strategies", "saga", "--opens-in", "4", "--stock", "50", "--rate", "400", "--requests", "1000",
                        "--repeat", "1", "--connections", "8")
        self.assertEqual(done.returncode, 0, done.stderr)
        path = os.path.join(self.out, "report.json")
        report = self.report()
        for key, value in (("firstIssuedMs", 0.0), ("issuedBefore", 3), ("firstSecond", [])):
            with self.subTest(key=key):
                forged = json.loads(json.dumps(report))
                forged["runs"][0]["opening"][key] = value
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(forged, file)
                done = self.verify()
                self.assertEqual(done.returncode, 1)
                self.assertIn('"opening" does not follow', done.stderr)

    def test_a_load_that_is_over_before_the_opening_is_refused(self):
        done = self.lab("--strategies", "saga", "--opens-in", "5", "--requests", "1500", "--rate", "1500", seconds=20)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("over before the sale opens", done.stderr)
        done = self.lab("--strategies", "saga", "--opens-in", "6", "--requests", "20", "--rate", "max", "--repeat", "1",
                        "--connections", "2", seconds=60)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("before the sale opened", done.stderr)
        for options in (("--opens-in", "-1"), ("--opens-in", "soon"), ("--opens-in", "1", "--documents"),
                        ("--opens-in", "1", "--client", "jmeter")):
            done = self.lab(*options, seconds=20)
            self.assertEqual(done.returncode, 2, (options, done.stderr))
            self.assertIn("--opens-in", done.stderr)


class VerifyTest(LabCase):
    def test_refuses_what_was_touched(self):
        done = self.lab("--strategies", "saga", "--requests", "40", "--stock", "20", "--rate", "max", "--repeat", "1",
                        "--connections", "4")
        self.assertEqual(done.returncode, 0, done.stderr)
        run = self.report()["runs"][0]
        book = os.path.join(self.out, run["records"]["directory"], run["records"]["book"])
        changes = [(book, ",ISSUED,", ",VOID,"), (os.path.join(self.out, "report.json"), '"issued": 20', '"issued": 21'),
                   (os.path.join(self.out, "SHA256SUMS"), "report.json", "reporT.json")]
        for path, old, new in changes:
            with open(path, encoding="utf-8") as file:
                whole = file.read()
            with open(path, "w", encoding="utf-8") as file:
                file.write(whole.replace(old, new, 1))
            done = self.verify()
            self.assertEqual(done.returncode, 1, path)
            self.assertNotEqual(done.stderr, "")
            with open(path, "w", encoding="utf-8") as file:
                file.write(whole)
        self.assertEqual(self.verify().returncode, 0)
        self.assertEqual(self.verify(self.home).returncode, 1)
        near = subprocess.run([DAEMON, "verify", os.path.basename(self.out)], env=clean_environment(self.home), cwd=self.home,
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(near.returncode, 0, near.stderr)  # by a name relative to where one stands


class EndTest(LabCase):
    LONG = ("--strategies", "saga", "--requests", "4000", "--stock", "1000", "--rate", "400", "--repeat", "5")

    def begin(self):
        lab = subprocess.Popen(self.command(*self.LONG), env=clean_environment(self.home), cwd=self.home,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(lab.stdout.close)
        self.addCleanup(lab.stderr.close)
        self.addCleanup(lab.kill)
        eventually(self.processes, 20, "the lab starts no server")
        return lab

    def test_interrupted_it_says_what_it_has_and_leaves_nothing(self):
        lab = self.begin()
        lab.send_signal(signal.SIGINT)
        self.assertEqual(lab.wait(30), 1)
        self.assertFalse(self.report()["whole"])
        self.assertEqual(self.processes(), [])
        self.assertEqual(glob.glob(self.out + "/.work*"), [])

    def test_killed_its_server_ends_with_it(self):
        lab = self.begin()
        lab.kill()
        lab.wait(10)
        eventually(lambda: not self.processes(), 20, "the server outlived the lab")


class RefusalTest(LabCase):
    def test_refuses_impossible_settings_by_name(self):
        for options, word in ((("--stock", "0"), "--stock"), (("--requests", "-5"), "--requests"),
                              (("--connections", "10000000"), "--connections"), (("--rate", "fast"), "--rate"),
                              (("--strategies", "saga,magic"), "magic"), (("--failure-rate", "2"), "--failure-rate"),
                              (("--database", "mysql://x"), "--database"), (("--redis", "http://x"), "--redis"),
                              (("--repeat", "0"), "--repeat"), (("--bogus", "1"), "bogus"), (("more",), "more"),
                              (("--requests", "10000000", "--repeat", "1000"), "MB free")):
            done = self.lab(*options, seconds=20)
            self.assertEqual(done.returncode, 2, (options, done.stderr))
            self.assertIn(word, done.stderr)
            self.assertFalse(os.path.exists(os.path.join(self.out, "report.json")))
        self.assertFalse(os.path.exists(self.out), "a refused run leaves a directory behind")

    def test_refuses_a_directory_that_is_not_empty(self):
        os.makedirs(self.out)
        with open(os.path.join(self.out, "mine"), "w", encoding="ascii"):
            pass
        done = self.lab(seconds=20)
        self.assertEqual(done.returncode, 2)
        self.assertIn("not empty", done.stderr)

    def test_says_so_where_postgresql_is_away(self):
        done = self.lab("--database", "postgresql://nobody@127.0.0.1:1/none", "--repeat", "1", "--strategies", "saga",
                        seconds=60)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("127.0.0.1:1", done.stderr)


if __name__ == "__main__":
    main()

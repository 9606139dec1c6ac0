# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1: another program's keys under our prefix. Nothing is touched before a person chose; who takes them over loses no
coupon and doubles none, wherever the server dies in the middle."""

import concurrent.futures
import sqlite3
import subprocess
import tempfile
import time

from harness import Daemon, clean_environment, main, run_daemon, rush, tally
from promises import CrashCase
from services import Postgres, Redis, eventually

STOCK = "rudals:coupon:available"
ALL_AT_ONCE = """redis.call('FLUSHALL') redis.call('RPUSH', KEYS[1], 'A', 'B', 'C')
return redis.call('SET', KEYS[2], 'Z')"""


class ForeignCase(CrashCase):
    def foreign_redis(self, prefix="rudals"):
        server = self.redis_server()
        with Redis(server.url) as redis:
            redis.command("RPUSH", f"{prefix}:coupon:available", "A", "B", "C")
            redis.command("SET", f"{prefix}:user:coupon:7", "Z")
        return server

    @staticmethod
    def content(server):
        with Redis(server.url) as redis:
            keys = sorted(redis.command("KEYS", "*"))
            return {key: (redis.command("TYPE", key),
                          redis.command("LRANGE", key, 0, -1) if redis.command("TYPE", key) == "list" else
                          redis.command("GET", key) if redis.command("TYPE", key) == "string" else None)
                    for key in keys}

    @staticmethod
    def audit(daemon):
        return daemon.get("/api/v1/audit?action=foreign-keys").json["items"]

    def assert_taken_over(self, daemon):
        """A, B and C are stock, in this order, and Z is user 7's."""
        self.assertEqual(daemon.get("/readyz").status, 200)
        with daemon.redis() as redis:
            self.assertEqual(redis.stock(), ["A", "B", "C"])
            self.assertEqual(redis.command("GET", "rudals:user:coupon:7"), "Z")
        self.assertEqual({coupon["code"]: (coupon["status"], coupon["userId"]) for coupon in daemon.coupons()},
                         {"A": ("AVAILABLE", None), "B": ("AVAILABLE", None), "C": ("AVAILABLE", None),
                          "Z": ("ISSUED", 7)})
        again = daemon.issue(7)
        self.assertEqual((again.status, again.json["result"], again.json["code"]), (200, "ALREADY", "Z"))
        self.assertEqual(daemon.issue(8).json["code"], "A")
        stock = self.assert_conserved(daemon)
        self.assertEqual((stock["generated"], stock["available"], stock["issued"]), (4, 2, 2))


class AtTheStartTest(ForeignCase):
    def test_refused_by_default(self):
        redis = self.foreign_redis()
        before = self.content(redis)
        for options in ((), ("--foreign-keys", "refuse"), ("--strategy", "db-pessimistic"), ("--strategy", "redis-lpop")):
            with self.subTest(options=options):
                code, out, err = run_daemon("--redis", redis.url, *options)
                self.assertEqual((code, out), (3, ""), err)
                sentence = next(line for line in err.splitlines() if line.startswith("seonchak: "))
                for part in ("3 codes in the list", "1 user key ", "0 other keys", "--foreign-keys adopt",
                             "--foreign-keys discard", "--key-prefix"):
                    self.assertIn(part, sentence)
                self.assertEqual(self.content(redis), before)

    def test_refused_under_another_prefix_too(self):
        redis = self.foreign_redis("shop")
        code, _, err = run_daemon("--redis", redis.url, "--key-prefix", "shop")
        self.assertEqual(code, 3, err)
        self.assertIn("3 codes in the list shop:coupon:available", err)
        # Under a prefix of its own nobody is asked, and nobody's keys are touched.
        before = self.content(redis)
        daemon = self.daemon("--redis", redis.url, "--store-failure-rate", "0")
        daemon.generate(5)
        self.assertEqual(daemon.issue(7).json["result"], "VALID")
        self.assertEqual({key: value for key, value in self.content(redis).items() if key.startswith("shop:")}, before)

    def test_of_another_sales_database(self):
        """A wrong --data-dir, both books at their first generation."""
        redis = self.redis_server()
        options = ("--redis", redis.url, "--store-failure-rate", "0")
        owner = self.daemon(*options)
        owner.generate(3)
        code = owner.issue(7).json["code"]
        self.assertEqual(owner.stop(), 0)
        before = self.content(redis)
        status, _, err = run_daemon(*options)
        self.assertEqual(status, 3, err)
        for part in ("another database of Seonchak", "2 codes in the list", "1 user key ", "--data-dir"):
            self.assertIn(part, err)
        self.assertEqual(self.content(redis), before)

        heir = self.daemon(*options, "--foreign-keys", "adopt")
        again = heir.issue(7)
        self.assertEqual((again.json["result"], again.json["code"]), ("ALREADY", code))
        stock = self.assert_conserved(heir)
        self.assertEqual((stock["generated"], stock["available"], stock["issued"]), (3, 2, 1))
        self.assertEqual(heir.stop(), 0)
        # The one it was taken from does not take it back by itself.
        status, _, err = run_daemon(*options, data_dir=owner.data_dir)
        self.assertEqual(status, 3, err)

    def test_of_another_type(self):
        commands = (("SADD", STOCK, "A"), ("SET", "rudals:coupon:stats", "x"), ("HSET", "rudals:user:coupon:7", "a", "b"),
                    ("SET", "rudals:coupon:name", "Autumn"))
        for command in commands:
            with self.subTest(command=command):
                redis = self.redis_server()
                with Redis(redis.url) as connection:
                    connection.command(*command)
                before = self.content(redis)
                code, _, err = run_daemon("--redis", redis.url)
                self.assertEqual(code, 3, err)
                self.assertIn("1 other key", err)
                self.assertEqual(self.content(redis), before)
                daemon = self.daemon("--redis", redis.url, "--foreign-keys", "adopt")
                self.assertIn("1 not taken over", self.audit(daemon)[0]["result"])
                self.assertEqual(len(set(self.content(redis)) - {"rudals:coupon:stats"}), 1)  # it is still there

    def test_adopted(self):
        redis = self.foreign_redis()
        options = ("--redis", redis.url, "--store-failure-rate", "0")
        daemon = self.daemon(*options, "--foreign-keys", "adopt")
        audit = self.audit(daemon)
        self.assertEqual(len(audit), 1)
        self.assertIn("3 codes in the list", audit[0]["detail"])
        self.assertIn("3 available, 1 issued", audit[0]["result"])
        self.assertIn("3 available, 1 issued", daemon.log())
        self.assert_taken_over(daemon)
        # It is done once, and for good.
        self.assertEqual(daemon.stop(), 0)
        daemon.options = list(options)
        daemon.start()
        stock = self.assert_conserved(daemon)
        self.assertEqual((stock["generated"], stock["available"], stock["issued"]), (4, 2, 2))
        self.assertEqual(len(self.audit(daemon)), 1)

    def test_adopted_by_the_environment_and_the_file(self):
        for environment, lines in (({"SEONCHAK_FOREIGN_KEYS": "adopt"}, ""), ({}, "foreign-keys=adopt\n")):
            with self.subTest(lines=lines):
                redis = self.foreign_redis()
                with tempfile.NamedTemporaryFile("w", suffix=".ini") as file:
                    file.write(lines)
                    file.flush()
                    daemon = self.daemon("--redis", redis.url, "--store-failure-rate", "0", "--config", file.name,
                                         environment=environment)
                    self.assert_taken_over(daemon)

    def test_a_wrong_choice(self):
        code, _, err = run_daemon("--foreign-keys", "keep")
        self.assertEqual(code, 2)
        self.assertIn("--foreign-keys", err)
        self.assertIn("refuse, adopt, discard", err)

    def test_discarded(self):
        redis = self.foreign_redis()
        daemon = self.daemon("--redis", redis.url, "--foreign-keys", "discard")
        self.assertEqual(set(self.content(redis)), {"rudals:coupon:stats"})
        self.assertEqual(daemon.coupons(), [])
        audit = self.audit(daemon)
        self.assertEqual(len(audit), 1)
        self.assertIn("discard: 3 codes in the list", audit[0]["detail"])
        self.assertIn("1 user key ", audit[0]["detail"])

    def test_two_servers_adopt_at_once(self):
        redis = self.foreign_redis()
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create().start()
        daemons = []
        for _ in range(2):
            daemon = Daemon("--redis", redis.url, "--database", postgres.url, "--store-failure-rate", "0",
                            "--foreign-keys", "adopt")
            self.addCleanup(daemon.cleanup)
            self.remember(daemon)
            daemons.append(daemon)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(Daemon.start, daemons))
        for daemon in daemons:
            eventually(lambda daemon=daemon: daemon.get("/readyz").status == 200, 20)
        self.assert_taken_over(daemons[0])
        self.assertEqual(len([entry for entry in self.audit(daemons[1]) if entry["result"].startswith("done: 3")]), 1)


class AtRunTimeTest(ForeignCase):
    def setUp(self):
        self.store = self.redis_server()
        self.server = self.daemon("--redis", self.store.url, "--store-failure-rate", "0")
        self.server.generate(2)
        self.codes = [coupon["code"] for coupon in self.server.coupons()]
        self.server.issue(1)
        with Redis(self.store.url) as redis:
            redis.command("EVAL", ALL_AT_ONCE, 2, STOCK, "rudals:user:coupon:7")
        eventually(lambda: self.server.get("/api/v1/redis/foreign").json["found"], 10, "it does not notice")

    def test_nothing_is_issued_and_nothing_touched(self):
        before = self.content(self.store)
        end = time.monotonic() + 4
        while time.monotonic() < end:
            self.assert_problem(self.server.issue(9), 503, "unavailable")
            self.assertEqual(self.server.get("/readyz").status, 503)
            self.assertEqual(self.content(self.store), before)
        found = {"codes": 3, "userKeys": 1, "others": 0}
        self.assertEqual(self.server.get("/api/v1/redis/foreign").json, {"found": found})
        self.assertEqual(self.server.status()["redis"]["foreign"], found)
        self.assertIn("seonchak_ready 0", self.server.get("/metrics").body.decode())
        eventually(lambda: "3 codes in the list" in self.server.log(), 20, "the log does not name what is there")
        # Whoever takes the keys away makes it ready again.
        with Redis(self.store.url) as redis:
            redis.command("FLUSHALL")
        eventually(lambda: self.server.get("/readyz").status == 200, 10)
        self.assertIsNone(self.server.status()["redis"]["foreign"])
        self.assertEqual(self.server.issue(1).json["result"], "ALREADY")

    def test_adopted(self):
        answer = self.server.post("/api/v1/redis/foreign", {"choice": "adopt"})
        self.assertEqual((answer.status, answer.json), (202, {"found": {"codes": 3, "userKeys": 1, "others": 0}}))
        eventually(lambda: self.server.get("/readyz").status == 200, 10)
        with self.server.redis() as redis:
            self.assertEqual(redis.stock(), [self.codes[1], "A", "B", "C"])
        self.assertEqual(self.server.issue(7).json["code"], "Z")
        self.assertEqual(self.server.issue(1).json["code"], self.codes[0])
        stock = self.assert_conserved(self.server)
        self.assertEqual((stock["generated"], stock["available"], stock["issued"]), (6, 4, 2))
        # Decided, then done: both by the same person.
        self.assertEqual([entry["actor"] for entry in self.audit(self.server)], ["REST 127.0.0.1"] * 2)
        self.assert_problem(self.server.post("/api/v1/redis/foreign", {"choice": "adopt"}), 409, "no-foreign-keys")

    def test_discarded(self):
        self.assertEqual(self.server.post("/api/v1/redis/foreign", {"choice": "discard"}).status, 202)
        eventually(lambda: self.server.get("/readyz").status == 200, 10)
        with self.server.redis() as redis:
            self.assertEqual(redis.stock(), self.codes[1:])
            self.assertIsNone(redis.command("GET", "rudals:user:coupon:7"))
        self.assertEqual(self.assert_conserved(self.server)["generated"], 2)

    def test_what_is_no_choice(self):
        for body in ({"choice": "refuse"}, {"choice": "adopt", "more": 1}, {}, [], {"choice": 1}):
            self.assert_problem(self.server.post("/api/v1/redis/foreign", body), 400, "invalid-body")
        self.assert_problem(self.server.request("POST", "/api/v1/redis/foreign", "x", {"Content-Type": "application/json"}),
                            400, "invalid-json")
        self.assertEqual(self.server.get("/readyz").status, 503)


class KilledTest(ForeignCase):
    LISTED = 60_000
    USERS = 20_000

    def big_redis(self):
        server = self.redis_server()
        with Redis(server.url) as redis:
            redis.command("EVAL", f"for i = 1, {self.LISTED} do redis.call('RPUSH', KEYS[1], 'S' .. i) end "
                                  f"for i = 1, {self.USERS} do redis.call('SET', KEYS[2] .. i, 'U' .. i) end", 2, STOCK,
                          "rudals:user:coupon:")
        return server

    @staticmethod
    def rows(data_dir, table):
        """How many the book has so far; -1: it is not there yet."""
        try:
            with sqlite3.connect(f"file:{data_dir}/seonchak.sqlite?mode=ro", uri=True, timeout=1) as book:
                return book.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        except sqlite3.OperationalError:
            return -1

    def test_killed_in_the_middle(self):
        redis = self.big_redis()
        daemon = Daemon("--redis", redis.url, "--store-failure-rate", "0", "--foreign-keys", "adopt")
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        # Among the users, among the codes of the list, and while Redis is filled anew.
        for table, reached in (("issue", 4000), ("coupon", self.USERS + 10_000), ("coupon", self.LISTED + self.USERS)):
            with open(daemon.log_path, "ab") as log:
                process = subprocess.Popen(daemon.command(), stdout=subprocess.DEVNULL, stderr=log, cwd=daemon.home,
                                           env=clean_environment(daemon.home))
            try:
                eventually(lambda table=table, reached=reached: self.rows(daemon.data_dir, table) >= reached, 30)
            finally:
                process.kill()
                process.wait()
        began = time.monotonic()
        daemon.start()
        eventually(lambda: daemon.get("/readyz").status == 200, 30)
        print(f"adopted after three kills in {time.monotonic() - began:.1f} s")
        stock = self.assert_conserved(daemon)
        self.assertEqual((stock["generated"], stock["available"], stock["issued"]),
                         (self.LISTED + self.USERS, self.LISTED, self.USERS))
        with daemon.redis() as connection:
            self.assertEqual(connection.stock(), [f"S{i}" for i in range(1, self.LISTED + 1)])
            self.assertEqual(connection.command("GET", f"rudals:user:coupon:{self.USERS}"), f"U{self.USERS}")
        results = rush(daemon, range(self.USERS - 50, self.USERS + 50))
        self.assertEqual(tally(results), {"ALREADY": 51, "VALID": 49})

    def test_a_hundred_thousand_in_time(self):
        redis = self.redis_server()
        with Redis(redis.url) as connection:
            connection.command("EVAL", "for i = 1, 100000 do redis.call('RPUSH', KEYS[1], 'S' .. i) end", 1, STOCK)
        began = time.monotonic()
        daemon = self.daemon("--redis", redis.url, "--foreign-keys", "adopt")
        eventually(lambda: daemon.get("/readyz").status == 200, 30)
        print(f"100,000 codes adopted in {time.monotonic() - began:.1f} s")
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual(self.assert_conserved(daemon)["available"], 100_000)


if __name__ == "__main__":
    main()

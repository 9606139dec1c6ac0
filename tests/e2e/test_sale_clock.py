# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sale opens and closes by Redis' clock, on every server, across restarts and a Redis that was emptied."""

import contextlib
import datetime
import os
import shutil
import sqlite3
import statistics
import struct
import subprocess
import tempfile
import threading
import time
import unittest.mock

from harness import BUILD_DIR, Case, main
from services import Postgres, Redis, eventually, free_port


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


class SaleCase(Case):
    def sale(self, *options, **more):
        return self.daemon("--store-failure-rate", "0", *options, **more)

    def times(self, server, status=200, **times):
        answer = server.put("/api/v1/sale", times)
        self.assertEqual(answer.status, status, answer)
        return answer.json

    def state(self, server):
        return server.get("/api/v1/sale").json["state"]

    def later(self, server, seconds):
        """A time that far ahead, by the sale's own clock."""
        now = moment(server.get("/api/v1/sale").json["serverTime"])
        return (now + datetime.timedelta(seconds=seconds)).isoformat(timespec="milliseconds")

    def assert_not_open(self, answer, opens_at):
        self.assert_problem(answer, 403, "not-open")
        self.assertEqual(moment(answer.json["opensAt"]), moment(opens_at))
        wait = (moment(answer.json["opensAt"]) - moment(answer.json["serverTime"])).total_seconds()
        self.assertGreaterEqual(int(answer.headers["retry-after"]), wait)
        self.assertLess(int(answer.headers["retry-after"]), wait + 2)


class TheTimesTest(SaleCase):
    def test_the_object(self):
        server = self.sale("--sale-name", "Autumn")
        sale = server.get("/api/v1/sale").json
        self.assertEqual({key: sale[key] for key in ("name", "mode", "state", "opensAt", "closesAt")},
                         {"name": "Autumn", "mode": "test", "state": "preparing", "opensAt": None, "closesAt": None})
        self.assertRegex(sale["serverTime"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        status = server.status()
        self.assertEqual(status["sale"]["state"], "preparing")
        self.assertEqual((status["requests"]["tooEarly"], status["requests"]["closed"]), (0, 0))
        self.assertEqual(server.request("HEAD", "/api/v1/sale").status, 200)

    def test_states(self):
        server = self.sale()
        server.post("/api/v1/generate?push=false", {"count": 2})
        self.assertEqual(self.state(server), "preparing")
        server.post("/api/v1/coupons/push")
        self.assertEqual(self.state(server), "open")
        server.post("/api/v1/issuing/pause")
        self.assertEqual(self.state(server), "paused")
        server.post("/api/v1/issuing/resume")
        server.issue(1)
        server.issue(2)
        eventually(lambda: self.state(server) == "sold-out")
        self.times(server, opensAt=self.later(server, 600))
        self.assertEqual(self.state(server), "planned")
        self.times(server, opensAt=None)
        self.assertEqual(self.state(server), "sold-out")

    def test_either_may_be_left_out_and_null_takes_it_away(self):
        server = self.sale()
        opens, closes = self.later(server, 600), self.later(server, 1200)
        sale = self.times(server, opensAt=opens)
        self.assertEqual((moment(sale["opensAt"]), sale["closesAt"]), (moment(opens), None))
        sale = self.times(server, closesAt=closes)
        self.assertEqual((moment(sale["opensAt"]), moment(sale["closesAt"])), (moment(opens), moment(closes)))
        sale = self.times(server, opensAt=None)
        self.assertEqual((sale["opensAt"], moment(sale["closesAt"])), (None, moment(closes)))
        self.assertEqual(self.times(server)["closesAt"], sale["closesAt"])
        told = [row["result"] for row in server.get("/api/v1/audit?action=times").json["items"]]
        self.assertEqual(len(told), 4)
        self.assertTrue(told[-1].startswith("done: opens "), told)
        self.assertTrue(told[-1].endswith("closes not set; before: not set, not set"), told)

    def test_zones_are_understood(self):
        server = self.sale()
        for text, utc in (("2126-12-01T10:00:00+09:00", "2126-12-01T01:00:00.000Z"), ("2126-12-01T10:00:00Z", "2126-12-01T10:00:00.000Z"),
                          ("2126-12-01T10:00:00.5-03:30", "2126-12-01T13:30:00.500Z"), ("2128-02-29t00:00:00z", "2128-02-29T00:00:00.000Z")):
            self.assertEqual(self.times(server, opensAt=text)["opensAt"], utc)

    def test_bad_input(self):
        server = self.sale()
        before = server.get("/api/v1/sale").json
        bad = [{"opensAt": text} for text in
               ("2126-12-01T10:00:00", "2126-12-01", "tomorrow", "", "2126-02-29T10:00:00Z", "2126-12-01T25:00:00Z", "2126-12-01T10:00Z",
                "2126-12-01T10:00:00+99:00", "9999-12-31T23:59:59-01:00", "10000-01-01T00:00:00Z", "2126-12-01T10:00:60Z", 1796083200, True, [], {})]
        bad += [{"closesAt": "2020-01-01T00:00:00Z"}, {"opensAt": "2126-12-01T10:00:00Z", "closesAt": "2126-12-01T10:00:00Z"},
                {"opensAt": "2126-12-01T10:00:00Z", "closesAt": "2126-12-01T09:00:00Z"}, {"opens": None}, []]
        for body in bad:
            with self.subTest(body=body):
                self.assert_problem(server.put("/api/v1/sale", body), 400, "invalid-body")
        after = server.get("/api/v1/sale").json
        self.assertEqual((after["opensAt"], after["closesAt"]), (before["opensAt"], before["closesAt"]))
        self.assertEqual(server.request("DELETE", "/api/v1/sale").status, 405)

    def test_what_is_wrong_with_a_time_is_said_in_both_languages(self):
        server = self.sale()
        for body, korean, english in (
                ({"opensAt": "2126-12-01T10:00:00"}, "opensAt에 시간대가 없습니다", "opensAt has no zone"),
                ({"opensAt": "2126-02-29T10:00:00Z"}, "2월 29일은 윤년에만", "there is no such day"),
                ({"closesAt": "2126-12-01T10:00:00+25:00"}, "closesAt에 적힌 날짜", "closesAt: there is no such"),
                ({"opensAt": "2126-06-30T23:59:60Z"}, "윤초", "leap second"),
                ({"opensAt": 1796083200}, "null이거나", "must be null or a time"),
                ({"closesAt": "2020-01-01T00:00:00Z"}, "이미 지난", "is in the past"),
                ({"opensAt": "2126-12-01T10:00:00Z", "closesAt": "2126-12-01T09:00:00Z"}, "늦지 않습니다", "is not after opensAt")):
            with self.subTest(body=body):
                self.assertIn(korean, server.put("/api/v1/sale", body).json["detail"])
                self.assertIn(english, server.put("/api/v1/sale", body, **{"Accept-Language": "en"}).json["detail"])

    def test_only_the_administration_sets_them(self):
        with tempfile.NamedTemporaryFile("w") as file:  # for its owner alone
            file.write("secret-of-the-test")
            file.flush()
            server = self.sale("--admin-token-file", file.name)
        self.assert_problem(server.put("/api/v1/sale", {"opensAt": None}), 401, "unauthorized")
        self.assertEqual(server.get("/api/v1/sale").status, 200)
        self.assertEqual(server.put("/api/v1/sale", {"opensAt": None}, Authorization="Bearer secret-of-the-test").status, 200)


class TheOpeningTest(SaleCase):
    def until(self, server, instant):
        """Seconds, by the sale's own clock."""
        return (moment(instant) - moment(server.get("/api/v1/sale").json["serverTime"])).total_seconds()

    def open_in(self, server, seconds, count=3):
        opens = self.later(server, seconds)
        self.times(server, opensAt=opens)
        server.post("/api/v1/generate", {"count": count})
        return opens

    def test_it_opens_by_itself(self):
        server = self.sale()
        opens = self.open_in(server, 600)
        self.assertEqual(self.state(server), "planned")
        self.assert_not_open(server.issue(1), opens)
        self.assertEqual(server.status()["requests"]["tooEarly"], 1)
        why = server.get("/api/v1/users/1").json
        self.assertEqual((why["verdict"], moment(why["opensAt"])), ("TOO_EARLY", moment(opens)))
        early = (moment(opens) - moment(why["lastRefusedAt"])).total_seconds()
        self.assertAlmostEqual(why["secondsBeforeOpening"], early, places=2)
        opens = self.later(server, 4)
        self.times(server, opensAt=opens)
        eventually(lambda: server.issue(1).status == 200, 30)
        self.assertEqual(self.state(server), "open")
        issued = moment(server.issue(1).json["issuedAt"])
        self.assertGreaterEqual(issued, moment(opens))
        self.assertEqual(server.get("/api/v1/users/1").json["verdict"], "ISSUED")

    def test_it_closes_by_itself(self):
        server = self.sale()
        server.post("/api/v1/generate", {"count": 3})
        self.assertEqual(server.issue(1).status, 200)
        self.times(server, closesAt=self.later(server, 4))
        eventually(lambda: server.issue(2).status == 403 or self.state(server) == "closed", 30)
        self.assert_problem(server.issue(3), 403, "closed")
        self.assertEqual(self.state(server), "closed")
        self.assertEqual(server.get("/api/v1/users/3").json["verdict"], "CLOSED")
        self.assertGreaterEqual(server.status()["requests"]["closed"], 1)
        self.assertEqual(server.issue(1).json["result"], "ALREADY")  # what is issued stays so
        self.times(server, closesAt=None)
        self.assertEqual(server.issue(3).status, 200)

    def test_the_times_outlast_restart_and_a_lost_redis(self):
        redis = self.redis_server()
        server = self.sale("--redis", redis.url)
        opens = self.open_in(server, 600)
        server.stop()
        server.start()
        self.assert_not_open(server.issue(1), opens)
        with server.redis() as connection:
            connection.command("FLUSHALL")
        eventually(lambda: server.get("/readyz").status == 503 or server.issue(1).status == 403)
        eventually(lambda: server.get("/readyz").status == 200)
        for user in range(1, 50):
            self.assert_not_open(server.issue(user), opens)

    def test_the_times_outlast_a_failover(self):
        """Sentinel puts a replica in the place of a Redis that died; it is the book that knows the times."""
        main_redis = self.redis_server()
        replica = self.redis_server("--replicaof", "127.0.0.1", str(main_redis.port))
        sentinel = self.sentinel(main_redis)
        server = self.sale("--redis", f"sentinel://127.0.0.1:{sentinel}/main")
        server.post("/api/v1/generate", {"count": 3})
        opens = self.open_in(server, 600)

        def replication():  # a connection each time: Sentinel closes those of whom it promotes
            try:
                with Redis(replica.url) as connection:
                    return connection.command("INFO", "replication")
            except OSError:
                return ""
        eventually(lambda: "master_link_status:up" in replication(), 60)
        with Redis(f"redis://127.0.0.1:{sentinel}") as connection:  # until now no pause of the master mattered
            connection.command("SENTINEL", "SET", "main", "down-after-milliseconds", "300")
        main_redis.kill()
        eventually(lambda: "role:master" in replication(), 60, "the failover")
        eventually(lambda: server.issue(1).code == "not-open", 60, "the server on the new Redis")
        for user in range(1, 20):
            self.assert_not_open(server.issue(user), opens)
        # Even where it knows nothing of them any more.
        with Redis(replica.url) as connection:
            connection.command("FLUSHALL")
        eventually(lambda: server.get("/readyz").status == 503 or server.issue(1).status == 403, 20)
        eventually(lambda: server.get("/readyz").status == 200, 60)
        for user in range(1, 20):
            self.assert_not_open(server.issue(user), opens)
        self.times(server, opensAt="now")
        eventually(lambda: server.issue(1).status == 200, 20)

    def clock(self, name):
        """What makes a program's clock jump, and the environment that the program needs for it."""
        path = os.path.join(self.enterContext(tempfile.TemporaryDirectory(prefix="sc-clock-")), name)

        def jump(seconds):
            with open(path, "r+b" if os.path.exists(path) else "wb") as file:
                file.write(struct.pack("=q", seconds))
        jump(0)
        sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"  # ours stands before it
        return jump, {"LD_PRELOAD": os.path.join(BUILD_DIR, "tests", "libclock_jump.so"), "CLOCK_JUMP": path,
                      "ASAN_OPTIONS": sanitizer.lstrip(":")}

    def test_a_servers_clock_that_jumps_opens_nothing(self):
        """Redis' clock decides, whatever the server's own does while the opening is near."""
        redis = self.redis_server()
        jump, environment = self.clock("server")
        server = self.sale("--redis", redis.url, environment=environment)
        server.post("/api/v1/generate", {"count": 30})
        opens = self.open_in(server, 600)
        user = 0
        for hours in (1, -1, 24, 0):
            jump(hours * 3600)
            eventually(lambda: abs(server.get("/api/v1/sale").json["clockOffsetMs"] + hours * 3_600_000) < 2000, 20)
            for _ in range(10):
                user += 1
                answer = server.issue(user)
                self.assert_problem(answer, 403, "not-open")
                self.assertEqual(moment(answer.json["opensAt"]), moment(opens))
        self.assert_conserved(server)

    def test_redis_clock_that_jumps_moves_the_opening(self):
        """Forward past the opening it opens, back it is shut again; who has a coupon keeps it."""
        jump, environment = self.clock("redis")
        with unittest.mock.patch.dict(os.environ, environment):
            redis = self.redis_server()
        server = self.sale("--redis", redis.url)
        server.post("/api/v1/generate", {"count": 3})
        opens = self.open_in(server, 600)
        self.assert_not_open(server.issue(1), opens)
        jump(3600)
        eventually(lambda: server.issue(1).status == 200, 20)
        eventually(lambda: self.state(server) == "open", 20)
        jump(-3600)
        eventually(lambda: server.issue(2).code == "not-open", 20)
        self.assertEqual(server.issue(1).json["result"], "ALREADY")
        eventually(lambda: self.state(server) == "planned", 20)
        self.assert_conserved(server)

    def sentinel(self, redis):
        port, home = free_port(), tempfile.mkdtemp(prefix="sc-sentinel-")
        self.addCleanup(shutil.rmtree, home, ignore_errors=True)
        config = os.path.join(home, "sentinel.conf")
        with open(config, "w", encoding="ascii") as file:
            file.write(f"port {port}\nbind 127.0.0.1\nsentinel monitor main 127.0.0.1 {redis.port} 1\n"
                       "sentinel down-after-milliseconds main 60000\nsentinel failover-timeout main 2000\n")
        process = subprocess.Popen(["redis-server", config, "--sentinel"], stdout=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)

        def knows_its_replica():
            try:
                with Redis(f"redis://127.0.0.1:{port}") as connection:
                    return len(connection.command("SENTINEL", "REPLICAS", "main")) == 1
            except OSError:
                return False
        eventually(knows_its_replica, 30, "a Sentinel that knows the replica")
        return port

    def test_two_servers_agree(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create()
        postgres.start()
        redis = self.redis_server()
        options = ("--redis", redis.url, "--database", postgres.url)
        one, other = self.sale(*options), self.sale(*options)
        opens = self.open_in(one, 600)
        self.assert_not_open(other.issue(1), opens)  # Redis knows already
        eventually(lambda: other.get("/api/v1/sale").json["opensAt"] is not None)
        self.times(other, opensAt=None)
        self.assertEqual(one.issue(1).status, 200)
        self.assertEqual(other.issue(2).status, 200)

    def test_the_documents_steps_and_the_locks(self):
        for strategy in ("redis-lpop", "db-pessimistic"):
            with self.subTest(strategy=strategy):
                server = self.sale("--strategy", strategy)
                self.assert_problem(server.issue(1), 404, "sold-out")
                opens = self.open_in(server, 600)
                self.assert_not_open(server.issue(1), opens)
                self.times(server, opensAt=None)
                self.assertEqual(server.issue(1).status, 200)
                eventually(lambda: server.get("/api/v1/users/1").json["verdict"] == "ISSUED")
                self.times(server, opensAt=opens)
                self.assertEqual(server.issue(1).json["result"], "ALREADY")  # what is issued stays so

    def test_what_came_too_early_is_written_once_the_first_second_is_over(self):
        server = self.sale()
        path = os.path.join(server.data_dir, "seonchak.sqlite")

        def is_written(user):
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as book:
                return book.execute("SELECT count(*) FROM refusal WHERE user_id = ?", [user]).fetchone()[0] == 1
        for user in range(1, 10):  # A busy machine may miss the short time before an opening.
            opens = self.open_in(server, 2, count=1)
            eventually(lambda opens=opens: self.until(server, opens) < 0.25, 10)  # The rest begins 0.3 s before.
            if server.issue(user).code == "not-open":
                break
        eventually(lambda: is_written(user), 10)
        self.assertLess(self.until(server, opens), -1, "notes were written while the sale opened")

    def test_nobody_is_first_before_the_opening(self):
        """Clients that ask without pause: none is served before the opening by Redis' clock."""
        server = self.sale()
        opens = moment(self.open_in(server, 2, count=20))
        late, issued, lock = [], [], threading.Lock()
        deadline = time.monotonic() + 30

        def ask(user):
            while time.monotonic() < deadline:
                answer = server.issue(user)
                if answer.status == 200:
                    with lock:
                        issued.append(moment(answer.json["issuedAt"]))
                    return
                if answer.status == 404:
                    with lock:
                        late.append(user)
                    return

        threads = [threading.Thread(target=ask, args=(user,)) for user in range(1, 31)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual((len(issued), len(late)), (20, 10))
        self.assertGreaterEqual(min(issued), opens)
        print(f"first coupon {1000 * (min(issued) - opens).total_seconds():.0f} ms after the opening, "
              f"median {1000 * statistics.median((at - opens).total_seconds() for at in issued):.0f} ms")


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why somebody got no coupon: every reason is told as it was, and to nobody else's cost."""

import contextlib
import datetime
import os
import signal
import sqlite3

from harness import Case, main
from services import Postgres, eventually


class VerdictCase(Case):
    def sale(self, *options, **more):
        return self.daemon("--store-failure-rate", "0", *options, **more)

    def stage(self, server, count):
        """Coupons that wait to be pushed."""
        answer = server.post("/api/v1/generate?push=false", {"count": count})
        self.assertEqual(answer.status, 201, answer)

    def postgres(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create()
        postgres.start()
        return postgres

    def why(self, server, user):
        answer = server.get(f"/api/v1/users/{user}")
        self.assertEqual(answer.status, 200, answer)
        return answer.json

    def verdict(self, server, user):
        return self.why(server, user)["verdict"]

    def assert_not_open(self, answer):
        self.assert_problem(answer, 403, "not-open")
        self.assertIsNone(answer.json["opensAt"])
        self.assertEqual(answer.headers["retry-after"], "5")
        told = datetime.datetime.fromisoformat(answer.json["serverTime"].replace("Z", "+00:00"))
        now = datetime.datetime.now(datetime.timezone.utc)
        self.assertLess(abs((now - told).total_seconds()), 60)
        self.assertRegex(answer.json["serverTime"], r"\.\d{3}Z$")


class BeforeTheSaleTest(VerdictCase):
    def test_a_system_without_any_coupon_answers_as_documented(self):
        server = self.sale()
        self.assert_problem(server.issue(1), 404, "sold-out")
        answer = self.why(server, 1)
        self.assertEqual((answer["verdict"], answer["place"], answer["soldOutAt"]), ("TOO_EARLY", None, None))

    def test_generated_and_not_pushed(self):
        for database in ("sqlite", "postgresql"):
            with self.subTest(database=database):
                options = []
                if database == "postgresql":
                    options = ["--database", self.postgres().url]
                server = self.sale(*options)
                self.stage(server, 2)
                self.assert_not_open(server.issue(1))
                self.assertEqual(server.status()["requests"]["tooEarly"], 1)
                self.assertEqual(server.status()["requests"]["soldOut"], 0)
                answer = self.why(server, 1)
                self.assertEqual((answer["verdict"], answer["refusedTimes"], answer["place"]), ("TOO_EARLY", 1, None))
                # An early request costs nothing later, and after the stock has run out all is sold out.
                server.post("/api/v1/coupons/push")
                self.assertEqual(server.issue(1).status, 200)
                self.assertEqual(server.issue(2).status, 200)
                self.assert_problem(server.issue(3), 404, "sold-out")
                self.assertEqual([self.verdict(server, user) for user in (1, 3)], ["ISSUED", "SOLD_OUT"])
                # More coupons that wait do not make it early again.
                self.stage(server, 1)
                self.assert_problem(server.issue(3), 404, "sold-out")
                self.assertEqual(self.verdict(server, 3), "SOLD_OUT")

    def test_another_server_hears_of_the_push(self):
        postgres = self.postgres()
        redis = self.redis_server()
        options = ("--redis", redis.url, "--database", postgres.url)
        one, other = self.sale(*options), self.sale(*options)
        self.stage(one, 1)
        self.assert_not_open(other.issue(1))
        one.post("/api/v1/coupons/push")
        self.assertEqual(other.issue(1).status, 200)
        for server in (one, other):
            self.assert_problem(server.issue(2), 404, "sold-out")

    def test_the_documents_steps_answer_as_documented(self):
        for strategy in ("redis-lpop", "redis-lpop-compensate", "db-pessimistic", "db-optimistic"):
            with self.subTest(strategy=strategy):
                server = self.sale("--strategy", strategy)
                self.stage(server, 1)
                self.assert_problem(server.issue(1), 404, "sold-out")
                self.assertEqual(self.verdict(server, 1), "TOO_EARLY")
                server.post("/api/v1/coupons/push")
                self.assertEqual(server.issue(1).status, 200)
                self.assert_problem(server.issue(2), 404, "sold-out")
                self.assertEqual(self.verdict(server, 2), "SOLD_OUT")

    def test_it_survives_a_restart_and_an_emptied_redis(self):
        server = self.sale()
        server.generate(1)
        self.assertEqual(server.issue(1).status, 200)
        server.stop()
        server.start()
        self.assert_problem(server.issue(2), 404, "sold-out")
        with server.redis() as redis:
            redis.command("FLUSHALL")
        eventually(lambda: server.issue(3).status == 404, 20, "Redis is not rebuilt")
        self.assert_problem(server.issue(3), 404, "sold-out")
        self.assertEqual(self.verdict(server, 3), "SOLD_OUT")


class DuringTheSaleTest(VerdictCase):
    def test_while_paused(self):
        server = self.sale()
        server.generate(1)
        server.post("/api/v1/issuing/pause")
        self.assert_problem(server.issue(1), 503, "paused")
        self.assert_problem(server.issue(1), 503, "paused")
        answer = self.why(server, 1)
        self.assertEqual((answer["verdict"], answer["refusedTimes"]), ("WHILE_PAUSED", 2))
        server.post("/api/v1/issuing/resume")
        self.assertEqual(server.issue(1).status, 200)
        answer = self.why(server, 1)
        self.assertEqual(answer["verdict"], "ISSUED")
        self.assertEqual([refusal["reason"] for refusal in answer["refusals"]], ["WHILE_PAUSED"])

    def test_while_redis_is_away(self):
        redis = self.redis_server()
        server = self.sale("--redis", redis.url)
        server.generate(1)
        os.kill(redis.process.pid, signal.SIGSTOP)
        self.addCleanup(os.kill, redis.process.pid, signal.SIGCONT)
        eventually(lambda: server.get("/readyz").status == 503, 20, "the server does not notice")
        self.assert_problem(server.issue(1), 503, "unavailable")
        os.kill(redis.process.pid, signal.SIGCONT)
        eventually(lambda: server.get("/readyz").status == 200, 20, "the server does not come back")
        self.assertEqual(self.verdict(server, 1), "OUT_OF_ORDER")

    def test_while_the_book_takes_no_notes(self):
        """Nobody is told "never seen" while their refusal cannot be written down."""
        server = self.sale()
        server.generate(1)
        server.post("/api/v1/issuing/pause")
        path = os.path.join(server.data_dir, "seonchak.sqlite")
        with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=20)) as other:
            other.execute("BEGIN IMMEDIATE")
            self.assert_problem(server.issue(1), 503, "paused")
            self.assert_problem(server.get("/api/v1/users/1"), 503, "unavailable")
            other.execute("ROLLBACK")
        eventually(lambda: server.get("/api/v1/users/1").status == 200, 20, "the book stays locked")
        self.assertEqual(self.verdict(server, 1), "WHILE_PAUSED")

    def test_the_newest_refusal_decides(self):
        server = self.sale()
        self.stage(server, 1)
        server.issue(2)
        self.assertEqual(self.verdict(server, 2), "TOO_EARLY")
        server.post("/api/v1/issuing/pause")
        server.issue(2)
        self.assertEqual(self.verdict(server, 2), "WHILE_PAUSED")
        server.post("/api/v1/issuing/resume")
        server.post("/api/v1/coupons/push")
        server.issue(1)
        server.issue(2)
        answer = self.why(server, 2)
        self.assertEqual((answer["verdict"], answer["place"], answer["refused"]), ("SOLD_OUT", 1, 1))
        self.assertEqual([refusal["reason"] for refusal in answer["refusals"]],
                         ["SOLD_OUT", "WHILE_PAUSED", "TOO_EARLY"])


class AfterTheSaleTest(VerdictCase):
    def test_places_count_within_their_own_sell_out(self):
        server = self.sale()
        server.generate(1)
        server.issue(1)
        for user in (11, 12, 13):
            self.assert_problem(server.issue(user), 404, "sold-out")
        self.why(server, 11)  # writes down what was noted
        server.generate(1)
        self.assertEqual(server.issue(11).status, 200)
        for user in (12, 14):  # of one millisecond the lower id is the first
            self.assert_problem(server.issue(user), 404, "sold-out")
        places = {user: (self.why(server, user)["place"], self.why(server, user)["refused"]) for user in (12, 13, 14)}
        self.assertEqual(places, {12: (1, 2), 14: (2, 2), 13: (3, 3)})

    def test_the_rest_was_withdrawn(self):
        for strategy in ("saga", "db-pessimistic"):
            with self.subTest(strategy=strategy):
                server = self.sale("--strategy", strategy)
                server.generate(3)
                self.assertEqual(server.issue(1).status, 200)
                self.assertEqual(server.post("/api/v1/coupons/void").json["voided"], 2)
                self.assert_problem(server.issue(2), 404, "sold-out")
                answer = self.why(server, 2)
                self.assertEqual((answer["verdict"], answer["place"], answer["refused"]), ("WITHDRAWN", None, None))
                self.assertLessEqual(answer["withdrawnAt"], answer["refusedAt"])
                # A new push begins a new sale of the rest.
                server.generate(1)
                self.assertEqual(server.issue(3).status, 200)
                self.assert_problem(server.issue(4), 404, "sold-out")
                self.assertEqual(self.verdict(server, 4), "SOLD_OUT")
                self.assertEqual(self.verdict(server, 2), "WITHDRAWN")

    def test_the_last_one_was_withdrawn_by_itself(self):
        server = self.sale()
        added = server.post("/api/v1/coupons/add", [{"code": "A"}, {"code": "B"}]).json["coupons"]
        self.assertEqual(server.issue(1).status, 200)
        left = next(coupon for coupon in added if coupon["code"] == "B")
        self.assertEqual(server.request("DELETE", f"/api/v1/coupons/{left['id']}").status, 200)
        server.issue(2)
        self.assertEqual(self.verdict(server, 2), "WITHDRAWN")

    def test_voiding_what_was_never_in_the_stock_withdraws_nothing(self):
        server = self.sale()
        server.generate(1)
        server.issue(1)
        self.stage(server, 5)
        self.assertEqual(server.post("/api/v1/coupons/void").json["voided"], 5)
        server.issue(2)
        self.assertEqual(self.verdict(server, 2), "SOLD_OUT")


if __name__ == "__main__":
    main()

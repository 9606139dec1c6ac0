# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each of the seven strategies over HTTP: the documents' own steps, the two locks, and the saga."""

from harness import Case, main, rush, tally
from services import eventually

LIMITED = ("redis-lpop", "redis-lpop-lossy", "redis-lpop-compensate", "db-pessimistic", "db-optimistic", "saga")
ON_REDIS = ("redis-lpop", "redis-lpop-lossy", "redis-lpop-compensate", "saga")
LOCKS = ("db-pessimistic", "db-optimistic")


class StrategyTest(Case):
    def start(self, strategy, *options):
        server = self.daemon("--strategy", strategy, "--store-failure-rate", "0", *options)
        self.assertEqual(server.ready["strategy"], strategy)
        self.assertEqual(server.status()["strategy"], strategy)
        return server

    def test_issue_already_sold_out(self):
        for strategy in LIMITED:
            with self.subTest(strategy=strategy):
                server = self.start(strategy)
                server.post("/api/v1/coupons/add", [{"code": "A"}, {"code": "B"}])
                first = server.issue(1)
                self.assertEqual((first.status, first.json["result"], first.json["userId"]), (200, "VALID", 1))
                self.assertEqual(first.json["status"], "ISSUED")
                again = server.issue(1)
                self.assertEqual((again.status, again.json["result"], again.json["code"]),
                                 (200, "ALREADY", first.json["code"]))
                second = server.issue(2)
                self.assertEqual({first.json["code"], second.json["code"]}, {"A", "B"})
                self.assert_problem(server.issue(3), 404, "sold-out")
                self.assertEqual(server.issue(1).json["code"], first.json["code"])
                eventually(lambda: server.status()["stock"]["issued"] == 2, 5)
                self.assertEqual(self.assert_conserved(server)["available"], 0)
                held = {coupon["userId"]: coupon["code"] for coupon in server.coupons("&status=ISSUED")}
                self.assertEqual(held, {1: first.json["code"], 2: second.json["code"]})

    def test_a_hundred_users_on_fifty_coupons(self):
        for strategy in LIMITED:
            with self.subTest(strategy=strategy):
                server = self.start(strategy)
                server.generate(50)
                # An optimistic issue may run out of retries (409): its user asks again, as the contract says.
                results = rush(server, range(1, 101))
                conflicts = [user for user, answer in results if answer.code == "conflict"]
                if strategy != "db-optimistic":
                    self.assertEqual(conflicts, [])
                results = [(user, answer) for user, answer in results if answer.code != "conflict"]
                for user in conflicts:
                    results.append((user, server.issue(user)))
                self.assertEqual(tally(results), {"VALID": 50, "sold-out": 50})
                codes = [answer.json["code"] for _, answer in results if answer.status == 200]
                self.assertEqual(len(set(codes)), 50)
                eventually(lambda: server.status()["stock"]["issued"] == 50, 5)
                self.assertEqual(self.assert_conserved(server)["available"], 0)

    def test_the_redis_strategies_keep_to_the_documents_keys(self):
        for strategy in ON_REDIS:
            with self.subTest(strategy=strategy):
                server = self.start(strategy)
                server.generate(3)
                code = server.issue(42).json["code"]
                with server.redis() as redis:
                    self.assertEqual(redis.command("GET", "rudals:user:coupon:42"), code)
                    self.assertEqual(redis.command("LLEN", "rudals:coupon:available"), 2)

    def test_the_locks_leave_redis_alone(self):
        for strategy in LOCKS:
            with self.subTest(strategy=strategy):
                server = self.start(strategy, "--store-failure-rate", "1")
                self.assertEqual(server.post("/api/v1/coupons/add?push=false", {"code": "X"}).json["pushed"], 0)
                self.assert_problem(server.issue(1), 404, "sold-out")
                self.assertEqual(server.post("/api/v1/coupons/push").json, {"pushed": 1, "available": 1})
                self.assertEqual(server.status()["stock"]["available"], 1)
                answer = server.issue(1)
                self.assertEqual((answer.status, answer.json["code"]), (200, "X"))
                self.assertEqual(server.status()["store"]["calls"], 0)
                with server.redis() as redis:
                    self.assertEqual(redis.command("EXISTS", "rudals:coupon:available", "rudals:user:coupon:1"), 0)

    def test_user_cache_has_no_stock(self):
        server = self.start("user-cache")
        results = rush(server, range(1, 101))
        self.assertEqual(tally(results), {"VALID": 100})
        codes = {user: answer.json["code"] for user, answer in results}
        self.assertEqual(len(set(codes.values())), 100)
        for user in (1, 50, 100):
            again = server.issue(user).json
            self.assertEqual((again["result"], again["code"]), ("ALREADY", codes[user]))
        with server.redis() as redis:
            self.assertEqual(redis.command("GET", "rudals:user:coupon:7"), codes[7])
            self.assertEqual(redis.command("EXISTS", "rudals:coupon:available"), 0)
        stock = self.assert_conserved(server)
        self.assertEqual((stock["generated"], stock["issued"]), (100, 100))

    def test_redis_lpop_makes_no_partner_call(self):
        server = self.start("redis-lpop", "--store-failure-rate", "1")
        server.generate(2)
        self.assertEqual(server.issue(1).status, 200)
        self.assertEqual(server.status()["store"]["calls"], 0)

    def test_lossy_loses_the_coupon_of_a_refused_call(self):
        server = self.start("redis-lpop-lossy", "--store-failure-rate", "1")
        server.generate(5)
        self.assert_problem(server.issue(1), 500, "store-failed")
        with server.redis() as redis:
            self.assertEqual(len(redis.stock()), 4)
        eventually(lambda: not server.status()["stock"]["conserved"], 5, "the loss does not show")

    def test_compensate_puts_the_code_back_at_the_end(self):
        server = self.start("redis-lpop-compensate", "--store-failure-rate", "1")
        server.post("/api/v1/coupons/add", [{"code": "A"}, {"code": "B"}, {"code": "C"}])
        problem = self.assert_problem(server.issue(1), 500, "store-failed")
        self.assertEqual(problem["detail"], "쿠폰발급 후처리에 실패했습니다.")
        with server.redis() as redis:
            self.assertEqual(redis.stock(), ["B", "C", "A"])
            self.assertEqual(redis.command("EXISTS", "rudals:user:coupon:1"), 0)
        self.assertEqual(server.status()["compensations"], 1)
        self.assertEqual(self.assert_conserved(server)["available"], 3)

    def test_ten_percent_of_failures_and_everybody_asks_again(self):
        for strategy in ("redis-lpop-compensate", "saga"):
            with self.subTest(strategy=strategy):
                server = self.start(strategy, "--store-failure-rate", "0.1", "--store-seed", "11")
                server.generate(200)
                codes = {}
                waiting = list(range(1, 201))
                for _ in range(30):
                    results = rush(server, waiting)
                    for user, answer in results:
                        if answer.status == 200:
                            self.assertNotIn(answer.json["code"], codes)
                            codes[answer.json["code"]] = user
                    waiting = [user for user, answer in results if answer.status != 200]
                    if not waiting:
                        break
                # No coupon was lost on the way: all 200 users have one, each another.
                self.assertEqual((waiting, len(codes)), ([], 200))
                eventually(lambda: server.status()["stock"]["issued"] == 200, 5)
                self.assertGreater(server.status()["compensations"], 0)
                self.assert_conserved(server)


if __name__ == "__main__":
    main()

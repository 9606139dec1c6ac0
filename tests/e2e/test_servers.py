# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two servers on one Redis and one PostgreSQL."""

import concurrent.futures

from harness import main, rush, tally
from promises import Background, CrashCase
from services import Postgres, eventually


class ServersTest(CrashCase):
    def start(self, *options):
        self.postgres = Postgres()
        self.addCleanup(self.postgres.cleanup)
        self.postgres.create().start()
        self.store = self.redis_server("--appendonly", "yes")
        shared = ("--redis", self.store.url, "--database", self.postgres.url, *options)
        return self.daemon(*shared), self.daemon(*shared)

    @staticmethod
    def both(first, second, first_users, second_users, threads=16):
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            one = pool.submit(rush, first, first_users, threads)
            two = pool.submit(rush, second, second_users, threads)
            return one.result() + two.result()

    def test_exactly_as_many_as_there_are(self):
        for strategy in ("saga", "redis-lpop", "db-pessimistic", "db-optimistic"):
            with self.subTest(strategy=strategy):
                first, second = self.start("--strategy", strategy, "--store-failure-rate", "0")
                self.assertNotIn("trusted", first.log())
                first.generate(300)
                results = self.both(first, second, range(1, 501), range(501, 1001))
                conflicts = [user for user, answer in results if answer.status == 409]
                results = [(user, answer) for user, answer in results if answer.status != 409]
                if strategy != "db-optimistic":
                    self.assertEqual(conflicts, [])
                for user in conflicts:
                    results.append((user, eventually(lambda user=user: self.unless_conflict(second, user))))
                self.assertEqual(tally(results), {"VALID": 300, "sold-out": 700})
                eventually(lambda: first.status()["stock"]["issued"] == 300, 5)
                self.assert_promises_kept(second, results)
                self.assertEqual(self.assert_conserved(first), self.assert_conserved(second))

    @staticmethod
    def unless_conflict(server, user):
        answer = server.issue(user)
        return None if answer.status == 409 else answer

    def test_one_user_at_both(self):
        first, second = self.start("--store-failure-rate", "0", "--store-latency-ms", "10")
        first.generate(50)
        counts = tally(self.both(first, second, [5] * 100, [5] * 100))
        self.assertEqual(counts["VALID"], 1, counts)
        self.assertEqual(counts["ALREADY"] + counts["in-progress"], 199, counts)
        self.assertEqual(self.assert_conserved(second)["issued"], 1)

    def test_a_killed_server_is_settled_by_the_other(self):
        first, second = self.start("--store-failure-rate", "0.1", "--store-latency-ms", "30")
        first.generate(300)
        work = Background(first, range(1, 10_000))
        work.wait_for(80)
        first.kill()
        results = work.finish(stop=True)
        self.assert_settled(second, results)
        self.assert_sells_to_the_last(second, 300, 100_000)

    def test_postgresql_restarts_in_the_middle(self):
        first, second = self.start("--store-failure-rate", "0")
        first.generate(2000)
        work = Background(first, range(1, 100_000), threads=16)
        work.wait_for(100)
        self.postgres.kill()
        answer = second.issue(1_000_000)
        self.assertIn(answer.status, (202, 404, 409, 503), answer)
        eventually(lambda: second.get("/readyz").status == 503, 15, "it does not notice")
        self.postgres.start()
        before = work.answered
        work.wait_for(before + 100)
        results = work.finish(stop=True)
        for server in (first, second):
            # A reader may find its old connection dead once more, and say so with 503.
            eventually(lambda server=server: all(server.get("/api/v1/coupons?limit=1").status == 200
                                                 for _ in range(10)), 15)
            self.assert_settled(server, results, 30)
        self.assert_sells_to_the_last(second, 2000, 2_000_000)


if __name__ == "__main__":
    main()

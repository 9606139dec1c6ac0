# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A crowd at an empty stock is turned away without asking Redis, and nobody is told anything wrong."""

import itertools
import threading

from harness import main, rush, tally
from promises import CrashCase
from services import Postgres, Redis, eventually


class Crowd:
    """Asks without a pause, each time as somebody else, until it is told to end."""

    def __init__(self, server, first):
        self.server, self.users, self.results = server, itertools.count(first, 200), []
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self._thread.start()

    def _ask(self):
        while not self._ending.is_set():
            first = next(self.users)
            self.results += rush(self.server, range(first, first + 200), 16)

    def end(self):
        self._ending.set()
        self._thread.join()
        return self.results


class EmptyStockTest(CrashCase):
    def start(self, *options, servers=1):
        self.store = self.redis_server("--appendonly", "yes")
        shared = ["--redis", self.store.url, "--store-failure-rate", "0", "--workers", "1", *options]
        if servers > 1:
            postgres = Postgres()
            self.addCleanup(postgres.cleanup)
            postgres.create().start()
            shared += ["--database", postgres.url]
        return [self.daemon(*shared) for _ in range(servers)]

    def asked(self):
        """How many reservations' scripts Redis has run, and the keeper's."""
        with Redis(self.store.url) as redis:
            lines = redis.command("INFO", "commandstats").splitlines()
        return sum(int(line.split("calls=")[1].split(",")[0]) for line in lines if line.startswith("cmdstat_lrange"))

    def crowd(self, server, first):
        crowd = Crowd(server, first)
        self.addCleanup(crowd.end)
        return crowd

    def turned_away(self, server, first):
        """Asks until a whole crowd is told so without Redis, and returns the first user who has not asked."""
        found = itertools.count(first, 400)

        def without_redis():
            begin = next(found)
            before = self.asked()
            results = rush(server, range(begin, begin + 400), 16)
            self.assertEqual(tally(results), {"sold-out": 400})
            return begin + 400 if self.asked() - before < 20 else None

        return eventually(without_redis, 60)

    def test_redis_is_not_asked_and_holders_are_told_so(self):
        server, = self.start()
        server.generate(200)
        self.assertEqual(tally(rush(server, range(1, 201), 16)), {"VALID": 200})
        self.turned_away(server, 1000)
        crowd = self.crowd(server, 1_000_000)
        for _ in range(3):
            self.assertEqual(tally(rush(server, range(1, 201), 4)), {"ALREADY": 200})
        self.assertEqual(set(tally(crowd.end())), {"sold-out"})
        self.assert_conserved(server)

    def test_what_comes_into_the_stock_is_issued_at_once(self):
        server, = self.start()
        server.generate(1)
        server.issue(1)
        free = self.turned_away(server, 1000)
        for _ in range(20):
            self.assertEqual(tally(rush(server, range(free, free + 100), 16)), {"sold-out": 100})
            server.generate(1)
            self.assertEqual(server.issue(free + 100).json["result"], "VALID")
            free += 101
        self.assert_conserved(server)

    def test_exactly_the_stock_while_crowds_wait_at_two_servers(self):
        first, second = self.start(servers=2)
        first.generate(1)
        first.issue(1)
        self.turned_away(first, 1000)
        self.turned_away(second, 500_000)
        crowds = [self.crowd(first, 1_000_000), self.crowd(second, 2_000_000)]
        for server in (first, second, first):
            server.generate(25)
            eventually(lambda: first.status()["stock"]["available"] == 0, 30)
        results = [result for crowd in crowds for result in crowd.end()]
        self.assertEqual(tally(results)["VALID"], 75)
        valid = [user for user, answer in results if answer.status == 200]
        for server in (first, second):
            self.assertEqual(tally(rush(server, valid, 16)), {"ALREADY": 75})
        self.assert_conserved(second)

    def test_a_code_that_comes_back_by_hand_is_issued(self):
        server, = self.start()
        server.generate(2)
        server.issue(1)
        with Redis(self.store.url) as redis:
            code = redis.command("LPOP", "rudals:coupon:available")
            free = self.turned_away(server, 1000)
            redis.command("RPUSH", "rudals:coupon:available", code)
        answer = eventually(lambda: (got := server.issue(free)).status == 200 and got, 10)
        self.assertEqual(answer.json["code"], code)

    def test_a_holder_whose_key_vanished_is_still_one(self):
        server, = self.start()
        server.generate(5)
        for user in range(1, 6):
            server.issue(user)
        self.turned_away(server, 1000)
        crowd = self.crowd(server, 1_000_000)
        with Redis(self.store.url) as redis:
            redis.command("DEL", "rudals:user:coupon:3")
        answers = [server.issue(3).json["result"] for _ in range(5)]
        self.assertEqual(set(tally(crowd.end())), {"sold-out"})
        self.assertEqual(set(answers), {"ALREADY"})


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed, stopped and robbed in the middle of a rush: afterwards every coupon is accounted for."""

import os
import signal
import time

from harness import main, rush, tally
from promises import Background, CrashCase
from services import eventually


class KilledTest(CrashCase):
    def test_killed_in_the_middle_of_a_rush_three_times_over(self):
        server = self.daemon("--store-failure-rate", "0.1", "--store-latency-ms", "20", "--store-seed", "5")
        server.generate(600)
        results = []
        for round_number in range(3):
            work = Background(server, range(round_number * 1000 + 1, round_number * 1000 + 1000))
            work.wait_for(60 + 50 * round_number)
            server.kill()
            results += work.finish(stop=True)
            server.start()
            self.assert_settled(server, results)
        self.assertGreater(tally(results)["VALID"], 100)
        self.assert_sells_to_the_last(server, 600, 100_000)

    def test_terminated_under_load(self):
        server = self.daemon("--store-failure-rate", "0", "--store-latency-ms", "50")
        server.generate(2000)
        work = Background(server, range(1, 100_000))
        work.wait_for(100)
        began = time.monotonic()
        self.assertEqual(server.stop(), 0)
        self.assertLess(time.monotonic() - began, 12)
        results = work.finish(stop=True)
        self.assertEqual(server.rest, b"")
        server.start()
        stock = self.assert_settled(server, results)
        # What was in flight was finished: who got no answer after the stop got no coupon either.
        self.assertEqual(stock["issued"], tally(results)["VALID"])


class RedisTest(CrashCase):
    def redis_pid(self, server):
        with server.redis() as redis:
            lines = redis.command("INFO", "server").splitlines()
        return int(next(line.split(":")[1] for line in lines if line.startswith("process_id:")))

    def test_private_redis_killed_in_the_middle(self):
        server = self.daemon("--store-failure-rate", "0", "--store-latency-ms", "10")
        server.generate(1500)
        work = Background(server, range(1, 100_000))
        work.wait_for(100)
        os.kill(self.redis_pid(server), signal.SIGKILL)
        before = work.answered
        work.wait_for(before + 300)
        results = work.finish(stop=True)
        self.assertIsNone(server.process.poll(), "the daemon died with its Redis")
        self.assertEqual(tally(results)["ConnectionResetError"], 0)
        self.assert_settled(server, results, 30)
        self.assert_sells_to_the_last(server, 1500, 1_000_000)

    def test_redis_emptied(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(1000)
        first = rush(server, range(1, 301))
        with server.redis() as redis:
            redis.command("FLUSHALL")
        # Until the rebuild is done nobody is told that the stock is sold out, and nobody gets a second coupon.
        answers = rush(server, range(250, 350), threads=8)
        for user, answer in answers:
            self.assertIn(answer.status, (200, 503), answer)
            if answer.status == 503:
                self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        self.assert_settled(server, first + answers, 30)
        for user, answer in first[::30]:
            again = server.issue(user)
            self.assertEqual((again.status, again.json["result"], again.json["code"]),
                             (200, "ALREADY", answer.json["code"]))
        self.assert_sells_to_the_last(server, 1000, 10_000)

    def test_redis_stopped_for_a_while(self):
        redis = self.redis_server("--appendonly", "yes")
        server = self.daemon("--redis", redis.url, "--store-failure-rate", "0")
        server.generate(3000)
        work = Background(server, range(1, 100_000), threads=16)
        work.wait_for(100)
        redis.process.send_signal(signal.SIGSTOP)
        try:
            began = time.monotonic()
            answer = server.issue(5_000_000)
            self.assertIn(answer.status, (202, 503), answer)
            self.assertLess(time.monotonic() - began, 10, "no deadline of its own")
            self.assertEqual(server.get("/healthz").status, 200)
        finally:
            redis.process.send_signal(signal.SIGCONT)
        before = work.answered
        work.wait_for(before + 100)
        results = work.finish(stop=True)
        self.assertNotIn("TimeoutError", tally(results))
        self.assert_settled(server, results, 30)

    def test_a_coupon_that_vanishes_under_load_shows(self):
        server = self.daemon("--store-failure-rate", "0.1")
        server.generate(30_000)
        work = Background(server, range(1, 100_000), threads=16)
        work.wait_for(200)
        self.assertTrue(server.status()["stock"]["conserved"])
        with server.redis() as redis:
            redis.command("RPOP", "rudals:coupon:available")
        eventually(lambda: not server.status()["stock"]["conserved"], 6, "the loss does not show")
        work.finish(stop=True)
        # It is really missing, so it stays so.
        self.assertFalse(server.status()["stock"]["conserved"])

    def test_scripts_flushed_under_load(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(1000)
        work = Background(server, range(1, 1001))
        with server.redis() as redis:
            while work.answered < 900:
                redis.command("SCRIPT", "FLUSH")
                time.sleep(0.01)
        results = work.finish()
        self.assertEqual(tally(results), {"VALID": 1000})
        self.assert_settled(server, results)


class EditTest(CrashCase):
    def test_pushes_generation_and_edits_while_issuing(self):
        server = self.daemon("--store-failure-rate", "0.05")
        server.post("/api/v1/coupons/add", [{"code": f"E-{n}"} for n in range(800)])
        ids = [coupon["id"] for coupon in server.coupons()]
        work = Background(server, range(1, 100_000), threads=16)
        for number, coupon_id in enumerate(reversed(ids)):
            answer = server.put(f"/api/v1/coupons/{coupon_id}", {"code": f"N-{number}"})
            self.assertIn(answer.status, (200, 409), answer)
            if number % 40 == 0:
                server.post("/api/v1/generate?push=false", {"count": 10})
                self.assertEqual(server.post("/api/v1/coupons/push").status, 200)
        results = work.finish(stop=True)
        stock = self.assert_settled(server, results)
        self.assertEqual(stock["generated"], 1000)
        self.assert_sells_to_the_last(server, 1000, 1_000_000)


if __name__ == "__main__":
    main()

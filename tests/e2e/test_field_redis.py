# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases from the field about Redis: keys that vanish, keys that somebody else wrote, clocks that were set."""

import re
import threading
import time

from harness import BUILD_DIR, Case, main, rush, tally
from services import Partner, Promise, eventually

DAY = 86_400_000
STOCK = "rudals:coupon:available"
PENDING = "rudals:coupon:pending"


def user_key(user):
    return f"rudals:user:coupon:{user}"


RED, GREEN = Promise(2), Promise(4)


def tearDownModule():
    for promise in (RED, GREEN):
        if promise.took:  # A single test may need none.
            promise.check()


class RedisCase(Case):
    def start(self, count, *options):
        self.server = self.daemon("--store-failure-rate", "0", *options)
        if count:
            self.server.generate(count)
        self.redis = self.server.redis()
        self.addCleanup(self.redis.close)
        return self.server

    def conserved(self):
        return self.server.status()["stock"]["conserved"]

    def faults(self):
        return self.server.status()["stock"]["faults"]

    def becomes_red(self):
        RED.wait(lambda: not self.conserved(), "the light stays green")

    def becomes_green(self):
        GREEN.wait(self.conserved, lambda: f"the light stays red: {self.server.status()['stock']}")

    def issue(self, user, result):
        answer = self.server.issue(user)
        self.assertEqual(answer.status, 200, answer)
        self.assertEqual(answer.json["result"], result, answer)
        return answer.json["code"]


class F3VanishedUserKeys(RedisCase):
    def test_a_user_key_that_vanished_costs_no_coupon(self):
        self.start(20)
        codes = {user: self.issue(user, "VALID") for user in range(1, 11)}
        for user in codes:
            self.assertEqual(self.redis.command("DEL", user_key(user)), 1)
        for user, code in codes.items():
            self.assertEqual(self.issue(user, "ALREADY"), code)
            self.assertEqual(self.redis.command("GET", user_key(user)), code)
        self.assertEqual(len(self.redis.stock()), 10)
        stock = self.assert_conserved(self.server)
        self.assertEqual((stock["available"], stock["issued"]), (10, 10))
        self.assertEqual(self.server.status()["compensations"], 0)
        for user in range(11, 21):  # And each of the ten can be issued.
            self.issue(user, "VALID")

    def test_nor_one_that_expired_or_is_no_text(self):
        self.start(5)
        codes = {user: self.issue(user, "VALID") for user in (1, 2, 3)}
        self.redis.command("PEXPIRE", user_key(1), 1)
        self.redis.command("SET", user_key(2), "")
        self.redis.command("DEL", user_key(3))
        self.redis.command("SADD", user_key(3), "x")
        eventually(lambda: self.redis.command("EXISTS", user_key(1)) == 0)
        for user, code in codes.items():
            self.assertEqual(self.issue(user, "ALREADY"), code)
        self.assertEqual(len(self.redis.stock()), 2)
        self.assert_conserved(self.server)

    def test_nor_is_its_user_told_that_all_is_sold_out(self):
        self.start(100)
        codes = {user: self.issue(user, "VALID") for user in range(1, 101)}
        for user in codes:
            self.redis.command("DEL", user_key(user))
        answers = rush(self.server, range(1, 201))
        self.assertEqual(tally(answers), {"ALREADY": 100, "sold-out": 100})
        self.assertEqual(self.redis.command("GET", user_key(1)), codes[1])
        self.assert_conserved(self.server)

    def test_one_users_broken_key_is_nobody_elses_trouble(self):
        self.start(200)
        self.redis.command("SADD", user_key(50), "x")
        self.redis.command("HSET", PENDING, 60, "nonsense")
        self.assertEqual(tally(rush(self.server, range(1, 101))), {"VALID": 100})
        self.assert_conserved(self.server)

    def test_a_partner_that_knows_the_user_by_another_code(self):
        """What the partner accepted for the second request is withdrawn there."""
        partner = Partner(BUILD_DIR).start()
        self.addCleanup(partner.cleanup)
        self.start(3, "--store", partner.url)
        code = self.issue(7, "VALID")
        self.redis.command("DEL", user_key(7))
        self.assertEqual(self.issue(7, "ALREADY"), code)
        self.assertEqual(partner.holders(), {code: 7})
        self.assert_conserved(self.server)


class F14Identities(RedisCase):
    def expect_fault(self, kind, what):
        self.becomes_red()
        self.assertIn({"kind": kind, "what": what}, self.faults())

    def test_one_code_missing_and_an_unknown_one_in_its_place(self):
        self.start(10)
        code = self.redis.command("LPOP", STOCK)
        self.redis.command("RPUSH", STOCK, "TYPO-1")
        self.expect_fault("unknown-code", "TYPO-1")
        self.redis.command("LREM", STOCK, 1, "TYPO-1")
        self.redis.command("RPUSH", STOCK, code)
        self.becomes_green()

    def test_one_code_missing_and_another_twice(self):
        self.start(5000)
        first, second = self.redis.command("LRANGE", STOCK, 0, 1)
        self.redis.command("LREM", STOCK, 1, first)
        self.redis.command("RPUSH", STOCK, second)
        self.expect_fault("double-code", second)
        self.redis.command("LSET", STOCK, -1, first)
        self.becomes_green()

    def test_one_code_missing_and_an_issued_one_in_the_middle(self):
        self.start(10_000)
        code = self.issue(1, "VALID")
        was = self.redis.command("LINDEX", STOCK, 4000)
        self.redis.command("LSET", STOCK, 4000, code)
        self.expect_fault("not-stock", code)
        self.redis.command("LSET", STOCK, 4000, was)
        self.becomes_green()

    def test_one_code_missing_and_an_unknown_one_reserved(self):
        self.start(10)
        self.redis.command("LPOP", STOCK)
        now = int(time.time() * 1000)
        self.redis.command("HSET", PENDING, 9, f"99:{now}:R:{now + 7000}:TYPO-2")
        self.expect_fault("unknown-reserved", "TYPO-2")

    def test_twenty_thousand_are_swept_within_two_seconds(self):
        self.start(20_000)
        self.redis.command("LPOP", STOCK)
        self.redis.command("LSET", STOCK, 0, "TYPO-3")
        self.redis.command("RPUSH", STOCK, "TYPO-4")
        self.becomes_red()

    def test_it_does_not_flicker(self):
        """Issues, compensations, pushes, edits and voids, on two servers."""
        redis = self.redis_server()
        self.server = self.daemon("--redis", redis.url, "--store-failure-rate", "0.3")
        self.server.generate(4000)
        stop, red = threading.Event(), []

        def watch():
            while not stop.is_set():
                stock = self.server.status()["stock"]
                if not stock["conserved"]:
                    red.append(stock)

        def change():
            number = 0
            while not stop.is_set():
                number += 1
                coupon = self.server.post("/api/v1/coupons/add", {"code": f"NEW-{number}"}).json["coupons"][0]
                self.server.put(f"/api/v1/coupons/{coupon['id']}", {"code": f"EDITED-{number}"})
                if number % 2:
                    self.server.request("DELETE", f"/api/v1/coupons/{coupon['id']}")

        threads = [threading.Thread(target=watch), threading.Thread(target=change)]
        for thread in threads:
            thread.start()
        try:
            rush(self.server, range(1, 6001), 16)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        self.assertEqual(red, [])
        self.assert_conserved(self.server)


class F20SetClock(RedisCase):
    def ask_and_forget(self):
        try:
            self.server.issue(5)
        except OSError:
            pass

    def settled(self, change):
        redis = self.redis_server("--appendonly", "no")
        self.server = self.daemon("--redis", redis.url, "--store-failure-rate", "0")
        usual = list(self.server.options)
        self.server.generate(5)
        self.server.stop()
        # Killed while it waits for the partner, however late the kill comes.
        self.server.options = [*usual, "--store-latency-ms", "60000", "--store-timeout-ms", "120000"]
        self.server.start()
        with self.server.redis() as connection:
            asking = threading.Thread(target=self.ask_and_forget)
            asking.start()
            entry = eventually(lambda: connection.command("HGET", PENDING, 5))
            self.server.kill()
            asking.join()
            number, started, state, due, code = re.fullmatch(r"(\d+):(\d+):(\w):(\d+):(.+)", entry).groups()
            started, due = change(int(started), int(due))
            connection.command("HSET", PENDING, 5, f"{number}:{started}:{state}:{due}:{code}")
            self.server.options = usual
            self.server.start()
            eventually(lambda: connection.command("HEXISTS", PENDING, 5) == 0, 20, "it is not settled")
        eventually(lambda: self.server.issue(5).status == 200, 20, "the user gets no coupon")
        self.assertEqual(self.assert_conserved(self.server)["issued"], 1)

    def test_a_lease_that_begins_in_the_future_has_expired(self):
        self.settled(lambda started, due: (started + DAY, due + DAY))

    def test_so_has_one_that_ends_in_the_far_future(self):
        self.settled(lambda started, due: (started, due + DAY))

    def test_so_has_one_of_yesterday(self):
        self.settled(lambda started, due: (started - DAY, due - DAY))


class U6ForeignUserKeys(RedisCase):
    def audit(self, action):
        return self.server.get(f"/api/v1/audit?action={action}").json["items"]

    def test_a_user_whom_the_book_does_not_know_is_served_as_a_new_one(self):
        self.start(10)
        self.redis.command("SET", user_key(77), "FOREIGN-1")
        self.becomes_red()
        self.assertIn({"kind": "wrong-user-key", "what": "77"}, self.faults())
        code = self.issue(77, "VALID")
        self.assertEqual(self.redis.command("GET", user_key(77)), code)
        self.assertEqual(self.issue(77, "ALREADY"), code)
        self.becomes_green()
        eventually(lambda: any("FOREIGN-1" in entry["detail"] for entry in self.audit("wrong-user-key")))
        stock = self.assert_conserved(self.server)
        self.assertEqual((stock["available"], stock["issued"]), (9, 1))

    def test_the_coupon_that_the_key_names_is_not_lost(self):
        self.start(10)
        taken = self.redis.command("LPOP", STOCK)
        self.redis.command("SET", user_key(77), taken)
        self.issue(77, "VALID")
        self.becomes_green()
        stock = self.assert_conserved(self.server)
        self.assertEqual((stock["available"], stock["issued"]), (9, 1))

    def test_nor_the_one_that_another_users_key_names(self):
        self.start(10)
        code = self.issue(5, "VALID")
        taken = self.redis.command("LPOP", STOCK)
        self.redis.command("SET", user_key(5), taken)
        self.becomes_red()
        self.assertEqual(self.issue(5, "ALREADY"), code)
        stock = self.assert_conserved(self.server)
        self.assertEqual((stock["available"], stock["issued"]), (9, 1))


class VanishingKeys(RedisCase):
    def log_of(self, *options):
        redis = self.redis_server(*options)
        self.server = self.daemon("--redis", redis.url)
        return redis

    def test_the_start_warns_of_eviction_and_of_no_persistence(self):
        self.log_of("--maxmemory-policy", "allkeys-lru")
        line = eventually(lambda: [row for row in self.server.log().splitlines() if "may vanish" in row])
        self.assertEqual(len(line), 1, line)
        self.assertIn("allkeys-lru", line[0])
        self.assertIn("appendonly", line[0])

    def test_the_private_redis_keeps_its_keys(self):
        self.start(1)
        self.assertNotIn("may vanish", self.server.log())


if __name__ == "__main__":
    main()

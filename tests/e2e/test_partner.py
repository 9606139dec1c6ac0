# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real partner over HTTP that refuses, stalls, forgets and lies: its memory and our book end up the same."""

import time

from harness import BUILD_DIR, main, rush, tally
from promises import Background, CrashCase
from services import Partner, eventually


class PartnerTest(CrashCase):
    def start(self, coupons=20, *options, timeout_ms=600):
        """A timeout of 10 s is for those who count answers: a slow machine makes no doubts then."""
        self.partner = Partner(BUILD_DIR)
        self.addCleanup(self.partner.cleanup)
        self.partner.start()
        server = self.daemon("--store", self.partner.url, "--store-timeout-ms", str(timeout_ms), *options)
        server.post("/api/v1/coupons/add", [{"code": f"K-{n:03}"} for n in range(coupons)])
        return server

    def book(self, server):
        return {coupon["code"]: coupon["userId"] for coupon in server.coupons("&status=ISSUED")}

    def assert_same_memory(self, server, seconds=30):
        """Nothing is in doubt any more, and the partner holds exactly what our book calls issued."""
        self.assert_conserved(server, seconds)
        eventually(lambda: self.partner.holders() == self.book(server), 10,
                   f"partner {self.partner.holders()}, book {self.book(server)}")

    def test_accepted(self):
        server = self.start(timeout_ms=10_000)
        results = rush(server, range(1, 11))
        self.assertEqual(tally(results), {"VALID": 10})
        self.assert_same_memory(server)
        calls = self.partner.calls()
        self.assertEqual(len(calls), 10)
        self.assertEqual(len({call["key"] for call in calls}), 10)
        self.assertTrue(all(call["key"] for call in calls), "no Idempotency-Key")

    def test_refused(self):
        server = self.start(timeout_ms=10_000)
        self.partner.behave("refuse", status=422, times=1)
        self.assert_problem(server.issue(1), 500, "store-failed")
        self.assertEqual(self.assert_conserved(server)["available"], 20)
        self.assertEqual(server.issue(1).json["result"], "VALID")
        self.assert_same_memory(server)

    def test_silence_before_and_after_it_acted(self):
        for mode, acted in (("error500-before", False), ("error500-after", True), ("close-before", False),
                            ("close-after", True), ("stall-after", True), ("garbage", True), ("broken-json", True)):
            with self.subTest(mode=mode):
                server = self.start(3)
                self.partner.behave(mode, times=1)
                answer = server.issue(1)
                self.assertEqual((answer.status, answer.code), (202, "in-doubt"), answer)
                self.assert_same_memory(server)
                stock = server.status()["stock"]
                if acted:
                    self.assertEqual(stock["issued"], 1, "the partner has it, so the user has it")
                again = server.issue(1)
                self.assertEqual(again.status, 200, again)
                self.assertEqual(again.json["result"], "ALREADY" if stock["issued"] else "VALID")
                self.assert_same_memory(server)

    def test_it_acts_after_we_gave_up(self):
        server = self.start(3)
        self.partner.behave("stall-before", times=1, stallMs=15_000)
        began = time.monotonic()
        self.assertEqual(server.issue(1).status, 202)
        self.assertLess(time.monotonic() - began, 12)  # It has not waited for the partner.
        eventually(lambda: "K-000" in self.partner.holders() or time.monotonic() - began > 20, 30)
        self.assert_conserved(server, 30)
        # The code may wait in the stock by now, but the partner remembers whose it is: nobody else gets it.
        for user in (2, 3, 4):
            answer = server.issue(user)
            self.assertIn((answer.status, answer.code), ((200, answer.code), (404, "sold-out")))
        self.assert_same_memory(server)
        self.assertEqual(self.book(server).get("K-000", 1), 1)
        self.assert_promises_kept(server, [])

    def test_senseless_answers(self):
        for mode in ("huge", "huge-headers", "redirect", "echo-other"):
            with self.subTest(mode=mode):
                server = self.start(3)
                self.partner.behave(mode, times=1)
                answer = server.issue(1)
                self.assertIn((answer.status, answer.code), ((202, "in-doubt"), (500, "store-failed")))
                self.assert_same_memory(server)
                with open(f"/proc/{server.process.pid}/status", encoding="utf-8") as file:
                    peak = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
                self.assertLess(peak, 300_000, "kB at most")

    def test_the_partner_says_somebody_else_holds_it(self):
        server = self.start(3)
        self.partner.behave("conflict", times=1, holder=777)
        answer = server.issue(1)
        self.assertEqual((answer.status, answer.json.get("result"), answer.json.get("code")), (200, "VALID", "K-001"))
        eventually(lambda: self.book(server).get("K-000") == 777, 10, "its holder does not get it")
        theirs = server.issue(777).json
        self.assertEqual((theirs["result"], theirs["code"]), ("ALREADY", "K-000"))
        self.assert_same_memory(server)

    def test_a_partner_that_is_away_drains_no_stock(self):
        server = self.start(20)
        self.partner.kill()
        seen = tally(rush(server, range(1, 201), threads=8))
        self.assertLessEqual(set(seen), {"store-failed", "unavailable"})
        self.assertGreater(seen["unavailable"], 0, "the breaker does not open")
        answers = [answer for _, answer in rush(server, range(300, 310)) if answer.status == 503]
        for answer in answers:
            self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        self.assertEqual(self.assert_conserved(server)["available"], 20)
        self.partner.start()
        eventually(lambda: server.issue(1).status == 200, 40, "the breaker does not close by itself")
        self.assert_same_memory(server)

    def test_ten_percent_of_refusals_never_open_the_breaker(self):
        server = self.start(500, timeout_ms=10_000)
        self.partner.behave("refuse", rate=0.1, seed=4)
        seen = tally(rush(server, range(1, 401)))
        self.assertEqual(set(seen), {"VALID", "store-failed"})
        self.assertLess(seen["store-failed"], 90)
        self.assert_same_memory(server)

    def test_a_killed_server_settles_what_it_had_sent(self):
        server = self.start(60)
        self.partner.behave("stall-after", stallMs=400)
        work = Background(server, range(1, 1000), threads=16)
        work.wait_for(10)
        server.kill()
        results = work.finish(stop=True)
        self.partner.behave("accept")
        server.start()
        self.assert_settled(server, results, 40)
        self.assert_same_memory(server)


if __name__ == "__main__":
    main()

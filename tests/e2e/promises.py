# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rush in the background, and what must hold after something went wrong in the middle of it."""

import http.client
import threading
import time

from harness import Case, rush, tally
from services import eventually

SETTLE = 20  # seconds in which a dead server's reservations are settled


class Background:
    """A rush that goes on while the test does something to the server."""

    def __init__(self, daemon, users, threads=32):
        self.results = []
        self.answered = 0
        self._users = iter(users)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._daemon = daemon
        self._threads = [threading.Thread(target=self._work) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def _work(self):
        while not self._stop.is_set():
            with self._lock:
                user = next(self._users, None)
            if user is None:
                return
            result = self._ask(user)
            with self._lock:
                self.results.append(result)
                self.answered += 1

    def _ask(self, user):
        try:
            return user, self._daemon.issue(user)
        except (OSError, http.client.HTTPException) as error:
            time.sleep(0.01)
            return user, error

    def wait_for(self, answers):
        eventually(lambda: self.answered >= answers, 30, f"only {self.answered} answers")

    def finish(self, stop=False):
        if stop:
            self._stop.set()
        for thread in self._threads:
            thread.join()
        return self.results


class CrashCase(Case):
    def assert_promises_kept(self, server, results):
        """Every 200 is in the book under its user, and no code is there twice. Returns the book."""
        items = server.coupons("&status=ISSUED")
        book = {coupon["userId"]: coupon["code"] for coupon in items}
        self.assertEqual(len(book), len(items), "a user has two coupons")
        self.assertEqual(len(set(book.values())), len(items), "a code was issued twice")
        for user, answer in results:
            if not isinstance(answer, Exception) and answer.status == 200:
                self.assertEqual(book.get(user), answer.json["code"], f"user {user}")
        return book

    def assert_settled(self, server, results, seconds=SETTLE):
        eventually(lambda: server.get("/readyz").status == 200, seconds, "it does not get ready")
        stock = self.assert_conserved(server, seconds)
        book = self.assert_promises_kept(server, results)
        self.assertEqual(len(book), stock["issued"])
        with server.redis() as redis:
            waiting = redis.stock()
            self.assertEqual(redis.command("HLEN", "rudals:coupon:pending"), 0)
        self.assertEqual((len(set(waiting)), len(waiting)), (stock["available"], stock["available"]))
        self.assertFalse(set(waiting) & set(book.values()), "an issued code waits in the stock")
        return stock

    def assert_sells_to_the_last(self, server, coupons, first_user):
        """Whoever asks now gets what is left: nothing was lost."""
        for attempt in range(50):
            counts = tally(rush(server, range(first_user + attempt * 10_000, first_user + attempt * 10_000 + coupons)))
            self.assertLessEqual(set(counts), {"VALID", "sold-out", "store-failed"})
            if set(counts) == {"sold-out"}:
                break
        stock = self.assert_conserved(server)
        self.assertEqual((stock["issued"], stock["available"]), (coupons, 0))

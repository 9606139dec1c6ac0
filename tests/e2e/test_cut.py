# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long act that is killed from outside: the trail tells how far it came, and it waits for a person's decision."""

import http.client
import os
import sqlite3
import threading

from harness import Case, main
from services import eventually


class CutTest(Case):
    def swallow(self, server, count, push):
        try:
            server.post(f"/api/v1/generate?push={push}", {"count": count})
        except (OSError, http.client.HTTPException):
            pass

    def total(self, server):
        return server.get("/api/v1/status").json["stock"]["generated"]

    def results(self, server):
        return [entry["result"] for entry in server.get("/api/v1/audit?action=generate").json["items"]]

    def waiting(self, server):
        """What the book offers to a desk: how far each act came, and of how many."""
        book = sqlite3.connect(os.path.join(server.data_dir, "seonchak.sqlite"), timeout=10)
        try:
            return book.execute("SELECT made, total FROM act WHERE state = 2 AND owner = ''").fetchall()
        finally:
            book.close()

    def cut_off(self, push, end):
        server = self.daemon()
        work = threading.Thread(target=self.swallow, args=(server, 400_000, push))
        work.start()
        eventually(lambda: self.total(server) >= 20_000, 60)
        end(server)
        work.join()
        return self.daemon(data_dir=server.data_dir)

    def assert_waits(self, again, word):
        made = self.total(again)
        self.assertTrue(20_000 <= made < 400_000, made)
        eventually(lambda: self.results(again)[0].startswith(f"{word} after {made} of 400000"), 30, "the trail does not tell it")
        self.assertEqual(self.results(again)[-1], "begun")
        self.assertEqual(self.waiting(again), [(made, 400_000)])

    def test_killed_in_the_middle_of_a_slice(self):
        for push in ("false", "true"):
            with self.subTest(push=push):
                again = self.cut_off(push, lambda server: server.kill())
                self.assert_waits(again, "broke off")
                # It is offered at each start until somebody decides, and told in the trail once.
                told = self.results(again)
                again.kill()
                third = self.daemon(data_dir=again.data_dir)
                self.assertEqual(len(self.waiting(third)), 1)
                self.assertEqual(self.results(third), told)

    def test_stopped_in_order(self):
        again = self.cut_off("true", lambda server: server.stop())
        self.assert_waits(again, "stopped")


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a sale and the beginning of an empty one: `seonchakd new-sale` on both databases, what it refuses, a kill in its
middle; the same from the window; and the old book in a window of its own."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

from harness import Case, DAEMON, clean_environment, main, rush, tally
from hook_receiver import HookReceiver
from screen import Desktop, Screen
from services import Postgres, eventually, free_port

USERS = range(1, 61)
COUPONS = 40


class NewSaleCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="sc-")
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)

    def environment(self):
        return clean_environment(self.home)

    def run_program(self, *arguments, seconds=120):
        return subprocess.run([DAEMON, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds,
                              check=False, cwd=self.home, env=self.environment())

    def new_sale(self, daemon, name, *options):
        return self.run_program("new-sale", name, "--data-dir", daemon.data_dir, *options)

    def assert_refused(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        for word in words:
            self.assertIn(word, done.stderr)

    def sell_out(self, daemon):
        daemon.generate(COUPONS)
        answers = rush(daemon, USERS, 8)
        self.assertEqual(tally(answers)["VALID"], COUPONS, tally(answers))
        return {user: answer.json["code"] for user, answer in answers if answer.status == 200}

    def assert_sold_anew(self, daemon, before):
        """Nothing of the first sale is left: whoever had a coupon gets one of the new codes."""
        self.assertEqual(daemon.status()["stock"]["generated"], 0)
        for user in list(before)[:3]:
            self.assert_problem(daemon.issue(user), 404, "sold-out")
        daemon.generate(len(before))
        answers = rush(daemon, sorted(before), 8)
        self.assertEqual(tally(answers), {"VALID": len(before)})
        self.assertFalse({answer.json["code"] for _, answer in answers} & set(before.values()))
        self.assert_conserved(daemon)

    @staticmethod
    def issued_in(path):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as book:
            return dict(book.execute("SELECT user_id, code FROM issue JOIN coupon ON coupon.id = coupon_id"))


class SqliteTest(NewSaleCase):
    def test_the_old_is_kept_and_the_same_users_get_coupons_anew(self):
        daemon = self.daemon("--store-failure-rate", "0")
        before = self.sell_out(daemon)
        added = self.run_program("token", "add", "kim", "--role", "admin", "--data-dir", daemon.data_dir)
        self.assertEqual(added.returncode, 0, added.stderr)
        daemon.stop()
        done = self.new_sale(daemon, "autumn-2026")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        kept = os.path.join(daemon.data_dir, "books", "autumn-2026.sqlite")
        self.assertEqual(done.stdout, f"{COUPONS} coupons, {COUPONS} of them issued, are kept in sqlite://{kept}\n")
        self.assertEqual(os.listdir(os.path.dirname(kept)), ["autumn-2026.sqlite"])
        self.assertEqual(self.issued_in(kept), before)
        daemon.start()
        self.assertEqual(daemon.get("/api/v1/coupons").status, 401)  # Tokens go on.
        daemon.token = added.stdout.strip()
        trail = daemon.get("/api/v1/audit?action=new-sale").json["items"]
        self.assertEqual([(entry["detail"], entry["result"]) for entry in trail],
                         [("the book before is kept as autumn-2026", "done: 1 tokens taken over")])
        self.assertRegex(trail[0]["actor"], r"^command line \(.+\)$")
        self.assert_sold_anew(daemon, before)
        self.assertEqual(self.issued_in(kept), before)

    def test_the_books_of_the_old_sale_can_still_be_closed(self):
        daemon = self.daemon("--store-failure-rate", "0")
        self.sell_out(daemon)
        daemon.stop()
        self.assertEqual(self.new_sale(daemon, "old").returncode, 0)
        out = os.path.join(self.home, "dossier")
        done = self.run_program("dossier", "--out", out, "--data-dir", os.path.join(self.home, "d"), "--database",
                                f"sqlite://{daemon.data_dir}/books/old.sqlite")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"{COUPONS} coupons, {COUPONS} of them issued", done.stdout)
        self.assertEqual(self.run_program("verify", out).returncode, 0)

    def test_a_server_that_runs_keeps_its_book(self):
        daemon = self.daemon("--store-failure-rate", "0")
        before = self.sell_out(daemon)
        self.assert_refused(self.new_sale(daemon, "old"), 3, "in use by another program", str(daemon.process.pid))
        # One with another data dir on the same file is noticed as well.
        other = self.run_program("new-sale", "old", "--data-dir", os.path.join(self.home, "other"), "--database",
                                 f"sqlite://{daemon.data_dir}/seonchak.sqlite")
        self.assert_refused(other, 3, "another program works on this database")
        self.assertFalse(os.path.exists(os.path.join(daemon.data_dir, "books")))
        user = next(iter(before))
        self.assertEqual(daemon.issue(user).json, {**daemon.issue(user).json, "result": "ALREADY", "code": before[user]})

    def test_what_is_in_doubt_keeps_it_back(self):
        daemon = self.daemon("--store-failure-rate", "0", "--store-unknown-rate", "1", "--store-timeout-ms", "100")
        daemon.generate(2)
        self.assertEqual(daemon.issue(1).status, 202)
        daemon.kill()  # Nobody settles it.
        self.assert_refused(self.new_sale(daemon, "old"), 1, "this sale", "Start the server")
        daemon.start()
        self.assertEqual(daemon.status()["stock"]["generated"], 2)
        self.assertFalse(os.path.exists(os.path.join(daemon.data_dir, "books")))

    def test_webhooks_that_wait_are_counted(self):
        receiver = HookReceiver(self.home, free_port())  # It never starts.
        daemon = self.daemon("--store-failure-rate", "0", *receiver.options())
        daemon.generate(1)
        eventually(lambda: daemon.get("/api/v1/webhooks").json["items"], 10)
        daemon.stop()
        done = self.new_sale(daemon, "old")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, "webhooks that were not delivered, and will not be: 1\n")

    def test_names(self):
        daemon = self.daemon()
        daemon.generate(1)
        daemon.stop()
        self.assertEqual(self.new_sale(daemon, "가을").returncode, 0)
        self.assert_refused(self.new_sale(daemon, "가을"), 2, "there is an old book of that name")
        for bad in ("../x", "a b", ".x", "public", "x" * 64, ""):
            self.assert_refused(self.new_sale(daemon, bad), 2)
        self.assert_refused(self.run_program("new-sale", "--data-dir", daemon.data_dir), 2, "one name is needed")
        self.assert_refused(self.run_program("new-sale", "a", "b", "--data-dir", daemon.data_dir), 2, "one name is needed")
        self.assert_refused(self.run_program("new-sale", "a", "--no-such-option"), 2, "no-such-option")
        self.assert_refused(self.run_program("new-sale", "a", "--data-dir", os.path.join(self.home, "none")), 2,
                            "there is no sale to end")
        helped = self.run_program("new-sale", "--help")
        self.assertEqual(helped.returncode, 0)
        self.assertIn("Usage: seonchakd new-sale NAME", helped.stdout)

    def kill_when(self, daemon, name, path):
        """Killed as soon as this file has come, or at its end where that is sooner."""
        process = subprocess.Popen([DAEMON, "new-sale", name, "--data-dir", daemon.data_dir], env=self.environment(),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        end = time.monotonic() + 30
        while not os.path.exists(path) and process.poll() is None:
            self.assertLess(time.monotonic(), end)
        process.kill()
        process.communicate()

    def test_killed_at_any_moment_one_of_the_two_is_there_whole(self):
        daemon = self.daemon("--store-failure-rate", "0")
        before = self.sell_out(daemon)
        daemon.stop()
        books = os.path.join(daemon.data_dir, "books")
        for number in range(8):
            name = f"old{number}"
            moments = ("redis/redis.sock", "seonchak.sqlite.next", "seonchak.sqlite.next-wal", f"books/{name}.sqlite")
            self.kill_when(daemon, name, os.path.join(daemon.data_dir, moments[number % len(moments)]))
            daemon.start()
            generated = daemon.status()["stock"]["generated"]
            if generated == COUPONS:
                self.assertEqual({user: daemon.issue(user).json["code"] for user in list(before)[:5]},
                                 {user: before[user] for user in list(before)[:5]})
                self.assert_conserved(daemon)
            else:
                self.assertEqual(generated, 0)
                self.assertEqual(self.issued_in(os.path.join(books, f"{name}.sqlite")), before)
                before = self.sell_out(daemon)
            daemon.stop()
        self.assertEqual(self.new_sale(daemon, "last").returncode, 0)
        self.assertEqual(self.issued_in(os.path.join(books, "last.sqlite")), before)
        self.assertFalse([file for file in os.listdir(daemon.data_dir) if ".next" in file])


class PostgresTest(NewSaleCase):
    @classmethod
    def setUpClass(cls):
        cls.postgres = Postgres()
        cls.addClassCleanup(cls.postgres.cleanup)
        cls.postgres.create().start()

    def test_the_old_becomes_a_schema(self):
        redis = self.redis_server()
        options = ("--database", self.postgres.url, "--redis", redis.url)
        daemon = self.daemon("--store-failure-rate", "0", *options)
        before = self.sell_out(daemon)
        self.assert_refused(self.run_program("new-sale", "old", "--data-dir", os.path.join(self.home, "d"), *options), 3,
                            "another server works on this database")
        daemon.stop()
        done = self.new_sale(daemon, "가을-2026", *options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(f"{COUPONS} coupons, {COUPONS} of them issued, are kept in postgresql://postgres:***@", done.stdout)
        self.assertIn("?schema=", done.stdout)
        self.assert_refused(self.new_sale(daemon, "가을-2026", *options), 2, "there is a schema named")
        # A schema of the login's own name would come before the empty book.
        self.assert_refused(self.new_sale(daemon, "postgres", *options), 2, "where this login looks")
        daemon.start()
        self.assert_sold_anew(daemon, before)
        out = os.path.join(self.home, "dossier")
        done = self.run_program("dossier", "--out", out, "--data-dir", os.path.join(self.home, "d2"), "--database",
                                f"{self.postgres.url}?schema=가을-2026")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"{COUPONS} coupons, {COUPONS} of them issued", done.stdout)
        self.assertEqual(self.run_program("verify", out).returncode, 0)


class WindowTest(NewSaleCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = Screen()
        cls.addClassCleanup(cls.screen.cleanup)
        cls.screen.start()

    def desktop(self, *options):
        desktop = Desktop(self.screen, *options, environment={"LANG": "C.UTF-8"})
        self.addCleanup(desktop.cleanup)
        return desktop

    def ask_in_the_window(self, data_dir):
        """A window on this sale, in which a new one was asked for; the old book is to be called kept."""
        desktop = self.desktop("--data-dir", data_dir, "--listen", "127.0.0.1:0", "--store-failure-rate", "0")
        desktop.ready()
        desktop.window("Seonchak")
        desktop.press("F10", "Right", "Up")  # the last entry of the second menu that can be chosen
        self.screen.picture("new-sale-menu.png")
        desktop.press("Return")
        desktop.window("Start a new sale")
        desktop.press("ctrl+a")
        self.screen.tool("type", "kept")
        self.screen.picture("new-sale-dialog.png")
        desktop.press("shift+Tab", "space")  # round to the last button
        return desktop

    @staticmethod
    def follow(daemon, ready):
        """From here on the daemon's requests go to the window's server."""
        daemon.port = int(re.search(r"127\.0\.0\.1:(\d+)", ready).group(1))
        daemon._clients.__dict__.clear()
        return daemon

    def test_from_the_window_and_back_with_an_empty_book(self):
        daemon = self.daemon("--store-failure-rate", "0")
        before = self.sell_out(daemon)
        daemon.stop()
        desktop = self.ask_in_the_window(daemon.data_dir)
        kept = os.path.join(daemon.data_dir, "books", "kept.sqlite")
        eventually(lambda: os.path.exists(kept), 60, "no old book is kept")
        ready = desktop.ready()  # the same process, begun anew
        desktop.window("Seonchak")
        self.screen.picture("new-sale-after.png")
        self.assertEqual(self.issued_in(kept), before)
        self.assert_sold_anew(self.follow(daemon, ready), before)
        desktop.process.send_signal(signal.SIGTERM)
        self.assertEqual(desktop.ended(), 0)

    def test_a_failure_is_told_and_the_sale_goes_on(self):
        daemon = self.daemon("--store-failure-rate", "0")
        before = self.sell_out(daemon)
        daemon.stop()
        with open(os.path.join(daemon.data_dir, "books"), "w", encoding="utf-8"):
            pass  # There can be no such folder.
        desktop = self.ask_in_the_window(daemon.data_dir)
        desktop.window("No new sale was begun")
        self.screen.picture("new-sale-failed.png")
        desktop.press("Return")
        self.follow(daemon, desktop.ready())
        desktop.window("Seonchak")
        self.assertIn("no new sale was begun", desktop.log())
        user = next(iter(before))
        self.assertEqual(daemon.issue(user).json["code"], before[user])
        self.assertEqual(self.assert_conserved(daemon)["issued"], COUPONS)
        desktop.process.send_signal(signal.SIGTERM)
        self.assertEqual(desktop.ended(), 0)

    def test_an_old_book_has_a_window_and_no_server(self):
        daemon = self.daemon("--store-failure-rate", "0")
        self.sell_out(daemon)
        daemon.stop()
        self.assertEqual(self.new_sale(daemon, "autumn").returncode, 0)
        daemon.start()  # The sale of now goes on beside it, and holds the lock of the data dir.
        for book in ("autumn", os.path.join(daemon.data_dir, "books", "autumn.sqlite")):
            desktop = self.desktop("--book", book, "--data-dir", daemon.data_dir)
            desktop.window("autumn")
            self.screen.picture("old-book.png")
            desktop.process.send_signal(signal.SIGTERM)
            self.assertEqual(desktop.ended(), 0)
            self.assertEqual(desktop.process.stdout.read(), b"")
        self.assertEqual(os.listdir(os.path.join(daemon.data_dir, "books")), ["autumn.sqlite"])
        self.assertEqual(daemon.get("/healthz").status, 200)

    def test_what_is_no_book_is_refused(self):
        path = os.path.join(self.home, "x.sqlite")
        with open(path, "w", encoding="utf-8") as file:
            file.write("no database")
        for book in (path, os.path.join(self.home, "none.sqlite"), "none"):
            desktop = self.desktop("--book", book, "--data-dir", self.home)
            desktop.window("cannot be opened")
            desktop.press("Escape")
            self.assertEqual(desktop.ended(), 2)
        done = subprocess.run([DAEMON, "--book", path], capture_output=True, text=True, check=False, timeout=30,
                              env=self.environment())
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("book", done.stderr)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that keeps the program from starting: one sentence that says what to do, its exit code, no harm, and the
next start works."""

import os
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import tempfile

from harness import DAEMON, SOURCE_DIR, Case, Daemon, main, run_daemon
from services import eventually


class StartCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="st-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.data_dir = os.path.join(self.home, "data")

    def assert_refused(self, code, *words, options=(), **more):
        """The start ends with this code, and standard error alone says why, in one line."""
        ended, output, errors = run_daemon(*options, **{"data_dir": self.data_dir, **more})
        self.assertEqual((ended, output), (code, ""), errors)
        said = [line for line in errors.splitlines() if line.startswith("seonchak: ")]
        self.assertEqual(len(said), 1, errors)
        for word in words:
            self.assertIn(word, said[0])

    def assert_starts(self):
        daemon = self.daemon(data_dir=self.data_dir)
        eventually(lambda: daemon.get("/readyz").status == 200, 20)
        return daemon

    def sold(self):
        """A data dir with a sale in it: user 7 has a coupon, two are left."""
        daemon = self.daemon("--store-failure-rate", "0", data_dir=self.data_dir)
        daemon.generate(3)
        self.assertEqual(daemon.issue(7).status, 200)
        self.assertEqual(daemon.stop(), 0)

    def assert_nothing_is_lost(self, daemon):
        stock = self.assert_conserved(daemon)
        self.assertEqual((stock["generated"], stock["issued"], stock["available"]), (3, 1, 2))

    def book(self, *statements):
        path = os.path.join(self.data_dir, "seonchak.sqlite")
        with sqlite3.connect(path) as book:
            for statement in statements:
                book.execute(statement)
        book.close()


class RefusedTest(StartCase):
    def test_port_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.assert_refused(3, f"port {port} is taken by another program", "--listen", listen=f"127.0.0.1:{port}")
        self.assert_starts()

    def test_an_address_of_another_machine(self):
        token = os.path.join(self.home, "token")
        with open(token, "w", encoding="utf-8") as file:
            file.write("secret\n")
        os.chmod(token, 0o600)
        self.assert_refused(2, "192.0.2.1 port 8080", options=("--admin-token-file", token), listen="192.0.2.1:8080")

    def test_no_redis_server(self):
        self.assert_refused(3, "redis-server", "apt install redis-server", environment={"PATH": "/nonexistent"})
        self.assert_starts()

    def test_a_book_of_a_newer_version(self):
        self.sold()
        self.book("INSERT INTO schema_version (version, applied_at) VALUES (99, 0)")
        self.assert_refused(3, "schema version 99", "newer program")
        self.book("DELETE FROM schema_version WHERE version = 99")
        self.assert_nothing_is_lost(self.assert_starts())

    def test_a_book_of_the_first_version(self):
        os.makedirs(self.data_dir)
        with open(os.path.join(SOURCE_DIR, "resources", "sql", "0001_book.sqlite.sql"), encoding="utf-8") as file:
            schema = re.sub(r"--[^\n]*\n", "", file.read())
        self.book(*schema.split(";\n"),
                  "CREATE TABLE schema_version (version bigint PRIMARY KEY, applied_at bigint NOT NULL)",
                  "INSERT INTO schema_version VALUES (1, 1)")
        daemon = self.assert_starts()
        self.assertEqual(daemon.generate(2), {"generated": 2, "pushed": 2})

    def test_a_data_dir_in_use(self):
        first = self.daemon(data_dir=self.data_dir)
        self.assert_refused(3, self.data_dir, "in use by another program", "--data-dir")
        self.assertEqual(first.get("/readyz").status, 200)

    def test_a_data_dir_that_cannot_be(self):
        in_the_way = os.path.join(self.home, "file")
        with open(in_the_way, "w", encoding="utf-8"):
            pass
        self.assert_refused(3, in_the_way, "--data-dir", data_dir=os.path.join(in_the_way, "data"))

    def test_an_unknown_key(self):
        config = os.path.join(self.home, "seonchakd.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write("workers=2\nlogg-level=info\n")
        self.assert_refused(2, f"{config} has an unknown key \"logg-level\" in line 2: did you mean log-level?",
                            options=("--config", config))
        self.assertFalse(os.path.exists(self.data_dir))

    def test_every_fault_of_a_configuration(self):
        code, output, errors = run_daemon("--workers", "many", "--strategy", "luck", data_dir=self.data_dir)
        self.assertEqual((code, output), (2, ""))
        self.assertEqual([line.split('"')[1] for line in errors.splitlines()], ["luck", "many"])

    def test_the_network_without_a_token(self):
        for host in ("0.0.0.0", "[::]", "192.0.2.1"):
            self.assert_refused(2, "can be reached from the network", "--admin-token-file", listen=f"{host}:0")

    def test_a_name_to_listen_on(self):
        self.assert_refused(2, "coupons.example.com", "an IP address", listen="coupons.example.com:80")


class FullDiskTest(StartCase):
    """A limit on the size of files answers as a full disk does, and can be lifted from outside."""

    @staticmethod
    def fill(daemon, size):
        resource.prlimit(daemon.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def test_it_says_so_and_goes_on_when_there_is_room(self):
        self.sold()
        daemon = Daemon(data_dir=self.data_dir, environment={"SEONCHAK_STORE_FAILURE_RATE": "0"})
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        daemon.command = lambda: ["prlimit", "--fsize=4096:unlimited", *Daemon.command(daemon)]
        daemon.start()
        self.assert_problem(daemon.get("/readyz"), 503)
        self.assert_problem(daemon.issue(8), 503, "unavailable")
        self.fill(daemon, resource.RLIM_INFINITY)
        eventually(lambda: daemon.get("/readyz").status == 200, 40)
        self.assert_nothing_is_lost(daemon)
        self.assertEqual(daemon.issue(8).status, 200)
        self.assertEqual(daemon.stop(), 0)


class ExitStatusTest(Case):
    def test_readme_and_manual_tell_the_same_codes(self):
        manual = subprocess.run([DAEMON, "print", "man-exit-status"], capture_output=True, text=True, check=True).stdout
        codes = re.findall(r"^\*\+\+(\d)\+\+\*::$", manual, re.MULTILINE)
        self.assertEqual(codes, ["0", "1", "2", "3"])
        with open(os.path.join(SOURCE_DIR, "README.md"), encoding="utf-8") as file:
            table = file.read().split("| exit code | meaning |\n|---|---|\n")[1].split("\n\n")[0]
        self.assertEqual(re.findall(r"^\| (\d) \|", table, re.MULTILINE), codes)


if __name__ == "__main__":
    main()

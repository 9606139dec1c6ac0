# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The daemon as a program: options, configuration, the READY line, exit codes, signals, what it links."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import unittest

from harness import DAEMON, Case, Client, clean_environment, main, run_daemon
from services import Redis, eventually, free_port

OPTIONS = ("config", "data-dir", "listen", "redis", "key-prefix", "database", "store", "store-failure-rate",
           "store-unknown-rate", "store-latency-ms", "store-seed", "store-timeout-ms", "strategy", "workers",
           "admin-token-file", "allow-host", "trusted-proxy", "require-issuer-token", "second-person", "desk-socket", "attach", "book", "rate-limit",
           "issue-rate-limit", "alarm", "webhook", "webhook-secret-file", "webhook-events", "webhook-allow-private",
           "webhook-allow-own", "log-level", "log-format", "version", "help")


class UsageTest(Case):
    def assert_refused(self, done, exit_code, *words):
        code, output, errors = done
        self.assertEqual(code, exit_code, errors)
        self.assertEqual(output, "")
        for word in words:
            self.assertIn(word, errors)

    def file(self, text, mode=0o600):
        handle, path = tempfile.mkstemp()
        self.addCleanup(os.unlink, path)
        with os.fdopen(handle, "w") as file:
            file.write(text)
        os.chmod(path, mode)
        return path

    def test_version(self):
        code, output, _ = run_daemon("--version")
        self.assertEqual(code, 0)
        self.assertRegex(output, r"\A(\S+ )?\d+\.\d+\.\d+(\+\d+\.g[0-9a-f]+)?\n\Z")

    def test_version_of_a_command_does_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            environment = clean_environment(folder)
            for command in (["new-sale", "spring"], ["dossier", "--out", f"{folder}/dossier"], ["doctor"],
                            ["token", "list"]):
                with self.subTest(command=command[0]):
                    done = subprocess.run([DAEMON, *command, "--version"], env=environment, capture_output=True,
                                          text=True, timeout=30, check=False)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    self.assertEqual(done.stdout, run_daemon("--version")[1])
            self.assertEqual(os.listdir(folder), [])

    def test_help_names_every_option(self):
        code, output, _ = run_daemon("--help")
        self.assertEqual(code, 0)
        for name in OPTIONS:
            self.assertIn(f"--{name}", output)

    def test_unknown_option(self):
        self.assert_refused(run_daemon("--no-such-option"), 2, "no-such-option")

    def test_unexpected_argument(self):
        self.assert_refused(run_daemon("nonsense"), 2, "nonsense")

    def test_bad_values(self):
        for option, value in (
                ("--store-failure-rate", "1.5"), ("--store-failure-rate", "-0.1"), ("--store-failure-rate", "often"),
                ("--store-failure-rate", "nan"), ("--store-unknown-rate", "2"), ("--store-latency-ms", "-1"),
                ("--store-latency-ms", "1.5"), ("--store-timeout-ms", "0"), ("--store-seed", "dice"),
                ("--workers", "0"), ("--workers", "many"), ("--strategy", "luck"), ("--log-format", "xml"),
                ("--log-level", "loud"), ("--redis", "ftp://x"), ("--redis", "redis://host:notaport"),
                ("--database", "mysql://x/y"), ("--store", "ftp://x"), ("--key-prefix", "")):
            with self.subTest(option=option, value=value):
                self.assert_refused(run_daemon(option, value), 2, option.lstrip("-"))

    def test_bad_listen_values(self):
        for value in ("nonsense", "127.0.0.1:99999", "127.0.0.1:http", ":", ""):
            with self.subTest(value=value):
                self.assert_refused(run_daemon(f"--listen={value}", listen=None), 2, "listen")

    def test_bad_value_in_the_environment(self):
        self.assert_refused(run_daemon(environment={"SEONCHAK_STRATEGY": "luck"}), 2, "luck")
        self.assert_refused(run_daemon(environment={"SEONCHAK_STORE_FAILURE_RATE": "7"}), 2, "7")

    def test_unknown_key_in_the_config_file_is_named(self):
        self.assert_refused(run_daemon("--config", self.file("colour=blue\n")), 2, "colour")

    def test_bad_value_in_the_config_file(self):
        self.assert_refused(run_daemon("--config", self.file("strategy=luck\n")), 2, "luck")

    def test_config_file_that_is_not_there(self):
        self.assert_refused(run_daemon("--config", "/nonexistent/seonchak.ini"), 2, "/nonexistent/seonchak.ini")

    def test_command_line_beats_environment_beats_file(self):
        config = self.file("strategy=redis-lpop\nkey-prefix=fromfile\n")
        daemon = self.daemon("--config", config)
        self.assertEqual(daemon.ready["strategy"], "redis-lpop")
        daemon.generate(1)
        with daemon.redis() as redis:
            self.assertEqual(redis.command("LLEN", "fromfile:coupon:available"), 1)
        environment = {"SEONCHAK_STRATEGY": "db-optimistic"}
        self.assertEqual(self.daemon("--config", config, environment=environment).ready["strategy"], "db-optimistic")
        last = self.daemon("--config", config, "--strategy", "user-cache", environment=environment)
        self.assertEqual(last.ready["strategy"], "user-cache")

    def test_every_interface_needs_a_token(self):
        for listen in ("0.0.0.0:0", "[::]:0"):
            self.assert_refused(run_daemon(listen=listen), 2, "token")

    def test_token_file_that_others_can_read(self):
        for mode in (0o644, 0o640, 0o604):
            with self.subTest(mode=oct(mode)):
                path = self.file("secret\n", mode)
                self.assert_refused(run_daemon("--admin-token-file", path), 2, path)

    def test_token_file_that_is_not_there_or_empty(self):
        self.assert_refused(run_daemon("--admin-token-file", "/nonexistent/token"), 2, "/nonexistent/token")
        self.assert_refused(run_daemon("--admin-token-file", self.file(" \n")), 2)

    def test_port_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.assert_refused(run_daemon(listen=f"127.0.0.1:{port}"), 3, str(port))

    def test_data_dir_in_use(self):
        first = self.daemon()
        self.assert_refused(run_daemon(data_dir=first.data_dir), 3, first.data_dir)
        self.assertEqual(first.get("/healthz").status, 200)

    def test_no_redis_server_program(self):
        self.assert_refused(run_daemon(environment={"PATH": "/nonexistent"}), 3, "redis-server")


class ReadyTest(Case):
    def test_the_ready_line(self):
        daemon = self.daemon()
        ready = daemon.ready
        self.assertLessEqual({"url", "pid", "redis", "database", "strategy"}, set(ready))
        self.assertRegex(ready["url"], r"^http://127\.0\.0\.1:[1-9]\d*$")
        self.assertEqual(ready["pid"], daemon.process.pid)
        self.assertRegex(ready["redis"], r"^unix:///")
        self.assertEqual(ready["strategy"], "saga")
        self.assertIn("sqlite", ready["database"])
        with daemon.redis() as redis:
            self.assertEqual(redis.command("PING"), "PONG")

    def test_nothing_else_goes_to_standard_output(self):
        daemon = self.daemon("--log-level", "debug", "--log-format", "json")
        daemon.generate(3)
        daemon.issue(1)
        self.assertEqual(daemon.stop(), 0)
        self.assertEqual(daemon.rest, b"")
        lines = daemon.log().splitlines()
        self.assertTrue(lines)
        for line in lines:
            self.assertIsInstance(json.loads(line), dict, line)

    def test_both_signals_end_it_with_status_0_and_its_redis_with_it(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            daemon = self.daemon()
            url = daemon.ready["redis"]
            self.assertEqual(daemon.stop(number), 0)
            with self.assertRaises(OSError):
                Redis(url)

    def test_what_was_issued_is_there_after_a_restart(self):
        daemon = self.daemon("--store-failure-rate", "0")
        daemon.generate(2)
        code = daemon.issue(7).json["code"]
        self.assertEqual(daemon.stop(), 0)
        daemon.start()
        self.assertEqual(daemon.issue(7).json["code"], code)
        self.assertEqual(self.assert_conserved(daemon)["available"], 1)

    def test_a_killed_server_leaves_no_second_redis(self):
        daemon = self.daemon()
        daemon.generate(2)
        daemon.kill()
        daemon.start()
        eventually(lambda: daemon.get("/readyz").status == 200, 20)
        self.assertEqual(len(self.redis_servers_of(daemon)), 1)
        self.assertEqual(self.assert_conserved(daemon)["available"], 2)

    @staticmethod
    def redis_servers_of(daemon):
        """The processes that have our private Redis' directory open or on their command line."""
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/comm", encoding="utf-8") as comm:
                    if comm.read().startswith("redis-") and os.readlink(f"/proc/{pid}/cwd").startswith(daemon.home):
                        found.append(pid)
            except OSError:
                continue
        return found

    def test_the_same_seed_means_the_same_fate(self):
        def fates(*options):
            daemon = self.daemon("--store-failure-rate", "0.5", "--workers", "1", *options)
            daemon.generate(100)
            return [daemon.issue(user).status for user in range(1, 41)]
        first = fates("--store-seed", "7")
        self.assertEqual(first, fates("--store-seed", "7"))
        self.assertNotEqual(first, fates("--store-seed", "8"))
        self.assertEqual(set(first), {200, 500})

    def test_a_random_seed_is_printed(self):
        daemon = self.daemon()
        self.assertRegex(daemon.log(), r"(?i)seed\D*\d+")

    def test_without_glib(self):
        """Qt may be built without GLib, whose event loop is more forgiving than Qt's own."""
        daemon = self.daemon("--store-failure-rate", "0", environment={"QT_NO_GLIB": "1"})
        daemon.generate(20)
        for user in range(1, 21):  # each on a connection of its own
            with contextlib.closing(Client(daemon.port, timeout=30)) as client:
                self.assertEqual(client.request("POST", f"/api/v1/coupons/{user}/issue").status, 200)
        self.assert_conserved(daemon)
        self.assertEqual(daemon.stop(), 0)


class RedisOptionTest(Case):
    def test_a_redis_of_somebody_else(self):
        server = self.redis_server("--requirepass", "s3cret")
        daemon = self.daemon("--redis", f"redis://:s3cret@127.0.0.1:{server.port}/3", "--key-prefix", "shop",
                             "--store-failure-rate", "0")
        self.assertNotIn("s3cret", json.dumps(daemon.ready))
        self.assertIn(f"127.0.0.1:{server.port}", daemon.ready["redis"])
        daemon.generate(5)
        code = daemon.issue(42).json["code"]
        with Redis(server.url) as redis:
            redis.command("AUTH", "s3cret")
            redis.command("SELECT", 3)
            self.assertEqual(redis.command("LLEN", "shop:coupon:available"), 4)
            self.assertEqual(redis.command("GET", "shop:user:coupon:42"), code)
        self.assertNotIn("s3cret", json.dumps(daemon.status()))
        self.assertNotIn("s3cret", daemon.log())

    def test_a_unix_socket_and_a_database_number(self):
        home = tempfile.mkdtemp(prefix="scs-")
        self.addCleanup(shutil.rmtree, home, True)
        server = self.redis_server("--unixsocket", f"{home}/r")
        daemon = self.daemon("--redis", f"unix://{home}/r?db=2")
        daemon.generate(2)
        with Redis(server.url) as redis:
            redis.command("SELECT", 2)
            self.assertEqual(redis.command("LLEN", "rudals:coupon:available"), 2)

    def test_redis_away_at_start(self):
        port = free_port()
        daemon = self.daemon("--redis", f"redis://127.0.0.1:{port}")
        self.assertEqual(daemon.get("/healthz").status, 200)
        self.assert_problem(daemon.get("/readyz"), 503)
        answer = daemon.issue(1)
        self.assert_problem(answer, 503, "unavailable")
        self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        self.assertFalse(daemon.status()["redis"]["connected"])
        self.redis_server(port=port)
        eventually(lambda: daemon.get("/readyz").status == 200, 20, "it does not find the Redis that came up")
        daemon.generate(1)
        eventually(lambda: daemon.issue(1).status != 503, 10)


class LinkTest(unittest.TestCase):
    def test_no_window_library_is_linked(self):
        needed = subprocess.run(["ldd", DAEMON], capture_output=True, text=True, check=True).stdout
        libraries = re.findall(r"^\s*(lib\S+)", needed, re.MULTILINE)
        self.assertTrue(any("Qt6Core" in name for name in libraries), libraries)
        for name in libraries:
            self.assertNotRegex(name, r"Qt6(Gui|Widgets|Charts|OpenGL)|libX11|libxcb|libwayland|libGL")


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stopping while work is under way: exit code 0 within 10 s, no crash, and every coupon accounted for afterwards.

A matrix of long operations and moments. SEONCHAK_STOP_ROUNDS repeats it at other moments (default: once);
SEONCHAK_STOP_SEED chooses these.
"""

import contextlib
import http.client
import os
import random
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

from harness import BUILD_DIR, DAEMON, Case, Client, Daemon, clean_environment, main
from services import Partner, eventually, free_port

ROUNDS = int(os.environ.get("SEONCHAK_STOP_ROUNDS", "1"))
SEED = int(os.environ.get("SEONCHAK_STOP_SEED", "1"))
STOP_WITHIN = 12  # The server ends itself after 9.8 s; the rest is a slow machine's.


class Under:
    """Requests that are under way while the server is stopped: each on a thread and a connection of its own."""

    def __init__(self, server):
        self.server = server
        self.threads = []
        self.answers = []
        self.broken = []

    def ask(self, method, path, body=None):
        def run():
            try:
                self.answers.append((path, self.server.request(method, path, body)))
            except (OSError, http.client.HTTPException) as error:
                self.broken.append((path, error))
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        self.threads.append(thread)
        return self

    def issue_until_it_ends(self, first, threads=8):
        def run(user):
            try:
                while True:
                    self.answers.append((user, self.server.issue(user)))
                    user += threads
            except (OSError, http.client.HTTPException):
                pass  # the listener has gone
        for number in range(threads):
            thread = threading.Thread(target=run, args=(first + number,), daemon=True)
            thread.start()
            self.threads.append(thread)
        return self

    def join(self):
        for thread in self.threads:
            thread.join(STOP_WITHIN)


class StopCase(Case):
    def stop(self, server, number=signal.SIGTERM):
        began = time.monotonic()
        code = server.stop(number)
        took = time.monotonic() - began
        self.assertEqual(code, 0, server.log_tail())
        self.assertLess(took, STOP_WITHIN, server.log_tail())
        for words in ("AddressSanitizer", "runtime error:", "left behind"):
            self.assertNotIn(words, server.log())
        return took

    def moments(self, least, most):
        """When to stop, in seconds after the work has begun."""
        dice = random.Random(f"{SEED} {self.id()}")
        return [dice.uniform(least, most) for _ in range(ROUNDS)]

    def assert_accounted_for(self, server):
        """Started again on the same data, without its slow partner."""
        server.options = self.calm(server.options)
        server.start()
        stock = self.assert_conserved(server, 30)
        self.stop(server)
        return stock

    @staticmethod
    def calm(options):
        pairs = list(zip(options[::2], options[1::2]))
        kept = [pair for pair in pairs if pair[0] in ("--strategy", "--redis", "--database")]
        return [part for pair in kept for part in pair] + ["--store-failure-rate", "0"]


class SlowPartnerTest(StopCase):
    def test_mock_that_takes_its_time(self):
        for strategy in ("saga", "redis-lpop-compensate"):
            for moment in self.moments(0.05, 1):
                with self.subTest(strategy=strategy, moment=moment):
                    server = self.daemon("--store-latency-ms", "30000", "--store-timeout-ms", "60000",
                                         "--strategy", strategy)
                    server.generate(10)
                    under = Under(server).ask("POST", "/api/v1/coupons/1/issue")
                    eventually(lambda: server.status()["stock"]["available"] == 9)
                    time.sleep(moment)  # the moment is what is tested
                    self.stop(server)
                    under.join()
                    self.assertEqual([answer.status for _, answer in under.answers], [503], under.broken)
                    self.assertIn("retry-after", under.answers[0][1].headers)
                    stock = self.assert_accounted_for(server)
                    self.assertEqual(stock["generated"], 10)

    def test_partner_over_http_that_says_nothing(self):
        for moment in self.moments(0.05, 1):
            with self.subTest(moment=moment):
                partner = Partner(BUILD_DIR)
                self.addCleanup(partner.cleanup)
                partner.start()
                partner.behave("stall-after")
                server = self.daemon("--store", partner.url, "--store-timeout-ms", "60000")
                server.generate(10)
                under = Under(server)
                for user in range(1, 6):
                    under.ask("POST", f"/api/v1/coupons/{user}/issue")
                eventually(lambda: server.status()["stock"]["reserved"] == 5)
                time.sleep(moment)
                self.stop(server)
                under.join()
                self.assertEqual([answer.status for _, answer in under.answers], [503] * 5, under.broken)
                partner.behave("accept")
                server.options = ["--store", partner.url]
                server.start()
                stock = self.assert_conserved(server, 90)  # A saga that was cut off leaves a lease of 65 s.
                self.assertEqual(stock["issued"], 5, "the partner had them, so the users have them")
                self.stop(server)

    def test_a_doubt_that_is_being_asked_about(self):
        for moment in self.moments(0.1, 2):
            with self.subTest(moment=moment):
                partner = Partner(BUILD_DIR)
                self.addCleanup(partner.cleanup)
                partner.start()
                partner.behave("stall-after")
                server = self.daemon("--store", partner.url, "--store-timeout-ms", "1000")
                server.generate(3)
                self.assertEqual(server.issue(1).status, 202)
                doubt = server.get("/api/v1/doubts").json["items"][0]["reservation"]
                partner.behave("stall-before")
                under = Under(server).ask("POST", f"/api/v1/doubts/{doubt}/ask")
                time.sleep(moment)
                self.stop(server)
                under.join()
                self.assertTrue(all(answer.status < 600 for _, answer in under.answers))


class LongActTest(StopCase):
    def cut(self, path, body=None, before=(), least=0.05, most=2.5):
        for moment in self.moments(least, most):
            with self.subTest(path=path, moment=moment):
                server = self.daemon()
                with contextlib.closing(Client(server.port, timeout=300)) as client:
                    for earlier_path, earlier in before:
                        self.assertLess(client.request("POST", earlier_path, earlier).status, 300)
                under = Under(server).ask("POST", path, body)
                eventually(lambda: under.answers or server.get("/api/v1/jobs").json["items"], 30, "the act does not begin")
                time.sleep(moment)
                self.stop(server)
                under.join()
                self.assertEqual(under.broken, [])
                self.assertEqual(len(under.answers), 1, "the act was answered before the end")
                yield server, under.answers[0][1]

    def test_generate_and_push(self):
        for server, _ in self.cut("/api/v1/generate", {"count": 1_000_000}):
            self.assert_accounted_for(server)

    def test_generate_without_push(self):
        for server, _ in self.cut("/api/v1/generate?push=false", {"count": 1_000_000}):
            self.assert_accounted_for(server)

    def test_push(self):
        before = [("/api/v1/generate?push=false", {"count": 200_000})]
        for server, _ in self.cut("/api/v1/coupons/push", None, before, 0.01, 0.8):
            self.assertEqual(self.assert_accounted_for(server)["generated"], 200_000)

    def test_void(self):
        before = [("/api/v1/generate", {"count": 200_000})]
        for server, _ in self.cut("/api/v1/coupons/void", None, before, 0.01, 0.8):
            self.assertEqual(self.assert_accounted_for(server)["generated"], 200_000)

    def test_every_coupon_has_an_entry_in_the_trail(self):
        for server, answer in self.cut("/api/v1/generate?push=false", {"count": 1_000_000}, least=0.5):
            server.start()
            entries = [entry for entry in server.get("/api/v1/audit?limit=100").json["items"]
                       if entry["action"] == "generate"]
            self.assertTrue(entries, answer)
            generated = server.status()["stock"]["generated"]
            self.assertIn(str(generated), " ".join(entry["result"] for entry in entries))
            self.stop(server)


class RushTest(StopCase):
    def test_issues_under_way(self):
        for strategy in ("saga", "redis-lpop", "redis-lpop-compensate", "user-cache", "db-pessimistic", "db-optimistic"):
            for moment in self.moments(0.05, 1):
                with self.subTest(strategy=strategy, moment=moment):
                    server = self.daemon("--strategy", strategy, "--store-failure-rate", "0.1")
                    server.generate(20_000)
                    under = Under(server).issue_until_it_ends(1)
                    time.sleep(moment)
                    self.stop(server)
                    under.join()
                    self.assert_accounted_for(server)
                    told = {answer.json["code"] for _, answer in under.answers if answer.status == 200}
                    if strategy == "user-cache":
                        continue
                    server.start()
                    issued = {coupon["code"] for coupon in server.coupons("&status=ISSUED")}
                    self.assertLessEqual(told, issued, "a coupon that was told is in the book")
                    self.stop(server)

    def test_readers_under_way(self):
        for moment in self.moments(0.05, 0.5):
            with self.subTest(moment=moment):
                server = self.daemon()
                server.generate(100_000)
                under = Under(server)
                for path in ("/api/v1/coupons?limit=1000", "/api/v1/status", "/metrics", "/api/v1/audit",
                             "/api/v1/users/5", "/api/v1/coupons?code=Z&limit=1000"):
                    for _ in range(4):
                        under.ask("GET", path)
                time.sleep(moment)
                self.stop(server)
                under.join()


class AwayTest(StopCase):
    """What the server needs is away, stopped or locked while it ends."""

    def test_redis_that_is_stopped(self):
        redis = self.redis_server()
        server = self.daemon("--redis", redis.url)
        server.generate(100)
        redis.process.send_signal(signal.SIGSTOP)
        try:
            under = Under(server).ask("POST", "/api/v1/coupons/1/issue").ask("GET", "/api/v1/status")
            under.ask("POST", "/api/v1/generate", {"count": 10_000})
            self.stop(server)
            under.join()
        finally:
            redis.process.send_signal(signal.SIGCONT)
        self.assert_accounted_for(server)

    def test_redis_that_has_gone(self):
        redis = self.redis_server()
        server = self.daemon("--redis", redis.url)
        server.generate(100)
        redis.kill()
        self.stop(server)

    def test_redis_that_was_never_there(self):
        with tempfile.TemporaryDirectory() as folder:
            server = self.daemon("--redis", f"unix://{folder}/none.sock")
            self.stop(server)

    def test_database_that_another_program_has_locked(self):
        server = self.daemon()
        server.generate(100)
        path = server.ready["database"].removeprefix("sqlite://")
        lock = sqlite3.connect(path, isolation_level=None)
        self.addCleanup(lock.close)
        lock.execute("BEGIN IMMEDIATE")
        under = Under(server).ask("POST", "/api/v1/coupons/1/issue").ask("POST", "/api/v1/generate", {"count": 1000})
        for number in range(6):  # each is a transaction of its own, and waits for the lock
            under.ask("POST", "/api/v1/coupons/add?push=false", {"code": f"LATE-{number}"})
        time.sleep(self.moments(0, 0.5)[0])  # the moment is what is tested
        self.stop(server)
        under.join()
        lock.execute("ROLLBACK")
        self.assertGreaterEqual(self.assert_accounted_for(server)["generated"], 100)

    def test_clients_that_do_not_read(self):
        server = self.daemon()
        server.generate(1000)
        deaf = []
        for _ in range(20):
            connection = socket.create_connection(("127.0.0.1", server.port))
            self.addCleanup(connection.close)
            connection.sendall(b"GET /api/v1/coupons?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 5)
            deaf.append(connection)
        self.stop(server)

    def test_clients_in_the_middle_of_a_request(self):
        server = self.daemon()
        for piece in (b"", b"POST /api", b"POST /api/v1/generate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{"):
            connection = socket.create_connection(("127.0.0.1", server.port))
            self.addCleanup(connection.close)
            connection.sendall(piece)
        self.stop(server)


class StartTest(StopCase):
    """Asked to end while it still starts, or unable to start with parts of it running already."""

    def test_during_the_start(self):
        for moment in self.moments(0.15, 0.6):
            with self.subTest(moment=moment):
                server = Daemon()
                self.addCleanup(server.cleanup)
                with open(server.log_path, "ab") as log:
                    server.process = subprocess.Popen(server.command(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                                      stderr=log, env=clean_environment(server.home), cwd=server.home)
                eventually(lambda: os.path.exists(os.path.join(server.data_dir, "lock")), 30)
                time.sleep(moment)
                self.stop(server)

    def test_the_port_is_taken(self):
        taken = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(taken.close)
        redis = self.redis_server()
        for options in ([], ["--redis", redis.url]):
            with self.subTest(options=options):
                server = Daemon(*options, listen=f"127.0.0.1:{taken.getsockname()[1]}")
                self.addCleanup(server.cleanup)
                with self.assertRaisesRegex(AssertionError, "exit 3"):
                    server.start()
                self.assertNotIn("AddressSanitizer", server.log())


class SignalTest(StopCase):
    def test_those_that_end_it(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            with self.subTest(number=number):
                self.stop(self.daemon(), number)

    def test_asked_twice(self):
        server = self.daemon("--store-latency-ms", "6000", "--store-timeout-ms", "60000",
                             "--store-failure-rate", "0")
        server.generate(10)
        under = Under(server).ask("POST", "/api/v1/coupons/1/issue")
        eventually(lambda: server.status()["stock"]["reserved"] == 1)
        server.process.send_signal(signal.SIGTERM)
        server.process.send_signal(signal.SIGINT)
        self.stop(server)
        under.join()
        self.assertEqual([answer.status for _, answer in under.answers], [200])

    def test_those_that_mean_nothing(self):
        server = Daemon()
        self.addCleanup(server.cleanup)
        command, server.command = server.command(), None
        server.command = lambda: ["setsid", "--wait", *command]  # a daemon has no terminal
        server.start()
        pid = server.ready["pid"]
        for number in (signal.SIGHUP, signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE, signal.SIGCONT, signal.SIGWINCH):
            os.kill(pid, number)
        self.assertEqual(server.get("/healthz").status, 200)
        os.kill(pid, signal.SIGSTOP)
        os.kill(pid, signal.SIGCONT)
        self.assertEqual(server.get("/healthz").status, 200)
        os.kill(pid, signal.SIGTERM)
        self.assertEqual(server.wait(20) and server.process.returncode, 0)


class DescriptorTest(StopCase):
    """F23: started with closed standard descriptors."""

    def test_closed_descriptors(self):
        for closed in ("0<&- 1>&- 2>&-", "0<&- 1>&-", "0<&-", "1>&-", "2>&-"):
            with self.subTest(closed=closed):
                server = Daemon()
                self.addCleanup(server.cleanup)
                port = free_port()
                command = [DAEMON, "--listen", f"127.0.0.1:{port}", "--data-dir", server.data_dir]
                server.process = subprocess.Popen(["bash", "-c", f'exec "$@" {closed}', "bash", *command],
                                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                                  stderr=subprocess.DEVNULL, env=clean_environment(server.home),
                                                  cwd=server.home)
                server.port = port

                def serves(server=server):
                    try:
                        return server.get("/readyz").status == 200
                    except OSError:
                        return False
                eventually(serves, 20)
                server.generate(10)
                with open(os.path.join(server.data_dir, "lock"), encoding="utf-8") as lock:
                    self.assertNotIn("READY", lock.read())
                server.log = lambda: ""
                server.log_tail = lambda: ""
                self.stop(server)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the built programs and talks to them as any client would. Python's standard library only.

Everything a test starts lives in a temporary directory of its own, listens on free ports or Unix sockets, and is
ended with the test. SEONCHAK_BIN_DIR names the programs under test, SEONCHAK_SOURCE_DIR the source tree.
"""

import collections
import concurrent.futures
import contextlib
import http.client
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from services import Redis, RedisServer, eventually

BIN_DIR = os.path.abspath(os.environ.get("SEONCHAK_BIN_DIR", "build/bin"))  # programs are started in folders of their own
SOURCE_DIR = os.environ.get("SEONCHAK_SOURCE_DIR", os.path.join(os.path.dirname(__file__), "..", ".."))
BUILD_DIR = os.environ.get("SEONCHAK_BUILD_DIR", os.path.dirname(BIN_DIR))
DAEMON = os.path.join(BIN_DIR, "seonchakd")

START_DEADLINE = 30
READY_WITHOUT_SERVICES = 3  # seconds, after which a server says READY whatever is away
STOP_DEADLINE = 20


class Answer:
    """One HTTP answer."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = {name.lower(): value for name, value in headers}
        self.body = body

    @property
    def json(self):
        return json.loads(self.body.decode("utf-8"))

    @property
    def code(self):
        """The problem's code, or None."""
        try:
            return self.json.get("code")
        except (ValueError, AttributeError):
            return None

    def __repr__(self):
        return f"<{self.status} {self.body[:300]!r}>"


class Client:
    """One connection to a server; opened again when the server has closed it. Not for two threads at once."""

    def __init__(self, port, timeout=30):
        self.port = port
        self.timeout = timeout
        self.connection = None

    def request(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
            headers.setdefault("Content-Type", "application/json")
        if isinstance(body, str):
            body = body.encode()
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            self.connection.request(method, path, body=body, headers=headers)
            response = self.connection.getresponse()
            answer = Answer(response.status, response.getheaders(), response.read())
            if response.will_close:
                self.close()
            return answer
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def clean_environment(home, extra=None):
    """No settings of the person who runs the tests, no display."""
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("SEONCHAK_", "XDG_", "LC_"))
                   and name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}
    environment.update(HOME=home, XDG_CONFIG_HOME=os.path.join(home, "config"),
                       XDG_DATA_HOME=os.path.join(home, "data"), LANG="C.UTF-8")
    environment.update(extra or {})
    return environment


class Daemon:
    """seonchakd on a free port. Options are those of the command line, without --listen and --data-dir."""

    def __init__(self, *options, data_dir=None, environment=None, listen="127.0.0.1:0"):
        self.home = tempfile.mkdtemp(prefix="sc-")
        self.data_dir = data_dir or os.path.join(self.home, "d")
        self.options = list(options)
        self.environment = environment
        self.listen = listen
        self.process = None
        self.ready = None
        self.port = None
        self.token = None
        self.log_path = os.path.join(self.home, "log")
        self._clients = threading.local()

    def command(self):
        return [DAEMON, "--listen", self.listen, "--data-dir", self.data_dir, *self.options]

    def start(self):
        """Returns when the READY line is there, and where a slow machine made it come before the services were there,
        when these are; raises with the end of the log where no line comes."""
        self._clients = threading.local()
        began = time.monotonic()
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
                                            env=clean_environment(self.home, self.environment), cwd=self.home)
        line = self._read_line(START_DEADLINE)
        if not line.startswith("READY "):
            self.kill()
            raise AssertionError(f"no READY line but {line!r}, exit {self.process.returncode}\n{self.log_tail()}")
        self.ready = json.loads(line[len("READY "):])
        self.port = int(self.ready["url"].rsplit(":", 1)[1])
        if time.monotonic() - began > READY_WITHOUT_SERVICES - 0.5:
            self._wait_for_services()
        return self

    def _wait_for_services(self):
        """Ten seconds at most: a test may have none on purpose."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.get("/readyz").status == 200:
                    return
            time.sleep(0.05)

    def _read_line(self, seconds):
        end = time.monotonic() + seconds
        line = b""
        while not line.endswith(b"\n"):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                break
            piece = os.read(self.process.stdout.fileno(), 1)
            if not piece:
                break
            line += piece
        return line.decode("utf-8", "replace").rstrip("\n")

    # Talking

    def request(self, method, path, body=None, headers=None):
        """On a connection that belongs to the calling thread."""
        if not hasattr(self._clients, "client"):
            self._clients.client = Client(self.port)
        headers = dict(headers or {})
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        return self._clients.client.request(method, path, body, headers)

    def get(self, path, **headers):
        return self.request("GET", path, headers=headers)

    def post(self, path, body=None, **headers):
        return self.request("POST", path, body, headers)

    def put(self, path, body=None, **headers):
        return self.request("PUT", path, body, headers)

    def issue(self, user):
        return self.post(f"/api/v1/coupons/{user}/issue")

    def generate(self, count, **fields):
        answer = self.post("/api/v1/generate", {"count": count, **fields})
        assert answer.status == 201, answer
        return answer.json

    def status(self):
        answer = self.get("/api/v1/status")
        assert answer.status == 200, answer
        return answer.json

    def coupons(self, query=""):
        """All coupons, page by page."""
        items, after = [], ""
        while True:
            answer = self.get(f"/api/v1/coupons?limit=1000{query}{after}")
            assert answer.status == 200, answer
            page = answer.json
            items += page["items"]
            if page["next"] is None:
                return items
            after = f"&after={page['next']}"

    def redis(self):
        """A connection to the Redis that the READY line names."""
        return Redis(self.ready["redis"])

    # Ending

    def stop(self, number=signal.SIGTERM):
        """Asks it to end; returns its exit code. What it wrote to standard output after READY is in `rest`."""
        self.process.send_signal(number)
        return self.wait(STOP_DEADLINE)

    def wait(self, seconds):
        self.rest = self.process.communicate(timeout=seconds)[0]
        return self.process.returncode

    def kill(self):
        """As a power cut would."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def cleanup(self):
        if self.process is not None and self.process.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.kill()
        if self.process is not None and self.process.stdout:
            self.process.stdout.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def log_tail(self, lines=40):
        return "\n".join(self.log().splitlines()[-lines:])


def run_daemon(*options, environment=None, seconds=30, listen="127.0.0.1:0", data_dir=None):
    """Runs seonchakd when it is expected to end by itself: (exit code, standard output, standard error)."""
    home = tempfile.mkdtemp(prefix="sc-")
    command = [DAEMON]
    if listen:
        command += ["--listen", listen]
    command += ["--data-dir", data_dir or os.path.join(home, "d"), *options]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, cwd=home,
                              env=clean_environment(home, environment), check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def rush(daemon, users, threads=32):
    """Every user asks once, on `threads` connections at the same time. Returns [(user, Answer or exception)]."""
    def ask(user):
        try:
            return user, daemon.issue(user)
        except (OSError, http.client.HTTPException) as error:
            return user, error

    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        return list(pool.map(ask, users))


def tally(results):
    """How many answers of each kind: "VALID", "ALREADY", a problem's code, or an exception's name."""
    counts = collections.Counter()
    for _, answer in results:
        if isinstance(answer, Exception):
            counts[type(answer).__name__] += 1
        elif answer.status == 200:
            counts[answer.json["result"]] += 1
        else:
            counts[answer.code] += 1
    return counts


class Case(unittest.TestCase):
    """A test that owns daemons and other servers."""

    maxDiff = None

    def daemon(self, *options, **more):
        """A started daemon that ends with the test."""
        daemon = Daemon(*options, **more)
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        return daemon.start()

    def redis_server(self, *options, **more):
        server = RedisServer(*options, **more)
        self.addCleanup(server.cleanup)
        return server.start()

    def remember(self, daemon):
        """Its log is shown where the test fails."""
        self.__dict__.setdefault("daemons", []).append(daemon)

    @classmethod
    def share(cls, *options):
        """One daemon for all tests of a class, as cls.server. Call it from setUpClass."""
        cls.server = Daemon(*options)
        cls.addClassCleanup(cls.server.cleanup)
        cls.server.start()

    def revive(self):
        """Call it from setUp where the daemon is shared: a test that brought it down fails alone."""
        if self.server.process.poll() is not None:
            self.server.start()
        self.remember(self.server)

    def assert_problem(self, answer, status, code=None):
        """The answer is problem details of that status (and code), complete and consistent."""
        self.assertEqual(answer.status, status, answer)
        self.assertTrue(answer.headers.get("content-type", "").startswith("application/problem+json"), answer.headers)
        problem = answer.json
        for name in ("type", "title", "status", "detail", "instance", "code"):
            self.assertIn(name, problem, problem)
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["title"] and problem["detail"], problem)
        if code is not None:
            self.assertEqual(problem["code"], code, problem)
        return problem

    def assert_conserved(self, daemon, seconds=20):
        """Within that time the sentence of conservation holds and nothing is on its way any more."""
        def settled():
            status = daemon.status()
            stock = status["stock"]
            return status["stockKnown"] and stock["conserved"] and not stock["reserved"] and not stock["inDoubt"] and stock
        try:
            stock = eventually(settled, seconds)
        except AssertionError:
            self.fail(f"not settled after {seconds} s: {daemon.status()['stock']}")
        parts = sum(stock[name] for name in ("staged", "available", "reserved", "inDoubt", "issued", "void"))
        self.assertEqual(stock["generated"], parts, stock)
        return stock


class Result(unittest.TextTestResult):
    """Shows the logs of a failed test's daemons."""

    def _logs(self, test):
        for daemon in getattr(test, "daemons", []):
            self.stream.writeln(f"--- log of seonchakd {' '.join(daemon.options)}")
            self.stream.writeln(daemon.log_tail())

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._logs(test)

    def addError(self, test, err):
        super().addError(test, err)
        self._logs(test)


def main():
    if not os.access(DAEMON, os.X_OK):
        sys.exit(f"there is no program {DAEMON}")
    unittest.main(module="__main__", testRunner=unittest.TextTestRunner(resultclass=Result, verbosity=2))

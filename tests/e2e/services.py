# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers that tests start beside the program under test: each its own, on a free port or a Unix socket."""

import glob
import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request


def eventually(condition, seconds=10, message="it did not come true"):
    """Waits until condition() is true and returns its value; fails after that many seconds, with the message or with
    what it returns then."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"{message() if callable(message) else message} (after {seconds} s)")
        time.sleep(0.05)


class Promise:
    """What comes true within so many seconds. A machine that stalls may be late three times over in some case, but not in
    most of them: check() fails where the median is late."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.took = []

    def wait(self, condition, message="it did not come true"):
        began = time.monotonic()
        value = eventually(condition, 3 * self.seconds, message)
        self.took.append(time.monotonic() - began)
        return value

    def check(self):
        assert self.took and statistics.median(self.took) < self.seconds, f"promised within {self.seconds} s: {self.took}"


class Redis:
    """A connection to a Redis, by a unix:// or redis:// URL without a password."""

    def __init__(self, url):
        if url.startswith("unix://"):
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.settimeout(10)
            self.socket.connect(url[len("unix://"):].split("?")[0])
        else:
            host, port = url.split("@")[-1].removeprefix("redis://").split("/")[0].rsplit(":", 1)
            self.socket = socket.create_connection((host, int(port)), timeout=10)
        self.file = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.file.close()
        self.socket.close()

    def command(self, *arguments):
        parts = [str(argument).encode() if not isinstance(argument, bytes) else argument for argument in arguments]
        wire = b"*%d\r\n" % len(parts) + b"".join(b"$%d\r\n%s\r\n" % (len(part), part) for part in parts)
        self.socket.sendall(wire)
        return self._reply()

    def _reply(self):
        line = self.file.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionError("Redis has closed the connection")
        kind, rest = line[:1], line[1:-2]
        if kind == b"+":
            return rest.decode()
        if kind == b"-":
            raise RuntimeError(rest.decode())
        if kind == b":":
            return int(rest)
        if kind == b"$":
            if int(rest) < 0:
                return None
            return self.file.read(int(rest) + 2)[:-2].decode()
        return None if int(rest) < 0 else [self._reply() for _ in range(int(rest))]

    def stock(self, prefix="rudals"):
        return self.command("LRANGE", f"{prefix}:coupon:available", 0, -1)


def free_port():
    """A port of loopback that a server can leave and take again. It lies below the range from which the system gives
    ports to connections (ip_local_port_range): there, a connection of any other test may hold the port meanwhile."""
    while True:
        port = random.randrange(10000, 22000)  # a Redis Cluster adds 10,000 for its bus
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class RedisServer:
    """A redis-server of the test's own, on a free port of loopback."""

    def __init__(self, *options, port=None):
        self.port = port or free_port()
        self.options = options
        self.home = tempfile.mkdtemp(prefix="scr-")
        self.process = None

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}"

    def start(self):
        assert self.process is None or self.process.poll() is not None, "it runs already, and nobody would end it"
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--dir", self.home, "--save", "",
             "--daemonize", "no", *self.options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        eventually(self._answers, 10, "redis-server does not answer")
        return self

    def _answers(self):
        try:
            with Redis(self.url) as redis:
                redis.command("PING")
            return True
        except RuntimeError:
            return True  # it asks for a password: it is there
        except OSError:
            return False

    def kill(self):
        self.process.kill()
        self.process.wait()

    def cleanup(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.home, ignore_errors=True)


class Partner:
    """The test partner (core/lab/partner, started by tests/support): it speaks its part of the contract, and fails on demand."""

    def __init__(self, build_dir):
        self.program = os.path.join(build_dir, "tests", "partner_server")
        self.port = free_port()
        self.process = None

    def start(self):
        self.process = subprocess.Popen([self.program, "--port", str(self.port)], stdout=subprocess.PIPE)
        line = self.process.stdout.readline().decode()
        assert line.startswith("READY "), line
        self.url = json.loads(line[len("READY "):])["url"].rstrip("/")
        return self

    def _call(self, method, path, body=None):
        request = urllib.request.Request(self.url + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.loads(response.read() or b"null")

    def behave(self, mode, **more):
        """The names of modes and their members are those of partner_memory.h."""
        self._call("PUT", "/_control", {"mode": mode, **more})

    def holders(self):
        """{code: user}, as the partner remembers it."""
        return {code: entry["userId"] for code, entry in self._call("GET", "/_state")["codes"].items()}

    def calls(self, verb="POST"):
        return [call for call in self._call("GET", "/_state")["calls"] if call["verb"] == verb]

    def kill(self):
        self.process.kill()
        self.process.wait()

    def cleanup(self):
        if self.process is not None:
            if self.process.poll() is None:
                self.kill()
            self.process.stdout.close()


class Postgres:
    """A PostgreSQL of the test's own. It refuses to run as root, so root starts it as the user postgres."""

    def __init__(self):
        versions = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[-2]))
        assert versions, "there is no PostgreSQL here"
        self.bin = versions[-1]
        self.home = tempfile.mkdtemp(prefix="scp-")
        self.data = os.path.join(self.home, "data")
        self.port = free_port()
        self.process = None

    @property
    def url(self):
        return f"postgresql://postgres:trusted@127.0.0.1:{self.port}/postgres"

    def _command(self, program, *arguments):
        drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        return [*drop, os.path.join(self.bin, program), *arguments]

    def create(self):
        if os.getuid() == 0:
            shutil.chown(self.home, "postgres", "postgres")
        subprocess.run(self._command("initdb", "--no-sync", "--auth=trust", "--username=postgres", "-D", self.data),
                       check=True, stdout=subprocess.DEVNULL, cwd=self.home)
        return self

    def start(self):
        with open(os.path.join(self.home, "log"), "ab") as log:
            self.process = subprocess.Popen(
                self._command("postgres", "-D", self.data, "-k", self.home, "-h", "127.0.0.1", "-p", str(self.port)),
                stdout=log, stderr=log, cwd=self.home)
        ready = self._command("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port))

        def answers():
            assert self.process.poll() is None, f"PostgreSQL does not start:\n{self.log()[-2000:]}"
            return subprocess.run(ready, check=False, cwd=self.home).returncode == 0
        eventually(answers, 30, "PostgreSQL does not answer")
        return self

    def log(self):
        with open(os.path.join(self.home, "log"), encoding="utf-8", errors="replace") as file:
            return file.read()

    def kill(self):
        """At once, without a shutdown; the next start recovers."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()

    def cleanup(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.home, ignore_errors=True)

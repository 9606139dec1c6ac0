# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""As a service: what a service manager is told by the protocol of sd_notify(3), and what the journal reads."""

import ctypes
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from harness import DAEMON, SOURCE_DIR, Case, Daemon, clean_environment, main, run_daemon
from services import eventually, free_port

WATCHDOG_MS = 400


class Manager:
    """A service manager's notification socket."""

    def __init__(self, name=None):
        self.home = tempfile.mkdtemp(prefix="sn-")
        self.name = name or os.path.join(self.home, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + self.name[1:] if self.name.startswith("@") else self.name)
        self.heard = []

    def environment(self, **more):
        return {"NOTIFY_SOCKET": self.name, **more}

    def listen(self, seconds):
        """The lines of the next message; none within that time."""
        self.socket.settimeout(seconds)
        try:
            lines = self.socket.recv(65536).decode().splitlines()
        except (socket.timeout, BlockingIOError):
            return []
        self.heard += lines
        return lines

    def wait_for(self, start, seconds=20):
        """Until a line that starts so comes, from here on; returns it."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            for line in self.listen(left):
                if line.startswith(start):
                    return line
        raise AssertionError(f"no {start!r} but {self.heard}")

    def close(self):
        self.socket.close()
        shutil.rmtree(self.home, ignore_errors=True)


class ThreadStop:
    """Stops one thread of a process and lets all others run: what a loop that hangs looks like from outside."""

    SEIZE, INTERRUPT, DETACH = 0x4206, 0x4207, 17

    def __init__(self, thread):
        self.thread = thread
        self.libc = ctypes.CDLL(None, use_errno=True)
        self._ptrace(self.SEIZE)
        self._ptrace(self.INTERRUPT)
        os.waitpid(thread, 0x40000000)  # __WALL

    def _ptrace(self, request):
        if self.libc.ptrace(request, self.thread, None, None) != 0:
            raise OSError(ctypes.get_errno(), "ptrace")

    def resume(self):
        self._ptrace(self.DETACH)


def threads(process):
    """The threads of a process by name; the main one is "main"."""
    found = {}
    for thread in map(int, os.listdir(f"/proc/{process.pid}/task")):
        with open(f"/proc/{process.pid}/task/{thread}/comm", encoding="utf-8") as comm:
            found["main" if thread == process.pid else comm.read().strip()] = thread
    return found


class ManagedCase(Case):
    def manager(self, name=None):
        manager = Manager(name)
        self.addCleanup(manager.close)
        return manager


class NotifyTest(ManagedCase):
    def test_from_the_start_to_the_end(self):
        manager = self.manager()
        daemon = self.daemon(environment=manager.environment())
        manager.wait_for("READY=1")
        manager.wait_for(f"STATUS=issuing at http://127.0.0.1:{daemon.port}")
        self.assertEqual(daemon.get("/readyz").status, 200)
        self.assertEqual(daemon.post("/api/v1/issuing/pause").status, 200)
        manager.wait_for("STATUS=issuing is paused")
        daemon.post("/api/v1/issuing/resume")
        manager.wait_for("STATUS=issuing at")
        self.assertEqual(daemon.stop(), 0)
        manager.wait_for("STOPPING=1", 5)
        manager.wait_for("STATUS=ending", 5)
        self.assertFalse([line for line in manager.heard if line.startswith("WATCHDOG")])

    def test_not_ready_before_it_serves(self):
        manager = self.manager()
        daemon = self.daemon("--redis", f"redis://127.0.0.1:{free_port()}", environment=manager.environment())
        manager.wait_for("READY=1")
        self.assertEqual(daemon.get("/healthz").status, 200)
        self.assertIn("EXTEND_TIMEOUT_USEC=15000000", manager.heard)
        manager.wait_for("STATUS=not issuing: Redis: ")

    def test_an_abstract_socket(self):
        manager = self.manager(f"@seonchak-test-{os.getpid()}")
        self.daemon(environment=manager.environment())
        manager.wait_for("READY=1")

    def test_children_do_not_speak_in_our_name(self):
        manager = self.manager()
        real = shutil.which("redis-server")
        with open(os.path.join(manager.home, "redis-server"), "w", encoding="utf-8") as script:
            script.write(f'#!/bin/sh\nenv > "{manager.home}/environment"\nexec {real} "$@"\n')
        os.chmod(script.name, 0o755)
        self.daemon(environment=manager.environment(WATCHDOG_USEC="30000000",
                                                    PATH=f"{manager.home}:{os.environ['PATH']}"))
        with open(f"{manager.home}/environment", encoding="utf-8") as environment:
            names = [line.split("=")[0] for line in environment]
        self.assertIn("HOME", names)
        for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"):
            self.assertNotIn(name, names)

    def test_a_manager_that_is_gone(self):
        manager = self.manager()
        daemon = self.daemon(environment=manager.environment(WATCHDOG_USEC=str(WATCHDOG_MS * 1000)))
        manager.close()
        self.assertEqual(daemon.get("/readyz").status, 200)
        self.assertEqual(daemon.stop(), 0)

    def test_why_it_does_not_start(self):
        manager = self.manager()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            code, _, _ = run_daemon(listen=f"127.0.0.1:{port}", environment=manager.environment())
        self.assertEqual(code, 3)
        self.assertIn(str(port), manager.wait_for("STATUS=", 5))
        self.assertNotIn("READY=1", manager.heard)


class WatchdogTest(ManagedCase):
    def test_signs_of_life(self):
        manager = self.manager()
        self.daemon(environment=manager.environment(WATCHDOG_USEC=str(WATCHDOG_MS * 1000)))
        for _ in range(5):
            manager.wait_for("WATCHDOG=1")

    def test_the_watchdog_of_another_process(self):
        manager = self.manager()
        daemon = self.daemon(environment=manager.environment(WATCHDOG_USEC="1000", WATCHDOG_PID="1"))
        manager.wait_for("READY=1")
        daemon.post("/api/v1/issuing/pause")
        manager.wait_for("STATUS=issuing is paused")  # a thousand signs would have come by now
        self.assertNotIn("WATCHDOG=1", manager.heard)

    def test_any_loop_that_hangs_ends_them(self):
        manager = self.manager()
        daemon = self.daemon("--workers", "2",
                             environment=manager.environment(WATCHDOG_USEC=str(WATCHDOG_MS * 1000)))
        for name in ("http-0", "http-1", "engine", "stream", "main"):
            with self.subTest(loop=name):
                manager.wait_for("WATCHDOG=1")
                stopped = ThreadStop(threads(daemon.process)[name])
                try:
                    self.assertTrue(self.falls_silent(manager), f"{name} hangs, and signs of life still come")
                finally:
                    stopped.resume()
                manager.wait_for("WATCHDOG=1")
        self.assertEqual(daemon.get("/readyz").status, 200)

    @staticmethod
    def falls_silent(manager):
        """No sign comes for three times the manager's patience; those on their way are let pass."""
        for _ in range(4):
            heard = False
            end = time.monotonic() + 3 * WATCHDOG_MS / 1000
            while (left := end - time.monotonic()) > 0 and not heard:
                heard = "WATCHDOG=1" in manager.listen(left)
            if not heard:
                return True
        return False


class JournalTest(Case):
    """Lines as the journal reads them: their priority first, and no time of their own."""

    def logged(self, journal, *options):
        daemon = Daemon("--log-level", "debug", *options)
        with open(daemon.log_path, "wb") as log:
            stream = os.fstat(log.fileno())
        daemon.environment = {"JOURNAL_STREAM": journal.format(device=stream.st_dev, inode=stream.st_ino)}
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        daemon.start()
        self.assertEqual(daemon.stop(), 0)
        lines = daemon.log().splitlines()
        self.assertTrue(lines)
        return lines

    def test_priorities(self):
        lines = self.logged("{device}:{inode}")
        for line in lines:
            self.assertRegex(line, r"^<[3467]>[^<0-9]")
        self.assertTrue(any(line.startswith("<6>the store is mock") for line in lines), lines)

    def test_json(self):
        for line in self.logged("{device}:{inode}", "--log-format", "json"):
            self.assertRegex(line, r"^<[3467]>\{")
            self.assertEqual(set(json.loads(line[3:])), {"level", "message"})

    def test_another_stream_is_not_the_journal(self):
        for journal in ("{device}:1", "1:{inode}", "", "{device}", "x:y"):
            with self.subTest(journal=journal):
                for line in self.logged(journal):
                    self.assertRegex(line, r"^\d{4}-\d\d-\d\dT\S+Z (debug|info|warning|error): ")

    def test_what_ends_a_start_is_an_error(self):
        home = tempfile.mkdtemp(prefix="sj-")
        self.addCleanup(shutil.rmtree, home, True)
        with open(os.path.join(home, "log"), "w+b") as log:
            stream = os.fstat(log.fileno())
            environment = clean_environment(home, {"JOURNAL_STREAM": f"{stream.st_dev}:{stream.st_ino}",
                                                   "SEONCHAK_WORKER": "3"})
            done = subprocess.run([DAEMON, "--workers", "many"], stderr=log, timeout=30, env=environment, check=False)
            log.seek(0)
            lines = log.read().decode().splitlines()
        self.assertEqual(done.returncode, 2)
        self.assertEqual([line[:13] for line in lines], ["<3>seonchak: ", "<4>seonchak: "], lines)


class UnitTest(Case):
    """installers/seonchakd.service and seonchak.sysusers, judged by systemd's own tools."""

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="su-")
        self.addCleanup(shutil.rmtree, self.home, True)
        with open(os.path.join(SOURCE_DIR, "installers", "seonchakd.service"), encoding="utf-8") as file:
            self.text = file.read()
        self.unit = os.path.join(self.home, "seonchakd.service")
        with open(self.unit, "w", encoding="utf-8") as file:  # where the program is before it is installed
            file.write(self.text.replace("/usr/bin/seonchakd", DAEMON))

    def run_tool(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    def values(self, key):
        return [line.split("=", 1)[1] for line in self.text.splitlines() if line.startswith(key + "=")]

    def test_verify(self):
        self.assertEqual(self.run_tool("systemd-analyze", "verify", "--man=no", self.unit), (0, ""))

    def test_exposure(self):
        code, output = self.run_tool("systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=25",
                                     self.unit)
        self.assertEqual(code, 0, output)
        exposure = float(re.search(r"Overall exposure level.*: ([\d.]+)", output).group(1))
        self.assertLessEqual(exposure, 2.5, output)

    def test_the_promises_of_the_program_are_kept(self):
        self.assertEqual(self.values("Type"), ["notify"])
        self.assertGreater(int(self.values("TimeoutStopSec")[0]), 10)  # the drain
        self.assertTrue(self.values("WatchdogSec"))
        self.assertEqual(self.values("Restart"), ["on-failure"])
        self.assertEqual(self.values("RestartPreventExitStatus"), ["2"])
        for key in ("StateDirectory", "RuntimeDirectory", "ConfigurationDirectory", "User"):
            self.assertEqual(self.values(key), ["seonchak"])

    def test_the_command_line_is_taken(self):
        command = self.values("ExecStart")[0].replace("/usr/bin/seonchakd", DAEMON)
        config = os.path.join(self.home, "seonchakd.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write("workers=1\n")
        command = command.replace("%E/seonchak/seonchakd.conf", config).split() + ["--check-config"]
        self.assertEqual(self.run_tool(*command), (0, f"seonchak: the configuration is sound ({config})\n"))

    def call_sets(self):
        """systemd's sets of system calls: name → calls and names of other sets."""
        code, output = self.run_tool("systemd-analyze", "syscall-filter", "--no-pager")
        self.assertEqual(code, 0, output)
        sets = {}
        for line in output.splitlines():
            if line.startswith("@"):
                calls = sets.setdefault(line.strip(), [])
            elif line.startswith("    ") and not line.strip().startswith("#"):
                calls.append(line.strip())
        return sets

    def calls_of(self, name, sets):
        if not name.startswith("@"):
            return {name}
        return set().union(*(self.calls_of(one, sets) for one in sets[name]))

    def test_system_calls(self):
        """What the program and its Redis ask the kernel for in a life is allowed by the unit's filter."""
        sets = self.call_sets()
        allowed = set()
        for value in self.values("SystemCallFilter"):
            calls = set().union(*(self.calls_of(one, sets) for one in value.lstrip("~").split()))
            allowed = allowed - calls if value.startswith("~") else allowed | calls
        trace = os.path.join(self.home, "trace")
        daemon = Daemon("--store-failure-rate", "0")
        daemon.command = lambda: ["strace", "-f", "-qq", "-o", trace, *Daemon.command(daemon)]
        self.addCleanup(daemon.cleanup)
        daemon.start()
        eventually(lambda: daemon.get("/readyz").status == 200, 60, "it does not get ready under strace")
        daemon.generate(3)
        self.assertEqual(daemon.issue(1).status, 200)
        os.kill(daemon.ready["pid"], signal.SIGTERM)
        self.assertEqual(daemon.wait(60), 0)
        with open(trace, encoding="utf-8", errors="replace") as file:
            used = set(re.findall(r"^\d+ +(\w+)\(", file.read(), re.MULTILINE))
        if os.geteuid() == 0:
            used.discard("fchown")  # SQLite's, and root's alone
        self.assertIn("socket", used)
        self.assertEqual(used - allowed, set())

    def test_the_system_user(self):
        os.mkdir(os.path.join(self.home, "etc"))
        code, output = self.run_tool("systemd-sysusers", f"--root={self.home}",
                                     os.path.join(os.path.abspath(SOURCE_DIR), "installers", "seonchak.sysusers"))
        self.assertEqual(code, 0, output)
        with open(os.path.join(self.home, "etc", "passwd"), encoding="utf-8") as file:
            fields = file.read().strip().split(":")
        self.assertEqual((fields[0], fields[5], fields[6]), ("seonchak", "/var/lib/seonchak", "/usr/sbin/nologin"))
        self.assertLess(int(fields[2]), 1000)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An X server with a window manager of the test's own, and the desktop program on it, used by keyboard."""

import os
import re
import select
import shutil
import subprocess
import tempfile

from harness import BIN_DIR, clean_environment
from services import eventually

DESKTOP = os.path.join(BIN_DIR, "seonchak")


class Screen:
    def __init__(self, width=1280, height=720):
        self.size = f"{width}x{height}x24"
        self.home = tempfile.mkdtemp(prefix="sx-")
        self.started = []
        self.name = None

    def start(self):
        read, write = os.pipe()
        with open(os.path.join(self.home, "x.log"), "ab") as log:
            self._run(["Xvfb", "-displayfd", str(write), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset"], log, (write,))
            os.close(write)
            with os.fdopen(read) as told:
                self.name = ":" + told.readline().strip()
            self._run(["openbox", "--sm-disable"], log)
        eventually(lambda: self.tool("get_desktop").returncode == 0, 30, "openbox does not start")
        return self

    def _run(self, command, log, descriptors=()):
        self.started.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                             pass_fds=descriptors, env=self.environment()))

    def environment(self, extra=None):
        """With a home of its own, in Korean."""
        environment = clean_environment(self.home, {"LANG": "ko_KR.UTF-8", "XDG_RUNTIME_DIR": self.home})
        environment.pop("QT_QPA_PLATFORM", None)
        if self.name is not None:
            environment["DISPLAY"] = self.name
        environment.update(extra or {})
        return environment

    def tool(self, *arguments):
        return subprocess.run(["timeout", "10", "xdotool", *arguments], env=self.environment(), capture_output=True,
                              text=True, check=False)

    def picture(self, name):
        folder = os.environ.get("SEONCHAK_PICTURES_DIR")
        if folder:
            os.makedirs(folder, exist_ok=True)
            subprocess.run(["import", "-window", "root", os.path.join(folder, name)], env=self.environment(), check=True,
                           timeout=30)

    def cleanup(self):
        for process in reversed(self.started):
            process.kill()
            process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


class Desktop:
    """The desktop program on a screen."""

    def __init__(self, screen, *options, environment=None):
        self.screen = screen
        self.log_path = tempfile.mktemp(dir=screen.home, suffix=".log")
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen([DESKTOP, *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                            stderr=log, env=screen.environment(environment), cwd=screen.home)

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def window(self, title="."):
        """The window with this title, a regular expression; waits for it to have the keyboard."""
        def active():
            assert self.process.poll() is None, f"it has ended with {self.process.returncode}: {self.log()}"
            visible = self.screen.tool("search", "--onlyvisible", "--pid", str(self.process.pid)).stdout.split()
            found = [window for window in visible
                     if re.search(title, self.screen.tool("getwindowname", window).stdout.strip())]
            if not found:
                return None
            self.screen.tool("windowactivate", found[-1])
            return found[-1] if self.is_active(found[-1]) else None
        return eventually(active, 60, "it shows no window")

    def is_active(self, window):
        return self.screen.tool("getactivewindow").stdout.strip() == window

    def place(self, window):
        """Where the window stands, without its frame: x, y, width, height. (xdotool counts the frame twice.)"""
        told = subprocess.run(["xwininfo", "-id", window], env=self.screen.environment(), capture_output=True, text=True,
                              check=True, timeout=10).stdout
        values = dict(re.findall(r"(Absolute upper-left X|Absolute upper-left Y|Width|Height): +(-?\d+)", told))
        return tuple(int(values[name]) for name in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))

    def press(self, *keys):
        self.screen.tool("key", *keys)

    def ready(self):
        assert select.select([self.process.stdout], [], [], 120)[0], f"it says nothing: {self.log()}"
        line = self.process.stdout.readline().decode()
        assert line.startswith("READY "), f"{line!r}, {self.log()}"
        return line

    def ended(self):
        """Its exit code, once it has ended by itself."""
        eventually(lambda: self.process.poll() is not None, 30, "it does not end")
        return self.process.returncode

    def cleanup(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Restart now: a change is typed and saved in the window, the program ends in order and starts again in the same way, under
the same process id, with what was saved; nothing of the run before is left over."""

import glob
import contextlib
import json
import os
import signal
import sqlite3

from harness import Case, main
from screen import Desktop, Screen
from services import eventually


def children(pid):
    """Of all threads: each has those that it started itself."""
    found = []
    for path in glob.glob(f"/proc/{pid}/task/*/children"):
        with open(path, encoding="ascii") as file:
            found += file.read().split()
    return found


class RestartTest(Case):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.cleanup)
        self.screen.start()
        self.data_dir = os.path.join(self.screen.home, "d")
        self.config = os.path.join(self.screen.home, "desk.conf")

    def start(self, configuration="sale-name=Autumn\n"):
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(configuration)
        desktop = Desktop(self.screen, "--config", self.config, "--data-dir", self.data_dir, "--listen", "127.0.0.1:0")
        self.addCleanup(desktop.cleanup)
        desktop.ready()
        desktop.window()
        return desktop

    def change(self, desktop):
        """Types into the first field of the settings page, and saves; returns when the page has seen that it is saved."""
        desktop.press("ctrl+8")

        def saved():
            desktop.press("Tab")
            self.screen.tool("type", "x")
            desktop.press("ctrl+s")
            with contextlib.suppress(AssertionError):
                return eventually(is_told, 5)

        def is_told():
            return any(act == "settings" and result.startswith("done") for act, _, result in self.acts())
        eventually(saved, 60, "the keyboard does not reach the field")
        with open(self.config, encoding="utf-8") as file:
            self.assertNotIn("Autumn\n", file.read())

    def acts(self):
        with sqlite3.connect(os.path.join(self.data_dir, "seonchak.sqlite")) as book:
            rows = book.execute("SELECT action, detail, result FROM audit ORDER BY id").fetchall()
        book.close()
        return rows

    def test_it_starts_again_with_what_was_saved(self):
        desktop = self.start()
        self.change(desktop)
        self.screen.picture("restart-now.png")
        desktop.press("alt+n")
        told = json.loads(desktop.ready().removeprefix("READY "))
        self.assertEqual(told["pid"], desktop.process.pid)
        desktop.window()
        # One Redis, and it is the new one's: the lock, the socket and the private Redis were given back.
        self.assertEqual(len(children(desktop.process.pid)), 1)
        second = Desktop(self.screen, "--config", self.config, "--data-dir", self.data_dir, "--listen", "127.0.0.1:0")
        self.addCleanup(second.cleanup)
        self.assertEqual(second.ended(), 3)  # the data dir is held, and the window is raised
        desktop.window()
        desktop.press("ctrl+q")
        self.assertEqual(desktop.ended(), 0, desktop.log())
        acts = self.acts()
        self.assertEqual([act for act, _, _ in acts if act in ("start", "end", "crash")], ["start", "end"] * 2)
        detail = next(detail for act, detail, _ in acts if act == "settings")
        self.assertRegex(detail, "^changed: .*→")

    def test_a_signal_during_the_restart_ends_it(self):
        desktop = self.start()
        self.change(desktop)
        desktop.process.send_signal(signal.SIGSTOP)
        desktop.press("alt+n")
        desktop.process.send_signal(signal.SIGTERM)
        desktop.process.send_signal(signal.SIGCONT)
        self.assertEqual(desktop.ended(), 0, desktop.log())

    def test_sigterm_works_after_a_restart(self):
        desktop = self.start()
        self.change(desktop)
        desktop.press("alt+n")
        desktop.ready()
        desktop.process.terminate()
        self.assertEqual(desktop.ended(), 0, desktop.log())


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop as it is started from a menu: whatever keeps it from opening stands on the screen, a second start raises
the window, the window fits on a small screen and comes back as it was left."""

import json
import os
import socket
import sqlite3

from harness import Case, Daemon, main
from screen import Desktop, Screen
from services import Redis, eventually, free_port


class ScreenCase(Case):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.cleanup)
        self.screen.start()
        self.data_dir = os.path.join(self.screen.home, "d")

    def desktop(self, *options, listen="127.0.0.1:0", environment=None):
        desktop = Desktop(self.screen, "--data-dir", self.data_dir, "--listen", listen, *options, environment=environment)
        self.addCleanup(desktop.cleanup)
        return desktop

    def close(self, desktop):
        desktop.window()
        desktop.press("ctrl+q")
        self.assertEqual(desktop.ended(), 0, desktop.log())


class ProblemTest(ScreenCase):
    def assert_told(self, code, picture, desktop, *words):
        """A dialog stands there; Esc ends the program with this code, and standard error says the same."""
        window = desktop.window("cannot start|시작할 수 없")
        width, height = desktop.place(window)[2:]
        self.assertTrue(300 < width < 900 and 100 < height < 600, (width, height))
        self.screen.picture(picture)
        desktop.press("Escape")
        self.assertEqual(desktop.ended(), code, desktop.log())
        for word in words:
            self.assertIn(word, desktop.log())
        self.assertEqual(desktop.process.stdout.read(), b"")

    def test_a_broken_configuration(self):
        path = os.path.join(self.screen.home, "desk.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write("workers=many\nlogg-level=info\n")
        self.assert_told(2, "start-configuration.png", self.desktop("--config", path), "logg-level", "many")

    def test_no_redis_server(self):
        self.assert_told(3, "start-no-redis.png", self.desktop(environment={"PATH": "/nonexistent"}), "redis-server")

    def test_a_data_dir_that_a_daemon_holds(self):
        daemon = Daemon(data_dir=self.data_dir)
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        daemon.start()
        self.assert_told(3, "start-data-dir.png", self.desktop(), f"seonchakd, process {daemon.process.pid}")
        self.assertEqual(daemon.get("/readyz").status, 200)

    def test_a_data_dir_that_cannot_be(self):
        with open(self.data_dir, "w", encoding="utf-8"):
            pass
        self.assert_told(3, "start-no-data-dir.png", self.desktop(), self.data_dir)

    def test_a_book_of_a_newer_version(self):
        self.close(self.desktop())
        with sqlite3.connect(os.path.join(self.data_dir, "seonchak.sqlite")) as book:
            book.execute("INSERT INTO schema_version (version, applied_at) VALUES (99, 0)")
        book.close()
        self.assert_told(3, "start-newer.png", self.desktop(), "schema version 99")

    def test_foreign_keys(self):
        server = self.redis_server()
        with Redis(server.url) as redis:
            redis.command("RPUSH", "rudals:coupon:available", "A", "B")
        self.assert_told(3, "start-foreign.png", self.desktop("--redis", server.url), "--foreign-keys")
        with Redis(server.url) as redis:
            self.assertEqual(redis.stock(), ["A", "B"])

    def test_a_port_that_is_taken(self):
        port = free_port()
        with socket.create_server(("127.0.0.1", port)):
            self.assert_told(3, "start-port.png", self.desktop(listen=f"127.0.0.1:{port}"), str(port))

    def test_the_next_free_port_is_offered(self):
        port = free_port()
        with socket.create_server(("127.0.0.1", port)):
            desktop = self.desktop(listen=f"127.0.0.1:{port}")
            desktop.window("cannot start|시작할 수 없")
            desktop.press("Return")
            url = json.loads(desktop.ready().removeprefix("READY "))["url"]
            self.assertGreater(int(url.rsplit(":", 1)[1]), port)
            self.close(desktop)


class WindowTest(ScreenCase):
    def test_it_fits_on_a_small_screen(self):
        desktop = self.desktop()
        desktop.ready()
        window = desktop.window()
        x, y, width, height = desktop.place(window)
        self.screen.picture("desktop-1280x720.png")
        self.assertTrue(x >= 0 and y >= 0 and x + width <= 1280 and y + height <= 720, (x, y, width, height))
        self.close(desktop)

    def test_a_second_start_raises_the_window(self):
        desktop = self.desktop()
        desktop.ready()
        window = desktop.window()
        self.screen.tool("windowminimize", window)
        eventually(lambda: not desktop.is_active(window), 10, "it was not minimized")
        second = self.desktop()
        self.assertEqual(second.ended(), 3, second.log())
        eventually(lambda: desktop.is_active(window), 10, "the window was not raised")
        self.close(desktop)

    def test_a_window_that_was_killed_is_in_nobodys_way(self):
        desktop = self.desktop()
        desktop.ready()
        desktop.process.kill()
        desktop.process.wait()
        again = self.desktop()
        again.ready()
        window = again.window()
        self.screen.tool("windowminimize", window)
        second = self.desktop()
        self.assertEqual(second.ended(), 3, second.log())
        eventually(lambda: again.is_active(window), 10, "the window was not raised")
        self.close(again)

    def test_size_and_place_are_remembered(self):
        desktop = self.desktop()
        desktop.ready()
        window = desktop.window()
        self.screen.tool("windowsize", window, "1180", "670")
        self.screen.tool("windowmove", window, "40", "20")
        eventually(lambda: desktop.place(window)[2:] == (1180, 670), 10, "the window keeps its size")
        was = desktop.place(window)
        self.close(desktop)
        again = self.desktop()
        again.ready()
        self.assertEqual(again.place(again.window())[2:], was[2:])
        self.close(again)


if __name__ == "__main__":
    main()

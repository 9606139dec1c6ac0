# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The crash matrix: the saga is whole wherever its server is killed, and the documents' steps lose where they lose."""

import glob
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading

from harness import DAEMON, Case, clean_environment, main
from services import Postgres, eventually


class CrashMatrixCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="seonchak-crash-test-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.out = os.path.join(self.home, "out")

    def command(self, *options):
        return [DAEMON, "lab", "--crash-matrix", "--out", self.out, *options]

    def lab(self, *options, seconds=540):
        return subprocess.run(self.command(*options), env=clean_environment(self.home), cwd=self.home,
                              capture_output=True, text=True, timeout=seconds, check=False)

    def matrix(self):
        with open(os.path.join(self.out, "crash-matrix.json"), encoding="utf-8") as file:
            return json.load(file)

    def processes(self):
        return subprocess.run(["pgrep", "-f", self.out + "/.work"], capture_output=True, text=True,
                              check=False).stdout.split()


class CrashMatrixTest(CrashMatrixCase):
    def test_the_saga_is_whole_and_the_documents_steps_lose(self):
        done = self.lab("--strategies", "saga,redis-lpop-compensate")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        matrix = self.matrix()
        self.assertTrue(matrix["complete"])
        self.assertTrue(matrix["sagaWhole"])
        cells = {(cell["strategy"], cell["step"], cell["side"]): cell for cell in matrix["cells"]}
        self.assertEqual(len(cells), 26)
        for (strategy, step, side), cell in cells.items():
            if strategy == "saga":
                self.assertEqual(cell["verdict"], "whole", (step, side, cell))
                self.assertTrue(cell["conserved"], (step, side, cell))
        steps = "redis-lpop-compensate"
        for step, side in (("lpop", "after"), ("call-store", "before"), ("rpush", "before")):
            self.assertEqual((cells[steps, step, side]["lost"], cells[steps, step, side]["verdict"]), (1, "lost"))
        # Killed between the partner's yes and the user's key: the partner has what nobody else knows of.
        for step, side in (("call-store", "after"), ("set-user-key", "before")):
            self.assertGreaterEqual(cells[steps, step, side]["storeOnly"], 1)
        self.assertEqual(cells[steps, "write-row", "before"]["killed"], "ISSUED")
        for place in (("read-user-key", "before"), ("lpop", "before"), ("rpush", "after"), ("write-row", "after")):
            self.assertEqual(cells[(steps, *place)]["verdict"], "whole", place)
        with open(os.path.join(self.out, "crash-matrix.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertIn("온전함", page)
        self.assertNotIn("http", page.replace("http-equiv", ""))
        self.assertEqual(glob.glob(self.out + "/.work*"), [])
        self.assertEqual(self.processes(), [])

    def test_cancelled_it_leaves_nothing_behind(self):
        with subprocess.Popen(self.command("--strategies", "saga"), env=clean_environment(self.home), cwd=self.home,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as lab:
            eventually(self.processes, 20, "no server was started")
            lab.send_signal(signal.SIGINT)
            self.assertEqual(lab.wait(60), 1)
        self.assertFalse(self.matrix()["complete"])
        self.assertEqual(self.processes(), [])
        self.assertEqual(glob.glob(self.out + "/.work*"), [])

    def test_refuses_by_name(self):
        for options, word in ((("--strategies", "magic"), "magic"), (("--rate", "5"), "--rate"),
                              (("--redis", "http://x"), "--redis"), (("--database", "mysql://x"), "--database")):
            done = self.lab(*options, seconds=20)
            self.assertEqual(done.returncode, 2, (options, done.stderr))
            self.assertIn(word, done.stderr)
            self.assertFalse(os.path.exists(os.path.join(self.out, "crash-matrix.json")))


    def test_the_saga_and_the_locks_are_whole_on_postgresql(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create()
        postgres.start()
        done = self.lab("--strategies", "saga,db-pessimistic,db-optimistic", "--database", postgres.url)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        cells = self.matrix()["cells"]
        self.assertEqual(len(cells), 26)
        for cell in cells:
            self.assertEqual((cell["database"], cell["verdict"]), ("postgresql", "whole"), cell)


class StepsTest(Case):
    """What a server tells at its failpoints, and in which order."""

    def crossed(self, strategy, *options, status=200):
        home = tempfile.mkdtemp(prefix="seonchak-steps-")
        self.addCleanup(shutil.rmtree, home, True)
        path = os.path.join(home, "s")
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path)
            listener.listen(1)
            daemon = self.daemon("--strategy", strategy, "--failpoints", path, *options)
            connection, _ = listener.accept()
        lines = []

        def let_go():
            with connection.makefile("r", encoding="ascii") as reached:
                for line in reached:
                    _, number, user, step, side = line.split()
                    self.assertEqual(user, "42")
                    lines.append((step, side))
                    connection.sendall(f"go {number}\n".encode("ascii"))

        thread = threading.Thread(target=let_go)
        thread.start()
        daemon.generate(3)
        self.assertEqual(daemon.issue(42).status, status)
        daemon.stop()
        thread.join(20)
        connection.close()
        return lines

    def test_each_strategy_crosses_its_steps_in_order(self):
        pop = ("read-user-key", "lpop", "set-user-key", "write-row")
        called = ("read-user-key", "lpop", "call-store", "set-user-key", "write-row")
        for strategy, steps in (("user-cache", ("read-user-key", "save-coupon", "set-user-key")), ("redis-lpop", pop),
                                ("redis-lpop-lossy", called), ("redis-lpop-compensate", called),
                                ("db-pessimistic", ("lock-row", "mark-issued", "commit")),
                                ("db-optimistic", ("read-row", "mark-issued", "commit")),
                                ("saga", ("reserve", "call-store", "book-commit", "redis-commit"))):
            with self.subTest(strategy=strategy):
                self.assertEqual(self.crossed(strategy, "--store-failure-rate", "0"),
                                 [(step, side) for step in steps for side in ("before", "after")])

    def test_what_a_refusal_and_a_lost_answer_cross(self):
        for strategy, option, status, steps in (
                ("redis-lpop-compensate", "failure", 500, ("read-user-key", "lpop", "call-store", "rpush")),
                ("saga", "failure", 500, ("reserve", "call-store", "release")),
                ("saga", "unknown", 202, ("reserve", "call-store", "open-doubt", "mark-doubt"))):
            with self.subTest(strategy=strategy, option=option):
                rates = [f"--store-{name}-rate={1 if name == option else 0}" for name in ("failure", "unknown")]
                self.assertEqual(self.crossed(strategy, *rates, status=status),
                                 [(step, side) for step in steps for side in ("before", "after")])


if __name__ == "__main__":
    main()

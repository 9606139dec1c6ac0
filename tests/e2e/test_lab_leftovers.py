# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a lab leaves behind when it is interrupted, and what the next one takes away after it was killed: its own, and
nothing that merely has a similar name."""

import glob
import os
import shutil
import signal
import subprocess
import tempfile

from harness import DAEMON, Case, clean_environment, main
from services import Postgres, Redis, eventually, free_port

RUN = ("--strategies", "saga", "--requests", "40000", "--stock", "1000", "--rate", "400", "--repeat", "2",
       "--connections", "8", "--seed", "3")
SHORT = ("--strategies", "saga", "--requests", "20", "--stock", "10", "--rate", "max", "--repeat", "1",
         "--connections", "4")


def gone_pid():
    """The id of a process that was, and is no more."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


class LeftoversCase(Case):
    @classmethod
    def setUpClass(cls):
        cls.postgres = Postgres()
        cls.addClassCleanup(cls.postgres.cleanup)
        cls.postgres.create().start()

    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="seonchak-lab-left-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.redis = self.redis_server()

    def begin(self, out, *options):
        """A lab in the middle of its first run; (process, stores)."""
        lab = subprocess.Popen([DAEMON, "lab", "--out", os.path.join(self.home, out), *RUN, *options],
                               env=clean_environment(self.home), cwd=self.home, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        self.addCleanup(lab.wait)
        self.addCleanup(lab.kill)
        plans = os.path.join(self.home, out, "runs", "*", "plan.*")
        eventually(lambda: glob.glob(plans), 20, "the lab begins no run")
        return lab

    def lab(self, out, *options):
        return subprocess.run([DAEMON, "lab", "--out", os.path.join(self.home, out), *options],
                              env=clean_environment(self.home), cwd=self.home, capture_output=True, text=True,
                              timeout=300, check=False)

    def shared(self):
        return ("--database", self.postgres.url, "--redis", self.redis.url)

    def sql(self, statement):
        return subprocess.run(["psql", self.postgres.url, "-Atc", statement], capture_output=True, text=True,
                              timeout=20, check=True).stdout.split()

    def databases(self):
        return {name for name in self.sql("select datname from pg_database") if "seonchak-lab" in name}

    def keys(self):
        with Redis(self.redis.url) as redis:
            return set(redis.command("KEYS", "*"))

    def work(self, out):
        return glob.glob(os.path.join(self.home, out, ".work-*"))

    def servers(self):
        found = []
        for path in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                with open(path, "rb") as file:
                    line = file.read().decode(errors="replace")
            except OSError:
                continue
            if self.home in line and "--data-dir" in line:
                found.append(path)
        return found

    def family(self):
        """"seonchak-lab-MACHINE-", as the lab that runs now has it."""
        return next(iter(self.databases())).rsplit("-", 2)[0] + "-"

    def plant(self, family):
        """Names that begin or end like a lab's and are none; as databases and as keys."""
        pid = gone_pid()
        similar = {f"{family}{pid}", f"{family}{pid}-", f"{family}{pid}-0-backup", f"{family}{pid}x-0",
                   f"{family}{pid}-mine", f"my-{family}{pid}-0", f"{family}-{pid}-0",
                   f"{family}{os.getpid()}-0"}  # the last is of a process that lives
        for name in similar:
            self.sql(f'create database "{name}"')
            self.addCleanup(self.sql, f'drop database if exists "{name}"')
        keys = {name + ":coupon:available" for name in similar} | {"{" + f"my-{family}{pid}-0" + "}:coupon:available",
                                                                  f"{family}{pid}-0", "rudals:user:coupon:7"}
        with Redis(self.redis.url) as redis:
            for key in keys:
                redis.command("SET", key, "mine")
        return similar, keys


class InterruptedTest(LeftoversCase):
    def test_leaves_nothing_in_stores_of_others(self):
        lab = self.begin("out", *self.shared())
        databases, keys = self.plant(self.family())
        self.assertGreater(len(self.keys()), len(keys))
        self.assertEqual(len(self.databases()), len(databases) + 1)
        lab.send_signal(signal.SIGINT)
        self.assertEqual(lab.wait(30), 1)
        self.assertEqual((self.databases(), self.keys()), (databases, keys))
        self.assertEqual((self.work("out"), self.servers()), ([], []))

    def test_leaves_nothing_of_stores_of_its_own(self):
        lab = self.begin("out")
        lab.send_signal(signal.SIGINT)
        self.assertEqual(lab.wait(30), 1)
        self.assertEqual((self.work("out"), self.servers()), ([], []))
        self.assertEqual(glob.glob(os.path.join(self.home, "out", "runs", "*")), [])


class KilledTest(LeftoversCase):
    def end(self, lab):
        lab.kill()
        lab.wait(10)
        eventually(lambda: not self.servers(), 20, "the server outlived the lab")

    def test_the_next_takes_away_what_is_in_stores_of_others(self):
        lab = self.begin("out", *self.shared())
        databases, keys = self.plant(self.family())
        self.end(lab)
        self.assertEqual(len(self.databases()), len(databases) + 1)
        self.assertGreater(len(self.keys()), len(keys))
        done = self.lab("next", *SHORT, *self.shared())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.databases(), self.keys()), (databases, keys))

    def test_the_next_takes_away_what_is_in_the_directory(self):
        self.end(self.begin("out"))
        (left,) = self.work("out")
        self.assertNotEqual(os.listdir(left), [])
        # Not a lab's: somebody's files under such a name, and a process that lives.
        foreign = [os.path.join(self.home, "out", f".work-{gone_pid()}"),
                   os.path.join(self.home, "out", f".work-{os.getpid()}")]
        os.makedirs(os.path.join(foreign[0], "mine"))
        os.makedirs(foreign[1])
        done = self.lab("out", *SHORT)
        # The records of the unfinished runs are not ours to throw away.
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("not empty", done.stderr)
        self.assertEqual(set(self.work("out")), set(foreign))
        for path in (*foreign, os.path.join(self.home, "out", "runs")):
            shutil.rmtree(path)
        done = self.lab("out", *SHORT)
        self.assertEqual(done.returncode, 0, done.stderr)


class UnreachableTest(LeftoversCase):
    def test_is_refused_by_name_before_anything_runs(self):
        away = f"postgresql://somebody:secret@127.0.0.1:{free_port()}/none"
        done = self.lab("out", *SHORT, "--database", f"sqlite,{self.postgres.url},{away}")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("--database postgresql://somebody:", done.stderr)
        self.assertIn(away.rsplit("@", maxsplit=1)[1], done.stderr)
        self.assertNotIn("secret", done.stderr)
        self.assertNotIn("run 1 of", done.stderr)
        self.assertEqual(os.listdir(os.path.join(self.home, "out")), [])

    def test_so_is_a_user_who_may_not_create_databases(self):
        self.sql("create role weak login")
        self.addCleanup(self.sql, "drop role weak")
        weak = self.postgres.url.replace("postgres:trusted@", "weak@")
        done = self.lab("out", *SHORT, "--database", f"sqlite,{weak}")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("may not create databases", done.stderr)
        self.assertNotIn("run 1 of", done.stderr)


if __name__ == "__main__":
    main()

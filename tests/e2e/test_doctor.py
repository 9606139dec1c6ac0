# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`seonchakd doctor` before a sale: each planted fault is red (or yellow) with its cure, and a running sale feels nothing."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import threading

from harness import BUILD_DIR, Case, DAEMON, clean_environment, main, rush, tally
from pooler import Pooler
from services import Partner, Postgres, Redis

CHECKS = ["redis-reachable", "redis-version", "redis-role", "redis-eviction", "redis-persistence", "redis-commands",
          "redis-scripts", "redis-expiry", "redis-foreign", "redis-clock", "database-reachable", "database-writable",
          "database-schema", "database-unique", "database-pooler", "database-fsync", "partner-reachable", "disk-space",
          "disk-fsync", "descriptors", "config-file", "secrets", "port", "listen-token"]


class DoctorCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="sc-")
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.data_dir = os.path.join(self.home, "d")

    def run_doctor(self, *options, environment=None, listen="127.0.0.1:0"):
        command = [DAEMON, "doctor", "--data-dir", self.data_dir, "--listen", listen, *options]
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, text=True, check=False,
                              cwd=self.home, env=clean_environment(self.home, environment))

    def examine(self, *options, **more):
        """(exit code, {id: check}) of `doctor --json`, which must be whole."""
        done = self.run_doctor("--json", *options, **more)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual(set(report), {"ok", "checks"})
        self.assertEqual([check["id"] for check in report["checks"]], CHECKS)
        for check in report["checks"]:
            self.assertEqual(set(check), {"id", "status", "found", "cure"})
            self.assertIn(check["status"], ("ok", "warning", "failed", "skipped"))
            self.assertTrue(check["found"], check)
            if check["status"] in ("warning", "failed"):
                self.assertTrue(check["cure"], check)
        red = [check["id"] for check in report["checks"] if check["status"] == "failed"]
        self.assertEqual((report["ok"], done.returncode), (not red, 1 if red else 0))
        return done.returncode, {check["id"]: check for check in report["checks"]}

    def assert_red(self, ids, *options, words=(), **more):
        """These checks, and no other, are red; the first one says these words."""
        code, checks = self.examine(*options, **more)
        self.assertEqual(sorted(one for one, check in checks.items() if check["status"] == "failed"), sorted(ids), checks)
        self.assertEqual(code, 1)
        for word in words:
            self.assertIn(word, checks[ids[0]]["found"] + checks[ids[0]]["cure"])
        return checks

    def postgres(self):
        server = Postgres()
        self.addCleanup(server.cleanup)
        return server.create().start()

    def sold(self):
        """A data dir in which a sale took place."""
        daemon = self.daemon("--store-failure-rate", "0", data_dir=self.data_dir)
        daemon.generate(5)
        self.assertEqual(daemon.issue(1).json["result"], "VALID")
        self.assertEqual(daemon.stop(), 0)


class FitTest(DoctorCase):
    def test_nothing_there_yet(self):
        code, checks = self.examine()
        self.assertEqual(code, 0, checks)
        self.assertFalse(os.path.exists(self.data_dir))  # it makes nothing
        self.assertEqual(checks["redis-reachable"]["status"], "ok")
        self.assertEqual(checks["redis-commands"]["status"], "skipped")
        self.assertEqual(checks["database-schema"]["status"], "ok")

    def test_after_a_sale(self):
        self.sold()
        before = sorted(os.listdir(self.data_dir))
        code, checks = self.examine()
        self.assertEqual(code, 0, checks)
        for one in ("database-reachable", "database-writable", "database-schema", "database-unique"):
            self.assertEqual(checks[one]["status"], "ok", checks[one])
        self.assertEqual([name for name in sorted(os.listdir(self.data_dir)) if "doctor" in name], [])
        self.assertLessEqual(set(before), set(os.listdir(self.data_dir)))

    def test_all_servers_there(self):
        redis = self.redis_server("--appendonly", "yes")
        partner = Partner(BUILD_DIR).start()
        self.addCleanup(partner.cleanup)
        code, checks = self.examine("--redis", redis.url, "--database", self.postgres().url, "--store", partner.url)
        self.assertEqual(code, 0, checks)
        self.assertEqual([one for one in CHECKS if checks[one]["status"] == "failed"], [])
        for one in ("redis-version", "redis-role", "redis-eviction", "redis-persistence", "redis-commands", "redis-scripts",
                    "redis-expiry", "redis-foreign", "redis-clock", "database-writable", "database-pooler",
                    "partner-reachable"):
            self.assertEqual(checks[one]["status"], "ok", checks[one])
        with Redis(redis.url) as connection:
            self.assertEqual(connection.command("KEYS", "*"), [])
        self.assertEqual(partner.holders(), {})
        self.assertEqual(partner.calls("POST"), [])

    def test_a_pooler_is_seen(self):
        pooler = Pooler(self.postgres())
        self.addCleanup(pooler.cleanup)
        pooler.start()
        code, checks = self.examine("--database", pooler.url)
        self.assertEqual(code, 0, checks)
        self.assertIn("pooler shares", checks["database-pooler"]["found"])

    def test_a_running_sale_feels_nothing(self):
        daemon = self.daemon("--store-failure-rate", "0", data_dir=self.data_dir)
        daemon.generate(300)
        self.assertEqual(tally(rush(daemon, range(1, 51))), {"VALID": 50})
        stock = self.assert_conserved(daemon)
        with daemon.redis() as redis:
            keys = sorted(redis.command("KEYS", "*"))
            code, checks = self.examine(listen=f"127.0.0.1:{daemon.port}")
            self.assertEqual(code, 0, checks)
            self.assertIn("Seonchak", checks["port"]["found"])
            self.assertEqual(checks["redis-foreign"]["status"], "ok")
            self.assertIn("redis.sock", checks["redis-reachable"]["found"])
            self.assertEqual(sorted(redis.command("KEYS", "*")), keys)
        after = self.assert_conserved(daemon)
        self.assertEqual(after, stock)
        # And under load nobody is turned away.
        results = []
        load = threading.Thread(target=lambda: results.extend(rush(daemon, range(51, 251), threads=8)))
        load.start()
        self.assertEqual(self.examine(listen=f"127.0.0.1:{daemon.port}")[0], 0)
        load.join()
        self.assertEqual(tally(results), {"VALID": 200})
        self.assertEqual(self.assert_conserved(daemon)["issued"], 250)


class RedTest(DoctorCase):
    def test_redis(self):
        stock, user = "rudals:coupon:available", "rudals:user:coupon:7"
        mark = ("HSET", "rudals:coupon:stats", "generation", "1")
        cases = (
            (["redis-eviction"], "allkeys-lru", [("CONFIG", "SET", "maxmemory-policy", "allkeys-lru")]),
            (["redis-commands"], "LREM", [("ACL", "SETUSER", "default", "-lrem")]),
            (["redis-commands"], "RPUSH", [("ACL", "SETUSER", "default", "-rpush")]),
            (["redis-commands"], "SADD", [("ACL", "SETUSER", "default", "-sadd")]),
            (["redis-commands"], "EVALSHA", [("ACL", "SETUSER", "default", "-evalsha")]),
            (["redis-expiry", "redis-foreign"], stock, [mark, ("RPUSH", stock, "A"), ("EXPIRE", stock, 1000)]),
            (["redis-expiry", "redis-foreign"], user, [mark, ("SET", user, "A", "EX", 1000)]),
            (["redis-foreign"], "adopt", [("RPUSH", stock, "A")]),
            (["redis-foreign"], "1 user key(s), 1 other", [("SET", user, "A"), ("SADD", "rudals:coupon:stats", "x")]),
            (["redis-role", "redis-commands"], "min-replicas", [("CONFIG", "SET", "min-replicas-to-write", 1)]),
            (["redis-role", "redis-commands"], "replica of", [("REPLICAOF", "127.0.0.1", 1)]),
        )
        for ids, word, commands in cases:
            with self.subTest(commands=commands):
                redis = self.redis_server("--appendonly", "yes")
                with Redis(redis.url) as connection:
                    for command in commands:
                        connection.command(*command)
                self.assert_red(ids, "--redis", redis.url, words=[word])

    def test_foreign_keys_that_somebody_chose_are_a_warning(self):
        redis = self.redis_server("--appendonly", "yes")
        with Redis(redis.url) as connection:
            connection.command("RPUSH", "rudals:coupon:available", "A")
        for choice in ("adopt", "discard"):
            code, checks = self.examine("--redis", redis.url, "--foreign-keys", choice)
            self.assertEqual((code, checks["redis-foreign"]["status"]), (0, "warning"))
        code, checks = self.examine("--redis", redis.url, "--key-prefix", "shop")
        self.assertEqual((code, checks["redis-foreign"]["status"]), (0, "ok"))

    def test_what_a_start_would_make_of_the_keys(self):
        """The doctor's verdict, and then the start itself, on one Redis."""
        redis = self.redis_server("--appendonly", "yes")
        options = ("--redis", redis.url, "--store-failure-rate", "0")
        daemon = self.daemon(*options, data_dir=self.data_dir)
        daemon.generate(5)
        self.assertEqual(daemon.issue(1).json["result"], "VALID")
        self.assertEqual(daemon.stop(), 0)

        def verdict(*more):
            return self.examine(*options, *more)[1]["redis-foreign"]

        self.assertEqual(verdict()["status"], "ok")
        self.assertEqual(verdict("--strategy", "db-pessimistic")["status"], "warning")  # a start makes Redis anew
        mine = self.data_dir
        self.data_dir = os.path.join(self.home, "other")
        checks = self.assert_red(["redis-foreign"], *options, words=["another Seonchak book", "--data-dir"])
        self.assertIn("generation 1", checks["redis-foreign"]["found"])
        self.assertEqual(self.daemon(data_dir=self.data_dir).stop(), 0)  # with a Redis of its own: it has a number, too
        self.assert_red(["redis-foreign"], *options, words=["another Seonchak book"])
        self.data_dir = mine
        with Redis(redis.url) as connection:
            connection.command("DEL", "rudals:coupon:stats")
        self.assertIn("those of this book", verdict()["found"])
        self.assertEqual(verdict()["status"], "warning")
        daemon = self.daemon(*options, data_dir=mine)
        self.assertEqual(self.assert_conserved(daemon)["issued"], 1)
        self.assertEqual(daemon.stop(), 0)
        self.assertEqual(verdict()["status"], "ok")

    def test_no_aof_is_a_warning(self):
        code, checks = self.examine("--redis", self.redis_server().url)
        self.assertEqual((code, checks["redis-persistence"]["status"]), (0, "warning"))
        self.assertIn("appendonly yes", checks["redis-persistence"]["cure"])

    def test_redis_away(self):
        redis = self.redis_server("--requirepass", "right")
        checks = self.assert_red(["redis-reachable"], "--redis", f"redis://:wrong@127.0.0.1:{redis.port}")
        self.assertNotIn("wrong@", json.dumps(checks))
        for one in CHECKS[1:10]:
            self.assertEqual(checks[one]["status"], "skipped", checks[one])
        redis.kill()
        self.assert_red(["redis-reachable"], "--redis", redis.url)

    def test_no_redis_server_program(self):
        self.assert_red(["redis-reachable"], environment={"PATH": self.home}, words=["apt install redis-server"])

    def change(self, *statements):
        with sqlite3.connect(os.path.join(self.data_dir, "seonchak.sqlite")) as book:
            for statement in statements:
                book.execute(statement)
        book.close()

    def test_newer_schema(self):
        self.sold()
        self.change("INSERT INTO schema_version (version, applied_at) VALUES (99, 0)")
        self.assert_red(["database-schema"], words=["99", "newer program"])

    def test_older_schema_is_a_warning(self):
        self.sold()
        self.change("DELETE FROM schema_version WHERE version > 3")
        code, checks = self.examine()
        self.assertEqual((code, checks["database-schema"]["status"]), (0, "warning"))

    def test_no_unique_index(self):
        self.sold()
        self.change("ALTER TABLE issue RENAME TO former",
                    "CREATE TABLE issue (user_id INTEGER PRIMARY KEY, coupon_id INTEGER NOT NULL, reservation INTEGER,"
                    " issued_at INTEGER NOT NULL, reserved_at INTEGER)")
        self.assert_red(["database-unique"], words=["issue(coupon_id)"])

    def test_no_unique_index_on_postgresql(self):
        postgres = self.postgres()
        self.assertEqual(self.daemon("--database", postgres.url).stop(), 0)
        self.assertEqual(self.examine("--database", postgres.url)[1]["database-unique"]["status"], "ok")
        for sql in ("ALTER TABLE coupon DROP CONSTRAINT coupon_code_key",
                    "CREATE UNIQUE INDEX some_codes ON coupon (code) WHERE id > 5",  # not over all rows
                    "CREATE INDEX all_of_them ON coupon (code)"):
            subprocess.run([os.path.join(postgres.bin, "psql"), "-q", "-c", sql, postgres.url], check=True)
        self.assert_red(["database-unique"], "--database", postgres.url, words=["coupon(code)"])

    def test_a_database_that_takes_no_writes(self):
        postgres = self.postgres()
        self.assertEqual(self.daemon("--database", postgres.url).stop(), 0)
        sql = "ALTER DATABASE postgres SET default_transaction_read_only = on"
        subprocess.run([os.path.join(postgres.bin, "psql"), "-q", "-c", sql, postgres.url], check=True)
        self.assert_red(["database-writable"], "--database", postgres.url, words=["read-only"])

    def test_database_away(self):
        postgres = self.postgres()
        postgres.kill()
        checks = self.assert_red(["database-reachable"], "--database", postgres.url)
        self.assertNotIn("trusted", json.dumps(checks))
        self.assertEqual(checks["database-unique"]["status"], "skipped")
        os.mkdir(self.data_dir)
        with open(os.path.join(self.data_dir, "seonchak.sqlite"), "wb") as file:
            file.write(b"no database" * 1000)
        self.assert_red(["database-reachable"])

    def test_partner(self):
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            port = silent.getsockname()[1]
            self.assert_red(["partner-reachable"], "--store", f"http://127.0.0.1:{port}")  # refused
            silent.listen()
            self.assert_red(["partner-reachable"], "--store", f"http://127.0.0.1:{port}", "--store-timeout-ms", "300")
        self.assert_red(["partner-reachable"], "--sale-mode", "live", "--sale-name", "Autumn", words=["--store"])

    def test_port(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            self.assert_red(["port"], listen=f"127.0.0.1:{port}", words=["another program", "--listen"])
        self.assert_red(["listen-token", "port"], listen="192.0.2.1:8080")  # not an address of this machine

    def test_listen_without_a_token(self):
        self.assert_red(["listen-token"], listen="0.0.0.0:0", words=["--admin-token-file"])
        token = os.path.join(self.home, "token")
        with open(token, "w", encoding="ascii") as file:
            file.write("a-token-that-is-long-enough\n")
        os.chmod(token, 0o600)
        self.assertEqual(self.examine("--admin-token-file", token, listen="0.0.0.0:0")[0], 0)
        os.chmod(token, 0o644)
        self.assert_red(["secrets"], "--admin-token-file", token, words=["0644", "chmod 600"])

    def test_config_file(self):
        config = os.path.join(self.home, "c.ini")
        redis = self.redis_server("--requirepass", "right", "--appendonly", "yes")
        with open(config, "w", encoding="ascii") as file:
            file.write(f"redis=redis://:right@127.0.0.1:{redis.port}\n")
        os.chmod(config, 0o644)
        self.assert_red(["config-file"], "--config", config, words=["0644"])
        os.chmod(config, 0o600)
        self.assertEqual(self.examine("--config", config)[0], 0)
        secrets = os.path.join(self.home, "secrets.ini")
        with open(secrets, "w", encoding="ascii") as file:
            file.write("")
        os.chmod(secrets, 0o640)
        self.assert_red(["secrets"], "--config", config, words=["secrets.ini"])

    def test_few_descriptors(self):
        command = f"ulimit -n 256; exec {DAEMON} doctor --json --data-dir {self.data_dir} --listen 127.0.0.1:0"
        done = subprocess.run(["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, text=True,
                              check=False, env=clean_environment(self.home))
        checks = {check["id"]: check for check in json.loads(done.stdout)["checks"]}
        self.assertEqual((done.returncode, checks["descriptors"]["status"]), (1, "failed"))


class WordsTest(DoctorCase):
    def test_one_line_per_check_in_both_languages(self):
        redis = self.redis_server("--maxmemory-policy", "allkeys-lru")
        for environment, red, yellow, cure in (
                ({}, "red", "yellow", "and the same in redis.conf"),
                ({"LANG": "ko_KR.UTF-8"}, "빨강", "노랑", "redis.conf에도 적으세요"),
                ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "빨강", "노랑", "redis.conf에도 적으세요"),
                ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, "red", "yellow", "and the same in redis.conf")):
            with self.subTest(environment=environment):
                done = self.run_doctor("--redis", redis.url, environment=environment)
                self.assertEqual(done.returncode, 1, done.stderr)
                lines = done.stdout.splitlines()
                self.assertEqual([line.split()[1] for line in lines], CHECKS)
                eviction = next(line for line in lines if "redis-eviction" in line)
                self.assertTrue(eviction.startswith(red), eviction)
                self.assertIn(cure, eviction)
                self.assertTrue(next(line for line in lines if "redis-persistence" in line).startswith(yellow))

    def test_json_in_korean(self):
        _, checks = self.examine(environment={"LC_ALL": "ko_KR.UTF-8"})
        self.assertIn("접근할 수 있습니다", checks["listen-token"]["found"])

    def test_bad_usage(self):
        for options in (("--no-such-option",), ("--redis", "nonsense://"), ("--config", "/nowhere.ini"), ("word",)):
            with self.subTest(options=options):
                done = self.run_doctor(*options)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertTrue(done.stderr.startswith("seonchak: "), done.stderr)

    def test_options_from_the_environment(self):
        code, checks = self.examine(environment={"SEONCHAK_REDIS": "redis://127.0.0.1:1"})
        self.assertEqual((code, checks["redis-reachable"]["status"]), (1, "failed"))

    def test_help(self):
        done = self.run_doctor("--help")
        self.assertEqual(done.returncode, 0)
        self.assertIn("--json", done.stdout)
        done = subprocess.run([DAEMON, "--help"], capture_output=True, text=True, check=True)
        for word in ("seonchakd doctor", "seonchakd lab", "seonchakd verify"):
            self.assertIn(word, done.stdout)


if __name__ == "__main__":
    main()

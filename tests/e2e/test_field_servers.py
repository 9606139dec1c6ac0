# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases from the field: Redis and PostgreSQL as they are set up elsewhere. The names are those of field-cases."""

import concurrent.futures
import contextlib
import os
import shutil
import sqlite3
import subprocess
import time

from harness import main, run_daemon
from pooler import Pooler
from promises import CrashCase
from services import Postgres, Redis, eventually, free_port

NOTICED = 15  # seconds


class FieldCase(CrashCase):
    def postgres_server(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        return postgres.create().start()

    @staticmethod
    def sql(postgres, *statements, port=None):
        """Each statement by itself, as the superuser."""
        words = [word for statement in statements for word in ("-c", statement)]
        return subprocess.run([os.path.join(postgres.bin, "psql"), "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h",
                               "127.0.0.1", "-p", str(port or postgres.port), "-U", "postgres", "postgres", *words],
                              check=True, capture_output=True, text=True).stdout.strip()

    @staticmethod
    def ready(server):
        return server.get("/readyz").status == 200

    @staticmethod
    def gauge(server, name):
        lines = server.get("/metrics").body.decode().splitlines()
        return [line.split()[1] for line in lines if line.startswith(name + " ")]

    def assert_outage(self, server, service, words, user):
        """Within seconds it says why nothing can be issued, everywhere; and it takes no coupon."""
        def problem():
            answer = server.get("/readyz")
            found = answer.status == 503 and answer.json.get("outages")
            return found and words.lower() in found[0]["words"].lower() and answer
        answer = eventually(problem, NOTICED, lambda: f"no outage that says {words!r}: {server.get('/readyz')}")
        self.assertIn(words.lower(), self.assert_problem(answer, 503, "unavailable")["detail"].lower())
        outage = answer.json["outages"][0]
        self.assertEqual(outage["service"], service)
        self.assertEqual(self.gauge(server, "seonchak_ready"), ["0"])
        status = server.status()
        self.assertEqual(status["outages"][0]["words"], outage["words"])
        if not status["stockKnown"]:
            self.assertIsNone(status["stock"]["conserved"])
        refused = server.issue(user)
        self.assert_problem(refused, 503, "unavailable")
        self.assertIn("retry-after", refused.headers)
        def told():
            return [line for line in server.log().splitlines() if outage["words"] in line]
        eventually(told, 20, "the log does not name it")
        self.assertEqual(len(told()), 1, told())

    def assert_over(self, server, user):
        eventually(lambda: self.ready(server), NOTICED, lambda: f"it does not come back: {server.get('/readyz')}")
        self.assertEqual(self.gauge(server, "seonchak_ready"), ["1"])
        self.assertEqual(server.status()["outages"], [])
        answer = server.issue(user)
        self.assertEqual((answer.status, answer.json["result"]), (200, "VALID"), answer)


class RedisOutages(FieldCase):
    """F6"""

    def try_one(self, server, redis, words, breaks, mends, user):
        before = server.status()["stock"]["available"]
        with self.subTest(words=words, breaks=breaks):
            for command in breaks:
                redis.command(*command)
            self.assert_outage(server, "redis", words, user)
            for command in mends:
                redis.command(*command)
            self.assert_over(server, user)
            self.assertEqual(self.assert_conserved(server)["available"], before - 1)

    def test_f6_redis_takes_no_writes(self):
        store = self.redis_server()
        server = self.daemon("--redis", store.url, "--store-failure-rate", "0")
        server.generate(50)
        stock = "rudals:coupon:available"
        with Redis(store.url) as redis:
            self.try_one(server, redis, "READONLY", [("REPLICAOF", "127.0.0.1", 1)], [("REPLICAOF", "NO", "ONE")], 1)
            self.try_one(server, redis, "NOREPLICAS", [("CONFIG", "SET", "min-replicas-to-write", 1)],
                         [("CONFIG", "SET", "min-replicas-to-write", 0)], 2)
            self.try_one(server, redis, "OOM", [("CONFIG", "SET", "maxmemory", 1)], [("CONFIG", "SET", "maxmemory", 0)], 3)
            self.try_one(server, redis, "WRONGTYPE", [("RENAME", stock, "aside"), ("SET", stock, "x")],
                         [("RENAME", "aside", stock)], 4)
            self.try_one(server, redis, "WRONGTYPE", [("SET", "rudals:coupon:pending", "x")],
                         [("DEL", "rudals:coupon:pending")], 5)
            self.try_one(server, redis, "NOAUTH", [("CONFIG", "SET", "requirepass", "pw"), ("CLIENT", "KILL", "TYPE", "normal")],
                         [("CONFIG", "SET", "requirepass", "")], 6)

    def test_f6_a_permission_is_taken_away(self):
        store = self.redis_server()
        with Redis(store.url) as redis:
            redis.command("ACL", "SETUSER", "app", "on", ">pw", "~rudals:*", "&*", "+@all")
            server = self.daemon("--redis", f"redis://app:pw@127.0.0.1:{store.port}", "--store-failure-rate", "0")
            server.generate(50)
            for user, command in enumerate(("lpop", "hincrby", "hset", "hdel", "get", "set", "lindex", "evalsha", "rpush",
                                            "time", "del", "hscan"), 1):
                # Scripts alone use RPUSH; each version of Redis has its own words for what a script may not do.
                words = "RPUSH in a script" if command == "rpush" else f"'{command}'"
                self.try_one(server, redis, words, [("ACL", "SETUSER", "app", "-" + command)],
                             [("ACL", "SETUSER", "app", "+" + command)], user)

    def test_f6_permissions_missing_from_the_start(self):
        store = self.redis_server()
        with Redis(store.url) as redis:
            rights = ("~rudals:*", "&*", "-@all", "+@read", "+@write", "+@scripting", "+@connection")
            redis.command("ACL", "SETUSER", "app", "on", ">pw", *rights)
            server = self.daemon("--redis", f"redis://app:pw@127.0.0.1:{store.port}", "--store-failure-rate", "0")
            self.assert_outage(server, "redis", "NOPERM", 1)
            stock = server.status()["stock"]
            self.assertEqual((stock["available"], stock["conserved"]), (None, None))
            self.assertEqual(self.gauge(server, "seonchak_conserved"), ["Nan"])
            redis.command("ACL", "SETUSER", "app", "+time")
            eventually(lambda: self.ready(server), NOTICED)
            server.generate(1)
            self.assert_over(server, 1)

    def test_f6_redis_cannot_save(self):
        """A full or broken disk under Redis: it takes no writes after a snapshot that failed."""
        store = self.redis_server("--save", "3600 1")
        in_the_way = os.path.join(store.home, "dump.rdb")
        server = self.daemon("--redis", store.url, "--store-failure-rate", "0")
        server.generate(5)
        with Redis(store.url) as redis:
            def saved(state):
                if "rdb_bgsave_in_progress:0" in redis.command("INFO", "persistence"):
                    with contextlib.suppress(RuntimeError):  # one may be under way by itself
                        redis.command("BGSAVE")
                return f"rdb_last_bgsave_status:{state}" in redis.command("INFO", "persistence")
            with contextlib.suppress(FileNotFoundError):
                os.remove(in_the_way)
            os.mkdir(in_the_way)
            eventually(lambda: saved("err"), 20, "the snapshot does not fail")
            self.assert_outage(server, "redis", "MISCONF", 1)
            os.rmdir(in_the_way)
            eventually(lambda: saved("ok"), 20, "the snapshot does not succeed")
            self.assert_over(server, 1)
        self.assertEqual(self.assert_conserved(server)["issued"], 1)

    def test_f6_redis_is_not_there(self):
        store = self.redis_server()
        server = self.daemon("--redis", store.url, "--store-failure-rate", "0")
        server.generate(5)
        store.kill()
        self.assert_outage(server, "redis", "refused", 1)
        store.start()
        self.assert_over(server, 1)
        eventually(lambda: "Redis takes writes again" in server.log(), 20, "the log does not tell the end of it")


class DatabaseOutages(FieldCase):
    """F6"""

    def test_f6_sqlite(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(10)
        book = os.path.join(server.data_dir, "seonchak.sqlite")
        with contextlib.closing(sqlite3.connect(book, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            self.assert_outage(server, "database", "database is locked", 1)
            other.execute("ROLLBACK")
            self.assert_over(server, 1)
            other.execute("ALTER TABLE issue RENAME TO elsewhere")
            self.assert_outage(server, "database", "no such table", 2)
            other.execute("ALTER TABLE elsewhere RENAME TO issue")
            self.assert_over(server, 2)
        self.assertEqual(self.assert_conserved(server)["issued"], 2)

    def test_f6_postgresql(self):
        postgres = self.postgres_server()
        self.sql(postgres, "CREATE ROLE app LOGIN", "GRANT CREATE, USAGE ON SCHEMA public TO app")
        store = self.redis_server()
        url = f"postgresql://app@127.0.0.1:{postgres.port}/postgres"
        server = self.daemon("--redis", store.url, "--database", url, "--store-failure-rate", "0")
        server.generate(10)
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'"
        cases = [
            ("read-only transaction", ["ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()"],
             ["SET default_transaction_read_only = off; ALTER SYSTEM RESET default_transaction_read_only",
              "SELECT pg_reload_conf()"]),
            ("permission denied", ["REVOKE INSERT ON issue FROM app"], ["GRANT INSERT ON issue TO app"]),
            ("not permitted to log in", ["ALTER ROLE app NOLOGIN", cut], ["ALTER ROLE app LOGIN"]),
        ]
        for user, (words, breaks, mends) in enumerate(cases, 1):
            with self.subTest(words=words):
                self.sql(postgres, *breaks)
                self.assert_outage(server, "database", words, user)
                for mend in mends:
                    subprocess.run([os.path.join(postgres.bin, "psql"), "-X", "-q", "-h", "127.0.0.1", "-p",
                                    str(postgres.port), "-U", "postgres", "postgres"], check=True, text=True,
                                   input=mend.replace("; ", ";\n") + ";\n", capture_output=True)
                self.assert_over(server, user)
        self.assertEqual(self.assert_conserved(server)["issued"], len(cases))


    def test_f6_a_hot_standby(self):
        """What a fail-over leaves behind the old address: a PostgreSQL that only reads, until it is promoted."""
        postgres = self.postgres_server()
        store = self.redis_server()
        server = self.daemon("--redis", store.url, "--database", postgres.url, "--store-failure-rate", "0")
        server.generate(5)
        self.assertEqual(server.issue(1000).status, 200)
        postgres.kill()
        sign = os.path.join(postgres.data, "standby.signal")
        with open(sign, "w", encoding="utf-8"):
            pass
        if os.getuid() == 0:
            shutil.chown(sign, "postgres", "postgres")
        postgres.start()
        self.assert_outage(server, "database", "read-only transaction", 1)
        self.sql(postgres, "SELECT pg_promote()")
        self.assert_over(server, 1)
        self.assertEqual(self.assert_conserved(server)["issued"], 2)


class IdleConnections(FieldCase):
    """F22"""

    def test_f22_redis_closes_idle_connections(self):
        store = self.redis_server("--timeout", "1")
        server = self.daemon("--redis", store.url, "--store-failure-rate", "0", "--workers", "2")
        server.generate(50)
        answers = []
        for user in range(1, 16):
            time.sleep(1.0 + 0.4 * (user % 4))  # the pauses are the input
            answers.append(server.issue(user).status)
        self.assertEqual(answers, [200] * 15)
        self.assert_conserved(server)

    def test_f22_client_kill(self):
        for strategy in ("saga", "redis-lpop"):
            with self.subTest(strategy=strategy):
                store = self.redis_server()
                server = self.daemon("--redis", store.url, "--store-failure-rate", "0", "--strategy", strategy)
                server.generate(50)
                with Redis(store.url) as redis:
                    for user in range(1, 31):
                        time.sleep(0.4)  # the input: a connection that idled, not one that was made a moment ago
                        redis.command("CLIENT", "KILL", "TYPE", "normal")
                        answer = server.issue(user)
                        if strategy == "redis-lpop" and answer.status == 503:
                            # The documents' steps never repeat an LPOP that may have run.
                            eventually(lambda: self.ready(server), 5)
                            answer = server.issue(user)
                        self.assertEqual(answer.status, 200, f"user {user}: {answer}")
                        eventually(lambda: self.ready(server), 5)
                self.assertEqual(self.assert_conserved(server)["issued"], 30)

    def test_f22_postgresql_closes_idle_connections(self):
        postgres = self.postgres_server()
        store = self.redis_server()
        server = self.daemon("--redis", store.url, "--database", postgres.url, "--store-failure-rate", "0")
        server.generate(50)
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'seonchak'"
        for user in range(1, 21):
            self.sql(postgres, cut)
            self.assertEqual(server.issue(user).status, 200)
            self.sql(postgres, cut)
            self.assertEqual(server.issue(user).json["result"], "ALREADY")
            self.assertEqual(server.get(f"/api/v1/users/{user}").status, 200)
        self.assertEqual(self.assert_conserved(server)["issued"], 20)
        self.assertNotIn("not issuing", server.log())


class Poolers(FieldCase):
    """F2"""

    def pooler(self, postgres, mode, **settings):
        pooler = Pooler(postgres, mode, **settings)
        self.addCleanup(pooler.cleanup)
        return pooler.start()

    def assert_both_issue(self, first, second):
        first.generate(300)

        def ask(server, user):
            answer = server.issue(user)
            known = server.get(f"/api/v1/users/{user}")
            return answer.status, known.status, known.json.get("verdict")

        with concurrent.futures.ThreadPoolExecutor(32) as pool:
            asked = [pool.submit(ask, first if user <= 100 else second, user) for user in range(1, 201)]
            answers = [one.result() for one in asked]
        self.assertEqual(answers, [(200, 200, "ISSUED")] * 200)
        stock = self.assert_conserved(second)
        self.assertEqual((stock["issued"], stock["available"]), (200, 100))
        trail = first.get("/api/v1/audit?limit=1000").json["items"]
        self.assertNotIn("set-aside", {entry["action"] for entry in trail})

    def test_f2_two_servers_behind_a_pooler(self):
        postgres = self.postgres_server()
        for mode, size in (("transaction", 3), ("transaction", 1), ("session", 20)):
            with self.subTest(mode=mode, size=size):
                pooler = self.pooler(postgres, mode, default_pool_size=size)
                self.sql(postgres, f"CREATE DATABASE d{mode[0]}{size}")
                url = pooler.url.rsplit("/", 1)[0] + f"/d{mode[0]}{size}"
                store = self.redis_server()
                options = ("--redis", store.url, "--database", url, "--store-failure-rate", "0")
                self.assert_both_issue(self.daemon(*options), self.daemon(*options))

    def test_f2_settings_of_others(self):
        """Another program leaves settings and statements behind in the pooler's connections."""
        postgres = self.postgres_server()
        pooler = self.pooler(postgres, "transaction", default_pool_size=2)
        server = self.daemon("--database", pooler.url, "--store-failure-rate", "0")
        server.generate(40)
        for user in range(1, 41):
            self.sql(postgres, "SET synchronous_commit = off", "SET lock_timeout = 1",
                     f"PREPARE qpsqlpstmt_{user:x} AS SELECT 1", port=pooler.port)
            self.assertEqual(server.issue(user).json.get("result"), "VALID")
        left = self.sql(postgres, "SELECT count(*) FROM pg_prepared_statements WHERE name NOT LIKE 'qpsqlpstmt%'",
                        port=pooler.port)
        self.assertEqual(left, "0")
        self.assertEqual(self.assert_conserved(server)["issued"], 40)

    def test_f2_statement_mode_is_refused(self):
        postgres = self.postgres_server()
        pooler = self.pooler(postgres, "statement")
        code, out, log = run_daemon("--database", pooler.url)
        self.assertEqual((code, out), (3, ""), log)
        self.assertIn("session or transaction pooling", log)

    def test_f2_a_pooler_is_put_in_place_later(self):
        postgres = self.postgres_server()
        store = self.redis_server()
        options = ("--redis", store.url, "--database", postgres.url, "--store-failure-rate", "0")
        first, second = self.daemon(*options), self.daemon(*options)
        first.generate(5)
        self.assertEqual(first.issue(1000).status, 200)
        place = postgres.port
        postgres.kill()
        postgres.port = free_port()
        postgres.start()
        pooler = Pooler(postgres, "transaction", port=place)
        self.addCleanup(pooler.cleanup)
        pooler.start()
        for server in (first, second):
            eventually(lambda server=server: self.ready(server), NOTICED)
        for user in range(1, 5):
            self.assertEqual((first if user % 2 else second).issue(user).status, 200)


class CloudUrls(FieldCase):
    """U7"""

    def test_u7_what_libpq_takes(self):
        postgres = self.postgres_server()
        place = f"127.0.0.1:{postgres.port}"
        self.sql(postgres, "CREATE SCHEMA \"my shop\"", "CREATE ROLE kim LOGIN SUPERUSER PASSWORD 'x'")
        common = "sslmode=prefer&channel_binding=prefer&target_session_attrs=read-write&connect_timeout=3&keepalives_idle=30"
        for url in (f"postgres://kim:p%40ss%3Bw%27rd@{place}/postgres?{common}&options=-c%20search_path%3D%22my%5C%20shop%22",
                    f"postgresql://kim:p%40ss%3Bw%27rd@127.0.0.1:1,{place}/postgres?{common}",
                    f"postgresql:///postgres?host={postgres.home}&port={postgres.port}&user=kim&password=p%40ss%3Bw%27rd"):
            with self.subTest(url=url):
                server = self.daemon("--database", url, "--store-failure-rate", "0")
                for text in (server.log(), str(server.ready), str(server.status())):
                    self.assertNotIn("p@ss;w'rd", text)
                    self.assertNotIn("p%40ss", text)
        tables = self.sql(postgres, "SELECT schemaname FROM pg_tables WHERE tablename = 'issue' ORDER BY 1")
        self.assertEqual(tables.split(), ["my", "shop", "public"])

    def test_u7_libpqs_own_words(self):
        postgres = self.postgres_server()
        for option, words in (("colour=red", 'invalid connection option "colour"'),
                              ("sslmode=perhaps", 'invalid sslmode value: "perhaps"'),
                              ("target_session_attrs=x", 'invalid target_session_attrs value: "x"')):
            with self.subTest(option=option):
                code, out, log = run_daemon("--database", f"{postgres.url}?{option}")
                self.assertEqual((code, out), (3, ""), log)
                self.assertIn(words, log)
                self.assertNotIn("trusted", log)


class Pauses(FieldCase):
    """Issue 8, section 7, number 4"""

    def test_a_pause_is_heard_while_redis_is_away(self):
        postgres = self.postgres_server()
        store = self.redis_server()
        options = ("--redis", store.url, "--database", postgres.url, "--strategy", "db-pessimistic")
        first, second = self.daemon(*options), self.daemon(*options)
        first.generate(10)
        store.kill()
        self.assertEqual(second.issue(1).status, 200)
        self.assertEqual(first.post("/api/v1/issuing/pause").status, 200)
        eventually(lambda: second.issue(2).code == "paused", 6, "the other server goes on issuing")
        self.assertEqual(first.post("/api/v1/issuing/resume").status, 200)
        eventually(lambda: second.issue(3).status == 200, 6, "the other server does not go on")


if __name__ == "__main__":
    main()

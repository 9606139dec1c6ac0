# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Named tokens: who may do what over REST, from the command line to the trail, while servers run."""

import contextlib
import itertools
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time

from harness import DAEMON, Case, Client, Daemon, clean_environment, main, run_daemon
from services import Postgres, Promise, eventually
from test_stream import Stream

TAKES_EFFECT = Promise(2)
PATIENCE = 3 * TAKES_EFFECT.seconds
ROLES = ("viewer", "operator", "admin", "issuer")
LOOKS = ("/api/v1/coupons", "/api/v1/coupons/1", "/api/v1/coupons/1/life", "/api/v1/coupons/void", "/api/v1/users/1",
         "/api/v1/doubts", "/api/v1/redis/foreign", "/api/v1/audit", "/api/v1/webhooks",
         "/api/v1/events", "/api/v1/history", "/api/v1/desk")
OPEN = ("/api/v1/status", "/api/v1/sale", "/metrics", "/healthz", "/readyz", "/openapi.json")
# What it takes, and the statuses with which it says that the role sufficed.
OPERATES = (("POST", "/api/v1/generate", {"count": 1}), ("POST", "/api/v1/coupons/add", {"code": ""}),
            ("PUT", "/api/v1/coupons/9999999", {"code": "X"}), ("POST", "/api/v1/coupons/push", None),
            ("POST", "/api/v1/issuing/pause", None), ("POST", "/api/v1/issuing/resume", None),
            ("POST", "/api/v1/doubts/7/ask", None), ("POST", "/api/v1/doubts/7/issued", None),
            ("POST", "/api/v1/doubts/7/restore", None), ("POST", "/api/v1/webhooks/7/send", None),
            ("PUT", "/api/v1/sale", {"opensAt": None}))
ADMINISTERS = (("DELETE", "/api/v1/coupons/9999999", None), ("POST", "/api/v1/coupons/void", None),
               ("POST", "/api/v1/redis/foreign", {"choice": "adopt"}))


def tearDownModule():
    if TAKES_EFFECT.took:  # A single test may need none.
        TAKES_EFFECT.check()


class TokenCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="tk-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.data_dir = os.path.join(self.home, "data")
        self.database = ()

    def start(self, *options, **more):
        return self.daemon("--store-failure-rate", "0", *self.database, *options, data_dir=self.data_dir, **more)

    def command(self, *words, options=None, environment=None, **more):
        options = ("--data-dir", self.data_dir, *self.database) if options is None else options
        return subprocess.run([DAEMON, "token", *words, *options], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=30, check=False, cwd=self.home, env=clean_environment(self.home, environment), **more)

    def add(self, name, role, **more):
        done = self.command("add", name, "--role", role, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"\A\S+\n\Z")
        return done.stdout.strip()

    def revoke(self, name):
        done = self.command("revoke", name)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)

    def listed(self):
        done = self.command("list", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return {one["name"]: one for one in json.loads(done.stdout)["tokens"]}

    def assert_refused(self, done, code, *words):
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        said = done.stderr.splitlines()
        self.assertEqual(len(said), 1, done.stderr)
        for word in words:
            self.assertIn(word, said[0])

    @staticmethod
    def ask(server, token, method="GET", path="/api/v1/desk", body=None, **headers):
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return server.request(method, path, body, headers)

    def becomes(self, server, token, status, path="/api/v1/desk"):
        """Within the promised time the answer has this status, and with a token not because nobody asks for one."""
        def so():
            answer = self.ask(server, token, path=path)
            return answer.status == status and not (token and status == 200 and answer.json.get("name") == "local") and answer
        return TAKES_EFFECT.wait(so, f"{path} did not become {status}")


class CommandTest(TokenCase):
    def test_before_any_server_ran(self):
        self.assertEqual(self.listed(), {})
        token = self.add("kim", "admin")
        self.assertEqual(os.stat(self.data_dir).st_mode & 0o777, 0o700)
        server = self.start()
        self.assertEqual(self.ask(server, None).status, 401)
        self.assertEqual(self.ask(server, token).json["name"], "kim")

    def test_only_the_hash_is_kept(self):
        server = self.start()
        tokens = [self.add(f"kim{number}", "viewer") for number in range(3)]
        self.assertEqual(len(set(tokens)), 3)
        self.becomes(server, tokens[0], 200)
        self.ask(server, tokens[0] + "x")
        server.stop()
        for folder, _, files in os.walk(self.data_dir):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read()
                for token in tokens:
                    self.assertNotIn(token.encode(), content, name)
        for token in tokens:
            self.assertNotIn(token, server.log())

    def test_the_list(self):
        before = time.time()
        server = self.start()
        token = self.add("김 민수", "operator")
        self.add("lee", "issuer")
        text = self.command("list").stdout.splitlines()
        self.assertEqual([line.split()[-3:][0] for line in text[1:]], ["issuer", "operator"])
        self.assertTrue(all("never" in line for line in text[1:]), text)
        self.becomes(server, token, 200)
        used = eventually(lambda: self.listed()["김 민수"]["lastUsedAt"], 10, "the use is not written")
        self.assertGreaterEqual(used, time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(before)))
        self.assertIsNone(self.listed()["lee"]["lastUsedAt"])
        self.assertNotIn(token, self.command("list").stdout + self.command("list", "--json").stdout)

    def test_names_that_are_none(self):
        self.add("kim", "viewer")
        for name in ("", "x" * 65, "a\nb", "a\tb", "a\x1bb", " a", "kim (203.0.113.9)", "kim", "KIM", "--", "-kim"):
            with self.subTest(name=name):
                self.assert_refused(self.command("add", name, "--role", "viewer"), 2)
        self.assert_refused(self.command("add", "lee", "--role", "king"), 2, "viewer, operator, admin, issuer")
        self.assert_refused(self.command("add", "lee"), 2, "--role")
        self.assert_refused(self.command("revoke", "lee"), 2, "no token named \"lee\"")
        self.assert_refused(self.command("rename", "kim"), 2, "add, list, revoke")
        self.assert_refused(self.command("list", "--no-such-option"), 2, "no-such-option")
        self.assertEqual(list(self.listed()), ["kim"])

    def test_the_help(self):
        done = self.command("--help")
        self.assertEqual(done.returncode, 0)
        for word in (*ROLES, "add", "list", "revoke"):
            self.assertIn(word, done.stdout)

    def test_config_and_environment(self):
        config = os.path.join(self.home, "c.ini")
        with open(config, "w", encoding="ascii") as file:
            file.write(f"data-dir={self.data_dir}\nlisten=0.0.0.0:0\n")
        self.add("kim", "viewer", options=("--config", config))
        self.add("lee", "viewer", options=(), environment={"SEONCHAK_DATA_DIR": self.data_dir})
        self.assertEqual(list(self.listed()), ["kim", "lee"])

    def test_a_newer_or_an_older_book(self):
        self.start().stop()
        path = os.path.join(self.data_dir, "seonchak.sqlite")
        with contextlib.closing(sqlite3.connect(path)) as book, book:
            book.execute("INSERT INTO schema_version (version, applied_at) VALUES (99, 0)")
        self.assert_refused(self.command("add", "kim", "--role", "viewer"), 3, "newer program")
        with contextlib.closing(sqlite3.connect(path)) as book, book:
            book.execute("DELETE FROM schema_version WHERE version >= 8")
            book.execute("DROP TABLE token")
        token = self.add("kim", "viewer")
        self.assertEqual(self.ask(self.start(), token).json["role"], "viewer")

    def test_no_database(self):
        done = self.command("add", "kim", "--role", "viewer", options=("--data-dir", self.data_dir, "--database",
                                                                       "postgresql://nobody@127.0.0.1:1/none"))
        self.assert_refused(done, 1)

    def test_a_token_that_nobody_reads_is_none(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([DAEMON, "token", "add", "kim", "--role", "admin", "--data-dir", self.data_dir], stdout=full,
                                  stderr=subprocess.PIPE, text=True, timeout=30, check=False, env=clean_environment(self.home))
        self.assertEqual(done.returncode, 1)
        self.assertIn("revoked", done.stderr)
        self.assertEqual(self.listed(), {})

    def test_two_at_once(self):
        self.add("kim", "viewer")
        done = []
        threads = [threading.Thread(target=lambda: done.append(self.command("revoke", "kim").returncode)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(done), [0, 2, 2, 2])

    def test_the_first_commands_at_once(self):
        done = []
        def add(number):
            done.append(self.command("add", f"t{number}", "--role", "viewer").returncode)
        threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        server = self.start()
        for thread in threads:
            thread.join()
        self.assertEqual(done, [0] * 4)
        self.assertEqual(len(self.listed()), 4)
        TAKES_EFFECT.wait(lambda: self.ask(server, None).status == 401)


class RunningTest(TokenCase):
    def test_added_and_revoked_while_it_runs(self):
        server = self.start()
        self.assertEqual(self.ask(server, None).json["name"], "local")
        kim = self.add("kim", "admin")
        self.becomes(server, None, 401)
        self.assertEqual([self.ask(server, kim).json[key] for key in ("role", "name")], ["admin", "kim"])
        lee = self.add("lee", "viewer")
        self.becomes(server, lee, 200)
        self.revoke("lee")
        self.assert_problem(self.becomes(server, lee, 401), 401, "unauthorized")
        self.revoke("kim")  # the last one: this machine alone, as before
        self.becomes(server, None, 200)
        answer = self.ask(server, None, "POST", "/api/v1/coupons/push", **{"X-Forwarded-For": "203.0.113.9"})
        self.assert_problem(answer, 403, "not-local")

    def test_open_streams_end(self):
        server = self.start()
        def stream(token):
            server.token = token
            opened = Stream(server)
            self.addCleanup(opened.close)
            server.token = None
            opened.begin().first("reading")
            return opened
        def ends(opened):
            began = time.monotonic()
            while opened.next() is not None:
                self.assertLess(time.monotonic() - began, PATIENCE, "the stream goes on")
            TAKES_EFFECT.took.append(time.monotonic() - began)
        free = stream(None)
        kim = self.add("kim", "viewer")
        ends(free)
        self.becomes(server, kim, 200)
        of_kim, lee = stream(kim), self.add("lee", "operator")
        self.becomes(server, lee, 200)
        of_lee = stream(lee)
        self.revoke("kim")
        ends(of_kim)
        of_lee.first("reading")
        issuer = self.add("seo", "issuer")
        self.becomes(server, issuer, 403)

    def test_every_role(self):
        server = self.start("--trusted-proxy", "127.0.0.1")
        server.generate(5)
        tokens = {role: self.add(role, role) for role in ROLES}
        self.becomes(server, tokens["issuer"], 403)
        may = {role: {"looks": role != "issuer", "operates": role in ("operator", "admin"), "administers": role == "admin"}
               for role in ROLES}
        strangers = itertools.count(1)  # each from an address of its own: none is slowed down
        for role, token in tokens.items():
            for kind, calls in (("looks", [("GET", path, None) for path in LOOKS] + [("HEAD", LOOKS[0], None)]),
                                ("operates", OPERATES), ("administers", ADMINISTERS)):
                for method, path, body in calls:
                    with self.subTest(role=role, method=method, path=path):
                        answer = self.ask(server, token, method, path, body)
                        if may[role][kind]:
                            self.assertNotIn(answer.status, (401, 403))
                        elif method == "HEAD":
                            self.assertEqual(answer.status, 403)
                        else:
                            self.assert_problem(answer, 403, "not-permitted")
                        stranger = {"X-Forwarded-For": f"203.0.113.{next(strangers)}"}
                        self.assertEqual(self.ask(server, None, method, path, body, **stranger).status, 401)
        for path in OPEN:
            self.assertEqual(self.ask(server, None, path=path).status, 200, path)
        self.assertEqual(server.issue(1).status, 404)  # the admin has voided it all, and needed no token for this
        english = self.ask(server, tokens["viewer"], "POST", "/api/v1/generate", **{"Accept-Language": "en"})
        self.assertEqual(english.json["detail"], "The role of this token does not allow that.")

    def test_issuing_with_a_token_only(self):
        server = self.start("--require-issuer-token")
        issuer, viewer, admin = (self.add(role, role) for role in ("issuer", "viewer", "admin"))
        self.becomes(server, admin, 200)
        self.assertEqual(self.ask(server, admin, "POST", "/api/v1/generate", {"count": 3}).status, 201)
        def issue(user, token):
            return self.ask(server, token, "POST", f"/api/v1/coupons/{user}/issue")
        self.assert_problem(issue(1, None), 401, "unauthorized")
        self.assert_problem(issue(1, "wrong"), 401, "unauthorized")
        self.assert_problem(issue(1, viewer), 403, "not-permitted")
        self.assertEqual(self.ask(server, None, path="/api/v1/status").json["stock"]["issued"], 0)
        self.assertEqual(issue(1, issuer).json["result"], "VALID")
        self.assertEqual(issue(2, admin).json["result"], "VALID")
        self.assertEqual(self.ask(server, issuer).status, 403)
        server.stop()
        server.options.append("--require-issuer-token=off")
        server.start()
        self.assertEqual(issue(3, None).json["result"], "VALID")

    def test_a_switch_in_environment_and_file(self):
        config = os.path.join(self.home, "c.ini")
        with open(config, "w", encoding="ascii") as file:
            file.write("require-issuer-token=on\n")
        server = self.start("--config", config)
        self.assertEqual(server.issue(1).status, 401)  # there is no token at all: nobody issues
        server.stop()
        server.environment = {"SEONCHAK_REQUIRE_ISSUER_TOKEN": "off"}
        server.start()
        self.assertEqual(server.issue(1).code, "sold-out")
        code, _, errors = run_daemon(environment={"SEONCHAK_REQUIRE_ISSUER_TOKEN": "maybe"})
        self.assertEqual(code, 2)
        self.assertIn("neither on nor off", errors)

    def test_the_trail_names_people(self):
        server = self.start("--trusted-proxy", "127.0.0.1")
        kim = self.add("김", "operator")
        lee = self.add("lee", "admin")
        self.becomes(server, lee, 200)
        for token, headers in ((kim, {}), (kim, {"X-Forwarded-For": "203.0.113.9"}), (lee, {})):
            self.assertEqual(self.ask(server, token, "POST", "/api/v1/coupons/push", **headers).status, 200)
        self.revoke("김")
        def actors(action):
            items = self.ask(server, lee, path=f"/api/v1/audit?action={action}").json["items"]
            return [(one["actor"], one["detail"], one["result"]) for one in reversed(items)]
        self.assertEqual([one[0] for one in actors("push")], ["김 (127.0.0.1)", "김 (203.0.113.9)", "lee (127.0.0.1)"])
        added, revoked = actors("token-add"), actors("token-revoke")
        self.assertEqual([one[1:] for one in added], [("token 김, role operator", "done: added"), ("token lee, role admin", "done: added")])
        self.assertEqual([one[1:] for one in revoked], [("token 김", "done: revoked")])
        self.assertTrue(all(one[0].startswith("command line (") for one in added + revoked))

    def test_odd_headers(self):
        server = self.start()
        kim = self.add("kim", "viewer")
        self.becomes(server, kim, 200)
        def answer(*lines):
            with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
                head = [b"GET /api/v1/desk HTTP/1.1", b"Host: localhost", b"Connection: close", *lines, b"", b""]
                raw.sendall(b"\r\n".join(head))
                return int(raw.makefile("rb").readline().split()[1])
        good = f"Bearer {kim}".encode()
        for right in (b"Authorization: " + good, b"authorization:" + good, b"Authorization: \t " + good.replace(b"Bearer", b"bEARER") + b" "):
            self.assertEqual(answer(right), 200, right)
        for wrong in (b"Authorization: " + good[7:], b"Authorization: Basic " + good[7:], b"Authorization: Bearer", b"Authorization: ",
                      b"Authorization: Bearer \xff\xfe", b"Authorization: " + good + b", " + good, b"Authorization: " + good + b"\0",
                      b"Authorization: " + good.upper(), b"Authorization: Bearer " + b"x" * 8000, b"Proxy-Authorization: " + good,
                      b"X-Authorization: " + good):
            self.assertIn(answer(wrong), (400, 401), wrong[:60])
        self.assertIn(answer(b"Authorization: " + good, b"Authorization: Bearer wrong"), (400, 401))

    def test_ten_thousand_wrong_tokens(self):
        server = self.start("--trusted-proxy", "127.0.0.1")
        kim = self.add("kim", "viewer")
        self.becomes(server, kim, 200)
        def guess(part):
            with contextlib.closing(Client(server.port)) as client:
                for number in range(1000):  # each from an address of its own: none is slowed down
                    headers = {"Authorization": f"Bearer {part}-{number}", "X-Forwarded-For": f"10.{part}.{number // 250}.{number % 250}"}
                    statuses.add(client.request("GET", "/api/v1/desk", headers=headers).status)
        statuses = set()
        threads = [threading.Thread(target=guess, args=(part,)) for part in range(10)]
        for thread in threads:
            thread.start()
        self.assertEqual(self.ask(server, kim).status, 200)
        for thread in threads:
            thread.join()
        self.assertEqual(statuses, {401})
        self.assertEqual(self.ask(server, kim).status, 200)

    def test_too_many_requests(self):
        server = self.start("--rate-limit", "2", "--issue-rate-limit", "2", "--trusted-proxy", "127.0.0.1")
        kim, lee = self.add("kim", "viewer"), self.add("lee", "viewer")
        self.becomes(server, lee, 200)
        def until_refused(token, path, method="GET", **headers):
            for _ in range(1000):
                answer = self.ask(server, token, method, path, **headers)
                if answer.status == 429:
                    return answer
            self.fail("nothing is too much")
        answer = until_refused(kim, "/api/v1/desk")
        self.assert_problem(answer, 429, "too-many-requests")
        self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        self.assertEqual(self.ask(server, lee).status, 200)
        self.assertEqual(self.ask(server, None, path="/api/v1/status").status, 200)
        until_refused(None, "/api/v1/coupons/1/issue", "POST")
        other = self.ask(server, None, "POST", "/api/v1/coupons/1/issue", **{"X-Forwarded-For": "203.0.113.9"})
        self.assertEqual(other.status, 404)
        eventually(lambda: self.ask(server, kim).status == 200, 10, "it is never forgiven")

    def test_killed_in_between(self):
        server = self.start()
        kim = self.add("kim", "admin")
        server.kill()
        lee = self.add("lee", "viewer")
        server.start()
        self.assertEqual((self.ask(server, None).status, self.ask(server, kim).status, self.ask(server, lee).status), (401, 200, 200))
        self.revoke("kim")
        server.kill()
        server.start()
        self.assertEqual((self.ask(server, kim).status, self.ask(server, lee).status), (401, 200))

    def test_the_token_file_beside_named_ones(self):
        path = os.path.join(self.home, "token")
        with open(path, "w", encoding="ascii") as file:
            file.write("letmein\n")
        os.chmod(path, 0o600)
        kim = self.add("kim", "viewer")
        server = self.start("--admin-token-file", path)
        self.assertEqual([self.ask(server, "letmein").json[key] for key in ("role", "name")], ["admin", "admin"])
        self.assertEqual(self.ask(server, kim).json["role"], "viewer")
        self.revoke("kim")
        self.becomes(server, kim, 401)
        self.assertEqual(self.ask(server, None).status, 401)
        self.ask(server, "letmein", "POST", "/api/v1/coupons/push")
        self.assertEqual(self.ask(server, "letmein", path="/api/v1/audit?action=push").json["items"][0]["actor"], "admin (127.0.0.1)")


class NetworkTest(TokenCase):
    """Addresses that others reach."""

    def check(self, *options):
        return run_daemon("--check-config", *options, data_dir=self.data_dir, listen="0.0.0.0:0")[0]

    def test_a_named_token_suffices(self):
        code, output, errors = run_daemon(data_dir=self.data_dir, listen="0.0.0.0:0")
        self.assertEqual((code, output), (2, ""))
        self.assertIn("seonchakd token add", errors)
        self.assertFalse(os.path.exists(self.data_dir), "a refused start left something behind")
        self.assertEqual(self.check(), 2)
        kim = self.add("kim", "viewer")
        self.assertEqual(self.check(), 0)
        server = self.start(listen="0.0.0.0:0")
        self.assertEqual((self.ask(server, None).status, self.ask(server, kim).status), (401, 200))
        self.revoke("kim")
        self.becomes(server, None, 200)  # from this machine
        server.stop()
        self.assertEqual(self.check(), 2)

    def test_a_database_that_is_away_opens_nothing(self):
        postgres = Postgres().create()
        self.addCleanup(postgres.cleanup)
        postgres.start()
        self.database = ("--database", postgres.url)
        kim = self.add("kim", "viewer")
        postgres.kill()
        server = self.start(listen="0.0.0.0:0")
        for token in (None, kim, "wrong"):
            self.assert_problem(self.ask(server, token), 503, "unavailable")
        self.assertEqual(self.ask(server, None, path="/healthz").status, 200)
        postgres.start()
        eventually(lambda: self.ask(server, kim).status == 200, 30, "the token does not count")
        self.assertEqual(self.ask(server, None).status, 401)
        postgres.kill()  # the last list stays in force
        eventually(lambda: self.ask(server, None, path="/readyz").status == 503, 30)
        self.assertEqual(self.ask(server, None, path="/api/v1/events").status, 401)
        self.assertEqual(self.ask(server, kim, path="/api/v1/events").status, 200)


class TwoServersTest(TokenCase):
    def test_one_book(self):
        postgres = Postgres().create()
        self.addCleanup(postgres.cleanup)
        postgres.start()
        redis = self.redis_server("--appendonly", "yes")
        self.database = ("--database", postgres.url)
        options = ("--redis", redis.url, *self.database)
        servers = [self.daemon(*options), self.daemon(*options)]
        kim = self.add("kim", "operator")
        for server in servers:
            self.becomes(server, None, 401)
            self.becomes(server, kim, 200)
        eventually(lambda: self.listed()["kim"]["lastUsedAt"], 10)
        self.revoke("kim")
        for server in servers:
            TAKES_EFFECT.wait(lambda server=server: self.ask(server, kim).status == 200
                              and self.ask(server, kim).json["name"] == "local")


if __name__ == "__main__":
    main()

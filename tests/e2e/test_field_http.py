# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP as the world speaks it: clients that offer upgrades, probes, proxies, old versions, many languages.

Named after the cases of the field: each came from a public report about a similar system.
"""

import concurrent.futures
import json
import os
import select
import socket
import subprocess
import tempfile
import time

from harness import SOURCE_DIR, Case, Client, main, run_daemon
from services import eventually
from test_http import ISSUE, EdgeCase, read_answers

H2C = ("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA")
FORWARDERS = {
    "Forwarded": "for=127.0.0.1", "X-Forwarded-For": "127.0.0.1", "x-forwarded-proto": "https", "X-FORWARDED-HOST": "localhost",
    "X-Forwarded-Whatever": "", "X-Real-IP": "127.0.0.1", "X-Client-IP": "127.0.0.1", "X-Cluster-Client-IP": "::1",
    "CF-Connecting-IP": "127.0.0.1", "True-Client-IP": "127.0.0.1", "Fastly-Client-IP": "127.0.0.1",
    "X-Original-Forwarded-For": "127.0.0.1", "X-ProxyUser-Ip": "127.0.0.1", "Via": "1.1 proxy", "Fly-Client-IP": "127.0.0.1",
    "X-Envoy-External-Address": "127.0.0.1", "X-Appengine-User-Ip": "127.0.0.1"}


def own_addresses():
    """Every address of this machine, as the kernel tells."""
    found = set()
    with open("/proc/net/fib_trie", encoding="ascii") as file:
        lines = file.read().splitlines()
    for address, kind in zip(lines, lines[1:]):
        if "host LOCAL" in kind:
            found.add(address.split()[-1])
    with open("/proc/net/if_inet6", encoding="ascii") as file:
        for line in file:
            found.add(f"[{socket.inet_ntop(socket.AF_INET6, bytes.fromhex(line.split()[0]))}]")
    return sorted(found)


class TokenCase(EdgeCase):
    """A daemon that wants a token, behind a proxy on this machine that it trusts."""

    token = "correct-horse-battery-staple"
    more = ()

    @classmethod
    def setUpClass(cls):
        handle, cls.token_file = tempfile.mkstemp()
        cls.addClassCleanup(os.unlink, cls.token_file)
        os.write(handle, f"  {cls.token}\t\n".encode())
        os.close(handle)
        cls.share("--store-failure-rate", "0", "--admin-token-file", cls.token_file, *cls.more)
        cls.server.token = cls.token
        cls.server.generate(100)


class UpgradeTest(EdgeCase):
    def test_f8_upgrades_are_ignored(self):
        user = 100
        for lines in (H2C, ("Connection: keep-alive, Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
                      ("Connection: Upgrade", "Upgrade: TLS/1.0"), ("Upgrade: h2c, websocket",), ("Connection: upgrade",)):
            for body in (b"", b'{"x":1}'):
                with self.subTest(lines=lines, body=body):
                    user += 1
                    length = (f"Content-Length: {len(body)}",) if body else ()
                    data = self.issue_head(*lines, *length, user=user) + body + self.head("GET", "/healthz", "Connection: close")
                    answers, closed = self.raw(data)
                    self.assertEqual([answer[0] for answer in answers], [200, 200], answers)
                    self.assertEqual(json.loads(answers[0][2])["result"], "VALID")
                    self.assertNotIn("upgrade", answers[0][1])
                    self.assertTrue(closed)
        self.assertEqual(self.server.status()["stock"]["issued"], self.issued_before + user - 100)

    def test_f8_java(self):
        with tempfile.TemporaryDirectory() as classes:
            source = os.path.join(SOURCE_DIR, "tests", "support", "UpgradingClient.java")
            subprocess.run(["javac", "-d", classes, source], check=True, timeout=120)
            done = subprocess.run(["java", "-cp", classes, "UpgradingClient", self.server.ready["url"]], check=True,
                                  timeout=120, capture_output=True, text=True)
        lines = done.stdout.splitlines()
        self.assertEqual([line[:12] for line in lines], ["201 HTTP_1_1"] + ["200 HTTP_1_1"] * 4, done)
        self.assertEqual([json.loads(line[13:])["result"] for line in lines[1:4]], ["VALID", "ALREADY", "VALID"])


class VersionTest(EdgeCase):
    def test_f16_http_1_0_needs_no_host(self):
        for path in ("/readyz", "/healthz", "/metrics", "/api/v1/status", "/openapi.json"):
            for lines in ("", "Host:\r\n", "Connection: close\r\n"):
                answers, closed = self.raw(f"GET {path} HTTP/1.0\r\n{lines}\r\n".encode())
                self.assertEqual([answer[0] for answer in answers], [200], (path, lines))
                self.assertTrue(closed)
        answers, closed = self.raw(b"POST /api/v1/coupons/800/issue HTTP/1.0\r\n\r\n")
        self.assertEqual((answers[0][0], closed), (200, True))

    def test_f16_http_1_0_may_keep_the_connection(self):
        data = b"GET /readyz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
        answers, closed = self.raw(data + data, 5)
        self.assertEqual([answer[0] for answer in answers], [200, 200])
        self.assertFalse(closed)
        self.assertEqual(answers[0][1]["connection"].lower(), "keep-alive")

    def test_f16_but_http_1_1_does(self):
        self.assert_refused(b"GET /readyz HTTP/1.1\r\n\r\n", 400)
        self.assert_refused(b"GET /readyz HTTP/1.1\r\nHost:\r\n\r\n", 400)

    def test_absolute_form(self):
        host = f"127.0.0.1:{self.server.port}"
        for target, own, status in ((f"http://{host}/healthz", host, 200), (f"HTTP://{host}/healthz?x", "evil.example", 200),
                                    ("http://evil.example/healthz", host, 421), (f"http://{host}/nowhere", host, 404),
                                    (f"http://{host}", host, 404)):
            with self.subTest(target=target):
                answers, _ = self.raw(f"GET {target} HTTP/1.1\r\nHost: {own}\r\nConnection: close\r\n\r\n".encode())
                self.assertEqual([answer[0] for answer in answers], [status])
        for target in ("ftp://localhost/healthz", "http://u@localhost/healthz", "http:///healthz", "localhost/healthz", "*"):
            self.assert_refused(f"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode(), 400)

    def test_legal_though_unusual(self):
        host = f"127.0.0.1:{self.server.port}"
        for data in (f"\r\nGET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n", f"GET /healthz HTTP/1.1\r\nhOsT:{host}\t \r\n\r\n",
                     f"GET /healthz HTTP/1.1\r\nhost: {host}\r\nTE: trailers\r\nConnection: TE\r\nConnection: x, y\r\n\r\n",
                     f"GET /healthz HTTP/1.1\r\nhost: {host}\r\nContent-Length: 0003\r\n\r\nabc",
                     f"GET /healthz HTTP/1.1\r\nhost: {host}\r\ntransfer-encoding:\tCHUNKED\r\n\r\n"
                     "3;x=\"y\"\r\nabc\r\n0\r\nX-Trailer: 1\r\nContent-Length: 9\r\n\r\n"):
            with self.subTest(data=data):
                answers, closed = self.raw(data.encode() + self.head("GET", "/readyz", "Connection: close"))
                self.assertEqual([answer[0] for answer in answers], [200, 200], answers)
                self.assertTrue(closed)


class ProbeTest(TokenCase):
    more = ("--listen", "0.0.0.0:0")  # the last one counts

    def test_f15_any_own_address_is_a_host(self):
        names = [*own_addresses(), "localhost", "LOCALHOST.", socket.gethostname(), "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]"]
        self.assertGreater(len(names), 5)
        for path in ("/healthz", "/readyz", "/metrics"):
            for name in names:
                for host in (name, f"{name}:{self.server.port}", f"{name}:443"):
                    self.assertEqual(self.server.get(path, Host=host).status, 200, (path, host))
            for host in ("evil.example", "192.0.2.77", "[2001:db8::77]", "localhost:evil", "::1"):
                self.assertEqual(self.server.get(path, Host=host).status, 421, (path, host))
        for address in own_addresses():
            self.assertEqual(self.server.get("/api/v1/status", Host=address).status, 200, address)
        self.assertEqual(self.server.get("/api/v1/status", Host="evil.example").status, 421)

    def test_f15_probes_by_address(self):
        for address in own_addresses():
            if address.startswith(("[", "127.")):
                continue
            with socket.create_connection((address, self.server.port), timeout=10) as connection:
                connection.sendall(f"GET /readyz HTTP/1.1\r\nHost: {address}:{self.server.port}\r\nUser-Agent: kube-probe/1.29\r\n"
                                   "Accept: */*\r\nConnection: close\r\n\r\n".encode())
                self.assertEqual(read_answers(connection)[0][0][0], 200, address)

    def test_f15_haproxy(self):
        for data in (b"OPTIONS / HTTP/1.0\r\n\r\n", b"OPTIONS * HTTP/1.0\r\n\r\n", b"GET /readyz HTTP/1.0\r\n\r\n",
                     b"HEAD /readyz HTTP/1.0\r\n\r\n", b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"):
            connection = self.connect()
            connection.sendall(data)
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
            self.assertRegex(answer, rb"^HTTP/1\.1 20[04] ", data)

    def test_options(self):
        for path, allowed in (("/healthz", "GET, HEAD, OPTIONS"), ("/api/v1/generate", "POST, OPTIONS"),
                              ("/api/v1/coupons/7", "GET, HEAD, PUT, DELETE, OPTIONS")):
            answer = self.server.request("OPTIONS", path)
            self.assertEqual((answer.status, answer.headers["allow"], answer.body), (204, allowed, b""))
            self.assertNotIn("content-length", answer.headers)
            self.assertFalse([name for name in answer.headers if name.startswith("access-control")])
            self.assertEqual(self.server.request("PATCH", path).headers["allow"], allowed)
        self.assert_problem(self.server.request("OPTIONS", "/nowhere"), 404)
        self.assert_problem(self.server.request("OPTIONS", "/healthz", headers={"Origin": "http://evil.example"}), 403)


class HeadTest(EdgeCase):
    def test_f17_head_is_get_without_a_body(self):
        code = self.server.coupons()[0]["id"]
        for path in ("/healthz", "/readyz", "/openapi.json", "/api/v1/status", "/metrics", "/api/v1/coupons?limit=1",
                     f"/api/v1/coupons/{code}", f"/api/v1/coupons/{code}/life", "/api/v1/users/5", "/api/v1/doubts",
                     "/api/v1/audit?limit=1", "/api/v1/events?limit=1", "/api/v1/coupons/void", "/nowhere", "/api/v1/coupons/x"):
            with self.subTest(path=path):
                get, head = self.server.get(path), self.server.request("HEAD", path)
                self.assertEqual(head.body, b"")
                self.assertEqual(head.status, get.status)
                same = ("content-type", "allow", "vary", "content-language", "connection")
                self.assertEqual([head.headers.get(name) for name in same], [get.headers.get(name) for name in same])
                self.assertGreater(int(head.headers["content-length"]), 0)
                if path in ("/healthz", "/readyz", "/openapi.json", "/nowhere"):
                    self.assertEqual(head.headers["content-length"], get.headers["content-length"])
        self.assertEqual(self.server.request("HEAD", "/api/v1/generate").headers["allow"], "POST, OPTIONS")

    def test_f17_nothing_follows_the_head(self):
        data = self.head("HEAD", "/openapi.json") + self.head("HEAD", "/nowhere") + self.head("GET", "/healthz", "Connection: close")
        connection = self.connect()
        connection.sendall(data)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
        self.assertEqual([part[9:12] for part in answer.split(b"\r\n\r\n")[:3]], [b"200", b"404", b"200"])


class OriginTest(Case):
    def test_f18_a_usual_port_and_none_are_one(self):
        server = self.daemon("--allow-host", "shop.example", "--store-failure-rate", "0")
        server.generate(1)
        for host, origin, status in (("shop.example:443", "https://shop.example", 200), ("localhost:80", "http://localhost", 200),
                                     ("shop.example", "https://shop.example:443", 200), ("shop.example", "https://SHOP.example", 200),
                                     ("[::1]:80", "http://[::1]", 200), ("shop.example:8443", "https://shop.example:8443", 200),
                                     ("shop.example:8443", "https://shop.example", 403), ("shop.example", "https://shop.example:8443", 403),
                                     ("shop.example:80", "https://shop.example", 403), ("shop.example", "null", 403),
                                     ("shop.example", "https://evil.example", 403), ("shop.example", "", 403)):
            with self.subTest(host=host, origin=origin):
                self.assertEqual(server.get("/api/v1/status", Host=host, Origin=origin).status, status)


class ForwardedTest(EdgeCase):
    def test_f5_who_names_a_forwarder_is_not_near(self):
        for user, (name, value) in enumerate(FORWARDERS.items(), 400):
            with self.subTest(name=name):
                for method, path in (("POST", "/api/v1/generate"), ("GET", "/api/v1/coupons"), ("POST", "/api/v1/issuing/pause"),
                                     ("DELETE", "/api/v1/coupons/1"), ("GET", "/api/v1/audit")):
                    answer = self.server.request(method, path, headers={name: value})
                    self.assert_problem(answer, 403, "not-local")
                self.assertEqual(self.server.post(ISSUE.format(user), **{name: value}).status, 200)
                self.assertEqual(self.server.get("/readyz", **{name: value}).status, 200)
        self.assertEqual(self.server.status()["stock"]["generated"], 100)

    def test_f5_a_trusted_proxy_is_believed(self):
        server = self.daemon("--trusted-proxy", "10.9.0.0/16", "--trusted-proxy", "127.0.0.1")
        for headers, status in (({}, 201), ({"X-Forwarded-For": "127.0.0.1"}, 201), ({"Forwarded": 'for="[::1]:4711"'}, 201),
                                ({"X-Forwarded-For": "127.0.0.1, 10.9.1.1"}, 201), ({"X-Forwarded-For": "203.0.113.7"}, 403),
                                ({"X-Forwarded-For": "127.0.0.1, 203.0.113.7"}, 403), ({"X-Forwarded-For": "203.0.113.7, 10.9.1.1"}, 403),
                                ({"Forwarded": "for=127.0.0.1, for=203.0.113.7"}, 403), ({"Forwarded": "for=_me"}, 403),
                                ({"Forwarded": "for=unknown"}, 403), ({"Forwarded": "for=;;=127.0.0.1"}, 403),
                                ({"X-Forwarded-For": "localhost"}, 403), ({"X-Forwarded-For": ""}, 403), ({"Via": "1.1 proxy"}, 403),
                                ({"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "203.0.113.7"}, 403)):
            with self.subTest(headers=headers):
                self.assertEqual(server.post("/api/v1/generate", {"count": 1}, **headers).status, status)

    def test_f5_what_is_no_address_is_refused_at_start(self):
        for value in ("proxy.example", "10.0.0.0/33", "0.0.0.0/0", "10.1", ""):
            code, output, errors = run_daemon("--trusted-proxy", value)
            self.assertEqual((code, output), (2, ""), value)
            self.assertIn("--trusted-proxy", errors)


class AuditTest(TokenCase):
    more = ("--trusted-proxy", "127.0.0.1")

    def actor(self, **headers):
        self.assertEqual(self.server.post("/api/v1/coupons/push", **headers).status, 200)
        return self.server.get("/api/v1/audit?limit=1&action=push").json["items"][0]["actor"]

    def test_f5_the_trail_has_the_real_address(self):
        self.assertEqual(self.actor(), "admin (127.0.0.1)")
        self.assertEqual(self.actor(**{"X-Forwarded-For": "1.2.3.4, 203.0.113.7"}), "admin (203.0.113.7)")
        self.assertEqual(self.actor(Forwarded='for="[2001:db8::7]:80"'), "admin (2001:db8::7)")
        self.assertEqual(self.actor(Forwarded="for=unknown"), "admin (unknown via 127.0.0.1)")


class GuessTest(TokenCase):
    more = ("--trusted-proxy", "127.0.0.1")

    def seconds(self, address, token="wrong"):
        began = time.monotonic()
        headers = {"X-Forwarded-For": address, "Authorization": f"Bearer {token}"}
        answer = self.server.post("/api/v1/coupons/push", **headers)
        self.assertEqual(answer.status, 401 if token == "wrong" else 200)
        return time.monotonic() - began

    def test_each_address_is_slowed_down_by_itself(self):
        guesser, other = "203.0.113.7", "203.0.113.8"
        for _ in range(11):
            self.seconds(guesser)
            self.seconds(other, self.token)
            self.server.status()
        slow = self.seconds(guesser)
        fast = min(self.seconds(f"203.0.113.{last}") for last in range(20, 25))
        self.assertGreater(slow, 10 * fast)
        self.assertGreater(self.seconds(guesser, "wrong"), 10 * fast)
        self.seconds(guesser, self.token)
        self.assertLess(min(self.seconds(guesser) for _ in range(4)), slow / 10)

    def test_a_thousand_wrong_tokens_occupy_nothing(self):
        wrong = self.head("POST", "/api/v1/coupons/push", "Authorization: Bearer wrong", "X-Forwarded-For: 203.0.113.9")
        connections = [self.connect() for _ in range(1000)]
        for connection in connections:
            connection.sendall(wrong)
        self.assertEqual(self.server.get("/readyz").status, 200)
        self.assertEqual(self.server.get("/api/v1/coupons?limit=1").status, 200)
        ready = set(select.select(connections, [], [], 0)[0])
        self.assertEqual(self.server.issue(77).status, 200)
        self.assertLess(len(ready), 1000, "no answer was held back")
        for connection in connections:
            self.assertRegex(connection.recv(1000), rb"^HTTP/1\.1 401 ")


class LanguageTest(EdgeCase):
    def test_f30_weights_count(self):
        for wanted, language in (("ko;q=0.1, en;q=0.9", "en"), ("en;q=0.1, ko;q=0.9", "ko"), ("en-US,en;q=0.9", "en"),
                                 ("en;q=0, *", "ko"), ("ko;q=0", "en"), ("de, en;q=0.1", "en"), ("en;q=oops", "ko"), ("de", "ko")):
            answer = self.server.get("/api/v1/coupons/x", **{"Accept-Language": wanted})
            self.assertEqual(answer.headers["content-language"], language, wanted)

    def test_answers_that_depend_on_it_say_so(self):
        for answer in (self.server.get("/nowhere"), self.server.get("/healthz", Host="evil.example"), self.server.post("/healthz"),
                       self.server.post("/api/v1/generate", b"{", **{"Content-Type": "application/json"})):
            self.assertEqual(answer.headers["vary"], "Accept-Language", answer)
        answers, _ = self.raw(b"GET / HTTP/1.1\r\n\r\n")
        self.assertEqual((answers[0][0], answers[0][1]["vary"]), (400, "Accept-Language"))
        self.assertNotIn("vary", self.server.get("/healthz").headers)


class BodyTest(EdgeCase):
    def test_f27_ids_are_texts_as_well(self):
        user = 9007199254740993
        answer = self.server.issue(user).json
        self.assertEqual((answer["userId"], answer["userIdText"]), (user, str(user)))
        coupon = self.server.get(f"/api/v1/coupons/{answer['id']}").json
        self.assertEqual(coupon["userIdText"], str(user))
        self.assertEqual(self.server.get(f"/api/v1/users/{user}").json["userIdText"], str(user))
        events = eventually(lambda: self.server.get(f"/api/v1/coupons/{answer['id']}/life").json["events"])
        self.assertIn(str(user), [event["userIdText"] for event in events])
        page = self.server.get("/api/v1/coupons?limit=1000").json["items"]
        self.assertTrue(all(one["userIdText"] == (None if one["userId"] is None else str(one["userId"])) for one in page))

    def test_u2_a_key_that_stands_twice(self):
        for path, body in (("/api/v1/generate", '{"count":1,"count":2}'), ("/api/v1/generate", '{"count":1,"c\\u006funt":2}'),
                           ("/api/v1/coupons/add", '{"code":"T1","code":"T2"}'),
                           ("/api/v1/coupons/add", '[{"code":"T1"},{"code":"T2","\\u0063ode":"T2"}]')):
            answer = self.server.post(path, body, **{"Content-Type": "application/json"})
            problem = self.assert_problem(answer, 400)
            self.assertIn('"count"' if "generate" in path else '"code"', problem["detail"])
        self.assertEqual(self.server.status()["stock"]["generated"], 100)
        self.assertEqual(self.server.post("/api/v1/coupons/add", '[{"code":"U1"},{"code":"U2"}]',
                                          **{"Content-Type": "application/json"}).status, 201)

    def test_u3_encoded_bodies(self):
        for encoding in ("gzip", "br", "identity, gzip", "x-unknown"):
            answer = self.server.post("/api/v1/generate", b"\x1f\x8b\x08", **{"Content-Type": "application/json",
                                                                                "Content-Encoding": encoding})
            self.assert_problem(answer, 415)
            self.assertEqual(answer.headers["accept-encoding"], "identity")
        answer = self.server.post("/api/v1/generate", {"count": 1}, **{"Content-Encoding": "Identity"})
        self.assertEqual(answer.status, 201)

    def test_u4_paths_are_decoded_once(self):
        self.assert_refused(self.head("GET", "/api/v1/coupons/%zz"), 400)
        self.assert_refused(self.head("GET", "/api/v1/coupons/%3"), 400)
        answer = self.server.get("/%61pi/v1/%63oupons/%31")
        self.assertEqual(answer.json["id"], 1)
        self.assertEqual(self.server.post("/api/v1/coupons/%34%32/issu%65").json["userId"], 42)
        for path, status in (("/api/v1/coupons/%2534", 400), ("/api/v1/coupons/4%2f2", 400), ("/api%2fv1/status", 404),
                             ("/api/v1/coupons/%00", 400), ("/%00", 400), ("/api/v1/coupons/%2e%2e", 400)):
            self.assertEqual(self.server.get(path).status, status, path)


class ConnectionTest(EdgeCase):
    def test_u5_how_long_it_stays_is_said(self):
        answer = self.server.get("/healthz")
        self.assertEqual(answer.headers["connection"], "keep-alive")
        self.assertRegex(answer.headers["keep-alive"], r"^timeout=[1-9]\d*$")
        self.assertNotIn("keep-alive", self.server.get("/healthz", Connection="close").headers)

    def test_u5_and_it_ends_in_order(self):
        connection = self.connect()
        connection.sendall(self.head("GET", "/healthz"))
        seconds = int(self.server.get("/healthz").headers["keep-alive"].removeprefix("timeout="))
        self.server.get("/healthz", Connection="close")  # the other tests get a new one
        fresh = self.connect()
        answers, closed = read_answers(connection, seconds + 5)
        self.assertEqual(([answer[0] for answer in answers], closed), ([200], True))
        connection.settimeout(1)
        self.assertEqual(connection.recv(1), b"")  # an end, no reset
        fresh.settimeout(10)
        self.assertEqual(fresh.recv(1), b"")  # without a word

    def test_many_clients_at_once_over_kept_connections(self):
        def ask(user):
            client = Client(self.server.port)
            try:
                return [client.request("POST", ISSUE.format(user)).status for _ in range(5)]
            finally:
                client.close()
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            for statuses in pool.map(ask, range(5001, 5033)):
                self.assertEqual(statuses, [200] * 5)


if __name__ == "__main__":
    main()

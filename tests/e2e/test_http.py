# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The edge of the server, byte by byte: hosts, origins, limits, and where a request ends."""

import json
import socket
import time

from harness import Case, main
from services import eventually

ISSUE = "/api/v1/coupons/{}/issue"


def read_answers(connection, seconds=10):
    """Reads what comes until the server closes or falls silent for that long: [(status, headers, body)], closed?"""
    connection.settimeout(seconds)
    data, closed = b"", False
    while True:
        answers, rest = split_answers(data)
        try:
            piece = connection.recv(65536)
        except TimeoutError:
            break
        except ConnectionError:
            closed = True
            break
        if not piece:
            closed = True
            break
        data += piece
    answers, rest = split_answers(data)
    assert not rest, f"left over: {rest[:200]!r}"
    return answers, closed


def split_answers(data):
    answers = []
    while b"\r\n\r\n" in data:
        head, body = data.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        status = int(lines[0].split()[1])
        headers = {}
        for line in lines[1:]:
            name, value = line.split(":", 1)
            headers[name.strip().lower()] = value.strip()
        length = 0 if status < 200 else int(headers.get("content-length", 0))
        if len(body) < length:
            break
        answers.append((status, headers, body[:length]))
        data = body[length:]
    return answers, data


class EdgeCase(Case):
    options = ("--store-failure-rate", "0")

    @classmethod
    def setUpClass(cls):
        cls.share(*cls.options)
        cls.server.generate(100)

    def setUp(self):
        self.revive()
        self.issued_before = self.server.status()["stock"]["issued"]

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=10)
        self.addCleanup(connection.close)
        return connection

    def raw(self, data, seconds=20):
        """Sends these bytes and returns what comes back until the server closes or is silent for so long: the answers, and
        whether it closed."""
        connection = self.connect()
        try:
            connection.sendall(data)
        except ConnectionError:
            pass  # it has been cut off in the middle, as it may be
        return read_answers(connection, seconds)

    def head(self, method, path, *lines, host=True):
        all_lines = [f"{method} {path} HTTP/1.1"]
        if host:
            all_lines.append(f"Host: 127.0.0.1:{self.server.port}")
        return ("\r\n".join([*all_lines, *lines]) + "\r\n\r\n").encode("latin-1")

    def issue_head(self, *lines, user=900, **more):
        return self.head("POST", ISSUE.format(user), *lines, **more)

    def assert_refused(self, data, status, closed=True):
        """One answer of that status, the connection closed, no coupon taken."""
        answers, was_closed = self.raw(data, 20 if closed else 3)
        self.assertEqual([answer[0] for answer in answers], [status], answers)
        if closed:
            self.assertTrue(was_closed, "the connection stays open")
        self.assert_nothing_issued()
        return answers[0]

    def assert_nothing_issued(self):
        self.assertEqual(self.server.status()["stock"]["issued"], self.issued_before)


class HostTest(EdgeCase):
    def test_own_names(self):
        for host in (f"127.0.0.1:{self.server.port}", f"localhost:{self.server.port}", "localhost", "127.0.0.1",
                     f"[::1]:{self.server.port}", f"LOCALHOST:{self.server.port}"):
            with self.subTest(host=host):
                self.assertEqual(self.server.get("/healthz", Host=host).status, 200)

    def test_foreign_names(self):
        for host in ("evil.example", f"evil.example:{self.server.port}", "127.0.0.1.evil.example", "localhost.evil.example",
                     "10.0.0.1"):
            with self.subTest(host=host):
                answer = self.server.post(ISSUE.format(901), Host=host)
                self.assert_problem(answer, 421)
        self.assert_nothing_issued()

    def test_no_host_and_two_hosts(self):
        self.assert_refused(self.issue_head(host=False), 400)
        self.assert_refused(self.issue_head(f"Host: 127.0.0.1:{self.server.port}"), 400)
        self.assert_refused(self.issue_head("Host: evil.example"), 400)

    def test_allowed_names(self):
        server = self.daemon("--allow-host", "shop.example", "--allow-host", "coupons.example")
        for host in ("shop.example", "coupons.example", f"shop.example:{server.port}", "SHOP.example"):
            self.assertEqual(server.get("/healthz", Host=host).status, 200, host)
        self.assertEqual(server.get("/healthz", Host="other.example").status, 421)


class OriginTest(EdgeCase):
    def test_foreign_pages(self):
        for headers in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                        {"Origin": f"http://127.0.0.1.evil.example:{self.server.port}"}):
            with self.subTest(headers=headers):
                self.assert_problem(self.server.post(ISSUE.format(902), **headers), 403)
        self.assert_nothing_issued()

    def test_own_pages(self):
        for headers in ({"Origin": self.server.ready["url"]}, {"Sec-Fetch-Site": "same-origin"},
                        {"Sec-Fetch-Site": "none"}):
            self.assertEqual(self.server.get("/api/v1/status", **headers).status, 200, headers)


class LimitTest(EdgeCase):
    def test_long_urls(self):
        self.assertEqual(self.server.get("/healthz?" + "x" * 8000).status, 200)
        self.assert_refused(self.head("GET", "/healthz?" + "x" * 8300), 414)
        self.assert_refused(self.head("GET", "/" + "x" * (1 << 20)), 414)

    def test_large_headers(self):
        self.assertEqual(self.server.get("/healthz", X="y" * 15_000).status, 200)
        self.assert_refused(self.head("GET", "/healthz", "X: " + "y" * 17_000), 431)
        self.assert_refused(self.head("GET", "/healthz", *(f"X{n}: {n}" for n in range(4000))), 431)

    def test_large_bodies(self):
        most = 16 * 1024 * 1024
        codes = json.dumps({"code": "BIG"}).encode()
        answer = self.server.post("/api/v1/coupons/add", codes.ljust(most), **{"Content-Type": "application/json"})
        self.assertEqual(answer.status, 201, answer)
        self.assert_refused(self.head("POST", "/api/v1/coupons/add", f"Content-Length: {most + 1}") + b"x" * 1000, 413)
        chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        self.assert_refused(self.head("POST", "/api/v1/coupons/add", "Transfer-Encoding: chunked") + chunk * 20, 413)

    def test_memory_stays_where_it_was(self):
        def resident():
            with open(f"/proc/{self.server.process.pid}/status", encoding="utf-8") as file:
                return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
        self.raw(self.head("GET", "/" + "w" * 100_000))
        before = resident()
        self.raw(self.head("GET", "/healthz", "X: " + "y" * (40 << 20)))
        self.raw(self.head("POST", ISSUE.format(903), f"Content-Length: {40 << 20}") + b"x" * (40 << 20))
        self.raw(self.head("GET", "/" + "z" * (1 << 20)))
        self.assertLess(resident() - before, 2048, "kB of growth")
        self.assert_nothing_issued()

    def test_an_unfinished_request_is_told(self):
        connections = [self.connect() for _ in range(3)]
        connections[0].sendall(b"POST /api/v1")
        connections[1].sendall(self.issue_head()[:-2])
        connections[2].sendall(self.head("POST", "/api/v1/generate", "Content-Length: 100") + b"{")
        for connection in connections:
            answers, closed = read_answers(connection, 40)
            self.assertEqual(([answer[0] for answer in answers], closed), ([408], True))
            self.assertEqual(json.loads(answers[0][2])["code"], "request-timeout")
        self.assert_nothing_issued()


class FramingTest(EdgeCase):
    def smuggled(self):
        return self.issue_head(user=999)

    def test_lengths_in_doubt(self):
        inner = self.smuggled()
        for lines in (("Content-Length: -1",), ("Content-Length: abc",), ("Content-Length: 18446744073709551615",),
                      ("Content-Length: 18446744073709551616",), ("Content-Length: +5",), ("Content-Length: 0x10",),
                      ("Content-Length: 5, 5",), ("Content-Length: ",), ("Content-Length: 0", f"Content-Length: {len(inner)}"),
                      ("Content-Length: 5", "Content-Length: 5"),
                      ("Content-Length: 4", "Transfer-Encoding: chunked"),
                      ("Transfer-Encoding: chunked", "Content-Length: 4"),
                      ("Transfer-Encoding: gzip, chunked",), ("Transfer-Encoding: chunked, identity",),
                      ("Transfer-Encoding: xchunked",), ("Transfer-Encoding : chunked",), ("Content-Length : 4",)):
            with self.subTest(lines=lines):
                answers, closed = self.raw(self.issue_head(*lines) + inner)
                self.assertEqual([answer[0] for answer in answers][:1], [400 if "gzip" not in lines[0] else answers[0][0]])
                self.assertIn(answers[0][0], (400, 501))
                self.assertEqual(len(answers), 1, "what stood in the body ran")
                self.assertTrue(closed)
                self.assert_nothing_issued()

    def test_bad_chunks(self):
        for body in (b"zz\r\nhello\r\n0\r\n\r\n", b"-5\r\nhello\r\n0\r\n\r\n", b"5\r\nhelloX\r\n0\r\n\r\n",
                     b"ffffffffffffffff1\r\nhello\r\n", b"5\nhello\n0\n\n", b" 5\r\nhello\r\n0\r\n\r\n"):
            with self.subTest(body=body):
                data = self.head("POST", "/api/v1/coupons/add", "Transfer-Encoding: chunked",
                                 "Content-Type: application/json") + body + self.smuggled()
                answers, closed = self.raw(data)
                self.assertEqual([answer[0] for answer in answers], [400])
                self.assertTrue(closed)
                self.assert_nothing_issued()

    def test_chunked_bodies_are_read(self):
        code = b'{"code":"CHUNKED"}'
        body = b"".join(b"%x\r\n%c\r\n" % (1, byte) for byte in code) + b"0\r\n\r\n"
        answers, _ = self.raw(self.head("POST", "/api/v1/coupons/add", "Transfer-Encoding: chunked",
                                        "Content-Type: application/json", "Connection: close") + body)
        self.assertEqual([answer[0] for answer in answers], [201], answers)

    def test_broken_lines(self):
        host = f"Host: 127.0.0.1:{self.server.port}\r\n".encode()
        for data in (b"POST\r\n" + host + b"\r\n", b"\x00\x01\x02\x03\r\n\r\n", b"GET /healthz\r\n" + host + b"\r\n",
                     b"GET  /healthz HTTP/1.1\r\n" + host + b"\r\n", b"GET /healthz HTTP/1.1\r\n" + host + b"No colon\r\n\r\n",
                     b"GET /healthz HTTP/1.1\r\n" + host + b"X: a\r\n b\r\n\r\n", b"GET healthz HTTP/1.1\r\n" + host + b"\r\n"):
            with self.subTest(data=data):
                answers, closed = self.raw(data)
                self.assertEqual([answer[0] for answer in answers], [400])
                self.assertTrue(closed)

    def test_pipelined_requests_are_answered_in_order(self):
        data = b"".join(self.issue_head(user=user) for user in range(2001, 2011))
        data += self.head("GET", "/healthz", "Connection: close")
        answers, closed = self.raw(data)
        self.assertEqual([answer[0] for answer in answers], [200] * 11, answers)
        self.assertEqual([json.loads(body)["userId"] for _, _, body in answers[:10]], list(range(2001, 2011)))
        self.assertTrue(closed)

    def test_connection_close_and_http_1_0(self):
        began = time.monotonic()
        for data in (self.head("GET", "/healthz", "Connection: close"),
                     f"GET /healthz HTTP/1.0\r\nHost: 127.0.0.1:{self.server.port}\r\n\r\n".encode()):
            answers, closed = self.raw(data, 5)
            self.assertEqual([answer[0] for answer in answers], [200])
            self.assertTrue(closed)
        self.assertLess(time.monotonic() - began, 5)

    def test_expect_100_continue(self):
        connection = self.connect()
        body = b'{"code":"EXPECTED"}'
        connection.sendall(self.head("POST", "/api/v1/coupons/add", f"Content-Length: {len(body)}",
                                     "Content-Type: application/json", "Expect: 100-continue", "Connection: close"))
        connection.settimeout(10)
        self.assertRegex(connection.recv(1000), rb"^HTTP/1\.1 100 ")
        connection.sendall(body)
        answers, _ = read_answers(connection)
        self.assertEqual([answer[0] for answer in answers], [201])

    def test_an_answer_to_head_has_no_body(self):
        connection = self.connect()
        connection.sendall(self.head("HEAD", "/healthz", "Connection: close"))
        data = b"".join(iter(lambda: connection.recv(65536), b""))
        self.assertRegex(data, rb"^HTTP/1\.1 200 ")
        self.assertTrue(data.endswith(b"\r\n\r\n"), data)

    def test_no_header_can_be_planted(self):
        for path in ("/%0d%0aX-Planted:%201", "/api/v1/coupons/%0d%0aX-Planted:1/issue", "/%00", "/api%2fv1%2fstatus"):
            answers, _ = self.raw(self.head("GET", path, "Connection: close"))
            self.assertIn(answers[0][0], (400, 404, 405))
            self.assertNotIn("x-planted", answers[0][1])

    def test_clients_that_leave(self):
        for user in range(3001, 3051):
            connection = self.connect()
            connection.sendall(self.issue_head(user=user))
            connection.close()
        self.assertEqual(self.server.get("/healthz").status, 200)
        eventually(lambda: not self.server.status()["stock"]["reserved"])
        for user in range(3001, 3051):
            # One of the requests may still be on its way: then its user is told 409 for a moment.
            eventually(lambda user=user: self.server.issue(user).status == 200)
        self.assert_conserved(self.server)

    def test_800_connections_at_once(self):
        connections = [self.connect() for _ in range(800)]
        for connection in connections:
            connection.sendall(self.head("GET", "/healthz"))
        for connection in connections:
            self.assertRegex(connection.recv(1000), rb"^HTTP/1\.1 200 ")


if __name__ == "__main__":
    main()

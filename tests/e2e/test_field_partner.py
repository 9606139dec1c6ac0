# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F4 and U1: a 2xx that is not the partner's. Nobody is told VALID; who asked is in doubt until the partner is asked."""

import http.server
import json
import threading

from harness import Case, main
from services import eventually


class Answers(http.server.BaseHTTPRequestHandler):
    """Speaks for a partner: by the contract, or as what stands in front of it."""

    protocol_version = "HTTP/1.1"

    def answer(self, status, content_type, body):
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.page:
            return self.answer(*self.server.page)
        self.server.holders[asked["code"]] = asked["userId"]
        return self.answer(201, "application/json", json.dumps(asked).encode())

    def do_GET(self):
        if self.server.page:
            return self.answer(*self.server.page)
        code = self.path.rsplit("/", 1)[1]
        if code not in self.server.holders:
            return self.answer(404, None, b"")
        return self.answer(200, "application/json",
                           json.dumps({"code": code, "userId": self.server.holders[code]}).encode())

    def do_DELETE(self):
        if self.server.page:
            return self.answer(*self.server.page)
        self.server.holders.pop(self.path.rsplit("/", 1)[1], None)
        return self.answer(204, None, b"")

    def log_message(self, *_):
        pass


class NotThePartnerTest(Case):
    PAGES = {
        "maintenance page": (200, "text/html", b"<!doctype html><title>back soon</title>"),
        "maintenance page called text": (200, "text/plain", b"<html>back soon</html>"),
        "result code of a gateway": (200, "application/json", b'{"resultCode":"E500"}'),
        "another code": (201, "application/json", b'{"code":"X","userId":1}'),
        "bytes": (200, "application/octet-stream", b"\x00\x01\x02"),
    }

    def partner(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        server.daemon_threads = True
        server.page = None
        server.holders = {}
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server

    def test_a_2xx_that_is_not_the_partners(self):
        partner = self.partner()
        for name, page in self.PAGES.items():
            with self.subTest(page=name):
                server = self.daemon("--store", f"http://127.0.0.1:{partner.server_port}", "--store-timeout-ms", "3000")
                server.generate(5)
                partner.page = page
                for user in (1, 2, 3):
                    answer = server.issue(user)
                    self.assertEqual((answer.status, answer.code), (202, "in-doubt"), answer)
                self.assertEqual(server.status()["stock"]["issued"], 0)
                partner.page = None
                stock = self.assert_conserved(server, 30)
                self.assertEqual((stock["issued"], stock["available"]), (0, 5), "the partner knows of nobody")
                self.assertEqual(server.issue(1).json["result"], "VALID")

    def test_what_the_partner_may_say(self):
        partner = self.partner()
        server = self.daemon("--store", f"http://127.0.0.1:{partner.server_port}")
        server.generate(5)
        for user, page in enumerate(((200, None, b""), (204, None, b""), (200, "text/plain", b"OK")), 1):
            partner.page = page
            self.assertEqual(server.issue(user).status, 200, page)


if __name__ == "__main__":
    main()

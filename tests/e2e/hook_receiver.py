# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A receiver of webhooks as a stranger would write it from the specification (https://www.standardwebhooks.com)."""

import base64
import hashlib
import hmac
import http.server
import json
import os
import threading


class HookReceiver:
    """Takes webhooks on a port of this machine, checks their signatures, and answers as `answer(number, message)` says."""

    def __init__(self, folder, port=0):
        self.secret = os.urandom(24)
        self.secret_file = os.path.join(folder, "webhook-secret")
        with open(os.open(self.secret_file, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="ascii") as file:
            file.write("whsec_" + base64.b64encode(self.secret).decode() + "\n")
        self.lock = threading.Lock()
        self.messages = []  # (webhook-id, body as an object)
        self.faults = []
        self.answer = lambda number, message: 200
        self.port = port
        self.server = None

    def start(self):
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver.take(self.path, self.headers, body)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

        self.server = Server(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def stop(self):
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def take(self, path, headers, body):
        identity, timestamp = headers["webhook-id"], headers["webhook-timestamp"]
        content = f"{identity}.{timestamp}.".encode() + body
        wanted = "v1," + base64.b64encode(hmac.new(self.secret, content, hashlib.sha256).digest()).decode()
        message = json.loads(body)
        with self.lock:
            if wanted not in headers["webhook-signature"].split(" "):
                self.faults.append(f"{identity} has a wrong signature")
            if headers["Content-Type"] != "application/json" or path != "/hook":
                self.faults.append(f"{identity} came to {path} as {headers['Content-Type']}")
            self.messages.append((identity, message))
            number = len(self.messages) - 1
        return self.answer(number, message)

    def options(self, *events):
        """Those of a server that tells this receiver; the latter may be down."""
        named = ("--webhook-events", ",".join(events)) if events else ()
        return ("--webhook", f"http://127.0.0.1:{self.port}/hook", "--webhook-secret-file", self.secret_file,
                "--webhook-allow-private", *named)

    def told(self, event=None):
        with self.lock:
            return [message for _, message in self.messages if event in (None, message["type"])]

    def ids(self):
        with self.lock:
            return [identity for identity, _ in self.messages]

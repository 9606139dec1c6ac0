#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users who want coupons while a package is upgraded, and afterwards the count of what they were told.

rush.py URL STOP_FILE: asks for one user after the other on eight connections, repeats what got no answer, until STOP_FILE
is there and everybody was answered. Then each user asks again: the same code, nobody else's, and the server's own counts
agree. Ends with exit status 0 only then.
"""
import collections
import http.client
import itertools
import json
import pathlib
import sys
import threading
import time
import urllib.parse

URL = urllib.parse.urlparse(sys.argv[1])
STOP = pathlib.Path(sys.argv[2])
CONNECTIONS = 8
GIVE_UP_AFTER = 60  # seconds without one answer


class Visitor(threading.Thread):
    """One connection, one user at a time."""

    def __init__(self, users):
        super().__init__(daemon=True)
        self.users = users
        self.connection = None
        self.codes = {}
        self.repeats = collections.Counter()
        self.answered = time.monotonic()
        self.broken = None

    def post(self, user):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(URL.hostname, URL.port, timeout=15)
        try:
            self.connection.request("POST", f"/api/v1/coupons/{user}/issue")
            response = self.connection.getresponse()
            body = response.read()
            self.answered = time.monotonic()
            return response.status, json.loads(body)
        except (OSError, http.client.HTTPException, json.JSONDecodeError) as trouble:
            self.connection.close()
            self.connection = None
            return 0, {"code": type(trouble).__name__}

    def issue(self, user):
        while True:
            status, body = self.post(user)
            if status == 200:
                return body
            # A refusal of the partner is over with the next try; silence, 202, 409 and 503 as well.
            self.repeats[f"{status} {body.get('code')}"] += 1
            if status in (400, 401, 403, 404) or time.monotonic() - self.answered > GIVE_UP_AFTER:
                raise AssertionError(f"user {user}: {status} {body}")
            time.sleep(0.05 if status else 0.2)

    def run(self):
        try:
            while not STOP.exists():
                user = next(self.users)
                self.codes[user] = self.issue(user)["code"]
                time.sleep(0.01)  # the machine belongs to the upgrade as well
        except AssertionError as trouble:
            self.broken = str(trouble)


def get(path):
    connection = http.client.HTTPConnection(URL.hostname, URL.port, timeout=15)
    connection.request("GET", path)
    return json.loads(connection.getresponse().read())


def main():
    users = itertools.count(1)
    visitors = [Visitor(users) for _ in range(CONNECTIONS)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    faults = [visitor.broken for visitor in visitors if visitor.broken]
    codes = {user: code for visitor in visitors for user, code in visitor.codes.items()}
    repeats = sum((visitor.repeats for visitor in visitors), collections.Counter())

    asker = visitors[0]
    for user, code in codes.items():
        body = asker.issue(user)
        if (body["code"], body["result"]) != (code, "ALREADY"):
            faults.append(f"user {user} was told {code}, and afterwards {body['result']} {body['code']}")
    if len(set(codes.values())) != len(codes):
        faults.append("a code was told to two users")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        status = get("/api/v1/status")
        stock = status["stock"]
        # Who got no answer before the stop has a coupon all the same, or none: the counts know only what was told.
        if stock["conserved"] and stock["issued"] == len(codes) and stock["reserved"] == stock["inDoubt"] == 0:
            break
        time.sleep(0.2)
    else:
        faults.append(f"{len(codes)} users were told of a coupon, but the server counts {stock}")
    print(f"{len(codes)} coupons issued over the upgrade; asked again after {dict(repeats)}; {stock}")
    for fault in faults[:20]:
        print(f"FAULT: {fault}")
    return 1 if faults or not codes else 0


sys.exit(main())

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be taken back needs two persons, where the sale wants it: one asks, another approves, the first does it."""

import datetime
import json
import os
import signal

from harness import BUILD_DIR, main
from services import Partner, Postgres, eventually
from test_tokens import TokenCase

VOID = "/api/v1/coupons/void"


class SecondPersonCase(TokenCase):
    """A live sale with a real partner, and kim, lee (admins), oh (an operator) and may (a viewer)."""

    def setUp(self):
        super().setUp()
        self.partner = Partner(BUILD_DIR)
        self.addCleanup(self.partner.cleanup)
        self.partner.start()
        self.tokens = {name: self.add(name, role)
                       for name, role in (("kim", "admin"), ("lee", "admin"), ("oh", "operator"), ("may", "viewer"))}

    def live(self, *options, **more):
        start = self.start if "data_dir" not in more else lambda *given, **rest: self.daemon(
            "--store-failure-rate", "0", *self.database, *given, **rest)
        return start("--sale-mode", "live", "--sale-name", "Autumn", "--store", self.partner.url, "--store-timeout-ms", "500",
                          "--second-person", *options, **more)

    def do(self, server, name, path, method="POST", body=None, **headers):
        return self.ask(server, self.tokens[name], method, path, body, **headers)

    def waits(self, server, name="may"):
        answer = self.do(server, name, "/api/v1/approvals", "GET")
        self.assertEqual(answer.status, 200, answer)
        return answer.json["items"]

    def approve(self, server, name, number, how="approve"):
        return self.do(server, name, f"/api/v1/approvals/{number}/{how}")

    def trail(self, server, action):
        answer = self.do(server, "may", f"/api/v1/audit?action={action}", "GET")
        return [(entry["actor"].split(" ")[0], entry["detail"], entry["result"]) for entry in reversed(answer.json["items"])]

    def in_doubt(self, server, user):
        """A user whose coupon nobody knows of; the reservation."""
        self.partner.behave("error500-after", times=1)
        answer = server.issue(user)
        os.kill(self.partner.process.pid, signal.SIGSTOP)  # It keeps silent, and nobody but a person can tell.
        self.assertEqual(answer.code, "in-doubt", answer)
        return eventually(lambda: next((doubt["reservation"] for doubt in self.do(server, "may", "/api/v1/doubts", "GET").json["items"]
                                        if doubt["userId"] == user), None), 30, "there is no doubt")


class SecondPersonTest(SecondPersonCase):
    def test_voiding_everything(self):
        server = self.live()
        self.assertTrue(self.do(server, "may", "/api/v1/desk", "GET").json["secondPerson"])
        self.assertEqual(self.do(server, "kim", "/api/v1/generate", body={"count": 5}).status, 201)
        refused = self.do(server, "kim", VOID, **{"Accept-Language": "en", "Idempotency-Key": "one"})
        self.assert_problem(refused, 409, "second-person-needed")
        self.assertIn("second person", refused.json["detail"])
        self.assertIn("승인", self.do(server, "kim", VOID, **{"Idempotency-Key": "one"}).json["detail"])
        asked = refused.json["approval"]
        self.assertEqual((asked["act"], asked["person"], asked["state"], asked["own"], asked["reservation"]),
                         ("void", "kim", "waiting", True, None))
        self.assertEqual(refused.headers["retry-after"], "5")
        times = [datetime.datetime.fromisoformat(asked[key].replace("Z", "+00:00")) for key in ("askedAt", "until")]
        self.assertEqual(times[1] - times[0], datetime.timedelta(minutes=5))
        self.assertEqual([(one["id"], one["own"]) for one in self.waits(server)], [(asked["id"], False)])
        self.assertEqual(server.status()["stock"]["available"], 5)

        self.assert_problem(self.approve(server, "kim", asked["id"]), 403, "approval-own")
        self.assert_problem(self.approve(server, "oh", asked["id"]), 403, "not-permitted")
        self.assert_problem(self.approve(server, "may", asked["id"]), 403, "not-permitted")
        self.assert_problem(self.approve(server, "lee", 999), 404, "approval-not-found")
        approved = self.approve(server, "lee", asked["id"])
        self.assertEqual((approved.status, approved.json["state"]), (200, "approved"), approved)
        self.assertTrue(approved.json["second"].startswith("lee ("), approved)
        self.assert_problem(self.do(server, "lee", VOID), 409, "second-person-needed")  # It is kim's, not lee's own.

        for _ in range(2):  # The same key gets the same answer, without another approval.
            done = self.do(server, "kim", VOID, **{"Idempotency-Key": "one"})
            self.assertEqual((done.status, done.json), (200, {"voided": 5}), done)
        self.assert_problem(self.do(server, "kim", VOID, **{"Idempotency-Key": "two"}), 409, "second-person-needed")
        entry = self.trail(server, "void")[-1]
        self.assertEqual(entry[0], "kim")
        self.assertIn("every coupon that is not issued, approved by lee (127.0.0.1)", entry[1])
        self.assertEqual([one[0] for one in self.trail(server, "second-person")], ["kim", "lee", "lee", "kim"])
        self.assertIn("asked by kim (127.0.0.1)", self.trail(server, "second-person")[1][1])

    def test_a_doubt(self):
        server = self.live()
        self.assertEqual(self.do(server, "kim", "/api/v1/generate", body={"count": 2}).status, 201)
        reservation = self.in_doubt(server, 1)
        path = f"/api/v1/doubts/{reservation}"
        refused = self.do(server, "oh", f"{path}/issued")
        self.assert_problem(refused, 409, "second-person-needed")
        self.assertEqual(refused.json["approval"]["reservation"], str(reservation))
        number = refused.json["approval"]["id"]
        declined = self.approve(server, "lee", number, "decline")
        self.assertEqual((declined.status, declined.json["state"]), (200, "declined"), declined)
        self.assert_problem(self.approve(server, "lee", number), 404, "approval-not-found")
        again = self.do(server, "oh", f"{path}/issued").json["approval"]["id"]
        self.assertNotEqual(again, number)
        self.assertEqual(self.approve(server, "lee", again).status, 200)
        done = eventually(lambda: (lambda answer: answer.code != "doubt-busy" and answer)(self.do(server, "oh", f"{path}/issued")), 20)
        self.assertEqual((done.status, done.json["end"]), (200, "ISSUED"), done)
        self.assertIn("approved by lee (127.0.0.1)", self.trail(server, "declare-issued")[-1][1])

    def test_who_has_no_name_is_no_person(self):
        server = self.live("--desk-socket", "none", data_dir=os.path.join(self.home, "other"))
        self.assert_problem(server.post(VOID), 403, "name-needed")
        self.assertEqual(server.get("/api/v1/approvals").json, {"items": []})

    def test_one_is_enough_in_a_rehearsal(self):
        server = self.start("--second-person")
        self.assertFalse(self.do(server, "may", "/api/v1/desk", "GET").json["secondPerson"])
        self.assertEqual(self.do(server, "kim", VOID).status, 200)

    def test_one_is_enough_where_nobody_wants_two(self):
        server = self.live("--second-person=off")
        self.assertEqual(self.do(server, "kim", VOID).status, 200)

    def test_two_servers_and_a_restart(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create().start()
        self.database = ("--database", postgres.url)
        self.tokens = {name: self.add(name, "admin") for name in ("kim", "lee")}
        redis = ("--redis", self.redis_server().url)
        first = self.live(*redis)
        second = self.live(*redis, data_dir=os.path.join(self.home, "second"))
        self.assertEqual(self.do(first, "kim", "/api/v1/generate", body={"count": 3}).status, 201)
        asked = self.do(first, "kim", VOID).json["approval"]
        first.kill()
        self.assertEqual(self.approve(second, "lee", asked["id"]).status, 200)
        first.start()
        done = self.do(first, "kim", VOID)
        self.assertEqual((done.status, done.json), (200, {"voided": 3}), json.dumps(done.json))
        self.assert_problem(self.do(second, "kim", VOID), 409, "second-person-needed")


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor before the opening, as a server elsewhere tells it: asked for over REST, and by itself."""

import datetime
import http.client
import threading

from harness import BUILD_DIR, Case, main
from services import Partner, eventually
from test_doctor import CHECKS


class PreflightTest(Case):
    def unsafe(self, *options):
        """A server of a real sale on a Redis that throws keys away where memory is short, which is red."""
        partner = Partner(BUILD_DIR).start()
        self.addCleanup(partner.cleanup)
        redis = self.redis_server("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru")
        return self.daemon("--redis", redis.url, "--store", partner.url, "--sale-mode", "live", "--sale-name", "Autumn", *options)

    def opens_in(self, server, seconds):
        now = datetime.datetime.fromisoformat(server.get("/api/v1/sale").json["serverTime"].replace("Z", "+00:00"))
        at = (now + datetime.timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
        self.assertEqual(server.put("/api/v1/sale", {"opensAt": at}).status, 200)

    def told(self, server):
        events = server.get("/api/v1/events").json["items"]
        return [event for event in events if event["kind"] == "PREFLIGHT_FAILED"]

    def red(self, preflight):
        return [check["id"] for check in preflight["checks"] if check["status"] == "failed"]

    def test_the_doctors_list(self):
        server = self.daemon("--store-failure-rate", "0")
        answer = server.get("/api/v1/preflight", **{"Accept-Language": "en"})
        self.assertEqual(answer.status, 200)
        self.assertEqual([check["id"] for check in answer.json["checks"]], CHECKS)
        self.assertEqual(set(answer.json), {"ok", "checks"})
        self.assertEqual(answer.json["ok"], not self.red(answer.json))
        port = next(check for check in answer.json["checks"] if check["id"] == "port")
        self.assertIn(f":{server.port}", port["found"])  # its own, although any was asked for
        self.assertEqual(port["status"], "ok", port)
        korean = server.get("/api/v1/preflight", **{"Accept-Language": "ko"}).json["checks"]
        self.assertNotEqual([check["found"] for check in korean], [check["found"] for check in answer.json["checks"]])
        self.assertIn("preflight", server.get("/api/v1/desk").json["capabilities"])

    def test_what_is_red_is_red_there_too(self):
        server = self.unsafe()
        found = server.get("/api/v1/preflight").json
        self.assertFalse(found["ok"])
        self.assertIn("redis-eviction", self.red(found))

    def test_many_who_ask_are_answered_by_one_look(self):
        server = self.daemon()
        answers = []
        askers = [threading.Thread(target=lambda: answers.append(server.get("/api/v1/preflight"))) for _ in range(8)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        self.assertEqual([answer.status for answer in answers], [200] * 8)
        self.assert_conserved(server)

    def test_ten_minutes_before_a_red_check_is_an_event(self):
        server = self.unsafe()
        self.opens_in(server, 590)
        eventually(lambda: self.told(server), 60)
        event = self.told(server)[0]
        self.assertEqual((event["number"], event["times"], event["userId"]), (10, 1, None))
        self.assertIn("redis-eviction", event["detail"].split(", "))
        self.opens_in(server, 55)
        eventually(lambda: len(self.told(server)) == 2, 60)
        self.assertEqual([event["number"] for event in self.told(server)], [10, 1])
        self.assertIn("min before the opening these checks fail: ", server.log())

    def test_a_rehearsal_is_not_looked_at(self):
        redis = self.redis_server("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru")
        rehearsal = self.daemon("--redis", redis.url)
        server = self.unsafe()
        for one in (rehearsal, server):
            self.opens_in(one, 590)
        eventually(lambda: self.told(server), 60)
        self.assertEqual(self.told(rehearsal), [])

    def test_who_goes_on_in_spite_of_it_is_recorded(self):
        server = self.daemon()
        note = {"detail": "before opening at once", "result": "done: went on in spite of it"}
        self.assertEqual(server.post("/api/v1/preflight", note).status, 204)
        entry = server.get("/api/v1/audit?action=preflight").json["items"][0]
        self.assertEqual((entry["detail"], entry["result"]), (note["detail"], note["result"]))
        for wrong in ({}, {"detail": "x"}, {**note, "more": 1}, {**note, "detail": "two\nlines"}):
            self.assert_problem(server.post("/api/v1/preflight", wrong), 400)

    def test_ending_waits_for_no_doctor(self):
        server = self.daemon()

        def ask():
            try:
                server.get("/api/v1/preflight")
            except (OSError, http.client.HTTPException):
                pass  # It was closed before it was read.
        asker = threading.Thread(target=ask)
        asker.start()
        self.assertEqual(server.stop(), 0)
        asker.join()


if __name__ == "__main__":
    main()

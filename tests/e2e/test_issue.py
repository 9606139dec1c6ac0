# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Issuing over HTTP with the default strategy, and what is there to watch it: status, metrics, health, problems."""

import json
import os
import re
import threading
import time

from harness import SOURCE_DIR, Case, main, rush, tally
from services import Promise, eventually

STATUS = {
    "strategy": str, "uptimeSeconds": (int, float), "compensations": int,
    "stock": {"generated": int, "staged": int, "available": int, "reserved": int, "inDoubt": int, "issued": int,
              "void": int, "conserved": bool},
    "users": {"issued": int},
    "store": {"calls": int, "failures": int, "unknown": int},
    "requests": {name: int for name in ("valid", "already", "soldOut", "storeFailed", "inDoubt", "inProgress",
                                        "rejected", "unavailable")},
    "latencyMs": {name: (int, float) for name in ("p50", "p99", "max")},
    "redis": {"connected": bool, "url": str, "mode": str},
    "database": {"connected": bool, "engine": str},
}


class IssueTest(Case):
    def test_valid_then_already(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(10)
        first = server.issue(42)
        self.assertEqual(first.status, 200, first)
        coupon = first.json
        self.assertEqual((coupon["result"], coupon["status"], coupon["userId"]), ("VALID", "ISSUED", 42))
        self.assertRegex(coupon["issuedAt"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
        again = server.issue(42)
        self.assertEqual((again.status, again.json), (200, {**coupon, "result": "ALREADY"}))
        with server.redis() as redis:
            self.assertEqual(redis.command("GET", "rudals:user:coupon:42"), coupon["code"])
            self.assertEqual(redis.command("TYPE", "rudals:coupon:available"), "list")
            self.assertEqual(redis.command("TYPE", "rudals:coupon:stats"), "hash")
            self.assertEqual(redis.command("HLEN", "rudals:coupon:pending"), 0)
            self.assertNotIn(coupon["code"], redis.stock())
        self.assertEqual(server.get(f"/api/v1/coupons/{coupon['id']}").json["userId"], 42)

    def test_first_come_first_served(self):
        server = self.daemon("--store-failure-rate", "0")
        server.post("/api/v1/coupons/add", [{"code": "FIRST"}, {"code": "SECOND"}])
        self.assertEqual(server.issue(1).json["code"], "FIRST")
        self.assertEqual(server.issue(2).json["code"], "SECOND")

    def test_the_moment_of_selling_out(self):
        server = self.daemon("--store-failure-rate", "0")
        self.assertIsNone(server.get("/api/v1/status").json["sellOut"])
        server.generate(30)
        self.assertEqual(tally(rush(server, range(1, 51))), {"VALID": 30, "sold-out": 20})
        status = lambda: server.get("/api/v1/status").json
        # Who came too late is written down about once a second.
        eventually(lambda: (status()["sellOut"] or {}).get("turnedAway") == 20, message="the sell-out")
        told = status()
        first = told["sellOut"]
        self.assertEqual(first["issued"], 30)
        self.assertLessEqual(first["filledAt"], first["firstAt"])
        self.assertLessEqual(first["firstAt"], first["soldOutAt"])
        taken = sorted(c["issuedAt"] for c in server.get("/api/v1/coupons?status=ISSUED&limit=100").json["items"])
        self.assertLessEqual(first["soldOutAt"], taken[-1])
        # This server gave out all thirty: it knows how long each of them waited, and nothing longer than the longest.
        self.assertEqual(first["waitsMeasured"], 30)
        self.assertGreater(first["medianWaitMs"], 0)
        self.assertLessEqual(first["medianWaitMs"], told["latencyMs"]["max"])
        self.assertGreaterEqual(told["perSecond"]["peak"], 10)
        self.assertLessEqual(told["perSecond"]["peak"], 50)
        # Nobody is told "nobody came too late" while those who did are on their way into the book.
        self.assertEqual(tally(rush(server, range(1000, 9000))), {"sold-out": 8000})

        def counted():
            now = status()["sellOut"]
            self.assertTrue(now["counting"] or now["turnedAway"] in (20, 8020), now)
            return now["turnedAway"] == 8020 and not now["counting"]

        eventually(counted, 60, "all who came too late are counted")
        # The next filling ends it; a withdrawn one is no sell-out.
        server.generate(5)
        eventually(lambda: status()["sellOut"] is None, message="the end of the sell-out")
        self.assertEqual(server.issue(100).status, 200)
        self.assertEqual(server.post("/api/v1/coupons/void").status, 200)
        self.assertEqual(server.issue(101).status, 404)
        eventually(lambda: status()["stock"]["available"] == 0, message="an empty stock")
        self.assertIsNone(status()["sellOut"])

    def test_the_waits_of_a_sell_out_are_its_own_and_not_invented(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(7)
        self.assertEqual(tally(rush(server, range(1, 8))), {"VALID": 7})
        # What is pushed within a second counts as one filling.
        filled = time.monotonic()
        eventually(lambda: time.monotonic() > filled + 1.2)
        server.generate(5)
        self.assertEqual(tally(rush(server, range(11, 16))), {"VALID": 5})
        sell_out = lambda daemon: daemon.get("/api/v1/status").json["sellOut"] or {}
        eventually(lambda: sell_out(server).get("issued") == 5, message="the second sell-out")
        eventually(lambda: sell_out(server).get("waitsMeasured") == 5, message="the waits of the second filling")
        server.stop()
        # After a restart the book still tells the sell-out. How long people waited it has never known.
        again = self.daemon("--store-failure-rate", "0", data_dir=server.data_dir)
        eventually(lambda: sell_out(again).get("issued") == 5, message="the sell-out, from the book")
        self.assertEqual(sell_out(again)["waitsMeasured"], 0)
        self.assertIsNone(sell_out(again)["medianWaitMs"])

    def test_the_last_refusal_by_the_partner_survives_a_restart(self):
        server = self.daemon("--store-failure-rate", "1")
        server.generate(5)
        self.assertIsNone(server.get("/api/v1/status").json["store"]["failedAt"])
        self.assert_problem(server.issue(1), 500, "store-failed")
        failed_at = lambda daemon: daemon.get("/api/v1/status").json["store"]["failedAt"]
        eventually(lambda: failed_at(server), message="the time of the refusal")
        before = failed_at(server)
        server.stop()
        again = self.daemon("--store-failure-rate", "0", data_dir=server.data_dir)
        eventually(lambda: failed_at(again), message="the time of the refusal, from the book")
        self.assertEqual(failed_at(again)[:16], before[:16])

    def test_sold_out_in_both_languages(self):
        server = self.daemon()
        problem = self.assert_problem(server.issue(1), 404, "sold-out")
        self.assertEqual(problem["detail"], "쿠폰 재고가 모두 소진되었습니다.")
        self.assertEqual(problem["instance"], "/api/v1/coupons/1/issue")
        english = self.assert_problem(server.post("/api/v1/coupons/1/issue", **{"Accept-Language": "en"}), 404, "sold-out")
        self.assertTrue(english["detail"].isascii() and english["title"].isascii(), english)
        for language, ascii_only in (("en-US,en;q=0.9", True), ("ko,en;q=0.5", False), ("ko-KR", False), ("*", False)):
            answer = server.post("/api/v1/coupons/1/issue", **{"Accept-Language": language})
            self.assertEqual(answer.json["detail"].isascii(), ascii_only, language)

    def test_a_refusal_of_the_partner_is_compensated(self):
        server = self.daemon("--store-failure-rate", "1")
        server.generate(3)
        problem = self.assert_problem(server.issue(1), 500, "store-failed")
        self.assertEqual(problem["detail"], "쿠폰발급 후처리에 실패했습니다.")
        self.assertEqual(self.assert_conserved(server)["available"], 3)
        status = server.status()
        self.assertEqual((status["compensations"], status["store"]["failures"], status["requests"]["storeFailed"]),
                         (1, 1, 1))

    def test_silence_of_the_partner_is_a_doubt_that_is_settled(self):
        server = self.daemon("--store-failure-rate", "0", "--store-unknown-rate", "1", "--store-seed", "3")
        server.generate(20)
        results = rush(server, range(1, 11))
        for _, answer in results:
            self.assertEqual((answer.status, answer.code), (202, "in-doubt"), answer)
        stock = self.assert_conserved(server, 30)
        self.assertEqual(stock["issued"] + stock["available"] + stock["void"], 20)
        self.assertEqual(server.status()["requests"]["inDoubt"], 10)
        held = {coupon["userId"]: coupon["code"] for coupon in server.coupons("&status=ISSUED")}
        self.assertEqual(len(set(held.values())), len(held))
        for user, code in held.items():
            self.assertEqual(server.issue(user).json["code"], code)

    def test_user_ids_that_are_none(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(5)
        for text in ("0", "-1", "abc", "1.5", "+1", "9223372036854775808", "1e3", "%00", "1%00", "1%2f2", "%0d%0a", "１"):
            with self.subTest(id=text):
                path = f"/api/v1/coupons/{text}/issue".encode("utf-8").decode("latin-1")
                self.assertIn(server.post(path.replace("\xef\xbc\x91", "%EF%BC%91")).status, (400, 404))
        self.assert_problem(server.issue("0"), 400)
        self.assert_problem(server.issue("abc"), 400)
        self.assertEqual(server.status()["stock"]["available"], 5)
        largest = server.issue(9223372036854775807)
        self.assertEqual((largest.status, largest.json["userId"]), (200, 9223372036854775807))

    def test_a_body_is_not_read_and_its_type_does_not_matter(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(3)
        answer = server.post("/api/v1/coupons/1/issue", "not json", **{"Content-Type": "text/plain"})
        self.assertEqual(answer.status, 200, answer)
        answer = server.post("/api/v1/coupons/2/issue", "", **{"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(answer.status, 200, answer)

    def test_one_user_200_times_at_once(self):
        server = self.daemon("--store-failure-rate", "0", "--store-latency-ms", "20")
        server.generate(50)
        results = rush(server, [77] * 200, threads=64)
        counts = tally(results)
        self.assertEqual(counts["VALID"], 1, counts)
        self.assertEqual(counts["ALREADY"] + counts["in-progress"], 199, counts)
        self.assertEqual(len({answer.json["code"] for _, answer in results if answer.status == 200}), 1)
        for _, answer in results:
            if answer.status == 409:
                self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        self.assertEqual(self.assert_conserved(server)["issued"], 1)


class WatchTest(Case):
    @classmethod
    def setUpClass(cls):
        cls.share("--store-failure-rate", "0")

    def setUp(self):
        self.revive()

    def assert_shape(self, value, shape, where="status"):
        for name, kind in shape.items():
            self.assertIn(name, value, where)
            if isinstance(kind, dict):
                self.assert_shape(value[name], kind, f"{where}.{name}")
            else:
                self.assertIsInstance(value[name], kind, f"{where}.{name}")

    def test_status_has_every_key_and_its_numbers_follow(self):
        before = self.server.status()
        self.assert_shape(before, STATUS)
        self.server.generate(3)
        self.server.issue(1)
        self.server.issue(1)
        self.server.issue("zero")
        after = self.server.status()
        self.assertEqual(after["requests"]["valid"], before["requests"]["valid"] + 1)
        self.assertEqual(after["requests"]["already"], before["requests"]["already"] + 1)
        self.assertEqual(after["requests"]["rejected"], before["requests"]["rejected"] + 1)
        self.assertEqual(after["stock"]["generated"], before["stock"]["generated"] + 3)
        self.assertEqual(after["users"]["issued"], before["users"]["issued"] + 1)
        self.assertEqual(after["store"]["calls"], before["store"]["calls"] + 1)
        self.assertGreater(after["latencyMs"]["max"], 0)
        self.assertLessEqual(after["latencyMs"]["p50"], after["latencyMs"]["max"])
        self.assertEqual(after["strategy"], "saga")
        self.assertEqual((after["redis"]["mode"], after["redis"]["connected"]), ("private", True))
        self.assertEqual((after["database"]["engine"], after["database"]["connected"]), ("sqlite", True))
        self.assertGreaterEqual(after["uptimeSeconds"], before["uptimeSeconds"])

    def test_conserved_does_not_flicker_under_load(self):
        self.server.generate(2000)
        stop = threading.Event()
        seen = []

        def watch():
            while not stop.is_set():
                seen.append(self.server.status()["stock"]["conserved"])
                time.sleep(0.02)
        watcher = threading.Thread(target=watch)
        watcher.start()
        counts = tally(rush(self.server, range(10_000, 12_000)))
        stop.set()
        watcher.join()
        self.assertEqual(counts["VALID"], 2000, counts)
        self.assertGreater(len(seen), 5)
        self.assertTrue(all(seen), f"{seen.count(False)} of {len(seen)} looks said false")

    def test_a_coupon_that_is_taken_behind_its_back_shows_within_two_seconds(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(100)
        self.assertTrue(server.status()["stock"]["conserved"])
        with server.redis() as redis:
            shows = Promise(2)
            for _ in range(3):
                taken = redis.command("LPOP", "rudals:coupon:available")
                shows.wait(lambda: not server.status()["stock"]["conserved"], "the loss does not show")
                redis.command("LPUSH", "rudals:coupon:available", taken)
                eventually(lambda: server.status()["stock"]["conserved"], 5, "the return does not show")
            redis.command("RPUSH", "rudals:coupon:available", taken)
            shows.wait(lambda: not server.status()["stock"]["conserved"], "a double does not show")
        shows.check()

    def test_metrics_are_in_prometheus_text_format(self):
        self.server.generate(1)
        self.server.issue(555)
        answer = self.server.get("/metrics")
        self.assertEqual(answer.status, 200)
        self.assertRegex(answer.headers["content-type"], "^text/plain")
        text = answer.body.decode("utf-8")
        typed = set(re.findall(r"^# TYPE ([a-zA-Z_:][\w:]*) (?:counter|gauge|histogram|summary)$", text, re.MULTILINE))
        sample = re.compile(r'^([a-zA-Z_:][\w:]*)(\{[a-zA-Z_]\w*="(?:[^"\\]|\\.)*"(?:,[a-zA-Z_]\w*="(?:[^"\\]|\\.)*")*,?\})?'
                            r" ([-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|Inf|NaN))(?: \d+)?$")
        names = set()
        for line in text.splitlines():
            if line and not line.startswith("#"):
                match = sample.match(line)
                self.assertTrue(match, line)
                names.add(match[1])
        self.assertTrue(typed)
        for name in names:
            self.assertTrue({name, re.sub(r"_(bucket|sum|count|total)$", "", name)} & typed, f"{name} has no TYPE")

    def test_health_and_readiness(self):
        self.assertEqual(self.server.get("/healthz").status, 200)
        self.assertEqual(self.server.get("/readyz").status, 200)

    def test_the_served_api_document_is_the_file(self):
        answer = self.server.get("/openapi.json")
        self.assertEqual(answer.status, 200)
        self.assertRegex(answer.headers["content-type"], "^application/json")
        with open(os.path.join(SOURCE_DIR, "resources", "openapi.json"), encoding="utf-8") as file:
            document = json.load(file)
        self.assertEqual(answer.json, document)

    def test_every_described_operation_is_there(self):
        for path, item in self.server.get("/openapi.json").json["paths"].items():
            target = re.sub(r"{[^}]+}", "4000000", path)
            for method in ("get", "put", "post"):
                if method in item:
                    endless = "text/event-stream" in item[method]["responses"].get("200", {}).get("content", {})
                    answer = self.server.request("HEAD" if endless else method.upper(), target)
                    self.assertNotEqual(answer.status, 405, f"{method} {path}")
                    self.assertIn(str(answer.status), item[method]["responses"], f"{method} {path}: {answer}")

    def test_every_problem_code_is_in_the_document(self):
        known = set(self.server.get("/openapi.json").json["components"]["schemas"]["ProblemCode"]["enum"])
        for method, path, headers in (("GET", "/nowhere", {}), ("DELETE", "/healthz", {}), ("GET", "/api/v1/coupons/x", {}),
                                      ("POST", "/api/v1/coupons/1/issue", {"Origin": "http://evil.example"}),
                                      ("GET", "/healthz", {"Host": "evil.example"}), ("GET", "/" + "a" * 9000, {}),
                                      ("GET", "/healthz", {"X": "y" * 20_000})):
            answer = self.server.request(method, path, headers=headers)
            self.assertIn(answer.code, known, answer)

    def test_unknown_paths(self):
        for path in ("/", "/nowhere", "/api/v1", "/api/v1/coupons/1/2/3", "/api/v2/status", "/api/v1/coupons/1/issue/x",
                     "/API/v1/status", "/api/v1/../v1/status"):
            with self.subTest(path=path):
                self.assert_problem(self.server.get(path), 404)

    def test_wrong_verbs(self):
        for method, path, allowed in (
                ("GET", "/api/v1/coupons/add", "POST"), ("GET", "/api/v1/generate", "POST"),
                ("GET", "/api/v1/coupons/push", "POST"), ("GET", "/api/v1/coupons/1/issue", "POST"),
                ("PUT", "/api/v1/coupons/1/issue", "POST"), ("PATCH", "/api/v1/coupons/1", "PUT"),
                ("POST", "/api/v1/status", "GET"), ("DELETE", "/metrics", "GET"), ("POST", "/healthz", "GET"),
                ("PATCH", "/api/v1/coupons", "GET"), ("PUT", "/api/v1/coupons/push", "POST")):
            with self.subTest(method=method, path=path):
                answer = self.server.request(method, path)
                self.assert_problem(answer, 405)
                self.assertIn(allowed, re.split(r",\s*", answer.headers["allow"]))
                self.assertNotIn(method, re.split(r",\s*", answer.headers["allow"]))


if __name__ == "__main__":
    main()

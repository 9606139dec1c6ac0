# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long acts of the administration: exactly what was asked for, however often they are tried."""

import concurrent.futures
import http.client
import threading

from harness import Case, Client, main
from services import Postgres, RedisServer, eventually


def keyed(key):
    return {"Idempotency-Key": key}


class IdempotencyTest(Case):
    def generate(self, server, count, key=None, query=""):
        return Client(server.port, 120).request("POST", f"/api/v1/generate{query}", {"count": count},
                                                keyed(key) if key else {})

    def total(self, server):
        return server.status()["stock"]["generated"]

    def finished(self, server, count, key):
        """Repeats until the answer is final, as a client does that honours Retry-After."""
        def answer():
            given = self.generate(server, count, key)
            return None if given.status in (409, 503) else given
        return eventually(answer, 60)

    def test_the_same_answer_again(self):
        server = self.daemon()
        requests = (("/api/v1/generate", {"count": 7}), ("/api/v1/generate?push=false", {"count": 5}),
                    ("/api/v1/coupons/add", [{"code": "IA"}, {"code": "IB"}]), ("/api/v1/coupons/push", None),
                    ("/api/v1/coupons/void", None))
        first = [server.request("POST", path, body, keyed(f"k-{n}")) for n, (path, body) in enumerate(requests)]
        self.assertEqual([answer.status for answer in first], [201, 201, 201, 200, 200], first)
        data = server.data_dir
        server.stop()
        again = self.daemon(data_dir=data)
        for n, (path, body) in enumerate(requests):
            answer = again.request("POST", path, body, keyed(f'"k-{n}"'))
            self.assertEqual((answer.status, answer.body, answer.headers["content-type"]),
                             (first[n].status, first[n].body, first[n].headers["content-type"]))
        self.assertEqual(self.total(again), 14)
        audit = again.get("/api/v1/audit?action=generate").json["items"]
        self.assertEqual(len(audit), 2, audit)

    def test_another_request_with_the_key(self):
        server = self.daemon()
        self.assertEqual(self.generate(server, 3, "one").status, 201)
        self.assert_problem(self.generate(server, 4, "one"), 422, "idempotency-mismatch")
        self.assert_problem(self.generate(server, 3, "one", "?push=false"), 422, "idempotency-mismatch")
        added = server.request("POST", "/api/v1/coupons/add", {"code": "ONE"}, keyed("one"))
        self.assertEqual(added.status, 201)  # each endpoint has keys of its own
        self.assertEqual(self.total(server), 4)

    def test_the_times_of_the_sale(self):
        server = self.daemon()
        first = server.request("PUT", "/api/v1/sale", {"opensAt": "2126-12-01T10:00:00Z"}, keyed("times"))
        self.assertEqual((first.status, first.json["opensAt"]), (200, "2126-12-01T10:00:00.000Z"))
        self.assertEqual(server.put("/api/v1/sale", {"opensAt": "2127-12-01T10:00:00Z"}).status, 200)
        data = server.data_dir
        server.stop()
        server = self.daemon(data_dir=data)
        again = server.request("PUT", "/api/v1/sale", {"opensAt": "2126-12-01T10:00:00Z"}, keyed("times"))
        self.assertEqual((again.status, again.json["opensAt"]), (200, "2126-12-01T10:00:00.000Z"))
        self.assertEqual(server.get("/api/v1/sale").json["opensAt"], "2127-12-01T10:00:00.000Z")  # nothing was done again
        other = server.request("PUT", "/api/v1/sale", {"opensAt": None}, keyed("times"))
        self.assert_problem(other, 422, "idempotency-mismatch")
        bad = server.request("PUT", "/api/v1/sale", {"closesAt": "2020-01-01T00:00:00Z"}, keyed("late"))
        self.assertEqual(bad.status, 400)
        better = server.request("PUT", "/api/v1/sale", {"closesAt": "2128-01-01T00:00:00Z"}, keyed("late"))
        self.assertEqual(better.status, 200, better)  # what was refused has used up no key
        told = [row["result"] for row in server.get("/api/v1/audit?action=times").json["items"]]
        self.assertEqual(sum(text.startswith("done: ") for text in told), 3, told)
        self.assertEqual(sum(text.startswith("refused: ") for text in told), 2, told)

    def test_keys_that_are_none(self):
        server = self.daemon()
        for key in ("", '"', '""', '"a', "a b", "a\"b", "k" * 256, '"a";x=1', "\u00e9"):
            answer = self.generate(server, 1, key) if key else Client(server.port).request(
                "POST", "/api/v1/generate", {"count": 1}, {"Idempotency-Key": ""})
            self.assert_problem(answer, 400, "invalid-idempotency-key")
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.putrequest("POST", "/api/v1/coupons/push")
        connection.putheader("Idempotency-Key", "a")
        connection.putheader("Idempotency-Key", "a")
        connection.putheader("Content-Length", "0")
        connection.endheaders()
        self.assertEqual(connection.getresponse().status, 400)
        connection.close()
        self.assertEqual(self.total(server), 0)
        self.assertEqual(self.generate(server, 1, "k" * 255).status, 201)

    def test_at_the_same_time(self):
        server = self.daemon()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: self.generate(server, 60_000, "same"), range(8)))
        for answer in answers:
            if answer.status != 201:
                self.assert_problem(answer, 409, "idempotency-running")
                self.assertIn("retry-after", answer.headers)
        self.assertEqual(self.finished(server, 60_000, "same").json, {"generated": 60_000, "pushed": 60_000})
        self.assertEqual(self.total(server), 60_000)

    def test_redis_is_killed_in_the_middle(self):
        redis = self.redis_server()
        server = self.daemon("--redis", redis.url)
        answers = []
        work = threading.Thread(target=lambda: answers.append(self.generate(server, 400_000, "long")))
        work.start()
        eventually(lambda: self.total(server) >= 20_000, 60)
        redis.kill()
        work.join()
        self.assert_problem(answers[0], 503, "incomplete")
        self.assertGreaterEqual(answers[0].json["generated"], answers[0].json["pushed"])
        self.assertLess(answers[0].json["generated"], 400_000)
        other = RedisServer(port=redis.port)
        self.addCleanup(other.cleanup)
        other.start()
        eventually(lambda: server.get("/readyz").status == 200, 60)
        # A reading taken while a push was cut off is shown for a moment longer.
        eventually(lambda: self.total(server) == answers[0].json["generated"], 10)
        self.assertEqual(self.finished(server, 400_000, "long").json, {"generated": 400_000, "pushed": 400_000})
        self.assertEqual(self.assert_conserved(server)["available"], 400_000)
        results = [entry["result"] for entry in server.get("/api/v1/audit?action=generate").json["items"]]
        self.assertEqual(results[0], "done: 400000 generated, 400000 pushed")
        self.assertTrue(any(result.startswith("failed after ") for result in results), results)
        self.assertEqual(results[-1], "begun")

    def test_the_server_is_killed_in_the_middle(self):
        server = self.daemon()
        work = threading.Thread(target=self.swallow, args=(server, 200_000, "killed"))
        work.start()
        eventually(lambda: self.total(server) >= 20_000, 60)
        server.kill()
        work.join()
        again = self.daemon(data_dir=server.data_dir)
        self.assertLess(self.total(again), 200_000)
        eventually(lambda: any(entry["result"].startswith("broke off after ") for entry in
                               again.get("/api/v1/audit?action=generate").json["items"]), 30)
        self.assertEqual(self.finished(again, 200_000, "killed").json, {"generated": 200_000, "pushed": 200_000})
        self.assertEqual(self.assert_conserved(again)["available"], 200_000)

    def swallow(self, server, count, key):
        try:
            self.generate(server, count, key)
        except (OSError, http.client.HTTPException):
            pass

    def test_another_server_takes_over(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create().start()
        redis = self.redis_server()
        shared = ("--redis", redis.url, "--database", postgres.url)
        first, second = self.daemon(*shared), self.daemon(*shared)
        work = threading.Thread(target=self.swallow, args=(first, 150_000, "both"))
        work.start()
        eventually(lambda: self.total(second) >= 10_000, 60)
        self.assert_problem(self.generate(second, 150_000, "both"), 409, "idempotency-running")
        first.kill()
        work.join()
        self.assertEqual(self.finished(second, 150_000, "both").json, {"generated": 150_000, "pushed": 150_000})
        self.assertEqual(self.assert_conserved(second)["available"], 150_000)


if __name__ == "__main__":
    main()

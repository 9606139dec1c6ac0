# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long acts that are answered before they are done: the job tells how far they are, and how they ended."""

from harness import main
from services import eventually
from test_stream import StreamCase

ASYNC = {"Prefer": "respond-async"}


def keyed(key, **more):
    return {"Idempotency-Key": key, **ASYNC, **more}


class JobsTest(StreamCase):
    def begin(self, server, path, body=None, key="k", status=202):
        answer = server.request("POST", path, body, keyed(key))
        self.assertEqual(answer.status, status, answer)
        return answer

    def ended(self, server, job):
        def over():
            now = server.get(f"/api/v1/jobs/{job}")
            self.assertEqual(now.status, 200, now)
            return now.json if now.json["state"] != "running" else None
        return eventually(over, 60, "the job does not end")

    def test_it_is_answered_at_once_and_told_to_its_end(self):
        server = self.daemon()
        stream = self.stream(server)
        stream.first("reading")
        begun = self.begin(server, "/api/v1/generate", {"count": 100_000})
        job = begun.json["id"]
        self.assertEqual(begun.headers["location"], f"/api/v1/jobs/{job}")
        self.assertEqual(begun.headers["preference-applied"], "respond-async")
        self.assertEqual((begun.json["state"], begun.json["total"], begun.json["action"]), ("running", 100_000, "generate"))
        self.assertNotIn("answer", begun.json)
        again = self.begin(server, "/api/v1/generate", {"count": 100_000})
        self.assertEqual(again.json["id"], job)  # While it runs, and not for a second time.
        told = [event.data for event in stream.until(lambda event: event.name == "job" and event.data["state"] == "done")
                if event.name == "job"]
        self.assertEqual({event["id"] for event in told}, {job})
        made = [event["made"] for event in told]
        self.assertEqual(made, sorted(made))
        self.assertTrue(any(0 < number < 100_000 for number in made), made)
        end = self.ended(server, job)
        self.assertEqual(end["answer"], {"status": 201, "body": {"generated": 100_000, "pushed": 100_000}})
        self.assertEqual((end["made"], end["result"]), (100_000, "done: 100000 generated, 100000 pushed"))
        self.assertIn(job, [item["id"] for item in server.get("/api/v1/jobs").json["items"]])
        repeated = self.begin(server, "/api/v1/generate", {"count": 100_000})
        self.assertEqual((repeated.json["id"], repeated.json["answer"]), (job, end["answer"]))
        self.assertEqual(server.status()["stock"]["generated"], 100_000)

    def test_push_and_void_are_jobs_too(self):
        server = self.daemon()
        server.post("/api/v1/generate?push=false", {"count": 50})
        pushed = self.ended(server, self.begin(server, "/api/v1/coupons/push").json["id"])
        self.assertEqual(pushed["answer"], {"status": 200, "body": {"pushed": 50, "available": 50}})
        voided = self.ended(server, self.begin(server, "/api/v1/coupons/void").json["id"])
        self.assertEqual(voided["answer"], {"status": 200, "body": {"voided": 50}})
        one, other = (server.request("POST", "/api/v1/coupons/push", None, ASYNC).json["id"] for _ in range(2))
        self.assertNotEqual(one, other)  # Without a key each is an act of its own.

    def test_adding_many_is_a_job(self):
        server = self.daemon()
        codes = [{"code": f"MANY-{number:05}"} for number in range(5000)]
        begun = self.begin(server, "/api/v1/coupons/add", codes).json
        self.assertEqual((begun["action"], begun["total"]), ("add", 5000))
        self.assertEqual(self.ended(server, begun["id"])["answer"], {"status": 201, "body": {"added": 5000, "pushed": 5000}})
        again = self.begin(server, "/api/v1/coupons/add", codes).json
        self.assertEqual((again["id"], again["answer"]["body"]["added"]), (begun["id"], 5000))
        taken = self.ended(server, self.begin(server, "/api/v1/coupons/add", codes[:2], "other").json["id"])
        self.assertEqual((taken["state"], taken["answer"]["status"], taken["answer"]["body"]["codes"]),
                         ("failed", 409, ["MANY-00000", "MANY-00001"]))
        self.assertEqual(server.status()["stock"]["available"], 5000)

    def test_voiding_chosen_coupons_is_a_job(self):
        server = self.daemon("--store-failure-rate", "0")
        coupons = server.post("/api/v1/coupons/add", [{"code": f"C-{number}"} for number in range(1200)]).json["coupons"]
        self.assertEqual(server.issue(7).status, 200)
        path, order = "/api/v1/coupons/void-chosen", {"ids": [coupon["id"] for coupon in coupons] + [10**12]}
        answer = {"voided": 1199, "kept": {"ISSUED": 1, "VOID": 0}, "unknown": 1, "notReached": 0}
        job = self.begin(server, path, order).json
        self.assertEqual((job["action"], job["total"]), ("void", 1201))
        self.assertEqual(self.ended(server, job["id"])["answer"], {"status": 200, "body": answer})
        server.kill()
        again = self.daemon("--store-failure-rate", "0", data_dir=server.data_dir)
        same = again.request("POST", path, order, {"Idempotency-Key": "k"})  # Also after a restart, and without a job.
        self.assertEqual((same.status, same.json), (200, answer), same)
        self.assertEqual(again.get(f"/api/v1/jobs/{job['id']}").json["answer"]["body"], answer)
        other = again.request("POST", path, {"ids": [1]}, {"Idempotency-Key": "k"})
        self.assert_problem(other, 422, "idempotency-mismatch")

    def test_without_the_preference_nothing_is_another(self):
        server = self.daemon()
        answer = server.request("POST", "/api/v1/generate", {"count": 5}, {"Prefer": "return=minimal", "Idempotency-Key": "a"})
        self.assertEqual((answer.status, answer.json), (201, {"generated": 5, "pushed": 5}))
        self.assertNotIn("location", answer.headers)
        job = server.get("/api/v1/jobs").json["items"][0]  # Whoever looks sees it all the same.
        self.assertEqual((job["state"], job["made"]), ("done", 5))
        listed = server.request("POST", "/api/v1/generate", {"count": 5},
                                {"Prefer": "wait=10, Respond-Async; foo=bar", "Idempotency-Key": "b"})
        self.assertEqual(listed.status, 202)

    def test_what_is_refused_is_refused_at_once(self):
        server = self.daemon()
        self.assertEqual(self.begin(server, "/api/v1/generate", {"count": 3}, "one").status, 202)
        self.assert_problem(self.begin(server, "/api/v1/generate", {"count": 4}, "one", 422), 422, "idempotency-mismatch")
        self.assert_problem(server.request("POST", "/api/v1/generate", {"count": 0}, ASYNC), 400, "invalid-body")
        self.assert_problem(server.get("/api/v1/jobs/none"), 404, "job-not-found")

    def test_it_is_stopped_by_its_key(self):
        server = self.daemon()
        job = self.begin(server, "/api/v1/generate", {"count": 1_000_000}, "long").json["id"]
        eventually(lambda: server.get(f"/api/v1/jobs/{job}").json["made"] > 0, 60)
        self.assertEqual(server.post("/api/v1/acts/long/stop").status, 202)
        end = self.ended(server, job)
        self.assertEqual((end["state"], end["answer"]["status"]), ("stopped", 201))
        self.assertEqual(end["answer"]["body"]["generated"], server.status()["stock"]["generated"])

    def test_redis_goes_in_the_middle(self):
        redis = self.redis_server()
        server = self.daemon("--redis", redis.url)
        job = self.begin(server, "/api/v1/generate", {"count": 400_000}, "long").json["id"]
        eventually(lambda: server.get(f"/api/v1/jobs/{job}").json["made"] > 0, 60)
        redis.kill()
        end = self.ended(server, job)
        self.assertEqual((end["state"], end["answer"]["status"], end["answer"]["body"]["code"]), ("failed", 503, "incomplete"))
        self.assertLess(end["answer"]["body"]["generated"], 400_000)

    def test_a_restart_in_the_middle_and_the_same_job_goes_on(self):
        server = self.daemon()
        job = self.begin(server, "/api/v1/generate", {"count": 300_000}, "long").json["id"]
        eventually(lambda: server.get(f"/api/v1/jobs/{job}").json["made"] > 0, 60)
        server.kill()
        again = self.daemon(data_dir=server.data_dir)
        def broken():
            now = again.get(f"/api/v1/jobs/{job}").json
            return now if now["state"] == "stopped" else None
        self.assertNotIn("answer", eventually(broken, 30, "it is not seen that it broke off"))
        self.assertEqual(self.begin(again, "/api/v1/generate", {"count": 300_000}, "long").json["id"], job)
        self.assertEqual(self.ended(again, job)["answer"], {"status": 201, "body": {"generated": 300_000, "pushed": 300_000}})
        self.assertEqual(again.status()["stock"]["generated"], 300_000)
        again.stop()
        last = self.daemon(data_dir=server.data_dir)  # What has ended is in the book alone.
        self.assertEqual(self.ended(last, job)["state"], "done")
        self.assertEqual(self.begin(last, "/api/v1/generate", {"count": 300_000}, "long").json["state"], "done")
        self.assertEqual(last.status()["stock"]["generated"], 300_000)

    def test_a_stop_of_the_server_ends_it_in_order(self):
        server = self.daemon()
        self.begin(server, "/api/v1/generate", {"count": 1_000_000}, "long")
        eventually(lambda: server.status()["stock"]["generated"] > 0, 60)
        self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    main()

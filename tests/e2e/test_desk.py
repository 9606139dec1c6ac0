# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an operator may do over REST: pause, void, settle doubts, ask why; and that nothing is lost by any of it."""

import contextlib
import os
import signal
import socket
import sqlite3
import tempfile
import threading

from harness import BUILD_DIR, main, rush, tally
from promises import Background, CrashCase
from services import Partner, Postgres, eventually

DESK = (("POST", "/api/v1/issuing/pause"), ("DELETE", "/api/v1/coupons/1"), ("GET", "/api/v1/coupons/void"),
        ("POST", "/api/v1/coupons/void"), ("GET", "/api/v1/coupons/1/life"), ("GET", "/api/v1/users/1"),
        ("GET", "/api/v1/doubts"), ("POST", "/api/v1/doubts/1/ask"), ("GET", "/api/v1/audit"), ("GET", "/api/v1/events"),
        ("GET", "/api/v1/stream"), ("GET", "/api/v1/history"), ("GET", "/api/v1/desk"))


class DeskCase(CrashCase):
    def codes(self, server, count=20):
        """Coupons K-000, K-001, …, in the stock; by code."""
        answer = server.post("/api/v1/coupons/add", [{"code": f"K-{n:03}"} for n in range(count)])
        self.assertEqual(answer.status, 201, answer)
        return {coupon["code"]: coupon["id"] for coupon in answer.json["coupons"]}

    def audit(self, server, query=""):
        answer = server.get(f"/api/v1/audit?{query}")
        self.assertEqual(answer.status, 200, answer)
        return answer.json["items"]

    def life(self, server, coupon):
        answer = server.get(f"/api/v1/coupons/{coupon}/life")
        self.assertEqual(answer.status, 200, answer)
        return [event["what"] for event in answer.json["events"]]

    def why(self, server, user):
        answer = server.get(f"/api/v1/users/{user}")
        self.assertEqual(answer.status, 200, answer)
        return answer.json


class PauseTest(DeskCase):
    def pause(self, server, paused=True):
        answer = server.post(f"/api/v1/issuing/{'pause' if paused else 'resume'}")
        self.assertEqual((answer.status, answer.json), (200, {"paused": paused}), answer)

    def assert_paused(self, server, user=1):
        answer = server.issue(user)
        self.assert_problem(answer, 503, "paused")
        self.assertEqual(answer.headers["retry-after"], "5")

    def test_nothing_is_issued_until_it_is_resumed(self):
        for strategy in ("saga", "redis-lpop", "db-pessimistic"):
            with self.subTest(strategy=strategy):
                server = self.daemon("--strategy", strategy, "--store-failure-rate", "0")
                server.generate(3)
                self.pause(server)
                self.assert_paused(server)
                self.assertTrue(server.status()["paused"])
                self.assertEqual(server.status()["requests"]["unavailable"], 1)
                self.assertEqual(server.get("/readyz").status, 200)
                self.assertIn("operator", server.post("/api/v1/coupons/1/issue", None, **{"Accept-Language": "en"}).json["detail"])
                self.pause(server, False)
                self.assertEqual(server.issue(1).json["result"], "VALID")
                self.assertFalse(server.status()["paused"])

    def test_a_restart_and_an_emptied_redis_keep_it(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(3)
        self.pause(server)
        server.kill()
        server.start()
        self.assert_paused(server)
        with server.redis() as redis:
            redis.command("FLUSHALL")
        eventually(lambda: self.stock_length(server) == 3, 20, "it is not rebuilt")
        self.assert_paused(server)
        server.kill()
        server.start()
        self.assert_paused(server)
        self.pause(server, False)
        eventually(lambda: server.issue(1).status == 200, 20)

    def stock_length(self, server):
        with server.redis() as redis:
            return redis.command("LLEN", "rudals:coupon:available")

    def test_other_servers_hear_of_it(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create().start()
        shared = ("--redis", self.redis_server().url, "--database", postgres.url, "--store-failure-rate", "0")
        first, second = self.daemon(*shared), self.daemon(*shared)
        first.generate(3)
        self.pause(first)
        eventually(lambda: second.issue(1).code == "paused", 6, "the second server does not hear of it")
        self.pause(second, False)
        eventually(lambda: first.issue(1).status == 200, 6, "the first server does not hear that it is over")
        self.assertGreater(first.post("/api/v1/coupons/void").json["voided"], 0)
        self.assert_conserved(second)


class VoidTest(DeskCase):
    def test_one(self):
        server = self.daemon("--store-failure-rate", "0")
        ids = self.codes(server, 3)
        staged = server.post("/api/v1/coupons/add?push=false", {"code": "S"}).json["coupons"][0]["id"]
        for coupon in (ids["K-001"], staged):
            answer = server.request("DELETE", f"/api/v1/coupons/{coupon}")
            self.assertEqual((answer.status, answer.json["status"]), (200, "VOID"), answer)
            self.assert_problem(server.request("DELETE", f"/api/v1/coupons/{coupon}"), 409, "not-editable")
            self.assertEqual(self.life(server, coupon)[-1], "VOIDED")
        self.assertEqual(tally(rush(server, range(1, 6))), {"VALID": 2, "sold-out": 3})
        self.assert_problem(server.request("DELETE", f"/api/v1/coupons/{ids['K-000']}"), 409, "not-editable")
        self.assert_problem(server.request("DELETE", "/api/v1/coupons/99999"), 404, "coupon-not-found")
        self.assert_problem(server.request("DELETE", "/api/v1/coupons/zero"), 400, "invalid-id")
        self.assertEqual(server.get("/api/v1/coupons/add").status, 405)
        stock = self.assert_conserved(server)
        self.assertEqual((stock["void"], stock["issued"]), (2, 2))
        with server.redis() as redis:
            redis.command("FLUSHALL")
        eventually(lambda: server.issue(9).status == 404, 20)
        self.assertEqual(self.assert_conserved(server)["void"], 2)

    def test_all_under_load(self):
        for strategy in ("saga", "db-optimistic"):
            with self.subTest(strategy=strategy):
                server = self.daemon("--strategy", strategy)
                server.generate(30_000)
                server.generate(2_000, length=14)
                server.post("/api/v1/coupons/add?push=false", [{"code": f"S-{n}"} for n in range(100)])
                red = []
                done = threading.Event()

                def watch():
                    while not done.is_set():
                        stock = server.status()["stock"]
                        if not stock["conserved"]:
                            red.append(stock)

                watcher = threading.Thread(target=watch)
                watcher.start()
                work = Background(server, range(1, 100_000), threads=8)
                work.wait_for(200)
                plan = server.get("/api/v1/coupons/void").json
                self.assertEqual(plan["staged"], 100)
                self.assertEqual(sum(plan.values()), 32_100, plan)
                answer = server.post("/api/v1/coupons/void")
                self.assertEqual(answer.status, 200, answer)
                work.wait_for(work.answered + 50)
                results = work.finish(stop=True)
                done.set()
                watcher.join()
                self.assertEqual(red, [])
                stock = self.assert_conserved(server)
                self.assertEqual(stock["void"], answer.json["voided"])
                void = {coupon["code"] for coupon in server.coupons("&status=VOID")}
                self.assertFalse(void & set(self.assert_promises_kept(server, results).values()))
                self.assertEqual(self.audit(server, "action=void")[0]["result"], f"done: {stock['void']} voided")

    def test_killed_in_the_middle(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(60_000)
        work = Background(server, range(1, 100_000), threads=4)
        work.wait_for(100)
        voiding = threading.Thread(target=lambda: self.swallow(lambda: server.post("/api/v1/coupons/void")))
        voiding.start()
        eventually(lambda: server.status()["stock"]["void"] > 2_000, 20)
        server.kill()
        voiding.join()
        results = work.finish(stop=True)
        server.start()
        # Until somebody finishes them, those on their way to VOID count as stock, though nobody gets them.
        eventually(lambda: self.on_their_way(server) == 0, 20, "what the crash left is not finished")
        stock = self.assert_settled(server, results, 30)
        self.assertTrue(2_000 < stock["void"] < 60_000, stock)
        left = server.post("/api/v1/coupons/void").json["voided"]
        self.assertEqual(left, stock["available"])
        self.assertEqual(self.assert_conserved(server)["void"], stock["void"] + left)

    def test_a_slice_that_a_crash_left_is_finished(self):
        """The moment between Redis and the book, made by hand: the light stays green, and nobody gets them."""
        server = self.daemon("--store-failure-rate", "0")
        self.codes(server, 5)
        with server.redis() as redis:
            redis.command("SADD", "rudals:coupon:voiding", "K-003", "K-004")
            redis.command("LTRIM", "rudals:coupon:available", 0, 2)
        self.assertTrue(server.status()["stock"]["conserved"], server.status())
        eventually(lambda: server.status()["stock"]["void"] == 2, 20, "nobody finishes it")
        self.assertEqual(tally(rush(server, range(1, 6))), {"VALID": 3, "sold-out": 2})
        self.assert_conserved(server)

    def on_their_way(self, server):
        with server.redis() as redis:
            return redis.command("SCARD", "rudals:coupon:voiding")

    def swallow(self, call):
        try:
            call()
        except Exception:  # The server is killed under it.
            pass


class DoubtTest(DeskCase):
    def start(self, *options):
        self.partner = Partner(BUILD_DIR)
        self.addCleanup(self.partner.cleanup)
        self.partner.start()
        server = self.daemon("--store", self.partner.url, "--store-timeout-ms", "400", *options)
        self.ids = self.codes(server, 2)
        return server

    def silence(self, silent=True):
        """Stopped, it takes connections and answers nothing; it remembers all when it goes on."""
        os.kill(self.partner.process.pid, signal.SIGSTOP if silent else signal.SIGCONT)

    def doubt(self, server, mode="error500-before"):
        """User 1 is in doubt about K-000, and the partner keeps silent."""
        self.partner.behave(mode, times=1)
        answer = server.issue(1)
        self.silence()
        self.assertEqual((answer.status, answer.code), (202, "in-doubt"), answer)
        items = eventually(lambda: server.get("/api/v1/doubts").json["items"], 10)
        self.assertEqual([(item["code"], item["userId"]) for item in items], [("K-000", 1)])
        return items[0]["reservation"]

    def order(self, server, reservation, verb, status=200):
        def ask():
            answer = server.post(f"/api/v1/doubts/{reservation}/{verb}")
            return None if answer.code == "doubt-busy" and status != 409 else answer
        answer = eventually(ask, 20, "always busy")
        self.assertEqual(answer.status, status, answer)
        return answer.json

    def test_it_was_issued(self):
        server = self.start()
        reservation = self.doubt(server, "error500-after")
        end = self.order(server, reservation, "issued")
        self.assertEqual((end["end"], end["coupon"]["code"], end["coupon"]["userId"]), ("ISSUED", "K-000", 1))
        again = server.issue(1).json
        self.assertEqual((again["result"], again["code"]), ("ALREADY", "K-000"))
        self.assert_conserved(server)
        self.order(server, reservation, "restore", 404)
        entry = self.audit(server, "action=declare-issued")[0]
        self.assertEqual(entry["actor"], "REST 127.0.0.1")
        self.assertIn("K-000", entry["detail"])
        life = server.get(f"/api/v1/coupons/{self.ids['K-000']}/life").json["events"]
        self.assertEqual(life[-1]["what"], "ISSUED")
        self.assertEqual(life[-1]["actor"], "REST 127.0.0.1")

    def test_restored_and_then_anothers(self):
        server = self.start()
        reservation = self.doubt(server, "error500-before")
        end = self.order(server, reservation, "restore")
        self.assertEqual(end["end"], "STILL_UNKNOWN", "it cannot be withdrawn while the partner is silent")
        self.assertEqual(self.why(server, 1)["verdict"], "IN_DOUBT")
        self.assertEqual(server.status()["stock"]["inDoubt"], 1)
        self.assertGreater(server.status()["oldestDoubtSeconds"], 0)
        # The partner never had it: whoever comes first, a round of the settler or the person, restores it.
        self.silence(False)
        answer = server.post(f"/api/v1/doubts/{reservation}/restore")
        self.assertIn(answer.status, (200, 404, 409), answer)
        if answer.status == 200:
            self.assertEqual((answer.json["end"], answer.json["coupon"]["status"]), ("RESTORED", "AVAILABLE"))
        self.assertEqual(self.assert_conserved(server, 30)["available"], 2)
        results = []
        for user in (2, 3):
            results.append((user, eventually(lambda user=user: (lambda a: a.status == 200 and a)(server.issue(user)), 40)))
        self.assertEqual({answer.json["code"] for _, answer in results}, {"K-000", "K-001"})
        self.assert_conserved(server, 30)
        self.assert_promises_kept(server, results)

    def test_asked_again(self):
        server = self.start()
        reservation = self.doubt(server, "error500-after")
        end = self.order(server, reservation, "ask")
        self.assertEqual((end["end"], end["coupon"]["status"]), ("STILL_UNKNOWN", "IN_DOUBT"))
        self.assertTrue(end["answer"])
        eventually(lambda: server.get("/api/v1/doubts").json["items"][0]["attempts"] > 0, 10)
        self.silence(False)
        answer = server.post(f"/api/v1/doubts/{reservation}/ask")
        if answer.status == 200:
            self.assertEqual(answer.json["end"], "ISSUED")
        eventually(lambda: server.issue(1).status == 200, 20)
        self.assertEqual(server.issue(1).json["result"], "ALREADY")
        self.assert_conserved(server)

    def test_redis_forgets_everything(self):
        server = self.start()
        reservation = self.doubt(server, "error500-after")
        with server.redis() as redis:
            redis.command("HDEL", "rudals:coupon:pending", "1")
        end = self.order(server, reservation, "issued")
        self.assertEqual(end["end"], "ISSUED")
        self.silence(False)
        self.assert_conserved(server)
        self.assertEqual(server.issue(1).json["code"], "K-000")

    def test_redis_forgets_and_nobody_decides(self):
        server = self.start()
        self.doubt(server, "error500-after")
        with server.redis() as redis:
            redis.command("HDEL", "rudals:coupon:pending", "1")
        self.silence(False)
        eventually(lambda: not server.get("/api/v1/doubts").json["items"], 60, "the doubt is not taken up")
        # Redis hears of the end a moment after the book.
        eventually(lambda: server.issue(1).status == 200, 10, "the coupon is not issued")
        self.assertEqual(server.issue(1).json["code"], "K-000")
        self.assert_conserved(server)

    def test_a_killed_servers_reservation_is_a_doubt_too(self):
        server = self.start("--store-timeout-ms", "2000")
        self.silence()
        asking = threading.Thread(target=lambda: VoidTest.swallow(self, lambda: server.issue(1)))
        asking.start()
        with server.redis() as redis:
            eventually(lambda: redis.command("HLEN", "rudals:coupon:pending") == 1, 20)
        server.kill()
        asking.join()
        server.start()
        items = eventually(lambda: server.get("/api/v1/doubts").json["items"], 30, "it stays reserved for ever")
        self.assertEqual([(item["code"], item["userId"]) for item in items], [("K-000", 1)])
        self.assertEqual(server.status()["stock"]["inDoubt"], 1)
        self.assertEqual(self.why(server, 1)["verdict"], "IN_DOUBT")
        life = server.get(f"/api/v1/coupons/{self.ids['K-000']}/life").json["events"]
        self.assertIn("IN_DOUBT", [event["what"] for event in life])
        self.assertEqual(self.order(server, items[0]["reservation"], "issued")["end"], "ISSUED")
        self.silence(False)
        self.assertEqual(server.issue(1).json["code"], "K-000")
        self.assert_conserved(server)

    def test_a_saga_that_comes_back_late_leaves_a_doubt_alone(self):
        control = socket.socket(socket.AF_UNIX)
        self.addCleanup(control.close)
        directory = tempfile.TemporaryDirectory(prefix="seonchak-")
        self.addCleanup(directory.cleanup)
        control.bind(os.path.join(directory.name, "steps"))
        control.listen()
        server = self.start("--failpoints", control.getsockname())
        self.partner.behave("refuse", times=1)
        answers = []
        asking = threading.Thread(target=lambda: answers.append(server.issue(1)))
        asking.start()
        with control.accept()[0] as steps, steps.makefile("r") as lines:
            def let_go_until(wanted):
                for line in lines:
                    _, number, _, step, edge = line.split()
                    if (step, edge) == wanted:
                        return number
                    steps.sendall(f"go {number}\n".encode())
            number = let_go_until(("release", "before"))
            self.silence()
            eventually(lambda: server.get("/api/v1/doubts").json["items"], 30, "its lease does not end")
            steps.sendall(f"go {number}\n".encode())
            steps.sendall(f"go {let_go_until(('release', 'after'))}\n".encode())
            asking.join()
            stock = server.status()["stock"]
            self.assertEqual((stock["inDoubt"], stock["available"]), (1, 1), "the late saga ended the settler's doubt")
            self.silence(False)
            self.assertEqual(self.assert_conserved(server, 30)["available"], 2)
            self.assertEqual(server.get("/api/v1/doubts").json["items"], [])
        self.assertEqual(answers[0].code, "store-failed")

    def test_killed_while_a_person_decides(self):
        server = self.start()
        reservation = self.doubt(server, "stall-after")
        asking = threading.Thread(target=lambda: VoidTest.swallow(self, lambda: server.post(f"/api/v1/doubts/{reservation}/restore")))
        asking.start()
        server.kill()
        asking.join()
        self.silence(False)
        server.start()
        self.assert_settled(server, [], 40)
        self.assert_sells_to_the_last(server, 2, 100)

    def test_nothing_of_the_kind(self):
        server = self.start()
        for verb in ("ask", "issued", "restore"):
            self.assert_problem(server.post(f"/api/v1/doubts/4711/{verb}"), 404, "doubt-not-found")
            self.assert_problem(server.post(f"/api/v1/doubts/x/{verb}"), 400, "invalid-id")
            self.assertEqual(server.get(f"/api/v1/doubts/1/{verb}").status, 405)
        self.assertEqual(server.get("/api/v1/doubts").json, {"items": []})


class MemoryTest(DeskCase):
    def test_the_life_of_a_coupon_that_was_refused_edited_and_issued(self):
        server = self.daemon("--store-failure-rate", "1")
        coupon = self.codes(server, 1)["K-000"]
        self.assert_problem(server.issue(1), 500, "store-failed")
        self.assertEqual(server.put(f"/api/v1/coupons/{coupon}", {"code": "NEW"}).status, 200)
        self.assertEqual(self.life(server, coupon),
                         ["GENERATED", "PUSHED", "RESERVED", "STORE_REFUSED", "RESTORED", "EDITED"])
        server.stop()
        server.options = ["--store-failure-rate", "0"]
        server.start()
        self.assertEqual(server.issue(2).json["code"], "NEW")
        events = server.get(f"/api/v1/coupons/{coupon}/life").json["events"]
        self.assertEqual([event["what"] for event in events][-2:], ["RESERVED", "ISSUED"])
        edit = next(event for event in events if event["what"] == "EDITED")
        self.assertEqual((edit["actor"], edit["detail"]), ("REST 127.0.0.1", "K-000"))
        self.assertEqual(events[-1]["userId"], 2)

    def test_why_not(self):
        server = self.daemon("--store-failure-rate", "1")
        self.codes(server, 1)
        self.assertEqual(self.why(server, 1)["verdict"], "NEVER_SEEN")
        server.issue(1)
        self.assertEqual((self.why(server, 1)["verdict"], self.why(server, 1)["failedTimes"]), ("STORE_FAILED", 1))
        server.stop()
        server.options = ["--store-failure-rate", "0"]
        server.start()
        self.assertEqual(server.issue(2).status, 200)
        for user in (3, 4, 3):
            self.assertEqual(server.issue(user).status, 404)
        issued = self.why(server, 2)
        self.assertEqual((issued["verdict"], issued["coupon"]["code"]), ("ISSUED", "K-000"))
        third, fourth = self.why(server, 3), self.why(server, 4)
        self.assertEqual((third["verdict"], third["refusedTimes"], third["place"], third["refused"]), ("SOLD_OUT", 2, 1, 2))
        self.assertEqual((fourth["verdict"], fourth["place"]), ("SOLD_OUT", 2))
        self.assertGreaterEqual(third["secondsAfterSellOut"], 0)
        self.assert_problem(server.get("/api/v1/users/0"), 400, "invalid-id")

    def test_everything_stands_in_the_audit_trail(self):
        server = self.daemon("--store-failure-rate", "0")
        ids = self.codes(server, 2)
        self.assertEqual(server.post("/api/v1/coupons/add", {"code": "K-000"}).status, 409)
        server.generate(3)
        server.post("/api/v1/coupons/push")
        server.put(f"/api/v1/coupons/{ids['K-000']}", {"code": "N"})
        server.request("DELETE", f"/api/v1/coupons/{ids['K-001']}")
        server.request("DELETE", f"/api/v1/coupons/{ids['K-001']}")
        server.post("/api/v1/issuing/pause")
        server.post("/api/v1/issuing/resume")
        server.post("/api/v1/doubts/99/ask")
        server.post("/api/v1/coupons/void")
        seen = [(entry["action"], entry["result"].split(":")[0]) for entry in reversed(self.audit(server))]
        self.assertEqual([entry for entry in seen if entry[0] not in ("rebuild", "start")],
                         [("add", "done"), ("add", "refused"), ("generate", "done"), ("push", "done"), ("edit", "done"),
                          ("void", "done"), ("void", "refused"), ("pause", "done"), ("resume", "done"), ("ask", "refused"),
                          ("void", "done")])
        self.assertTrue(all(entry["actor"] in ("REST 127.0.0.1", "keeper") for entry in self.audit(server)
                            if entry["action"] != "start"))
        self.assertEqual(len(self.audit(server, "action=void")), 3)
        self.assertEqual(len(self.audit(server, "text=k-000")), 3)
        self.assertEqual(self.audit(server, "action=edit")[0]["detail"], f"coupon {ids['K-000']}, code K-000, new code N")
        page = server.get("/api/v1/audit?limit=2").json
        more = server.get(f"/api/v1/audit?limit=2&before={page['next']}").json
        self.assertLess(more["items"][0]["id"], page["items"][-1]["id"])
        for query in ("limit=0", "limit=1001", "before=x", "from=yesterday", "until=5"):
            self.assert_problem(server.get(f"/api/v1/audit?{query}"), 400, "invalid-query")

    def test_events(self):
        server = self.daemon("--store-failure-rate", "0")
        self.codes(server, 1)
        server.issue(1)
        server.issue(1)
        server.issue(2)
        page = server.get("/api/v1/events").json
        kinds = [event["kind"] for event in page["items"]]
        self.assertEqual([kind for kind in kinds if kind not in ("REDIS_BACK", "REDIS_AWAY", "REBUILT")],
                         ["ADDED", "PUSHED", "ISSUED", "ALREADY", "SOLD_OUT"])
        self.assertEqual(server.get(f"/api/v1/events?after={page['next']}").json,
                         {"items": [], "next": page["next"], "last": page["next"], "dropped": 0, "restarted": False})
        self.assertTrue(server.get("/api/v1/events?after=999999").json["restarted"])
        self.assertEqual(len(server.get("/api/v1/events?limit=1").json["items"]), 1)
        self.assert_problem(server.get("/api/v1/events?after=-1"), 400, "invalid-query")

    def events(self, server, limit=50):
        """All events, portion by portion; each portion joins the one before."""
        items, after = [], 0
        while True:
            page = server.get(f"/api/v1/events?limit={limit}&after={after}").json
            self.assertEqual(page["next"] - after, page["dropped"] + len(page["items"]), page)
            self.assertEqual([event["serial"] for event in page["items"]], sorted(event["serial"] for event in page["items"]))
            if not page["items"]:
                return items
            items, after = items + page["items"], page["next"]

    def test_a_first_start_tells_of_no_return(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(1)
        kinds = [event["kind"] for event in eventually(lambda: self.events(server), 10, "nothing is told")]
        self.assertNotIn("REDIS_BACK", kinds)
        self.assertNotIn("REBUILT", kinds)
        self.assertIn("GENERATED", kinds)

    def test_what_matters_stands_out_of_a_flood_of_refusals(self):
        redis = self.redis_server("--appendonly", "yes")
        server = self.daemon("--redis", redis.url, "--store-failure-rate", "0")
        refused = 0

        def flood():
            results = tally(rush(server, range(1, 3001)))
            self.assertEqual(results, {"sold-out": 3000})
            return 3000
        refused += flood()
        redis.kill()
        eventually(lambda: not server.status()["redis"]["connected"], 10, "nobody noticed that Redis went away")
        redis.start()
        eventually(lambda: server.status()["issuing"], 30, "Redis did not come back")
        refused += flood()

        def told():
            kinds = self.events(server)
            counted = sum(event["times"] for event in kinds if event["kind"] == "SOLD_OUT")
            return kinds if counted == refused else None  # the last second is counted once it is over
        events = eventually(told, 10, "not every refusal is accounted for")
        away = [event for event in events if event["kind"] == "REDIS_AWAY"]
        back = [event for event in events if event["kind"] == "REDIS_BACK"]
        self.assertEqual(len(away), 1, events)
        self.assertTrue(any(event["serial"] > away[0]["serial"] for event in back), events)
        many = [event for event in events if event["times"] > 1]
        self.assertTrue(many)
        self.assertTrue(all(event["userId"] is None and event["code"] is None for event in many), many)
        self.assertLess(len(events), refused // 2)  # 20 of a kind are told singly in each second

    def book(self, server, statement):
        """What a person with a shell does to the book."""
        with contextlib.closing(sqlite3.connect(os.path.join(server.data_dir, "seonchak.sqlite"), timeout=10)) as book:
            with book:
                return book.execute(statement).rowcount

    def test_a_row_that_vanishes_behind_the_servers_back_is_missed(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(10)
        self.assertTrue(server.status()["stock"]["conserved"])
        self.assertEqual(self.book(server, "DELETE FROM coupon WHERE id = 3"), 1)
        eventually(lambda: not server.status()["stock"]["conserved"], 30, "nobody missed the coupon")

    def test_a_book_that_counted_itself_wrong_is_set_right(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(10)
        server.stop()
        self.book(server, "UPDATE tally SET n = n + 5 WHERE kind = 2")
        server.start()
        eventually(lambda: server.status()["stock"]["generated"] == 10, 20, "the wrong number stayed")

        def mended():
            return [event for event in self.events(server) if event["kind"] == "COUNTS_MENDED"]
        told = eventually(mended, 30, "nobody was told")
        self.assertEqual([event["detail"] for event in told], ["-5 coupons of status 2"])
        eventually(lambda: "-5 coupons of status 2" in server.log(), 20, "the log does not tell it")
        eventually(lambda: server.status()["stock"]["conserved"], 30, "the light stayed red")

    def test_wrong_tokens(self):
        server = self.daemon_with_token()
        for method, path in DESK:
            self.assert_problem(server.request(method, path, headers={"Authorization": "Bearer wrong"}), 401, "unauthorized")
        server.token = "secret"

        def counted():
            entries = self.audit(server, "action=token-refused")
            return sum(int(entry["result"].split()[1]) for entry in entries) == len(DESK) and entries
        entries = eventually(counted, 10, "not all are counted")
        self.assertLess(len(entries), len(DESK))
        self.assertEqual(entries[0]["actor"], "REST 127.0.0.1")

    def daemon_with_token(self):
        file = tempfile.NamedTemporaryFile("w", prefix="sc-token-")
        file.write("secret\n")
        file.flush()
        os.chmod(file.name, 0o600)
        self.addCleanup(file.close)
        return self.daemon("--admin-token-file", file.name)


if __name__ == "__main__":
    main()

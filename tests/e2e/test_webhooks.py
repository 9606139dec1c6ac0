# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Webhooks, with a receiver that knows nothing but their specification."""

import base64
import os
import shutil
import signal
import tempfile
import threading
import time

from harness import BUILD_DIR, Case, main, rush, run_daemon
from hook_receiver import HookReceiver
from services import Partner, Postgres, eventually, free_port

NO_LOSS = ("--store-failure-rate", "0")
# Moves the beginning of a user's reservation into the past: number:started:state:due:code.
AGE = ("local number, started, rest = redis.call('HGET', KEYS[1], ARGV[1]):match('^(%d+):(%d+):(.*)$') "
       "redis.call('HSET', KEYS[1], ARGV[1], number .. ':' .. (started - ARGV[2]) .. ':' .. rest)")


class WebhookCase(Case):
    def receiver(self, started=True):
        folder = tempfile.mkdtemp(prefix="sc-hook-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        receiver = HookReceiver(folder, free_port())
        self.addCleanup(receiver.stop)
        return receiver.start() if started else receiver

    def assert_sound(self, receiver):
        self.assertEqual(receiver.faults, [])

    @staticmethod
    def deliveries(server, query=""):
        answer = server.get(f"/api/v1/webhooks?limit=1000{query}")
        assert answer.status == 200, answer
        return answer.json["items"]


class TellingTest(WebhookCase):
    def test_a_sale_is_told_from_its_opening_to_its_end(self):
        receiver = self.receiver()
        server = self.daemon(*NO_LOSS, *receiver.options())
        server.generate(20)
        eventually(lambda: receiver.told("sale.opened"), 30)
        rush(server, range(1, 31))
        eventually(lambda: receiver.told("sale.sold-out"), 15)
        self.assertEqual(server.put("/api/v1/sale", {"closesAt": _soon(4)}).status, 200)
        eventually(lambda: receiver.told("sale.closed"), 30)
        self.assertEqual([message["type"] for message in receiver.told()],
                         ["sale.opened", "sale.sold-out", "sale.closed"])  # coupon.issued is off
        self.assertEqual(len(set(receiver.ids())), 3)
        self.assert_sound(receiver)

    def test_an_opening_by_the_clock_is_told_once(self):
        receiver = self.receiver()
        server = self.daemon(*NO_LOSS, *receiver.options())
        self.assertEqual(server.put("/api/v1/sale", {"opensAt": _soon(4)}).status, 200)
        server.generate(5)
        opened = eventually(lambda: receiver.told("sale.opened"), 30)
        eventually(lambda: server.get("/api/v1/sale").json["state"] == "open", 5)
        server.stop()
        server.start()
        server.generate(5)
        eventually(lambda: server.status()["stock"]["available"] == 10, 5)
        rush(server, range(1, 12))
        eventually(lambda: receiver.told("sale.sold-out"), 15)
        self.assertEqual(receiver.told("sale.opened"), opened)

    def test_each_issue_is_told_with_ids_only(self):
        for strategy in ("saga", "user-cache", "redis-lpop", "db-optimistic"):
            with self.subTest(strategy=strategy):
                receiver = self.receiver()
                server = self.daemon(*NO_LOSS, "--strategy", strategy, *receiver.options("coupon.issued"))
                if strategy != "user-cache":
                    server.generate(40)
                answers = rush(server, range(1, 41), threads=8)
                issued = {user: answer.json["id"] for user, answer in answers if answer.status == 200}
                self.assertGreater(len(issued), 30)
                eventually(lambda: len(receiver.told()) >= len(issued), 20)
                told = {message["data"]["userId"]: message["data"]["couponId"] for message in receiver.told()}
                self.assertEqual(told, issued)
                for message in receiver.told():
                    self.assertEqual(set(message), {"type", "timestamp", "data"})
                    self.assertEqual(set(message["data"]), {"couponId", "userId", "userIdText"})
                self.assertEqual(len(receiver.ids()), len(set(receiver.ids())))
                self.assert_sound(receiver)

    def test_a_list_and_send_again(self):
        receiver = self.receiver()
        receiver.answer = lambda number, message: 410
        server = self.daemon(*NO_LOSS, *receiver.options("coupon.issued"))
        server.generate(3)
        server.issue(1)
        gone = eventually(lambda: self.deliveries(server, "&state=SWITCHED_OFF"), 10)
        self.assertEqual((gone[0]["status"], gone[0]["tries"], gone[0]["nextTryAt"]), (410, 1, None))
        self.assertIsNotNone(server.get("/api/v1/webhooks").json["receivers"][0]["switchedOffAt"])
        server.issue(2)
        eventually(lambda: len(self.deliveries(server, "&state=SWITCHED_OFF")) == 2, 10)
        self.assertEqual(len(receiver.told()), 1)
        receiver.answer = lambda number, message: 200
        again = server.post(f"/api/v1/webhooks/{gone[0]['id']}/send")
        self.assertEqual((again.status, again.json["state"]), (202, "WAITING"), again)
        eventually(lambda: self.deliveries(server, "&state=DELIVERED"), 10)
        server.issue(3)
        eventually(lambda: len(receiver.told()) == 3, 10)
        self.assertIn("webhook-send", [entry["action"] for entry in server.get("/api/v1/audit").json["items"]])
        self.assert_problem(server.post("/api/v1/webhooks/4711/send"), 404, "delivery-not-found")
        self.assert_problem(server.post("/api/v1/webhooks/x/send"), 400, "invalid-id")
        self.assert_problem(server.get("/api/v1/webhooks?state=LOST"), 400, "invalid-query")
        self.assert_problem(server.get("/api/v1/webhooks?limit=0"), 400, "invalid-query")


class LossTest(WebhookCase):
    def test_a_killed_server_loses_none(self):
        receiver = self.receiver(started=False)  # nobody listens when it is killed
        server = self.daemon(*NO_LOSS, *receiver.options("coupon.issued", "sale.opened"))
        server.generate(60)
        eventually(lambda: [row for row in self.deliveries(server) if row["event"] == "sale.opened"], 10)
        answers = rush(server, range(1, 51), threads=8)
        server.kill()
        issued = {answer.json["id"] for _, answer in answers if answer.status == 200}
        self.assertEqual(len(issued), 50)
        receiver.start()
        server.start()
        eventually(lambda: {message["data"]["couponId"] for message in receiver.told("coupon.issued")} >= issued, 40)
        eventually(lambda: receiver.told("sale.opened"), 20)
        self.assert_sound(receiver)

    def test_a_fault_is_tried_again(self):
        receiver = self.receiver()
        receiver.answer = lambda number, message: 500 if number == 0 else 204
        server = self.daemon(*NO_LOSS, *receiver.options("coupon.issued"))
        server.generate(1)
        server.issue(1)
        failed = eventually(lambda: [row for row in self.deliveries(server) if row["tries"] == 1], 10)[0]
        self.assertEqual((failed["state"], failed["status"]), ("WAITING", 500))
        self.assertIn("answered 500", failed["answer"])
        eventually(lambda: self.deliveries(server, "&state=DELIVERED"), 20)
        self.assertEqual(len(receiver.ids()), 2)
        self.assertEqual(len(set(receiver.ids())), 1)


    def test_a_kill_before_the_answer_tells_it_again(self):
        """The receiver has it, and the server died before it could know: at least once, under one id."""
        receiver = self.receiver()
        came, answered = threading.Event(), threading.Event()

        def hold(number, _):
            if number == 0:
                came.set()
                answered.wait(60)
            return 200
        receiver.answer = hold
        self.addCleanup(answered.set)
        server = self.daemon(*NO_LOSS, *receiver.options("coupon.issued"))
        server.generate(1)
        coupon = server.issue(1).json["id"]
        self.assertTrue(came.wait(10), "nothing was sent")
        server.kill()
        answered.set()
        server.start()
        eventually(lambda: self.deliveries(server, "&state=DELIVERED"), 40)
        self.assertEqual([message["data"]["couponId"] for message in receiver.told()], [coupon, coupon])
        self.assertEqual(len(set(receiver.ids())), 1)
        self.assert_sound(receiver)


class TwoServersTest(WebhookCase):
    def test_two_servers_deliver_once(self):
        postgres = Postgres()
        self.addCleanup(postgres.cleanup)
        postgres.create().start()
        store = self.redis_server("--appendonly", "yes")
        receiver = self.receiver()
        # A slow receiver: both servers look at the outbox while its first answers are under way.
        receiver.answer = lambda number, message: (time.sleep(0.8) if number < 16 else None) or 200
        shared = ("--redis", store.url, "--database", postgres.url, *NO_LOSS,
                  *receiver.options("coupon.issued", "sale.opened", "sale.sold-out"))
        first, second = self.daemon(*shared), self.daemon(*shared)
        first.generate(120)
        eventually(lambda: receiver.told("sale.opened"), 15)
        rush(first, range(1, 61), threads=8)
        rush(second, range(61, 131), threads=8)
        eventually(lambda: len(receiver.told("coupon.issued")) >= 120, 30)
        eventually(lambda: receiver.told("sale.sold-out"), 15)
        eventually(lambda: not self.deliveries(second, "&state=WAITING"), 10)
        self.assertEqual(len(receiver.told()), 122)
        self.assertEqual(len(set(receiver.ids())), 122)
        self.assert_sound(receiver)


class AlarmTest(WebhookCase):
    def test_an_alarm_is_raised_once_and_ends(self):
        receiver = self.receiver()
        server = self.daemon(*NO_LOSS, "--alarm", "stock=5", *receiver.options("alarm.stock"))
        server.generate(10)
        eventually(lambda: server.status()["stock"]["available"] == 10, 5)
        self.assertEqual(_alarm(server, "stock"), "0")
        rush(server, range(1, 8))
        eventually(lambda: receiver.told("alarm.stock"), 10)
        self.assertEqual(_alarm(server, "stock"), "1")
        self.assertEqual([alarm["name"] for alarm in server.status()["alarms"]], ["stock"])
        server.issue(8)
        server.generate(10)
        eventually(lambda: len(receiver.told("alarm.stock")) == 2, 10)
        self.assertEqual(_alarm(server, "stock"), "0")
        self.assertEqual([message["data"]["state"] for message in receiver.told()], ["raised", "ended"])
        kinds = [event["kind"] for event in server.get("/api/v1/events?limit=1000").json["items"]]
        self.assertEqual((kinds.count("ALARM_RAISED"), kinds.count("ALARM_ENDED")), (1, 1))
        self.assertIn("alarm stock: raised", server.log())
        self.assert_sound(receiver)


    def test_each_alarm_of_a_sale_is_an_event_a_metric_and_a_line_of_the_log(self):
        server = self.daemon(*NO_LOSS, "--alarm", "stock=5", "--alarm", "sold-out", "--alarm", "opened", "--alarm", "closed")
        server.generate(6)
        self.assert_raised(server, "opened")
        rush(server, range(1, 3))
        self.assert_raised(server, "stock")
        rush(server, range(3, 10))
        self.assert_raised(server, "sold-out")
        server.generate(6)
        eventually(lambda: _alarm(server, "sold-out") == "0", 10)
        with server.redis() as connection:  # somebody takes a code by hand
            connection.command("LPOP", "rudals:coupon:available")
        self.assert_raised(server, "conservation")
        server.put("/api/v1/sale", {"closesAt": "now"})
        self.assert_raised(server, "closed")
        # What is not asked for is not raised, whatever happens.
        self.assertNotIn("alarm doubt", server.log())

    def test_a_partner_that_is_given_up_for_the_moment(self):
        server = self.daemon("--alarm", "partner", "--store", f"http://127.0.0.1:{free_port()}", "--store-timeout-ms", "200")
        server.generate(200)
        for start in range(1, 2000, 100):
            rush(server, range(start, start + 100))
            if _alarm(server, "partner") == "1":
                break
        self.assert_raised(server, "partner")

    def test_a_doubt_that_nobody_can_settle(self):
        receiver, partner = self.receiver(), Partner(BUILD_DIR)
        self.addCleanup(partner.cleanup)
        partner.start()
        server = self.daemon("--alarm", "doubt=1", "--store", partner.url, "--store-timeout-ms", "200",
                             *receiver.options("alarm.doubt"))
        server.generate(1)
        partner.behave("error500-after", times=1)
        self.assertEqual(server.issue(1).status, 202)
        os.kill(partner.process.pid, signal.SIGSTOP)  # It takes connections and answers nothing.
        eventually(lambda: server.status()["oldestDoubtSeconds"] is not None, 10)
        self.assertEqual(_alarm(server, "doubt"), "0")
        with server.redis() as redis:
            redis.command("EVAL", AGE, 1, "rudals:coupon:pending", 1, 61_000)
        self.assert_raised(server, "doubt")
        eventually(lambda: receiver.told("alarm.doubt"), 10)
        os.kill(partner.process.pid, signal.SIGCONT)
        eventually(lambda: server.status()["stock"]["issued"] == 1, 30, "the doubt is not settled")
        eventually(lambda: _alarm(server, "doubt") == "0", 10)
        eventually(lambda: len(receiver.told("alarm.doubt")) == 2, 10)
        self.assertEqual([message["data"]["state"] for message in receiver.told()], ["raised", "ended"])

    def assert_raised(self, server, name):
        eventually(lambda: _alarm(server, name) == "1", 10, f"the alarm {name}")
        self.assertIn(name, [alarm["name"] for alarm in server.status()["alarms"]])
        eventually(lambda: f"alarm {name}: raised" in server.log(), 5, f"a line of the log about {name}")
        raised = [event["detail"] for event in server.get("/api/v1/events?limit=1000").json["items"]
                  if event["kind"] == "ALARM_RAISED"]
        self.assertIn(name, raised)

    def test_issuing_that_is_impossible_raises_one_by_itself(self):
        receiver = self.receiver()
        store = self.redis_server("--appendonly", "yes")
        server = self.daemon(*NO_LOSS, "--redis", store.url, *receiver.options("alarm.issuing"))
        server.generate(5)
        store.kill()
        eventually(lambda: _alarm(server, "issuing") == "1", 20)
        eventually(lambda: receiver.told("alarm.issuing"), 10)
        store.start()
        eventually(lambda: _alarm(server, "issuing") == "0", 30)
        eventually(lambda: len(receiver.told("alarm.issuing")) == 2, 10)
        self.assertEqual([message["data"]["state"] for message in receiver.told()], ["raised", "ended"])
        self.assertEqual(len({message["data"]["server"] for message in receiver.told()}), 1)


class ConfigurationTest(WebhookCase):
    def refused(self, *options, listen="127.0.0.1:0"):
        code, output, errors = run_daemon(*options, listen=listen)
        self.assertEqual((code, output), (2, ""), errors)
        return errors

    def test_itself_and_private_addresses_are_refused(self):
        receiver = self.receiver(started=False)
        port = free_port()
        own = ("--webhook", f"http://localhost:{port}/api/v1/generate", "--webhook-secret-file", receiver.secret_file)
        errors = self.refused(*own, "--webhook-allow-private", listen=f"127.0.0.1:{port}")
        self.assertIn("this server itself", errors)
        errors = self.refused(*own, "--webhook", "http://10.0.0.1/")
        self.assertIn("private address", errors)
        errors = self.refused("--webhook", "https://hooks.example.com/x", "--allow-host", "hooks.example.com",
                              "--webhook-secret-file", receiver.secret_file)
        self.assertIn("this server itself", errors)

    def test_a_secret_is_needed_and_kept(self):
        receiver = self.receiver(started=False)
        url = ("--webhook", "https://hooks.example.com/x")
        self.assertIn("--webhook-secret-file", self.refused(*url))
        os.chmod(receiver.secret_file, 0o644)
        self.assertIn("chmod 600", self.refused(*url, "--webhook-secret-file", receiver.secret_file))
        os.chmod(receiver.secret_file, 0o600)
        with open(receiver.secret_file, "w", encoding="ascii") as file:
            file.write("whsec_" + base64.b64encode(b"too short").decode())
        self.assertIn("24 to 64", self.refused(*url, "--webhook-secret-file", receiver.secret_file))
        self.assertIn("no event", self.refused("--webhook-events", "sale.begun"))
        self.assertIn("http", self.refused("--webhook", "ftp://example.com/"))
        self.assertIn("no alarm", self.refused("--alarm", "fire"))
        self.assertIn("stock=", self.refused("--alarm", "stock=lots"))


def _soon(seconds):
    at = time.time() + seconds
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at)) + f".{int(at % 1 * 1000):03d}Z"


def _alarm(server, name):
    for line in server.get("/metrics").body.decode().splitlines():
        if line.startswith(f'seonchak_alarm{{alarm="{name}"}}'):
            return line.split()[-1]
    return None


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desk elsewhere lives on: the stream of events, the charts' past, and who one is here."""

import collections
import concurrent.futures
import itertools
import json
import os
import signal
import socket
import tempfile
import threading
import time

from harness import BUILD_DIR, Case, main, rush, tally
from services import Partner, eventually

Event = collections.namedtuple("Event", "name id data")


class Stream:
    """GET /api/v1/stream over a socket of its own, read as any client of server-sent events does."""

    def __init__(self, daemon, path="/api/v1/stream", version="1.1", receive=None, **headers):
        self.socket = socket.socket()
        if receive:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        self.socket.settimeout(20)
        self.socket.connect(("127.0.0.1", daemon.port))
        lines = [f"GET {path} HTTP/{version}", f"Host: 127.0.0.1:{daemon.port}"]
        if daemon.token:
            lines.append(f"Authorization: Bearer {daemon.token}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self.file = self.socket.makefile("rb")
        self.comments = []

    def head(self):
        """The status and the headers."""
        status = int(self.file.readline().split()[1])
        headers = {}
        for line in iter(self.file.readline, b"\r\n"):
            name, value = line.decode().rstrip("\r\n").split(": ", 1)
            headers[name.lower()] = value
        return status, headers

    def begin(self):
        status, _ = self.head()
        assert status == 200, status
        return self

    def next(self):
        """The next event; None at the end of the stream."""
        name, number, data = "message", None, []
        for line in iter(self.file.readline, b""):
            line = line.decode().rstrip("\n")
            if not line:
                if data:
                    return Event(name, number, json.loads("\n".join(data)))
                continue
            field, _, value = line.partition(": ")
            if not field:
                self.comments.append(value)
            elif field == ":":
                self.comments.append("")
            if field == "event":
                name = value
            elif field == "id":
                number = int(value)
            elif field == "data":
                data.append(value)
        return None

    def until(self, wanted):
        """Reads until an event is wanted; all that came, the wanted one last."""
        came = []
        end = time.monotonic() + 30
        while True:
            assert time.monotonic() < end, f"it did not come, but {collections.Counter(one.name for one in came)}"
            event = self.next()
            assert event is not None, f"the stream ended after {came[-3:]}"
            came.append(event)
            if wanted(event):
                return came

    def first(self, name):
        return self.until(lambda event: event.name == name)[-1]

    def close(self):
        self.file.close()
        self.socket.close()


def resident(pid):
    """Bytes in memory."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


class StreamCase(Case):
    def stream(self, daemon, *arguments, **headers):
        stream = Stream(daemon, *arguments, **headers)
        self.addCleanup(stream.close)
        return stream.begin()


class StreamTest(StreamCase):
    @classmethod
    def setUpClass(cls):
        cls.share("--store-failure-rate", "0")

    def setUp(self):
        self.revive()

    def test_it_is_answered_as_a_stream(self):
        for version in ("1.1", "1.0"):
            with self.subTest(version):
                stream = Stream(self.server, version=version)
                self.addCleanup(stream.close)
                status, headers = stream.head()
                self.assertEqual(status, 200)
                self.assertEqual(headers["content-type"], "text/event-stream")
                self.assertEqual(headers["cache-control"], "no-store")
                self.assertEqual(headers["x-accel-buffering"], "no")
                self.assertEqual(headers["connection"], "close")
                self.assertNotIn("content-length", headers)
                self.assertEqual(stream.first("reading").name, "reading")

    def test_other_methods_and_pages(self):
        answer = self.server.request("HEAD", "/api/v1/stream")
        self.assertEqual((answer.status, answer.body), (200, b""))
        self.assertEqual(answer.headers["content-type"], "text/event-stream")
        self.assertEqual(self.server.get("/healthz").status, 200)
        self.assert_problem(self.server.post("/api/v1/stream"), 405, "method-not-allowed")
        self.assert_problem(self.server.get("/api/v1/stream", Origin="http://elsewhere.example"), 403, "forbidden")
        self.assert_problem(self.server.get("/api/v1/stream?after=x"), 400, "invalid-query")

    def test_readings_are_the_status(self):
        stream = self.stream(self.server)
        began = time.monotonic()
        readings = [stream.first("reading").data for _ in range(9)]
        print(f"\n    9 readings in {time.monotonic() - began:.2f} s", flush=True)
        status = self.server.status()
        for reading in readings:
            self.assertEqual(reading.keys(), status.keys())
        ups = [reading["uptimeSeconds"] for reading in readings]
        self.assertEqual(ups, sorted(set(ups)))

    def test_a_comment_comes_although_nothing_happens(self):
        stream = self.stream(self.server)
        stream.comments.clear()
        stream.until(lambda _: "still here" in stream.comments)

    def test_entries_have_no_gaps_in_a_rush(self):
        self.server.generate(300, prefix="R")
        stream = self.stream(self.server)
        first = stream.until(lambda event: event.name == "reading")[-1]
        results = rush(self.server, range(1, 401))
        self.assertEqual(tally(results), {"VALID": 300, "sold-out": 100})
        told = collections.Counter()
        entries = []

        def is_all(event):
            if event.name == "entry":
                told[event.data["kind"]] += event.data["times"]
                entries.append(event)
            return told["ISSUED"] == 300 and told["SOLD_OUT"] == 100
        came = stream.until(is_all)
        self.assertEqual([event for event in came if event.name == "gap"], [])
        ids = [event.id for event in entries]
        self.assertEqual(ids, list(range(first.id + 1, first.id + 1 + len(ids))))
        self.assertEqual(ids, [event.data["serial"] for event in entries])
        listed = self.server.get(f"/api/v1/events?after={first.id}&limit=1000").json["items"]
        self.assertEqual([event.data for event in entries], listed[:len(entries)])

    def test_it_goes_on_where_it_was_cut(self):
        daemon = self.daemon("--store-failure-rate", "0")
        stream = self.stream(daemon)
        before = stream.first("reading").id  # known before any entry
        self.assertIsNotNone(before)
        stream.close()
        daemon.generate(3, prefix="C")
        for user in range(5001, 5004):
            self.assertEqual(daemon.issue(user).status, 200)
        again = self.stream(daemon, Last_Event_ID=before)
        came = again.until(lambda event: event.name == "entry" and event.data["userId"] == 5003)
        entries = [event for event in came if event.name == "entry"]
        self.assertEqual([event.id for event in entries], list(range(before + 1, before + 1 + len(entries))))
        self.assertEqual([event.data["kind"] for event in entries], ["GENERATED", "PUSHED"] + ["ISSUED"] * 3)
        by_query = self.stream(daemon, f"/api/v1/stream?after={before}")
        self.assertEqual(by_query.first("entry").id, before + 1)

    def test_an_id_of_another_run_is_told(self):
        for act in ("pause", "resume"):
            self.assertEqual(self.server.post(f"/api/v1/issuing/{act}").status, 200)
        for last in ("999999", "what?"):
            came = self.stream(self.server, Last_Event_ID=last).until(lambda event: event.name == "entry")
            self.assertEqual(came[0], Event("gap", None, {"dropped": 0, "restarted": True}))
            self.assertEqual(came[-1].id, 1)

    def test_acts_and_doubts_are_told(self):
        partner = Partner(BUILD_DIR)
        self.addCleanup(partner.cleanup)
        partner.start()
        daemon = self.daemon("--store", partner.url)
        stream = self.stream(daemon)
        stream.first("reading")
        daemon.generate(2)
        audit = stream.until(lambda event: event.name == "audit" and event.data["action"] == "generate")[-1].data
        self.assertEqual(audit, next(entry for entry in daemon.get("/api/v1/audit").json["items"]
                                     if entry["id"] == audit["id"]))
        partner.behave("error500-after", times=1)
        self.assertEqual(daemon.issue(7).status, 202)
        os.kill(partner.process.pid, signal.SIGSTOP)  # The settler's question gets no answer, so the doubt stays.
        doubt = stream.first("doubt").data
        self.assertEqual((doubt["userId"], doubt["open"]), (7, True))
        order = f"/api/v1/doubts/{doubt['reservation']}/issued"
        eventually(lambda: daemon.post(order).status == 200, 30, "the settler keeps it")
        ended = stream.until(lambda event: event.name == "doubt" and not event.data["open"])[-1].data
        self.assertEqual(ended["reservation"], doubt["reservation"])

    def test_there_are_so_many_places(self):
        daemon = self.daemon()
        streams = [Stream(daemon) for _ in range(256)]
        for stream in streams:
            self.addCleanup(stream.close)
            stream.begin()
        answer = daemon.get("/api/v1/stream")
        self.assert_problem(answer, 503, "unavailable")
        self.assertIn("retry-after", answer.headers)
        self.assertEqual(daemon.get("/healthz").status, 200)
        streams.pop().close()
        eventually(lambda: daemon.request("HEAD", "/api/v1/stream").status == 200, 10, "no place became free")

    def test_history_fills(self):
        daemon = self.daemon("--store-failure-rate", "0")
        daemon.generate(60, prefix="H")
        known = {item["at"] for item in self.items(daemon)}
        users = itertools.count(9001)

        def is_seen():
            daemon.issue(next(users))
            return any(item["valid"] and item["p99"] for item in self.items(daemon) if item["at"] not in known)
        eventually(is_seen, 10, "what was issued is not in the history")
        items = self.items(daemon)
        for item in items:
            self.assertEqual({"at", "stock", "valid", "soldOut", "refused", "noClaim", "inDoubt", "notServed", "p50", "p99"},
                             item.keys() - {"gapBefore"})
            self.assertRegex(item["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        times = [item["at"] for item in items]
        self.assertEqual(times, sorted(set(times)))
        answer = daemon.get("/api/v1/history?minutes=1&step=60").json
        self.assertEqual((answer["minutes"], answer["stepSeconds"]), (1, 60))
        self.assertLessEqual(len(answer["items"]), 2)
        for query in ("minutes=0", "minutes=61", "minutes=x", "step=0", "step=61"):
            self.assert_problem(daemon.get(f"/api/v1/history?{query}"), 400, "invalid-query")

    def items(self, daemon):
        answer = daemon.get("/api/v1/history?minutes=60")
        self.assertEqual(answer.status, 200, answer)
        return answer.json["items"]

    def test_desk(self):
        desk = self.server.get("/api/v1/desk").json
        self.assertEqual(desk["version"], self.server.status()["version"])
        self.assertEqual((desk["api"], desk["role"]), (1, "admin"))
        self.assertTrue(desk["name"])
        self.assertEqual(desk["sale"]["mode"], "test")
        self.assertIn(desk["sale"]["state"], ("preparing", "planned", "open", "paused", "sold-out", "closed"))
        self.assertIn("stream", desk["capabilities"])
        self.assertEqual(self.server.request("HEAD", "/api/v1/desk").body, b"")


class DesksTest(StreamCase):
    """Who else is attached."""

    @staticmethod
    def who(present):
        return sorted((desk["id"], [open["reservation"] for open in desk["doubts"]]) for desk in present["desks"])

    def test_who_comes_and_goes_is_told(self):
        daemon = self.daemon()
        self.assertEqual(daemon.get("/api/v1/desk").json["desks"], [])
        first = self.stream(daemon, path="/api/v1/stream?desk=kims")
        self.assertEqual(self.who(first.first("desks").data), [("kims", [])])
        second = self.stream(daemon, path="/api/v1/stream?desk=lees")
        both = [("kims", []), ("lees", [])]
        first.until(lambda event: event.name == "desks" and self.who(event.data) == both)
        second.until(lambda event: event.name == "desks" and self.who(event.data) == both)
        one = daemon.get("/api/v1/desk").json["desks"][0]
        self.assertEqual([one[key] for key in ("id", "name", "role", "from")], ["kims", "local", "admin", "127.0.0.1"])
        self.assertLessEqual(one["since"], daemon.get("/api/v1/sale").json["serverTime"])
        second.close()
        first.until(lambda event: event.name == "desks" and self.who(event.data) == [("kims", [])])

    def test_what_is_open_is_told_to_the_others(self):
        daemon = self.daemon()
        stream = self.stream(daemon, path="/api/v1/stream?desk=kims")
        stream.first("desks")
        answer = daemon.put("/api/v1/desk", {"desk": "kims", "doubts": ["7", "9"]})
        self.assertEqual((answer.status, self.who(answer.json)), (200, [("kims", ["7", "9"])]))
        first = stream.until(lambda event: event.name == "desks" and self.who(event.data) == [("kims", ["7", "9"])])[-1].data
        daemon.put("/api/v1/desk", {"desk": "kims", "doubts": ["9"]})
        then = stream.until(lambda event: event.name == "desks" and self.who(event.data) == [("kims", ["9"])])[-1].data
        self.assertEqual(then["desks"][0]["doubts"][0], first["desks"][0]["doubts"][1])  # The time stays.
        # A desk that is kept from its stream is there as long as it says so.
        daemon.put("/api/v1/desk", {"desk": "lees", "doubts": []})
        stream.until(lambda event: event.name == "desks" and len(event.data["desks"]) == 2)

    def test_what_is_not_valid(self):
        daemon = self.daemon()
        for wrong in ({}, {"desk": "a"}, {"desk": "", "doubts": []}, {"desk": "a b", "doubts": []}, {"desk": "a" * 65, "doubts": []},
                      {"desk": "a", "doubts": ["0"]}, {"desk": "a", "doubts": [1]}, {"desk": "a", "doubts": 1},
                      {"desk": "a", "doubts": ["1"] * 101}, {"desk": "a", "doubts": [], "more": 1}, []):
            self.assertEqual(daemon.put("/api/v1/desk", wrong).status, 400, wrong)
        self.assert_problem(daemon.get("/api/v1/stream?desk=a%20b"), 400, "invalid-query")

    def test_a_long_list_is_cut(self):
        daemon = self.daemon()
        for number in range(40):
            present = daemon.put("/api/v1/desk", {"desk": f"desk-{number}", "doubts": []}).json
        self.assertEqual((len(present["desks"]), present["more"]), (32, 8))


class StreamTokenTest(StreamCase):
    def test_the_token_is_needed(self):
        file = self.enterContext(tempfile.NamedTemporaryFile())
        file.write(b"letmein\n")
        file.flush()
        daemon = self.daemon("--admin-token-file", file.name)
        for path in ("stream", "history", "desk"):
            self.assert_problem(daemon.get(f"/api/v1/{path}"), 401, "unauthorized")
        daemon.token = "letmein"
        self.stream(daemon).first("reading")
        self.assertEqual(daemon.get("/api/v1/history").status, 200)
        desk = daemon.get("/api/v1/desk").json
        self.assertEqual((desk["role"], desk["name"]), ("admin", "admin"))


class StreamLoadTest(StreamCase):
    def test_a_gap_is_told(self):
        daemon = self.daemon("--store-failure-rate", "0")
        # An event each, of which the newest 4,096 are kept.
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            statuses = set(pool.map(lambda _: daemon.post("/api/v1/generate", {"count": 1}).status, range(4200)))
        self.assertEqual(statuses, {201})
        self.assertGreater(daemon.get("/api/v1/events?limit=1000").json["dropped"], 0)
        came = self.stream(daemon, Last_Event_ID=1).until(lambda event: event.name == "entry")
        gaps = [event for event in came if event.name == "gap"]
        self.assertEqual([gap.data for gap in gaps], [{"dropped": came[-1].id - 2}])
        self.assertGreater(came[-1].id, 2)

    def test_whoever_does_not_read_costs_little(self):
        daemon = self.daemon("--store-failure-rate", "0")
        pid = daemon.process.pid
        daemon.generate(2000)
        users = itertools.count(1)

        def work(count):
            rush(daemon, list(itertools.islice(users, count)), 8)

        reader = self.stream(daemon)
        reader.first("reading")
        read = threading.Thread(target=lambda: [None for _ in iter(reader.next, None)])
        read.start()
        open_before = descriptors(pid)  # before connections come and go
        work(1500)
        before = resident(pid)
        idle = [Stream(daemon, receive=4096) for _ in range(64)]
        for stream in idle:
            self.addCleanup(stream.close)
        eventually(lambda: descriptors(pid) >= open_before + 64, 10, "they are not open")
        most = before
        for _ in range(10):
            work(300)
            most = max(most, resident(pid))
        eventually(lambda: descriptors(pid) < open_before + 32, 60, "those who do not read are not cut")
        most = max(most, resident(pid))
        print(f"\n    64 streams that nobody reads: {(most - before) / 2**20:.1f} MiB", flush=True)
        self.assertLess(most - before, 8 * 2**20)
        self.assertTrue(read.is_alive())  # who reads stays
        self.assertEqual(daemon.stop(), 0)
        read.join()

    def test_a_stop_ends_them_in_order(self):
        daemon = self.daemon()
        reader = self.stream(daemon)
        reader.first("reading")
        silent = self.stream(daemon, receive=4096)
        began = time.monotonic()
        self.assertEqual(daemon.stop(signal.SIGTERM), 0)
        print(f"\n    stopped in {time.monotonic() - began:.2f} s", flush=True)
        while reader.next() is not None:  # its end, not a reset
            pass
        del silent
        self.assertNotIn("cutting off", daemon.log())

    def test_streams_and_speed(self):
        """What three desks cost, as a share of one run. Reported: the machine may be busy with other things."""
        daemon = self.daemon("--store-failure-rate", "0")
        daemon.generate(20)
        users = itertools.count(1)

        def answers(seconds):
            end = time.monotonic() + seconds
            counts = []

            def ask():
                count = 0
                while time.monotonic() < end:
                    daemon.issue(next(users))
                    count += 1
                counts.append(count)
            threads = [threading.Thread(target=ask) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return sum(counts) / seconds

        answers(1)
        alone, with_three = [], []
        for _ in range(3):
            alone.append(answers(1.5))
            streams = [self.stream(daemon) for _ in range(3)]
            readers = [threading.Thread(target=lambda one=one: self.drain(one), daemon=True) for one in streams]
            for reader in readers:
                reader.start()
            with_three.append(answers(1.5))
            for stream in streams:
                stream.socket.shutdown(socket.SHUT_RDWR)
            for reader in readers:
                reader.join()
        share = 1 - sum(with_three) / sum(alone)
        print(f"\n    {sum(alone) / 3:.0f} answers a second alone, {sum(with_three) / 3:.0f} with three streams:"
              f" {share * 100:.1f} % less", flush=True)

    @staticmethod
    def drain(stream):
        while stream.socket.recv(65536):
            pass


if __name__ == "__main__":
    main()

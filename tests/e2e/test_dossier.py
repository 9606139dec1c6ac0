# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What remains of a sale: `seonchakd dossier` after a kill, beside a running sale and on both databases; `seonchakd verify`
finds whatever was changed, and nothing half-written passes it."""

import collections
import csv
import hashlib
import hmac
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import tempfile
import threading
import urllib.parse

from harness import BUILD_DIR, SOURCE_DIR, Case, DAEMON, clean_environment, main, rush
from services import Partner, Postgres, eventually

FILES = ["audit.jsonl", "coupons.csv", "dossier.html", "doubts.csv", "refusal_seconds.csv", "refusals.csv", "settings.json",
         "stock.csv", "summary.json"]
PEOPLE = 7_000_000_001  # user ids that no count or time contains


def trace(folder):
    """What lies there, byte by byte, and when something was last made or taken away there."""
    files = {}
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            with open(path, "rb") as file:
                files[name] = (os.stat(path).st_mtime_ns, file.read())
    return os.stat(folder).st_mtime_ns, files


class DossierCase(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="sc-")
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.out = os.path.join(self.home, "out", "dossier")

    def run_program(self, *arguments, environment=None, limit=None):
        def limited():
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        return subprocess.run([DAEMON, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
                              check=False, cwd=self.home, env=clean_environment(self.home, environment), preexec_fn=limited)

    def write(self, data_dir, *options, out=None, **more):
        return self.run_program("dossier", "--out", out or self.out, "--data-dir", data_dir, *options, **more)

    def written(self, data_dir, *options, out=None, **more):
        """The folder, which must pass verify elsewhere than where it was written."""
        out = out or self.out
        done = self.write(data_dir, *options, out=out, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(os.listdir(out)), ["SHA256SUMS", *FILES])
        with tempfile.TemporaryDirectory(prefix="sc-") as elsewhere:
            copy = shutil.copytree(out, os.path.join(elsewhere, "copy"))
            self.assert_sound(copy)
        return out

    def verify(self, folder):
        done = self.run_program("verify", folder)
        return done.returncode, done.stderr

    def assert_sound(self, folder):
        self.assertEqual(self.verify(folder), (0, ""))
        subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=folder, check=True)

    def rows(self, name, folder=None):
        with open(os.path.join(folder or self.out, name), encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def summary(self, folder=None):
        with open(os.path.join(folder or self.out, "summary.json"), encoding="utf-8") as file:
            return json.load(file)

    def audit(self, folder=None):
        with open(os.path.join(folder or self.out, "audit.jsonl"), encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def everything(self, folder=None):
        texts = []
        for name in sorted(os.listdir(folder or self.out)):
            with open(os.path.join(folder or self.out, name), encoding="utf-8") as file:
                texts.append(file.read())
        return "\n".join(texts)

    def assert_no_dossier(self, done, code, *words):
        """It failed in clear words, and left nothing that could be taken for a dossier."""
        self.assertEqual(done.returncode, code, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertFalse(os.path.exists(self.out), "something was left behind")
        self.assertFalse(os.path.exists(self.out + ".mapping-key"))

    def assert_agrees(self, coupons, issued):
        """The records against what the answers said; every sum follows from them."""
        by_code = {row["code"]: row for row in coupons}
        self.assertEqual(len(by_code), len(coupons))
        for user, code in issued.items():
            self.assertEqual((by_code[code]["state"], by_code[code]["user"]), ("ISSUED", str(user)))
        users = [row["user"] for row in coupons if row["user"]]
        self.assertEqual(len(users), len(set(users)))
        states = collections.Counter(row["state"] for row in coupons)
        told = self.summary()["records"]["coupons"]
        self.assertTrue(told["conserved"])
        self.assertEqual(told["generated"], len(coupons))
        names = {"staged": "STAGED", "available": "AVAILABLE", "inDoubt": "IN_DOUBT", "issued": "ISSUED", "void": "VOID"}
        self.assertEqual({name: told[name] for name in names}, {name: states[state] for name, state in names.items()})
        self.assertTrue(self.summary()["records"]["findings"]["sound"])


def told_valid(results):
    return {user: answer.json["code"] for user, answer in results
            if not isinstance(answer, Exception) and answer.status == 200}


class AfterAKillTest(DossierCase):
    def killed_in_the_middle(self, *options):
        server = self.daemon("--store-failure-rate", "0.1", "--store-unknown-rate", "0.05", "--store-seed", "7", *options)
        server.generate(300)
        results = []
        asking = threading.Thread(target=lambda: results.extend(rush(server, range(PEOPLE, PEOPLE + 900), 16)))
        asking.start()
        eventually(lambda: server.status()["stock"]["issued"] >= 50, 20)
        server.kill()
        asking.join()
        return server, told_valid(results)

    def assert_whole(self, server, issued, *options):
        self.assertGreaterEqual(len(issued), 40)
        self.written(server.data_dir, *options)
        coupons = self.rows("coupons.csv")
        self.assertEqual(len(coupons), 300)
        self.assert_agrees(coupons, issued)
        for row in coupons:
            if row["state"] == "ISSUED":
                self.assertLessEqual(row["created_at"], row["pushed_at"])
                self.assertLessEqual(row["reserved_at"], row["issued_at"])
        stock = self.rows("stock.csv")
        self.assertEqual(sum(int(row["filled"]) for row in stock), 300)
        self.assertEqual(int(stock[-1]["left"]), self.summary()["records"]["coupons"]["available"])

    def test_sqlite(self):
        server, issued = self.killed_in_the_middle()
        self.assert_whole(server, issued)
        # The sale is unharmed: its server goes on with the rest.
        server.start()
        self.assert_conserved(server, 60)

    def test_postgresql_without_redis(self):
        database = Postgres()
        self.addCleanup(database.cleanup)
        database.create().start()
        redis = self.redis_server()
        server, issued = self.killed_in_the_middle("--redis", redis.url, "--database", database.url)
        redis.kill()
        self.assert_whole(server, issued, "--redis", redis.url, "--database", database.url)
        self.assertIn("PostgreSQL", self.summary()["versions"]["database"])


class SaleOverTest(DossierCase):
    """One sale that ended, with something of everything in it; each test writes of it."""

    @classmethod
    def setUpClass(cls):
        cls.partner = Partner(BUILD_DIR).start()
        cls.addClassCleanup(cls.partner.cleanup)
        cls.share("--store", cls.partner.url, "--store-timeout-ms", "10000")
        cls.tell_a_sale(cls.server)

    @classmethod
    def tell_a_sale(cls, server):
        server.post("/api/v1/coupons/add", [{"code": code} for code in ("=1+1", "a,b", '"q"', "쿠폰-하나")])
        server.generate(36)
        server.post("/api/v1/generate?push=false", {"count": 3})
        server.post("/api/v1/issuing/pause")
        rush(server, [PEOPLE + 500], 1)
        server.post("/api/v1/issuing/resume")
        cls.issued = told_valid(rush(server, range(PEOPLE, PEOPLE + 39), 4))
        cls.partner.behave("error500-after", times=1)
        answer = server.issue(PEOPLE + 100)
        os.kill(cls.partner.process.pid, signal.SIGSTOP)
        assert answer.status == 202, answer
        doubt = eventually(lambda: server.get("/api/v1/doubts").json["items"], 20)[0]
        order = f"/api/v1/doubts/{doubt['reservation']}/issued"
        answer = eventually(lambda: next((one for one in [server.post(order)] if one.code != "doubt-busy"), None), 20)
        os.kill(cls.partner.process.pid, signal.SIGCONT)
        assert answer.status == 200, answer
        cls.issued[PEOPLE + 100] = doubt["code"]
        for _ in range(3):
            rush(server, range(PEOPLE + 200, PEOPLE + 220), 4)
        cls.data_dir = server.data_dir
        assert server.stop() == 0

    def test_tells_of_everything(self):
        self.written(self.data_dir, "--sale-name", "Autumn & <leaves>")
        coupons = self.rows("coupons.csv")
        self.assertEqual(len(coupons), 43)
        plain = [{**row, "code": row["code"].removeprefix("'")} for row in coupons]
        self.assert_agrees(plain, self.issued)
        refusals = self.rows("refusals.csv")
        sold_out = [row for row in refusals if row["reason"] == "SOLD_OUT"]
        self.assertEqual(sorted(row["user"] for row in sold_out), [str(PEOPLE + 200 + n) for n in range(20)])
        self.assertEqual({row["times"] for row in sold_out}, {"3"})
        self.assertEqual([row["user"] for row in refusals if row["reason"] == "WHILE_PAUSED"], [str(PEOPLE + 500)])
        told = self.summary()["records"]
        self.assertEqual((told["refusals"]["SOLD_OUT"]["rows"], told["refusals"]["SOLD_OUT"]["times"]), (20, 60))
        known = sum(int(row["refusals"]) for row in self.rows("refusal_seconds.csv") if row["reason"] == "SOLD_OUT")
        self.assertEqual(known + told["refusals"]["SOLD_OUT"]["secondUnknown"], 60)
        doubts = self.rows("doubts.csv")
        self.assertEqual([(row["user"], row["end"], row["issued_to"]) for row in doubts],
                         [(str(PEOPLE + 100), "ISSUED", str(PEOPLE + 100))])
        self.assertTrue(doubts[0]["ended_by"])
        self.assertEqual(len(told["stock"]["soldOut"]), 1)
        self.assertEqual((told["stock"]["soldOut"][0]["taken"], told["stock"]["soldOut"][0]["withdrawn"]), (40, False))
        self.assertEqual(told["latencyMs"]["issued"]["count"] + told["latencyMs"]["issuedAfterDoubt"]["count"], 40)
        actions = [entry["action"] for entry in self.audit()]
        for action in ("add", "generate", "pause", "resume", "declare-issued", "start", "end"):
            self.assertIn(action, actions)

    def test_the_page(self):
        self.written(self.data_dir, "--sale-name", "Autumn & <leaves>")
        with open(os.path.join(self.out, "dossier.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertIn("Autumn &amp; &lt;leaves&gt;", page)
        self.assertNotIn("<leaves>", page)
        for words in ("모든 쿠폰의 행방이 확인되었고", "Every coupon is accounted for", "@page{size:A4", "기록으로 알 수 없는 것"):
            self.assertIn(words, page)
        for outside in ("http://", "https://", "<script", "src="):
            self.assertNotIn(outside, page.replace(self.partner.url, ""))

    def test_whatever_is_changed_is_found(self):
        self.written(self.data_dir)
        for name in [*FILES, "SHA256SUMS"]:
            with self.subTest(name), tempfile.TemporaryDirectory(prefix="sc-") as elsewhere:
                copy = shutil.copytree(self.out, os.path.join(elsewhere, "copy"))
                path = os.path.join(copy, name)
                with open(path, "rb") as file:
                    whole = file.read()
                changes = [whole + b"0  x\n", whole[:len(whole) // 2], whole.replace(b"0", b"1", 1)]
                if name != "SHA256SUMS":
                    changes.append(whole[:-1])
                for changed in changes:
                    with open(path, "wb") as file:
                        file.write(changed)
                    code, words = self.verify(copy)
                    self.assertEqual(code, 1)
                    if name != "SHA256SUMS":
                        self.assertIn(name, words)
                os.remove(path)
                code, words = self.verify(copy)
                self.assertEqual(code, 1)
                self.assertIn(name, words)
        with tempfile.TemporaryDirectory(prefix="sc-") as elsewhere:
            copy = shutil.copytree(self.out, os.path.join(elsewhere, "copy"))
            with open(os.path.join(copy, "more.csv"), "wb"):
                pass
            code, words = self.verify(copy)
            self.assertEqual(code, 1)
            self.assertIn("more.csv", words)

    def forge(self, name, change):
        """A copy in which one file is another, with a hash that fits; what verify says of it."""
        with tempfile.TemporaryDirectory(prefix="sc-") as elsewhere:
            copy = shutil.copytree(self.out, os.path.join(elsewhere, "copy"))
            with open(os.path.join(copy, name), encoding="utf-8", newline="") as file:
                before = file.read()
            after = change(before)
            self.assertNotEqual(after, before)
            with open(os.path.join(copy, name), "w", encoding="utf-8", newline="") as file:
                file.write(after)
            sums = []
            for one in FILES:
                with open(os.path.join(copy, one), "rb") as file:
                    sums.append(f"{hashlib.sha256(file.read()).hexdigest()}  {one}\n")
            with open(os.path.join(copy, "SHA256SUMS"), "w", encoding="utf-8") as file:
                file.writelines(sums)
            return self.verify(copy)

    def test_a_forged_hash_does_not_help(self):
        self.written(self.data_dir)
        code = next(iter(self.issued.values()))
        forgeries = {
            "coupon gone": ("coupons.csv", lambda text: "\n".join(line for line in text.split("\n") if code not in line)),
            "state": ("coupons.csv", lambda text: text.replace("ISSUED", "VOID", 1)),
            "user twice": ("coupons.csv", lambda text: text.replace(str(PEOPLE), str(PEOPLE + 1), 1)),
            "issued later": ("coupons.csv", lambda text: re.sub(rf"({PEOPLE + 3},[^,]*,[^,]*,[^,]*),2", r"\1,3", text)),
            "refusal": ("refusals.csv", lambda text: text.replace(",3,", ",4,", 1)),
            "refusals by second": ("refusal_seconds.csv", lambda text: text.replace("SOLD_OUT,", "SOLD_OUT,1", 1)),
            "stock": ("stock.csv", lambda text: text.replace("Z,", "Z,1", 1)),
            "audit": ("audit.jsonl", lambda text: text.split("\n", 1)[1]),
            "doubt": ("doubts.csv", lambda text: text.replace(",ISSUED,", ",OPEN,", 1)),
            "summary": ("summary.json", lambda text: text.replace('"rows": 20', '"rows": 19', 1)),
            "page": ("dossier.html", lambda text: text.replace("<td>43</td>", "<td>44</td>", 1)),
            "settings": ("settings.json", lambda text: text.replace(self.data_dir, "/elsewhere", 1)),
        }
        for what, (name, change) in forgeries.items():
            with self.subTest(what):
                exit_code, words = self.forge(name, change)
                self.assertEqual(exit_code, 1)
                self.assertRegex(words, r"does not follow|cannot be read")

    def test_pseudonyms(self):
        self.written(self.data_dir, "--pseudonyms")
        self.assertNotIn(str(PEOPLE)[:7], self.everything())
        key_file = self.out + ".mapping-key"
        self.assertEqual(stat.S_IMODE(os.stat(key_file).st_mode), 0o600)
        with open(key_file, encoding="ascii") as file:
            key = bytes.fromhex(file.read().strip())
        self.assertEqual(len(key), 32)

        def pseudonym(user):
            return "p-" + hmac.new(key, str(user).encode(), hashlib.sha256).hexdigest()[:32]
        by_user = {row["user"]: row["code"].removeprefix("'") for row in self.rows("coupons.csv") if row["user"]}
        self.assertEqual(by_user, {pseudonym(user): code for user, code in self.issued.items()})
        self.assertIn(pseudonym(PEOPLE + 200), {row["user"] for row in self.rows("refusals.csv")})
        results = [entry["result"] for entry in self.audit() if entry["action"] == "declare-issued"]
        self.assertEqual(len(results), 1)
        self.assertIn(f"issued to user {pseudonym(PEOPLE + 100)}", results[0])
        # Another key, other pseudonyms; and a key that is there is not written over.
        other = self.written(self.data_dir, "--pseudonyms", out=os.path.join(self.home, "other"))
        self.assertNotEqual({row["user"] for row in self.rows("coupons.csv", other)}, {*by_user, ""})
        shutil.rmtree(self.out)
        done = self.write(self.data_dir, "--pseudonyms")
        self.assertEqual(done.returncode, 1)
        self.assertIn(key_file, done.stderr)
        self.assertFalse(os.path.exists(self.out))
        with open(key_file, encoding="ascii") as file:
            self.assertEqual(bytes.fromhex(file.read().strip()), key)

    def test_no_secrets(self):
        token = os.path.join(self.home, "token")
        with open(token, "w", encoding="ascii") as file:
            file.write("open-sesame-0123456789\n")
        os.chmod(token, 0o600)
        self.written(self.data_dir, "--redis", "redis://someone:open-sesame@127.0.0.1:1/3", "--admin-token-file", token,
                     "--store", "https://shop:open-sesame@store.example/base")
        self.assertNotIn("open-sesame", self.everything())
        with open(os.path.join(self.out, "settings.json"), encoding="utf-8") as file:
            options = json.load(file)["options"]
        self.assertEqual(options["redis"], {"value": ["redis://someone:***@127.0.0.1:1/3"], "source": "command line"})
        self.assertEqual(options["admin-token-file"]["value"], [token])
        self.assertEqual(options["strategy"], {"value": ["saga"], "source": "default"})


class BadInputTest(DossierCase):
    def small_sale(self, coupons=5):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(coupons)
        server.issue(PEOPLE)
        return server

    def test_a_full_disk(self):
        server = self.small_sale(5000)
        for limit in (64 * 1024, 300 * 1024):
            done = self.write(server.data_dir, "--pseudonyms", limit=limit)
            self.assert_no_dossier(done, 1, "cannot write", "coupons.csv", "File too large")
        # In a folder that was there already, which stays, and is empty again.
        os.makedirs(self.out)
        self.assertEqual(self.write(server.data_dir, limit=64 * 1024).returncode, 1)
        self.assertEqual(os.listdir(self.out), [])
        self.assertEqual(self.verify(self.out)[0], 1)
        self.assertEqual(server.issue(PEOPLE + 1).status, 200)
        self.written(server.data_dir)

    def while_it_writes(self, act):
        """Does that while the coupons are being written; the exit code, and what was said."""
        server = self.small_sale(50_000)
        process = subprocess.Popen([DAEMON, "dossier", "--out", self.out, "--data-dir", server.data_dir], cwd=self.home,
                                   env=clean_environment(self.home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        coupons = os.path.join(self.out, "coupons.csv")
        while not os.path.exists(coupons) and process.poll() is None:
            pass  # a pause would be longer than what is waited for
        act(process)
        words = process.communicate(timeout=30)[1]
        return process.returncode, words

    def end_while_it_writes(self, number):
        return self.while_it_writes(lambda process: process.send_signal(number))[0]

    def test_a_file_or_the_folder_is_taken_away_while_it_writes(self):
        for act in (lambda _: shutil.rmtree(self.out), lambda _: os.remove(os.path.join(self.out, "doubts.csv"))):
            code, words = self.while_it_writes(act)
            self.assertEqual(code, 1, words)
            self.assertRegex(words, "cannot write .*No such file or directory|doubts.csv was taken away")
            self.assertFalse(os.path.exists(self.out), "something was left behind")

    def test_stopped_while_it_writes(self):
        self.assertEqual(self.end_while_it_writes(signal.SIGINT), 1)
        self.assertFalse(os.path.exists(self.out))

    def test_killed_while_it_writes(self):
        self.assertEqual(self.end_while_it_writes(signal.SIGKILL), -signal.SIGKILL)
        self.assertFalse(os.path.exists(os.path.join(self.out, "SHA256SUMS")), "it was too fast for this test")
        code, words = self.verify(self.out)
        self.assertEqual(code, 1)
        self.assertIn("SHA256SUMS", words)

    def test_a_folder_that_is_not_empty(self):
        server = self.small_sale()
        os.makedirs(self.out)
        for name in ("letter", ".hidden"):
            path = os.path.join(self.out, name)
            with open(path, "w", encoding="ascii") as file:
                file.write("dear")
            done = self.write(server.data_dir, "--pseudonyms")
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("not empty", done.stderr)
            self.assertEqual(os.listdir(self.out), [name])
            os.remove(path)
        self.assertFalse(os.path.exists(self.out + ".mapping-key"))
        done = self.write(server.data_dir, out=os.path.join(server.data_dir, "seonchak.sqlite"))
        self.assertEqual(done.returncode, 2)
        self.assertEqual(server.issue(PEOPLE + 1).status, 200)

    def test_databases_that_cannot_be_read(self):
        data_dir = os.path.join(self.home, "d")
        self.assert_no_dossier(self.write(data_dir), 3, "there is no database")
        self.assertFalse(os.path.exists(data_dir), "it made a database")
        os.makedirs(data_dir)
        book = os.path.join(data_dir, "seonchak.sqlite")
        with open(book, "wb") as file:
            file.write(b"this is no database. " * 4096)
        self.assert_no_dossier(self.write(data_dir), 3, "damaged")
        os.remove(book)
        sqlite3.connect(book).execute("VACUUM").connection.close()
        self.assert_no_dossier(self.write(data_dir), 3, "no book")
        done = self.write(data_dir, "--database", "postgresql://nobody@127.0.0.1:1/none")
        self.assert_no_dossier(done, 3, "cannot be read")

    def test_a_database_of_another_version(self):
        server = self.small_sale()
        server.stop()
        book = os.path.join(server.data_dir, "seonchak.sqlite")
        connection = sqlite3.connect(book)
        connection.execute("INSERT INTO schema_version VALUES (99, 0)")
        connection.commit()
        connection.close()
        before = trace(server.data_dir)
        self.assert_no_dossier(self.write(server.data_dir, "--pseudonyms"), 3, "schema version", "knows up to")
        self.assertEqual(trace(server.data_dir), before)

    def test_a_damaged_page(self):
        server = self.small_sale(5000)
        server.stop()
        book = os.path.join(server.data_dir, "seonchak.sqlite")
        with open(book, "r+b") as file:
            # Among the leaves of tables, which begin with 13, most hold coupons; the indexes stay whole.
            pages = range(4096, os.path.getsize(book), 4096)
            leaves = [page for page in pages if os.pread(file.fileno(), 1, page) == b"\x0d"]
            os.pwrite(file.fileno(), b"\xff" * 4096, leaves[len(leaves) // 2])
        self.assert_no_dossier(self.write(server.data_dir, "--pseudonyms"), 3, "cannot be read", "to its end")

    def test_usage(self):
        for arguments, words in (([], "--out"), (["--out"], "--out"), (["--out", self.out, "--colour", "red"], "colour"),
                                 (["--out", self.out, "--database", "mysql://x"], "database")):
            done = self.run_program("dossier", *arguments)
            self.assert_no_dossier(done, 2, words)
        done = self.run_program("dossier", "--help")
        self.assertEqual(done.returncode, 0)
        self.assertIn("--pseudonyms", done.stdout)


class OldBookTest(DossierCase):
    """A book that is kept: looking at it writes nothing, neither into it nor beside it."""

    def setUp(self):
        super().setUp()
        self.shelf = os.path.join(self.home, "가을 50%?#1")
        os.makedirs(self.shelf)
        self.book = os.path.join(self.shelf, "old.sqlite")

    def test_after_a_stop_and_after_a_kill(self):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(50)
        issued = told_valid(rush(server, range(PEOPLE, PEOPLE + 20), 4))
        server.kill()
        self.look_at(server, issued, "", "-wal", "-shm")
        self.look_at(server, issued, "", "-wal")
        server.start()
        server.stop()
        self.look_at(server, issued, "")

    def look_at(self, server, issued, *names):
        for name in names:
            shutil.copy(os.path.join(server.data_dir, "seonchak.sqlite" + name), self.book + name)
        before = trace(self.shelf)
        self.written(os.path.join(self.home, "none"), "--database", "sqlite:///" + urllib.parse.quote(self.book))
        after = trace(self.shelf)
        for one in (before, after):  # the index of a log is scratch memory, which each reader may order anew
            one[1].pop("old.sqlite-shm", None)
        self.assertEqual(after, before)
        self.assertFalse(os.path.exists(os.path.join(self.home, "none")))
        self.assert_agrees(self.rows("coupons.csv"), issued)
        shutil.rmtree(os.path.dirname(self.out))
        for name in names:
            os.remove(self.book + name)

    def test_of_an_earlier_schema(self):
        folder = os.path.join(SOURCE_DIR, "resources", "sql")
        connection = sqlite3.connect(self.book)
        connection.execute("CREATE TABLE schema_version (version bigint PRIMARY KEY, applied_at bigint NOT NULL)")
        for number in range(1, 7):
            name = next(one for one in os.listdir(folder) if one.startswith(f"{number:04}") and "postgresql" not in one)
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                connection.executescript(file.read())
            connection.execute("INSERT INTO schema_version VALUES (?, 1)", (number,))
        connection.execute("INSERT INTO coupon (code, status, created_at) VALUES ('A', 4, 5), ('B', 2, 5)")
        connection.execute("INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at)"
                           " VALUES (?, 1, 7, 9, 8)", (PEOPLE,))
        connection.commit()
        connection.close()
        before = trace(self.shelf)
        self.written(os.path.join(self.home, "none"), "--database", "sqlite:///" + urllib.parse.quote(self.book))
        self.assertEqual(trace(self.shelf), before)
        self.assert_agrees(self.rows("coupons.csv"), {PEOPLE: "A"})
        self.assertEqual(self.summary()["versions"]["schema"], 6)


class WhileItRunsTest(DossierCase):
    def test_beside_a_sale(self):
        server = self.daemon("--store-failure-rate", "0.1", "--store-seed", "3")
        server.generate(2000)
        results = []
        asking = threading.Thread(target=lambda: results.extend(rush(server, range(PEOPLE, PEOPLE + 2600), 16)))
        asking.start()
        folders = []
        while asking.is_alive():
            folders.append(self.written(server.data_dir, out=os.path.join(self.home, f"d{len(folders)}")))
        asking.join()
        self.assertGreaterEqual(len(folders), 1)
        self.assertEqual([answer for _, answer in results if isinstance(answer, Exception)], [])
        counts = [self.summary(folder)["records"]["coupons"]["issued"] for folder in folders]
        self.assertEqual(counts, sorted(counts))
        self.assert_conserved(server)
        self.written(server.data_dir)
        self.assert_agrees(self.rows("coupons.csv"), told_valid(results))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that people really have: cases F25, F29 and U8 of the field, through the built daemon."""

import json
import os
import shutil
import subprocess
import tempfile
import unicodedata
import urllib.parse

from harness import DAEMON, Case, clean_environment, main, run_daemon

APART = unicodedata.normalize("NFD", "가을-1")
WHOLE = unicodedata.normalize("NFC", "가을-1")


class F25UnicodeTest(Case):
    """One form of text, NFC, on the way in and in searches."""

    def setUp(self):
        self.server = self.daemon("--store-failure-rate", "0")

    def found(self, code):
        answer = self.server.get("/api/v1/coupons?code=" + urllib.parse.quote(code))
        self.assertEqual(answer.status, 200, answer)
        return [coupon["code"] for coupon in answer.json["items"]]

    def test_decomposed_codes_are_stored_composed(self):
        self.assertNotEqual(APART, WHOLE)
        added = self.server.post("/api/v1/coupons/add", {"code": APART})
        self.assertEqual(added.status, 201, added)
        self.assertEqual(added.json["coupons"][0]["code"], WHOLE)
        self.assertEqual(self.found(WHOLE), [WHOLE])
        self.assertEqual(self.found(APART), [WHOLE])
        again = self.server.post("/api/v1/coupons/add", {"code": WHOLE})
        self.assert_problem(again, 409)
        again = self.server.post("/api/v1/coupons/add", [{"code": "NEW-1"}, {"code": APART}])
        self.assert_problem(again, 409)
        self.assertEqual(self.found("NEW-1"), [])

    def test_both_forms_in_one_request_are_one_code(self):
        both = self.server.post("/api/v1/coupons/add", [{"code": APART}, {"code": WHOLE}])
        self.assert_problem(both, 409)
        self.assertEqual(self.found(WHOLE), [])

    def test_edits_are_normalised(self):
        self.server.post("/api/v1/coupons/add", [{"code": "A-1"}, {"code": WHOLE}])
        first = self.server.get("/api/v1/coupons?code=A-1").json["items"][0]["id"]
        self.assert_problem(self.server.put(f"/api/v1/coupons/{first}", {"code": APART}), 409)
        other = unicodedata.normalize("NFD", "겨울-é")
        edited = self.server.put(f"/api/v1/coupons/{first}", {"code": other})
        self.assertEqual(edited.status, 200, edited)
        self.assertEqual(edited.json["code"], unicodedata.normalize("NFC", other))

    def test_length_counts_in_the_stored_form(self):
        # 21 syllables: 63 bytes composed, far more in parts.
        code = "가" * 21
        added = self.server.post("/api/v1/coupons/add", {"code": unicodedata.normalize("NFD", code)})
        self.assertEqual(added.status, 201, added)
        self.assertEqual(added.json["coupons"][0]["code"], code)
        self.assert_problem(self.server.post("/api/v1/coupons/add", {"code": "가" * 22}), 400)

    def test_what_cannot_be_seen_is_no_code(self):
        for code in ("A\u200bB", "\ufeffA", "A\u00a0B", "A\u00adB", "A\u3164B", "A\ufffdB", "\u2060A", "A\u202eB"):
            self.assert_problem(self.server.post("/api/v1/coupons/add", {"code": code}), 400)
        # Half of a surrogate pair, which JSON can write and UTF-8 cannot
        broken = self.server.request("POST", "/api/v1/coupons/add", '{"code":"A\\ud83d"}',
                                     {"Content-Type": "application/json"})
        self.assert_problem(broken, 400)


class F29TokenFileTest(Case):
    def file(self, content, name="token"):
        home = tempfile.mkdtemp(prefix="sc-")
        self.addCleanup(shutil.rmtree, home)
        path = os.path.join(home, name)
        with open(path, "wb") as file:
            file.write(content)
        os.chmod(path, 0o600)
        return path

    def test_a_mark_and_line_ends_are_no_part_of_the_token(self):
        server = self.daemon("--admin-token-file", self.file(b"\xef\xbb\xbfs3cret\r\n"))
        self.assertEqual(server.get("/api/v1/coupons", Authorization="Bearer s3cret").status, 200)
        self.assertEqual(server.get("/api/v1/coupons", Authorization="Bearer \xef\xbb\xbfs3cret").status, 401)

    def test_other_encodings_and_several_lines_are_refused_at_start(self):
        for content, words in (("s3cret\r\n".encode("utf-16"), "UTF-8"), ("s3cret".encode("utf-16-le"), "UTF-8"),
                               ("s3cret".encode("utf-16-be"), "UTF-8"), (b"one\r\ntwo\r\n", "more than one line"),
                               (b"\xef\xbb\xbf", "empty"), (b"a\0b", "zero bytes"), (b"a\x07b\n", "invisible")):
            path = self.file(content)
            code, output, errors = run_daemon("--admin-token-file", path)
            self.assertEqual(code, 2, (content, errors))
            self.assertEqual(output, "")
            self.assertIn(words, errors)
            self.assertIn(path, errors)

    def test_config_files_are_read_as_editors_save_them(self):
        good = self.file(b"\xef\xbb\xbfworkers=1\r\nstore-failure-rate=0\r\n", "marked.ini")
        server = self.daemon("--config", good)
        self.assertEqual(server.get("/healthz").status, 200)
        wide = self.file("workers=1\r\n".encode("utf-16"), "wide.ini")
        code, _, errors = run_daemon("--config", wide)
        self.assertEqual(code, 2, errors)
        self.assertIn("UTF-8", errors)
        self.assertIn(wide, errors)


class U8ResultFileTest(Case):
    HEAD = ("timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,bytes,grpThreads,"
            "allThreads,URL,Latency\n")

    def judge(self, text):
        server = self.daemon("--store-failure-rate", "0")
        server.generate(1)
        self.assertEqual(server.issue(42).status, 200)
        path = os.path.join(server.home, "results.jtl")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run(
            [DAEMON, "lab", "--jtl", path, "--redis", server.ready["redis"], "--database",
             "sqlite://" + os.path.join(server.data_dir, "seonchak.sqlite")],
            env=clean_environment(server.home), capture_output=True, text=True, timeout=60)
        self.assertNotEqual(done.stdout, "", done.stderr)
        return json.loads(done.stdout)

    def row(self, status, url):
        return f"1795427001006,85,Issue coupon,{status},OK,Rush 1-9,text,true,219,3,3,{url},85\n"

    def test_other_separators_and_failed_connects(self):
        good = self.row("200", "http://127.0.0.1:8080/api/v1/coupons/42/issue")
        failed = self.row("Non HTTP response code: java.net.ConnectException", "null")
        for separator in (";", "\t", "|"):
            verdict = self.judge((self.HEAD + good + failed + failed).replace(",", separator))
            self.assertEqual(verdict["requests"], 3, verdict)
            self.assertEqual(verdict["issued"], 1, verdict)
            self.assertEqual(verdict["errors"], 2, verdict)


if __name__ == "__main__":
    main()

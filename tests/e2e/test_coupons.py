# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The administration of the stock over HTTP: add, change, look up, list, generate, push."""

import os
import re
import tempfile

from harness import Case, main

BAD_IDS = ("0", "-1", "abc", "1.5", "+1", "9223372036854775808", "99999999999999999999", "1e3", "0x1", "%31x")


class SharedCase(Case):
    """The tests of one class share one daemon; each uses codes and users of its own."""

    options = ("--store-failure-rate", "0")

    @classmethod
    def setUpClass(cls):
        cls.share(*cls.options)

    def setUp(self):
        self.revive()

    def add(self, *codes, push=True):
        answer = self.server.post(f"/api/v1/coupons/add?push={'true' if push else 'false'}",
                                  [{"code": code} for code in codes])
        self.assertEqual(answer.status, 201, answer)
        return answer.json["coupons"]

    def stock(self):
        with self.server.redis() as redis:
            return redis.stock()

    def find(self, code):
        items = self.server.get(f"/api/v1/coupons?code={code}").json["items"]
        return items[0] if items else None


class AddTest(SharedCase):
    def test_one(self):
        answer = self.server.post("/api/v1/coupons/add", {"code": "ONE"})
        self.assertEqual(answer.status, 201, answer)
        self.assertEqual((answer.json["added"], answer.json["pushed"]), (1, 1))
        coupon, = answer.json["coupons"]
        self.assertEqual(set(coupon), {"id", "code", "status", "userId", "userIdText", "createdAt", "issuedAt"})
        self.assertEqual((coupon["code"], coupon["status"]), ("ONE", "AVAILABLE"))
        self.assertGreaterEqual(coupon["id"], 1)
        self.assertIsNone(coupon["userId"])
        self.assertIsNone(coupon["userIdText"])
        self.assertIsNone(coupon["issuedAt"])
        self.assertRegex(coupon["createdAt"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
        self.assertIn("ONE", self.stock())

    def test_many_in_their_order(self):
        codes = [f"MANY-{n}" for n in range(50)]
        self.assertEqual([coupon["code"] for coupon in self.add(*codes)], codes)
        self.assertEqual([code for code in self.stock() if code.startswith("MANY-")], codes)

    def test_without_a_push_they_are_staged(self):
        answer = self.server.post("/api/v1/coupons/add?push=false", [{"code": "LATER-1"}, {"code": "LATER-2"}])
        self.assertEqual((answer.status, answer.json["added"], answer.json["pushed"]), (201, 2, 0))
        self.assertEqual({coupon["status"] for coupon in answer.json["coupons"]}, {"STAGED"})
        self.assertNotIn("LATER-1", self.stock())

    def test_codes_of_other_scripts(self):
        self.add("쿠폰-가나다")
        self.assertIn("쿠폰-가나다", self.stock())

    def test_existing_codes_are_all_named_and_nothing_is_added(self):
        self.add("OLD-1", "OLD-2")
        answer = self.server.post("/api/v1/coupons/add", [{"code": c} for c in ("NEW-1", "OLD-1", "NEW-2", "OLD-2")])
        self.assert_problem(answer, 409)
        text = answer.body.decode()
        self.assertIn("OLD-1", text)
        self.assertIn("OLD-2", text)
        self.assertNotIn("NEW-1", text)
        self.assertIsNone(self.find("NEW-1"))
        self.assertNotIn("NEW-2", self.stock())

    def test_a_code_twice_in_one_request(self):
        answer = self.server.post("/api/v1/coupons/add", [{"code": c} for c in ("TW-1", "TW-2", "TW-1", "TW-3", "TW-3")])
        self.assert_problem(answer, 409)
        self.assertIn("TW-1", answer.body.decode())
        self.assertIn("TW-3", answer.body.decode())
        self.assertNotIn("TW-2", answer.body.decode())
        self.assertIsNone(self.find("TW-2"))

    def test_bodies_that_are_refused(self):
        before = self.server.status()["stock"]["generated"]
        deep = "[" * 10_000 + "]" * 10_000
        for body in ("", "{", "null", "1", '"X"', "[]", "{}", '{"code":1}', '{"code":null}', '{"code":["X"]}',
                     '{"code":""}', '{"code":"a b"}', '{"code":"a\\nb"}', '{"code":"a\\u0000b"}',
                     '{"code":"%s"}' % ("x" * 65), '{"code":"X","colour":"blue"}', '{"Code":"X"}', '[{"code":"X"},1]',
                     '[{"code":"X"},{}]', '[[{"code":"X"}]]', '{"code":"X"} trailing', "{'code':'X'}", deep,
                     '{"code":%s}' % deep, b'{"code":"\xff\xfe"}', '{"code":1e999}', "[" + "9" * 5000 + "]"):
            with self.subTest(body=body[:60]):
                answer = self.server.post("/api/v1/coupons/add", body, **{"Content-Type": "application/json"})
                self.assert_problem(answer, 400)
        self.assertEqual(self.server.status()["stock"]["generated"], before)

    def test_a_parameter_that_is_no_boolean(self):
        for value in ("maybe", "", "truefalse", "null"):
            with self.subTest(value=value):
                answer = self.server.post(f"/api/v1/coupons/add?push={value}", {"code": "NOPUSH"})
                self.assert_problem(answer, 400)
        self.assertIsNone(self.find("NOPUSH"))

    def test_content_types(self):
        for kind in ("text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"):
            with self.subTest(kind=kind):
                answer = self.server.post("/api/v1/coupons/add", '{"code":"TYPE"}', **{"Content-Type": kind})
                self.assert_problem(answer, 415)
        self.assertIsNone(self.find("TYPE"))
        for number, kind in enumerate(("application/json", "application/json; charset=utf-8", "Application/JSON")):
            answer = self.server.post("/api/v1/coupons/add", '{"code":"TYPE-%d"}' % number, **{"Content-Type": kind})
            self.assertEqual(answer.status, 201, answer)

    def test_ten_thousand_at_once(self):
        self.assertEqual(len(self.add(*(f"BULK-{n}" for n in range(10_000)))), 10_000)


class ChangeTest(SharedCase):
    def change(self, coupon_id, code):
        return self.server.put(f"/api/v1/coupons/{coupon_id}", {"code": code})

    def test_a_staged_coupon(self):
        coupon, = self.add("STAGED-1", push=False)
        answer = self.change(coupon["id"], "STAGED-2")
        self.assertEqual((answer.status, answer.json), (200, {**coupon, "code": "STAGED-2"}))
        self.assertIsNone(self.find("STAGED-1"))

    def test_a_waiting_code_is_changed_in_redis_at_its_place(self):
        coupons = self.add("P-1", "P-2", "P-3", "P-4", "P-5")
        before = self.stock()
        self.assertEqual(self.change(coupons[2]["id"], "P-NEW").status, 200)
        self.assertEqual(self.stock(), ["P-NEW" if code == "P-3" else code for code in before])
        self.assertEqual(self.find("P-NEW")["id"], coupons[2]["id"])

    def test_unknown_coupon(self):
        self.assert_problem(self.change(987654321, "NOBODY"), 404)

    def test_a_taken_code(self):
        first, second = self.add("TAKEN-1", "TAKEN-2")
        self.assert_problem(self.change(second["id"], "TAKEN-1"), 409)
        self.assertEqual(self.find("TAKEN-2")["id"], second["id"])
        self.assertEqual(self.find("TAKEN-1")["id"], first["id"])

    def test_an_issued_coupon(self):
        self.add("FOR-SOMEONE")
        coupon = self.server.issue(1001).json
        self.assert_problem(self.change(coupon["id"], "STOLEN"), 409)
        self.assertEqual(self.server.issue(1001).json["code"], coupon["code"])

    def test_ids_that_are_none(self):
        for text in BAD_IDS:
            with self.subTest(id=text):
                self.assert_problem(self.change(text, "X"), 400)

    def test_bodies_that_are_refused(self):
        coupon, = self.add("KEEP-ME")
        for body in ("", "{", "null", "[]", "{}", '{"code":1}', '{"code":""}', '[{"code":"X"}]', '{"code":"X","id":1}'):
            with self.subTest(body=body):
                answer = self.server.put(f"/api/v1/coupons/{coupon['id']}", body, **{"Content-Type": "application/json"})
                self.assert_problem(answer, 400)
        self.assertEqual(self.find("KEEP-ME")["id"], coupon["id"])


class InDoubtChangeTest(SharedCase):
    options = ("--store-unknown-rate", "1", "--store-failure-rate", "0")

    def test_a_coupon_on_its_way_keeps_its_code(self):
        self.add("ON-ITS-WAY")
        answer = self.server.issue(5)
        self.assertEqual((answer.status, answer.code), (202, "in-doubt"), answer)
        coupon = self.find("ON-ITS-WAY")
        changed = self.server.put(f"/api/v1/coupons/{coupon['id']}", {"code": "OTHER"})
        # The settler may have ended the doubt by now: a coupon that is back in the stock may be changed.
        if changed.status != 200:
            self.assert_problem(changed, 409)
            self.assertIsNone(self.find("OTHER"))


class LookUpTest(SharedCase):
    def test_one_coupon(self):
        coupon, = self.add("LOOK")
        answer = self.server.get(f"/api/v1/coupons/{coupon['id']}")
        self.assertEqual((answer.status, answer.json), (200, coupon))

    def test_unknown_and_senseless_ids(self):
        self.assert_problem(self.server.get("/api/v1/coupons/987654321"), 404)
        for text in BAD_IDS:
            with self.subTest(id=text):
                self.assert_problem(self.server.get(f"/api/v1/coupons/{text}"), 400)

    def test_every_page_and_each_coupon_once(self):
        codes = {f"PAGE-{n}" for n in range(25)}
        self.add(*codes)
        seen, after = [], ""
        while True:
            page = self.server.get(f"/api/v1/coupons?limit=7{after}").json
            self.assertLessEqual(len(page["items"]), 7)
            seen += [coupon["code"] for coupon in page["items"]]
            if page["next"] is None:
                break
            after = f"&after={page['next']}"
        self.assertEqual(len(seen), len(set(seen)))
        self.assertLessEqual(codes, set(seen))

    def test_filters(self):
        self.add("F-1", "F-2")
        self.add("F-3", push=False)
        issued = self.server.issue(2002).json
        by_user = self.server.get("/api/v1/coupons?userId=2002").json["items"]
        self.assertEqual([coupon["code"] for coupon in by_user], [issued["code"]])
        self.assertEqual(by_user[0]["status"], "ISSUED")
        self.assertEqual(self.server.get("/api/v1/coupons?userId=2003").json, {"items": [], "next": None})
        for status in ("STAGED", "AVAILABLE", "ISSUED"):
            found = self.server.coupons(f"&status={status}")
            self.assertTrue(found)
            self.assertEqual({coupon["status"] for coupon in found}, {status})
        self.assertEqual([c["code"] for c in self.server.get("/api/v1/coupons?code=F-3&status=STAGED").json["items"]],
                         ["F-3"])
        self.assertEqual(self.server.get("/api/v1/coupons?code=F-3&status=ISSUED").json["items"], [])

    def test_parameters_that_are_refused(self):
        for query in ("status=GONE", "status=", "userId=0", "userId=abc", "userId=-5", "limit=0", "limit=-1",
                      "limit=many", "after=abc", "after=-1"):
            with self.subTest(query=query):
                self.assert_problem(self.server.get(f"/api/v1/coupons?{query}"), 400)


class GenerateTest(SharedCase):
    def test_without_a_body_a_thousand(self):
        before = {coupon["code"] for coupon in self.server.coupons()}
        answer = self.server.post("/api/v1/generate")
        self.assertEqual((answer.status, answer.json), (201, {"generated": 1000, "pushed": 1000}))
        codes = [c["code"] for c in self.server.coupons() if c["code"] not in before]
        self.assertEqual(len(set(codes)), 1000)
        for code in codes:
            self.assertRegex(code, r"^[A-Za-z0-9]{12}$")
        letters = set("".join(codes))
        for pair in ("0O", "1I", "1l", "Il"):
            self.assertFalse(set(pair) <= letters, f"{pair} look alike")
        # A generator that is worth the name uses all of its letters about equally at every place.
        self.assertGreaterEqual(len(letters), 20)
        for place in range(12):
            self.assertGreater(len({code[place] for code in codes}), len(letters) * 0.8)

    def test_count_prefix_and_length(self):
        answer = self.server.post("/api/v1/generate", {"count": 20, "prefix": "SPRING-", "length": 16})
        self.assertEqual((answer.status, answer.json), (201, {"generated": 20, "pushed": 20}))
        codes = [c["code"] for c in self.server.coupons() if c["code"].startswith("SPRING-")]
        self.assertEqual(len(codes), 20)
        self.assertEqual({len(code) for code in codes}, {23})

    def test_a_prefix_may_be_whatever_a_code_may_be(self):
        for prefix in ("가을-", "a.b/", "x" * 32):
            with self.subTest(prefix=prefix):
                answer = self.server.post("/api/v1/generate", {"count": 2, "prefix": prefix, "length": 32})
                self.assertEqual((answer.status, answer.json), (201, {"generated": 2, "pushed": 2}))
                self.assertEqual(len([c for c in self.server.coupons() if c["code"].startswith(prefix)]), 2)

    def test_without_a_push(self):
        answer = self.server.post("/api/v1/generate?push=false", {"count": 5, "prefix": "WAIT"})
        self.assertEqual(answer.json, {"generated": 5, "pushed": 0})
        self.assertEqual([code for code in self.stock() if code.startswith("WAIT")], [])
        self.assertEqual({c["status"] for c in self.server.coupons() if c["code"].startswith("WAIT")}, {"STAGED"})

    def test_an_empty_object(self):
        self.assertEqual(self.server.post("/api/v1/generate", {}).json, {"generated": 1000, "pushed": 1000})

    def test_bodies_that_are_refused(self):
        for body in ("{", "[]", "null", '{"count":0}', '{"count":-1}', '{"count":1000001}', '{"count":"10"}',
                     '{"count":1.5}', '{"count":1e30}', '{"count":true}', '{"prefix":1}', '{"prefix":"a b"}',
                     '{"length":0}', '{"length":-3}', '{"length":1000000}', '{"length":"12"}', '{"colour":"blue"}',
                     '{"prefix":"%s"}' % ("x" * 65), '{"prefix":"%s"}' % ("가" * 11), '{"prefix":"\\u200b"}'):
            with self.subTest(body=body):
                answer = self.server.post("/api/v1/generate", body, **{"Content-Type": "application/json"})
                self.assert_problem(answer, 400)

    def test_a_senseless_parameter(self):
        self.assert_problem(self.server.post("/api/v1/generate?push=perhaps", {"count": 1}), 400)


class PushTest(SharedCase):
    def test_each_staged_coupon_once_and_never_an_issued_one(self):
        self.add("S-1", "S-2", "S-3", push=False)
        answer = self.server.post("/api/v1/coupons/push")
        self.assertEqual((answer.status, answer.json), (200, {"pushed": 3, "available": 3}))
        self.assertEqual(self.stock(), ["S-1", "S-2", "S-3"])
        issued = self.server.issue(1).json["code"]
        self.assertEqual(self.server.post("/api/v1/coupons/push").json, {"pushed": 0, "available": 2})
        self.assertNotIn(issued, self.stock())
        self.add("S-4", push=False)
        self.assertEqual(self.server.post("/api/v1/coupons/push").json, {"pushed": 1, "available": 3})
        self.assert_conserved(self.server)


class TokenTest(Case):
    ADMINISTRATION = (("POST", "/api/v1/coupons/add"), ("PUT", "/api/v1/coupons/1"), ("GET", "/api/v1/coupons/1"),
                      ("GET", "/api/v1/coupons"), ("POST", "/api/v1/generate"), ("POST", "/api/v1/coupons/push"))

    def assert_unauthorized(self, server, method, target, **headers):
        answer = server.request(method, target, {"code": "X"} if method != "GET" else None, headers)
        self.assert_problem(answer, 401)
        self.assertRegex(answer.headers.get("www-authenticate", ""), "^Bearer")

    def test_administration_needs_the_token_and_nothing_else_does(self):
        handle, path = tempfile.mkstemp()
        self.addCleanup(os.unlink, path)
        os.write(handle, b"  correct-horse \n\n")
        os.close(handle)
        server = self.daemon("--admin-token-file", path, "--store-failure-rate", "0")
        for method, target in self.ADMINISTRATION:
            with self.subTest(method=method, target=target):
                self.assert_unauthorized(server, method, target)
        # Few of them: repeated failures are slowed down.
        for value in ("Bearer wrong", "Bearer correct-hors", "Bearer", "Basic correct-horse"):
            with self.subTest(value=value):
                self.assert_unauthorized(server, "POST", "/api/v1/generate", Authorization=value)
        for target in ("/api/v1/status", "/metrics", "/healthz", "/readyz", "/openapi.json"):
            self.assertEqual(server.get(target).status, 200)
        self.assert_problem(server.issue(1), 404, "sold-out")
        self.assertEqual(server.status()["stock"]["generated"], 0)
        server.token = "correct-horse"
        self.assertEqual(server.generate(3), {"generated": 3, "pushed": 3})
        self.assertFalse(re.search("correct-horse", server.log()))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lint of the API document sees each fault that is planted in a copy of it, and none in the document itself."""

import json
import os
import unittest

import openapi_lint

ISSUE = "/api/v1/coupons/{userId}/issue"


class LintTest(unittest.TestCase):
    def setUp(self):
        path = os.path.join(os.environ["SEONCHAK_SOURCE_DIR"], "resources", "openapi.json")
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        self.document = json.loads(self.text)

    def assert_found(self, sentence):
        faults = openapi_lint.lint(json.dumps(self.document))
        self.assertTrue(any(sentence in fault for fault in faults), f"{sentence!r} not among {faults}")

    def test_the_document_has_no_faults(self):
        self.assertEqual(openapi_lint.lint(self.text), [])

    def test_broken_json(self):
        self.assertIn("no JSON", openapi_lint.lint(self.text[:-3])[0])

    def test_a_key_that_stands_twice(self):
        self.assertIn("'a' stands twice", openapi_lint.lint('{"a": 1, "a": 2}')[0])

    def test_another_version(self):
        self.document["openapi"] = "3.0.3"
        self.assert_found("must be 3.1.x")

    def test_an_unknown_field(self):
        self.document["paths"][ISSUE]["post"]["respones"] = {}
        self.assert_found("operation has no field 'respones'")

    def test_a_missing_field(self):
        del self.document["components"]["responses"]["SoldOut"]["description"]
        self.assert_found("response lacks 'description'")

    def test_a_reference_that_leads_nowhere(self):
        self.document["paths"][ISSUE]["post"]["responses"]["404"] = {"$ref": "#/components/responses/Nothing"}
        self.assert_found("$ref leads nowhere: #/components/responses/Nothing")

    def test_a_component_that_nothing_uses(self):
        self.document["components"]["schemas"]["Idle"] = {"type": "string"}
        self.assert_found("components/schemas/Idle: nothing uses it")

    def test_an_operation_id_that_stands_twice(self):
        self.document["paths"]["/healthz"]["get"]["operationId"] = "issueCoupon"
        self.assert_found("operationId 'issueCoupon' is also that of")

    def test_an_undeclared_tag(self):
        self.document["paths"]["/healthz"]["get"]["tags"] = ["novel"]
        self.assert_found("undeclared tag 'novel'")

    def test_a_path_parameter_that_is_not_described(self):
        del self.document["paths"][ISSUE]["parameters"]
        self.assert_found("path parameter 'userId'")

    def test_two_paths_that_cannot_be_told_apart(self):
        self.document["paths"]["/api/v1/coupons/{other}"] = self.document["paths"]["/api/v1/coupons/{couponId}"]
        self.assert_found("cannot be told from")

    def test_an_example_that_does_not_fit(self):
        examples = self.document["components"]["schemas"]["Coupon"]["examples"]
        examples[0]["status"] = "GONE"
        self.assert_found("the example does not fit: 'GONE'")

    def test_a_time_that_is_none(self):
        self.document["components"]["schemas"]["Coupon"]["examples"][0]["createdAt"] = "yesterday"
        self.assert_found("the example does not fit: 'yesterday'")

    def test_a_problem_of_another_status(self):
        examples = self.document["components"]["responses"]["SoldOut"]["content"]["application/problem+json"]["examples"]
        examples["sold-out"]["value"]["status"] = 410
        self.assert_found("its status is 410, the response's 404")

    def test_a_schema_that_is_none(self):
        self.document["components"]["schemas"]["Id"]["type"] = "number64"
        self.assert_found("no valid schema")

    def test_a_required_property_that_is_not_described(self):
        self.document["components"]["schemas"]["Coupon"]["required"].append("colour")
        self.assert_found("requires 'colour'")

    def test_an_unknown_security_scheme(self):
        self.document["paths"]["/api/v1/generate"]["post"]["security"] = [{"password": []}]
        self.assert_found("unknown security scheme 'password'")

    def test_a_token_without_its_refusal(self):
        del self.document["paths"]["/api/v1/generate"]["post"]["responses"]["401"]
        self.assert_found("describes no 401")

    def test_an_operation_that_says_not_who_may_call_it(self):
        del self.document["paths"][ISSUE]["post"]["security"]
        self.assert_found("operation lacks 'security'")

    def test_no_success(self):
        del self.document["paths"]["/healthz"]["get"]["responses"]["200"]
        self.assert_found("describes no success")


if __name__ == "__main__":
    unittest.main()

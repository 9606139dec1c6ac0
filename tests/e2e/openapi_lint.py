# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what is wrong with an OpenAPI 3.1 document: openapi_lint.py FILE ends with 1 and one line a fault.

Written for this one document, so it is stricter than the standard: every operation says who may call it, every
example fits its schema, every component is used. It needs Debian's python3-jsonschema and no network; the usual
linters are npm packages of 170 MB from a registry that a machine with Debian's packages alone does not reach.
"""

import json
import re
import sys

import jsonschema

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
# Which fields an object may have, and which of them it must have ("!"): the part of the standard that we use.
FIELDS = {
    "document": "openapi! info! servers! tags! paths! components! security externalDocs jsonSchemaDialect webhooks",
    "info": "title! version! summary description license! contact termsOfService",
    "license": "name! identifier url",
    "server": "url! description variables",
    "tag": "name! description externalDocs",
    "path": "summary description parameters servers " + " ".join(METHODS),
    "operation": "operationId! tags! summary! description responses! security! parameters requestBody deprecated",
    "parameter": "name! in! description! required schema! example examples deprecated style explode",
    "requestBody": "description content! required!",
    "response": "description! headers content links",
    "header": "description! required schema! deprecated",
    "media": "schema! example examples",
    "example": "summary description value! externalValue",
    "components": "schemas responses parameters securitySchemes requestBodies headers examples",
    "securityScheme": "type! description scheme bearerFormat name in",
}

FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("date-time")
def is_date_time(value):
    return not isinstance(value, str) or re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value) is not None


class Linter:
    def __init__(self, document):
        self.document = document
        self.faults = []
        self.used = set()
        self.operation_ids = {}

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def fields(self, kind, value, where):
        """Checks the names of an object's fields; False where it is no object at all."""
        if not isinstance(value, dict):
            self.fault(where, f"{kind} must be an object")
            return False
        names = FIELDS[kind].split()
        known = {name.rstrip("!") for name in names}
        for name in sorted(set(value) - known):
            if not name.startswith("x-"):
                self.fault(where, f"{kind} has no field '{name}'")
        for name in names:
            if name.endswith("!") and name[:-1] not in value:
                self.fault(where, f"{kind} lacks '{name[:-1]}'")
        return True

    def resolve(self, value, where):
        """Follows $ref; None where it leads nowhere."""
        seen = set()
        while isinstance(value, dict) and "$ref" in value:
            target = value["$ref"]
            found = self.lookup(target)
            if found is None or target in seen:
                self.fault(where, f"$ref leads nowhere: {target}")
                return None
            seen.add(target)
            self.used.add(target)
            value = found
        return value

    def lookup(self, target):
        if not isinstance(target, str) or not target.startswith("#/"):
            return None
        value = self.document
        for step in target[2:].split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(value, dict) or step not in value:
                return None
            value = value[step]
        return value

    # Schemas

    def check_example(self, schema, value, where):
        # The components stand beside the schema, so that a $ref finds them.
        whole = {"components": self.document.get("components", {}), "allOf": [schema]}
        try:
            for error in jsonschema.Draft202012Validator(whole, format_checker=FORMATS).iter_errors(value):
                self.fault(where, f"the example does not fit: {error.message}")
        except Exception as error:  # the class that says so differs from version to version
            self.fault(where, f"$ref leads nowhere: {error}")

    def schema(self, schema, where):
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            self.fault(where, f"no valid schema: {error.message}")
            return
        self.walk_schema(schema, where)
        if isinstance(schema, dict):
            for example in schema.get("examples", []):
                self.check_example(schema, example, where)

    def walk_schema(self, schema, where):
        if isinstance(schema, list):
            for index, item in enumerate(schema):
                self.walk_schema(item, f"{where}/{index}")
            return
        if not isinstance(schema, dict):
            return
        if "$ref" in schema:
            self.resolve(schema, where)
        if "properties" in schema:
            for name in schema.get("required", []):
                if name not in schema["properties"]:
                    self.fault(where, f"requires '{name}', which it does not describe")
        for name, value in schema.items():
            if name == "properties":
                for key, inner in value.items():
                    self.walk_schema(inner, f"{where}/{key}")
            elif name in ("items", "allOf", "oneOf", "anyOf", "not", "additionalProperties"):
                self.walk_schema(value, f"{where}/{name}")

    # The parts of an operation

    def content(self, content, where, status=None):
        if not isinstance(content, dict) or not content:
            self.fault(where, "content must name a media type")
            return
        for media_type, media in content.items():
            here = f"{where} {media_type}"
            if not re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", media_type):
                self.fault(here, "no media type")
            if not self.fields("media", media, here):
                continue
            self.schema(media.get("schema", True), here)
            for name, example in media.get("examples", {}).items():
                example = self.resolve(example, here)
                if example is None or not self.fields("example", example, here):
                    continue
                self.check_example(media.get("schema", True), example.get("value"), f"{here} example {name}")
                self.check_problem(media_type, example.get("value"), status, f"{here} example {name}")

    def check_problem(self, media_type, value, status, where):
        if status and media_type == "application/problem+json" and isinstance(value, dict):
            if str(value.get("status")) != status:
                self.fault(where, f"its status is {value.get('status')}, the response's {status}")

    def parameter(self, parameter, where):
        parameter = self.resolve(parameter, where)
        if parameter is None or not self.fields("parameter", parameter, where):
            return None
        here = f"{where} parameter {parameter.get('name')}"
        if parameter.get("in") not in ("path", "query", "header", "cookie"):
            self.fault(here, f"stands in no place: {parameter.get('in')}")
        if parameter.get("in") == "path" and parameter.get("required") is not True:
            self.fault(here, "a path parameter must be required")
        self.schema(parameter.get("schema", True), here)
        return parameter.get("in"), parameter.get("name")

    def response(self, response, where, status):
        response = self.resolve(response, where)
        if response is None or not self.fields("response", response, where):
            return
        for name, header in response.get("headers", {}).items():
            if self.fields("header", header, f"{where} header {name}"):
                self.schema(header.get("schema", True), f"{where} header {name}")
        if "content" in response:
            self.content(response["content"], where, status)

    def security(self, operation, where):
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        for requirement in operation.get("security", []):
            for name in requirement:
                self.used.add(f"#/components/securitySchemes/{name}")
                if name not in schemes:
                    self.fault(where, f"unknown security scheme '{name}'")
            if requirement and "401" not in operation.get("responses", {}):
                self.fault(where, "asks for a token and describes no 401")

    def operation(self, operation, path, shared, where):
        if not self.fields("operation", operation, where):
            return
        name = operation.get("operationId")
        if name in self.operation_ids:
            self.fault(where, f"operationId '{name}' is also that of {self.operation_ids[name]}")
        self.operation_ids[name] = where
        declared = {tag.get("name") for tag in self.document.get("tags", [])}
        for tag in operation.get("tags", []):
            if tag not in declared:
                self.fault(where, f"undeclared tag '{tag}'")
        places = [self.parameter(item, where) for item in shared + operation.get("parameters", [])]
        for place in {place for place in places if places.count(place) > 1 and place}:
            self.fault(where, f"parameter {place[1]} stands twice")
        wanted = set(re.findall(r"{([^}]+)}", path))
        given = {place[1] for place in places if place and place[0] == "path"}
        for name in sorted(wanted ^ given):
            self.fault(where, f"path parameter '{name}' is not both in the path and described")
        if "requestBody" in operation and self.fields("requestBody", operation["requestBody"], where):
            self.content(operation["requestBody"].get("content"), f"{where} body")
        self.security(operation, where)
        self.responses(operation.get("responses"), where)

    def responses(self, responses, where):
        if not isinstance(responses, dict) or not any(str(status).startswith("2") for status in responses):
            self.fault(where, "describes no success")
            return
        for status, response in responses.items():
            if not re.fullmatch(r"[1-5]([0-9]{2}|XX)|default", status):
                self.fault(where, f"no status: {status}")
            self.response(response, f"{where} {status}", status)

    def run(self):
        document = self.document
        if not self.fields("document", document, "document"):
            return self.faults
        if not re.fullmatch(r"3\.1\.\d+", str(document.get("openapi"))):
            self.fault("openapi", "must be 3.1.x")
        if self.fields("info", document.get("info"), "info") and "license" in document["info"]:
            self.fields("license", document["info"]["license"], "license")
        for kind, list_name in (("server", "servers"), ("tag", "tags")):
            for item in document.get(list_name, []):
                self.fields(kind, item, list_name)
        shapes = {}
        for path, item in document.get("paths", {}).items():
            self.path(path, item, shapes)
        self.components(document.get("components", {}))
        return self.faults

    def path(self, path, item, shapes):
        if not path.startswith("/") or not self.fields("path", item, path):
            self.fault(path, "no path")
            return
        shape = re.sub(r"{[^}]+}", "{}", path)
        if shape in shapes:
            self.fault(path, f"cannot be told from {shapes[shape]}")
        shapes[shape] = path
        for method in METHODS:
            if method in item:
                self.operation(item[method], path, item.get("parameters", []), f"{method.upper()} {path}")

    def components(self, components):
        if not self.fields("components", components, "components"):
            return
        for name, schema in components.get("schemas", {}).items():
            self.schema(schema, f"schema {name}")
        for name, scheme in components.get("securitySchemes", {}).items():
            self.fields("securityScheme", scheme, f"security scheme {name}")
        for kind, members in components.items():
            for name in members:
                if f"#/components/{kind}/{name}" not in self.used:
                    self.fault(f"components/{kind}/{name}", "nothing uses it")


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"the key '{key}' stands twice in one object")
    return dict(pairs)


def lint(text):
    """The faults of a document, given as text: one sentence each."""
    try:
        document = json.loads(text, object_pairs_hook=unique_keys)
    except ValueError as error:
        return [f"no JSON: {error}"]
    return Linter(document).run()


def main(arguments):
    if len(arguments) != 2:
        print("usage: openapi_lint.py FILE", file=sys.stderr)
        return 2
    with open(arguments[1], encoding="utf-8") as file:
        faults = lint(file.read())
    for fault in faults:
        print(f"{arguments[1]}: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

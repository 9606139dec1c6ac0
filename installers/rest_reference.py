#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""rest_reference.py OPENAPI: prints the guide's reference of the REST interface as AsciiDoc.

The words around it are attributes (word-who, word-admin, …) that the page of each language sets, so that one file serves
both. What comes from the API document itself is English.
"""

import json
import sys


def resolve(document, node):
    """The node that a local $ref names, or the node itself."""
    while "$ref" in node:
        found = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def plain(text):
    """Text in which nothing is markup; | would end a cell of a table."""
    return "pass:c[" + text.replace("]", "\\]") + "]" if text else ""


def prose(text):
    """Markdown of the API document: code between backticks is all that it knows."""
    parts = " ".join(text.split()).split("`")
    return "".join("``" + plain(part) + "``" if number % 2 else plain(part) for number, part in enumerate(parts))


def cell(text):
    return text.replace("|", "\\|")


def codes_of(response):
    """The problem codes that the examples of an answer show."""
    media = response.get("content", {}).get("application/problem+json", {})
    found = [example["value"]["code"] for example in media.get("examples", {}).values()]
    return list(dict.fromkeys(found))


def type_of(document, schema):
    schema = resolve(document, schema)
    kind = schema.get("type", "")
    kind = "/".join(kind) if isinstance(kind, list) else kind
    if "enum" in schema:
        kind = ", ".join(str(value) for value in schema["enum"])
    return kind


def parameters(document, path, operation):
    rows = [resolve(document, each) for each in path.get("parameters", []) + operation.get("parameters", [])]
    if not rows:
        return
    yield '[cols="2,1,2,5",options="header"]'
    yield "|==="
    yield "|{word-parameter} |{word-place} |{word-type} |{word-meaning}"
    yield ""
    for row in rows:
        yield f"|``{plain(row['name'])}``"
        yield "|" + plain(row["in"])
        yield "|" + cell(plain(type_of(document, row.get("schema", {}))))
        yield "|" + cell(prose(row.get("description", "")))
        yield ""
    yield "|==="
    yield ""


def body(document, operation):
    if "requestBody" not in operation:
        return
    given = resolve(document, operation["requestBody"])
    media = given.get("content", {}).get("application/json", {})
    yield "{word-body}: ``application/json``" + (" ({word-required})" if given.get("required") else " ({word-optional})")
    yield ""
    examples = [each["value"] for each in media.get("examples", {}).values() if "value" in each]
    if "example" in media:
        examples.append(media["example"])
    for example in examples[:2]:
        yield "[source,json]"
        yield "----"
        yield json.dumps(example, ensure_ascii=False)
        yield "----"
        yield ""


def answers(document, operation):
    yield '[cols="1,3,6",options="header"]'
    yield "|==="
    yield "|{word-status} |{word-code} |{word-meaning}"
    yield ""
    for status, given in sorted(operation["responses"].items()):
        response = resolve(document, given)
        yield "|" + status
        yield "|" + " ".join(f"``{plain(code)}``" for code in codes_of(response))
        yield "|" + cell(prose(response.get("description", "")))
        yield ""
    yield "|==="
    yield ""


def endpoint(document, verb, address, path, operation):
    yield f"[#{operation['operationId']}]"
    yield f"=== {verb.upper()} {plain(address)}"
    yield ""
    yield prose(operation["summary"]) + "."
    yield ""
    yield "{word-who}: " + ("{word-admin}" if operation.get("security") else "{word-open}")
    yield ""
    for paragraph in operation.get("description", "").split("\n\n"):
        if paragraph.strip():
            yield prose(paragraph)
            yield ""
    yield from parameters(document, path, operation)
    yield from body(document, operation)
    yield from answers(document, operation)


def reference(document):
    """Every endpoint, in the order of the API document's groups."""
    verbs = ("get", "post", "put", "delete", "patch")
    listed = [(address, verb) for address, path in document["paths"].items() for verb in path if verb in verbs]
    tags = [tag["name"] for tag in document["tags"]]
    listed.sort(key=lambda each: tags.index(document["paths"][each[0]][each[1]]["tags"][0]))
    for address, verb in listed:
        path = document["paths"][address]
        yield from endpoint(document, verb, address, path, path[verb])


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(reference(document)).rstrip())


if __name__ == "__main__":
    main()

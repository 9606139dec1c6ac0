# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide: both languages say the same, every problem, exit code, reason and page of the window is explained in the
program's own words, and the HTML has no warning, no dead link and no picture that is missing.

SEONCHAK_BIN_DIR names the built programs, SEONCHAK_SOURCE_DIR the source tree.
"""

import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree

BIN_DIR = os.environ.get("SEONCHAK_BIN_DIR", "build/bin")
SOURCE_DIR = os.environ.get("SEONCHAK_SOURCE_DIR", os.path.join(os.path.dirname(__file__), "..", ".."))
DAEMON = os.path.join(BIN_DIR, "seonchakd")
DOCS = os.path.join(SOURCE_DIR, "resources", "docs")
LANGUAGES = ("en", "ko")
PRINTED = ("man-options", "man-commands", "man-keys", "man-environment", "man-files", "man-exit-status")
COMMENT = re.compile(r"(^|\s+)#.*$")  # in a block of commands
SPDX = ("// SPDX-FileCopyrightText: 2026 The Seonchak authors", "// SPDX-License-Identifier: GPL-3.0-or-later")


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        return file.read()


def source(*parts):
    return read(SOURCE_DIR, *parts)


def names(language, folder=""):
    """The AsciiDoc files of a language."""
    return sorted(name for name in os.listdir(os.path.join(DOCS, language, folder)) if name.endswith(".adoc"))


def printed(what):
    return subprocess.run([DAEMON, "print", what], capture_output=True, text=True, check=True).stdout


def generated_rest():
    """The part of rest.adoc that is made from the API document."""
    script = os.path.join(SOURCE_DIR, "installers", "rest_reference.py")
    return subprocess.run([sys.executable, script, os.path.join(SOURCE_DIR, "resources", "openapi.json")],
                          capture_output=True, encoding="utf-8", check=True).stdout


def problems():
    """The tables of the server and of the outcomes of an issue: {code: (status, Korean, English)}."""
    row = re.compile(r'\{(\d{3}),\s*"([a-z-]+)",\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"')
    outcomes = source("core", "issue", "ground", "outcome_row.h")
    server = source("server", "api", "problem.cpp")
    found = {m[2]: (m[1], m[3], m[4]) for m in row.finditer(outcomes + server)}
    coupons = re.findall(r'\{Kind::\w+,\s*"', outcomes)
    borrowed = re.findall(r"\{Problem::\w+, rowOf\(", server)
    rows = outcomes.count("{Kind::") - len(coupons) + server.count("{Problem::") - len(borrowed)
    assert len(found) == rows, "a row of a problem reads otherwise than before"
    return found


def translations(name):
    """What the window says in Korean: {English: Korean}."""
    root = xml.etree.ElementTree.fromstring(source("resources", "translations", f"{name}_ko.ts"))
    return {message.findtext("source"): message.findtext("translation") for message in root.iter("message")}


class Shape:
    """What has to be the same in both languages of a page."""

    def __init__(self, text):
        self.headings, self.anchors, self.blocks, self.pictures, self.links, self.tables = [], [], [], [], [], []
        block, table = None, None
        for line in text.splitlines():
            if block is not None:
                if line == block[0]:
                    self.blocks.append("\n".join(block))
                    block = None
                else:
                    block.append(COMMENT.sub("", line))
            elif line in ("----", "...."):
                block = [line]
            elif line == "|===":
                if table is not None:
                    self.tables.append(table)
                table = 0 if table is None else None
            elif table is not None:
                table += line.startswith("|")
            elif re.match(r"=+ ", line):
                self.headings.append(line.split(" ")[0])
            elif re.fullmatch(r"\[#[\w-]+\]", line):
                self.anchors.append(line)
            self.pictures += re.findall(r"image::?([^\[]+)\[", line)
            self.links += re.findall(r"xref:([^\[]+)\[", line)
        assert block is None and table is None, "a block has no end"
        self.links.sort()


class SourcesTest(unittest.TestCase):
    maxDiff = None

    def test_both_languages_have_the_same_files(self):
        self.assertGreater(len(names("en")), 10)
        self.assertEqual(names("en"), names("ko"))
        self.assertEqual(names("en", "shared"), names("ko", "shared"))

    def test_both_languages_have_the_same_shape(self):
        for folder in ("", "shared"):
            for name in names("en", folder):
                if not os.path.exists(os.path.join(DOCS, "ko", folder, name)):
                    continue
                english, korean = (Shape(read(DOCS, language, folder, name)) for language in LANGUAGES)
                for what in vars(english):
                    with self.subTest(page=name, what=what):
                        self.assertEqual(getattr(english, what), getattr(korean, what))

    def test_every_file_names_its_licence_and_has_a_title(self):
        for language in LANGUAGES:
            for folder in ("", "shared"):
                for name in names(language, folder):
                    with self.subTest(language=language, page=name):
                        lines = read(DOCS, language, folder, name).splitlines()
                        self.assertEqual(tuple(lines[:2]), SPDX)
                        if not folder:
                            self.assertRegex(lines[2], r"^= \S")

    def test_the_contents_name_every_page(self):
        for language in LANGUAGES:
            linked = set(re.findall(r"xref:([\w-]+\.adoc)", read(DOCS, language, "index.adoc")))
            self.assertEqual(sorted(linked | {"index.adoc"}), names(language), language)


class WindowTest(unittest.TestCase):
    def test_every_page_of_the_window_has_its_page(self):
        ids = re.findall(r'^inline const QString \w+ = QStringLiteral\("([a-z-]+)"\);', source("ui", "desk", "pages.h"), re.M)
        self.assertGreater(len(ids), 6)
        for language in LANGUAGES:
            pages = [name for name in names(language) if name.startswith("page-")]
            self.assertEqual(pages, sorted(f"page-{each}.adoc" for each in ids), language)

    def test_pages_are_called_as_in_the_window(self):
        identifiers = dict(re.findall(r'QString (\w+) = QStringLiteral\("([a-z-]+)"\);', source("ui", "desk", "pages.h")))
        titles = re.findall(r'page::(\w+),\s*PageTitles::tr\("([^"]+)"\)', source("ui", "desk", "pages.cpp"))
        self.assertGreater(len(titles), 6)
        korean = translations("desk")
        for identifier, title in titles:
            for language, words in (("en", title), ("ko", korean[title])):
                heading = re.search(r"^= (.*)$", read(DOCS, language, f"page-{identifiers[identifier]}.adoc"), re.M)[1]
                self.assertEqual(heading, words)


class TroubleshootingTest(unittest.TestCase):
    maxDiff = None

    def part(self, language, anchor):
        text = read(DOCS, language, "troubleshooting.adoc")
        return text.split(f"[#{anchor}]\n", 1)[1].split("\n[#")[0]

    def test_every_problem_has_a_row_in_its_own_words(self):
        for language, word in (("en", 2), ("ko", 1)):
            rows = re.findall(r"^\|`([a-z-]+)` \((\d+)\)\n\|(.*)\n\|(.+)\n\|(.+)\n", self.part(language, "problem-codes"), re.M)
            self.assertEqual([(row[0], row[1], row[2]) for row in rows],
                             [(code, words[0], words[word]) for code, words in problems().items()], language)

    def test_every_problem_of_the_api_document_has_a_row(self):
        codes = set(re.findall(r"urn:seonchak:problem:([a-z-]+)", source("resources", "openapi.json")))
        self.assertGreater(len(codes), 20)
        for language in LANGUAGES:
            rows = set(re.findall(r"^\|`([a-z-]+)` \(", self.part(language, "problem-codes"), re.M))
            self.assertEqual(codes - rows, set(), language)

    def test_every_exit_code_has_a_row(self):
        codes = re.findall(r"^\*\+\+(\d+)\+\+\*::$", printed("man-exit-status"), re.M)
        enumerators = re.findall(r"\bExit\w+ = (\d+)", source("app", "exit_status.h"))
        self.assertEqual(codes, enumerators)
        for language in LANGUAGES:
            rows = re.findall(r"^\|`(\d+)`\n\|.+\n\|.+\n", self.part(language, "exit-codes"), re.M)
            self.assertEqual(rows, codes, language)

    def test_every_banner_has_a_row(self):
        banner = source("ui", "desk", "banner.cpp")
        titles = re.findall(r'Tone::\w+,\s*tr\("([^"]+)"\)', banner)
        titles += re.findall(r'\? tr\("((?:Redis|The database)[^"]+)"\)\s*: tr\("([^"]+)"\)', banner)
        titles = [title for each in titles for title in ((each,) if isinstance(each, str) else each)]
        engine = "SQLite"  # stands for the name of the one in use
        self.assertGreater(len(titles), 8)
        korean = translations("desk")
        for language in LANGUAGES:
            rows = re.findall(r"^\|([^|=].*)\n\|.+\n\n", self.part(language, "banners"), re.M)
            expected = [(title if language == "en" else korean[title]).replace("%1", engine) for title in titles]
            self.assertEqual(sorted(rows), sorted(expected), language)

    def test_every_dialog_that_keeps_the_window_from_opening_is_named(self):
        dialog = source("ui", "desk", "start_problem_dialog.cpp")
        titles = set(re.findall(r'return\s*\{\s*tr\("([^"]+)"\)', dialog))
        self.assertGreater(len(titles), 6)
        korean = translations("desk")
        for language in LANGUAGES:
            part = self.part(language, "start")
            for title in titles:
                words = title if language == "en" else korean[title]
                self.assertTrue(f"|{words}\n" in part or f"_{words}_" in part, (language, words))

    def test_every_finding_of_the_doctor_has_a_row(self):
        text = r'"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*'
        row = re.compile(r'\{"([a-z*-]+)",\s*"[a-z-]+",\s*(Failed|Warning),\s*\{(%s),\s*(%s)\},\s*\{(%s),\s*(%s)\}\}' % ((text,) * 4))
        found = []
        for part in ("redis", "database", "machine"):
            code = source("core", "doctor", f"findings_{part}.cpp")
            rows = row.findall(code)
            self.assertEqual(len(rows), len(re.findall(r"\b(?:Failed|Warning),", code)))
            found += [(each[0], *(re.sub(r"%\d", "…", "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', words)))
                                  for words in each[2:])) for each in rows]
        for language, number in (("en", 0), ("ko", 1)):
            rows = re.findall(r"^\|`([a-z*-]+)`\n\|.+\n\|pass:c\[(.*)\]\n\|pass:c\[(.*)\]\n", self.part(language, "doctor"), re.M)
            self.assertEqual(rows, [(each[0], each[1 + number], each[3 + number]) for each in found], language)

    def test_every_reason_of_an_outage_has_a_row(self):
        outage = source("core", "watch", "outage.cpp")
        signs = re.findall(r'Sign\{"([^"]+)", Cure::(\w+)\}', outage)
        cures = re.findall(r'"(\w+)"', re.search(r"array names\{(.*?)\}", outage, re.S)[1])
        self.assertGreater(len(signs), 20)
        for language in LANGUAGES:
            rows = dict(re.findall(r"^\|`(\w+)`\n\|(.+)\n", self.part(language, "causes"), re.M))
            self.assertEqual(list(rows), cures, language)
            for words, cure in signs:
                self.assertIn(f"`+{words}+`", rows[cure.lower()], language)


class RestTest(unittest.TestCase):
    def test_every_endpoint_stands_in_the_reference(self):
        document = json.loads(source("resources", "openapi.json"))
        made = generated_rest()
        wanted = [(verb.upper(), path, operation["operationId"]) for path, verbs in document["paths"].items()
                  for verb, operation in verbs.items() if verb != "parameters"]
        self.assertGreater(len(wanted), 20)
        for verb, path, identifier in wanted:
            self.assertIn(f"[#{identifier}]\n=== {verb} pass:c[{path}]\n", made)
        self.assertEqual(made.count("\n=== "), len(wanted))

    def test_every_endpoint_says_who_may_ask(self):
        document = json.loads(source("resources", "openapi.json"))
        sections = re.split(r"^\[#(\w+)\]\n", generated_rest(), flags=re.M)[1:]
        open_to_all = {name for name, text in zip(sections[::2], sections[1::2]) if "{word-who}: {word-open}" in text}
        wanted = {operation["operationId"] for verbs in document["paths"].values()
                  for verb, operation in verbs.items() if verb != "parameters" and not operation["security"]}
        self.assertEqual(open_to_all, wanted)


class Page(html.parser.HTMLParser):
    """What a page links to and shows."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.shown = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if given.get("id"):
            self.ids.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("link", "area") and "href" in given and given.get("rel") != "license":
            self.shown.append(given["href"])
        if "src" in given:
            self.shown.append(given["src"])


class HtmlTest(unittest.TestCase):
    """Made as installers/guide.cmake makes it."""

    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.mkdtemp(prefix="sg-")
        cls.addClassCleanup(shutil.rmtree, cls.home, True)
        made = os.path.join(cls.home, "made")
        os.mkdir(made)
        for name, text in [(what, printed(what)) for what in PRINTED] + [("rest", generated_rest())]:
            with open(os.path.join(made, name + ".adoc"), "w", encoding="utf-8") as file:
                file.write(text)
        pictures = os.path.join(SOURCE_DIR, "resources", "screenshots")
        shutil.copytree(pictures, os.path.join(cls.home, "html", "pictures"))
        cls.complaints = {}
        cls.pages = {}
        for language in LANGUAGES:
            target = os.path.join(cls.home, "html", language)
            done = subprocess.run(
                ["asciidoctor", "--backend", "html5", "--failure-level", "WARN", "-a", "reproducible", "-a", "webfonts!",
                 "-a", "linkcss!", "-a", "attribute-missing=warn", "-a", "imagesdir=../pictures", "-a", "version=0", "-a", f"made={made}",
                 "--destination-dir", target, *(os.path.join(DOCS, language, name) for name in names(language))],
                capture_output=True, text=True, check=False)
            cls.complaints[language] = (done.returncode, done.stderr)
            for name in sorted(os.listdir(target) if os.path.isdir(target) else []):
                path = os.path.join(target, name)
                cls.pages[path] = Page(read(path))

    def test_each_page_of_the_window_has_its_picture(self):
        for language in LANGUAGES:
            for name in names(language):
                if name.startswith("page-"):
                    picture = f'{name.removeprefix("page-").removesuffix(".adoc")}-{language}.png'
                    page = read(os.path.join(self.home, "html", language, name.replace(".adoc", ".html")))
                    self.assertIn(f'src="../pictures/{picture}"', page)
                    self.assertTrue(os.path.exists(os.path.join(self.home, "html", "pictures", picture)), picture)

    def test_there_is_no_warning(self):
        for language in LANGUAGES:
            self.assertEqual(self.complaints[language], (0, ""))

    def test_every_page_was_made(self):
        for language in LANGUAGES:
            made = [os.path.basename(path) for path in self.pages if os.path.basename(os.path.dirname(path)) == language]
            self.assertEqual(made, [name.replace(".adoc", ".html") for name in names(language)])

    def test_every_link_leads_somewhere(self):
        dead = []
        for path, page in self.pages.items():
            for link in page.links:
                url = urllib.parse.urlsplit(link)
                if url.scheme:
                    continue
                target = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(url.path))) if url.path else path
                there = target in self.pages and (not url.fragment or url.fragment in self.pages[target].ids)
                if not there:
                    dead.append(f"{os.path.relpath(path, self.home)}: {link}")
        self.assertEqual(dead, [])

    def test_every_picture_is_there_and_nothing_comes_from_elsewhere(self):
        shown = 0
        for path, page in self.pages.items():
            for each in page.shown:
                with self.subTest(page=path, shows=each):
                    self.assertEqual(urllib.parse.urlsplit(each)[:2], ("", ""))
                    self.assertTrue(os.path.isfile(os.path.join(os.path.dirname(path), each)))
                    shown += 1
        self.assertGreater(shown, 15)

    def test_packages_are_made_from_the_same_call(self):
        rule = source("installers", "guide.cmake")
        for option in ("--failure-level WARN", "-a reproducible", "-a webfonts!", "-a linkcss!", "-a attribute-missing=warn",
                       "-a imagesdir=../pictures"):
            self.assertIn(option, rule)

    def test_no_page_tells_when_it_was_made(self):
        for path in self.pages:
            self.assertNotIn("Last updated", read(path))


if __name__ == "__main__":
    unittest.main()

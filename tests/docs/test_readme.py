# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md and README.ko.md say the same, and so do the English and the Korean page of each pair of the guide.

    SEONCHAK_BIN_DIR=build/bin python3 tests/docs/test_readme.py

SEONCHAK_SOURCE_DIR names the source tree (default: the one this file lies in). SEONCHAK_BIN_DIR names the folder of
seonchakd, whose --help is compared with the options that the READMEs mention; without it that one class is left out,
with it a program that is not there is a failure. ctest always sets it. Nothing is built, started or changed.
"""

import collections
import functools
import glob
import os
import re
import subprocess
import unittest

SOURCE_DIR = os.path.abspath(
    os.environ.get("SEONCHAK_SOURCE_DIR") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BIN_DIR = os.environ.get("SEONCHAK_BIN_DIR")
READMES = ("README.md", "README.ko.md")
DOCS = os.path.join("resources", "docs")

MARKDOWN_FENCE = re.compile(r"^(```+)")
ASCIIDOC_FENCE = re.compile(r"^(-{4,}|\.{4,}|`{3,})\s*$")
COMMENT = re.compile(r"(^|\s+)#.*$")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
OWN_FILE = re.compile(r"`\+?((?:tests|resources|installers)/[\w./*-]+)\+?`")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")

Section = collections.namedtuple("Section", "level title text")


def read(path):
    with open(os.path.join(SOURCE_DIR, path), encoding="utf-8") as file:
        return file.read()


def is_markdown(path):
    return path.endswith(".md")


def split_code(path):
    """The text without its code blocks, and the blocks as lists of lines."""
    fence = MARKDOWN_FENCE if is_markdown(path) else ASCIIDOC_FENCE
    text, blocks, closing = [], [], None
    for line in read(path).splitlines():
        found = fence.match(line)
        if closing is None and found:
            closing = found.group(1)
            blocks.append([])
        elif closing is None:
            text.append(line)
        elif line.strip() == closing:
            closing = None
        else:
            blocks[-1].append(line)
    assert closing is None, f"{path}: a code block is not closed"
    return text, blocks


def without_comments(block):
    """What a shell would run: no comments, and no lines that are nothing else."""
    lines = [COMMENT.sub("", line).rstrip() for line in block]
    return [line for line in lines if line]


def commands(path):
    return [without_comments(block) for block in split_code(path)[1]]


def sections(path):
    """One for each heading, with what stands below it; what stands before the first is dropped."""
    mark = "#" if is_markdown(path) else "="
    heading = re.compile(rf"^({mark}{{1,6}})\s+(\S.*)$")
    found = []
    for line in split_code(path)[0]:
        match = heading.match(line)
        if match:
            found.append(Section(len(match.group(1)), match.group(2), [match.group(2)]))
        elif found:
            found[-1].text.append(line)
    return found


def is_markup(line, path):
    """Lines of AsciiDoc that nobody reads: comments, attributes of the page, of blocks and of tables."""
    return not is_markdown(path) and re.match(r"^(//|:!?[\w-]+!?:|\[[^\]]*\]\s*$|ifdef::|ifndef::|endif::|include::)", line)


def readable(line):
    """Without the targets of links and images, and without entities, which hold figures of their own. A pass macro quotes
    what a program says in that language: test_guide.py compares it with the program."""
    line = re.sub(r"pass:c\[[^\]]*\]", "", line)
    line = re.sub(r"\]\([^)]*\)", "]", line)
    line = re.sub(r"\b(?:link|xref|image):+[^\s\[]*\[", "[", line)
    line = re.sub(r"<<[^,>]*,?", "", line)
    return re.sub(r"&#x?[0-9a-fA-F]+;", "", line)


def figures(section, path):
    lines = [readable(line) for line in section.text if not is_markup(line, path)]
    return collections.Counter(FIGURE.findall("\n".join(lines)))


def links(path):
    """Targets of links and images, in order."""
    text = "\n".join(split_code(path)[0])
    if is_markdown(path):
        return re.findall(r"\]\(([^)\s]+)\)", text)
    header = re.search(r"^include::(shared/header\.adoc)\[\]$", text, re.MULTILINE)
    return asciidoc_links(text, read(os.path.join(os.path.dirname(path), header[1])) if header else "")


def asciidoc_links(text, header):
    """Targets of macros and cross references, with the attributes of the page and of its header put in."""
    attributes = dict(re.findall(r"^:([\w-]+):[ \t]*(.*)$", header + text, re.MULTILINE))
    macros = re.findall(r"\b(image|link|xref|include)::?([^\s\[:][^\s\[]*)\[", text)
    crossed = [("xref", target) for target in re.findall(r"<<([^,>\s]+\.adoc[^,>]*)", text)]
    found = []
    for macro, target in macros + crossed:
        if macro == "image" and attributes.get("imagesdir"):
            target = attributes["imagesdir"].rstrip("/") + "/" + target
        found.append(re.sub(r"\{([\w-]+)\}", lambda name: attributes.get(name.group(1), name.group(0)), target))
    return found


def neutral(target):
    """A link as it would be without its language."""
    target = re.sub(r"^README(\.ko)?\.md", "README", target)
    return re.sub(r"-(ko|en)(?=\.\w+$)", "", re.sub(r"(^|/)(ko|en)(?=/|$)", r"\1", target))


def is_elsewhere(target):
    """Out of the tree, within the page, or named by an attribute that the build gives."""
    return re.match(r"^(\w+:|#)", target) or "{" in target


def broken_links(path):
    folder = os.path.dirname(os.path.join(SOURCE_DIR, path))
    files = [(target, target.split("#")[0]) for target in links(path) if not is_elsewhere(target)]
    return [target for target, file in files if file and not os.path.exists(os.path.join(folder, file))]


def missing_files(path):
    """Files of the tree that the text names, and which are not there."""
    named = OWN_FILE.findall("\n".join(split_code(path)[0]))
    return [name for name in named if not glob.glob(os.path.join(SOURCE_DIR, name))]


def pages(language):
    folder = os.path.join(SOURCE_DIR, DOCS, language)
    return sorted(name for name in os.listdir(folder) if name.endswith(".adoc"))


def both(page):
    return os.path.join(DOCS, "en", page), os.path.join(DOCS, "ko", page)


class TwinsTest(unittest.TestCase):
    """Each pair has the same headings, code and figures."""

    maxDiff = None

    def twins(self):
        yield READMES
        for page in sorted(set(pages("en")) & set(pages("ko"))):
            yield both(page)

    def test_no_page_is_alone(self):
        self.assertTrue(pages("en"), "no page was found")
        self.assertEqual(pages("en"), pages("ko"))

    def test_headings(self):
        for english, korean in self.twins():
            with self.subTest(english):
                levels = [[section.level for section in sections(path)] for path in (english, korean)]
                self.assertTrue(levels[0], "no heading was found")
                self.assertEqual(*levels)

    def test_code(self):
        for english, korean in self.twins():
            with self.subTest(english):
                self.assertEqual(commands(english), commands(korean))

    def test_figures(self):
        for english, korean in self.twins():
            for one, other in zip(sections(english), sections(korean)):
                with self.subTest(english, section=one.title):
                    here, there = figures(one, english), figures(other, korean)
                    self.assertEqual(here, there, f"only in English: {here - there}, only in Korean: {there - here}")

    def test_links_of_the_readmes(self):
        english, korean = ([neutral(target) for target in links(path)] for path in READMES)
        self.assertTrue(english, "no link was found")
        self.assertEqual(english, korean)

    def test_readmes_name_each_other_on_top(self):
        for path, other in (READMES, READMES[::-1]):
            self.assertEqual(links(path)[0], other, path)


class LinksTest(unittest.TestCase):
    def paths(self):
        yield from READMES
        yield from ("ARCHITECTURE.md", "CONTRIBUTING.md")
        for folder, _, names in os.walk(os.path.join(SOURCE_DIR, DOCS)):
            for name in names:
                if name.endswith(".adoc"):
                    yield os.path.relpath(os.path.join(folder, name), SOURCE_DIR)

    def test_every_relative_link_leads_to_a_file(self):
        for path in self.paths():
            with self.subTest(path):
                self.assertEqual(broken_links(path), [])

    def test_every_file_that_is_named_exists(self):
        for path in self.paths():
            with self.subTest(path):
                self.assertEqual(missing_files(path), [])


# The first that a command line contains tells whose options stand in it; None: a program that is not ours.
HELPS = (
    ("./check", "check"),
    ("installers/package", "installers/package"),
    ("installers/test-packages", "installers/test-packages"),
    ("docker ", None),
    ("curl ", None),
    ("lab --crash-matrix", ("lab", "--crash-matrix")),
    ("lab --race", ("lab", "--race")),
    ("seonchakd lab", ("lab",)),
    ("seonchakd verify", ("verify",)),
    ("doctor", ("doctor",)),
    ("seonchakd print", ("print",)),
    ("./run", "run"),
    ("seonchakd", ()),
)


@functools.lru_cache(maxsize=None)
def help_of(arguments):
    """The options that a command of seonchakd takes. verify tells its usage on standard error."""
    done = subprocess.run([os.path.join(BIN_DIR, "seonchakd"), *arguments, "--help"], capture_output=True, text=True,
                          timeout=60, check=False)
    told = done.stdout + done.stderr
    assert told.startswith("Usage: seonchakd"), f"{arguments} --help ended with {done.returncode}: {told}"
    return frozenset(OPTION.findall(told)) | {"--help"}


def options_of(owner):
    """A script's own options stand in its source, those of a program in its help."""
    if owner is None:
        return None
    if isinstance(owner, tuple):
        # doctor takes the server's options as well.
        return help_of(owner) | (help_of(()) if owner == ("doctor",) else frozenset())
    known = frozenset(OPTION.findall(read(owner)))
    # ./run hands what it does not know to the program.
    return known | help_of(()) if owner == "run" else known


@functools.lru_cache(maxsize=None)
def all_options():
    known = [options_of(owner) for _, owner in HELPS]
    return frozenset().union(*(options for options in known if options is not None))


def mentions(path):
    """Command lines and pieces of `code` that hold an option."""
    text, blocks = split_code(path)
    spans = re.findall(r"`([^`]+)`", "\n".join(text))
    return [span for span in spans + [line for block in blocks for line in without_comments(block)] if OPTION.search(span)]


def unknown_options(span):
    owners = [owner for word, owner in HELPS if word in span]
    known = options_of(owners[0]) if owners else all_options()
    return [] if known is None else [option for option in OPTION.findall(span) if option not in known]


if BIN_DIR:

    class OptionsTest(unittest.TestCase):
        def test_every_option_exists(self):
            all_options()  # where a program is missing, it is said once
            for path in READMES:
                self.assertTrue(mentions(path), f"{path}: no option was found")
                for span in mentions(path):
                    with self.subTest(path, span=span):
                        self.assertEqual(unknown_options(span), [])


if __name__ == "__main__":
    unittest.main()

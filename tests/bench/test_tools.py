# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./compare and ./path make of their figures: nothing is measured here."""

import contextlib
import importlib.machinery
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "e2e")]
import compare_report  # noqa: E402
from harness import SOURCE_DIR  # noqa: E402


def program(name):
    loader = importlib.machinery.SourceFileLoader(f"program_{name}", os.path.join(HERE, name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


COMPARE, PATH = program("compare"), program("path")
RATES = {"seonchakd": (10_000, 12_000, 8_000), "nginx + Lua": (20_000, 20_000, 20_000), "<&>": (5_000, 6_000, 4_000)}


def results():
    turns = [{"round": number, "scene": scene, "connections": 64, "server": server, "rate": rate, "p50Ms": 1.5, "p99Ms": 9.25,
              "serverCpuUs": 100.2, "redisCpuUs": 30.6, "loadCpuUs": 5.1, "batch": 4.25, "fsyncMs": 1.25,
              "others": 0.01, "wrong": 0}
             for scene in ("issue", "open") for server, rates in RATES.items() for number, rate in enumerate(rates)]
    return {"turns": turns, "skipped": {}, "versions": {"Redis": "Redis server v=7.0.15", "seonchakd": "seonchak 1", "nginx + Lua":
            "nginx version: nginx/1.22.1"}, "machine": {"date": "2026-01-02", "commit": "abc1234", "cores": 2, "processor": "Some CPU", "system": "Debian 12",
            "kernel": "6", "loadBefore": 0.1, "rounds": 3, "seconds": 5, "rate": 1500.0, "workers": 2}}


class CompareTest(unittest.TestCase):
    def setUp(self):
        self.tree = tempfile.mkdtemp(prefix="sct-")
        self.addCleanup(shutil.rmtree, self.tree, True)
        shutil.copytree(os.path.join(SOURCE_DIR, "resources", "docs"), os.path.join(self.tree, "resources", "docs"))
        os.makedirs(os.path.join(self.tree, "resources", "screenshots"))

    def page(self, language):
        with open(os.path.join(self.tree, "resources", "docs", language, "measurements.adoc"), encoding="utf-8") as file:
            return file.read()

    def measured(self, language):
        return self.page(language).split(compare_report.BEGIN)[1].split(compare_report.END)[0]

    def test_a_share_is_taken_within_a_round(self):
        group = compare_report.groups(results())[0]
        self.assertEqual(group.shares("nginx + Lua"), [0.5, 0.6, 0.4])
        self.assertEqual(compare_report.cells(group, "nginx + Lua")[:2], ["20,000 / 20,000 / 20,000", "0.40 / 0.50 / 0.60"])

    def test_the_guide_gets_the_same_figures_in_both_languages_and_keeps_the_rest(self):
        before = {language: self.page(language) for language in ("en", "ko")}
        compare_report.write_docs(results(), self.tree)
        rows = {language: [re.findall(r"[\d.,]+", line) for line in self.measured(language).splitlines() if line.startswith("|")]
                for language in ("en", "ko")}
        self.assertEqual(rows["en"][2:], rows["ko"][2:])
        self.assertEqual(len(rows["en"]), 2 + 1 + 2 * len(RATES))  # both ends, the head, each server in each scene
        for language, page in before.items():
            begin, end = compare_report.BEGIN, compare_report.END
            self.assertEqual(self.page(language).split(begin)[0], page.split(begin)[0])
            self.assertEqual(self.page(language).split(end)[1], page.split(end)[1])

    def test_writing_twice_is_writing_once(self):
        compare_report.write_docs(results(), self.tree)
        once = self.page("ko")
        compare_report.write_docs(results(), self.tree)
        self.assertEqual(self.page("ko"), once)

    def test_the_pages_stay_twins(self):
        compare_report.write_docs(results(), self.tree)
        for name in ("README.md", "README.ko.md"):
            shutil.copy(os.path.join(SOURCE_DIR, name), self.tree)
        twins = os.path.join(SOURCE_DIR, "tests", "docs", "test_readme.py")
        done = subprocess.run([sys.executable, twins, "TwinsTest.test_figures", "TwinsTest.test_code", "TwinsTest.test_headings"],
                              env={**os.environ, "SEONCHAK_SOURCE_DIR": self.tree}, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_asciidoctor_takes_it_without_a_warning(self):
        compare_report.write_docs(results(), self.tree)
        for language in ("en", "ko"):
            page = os.path.join(self.tree, "resources", "docs", language, "measurements.adoc")
            done = subprocess.run(["asciidoctor", "--failure-level", "WARN", "-o", "-", page], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(f"compare-{language}.svg", done.stdout)
            self.assertIn("0.40 / 0.50 / 0.60", done.stdout)

    def test_the_picture_is_sound_and_takes_nothing_from_elsewhere(self):
        for language in ("en", "ko"):
            picture = compare_report.svg(results(), language)
            root = xml.etree.ElementTree.fromstring(picture)
            bars = [each for each in root.iter("{http://www.w3.org/2000/svg}rect") if each.get("height") == "14"]
            widths = [float(each.get("width")) for each in bars]
            self.assertEqual([round(width / max(widths), 2) for width in widths], [0.5, 1, 0.25])
            self.assertNotIn("href", picture)

    def test_what_was_measured_in_bad_company_is_not_published(self):
        self.assertIsNone(COMPARE.unfit(results()))
        for change, word in ((lambda told: told["machine"].update(loadBefore=1.5), "busy"),
                             (lambda told: [row.update(others=0.3) for row in told["turns"]], "other processes"),
                             (lambda told: told["skipped"].update(fastify="no npm"), "skipped"),
                             (lambda told: told["turns"][0].update(wrong=1), "answers"),
                             (lambda told: told["machine"].update(rounds=1), "rounds")):
            told = results()
            change(told)
            self.assertIn(word, COMPARE.unfit(told) or "", word)

    def test_answers_that_a_scene_should_not_have_are_counted(self):
        told = {"answered": 20_000, "valid": 199, "already": 0, "soldOut": 19_801, "other": 0, "broken": 0, "unanswered": 0}
        scene = COMPARE.Scene("mixed", 64, type("Arguments", (), {"seconds": 1, "rate": 1500}))
        self.assertEqual(scene.wrong({**told, "valid": 200, "soldOut": 19_800}), 0)
        self.assertEqual(scene.wrong({**told, "valid": 201, "soldOut": 19_799}), 1)
        self.assertEqual(scene.wrong(told), 1)
        self.assertEqual(scene.wrong({**told, "valid": 200, "soldOut": 19_799, "other": 1}), 1)


class PathTest(unittest.TestCase):
    def test_ten_percent_more_are_too_many(self):
        budget = {"instructions per VALID": 1000, "allocations per VALID": 10}
        self.assertEqual(PATH.judge({"instructions per VALID": 1100, "allocations per VALID": 11}, budget), [])
        self.assertEqual(len(PATH.judge({"instructions per VALID": 1101, "allocations per VALID": 12}, budget)), 2)
        self.assertEqual(PATH.judge({"instructions per sold-out": 5}, budget), [])

    def test_the_goal_is_the_most_whatever_the_budget_is(self):
        budget = {"instructions per VALID": 10 ** 6, "allocations per VALID": 100}
        self.assertEqual(PATH.judge({"instructions per VALID": 171_005, "allocations per VALID": 30}, budget), [])
        self.assertEqual(len(PATH.judge({"instructions per VALID": 171_006, "allocations per VALID": 31}, budget)), 2)
        self.assertEqual(PATH.judge({"instructions per VALID": 171_006}, {}), [])  # another compiler makes other code

    def test_threads_that_keep_time_for_the_program_are_no_cost_of_an_answer(self):
        class Server:
            few, many = 10, 30
            work = iter([{}, {1: 1000, 2: 500, 3: 0}, {1: 3000, 2: 700, 3: 900}])

            def names(self):
                return {1: "http-0", 3: "sql"}

            def reset(self):
                pass

            def refused(self):
                return 0

            def taken(self):
                return next(self.work)

        class Sender:
            def request(self, *_):
                return type("Answer", (), {"status": 200, "json": {"result": "VALID"}})
        path, beside = PATH.one_answer(Server(), Sender(), 1, "VALID", {2: 10 ** 9})
        self.assertEqual((path, set(beside)), ({1: 100}, {2, 3}))

    def test_the_budget_of_this_machine_names_what_is_measured(self):
        measured = {f"{kind} per {answer}" for kind in ("instructions", "allocations") for answer in ("VALID", "sold-out")}
        budgets = PATH.read_budget()
        self.assertTrue(budgets)
        for where, budget in budgets.items():
            self.assertEqual(set(budget), measured, where)

    def test_the_median_is_what_counts(self):
        parts = {"path": {"http-0": 120.0}, "beside": {}}
        with contextlib.redirect_stdout(io.StringIO()) as said:
            self.assertEqual(PATH.show("allocations per VALID", [100, 120, 130], parts, {"allocations per VALID": 100}), 120)
        self.assertIn("| 100 / 120 / 130 | 25.0 % | 1.200 |", said.getvalue())


if __name__ == "__main__":
    unittest.main()

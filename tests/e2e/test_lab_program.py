# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where `seonchakd lab` and `verify` find the program that they become, laid out as the packages lay it out."""

import os
import shutil
import subprocess
import tempfile

from harness import DAEMON, Case, clean_environment, main

LAB = os.path.join(os.path.dirname(DAEMON), "seonchak-lab")


class LabProgramTest(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="seonchak-places-")
        self.addCleanup(shutil.rmtree, self.home, True)
        self.daemon = self.installed(DAEMON, "usr/bin")

    def installed(self, program, folder):
        """A copy of it, because a program asks where its own file lies."""
        folder = os.path.join(self.home, folder)
        os.makedirs(folder, exist_ok=True)
        return shutil.copy(program, folder)

    def run_it(self, daemon, *words):
        return subprocess.run([daemon, *words], env={**clean_environment(self.home), "PATH": "/usr/bin:/bin"}, cwd=self.home,
                              capture_output=True, text=True, timeout=120, check=False)

    def short_lab(self, daemon):
        return self.run_it(daemon, "lab", "--strategies", "saga", "--requests", "40", "--stock", "20", "--repeat", "1",
                           "--connections", "4", "--out", os.path.join(self.home, "out"))

    def test_says_what_to_install_where_it_is_not_there(self):
        for words in (["lab"], ["lab", "--help"], ["verify", "somewhere"]):
            ended = self.run_it(self.daemon, *words)
            self.assertEqual(ended.returncode, 3, ended.stderr)
            self.assertIn("in the package seonchak-lab\n", ended.stderr)
            self.assertEqual(ended.stdout, "")

    def test_finds_it_in_the_packages_private_folder(self):
        self.installed(LAB, "usr/libexec/seonchak")
        ended = self.run_it(self.daemon, "lab", "--help")
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertIn("seonchakd lab [options]", ended.stdout + ended.stderr)

    def test_measures_the_installed_server_and_not_the_desktops_copy(self):
        self.installed(LAB, "usr/libexec/seonchak")
        other = os.path.join(self.home, "usr/libexec/seonchak/seonchakd")
        with open(other, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\necho another version >&2\nexit 1\n")
        os.chmod(other, 0o755)
        ended = self.short_lab(self.daemon)
        self.assertEqual(ended.returncode, 0, ended.stderr)

    def test_the_desktops_copy_finds_it_and_serves_where_there_is_no_other(self):
        self.installed(LAB, "usr/libexec/seonchak")
        own = self.installed(DAEMON, "usr/libexec/seonchak")
        os.remove(self.daemon)
        ended = self.short_lab(own)
        self.assertEqual(ended.returncode, 0, ended.stderr)


if __name__ == "__main__":
    main()

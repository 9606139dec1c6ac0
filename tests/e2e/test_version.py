# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The version comes from the git tag, and stands wherever a person looks for it."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

from harness import SOURCE_DIR, Case, main, run_daemon


def describe(folder, fallback="9.9.9"):
    """What the build makes of a source tree."""
    out = os.path.join(folder, "version.cpp")
    subprocess.run(["cmake", f"-DSOURCE={folder}", f"-DFALLBACK={fallback}", f"-DOUT={out}", "-P",
                    os.path.join(os.path.abspath(SOURCE_DIR), "app", "version.cmake")], check=True, capture_output=True)
    with open(out, encoding="utf-8") as file:
        return re.search(r'return "(.*)";', file.read()).group(1)


class SourcesTest(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="sv-")
        self.addCleanup(shutil.rmtree, self.home, True)

    def git(self, *arguments):
        who = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.com", "GIT_COMMITTER_NAME": "t",
               "GIT_COMMITTER_EMAIL": "t@example.com", "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": self.home}
        done = subprocess.run(["git", "-C", self.home, *arguments], check=True, capture_output=True,
                              env={**os.environ, **who})
        return done.stdout

    def commit(self):
        self.git("commit", "-q", "--allow-empty", "-m", "one more")

    def archive(self, folder):
        """The sources as git archive gives them."""
        target = os.path.join(self.home, folder)
        os.mkdir(target)
        subprocess.run(["tar", "-x", "-C", target], input=self.git("archive", "HEAD"), check=True)
        return target

    def test_tags(self):
        self.git("init", "-q")
        self.commit()
        self.assertEqual(describe(self.home), "9.9.9")
        self.git("tag", "other-1.0.0")
        self.assertEqual(describe(self.home), "9.9.9")
        self.git("tag", "v1.2.3")
        self.assertEqual(describe(self.home), "1.2.3")
        self.commit()
        self.commit()
        self.assertRegex(describe(self.home), r"^1\.2\.3\+2\.g[0-9a-f]{7,}$")
        self.git("tag", "v1.3.0-rc.1")
        self.assertEqual(describe(self.home), "1.3.0-rc.1")

    def test_an_archive(self):
        self.git("init", "-q")
        for name in ("VERSION", ".gitattributes"):
            shutil.copy(os.path.join(SOURCE_DIR, name), self.home)
        self.git("add", "VERSION", ".gitattributes")
        self.commit()
        self.assertEqual(describe(self.archive("untagged")), "9.9.9")
        self.git("tag", "v2.0.0")
        self.assertEqual(describe(self.archive("tagged")), "2.0.0")
        self.commit()
        self.assertRegex(describe(self.archive("later")), r"^2\.0\.0\+1\.g[0-9a-f]{7,}$")

    def test_neither(self):
        self.assertEqual(describe(self.home), "9.9.9")

    def test_an_unchanged_version_is_not_written_again(self):
        describe(self.home)
        before = os.stat(os.path.join(self.home, "version.cpp")).st_mtime_ns
        describe(self.home)
        self.assertEqual(os.stat(os.path.join(self.home, "version.cpp")).st_mtime_ns, before)

    def test_one_source_file_alone_depends_on_it(self):
        done = subprocess.run(["git", "-C", SOURCE_DIR, "grep", "-l", "app/version.h", "--", "*.cpp", "*.h"],
                              capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout.split(), ["app/daemon_main.cpp", "app/desktop_main.cpp", "app/lab/lab_main.cpp"])


class ProgramTest(Case):
    def test_everywhere_the_same(self):
        code, output, _ = run_daemon("--version")
        self.assertEqual(code, 0)
        version = re.fullmatch(r"seonchak (\S+)\n", output).group(1)
        self.assertRegex(version, r"^\d+\.\d+\.\d+")
        self.assertEqual(self.daemon().status()["version"], version)


if __name__ == "__main__":
    main()

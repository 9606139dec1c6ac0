# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""--check-config, and what `seonchakd print` gives to packages: tried by the programs that will read it."""

import os
import pty
import select
import shutil
import socket
import subprocess
import tempfile

from harness import DAEMON, Case, clean_environment, main, run_daemon


class Files(Case):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="sc-")
        self.addCleanup(shutil.rmtree, self.home, True)

    def file(self, text, name="seonchakd.conf"):
        path = os.path.join(self.home, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def run_program(self, *arguments, environment=None):
        done = subprocess.run([DAEMON, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=30,
                              cwd=self.home, env=clean_environment(self.home, environment), check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def printed(self, *what):
        code, output, errors = self.run_program("print", *what)
        self.assertEqual((code, errors), (0, ""))
        return output


class CheckConfigTest(Files):
    def test_a_sound_one(self):
        path = self.file("workers=2\n")
        code, output, errors = self.run_program("--check-config", "--config", path)
        self.assertEqual((code, errors), (0, ""))
        self.assertIn(path, output)

    def test_every_fault_with_its_line(self):
        path = self.file("workers=2\nworker=3\n\nlog-level=loud\n")
        code, output, errors = self.run_program("--check-config", "--config", path, "--strategy", "luck",
                                                environment={"SEONCHAK_STORE_SEED": "dice"})
        self.assertEqual((code, output), (2, ""))
        self.assertEqual(len(errors.splitlines()), 4, errors)
        for words in (f"{path} has an unknown key \"worker\" in line 2: did you mean workers?", f"{path}, line 4",
                      "SEONCHAK_STORE_SEED", "--strategy"):
            self.assertIn(words, errors)

    def test_a_mistyped_option(self):
        code, _, errors = self.run_program("--check-config", "--worker", "2")
        self.assertEqual(code, 2)
        self.assertIn("Did you mean --workers?", errors)

    def test_a_live_sale_needs_a_name_and_a_real_partner(self):
        for options, word in ((("--sale-mode", "live", "--store", "https://store.example"), "--sale-name"),
                              (("--sale-mode", "live", "--sale-name", "Autumn"), "--store"),
                              (("--sale-mode", "live"), "--sale-name")):
            for more in (("--check-config",), ()):
                with self.subTest(options=options, more=more):
                    code, output, errors = self.run_program(*options, *more)
                    self.assertEqual((code, output), (2, ""))
                    self.assertIn(word, errors)
        code, _, errors = self.run_program("--sale-mode", "live", "--sale-name", "Autumn", "--store",
                                           "https://store.example", "--check-config")
        self.assertEqual((code, errors), (0, ""))

    def test_nothing_is_started_or_created(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            path = self.file(f"listen=127.0.0.1:{taken.getsockname()[1]}\ndata-dir={self.home}/data\n")
            code, _, errors = self.run_program("--check-config", "--config", path,
                                               environment={"PATH": "/nonexistent"})
        self.assertEqual((code, errors), (0, ""))
        self.assertEqual(os.listdir(self.home), [os.path.basename(path)])

    def test_a_running_server_does_not_matter(self):
        daemon = self.daemon()
        code, _, errors = run_daemon("--check-config", data_dir=daemon.data_dir, listen=f"127.0.0.1:{daemon.port}")
        self.assertEqual((code, errors), (0, ""))


class PrintTest(Files):
    def test_the_configuration_file_is_sound_as_it_is(self):
        path = self.file(self.printed("config"))
        self.assertEqual(self.run_program("--check-config", "--config", path)[0], 0)
        daemon = self.daemon("--config", path)
        self.assertEqual((daemon.ready["strategy"], daemon.ready["redis"][:8]), ("saga", "unix:///"))

    def test_a_configuration_file_with_values(self):
        path = self.file(self.printed("config", "strategy=db-optimistic", "sale-name=봄 쿠폰; 2026"))
        self.assertEqual(self.run_program("--check-config", "--config", path)[0], 0)
        self.assertEqual(self.daemon("--config", path).ready["strategy"], "db-optimistic")

    def test_what_cannot_be_printed(self):
        for arguments, words in ((("bash-completions",), "did you mean bash-completion?"), ((), "--help"),
                                 (("config", "worker=2"), "worker=2"), (("man-keys", "more"), "more")):
            code, output, errors = self.run_program("print", *arguments)
            self.assertEqual((code, output), (2, ""))
            self.assertIn(words, errors)

    def test_asciidoc_is_understood(self):
        parts = "".join(f"== {what.upper()}\n\n{self.printed('man-' + what)}\n"
                        for what in ("options", "commands", "keys", "environment", "files", "exit-status"))
        page = self.file(f"= seonchakd(8)\n:doctype: manpage\n\n== NAME\n\nseonchakd - serves\n\n{parts}", "page.adoc")
        done = subprocess.run(["asciidoctor", "-b", "manpage", "-o", "-", page], capture_output=True, check=True)
        self.assertEqual(done.stderr, b"")
        text = done.stdout.decode()
        for words in ("\\-\\-admin\\-token\\-file", "SEONCHAK_LOG_FORMAT", "[user:pass@]host:port[/db]"):
            self.assertIn(words, text)
        self.assertNotIn("++", text)


class CompletionTest(Files):
    """The words that a person gets who presses Tab at the end of the line."""

    def bash(self, *words):
        script = self.file(self.printed("bash-completion"), "completion.bash")
        ask = ('. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _seonchak; '
               'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", ask, "bash", script, *words], capture_output=True, check=True,
                              cwd=self.home)
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode().split()

    def test_bash(self):
        os.mkdir(os.path.join(self.home, "folder"))
        self.assertEqual(self.bash("seonchakd", "--strat"), ["--strategy"])
        self.assertEqual(self.bash("seonchakd", "--strategy", "sa"), ["saga"])
        self.assertEqual(self.bash("seonchak", "--log-level", "=", "w"), ["warning"])
        self.assertEqual(self.bash("seonchak", "--log-format", "="), ["text", "json"])
        self.assertEqual(self.bash("seonchakd", "doc"), ["doctor"])
        self.assertEqual(self.bash("seonchak", "do"), [])
        self.assertEqual(self.bash("/usr/bin/seonchakd", "print", "zsh"), ["zsh-completion"])
        self.assertEqual(self.bash("seonchakd", "doctor", "--js"), ["--json"])
        self.assertEqual(self.bash("seonchakd", "--data-dir", "fol"), ["folder"])
        self.assertEqual(self.bash("seonchakd", "--listen", ""), [])

    def test_bash_knows_its_own_name(self):
        script = self.file(self.printed("bash-completion"), "completion.bash")
        done = subprocess.run(["bash", "-c", f". {script}; complete -p seonchak seonchakd"], capture_output=True,
                              text=True, check=True)
        self.assertEqual(done.stdout, "complete -F _seonchak seonchak\ncomplete -F _seonchak seonchakd\n")

    def test_shellcheck(self):
        script = self.file("#!/bin/bash\n" + self.printed("bash-completion"), "completion.bash")
        done = subprocess.run(["shellcheck", script], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_zsh(self):
        """In a terminal, for zsh completes nowhere else."""
        self.file(self.printed("zsh-completion"), "_seonchak")
        shell = Zsh(self.home)
        self.addCleanup(shell.end)
        for typed, line in (("seonchakd --strat", "seonchakd --strategy"),
                            ("seonchakd --strategy=sa", "seonchakd --strategy=saga"),
                            ("seonchak --log-level warn", "seonchak --log-level warning"),
                            ("seonchakd doct", "seonchakd doctor"), ("seonchak doct", "seonchak doct]"),
                            ("seonchakd print bash", "seonchakd print bash-completion"),
                            ("seonchakd doctor --js", "seonchakd doctor --json"),
                            ("seonchakd --config ./_seon", "seonchakd --config ./_seonchak")):
            shell.press_tab(typed, line)


class Zsh:
    """An interactive zsh with our completion."""

    def __init__(self, home):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {**clean_environment(home), "TERM": "dumb", "PS1": ""})
        # In two parts, so that the echo of the line is not taken for its result.
        self.send(f"unsetopt zle_bracketed_paste; fpath=({home} $fpath); autoload -Uz compinit; compinit -u -D; "
                  "echo BE''GIN\n")
        self.read_until("BEGIN")

    def send(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, wanted):
        seen = ""
        while wanted not in seen:
            if not select.select([self.terminal], [], [], 20)[0]:
                raise AssertionError(f"zsh does not say {wanted!r} but {seen!r}")
            seen += os.read(self.terminal, 4096).decode("utf-8", "replace")

    def press_tab(self, typed, line):
        """The line that stands there after the key is told by echo: its drawing goes back and forth."""
        self.send(f"{typed}\t\x01echo LINE'[\x05]'\n")
        self.read_until(f"LINE[{line}")

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


if __name__ == "__main__":
    main()

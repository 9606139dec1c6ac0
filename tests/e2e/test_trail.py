# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit trail tells when the server started, ended and died."""

import os
import pwd

from harness import Case, main
from services import eventually


class RunsTest(Case):
    def trail(self, server):
        answer = server.get("/api/v1/audit?limit=50")
        self.assertEqual(answer.status, 200, answer)
        return [(entry["action"], entry["actor"], entry["detail"], entry["result"])
                for entry in reversed(answer.json["items"]) if entry["action"] in ("start", "end", "crash")]

    def actions(self, server):
        return [entry[0] for entry in self.trail(server)]

    def test_start_end_and_crash(self):
        server = self.daemon()
        eventually(lambda: self.actions(server) == ["start"], 10, "the start is not told")
        _, actor, detail, result = self.trail(server)[0]
        self.assertEqual((actor, result), (f"server ({pwd.getpwuid(os.geteuid()).pw_name})", "done"))
        self.assertIn("strategy saga", detail)
        server.stop()
        server.start()
        eventually(lambda: self.actions(server) == ["start", "end", "start"], 10, self.trail(server))
        pid = server.process.pid
        server.kill()
        server.start()
        eventually(lambda: self.actions(server) == ["start", "end", "start", "crash", "start"], 10, self.trail(server))
        crash = self.trail(server)[3]
        self.assertIn(f"process {pid}, since 20", crash[2])
        self.assertTrue(crash[3].startswith("failed"))
        # The same death is told once.
        server.stop()
        server.start()
        eventually(lambda: self.actions(server)[-2:] == ["end", "start"], 10, self.trail(server))
        self.assertEqual(self.actions(server).count("crash"), 1)

    def test_an_orderly_end_leaves_no_mark(self):
        server = self.daemon()
        self.assertTrue(os.path.exists(os.path.join(server.data_dir, "running")))
        server.stop()
        self.assertFalse(os.path.exists(os.path.join(server.data_dir, "running")))


if __name__ == "__main__":
    main()

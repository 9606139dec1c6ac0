# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pgbouncer of the test's own."""

import os
import shutil
import subprocess
import tempfile

from services import eventually, free_port


class Pooler:
    """pgbouncer before one PostgreSQL. It refuses to run as root, so root starts it as the user postgres."""

    def __init__(self, postgres, mode="transaction", port=None, **settings):
        self.port = port or free_port()
        self.home = tempfile.mkdtemp(prefix="scb-")
        self.process = None
        self.settings = {"listen_addr": "127.0.0.1", "listen_port": self.port, "unix_socket_dir": "",
                         "auth_type": "any", "pool_mode": mode, "default_pool_size": 3,
                         "logfile": os.path.join(self.home, "log"), **settings}
        self.target = f"* = host=127.0.0.1 port={postgres.port} user=postgres"
        self.bin = postgres.bin

    @property
    def url(self):
        return f"postgresql://postgres:trusted@127.0.0.1:{self.port}/postgres"

    def start(self):
        config = os.path.join(self.home, "pgbouncer.ini")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f"[databases]\n{self.target}\n[pgbouncer]\n")
            file.writelines(f"{name} = {value}\n" for name, value in self.settings.items())
        drop = []
        if os.getuid() == 0:
            shutil.chown(self.home, "postgres", "postgres")
            shutil.chown(config, "postgres", "postgres")
            drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self.process = subprocess.Popen([*drop, shutil.which("pgbouncer") or "/usr/sbin/pgbouncer", "-q", config],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.home)
        ready = [os.path.join(self.bin, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        eventually(lambda: subprocess.run(ready, check=False).returncode == 0, 15, "pgbouncer does not start")
        return self

    def cleanup(self):
        if self.process is not None and self.process.poll() is None:
            # From 1.23 on SIGTERM waits for its clients, who do not go.
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

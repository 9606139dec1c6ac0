# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers of ./compare: seonchakd with every guarantee, and two that do only what Redis can promise, all on one Redis.

The peers answer the same request with GET, LPOP and SET in one script: no partner, no book, no reservation.
That is the least that "one coupon for each user" takes, so what seonchakd costs more is what its promises cost.
"""

import json
import os
import resource
import shutil
import subprocess
import tempfile

from harness import Client, Daemon
from services import Postgres, Redis, RedisServer, eventually, free_port

TICKS = os.sysconf("SC_CLK_TCK")
MODULES = "/usr/lib/nginx/modules"
LUA_LIBRARY = "/usr/share/lua/5.1/nginx/redis.lua"

TAKE = """
local code = redis.call('GET', KEYS[1])
if code then return {1, code} end
code = redis.call('LPOP', KEYS[2])
if not code then return {2, ''} end
redis.call('SET', KEYS[1], code)
return {0, code}
"""


class Missing(Exception):
    """What a server needs is not on this machine; the word for it."""


def many_files():
    """A thousand connections, and as many to Redis."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def busy_seconds():
    """What all processes of this machine have taken."""
    with open("/proc/stat", encoding="ascii") as file:
        return sum(int(each) for each in file.readline().split()[1:4]) / TICKS


def family(pid):
    """A process and those that it started."""
    found = [pid]
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
            for child in file.read().split():
                found += family(int(child))
    return found


def said(command, end="\n"):
    """The first line of what a program says of itself."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip().split(end)[0]


class SharedRedis:
    """With the settings of the one that seonchakd starts for itself (core/redis/private_redis.cpp), and room for all who
    connect at once: nginx opens a connection for each request that it has not answered, and would be turned away."""

    def __init__(self, home):
        self.socket = os.path.join(home, "redis.sock")
        self.server = RedisServer("--unixsocket", self.socket, "--unixsocketperm", "700", "--appendonly", "yes",
                                  "--appendfsync", "everysec", "--maxmemory-policy", "noeviction",
                                  "--tcp-backlog", "4096")

    def __enter__(self):
        self.server.start()
        self.redis = Redis(f"unix://{self.socket}")
        self.redis.socket.settimeout(120)
        self.take = self.redis.command("SCRIPT", "LOAD", TAKE)
        return self

    def __exit__(self, *_):
        self.redis.close()
        self.server.cleanup()

    @property
    def home(self):
        return self.server.home

    @property
    def pid(self):
        return self.server.process.pid

    def empty(self):
        """As a new one: no keys, a short file, counted from zero."""
        self.redis.command("FLUSHALL")
        eventually(self._at_rest, 60, "Redis goes on rewriting its file")
        self.redis.command("BGREWRITEAOF")
        eventually(self._at_rest, 60, "Redis does not end rewriting its file")
        self.redis.command("CONFIG", "RESETSTAT")

    def _at_rest(self):
        told = self.redis.command("INFO", "persistence")
        return "aof_rewrite_in_progress:0" in told and "aof_rewrite_scheduled:0" in told

    def script_calls(self):
        lines = self.redis.command("INFO", "commandstats").splitlines()
        return sum(int(line.split("calls=")[1].split(",")[0]) for line in lines
                   if line.startswith(("cmdstat_evalsha:", "cmdstat_eval:", "cmdstat_fcall:")))

    def version(self):
        return said(["redis-server", "--version"]).split("sha=")[0].strip()


class Ours:
    """seonchakd as it comes: saga, SQLite with synchronous=FULL; only the partner refuses nothing."""

    name = "seonchakd"
    steps = 2  # script calls that an issue takes: reserve and commit

    def __init__(self, redis, home, workers):
        self.redis, self.workers = redis, workers

    def start(self):
        self.daemon = Daemon("--redis", f"unix://{self.redis.socket}", "--store-failure-rate", "0",
                             "--workers", str(self.workers))
        self.daemon.start()
        self.port = self.daemon.port

    def stock(self, coupons):
        """In portions: one order for a million may outlast the client's patience on a busy machine."""
        for begun in range(0, coupons, 100_000):
            self.daemon.generate(min(100_000, coupons - begun))

    def pids(self):
        return [self.daemon.process.pid]

    def stop(self):
        self.daemon.cleanup()

    def version(self):
        return said([self.daemon.command()[0], "--version"])


class OursOnPostgres(Ours):
    """The same with its book on a PostgreSQL of its own, whose processes count as its own."""

    name = "seonchakd on PostgreSQL"

    def start(self):
        self.postgres = Postgres()
        self.postgres.create().start()
        self.daemon = Daemon("--redis", f"unix://{self.redis.socket}", "--store-failure-rate", "0",
                             "--workers", str(self.workers), "--database", self.postgres.url)
        self.daemon.start()
        self.port = self.daemon.port

    def pids(self):
        return super().pids() + family(self.postgres.process.pid)

    def stop(self):
        super().stop()
        self.postgres.cleanup()


class Peer:
    """A server that a test of ours configures: one that takes codes from Redis and knows nothing else."""

    steps = 1
    process = None

    def __init__(self, redis, home, workers):
        self.redis, self.workers = redis, workers
        self.home = os.path.join(home, type(self).__name__.lower())
        os.makedirs(self.home)
        self.prepare()

    def write(self, name, text):
        path = os.path.join(self.home, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def start(self):
        self.port = free_port()
        with open(os.path.join(self.home, "log"), "ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.home, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        eventually(self._answers, 20, f"{self.name} does not answer, see {self.home}/log")

    def _answers(self):
        assert self.process.poll() is None, f"{self.name} has ended:\n{self._log()}"
        client = Client(self.port, timeout=5)
        try:
            return client.request("POST", "/api/v1/coupons/9000000000000000000/issue").status == 404
        except OSError:
            return False
        finally:
            client.close()

    def _log(self):
        with open(os.path.join(self.home, "log"), encoding="utf-8", errors="replace") as file:
            return file.read()[-2000:]

    def stock(self, coupons):
        for begun in range(0, coupons, 10_000):
            codes = [f"PEER{number:08}" for number in range(begun, min(coupons, begun + 10_000))]
            self.redis.redis.command("RPUSH", "peer:coupon:available", *codes)

    def pids(self):
        return family(self.process.pid)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


NGINX = """
load_module {modules}/ndk_http_module.so;
load_module {modules}/ngx_http_lua_module.so;
daemon off; {user} worker_processes {workers}; worker_rlimit_nofile 20000; error_log {home}/error.log error; pid {home}/pid;
events {{ worker_connections 8192; }}
http {{
access_log off; keepalive_requests 1000000000; keepalive_timeout 600s; lua_package_path "/usr/share/lua/5.1/?.lua;;";
client_body_temp_path {home}/b; proxy_temp_path {home}/p; fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u;
scgi_temp_path {home}/s;
server {{ listen 127.0.0.1:{port} backlog=4096; default_type application/json;
location ~ "^/api/v1/coupons/([0-9]+)/issue$" {{ content_by_lua_file {home}/issue.lua; }} }} }}
"""

NGINX_ISSUE = """
local redis = require "nginx.redis"
local function answer(status, body)
  ngx.status = status
  ngx.header["Content-Length"] = #body
  ngx.print(body)
end
local user = ngx.var[1]
local link = redis:new()
local there, why = link:connect("unix:%(socket)s")
local taken
if there then
  taken, why = link:evalsha("%(take)s", 2, "peer:user:coupon:" .. user, "peer:coupon:available")
end
if not taken then
  return answer(503, tostring(why))
end
link:set_keepalive(600000, 4096)
if taken[1] == 2 then
  return answer(404, '{"status":404,"code":"sold-out"}')
end
answer(200, '{"code":"' .. taken[2] .. '","status":"ISSUED","userId":' .. user .. ',"result":"' ..
  (taken[1] == 1 and 'ALREADY' or 'VALID') .. '"}')
"""


class Nginx(Peer):
    name = "nginx + Lua"

    def prepare(self):
        for path in (shutil.which("nginx"), f"{MODULES}/ngx_http_lua_module.so", LUA_LIBRARY):
            if not path or not os.path.exists(path):
                raise Missing("nginx, libnginx-mod-http-lua or lua-nginx-redis is not installed")
        self.write("issue.lua", NGINX_ISSUE % {"socket": self.redis.socket, "take": self.redis.take})

    def command(self):
        # A worker of root's would become somebody else, to whom the socket of Redis is closed.
        user = "user root;" if os.getuid() == 0 else ""
        conf = self.write("conf", NGINX.format(modules=MODULES, home=self.home, port=self.port, workers=self.workers, user=user))
        return ["nginx", "-p", self.home, "-c", conf, "-e", os.path.join(self.home, "error.log")]

    def version(self):
        return said(["nginx", "-v"])


FASTIFY = """
import cluster from 'node:cluster';
import Fastify from 'fastify';
import { Redis } from 'ioredis';
const { socket, lua, port, workers } = JSON.parse(process.argv[2]);
if (cluster.isPrimary) {
  for (let i = 0; i < workers; ++i) cluster.fork();
  process.on('SIGTERM', () => { for (const each of Object.values(cluster.workers)) each.kill(); process.exit(0); });
} else {
  const redis = new Redis({ path: socket, enableAutoPipelining: true });
  redis.defineCommand('take', { numberOfKeys: 2, lua });
  const app = Fastify({ logger: false, keepAliveTimeout: 600000 });
  const text = { type: 'string' };
  const response = {
    200: { type: 'object', properties: { code: text, status: text, userId: { type: 'integer' }, result: text } },
    404: { type: 'object', properties: { status: { type: 'integer' }, code: text } },
  };
  app.post('/api/v1/coupons/:userId/issue', { schema: { response } }, async (request, reply) => {
    const user = request.params.userId;
    const [kind, code] = await redis.take('peer:user:coupon:' + user, 'peer:coupon:available');
    if (kind === 2) { reply.code(404); return { status: 404, code: 'sold-out' }; }
    return { code, status: 'ISSUED', userId: Number(user), result: kind === 1 ? 'ALREADY' : 'VALID' };
  });
  await app.listen({ host: '127.0.0.1', port, backlog: 4096 });
}
"""


class Fastify(Peer):
    name = "Fastify + ioredis"

    def prepare(self):
        if not shutil.which("node") or not shutil.which("npm"):
            raise Missing("node or npm is not installed")
        if int(said(["node", "--version"]).lstrip("v").split(".")[0]) < 20:
            raise Missing("Fastify 5 wants Node.js 20")
        command = ["npm", "install", "--no-audit", "--no-fund", "--loglevel", "error", "--prefix", self.home, "--cache",
                   os.path.join(self.home, "cache"), "--fetch-retries", "1", "fastify@5", "ioredis@5"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        except subprocess.TimeoutExpired:
            raise Missing("npm's registry does not answer") from None
        if done.returncode:
            raise Missing(f"npm could not install fastify and ioredis: {' '.join(done.stderr.split())[:200]}")
        self.write("server.mjs", FASTIFY)

    def command(self):
        told = {"socket": self.redis.socket, "lua": TAKE, "port": self.port, "workers": self.workers}
        return ["node", os.path.join(self.home, "server.mjs"), json.dumps(told)]

    def version(self):
        with open(os.path.join(self.home, "node_modules", "fastify", "package.json"), encoding="utf-8") as file:
            return f"Fastify {json.load(file)['version']}, Node.js {said(['node', '--version'])}"


RIVALS = {"seonchakd": Ours, "nginx": Nginx, "fastify": Fastify}
ON_REQUEST = {"postgresql": OursOnPostgres}


def temporary_home():
    return tempfile.mkdtemp(prefix="scc-")

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A daemon, and windows that are attached to it: over its Unix socket and over HTTPS through nginx. What a window does is
seen at the daemon, and what the daemon does in the window's title."""

import contextlib
import json
import os
import socket
import stat
import subprocess
import threading

from harness import DAEMON, Case, Client, Daemon, clean_environment, main, run_daemon
from screen import DESKTOP, Desktop, Screen
from services import eventually, free_port

PAUSED, ISSUING, NO_COUPONS, LOST = "일시정지", "발급 중", "쿠폰 없음", "연결 안 됨"


class UnixClient:
    """One request at a time over a Unix socket."""

    def __init__(self, path):
        self.path = path

    def request(self, method, path, body=b"", headers=""):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(30)
            connection.connect(self.path)
            head = f"{method} {path} HTTP/1.1\r\nHost: desk.invalid\r\nConnection: close\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
            connection.sendall(head.encode() + body)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        head, _, rest = answer.partition(b"\r\n\r\n")
        return int(head.split()[1]), rest


class SocketTest(Case):
    """The daemon's Unix socket, without any window."""

    def test_it_is_there_with_its_mode_and_goes_with_the_daemon(self):
        daemon = self.daemon()
        path = os.path.join(daemon.data_dir, "desk.sock")
        about = os.lstat(path)
        self.assertTrue(stat.S_ISSOCK(about.st_mode))
        self.assertEqual(stat.S_IMODE(about.st_mode), 0o660)
        self.assertEqual(daemon.stop(), 0)
        self.assertFalse(os.path.lexists(path))

    def test_who_is_at_it_is_an_operator_with_a_name(self):
        daemon = self.daemon()
        client = UnixClient(os.path.join(daemon.data_dir, "desk.sock"))
        name = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        status, body = client.request("GET", "/api/v1/desk")
        self.assertEqual(status, 200)
        self.assertEqual([json.loads(body)[key] for key in ("role", "name")], ["operator", name])
        status, body = client.request("POST", "/api/v1/generate", b'{"count":3}')
        self.assertEqual(status, 201, body)
        entry = daemon.get("/api/v1/audit?action=generate").json["items"][0]
        self.assertEqual(entry["actor"], f"{name} (local socket)")
        status, body = client.request("POST", "/api/v1/coupons/void")
        self.assertEqual((status, json.loads(body)["code"]), (403, "not-permitted"))
        status, _ = client.request("GET", "/api/v1/coupons/count?prefix=&status=AVAILABLE")
        self.assertEqual(status, 200)

    def test_a_dead_servers_socket_is_replaced_and_a_living_ones_is_not(self):
        home = self.daemon()
        path = os.path.join(home.home, "desks")
        first = self.daemon("--desk-socket", path)
        code, _, errors = run_daemon("--desk-socket", path)
        self.assertEqual(code, 3, errors)
        self.assertIn("another server answers there", errors)
        first.kill()
        self.assertTrue(os.path.lexists(path))
        self.daemon("--desk-socket", path)
        self.assertEqual(UnixClient(path).request("GET", "/api/v1/desk")[0], 200)

    def test_none_and_a_path_that_is_too_long(self):
        daemon = self.daemon("--desk-socket", "none")
        self.assertFalse(os.path.lexists(os.path.join(daemon.data_dir, "desk.sock")))
        code, _, errors = run_daemon("--desk-socket", "/" + "x" * 108)
        self.assertEqual(code, 2)
        self.assertIn("107 bytes", errors)
        deep = Daemon()
        deep.data_dir = os.path.join(deep.home, "y" * 100)
        self.addCleanup(deep.cleanup)
        deep.start()  # The usual place does not fit: then there is none.
        self.assertIn("no socket for desks", deep.log())

    def test_under_systemd_it_is_in_the_runtime_directory(self):
        daemon = Daemon()
        self.addCleanup(daemon.cleanup)
        folder = os.path.join(daemon.home, "run")
        os.mkdir(folder)
        daemon.environment = {"RUNTIME_DIRECTORY": folder}
        daemon.start()
        self.assertEqual(UnixClient(os.path.join(folder, "desk.sock")).request("GET", "/api/v1/desk")[0], 200)

    def test_the_daemon_itself_attaches_to_nothing(self):
        code, output, errors = run_daemon("--attach", "https://desk.example")
        self.assertEqual((code, output), (2, ""))
        self.assertIn("attach", errors)


class RestTest(Case):
    """What a window asks over REST that nobody else does."""

    @classmethod
    def setUpClass(cls):
        cls.share()

    def setUp(self):
        self.revive()

    def codes(self, query):
        return [item["code"] for item in self.server.get(f"/api/v1/coupons?{query}").json["items"]]

    def test_search_order_and_count(self):
        self.server.post("/api/v1/coupons/add", [{"code": code} for code in ("qx_1", "qx_2", "Zqx_3", "other")])
        self.assertEqual(self.codes("prefix=qx_"), ["qx_1", "qx_2"])
        self.assertEqual(self.codes("part=qx_&order=code&descending=true"), ["qx_2", "qx_1", "Zqx_3"])
        self.assertEqual(self.codes("part=qx_&order=code&offset=1&limit=1"), ["qx_1"])
        self.assertEqual(self.server.get("/api/v1/coupons/count?part=qx_").json, {"count": 3})
        for wrong in ("order=luck", "descending=perhaps", "offset=-1", "order=code&after=1", "descending=true&after=1"):
            self.assert_problem(self.server.get(f"/api/v1/coupons?{wrong}"), 400, "invalid-query")
        found = self.server.post("/api/v1/coupons/existing", [{"code": "qx_1"}, {"code": "none-of-ours"}])
        self.assertEqual(found.json, {"codes": ["qx_1"]})

    def test_a_life_by_its_code_of_before(self):
        coupon = self.server.post("/api/v1/coupons/add", {"code": "BEFORE"}).json["coupons"][0]
        self.server.put(f"/api/v1/coupons/{coupon['id']}", {"code": "AFTER"})
        for code in ("BEFORE", "AFTER"):
            self.assertEqual(self.server.get(f"/api/v1/life?code={code}").json["coupon"]["code"], "AFTER")
        self.assert_problem(self.server.get("/api/v1/life?code=NEVER"), 404, "coupon-not-found")
        self.assert_problem(self.server.get("/api/v1/life"), 400, "invalid-query")

    def test_chosen_coupons_are_voided(self):
        coupons = self.server.post("/api/v1/coupons/add", [{"code": f"V{n}"} for n in range(3)]).json["coupons"]
        ids = [coupon["id"] for coupon in coupons]
        self.assertEqual(self.server.post("/api/v1/coupons/void-chosen", {"ids": ids[:2]}).json["voided"], 2)
        again = self.server.post("/api/v1/coupons/void-chosen", {"ids": [*ids, 10**12]}).json
        self.assertEqual(again, {"voided": 1, "kept": {"VOID": 2}, "unknown": 1, "notReached": 0})
        for wrong in ({}, {"ids": []}, {"ids": ["1"]}, {"ids": [0]}, {"ids": [1], "more": 1}, {"ids": [1] * 10001}, [1]):
            self.assertEqual(self.server.post("/api/v1/coupons/void-chosen", wrong).status, 400, wrong)

    def test_an_export_stands_in_the_trail(self):
        self.assertEqual(self.server.post("/api/v1/exports", {"detail": "all", "result": "done: 3 rows"}).status, 204)
        entry = self.server.get("/api/v1/audit?action=export&counted=true").json
        self.assertEqual((entry["items"][0]["detail"], entry["count"]), ("all", 1))
        for wrong in ({}, {"detail": "a\nb", "result": "x"}, {"detail": "", "result": "x"}, {"detail": "a" * 501, "result": "x"}):
            self.assertEqual(self.server.post("/api/v1/exports", wrong).status, 400, wrong)

    def test_cut_acts_are_listed_and_none_waits(self):
        self.assertEqual(self.server.get("/api/v1/cut-acts").json, {"items": []})
        for how in ("finish", "keep", "void"):
            self.assert_problem(self.server.post(f"/api/v1/cut-acts/none/{how}"), 409, "cut-act-settled")

    def test_a_long_act_is_stopped_by_its_key(self):
        self.assert_problem(self.server.post("/api/v1/acts/nobody/stop"), 404, "act-not-running")
        before = self.server.status()["stock"]["generated"]
        answers = []
        def generate():
            answers.append(self.server.post("/api/v1/generate?push=false", {"count": 1000000}, **{"Idempotency-Key": "long/one"}))
        thread = threading.Thread(target=generate)
        thread.start()
        eventually(lambda: self.server.status()["stock"]["generated"] > before, 30, "it does not begin")
        self.assertEqual(self.server.post("/api/v1/acts/long%2Fone/stop").status, 202)
        thread.join(60)
        self.assertEqual(answers[0].status, 201, answers)
        made = answers[0].json["generated"]
        self.assertTrue(0 < made < 1000000, made)
        self.assertEqual(self.server.status()["stock"]["generated"], before + made)

    def test_the_sale_opens_now(self):
        sale = self.server.put("/api/v1/sale", {"opensAt": "now"}).json
        self.assertIsNotNone(sale["opensAt"])
        self.assertLessEqual(sale["opensAt"], sale["serverTime"])


class Proxy:
    """nginx with HTTPS and a base path before a daemon; the authority that its certificate is from."""

    def __init__(self, home, port):
        self.port = free_port()
        self.home = os.path.join(home, "nginx")
        os.mkdir(self.home)
        self.certificate = os.path.join(self.home, "cert.pem")
        key = os.path.join(self.home, "key.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", self.certificate,
                        "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
                       check=True, capture_output=True)
        with open(os.path.join(self.home, "conf"), "w", encoding="utf-8") as file:
            file.write(f"""daemon off; pid {self.home}/pid; error_log stderr; worker_processes 1;
events {{}}
http {{
  access_log off;
  client_body_temp_path {self.home}/b; proxy_temp_path {self.home}/p; fastcgi_temp_path {self.home}/f;
  uwsgi_temp_path {self.home}/u; scgi_temp_path {self.home}/s;
  server {{
    listen 127.0.0.1:{self.port} ssl;
    ssl_certificate {self.certificate}; ssl_certificate_key {key};
    location /coupons/ {{
      proxy_pass http://127.0.0.1:{port}/;
      proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto https;
    }}
    location / {{ default_type text/html; return 200 "<html>hello</html>"; }}
  }}
}}
""")
        with open(os.path.join(self.home, "log"), "wb") as log:
            self.process = subprocess.Popen(["nginx", "-p", self.home, "-c", os.path.join(self.home, "conf"), "-e", "stderr"],
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        eventually(self.listens, 20, "nginx does not start")

    def listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    @property
    def url(self):
        return f"https://localhost:{self.port}/coupons"

    def cleanup(self):
        self.process.terminate()
        self.process.wait()


class Middleman:
    """Passes connections on to a daemon, and does what proxies do: `hold` keeps what comes on a stream, `cut` ends streams
    so many seconds after their first reading, `lose` ends so many connections instead of passing the answer to a POST on."""

    def __init__(self, port, hold=False, cut=None, lose=0):
        self.upstream, self.hold, self.cut, self.lose = port, hold, cut, lose
        self.cuts = self.looks = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self.upstream))
            except OSError:
                client.close()
                continue
            state = {"stream": False, "loses": False, "lost": False, "timed": False}
            threading.Thread(target=self.there, args=(client, server, state), daemon=True).start()
            threading.Thread(target=self.back, args=(client, server, state), daemon=True).start()

    def there(self, client, server, state):
        self.pump(client, server, lambda piece: self.look(piece, client, server, state))

    def back(self, client, server, state):
        self.pump(server, client, lambda piece: self.passes(piece, client, server, state))

    def passes(self, piece, client, server, state):
        if self.cut and b"event: reading" in piece and not state["timed"]:
            state["timed"] = True
            timer = threading.Timer(self.cut, self.end, (client, server))
            timer.daemon = True
            timer.start()
        if state["loses"] and not state["lost"]:
            state["lost"] = True
            self.end(client, server)
        return not state["loses"] and not (self.hold and state["stream"])

    def look(self, piece, client, server, state):
        if piece.startswith(b"GET /api/v1/stream"):
            state["stream"] = True
        elif piece.startswith(b"GET /api/v1/status"):
            self.looks += 1
        elif piece.startswith(b"POST ") and self.lose > 0:
            self.lose -= 1
            state["loses"] = True
        return True

    def end(self, *sockets):
        self.cuts += 1
        for one in sockets:
            self.close(one)

    @staticmethod
    def close(one):
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def pump(self, source, target, passes):
        try:
            while piece := source.recv(65536):
                if passes(piece):
                    target.sendall(piece)
        except OSError:
            pass
        self.close(source)
        self.close(target)

    def cleanup(self):
        self.listener.close()


class WindowCase(Case):
    def setUp(self):
        self.screen = Screen()
        self.addCleanup(self.screen.cleanup)
        self.screen.start()

    def window(self, url, *options, environment=None):
        desktop = Desktop(self.screen, "--attach", url, *options, environment=environment)
        self.addCleanup(desktop.cleanup)
        return desktop

    def title(self, desktop):
        found = self.screen.tool("search", "--onlyvisible", "--pid", str(desktop.process.pid)).stdout.split()
        names = [self.screen.tool("getwindowname", window).stdout.strip() for window in found]
        return " ".join(name for name in names if name.endswith("선착"))

    def shows(self, desktop, words, seconds=30):
        def said():
            assert desktop.process.poll() is None, f"it has ended with {desktop.process.returncode}: {desktop.log()}"
            return words in self.title(desktop)
        try:
            eventually(said, seconds)
        except AssertionError:
            self.fail(f"the title is {self.title(desktop)!r}, not {words!r}: {desktop.log()}")

    def token(self, daemon, name, role):
        """The path of a file with a new token."""
        made = subprocess.run([DAEMON, "token", "add", name, "--role", role, "--data-dir", daemon.data_dir], check=True,
                              capture_output=True, text=True, env=clean_environment(daemon.home)).stdout.strip()
        path = os.path.join(self.screen.home, f"{name}.token")
        with open(path, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(made)
        daemon.token = made
        eventually(lambda: daemon.get("/api/v1/desk").json.get("name") == name, 10, "the token does not count yet")
        return path

    def actors(self, daemon, action):
        return [entry["actor"] for entry in daemon.get(f"/api/v1/audit?action={action}").json["items"]]

    def stage(self, daemon, count):
        """Makes so many coupons that are not in the stock, in one call."""
        with contextlib.closing(Client(daemon.port, timeout=300)) as client:
            answer = client.request("POST", "/api/v1/generate?push=false", {"count": count})
        self.assertEqual(answer.status, 201, answer)

    def press(self, desktop, *keys):
        """Where several windows are, the keyboard comes a moment after the window manager says so."""
        window = desktop.window()
        eventually(lambda: self.screen.tool("getwindowfocus").stdout.strip() == window, 30, "it has no keyboard")
        desktop.press(*keys)

    def close(self, desktop):
        self.press(desktop, "ctrl+q")
        self.assertEqual(desktop.ended(), 0, desktop.log())
        self.assertEqual(desktop.process.stdout.read(), b"")  # It serves nothing, so it says nothing.


class AttachTest(WindowCase):
    def test_two_windows_over_the_socket_and_over_https(self):
        daemon = self.daemon("--trusted-proxy", "127.0.0.1")
        daemon.generate(5)
        name = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        admin = self.token(daemon, "kim", "admin")
        proxy = Proxy(self.screen.home, daemon.port)
        self.addCleanup(proxy.cleanup)
        near = self.window(f"unix:{daemon.data_dir}/desk.sock")
        self.shows(near, ISSUING)
        far = self.window(proxy.url, "--admin-token-file", admin, environment={"SSL_CERT_FILE": proxy.certificate})
        self.shows(far, ISSUING)
        self.press(near, "ctrl+shift+p")
        self.shows(near, PAUSED)
        self.shows(far, PAUSED)
        self.screen.picture("attached-two.png")
        self.assertEqual(self.actors(daemon, "pause"), [f"{name} (local socket)"])
        self.press(far, "ctrl+shift+p")
        self.shows(near, ISSUING)
        self.assertEqual(self.actors(daemon, "resume"), ["kim (127.0.0.1)"])
        self.press(far, "ctrl+g")
        eventually(lambda: daemon.status()["stock"]["generated"] == 1005, 30, "nothing was generated")
        self.close(far)
        self.close(near)
        self.assertEqual(daemon.get("/readyz").status, 200)

    def test_a_viewer_looks_and_does_nothing(self):
        daemon = self.daemon()
        daemon.generate(5)
        viewer = self.token(daemon, "lee", "viewer")
        self.token(daemon, "kim", "admin")
        window = self.window(f"http://127.0.0.1:{daemon.port}", "--admin-token-file", viewer)
        self.shows(window, ISSUING)
        self.press(window, "ctrl+g", "ctrl+p", "ctrl+shift+p")
        self.screen.picture("attached-viewer.png")
        self.close(window)
        self.assertEqual(daemon.status()["stock"]["generated"], 5)
        trail = daemon.get("/api/v1/audit?limit=100").json["items"]
        self.assertEqual([entry for entry in trail if "lee" in entry["actor"]], [])

    def test_a_killed_window_changes_nothing(self):
        daemon = self.daemon()
        window = self.window(f"unix:{daemon.data_dir}/desk.sock")
        self.shows(window, NO_COUPONS)
        self.stage(daemon, 200000)
        self.press(window, "ctrl+p")
        eventually(lambda: daemon.status()["stock"]["available"] > 0, 30, "it does not push")
        window.process.kill()
        window.process.wait()
        eventually(lambda: daemon.status()["stock"]["available"] == 200000, 60, "the push was cut off")
        def pushes():
            return daemon.get("/api/v1/audit?action=push").json["items"]
        eventually(lambda: pushes()[0]["result"].startswith("done: 200000 pushed"), 20, "the trail says nothing of it")
        self.assertEqual(len(pushes()), 2)  # begun and done: nobody did it twice
        self.assert_conserved(daemon)

    def test_a_daemon_that_starts_anew_is_found_again(self):
        daemon = Daemon()
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        daemon.start()
        daemon.listen = f"127.0.0.1:{daemon.port}"
        daemon.generate(5)
        windows = [self.window(f"unix:{daemon.data_dir}/desk.sock"), self.window(f"http://127.0.0.1:{daemon.port}")]
        for window in windows:
            self.shows(window, ISSUING)
        daemon.stop()
        for window in windows:
            self.shows(window, LOST)
        self.screen.picture("attached-lost.png")
        daemon.start()
        for window in windows:
            self.shows(window, ISSUING)
            self.close(window)

    def middleman(self, daemon, **habits):
        between = Middleman(daemon.port, **habits)
        self.addCleanup(between.cleanup)
        return between

    def test_a_proxy_that_holds_the_stream_back(self):
        daemon = self.daemon()
        daemon.generate(5)
        between = self.middleman(daemon, hold=True)
        window = self.window(f"http://127.0.0.1:{between.port}")
        self.shows(window, ISSUING, 60)  # It asks instead, once it has seen that nothing comes.
        self.press(window, "ctrl+shift+p")
        self.shows(window, PAUSED)
        self.press(window, "ctrl+shift+p")
        self.shows(window, ISSUING)
        self.close(window)

    def test_a_proxy_that_cuts_the_stream_again_and_again(self):
        daemon = self.daemon()
        daemon.generate(5)
        between = self.middleman(daemon, cut=1.5)
        window = self.window(f"http://127.0.0.1:{between.port}")
        self.shows(window, ISSUING)
        titles = set()
        def cut_often():
            titles.add(self.title(window))
            return between.cuts >= 3
        eventually(cut_often, 60, "it does not come back")
        self.assertFalse([title for title in titles if LOST in title], titles)
        self.assertEqual(len(daemon.get("/api/v1/desk").json["desks"]), 1)  # One desk, however often it comes.
        self.press(window, "ctrl+shift+p")
        self.shows(window, PAUSED)
        self.close(window)

    def test_a_proxy_that_loses_the_answer_to_a_pause(self):
        daemon = self.daemon()
        daemon.generate(5)
        between = self.middleman(daemon, lose=1)
        window = self.window(f"http://127.0.0.1:{between.port}")
        self.shows(window, ISSUING)
        self.press(window, "ctrl+shift+p")
        self.shows(window, PAUSED)
        eventually(lambda: between.looks >= 1, 20, "it did not look whether it has paused")
        self.close(window)
        self.assertEqual(between.cuts, 1)
        self.assertEqual(len(self.actors(daemon, "pause")), 1)
        self.assertNotIn("failed", window.log())

    def test_a_daemon_that_is_killed_in_the_middle_of_a_push(self):
        daemon = Daemon()
        self.addCleanup(daemon.cleanup)
        self.remember(daemon)
        daemon.start()
        daemon.listen = f"127.0.0.1:{daemon.port}"
        self.stage(daemon, 300000)
        window = self.window(f"unix:{daemon.data_dir}/desk.sock")
        eventually(lambda: self.title(window) != "" and LOST not in self.title(window), 30)
        self.press(window, "ctrl+p")
        eventually(lambda: daemon.status()["stock"]["available"] > 0, 30, "it does not push")
        daemon.kill()
        self.shows(window, LOST)
        daemon.start()
        self.shows(window, ISSUING)
        eventually(lambda: daemon.status()["stock"]["available"] == 300000, 90, "the push is not finished")
        def results():
            return [entry["result"] for entry in daemon.get("/api/v1/audit?action=push").json["items"]]
        eventually(lambda: results()[0].startswith("done: 300000 pushed"), 20, "the trail says nothing of it")
        self.assertEqual(sorted(result.split()[0] for result in results()), ["begun", "broke", "done:", "goes"])
        self.assert_conserved(daemon)
        self.close(window)

    def test_what_another_window_is_at_is_seen(self):
        daemon = self.daemon()
        url = f"unix:{daemon.data_dir}/desk.sock"
        first, second = self.window(url), self.window(url)
        for window in (first, second):
            self.shows(window, NO_COUPONS)
        eventually(lambda: len(daemon.get("/api/v1/desk").json["desks"]) == 2, 20, "the desks are not known")
        self.stage(daemon, 400000)
        self.press(second, "ctrl+p")
        eventually(lambda: [job for job in daemon.get("/api/v1/jobs").json["items"] if job["action"] == "push"], 20)
        self.screen.picture("attached-job.png")
        first.process.kill()
        first.process.wait()
        eventually(lambda: len(daemon.get("/api/v1/desk").json["desks"]) == 1, 20, "a dead desk stays")
        def pushed():
            push = [job for job in daemon.get("/api/v1/jobs").json["items"] if job["action"] == "push"]
            return push and push[0]["state"] == "done"
        eventually(pushed, 60)
        self.close(second)

    def test_a_token_that_is_revoked_meanwhile(self):
        daemon = self.daemon()
        daemon.generate(5)
        operator = self.token(daemon, "lee", "operator")
        self.token(daemon, "kim", "admin")
        window = self.window(f"http://127.0.0.1:{daemon.port}", "--admin-token-file", operator)
        self.shows(window, ISSUING)
        subprocess.run([DAEMON, "token", "revoke", "lee", "--data-dir", daemon.data_dir], check=True, capture_output=True,
                       env=clean_environment(daemon.home))
        self.shows(window, LOST)
        self.screen.picture("attached-revoked.png")
        self.close(window)

    def test_what_is_wrong_is_told_and_the_window_stays(self):
        daemon = self.daemon()
        daemon.generate(5)
        proxy = Proxy(self.screen.home, daemon.port)
        self.addCleanup(proxy.cleanup)
        admin = self.token(daemon, "kim", "admin")
        trusted = {"SSL_CERT_FILE": proxy.certificate}
        for number, (url, environment) in enumerate((
                ("https://no-such-name.invalid", {}), (f"http://127.0.0.1:{free_port()}", {}),
                ("unix:/nonexistent/desk.sock", {}), (proxy.url, {}), (f"https://127.0.0.1:{daemon.port}", trusted),
                (f"https://localhost:{proxy.port}", trusted), (f"http://127.0.0.1:{daemon.port}", {}))):
            window = self.window(url, environment=environment)
            self.shows(window, LOST)
            self.screen.picture(f"attach-trouble-{number}.png")
            self.close(window)
        window = self.window(proxy.url, "--admin-token-file", admin, environment=trusted)
        self.shows(window, ISSUING)
        self.close(window)


class UsageTest(Case):
    def test_addresses_that_cannot_be(self):
        for url in ("http://desk.example", "ftp://x", "unix:here", "https://kim:pw@desk.example", "nonsense"):
            done = subprocess.run([DESKTOP, "--attach", url], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                                  env=clean_environment("/nonexistent", {"QT_QPA_PLATFORM": "offscreen"}), check=False)
            self.assertEqual(done.returncode, 2, url)
            self.assertIn(b"--attach", done.stderr)
            self.assertNotIn(b"kim:pw", done.stderr)
            self.assertEqual(done.stdout, b"")


if __name__ == "__main__":
    main()

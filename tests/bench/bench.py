# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the built programs and prints a Markdown table: each figure as minimum, median and maximum of its runs.

    python3 tests/bench/bench.py [--quick] [--against DIR] [start] [generate] [idle] [issue] [pairs] [counts] [desk] [load] [report] [dossier] [frames]

--against names the bin folder of another build: "pairs" then runs both programs in turns and prints ratios.
Nothing here passes or fails by time: a slow machine is not a wrong program. --quick makes every size small, which is
how ctest runs it, so that the benchmarks themselves stay alive.
"""

import argparse
import contextlib
import functools
import itertools
import json
import os
import re
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))
from harness import BIN_DIR, BUILD_DIR, Daemon  # noqa: E402
from services import Postgres, eventually, free_port  # noqa: E402

WRK_SCRIPT = """
local first = 0
function setup(thread) first = first + 1; thread:set("id", first) end
local count = 0
function request()
  count = count + 1
  return wrk.format("POST", "/api/v1/coupons/" .. (id * 100000000 + count) .. "/issue")
end
"""


def share(part, whole):
    """In a short run beside a stalling machine nothing may be answered at all."""
    return part / whole if whole else float("nan")


def spread(values, digits=1):
    return f"{min(values):.{digits}f} / {statistics.median(values):.{digits}f} / {max(values):.{digits}f}"


class Fresh:
    """A daemon on an empty data directory."""

    def __init__(self, *options, program=None):
        self.daemon = Daemon("--store-failure-rate", "0", *options)
        if program:
            ours = self.daemon.command()
            self.daemon.command = lambda: [program, *ours[1:]]

    def __enter__(self):
        return self.daemon.start()

    def __exit__(self, *_):
        self.daemon.cleanup()


def bench_start(quick):
    times = []
    for _ in range(2 if quick else 11):
        began = time.monotonic()
        with Fresh():
            times.append(1000 * (time.monotonic() - began))
    yield "start: private Redis and empty database ready", "ms", spread(times[1:])


def bench_generate(quick):
    count = 10_000 if quick else 1_000_000
    times = []
    for _ in range(1 if quick else 3):
        with Fresh() as server:
            began = time.monotonic()
            answer = server.post("/api/v1/generate", {"count": count})
            times.append(time.monotonic() - began)
            assert answer.json == {"generated": count, "pushed": count}, answer
            stock = server.status()["stock"]
            assert stock["available"] == count and stock["conserved"], stock
    yield f"generate and push {count:,}", "s", spread(times, 2)


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024


def bench_idle(quick):
    seconds = 2 if quick else 60
    with Fresh() as server:
        server.generate(1000)
        pid = server.process.pid
        before = cpu_seconds(pid)
        time.sleep(seconds)
        yield f"idle for {seconds} s: CPU of one core", "%", f"{100 * (cpu_seconds(pid) - before) / seconds:.2f}"
        yield "idle: resident memory", "MB", f"{resident_mb(pid):.1f}"


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wrk(url, seconds, connections, turn=0):
    """Each turn has users of its own: who asks again is told ALREADY, which is another figure."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(WRK_SCRIPT.replace("first = 0", f"first = {turn}"))
        script.flush()
        done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "-s", script.name, "--latency", url],
                              capture_output=True, text=True, check=True)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout).groups()
    return rate, float(value) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit], done.stdout


def stock_for(seconds):
    """More coupons than any machine issues in this time: once the stock is gone the figure is one of refusals."""
    return 100_000 * seconds


def fill(server, coupons):
    """In portions: one order for a million may outlast the client's patience on a busy machine."""
    for begun in range(0, coupons, 100_000):
        server.generate(min(100_000, coupons - begun))


def bench_issue(quick):
    """Issues a second, each on disk before its answer, wrk, Redis and the server sharing the machine."""
    seconds = 1 if quick else 8
    strategies = ["saga"] if quick else ["saga", "redis-lpop-compensate", "redis-lpop", "db-pessimistic"]
    for strategy in strategies:
        rates, tails, errors = [], [], 0
        for _ in range(1 if quick else 3):
            with Fresh("--strategy", strategy) as server:
                fill(server, stock_for(seconds))
                rate, p99, text = wrk(server.ready["url"], seconds, 64)
                failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
                errors += int(failed[1]) if failed else 0
                stock = server.status()["stock"]
                assert stock["available"] > 0, "the stock ran out: the figure would be of refusals"
                rates.append(rate)
                tails.append(p99)
        yield f"{strategy}: issues a second, 64 connections", "1/s", spread(rates, 0)
        yield f"{strategy}: p99", "ms", spread(tails)
        if errors:
            yield f"{strategy}: answers other than 200, all runs together", "", str(errors)


def rate_of(program, coupons, seconds, beforehand):
    """Answers a second of the saga by this program; `beforehand` of the coupons are given away first."""
    with Fresh(program=program) as server:
        fill(server, coupons)
        for user in range(1, beforehand + 1):
            server.issue(user)
        rate = wrk(server.ready["url"], seconds, 64)[0]
        stock = server.status()["stock"]
        assert stock["conserved"] and (stock["available"] > 0) == (beforehand == 0), stock
        return rate


def bench_pairs(quick, against=None):
    """This build against the one of --against, which take turns at being first. Without it, against itself."""
    seconds, pairs = (1, 1) if quick else (8, 5)
    ours = os.path.join(BIN_DIR, "seonchakd")
    theirs = os.path.join(against or BIN_DIR, "seonchakd")
    for what, coupons, beforehand in (("issues", stock_for(seconds), 0), ("sold-out answers", 100, 100)):
        ratios, rates = [], []
        for pair in range(pairs):
            order = [ours, theirs] if pair % 2 else [theirs, ours]
            measured = [rate_of(program, coupons, seconds, beforehand) for program in order]
            mine, other = measured if pair % 2 else measured[::-1]
            rates.append(mine)
            ratios.append(share(mine, other))
        yield f"saga: {what} a second, 64 connections", "1/s", spread(rates, 0)
        yield f"saga: {what} a second, as a share of the other build's", "", spread(ratios, 2)


def ask_status(server, times):
    took = []
    for _ in range(times):
        began = time.perf_counter()
        answer = server.get("/api/v1/status")
        took.append(1000 * (time.perf_counter() - began))
        assert answer.json["stock"]["conserved"], answer
    return took


def without_triggers(path):
    """The book of a daemon that is not running, without what keeps its counts."""
    with contextlib.closing(sqlite3.connect(path)) as book:
        for (name,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'tally%'").fetchall():
            book.execute(f"DROP TRIGGER {name}")


def bench_counts(quick):
    """GET /status at two sizes in turns, on both engines; and what keeping the counts costs whoever writes."""
    few, many = (1000, 10_000) if quick else (1000, 1_000_000)
    with contextlib.ExitStack() as servers:
        def postgres():
            server = Postgres()
            servers.callback(server.cleanup)
            return ("--database", server.create().start().url)
        for engine in ("sqlite", "postgresql"):
            took = {}
            for size in (many, few):  # a connection that idles while the many are made would be closed
                server = servers.enter_context(Fresh(*(postgres() if engine == "postgresql" else ())))
                fill(server, size)
                took[server] = []
                ask_status(server, 20)
            for _ in range(4 if quick else 40):
                for server, times in took.items():
                    times += ask_status(server, 10)
            for size, times in zip((many, few), took.values()):
                ordered = sorted(times)
                ends = f"{ordered[len(times) // 20]:.2f} / {statistics.median(times):.2f} / {ordered[-len(times) // 20]:.2f}"
                yield f"{engine}: /status at {size:,} coupons (5 %, median, 95 %)", "ms", ends
            medians = [statistics.median(times) for times in took.values()]
            yield f"{engine}: /status at {many:,} coupons against {few:,}", "times", f"{medians[0] / medians[1]:.2f}"
    ratios = {"generate": [], "issues a second": []}
    for turn in range(1 if quick else 5):
        figures = {}
        for counted in ((True, False) if turn % 2 else (False, True)):
            with Fresh() as server:
                if not counted:
                    server.stop()
                    without_triggers(os.path.join(server.data_dir, "seonchak.sqlite"))
                    server.start()
                began = time.monotonic()
                fill(server, many)
                generated = time.monotonic() - began
                rate = wrk(server.ready["url"], 1 if quick else 6, 64)[0]
                figures[counted] = (generated, rate)
        ratios["generate"].append(figures[True][0] / figures[False][0])
        ratios["issues a second"].append(figures[True][1] / figures[False][1])
    yield f"sqlite: generate {many:,} with the counts against without", "times", spread(ratios["generate"], 2)
    yield "sqlite: issues a second with the counts against without", "times", spread(ratios["issues a second"], 2)


def bench_desk(quick):
    """The window on a running sale: offscreen, so that no X server takes part of the machine."""
    coupons, seconds, rounds = ("5000", "0.5", "1") if quick else ("1000000", "6", "6")
    done = subprocess.run([os.path.join(BUILD_DIR, "tests", "seonchak_desk_bench"), coupons, seconds, rounds],
                          env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True)
    figures = json.loads(next(line for line in done.stderr.splitlines() if line.startswith("{")))
    ratios = [share(a, b) for a, b in zip(figures["withWindow"], figures["withoutWindow"])]
    yield "desk: requests a second without the window", "1/s", spread(figures["withoutWindow"], 0)
    yield "desk: with the window, as a share of the run beside it", "", spread(ratios, 2)
    yield "desk: CPU of the window at 10,000 requests a second", "% of a core", f"{figures['guiCpuPercent']:.1f}"
    yield (f"desk: longest stall of the event loop, {int(coupons):,} coupons, "
           f"{figures['steadyRate']:,.0f} requests a second, pages and lists opened and scrolled", "ms",
           f"{figures['longestStallMs']:.0f}")
    yield "desk: resident memory of window and server after an hour's readings", "MB", f"{figures['residentMb']:.0f}"


NGINX = """
daemon off; master_process off; worker_processes 1; error_log {home}/error.log; pid {home}/pid;
events {{ worker_connections 1024; }}
http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {home}/b; proxy_temp_path {home}/p;
fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
server {{ listen 127.0.0.1:{port}; default_type application/json; location / {{
return 200 '{{"id":1,"code":"K7Q2M9XATT4C","status":"ISSUED","userId":42,"result":"VALID"}}'; }} }} }}
"""


def bench_load(quick):
    """The lab's generator against a server that answers at once, beside wrk on one thread."""
    seconds, requests = (1, 20_000) if quick else (8, 500_000)
    program = os.path.join(BUILD_DIR, "tests", "seonchak_load_bench")
    with tempfile.TemporaryDirectory() as home:
        port = free_port()
        with open(os.path.join(home, "conf"), "w", encoding="ascii") as file:
            file.write(NGINX.format(home=home, port=port))
        nginx = subprocess.Popen(["nginx", "-p", home, "-c", os.path.join(home, "conf"), "-e",
                                  os.path.join(home, "error.log")], stderr=subprocess.DEVNULL)
        try:
            eventually(lambda: listens(port), 10, "nginx does not start")
            ratios, rates = [], []
            for _ in range(1 if quick else 3):
                theirs = wrk(f"http://127.0.0.1:{port}", seconds, 64)[0]
                done = subprocess.run([program, str(port), "64", str(requests), "0"], capture_output=True, check=True)
                ours = json.loads(done.stdout)["rate"]
                rates.append(ours)
                ratios.append(share(ours, theirs))
            done = subprocess.run([program, str(port), "64", str(1500 * seconds), "1500"], capture_output=True,
                                  check=True)
        finally:
            nginx.terminate()
            nginx.wait()
    yield "lab: requests a second of the generator, one thread", "1/s", spread(rates, 0)
    yield "lab: the same as a share of wrk's on one thread", "", spread(ratios, 2)
    yield ("lab: sent within 1 ms of schedule at 1,500 a second", "%",
           f"{json.loads(done.stdout)['within1msPercent']:.2f}")


def bench_report(quick):
    """A run's records written, judged, reported and checked again; nothing is sent."""
    requests = 20_000 if quick else 1_000_000
    program = os.path.join(BUILD_DIR, "tests", "seonchak_report_bench")
    figures = []
    for _ in range(1 if quick else 3):
        with tempfile.TemporaryDirectory() as home:
            done = subprocess.run([program, str(requests), os.path.join(home, "out")], capture_output=True, check=True)
            figures.append(json.loads(done.stdout))
    for name, what in (("togetherSeconds", "records written, judged and reported"), ("writeSeconds", "of it: writing"),
                       ("judgeSeconds", "of it: judging"), ("reportSeconds", "of it: the report"),
                       ("verifySeconds", "verify")):
        yield f"lab: {requests:,} requests, {what}", "s", spread([figure[name] for figure in figures], 2)
    yield f"lab: {requests:,} requests, most memory", "MiB", spread([figure["peakMiBWithVerify"] for figure in figures], 0)


def dossier_command(server, out, options):
    return [server.command()[0], "dossier", "--out", out, "--data-dir", server.data_dir, *options]


def write_dossier(server, out, options):
    """Seconds and MiB at most of one dossier."""
    began = time.monotonic()
    with subprocess.Popen(dossier_command(server, out, options), stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    return time.monotonic() - began, usage.ru_maxrss / 1024


def stock_of(url):
    """By a connection of its own: one that has rested for so long may have been closed."""
    with urllib.request.urlopen(url + "/api/v1/status", timeout=30) as answer:
        return json.load(answer)["stock"]


def dossiers(engine, server, options, quick):
    """Of a sale at rest, then beside one that is served."""
    coupons = 100_000 if quick else 1_000_000
    url = server.ready["url"]
    fill(server, coupons)
    wrk(url, 1 if quick else 15, 64)
    with tempfile.TemporaryDirectory() as home:
        taken = []
        for turn in range(1 if quick else 3):
            time.sleep(2)  # after which a sale counts as resting
            taken.append(write_dossier(server, os.path.join(home, f"rest{turn}"), options))
        stock = stock_of(url)
        what = f"dossier, {engine}, {coupons:,} coupons, {stock['issued']:,} issued"
        yield what, "s", spread([one[0] for one in taken], 2)
        yield f"{what}: most memory", "MiB", spread([one[1] for one in taken], 0)
        ratios = beside_dossier(server, home, options, quick)
        stock = stock_of(url)
        assert stock["available"] > 0 and stock["conserved"], stock
        yield (f"dossier, {engine}, {stock['generated']:,} coupons: issues a second beside it, of those without", "1",
               spread(ratios, 3))


def beside_dossier(server, home, options, quick):
    """Rates beside a dossier that is being written, each of the mean of the two around it, in which it stands still."""
    seconds, pairs = (1, 1) if quick else (2, 15)
    fill(server, stock_for(seconds * (2 * pairs + 1)) // 2)
    turns = itertools.count(1)

    def rate():
        return wrk(server.ready["url"], seconds, 64, next(turns))[0]

    ratios, rests, writer = [], [rate()], None
    try:
        for pair in range(pairs):
            if writer is None or writer.poll() is not None:
                writer = subprocess.Popen(dossier_command(server, os.path.join(home, f"beside{pair}"), options),
                                          stdout=subprocess.DEVNULL)
            writer.send_signal(signal.SIGCONT)
            beside = rate()
            writer.send_signal(signal.SIGSTOP)
            rests.append(rate())
            ratios.append(share(beside, statistics.mean(rests[-2:])))
    finally:  # Nobody else would wake up one that stands still.
        if writer is not None:
            writer.send_signal(signal.SIGCONT)
            writer.wait()
    assert writer.returncode == 0, writer.returncode
    return ratios


def bench_dossier(quick):
    with Fresh() as server:
        yield from dossiers("SQLite", server, [], quick)
    yield from bench_dossier_postgresql(quick)


def bench_dossier_postgresql(quick):
    database = Postgres()
    try:
        database.create().start()
        options = ["--database", database.url]
        with Fresh(*options) as server:
            yield from dossiers("PostgreSQL", server, options, quick)
    finally:
        database.cleanup()


def bench_frames(quick):
    """The shapes that an issue could have, with nothing behind them: see frame_bench.cpp."""
    program = os.path.join(BUILD_DIR, "tests", "seonchak_frame_bench")
    runs = []
    for _ in range(1 if quick else 15):
        done = subprocess.run([program, "12000" if quick else "1200000"], capture_output=True, check=True)
        runs.append(json.loads(done.stdout))
    for shape, what in (("nested", "nested tasks, as it is"), ("frame", "one frame"), ("transition", "a transition function")):
        yield f"the shape of an issue: {what}", "ns", spread([run[shape] for run in runs], 0)


BENCHES = {"start": bench_start, "generate": bench_generate, "idle": bench_idle, "issue": bench_issue, "pairs": bench_pairs,
           "counts": bench_counts, "desk": bench_desk, "load": bench_load, "report": bench_report, "dossier": bench_dossier,
           "dossier-postgresql": bench_dossier_postgresql, "frames": bench_frames}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--against", metavar="DIR")
    parser.add_argument("names", nargs="*", metavar="|".join(BENCHES))
    arguments = parser.parse_args()
    benches = {**BENCHES, "pairs": functools.partial(bench_pairs, against=arguments.against)}
    unknown = set(arguments.names) - set(BENCHES)
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    print("| what | unit | minimum / median / maximum |\n|---|---|---|")
    rows = []
    for name in arguments.names or [name for name in benches if name != "dossier-postgresql"]:
        for what, unit, value in benches[name](arguments.quick):
            rows.append({"what": what, "unit": unit, "value": value})
            print(f"| {what} | {unit} | {value} |", flush=True)
    os.makedirs(os.path.join(BUILD_DIR, "reports"), exist_ok=True)
    with open(os.path.join(BUILD_DIR, "reports", "bench.json"), "w", encoding="utf-8") as file:
        json.dump(rows, file, indent=2)


if __name__ == "__main__":
    main()

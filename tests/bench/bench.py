# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the built programs and prints a Markdown table: each figure as minimum, median and maximum of its runs.

    python3 tests/bench/bench.py [--quick] [start] [generate] [idle] [issue]

Nothing here passes or fails by time: a slow machine is not a wrong program. --quick makes every size small, which is
how ctest runs it, so that the benchmarks themselves stay alive.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))
from harness import BUILD_DIR, Daemon  # noqa: E402

WRK_SCRIPT = """
local first = 0
function setup(thread) first = first + 1; thread:set("id", first) end
local count = 0
function request()
  count = count + 1
  return wrk.format("POST", "/api/v1/coupons/" .. (id * 100000000 + count) .. "/issue")
end
"""


def spread(values, digits=1):
    return f"{min(values):.{digits}f} / {statistics.median(values):.{digits}f} / {max(values):.{digits}f}"


class Fresh:
    """A daemon on an empty data directory."""

    def __init__(self, *options):
        self.daemon = Daemon("--store-failure-rate", "0", *options)

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


def wrk(url, seconds, connections):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(WRK_SCRIPT)
        script.flush()
        done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "-s", script.name, "--latency", url],
                              capture_output=True, text=True, check=True)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout).groups()
    return rate, float(value) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit], done.stdout


def bench_issue(quick):
    """Issues a second, each on disk before its answer, wrk, Redis and the server sharing the machine."""
    seconds = 1 if quick else 8
    strategies = ["saga"] if quick else ["saga", "redis-lpop-compensate", "redis-lpop", "db-pessimistic"]
    for strategy in strategies:
        rates, tails, errors = [], [], 0
        for _ in range(1 if quick else 3):
            with Fresh("--strategy", strategy) as server:
                server.generate(20_000 if quick else 500_000)
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


BENCHES = {"start": bench_start, "generate": bench_generate, "idle": bench_idle, "issue": bench_issue}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("names", nargs="*", metavar="|".join(BENCHES))
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(BENCHES)
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}")
    print("| what | unit | minimum / median / maximum |\n|---|---|---|")
    rows = []
    for name in arguments.names or BENCHES:
        for what, unit, value in BENCHES[name](arguments.quick):
            rows.append({"what": what, "unit": unit, "value": value})
            print(f"| {what} | {unit} | {value} |", flush=True)
    os.makedirs(os.path.join(BUILD_DIR, "reports"), exist_ok=True)
    with open(os.path.join(BUILD_DIR, "reports", "bench.json"), "w", encoding="utf-8") as file:
        json.dump(rows, file, indent=2)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of ./compare in words: a table on the terminal, a table and a picture for the guide in both languages."""

import os
import re
import statistics
from xml.sax.saxutils import escape

OURS = "seonchakd"
BEGIN, END = "// measured by tests/bench/compare", "// end of what tests/bench/compare measured"

WORDS = {
    "en": {"issue": "new coupons", "sold-out": "sold-out answers", "already": "asked again", "mixed": "mixed, 1 % stock",
           "open": "steady rate", "what": "what is asked", "connections": "connections", "server": "server",
           "rate": "answers a second", "share": "our share of it", "p50": "p50, ms", "p99": "p99, ms",
           "cpu": "CPU per answer, µs: server / Redis / load", "batch": "answers a script call", "fsync": "fsync, ms",
           "picture": "Answers a second, beside nginx and Fastify", "range": "the bar is the median, the line minimum to maximum",
           "how": "Minimum / median / maximum of {rounds} rounds of {seconds} s each, servers taking turns; {date}, commit `{commit}`, {cores} cores ({processor}) "
                  "shared by load, server and Redis, {system}; {versions}. The steady rate was {rate:,.0f} a second."},
    "ko": {"issue": "새 쿠폰", "sold-out": "매진 응답", "already": "다시 요청", "mixed": "혼합, 재고 1%",
           "open": "일정한 속도", "what": "요청", "connections": "연결", "server": "서버",
           "rate": "초당 응답", "share": "그에 대한 선착의 비율", "p50": "p50, ms", "p99": "p99, ms",
           "cpu": "응답당 CPU, µs: 서버 / Redis / 부하", "batch": "스크립트 호출당 응답", "fsync": "fsync, ms",
           "picture": "nginx, Fastify와 나란히 잰 초당 응답", "range": "막대는 중앙값, 선은 최소에서 최대",
           "how": "서버를 번갈아 {seconds}초씩 {rounds}회 잰 최소 / 중앙값 / 최대입니다({date}, 커밋 `{commit}`). 부하 생성기, 서버, Redis가 코어 {cores}개({processor})를 나누어 "
                  "썼습니다({system}; {versions}). 일정한 속도는 초당 {rate:,.0f}건입니다."},
}


def turn_line(row):
    return (f"round {row['round'] + 1}: {row['scene']} {row['connections']} {row['server']}: {row['rate']:,.0f}/s, "
            f"p99 {row['p99Ms']:.1f} ms, CPU {row['serverCpuUs']:.0f} + {row['redisCpuUs']:.0f} µs, "
            f"fsync {row['fsyncMs']:.2f} ms" + (f", {row['wrong']} WRONG ANSWERS" if row["wrong"] else ""))


def three(values, digits=0):
    return f"{min(values):,.{digits}f} / {statistics.median(values):,.{digits}f} / {max(values):,.{digits}f}"


class Group:
    """The turns of one scene at one number of connections."""

    def __init__(self, turns):
        self.scene, self.connections = turns[0]["scene"], turns[0]["connections"]
        self.by_server = {}
        for row in turns:
            self.by_server.setdefault(row["server"], []).append(row)

    def values(self, server, name):
        return [row[name] for row in self.by_server[server]]

    def median(self, server, name):
        return statistics.median(self.values(server, name))

    def shares(self, server):
        """Ours as a share of that server's, round by round."""
        ours = {row["round"]: row["rate"] for row in self.by_server.get(OURS, [])}
        return [ours[row["round"]] / row["rate"] for row in self.by_server[server] if row["round"] in ours and row["rate"]]


def groups(results):
    found = {}
    for row in results["turns"]:
        found.setdefault((row["scene"], row["connections"]), []).append(row)
    return [Group(turns) for turns in found.values()]


def cells(group, server):
    """What stands in a row: the same figures wherever it is shown."""
    shares = group.shares(server)
    return [three(group.values(server, "rate")), three(shares, 2) if server != OURS and shares else "—",
            f"{group.median(server, 'p50Ms'):.1f}", three(group.values(server, "p99Ms"), 1),
            " / ".join(f"{group.median(server, name):.0f}" for name in ("serverCpuUs", "redisCpuUs", "loadCpuUs")),
            f"{group.median(server, 'batch'):.1f}", f"{group.median(server, 'fsyncMs'):.2f}"]


COLUMNS = ("what", "connections", "server", "rate", "share", "p50", "p99", "cpu", "batch", "fsync")


def terminal(results):
    words = WORDS["en"]
    rows = [[words[name] for name in COLUMNS]]
    for group in groups(results):
        rows += [[group.scene, str(group.connections), server, *cells(group, server)] for server in group.by_server]
    widths = [max(len(row[i]) for row in rows) for i in range(len(COLUMNS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    lines += [f"skipped: {name}: {why}" for name, why in results["skipped"].items()]
    lines += [f"wrong: {turn_line(row)}" for row in results["turns"] if row["wrong"]]
    others = [100 * row["others"] for row in results["turns"]]
    lines.append(f"load of the machine before the run: {results['machine']['loadBefore']:.2f} on {results['machine']['cores']} cores; "
                 f"other processes had {three(others)} % of it in the turns")
    return "\n".join(lines)


def how(results, language):
    versions = ", ".join(re.sub(r"^(Redis server v=|nginx version: )", lambda m: "Redis " if "Redis" in m[0] else "", version)
                         for name, version in results["versions"].items() if name != OURS)
    return WORDS[language]["how"].format(**results["machine"], versions=versions)


def adoc(results, language):
    words = WORDS[language]
    lines = [BEGIN, "image::compare-{lang}.svg[\"%s\"]" % words["picture"], "", how(results, language), "",
             '[cols="3,2,3,4,3,2,4,3,2,2",options="header"]', "|===", "".join("|" + words[name] + " " for name in COLUMNS).rstrip()]
    for group in groups(results):
        for server in group.by_server:
            cell = [words[group.scene], f"{group.connections:,}", f"`{server}`" if server == OURS else server]
            lines.append("".join(f"|{each} " for each in cell + cells(group, server)).rstrip())
    return "\n".join([*lines, "|===", END])


# The picture

ROW, GAP, LEFT, WIDE, TOP = 18, 16, 210, 420, 56
COLOURS = ("#1f6feb", "#2da44e", "#bf8700", "#8250df")


def text(x, y, words, more=""):
    return f'<text x="{x}" y="{y}" {more}>{escape(words)}</text>'


def bar(group, server, colour, y, scale):
    low, middle, high = (kind(group.values(server, "rate")) for kind in (min, statistics.median, max))
    centre = y + ROW / 2 - 1
    return [f'<rect x="{LEFT}" y="{y}" width="{middle * scale:.1f}" height="{ROW - 4}" fill="{colour}"/>',
            f'<path d="M{LEFT + low * scale:.1f} {centre}H{LEFT + high * scale:.1f}" stroke="#24292f" stroke-width="1.5"/>',
            text(f"{LEFT + high * scale + 6:.1f}", y + ROW - 6, f"{middle:,.0f}")]


def svg(results, language):
    """Bars of the medians, one scale for all: without scripts, fonts or anything from elsewhere."""
    words = WORDS[language]
    shown = [group for group in groups(results) if group.scene != "open"]
    servers = list(dict.fromkeys(row["server"] for row in results["turns"]))
    scale = WIDE / max((max(group.values(server, "rate")) for group in shown for server in group.by_server), default=1)
    body, y = [], TOP
    for group in shown:
        body.append(text(LEFT - 10, y + ROW - 6, f"{words[group.scene]}, {group.connections:,}", 'text-anchor="end"'))
        for server in group.by_server:
            body += bar(group, server, COLOURS[servers.index(server) % len(COLOURS)], y, scale)
            y += ROW
        y += GAP
    legend = []
    for place, server in enumerate(servers):
        x = LEFT + 150 * place
        legend += [f'<rect x="{x}" y="30" width="12" height="12" fill="{COLOURS[place % len(COLOURS)]}"/>', text(x + 18, 40, server)]
    title = text(10, 18, f"{words['picture']} ({words['range']})")
    wide = LEFT + WIDE + 80
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {y}" width="{wide}" height="{y}" '
                      'font-family="sans-serif" font-size="12" fill="#24292f">',
                      "<!-- SPDX-FileCopyrightText: 2026 The Seonchak authors -->", "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->",
                      f'<rect width="{wide}" height="{y}" fill="#ffffff"/>', title, *legend, *body, "</svg>"]) + "\n"


def write_docs(results, tree):
    """Between the two lines of measurements.adoc that name this program, and the picture beside the others."""
    for language in WORDS:
        page = os.path.join(tree, "resources", "docs", language, "measurements.adoc")
        with open(page, encoding="utf-8") as file:
            before = file.read()
        head, rest = before.split(BEGIN, 1)
        tail = rest.split(END, 1)[1]
        with open(page, "w", encoding="utf-8") as file:
            file.write(head + adoc(results, language) + tail)
        with open(os.path.join(tree, "resources", "screenshots", f"compare-{language}.svg"), "w", encoding="utf-8") as file:
            file.write(svg(results, language))

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run_jmeter.sh PLAN JTL [-Jname=value ...]: runs a plan of ours without a window and writes the results, as XML with
# the answers' bodies, to JTL. $JMETER names another JMeter than the one on PATH.
#
# JMeter ends with status 0 even where it could not load the plan: this script fails where no sample was taken.
# Whether the samples are good is for the caller to judge.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ $# -lt 2 ]; then
    echo "usage: run_jmeter.sh PLAN JTL [-Jname=value ...]" >&2
    exit 2
fi
plan=$1
results=$2
shift 2
jmeter=${JMETER:-jmeter}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Debian's own JMeter needs the class beside this script in front of XStream's. Its start script puts
# JAVA_CLASSPATH first; nothing of the installation is touched.
xstream=/usr/share/java/xstream.jar
if [ "$(readlink -f "$(command -v "$jmeter")")" = "$(readlink -f /usr/share/jmeter/bin/jmeter)" ] && [ -f "$xstream" ]; then
    javac -nowarn -Xlint:none -proc:none -cp "$xstream" -d "$work/classes" "$here/NoTypePermission.java"
    export JAVA_CLASSPATH=$work/classes:$xstream
fi

rm -f "$results"
"$jmeter" -n -t "$plan" -l "$results" -j "$work/jmeter.log" \
    -Jjmeter.save.saveservice.output_format=xml -Jsampleresult.default.encoding=UTF-8 \
    -Jjmeter.save.saveservice.response_data=true \
    "$@"
if ! grep -q '<httpSample ' "$results" 2>/dev/null; then
    echo "JMeter took no sample; the end of its log:" >&2
    tail -n 20 "$work/jmeter.log" >&2
    exit 1
fi

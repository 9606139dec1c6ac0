#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh BUILD_DIR SECONDS: runs every fuzz target that was built there, two at a time, from its seeds. What a run learnt
# stays in BUILD_DIR/corpus for the next. Ends with 1 where a target crashed, and names the input that did it.
set -euo pipefail
build=$(cd "$1" && pwd)
seconds=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

run_one() {
    local program=$1 name status=0
    name=${program##*/fuzz_}
    mkdir -p "$build/corpus/$name" "$build/crashes"
    ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
        "$program" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=4096 -verbosity=1 \
        -artifact_prefix="$build/crashes/$name-" "$build/corpus/$name" "$here/seeds/$name" \
        >"$build/crashes/$name.log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        printf 'fuzz_%s ended with status %s:\n' "$name" "$status"
        grep -aE 'broken promise|ERROR|runtime error|Test unit written' "$build/crashes/$name.log" || tail -n 5 "$build/crashes/$name.log"
        return 1
    fi
    printf 'fuzz_%s: %s\n' "$name" "$(grep -a '^Done' "$build/crashes/$name.log" || tail -n 1 "$build/crashes/$name.log")"
}

export -f run_one
export build seconds here
# shellcheck disable=SC2016  # the inner shell expands it
printf '%s\0' "$build"/bin/fuzz_* | xargs -0 -n 1 -P 2 bash -c 'run_one "$0"'

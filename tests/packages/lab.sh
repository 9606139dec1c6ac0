# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What in_root.sh, which sources this, asks of the lab, a package of its own.
: "${dir:?}"

# names_its_package PROGRAM: what an administrator without that package is told.
names_its_package() {
    local words status said
    for words in "lab --help" "verify /nowhere"; do
        status=0
        # shellcheck disable=SC2086  # two words
        said=$(as_seonchak "$1" $words 2>&1) || status=$?
        if [ "$status" -ne 3 ] || ! grep -q 'in the package seonchak-lab$' <<<"$said"; then
            printf '%s: exit status %s: %s\n' "$words" "$status" "$said"
            return 1
        fi
    done
}

# runs_the_lab PROGRAM: one short run, verified from its records.
runs_the_lab() {
    local out
    out=/tmp/lab-$RANDOM
    as_seonchak "$1" lab --strategies saga --requests 60 --stock 40 --repeat 1 --connections 8 --out "$out" &&
        as_seonchak "$1" verify "$out"
}

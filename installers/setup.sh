# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What ./run and ./check share: installing packages that are missing, and building. Sourced, never run.
# Everything here writes to standard error, so that standard output stays the program's own.

: "${root:?set by the script that sources this file}"

say() {
    printf '%s\n' "$*" >&2
}

die() {
    say "seonchak: $*"
    exit 1
}

# One caller at a time installs and builds; the others wait and then find the work done. Only this shell may hold
# the lock: a service that apt starts would keep an inherited descriptor open for ever, hence the 9>&- below.
take_lock() {
    mkdir -p "$root/build"
    exec 9>"$root/build/.lock"
    if ! flock --nonblock 9; then
        say "Another ./run or ./check is at work here; waiting for it."
        flock 9
    fi
}

release_lock() {
    exec 9>&-
}

# missing_packages LIST...: prints the packages of the lists that are not installed, one a line.
missing_packages() {
    local installed line name found first
    local -a choices
    # A package may also be there under a name that another one provides, as libqt6opengl6-dev is on Debian 13.
    # shellcheck disable=SC2016  # ${…} is dpkg-query's own notation
    installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed -e 's/^ *//' -e 's/[ :].*//')
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | while IFS= read -r line; do
        IFS='|' read -r -a choices <<<"${line//[[:space:]]/}"
        found=no
        for name in "${choices[@]}"; do
            if grep -qxF -- "$name" <<<"$installed"; then
                found=yes
                break
            fi
        done
        if [ "$found" = no ]; then
            first=${choices[0]}
            printf '%s\n' "$first"
        fi
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root or sudo: $*"
    fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -q -y \
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" </dev/null >&2 9>&-
}

# Packages of servers start a system service when they are installed. Nothing here uses such a service, and a Redis or
# PostgreSQL that nobody asked for is a surprise: Debian's own switch for it is set while apt works.
forbid_services() {
    policy=/usr/sbin/policy-rc.d
    if [ -e "$policy" ]; then
        policy=
        return
    fi
    trap allow_services EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    printf '#!/bin/sh\n# Set by Seonchak while it installs packages.\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
}

allow_services() {
    if [ -n "${policy:-}" ]; then
        as_root rm -f "$policy"
        policy=
    fi
    trap - EXIT INT TERM
}

# install_packages LIST...: installs what is missing; where nothing is, it asks neither apt nor the network.
install_packages() {
    local list
    local -a missing
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system: the packages of $* must be there already."
        return
    fi
    list=$(missing_packages "$@")
    if [ -z "$list" ]; then
        return
    fi
    mapfile -t missing <<<"$list"
    say "Installing: ${missing[*]}"
    forbid_services
    apt update || die "apt-get update failed"
    apt install --no-install-recommends "${missing[@]}" || die "apt-get could not install: ${missing[*]}"
    allow_services
}

# configure PRESET DIR [-DNAME=VALUE...]: runs CMake only where it has not run yet or a value differs; ninja itself
# runs it again when a CMakeLists.txt has changed.
configure() {
    local preset=$1 dir=$2 setting name needed=no
    shift 2
    if [ ! -f "$dir/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$dir/build.ninja" ]; then
        needed=yes
    fi
    for setting in "$@"; do
        name=${setting%%=*}
        name=${name#-D}
        if ! grep -qs -- "^$name:[A-Z]*=${setting#*=}\$" "$dir/CMakeCache.txt"; then
            needed=yes
        fi
    done
    if [ "$needed" = yes ]; then
        (cd "$root" && cmake --preset "$preset" "$@" >&2 9>&-) || die "CMake failed"
    fi
}

# tell_progress: of ninja's lines "[ 37%] Building …" one in each twentieth of the work, as "[ 37 %]"; warnings and errors
# pass as they are.
tell_progress() {
    local line percent told=0
    while IFS= read -r line; do
        if [[ $line =~ ^\[\ *([0-9]+)%\]\  ]]; then
            percent=${BASH_REMATCH[1]}
            if [ "$percent" -ge $((told + 5)) ] || { [ "$percent" -eq 100 ] && [ "$told" -lt 100 ]; }; then
                printf '[%3d %%]\n' "$percent"
                told=$percent
            fi
        elif ! [[ $line =~ ^ninja:\ (Entering\ directory|no\ work) ]]; then
            printf '%s\n' "$line"
        fi
    done
}

# build DIR [TARGET...]. What another checkout of the same sources has compiled is taken from ccache.
build() {
    local dir=$1
    shift
    local -x CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 NINJA_STATUS='[%p] '
    if [ -t 2 ]; then
        # On a terminal ninja keeps to one line.
        ninja -C "$dir" "$@" >&2 9>&- || die "the build failed"
    else
        ninja -C "$dir" "$@" 2>&1 9>&- | tell_progress >&2 9>&- || die "the build failed"
    fi
}

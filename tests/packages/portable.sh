#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# portable.sh ARCHIVE ROOT_TAR REPORTS: runs both programs of the portable archive where there is no Qt. As root.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=installers/setup.sh
. "$root/installers/setup.sh"
# shellcheck source=installers/roots.sh
. "$root/installers/roots.sh"

if [ "${4:-}" != inside ]; then
    dir=$(mktemp -d -p "$roots" portable-XXXXXX)
    status=0
    tar --extract --file "$2" --directory "$dir" --numeric-owner
    unshare --mount --pid --fork --kill-child --mount-proc "$0" "$1" "$dir" "$3" inside || status=$?
    rm -rf --one-file-system "$dir"
    exit "$status"
fi

archive=$1 dir=$2 reports=$3
mount_basics "$dir"
apt_network_settings >"$dir/etc/apt/apt.conf.d/99network"
printf '#!/bin/sh\nexit 101\n' >"$dir/usr/sbin/policy-rc.d"
chmod 755 "$dir/usr/sbin/policy-rc.d"
run() {
    chroot "$dir" env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}
# What INSTALL.txt says that the system brings, and nothing of Qt.
run apt-get -q update >/dev/null
run apt-get -q -y install --no-install-recommends redis-server libstdc++6 libfontconfig1 libgl1 libegl1 libopengl0 libx11-xcb1 fonts-nanum >/dev/null
if run ls /usr/lib | grep -qi qt || run sh -c 'ls /usr/lib/*/libQt*' 2>/dev/null; then
    die "this root has a Qt"
fi
mkdir "$dir/opt/portable"
tar --extract --file "$archive" --directory "$dir/opt/portable" --strip-components=1 --no-same-owner
absent=$(run sh -c 'find /opt/portable/bin /opt/portable/lib /opt/portable/plugins -type f -exec ldd {} + 2>/dev/null' | grep 'not found' || true)
if [ -n "$absent" ]; then
    die "libraries that are not there: $absent"
fi

try() {
    local program=$1 ready=$dir/tmp/ready pid status=0 url
    shift
    : >"$ready"
    chroot "$dir" env --ignore-environment PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 "$@" \
        "/opt/portable/bin/$program" --listen 127.0.0.1:0 --data-dir "/tmp/$program" </dev/null >"$ready" 2>"$reports/portable-$program.log" &
    pid=$!
    for _ in $(seq 300); do
        if grep -q READY "$ready" || ! kill -0 "$pid" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    url=$(sed -n 's/^READY .*"url":"\([^"]*\)".*/\1/p' "$ready")
    [ -n "$url" ] || die "$program does not serve: $(cat "$ready") $(cat "$reports/portable-$program.log")"
    curl --silent --fail --retry 30 --retry-delay 1 --retry-all-errors "$url/readyz" >/dev/null
    curl --silent --fail --request POST "$url/api/v1/generate" >/dev/null
    # The mock partner refuses one call in ten.
    curl --silent --fail --retry 5 --retry-delay 1 --retry-all-errors --request POST "$url/api/v1/coupons/1/issue"
    if [ "$program" = seonchak ]; then
        sleep 2
        DISPLAY=$screen import -window root "$reports/portable.png"
    fi
    kill -TERM "$pid"
    wait "$pid" || status=$?
    [ "$status" -eq 0 ] || die "$program ended with $status"
}

try seonchakd
run /opt/portable/bin/seonchakd lab --strategies saga --requests 60 --stock 40 --repeat 1 --connections 8 --out /tmp/lab >/dev/null
run /opt/portable/bin/seonchakd verify /tmp/lab >/dev/null
mkdir -p /tmp/.X11-unix "$dir/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$dir/tmp/.X11-unix"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$reports/screen" 2>"$reports/xvfb.log" &
for _ in $(seq 100); do
    if [ -s "$reports/screen" ]; then
        break
    fi
    sleep 0.1
done
screen=:$(cat "$reports/screen")
try seonchak DISPLAY="$screen"
[ "$(convert "$reports/portable.png" -unique-colors -format '%w' info:)" -gt 100 ] || die "the window shows nothing"

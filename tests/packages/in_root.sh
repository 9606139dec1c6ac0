#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# in_root.sh RELEASE DIR CACHE REPORTS: installs, uses, upgrades and removes the packages of DIR/packages in the root DIR.
# ./installers/test-packages starts it in mount and process namespaces of its own: with its end everything it started
# and mounted is gone. "passed failed" stands in REPORTS/packages-RELEASE.counts.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=installers/setup.sh
. "$root/installers/setup.sh"
# shellcheck source=installers/roots.sh
. "$root/installers/roots.sh"
# shellcheck source=tests/packages/await.sh
. "$root/tests/packages/await.sh"
release=$1 dir=$2 cache=$3 reports=$4

passed=0
failed=0
url=http://127.0.0.1:8080
unit=/usr/lib/systemd/system/seonchakd.service
config=/etc/seonchak/seonchakd.conf

good() {
    passed=$((passed + 1))
    say "ok      $release: $1"
}

bad() {
    failed=$((failed + 1))
    say "FAILED  $release: $1" "${2:-}"
}

expect() {
    local name=$1 output status=0
    shift
    output=$("$@" 2>&1) || status=$?
    if [ "$status" -eq 0 ]; then
        good "$name"
    else
        bad "$name" "$output"
    fi
}

inside() {
    chroot "$dir" env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}

# A network that has loopback and nothing else: every port is free, and nothing leaves. Only apt works outside it.
in_net() {
    nsenter --net="/proc/$net/ns/net" "$@"
}

install() {
    inside apt-get -q -y -o DPkg::Lock::Timeout=60 "$@" >"$reports/apt.log" 2>&1 || {
        bad "apt-get $*" "$(tail -n 30 "$reports/apt.log")"
        return 1
    }
}

get() {
    in_net curl --silent --show-error --fail --max-time 10 "$@"
}

# installed FIELD: of the daemon's package, as dpkg knows it.
installed() {
    inside dpkg-query --status seonchakd | sed -n "s/^$1: //p"
}

# unit_value KEY: what the unit says.
unit_value() {
    sed -n "s/^$1=//p" "$dir$unit" | tail -n 1 | sed -e 's|%S|/var/lib|g' -e 's|%t|/run|g' -e 's|%E|/etc|g'
}

# launch_daemon: what systemd would do: the unit's own line, its user, its directories.
launch_daemon() {
    local -a line environment
    read -r -a line <<<"$(unit_value ExecStart)"
    read -r -a environment <<<"$(unit_value Environment)"
    inside install -d -o seonchak -g seonchak -m "$(unit_value StateDirectoryMode | grep . || echo 0755)" /var/lib/seonchak
    inside install -d -o seonchak -g seonchak -m "$(unit_value RuntimeDirectoryMode | grep . || echo 0755)" /run/seonchak
    # Every program on the way execs the next: $! is the daemon itself.
    (exec nsenter --net="/proc/$net/ns/net" chroot "$dir" env --ignore-environment --chdir=/var/lib/seonchak \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        STATE_DIRECTORY=/var/lib/seonchak RUNTIME_DIRECTORY=/run/seonchak CONFIGURATION_DIRECTORY=/etc/seonchak \
        ${environment[@]+"${environment[@]}"} \
        setpriv --reuid=seonchak --regid=seonchak --init-groups --no-new-privs \
        "${line[@]}" </dev/null >"$reports/daemon.out" 2>>"$reports/daemon.log") &
    daemon=$!
}

# start_daemon: the same, until it serves.
start_daemon() {
    launch_daemon
    { await 30 grep -q READY "$reports/daemon.out" && await 30 get "$url/readyz"; } || {
        bad "the daemon serves" "$(tail -n 20 "$reports/daemon.log")"
        return 1
    }
}

stop_daemon() {
    local status=0
    kill -TERM "$daemon"
    wait "$daemon" || status=$?
    [ "$status" -eq 0 ] || bad "the daemon ends with 0, not $status" "$(tail -n 20 "$reports/daemon.log")"
}

as_seonchak() {
    in_net chroot "$dir" env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        setpriv --reuid=seonchak --regid=seonchak --init-groups "$@" </dev/null
}

listing() {
    find "$dir" -xdev \( -path "$dir/packages" -o -path "$dir/var/cache" -o -path "$dir/var/log" \
        -o -path "$dir/var/lib/apt" -o -path "$dir/var/lib/dpkg" \) -prune -o -printf '%P\n' | sort
}

# What apt-get purge and autoremove left of all that came. Other people's packages leave things as well: only files
# under /etc, /var/lib and /usr that were made since, and that no package and no cache of the system owns.
leftovers() {
    local left
    left=$(listing | comm -13 "$reports/before.list" - | grep -i 'seonchak\|redis' || true)
    [ -z "$left" ] || {
        printf '%s\n' "$left"
        return 1
    }
}

issued() {
    get "$url/api/v1/status" | python3 -c 'import json,sys; print(json.load(sys.stdin)["stock"]["issued"])'
}

finish() {
    printf '%d %d\n' "$passed" "$failed" >"$reports/packages-$release.counts"
}

rm -f "$reports/packages-$release.counts" "$reports/daemon.log" "$reports/daemon.out"
mount_basics "$dir"
mount --bind "$cache" "$dir/var/cache/apt/archives"
apt_network_settings >"$dir/etc/apt/apt.conf.d/99network"
# In a system without an init nothing may be started by installing it.
printf '#!/bin/sh\nexit 101\n' >"$dir/usr/sbin/policy-rc.d"
chmod 755 "$dir/usr/sbin/policy-rc.d"
unshare --net sleep infinity &
net=$!
await 10 sh -c "[ \"\$(readlink /proc/$net/ns/net)\" != \"\$(readlink /proc/self/ns/net)\" ]"
in_net ip link set lo up

daemons=("$dir"/packages/seonchakd_*.deb)
labs=("$dir"/packages/seonchak-lab_*.deb)
desktops=("$dir"/packages/seonchak_*.deb)
# By version: the first is the version before, the last this one.
old=/packages/$(basename "${daemons[0]}")
new=/packages/$(basename "${daemons[-1]}")
old_lab=/packages/$(basename "${labs[0]}")
new_lab=/packages/$(basename "${labs[-1]}")
desktop=/packages/$(basename "${desktops[-1]}")

inside apt-get -q update >"$reports/apt.log" 2>&1 || die "apt-get update failed: $(tail -n 5 "$reports/apt.log")"
listing >"$reports/before.list"

# From nothing to the first coupon.
begin=$(date +%s%N)
install install --no-install-recommends "$old"
start_daemon
get --request POST "$url/api/v1/generate" --data '{"count":100000}' --header 'Content-Type: application/json' >/dev/null
# The mock partner refuses one call in ten: the user asks again.
await 10 get --request POST "$url/api/v1/coupons/1/issue"
took=$((($(date +%s%N) - begin) / 1000000))
say "        $release: from apt install to the first coupon: $((took / 1000)).$(printf '%03d' $((took % 1000))) s"
printf '%s ms from apt install to the first coupon, Debian %s\n' "$took" "$release" >"$reports/first-coupon-$release.txt"
expect "a first coupon within 60 s of apt install" test "$took" -lt 60000

# What is where.
expect "the daemon listens on loopback only" sh -c "! nsenter --net=/proc/$net/ns/net ss -Hltn | grep -v '127.0.0.1:\|\[::1\]:'"
expect "the service is enabled" inside test -e /etc/systemd/system/multi-user.target.wants/seonchakd.service
expect "the user has no password and no shell" inside sh -c 'getent passwd seonchak | grep -q "nologin$"'
expect "the configuration is not for everybody's eyes" \
    test "$(inside stat -c '%a %U %G' "$config")" = "640 root seonchak"
expect "the shipped configuration is valid" as_seonchak seonchakd --check-config --config "$config"
expect "doctor is green" as_seonchak seonchakd doctor --config "$config"
expect "the unit is sound" inside systemd-analyze verify --man=no "$unit"
expect "the installed size of the daemon is below 6 MB" \
    test "$(installed Installed-Size)" -lt 6000

# shellcheck source=tests/packages/lab.sh
. "$root/tests/packages/lab.sh"
expect "the daemon recommends the lab" sh -c "dpkg-deb --field '$dir$new' Recommends | grep -qw seonchak-lab"
expect "without its package, lab and verify say what to install" names_its_package /usr/bin/seonchakd
expect "the lab comes with the daemon's version only" sh -c "! chroot '$dir' apt-get -s install '$new_lab'"
install install --no-install-recommends "$old_lab"
expect "the lab runs, and its word is verified" runs_the_lab /usr/bin/seonchakd

# The new version comes while people ask.
rm -f "$reports/stop"
in_net python3 "$root/tests/packages/rush.py" "$url" "$reports/stop" >"$reports/rush.txt" 2>&1 &
rush=$!
sleep 1
install install --no-install-recommends "$new" "$new_lab"
stop_daemon
start_daemon
sleep 1
touch "$reports/stop"
status=0
wait "$rush" || status=$?
if [ "$status" -eq 0 ]; then
    good "an upgrade under load loses no coupon"
    say "        $(head -n 1 "$reports/rush.txt")"
else
    bad "an upgrade under load loses no coupon" "$(cat "$reports/rush.txt")"
fi
expect "the version is the new one" \
    test "$(installed Version)" = "$(dpkg-deb --field "$dir$new" Version)"
# As 0.1.0+5.g0123abc where the sources are past a tag; package managers write 1.0.0-rc.1 with a tilde.
expect "the package's version is the program's" \
    test "$(installed Version | sed 's/-[^-]*$//')" = "$(inside seonchakd --version | sed -e 's/.* //' -e 's/-/~/g')"

expect "the lab came along to the new version" runs_the_lab /usr/bin/seonchakd

# Removing and installing again: the sale goes on.
count=$(issued)
stop_daemon
install remove seonchakd
expect "remove keeps the data and the configuration" inside test -d /var/lib/seonchak -a -f "$config"
install install --no-install-recommends "$new"
start_daemon
expect "after a new installation all coupons are there" test "$(issued)" = "$count"

# shellcheck source=tests/packages/mishaps.sh
. "$root/tests/packages/mishaps.sh"

# The desktop, started as a menu would.
# shellcheck source=tests/packages/desktop.sh
. "$root/tests/packages/desktop.sh"

# Nothing is left.
install purge seonchak seonchakd seonchak-lab
expect "purge leaves no file" test -z "$(listing | grep -i seonchak)"
expect "purge leaves no user" test -z "$(inside getent passwd seonchak || true)"
install autoremove --purge
expect "purge and autoremove leave what was there before" leftovers
finish

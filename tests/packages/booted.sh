#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# booted.sh DAEMON_DEB ROOT_TAR REPORTS: installs the daemon in a root, starts a real systemd there, and does to the
# service what happens to services: it hangs, it is killed, its configuration is wrong, it is stopped. As root.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=installers/setup.sh
. "$root/installers/setup.sh"
# shellcheck source=installers/roots.sh
. "$root/installers/roots.sh"
# shellcheck source=tests/packages/await.sh
. "$root/tests/packages/await.sh"

if [ "${4:-}" != inside ]; then
    dir=$(mktemp -d -p "$roots" booted-XXXXXX)
    status=0
    tar --extract --file "$2" --directory "$dir" --numeric-owner
    cp "$1" "$dir/root/seonchakd.deb"
    unshare --mount --pid --fork --kill-child --mount-proc "$0" "$1" "$dir" "$3" inside || status=$?
    rm -rf --one-file-system "$dir"
    exit "$status"
fi

dir=$2 reports=$3
url=http://127.0.0.1:8080

expect() {
    local name=$1 output status=0
    shift
    output=$("$@" 2>&1) || status=$?
    [ "$status" -eq 0 ] || die "$name: $output
$(booted journalctl --no-pager --unit seonchakd --lines 30 2>&1)"
    say "        $name"
}

# Programs come with apt, in a namespace of its own, because systemd wants to mount everything itself.
# shellcheck disable=SC2016  # the inner shell expands them
root=$root dir=$dir unshare --mount bash -euc '
    . "$root/installers/setup.sh"; . "$root/installers/roots.sh"
    mount_basics "$dir"
    apt_network_settings >"$dir/etc/apt/apt.conf.d/99network"
    printf "#!/bin/sh\nexit 101\n" >"$dir/usr/sbin/policy-rc.d"
    chmod 755 "$dir/usr/sbin/policy-rc.d"
    inside() { chroot "$dir" env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@" </dev/null; }
    inside apt-get -q update
    inside apt-get -q -y install --no-install-recommends systemd systemd-sysv dbus curl
    inside apt-get -q -y install --no-install-recommends /root/seonchakd.deb
    rm "$dir/usr/sbin/policy-rc.d"
' bash >"$reports/booted-apt.log" 2>&1 || die "apt-get failed: $(tail -n 5 "$reports/booted-apt.log")"
# A hung program is found within 4 s instead of the unit's 30 s; everything else is as it is installed.
mkdir -p "$dir/etc/systemd/system/seonchakd.service.d"
printf '[Service]\nWatchdogSec=4\n' >"$dir/etc/systemd/system/seonchakd.service.d/quick.conf"

systemd-nspawn --quiet --directory "$dir" --register=no --keep-unit --private-network --boot \
    </dev/null >"$reports/booted.log" 2>&1 &
container=$!
await 20 pgrep --parent "$container" --exact systemd || die "no systemd started: $(tail -n 5 "$reports/booted.log")"
init=$(pgrep --parent "$container" --exact systemd)

booted() {
    nsenter --target "$init" --mount --uts --ipc --net --pid --cgroup --root --wd \
        env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@" </dev/null
}

get() {
    booted curl --silent --show-error --fail --max-time 10 "$@"
}

property() {
    booted systemctl show seonchakd --property "$1" --value
}

is_active() {
    [ "$(property ActiveState)" = active ]
}

serves() {
    is_active && get "$url/readyz" >/dev/null
}

# count FIELD: of the stock, as the server tells it.
count() {
    get "$url/api/v1/status" | python3 -c "import json,sys; print(json.load(sys.stdin)['stock']['$1'])"
}

restarted() {
    [ "$(property NRestarts)" -ge "$1" ] && serves
}

no_warnings() {
    [ -z "$(booted journalctl --quiet --no-pager --unit seonchakd --priority warning)" ]
}

exposed_little() {
    local exposure
    exposure=$(booted systemd-analyze security seonchakd --no-pager | sed -n 's/.*Overall exposure level for .*: \([0-9.]*\) .*/\1/p')
    say "        exposure $exposure"
    [ "$(printf '%s\n2.5\n' "$exposure" | sort --numeric-sort | tail -n 1)" = 2.5 ]
}

failed_for_good() {
    [ "$(property ActiveState)" = failed ] && [ "$(property ExecMainStatus)" = 2 ]
}

journal_has() {
    booted journalctl --no-pager --unit seonchakd "${@:2}" | grep --quiet --fixed-strings -- "$1"
}

expect "systemd has started the service with all of its sandbox" await 60 serves
expect "it says when it is ready, and shows signs of life" test "$(property Type) $(property NotifyAccess)" = "notify main"
expect "it writes no warning at a usual start" no_warnings
expect "its exposure is 2.5 or lower" exposed_little
get --request POST "$url/api/v1/generate" --data '{"count":1000}' --header 'Content-Type: application/json' >/dev/null
# The mock partner refuses one call in ten: the user asks again.
expect "a coupon is issued" await 10 get --request POST "$url/api/v1/coupons/1/issue"

booted systemctl kill --kill-whom=main --signal=STOP seonchakd
expect "a program that hangs is restarted" await 40 restarted 1
expect "the journal says why" journal_has "Watchdog timeout"
booted systemctl kill --kill-whom=main --signal=KILL seonchakd
expect "a program that was killed is restarted" await 40 restarted 2
expect "after both every coupon is accounted for" test "$(count issued) $(count available)" = "1 999"

booted systemctl stop seonchakd
expect "it stops in order" test "$(property Result) $(property ExecMainStatus)" = "success 0"
booted sh -c 'echo "no-such-key = 1" >>/etc/seonchak/seonchakd.conf'
booted systemctl start seonchakd 2>/dev/null || true
expect "a wrong configuration fails once, and is not tried again" await 20 failed_for_good
expect "the journal names the key, as an error" journal_has no-such-key --priority err
booted sed -i '/no-such-key/d' /etc/seonchak/seonchakd.conf
booted systemctl reset-failed seonchakd
booted systemctl start seonchakd
expect "after the repair it serves, with every coupon" await 30 serves
expect "a coupon of before is still its user's" test "$(count issued)" = 1
booted systemctl poweroff >/dev/null 2>&1 || true
await 40 sh -c "! kill -0 $container 2>/dev/null" || die "the system does not shut down"

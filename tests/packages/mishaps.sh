# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Upgrades that break off and disks that are full: a part of in_root.sh, which sources it while the daemon serves.
: "${dir:?}" "${reports:?}" "${url:?}" "${new:?}" "${count:?}"

dpkg_log=$reports/dpkg.log

# break_off MILLISECONDS: dpkg is killed in the middle of its work.
break_off() {
    inside dpkg --force-confdef --install "$new" >"$dpkg_log" 2>&1 &
    local dpkg=$!
    sleep "0.$1"
    pkill -KILL --parent "$dpkg" 2>/dev/null || kill -KILL "$dpkg" 2>/dev/null || true
    pkill -KILL --exact dpkg 2>/dev/null || true
    wait "$dpkg" 2>/dev/null || true
}

# What dpkg itself tells an administrator to do after that, and the answer for a package that was only half unpacked.
mend() {
    inside dpkg --configure --pending >"$dpkg_log" 2>&1 || true
    inside dpkg --force-confdef --install "$new" >>"$dpkg_log" 2>&1 || { cat "$dpkg_log" && return 1; }
    installed Status | grep -q '^install ok installed$'
}

has_all_coupons() {
    test "$(issued)" = "$count"
}

for moment in 010 050 100 200; do
    break_off "$moment"
done
expect "the running daemon serves while an upgrade has broken off" get "$url/readyz"
expect "an upgrade that broke off is finished by the next one" mend
stop_daemon
start_daemon
expect "after it all coupons are there" has_all_coupons

# No room where the package's files go: 4 KiB for its documents.
mount -t tmpfs -o size=4k full "$dir/usr/share/doc/seonchakd"
status=0
inside dpkg --install "$new" >"$dpkg_log" 2>&1 || status=$?
umount "$dir/usr/share/doc/seonchakd"
expect "an upgrade onto a full disk fails and says why" \
    sh -c "[ $status -ne 0 ] && grep -q 'No space left on device' '$dpkg_log'"
expect "the running daemon serves after it" get "$url/readyz"
stop_daemon
start_daemon
expect "the daemon that was there before starts again, with all coupons" has_all_coupons
expect "with room the upgrade succeeds" mend
stop_daemon

# No room where the data lie: a copy of them on a file system that is full to the last byte.
state=$dir/var/lib/seonchak
kept=$dir/var/lib/kept
mv "$state" "$kept"
mkdir "$state"
mount -t tmpfs -o "size=$(($(du -sk "$kept" | cut -f1) + 512))k,mode=0700,uid=$(stat -c %u "$kept"),gid=$(stat -c %g "$kept")" full "$state"
cp -a "$kept/." "$state/"
dd if=/dev/zero of="$state/filler" bs=1k >/dev/null 2>&1 || true
: >"$reports/daemon.log"
launch_daemon
says_full() {
    in_net curl --silent "$url/readyz" | grep -q '"cure":"room"'
}
expect "on a full disk the daemon says that it needs room" await 30 says_full
expect "and so does its log" grep -q 'not issuing: .*disk' "$reports/daemon.log"
stop_daemon
rm "$state/filler"
start_daemon
expect "with room the next start serves, with all coupons" has_all_coupons
stop_daemon
umount "$state"
rmdir "$state"
mv "$kept" "$state"

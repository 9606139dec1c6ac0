# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# The desktop's part of in_root.sh, which sources it.
: "${release:?}" "${dir:?}" "${reports:?}" "${desktop:?}" "${new_lab:?}" "${url:?}"

applications=$dir/usr/share/applications
metainfo=$dir/usr/share/metainfo
picture=$reports/package-desktop-$release.png

# The menu's own line, as a clerk with a home and a screen.
start_desktop() {
    local -a line
    read -r -a line <<<"$(sed -n 's/^Exec=//p' "$applications/seonchak.desktop")"
    (exec nsenter --net="/proc/${net:?}/ns/net" chroot "$dir" env --ignore-environment PATH=/usr/bin:/bin HOME=/home/clerk LANG=ko_KR.UTF-8 DISPLAY="$screen" \
        XDG_RUNTIME_DIR=/run/user/clerk setpriv --reuid=clerk --regid=clerk --init-groups \
        "${line[@]}" </dev/null >"$reports/desktop.out" 2>"$reports/desktop.log") &
    window=$!
}

colours() {
    convert "$picture" -unique-colors -format '%w' info:
}

if install install --no-install-recommends "$desktop" fonts-nanum; then
    expect "the desktop's own server names the lab's package" names_its_package /usr/libexec/seonchak/seonchakd
    install install --no-install-recommends "$new_lab"
    expect "the desktop's own server runs the lab" runs_the_lab /usr/libexec/seonchak/seonchakd
    expect "the menu's entry is valid" desktop-file-validate "$applications/seonchak.desktop"
    expect "the metadata is valid" appstreamcli validate --no-net "$metainfo/org.seonchak.seonchak.metainfo.xml"
    inside useradd --create-home --shell /bin/sh clerk
    inside install -d -o clerk -g clerk -m 0700 /run/user/clerk
    mkdir -p /tmp/.X11-unix "$dir/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$dir/tmp/.X11-unix"
    rm -f "$reports/screen"
    (exec nsenter --net="/proc/$net/ns/net" Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset \
        3>"$reports/screen" 2>"$reports/xvfb.log") &
    server=$!
    await 20 test -s "$reports/screen" || bad "an X server starts" "$(cat "$reports/xvfb.log")"
    screen=:$(cat "$reports/screen")
    start_desktop
    expect "the desktop serves" await 30 get "$url/readyz"
    expect "its window is on the screen" await 30 \
        in_net env DISPLAY="$screen" xdotool search --onlyvisible --class seonchak
    sleep 2
    in_net env DISPLAY="$screen" import -window root "$picture"
    expect "the picture shows a window" test "$(colours)" -gt 100
    kill -TERM "$window"
    status=0
    wait "$window" || status=$?
    expect "the desktop ends with 0" test "$status" -eq 0
    kill "$server"
    wait "$server" || true
    inside userdel --remove clerk >/dev/null 2>&1
fi

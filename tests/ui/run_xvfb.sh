#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Starts the real program in an X server and a window manager of its own, presses the two buttons by the keyboard, asks
# the server what came of it, takes a picture, and closes the window. SEONCHAK_BIN_DIR names the programs,
# SEONCHAK_PICTURES_DIR where the picture goes.
set -euo pipefail
: "${SEONCHAK_BIN_DIR:?}" "${SEONCHAK_PICTURES_DIR:?}"

work=$(mktemp -d)
started=()
end_all() {
    local i
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        kill "${started[i]}" 2>/dev/null || true
        wait "${started[i]}" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap end_all EXIT

fail() {
    echo "FAILED: $*"
    if [ -n "${url:-}" ]; then
        echo "  status: $(status 2>&1 | tail -1)"
    fi
    local log
    for log in xvfb openbox program; do
        tail -n 40 "$work/$log.log" 2>/dev/null | sed "s/^/  $log: /" || true
    done
    exit 1
}

# eventually WHAT COMMAND...: tries the command until it succeeds, for half a minute at most.
eventually() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 300; tries++)); do
        if "$@"; then
            return
        fi
        sleep 0.1
    done
    fail "$what"
}

# status KEY...: a value of the server's status, such as: status stock available
status() {
    python3 - "$url/api/v1/status" "$@" <<'PYTHON'
import json, sys, urllib.request
value = json.load(urllib.request.urlopen(sys.argv[1], timeout=10))
for key in sys.argv[2:]:
    value = value[key]
print(json.dumps(value))
PYTHON
}
status_is() {
    local wanted=$1
    shift
    [ "$(status "$@")" = "$wanted" ]
}

# The server chooses a display number that is free, and tells it.
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/xvfb.log" &
started+=($!)
eventually "Xvfb did not start" test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY HOME=$work XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work
unset QT_QPA_PLATFORM WAYLAND_DISPLAY LC_ALL LC_MESSAGES LANGUAGE
openbox --sm-disable >"$work/openbox.log" 2>&1 &
started+=($!)
# Only a window manager knows of desktops.
is_managed() { timeout 10 xdotool get_desktop >/dev/null 2>&1; }
eventually "openbox did not start" is_managed

LANG=ko_KR.UTF-8 "$SEONCHAK_BIN_DIR/seonchak" --data-dir "$work/data" --listen 127.0.0.1:0 \
    >"$work/ready" 2>"$work/program.log" &
program=$!
started+=("$program")
is_ready() { grep -qs '^READY ' "$work/ready"; }
eventually "the program did not get ready" is_ready
url=$(sed -n 's/^READY {.*"url":"\([^"]*\)".*/\1/p' "$work/ready")

window=$(timeout 30 xdotool search --sync --onlyvisible --pid "$program" --name . | tail -1)
[ -n "$window" ] || fail "the window did not show"
activated() {
    timeout 10 xdotool windowactivate "$window" 2>/dev/null && [ "$(xdotool getactivewindow 2>/dev/null)" = "$window" ]
}
eventually "the window could not be activated" activated

timeout 10 xdotool key alt+g
eventually "Alt+G did not generate 1,000 coupons" status_is 1000 stock staged
timeout 10 xdotool key alt+p
eventually "Alt+P did not push 1,000 coupons" status_is 1000 stock available
status_is 0 stock staged || fail "coupons are still staged"
status_is true stock conserved || fail "the stock does not add up"

sleep 1 # for the picture's sake: the window has read the new numbers by then
mkdir -p "$SEONCHAK_PICTURES_DIR"
timeout 20 import -window root "$SEONCHAK_PICTURES_DIR/desktop-x11.png" || fail "no picture could be taken"

timeout 10 xdotool key alt+F4
has_ended() { ! kill -0 "$program" 2>/dev/null; }
eventually "closing the window did not end the program" has_ended
code=0
wait "$program" || code=$?
[ "$code" -eq 0 ] || fail "the program ended with exit code $code"
[ "$(wc -l <"$work/ready")" -eq 1 ] || fail "more than one line on standard output: $(cat "$work/ready")"
echo "passed"

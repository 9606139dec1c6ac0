# SPDX-FileCopyrightText: 2026 The Seonchak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Roots of Debian releases for ./installers/package and ./installers/test-packages. Sourced after setup.sh.

: "${root:?set by the script that sources this file}"

# shellcheck disable=SC2034  # for the scripts that source this file
releases=(bookworm trixie)
roots=$root/build/roots

# The release of this machine, as Debian names it.
own_release() {
    # shellcheck source=/dev/null
    (. /etc/os-release && printf '%s\n' "${VERSION_CODENAME:-unknown}")
}

need_root() {
    if [ "$(id -u)" -ne 0 ]; then
        die "$1 changes roots and mounts: run it as root, or with sudo"
    fi
}

# debian_sources RELEASE: lines for sources.list, from where this machine itself takes Debian's packages.
debian_sources() {
    local own uri codename origin
    own=$(own_release)
    # shellcheck disable=SC2016  # $(…) is apt's own notation
    apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(ORIGIN) $(COMPONENT)' 'Created-By: Packages' |
        while read -r uri codename origin component; do
            if [ "$origin" = Debian ] && [ "$component" = main ] && [[ $codename == "$own"* ]]; then
                printf 'deb %s %s main\n' "$uri" "$1${codename#"$own"}"
            fi
        done | sort --unique
}

# What apt has to know to reach the network from inside a root.
apt_network_settings() {
    apt-config dump | grep --extended-regexp '^Acquire::(https?::Proxy|Retries|Check-)' || true
}

# bootstrap RELEASE TARGET [OPTION...]: a new minimal system, a directory or a tar file by the target's name.
bootstrap() {
    local release=$1 target=$2 sources
    shift 2
    sources=$(debian_sources "$release")
    [ -n "$sources" ] || die "apt knows no package lists of Debian $(own_release): run apt-get update first"
    say "Making a root of Debian $release"
    mkdir -p "$roots"
    apt_network_settings >"$roots/apt.conf"
    rm -rf "$target.part" "$target"
    mmdebstrap --quiet --variant=minbase --mode=root --format="$([[ $target == *.tar ]] && echo tar || echo dir)" \
        --aptopt="$roots/apt.conf" --aptopt='Acquire::Languages "none"' \
        "$@" "$release" "$target.part" - <<<"$sources" >&2 9>&- || die "no root of Debian $release could be made"
    mv "$target.part" "$target"
}

# build_root RELEASE: the directory of a root that has what building packages needs, made where it is not there.
build_root() {
    local release=$1 lists=("$root/installers/packages-build.txt" "$root/installers/packages-package.txt") packages dir
    packages=$(sed -e 's/#.*//' -e 's/|.*//' -e '/^[[:space:]]*$/d' -e 's/[[:space:]]//g' "${lists[@]}" | paste -sd,)
    dir=$roots/$release-build-$(sha256sum <<<"$packages" | cut -c1-8)
    if [ ! -d "$dir" ]; then
        rm -rf "${roots:?}/$release-build-"*
        bootstrap "$release" "$dir" --include="$packages"
    fi
    printf '%s\n' "$dir"
}

# clean_root RELEASE: the tar file of a root with Debian's essential packages and apt.
clean_root() {
    local tar=$roots/$1-clean.tar
    if [ ! -f "$tar" ]; then
        bootstrap "$1" "$tar"
    fi
    printf '%s\n' "$tar"
}

# mount_basics DIR: what programs expect of a system. Only in a mount namespace of one's own, so that it goes with it.
mount_basics() {
    # A root is a mount: programs ask for the free space of theirs.
    mount --bind "$1" "$1"
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    mount -t tmpfs -o mode=755 run "$1/run"
    mount -t tmpfs -o mode=1777 tmp "$1/tmp"
    cp -L /etc/resolv.conf "$1/etc/resolv.conf"
}
